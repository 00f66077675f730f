"""Rows of cells as worksheet XML, by way of fragments that are made once and used for many rows.

A fragment holds the cells of some columns with the row's number left open (`ROW`), so that the cells of a person
or a session are made once and each further row costs a few joined strings. That is what makes this writer an
order of magnitude faster than a library that makes every cell an object.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime, time
from typing import Final

from tn_desktop.exchange.export import safe
from tn_desktop.exchange.export.layout import Column, Kind, Sheet, Value, lines_of
from tn_desktop.exchange.export.xlsx_styles import DATE, MOMENT, PRESERVE, TIME, Style, StyleBook

ROW: Final = "\x01"
"""Stands for the row's number in a fragment; no text of a cell can hold it."""
ROW_END: Final = b"</row>"

Batch = list[bytes]
"""Fragments of whole rows that follow each other: handed on by the hundred, since a call for each row is dear."""

_EPOCH: Final = date(1899, 12, 30).toordinal()
_KNOWN_TEXTS: Final = 3000
"""Most texts of a column that are kept, and shared in the file: provinces, subjects, schools come again and again."""
_SHORT: Final = 1000
_KNOWN_NUMBERS: Final = 1000
_NUMERIC: Final = (Kind.DATE, Kind.TIME, Kind.MOMENT, Kind.ORDINAL, Kind.NUMBER, Kind.COUNT, Kind.DECIMAL,
                   Kind.PERCENT)  # fmt: skip
_FIRST_DAY: Final = date(1900, 3, 1).toordinal() - _EPOCH
"""Before it Excel's calendar has a day that never was; earlier dates are written as text."""


def letters(index: int) -> str:
    """The name of a column by its position from 0: A, B … Z, AA …"""
    name = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        name = chr(65 + rest) + name
    return name


def serial(value: date | time) -> float | None:
    """The number a spreadsheet keeps for a date, a time or both; None if it cannot keep it."""
    if isinstance(value, time):
        return _share_of_day(value)
    day = value.toordinal() - _EPOCH
    if day < _FIRST_DAY:
        return None
    return day + _share_of_day(value) if isinstance(value, datetime) else day


def _share_of_day(value: time | datetime) -> float:
    return round((value.hour * 3600 + value.minute * 60 + value.second) / 86400, 10)


def numbered(batch: Iterable[bytes], first: int) -> bytes:
    """The XML of rows that follow each other, the first in row `first` of the sheet."""
    mark = ROW.encode()
    return b"".join([row.replace(mark, b"%d" % number) for number, row in enumerate(batch, first)])


class RowMaker:
    """Makes the cells of one sheet's columns.

    Attributes:
        makers: for each column, what makes a cell of a value, with the row's number left open.
    """

    def __init__(self, sheet: Sheet, book: StyleBook) -> None:
        self.makers = tuple(
            _cell_maker(letters(index), column, book, sheet.ruled) for index, column in enumerate(sheet.columns)
        )
        wrapped = enumerate(sheet.columns) if sheet.ruled else ()
        self._wrapped = tuple(
            (index, column.width) for index, column in wrapped if column.wrap or column.kind is Kind.LONG
        )

    def cells(self, values: Iterable[Value], first: int = 0) -> bytes:
        """The fragment of consecutive columns from position `first`, one value each."""
        makers = self.makers[first:] if first else self.makers
        return "".join([make(value) for make, value in zip(makers, values, strict=False)]).encode()

    def row(self, values: Sequence[Value]) -> bytes:
        """The fragment of a whole row, as high as its wrapped texts need."""
        return b"%b%b%b" % (self.start(values), self.cells(values), ROW_END)

    def start(self, values: Sequence[Value]) -> bytes:
        """The opening tag of a row whose first values are given."""
        lines = 1
        for index, width in self._wrapped:
            value = values[index] if index < len(values) else None
            if isinstance(value, str) and (len(value) >= width / 1.2 or "\n" in value):
                lines = max(lines, lines_of(safe.plain(value), width))
        # Excel and LibreOffice measure rows without a height only sometimes; theirs is at most 409 points.
        height = f' ht="{min(15 * lines, 405)}" customHeight="1"' if lines > 1 else ""
        return f'<row r="{ROW}"{height}>'.encode()


