"""One stakeholder at a glance: its fields and the people to talk to there."""

import json
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from tn_desktop.model.changes import Changes
from tn_desktop.model.derived import full_name
from tn_desktop.model.entities.base import table_of
from tn_desktop.model.entities.needs import Need
from tn_desktop.model.entities.people import Person
from tn_desktop.model.entities.stakeholders import Contact, Stakeholder
from tn_desktop.model.normalise import show_phone
from tn_desktop.model.text import sort_key
from tn_desktop.services import engagements, records, support
from tn_desktop.services.engagements import EngagementRow
from tn_desktop.services.known_people import Known, add_named, named
from tn_desktop.services.page_values import values_of
from tn_desktop.services.support import SupportRow
from tn_desktop.store import twins
from tn_desktop.store.unit_of_work import UnitOfWork

_contact, _person, _stakeholder = table_of(Contact), table_of(Person), table_of(Stakeholder)
_need = table_of(Need)
NEEDS_ASKED = 2_000
"""The themes of so many of the latest needs are offered."""


@dataclass(frozen=True, slots=True)
class ContactRow:
    """A person to talk to, with the part she plays there."""

    contact_id: int
    person_id: int
    name: str
    label: str
    role: str
    phone: str
    email: str


@dataclass(frozen=True, slots=True)
class StakeholderPage:
    """What the Stakeholders pane shows of one.

    Attributes:
        values: field -> stored value.
        person: who it is, where it is one.
        engagements: what was talked about, latest first.
        supports: the communities and workshops it supports.
    """

    id: int
    values: dict[str, Any]
    person: Known | None
    contacts: tuple[ContactRow, ...]
    engagements: tuple[EngagementRow, ...] = ()
    supports: tuple[SupportRow, ...] = ()

    @property
    def next_due(self) -> EngagementRow | None:
        """The next step that is due first."""
        waiting = [row for row in self.engagements if row.due and not row.done]
        return min(waiting, key=lambda row: (row.due, row.engagement_id), default=None)


def stakeholder_page(connection: Connection, stakeholder: int) -> StakeholderPage:
    """One living stakeholder.

    Raises:
        NotFound: no such stakeholder, or it was removed.
    """
    values = values_of(connection, "stakeholders", stakeholder)
    person = named(connection, [values["person"]]) if values["person"] is not None else []
    rows = connection.execute(
        select(_contact.c.id.label("contact_id"), _contact.c.role, _person)
        .select_from(_contact)
        .join(_person, _person.c.id == twins.kept("person", _contact.c.person_id))
        .where(
            _contact.c.stakeholder_id.in_(twins.as_one("stakeholder", stakeholder)),
            _contact.c.alive == 1,
            _person.c.alive == 1,
        )
        .order_by(_person.c.sort_key, _person.c.id)
    )
    contacts = tuple(
        ContactRow(
            row.contact_id,
            row.id,
            full_name(row._mapping),
            row.label or "",
            row.role or "",
            show_phone(row.phone),
            row.email or "",
        )
        for row in {row.id: row for row in rows}.values()
    )
    return StakeholderPage(
        stakeholder,
        values,
        next(iter(person), None),
        contacts,
        engagements.log(connection, stakeholder),
        support.supports(connection, stakeholder),
    )


def add_contact(uow: UnitOfWork, stakeholder: int, person: int, role: str = "") -> Changes:
    """Make a known person a contact.

    Raises:
        Refused: she is one already.
    """
    return records.add(uow, "contacts", {"stakeholder": stakeholder, "person": person, "role": role})


def add_new_contact(uow: UnitOfWork, stakeholder: int, typed: str, role: str = "") -> Changes:
    """Make a person of a typed name and a contact; told["person"] is her id.

    Raises:
        FieldError: the name is empty. NotFound: the stakeholder was removed.
    """
    province = values_of(uow.connection, "stakeholders", stakeholder)["province"]
    person = add_named(uow, typed, province, roles=("stakeholder",)).subject
    assert person is not None
    added = records.add(uow, "contacts", {"stakeholder": stakeholder, "person": person, "role": role})
    return uow.changes(subject=added.subject, person=person)


def known_disciplines(connection: Connection) -> list[str]:
    """Every discipline of a living stakeholder, once, in the order of the Turkish alphabet."""
    return _known(connection, "disciplines")


def known_themes(connection: Connection) -> list[str]:
    """Every theme of a living stakeholder, once, in the order of the Turkish alphabet."""
    return _known(connection, "themes")


def suggested_tags(connection: Connection) -> dict[str, list[str]]:
    """What to offer while disciplines and themes are typed: those in use, of themes also the latest needs'."""
    latest = (
        select(_need.c.themes)
        .where(_need.c.alive == 1)
        .order_by(_need.c.raised_at.desc())
        .limit(NEEDS_ASKED)
        .subquery()
    )
    held = connection.execute(select(latest.c.themes).distinct().where(latest.c.themes.is_not(None)))
    themes = {word for row in held for word in json.loads(row[0])} | set(known_themes(connection))
    return {"disciplines": known_disciplines(connection), "themes": sorted(themes, key=sort_key)}


def _known(connection: Connection, name: str) -> list[str]:
    column = _stakeholder.c[name]
    held = connection.execute(select(column).distinct().where(_stakeholder.c.alive == 1, column.is_not(None)))
    return sorted({word for row in held for word in json.loads(row[0])}, key=sort_key)
