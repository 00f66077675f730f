"""Taking back what a merge did: its rows return to what they were.

A row that nobody has written since is put back just as it was, stamps and all, as if the file had never come; the
file can be taken in again. Where others built on a merged row that would lose their work, so there it is a new write.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from sqlalchemy import Connection, delete, select, update

from tn_desktop.model.changes import Changes
from tn_desktop.model.derived import DERIVED
from tn_desktop.model.entities.base import table_of
from tn_desktop.model.entities.exchange import SyncBatch
from tn_desktop.model.entities.local import History, HistoryRow
from tn_desktop.model.errors import NotFound, Refused
from tn_desktop.model.messages import QT_TRANSLATE_NOOP
from tn_desktop.model.registry import BY_TABLE
from tn_desktop.model.travel import KEY, SYSTEM, Traveller, travellers
from tn_desktop.services import peers
from tn_desktop.services.later import Key, changed_later
from tn_desktop.services.session_rules import refresh_workshops
from tn_desktop.store.unit_of_work import UnitOfWork, before_of

_AT_ONCE: Final = 400
_batch, _history, _history_row = table_of(SyncBatch), table_of(History), table_of(HistoryRow)


def is_merge(connection: Connection, lsn: int | None) -> bool:
    """Whether a unit of work took a workbook in."""
    found = select(_batch.c.id).where(_batch.c.history_id == lsn).limit(1)
    return lsn is not None and connection.execute(found).first() is not None


def undo_batch(uow: UnitOfWork, batch: int) -> Changes:
    """Take back all files of one call; told["kept"] counts rows on which others have built.

    Raises:
        NotFound: there is no such batch. Refused: it was taken back already.
    """
    found = uow.connection.execute(
        select(_batch.c.history_id, _history.c.undone_by)
        .join(_history, _history.c.id == _batch.c.history_id)
        .where(_batch.c.batch == batch)
        .order_by(_batch.c.history_id.desc())
    ).all()
    if not found:
        raise NotFound(QT_TRANSLATE_NOOP("errors", "There is no exchange of that number."))
    standing = [row.history_id for row in found if row.undone_by is None]
    if not standing:
        raise Refused(QT_TRANSLATE_NOOP("errors", "This was taken back already."))
    return take_back(uow, standing)


def take_back(uow: UnitOfWork, merges: Sequence[int]) -> Changes:
    """Take back merges, the latest first; told["kept"] counts rows that stay since others built on them."""
    kept = 0
    for lsn in merges:
        uow.mark_undone(lsn)
        kept += _Taking(uow, lsn).run()
        devices = uow.connection.execute(select(_batch.c.device).where(_batch.c.history_id == lsn)).scalars()
        for device in set(devices):
            peers.count_received(uow, device)
    return uow.changes(kept=kept)


class _Taking:
    """Takes one merge back."""

    def __init__(self, uow: UnitOfWork, lsn: int) -> None:
        self._uow = uow
        self._lsn = lsn
        self._workshops: set[int] = set()
        self._sessions: set[int] = set()
        self._later: dict[Key, frozenset[str]] = {}

    def run(self) -> int:
        """The number of rows that stay."""
        kept = 0
        self._later = changed_later(self._uow.connection, self._lsn)
        # Children before parents, so that nothing points to a row when it goes.
        for table in reversed(tuple(BY_TABLE)):
            changed, new = self._written(table)
            kept += sum(self._restore(table, row) for row in changed)
            kept += self._remove(table, new)
        refresh_workshops(self._uow, self._workshops, self._sessions)
        return kept

    def _written(self, table: str) -> tuple[list[Any], list[Any]]:
        """The history of the table's rows: those that were there before, and those that were not."""
        rows = self._uow.connection.execute(
            select(_history_row)
            .where(_history_row.c.history_id == self._lsn, _history_row.c.entity == table)
            .order_by(_history_row.c.id.desc())
        ).all()
        return [row for row in rows if row.before is not None], [row for row in rows if row.before is None]

    def _restore(self, table: str, row: Any) -> int:
        """Put a row back; 1 if something of it stays."""
        held = self._row(table, row.row_id)
        before = before_of(row.before) or {}
        if held is None:
            return 0
        self._touch(table, held)
        if held["lsn"] == self._lsn:
            self._put(table, held, before)
            return 0
        values = {column: value for column, value in before.items() if column not in SYSTEM}
        edited = self._later.get((table, row.row_id), frozenset())
        back = {column: value for column, value in values.items() if column not in edited}
        cls = BY_TABLE[table]
        if held["alive"] and back:
            self._uow.change(cls, held["id"], back)
        elif not held["alive"] and before.get("alive") and "alive" not in edited:
            self._uow.revive(cls, held["id"], back)
        return int(len(back) < len(values))

    def _put(self, table: str, held: Mapping[str, Any], before: dict[str, Any]) -> None:
        target = table_of(BY_TABLE[table])
        # With the number it had: nothing new is to be told of it, and an earlier merge may be taken back next.
        values = dict(before)
        if table in DERIVED:
            values |= DERIVED[table]({**held, **before})
        self._uow.connection.execute(update(target).where(target.c.id == held["id"]).values(**values))
        self._uow.tell(BY_TABLE[table], "changed", [held["id"]])
        self._touch(table, {**held, **values})

    def _remove(self, table: str, new: Sequence[Any]) -> int:
        """Take away rows that came with the file; return how many stay."""
        kept, going = 0, []
        rows = {row.row_id: row for row in new}
        held = list(self._rows(table, sorted(rows)))
        for one in held:
            self._touch(table, one)
            if one["lsn"] == self._lsn:
                going.append(one["id"])
        needed = self._pointed_to(table, going)
        for key in (one["id"] for one in held if one["id"] in needed or one["lsn"] != self._lsn):
            kept += self._remove_by_write(table, rows[key])
        self._delete(table, [key for key in going if key not in needed])
        return kept

    def _remove_by_write(self, table: str, row: Any) -> int:
        held = self._row(table, row.row_id)
        if held is None or not held["alive"]:
            return 0
        if (table, row.row_id) in self._later:
            return 1
        self._uow.remove(BY_TABLE[table], row.row_id)
        return 0

    def _delete(self, table: str, keys: Sequence[int]) -> None:
        target = table_of(BY_TABLE[table])
        inside = [one.column for one in travellers(table) if one.form == KEY and one.target == table and not one.needed]
        for part in _parts(keys):
            for column in inside:
                self._uow.connection.execute(update(target).where(target.c.id.in_(part)).values({column: None}))
        for part in _parts(keys):
            here = (_history_row.c.entity == table, _history_row.c.row_id.in_(part))
            self._uow.connection.execute(delete(_history_row).where(*here))
            self._uow.connection.execute(delete(target).where(target.c.id.in_(part)))
        if keys:
            self._uow.tell(BY_TABLE[table], "removed", keys)

    def _pointed_to(self, table: str, keys: Sequence[int]) -> set[int]:
        """Those of the rows to which rows point that stay."""
        going, needed = set(keys), set()
        for name, link in _links_to(table):
            child = table_of(BY_TABLE[name])
            for part in _parts(keys):
                statement = select(child.c.id, child.c[link.column]).where(child.c[link.column].in_(part))
                found = self._uow.connection.execute(statement)
                needed |= {target for key, target in found if name != table or key not in going}
        return needed

    def _row(self, table: str, key: int) -> dict[str, Any] | None:
        return next(self._rows(table, [key]), None)

    def _rows(self, table: str, keys: Sequence[int]) -> Iterator[dict[str, Any]]:
        target = table_of(BY_TABLE[table])
        for part in _parts(keys):
            found: Any = self._uow.connection.execute(select(target).where(target.c.id.in_(part))).mappings()
            yield from map(dict, found.all())

    def _touch(self, table: str, row: Mapping[str, Any]) -> None:
        if table == "attendance":
            self._sessions.add(row["session_id"])
        elif table == "workshop_session":
            self._workshops.add(row["workshop_id"])


def _links_to(table: str) -> Iterator[tuple[str, Traveller]]:
    for name in BY_TABLE:
        for one in travellers(name):
            if one.form == KEY and one.target == table:
                yield name, one


def _parts(keys: Sequence[int]) -> Iterator[list[int]]:
    for start in range(0, len(keys), _AT_ONCE):
        yield list(keys[start : start + _AT_ONCE])
