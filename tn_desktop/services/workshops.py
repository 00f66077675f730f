"""Planning workshops: several sessions in one step, enrolling, what a new one starts with."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, and_, func, select

from tn_desktop.model.changes import Changes
from tn_desktop.model.derived import full_name
from tn_desktop.model.entities.base import table_of
from tn_desktop.model.entities.people import Membership, Person
from tn_desktop.model.entities.workshops import (
    Attendance,
    Enrolment,
    SessionFacilitator,
    Workshop,
    WorkshopCommunity,
    WorkshopSession,
)
from tn_desktop.model.errors import FieldError
from tn_desktop.model.messages import QT_TRANSLATE_NOOP
from tn_desktop.model.normalise import moment
from tn_desktop.model.vocabulary import ATTENDED, CANCELLED, ENROLLED, WAITING
from tn_desktop.services import places, records, rosters
from tn_desktop.services.enrolling import enrol
from tn_desktop.store import twins
from tn_desktop.store.unit_of_work import UnitOfWork

_workshop, _session, _attendance = table_of(Workshop), table_of(WorkshopSession), table_of(Attendance)
_enrolment, _membership, _person = table_of(Enrolment), table_of(Membership), table_of(Person)
_community, _facilitator = table_of(WorkshopCommunity), table_of(SessionFacilitator)
MAX_REPEATS = 104
_RANK = {ENROLLED: 0, WAITING: 1}


@dataclass(frozen=True)
class WorkshopPlan:
    """What the planning page asks for.

    Attributes:
        values: fields of the workshop (title, kind, province, communities as ids …). Where nothing is said of who led
            it (`led_by`), it is its facilitators.
        session: fields of each session but its times (venue, mode, facilitators as ids, capacity …).
        starts_at, ends_at: times of the first session, as people write them; ends_at may be empty.
        repeats: how many sessions in all, a week (`every_days`) apart.
        days: ISO dates of the sessions instead, each at the times of the first one.
        enrol_members: put the members of its communities onto the list.
        stakeholders: (id, roles) of those who support it.
    """

    values: Mapping[str, object]
    starts_at: str
    ends_at: str = ""
    session: Mapping[str, object] = field(default_factory=dict)
    repeats: int = 1
    every_days: int = 7
    days: tuple[str, ...] = ()
    enrol_members: bool = False
    stakeholders: tuple[tuple[int, tuple[str, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class SessionRow:
    """A session as a workshop's page lists it.

    Attributes:
        attended, marked, listed: people who took part, were marked, and are on its roster; for a cancelled session
            its marks are kept, but nobody counts as having taken part.
        moved_from: where it stood before it was put off, ISO to the minute, or "".
        facilitators: their names.
        reason: why it was moved, postponed or cancelled, or "".
    """

    id: int
    number: int
    title: str
    starts_at: str
    ends_at: str
    mode: str
    venue: str
    status: str
    attended: int
    marked: int
    listed: int
    capacity: int | None = None
    moved_from: str = ""
    facilitators: tuple[str, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class EnrolledRow:
    """A person on a workshop's list.

    Attributes:
        attended: how many of its sessions she took part in.
        place: where she stands on the waiting list, from 1; 0 unless she waits.
        since: when she asked for her place, ISO to the minute, or "".
    """

    enrolment_id: int
    person_id: int
    name: str
    label: str
    institution: str
    subject: str
    status: str
    attended: int
    place: int = 0
    since: str = ""


def plan(uow: UnitOfWork, wanted: WorkshopPlan) -> Changes:
    """Make a workshop with its sessions in one step; `subject` is its id, told["sessions"] the sessions' ids.

    Raises:
        FieldError: a value is wrong.
    """
    if not 1 <= (len(wanted.days) or wanted.repeats) <= MAX_REPEATS:
        raise FieldError(
            "repeats",
            QT_TRANSLATE_NOOP("errors", "Between 1 and {most} sessions can be made at once."),
            most=MAX_REPEATS,
        )
    led = {"led_by": wanted.session["facilitators"]} if wanted.session.get("facilitators") else {}
    workshop = records.add(uow, "workshops", led | dict(wanted.values)).subject
    assert workshop is not None
    for stakeholder, roles in wanted.stakeholders:
        ends = {"workshop": workshop, "stakeholder": stakeholder}
        records.add(uow, "workshop_stakeholders", {**ends, "roles": list(roles)})
    start = datetime.fromisoformat(moment("starts_at", wanted.starts_at))
    end = datetime.fromisoformat(moment("ends_at", wanted.ends_at)) if wanted.ends_at.strip() else None
    sessions = []
    for later in _apart(wanted, start):
        values = {
            **wanted.session,
            "workshop": workshop,
            "starts_at": (start + later).isoformat(timespec="minutes"),
            "ends_at": (end + later).isoformat(timespec="minutes") if end else None,
        }
        sessions.append(records.add(uow, "sessions", values).subject)
    if wanted.enrol_members:
        enrol(uow, workshop, members_of_communities(uow.connection, workshop))
    return uow.changes(subject=workshop, sessions=tuple(sessions))


def _apart(wanted: WorkshopPlan, start: datetime) -> list[timedelta]:
    """How much later than `start` each session is."""
    if not wanted.days:
        return [timedelta(days=number * wanted.every_days) for number in range(wanted.repeats)]
    return [date.fromisoformat(day) - start.date() for day in wanted.days]


def members_of_communities(connection: Connection, workshop: int) -> list[int]:
    """Ids of the living people who are members of a workshop's communities today."""
    kept = twins.ways(connection)
    person, community = kept("person", _membership.c.person_id), kept("community", _membership.c.community_id)
    rows = connection.execute(
        select(person)
        .distinct()
        .select_from(_membership)
        .join(_community, kept("community", _community.c.community_id) == community)
        .join(_person, _person.c.id == _membership.c.person_id)
        .where(
            _community.c.workshop_id.in_(twins.as_one("workshop", workshop)),
            _community.c.alive == 1,
            _membership.c.alive == 1,
            _membership.c.left.is_(None),
            _person.c.alive == 1,
        )
        .order_by(person)
    )
    return [row[0] for row in rows]


