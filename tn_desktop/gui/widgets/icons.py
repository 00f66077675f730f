"""The program's pictures, drawn in the palette's text colour, so that they fit a light and a dark window alike.

Each is drawn on a grid of 24 × 24 by a few lines and arcs.
"""

from collections.abc import Callable
from functools import cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPalette, QPen, QPixmap
from PySide6.QtWidgets import QApplication

GRID = 24
SIZES = (22, 44)
"""Once for a plain screen and once for a dense one; Qt scales between them."""


def icon(name: str) -> QIcon:
    """The picture of that name in the palette's colours; made anew when those change."""
    palette = QApplication.palette()
    text = palette.color(QPalette.ColorRole.WindowText)
    chosen = palette.color(QPalette.ColorRole.HighlightedText)
    dim = palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.WindowText)
    return _icon(name, text.rgba(), chosen.rgba(), dim.rgba())


@cache
def _icon(name: str, text: int, chosen: int, dim: int) -> QIcon:
    made = QIcon()
    for colour, mode in (
        (text, QIcon.Mode.Normal),
        (chosen, QIcon.Mode.Selected),
        (dim, QIcon.Mode.Disabled),
    ):
        for size in SIZES:
            made.addPixmap(_pixmap(_DRAWN[name], QColor.fromRgba(colour), size), mode)
    return made


def _pixmap(draw: Callable[[QPainter], None], colour: QColor, size: int) -> QPixmap:
    pixmap = QPixmap(size, size)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(size / GRID, size / GRID)
    pen = QPen(colour, 1.8)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    draw(painter)
    painter.end()
    return pixmap


def app_icon() -> QIcon:
    """The program's own picture: people joined to a network on a round ground."""
    made = QIcon()
    for size in (16, 24, 32, 48, 64, 128, 256):
        pixmap = QPixmap(size, size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(size / GRID, size / GRID)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor("#0b6e6e"))
        painter.drawRoundedRect(QRectF(0.5, 0.5, 23, 23), 5.5, 5.5)
        knots = [QPointF(12, 6.4), QPointF(6.2, 15.6), QPointF(17.8, 15.6)]
        painter.setPen(QPen(QColor("#bfe6df"), 1.6))
        painter.drawPolygon(knots)
        painter.setPen(Qt.PenStyle.NoPen)
        for knot, colour in zip(knots, ("#ffffff", "#ffd166", "#ffffff"), strict=True):
            painter.setBrush(QColor(colour))
            painter.drawEllipse(knot, 2.9, 2.9)
        painter.end()
        made.addPixmap(pixmap)
    return made


def _today(p: QPainter) -> None:
    p.drawRoundedRect(QRectF(4, 5.5, 16, 14.5), 2, 2)
    p.drawLine(QPointF(4, 10), QPointF(20, 10))
    p.drawLine(QPointF(8.5, 3.5), QPointF(8.5, 7))
    p.drawLine(QPointF(15.5, 3.5), QPointF(15.5, 7))
    p.drawPolyline([QPointF(9, 15), QPointF(11.3, 17.2), QPointF(15.2, 12.8)])


def _person(p: QPainter) -> None:
    p.drawEllipse(QPointF(12, 8), 3.8, 3.8)
    body = QPainterPath(QPointF(4.8, 20))
    body.cubicTo(QPointF(4.8, 15.6), QPointF(8, 14), QPointF(12, 14))
    body.cubicTo(QPointF(16, 14), QPointF(19.2, 15.6), QPointF(19.2, 20))
    p.drawPath(body)


def _communities(p: QPainter) -> None:
    p.drawEllipse(QPointF(12, 6), 2.6, 2.6)
    p.drawEllipse(QPointF(5.6, 17.5), 2.6, 2.6)
    p.drawEllipse(QPointF(18.4, 17.5), 2.6, 2.6)
    p.drawLine(QPointF(10.7, 8.4), QPointF(7, 15.1))
    p.drawLine(QPointF(13.3, 8.4), QPointF(17, 15.1))
    p.drawLine(QPointF(8.4, 17.5), QPointF(15.6, 17.5))


