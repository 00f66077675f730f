"""Taking back a unit of work by writing what its rows held before.

An undo is a new write with new stamps. A value that somebody changed again since stays as it is and is counted
as kept, and so does a row that was made here but edited since by a write that still stands.
"""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, and_, exists, select

from tn_desktop.model.changes import Changes
from tn_desktop.model.entities.base import table_of
from tn_desktop.model.entities.local import History, HistoryRow
from tn_desktop.model.errors import NotFound, Refused
from tn_desktop.model.messages import QT_TRANSLATE_NOOP
from tn_desktop.model.registry import BY_TABLE
from tn_desktop.services.session_rules import refresh_workshop, workshop_of
from tn_desktop.store.unit_of_work import UnitOfWork, before_of

_history, _history_row = table_of(History), table_of(HistoryRow)


@dataclass(frozen=True, slots=True)
class Entry:
    """A unit of work as the history lists it."""

    lsn: int
    label: str
    undoable: bool


def latest(connection: Connection, limit: int = 50) -> list[Entry]:
    """The newest units of work, newest first, undos left out."""
    rows = connection.execute(
        select(_history.c.id, _history.c.label, _history.c.undone_by)
        .where(_history.c.undoes.is_(None))
        .order_by(_history.c.id.desc())
        .limit(limit)
    )
    return [Entry(row.id, row.label, row.undone_by is None) for row in rows]


def undo(uow: UnitOfWork, lsn: int) -> Changes:
    """Take back the unit of work `lsn` (undoing an undo brings the work back); told["kept"] counts what stays.

    Raises:
        NotFound: there is no such unit of work. Refused: it was taken back already.
    """
    entry = uow.connection.execute(select(_history).where(_history.c.id == lsn)).one_or_none()
    if entry is None:
        raise NotFound(QT_TRANSLATE_NOOP("errors", "There is no such change to take back."))
    if entry.undone_by is not None:
        raise Refused(QT_TRANSLATE_NOOP("errors", "This was taken back already."))
    rows = uow.connection.execute(
        select(_history_row).where(_history_row.c.history_id == lsn).order_by(_history_row.c.id.desc())
    ).all()
    # Said first: what this very undo writes is no later edit that would keep a row it is about to remove.
    uow.mark_undone(lsn)
    kept = sum(_take_back(uow, row) for row in rows)
    _refresh(uow, rows)
    return uow.changes(kept=kept)


def _take_back(uow: UnitOfWork, row: Any) -> int:
    """Undo one row; 1 if something of it stays as it is."""
    cls = BY_TABLE[row.entity]
    table = table_of(cls)
    alive = uow.connection.execute(select(table.c.alive).where(table.c.id == row.row_id)).scalar()
    before = before_of(row.before)
    later = _later(uow.connection, row)
    if before is None or before.get("alive") == 0:
        if later:
            return 1
        if alive:
            uow.remove(cls, row.row_id)
        return 0
    if before.get("alive") == 1:
        if not alive:
            uow.revive(cls, row.row_id)
        return 0
    edited = {column for values in later for column in (values or {})}
    back = {column: value for column, value in before.items() if column not in edited}
    if alive and back:
        uow.change(cls, row.row_id, back)
    return int(len(back) < len(before))


def _later(connection: Connection, row: Any) -> list[dict[str, Any] | None]:
    """What later writes that still stand found in this row; undos and what they took back do not count."""
    standing = exists(
        select(_history.c.id).where(
            and_(
                _history.c.id == _history_row.c.history_id, _history.c.undoes.is_(None), _history.c.undone_by.is_(None)
            )
        )
    )
    rows = connection.execute(
        select(_history_row.c.before).where(
            _history_row.c.entity == row.entity,
            _history_row.c.row_id == row.row_id,
            _history_row.c.history_id > row.history_id,
            standing,
        )
    )
    return [before_of(found.before) for found in rows]


def _refresh(uow: UnitOfWork, rows: Any) -> None:
    workshops = set()
    for row in rows:
        if row.entity == "workshop_session":
            workshops.add(workshop_of(uow.connection, row.row_id))
        elif row.entity == "attendance":
            attendance = table_of(BY_TABLE["attendance"])
            session = uow.connection.execute(
                select(attendance.c.session_id).where(attendance.c.id == row.row_id)
            ).scalar_one()
            workshops.add(workshop_of(uow.connection, session))
    for workshop in sorted(workshops):
        refresh_workshop(uow, workshop)
