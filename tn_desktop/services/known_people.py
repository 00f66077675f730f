"""Finding people while a name is typed: suggestions, namesakes, and a new person from one line of text."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, and_, func, select

from tn_desktop.model.changes import Changes
from tn_desktop.model.derived import full_name
from tn_desktop.model.entities.base import table_of
from tn_desktop.model.entities.people import Person
from tn_desktop.model.normalise import show_phone
from tn_desktop.model.places import province_name
from tn_desktop.model.text import clean, fold, sort_key
from tn_desktop.services import lists, records, settings
from tn_desktop.services.list_rows import PersonRow
from tn_desktop.services.lists import ListQuery
from tn_desktop.store import twins
from tn_desktop.store.unit_of_work import UnitOfWork

_person = table_of(Person)
SUGGESTED = 8
NAMESAKES = 20


@dataclass(frozen=True, slots=True)
class Known:
    """Something a picker can offer: its id, its name, and what tells it from others of that name."""

    id: int
    name: str
    detail: str = ""


def suggest_people(connection: Connection, typed: str, province: str = "", limit: int = SUGGESTED) -> list[Known]:
    """People whose words begin with what was typed: those of just that name, of `province` (ISO code), others."""
    if not fold(typed):
        return []
    exact = connection.execute(
        select(twins.kept("person", _person.c.id))
        .where(_person.c.search_name == fold(typed), _person.c.alive == 1)
        .order_by(func.coalesce(_person.c.province, "") != province, _person.c.id)
        .limit(limit)
    )
    found = {known.id: known for known in named(connection, list(dict.fromkeys(exact.scalars())))}
    for filters in ((("province", province),), ()) if province else ((),):
        for row in lists.first_page(connection, ListQuery("people", typed, filters))[0].rows:
            if len(found) == limit:
                return list(found.values())
            found.setdefault(row.id, Known(row.id, row.name, detail_of(row)))
    return list(found.values())


def suggest_communities(connection: Connection, typed: str, limit: int = SUGGESTED) -> list[Known]:
    """Communities whose words begin with what was typed; the first of all where nothing is typed yet."""
    query = ListQuery("communities", typed)
    first, known = lists.first_page(connection, query)
    rows = list(first.rows)
    if len(rows) < limit and not first.complete:
        known = known or lists.outline(connection, query)
        for number in range(1, -(-limit // lists.PAGE)):
            rows += lists.page(connection, query, known, number).rows
    return [Known(row.id, row.name, row.province) for row in rows[:limit]]


def detail_of(row: PersonRow) -> str:
    """What stands beside a person's name in a list of suggestions."""
    return " · ".join(part for part in (row.label, row.institution, row.subject, row.province) if part)


def namesakes(connection: Connection, given: str, family: str, other_than: int | None = None) -> list[Known]:
    """Living people whose folded name is exactly that one, with whatever tells them apart."""
    folded = fold(f"{given} {family}")
    if not folded:
        return []
    condition = twins.is_shown(_person)
    if other_than is not None:
        condition = and_(condition, _person.c.id.not_in(twins.as_one("person", other_than)))
    rows = connection.execute(
        select(_person)
        .where(_person.c.search_name == folded, _person.c.alive == 1, condition)
        .order_by(_person.c.id)
        .limit(NAMESAKES)
    )
    return [Known(row.id, full_name(row._mapping), _all_details(row)) for row in rows]


def named(connection: Connection, ids: Sequence[int]) -> list[Known]:
    """People by their ids, in that order; removed ones are left out."""
    return [Known(row.id, row.name, detail_of(row)) for row in lists.rows_of(connection, "people", list(ids))]


def split_name(typed: str) -> tuple[str, str]:
    """Given and family name of a typed name: the last word is the family name, a single word the given name."""
    words = clean(typed).split()
    return (" ".join(words[:-1]), words[-1]) if len(words) > 1 else (clean(typed), "")


def add_named(uow: UnitOfWork, typed: str, province: str | None = None, roles: Sequence[str] = ()) -> Changes:
    """Make a person of a typed name; `subject` is her id.

    Raises:
        FieldError: the name is empty.
    """
    given, family = split_name(typed)
    values: dict[str, object] = {"given_name": given, "family_name": family, "province": province}
    if roles:
        values["roles"] = list(roles)
    return records.add(uow, "people", values)


def owner(connection: Connection) -> Known | None:
    """The facilitator whose profile this is, where her person is known."""
    held = settings.get(connection, settings.OWNER) or {}
    if not held.get("person"):
        return None
    import uuid

    found = connection.execute(
        select(_person.c.id).where(_person.c.uid == uuid.UUID(held["person"]).bytes, _person.c.alive == 1)
    ).scalar()
    return next(iter(named(connection, [found])), None) if found is not None else None


def owner_province(connection: Connection) -> str | None:
    """The ISO code of the province where she works."""
    held = settings.get(connection, settings.OWNER) or {}
    return held.get("province") or None


def known_subjects(connection: Connection, typed: str, limit: int = SUGGESTED) -> list[str]:
    """Subjects that begin with what was typed, as they are spelled elsewhere."""
    key = sort_key(typed)
    if not key:
        return []
    found: list[str] = []
    after = ""
    while len(found) < limit:
        # One step along the index for each subject, however many people teach it.
        beyond = _person.c.subject_key > after if after else _person.c.subject_key >= key
        row = connection.execute(
            select(_person.c.subject_key, _person.c.subject)
            .where(_person.c.alive == 1, beyond, _person.c.subject_key < key + "\uffff")
            .order_by(_person.c.subject_key, _person.c.sort_key)
            .limit(1)
        ).one_or_none()
        if row is None:
            break
        after = row.subject_key
        found.append(row.subject)
    return found


def settle(uow: UnitOfWork, chosen: Sequence[Known], province: str | None = None) -> list[int]:
    """Ids of chosen people; those without a row yet (id 0) are made, in that province."""
    ids = []
    for known in chosen:
        key = known.id or add_named(uow, known.name, province).subject
        assert key is not None
        ids.append(key)
    return ids


def _all_details(row: Any) -> str:
    parts = (
        row.label, row.institution, row.subject, province_name(row.province), show_phone(row.phone), row.email,
    )  # fmt: skip
    return " · ".join(part for part in parts if part)
