"""The five steps of becoming a network in one line: what is done, where one stands, what is ahead."""

from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from tn_desktop.gui.widgets.look import good_colour, quiet_colour

CIRCLE: Final = 22
HEIGHT: Final = 34
GAP: Final = 6
LINE: Final = 12
"""Pixels of the line between two steps, at least."""


@dataclass(frozen=True, slots=True)
class Stop:
    """A step as the strip shows it.

    Attributes:
        name: its short name.
        about: a sentence on it: what is there, what is missing.
        done: everything it asks for is there.
        here: where the community stands, as its facilitator says.
    """

    name: str
    about: str
    done: bool
    here: bool


class PathStrip(QWidget):
    """Steps one can go along by ← and →; Enter or a click opens one. Takes no room while it has none.

    Attributes:
        current: number (from 0) of the step the cursor is on.

    Signals:
        opened(int): a step was chosen.
    """

    opened = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.current = 0
        self._stops: tuple[Stop, ...] = ()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(self.tr("Path to a network"))
        self.hide()

    @property
    def stops(self) -> tuple[Stop, ...]:
        """What is shown."""
        return self._stops

    def show_stops(self, stops: tuple[Stop, ...]) -> None:
        """Show these steps; the cursor goes to where the community stands."""
        if stops != self._stops:
            self._stops = stops
            self.current = next((number for number, stop in enumerate(stops) if stop.here), 0)
        self.setVisible(bool(stops))
        self._describe()
        self.update()

    def _describe(self) -> None:
        if self._stops:
            stop = self._stops[self.current]
            self.setAccessibleDescription(f"{self.current + 1} {stop.name}. {stop.about}")

    def sizeHint(self) -> QSize:
        return QSize(400, max(HEIGHT, self.fontMetrics().height() + 12))

    def minimumSizeHint(self) -> QSize:
        return QSize(5 * (CIRCLE + LINE), self.sizeHint().height())

    # --- painting

    def place(self, number: int) -> QRect:
        """Where a step is: each has the room its word needs, and an equal part of what is left."""
        needed = [CIRCLE + 2 * GAP + self._metrics(stop).horizontalAdvance(stop.name) for stop in self._stops]
        spare = (self.width() - sum(needed)) / max(1, len(needed))
        if spare < 0:
            needed, spare = [0] * len(needed), self.width() / max(1, len(needed))
        left = sum(needed[:number]) + number * spare
        return QRect(round(left), 0, round(needed[number] + spare), self.height())

    def _metrics(self, stop: Stop) -> QFontMetrics:
        return QFontMetrics(self._font(stop))

    def _font(self, stop: Stop) -> QFont:
        font = QFont(self.font())
        if stop.here:
            font.setWeight(QFont.Weight.DemiBold)
            font.setUnderline(True)
        return font

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number, stop in enumerate(self._stops):
            self._paint_stop(painter, self.place(number), number, stop)
        painter.end()

    def _paint_stop(self, painter: QPainter, place: QRect, number: int, stop: Stop) -> None:
        palette = self.palette()
        text = palette.color(QPalette.ColorRole.WindowText)
        circle = QRectF(place.left() + 1, place.center().y() - CIRCLE / 2 + 0.5, CIRCLE, CIRCLE)
        colour = good_colour() if stop.done else quiet_colour()
        painter.setPen(QPen(colour, 2.5 if stop.here else 1.5))
        painter.setBrush(colour if stop.done else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(circle)
        inner = QFont(self.font())
        inner.setWeight(QFont.Weight.DemiBold)
        painter.setFont(inner)
        painter.setPen(palette.color(QPalette.ColorRole.Window) if stop.done else text)
        painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, "✔" if stop.done else str(number + 1))
        font = self._font(stop)
        metrics = QFontMetrics(font)
        room = place.width() - CIRCLE - 2 * GAP
        # Where room is short, the words need it more than the line between them.
        last = number == len(self._stops) - 1 or room < metrics.horizontalAdvance(stop.name) + LINE + GAP
        name = metrics.elidedText(stop.name, Qt.TextElideMode.ElideRight, max(0, room))
        words = QRect(round(circle.right()) + GAP, place.top(), max(0, room), place.height())
        painter.setFont(font)
        painter.setPen(text)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, name)
        if not last:
            start = words.left() + metrics.horizontalAdvance(name) + GAP
            painter.setPen(QPen(quiet_colour(), 1.2))
            painter.drawLine(start, place.center().y(), place.right() - GAP // 2, place.center().y())
        if self.hasFocus() and number == self.current:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(text, 1.2, Qt.PenStyle.DotLine))
            end = words.left() + metrics.horizontalAdvance(name) + 2
            painter.drawRoundedRect(QRectF(place.left(), 1, end - place.left(), place.height() - 2), 5, 5)

    # --- keys and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key: Any = event.key()
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(key)
        if step is not None and self._stops and not event.modifiers():
            self.current = min(max(0, self.current + step), len(self._stops) - 1)
            self._describe()
            self.update()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self._stops:
            self.opened.emit(self.current)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        number = self._at(event.position().toPoint().x())
        if number is not None and event.button() == Qt.MouseButton.LeftButton:
            self.current = number
            self._describe()
            self.opened.emit(number)

    def _at(self, x: int) -> int | None:
        places = range(len(self._stops))
        return next((number for number in places if self.place(number).left() <= x <= self.place(number).right()), None)

    def event(self, event: QEvent) -> bool:
        """The sentence on a step where the mouse rests on it."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            number = self._at(event.pos().x())
            QToolTip.showText(event.globalPos(), self._stops[number].about if number is not None else "", self)
            return True
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().event(event)
