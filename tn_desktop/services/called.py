"""What rows are called by people: one row, those that others point to, and those that a row lists."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from sqlalchemy import Connection, select

from tn_desktop.model.derived import full_name
from tn_desktop.model.entities.base import Synced, table_of
from tn_desktop.model.entities.workshops import Workshop
from tn_desktop.model.fields import FieldSpec
from tn_desktop.model.registry import ENTITIES
from tn_desktop.model.tool_library import in_language

NAMES: Final = ("title", "name", "question", "text", "summary", "what_changed", "date")
"""What a row is called by: the first of these that it has."""
NAME_LENGTH: Final = 100
NAMING: Final = tuple(dict.fromkeys(("given_name", "family_name", "title", "starts_at", *NAMES)))
"""Every column that `name_of` may ask for."""
_workshop = table_of(Workshop)


def name_of(target: str, row: Mapping[str, Any]) -> str:
    """How people call a row of an entity (columns -> stored values); of a session, without its workshop."""
    if target == "people":
        return full_name(row)
    if target == "sessions":
        starts = row["starts_at"] or ""
        moment = f"{starts[8:10]}.{starts[5:7]}.{starts[:4]} {starts[11:16]}".strip() if len(starts) >= 10 else ""
        return ", ".join(part for part in (row["title"], moment) if part)
    return next((str(row[name])[:NAME_LENGTH] for name in NAMES if row.get(name)), "")


def row_names(connection: Connection, target: str, ids: set[int], language: str = "tr") -> dict[int, str]:
    """Id -> how people call the row."""
    if not ids:
        return {}
    table = table_of(ENTITIES[target].cls)
    # A tool of the library is translated whole.
    columns = table.c if target == "tools" else [table.c.id, *(table.c[name] for name in NAMING if name in table.c)]
    statement = select(*columns).where(table.c.id.in_(sorted(ids)))
    if target == "sessions":
        statement = statement.add_columns(_workshop.c.title.label("workshop_title")).join(
            _workshop, _workshop.c.id == table.c.workshop_id
        )
    return {row["id"]: _name(target, dict(row), language) for row in connection.execute(statement).mappings()}


def _name(target: str, row: Mapping[str, Any], language: str) -> str:
    own = name_of(target, in_language(row, language) if target == "tools" else row)
    return f"{row['workshop_title']}, {own}".strip(", ") if target == "sessions" else own


def many_names(connection: Connection, field: FieldSpec, keys: Sequence[int], language: str = "tr") -> dict[int, str]:
    """Id -> the names of the living rows a MANY points to, parted by commas."""
    through: type[Synced] | None = field.through
    assert through is not None
    table, target = table_of(through), table_of(ENTITIES[field.target].cls)
    here, there = (table.c[end] for end in through.ends)
    living = select(here, there).join(target, target.c.id == there).where(target.c.alive + 0 == 1)
    pairs = connection.execute(living.where(here.in_(keys), table.c.alive == 1).order_by(table.c.id)).all()
    names = row_names(connection, field.target, {pair[1] for pair in pairs}, language)
    found: dict[int, list[str]] = {}
    for key, other in pairs:
        found.setdefault(key, []).append(names.get(other, ""))
    return {key: ", ".join(filter(None, held)) for key, held in found.items()}
