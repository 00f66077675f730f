"""Reading rows out of the database as records, with the names of the rows they point to."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from operator import itemgetter
from typing import Any, Final, NamedTuple

from sqlalchemy import Connection, bindparam, select

from tn_desktop.exchange.sync.record import Named, RecordMaker, key_columns, places
from tn_desktop.exchange.sync.travelling import Record
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
        named: how the rows are named that its keys point to: place of the column -> local id -> name.
    """

    id: int
    alive: bool
    record: Record
    cells: Sequence[Any]
    named: Mapping[int, Mapping[int, Named]]

    def other(self, place: int) -> Named | None:
        """The row that its key in that place points to."""
        return self.named[place].get(self.cells[place])

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

    def known(self, target: str) -> Mapping[int, Named]:
        """Id -> how others name it, of the rows of a table that were looked up of late."""
        return self._known.setdefault(target, {})

    def look_up(self, target: str, ids: set[int]) -> None:
        """Make these known; others may be forgotten for it."""
        known = self._known.setdefault(target, {})
        wanted = ids - known.keys() - {None}
        if wanted and len(known) > _MOST_NAMED:
            known.clear()
            wanted = ids - {None}
        table = table_of(BY_TABLE[target])
        naming = [table.c[name] for name in _NAMING if name in table.c]
        statement = select(table.c.id, table.c.uid, *naming)
        ordered, entity = sorted(wanted), _ENTITY_OF[target]
        for start in range(0, len(ordered), AT_ONCE):
            for row in self._connection.execute(statement.where(table.c.id.in_(ordered[start : start + AT_ONCE]))):
                values = dict(zip((column.name for column in naming), row[2:], strict=True))
                known[row.id] = Named(row.uid, name_of(entity, values))


@cache
def _page(name: str) -> Prepared:
    table = table_of(BY_TABLE[name])
    statement = select(table).where(table.c.id > bindparam("last"), table.c.lsn > bindparam("since"))
    return Prepared(statement.order_by(table.c.id).limit(_PAGE))


def rows_by_id(
    connection: Connection, table: str, ids: Sequence[int], names: Names | None = None
) -> Iterator[StoredRow]:
    """The rows of these ids, in order of their ids."""
    source, reading = table_of(BY_TABLE[table]), _Reading(table, names or Names(connection))
    statement = select(source).order_by(source.c.id)
    for start in range(0, len(ids), AT_ONCE):
        found = connection.execute(statement.where(source.c.id.in_(ids[start : start + AT_ONCE])))
        yield from reading.rows(list(map(tuple, found)))


def rows_above(connection: Connection, table: str, lsn: int, names: Names | None = None) -> Iterator[StoredRow]:
    """The rows that were written after `lsn`, in order of their ids, some thousand read at a time."""
    reading, place, last = _Reading(table, names or Names(connection)), places(table)["id"], 0
    while True:
        found = _page(table).all(connection, last=last, since=lsn)
        yield from reading.rows(found)
        if len(found) < _PAGE:
            return
        last = found[-1][place]


class _Reading:
    """Makes stored rows of a table's rows."""

    def __init__(self, table: str, names: Names) -> None:
        self._names = names
        self._keys = key_columns(table)
        self._named = {place: names.known(target) for place, target in self._keys}
        self._maker = RecordMaker(table, {place: known.get for place, known in self._named.items()})
        self._id, self._alive = places(table)["id"], places(table)["alive"]

    def rows(self, found: Sequence[Sequence[Any]]) -> Iterator[StoredRow]:
        """The stored rows of rows that were just read."""
        for place, target in self._keys:
            self._names.look_up(target, set(map(itemgetter(place), found)))
        record, key, alive, named = self._maker.record, self._id, self._alive, self._named
        for row in found:
            yield StoredRow(row[key], row[alive] == 1, record(row), row, named)
