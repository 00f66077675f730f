"""A workbook of several tables: a page that says what it is, and a sheet for each table."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final, Protocol

from tn_desktop.exchange.export.layout import LARGEST_SHEET, Choices, Column, Kind, Page, Sheet, fitted, table_name
from tn_desktop.exchange.export.target import new_file
from tn_desktop.exchange.export.xlsx_book import XlsxBook
from tn_desktop.model.small_numbers import HIDDEN
from tn_desktop.services.impact import Year

_LONG: Final = 60
_NO_NUMBER: Final = (HIDDEN, "–")
"""What stands for a hidden number, or none, among others."""


class Titled(Protocol):
    """A table: its title, a heading for each column, and the values."""

    @property
    def title(self) -> str: ...
    @property
    def headings(self) -> tuple[str, ...]: ...
    @property
    def rows(self) -> tuple[tuple[Any, ...], ...]: ...


def write_tables(path: Path, about: Mapping[str, Any], first: Page, tables: Iterable[Titled]) -> int:
    """Write the workbook, whose properties are `about`, and return the number of rows.

    A column of numbers in which some are hidden, or none, is one of numbers all the same; years are `Year`.

    Raises:
        FileRefused: it cannot be written; nothing is left of it.
    """
    names = [first.name]
    with new_file(path) as file, XlsxBook(file, **about) as book:
        book.page(first)
        count = 0
        for table in tables:
            sheet = _sheet(table, len(names))
            names.append(sheet.name)
            book.rows(sheet, table.rows, Choices("", {}), LARGEST_SHEET)
            count += len(table.rows)
        book.close(names)
    return count


def _sheet(table: Titled, number: int) -> Sheet:
    columns = tuple(_column(table, at, heading) for at, heading in enumerate(table.headings))
    name = table.title[:31]
    return Sheet(name, f"{table_name(name)}_{number}", fitted(columns, table.rows), frozen=0, ruled=True)


def _column(table: Titled, at: int, heading: str) -> Column:
    values = [row[at] for row in table.rows if row[at] not in (None, "")]
    if values and all(isinstance(one, datetime) for one in values):
        return Column(f"c{at}", heading, Kind.MOMENT, 17)
    if values and all(isinstance(one, date) and not isinstance(one, datetime) for one in values):
        return Column(f"c{at}", heading, Kind.DATE, 12)
    numbers = [one for one in values if one not in _NO_NUMBER]
    if numbers and all(isinstance(one, int) for one in numbers):
        plain = any(isinstance(one, Year) for one in numbers)
        return Column(f"c{at}", heading, Kind.NUMBER if plain else Kind.COUNT, 9)
    long = any(isinstance(one, str) and len(one) > _LONG for one in values)
    return Column(f"c{at}", heading, Kind.LONG if long else Kind.TEXT, 40 if long else 14, wrap=True)
