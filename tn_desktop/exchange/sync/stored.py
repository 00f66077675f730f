"""Reading rows out of the database as records, with the names of the rows they point to."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property
from typing import Any, Final, NamedTuple

from sqlalchemy import Connection, bindparam, select

from tn_desktop.exchange.sync.codes import codes_of, reference
from tn_desktop.exchange.sync.record import RecordMaker, RecordTexts, key_columns, places
from tn_desktop.exchange.sync.travelling import Record
from tn_desktop.model.entities.base import table_of
from tn_desktop.model.registry import BY_TABLE, ENTITIES
from tn_desktop.services.called import NAMING, name_of
from tn_desktop.store.prepared import Prepared

AT_ONCE: Final = 500
_PAGE: Final = 4 * AT_ONCE
_MOST_NAMED: Final = 100_000
_TARGETS: Final = frozenset(target for table in BY_TABLE for _place, target in key_columns(table))
_ENTITY_OF: Final = {spec.table: spec.name for spec in ENTITIES.values()}


class StoredRow(NamedTuple):
    """A row of a table.

    Attributes:
        alive: whether it lives.
        record: as it travels.
        cells: the values of its columns, in the order of the table.
    """

    id: int
    alive: bool
    record: Record
    cells: Sequence[Any]

    @property
    def columns(self) -> dict[str, Any]:
        """Its values by column."""
        return dict(zip(places(self.record.table), self.cells, strict=True))


class Named(NamedTuple):
    """How the rows of a table are named, by their local ids.

    Attributes:
        uids: by records: the uid in hexadecimal.
        references: by cells: what people call the row, and its code.
    """

    uids: dict[int, str]
    references: dict[int, str]


class Names:
    """What the rows are called that others point to; each is looked up once, since many point to the same.

    Titles change, so it serves within one transaction that reads, or whose titles nobody looks at.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._known: dict[str, Named] = {}

    def known(self, target: str) -> Named:
        """How others name the rows of a table that were looked up of late."""
        return self._known.setdefault(target, Named({}, {}))

    def meet(self, batch: "Batch") -> None:
        """Take in rows that were just read whole: others that are read next may point to them."""
        target, rows = batch.table, len(batch.rows)
        if target in _TARGETS and rows and len(self.known(target).uids) + rows <= _MOST_NAMED:
            self._keep(target, map(batch.column, _naming(target)), batch.codes)

    def _keep(self, target: str, columns: Iterable[Sequence[Any]], codes: Sequence[str]) -> None:
        """Remember rows, given as the columns that `_naming` tells, and their codes."""
        keys, uids, *others = columns
        entity, names = _ENTITY_OF[target], _naming(target)[2:]
        titles = [name_of(entity, dict(zip(names, values, strict=True))) for values in zip(*others, strict=True)]
        known = self.known(target)
        known.uids.update(zip(keys, map(bytes.hex, uids), strict=True))
        known.references.update(zip(keys, map(reference, titles, codes), strict=True))

    def look_up(self, target: str, ids: set[int]) -> None:
        """Make these known; others may be forgotten for it."""
        known = self.known(target)
        wanted = ids.difference(known.uids, (None,))
        if not wanted:
            return
        if len(known.uids) > _MOST_NAMED:
            known.uids.clear()
            known.references.clear()
            wanted = ids - {None}
        table = table_of(BY_TABLE[target])
        statement = select(*(table.c[name] for name in _naming(target)))
        ordered = sorted(wanted)
        for start in range(0, len(ordered), AT_ONCE):
            part = statement.where(table.c.id.in_(ordered[start : start + AT_ONCE]))
            if found := self._connection.execute(part).all():
                self._keep(target, zip(*found, strict=True), codes_of(row.uid for row in found))


@cache
def _naming(target: str) -> tuple[str, ...]:
    """The columns that tell how others name a row: id, uid, and what of it people call it by."""
    return ("id", "uid", *(name for name in NAMING if name in places(target)))


@cache
def _page(name: str) -> Prepared:
    table = table_of(BY_TABLE[name])
    statement = select(table).where(table.c.id > bindparam("last"), table.c.lsn > bindparam("since"))
    return Prepared(statement.order_by(table.c.id).limit(_PAGE))


