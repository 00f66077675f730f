"""What the rows that relations point to are called, for whoever reads values on the command line or in a review."""

import uuid
from collections.abc import Collection, Mapping, Sequence
from typing import Any, Final

from sqlalchemy import Connection, select

from tn_desktop.model.entities.base import table_of
from tn_desktop.model.fields import MANY, RELATION, EntitySpec
from tn_desktop.model.registry import ENTITIES
from tn_desktop.services.called import row_names

_AT_ONCE: Final = 500


def names_of(
    connection: Connection, spec: EntitySpec, rows: Sequence[Mapping[str, Any]], language: str
) -> dict[str, str]:
    """Uid -> name of everything that rows, as `records.show` gives them, point to."""
    wanted: dict[str, set[str]] = {}
    for field in spec.fields:
        if field.kind == RELATION:
            wanted.setdefault(field.target, set()).update(row[field.name] for row in rows if row[field.name])
        elif field.kind == MANY:
            wanted.setdefault(field.target, set()).update(uid for row in rows for uid in row[field.name])
    return names_of_uids(connection, wanted, language)


def names_of_uids(connection: Connection, wanted: Mapping[str, Collection[str]], language: str) -> dict[str, str]:
    """Uid -> name of rows of several entities, where they are there and have one."""
    found: dict[str, str] = {}
    for target, uids in wanted.items():
        table, ordered = table_of(ENTITIES[target].cls), sorted(uids)
        for start in range(0, len(ordered), _AT_ONCE):
            part = [uuid.UUID(uid).bytes for uid in ordered[start : start + _AT_ONCE]]
            keys = {
                row.id: row.uid
                for row in connection.execute(select(table.c.id, table.c.uid).where(table.c.uid.in_(part)))
            }
            names = row_names(connection, target, set(keys), language)
            found.update((str(uuid.UUID(bytes=keys[key])), name) for key, name in names.items() if name)
    return found
