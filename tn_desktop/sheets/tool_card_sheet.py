"""An engagement tool as a card to print: purpose, steps with minutes, what one needs, tips. Lengths are millimetres."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from tn_desktop.model.messages import Translate
from tn_desktop.model.tool_steps import Step
from tn_desktop.sheets import wording
from tn_desktop.sheets.agenda_sheet import checklist, heading
from tn_desktop.sheets.document import PagedDocument
from tn_desktop.sheets.flow import AREA, LINES, Band, FlowLayout, gap, paragraph, stacked
from tn_desktop.sheets.fonts import load_fonts
from tn_desktop.sheets.page import Page, Rect, Shade
from tn_desktop.sheets.typesetting import fit
from tn_desktop.sheets.wording import Words

_NUMBER: Final = 8.0
_MINUTES: Final = 18.0
_PAD: Final = 1.6


@dataclass(frozen=True, slots=True)
class PrintedTool:
    """What stands on a card; facts is the line below its title."""

    title: str
    facts: str
    purpose: str
    steps: Sequence[Step]
    materials: Sequence[str]
    tips: Sequence[str]


class CardDocument(PagedDocument):
    """The card of one tool."""

    def __init__(self, tool: PrintedTool, translate: Translate) -> None:
        """Lay the card out.

        Raises:
            FileRefused: the program's fonts cannot be read.
        """
        load_fonts()
        words = Words(translate)
        super().__init__([FlowLayout(_bands(tool, words), _opens(tool, words), _goes_on(tool), words)], tool.title)


def _bands(tool: PrintedTool, words: Words) -> list[Band]:
    bands = [paragraph(tool.purpose, 11.0), gap(2.0)] if tool.purpose else []
    if tool.steps:
        bands += [heading(words(wording.STEPS))]
        bands += [_step(number, step, words) for number, step in enumerate(tool.steps, start=1)]
        bands += [gap(5.0)]
    if tool.materials:
        bands += [heading(words(wording.MATERIALS)), *checklist(tool.materials), gap(3.0)]
    if tool.tips:
        bands += [heading(words(wording.TIPS)), *(paragraph(line, 9.5) for line in tool.tips)]
    return bands


def _opens(tool: PrintedTool, words: Words) -> Band:
    kind = fit(words(wording.TOOL), AREA.width, 9.0)
    title = fit(tool.title, AREA.width, 20.0, smallest=15.0, bold=True, height=24.0)
    facts = fit(tool.facts, AREA.width, 10.0, smallest=8.0)
    return stacked(
        ((kind, Shade.GREY, 0.6), (title, Shade.BLACK, 0.6), (facts, Shade.GREY, 2.6)), ruled=True, below=3.4
    )


def _goes_on(tool: PrintedTool) -> Band:
    return stacked(((fit(tool.title, AREA.width, 8.0), Shade.GREY, 2.6),), ruled=False, below=0.0)


def _step(number: int, step: Step, words: Words) -> Band:
    minutes = "" if step.minutes is None else words(wording.MIN, minutes=step.minutes)
    count, time = fit(str(number), _NUMBER, 10.0), fit(minutes, _MINUTES, 10.0, smallest=8.0, bold=True)
    room = AREA.width - _NUMBER - _MINUTES - 4.0
    text = fit(step.text, room, 10.5, smallest=9.0, lines=LINES, height=100.0)
    height = max(text.height, time.height) + 2 * _PAD

    def put(page: Page, y: float) -> None:
        top = y + _PAD
        page.text(Rect(AREA.x, top, _NUMBER, count.height), count, shade=Shade.GREY)
        page.text(Rect(AREA.x + _NUMBER, top, room, text.height), text)
        page.text(Rect(AREA.right - _MINUTES, top, _MINUTES, time.height), time, right=True)
        page.across(AREA.x, AREA.right, y + height)

    return Band(height, put)
