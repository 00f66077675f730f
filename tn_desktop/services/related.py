"""What a row is related to, for forms: found while its name is typed, shown by name, stored by id."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, select

from tn_desktop.model.entities.base import table_of
from tn_desktop.model.entities.people import Community
from tn_desktop.model.entities.workshops import Workshop, WorkshopSession
from tn_desktop.model.errors import NotFound
from tn_desktop.model.fields import MANY, RELATION, FieldSpec
from tn_desktop.model.messages import QT_TRANSLATE_NOOP
from tn_desktop.model.places import province_name
from tn_desktop.model.registry import entity
from tn_desktop.services import known_people, records
from tn_desktop.services.called import name_of
from tn_desktop.services.known_people import SUGGESTED, Known
from tn_desktop.store import twins
from tn_desktop.store.search import matching, words_of
from tn_desktop.store.unit_of_work import UnitOfWork

_community, _workshop, _session = table_of(Community), table_of(Workshop), table_of(WorkshopSession)


def suggest(connection: Connection, name: str, typed: str, province: str = "", limit: int = SUGGESTED) -> list[Known]:
    """Rows of an entity whose words begin with what was typed, those of `province` (ISO code) first among people.

    Where nothing is typed, the first rows of all but people; of sessions and other rows in time, the latest.
    """
    if name == "people":
        return known_people.suggest_people(connection, typed, province, limit)
    if name == "communities":
        return known_people.suggest_communities(connection, typed, limit)
    table, words = table_of(entity(name).cls), words_of(typed)
    statement = select(table.c.id).where(table.c.alive == 1, *twins.shown(table))
    if name == "sessions":
        statement = statement.join(_workshop, _workshop.c.id == table.c.workshop_id)
        if words:
            statement = statement.where(matching(_workshop, words))
    elif words and "search_name" in table.c:
        statement = statement.where(matching(table, words))
    order = next((column for column in ("sort_key", "starts_at", "date") if column in table.c), "id")
    columns = (table.c[order].desc(), table.c.id.desc()) if order != "sort_key" else (table.c.sort_key, table.c.id)
    rows = connection.execute(statement.order_by(*columns).limit(limit))
    return known(connection, name, [row[0] for row in rows])


def known(connection: Connection, name: str, ids: Sequence[int]) -> list[Known]:
    """Living rows of an entity by their ids, in that order, each with what tells it from others of its name."""
    if name == "people":
        return known_people.named(connection, ids)
    if not ids:
        return []
    table = table_of(entity(name).cls)
    statement = select(table)
    if name == "sessions":
        statement = statement.add_columns(_workshop.c.title.label("beside")).join(
            _workshop, _workshop.c.id == table.c.workshop_id
        )
    elif "community_id" in table.c:
        statement = statement.add_columns(_community.c.name.label("beside")).join(
            _community, _community.c.id == table.c.community_id, isouter=True
        )
    living = statement.where(table.c.id.in_(sorted(set(ids))), table.c.alive + 0 == 1)
    rows = [dict(row) for row in connection.execute(living).mappings()]
    found = {row["id"]: Known(row["id"], name_of(name, row), _beside(row)) for row in rows}
    return [found[key] for key in ids if key in found]


def form_values(connection: Connection, name: str, key: int, relations: Collection[str]) -> dict[str, Any]:
    """A row's fields as `records.show` gives them, but `relations` by name: a Known or None, or a tuple of them.

    Raises:
        NotFound: no such row, or it was removed.
    """
    values = records.show(connection, name, key)
    spec = entity(name)
    fields = [field for field in spec.fields if field.name in relations]
    if not fields:
        return values
    table = table_of(spec.cls)
    row = connection.execute(select(table).where(table.c.id == key)).mappings().one_or_none()
    if row is None:
        raise NotFound(QT_TRANSLATE_NOOP("errors", "This record was removed in the meantime."))
    for field in fields:
        if field.kind == RELATION:
            found = known(connection, field.target, [row[field.column]] if row[field.column] is not None else [])
            values[field.name] = found[0] if found else None
        elif field.kind == MANY:
            values[field.name] = tuple(known(connection, field.target, _held(connection, field, key)))
    return values


def named_values(connection: Connection, name: str, values: Mapping[str, Any]) -> dict[str, Any]:
    """Values of a row to be, with the ids of relations replaced by what `form_values` gives."""
    named = dict(values)
    for field in entity(name).fields:
        held = values.get(field.name)
        if field.kind == RELATION and isinstance(held, int):
            named[field.name] = next(iter(known(connection, field.target, [held])), None)
        elif field.kind == MANY and held and all(isinstance(one, int) for one in held):
            named[field.name] = tuple(known(connection, field.target, list(held)))
    return named


def settled(uow: UnitOfWork, values: Mapping[str, Any], province: str | None = None) -> dict[str, Any]:
    """Values with relations by id; people who have no row yet (id 0) are made, in that province."""
    found: dict[str, Any] = {}
    for name, value in values.items():
        if isinstance(value, Known):
            found[name] = known_people.settle(uow, [value], province)[0]
        elif isinstance(value, tuple) and all(isinstance(one, Known) for one in value):
            found[name] = known_people.settle(uow, value, province)
        else:
            found[name] = value
    return found


def _held(connection: Connection, field: FieldSpec, key: int) -> list[int]:
    assert field.through is not None
    table = table_of(field.through)
    here, there = (table.c[end] for end in field.through.ends)
    rows = connection.execute(select(there).where(here == key, table.c.alive + 0 == 1).order_by(table.c.id))
    return [row[0] for row in rows]


def _beside(row: Mapping[str, Any]) -> str:
    parts = (row.get("beside"), province_name(row.get("province")), _year(row.get("first_starts_at")))
    return " · ".join(part for part in parts if part)


def _year(moment: str | None) -> str:
    return (moment or "")[:4]