def _needs(p: QPainter) -> None:
    bubble = QPainterPath(QPointF(6, 4.5))
    bubble.lineTo(QPointF(18, 4.5))
    bubble.cubicTo(QPointF(20.6, 4.5), QPointF(20.6, 15.5), QPointF(18, 15.5))
    bubble.lineTo(QPointF(11.5, 15.5))
    bubble.lineTo(QPointF(7, 20))
    bubble.lineTo(QPointF(7, 15.5))
    bubble.lineTo(QPointF(6, 15.5))
    bubble.cubicTo(QPointF(3.4, 15.5), QPointF(3.4, 4.5), QPointF(6, 4.5))
    p.drawPath(bubble)
    for x in (8.5, 12, 15.5):
        p.drawEllipse(QPointF(x, 10), 0.7, 0.7)


def _decisions(p: QPainter) -> None:
    p.drawRoundedRect(QRectF(4, 11.5, 16, 8.5), 1.5, 1.5)
    p.drawLine(QPointF(8, 15), QPointF(16, 15))
    p.drawPolyline([QPointF(8.5, 7), QPointF(11.2, 9.4), QPointF(16, 3.8)])


def _workshops(p: QPainter) -> None:
    p.drawRoundedRect(QRectF(3.5, 4, 17, 11), 1.5, 1.5)
    p.drawLine(QPointF(12, 15), QPointF(12, 17.5))
    p.drawLine(QPointF(12, 17.5), QPointF(8, 20.5))
    p.drawLine(QPointF(12, 17.5), QPointF(16, 20.5))
    p.drawPolyline([QPointF(7, 11.5), QPointF(10, 8.5), QPointF(12.5, 10.5), QPointF(17, 7)])


def _exchange(p: QPainter) -> None:
    p.drawPolyline([QPointF(4, 8), QPointF(19, 8), QPointF(15, 4)])
    p.drawPolyline([QPointF(20, 16), QPointF(5, 16), QPointF(9, 20)])


def _tools(p: QPainter) -> None:
    p.drawEllipse(QPointF(12, 9.5), 5.4, 5.4)
    p.drawPolyline([QPointF(9.8, 14.6), QPointF(9.8, 17.4), QPointF(14.2, 17.4), QPointF(14.2, 14.6)])
    p.drawLine(QPointF(10.6, 20.2), QPointF(13.4, 20.2))
    p.drawPolyline([QPointF(10, 9.4), QPointF(12, 11.2), QPointF(14, 9.4)])


def _solutions(p: QPainter) -> None:
    bulb = QPainterPath(QPointF(9.3, 17))
    bulb.cubicTo(QPointF(9.3, 14.5), QPointF(6.4, 13.2), QPointF(6.4, 9.4))
    bulb.cubicTo(QPointF(6.4, 2.4), QPointF(17.6, 2.4), QPointF(17.6, 9.4))
    bulb.cubicTo(QPointF(17.6, 13.2), QPointF(14.7, 14.5), QPointF(14.7, 17))
    bulb.closeSubpath()
    p.drawPath(bulb)
    p.drawLine(QPointF(10, 20.2), QPointF(14, 20.2))


def _outputs(p: QPainter) -> None:
    p.drawPolyline([QPointF(14, 3.5), QPointF(6, 3.5), QPointF(6, 20.5), QPointF(18, 20.5), QPointF(18, 7.5)])
    p.drawPolyline([QPointF(14, 3.5), QPointF(14, 7.5), QPointF(18, 7.5), QPointF(14, 3.5)])
    for y in (12, 16):
        p.drawLine(QPointF(9, y), QPointF(15, y))


