"""The shape of a sheet, described once for every format: columns, headings, kinds, drop-downs, widths."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from enum import Enum
from itertools import islice
from typing import Final, TypeVar

from tn_desktop.model.text import fold

Item = TypeVar("Item")
Value = str | int | float | date | time | datetime | None
"""What a cell may hold."""

LARGEST_SHEET: Final = 1_048_575
"""Rows below the heading that a sheet can hold."""


class Kind(Enum):
    """What the cells of a column are."""

    TEXT = "text"
    LONG = "long"
    PHONE = "phone"
    ORDINAL = "ordinal"
    NUMBER = "number"
    COUNT = "count"
    DECIMAL = "decimal"
    PERCENT = "percent"
    DATE = "date"
    TIME = "time"
    MOMENT = "moment"
    CHOICE = "choice"
    MARK = "mark"


@dataclass(frozen=True)
class Column:
    """One column of a table.

    Attributes:
        key: name in the code.
        heading: what the reader sees; unique within the sheet.
        width: in characters.
        choices: name of the list its drop-down offers.
        open_list: other values than the list's are accepted after a question.
        formula: how the cells follow from others, in structured references; the rows carry the values all the same.
        wrap: long text goes on in a second line.
        unlocked: the cells can be edited although the sheet is protected.
    """

    key: str
    heading: str
    kind: Kind = Kind.TEXT
    width: float = 14
    choices: str = ""
    open_list: bool = False
    formula: str = ""
    wrap: bool = False
    unlocked: bool = False


@dataclass(frozen=True)
class Highlight:
    """Cells of some columns that equal `value` look like `look` (a name of the writer's looks)."""

    columns: tuple[str, ...]
    value: str
    look: str


@dataclass(frozen=True)
class Sheet:
    """A sheet that is one table: a heading row, then rows.

    Attributes:
        name: of the sheet.
        table: of the table object; unique in the workbook, plain letters.
        frozen: how many columns stay in view (and are printed on every page) beside the heading row.
        pages_wide: how many sheets of paper a row may take.
        prompt: shown beside a cell of a MARK column when it is entered.
        foot: printed at the foot of every page.
        first: it is in front when the workbook is opened.
        ruled: thin lines between the rows, and rows as high as their wrapped text, for sheets that are read and
            printed; large ones do without, which a spreadsheet opens faster.
    """

    name: str
    table: str
    columns: tuple[Column, ...]
    frozen: int = 0
    pages_wide: int = 1
    highlights: tuple[Highlight, ...] = ()
    prompt: str = ""
    foot: str = ""
    first: bool = False
    ruled: bool = True

    def index(self, key: str) -> int:
        """Position of the column of that key, from 0."""
        return next(position for position, column in enumerate(self.columns) if column.key == key)

    def part(self, number: int) -> "Sheet":
        """The sheet on which the rows go on when one is full; the first is the sheet itself."""
        if number == 1:
            return self
        return replace(self, name=f"{self.name[:28]} {number}", table=f"{self.table}_{number}", first=False)


@dataclass(frozen=True)
class Line:
    """One line of a page that is no table (summary, about).

    Attributes:
        label: what stands in the first column.
        value: what stands beside it.
        look: title, section, field, total, note, link or gap.
        formula: how the value follows from the tables.
        rate: a share of 1 beside the value, "" if there is none to tell.
        rate_formula: how it follows; "" for no share.
        target: sheet a link leads to.
    """

    label: str = ""
    value: Value = None
    look: str = "field"
    formula: str = ""
    rate: float | str | None = None
    rate_formula: str = ""
    target: str = ""


@dataclass(frozen=True)
class Page:
    """A sheet of lines; `first` puts it in front when the workbook is opened."""

    name: str
    lines: tuple[Line, ...]
    first: bool = False


@dataclass(frozen=True)
class Choices:
    """The lists that drop-downs offer: key -> values; headings of the sheet they stand on."""

    name: str
    lists: Mapping[str, tuple[str, Sequence[str]]] = field(default_factory=dict)
    """key -> (heading, values)."""

    def range_name(self, key: str) -> str:
        """The defined name of a list."""
        return f"list_{key}"


Tables = list[tuple[Sheet, int]]
"""The sheets that one table takes, each with its number of rows."""


def batched(rows: Iterable[Item], size: int = 500) -> Iterator[list[Item]]:
    """The rows in lists of `size`; the last may be shorter."""
    source = iter(rows)
    while batch := list(islice(source, size)):
        yield batch


def table_name(sheet_name: str) -> str:
    """A name for the sheet's table object: its words without marks and spaces, "Kişiler" becomes "Kisiler"."""
    words = fold(sheet_name).split()
    plain = "_".join(word.capitalize() for word in words)
    return plain if plain.isascii() and plain[:1].isalpha() else f"Table_{plain.encode('utf-8').hex()[:16]}"


def reference(table: str, heading: str, *, this_row: bool = False, to: str = "") -> str:
    """A structured reference to a column of a table, or with `this_row` to its cell in this row, or those up to `to`.

    A column referred to as a whole must have a heading of letters and spaces: others would need double brackets.
    """
    column = f"[{_escaped(heading)}]"
    if not this_row:
        return table + column
    if to and to != heading:
        column += f":[{_escaped(to)}]"
    return f"{table}[[#This Row],{column}]"


def _escaped(heading: str) -> str:
    return "".join("'" + char if char in "[]#'@" else char for char in heading)


def unique_headings(headings: Iterable[str]) -> list[str]:
    """The headings, with a number after those that an earlier one equals (Excel compares without case)."""
    seen: set[str] = set()
    out = []
    for heading in headings:
        candidate, number = heading, 1
        while candidate.casefold() in seen:
            number += 1
            candidate = f"{heading} ({number})"
        seen.add(candidate.casefold())
        out.append(candidate)
    return out


_NOT_PLAIN: Final = re.compile("[^\x00-\u02ff]")
"""The first combining mark is U+0300, wide scripts come behind it; the letters of Turkish stand before."""


def text_width(text: str) -> int:
    """Width in characters of the longest line: wide scripts count twice, combining marks not at all."""
    if _NOT_PLAIN.search(text) is None:
        return len(text) if "\n" not in text else max(map(len, text.split("\n")))
    return max(
        sum(
            2 if unicodedata.east_asian_width(char) in "WF" else 0 if unicodedata.combining(char) else 1
            for char in line
        )
        for line in text.split("\n")
    )


def lines_of(text: str, width: float) -> int:
    """How many lines a text takes in a cell of that width, words kept whole."""
    room = max(1, int(width))
    lines = 0
    for paragraph in text.split("\n"):
        used = 0
        lines += 1
        for word in paragraph.split(" "):
            length = text_width(word)
            if used and used + 1 + length > room:
                lines, used = lines + 1, 0
            used += length + (1 if used else 0)
            if used > room:
                lines, used = lines + (used - 1) // room, (used - 1) % room + 1
    return lines


_WIDEST_WRAPPED: Final = 40
_WIDEST: Final = 60


def fitted(columns: Sequence[Column], samples: Iterable[Sequence[Value]]) -> tuple[Column, ...]:
    """The columns with their widths grown, up to a limit, so that the sample rows fit, and the words of headings."""
    widths = [max(column.width, max(map(len, column.heading.split())) * 1.15 + 3) for column in columns]
    for row in samples:
        for position, value in enumerate(row):
            # Nothing is measured that fits even if every letter of it were a wide one.
            if (
                isinstance(value, str)
                and len(value) * 2.2 + 2 > widths[position]
                and columns[position].kind is not Kind.LONG
            ):
                widest = _WIDEST_WRAPPED if columns[position].wrap else _WIDEST
                widths[position] = max(widths[position], min(widest, text_width(value) * 1.1 + 2))
    return tuple(replace(column, width=width) for column, width in zip(columns, widths, strict=True))
