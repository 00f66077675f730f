"""Putting people onto the list of a workshop, or onto its waiting list when it is full, and taking them off it.

Whoever moves up because a place fell free does so in the same unit of work: told["moved_up"] has their names.
"""

from collections.abc import Collection, Iterable, Sequence

from sqlalchemy import Connection, select

from tn_desktop.model.changes import Changes
from tn_desktop.model.entities.base import table_of
from tn_desktop.model.entities.workshops import Enrolment
from tn_desktop.model.errors import NotFound
from tn_desktop.model.messages import QT_TRANSLATE_NOOP
from tn_desktop.model.vocabulary import ENROLLED, WAITING, WITHDRAWN
from tn_desktop.services import places, records
from tn_desktop.store import twins
from tn_desktop.store.unit_of_work import UnitOfWork

_enrolment = table_of(Enrolment)


def enrol(uow: UnitOfWork, workshop: int, people: Iterable[int]) -> Changes:
    """Put people onto a workshop's list, those beyond its capacity onto the waiting list.

    told["count"] is how many were not on it before, told["waiting"] how many of them wait, told["capacity"] how many
    it holds (or None).
    """
    room = places.places(uow.connection, workshop)
    given = seats(uow, workshop, people)
    for person, values in given.items():
        # A row that was removed or withdrawn is taken up again.
        uow.create(Enrolment, {"person_id": person, "workshop_id": workshop, **values})
    waiting = sum(values["status"] == WAITING for values in given.values())
    return uow.changes(subject=workshop, count=len(given), waiting=waiting, capacity=room.capacity)


def seats(
    uow: UnitOfWork, workshop: int, people: Iterable[int], certain: Collection[int] = ()
) -> dict[int, dict[str, str]]:
    """Person -> status and since of those who are not on a workshop's list yet, in their order.

    Whoever is `certain` has taken part, and is enrolled however full it is.
    """
    kept = twins.ways(uow.connection)
    rows = uow.connection.execute(
        select(kept("person", _enrolment.c.person_id)).where(
            _enrolment.c.workshop_id.in_(twins.as_one("workshop", workshop)),
            _enrolment.c.alive + 0 == 1,
            _enrolment.c.status.is_distinct_from(WITHDRAWN),
        )
    )
    listed, same = set(rows.scalars()), twins.kept_of(uow.connection, "person", people := list(people))
    free, since = places.places(uow.connection, workshop).free, places.since_now(uow, workshop)
    found: dict[int, dict[str, str]] = {}
    taken = 0
    for person in dict.fromkeys(people):
        if same.get(person, person) in listed:
            continue
        enrolled = free is None or taken < free or person in certain
        found[person] = {"status": ENROLLED if enrolled else WAITING, "since": since}
        taken += enrolled
        if not enrolled:
            since = places.minute_after(since)
    return found


def withdraw(uow: UnitOfWork, workshop: int, people: Iterable[int]) -> Changes:
    """Take people off a workshop's list; their marks stay, and whoever waits moves up."""
    wanted = {one for group in twins.groups_of(uow.connection, "person", people).values() for one in group}
    rows = uow.connection.execute(
        select(_enrolment.c.id, _enrolment.c.person_id).where(
            _enrolment.c.workshop_id.in_(twins.as_one("workshop", workshop)), _enrolment.c.alive == 1
        )
    ).all()
    for row in rows:
        if row.person_id in wanted:
            uow.remove(Enrolment, row.id)
    moved = places.fill(uow, workshop)
    return uow.changes(subject=workshop, moved_up=places.names_of(uow.connection, moved))


def set_status(uow: UnitOfWork, enrolment: int, status: str) -> Changes:
    """Say that somebody is enrolled (beyond the capacity too), waits, or has withdrawn."""
    values: dict[str, object] = {"status": status}
    if status == WAITING:
        values["since"] = places.since_now(uow, _workshop_of(uow.connection, enrolment))
    for other in _beside(uow.connection, enrolment):
        # Entered twice, on two lists: she has one place.
        uow.change(Enrolment, other, {"status": WITHDRAWN})
    return records.change(uow, "enrolments", enrolment, values)


def move(uow: UnitOfWork, enrolment: int, steps: int) -> Changes:
    """Move somebody who waits in the line: -1 before the one before her, 1 behind the next, -1000 to its head.

    told["place"] is where she stands then, from 1.

    Raises:
        NotFound: she does not wait.
    """
    line = places.waiting_line(uow.connection, _workshop_of(uow.connection, enrolment))
    order = [row.id for row in line]
    if enrolment not in order:
        raise NotFound(QT_TRANSLATE_NOOP("errors", "She is not on the waiting list any more."))
    to = min(max(0, order.index(enrolment) + steps), len(order) - 1)
    order.remove(enrolment)
    order.insert(to, enrolment)
    _number(uow, order, [row.since or "" for row in line])
    return uow.changes(subject=enrolment, place=to + 1)


def _number(uow: UnitOfWork, order: Sequence[int], times: Sequence[str]) -> None:
    """Give the line's times to its people in their new order, each later than the one before."""
    before = ""
    for key, own in zip(order, times, strict=True):
        time = own if own > before else places.minute_after(before) if before else places.EARLIEST
        uow.change(Enrolment, key, {"since": time})
        before = time


def _beside(connection: Connection, enrolment: int) -> list[int]:
    """The other places of the same person on the lists of workshops that are one, which she has not given up."""
    if not twins.any_twin(connection):
        return []
    own = connection.execute(
        select(_enrolment.c.workshop_id, _enrolment.c.person_id).where(_enrolment.c.id == enrolment)
    ).one()
    rows = connection.execute(
        select(_enrolment.c.id).where(
            _enrolment.c.workshop_id.in_(twins.as_one("workshop", own.workshop_id)),
            _enrolment.c.person_id.in_(twins.as_one("person", own.person_id)),
            _enrolment.c.alive + 0 == 1,
            _enrolment.c.id != enrolment,
            _enrolment.c.status.is_distinct_from(WITHDRAWN),
        )
    )
    return list(rows.scalars())


def _workshop_of(connection: Connection, enrolment: int) -> int:
    return int(connection.execute(select(_enrolment.c.workshop_id).where(_enrolment.c.id == enrolment)).scalar_one())
