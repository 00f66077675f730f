"""Reading rows out of the database as records, with the names of the rows they point to."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any, Final, NamedTuple

from sqlalchemy import Connection, Select, Table, select

from tn_desktop.exchange.sync.record import Record, stored_record
from tn_desktop.model.entities.base import table_of
from tn_desktop.model.registry import BY_TABLE, ENTITIES
from tn_desktop.model.travel import KEY, travellers
from tn_desktop.services.related import NAMES, name_of

AT_ONCE: Final = 500
_NAMING: Final = tuple(dict.fromkeys(("given_name", "family_name", "title", "starts_at", *NAMES)))
_ENTITY_OF: Final = {spec.table: spec.name for spec in ENTITIES.values()}
_TITLE: Final = "title of "
_UID: Final = "uid of "


class StoredRow(NamedTuple):
    """A row: its id, whether it lives, its record, its columns, and the titles of the rows it points to, by column."""

    id: int
    alive: bool
    record: Record
    columns: Mapping[str, Any]
    titles: Mapping[str, str]


@cache
def _source(name: str) -> tuple[Select[Any], Table]:
    """All columns of a table, and of each row it points to the uid and what it is called by."""
    table = table_of(BY_TABLE[name])
    statement = select(table)
    for one in travellers(name):
        if one.form == KEY:
            target = table_of(BY_TABLE[one.target]).alias(f"of_{one.column}")
            statement = statement.outerjoin(target, target.c.id == table.c[one.column])
            statement = statement.add_columns(target.c.uid.label(_UID + one.column))
            naming = [target.c[column] for column in _NAMING if column in target.c]
            statement = statement.add_columns(*(c.label(f"{_TITLE}{one.column} {c.name}") for c in naming))
    return statement, table


def rows_by_id(connection: Connection, table: str, ids: Sequence[int]) -> Iterator[StoredRow]:
    """The rows of these ids, in order of their ids."""
    statement, source = _source(table)
    for start in range(0, len(ids), AT_ONCE):
        part = statement.where(source.c.id.in_(ids[start : start + AT_ONCE])).order_by(source.c.id)
        yield from _rows(connection, table, part)


def rows_above(connection: Connection, table: str, lsn: int) -> Iterator[StoredRow]:
    """The rows that were written after `lsn`, in order of their ids, some thousand read at a time."""
    statement, source = _source(table)
    last = 0
    while True:
        part = statement.where(source.c.id > last, source.c.lsn > lsn)
        found = list(_rows(connection, table, part.order_by(source.c.id).limit(4 * AT_ONCE)))
        yield from found
        if len(found) < 4 * AT_ONCE:
            return
        last = found[-1].id


def _rows(connection: Connection, table: str, statement: Select[Any]) -> Iterator[StoredRow]:
    keys = {one.column: one.target for one in travellers(table) if one.form == KEY}
    found: Any = connection.execute(statement).mappings()
    for row in found:
        uids = {column: row[_UID + column] for column in keys}
        titles = {
            column: _title(row, target, f"{_TITLE}{column} ")
            for column, target in keys.items()
            if uids[column] is not None
        }
        yield StoredRow(row["id"], bool(row["alive"]), stored_record(table, row, uids), row, titles)


def _title(row: Mapping[str, Any], target: str, prefix: str) -> str:
    """What people call the row that a key points to."""
    return name_of(_ENTITY_OF[target], {name: row[prefix + name] for name in _NAMING if prefix + name in row})
