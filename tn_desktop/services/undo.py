"""Taking back a unit of work by writing what its rows held before.

An undo is a new write with new stamps. A value that somebody changed again since stays as it is and is counted
as kept, and so does a row that was made here but edited since by a write that still stands.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Table, select

from tn_desktop.model.changes import Changes
from tn_desktop.model.entities.base import table_of
from tn_desktop.model.entities.local import History, HistoryRow
from tn_desktop.model.entities.workshops import Attendance, WorkshopSession
from tn_desktop.model.errors import NotFound, Refused
from tn_desktop.model.messages import QT_TRANSLATE_NOOP
from tn_desktop.model.registry import BY_TABLE
from tn_desktop.services import merge_undo
from tn_desktop.services.later import Key, changed_later, later_writes
from tn_desktop.services.session_rules import refresh_workshops
from tn_desktop.store.unit_of_work import PART, UnitOfWork, before_of

_history, _history_row = table_of(History), table_of(HistoryRow)
__all__ = ["Entry", "later_writes", "latest", "undo"]


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
    if merge_undo.is_merge(uow.connection, entry.undoes):
        raise Refused(QT_TRANSLATE_NOOP("errors", "An exchange that was taken back comes again with its file."))
    if merge_undo.is_merge(uow.connection, lsn):
        return merge_undo.take_back(uow, [lsn])
    rows = uow.connection.execute(
        select(_history_row).where(_history_row.c.history_id == lsn).order_by(_history_row.c.id.desc())
    ).all()
    # Said first: what this very undo writes is no later edit that would keep a row it is about to remove.
    uow.mark_undone(lsn)
    later = changed_later(uow.connection, lsn)
    kept = sum(_take_back(uow, step, later) for step in _steps(rows))
    _refresh(uow, rows)
    return uow.changes(kept=kept)


def _steps(rows: Iterable[Any]) -> Iterator[tuple[str, list[Any]]]:
    """The history's rows, last first, as tables and rows of which no two are about the same row of the table.

    What was written twice is taken back in two steps; all else of a table can be taken back at once.
    """
    steps: dict[tuple[int, str], list[Any]] = {}
    met: Counter[Key] = Counter()
    for row in rows:
        steps.setdefault((met[row.entity, row.row_id], row.entity), []).append(row)
        met[row.entity, row.row_id] += 1
    for (_turn, entity), some in sorted(steps.items(), key=lambda step: step[0][0]):
        yield entity, some


def _take_back(uow: UnitOfWork, step: tuple[str, Sequence[Any]], later: Mapping[Key, frozenset[str]]) -> int:
    """Undo one step; counts the rows of which something stays as it is."""
    entity, rows = step
    cls = BY_TABLE[entity]
    alive = _alive(uow.connection, table_of(cls), [row.row_id for row in rows])
    removed, revived, changed, kept = [], [], {}, 0
    for row in rows:
        before, edited = before_of(row.before), later.get((entity, row.row_id))
        if before is None or before.get("alive") == 0:
            if edited is not None:
                kept += 1
            elif row.row_id in alive:
                removed.append(row.row_id)
        elif before.get("alive") == 1:
            if row.row_id not in alive:
                revived.append(row.row_id)
        else:
            back = {column: value for column, value in before.items() if column not in (edited or ())}
            if back and row.row_id in alive:
                changed[row.row_id] = back
            kept += len(back) < len(before)
    uow.remove_many(cls, removed)
    uow.revive_many(cls, revived)
    uow.change_many(cls, changed)
    return kept


def _alive(connection: Connection, table: Table, ids: Sequence[int]) -> set[int]:
    found: set[int] = set()
    for part in _parts(ids):
        statement = select(table.c.id).where(table.c.id.in_(part), table.c.alive + 0 == 1)
        found.update(connection.execute(statement).scalars())
    return found


def _refresh(uow: UnitOfWork, rows: Iterable[Any]) -> None:
    """Bring the workshops of sessions and marks that were taken back up to date."""
    attendance, session = table_of(Attendance), table_of(WorkshopSession)
    sessions = {row.row_id for row in rows if row.entity == session.name}
    for part in _parts([row.row_id for row in rows if row.entity == attendance.name]):
        statement = select(attendance.c.session_id).distinct().where(attendance.c.id.in_(part))
        sessions.update(uow.connection.execute(statement).scalars())
    refresh_workshops(uow, (), sessions)


def _parts(ids: Sequence[int]) -> Iterator[Sequence[int]]:
    for start in range(0, len(ids), PART):
        yield ids[start : start + PART]
