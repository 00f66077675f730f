"""The fields of one row as a form shows them."""

from typing import Any

from sqlalchemy import Connection, select

from tn_desktop.model.entities.base import table_of
from tn_desktop.model.errors import NotFound
from tn_desktop.model.fields import MANY
from tn_desktop.model.messages import QT_TRANSLATE_NOOP
from tn_desktop.model.registry import entity


def values_of(connection: Connection, name: str, key: int) -> dict[str, Any]:
    """Field -> stored value of a living row: codes, ISO dates, E.164, lists as JSON; a relation as its local id.

    Raises:
        NotFound: no such row, or it was removed.
    """
    spec = entity(name)
    table = table_of(spec.cls)
    row = connection.execute(select(table).where(table.c.id == key, table.c.alive == 1)).mappings().one_or_none()
    if row is None:
        raise NotFound(QT_TRANSLATE_NOOP("errors", "This record was removed in the meantime."))
    return {field.name: row[field.column] for field in spec.fields if field.kind != MANY}
