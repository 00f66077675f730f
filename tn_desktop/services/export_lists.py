"""All rows of an entity for a list in a file: in their usual order, relations by name, read in small pieces."""

from array import array
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, and_, select

from tn_desktop.model.entities.base import Synced, table_of
from tn_desktop.model.entities.workshops import Enrolment, Workshop
from tn_desktop.model.errors import Refused
from tn_desktop.model.fields import MANY, RELATION, EntitySpec
from tn_desktop.model.messages import QT_TRANSLATE_NOOP
from tn_desktop.model.registry import ENTITIES, entity
from tn_desktop.model.tool_library import in_language
from tn_desktop.model.vocabulary import CONSENT_PURPOSE
from tn_desktop.services import outsiders, records
from tn_desktop.services.called import many_names, row_names
from tn_desktop.services.consents import standing_days
from tn_desktop.services.export_data import people_ids, session_ids
from tn_desktop.services.export_scope import Selection
from tn_desktop.store import twins

_AT_ONCE: Final = 500
_workshop, _enrolment = table_of(Workshop), table_of(Enrolment)

CONSENT_OF: Final = "consent of "
PERSONAL: Final = ("individual", "expert")
"""Types of stakeholders that are one person."""
CONSENTS: Final = ("", *CONSENT_PURPOSE)
"""The privacy notice ("") and every purpose."""
Row = Mapping[str, Any]
"""Field name -> stored value; a relation as the name of what it points to, several parted by commas."""


@dataclass(frozen=True)
class EntityRows:
    """The rows of a list: `rows` may be called more than once while the connection is open.

    Attributes:
        consents: each row of people also has, under `CONSENT_OF` and a purpose of `CONSENTS`, the ISO day since which
            she agrees to it, or None.
        hidden: whether too few stand behind a row to be shown to outsiders; None for lists where that cannot be.
        people: of how many people these fields of the rows hold data.
    """

    spec: EntitySpec
    count: int
    rows: Callable[[], Iterator[Row]]
    consents: bool = False
    people: Callable[[Collection[str]], int] = lambda _fields: 0
    hidden: Callable[[Row], bool] | None = None


def entity_rows(
    connection: Connection,
    name: str,
    selection: Selection | None = None,
    language: str = "tr",
    *,
    consents: bool = False,
) -> EntityRows:
    """The living rows of an entity; of people, sessions and enrolments also those that belong to chosen sessions.

    Engagement tools that still have the library's words say them in `language`.

    Raises:
        Refused: there is no such entity, or its rows do not belong to sessions.
    """
    spec = entity(name)
    ids = _ids(connection, spec, selection or Selection())

    def people(fields: Collection[str]) -> int:
        return _people_in(connection, spec, ids, fields)

    if consents:
        return EntityRows(
            spec, len(ids), lambda: _with_consents(connection, walk(connection, spec, ids, language)), True, people
        )
    hidden = outsiders.hides(connection, spec.name) if spec.name in outsiders.HIDDEN_FIELDS else None
    return EntityRows(spec, len(ids), lambda: walk(connection, spec, ids, language), people=people, hidden=hidden)


def _people_in(connection: Connection, spec: EntitySpec, ids: "array[int]", fields: Collection[str]) -> int:
    """Of how many people the fields hold data: each one counts once, whatever names her."""
    if spec.name == "people":
        return len(ids)
    table, found, others = table_of(spec.cls), set[int](), 0
    named = [one for one in spec.fields if one.name in fields and one.target == "people"]
    for start in range(0, len(ids), _AT_ONCE):
        keys = ids[start : start + _AT_ONCE].tolist()
        for field in named:
            if field.kind == RELATION:
                column = table.c[field.column]
                condition: ColumnElement[bool] = table.c.id.in_(keys)
            else:
                assert field.through is not None
                through: type[Synced] = field.through
                link = table_of(through)
                column = link.c[through.ends[1]]
                condition = and_(link.c[through.ends[0]].in_(keys), link.c.alive == 1)
            found.update(connection.execute(select(column).where(condition, column.is_not(None)).distinct()).scalars())
        if spec.name == "stakeholders" and "name" in fields:
            # A stakeholder who is one person is named by the row itself.
            alone = (table.c.id.in_(keys), table.c.type.in_(PERSONAL))
            own = select(table.c.person_id).where(*alone)
            held = list(connection.execute(own).scalars())
            found.update(key for key in held if key is not None)
            others += held.count(None)
    same = twins.kept_of(connection, "person", found)
    return len({same.get(key, key) for key in found}) + others


def _with_consents(connection: Connection, rows: Iterator[Row]) -> Iterator[Row]:
    while part := list(islice(rows, _AT_ONCE)):
        people = [row["id"] for row in part]
        since = {purpose: standing_days(connection, purpose, people) for purpose in CONSENTS}
        for row in part:
            agreed = {f"{CONSENT_OF}{purpose}": days.get(row["id"]) for purpose, days in since.items()}
            yield {**row, **agreed}


def _ids(connection: Connection, spec: EntitySpec, selection: Selection) -> "array[int]":
    if selection == Selection():
        return array("q", connection.execute(records.living_ids(connection, spec.name)).scalars())
    if selection == Selection(community=selection.community) and "community_id" in table_of(spec.cls).c:
        own = table_of(spec.cls).c.community_id.in_(twins.as_one("community", selection.community or 0))
        return array("q", connection.execute(records.living_ids(connection, spec.name).where(own)).scalars())
    if spec.name == "people":
        return people_ids(connection, selection)
    if spec.name == "sessions":
        return session_ids(connection, selection)
    if spec.name == "enrolments" and selection == Selection(workshop=selection.workshop):
        of = _enrolment.c.workshop_id.in_(twins.as_one("workshop", selection.workshop or 0))
        wanted = records.living_ids(connection, spec.name).where(of)
        return array("q", connection.execute(wanted).scalars())
    raise Refused(
        QT_TRANSLATE_NOOP("errors", "{entity} cannot be narrowed down to sessions or dates. Export the whole list."),
        entity=spec.name,
    )


def walk(connection: Connection, spec: EntitySpec, ids: "array[int]", language: str = "tr") -> Iterator[Row]:
    """The rows of these ids, in their order; relations by name, tools of the library in `language`."""
    table = table_of(spec.cls)
    for start in range(0, len(ids), _AT_ONCE):
        keys = ids[start : start + _AT_ONCE].tolist()
        found = {
            row["id"]: dict(row) for row in connection.execute(select(table).where(table.c.id.in_(keys))).mappings()
        }
        rows = [in_language(found[key], language) if spec.name == "tools" else found[key] for key in keys]
        rows = records.with_kept_ends(connection, spec, rows)
        for field in spec.fields:
            if field.kind == RELATION:
                living = _living(connection, field.target, {row[field.column] for row in rows} - {None})
                names = row_names(connection, field.target, living, language)
                for row in rows:
                    row[field.name] = names.get(row[field.column])
            elif field.kind == MANY:
                held = many_names(connection, field, keys, language)
                for row in rows:
                    row[field.name] = held.get(row["id"])
        yield from rows


def _living(connection: Connection, target: str, ids: set[int]) -> set[int]:
    """Those that were not removed: a list names nobody who is no longer there, as no page does."""
    table = table_of(ENTITIES[target].cls)
    chosen = select(table.c.id).where(table.c.id.in_(sorted(ids)), table.c.alive + 0 == 1)
    return set(connection.execute(chosen).scalars()) if ids else set()
