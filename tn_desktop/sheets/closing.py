"""What closes a list: who is enrolled, how many came, and the facilitator's signature. Lengths are millimetres."""

from collections.abc import Sequence
from typing import Final

from tn_desktop.services.sheet_content import SheetSession
from tn_desktop.sheets import wording
from tn_desktop.sheets.columns import PAD, ColumnPlan
from tn_desktop.sheets.page import Page, Rect, Shade
from tn_desktop.sheets.typesetting import TextBlock, fit
from tn_desktop.sheets.wording import Words

_TOTALS_HEIGHT: Final = 10.0
_WRITE: Final = 16.0
_SIGN_ROOM: Final = 14.0
_SIGN_GAP: Final = 8.0
_SIGN_WIDTH: Final = 54.0
_GRID_TOTALS: Final = 9.2
_GRID_SIGN: Final = 13.0


def closing_height(plan: ColumnPlan, group: Sequence[SheetSession], words: Words) -> float:
    """The room that `put_closing` takes."""
    if sum(map(len, plan.groups)) > 1:
        return _GRID_TOTALS + _GRID_SIGN
    names = max((block.height for line in _signers(plan, group) for block in line), default=0.0)
    rows = len(_signers(plan, group))
    return _TOTALS_HEIGHT + rows * (_SIGN_ROOM + names + _label(words, _SIGN_WIDTH).height + 1.0)


def put_closing(
    page: Page, plan: ColumnPlan, group: Sequence[SheetSession], left: float, top: float, enrolled: int, words: Words
) -> None:
    """Under the table of one session, lines to write on; of several, two more rows with a field for each."""
    if sum(map(len, plan.groups)) > 1:
        _put_grid(page, plan, group, left, top, enrolled, words)
    else:
        _put_totals(page, left, top, enrolled, words)
        _put_signatures(page, plan, group, left, top + _TOTALS_HEIGHT, words)


def _put_totals(page: Page, left: float, top: float, enrolled: int, words: Words) -> None:
    x = left + PAD
    line = top + 7.0
    for text, value in ((wording.ENROLLED, str(enrolled)), (wording.ATTENDED, ""), (wording.WALK_INS, "")):
        block = fit(f"{words(text)}: {value}".rstrip(), 80.0, 9.5)
        page.text(Rect(x, line - block.ascent, block.width, block.height), block)
        x += block.width + 1.5
        if not value:
            page.across(x, x + _WRITE, line + 0.6, 0.2, Shade.BLACK)
            x += _WRITE
        x += 10.0


def _signers(plan: ColumnPlan, group: Sequence[SheetSession]) -> list[list[TextBlock]]:
    """Names under the lines to sign on, a list for each row of lines; one line without a name for a crowd."""
    across = max(1, int((plan.width + _SIGN_GAP) / (_SIGN_WIDTH + _SIGN_GAP)))
    names = list(dict.fromkeys(name for session in group for name in session.facilitators if name))
    if not 0 < len(names) <= 2 * across:
        names = [""]
    blocks = [fit(name, _SIGN_WIDTH, 9.0, smallest=7.0, height=9.0) for name in names]
    return [blocks[start : start + across] for start in range(0, len(blocks), across)]


def _label(words: Words, width: float) -> TextBlock:
    return fit(words(wording.FACILITATOR_SIGNATURE), width, 7.5, smallest=6.0)


def _put_signatures(
    page: Page, plan: ColumnPlan, group: Sequence[SheetSession], left: float, top: float, words: Words
) -> None:
    label = _label(words, _SIGN_WIDTH)
    lines = _signers(plan, group)
    names = max((block.height for line in lines for block in line), default=0.0)
    y = top
    for blocks in lines:
        # At the right, where one who closes a document signs it.
        x = left + plan.width - len(blocks) * (_SIGN_WIDTH + _SIGN_GAP) + _SIGN_GAP
        for block in blocks:
            line = y + _SIGN_ROOM - 1.2
            page.across(x, x + _SIGN_WIDTH, line, 0.2, Shade.BLACK)
            page.text(Rect(x, line + 0.8, _SIGN_WIDTH, block.height), block)
            page.text(Rect(x, line + 0.8 + block.height, _SIGN_WIDTH, label.height), label, shade=Shade.GREY)
            x += _SIGN_WIDTH + _SIGN_GAP
        y += _SIGN_ROOM + names + label.height + 1.0


def _put_grid(
    page: Page, plan: ColumnPlan, group: Sequence[SheetSession], left: float, top: float, enrolled: int, words: Words
) -> None:
    enrolled_text = f"{words(wording.ENROLLED)}: {enrolled}"
    room = plan.signatures_x - 2 * PAD
    count = fit(enrolled_text, room / 2, 9.0, smallest=7.0)
    page.text(Rect(left + PAD, top, room / 2, _GRID_TOTALS), count, middle=True)
    attended = fit(words(wording.ATTENDED), room / 2 - 2.0, 9.0, smallest=7.0, bold=True)
    place = Rect(left + PAD + room / 2 + 2.0, top, room / 2 - 2.0, _GRID_TOTALS)
    page.text(place, attended, right=True, middle=True)
    sign = fit(words(wording.FACILITATOR_SIGNATURE), room, 9.0, smallest=7.0, bold=True)
    page.text(Rect(left + PAD, top + _GRID_TOTALS, room, _GRID_SIGN), sign, right=True, middle=True)
    page.across(left, left + plan.width, top, 0.35, Shade.BLACK)
    page.across(left, left + plan.width, top + _GRID_TOTALS)
    page.across(left, left + plan.width, top + _GRID_TOTALS + _GRID_SIGN, 0.35, Shade.BLACK)
    width = plan.signature_width(group)
    for number in range(len(group)):
        page.down(left + plan.signatures_x + number * width, top, top + _GRID_TOTALS + _GRID_SIGN)
