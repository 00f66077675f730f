"""What is too long for the heading of a sheet, such as very many facilitators, on pages behind the list of people.

Lengths are millimetres.
"""

from collections.abc import Sequence
from typing import Final

from tn_desktop.services.sheet_content import SessionSheet
from tn_desktop.sheets.agenda_sheet import heading
from tn_desktop.sheets.flow import AREA, Band, FlowLayout, gap, headed
from tn_desktop.sheets.heading import put_short_heading
from tn_desktop.sheets.page import Page, Rect
from tn_desktop.sheets.typesetting import fit
from tn_desktop.sheets.wording import Fact, Words

_SIZE: Final = 9.5
_ACROSS: Final = 3
_BETWEEN: Final = 5.0
_BELOW: Final = 1.6


def continuation_pages(sheet: SessionSheet, facts: Sequence[Fact], words: Words) -> FlowLayout:
    """The facts in full, their parts three beside each other."""
    top = headed(lambda page: put_short_heading(page, AREA, sheet, sheet.sessions, words))
    return FlowLayout([band for fact in facts for band in _listed(fact)], top, top, words)


def _listed(fact: Fact) -> list[Band]:
    rows = [fact.parts[start : start + _ACROSS] for start in range(0, len(fact.parts), _ACROSS)]
    return [heading(fact.label), *(_row(parts) for parts in rows), gap(4.0)]


def _row(parts: Sequence[str]) -> Band:
    step = (AREA.width + _BETWEEN) / _ACROSS
    width = step - _BETWEEN
    blocks = [fit(part, width, _SIZE, smallest=8.0, lines=3, height=90.0) for part in parts]

    def put(page: Page, y: float) -> None:
        for number, block in enumerate(blocks):
            page.text(Rect(AREA.x + number * step, y, width, block.height), block)

    return Band(max(block.height for block in blocks) + _BELOW, put)
