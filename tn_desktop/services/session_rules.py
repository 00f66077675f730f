"""What follows from a workshop's sessions, and what a session's times must obey."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from sqlalchemy import Connection, Select, exists, select

from tn_desktop.model.entities.base import table_of
from tn_desktop.model.entities.workshops import Attendance, Workshop, WorkshopSession
from tn_desktop.model.errors import FieldError
from tn_desktop.model.messages import QT_TRANSLATE_NOOP
from tn_desktop.model.vocabulary import CANCELLED, HELD, PLANNED
from tn_desktop.store.unit_of_work import UnitOfWork

AT_ONCE: Final = 400
_session, _attendance = table_of(WorkshopSession), table_of(Attendance)


def check_times(row: Mapping[str, Any]) -> None:
    """Refuse a session that ends before it starts.

    Raises:
        FieldError: on ends_at.
    """
    if row.get("ends_at") and row["ends_at"] <= row["starts_at"]:
        raise FieldError("ends_at", QT_TRANSLATE_NOOP("errors", "The session ends before it starts. Correct the time."))


def workshop_of(connection: Connection, session: int) -> int:
    """The workshop's id of a session."""
    return int(connection.execute(select(_session.c.workshop_id).where(_session.c.id == session)).scalar_one())


def state_of(sessions: Sequence[tuple[str, str | None, bool]]) -> tuple[str, str]:
    """Status and first start of a workshop from its living sessions by start: (start, status, somebody is marked).

    The status is "held" when every session that was not cancelled was held (said so, or somebody is marked),
    "cancelled" when all were cancelled, "planned" otherwise, also without sessions.
    """
    going = [session for session in sessions if session[1] != CANCELLED]
    if sessions and not going:
        status = CANCELLED
    elif going and all(said == HELD or marked for _start, said, marked in going):
        status = HELD
    else:
        status = PLANNED
    return status, next((start for start, _said, _marked in going or sessions), "")


def refresh_workshop(uow: UnitOfWork, workshop: int) -> None:
    """Bring a workshop's first date and status up to its living sessions (see `state_of`)."""
    refresh_workshops(uow, [workshop])


def refresh_workshops(uow: UnitOfWork, workshops: Iterable[int], sessions: Iterable[int] = ()) -> None:
    """`refresh_workshop` for many: these workshops, and those of these sessions."""
    wanted = set(workshops)
    for part in _parts(set(sessions)):
        wanted |= set(
            uow.connection.execute(select(_session.c.workshop_id).where(_session.c.id.in_(part)).distinct()).scalars()
        )
    table = table_of(Workshop)
    for part in _parts(wanted):
        stored = uow.connection.execute(
            select(table.c.id, table.c.status, table.c.first_starts_at).where(table.c.id.in_(part))
        ).all()
        held: dict[int, list[tuple[str, str | None, bool]]] = {}
        for row in uow.connection.execute(_sessions_of(part)):
            held.setdefault(row.workshop_id, []).append((row.starts_at, row.status, bool(row.marked)))
        rules = {workshop: state_of(held.get(workshop, [])) for workshop, *_now in stored}
        other = {workshop: rules[workshop] for workshop, *now in stored if tuple(now) != rules[workshop]}
        if other:
            uow.set_derived(Workshop, ("status", "first_starts_at"), other)


def _parts(ids: set[int]) -> Iterator[list[int]]:
    ordered = sorted(ids)
    for start in range(0, len(ordered), AT_ONCE):
        yield ordered[start : start + AT_ONCE]


def _sessions_of(workshops: Sequence[int]) -> Select[Any]:
    """The living sessions of workshops by start: workshop_id, starts_at, status, and whether somebody is marked."""
    marked = exists(
        select(_attendance.c.id).where(
            _attendance.c.session_id == _session.c.id, _attendance.c.alive + 0 == 1, _attendance.c.status.is_not(None)
        )
    )
    return (
        select(_session.c.workshop_id, _session.c.starts_at, _session.c.status, marked.label("marked"))
        .where(_session.c.workshop_id.in_(workshops), _session.c.alive + 0 == 1)
        .order_by(_session.c.workshop_id, _session.c.starts_at)
    )
