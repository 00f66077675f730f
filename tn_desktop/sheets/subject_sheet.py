"""Everything about one person as pages to hand to her. Lengths are millimetres."""

from typing import Final

from tn_desktop.model.messages import Translate
from tn_desktop.services.subject_data import EXPLAINED, SUBJECT, TITLE, SubjectData, SubjectTable
from tn_desktop.sheets.agenda_sheet import heading
from tn_desktop.sheets.document import PagedDocument
from tn_desktop.sheets.flow import AREA, Band, FlowLayout, gap, paragraph, stacked
from tn_desktop.sheets.fonts import load_fonts
from tn_desktop.sheets.page import Page, Rect, Shade
from tn_desktop.sheets.table_bands import rows_of, text
from tn_desktop.sheets.typesetting import fit
from tn_desktop.sheets.wording import Words

_LABEL: Final = 48.0
_PAD: Final = 1.5
_SIZE: Final = 9.0
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
        bands += rows_of(table.headings, table.rows)
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