def _organisation(p: QPainter) -> None:
    p.drawLine(QPointF(6, 3.5), QPointF(6, 20.5))
    flag = QPainterPath(QPointF(6, 5))
    flag.cubicTo(QPointF(9.5, 2.5), QPointF(13, 8), QPointF(18.5, 5))
    flag.lineTo(QPointF(18.5, 12.5))
    flag.cubicTo(QPointF(13, 15.5), QPointF(9.5, 10), QPointF(6, 12.5))
    p.drawPath(flag)


def _stakeholders(p: QPainter) -> None:
    p.drawRect(QRectF(4.5, 10, 15, 10))
    p.drawPolyline([QPointF(3.5, 10), QPointF(12, 4), QPointF(20.5, 10)])
    for x in (8.5, 12, 15.5):
        p.drawLine(QPointF(x, 13), QPointF(x, 17))


def _quotations(p: QPainter) -> None:
    for x in (5, 13.5):
        mark = QPainterPath(QPointF(x + 4.5, 6))
        mark.cubicTo(QPointF(x + 1, 7.5), QPointF(x, 10), QPointF(x, 13))
        p.drawPath(mark)
        p.drawRoundedRect(QRectF(x, 12.5, 5.5, 5.5), 1.5, 1.5)


def _surveys(p: QPainter) -> None:
    p.drawPolyline([QPointF(4, 4), QPointF(4, 20), QPointF(20, 20)])
    p.drawPolyline([QPointF(7, 16), QPointF(11, 11.5), QPointF(14.5, 13.5), QPointF(19, 7)])


def _settings(p: QPainter) -> None:
    for y, x in ((7, 15.5), (12, 8.5), (17, 14)):
        p.drawLine(QPointF(4, y), QPointF(x - 2.2, y))
        p.drawEllipse(QPointF(x, y), 2.2, 2.2)
        p.drawLine(QPointF(x + 2.2, y), QPointF(20, y))


def _menu(p: QPainter) -> None:
    for y in (7, 12, 17):
        p.drawLine(QPointF(4, y), QPointF(20, y))


def _back(p: QPainter, forward: bool) -> None:
    p.save()
    if forward:
        p.translate(GRID, 0)
        p.scale(-1, 1)
    path = QPainterPath(QPointF(5, 9))
    path.lineTo(QPointF(14.5, 9))
    path.cubicTo(QPointF(21, 9), QPointF(21, 18.5), QPointF(14.5, 18.5))
    path.lineTo(QPointF(9, 18.5))
    p.drawPath(path)
    p.drawPolyline([QPointF(8.8, 5), QPointF(4.8, 9), QPointF(8.8, 13)])
    p.restore()


def _search(p: QPainter) -> None:
    p.drawEllipse(QPointF(10.5, 10.5), 5.8, 5.8)
    p.drawLine(QPointF(15, 15), QPointF(20, 20))


def _plus(p: QPainter) -> None:
    p.drawLine(QPointF(12, 5), QPointF(12, 19))
    p.drawLine(QPointF(5, 12), QPointF(19, 12))


def _close(p: QPainter) -> None:
    p.drawLine(QPointF(6.5, 6.5), QPointF(17.5, 17.5))
    p.drawLine(QPointF(17.5, 6.5), QPointF(6.5, 17.5))


_DRAWN: dict[str, Callable[[QPainter], None]] = {
    "today": _today,
    "people": _person,
    "communities": _communities,
    "needs": _needs,
    "decisions": _decisions,
    "workshops": _workshops,
    "stakeholders": _stakeholders,
    "tools": _tools,
    "exchange": _exchange,
    "solutions": _solutions,
    "outputs": _outputs,
    "organisation": _organisation,
    "quotations": _quotations,
    "surveys": _surveys,
    "settings": _settings,
    "menu": _menu,
    "undo": lambda p: _back(p, forward=False),
    "redo": lambda p: _back(p, forward=True),
    "search": _search,
    "new": _plus,
    "close": _close,
}
