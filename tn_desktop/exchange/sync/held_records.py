"""The records of a file that was read: kept pressed in memory, so that a large file needs little of it."""

import zlib
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from tn_desktop.exchange.sync import machine
from tn_desktop.exchange.sync.travelling import Record

_LEVEL: Final = 1


class _Block(NamedTuple):
    table: str
    first: int
    rows: int
    pressed: bytes


class Records:
    """Records in the order of the file; each has a place, from 0."""

    def __init__(self) -> None:
        self._blocks: list[_Block] = []
        self._firsts: list[int] = []
        self._count = 0
        self._apart: tuple[int, list[machine.Cells]] = (-1, [])

    def __len__(self) -> int:
        return self._count

    def add(self, table: str, rows: int, text: str) -> None:
        """Take a block of records of one table, as `machine.record_text` gives them."""
        self._blocks.append(_Block(table, self._count, rows, zlib.compress(text.encode(), _LEVEL)))
        self._firsts.append(self._count)
        self._count += rows

    def tables(self) -> list[str]:
        """The tables of which there are records."""
        return list(dict.fromkeys(block.table for block in self._blocks))

    def of(self, table: str) -> Iterator[list[Record]]:
        """The records of a table, some at a time.

        Raises:
            FileRefused: what stands in their place is none.
        """
        for block in self._blocks:
            if block.table == table:
                yield [machine.record_in(cells) for cells in _cells(block)]

    def every(self) -> Iterator[Record]:
        """Every record, in the order of the file."""
        return map(machine.record_in, self.rows())

    def rows(self) -> Iterator[machine.Cells]:
        """The cells of every record."""
        for block in self._blocks:
            yield from _cells(block)

    def __getitem__(self, place: int) -> machine.Cells:
        """The cells of the record in a place."""
        number = bisect_right(self._firsts, place) - 1
        if self._apart[0] != number:
            self._apart = number, _cells(self._blocks[number])
        return self._apart[1][place - self._firsts[number]]


class RecordList:
    """A few records, by their tables."""

    def __init__(self, records: Iterable[Record]) -> None:
        self._records: dict[str, list[Record]] = {}
        for record in records:
            self._records.setdefault(record.table, []).append(record)

    def tables(self) -> list[str]:
        """The tables of which there are records."""
        return list(self._records)

    def of(self, table: str) -> Iterator[list[Record]]:
        """The records of a table."""
        yield self._records.get(table, [])


def _cells(block: _Block) -> list[machine.Cells]:
    text = zlib.decompress(block.pressed).decode()
    return [tuple(row.split(machine.BETWEEN)) for row in text.split(machine.AFTER)[:-1]]
