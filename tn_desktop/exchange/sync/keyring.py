"""From uids to local ids: finds the rows that records point to, and makes stubs for those that have not come yet.

A stub is a row with empty stamps. It knows nothing, is not alive, never travels, and is filled when its row comes.
"""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from sqlalchemy import select

from tn_desktop.exchange.sync.record import blank
from tn_desktop.model.derived import DERIVED
from tn_desktop.model.entities.base import table_of
from tn_desktop.model.registry import BY_TABLE
from tn_desktop.model.stamps import EMPTY_STAMP, relation_bytes
from tn_desktop.model.travel import KEY, travellers
from tn_desktop.store.rows import insert_rows, next_id
from tn_desktop.store.unit_of_work import UnitOfWork

_AT_ONCE: Final = 500
_MOST_KEPT: Final = 300_000


class KeyRing:
    """Knows the local ids of rows by table and uid.

    Attributes:
        stubbed: the stubs made, by table and uid.
    """

    def __init__(self, uow: UnitOfWork) -> None:
        self._uow = uow
        self._known: dict[tuple[str, bytes], int] = {}
        self.stubbed: dict[tuple[str, bytes], int] = {}

    def learn(self, table: str, ids: Mapping[bytes, int]) -> None:
        """Keep the ids of rows that were written just now."""
        for uid, key in ids.items():
            self._known[table, uid] = key

    def find(self, table: str, uids: Iterable[bytes]) -> dict[bytes, int]:
        """The ids of those rows that are there."""
        wanted = [uid for uid in set(uids) if (table, uid) not in self._known]
        rows = table_of(BY_TABLE[table])
        for start in range(0, len(wanted), _AT_ONCE):
            part = wanted[start : start + _AT_ONCE]
            found = self._uow.connection.execute(select(rows.c.uid, rows.c.id).where(rows.c.uid.in_(part)))
            self.learn(table, {row.uid: row.id for row in found})
        return {uid: self._known[table, uid] for uid in uids if (table, uid) in self._known}

    def ensure(self, wanted: Mapping[str, set[bytes]]) -> Mapping[tuple[str, bytes], int]:
        """The ids of all these rows, by table and uid; what is missing becomes a stub."""
        if len(self._known) > _MOST_KEPT:
            self._known.clear()
        for table, uids in wanted.items():
            found = self.find(table, uids)
            missing = sorted(uids - found.keys())
            if missing:
                self._make_stubs(table, missing)
        return self._known

    def _make_stubs(self, table: str, uids: list[bytes]) -> None:
        parents = self._unknown_parents(table)
        first = next_id(self._uow.connection, table_of(BY_TABLE[table]))
        row: dict[str, Any] = blank(table) | parents
        row |= {"created": EMPTY_STAMP, "fields": "{}", "seen": "{}", "lsn": self._uow.lsn, "alive": 0}
        if table in DERIVED:
            row |= DERIVED[table](row)
        rows = [{**row, "id": first + number, "uid": uid} for number, uid in enumerate(uids)]
        insert_rows(self._uow.connection, table_of(BY_TABLE[table]), rows)
        self._uow.adopt(BY_TABLE[table], "created", [(made["id"], None) for made in rows])
        self.learn(table, {made["uid"]: made["id"] for made in rows})
        self.stubbed |= {(table, made["uid"]): made["id"] for made in rows}

    def _unknown_parents(self, table: str) -> dict[str, int]:
        """For keys that cannot be null: one stub of the other table, which stands for all that are not known yet."""
        found = {}
        for one in travellers(table):
            if one.form == KEY and one.needed:
                unknown = relation_bytes("unknown", one.target.encode("ascii"))
                found[one.column] = self.ensure({one.target: {unknown}})[one.target, unknown]
        return found
