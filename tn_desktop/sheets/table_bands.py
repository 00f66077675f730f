"""Tables as bands of a document: headings, then a row for each record. Lengths are millimetres."""

import re
from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import Final

from tn_desktop.sheets.flow import AREA, Band
from tn_desktop.sheets.page import Page, Rect
from tn_desktop.sheets.typesetting import TextBlock, fit, text_width

_PAD: Final = 1.5
_SIZE: Final = 9.0
_HEAD: Final = 7.5
_LEAST: Final = 16.0
_MOST: Final = 80.0
_SHORT: Final = 32.0
_NUMBER: Final = re.compile(r"|[–*]|%?\d+([.,]\d+)?( %| / \d+)?")
_SLACK: Final = 2.5
"""Between two columns, with a hair more than what parts them: a text as wide as its column keeps its line."""

Value = str | int | date | datetime | None


def rows_of(
    headings: Sequence[str], rows: Sequence[Sequence[Value]], shown: Callable[[Value], str] | None = None
) -> list[Band]:
    """The headings and the rows, in columns that fill the page; `shown` says how a value is printed."""
    # What a row is of stands at the left, a year too.
    right = [at > 0 and bool(rows) and all(_counts(row[at]) for row in rows) for at in range(len(headings))]
    printed = [tuple(map(shown or text, row)) for row in rows]
    widths = _widths(headings, printed)
    return [_heads(headings, widths, right), *(_row(row, widths, right) for row in printed)]


def _counts(value: Value) -> bool:
    """Whether it stands in a column of numbers: one, a share, a mean, or what stands for none or a hidden one."""
    return isinstance(value, int) or value is None or (isinstance(value, str) and _NUMBER.fullmatch(value) is not None)


def text(value: Value) -> str:
    """A value as it is printed."""
    if isinstance(value, datetime):
        return f"{value:%d.%m.%Y %H:%M}"
    if isinstance(value, date):
        return f"{value:%d.%m.%Y}"
    return "" if value is None else str(value)


def _widths(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> list[float]:
    """Columns as wide as their longest text, within limits, made to fill the page."""
    natural = []
    for at, head in enumerate(headings):
        longest = max((text_width(row[at], _SIZE) for row in rows), default=0.0)
        word = max(text_width(part, _HEAD, bold=True) for part in head.split() or [""])
        natural.append(min(_MOST, max(_LEAST, longest, word) + _SLACK))
    # Dates and single words keep their line; what is longer shares what is left.
    short = sum(width for width in natural if width <= _SHORT)
    long = sum(width for width in natural if width > _SHORT)
    if not long or short > AREA.width * 0.7:
        return [width * AREA.width / sum(natural) for width in natural]
    scale = (AREA.width - short) / long
    return [width if width <= _SHORT else width * scale for width in natural]


def _heads(heads: Sequence[str], widths: Sequence[float], right: Sequence[bool]) -> Band:
    blocks = [fit(head, width - 2.0, _HEAD, smallest=6.0, bold=True) for head, width in zip(heads, widths, strict=True)]
    return _cells(blocks, widths, right, 0.35, with_next=True)


def _row(row: Sequence[str], widths: Sequence[float], right: Sequence[bool]) -> Band:
    blocks = [
        fit(value, width - 2.0, _SIZE, smallest=7.0, lines=12, height=120.0)
        for value, width in zip(row, widths, strict=True)
    ]
    return _cells(blocks, widths, right, 0.18, with_next=False)


def _cells(
    blocks: Sequence[TextBlock], widths: Sequence[float], right: Sequence[bool], weight: float, *, with_next: bool
) -> Band:
    height = max(block.height for block in blocks) + 2 * _PAD

    def put(page: Page, y: float) -> None:
        x = AREA.x
        for block, width, of_numbers in zip(blocks, widths, right, strict=True):
            at_right = of_numbers and len(block.lines) == 1
            page.text(Rect(x, y + _PAD, width - 2.0, block.height), block, right=at_right)
            x += width
        page.across(AREA.x, AREA.right, y + height, weight)

    return Band(height, put, with_next)