def text_cell(where: str, style: int, quoted: int, text: str) -> str:
    """A cell that holds a text whatever it begins with; `where` may leave the row open."""
    text = safe.plain(text)
    if not text:
        return ""
    space = PRESERVE if safe.keeps_space(text) else ""
    number = quoted if safe.is_risky(text) else style
    return f'<c r="{where}" s="{number}" t="inlineStr"><is><t{space}>{safe.xlsx(text)}</t></is></c>'


def formula_cell(where: str, style: int, formula: str, value: Value) -> str:
    """A cell with a formula and the value it has now, for whoever reads without calculating."""
    inner = f"<f>{safe.xml(formula)}</f>"
    if isinstance(value, str):
        return f'<c r="{where}" s="{style}" t="str">{inner}<v>{safe.xlsx(value)}</v></c>'
    return f'<c r="{where}" s="{style}">{inner}<v>{value or 0!r}</v></c>'


def value_cell(where: str, style: Style, book: StyleBook, value: Value) -> str:
    """A cell of whatever type the value has."""
    number = book.number(style)
    if value is None:
        return ""
    if isinstance(value, str):
        return text_cell(where, number, book.number(style._replace(quoted=True)), value)
    if isinstance(value, date | time):
        kept = serial(value)
        if kept is None:
            return text_cell(where, number, number, _written_out(value))
        return f'<c r="{where}" s="{number}"><v>{kept!r}</v></c>'
    return f'<c r="{where}" s="{number}"><v>{value!r}</v></c>'


def _written_out(value: date | time) -> str:
    if isinstance(value, time):
        return f"{value:%H:%M}"
    day = f"{value.day:02d}.{value.month:02d}.{value.year:04d}"
    return f"{day} {value:%H:%M}" if isinstance(value, datetime) else day


def _cell_maker(letter: str, column: Column, book: StyleBook, ruled: bool) -> Callable[[Value], str]:
    where = letter + ROW
    style = book.of_kind(column.kind, wrap=column.wrap, ruled=ruled)._replace(unlocked=column.unlocked)
    number = book.number(style)
    empty = f'<c r="{where}" s="{number}"/>' if ruled else ""
    if column.formula:
        return lambda value: formula_cell(where, number, column.formula, value)
    if column.kind in _NUMERIC:
        return _number_maker(where, style, book, empty)
    return _text_maker(where, number, book.number(style._replace(quoted=True)), empty, book)


def _text_maker(where: str, number: int, quoted: int, empty: str, book: StyleBook) -> Callable[[Value], str]:
    known: dict[Value, str] = {None: empty, "": empty}
    inline = f'<c r="{where}" s="{number}" t="inlineStr"><is><t>'
    # By whether the text is risky.
    shared = {risky: f'<c r="{where}" s="{style}" t="s"><v>' for risky, style in ((False, number), (True, quoted))}

    def make(value: Value) -> str:
        cell = known.get(value)
        if cell is not None:
            return cell
        text = value if isinstance(value, str) else str(value)
        if len(known) < _KNOWN_TEXTS and len(text) < _SHORT:
            text = safe.plain(text)
            cell = f"{shared[safe.is_risky(text)]}{book.texts.number(text)}</v></c>" if text else empty
            known[value] = cell
            return cell
        if len(text) < _SHORT and safe.is_simple(text):
            return f"{inline}{text}</t></is></c>"
        return text_cell(where, number, quoted, text) or empty

    return make


def _number_maker(where: str, style: Style, book: StyleBook, empty: str) -> Callable[[Value], str]:
    number = book.number(style)
    by_type = {
        datetime: style._replace(number=MOMENT),
        date: style._replace(number=DATE),
        time: style._replace(number=TIME),
    }
    numbers: dict[type, int] = {}

    known: dict[Value, str] = {None: empty, "": empty}

    def make(value: Value) -> str:
        cell = known.get(value)
        if cell is None:
            if isinstance(value, int | float):
                cell = f'<c r="{where}" s="{number}"><v>{value!r}</v></c>'
            elif isinstance(value, date | time) and (kept := serial(value)) is not None:
                kind = type(value)
                if kind not in numbers:
                    numbers[kind] = book.number(by_type[kind])
                cell = f'<c r="{where}" s="{numbers[kind]}"><v>{kept!r}</v></c>'
            else:
                cell = value_cell(where, by_type.get(type(value), style._replace(number="")), book, value)
            if len(known) < _KNOWN_NUMBERS:
                known[value] = cell
        return cell

    return make