def _tallies(connection: Connection, workshop: int) -> dict[int, tuple[int, int, int]]:
    """Session id -> how many attended, were marked, and are on the roster."""
    if twins.any_twin(connection):
        return {
            session: (
                sum(counts[status] for status in ATTENDED),
                sum(counts.values()) - counts[None],
                sum(counts.values()),
            )
            for session, counts in rosters.tallies(connection, workshop).items()
        }
    attended = func.sum(_attendance.c.status.in_(ATTENDED).cast(_session.c.capacity.type))
    marked = {
        row[0]: row
        for row in connection.execute(
            select(_attendance.c.session_id, attended, func.count(_attendance.c.status), func.count())
            .join(_session, _session.c.id == _attendance.c.session_id)
            .join(_person, and_(_person.c.id == _attendance.c.person_id, _person.c.alive == 1))
            .where(_session.c.workshop_id == workshop, _attendance.c.alive == 1)
            .group_by(_attendance.c.session_id)
        )
    }
    listed = places.places(connection, workshop).enrolled
    extra = _walk_ins(connection, workshop)
    return {
        session: (int(row[1] or 0), int(row[2] or 0), listed + extra.get(session, 0)) for session, row in marked.items()
    }


def session_rows(connection: Connection, workshop: int) -> list[SessionRow]:
    """A workshop's sessions with their counts."""
    tallies = _tallies(connection, workshop)
    listed = places.places(connection, workshop).enrolled
    rows = rosters.shown_sessions(connection, workshop)
    facilitators = facilitator_names(connection, [row.id for row in rows])
    return [
        SessionRow(
            row.id,
            number,
            row.title or "",
            row.starts_at or "",
            row.ends_at or "",
            row.mode or "",
            row.venue or row.link or "",
            row.status or "",
            tallies[row.id][0] if row.id in tallies and row.status != CANCELLED else 0,
            tallies[row.id][1] if row.id in tallies else 0,
            tallies[row.id][2] if row.id in tallies else listed,
            row.capacity,
            row.moved_from or "",
            facilitators.get(row.id, ()),
            row.reason or "",
        )
        for number, row in enumerate(rows, 1)
    ]


def _walk_ins(connection: Connection, workshop: int) -> dict[int, int]:
    on_list = select(_enrolment.c.person_id).where(
        _enrolment.c.workshop_id == workshop, _enrolment.c.alive == 1, _enrolment.c.status == ENROLLED
    )
    rows = connection.execute(
        select(_attendance.c.session_id, func.count())
        .join(_session, _session.c.id == _attendance.c.session_id)
        .join(_person, and_(_person.c.id == _attendance.c.person_id, _person.c.alive == 1))
        .where(_session.c.workshop_id == workshop, _attendance.c.alive == 1, _attendance.c.person_id.not_in(on_list))
        .group_by(_attendance.c.session_id)
    )
    return {row[0]: row[1] for row in rows}


