"""The destruction log to print and sign: dates, rules, counts, decisions; no names. Lengths are millimetres."""

from collections.abc import Mapping, Sequence
from typing import Final

from tn_desktop.model.messages import Translate
from tn_desktop.services.destruction import DestructionRow
from tn_desktop.sheets import wording
from tn_desktop.sheets.document import PagedDocument
from tn_desktop.sheets.flow import AREA, Band, FlowLayout, stacked
from tn_desktop.sheets.fonts import load_fonts
from tn_desktop.sheets.page import Page, Rect, Shade
from tn_desktop.sheets.typesetting import fit
from tn_desktop.sheets.wording import Words

_WIDTHS: Final = (26.0, 62.0, 20.0)
_PAD: Final = 1.6


class DestructionDocument(PagedDocument):
    """The log, the latest line first."""

    def __init__(
        self, organisation: str, lines: Sequence[DestructionRow], rules: Mapping[str, str], translate: Translate
    ) -> None:
        """Lay the log out; `rules` are the words for the rules' keys.

        Raises:
            FileRefused: the program's fonts cannot be read.
        """
        load_fonts()
        words = Words(translate)
        title = words(wording.DESTRUCTION)
        heads = (wording.DATE, wording.RULE, wording.COUNT, wording.AUTHORITY)
        bands = [_row([words(head) for head in heads], bold=True)]
        for one in lines:
            day = f"{one.at[8:10]}.{one.at[5:7]}.{one.at[:4]}"
            bands.append(_row([day, rules.get(one.rule, one.rule), str(one.count), one.authority], bold=False))
        opens = stacked(
            (
                (fit(organisation, AREA.width, 9.0), Shade.GREY, 0.6),
                (fit(title, AREA.width, 18.0, bold=True), Shade.BLACK, 2.6),
            ),
            ruled=True,
            below=2.0,
        )
        goes_on = stacked(((fit(title, AREA.width, 8.0), Shade.GREY, 2.6),), ruled=False, below=0.0)
        super().__init__([FlowLayout(bands, opens, goes_on, words)], title)


def _row(texts: Sequence[str], *, bold: bool) -> Band:
    widths = (*_WIDTHS, AREA.width - sum(_WIDTHS))
    size = 8.0 if bold else 10.0
    blocks = [
        fit(text, width - 3.0, size, smallest=7.0, bold=bold, lines=3)
        for text, width in zip(texts, widths, strict=True)
    ]
    height = max(block.height for block in blocks) + 2 * _PAD

    def put(page: Page, y: float) -> None:
        x = AREA.x
        for block, width in zip(blocks, widths, strict=True):
            page.text(Rect(x, y + _PAD, width - 3.0, block.height), block)
            x += width
        page.across(AREA.x, AREA.right, y + height, 0.35 if bold else 0.18)

    return Band(height, put, with_next=bold)
