"""What reading gives: sheets of cells as they stand in the file."""

import datetime as dt
import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from tn_desktop.model.messages import Translate

Cell = str | bool | int | float | dt.date | dt.datetime | dt.time | dt.timedelta | None
"""A cell's value; None is empty. Text has no blanks at its ends and is never empty."""

Row = tuple[Cell, ...]
"""Cells from column A on; empty cells at the end are cut off."""

REMARKS: Final = "import"
"""The translation context of remarks and reasons of the import."""


@dataclass(frozen=True, slots=True)
class Remark:
    """A sentence about a file, a row or a column, which leaves in the user's language.

    `message` is an English template marked for the context "import".
    """

    message: str
    values: dict[str, object] = field(default_factory=dict)

    def text(self, translate: Translate) -> str:
        """The whole sentence in the user's language."""
        return translate(REMARKS, self.message).format(**self.values)


@dataclass(frozen=True, slots=True)
class RawSheet:
    """One sheet.

    `merged` holds (first row, first column, last row, last column), 0-based, where the reader knows them.
    `numbers` holds each row's number in the source where that is not simply 1, 2, 3 …
    """

    name: str
    rows: Sequence[Row]
    merged: tuple[tuple[int, int, int, int], ...] = ()
    numbers: tuple[int, ...] | None = None
    hidden: bool = False

    def number(self, row: int) -> int:
        """The 1-based number that a person sees beside row `row` (0-based)."""
        return self.numbers[row] if self.numbers is not None else row + 1


@dataclass(frozen=True, slots=True)
class Book:
    """A file's sheets; `kind` is xlsx, xlsb, xls, ods, xml, html, csv or text."""

    sheets: tuple[RawSheet, ...]
    kind: str
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class Limits:
    """How much a file may cost: seconds, bytes of memory of the reading process, bytes, cells."""

    seconds: float = 25.0
    memory: int = 1_200_000_000
    file_bytes: int = 150_000_000
    unpacked: int = 1_000_000_000
    ratio: int = 200
    entries: int = 20_000
    sheets: int = 256
    rows: int = 200_000
    columns: int = 1_000
    cells: int = 4_000_000
    characters: int = 200_000_000
    cell_characters: int = 100_000


ERRORS: Final = frozenset(
    """#N/A #DIV/0! #REF! #NAME? #VALUE! #NUM! #NULL! #SPILL! #CALC! #FIELD! #BLOCKED! #UNKNOWN! #CONNECT! #EXTERNAL!
    #BUSY! #PYTHON! #GETTING_DATA""".split()
)
"""Errors of formulas, as every program writes them into its files, whatever its language."""
BLANKS: Final = " \t\r\n\u00a0\ufeff\x00\u200b"
"""What is no part of a text at its ends."""


def plain(value: object) -> Cell:
    """A reader's cell value as a `Cell`: blanks become None, whole floats become int, NaN becomes None."""
    if isinstance(value, str):
        return value.strip(BLANKS) or None
    if isinstance(value, float):
        if value.is_integer() and abs(value) < 1e15:
            return int(value)
        return value if math.isfinite(value) else None
    if value is None or isinstance(value, bool | int | dt.date | dt.time | dt.timedelta):
        return value
    return str(value)
