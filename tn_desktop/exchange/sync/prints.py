"""Prints of visible rows: while a row's print stays the same, nobody has touched its cells.

The process that reads a workbook works with them too, so this imports little.
"""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any, Final

from tn_desktop.exchange.cell_text import plain
from tn_desktop.exchange.sync.hashes import short_hashes
from tn_desktop.model.text import clean_lines

CODE, ACTION = "_code", "_action"
"""Keys of the two columns that are no fields."""
_BETWEEN: Final = b"\x1f"
_KEPT: Final = 50_000
_MINUTES: Final = len("2026-03-14T09:30")
_HALF_A_MINUTE: Final = timedelta(seconds=30)


class _Texts(dict[Any, str]):
    """The text of a cell by its value; those of texts are kept, since most come again and again."""

    def __missing__(self, value: Any) -> str:
        if value is None:
            return ""
        if isinstance(value, str):
            text = clean_lines(plain(value)) if "\n" in value else " ".join(plain(value).split())
            if len(self) < _KEPT:
                self[value] = text
            return text
        if isinstance(value, datetime):
            whole: datetime = value + _HALF_A_MINUTE if value.second else value
            return whole.isoformat(timespec="minutes")[:_MINUTES].removesuffix("T00:00")
        if isinstance(value, date):
            return value.isoformat()
        if isinstance(value, float) and value.is_integer():
            return str(int(value))
        return str(value)


cell_text: Final = _Texts({None: ""}).__getitem__
"""A cell's value as a text that is the same before it is written and after any program has saved it again."""


def row_print(values: Iterable[Any]) -> str:
    """A short hash of a row's visible cells: while it stays the same, nobody has touched them."""
    return prints_of([[cell_text(value).encode() for value in values]])[0]


def prints_of(rows: Iterable[Iterable[bytes]]) -> list[str]:
    """`row_print` of each of these rows, whose cells are texts already."""
    hashes = short_hashes([text.rstrip(_BETWEEN) for text in map(_BETWEEN.join, rows)])
    return list(map(bytes.hex, hashes))
