"""The rows that long lists show: a few columns of an entity with the names and counts beside them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Table, and_, func, select

from tn_desktop.model.derived import full_name
from tn_desktop.model.entities.base import table_of
from tn_desktop.model.entities.people import Community, Membership, Person
from tn_desktop.model.entities.stakeholders import Contact, Engagement, Stakeholder
from tn_desktop.model.entities.workshops import Enrolment, Workshop, WorkshopSession
from tn_desktop.model.normalise import show_phone, show_tags
from tn_desktop.model.places import province_name
from tn_desktop.model.vocabulary import ENROLLED
from tn_desktop.store import twins

_person, _community, _membership = table_of(Person), table_of(Community), table_of(Membership)
_workshop, _session, _enrolment = table_of(Workshop), table_of(WorkshopSession), table_of(Enrolment)
_stakeholder, _contact, _engagement = table_of(Stakeholder), table_of(Contact), table_of(Engagement)


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A person in a list."""

    id: int
    name: str
    label: str
    province: str
    district: str
    institution: str
    subject: str
    phone: str
    email: str


@dataclass(frozen=True, slots=True)
class CommunityRow:
    """A community in a list, with its members today."""

    id: int
    name: str
    kind: str
    province: str
    stage: str
    status: str
    members: int


@dataclass(frozen=True, slots=True)
class WorkshopRow:
    """A workshop in a list: first session's start, how many sessions, how many on the list."""

    id: int
    title: str
    kind: str
    province: str
    starts_at: str
    status: str
    sessions: int
    enrolled: int


@dataclass(frozen=True, slots=True)
class StakeholderRow:
    """A stakeholder in a list; due is the day of the first next step that waits, ISO, or ""."""

    id: int
    name: str
    type: str
    province: str
    status: str
    disciplines: str
    contacts: int
    due: str = ""


def people(connection: Connection, ids: Sequence[int]) -> list[PersonRow]:
    """Rows of people in the order of `ids`; removed ones are left out."""
    return [
        PersonRow(
            row.id,
            full_name(row._mapping),
            row.label or "",
            province_name(row.province),
            row.district or "",
            row.institution or "",
            row.subject or "",
            show_phone(row.phone),
            row.email or "",
        )
        for row in in_order(connection, _person, ids)
    ]


def communities(connection: Connection, ids: Sequence[int]) -> list[CommunityRow]:
    """Rows of communities in the order of `ids`."""
    kept, both = twins.ways(connection), twins.with_twins(connection, "community", ids)
    community = kept("community", _membership.c.community_id).label("of")
    members = counted(
        connection,
        select(community, func.count(kept("person", _membership.c.person_id).distinct()))
        .join(_person, and_(_person.c.id == _membership.c.person_id, _person.c.alive == 1))
        .where(_membership.c.community_id.in_(both), _membership.c.alive == 1, _membership.c.left.is_(None))
        .group_by(community),
    )
    return [
        CommunityRow(
            row.id,
            row.name or "",
            row.kind or "",
            province_name(row.province),
            row.stage or "",
            row.status or "",
            members.get(row.id, 0),
        )
        for row in in_order(connection, _community, ids)
    ]


def workshops(connection: Connection, ids: Sequence[int]) -> list[WorkshopRow]:
    """Rows of workshops in the order of `ids`."""
    kept, both = twins.ways(connection), twins.with_twins(connection, "workshop", ids)
    workshop = kept("workshop", _session.c.workshop_id).label("of")
    sessions = counted(
        connection,
        select(workshop, func.count(kept("workshop_session", _session.c.id).distinct()))
        .where(_session.c.workshop_id.in_(both), _session.c.alive == 1)
        .group_by(workshop),
    )
    workshop = kept("workshop", _enrolment.c.workshop_id).label("of")
    enrolled = counted(
        connection,
        select(workshop, func.count(kept("person", _enrolment.c.person_id).distinct()))
        .join(_person, and_(_person.c.id == _enrolment.c.person_id, _person.c.alive == 1))
        .where(_enrolment.c.workshop_id.in_(both), _enrolment.c.alive == 1, _enrolment.c.status == ENROLLED)
        .group_by(workshop),
    )
    return [
        WorkshopRow(
            row.id,
            row.title or "",
            row.kind or "",
            province_name(row.province),
            row.first_starts_at,
            row.status,
            sessions.get(row.id, 0),
            enrolled.get(row.id, 0),
        )
        for row in in_order(connection, _workshop, ids)
    ]


def stakeholders(connection: Connection, ids: Sequence[int]) -> list[StakeholderRow]:
    """Rows of stakeholders in the order of `ids`."""
    kept, both = twins.ways(connection), twins.with_twins(connection, "stakeholder", ids)
    stakeholder = kept("stakeholder", _contact.c.stakeholder_id).label("of")
    contacts = counted(
        connection,
        select(stakeholder, func.count(kept("person", _contact.c.person_id).distinct()))
        .join(_person, and_(_person.c.id == _contact.c.person_id, _person.c.alive == 1))
        .where(_contact.c.stakeholder_id.in_(both), _contact.c.alive == 1)
        .group_by(stakeholder),
    )
    stakeholder = kept("stakeholder", _engagement.c.stakeholder_id).label("of")
    due: dict[int, str] = counted(
        connection,
        select(stakeholder, func.min(_engagement.c.due))
        .where(
            _engagement.c.stakeholder_id.in_(both),
            _engagement.c.alive + 0 == 1,
            _engagement.c.due.is_not(None),
            func.coalesce(_engagement.c.done, 0) == 0,
        )
        .group_by(stakeholder),
    )
    return [
        StakeholderRow(
            row.id,
            row.name or "",
            row.type or "",
            province_name(row.province),
            row.status or "",
            show_tags(row.disciplines),
            contacts.get(row.id, 0),
            due.get(row.id, ""),
        )
        for row in in_order(connection, _stakeholder, ids)
    ]


def in_order(connection: Connection, table: Table, ids: Sequence[int]) -> list[Any]:
    """The living rows of a table by their ids, in that order."""
    if not ids:
        return []
    # Looked up by key alone: asked for living rows as well, SQLite walks the index that begins with `alive`.
    found = {row.id: row for row in connection.execute(select(table).where(table.c.id.in_(ids))) if row.alive}
    return [found[key] for key in ids if key in found]


def counted(connection: Connection, statement: Any) -> dict[int, Any]:
    """What a statement of (key, count or other value) rows found."""
    return {row[0]: row[1] for row in connection.execute(statement)}
