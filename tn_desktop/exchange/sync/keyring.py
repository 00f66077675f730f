"""From uids to local ids: finds the rows that records point to, and makes stubs for those that have not come yet.

A stub is a row with empty stamps. It knows nothing, is not alive, never travels, and is filled when its row comes.
"""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from tn_desktop.exchange.sync.record import blank
from tn_desktop.model.derived import DERIVED
from tn_desktop.model.entities.base import table_of
from tn_desktop.model.registry import BY_TABLE
from tn_desktop.model.stamps import EMPTY_STAMP, relation_bytes
from tn_desktop.model.travel import KEY, travellers
from tn_desktop.store.rows import find_by_uid, insert_rows, next_id
from tn_desktop.store.unit_of_work import UnitOfWork

_AT_ONCE: Final = 1_000
_MOST_KEPT: Final = 200_000


class KeyRing:
    """Knows the local ids of rows by table and uid.

    Attributes:
        stubbed: the stubs made, by table and uid.
    """

    def __init__(self, uow: UnitOfWork) -> None:
        self._uow = uow
        self._known: dict[str, dict[bytes, int]] = {}
        self._count = 0
        self.stubbed: dict[tuple[str, bytes], int] = {}

    def learn(self, table: str, ids: Mapping[bytes, int]) -> None:
        """Keep the ids of rows that were written just now."""
        self._known.setdefault(table, {}).update(ids)
        self._count += len(ids)

    def find(self, table: str, uids: Iterable[bytes]) -> dict[bytes, int]:
        """The ids of those rows that are there."""
        asked = set(uids)
        known = self._known.setdefault(table, {})
        wanted = list(asked - known.keys())
        rows = table_of(BY_TABLE[table])
        for start in range(0, len(wanted), _AT_ONCE):
            self.learn(table, dict(find_by_uid(self._uow.connection, rows, wanted[start : start + _AT_ONCE])))
        return {uid: known[uid] for uid in asked if uid in known}

    def ensure(self, wanted: Mapping[str, set[bytes]]) -> dict[str, Mapping[bytes, int]]:
        """The ids of all these rows, by table and uid; what is missing becomes a stub."""
        if self._count > _MOST_KEPT:
            self._known.clear()
            self._count = 0
        ensured: dict[str, Mapping[bytes, int]] = {}
        for table, uids in wanted.items():
            found = self.find(table, uids)
            missing = sorted(uids - found.keys())
            if missing:
                found |= self._make_stubs(table, missing)
            ensured[table] = found
        return ensured

    def _make_stubs(self, table: str, uids: list[bytes]) -> dict[bytes, int]:
        parents = self._unknown_parents(table)
        first = next_id(self._uow.connection, table_of(BY_TABLE[table]))
        row: dict[str, Any] = blank(table) | parents
        row |= {"created": EMPTY_STAMP, "fields": "{}", "seen": "{}", "lsn": self._uow.lsn, "alive": 0}
        if table in DERIVED:
            row |= DERIVED[table](row)
        rows = [{**row, "id": first + number, "uid": uid} for number, uid in enumerate(uids)]
        insert_rows(self._uow.connection, table_of(BY_TABLE[table]), rows)
        self._uow.adopt(BY_TABLE[table], "created", [(made["id"], None) for made in rows])
        ids = {made["uid"]: made["id"] for made in rows}
        self.learn(table, ids)
        self.stubbed |= {(table, uid): key for uid, key in ids.items()}
        return ids

    def _unknown_parents(self, table: str) -> dict[str, int]:
        """For keys that cannot be null: one stub of the other table, which stands for all that are not known yet."""
        found = {}
        for one in travellers(table):
            if one.form == KEY and one.needed:
                unknown = relation_bytes("unknown", one.target.encode("ascii"))
                found[one.column] = self.ensure({one.target: {unknown}})[one.target][unknown]
        return found
