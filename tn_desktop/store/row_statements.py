"""The statements that write and find one row of each synced table."""

from functools import cache
from typing import Any

from sqlalchemy import Table, bindparam, insert, select, update

from tn_desktop.model.entities.base import Synced, table_of
from tn_desktop.model.registry import BY_TABLE
from tn_desktop.store.prepared import Prepared


def columns_of(cls: type[Synced]) -> tuple[str, ...]:
    """The columns of a class but for `id`."""
    return COLUMNS[cls.__tablename__]


COLUMNS: dict[str, tuple[str, ...]] = {
    name: tuple(column.name for column in table_of(cls).columns if column.name != "id")
    for name, cls in BY_TABLE.items()
}
"""Table -> its columns but for `id`."""

BLANK: dict[str, dict[str, Any]] = {
    name: {column.name: getattr(column.default, "arg", None) for column in table_of(cls).columns if column.name != "id"}
    for name, cls in BY_TABLE.items()
}
"""Table -> what a row holds where nothing was said."""

ALL_COLUMNS: dict[str, tuple[str, ...]] = {
    name: tuple(column.name for column in table_of(cls).columns) for name, cls in BY_TABLE.items()
}
TABLES: dict[str, Table] = {name: table_of(cls) for name, cls in BY_TABLE.items()}
TARGETS: dict[tuple[str, str], str] = {
    (name, column): next(iter(TABLES[name].c[column].foreign_keys)).column.table.name
    for name, cls in BY_TABLE.items()
    for column in cls.ends
}
"""(table of a relation, column of one of its ends) -> the table that it points to."""

# The statements of single-row writes, by table. `wanted` is the row's id (or uid).
ROW = {name: Prepared(select(table).where(table.c.id == bindparam("wanted"))) for name, table in TABLES.items()}
UID_OF = {
    name: Prepared(select(table.c.uid).where(table.c.id == bindparam("wanted"))) for name, table in TABLES.items()
}
BY_UID = {
    name: Prepared(select(table.c.id, table.c.alive).where(table.c.uid == bindparam("wanted")))
    for name, table in TABLES.items()
}
INSERT = {name: Prepared(insert(table).returning(table.c.id), COLUMNS[name]) for name, table in TABLES.items()}


@cache
def update_of(table: str, columns: tuple[str, ...]) -> Prepared:
    """The statement that writes these columns of the row `wanted`."""
    target = TABLES[table]
    return Prepared(update(target).where(target.c.id == bindparam("wanted")), columns)
