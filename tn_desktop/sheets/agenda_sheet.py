"""A session's agenda and what has to be brought, as pages of their own behind the sign-in sheet. Lengths are mm."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtGui import QImage

from tn_desktop.services.sheet_content import SessionSheet, SheetAgenda, SheetBlock
from tn_desktop.sheets import wording
from tn_desktop.sheets.flow import AREA, Band, FlowLayout, gap, headed
from tn_desktop.sheets.heading import put_full_heading, put_short_heading
from tn_desktop.sheets.options import Language
from tn_desktop.sheets.page import Page, Rect, Shade
from tn_desktop.sheets.typesetting import TextBlock, fit
from tn_desktop.sheets.wording import Words

_CLOCK: Final = 27.0
_MINUTES: Final = 15.0
_LEADER: Final = 42.0
_PAD: Final = 1.6
_BOX: Final = 3.4
_BOX_ROOM: Final = 6.0


def agenda_pages(
    sheet: SessionSheet, agenda: SheetAgenda, language: Language, words: Words, logo: QImage | None
) -> FlowLayout:
    """The pages of one session's agenda."""
    group = (agenda.session,)
    title = wording.AGENDA
    opens = headed(lambda page: put_full_heading(page, AREA, sheet, group, words, logo, title))
    goes_on = headed(lambda page: put_short_heading(page, AREA, sheet, group, words, title))
    bands = [_header(words), *(_block(block, language, words) for block in agenda.blocks), _total(agenda, words)]
    materials = agenda.materials[language]
    if materials:
        bands += [gap(6.0), heading(words(wording.MATERIALS)), *checklist(materials)]
    return FlowLayout(bands, opens, goes_on, words)


def heading(text: str) -> Band:
    """A title within the page."""
    block = fit(text, AREA.width, 11.0, bold=True)
    return Band(
        block.height + 1.6, lambda page, y: page.text(Rect(AREA.x, y, AREA.width, block.height), block), with_next=True
    )


def checklist(things: Sequence[str]) -> list[Band]:
    """Things with a box to tick, two beside each other."""
    width = AREA.width / 2 - 4.0
    blocks = [fit(thing, width - _BOX_ROOM, 9.5, smallest=8.0, lines=3) for thing in things]
    return [_pair(blocks[start : start + 2]) for start in range(0, len(blocks), 2)]


def _pair(blocks: Sequence[TextBlock]) -> Band:
    def put(page: Page, y: float) -> None:
        for number, block in enumerate(blocks):
            x = AREA.x + number * (AREA.width / 2 + 2.0)
            for top in (y + 0.5, y + 0.5 + _BOX):
                page.across(x, x + _BOX, top, 0.25, Shade.BLACK)
            for left in (x, x + _BOX):
                page.down(left, y + 0.5, y + 0.5 + _BOX, 0.25, Shade.BLACK)
            page.text(Rect(x + _BOX_ROOM, y, AREA.width / 2 - 4.0 - _BOX_ROOM, block.height), block)

    return Band(max(block.height for block in blocks) + 1.8, put)


def _header(words: Words) -> Band:
    texts = (words(wording.TIME), words(wording.MINUTES), words(wording.PART), words(wording.LEADS))
    blocks = [
        fit(text, width - _PAD, 8.0, smallest=6.5, bold=True) for text, width in zip(texts, _widths(), strict=True)
    ]

    def put(page: Page, y: float) -> None:
        for (x, width), block in zip(_places(), blocks, strict=True):
            page.text(Rect(x, y, width, block.height), block)
        page.across(AREA.x, AREA.right, y + 4.6, 0.35, Shade.BLACK)

    return Band(5.2, put, with_next=True)


def _block(block: SheetBlock, language: Language, words: Words) -> Band:
    clock = f"{block.starts}–{block.ends}" if block.starts else ""
    minutes = "" if block.minutes is None else words(wording.MIN, minutes=block.minutes)
    widths = _widths()
    cells = [
        [fit(clock, widths[0] - _PAD, 9.5)],
        [fit(minutes, widths[1] - _PAD, 9.5, smallest=8.0)],
        [
            fit(block.titles[language], widths[2] - _PAD, 10.5, smallest=9.0, bold=True, lines=3),
            *(fit(line, widths[2] - _PAD, 9.0, smallest=8.0, lines=4) for line in block.notes.splitlines()),
        ],
        [fit(block.led_by, widths[3] - _PAD, 9.5, smallest=8.0)],
    ]
    height = max(sum(one.height for one in cell) for cell in cells) + 2 * _PAD

    def put(page: Page, y: float) -> None:
        for (x, width), cell in zip(_places(), cells, strict=True):
            top = y + _PAD
            for number, one in enumerate(cell):
                page.text(Rect(x, top, width, one.height), one, shade=Shade.GREY if number else Shade.BLACK)
                top += one.height
        page.across(AREA.x, AREA.right, y + height)

    return Band(height, put)


def _total(agenda: SheetAgenda, words: Words) -> Band:
    total = sum(block.minutes or 0 for block in agenda.blocks)
    block = fit(words(wording.TOGETHER, minutes=total), AREA.width - _CLOCK, 9.0)
    place = AREA.x + _CLOCK
    return Band(6.0, lambda page, y: page.text(Rect(place, y + 1.4, AREA.width - _CLOCK, block.height), block))


def _widths() -> tuple[float, float, float, float]:
    return _CLOCK, _MINUTES, AREA.width - _CLOCK - _MINUTES - _LEADER, _LEADER


def _places() -> list[tuple[float, float]]:
    """Left edge and width of each column."""
    x, found = AREA.x, []
    for width in _widths():
        found.append((x, width - _PAD))
        x += width
    return found
