"""Prints of visible rows: while a row's print stays the same, nobody has touched its cells.

The process that reads a workbook works with them too, so this imports little.
"""

import hashlib
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Any, Final

from tn_desktop.exchange.export.safe import plain
from tn_desktop.model.text import clean_lines

CODE, ACTION = "_code", "_action"
"""Keys of the two columns that are no fields."""
_BETWEEN: Final = "\x1f"
_KEPT: Final = 20_000


def cell_text(value: Any) -> str:
    """A cell's value as a text that is the same before it is written and after any program has saved it again."""
    if value is None:
        return ""
    if isinstance(value, str):
        return _clean(value)
    if isinstance(value, datetime):
        whole = value + timedelta(seconds=30)
        return f"{whole:%Y-%m-%dT%H:%M}".removesuffix("T00:00")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


@lru_cache(_KEPT)
def _clean(text: str) -> str:
    return clean_lines(plain(text)) if "\n" in text else " ".join(plain(text).split())


def row_print(values: Iterable[Any]) -> str:
    """A short hash of a row's visible cells: while it stays the same, nobody has touched them."""
    return print_of([cell_text(value) for value in values])


def print_of(texts: Iterable[str]) -> str:
    """`row_print` of cells that are texts already."""
    text = _BETWEEN.join(texts).rstrip(_BETWEEN)
    return hashlib.blake2b(text.encode(), digest_size=8).hexdigest()
