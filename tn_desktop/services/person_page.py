"""One person at a glance: her fields, the communities she is in, what she took part in.

Who was entered twice, and said to be the same, has the history of all her rows.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, and_, func, select

from tn_desktop.model.derived import full_name
from tn_desktop.model.entities.base import table_of
from tn_desktop.model.entities.people import Community, Membership, Person
from tn_desktop.model.entities.workshops import Attendance, Enrolment, Workshop, WorkshopSession
from tn_desktop.model.vocabulary import ATTENDED, CANCELLED, LATE, WITHDRAWN
from tn_desktop.services import one_roster, same_as
from tn_desktop.services.contributions import Contributions, contributions
from tn_desktop.services.page_values import values_of

_membership, _community = table_of(Membership), table_of(Community)
_attendance, _session, _workshop = table_of(Attendance), table_of(WorkshopSession), table_of(Workshop)
_enrolment, _marker = table_of(Enrolment), table_of(Person).alias("marker")
SHOWN = 500
"""At most so many workshops and marks of one person are listed."""


@dataclass(frozen=True, slots=True)
class MembershipRow:
    """A community a person is, or was, in; dates are ISO, "" where unknown."""

    membership_id: int
    community_id: int
    name: str
    role: str
    joined: str
    left: str


@dataclass(frozen=True, slots=True)
class WorkshopOfPerson:
    """A workshop a person is on the list of or came to.

    Attributes:
        starts_at: of its first session, ISO to the minute, "" without sessions.
        attended: sessions she took part in, cancelled ones left out.
        sessions: sessions of the workshop that were not cancelled.
        minutes: time she took part, from the sessions' times; a late mark's minutes are taken off.
    """

    workshop_id: int
    title: str
    kind: str
    starts_at: str
    attended: int
    sessions: int
    minutes: int


@dataclass(frozen=True, slots=True)
class SessionOfPerson:
    """A session a person was marked in, whatever the mark; one that was cancelled is not counted anywhere.

    Attributes:
        status: of ATTENDANCE_STATUS; mode: of ATTENDANCE_MODE, or "".
        counted: whether she took part, so that it is in the totals.
        minutes: time she took part.
        marked_by: the name of who was at the keyboard; "" where nobody said.
    """

    attendance_id: int
    session_id: int
    workshop_id: int
    workshop: str
    title: str
    starts_at: str
    status: str
    mode: str
    counted: bool
    minutes: int
    marked_by: str = ""


@dataclass(frozen=True, slots=True)
class PersonPage:
    """What the People pane shows of one person.

    Attributes:
        values: field -> what the form shows (see page_values).
        workshops, marks: the latest `SHOWN` of each.
        sessions, minutes, came: sessions and time she took part in, and workshops of which at least one session; of
            all of them, listed or not.
        rows: how many rows she was entered as.
    """

    id: int
    name: str
    values: dict[str, Any]
    memberships: tuple[MembershipRow, ...]
    workshops: tuple[WorkshopOfPerson, ...]
    marks: tuple[SessionOfPerson, ...]
    contributions: Contributions
    sessions: int
    minutes: int
    came: int
    rows: int = 1


def person_page(connection: Connection, person: int) -> PersonPage:
    """One living person.

    Raises:
        NotFound: no such person, or she was removed.
    """
    values = values_of(connection, "people", person)
    people = same_as.ids_of_group(connection, "people", person)
    marks = _marks(connection, people)
    took_part = [mark for mark in marks if mark.counted]
    return PersonPage(
        person,
        full_name(values),
        values,
        _memberships(connection, people),
        _workshops(connection, people, took_part),
        tuple(marks[:SHOWN]),
        contributions(connection, people),
        len(took_part),
        sum(mark.minutes for mark in took_part),
        len({mark.workshop_id for mark in took_part}),
        len(people),
    )


def _memberships(connection: Connection, people: Sequence[int]) -> tuple[MembershipRow, ...]:
    rows = connection.execute(
        select(_membership, _community.c.name)
        .join(_community, _community.c.id == _membership.c.community_id)
        .where(_membership.c.person_id.in_(people), _membership.c.alive == 1, _community.c.alive == 1)
        .order_by(_membership.c.left.is_not(None), _community.c.sort_key, _community.c.id)
    )
    found: dict[int, MembershipRow] = {}
    for row in rows:
        member = MembershipRow(
            row.id, row.community_id, row.name or "", row.role or "", row.joined or "", row.left or ""
        )  # fmt: skip
        found.setdefault(row.community_id, member)
    return tuple(found.values())


def _marks(connection: Connection, people: Sequence[int]) -> list[SessionOfPerson]:
    """Every mark of a person, one to a session, latest session first."""
    rows = connection.execute(
        select(
            _attendance.c.id,
            _attendance.c.session_id,
            _session.c.workshop_id,
            _workshop.c.title.label("workshop"),
            _session.c.title,
            _session.c.starts_at,
            _session.c.ends_at,
            _session.c.status.label("session_status"),
            _attendance.c.status,
            _attendance.c.mode,
            _attendance.c.minutes,
            _marker.c.given_name,
            _marker.c.family_name,
        )
        .join(_session, _session.c.id == _attendance.c.session_id)
        .join(_workshop, _workshop.c.id == _session.c.workshop_id)
        .outerjoin(_marker, _marker.c.id == _attendance.c.marked_by_id)
        .where(
            _attendance.c.person_id.in_(people),
            _attendance.c.alive + 0 == 1,
            _attendance.c.status.is_not(None),
            _session.c.alive + 0 == 1,
            _workshop.c.alive + 0 == 1,
        )
        .order_by(_session.c.starts_at.desc(), _attendance.c.id.desc())
    )
    as_one = one_roster.all_as_one(connection)
    marks: dict[int, SessionOfPerson] = {}
    hers = list(map(_mark, rows))
    standing = _standing(connection, {as_one[mark.session_id] for mark in hers if mark.session_id in as_one}, people)
    for mark in hers:
        if mark.session_id in as_one and mark.attendance_id not in standing:
            continue
        # Two of her rows may have been marked in one session; what counts is that she was there.
        held = marks.get(mark.session_id)
        if held is None or (mark.counted, mark.minutes) > (held.counted, held.minutes):
            marks[mark.session_id] = mark
    return list(marks.values())


def _standing(connection: Connection, groups: set[tuple[int, ...]], people: Sequence[int]) -> set[int]:
    """Ids of the marks that stand in sessions that were entered twice: one of each (services/one_roster.py)."""
    found = (one_roster.standing(one_roster.held_rows(connection, sessions, people)).row for sessions in groups)
    return {row.id for row in found if row is not None}


def _mark(row: Any) -> SessionOfPerson:
    counted = row.status in ATTENDED and row.session_status != CANCELLED
    return SessionOfPerson(
        row.id,
        row.session_id,
        row.workshop_id,
        row.workshop or "",
        row.title or "",
        row.starts_at or "",
        row.status,
        row.mode or "",
        counted,
        time_in(row) if counted else 0,
        full_name(row._mapping),
    )


def _workshops(
    connection: Connection, people: Sequence[int], took_part: Sequence[SessionOfPerson]
) -> tuple[WorkshopOfPerson, ...]:
    """Workshops she came to or is on the list of, latest first."""
    minutes: dict[int, int] = {}
    attended: dict[int, int] = {}
    for mark in took_part:
        attended[mark.workshop_id] = attended.get(mark.workshop_id, 0) + 1
        minutes[mark.workshop_id] = minutes.get(mark.workshop_id, 0) + mark.minutes
    on_list = connection.execute(
        select(_enrolment.c.workshop_id).where(
            _enrolment.c.person_id.in_(people),
            _enrolment.c.alive == 1,
            _enrolment.c.status.is_distinct_from(WITHDRAWN),
        )
    )
    wanted = sorted({*attended, *(row[0] for row in on_list)})
    rows = connection.execute(
        select(
            _workshop.c.id,
            _workshop.c.title,
            _workshop.c.kind,
            _workshop.c.first_starts_at,
            func.count(_session.c.id).label("sessions"),
        )
        .outerjoin(
            _session,
            and_(
                _session.c.workshop_id == _workshop.c.id,
                _session.c.alive == 1,
                _session.c.status.is_distinct_from(CANCELLED),
            ),
        )
        .where(_workshop.c.id.in_(wanted), _workshop.c.alive == 1)
        .group_by(_workshop.c.id)
        .order_by(_workshop.c.first_starts_at.desc(), _workshop.c.id.desc())
        .limit(SHOWN)
    )
    return tuple(
        WorkshopOfPerson(
            row.id,
            row.title or "",
            row.kind or "",
            row.first_starts_at or "",
            attended.get(row.id, 0),
            row.sessions,
            minutes.get(row.id, 0),
        )
        for row in rows
    )


def time_in(row: Any) -> int:
    """Minutes somebody took part in a session, from a row with starts_at, ends_at, status and the mark's minutes."""
    if not row.starts_at or not row.ends_at:
        return 0 if row.status == LATE else int(row.minutes or 0)
    whole = int((datetime.fromisoformat(row.ends_at) - datetime.fromisoformat(row.starts_at)).total_seconds() // 60)
    if row.minutes is None:
        return whole
    noted = int(row.minutes)
    return max(0, whole - noted) if row.status == LATE else min(whole, noted)
