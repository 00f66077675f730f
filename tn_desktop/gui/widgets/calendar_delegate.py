"""Paints a day of the calendar: its number, and a line (in a month) or a card (in a week) for each session."""

from datetime import date
from typing import Any, Final

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from tn_desktop.gui.models.session_days import SessionDays
from tn_desktop.gui.widgets.calendar_card import CardTexts
from tn_desktop.gui.widgets.look import quiet_colour
from tn_desktop.gui.widgets.pictures import Pictures
from tn_desktop.gui.widgets.status_marks import status_colour
from tn_desktop.model.vocabulary import CANCELLED
from tn_desktop.services.session_calendar import CalendarDay, CalendarSession

Index = QModelIndex | QPersistentModelIndex
PAD: Final = 4
"""Around the number of a day, and beside its sessions."""
TIGHT: Final = 1
"""Above and below the number where rows are low, as in a month of six weeks."""
BAR: Final = 3
"""Width of the stripe in the colour of the status."""
TEXT: Final = BAR + 5
"""What the stripe and the gaps beside the text take of a line's width."""
WIDEST: Final = "30"
"""The number of a day for which room is left beside a session."""
KEPT: Final = 80
KEPT_LINES: Final = 260
"""Days and cards of a week that are kept as they were painted; days and lines of a month, which are smaller."""


