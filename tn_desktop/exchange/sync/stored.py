"""Reading rows out of the database as records, with the names of the rows they point to."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any, Final, NamedTuple

from sqlalchemy import Connection, bindparam, select

from tn_desktop.exchange.sync.record import Named, Record, key_columns, places, stored_record
from tn_desktop.model.entities.base import table_of
from tn_desktop.model.registry import BY_TABLE, ENTITIES
from tn_desktop.services.related import NAMES, name_of
from tn_desktop.store.prepared import Prepared

AT_ONCE: Final = 500
_PAGE: Final = 4 * AT_ONCE
_MOST_NAMED: Final = 100_000
_NAMING: Final = tuple(dict.fromkeys(("given_name", "family_name", "title", "starts_at", *NAMES)))
_ENTITY_OF: Final = {spec.table: spec.name for spec in ENTITIES.values()}


class StoredRow(NamedTuple):
    """A row of a table.

    Attributes:
        alive: whether it lives.
        record: as it travels.
        cells: the values of its columns, in the order of the table.
        named: the rows that its keys point to, in the order of `key_columns`; None where there is none.
    """

    id: int
    alive: bool
    record: Record
    cells: Sequence[Any]
    named: Sequence[Named | None]

    @property
    def columns(self) -> dict[str, Any]:
        """Its values by column."""
        return dict(zip(places(self.record.table), self.cells, strict=True))


class Names:
    """What the rows are called that others point to; each is looked up once, since many point to the same.

    Titles change, so it serves within one transaction that reads, or whose titles nobody looks at.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._known: dict[str, dict[int, Named]] = {}

    def of(self, target: str, ids: Iterable[int]) -> Mapping[int, Named]:
        """Id -> how others name it, of these rows of a table and perhaps of more."""
        known = self._known.setdefault(target, {})
        wanted = set(ids) - known.keys() - {None}
        if not wanted:
            return known
        if len(known) > _MOST_NAMED:
            known = self._known[target] = {}
            wanted = set(ids) - {None}
        table = table_of(BY_TABLE[target])
        naming = [table.c[name] for name in _NAMING if name in table.c]
        statement = select(table.c.id, table.c.uid, *naming)
        ordered, entity = sorted(wanted), _ENTITY_OF[target]
        for start in range(0, len(ordered), AT_ONCE):
            for row in self._connection.execute(statement.where(table.c.id.in_(ordered[start : start + AT_ONCE]))):
                values = dict(zip((column.name for column in naming), row[2:], strict=True))
                known[row.id] = Named(row.uid, name_of(entity, values))
        return known


@cache
def _page(name: str) -> Prepared:
    table = table_of(BY_TABLE[name])
    statement = select(table).where(table.c.id > bindparam("last"), table.c.lsn > bindparam("since"))
    return Prepared(statement.order_by(table.c.id).limit(_PAGE))


def rows_by_id(
    connection: Connection, table: str, ids: Sequence[int], names: Names | None = None
) -> Iterator[StoredRow]:
    """The rows of these ids, in order of their ids."""
    source, names = table_of(BY_TABLE[table]), names or Names(connection)
    statement = select(source).order_by(source.c.id)
    for start in range(0, len(ids), AT_ONCE):
        found = connection.execute(statement.where(source.c.id.in_(ids[start : start + AT_ONCE])))
        yield from _rows(table, list(map(tuple, found)), names)


def rows_above(connection: Connection, table: str, lsn: int, names: Names | None = None) -> Iterator[StoredRow]:
    """The rows that were written after `lsn`, in order of their ids, some thousand read at a time."""
    names = names or Names(connection)
    place, last = places(table)["id"], 0
    while True:
        found = _page(table).all(connection, last=last, since=lsn)
        yield from _rows(table, found, names)
        if len(found) < _PAGE:
            return
        last = found[-1][place]


def _rows(table: str, found: Sequence[Sequence[Any]], names: Names) -> Iterator[StoredRow]:
    at = places(table)
    key, alive = at["id"], at["alive"]
    named = [(place, names.of(target, {row[place] for row in found})) for place, target in key_columns(table)]
    for row in found:
        others = [held.get(row[place]) for place, held in named]
        yield StoredRow(row[key], bool(row[alive]), stored_record(table, row, others), row, others)
