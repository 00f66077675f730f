"""How a mark looks and reads: a shape, a word and a colour, never colour alone."""

import math
from functools import lru_cache
from typing import Final

from PySide6.QtCore import QCoreApplication, QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPalette, QPen

from tn_desktop.gui.context import translate
from tn_desktop.gui.widgets.look import is_dark, quiet_colour
from tn_desktop.model.vocabulary import (
    ABSENT,
    ATTENDANCE_MODE,
    ATTENDANCE_STATUS,
    EXCUSED,
    LATE,
    PRESENT,
    UNMARKED,
    WORDS,
    word,
)

ORDER: Final = (PRESENT, LATE, EXCUSED, ABSENT, None)
"""Statuses as they are counted, the unmarked last."""

_COLOURS: Final = {
    PRESENT: ("#1a7337", "#86d49a"),
    LATE: ("#8f5b00", "#f0c060"),
    EXCUSED: ("#2457a6", "#9cc2ff"),
    ABSENT: ("#ab211b", "#ffada2"),
}
"""Status -> colour on a light and on a dark ground, at least 4.5 to 1 on either."""


def colour_of(status: str | None, palette: QPalette) -> QColor:
    """A status's colour on the palette's ground."""
    if status not in _COLOURS:
        return quiet_colour(palette)
    return QColor(_COLOURS[status][is_dark(palette)])


def status_word(status: str | None) -> str:
    """Katıldı, Geç … İşaretsiz."""
    return word(ATTENDANCE_STATUS, status, translate) if status else translate(WORDS, UNMARKED)


def mode_word(mode: str | None) -> str:
    """Yüz yüze or Çevrim içi; "" while nothing is known."""
    return word(ATTENDANCE_MODE, mode, translate)


def minutes_text(minutes: int | None) -> str:
    """How late somebody came; "" where nobody wrote it down."""
    if minutes is None:
        return ""
    return QCoreApplication.translate("Attendance", "{minutes} min").format(minutes=minutes)


def short_name(name: str) -> str:
    """A name as it may stand on a wall: the given names and the initial of the family name."""
    words = name.split()
    return f"{' '.join(words[:-1])} {words[-1][0]}." if len(words) > 1 else name


def draw_mark(painter: QPainter, box: QRectF, status: str | None, colour: QColor, ground: QColor, saved: bool) -> None:
    """Draw a status's shape into a square box; one that is not on disk yet is drawn hollow."""
    left, top = math.floor(box.left()), math.floor(box.top())
    shift, ratio = (box.left() - left, box.top() - top), painter.device().devicePixelRatio()
    sign = _sign(status, colour.rgba(), ground.rgba(), saved, box.width(), shift, ratio)
    painter.drawImage(QPoint(left, top), sign)


@lru_cache(maxsize=128)
def _sign(
    status: str | None, colour: int, ground: int, saved: bool, side: float, shift: tuple[float, float], ratio: float
) -> QImage:
    """A shape, drawn once: a page of a roster shows it fifteen times, and each takes a dozen calls."""
    room = math.ceil(side) + 1
    image = QImage(QSize(room, room) * ratio, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    _draw_shape(painter, QRectF(*shift, side, side), status, QColor(colour), QColor(ground), saved)
    painter.end()
    return image


def _draw_shape(
    painter: QPainter, box: QRectF, status: str | None, colour: QColor, ground: QColor, saved: bool
) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    width = max(1.6, box.width() / 10)
    pen = QPen(colour, width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    round_box = box.adjusted(width / 2, width / 2, -width / 2, -width / 2)
    if status is None:
        pen.setStyle(Qt.PenStyle.DotLine)
        painter.setPen(pen)
        painter.drawEllipse(round_box)
        return
    filled = saved and status != LATE
    painter.setPen(pen)
    painter.setBrush(colour if filled else Qt.BrushStyle.NoBrush)
    painter.drawEllipse(round_box)
    pen.setColor(ground if filled else colour)
    painter.setPen(pen)
    painter.setBrush(colour if saved else Qt.BrushStyle.NoBrush)
    _draw_sign(painter, box, status, saved)


def _draw_sign(painter: QPainter, box: QRectF, status: str, saved: bool) -> None:
    def at(x: float, y: float) -> QPointF:
        return QPointF(box.x() + x * box.width(), box.y() + y * box.height())

    if status == PRESENT:
        painter.drawPolyline([at(0.28, 0.53), at(0.44, 0.69), at(0.73, 0.35)])
    elif status == LATE:
        # A clock whose quarter is filled.
        quarter = QRectF(at(0.24, 0.24), at(0.76, 0.76))
        if saved:
            painter.drawPie(quarter, 0, 90 * 16)
        else:
            painter.drawPolyline([at(0.5, 0.26), at(0.5, 0.5), at(0.72, 0.5)])
    elif status == EXCUSED:
        painter.drawLine(at(0.29, 0.5), at(0.71, 0.5))
    elif status == ABSENT:
        painter.drawLine(at(0.33, 0.33), at(0.67, 0.67))
        painter.drawLine(at(0.67, 0.33), at(0.33, 0.67))
