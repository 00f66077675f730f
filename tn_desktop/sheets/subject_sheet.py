"""Everything about one person as pages to hand to her. Lengths are millimetres."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Final

from tn_desktop.model.messages import Translate
from tn_desktop.services.subject_data import EXPLAINED, SUBJECT, TITLE, SubjectData, SubjectTable, Value
from tn_desktop.sheets.agenda_sheet import heading
from tn_desktop.sheets.document import PagedDocument
from tn_desktop.sheets.flow import AREA, Band, FlowLayout, gap, paragraph, stacked
from tn_desktop.sheets.fonts import load_fonts
from tn_desktop.sheets.page import Page, Rect, Shade
from tn_desktop.sheets.typesetting import TextBlock, fit, text_width
from tn_desktop.sheets.wording import Words

_LABEL: Final = 48.0
_PAD: Final = 1.5
_SIZE: Final = 9.0
_HEAD: Final = 7.5
_LEAST: Final = 16.0
_MOST: Final = 80.0
_SHORT: Final = 32.0
_AS_LINES: Final = 8
"""From so many columns on, a row is told line by line."""


class SubjectDocument(PagedDocument):
    """The pages, her own fields first."""

    def __init__(self, data: SubjectData, translate: Translate) -> None:
        """Lay the pages out.

        Raises:
            FileRefused: the program's fonts cannot be read.
        """
        load_fonts()
        words = Words(translate)
        bands = [paragraph(translate(SUBJECT, EXPLAINED), 9.5), gap(3.0)]
        for table in data.tables:
            bands += _table(table)
        title = translate(SUBJECT, TITLE)
        super().__init__([FlowLayout(bands, _opens(data, title), _goes_on(data, title), words)], title)


def _opens(data: SubjectData, title: str) -> Band:
    texts = (
        (fit(f"{data.organisation} · {title}", AREA.width, 9.0), Shade.GREY, 0.8),
        (fit(data.name, AREA.width, 18.0, smallest=13.0, bold=True), Shade.BLACK, 0.6),
        (fit(f"{data.made_at:%d.%m.%Y %H:%M}", AREA.width, 9.0), Shade.GREY, 2.4),
    )
    return stacked(texts, ruled=True, below=3.4)


def _goes_on(data: SubjectData, title: str) -> Band:
    line = fit(f"{title} · {data.name}", AREA.width, 8.0, smallest=7.0)
    return stacked(((line, Shade.GREY, 2.6),), ruled=False, below=0.0)


def _table(table: SubjectTable) -> list[Band]:
    bands = [heading(f"{table.title} ({len(table.rows)})")]
    if len(table.headings) >= _AS_LINES:
        for row in table.rows:
            pairs = [(head, text(value)) for head, value in zip(table.headings, row, strict=True) if text(value)]
            bands += [*(_pair(head, value) for head, value in pairs), gap(2.5)]
    else:
        widths = _widths(table)
        bands += [_heads(table.headings, widths), *(_row(row, widths) for row in table.rows)]
    return [*bands, gap(5.0)]


def _pair(head: str, value: str) -> Band:
    room = AREA.width - _LABEL
    label = fit(head, _LABEL - 2.0, 8.5, smallest=7.0)
    blocks = [fit(line, room, _SIZE, lines=30, height=120.0) for line in value.splitlines() if line.strip()]
    height = max(label.height, sum(block.height for block in blocks)) + _PAD

    def put(page: Page, y: float) -> None:
        page.text(Rect(AREA.x, y, _LABEL - 2.0, label.height), label, shade=Shade.GREY)
        top = y
        for block in blocks:
            page.text(Rect(AREA.x + _LABEL, top, room, block.height), block)
            top += block.height
        page.across(AREA.x, AREA.right, y + height - 0.4)

    return Band(height + 0.4, put)


def _widths(table: SubjectTable) -> list[float]:
    """Columns as wide as their longest text, within limits, made to fill the page."""
    natural = []
    for at, head in enumerate(table.headings):
        longest = max((text_width(text(row[at]), _SIZE) for row in table.rows), default=0.0)
        word = max(text_width(part, _HEAD, bold=True) for part in head.split() or [""])
        natural.append(min(_MOST, max(_LEAST, longest, word) + 2.0))
    # Dates and single words keep their line; what is longer shares what is left.
    short = sum(width for width in natural if width <= _SHORT)
    long = sum(width for width in natural if width > _SHORT)
    if not long or short > AREA.width * 0.7:
        return [width * AREA.width / sum(natural) for width in natural]
    scale = (AREA.width - short) / long
    return [width if width <= _SHORT else width * scale for width in natural]


def _heads(heads: Sequence[str], widths: Sequence[float]) -> Band:
    blocks = [fit(head, width - 2.0, _HEAD, smallest=6.0, bold=True) for head, width in zip(heads, widths, strict=True)]
    return _cells(blocks, widths, 0.35, with_next=True)


def _row(row: Sequence[Value], widths: Sequence[float]) -> Band:
    blocks = [
        fit(text(value), width - 2.0, _SIZE, smallest=7.0, lines=12, height=120.0)
        for value, width in zip(row, widths, strict=True)
    ]
    return _cells(blocks, widths, 0.18, with_next=False)


def _cells(blocks: Sequence[TextBlock], widths: Sequence[float], weight: float, *, with_next: bool) -> Band:
    height = max(block.height for block in blocks) + 2 * _PAD

    def put(page: Page, y: float) -> None:
        x = AREA.x
        for block, width in zip(blocks, widths, strict=True):
            page.text(Rect(x, y + _PAD, width - 2.0, block.height), block)
            x += width
        page.across(AREA.x, AREA.right, y + height, weight)

    return Band(height, put, with_next)


def text(value: Value) -> str:
    """A value as it is printed."""
    if isinstance(value, datetime):
        return f"{value:%d.%m.%Y %H:%M}"
    if isinstance(value, date):
        return f"{value:%d.%m.%Y}"
    return "" if value is None else str(value)
