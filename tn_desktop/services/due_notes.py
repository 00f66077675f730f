"""What is past its time of the notes about stakeholders: free text about people, and contacts nobody talks to any more.

An engagement is past it when its own date is; a contact when the stakeholder is no longer active and nobody talked to
it since. Which of them go is said one by one (services/retention.py).
"""

from dataclasses import dataclass
from typing import Final

from sqlalchemy import ColumnElement, Connection, Join, and_, func, or_, select

from tn_desktop.model.derived import full_name
from tn_desktop.model.entities.base import table_of
from tn_desktop.model.entities.people import Person
from tn_desktop.model.entities.stakeholders import Contact, Engagement, Stakeholder

_contact, _stakeholder, _engagement = table_of(Contact), table_of(Stakeholder), table_of(Engagement)
_person = table_of(Person)
ENGAGEMENT, CONTACT = "engagement", "contact"
PREVIEW: Final = 120


@dataclass(frozen=True, slots=True)
class DueNote:
    """A note that is past its time.

    Attributes:
        id: engagements as they are, contacts negative: one number for both.
        entity: "engagement" or "contact", its table.
        about: the stakeholder's name.
        text: how the note begins, or who the contact is.
        last: its ISO day, "" for a contact with whom nobody ever talked.
    """

    id: int
    entity: str
    uid: bytes
    about: str
    text: str
    last: str


@dataclass(frozen=True, slots=True)
class DueNotes:
    """The first of them, the oldest first, and how many there are."""

    rows: tuple[DueNote, ...]
    count: int


def due_notes(connection: Connection, before: str, stamp: str, limit: int) -> DueNotes:
    """The notes of before that ISO day; contacts only if they were entered before that stamp."""
    old, quiet = _old(before), _quiet(before, stamp)
    engagements = _count(connection, old)
    count = engagements + int(
        connection.execute(select(func.count()).select_from(_contacts()).where(quiet)).scalar() or 0
    )
    columns = (_engagement.c.id, _engagement.c.uid, _engagement.c.date, _engagement.c.summary, _engagement.c.next_step)
    texts = connection.execute(
        select(*columns, _stakeholder.c.name)
        .join(_stakeholder, _stakeholder.c.id == _engagement.c.stakeholder_id)
        .where(old)
        .order_by(_engagement.c.date, _engagement.c.id)
        .limit(limit)
    )
    rows = [
        DueNote(
            row.id, ENGAGEMENT, row.uid, row.name or "", (row.summary or row.next_step or "")[:PREVIEW], row.date[:10]
        )
        for row in texts
    ]
    people = connection.execute(
        select(_contact.c.id, _contact.c.uid, _stakeholder.c.name, _person.c.given_name, _person.c.family_name)
        .select_from(_contacts())
        .where(quiet)
        .order_by(_contact.c.id)
        .limit(max(0, limit - len(rows)))
    )
    rows += [DueNote(-row.id, CONTACT, row.uid, row.name or "", full_name(row._mapping), "") for row in people]
    return DueNotes(tuple(rows), count)


def is_due(connection: Connection, uid: bytes, before: str, stamp: str) -> str:
    """The table of a note that is past its time, "" for what is none."""
    if connection.execute(select(_engagement.c.id).where(_engagement.c.uid == uid, _old(before))).first():
        return ENGAGEMENT
    held = select(_contact.c.id).select_from(_contacts()).where(_contact.c.uid == uid, _quiet(before, stamp))
    return CONTACT if connection.execute(held).first() else ""


def _old(before: str) -> ColumnElement[bool]:
    said = or_(
        _engagement.c.summary.is_not(None), _engagement.c.next_step.is_not(None), _engagement.c.person_id.is_not(None)
    )
    return and_(_engagement.c.alive == 1, _engagement.c.date < before, _engagement.c.date > "", said)


def _quiet(before: str, stamp: str) -> ColumnElement[bool]:
    talked = (
        select(_engagement.c.id)
        .where(
            _engagement.c.stakeholder_id == _contact.c.stakeholder_id,
            _engagement.c.date >= before,
            _engagement.c.alive + 0 == 1,
        )
        .exists()
    )
    return and_(
        _contact.c.alive == 1,
        _contact.c.created < stamp,
        or_(_stakeholder.c.status != "active", _stakeholder.c.alive == 0),
        ~talked,
    )


def _contacts() -> Join:
    return _contact.join(_stakeholder, _stakeholder.c.id == _contact.c.stakeholder_id).join(
        _person, _person.c.id == _contact.c.person_id
    )


def _count(connection: Connection, condition: ColumnElement[bool]) -> int:
    return int(connection.execute(select(func.count()).select_from(_engagement).where(condition)).scalar() or 0)