class CalendarDelegate(QStyledItemDelegate):
    """Draws days.

    Attributes:
        cards: whether each session has a card of several lines, as in a week.
        month: the month whose days are the shown ones; others are quiet. 0 for every one.
        today: the day of today.
        chosen: the day and the number of the session the cursor is on.
        target: the day over which a session is being dragged.
        pictures: days and sessions as they were painted.
    """

    def __init__(self, view: QWidget, days: SessionDays) -> None:
        super().__init__(view)
        self._view, self._days = view, days
        self._texts = CardTexts(view.fontMetrics(), cards=False)
        self.pictures = Pictures(view, KEPT)
        self.cards = False
        self.month = 0
        self.today = date.min
        self.chosen: tuple[date | None, int] = (None, 0)
        self.target: date | None = None
        self.focused = False

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(60, 60)

    # --- where things are

    def lines(self, rect: QRect, metrics: QFontMetrics, held: CalendarDay, day: date) -> list[tuple[int, QRect]]:
        """(number, place) of the sessions of a day that fit into its cell, the chosen one among them."""
        texts = self._texts_in(metrics)
        pad = self._pad(rect, metrics)
        top, narrower = rect.top() + metrics.height() + 2 * pad, 0
        room = max(1, (rect.bottom() - top) // texts.height(texts.least))
        count = len(held.sessions)
        beside = max(1, (rect.bottom() - rect.top() - pad) // texts.height(texts.least))
        if not self.cards and room < held.total <= beside:
            # In a month of six weeks every line counts: the first stands beside the day's number.
            top, narrower, room = rect.top() + pad, _number_place(rect, metrics, WIDEST).width() + PAD, beside
        first = 0
        if self.chosen[0] == day:
            first = max(0, min(self.chosen[1] - room + 1, count - room))
        shown = range(first, min(count, first + room))
        width = rect.width() - 2 * PAD
        lines = [texts.least] * len(shown)
        if not narrower:
            sessions = [held.sessions[number] for number in shown]
            lines = texts.share_lines(sessions, width - TEXT, rect.bottom() - top)
        places = []
        for number, own in zip(shown, map(texts.height, lines), strict=True):
            places.append((number, QRect(rect.left() + PAD, top, width - narrower, own - 3)))
            top, narrower = top + own, 0
        return places

    def more(self, rect: QRect, metrics: QFontMetrics) -> QRect:
        """Where it stands how many sessions more a day has: beside its number."""
        number = _number_place(rect, metrics, WIDEST).width()
        pad = self._pad(rect, metrics)
        return QRect(rect.left() + PAD, rect.top() + pad, rect.width() - number - 3 * PAD, metrics.height())

    def _pad(self, rect: QRect, metrics: QFontMetrics) -> int:
        """Pixels above and below the number of a day: fewer where a session would have but one line otherwise."""
        texts = self._texts_in(metrics)
        return PAD if rect.height() > metrics.height() + 2 * PAD + texts.height(texts.least + 1) else TIGHT

    def _texts_in(self, metrics: QFontMetrics) -> CardTexts:
        if self._texts.metrics != metrics or self._texts.cards != self.cards:
            self._texts = CardTexts(metrics, self.cards)
        return self._texts

    # --- painting

    def begin(self) -> None:
        """To be called before each painting."""
        self.pictures.kept = KEPT if self.cards else KEPT_LINES
        if self.pictures.begin(self.cards):
            # A card says in words how one takes part: in another language, or font, in other ones.
            self._texts = CardTexts(self._view.fontMetrics(), self.cards)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one day."""
        styled: Any = option
        rect: QRect = styled.rect
        palette: QPalette = styled.palette
        day = self._days.date_at(index)
        held = self._days.day(day)
        elsewhere = bool(self.month) and day.month != self.month
        shaded = day.weekday() >= 5 or elsewhere
        number = (day.day, shaded, elsewhere, day == self.today)
        frame = "target" if self.target == day else "chosen" if self.chosen[0] == day else ""

        def ground(fresh: QPainter, place: QRect) -> None:
            self._paint_ground(fresh, place, palette, shaded)
            self._paint_frame(fresh, place, palette, frame)
            self._paint_number(fresh, place, palette, day, elsewhere)

        self.pictures.draw(painter, rect, ("day", number, frame, self.focused), ground)
        if not held.total:
            return
        shown = self.lines(rect, styled.fontMetrics, held, day)
        for which, place in shown:
            chosen = self.chosen == (day, which) and self.focused
            self._draw_session(painter, place, palette, held.sessions[which], chosen, shaded)
        hidden = held.total - len(shown)
        if hidden > 0:
            painter.setPen(quiet_colour(palette))
            place = self.more(rect, styled.fontMetrics)
            more = QCoreApplication.translate("CalendarView", "+{n} more").format(n=hidden)
            text = styled.fontMetrics.elidedText(more, Qt.TextElideMode.ElideRight, place.width())
            painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)

    def _draw_session(
        self, painter: QPainter, place: QRect, palette: QPalette, session: CalendarSession, chosen: bool, shaded: bool
    ) -> None:
        def paint(fresh: QPainter, rect: QRect) -> None:
            self._paint_ground(fresh, rect, palette, shaded)
            self._paint_session(fresh, rect, palette, session, chosen)

        self.pictures.draw(painter, place, (session, chosen, shaded), paint)

    def _paint_ground(self, painter: QPainter, rect: QRect, palette: QPalette, shaded: bool) -> None:
        painter.fillRect(rect, palette.color(QPalette.ColorRole.Base))
        if shaded:
            shade = palette.color(QPalette.ColorRole.WindowText)
            shade.setAlpha(12)
            painter.fillRect(rect, shade)

    def _paint_frame(self, painter: QPainter, rect: QRect, palette: QPalette, frame: str) -> None:
        edge = palette.color(QPalette.ColorRole.Mid)
        painter.setPen(QPen(edge, 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.drawLine(rect.topRight(), rect.bottomRight())
        if frame == "target":
            self._frame(painter, rect, palette.color(QPalette.ColorRole.Highlight), Qt.PenStyle.DashLine)
        elif frame:
            colour = palette.color(QPalette.ColorRole.Highlight if self.focused else QPalette.ColorRole.Mid)
            self._frame(painter, rect, colour, Qt.PenStyle.SolidLine)

    def _frame(self, painter: QPainter, rect: QRect, colour: QColor, style: Qt.PenStyle) -> None:
        painter.setPen(QPen(colour, 2, style))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(rect.adjusted(1, 1, -2, -2))

    def _paint_number(self, painter: QPainter, rect: QRect, palette: QPalette, day: date, elsewhere: bool) -> None:
        text = str(day.day)
        metrics = painter.fontMetrics()
        place = _number_place(rect, metrics, text)
        place.translate(0, self._pad(rect, metrics) - PAD)
        side = place.height()
        if day == self.today:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(palette.color(QPalette.ColorRole.Highlight))
            painter.drawRoundedRect(QRectF(place), side / 2, side / 2)
            painter.setPen(palette.color(QPalette.ColorRole.HighlightedText))
        elif elsewhere:
            painter.setPen(quiet_colour(palette))
        else:
            painter.setPen(palette.color(QPalette.ColorRole.Text))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)

    def _paint_session(
        self, painter: QPainter, place: QRect, palette: QPalette, session: CalendarSession, chosen: bool
    ) -> None:
        colour = status_colour(session.status) or palette.color(QPalette.ColorRole.Highlight)
        if chosen:
            painter.fillRect(place, palette.color(QPalette.ColorRole.Highlight))
        else:
            ground = QColor(colour)
            ground.setAlpha(34)
            painter.fillRect(place, ground)
        painter.fillRect(QRect(place.left(), place.top(), BAR, place.height()), colour)
        role = QPalette.ColorRole.HighlightedText if chosen else QPalette.ColorRole.Text
        painter.setPen(palette.color(role))
        own = QFont(painter.font())
        own.setStrikeOut(session.status == CANCELLED)
        painter.setFont(own)
        metrics = painter.fontMetrics()
        room = place.adjusted(BAR + 3, 0, -2, 0)
        pitch = metrics.height() + 1
        top = room.top() + (2 if self.cards else 0)
        texts = self._texts.fitted(session, room.width(), place.height() // pitch)
        for number, text in enumerate(texts):
            painter.drawText(room.left(), top + number * pitch + metrics.ascent(), text)


def _number_place(rect: QRect, metrics: QFontMetrics, text: str) -> QRect:
    """Where the number of a day stands in its cell."""
    side = metrics.height() + 2
    left = rect.right() - PAD - max(side, metrics.horizontalAdvance(text) + 8)
    place = QRect(left, rect.top() + PAD - 1, 0, side)
    place.setRight(rect.right() - PAD)
    return place
