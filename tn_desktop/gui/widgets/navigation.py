"""The list of the program's parts on the left, and the button of the settings below it, drawn alike."""

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QCursor, QIcon, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import (
    QListWidget,
    QPushButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

ROW = 44
ICON = 22
MARGIN = 8
WIDE, NARROW = 184, 60


def paint_place(
    painter: QPainter, rect: QRect, icon: QIcon, text: str, palette: QPalette, chosen: bool, hover: bool, focus: bool
) -> None:
    """A picture and a word on a rounded ground, which is filled where the place is the chosen one."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ground = QRectF(rect).adjusted(MARGIN, 2, -MARGIN, -2)
    painter.setPen(Qt.PenStyle.NoPen)
    if chosen:
        painter.setBrush(palette.color(QPalette.ColorRole.Highlight))
        painter.drawRoundedRect(ground, 6, 6)
    elif hover:
        tint = palette.color(QPalette.ColorRole.WindowText)
        tint.setAlpha(22)
        painter.setBrush(tint)
        painter.drawRoundedRect(ground, 6, 6)
    if focus:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(palette.color(QPalette.ColorRole.WindowText), 1.5, Qt.PenStyle.DotLine))
        painter.drawRoundedRect(ground.adjusted(1.5, 1.5, -1.5, -1.5), 5, 5)
    left = rect.left() + MARGIN + 11
    place = QRect(left, rect.center().y() - ICON // 2 + 1, ICON, ICON)
    icon.paint(painter, place, Qt.AlignmentFlag.AlignCenter, QIcon.Mode.Selected if chosen else QIcon.Mode.Normal)
    role = QPalette.ColorRole.HighlightedText if chosen else QPalette.ColorRole.WindowText
    painter.setPen(palette.color(role))
    words = QRect(left + ICON + 12, rect.top(), rect.width(), rect.height())
    painter.drawText(words, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
    painter.restore()


class _Places(QStyledItemDelegate):
    """Draws the places. It asks the list which is chosen: the option's flags would load QStyle, slowly."""

    def __init__(self, places: QListWidget) -> None:
        super().__init__(places)
        self._places = places

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(NARROW, ROW)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one place."""
        places, viewport = self._places, self._places.viewport()
        chosen = places.selectionModel().isSelected(index)
        paint_place(
            painter,
            option.rect,
            index.data(Qt.ItemDataRole.DecorationRole) or QIcon(),
            index.data(Qt.ItemDataRole.DisplayRole) or "",
            option.palette,
            chosen,
            viewport.underMouse() and places.indexAt(viewport.mapFromGlobal(QCursor.pos())) == index,
            places.hasFocus() and places.currentIndex() == index,
        )


class Navigation(QListWidget):
    """The places one can go to."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setItemDelegate(_Places(self))
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._wanted = WIDE
        self.verticalScrollBar().rangeChanged.connect(lambda _least, _most: self._fit())

    def set_width(self, width: int) -> None:
        """Make the places so wide; where not all have room, the bar to scroll them by stands beside them."""
        self._wanted = width
        self._fit()

    def _fit(self) -> None:
        bar = self.verticalScrollBar()
        self.setFixedWidth(self._wanted + (bar.sizeHint().width() if bar.maximum() > 0 else 0))


class PlaceButton(QPushButton):
    """A button that looks like a place of the navigation."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.wide = True
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFixedHeight(ROW + MARGIN)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        rect = self.rect().adjusted(0, 0, 0, -MARGIN)
        text = self.text() if self.wide else ""
        paint_place(painter, rect, self.icon(), text, self.palette(), self.isDown(), self.underMouse(), self.hasFocus())
        painter.end()

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.HoverEnter, QEvent.Type.HoverLeave):
            self.update()
        return super().event(event)
