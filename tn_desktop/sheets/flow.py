"""Bands of a document one below the other, over as many upright pages as they take. Lengths are millimetres."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from tn_desktop.sheets.columns import MARGIN_SIDE, PAPER
from tn_desktop.sheets.page import Page, Rect, Shade
from tn_desktop.sheets.typesetting import TextBlock, fit
from tn_desktop.sheets.wording import PAGE, Words

MARGIN_TOP: Final = 14.0
MARGIN_BOTTOM: Final = 12.0
FOOT: Final = 7.0
LINES: Final = 30
"""Lines of the longest paragraph at its usual size."""
AREA: Final = Rect(MARGIN_SIDE, MARGIN_TOP, PAPER[0] - 2 * MARGIN_SIDE, PAPER[1] - MARGIN_TOP - MARGIN_BOTTOM)


@dataclass(frozen=True, slots=True)
class Band:
    """Something as wide as the page.

    Attributes:
        height: of the room it takes.
        put: puts it onto a page with its top at a y.
        with_next: it does not stand at the foot of a page without what follows it.
    """

    height: float
    put: Callable[[Page, float], None]
    with_next: bool = False


def gap(height: float) -> Band:
    """Empty room."""
    return Band(height, lambda _page, _y: None, with_next=True)


def headed(put: Callable[[Page], float]) -> Band:
    """What heads a page: put at the top of the area, telling the y below it."""

    def place(page: Page, _y: float) -> None:
        put(page)

    return Band(put(Page(*PAPER)) - AREA.y, place)


def stacked(texts: Sequence[tuple[TextBlock, Shade, float]], *, ruled: bool, below: float) -> Band:
    """Texts one under the other, each with the room below it."""
    height = sum(block.height + room for block, _shade, room in texts)

    def put(page: Page, y: float) -> None:
        for block, shade, room in texts:
            page.text(Rect(AREA.x, y, AREA.width, block.height), block, shade=shade)
            y += block.height + room
        if ruled:
            page.across(AREA.x, AREA.right, y, 0.35, Shade.BLACK)

    return Band(height + below, put)


def paragraph(text: str, size: float) -> Band:
    """Running text over the whole width."""
    block = fit(text, AREA.width, size, lines=LINES, height=120.0)
    return stacked(((block, Shade.BLACK, 1.8),), ruled=False, below=0.0)


class FlowLayout:
    """Bands divided into pages.

    Attributes:
        page_count: how many they are, at least one.
        page_size: width and height of each.
    """

    page_size: Final = PAPER

    def __init__(self, bands: Sequence[Band], opens: Band, goes_on: Band, words: Words) -> None:
        """`opens` heads the first page, `goes_on` those that follow."""
        self._opens, self._goes_on, self._words = opens, goes_on, words
        self._pages = self._divide(bands)
        self.page_count = len(self._pages)

    def page(self, index: int) -> Page:
        """Lay out the page with this number, the first being 0."""
        page = Page(*PAPER)
        y = AREA.y
        for band in (self._goes_on if index else self._opens, *self._pages[index]):
            band.put(page, y)
            y += band.height
        number = fit(self._words(PAGE, page=index + 1, pages=self.page_count), 32.0, 8.0)
        page.text(
            Rect(AREA.right - 32.0, AREA.bottom - number.height, 32.0, number.height),
            number,
            right=True,
            shade=Shade.GREY,
        )
        return page

    def _divide(self, bands: Sequence[Band]) -> list[list[Band]]:
        pages: list[list[Band]] = [[]]
        room = AREA.height - FOOT - self._opens.height
        for group in _together(bands):
            height = sum(band.height for band in group)
            if height > room and pages[-1]:
                pages.append([])
                room = AREA.height - FOOT - self._goes_on.height
            pages[-1] += group
            room -= height
        return pages


def _together(bands: Sequence[Band]) -> list[list[Band]]:
    """Bands with those that must follow on the same page."""
    groups: list[list[Band]] = []
    opened = False
    for band in bands:
        if opened:
            groups[-1].append(band)
        else:
            groups.append([band])
        opened = band.with_next
    return groups
