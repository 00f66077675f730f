"""The pages of a session sheet, laid out one by one as they are asked for. Lengths are millimetres.

A sheet of several sessions has one signature column for each; where they do not fit side by side, the list of
people is repeated with the next ones (a group). Each group ends with its totals and the facilitator's signature.
"""

from dataclasses import dataclass
from typing import Final

from PySide6.QtGui import QImage

from tn_desktop.services.sheet_content import SessionSheet, SheetSession
from tn_desktop.sheets import wording
from tn_desktop.sheets.closing import closing_height, put_closing
from tn_desktop.sheets.columns import MARGIN_SIDE, PAD, PAPER, ColumnPlan, plan_columns
from tn_desktop.sheets.heading import continued_facts, put_full_heading, put_short_heading
from tn_desktop.sheets.options import SheetOptions
from tn_desktop.sheets.page import Page, Rect, Shade
from tn_desktop.sheets.rows import Row, blank_row, person_row, put_row
from tn_desktop.sheets.typesetting import TextBlock, fit
from tn_desktop.sheets.wording import Fact, Words, session_dates, session_times

_MARGIN_TOP: Final = 14.0
_MARGIN_BOTTOM: Final = 12.0
_FOOT_GAP: Final = 3.5
_HEAD_SIZE: Final = 8.0


@dataclass(frozen=True, slots=True)
class _Span:
    """One page: the rows first..last-1 under the columns of a group."""

    group: int
    first: int
    last: int
    opens: bool
    closes: bool


