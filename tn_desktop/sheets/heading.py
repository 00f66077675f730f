"""The heading of a sheet: in full on the first page of each run, in one line on those that follow. Lengths are mm."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtGui import QImage

from tn_desktop.services.sheet_content import SessionSheet, SheetSession
from tn_desktop.sheets.page import Page, Picture, Rect, Shade
from tn_desktop.sheets.typesetting import TextBlock, fit, text_width
from tn_desktop.sheets.wording import CONTINUED, DOT, TITLE, Fact, Words

_LOGO_WIDTH: Final = 46.0
_LOGO_HEIGHT: Final = 17.0
_FACT_GAP: Final = 6.0
_FACT_LEAST: Final = 20.0
_FACT_SIZE: Final = 9.5
_FACT_LABEL_SIZE: Final = 7.0
_FACT_READABLE: Final = 7.5
_PEN_HEIGHT: Final = 6.5
_BESIDE_HEIGHT: Final = 30.0
_BELOW_HEIGHT: Final = 30.0


def put_full_heading(
    page: Page,
    area: Rect,
    sheet: SessionSheet,
    group: tuple[SheetSession, ...],
    words: Words,
    logo: QImage | None,
    title: str = TITLE,
) -> float:
    """Organisation, title, workshop and the facts of the sessions; returns the y below it."""
    width, logo_bottom = area.width, area.y
    if logo is not None:
        place = _logo_rect(logo, area)
        page.pictures.append(Picture(place, logo))
        width, logo_bottom = place.x - area.x - 6.0, place.bottom
    y = area.y
    for text, size, bold, shade, lines, height, below in (
        (sheet.organisation, 9.0, False, Shade.GREY, 1, 10.0, 0.6),
        (words(title), 18.0, True, Shade.BLACK, 1, 20.0, 0.4),
        (sheet.workshop, 12.0, False, Shade.BLACK, 2, 22.0, 0.0),
    ):
        block = fit(text, width, size, smallest=size * 0.75, bold=bold, lines=lines, height=height)
        if block.lines:
            page.text(Rect(area.x, y, width, block.height), block, shade=shade)
            y += block.height + below
    y = max(y, logo_bottom) + 2.6
    page.across(area.x, area.right, y, 0.35, Shade.BLACK)
    return _put_facts(page, area, y + 2.0, words.facts(sheet, group), words) + 3.4


def put_short_heading(
    page: Page, area: Rect, sheet: SessionSheet, group: tuple[SheetSession, ...], words: Words, title: str = TITLE
) -> float:
    """What tells a loose page where it belongs; returns the y below it."""
    right = fit(words.which(group), area.width * 0.42, 8.0, smallest=6.5, height=9.0)
    left_width = area.width - right.width - 6.0
    name = DOT.join(part for part in (words(title), sheet.workshop) if part)
    left = fit(name, left_width, 8.0, smallest=6.5, height=9.0)
    height = max(left.height, right.height)
    page.text(Rect(area.x, area.y, left_width, height), left, shade=Shade.GREY)
    page.text(Rect(area.right - right.width, area.y, right.width, height), right, shade=Shade.GREY)
    return area.y + height + 2.6


def _logo_rect(logo: QImage, area: Rect) -> Rect:
    scale = min(_LOGO_WIDTH / logo.width(), _LOGO_HEIGHT / logo.height())
    width, height = logo.width() * scale, logo.height() * scale
    return Rect(area.right - width, area.y, width, height)


def continued_facts(sheet: SessionSheet, group: tuple[SheetSession, ...], words: Words, width: float) -> list[Fact]:
    """The facts of a heading so long that it only says where they stand."""
    return _arranged(words.facts(sheet, group), width).continued


@dataclass(frozen=True, slots=True)
class _Facts:
    """Where the facts of a heading stand.

    Attributes:
        beside: side by side.
        below: over the whole width, one under the other, with their texts.
        continued: on pages of their own.
    """

    beside: list[Fact]
    below: list[tuple[Fact, TextBlock]]
    continued: list[Fact]


def _arranged(facts: list[Fact], width: float) -> _Facts:
    """Side by side what can be read so; the longest of the others over the whole width while there is room."""
    beside, long = list(facts), []
    while True:
        widths = _fact_widths(beside, width)
        crowded = [
            fact
            for fact, each in zip(beside, widths, strict=True)
            if any(block.size < _FACT_READABLE for block in _fact_value(fact, each))
        ]
        if not crowded:
            break
        longest = max(crowded, key=lambda fact: len(fact.value))
        beside.remove(longest)
        long.append(longest)
    below, continued, room = [], [], _BELOW_HEIGHT
    # The shorter ones first, so that one very long list sends no other away.
    for fact in reversed(long):
        block = fit(fact.value, width, _FACT_SIZE, smallest=_FACT_READABLE, lines=4, height=_BELOW_HEIGHT)
        if block.size < _FACT_READABLE or block.height > room:
            continued.append(fact)
        else:
            below.append((fact, block))
            room -= block.height
    return _Facts(beside, below, [fact for fact in facts if fact in continued])


def _put_facts(page: Page, area: Rect, y: float, facts: list[Fact], words: Words) -> float:
    """Labels over values, side by side, the longest under the others; returns the y below them."""
    arranged = _arranged(facts, area.width)
    y = _put_beside(page, area, y, arranged.beside)
    elsewhere = fit(words(CONTINUED), area.width, _FACT_SIZE)
    for fact, block in [*arranged.below, *((fact, elsewhere) for fact in arranged.continued)]:
        label = fit(fact.label, area.width, _FACT_LABEL_SIZE)
        y += 1.2
        page.text(Rect(area.x, y, area.width, label.height), label, shade=Shade.GREY)
        y += label.height + 0.3
        page.text(Rect(area.x, y, area.width, block.height), block)
        y += block.height
    return y


def _put_beside(page: Page, area: Rect, y: float, facts: list[Fact]) -> float:
    widths = _fact_widths(facts, area.width)
    x = area.x
    bottom = y
    for fact, width in zip(facts, widths, strict=True):
        label = fit(fact.label, width, _FACT_LABEL_SIZE)
        page.text(Rect(x, y, width, label.height), label, shade=Shade.GREY)
        top = y + label.height + 0.3
        for block in _fact_value(fact, width):
            page.text(Rect(x, top, width, block.height), block)
            top += block.height
        if not fact.parts:
            page.across(x, x + width, y + label.height + _PEN_HEIGHT, shade=Shade.FAINT)
        bottom = max(bottom, top if fact.parts else y + label.height + _PEN_HEIGHT)
        x += width + _FACT_GAP
    return bottom


def _fact_value(fact: Fact, width: float) -> list[TextBlock]:
    """The parts on one line, or one under the other where each fits in a line, or else running on."""
    if 1 < len(fact.parts) <= 4 and text_width(fact.value, _FACT_SIZE) > width:
        stacked = [fit(part, width, _FACT_SIZE, one_line=8.5) for part in fact.parts]
        if all(len(block.lines) == 1 for block in stacked):
            size = min(block.size for block in stacked)
            return [fit(part, width, size, one_line=size * 0.98) for part in fact.parts]
    return [fit(fact.value, width, _FACT_SIZE, smallest=_FACT_READABLE, lines=3, height=_BESIDE_HEIGHT)]


def _fact_widths(facts: list[Fact], width: float) -> list[float]:
    """As wide as the texts where they fit, the rest shared; otherwise long ones are narrowed and wrap."""
    room = width - _FACT_GAP * (len(facts) - 1)
    natural = [
        max(
            text_width(fact.value, _FACT_SIZE) * 1.01 if fact.value else 28.0,
            text_width(fact.label, _FACT_LABEL_SIZE) * 1.01,
            _FACT_LEAST,
        )
        for fact in facts
    ]
    excess = sum(natural) - room
    if excess <= 0:
        return [each - excess / len(facts) for each in natural]
    # The widest give way first, down to a common width.
    ceiling = max(natural)
    for index, each in enumerate(ordered := sorted(natural, reverse=True)):
        following = ordered[index + 1] if index + 1 < len(ordered) else 0.0
        ceiling = each - excess / (index + 1)
        if ceiling >= following:
            break
        excess -= (each - following) * (index + 1)
    return [min(each, ceiling) for each in natural]
