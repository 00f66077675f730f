"""One person at a glance: her fields, the communities she is in, what she took part in."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, and_, func, select

from tn_desktop.model.derived import full_name
from tn_desktop.model.entities.base import table_of
from tn_desktop.model.entities.people import Community, Membership
from tn_desktop.model.entities.stakeholders import Contact, Stakeholder
from tn_desktop.model.entities.workshops import Attendance, Enrolment, Workshop, WorkshopSession
from tn_desktop.model.vocabulary import ATTENDED, CANCELLED, LATE, WITHDRAWN
from tn_desktop.services.page_values import values_of

_membership, _community = table_of(Membership), table_of(Community)
_attendance, _session, _workshop = table_of(Attendance), table_of(WorkshopSession), table_of(Workshop)
_enrolment, _contact, _stakeholder = table_of(Enrolment), table_of(Contact), table_of(Stakeholder)
SHOWN = 500
"""At most so many workshops of one person are listed."""


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
class ContactFor:
    """A stakeholder a person is a contact of."""

    stakeholder_id: int
    name: str
    role: str


@dataclass(frozen=True, slots=True)
class PersonPage:
    """What the People pane shows of one person. values: field -> what the form shows (see page_values)."""

    id: int
    name: str
    values: dict[str, Any]
    memberships: tuple[MembershipRow, ...]
    workshops: tuple[WorkshopOfPerson, ...]
    contact_for: tuple[ContactFor, ...]

    @property
    def sessions(self) -> int:
        """Sessions she took part in."""
        return sum(row.attended for row in self.workshops)

    @property
    def minutes(self) -> int:
        """Time she took part in all."""
        return sum(row.minutes for row in self.workshops)


def person_page(connection: Connection, person: int) -> PersonPage:
    """One living person.

    Raises:
        NotFound: no such person, or she was removed.
    """
    values = values_of(connection, "people", person)
    return PersonPage(
        person,
        full_name(values),
        values,
        _memberships(connection, person),
        _workshops(connection, person),
        _contacts(connection, person),
    )


def _memberships(connection: Connection, person: int) -> tuple[MembershipRow, ...]:
    rows = connection.execute(
        select(_membership, _community.c.name)
        .join(_community, _community.c.id == _membership.c.community_id)
        .where(_membership.c.person_id == person, _membership.c.alive == 1, _community.c.alive == 1)
        .order_by(_membership.c.left.is_not(None), _community.c.sort_key, _community.c.id)
    )
    return tuple(
        MembershipRow(
            row.id, row.community_id, row.name or "", row.role or "", row.joined or "", row.left or ""
        )
        for row in rows
    )  # fmt: skip


def _workshops(connection: Connection, person: int) -> tuple[WorkshopOfPerson, ...]:
    minutes: dict[int, int] = {}
    attended: dict[int, int] = {}
    came = connection.execute(
        select(
            _session.c.workshop_id,
            _session.c.starts_at,
            _session.c.ends_at,
            _attendance.c.status,
            _attendance.c.minutes,
        )
        .join(_session, _session.c.id == _attendance.c.session_id)
        .where(
            _attendance.c.person_id == person,
            _attendance.c.alive == 1,
            _attendance.c.status.in_(ATTENDED),
            _session.c.alive == 1,
            _session.c.status.is_distinct_from(CANCELLED),
        )
    )
    for row in came:
        attended[row.workshop_id] = attended.get(row.workshop_id, 0) + 1
        minutes[row.workshop_id] = minutes.get(row.workshop_id, 0) + time_in(row)
    on_list = connection.execute(
        select(_enrolment.c.workshop_id).where(
            _enrolment.c.person_id == person,
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


def _contacts(connection: Connection, person: int) -> tuple[ContactFor, ...]:
    rows = connection.execute(
        select(_contact.c.stakeholder_id, _stakeholder.c.name, _contact.c.role)
        .join(_stakeholder, _stakeholder.c.id == _contact.c.stakeholder_id)
        .where(_contact.c.person_id == person, _contact.c.alive == 1, _stakeholder.c.alive == 1)
        .order_by(_stakeholder.c.sort_key, _stakeholder.c.id)
    )
    return tuple(ContactFor(row.stakeholder_id, row.name or "", row.role or "") for row in rows)