@dataclass(frozen=True)
class Batch:
    """Rows of one table that were read together.

    Attributes:
        rows: the values of their columns, in the order of the table.
        references: how cells name the rows that their keys point to: place of the column -> local id -> name. It
            serves until more rows of this table are read.
    """

    table: str
    rows: Sequence[Sequence[Any]]
    references: Mapping[int, Mapping[int, str]]
    maker: RecordMaker

    @cached_property
    def columns(self) -> Sequence[Sequence[Any]]:
        """The same values by column."""
        return list(zip(*self.rows, strict=True)) or [()] * len(places(self.table))

    def column(self, name: str) -> Sequence[Any]:
        """The values of a column."""
        return self.columns[places(self.table)[name]]

    @cached_property
    def codes(self) -> Sequence[str]:
        """The codes of the rows."""
        return codes_of(self.column("uid"))

    def texts(self) -> RecordTexts:
        """The records of the rows; there has to be one."""
        return self.maker.texts(self.columns)

    def stored(self) -> Iterator[StoredRow]:
        """The rows one by one."""
        if self.rows:
            at = places(self.table)
            key, alive = at["id"], at["alive"]
            for row, record in zip(self.rows, self.texts().records(), strict=True):
                yield StoredRow(row[key], row[alive] == 1, record, row)

    def some(self, rows: Sequence[Sequence[Any]]) -> "Batch":
        """Some of the rows."""
        return replace(self, rows=rows)


def rows_by_id(
    connection: Connection, table: str, ids: Sequence[int], names: Names | None = None
) -> Iterator[StoredRow]:
    """The rows of these ids, in order of their ids; `names` are kept by whoever asks again and again."""
    for batch in batches_by_id(connection, table, ids, names or Names(connection)):
        yield from batch.stored()


def rows_above(connection: Connection, table: str, lsn: int) -> Iterator[StoredRow]:
    """The rows that were written after `lsn`, in order of their ids."""
    for batch in batches_above(connection, table, lsn, Names(connection)):
        yield from batch.stored()


def batches_by_id(connection: Connection, table: str, ids: Sequence[int], names: Names) -> Iterator[Batch]:
    """The rows of these ids, in order of their ids, some hundred at a time."""
    source, reading = table_of(BY_TABLE[table]), _Reading(table, names)
    statement = select(source).order_by(source.c.id)
    for start in range(0, len(ids), AT_ONCE):
        found = connection.execute(statement.where(source.c.id.in_(ids[start : start + AT_ONCE])))
        yield reading.batch(list(map(tuple, found)))


def batches_above(connection: Connection, table: str, lsn: int, names: Names) -> Iterator[Batch]:
    """The rows that were written after `lsn`, in order of their ids, some thousand at a time."""
    reading, place, last = _Reading(table, names), places(table)["id"], 0
    while True:
        found = _page(table).all(connection, last=last, since=lsn)
        yield reading.batch(found)
        if len(found) < _PAGE:
            return
        last = found[-1][place]


class _Reading:
    """Makes batches of a table's rows."""

    def __init__(self, table: str, names: Names) -> None:
        self._table, self._names = table, names
        self._keys = key_columns(table)
        known = {place: names.known(target) for place, target in self._keys}
        self._references = {place: named.references for place, named in known.items()}
        self._maker = RecordMaker(table, {place: named.uids for place, named in known.items()})

    def batch(self, found: Sequence[Sequence[Any]]) -> Batch:
        """The batch of rows that were just read."""
        batch = Batch(self._table, found, self._references, self._maker)
        wanted: dict[str, set[int]] = {}
        for place, target in self._keys:
            wanted.setdefault(target, set()).update(batch.columns[place])
        for target, ids in wanted.items():
            self._names.look_up(target, ids)
        self._names.meet(batch)
        return batch


class Taking:
    """Batches of which a number of rows is taken at a time."""

    def __init__(self, batches: Iterator[Batch]) -> None:
        self._batches = batches
        self._left: Batch | None = None

    def take(self, count: int) -> Iterator[Batch]:
        """The next rows, at most so many."""
        while count > 0:
            batch = self._left or next(self._batches, None)
            if batch is None:
                return
            self._left = None
            if len(batch.rows) > count:
                self._left, batch = batch.some(batch.rows[count:]), batch.some(batch.rows[:count])
            count -= len(batch.rows)
            if batch.rows:
                yield batch
