"""The places of a workshop: how many there are, who waits for one, who moves up when one falls free.

A workshop holds as many people as the smallest of its sessions that are not cancelled; without a capacity, everybody.
Who waits stands in the order in which she asked (`since`, then uid), unless somebody changed that order by hand. Nobody
who is enrolled is ever sent back to wait, and nobody moves up once the workshop is over. Workshops that are seen as one
have their places together.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Select, func, or_, select

from tn_desktop.model.derived import full_name
from tn_desktop.model.entities.base import table_of
from tn_desktop.model.entities.people import Person
from tn_desktop.model.entities.workshops import Enrolment, Workshop, WorkshopSession
from tn_desktop.model.stamps import stamp_milliseconds
from tn_desktop.model.vocabulary import CANCELLED, ENROLLED, HELD, WAITING
from tn_desktop.store import twins
from tn_desktop.store.unit_of_work import UnitOfWork

_enrolment, _person = table_of(Enrolment), table_of(Person)
_workshop, _session = table_of(Workshop), table_of(WorkshopSession)

EARLIEST = "2000-01-01T00:00"
"""When whoever has no time on the waiting list is taken to have asked, once the line is put in order."""


@dataclass(frozen=True, slots=True)
class Places:
    """How full a workshop is.

    Attributes:
        capacity: how many people it holds, or None for any number.
        enrolled, waiting: living people with that status.
        over: it was held or cancelled; who is put on its list then only adds what is known, and waits for nothing.
    """

    capacity: int | None
    enrolled: int
    waiting: int
    over: bool = False

    @property
    def free(self) -> int | None:
        """How many more may come; None for any number, never below 0."""
        return None if self.capacity is None or self.over else max(0, self.capacity - self.enrolled)


def places(connection: Connection, workshop: int) -> Places:
    """How full a workshop is."""
    of = twins.ways(connection)("person", _enrolment.c.person_id)
    enrolled = _of(workshop, ENROLLED).with_only_columns(of)
    # Who was entered twice may wait on one list and have her place on the other.
    waiting = _of(workshop, WAITING).with_only_columns(of).where(of.not_in(enrolled.correlate(None)))
    there, wait = (
        int(connection.execute(one.with_only_columns(func.count(of.distinct()))).scalar() or 0)
        for one in (enrolled, waiting)
    )
    return Places(capacity(connection, workshop), there, wait, _is_over(connection, workshop))


def capacity(connection: Connection, workshop: int) -> int | None:
    """The smallest capacity of its sessions that are not cancelled, or None where none has one."""
    found: int | None = connection.execute(
        select(func.min(_session.c.capacity)).where(
            _session.c.workshop_id.in_(twins.as_one(_workshop.name, workshop)),
            _session.c.alive + 0 == 1,
            _session.c.status.is_distinct_from(CANCELLED),
        )
    ).scalar()
    return found


def since_now(uow: UnitOfWork, workshop: int) -> str:
    """The time at which whoever is put on the list now asked: local, to the minute.

    Later than that of everybody who waits, so that two of the same minute keep their order.
    """
    written = datetime.fromtimestamp(stamp_milliseconds(uow.stamp) / 1000, UTC).astimezone().replace(tzinfo=None)
    now = written.isoformat(timespec="minutes")
    last = uow.connection.execute(
        select(func.max(_enrolment.c.since)).where(
            _enrolment.c.workshop_id.in_(twins.as_one(_workshop.name, workshop)),
            _enrolment.c.alive + 0 == 1,
            _enrolment.c.status == WAITING,
        )
    ).scalar()
    return max(now, minute_after(last)) if last else now


def minute_after(moment: str) -> str:
    """The next minute of a local time."""
    return (datetime.fromisoformat(moment) + timedelta(minutes=1)).isoformat(timespec="minutes")


def waiting_line(connection: Connection, workshop: int) -> list[Any]:
    """Who waits, the first one first: rows of enrolment id, person id, since."""
    of = twins.ways(connection)("person", _enrolment.c.person_id)
    rows = connection.execute(
        _of(workshop, WAITING)
        .with_only_columns(_enrolment.c.id, of.label("person_id"), _enrolment.c.since)
        .where(of.not_in(_of(workshop, ENROLLED).with_only_columns(of).correlate(None)))
        .order_by(func.coalesce(_enrolment.c.since, ""), _enrolment.c.uid)
    )
    first: dict[int, Any] = {}
    for row in rows:
        first.setdefault(row.person_id, row)
    return list(first.values())


def fill(uow: UnitOfWork, workshop: int) -> tuple[int, ...]:
    """Let whoever waits move up into the free places; returns their enrolments' ids."""
    line = waiting_line(uow.connection, workshop)
    room = places(uow.connection, workshop) if line else None
    if room is None or room.over:
        return ()
    free = room.free
    moved = line if free is None else line[:free]
    for row in moved:
        uow.change(Enrolment, row.id, {"status": ENROLLED})
    return tuple(row.id for row in moved)


def names_of(connection: Connection, enrolments: Sequence[int]) -> tuple[str, ...]:
    """Names of the people of some enrolments, in their order."""
    rows = connection.execute(
        select(_enrolment.c.id, _person.c.given_name, _person.c.family_name)
        .join(_person, _person.c.id == _enrolment.c.person_id)
        .where(_enrolment.c.id.in_(enrolments))
    )
    found = {row.id: full_name(row._mapping) for row in rows}
    return tuple(found[key] for key in enrolments if key in found)


def _of(workshop: int, status: str) -> Select[Any]:
    said = _enrolment.c.status == status
    return (
        select(_enrolment.c.id)
        .join(_person, _person.c.id == _enrolment.c.person_id)
        .where(
            _enrolment.c.workshop_id.in_(twins.as_one(_workshop.name, workshop)),
            _enrolment.c.alive + 0 == 1,
            _person.c.alive + 0 == 1,
            or_(said, _enrolment.c.status.is_(None)) if status == ENROLLED else said,
        )
    )


def _is_over(connection: Connection, workshop: int) -> bool:
    status = connection.execute(select(_workshop.c.status).where(_workshop.c.id == workshop)).scalar()
    return status in (HELD, CANCELLED)