class SheetLayout:
    """One sheet, divided into pages.

    Attributes:
        landscape: whether its pages are wider than high.
        page_count: how many they are.
    """

    def __init__(self, sheet: SessionSheet, options: SheetOptions, words: Words, logo: QImage | None = None) -> None:
        self._sheet = sheet
        self._words = words
        self._logo = logo
        self._plan: ColumnPlan = plan_columns(sheet, options)
        last = max((person.number for person in sheet.people), default=0)
        self._rows: list[Row] = [person_row(person, self._plan) for person in sheet.people]
        self._rows += [blank_row(last + 1 + index, self._plan) for index in range(options.blank_rows)]
        self.landscape = self._plan.landscape
        self._width, self._height = (PAPER[1], PAPER[0]) if self.landscape else PAPER
        notice = options.privacy_notice or words(wording.PRIVACY)
        self._notice = fit(notice, self._plan.width - 34.0, 6.8, smallest=6.0, lines=3, height=14.0)
        self._spans = [span for index in range(len(self._plan.groups)) for span in self._divide(index)]

    @property
    def page_count(self) -> int:
        """Number of pages, at least one."""
        return len(self._spans)

    @property
    def page_size(self) -> tuple[float, float]:
        """Width and height of each page."""
        return self._width, self._height

    @property
    def continued(self) -> list[Fact]:
        """What was too long for a heading, each label once, with its parts of all groups."""
        found: dict[str, dict[str, None]] = {}
        for group in self._plan.groups:
            for fact in continued_facts(self._sheet, group, self._words, self._area.width):
                found.setdefault(fact.label, {}).update(dict.fromkeys(fact.parts))
        return [Fact(label, tuple(parts)) for label, parts in found.items()]

    def page(self, index: int) -> Page:
        """Lay out the page with this number, the first being 0."""
        span = self._spans[index]
        page = Page(self._width, self._height)
        y = self._put_top(page, span.group, opens=span.opens)
        area = self._area
        table_top = y
        for row in self._rows[span.first : span.last]:
            put_row(page, row, self._plan, area.x, y)
            y += row.height
            page.across(area.x, area.right, y)
        if not self._rows:
            block = fit(self._words(wording.NOBODY), area.width - 2 * PAD, 9.0)
            page.text(Rect(area.x, y, area.width, _EMPTY_HEIGHT).inset(PAD, 0.0), block, middle=True, shade=Shade.GREY)
            y += _EMPTY_HEIGHT
            page.across(area.x, area.right, y)
        elif span.last > span.first:
            self._put_verticals(page, self._group(span.group), table_top, y)
        if span.closes:
            put_closing(page, self._plan, self._group(span.group), area.x, y, self._sheet.enrolled, self._words)
        self._put_foot(page, index)
        return page

    @property
    def _area(self) -> Rect:
        return Rect(
            MARGIN_SIDE, _MARGIN_TOP, self._width - 2 * MARGIN_SIDE, self._height - _MARGIN_TOP - _MARGIN_BOTTOM
        )

    def _group(self, index: int) -> tuple[SheetSession, ...]:
        return self._plan.groups[index]

    def _divide(self, group: int) -> list[_Span]:
        """Rows over pages, so that what closes the list never stands on a page without a row."""
        bottom = self._area.bottom - max(self._notice.height, 3.2) - _FOOT_GAP
        first_room = bottom - self._put_top(Page(0, 0), group, opens=True)
        next_room = bottom - self._put_top(Page(0, 0), group, opens=False)
        closing = closing_height(self._plan, self._group(group), self._words)
        ends: list[int] = []
        room, used, start = first_room, 0.0, 0
        for index, row in enumerate(self._rows):
            if used + row.height > room and (index > start or not ends):
                ends.append(index)
                room, used, start = next_room, 0.0, index
            used += row.height
        if self._rows and used + closing > room:
            # The last rows, two where that leaves one behind, go on to the next page together with it.
            keep = 2 if len(self._rows) - start > 2 else 1
            ends.append(len(self._rows) - keep)
        ends.append(len(self._rows))
        starts = [0, *ends[:-1]]
        return [
            _Span(group, first, last, opens=number == 0, closes=number == len(ends) - 1)
            for number, (first, last) in enumerate(zip(starts, ends, strict=True))
        ]

    def _put_top(self, page: Page, group: int, *, opens: bool) -> float:
        """Heading and table header; returns the y where the rows begin."""
        sessions = self._group(group)
        if opens:
            y = put_full_heading(page, self._area, self._sheet, sessions, self._words, self._logo)
        else:
            y = put_short_heading(page, self._area, self._sheet, sessions, self._words)
        return self._put_table_header(page, sessions, y)

    def _put_table_header(self, page: Page, sessions: tuple[SheetSession, ...], y: float) -> float:
        area, plan, words = self._area, self._plan, self._words
        headings = [(plan.number_width, self._heading(words(wording.NUMBER), plan.number_width))]
        headings += [
            (width, self._heading(words(column.heading), width))
            for column, width in zip(plan.columns, plan.widths, strict=True)
        ]
        signature = plan.signature_width(sessions)
        stacks = [self._session_heading(session, signature) for session in sessions]
        height = (
            max(max(block.height for _, block in headings), max(sum(b.height for b in stack) for stack in stacks)) + 2.2
        )
        page.across(area.x, area.right, y, 0.35, Shade.BLACK)
        x = area.x
        for index, (width, block) in enumerate(headings):
            cell = Rect(x, y + height - 1.1 - block.height, width, block.height).inset(PAD, 0.0)
            page.text(cell, block, right=index == 0 and len(block.lines) == 1)
            x += width
        for stack in stacks:
            top = y + height - 1.1 - sum(block.height for block in stack)
            for number, block in enumerate(stack):
                shade = Shade.BLACK if number == 0 else Shade.GREY
                page.text(Rect(x, top, signature, block.height).inset(PAD, 0.0), block, shade=shade)
                top += block.height
            x += signature
        page.across(area.x, area.right, y + height, 0.35, Shade.BLACK)
        self._put_verticals(page, sessions, y, y + height)
        return y + height

    def _heading(self, text: str, width: float) -> TextBlock:
        return fit(text, width - 2 * PAD, _HEAD_SIZE, smallest=6.5, bold=True, height=12.0)

    def _session_heading(self, session: SheetSession, width: float) -> list[TextBlock]:
        """What stands over a signature column: the word alone, or which session it is of."""
        words = self._words
        if len(self._sheet.sessions) <= 1:
            return [self._heading(words(wording.SIGNATURE), width)]
        room = width - 2 * PAD
        texts = (session_dates([session]), session_times(session))
        return [
            self._heading(words(wording.SESSION_NUMBER, number=session.number), width),
            *(fit(text, room, 7.5, smallest=6.5, height=7.0) for text in texts if text),
            fit(words(wording.SIGNATURE), room, 7.0),
        ]

    def _put_verticals(self, page: Page, sessions: tuple[SheetSession, ...], top: float, bottom: float) -> None:
        x = self._area.x + self._plan.number_width
        edges = [x]
        for width in self._plan.widths:
            x += width
            edges.append(x)
        signature = self._plan.signature_width(sessions)
        edges += [x + signature * (number + 1) for number in range(len(sessions) - 1)]
        for edge in edges:
            page.down(edge, top, bottom)

    def _put_foot(self, page: Page, index: int) -> None:
        area = self._area
        height = max(self._notice.height, 3.2)
        top = area.bottom - height
        page.across(area.x, area.right, top - 1.4)
        page.text(Rect(area.x, top, area.width - 34.0, height), self._notice, shade=Shade.GREY)
        number = fit(self._words(wording.PAGE, page=index + 1, pages=self.page_count), 32.0, 8.0)
        page.text(Rect(area.right - 32.0, top, 32.0, number.height), number, right=True)


_EMPTY_HEIGHT: Final = 14.0
