"""The decisions of a community as a list to print: what was asked, decided, voted, and about which needs."""

from typing import Final

from tn_desktop.model.messages import Translate
from tn_desktop.services.decisions import DecisionList, ListedDecision
from tn_desktop.sheets import wording
from tn_desktop.sheets.document import PagedDocument
from tn_desktop.sheets.flow import AREA, Band, FlowLayout, stacked
from tn_desktop.sheets.fonts import load_fonts
from tn_desktop.sheets.page import Page, Rect, Shade
from tn_desktop.sheets.typesetting import TextBlock, fit
from tn_desktop.sheets.wording import DOT, Words

_DATE: Final = 24.0
_PAD: Final = 1.8
_LINES: Final = 20


class DecisionDocument(PagedDocument):
    """The list, the newest decision first."""

    def __init__(self, content: DecisionList, translate: Translate) -> None:
        """Lay the list out.

        Raises:
            FileRefused: the program's fonts cannot be read.
        """
        load_fonts()
        words = Words(translate)
        title = words(wording.DECISIONS)
        bands = [_decision(decision, words) for decision in content.decisions]
        layout = FlowLayout(bands, _opens(content, title), _goes_on(content, title), words)
        super().__init__([layout], f"{title} – {content.community}")


def _opens(content: DecisionList, title: str) -> Band:
    texts = (
        (fit(content.organisation, AREA.width, 9.0), Shade.GREY, 0.6),
        (fit(title, AREA.width, 18.0, bold=True), Shade.BLACK, 0.4),
        (fit(content.community, AREA.width, 12.0, smallest=10.0), Shade.BLACK, 2.6),
    )
    return stacked(texts, ruled=True, below=2.0)


def _goes_on(content: DecisionList, title: str) -> Band:
    line = fit(f"{title}{DOT}{content.community}", AREA.width, 8.0, smallest=7.0)
    return stacked(((line, Shade.GREY, 2.6),), ruled=False, below=0.0)


def _decision(decision: ListedDecision, words: Words) -> Band:
    room = AREA.width - _DATE
    day = decision.date
    date = fit(f"{day[8:10]}.{day[5:7]}.{day[:4]}" if day else "–", _DATE, 10.0)
    blocks: list[tuple[TextBlock, Shade]] = [
        (fit(decision.question, room, 11.0, smallest=10.0, bold=True, lines=_LINES, height=60.0), Shade.BLACK),
        (fit(decision.result, room, 10.0, smallest=9.0, lines=_LINES, height=80.0), Shade.BLACK),
        (fit(_votes(decision, words), room, 9.5), Shade.GREY),
    ]
    if decision.needs:
        about = words(wording.ABOUT, needs=DOT.join(decision.needs))
        blocks.append((fit(about, room, 9.5, smallest=8.5, lines=_LINES, height=60.0), Shade.GREY))
    height = sum(block.height for block, _shade in blocks) + 2 * _PAD

    def put(page: Page, y: float) -> None:
        page.text(Rect(AREA.x, y + _PAD, _DATE, date.height), date, shade=Shade.GREY)
        top = y + _PAD
        for block, shade in blocks:
            page.text(Rect(AREA.x + _DATE, top, room, block.height), block, shade=shade)
            top += block.height
        page.across(AREA.x, AREA.right, y + height)

    return Band(height, put)


def _votes(decision: ListedDecision, words: Words) -> str:
    """What was counted; a number that nobody counted is left out."""
    counted = (
        (wording.VOTES_FOR, decision.votes),
        (wording.VOTES_AGAINST, decision.against),
        (wording.ABSTAINED, decision.abstained),
    )
    return DOT.join(words(text, number=number) for text, number in counted if number is not None)
