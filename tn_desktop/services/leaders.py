"""Who led a workshop, and what that says of the network: teachers who lead, participants who became leaders."""

import json
from dataclasses import dataclass
from typing import Any

from sqlalchemy import CTE, ColumnElement, Connection, Select, and_, case, exists, func, or_, select, union_all

from tn_desktop.model.derived import full_name
from tn_desktop.model.entities.base import table_of
from tn_desktop.model.entities.people import Person
from tn_desktop.model.entities.workshops import (
    Attendance,
    SessionFacilitator,
    Workshop,
    WorkshopLeader,
    WorkshopSession,
)
from tn_desktop.model.vocabulary import ATTENDED, CANCELLED
from tn_desktop.store import twins

_workshop, _session, _attendance = table_of(Workshop), table_of(WorkshopSession), table_of(Attendance)
_leader, _facilitator, _person = table_of(WorkshopLeader), table_of(SessionFacilitator), table_of(Person)
TEACHER = "teacher"


@dataclass(frozen=True, slots=True)
class Leading:
    """Who led the workshops of a period and place.

    Attributes:
        workshops: workshops that begin in the period and are not cancelled.
        said: those of them of which it is known whether teachers led them.
        teacher_led: those of them that teachers led.
        became_leaders: people who led or facilitated for the first time in the period, and had attended at least one
            session before.
        first_leaders: everybody who led or facilitated for the first time in it.
    """

    workshops: int
    said: int
    teacher_led: int
    became_leaders: int
    first_leaders: int

    @property
    def share(self) -> float | None:
        """The part that teachers led, from 0 to 1, of those of which it is known; None where none is."""
        return self.teacher_led / self.said if self.said else None


@dataclass(frozen=True, slots=True)
class NewLeader:
    """Somebody who went from participant to leader.

    Attributes:
        attended_from: start of the first session she attended; led_from: of the first one she led.
        workshop: id and title of what she led first.
    """

    person: int
    name: str
    attended_from: str
    led_from: str
    workshop: int
    title: str


def teacher_led(connection: Connection, workshop: int) -> int | None:
    """Whether teachers led it: 1 if a leader is a teacher by her roles, 0 if none is, None if nobody is named."""
    roles = (
        connection.execute(
            select(_person.c.roles)
            .join(_leader, _leader.c.person_id == _person.c.id)
            .where(_leader.c.workshop_id == workshop, _leader.c.alive == 1, _person.c.alive == 1)
        )
        .scalars()
        .all()
    )
    return int(any(TEACHER in json.loads(held or "[]") for held in roles)) if roles else None


def leading(connection: Connection, start: str, end: str, province: str | None = None) -> Leading:
    """The figures of a period: ISO dates, both days in it; province is an ISO code, None for everywhere."""
    counted = connection.execute(
        select(
            func.count(),
            func.count(_workshop.c.teacher_led),
            func.coalesce(func.sum(_workshop.c.teacher_led), 0),
        ).where(
            _workshop.c.alive == 1,
            twins.is_shown(_workshop),
            _within(_workshop.c.first_starts_at, start, end),
            _workshop.c.status != CANCELLED,
            *_of_province(province),
        )
    ).one()
    firsts = _firsts(twins.ways(connection), start, end, province)
    people = connection.execute(
        select(func.count(), func.count(case((exists(_attended_before(firsts)), 1)))).select_from(firsts)
    ).one()
    return Leading(*(int(number) for number in (*counted, people[1], people[0])))


def new_leaders(
    connection: Connection, start: str, end: str, province: str | None = None, limit: int = 200
) -> list[NewLeader]:
    """Those who went from participant to leader in a period, in the order in which they first led."""
    firsts = _firsts(twins.ways(connection), start, end, province)
    attended = _attended_before(firsts).with_only_columns(func.min(_session.c.starts_at)).scalar_subquery()
    rows = connection.execute(
        select(firsts, attended.label("attended_from"), _person.c.given_name, _person.c.family_name, _workshop.c.title)
        .join(_person, _person.c.id == firsts.c.person_id)
        .join(_workshop, _workshop.c.id == firsts.c.workshop_id)
        .where(exists(_attended_before(firsts)))
        .order_by(firsts.c.led_from, firsts.c.person_id)
        .limit(limit)
    )
    return [
        NewLeader(
            row.person_id, full_name(row._mapping), row.attended_from, row.led_from, row.workshop_id, row.title or ""
        )
        for row in rows
    ]


def _firsts(kept: twins.Way, start: str, end: str, province: str | None) -> CTE:
    """Everybody who led or facilitated for the first time in a period: person_id, workshop_id, led_from."""
    # "+ 0" keeps SQLite from walking an index that begins with `alive` where it has the row's key.
    facilitated = (
        select(
            kept("person", _facilitator.c.person_id).label("person_id"),
            kept("workshop", _session.c.workshop_id).label("workshop_id"),
            _session.c.starts_at.label("led_from"),
        )
        .join(_session, _session.c.id == _facilitator.c.session_id)
        .where(_facilitator.c.alive == 1, _session.c.alive + 0 == 1, _going())
    )
    led = select(
        kept("person", _leader.c.person_id),
        kept("workshop", _leader.c.workshop_id),
        _workshop.c.first_starts_at.label("led_from"),
    ).join(_workshop, _workshop.c.id == _leader.c.workshop_id)
    led = led.where(
        _leader.c.alive == 1,
        _workshop.c.alive + 0 == 1,
        _workshop.c.status != CANCELLED,
        _workshop.c.first_starts_at != "",
    )
    every = union_all(facilitated, led).subquery()
    order = func.row_number().over(partition_by=every.c.person_id, order_by=(every.c.led_from, every.c.workshop_id))
    numbered = (
        select(every, order.label("n"))
        .join(_workshop, _workshop.c.id == every.c.workshop_id)
        .join(_person, _person.c.id == every.c.person_id)
        .where(_workshop.c.alive + 0 == 1, _person.c.alive + 0 == 1)
        .subquery()
    )
    return (
        select(numbered.c.person_id, numbered.c.workshop_id, numbered.c.led_from)
        .join(_workshop, _workshop.c.id == numbered.c.workshop_id)
        .where(numbered.c.n == 1, _within(numbered.c.led_from, start, end), *_of_province(province))
        .cte("firsts")
        .prefix_with("MATERIALIZED")
    )


def _attended_before(firsts: CTE) -> Select[Any]:
    """The sessions that a person of `firsts` attended before she led for the first time, as whatever row of hers."""
    also = twins.seen_as("person", firsts.c.person_id)
    return (
        select(_session.c.id)
        .join(_attendance, _attendance.c.session_id == _session.c.id)
        .where(
            or_(_attendance.c.person_id == firsts.c.person_id, _attendance.c.person_id.in_(also)),
            _attendance.c.alive + 0 == 1,
            _attendance.c.status.in_(ATTENDED),
            _session.c.alive + 0 == 1,
            _going(),
            # Not by the index of starts, which would be walked for every person.
            func.coalesce(_session.c.starts_at, "") < firsts.c.led_from,
        )
        .correlate(firsts)
    )


def _going() -> ColumnElement[bool]:
    return _session.c.status.is_distinct_from(CANCELLED)


def _within(column: ColumnElement[str], start: str, end: str) -> ColumnElement[bool]:
    # A start is a date and a time: every time of the last day sorts before that day's name and a higher letter.
    return and_(column >= start, column < f"{end}U")


def _of_province(province: str | None) -> list[ColumnElement[bool]]:
    return [] if province is None else [_workshop.c.province == province]
