"""What a session says in the calendar: a card of three lines in a week, a line in a month; more with room."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtGui import QFontMetrics

from tn_desktop.gui.context import translate
from tn_desktop.gui.widgets.chain_card import wrapped
from tn_desktop.gui.widgets.line_painter import Advances
from tn_desktop.gui.widgets.status_marks import MARKS
from tn_desktop.model import vocabulary
from tn_desktop.services.session_calendar import CalendarSession

LEAST: Final = 3
MOST: Final = 12
"""Lines of one card."""
MOST_IN_MONTH: Final = 3
"""Lines of a session in a month."""
KEPT_TEXTS: Final = 1_000
"""Cards whose texts are kept; with more, all are measured anew."""


def card_height(lines: int, metrics: QFontMetrics) -> int:
    """Of a card with so many lines, with the gap below it."""
    return lines * (metrics.height() + 1) + 9


def line_height(lines: int, metrics: QFontMetrics) -> int:
    """Of a session with so many lines in a month, with the gap below it."""
    return lines * (metrics.height() + 1) + 4


class CardTexts:
    """The texts of sessions in one font, kept: most of a card's time goes into measuring words.

    Attributes:
        cards: whether they are cards, as in a week, or lines of a month.
        least: the lines each has.
    """

    def __init__(self, metrics: QFontMetrics, cards: bool) -> None:
        self.metrics, self.cards = QFontMetrics(metrics), cards
        self.least = LEAST if cards else 1
        self._words = Advances(self.metrics)
        self._whole: dict[tuple[CalendarSession, int], list[str]] = {}

    def whole(self, session: CalendarSession, width: int) -> list[str]:
        """A session with all the lines it can fill."""
        found = self._whole.get((session, width))
        if found is None:
            if len(self._whole) >= KEPT_TEXTS:
                self._whole.clear()
                self._words.clear()
            found = self._whole[(session, width)] = self._texts(session, width, MOST if self.cards else MOST_IN_MONTH)
        return found

    def _texts(self, session: CalendarSession, width: int, lines: int) -> list[str]:
        mark = MARKS.get(session.status, "·")
        return (card if self.cards else in_month)(session, mark, self.metrics, width, lines, self._words)

    def height(self, lines: int) -> int:
        """Of a session of so many lines, with the gap below it."""
        return card_height(lines, self.metrics) if self.cards else line_height(lines, self.metrics)

    def fitted(self, session: CalendarSession, width: int, lines: int) -> list[str]:
        """A session in at most so many lines."""
        whole = self.whole(session, width)
        return whole if len(whole) <= lines else self._texts(session, width, lines)

    def share_lines(self, sessions: Sequence[CalendarSession], width: int, room: int) -> list[int]:
        """How many lines each of these has in a column `room` pixels high: the least, then what it needs more.

        The earlier one is served first; none gets more than it can fill.
        """
        spare = (room - len(sessions) * self.height(self.least)) // (self.metrics.height() + 1)
        found = []
        for session in sessions:
            more = max(0, min(spare, len(self.whole(session, width)) - self.least))
            spare -= more
            found.append(self.least + more)
        return found


def in_month(
    session: CalendarSession,
    mark: str,
    metrics: QFontMetrics,
    width: int,
    lines: int,
    words: Advances | None = None,
) -> list[str]:
    """The texts of a session in a month, of at most so many lines: when and what; `words` were measured before."""
    return wrapped(f"{mark} {session.starts_at[11:16]} {session.title}", metrics, width, lines, words)


def card(
    session: CalendarSession,
    mark: str,
    metrics: QFontMetrics,
    width: int,
    lines: int,
    words: Advances | None = None,
) -> list[str]:
    """The texts of a card of at most so many lines: when, what, where; with room, the whole of what and which part."""
    words = Advances(metrics) if words is None else words
    times = "–".join(time for time in (session.starts_at[11:16], session.ends_at[11:16]) if time)
    where = " · ".join(part for part in (session.province, without_scheme(session.place)) if part)
    first = wrapped(f"{mark} {times}", metrics, width, 1, words)
    title = wrapped(session.title, metrics, width, max(1, lines - 2), words)
    left = lines - 1 - len(title)
    part = wrapped(session.part, metrics, width, left - 1, words) if session.part and left > 1 else []
    place = wrapped(where, metrics, width, max(1, left - len(part)), words) if where else []
    left -= len(part) + len(place)
    mode = vocabulary.word(vocabulary.SESSION_MODE, session.mode or None, translate)
    how = wrapped(mode, metrics, width, 1, words) if mode and left > 0 else []
    return [*first, *title, *part, *place, *how]


def without_scheme(place: str) -> str:
    """A link as one says it: its address without “https://”, which takes the room of what tells links apart."""
    return place.partition("://")[2] if place.startswith(("http://", "https://")) else place