def enrolled_rows(connection: Connection, workshop: int) -> list[EnrolledRow]:
    """Everybody on a workshop's list: the enrolled by name, then the waiting list in its order, then the others."""
    line = {row.id: place for place, row in enumerate(places.waiting_line(connection, workshop), 1)}
    if twins.any_twin(connection):
        return _enrolled_as_one(connection, workshop, line)
    took_part = (
        select(_attendance.c.person_id, func.count().label("times"))
        .join(_session, _session.c.id == _attendance.c.session_id)
        .where(
            _session.c.workshop_id == workshop,
            _session.c.alive == 1,
            _session.c.status.is_distinct_from(CANCELLED),
            _attendance.c.alive == 1,
            _attendance.c.status.in_(ATTENDED),
        )
        .group_by(_attendance.c.person_id)
        .subquery()
    )
    rows = connection.execute(
        select(
            _enrolment.c.id.label("enrolment_id"), _enrolment.c.status, _enrolment.c.since, _person, took_part.c.times
        )
        .join(_person, _person.c.id == _enrolment.c.person_id)
        .outerjoin(took_part, took_part.c.person_id == _person.c.id)
        .where(_enrolment.c.workshop_id == workshop, _enrolment.c.alive == 1, _person.c.alive == 1)
        .order_by(_person.c.sort_key, _person.c.id)
    )
    return _in_order([_enrolled(row, row.times or 0, line) for row in rows])


def _enrolled(row: Any, times: int, line: Mapping[int, int]) -> EnrolledRow:
    return EnrolledRow(
        row.enrolment_id,
        row.id,
        full_name(row._mapping),
        row.label or "",
        row.institution or "",
        row.subject or "",
        row.status or ENROLLED,
        times,
        line.get(row.enrolment_id, 0),
        row.since or "",
    )


def _in_order(rows: Iterable[EnrolledRow]) -> list[EnrolledRow]:
    return sorted(rows, key=lambda row: (_RANK.get(row.status, 2), row.place))


def _enrolled_as_one(connection: Connection, workshop: int, line: Mapping[int, int]) -> list[EnrolledRow]:
    """The list where workshops, sessions or people are seen as one: everybody once, by the best of her places."""
    rows = connection.execute(
        select(_enrolment.c.id.label("enrolment_id"), _enrolment.c.status, _enrolment.c.since, _person)
        .select_from(_enrolment)
        .join(_person, _person.c.id == twins.kept("person", _enrolment.c.person_id))
        .where(
            _enrolment.c.workshop_id.in_(twins.as_one("workshop", workshop)),
            _enrolment.c.alive == 1,
            _person.c.alive == 1,
        )
        .order_by(_person.c.sort_key, _person.c.id, _enrolment.c.id)
    )
    grid = rosters.grid(connection, workshop)
    going = {head.id for head in grid.sessions if head.status != CANCELLED}
    times: dict[int, int] = {}
    for (person, session), mark in grid.marks.items():
        times[person] = times.get(person, 0) + (session in going and mark[0] in ATTENDED)
    best: dict[int, EnrolledRow] = {}
    for row in (_enrolled(row, times.get(row.id, 0), line) for row in rows):
        held = best.get(row.person_id)
        if held is None or (_RANK.get(row.status, 2), not row.place) < (_RANK.get(held.status, 2), not held.place):
            best[row.person_id] = row
    return _in_order(best.values())


def facilitator_names(connection: Connection, sessions: Sequence[int]) -> dict[int, tuple[str, ...]]:
    """Session id -> names of its facilitators; those of a session that is seen as it among them."""
    groups = twins.groups_of(connection, "workshop_session", sessions)
    every = [key for group in groups.values() for key in group]
    rows = connection.execute(
        select(_facilitator.c.session_id, _person.c.id, _person.c.given_name, _person.c.family_name)
        .select_from(_facilitator)
        .join(_person, _person.c.id == twins.kept("person", _facilitator.c.person_id))
        .where(_facilitator.c.session_id.in_(every), _facilitator.c.alive == 1, _person.c.alive == 1)
        .order_by(_facilitator.c.id)
    )
    named: dict[int, dict[int, str]] = {}
    for row in rows:
        named.setdefault(row.session_id, {})[row.id] = full_name(row._mapping)
    found: dict[int, tuple[str, ...]] = {}
    for session, group in groups.items():
        together = {person: name for key in group for person, name in named.get(key, {}).items()}
        if together:
            found[session] = tuple(together.values())
    return found


def last_session(connection: Connection, community: int | None = None) -> dict[str, object] | None:
    """Fields of the latest session (of a community's workshops, if given), as defaults for the next plan."""
    statement = select(
        _session.c.starts_at, _session.c.ends_at, _session.c.venue, _session.c.link, _session.c.mode, _session.c.zone,
        _session.c.capacity,
    ).where(_session.c.alive == 1)  # fmt: skip
    if community is not None:
        statement = statement.join(_community, _community.c.workshop_id == _session.c.workshop_id).where(
            _community.c.community_id == community, _community.c.alive == 1
        )
    row = connection.execute(statement.order_by(_session.c.starts_at.desc()).limit(1)).mappings().one_or_none()
    return dict(row) if row else None
