"""One stakeholder at a glance: its fields and the people to talk to there."""

import json
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from tn_desktop.model.changes import Changes
from tn_desktop.model.derived import full_name
from tn_desktop.model.entities.base import table_of
from tn_desktop.model.entities.people import Person
from tn_desktop.model.entities.stakeholders import Contact, Stakeholder
from tn_desktop.model.normalise import show_phone
from tn_desktop.model.text import sort_key
from tn_desktop.services import records
from tn_desktop.services.known_people import Known, add_named, named
from tn_desktop.services.page_values import values_of
from tn_desktop.store.unit_of_work import UnitOfWork

_contact, _person, _stakeholder = table_of(Contact), table_of(Person), table_of(Stakeholder)


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
    """What the Stakeholders pane shows of one. values: field -> stored value; person: who it is, where it is one."""

    id: int
    values: dict[str, Any]
    person: Known | None
    contacts: tuple[ContactRow, ...]


def stakeholder_page(connection: Connection, stakeholder: int) -> StakeholderPage:
    """One living stakeholder.

    Raises:
        NotFound: no such stakeholder, or it was removed.
    """
    values = values_of(connection, "stakeholders", stakeholder)
    person = named(connection, [values["person"]]) if values["person"] is not None else []
    rows = connection.execute(
        select(_contact.c.id.label("contact_id"), _contact.c.role, _person)
        .join(_person, _person.c.id == _contact.c.person_id)
        .where(_contact.c.stakeholder_id == stakeholder, _contact.c.alive == 1, _person.c.alive == 1)
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
        for row in rows
    )
    return StakeholderPage(stakeholder, values, next(iter(person), None), contacts)


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
    held = connection.execute(
        select(_stakeholder.c.disciplines)
        .distinct()
        .where(_stakeholder.c.alive == 1, _stakeholder.c.disciplines.is_not(None))
    )
    return sorted({word for row in held for word in json.loads(row[0])}, key=sort_key)
