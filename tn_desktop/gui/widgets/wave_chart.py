"""An indicator over the waves of a survey: a line with its means."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from tn_desktop.gui.widgets.look import quiet_colour
from tn_desktop.services.surveys import Point

HEIGHT = 180
LEFT, RIGHT, TOP, BOTTOM = 36, 16, 30, 28
INSET = 52
"""The first and the last wave stand so far inside, for the words below them."""


class WaveChart(QWidget):
    """One point for each wave, the mean beside it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = ""
        self._points: tuple[Point, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def points(self) -> tuple[Point, ...]:
        """What is shown."""
        return self._points

    def show_points(self, title: str, points: Sequence[Point]) -> None:
        """Show an indicator."""
        self._title, self._points = title, tuple(points)
        told = [self.tr("wave {wave}: {mean}").format(wave=one.wave, mean=self._mean(one)) for one in self._points]
        self.setAccessibleName(title)
        self.setAccessibleDescription(", ".join(told))
        self.setToolTip("\n".join(told))
        self.setVisible(bool(self._points))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(320, HEIGHT)

    def _mean(self, point: Point) -> str:
        return self.locale().toString(point.mean, "f", 2)

    def _best(self) -> int:
        return max(one.best for one in self._points)

    def _place(self, number: int, value: float) -> QPointF:
        """Where a value of the wave at that place stands; the scale goes from 1 to the best value."""
        width, height = self.width() - LEFT - RIGHT, self.height() - TOP - BOTTOM
        steps = max(1, len(self._points) - 1)
        inner = width - 2 * INSET
        across = LEFT + INSET + (inner * number / steps if len(self._points) > 1 else inner / 2)
        lowest = min(1.0, *(one.mean for one in self._points))
        share = (value - lowest) / max(0.01, self._best() - lowest)
        return QPointF(across, TOP + height * (1 - share))

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._points:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = self.palette()
        self._paint_scale(painter)
        line = [self._place(number, one.mean) for number, one in enumerate(self._points)]
        painter.setPen(QPen(palette.color(QPalette.ColorRole.Highlight), 2))
        painter.drawPolyline(line)
        for number, (one, place) in enumerate(zip(self._points, line, strict=True)):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(palette.color(QPalette.ColorRole.Highlight))
            painter.drawEllipse(place, 5, 5)
            painter.setPen(palette.color(QPalette.ColorRole.WindowText))
            above = place.y() > TOP + 18
            box = QRect(round(place.x()) - 40, round(place.y()) + (-24 if above else 8), 80, 18)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._mean(one))
            painter.setPen(quiet_colour())
            below = QRect(round(self._place(number, 0).x()) - 60, self.height() - BOTTOM + 4, 120, 20)
            painter.drawText(below, Qt.AlignmentFlag.AlignCenter, self._below(one))
        painter.end()

    def _below(self, point: Point) -> str:
        if len(self._points) * 90 > self.width():
            return str(point.wave)
        return self.tr("wave {wave} · n {n}").format(wave=point.wave, n=self.locale().toString(point.n))

    def _paint_scale(self, painter: QPainter) -> None:
        palette, best = self.palette(), self._best()
        painter.setPen(palette.color(QPalette.ColorRole.WindowText))
        title = QRect(0, 0, self.width(), TOP - 8)
        painter.drawText(title, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self._title)
        for value in range(1, best + 1) if best <= 10 else (1, best):
            y = round(self._place(0, value).y())
            painter.setPen(QPen(palette.color(QPalette.ColorRole.Mid), 1, Qt.PenStyle.DotLine))
            painter.drawLine(LEFT - 8, y, self.width() - RIGHT + 8, y)
            painter.setPen(quiet_colour())
            place = QRect(0, y - 9, LEFT - 12, 18)
            painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(value))
