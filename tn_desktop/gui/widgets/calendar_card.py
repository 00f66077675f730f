"""What a session's card says in the calendar of a week: three lines at least, and more where there is room."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics

from tn_desktop.gui.widgets.chain_card import wrapped
from tn_desktop.gui.widgets.status_marks import MARKS
from tn_desktop.services.session_calendar import CalendarSession

LEAST: Final = 3
MOST: Final = 12
"""Lines of one card."""
KEPT_TEXTS: Final = 1_000
"""Cards whose texts are kept; with more, all are measured anew."""


def card_height(lines: int, metrics: QFontMetrics) -> int:
    """Of a card with so many lines, with the gap below it."""
    return lines * (metrics.height() + 1) + 9


class CardTexts:
    """The texts of cards in one font, kept: most of a card's time goes into measuring words."""

    def __init__(self, metrics: QFontMetrics) -> None:
        self.metrics = QFontMetrics(metrics)
        self._whole: dict[tuple[CalendarSession, int], list[str]] = {}

    def whole(self, session: CalendarSession, width: int) -> list[str]:
        """A card with all the lines it can fill."""
        found = self._whole.get((session, width))
        if found is None:
            if len(self._whole) >= KEPT_TEXTS:
                self._whole.clear()
            mark = MARKS.get(session.status, "·")
            found = self._whole[(session, width)] = card(session, mark, self.metrics, width, MOST)
        return found

    def fitted(self, session: CalendarSession, width: int, lines: int) -> list[str]:
        """A card of at most so many lines."""
        whole, mark = self.whole(session, width), MARKS.get(session.status, "·")
        return whole if len(whole) <= lines else card(session, mark, self.metrics, width, lines)

    def share_lines(self, sessions: Sequence[CalendarSession], width: int, room: int) -> list[int]:
        """How many lines each of these cards has in a column `room` pixels high: its three, then what it needs more.

        The earlier card is served first; none gets more than it can fill.
        """
        spare = (room - len(sessions) * card_height(LEAST, self.metrics)) // (self.metrics.height() + 1)
        found = []
        for session in sessions:
            more = max(0, min(spare, len(self.whole(session, width)) - LEAST))
            spare -= more
            found.append(LEAST + more)
        return found


def card(session: CalendarSession, mark: str, metrics: QFontMetrics, width: int, lines: int) -> list[str]:
    """The texts of a card of at most so many lines: when, what, where; with room, the whole of what and which part."""
    times = "–".join(time for time in (session.starts_at[11:16], session.ends_at[11:16]) if time)
    where = " · ".join(part for part in (session.province, session.place) if part)
    first = metrics.elidedText(f"{mark} {times}", Qt.TextElideMode.ElideRight, width)
    title = wrapped(session.title, metrics, width, max(1, lines - 2))
    left = lines - 1 - len(title)
    part = wrapped(session.part, metrics, width, left - 1) if session.part and left > 1 else []
    place = wrapped(where, metrics, width, max(1, left - len(part)))
    return [first, *title, *part, *place]
