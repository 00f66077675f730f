"""Who can be asked to speak: people by their own names, and the people of stakeholders by the stakeholder's."""

from collections.abc import Sequence

from sqlalchemy import Connection, select

from tn_desktop.model.entities.base import table_of
from tn_desktop.model.entities.people import Person
from tn_desktop.model.entities.stakeholders import Contact, Stakeholder
from tn_desktop.services import known_people, lists
from tn_desktop.services.known_people import SUGGESTED, Known
from tn_desktop.services.lists import ListQuery

_stakeholder, _contact, _person = table_of(Stakeholder), table_of(Contact), table_of(Person)
OF_EACH = 3
"""So many people of one stakeholder are offered."""
THEMSELVES = ("individual", "expert")
"""Types of stakeholders that are one person."""


def suggest(connection: Connection, typed: str, province: str = "", limit: int = SUGGESTED) -> list[Known]:
    """People whose words begin with what was typed, then those of stakeholders whose words do, with its name beside.

    An expert who has no row among the people yet is offered with id 0: she gets one when she is chosen.
    """
    people = known_people.suggest_people(connection, typed, province, limit)
    stakeholders = lists.first_page(connection, ListQuery("stakeholders", typed))[0].rows[:limit] if typed else ()
    theirs = _people_of(connection, [row.id for row in stakeholders])
    found = {known.id: known for known in people[: limit - min(limit // 2, len(theirs))]}
    new: dict[str, Known] = {}
    for known in theirs:
        if known.id:
            found.setdefault(known.id, known)
        else:
            new.setdefault(known.name, known)
    found |= {known.id: known for known in people if known.id not in found}
    return [*found.values(), *new.values()][:limit]


def _people_of(connection: Connection, stakeholders: Sequence[int]) -> list[Known]:
    """The people of some stakeholders, in the order of these: the person it is, then its contacts."""
    rows = connection.execute(
        select(_stakeholder.c.id, _stakeholder.c.name, _stakeholder.c.type, _stakeholder.c.person_id).where(
            _stakeholder.c.id.in_(stakeholders)
        )
    )
    held = {row.id: row for row in rows}
    contacts: dict[int, list[int]] = {}
    for link in connection.execute(
        select(_contact.c.stakeholder_id, _contact.c.person_id)
        .join(_person, _person.c.id == _contact.c.person_id)
        .where(_contact.c.stakeholder_id.in_(stakeholders), _contact.c.alive + 0 == 1, _person.c.alive + 0 == 1)
        .order_by(_contact.c.id)
    ):
        contacts.setdefault(link.stakeholder_id, []).append(link.person_id)
    found: list[Known] = []
    for key in stakeholders:
        row = held[key]
        own = [row.person_id] if row.person_id is not None else []
        people = known_people.named(connection, [*own, *contacts.get(key, [])][:OF_EACH])
        found += [Known(known.id, known.name, row.name or "") for known in people]
        if not people and row.type in THEMSELVES and row.name:
            found.append(Known(0, row.name, ""))
    return found
