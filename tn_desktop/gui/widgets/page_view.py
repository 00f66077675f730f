"""Pages of a printable document one under the other, as they will lie on paper."""

from collections.abc import Callable
from typing import Final, Protocol

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPalette, QPen, QPixmap, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

_GAP: Final = 16
_KEPT: Final = 12
_STEP: Final = 1.2
_LARGEST: Final = 8.0  # pixels for a millimetre
_SMALLEST: Final = 0.8
_READABLE: Final = 2.1


class Document(Protocol):
    """What can be shown: pages with a size in mm that paint themselves."""

    page_count: int

    def page_size(self, index: int) -> tuple[float, float]:
        """Width and height of a page in mm."""

    def paint_page(self, painter: QPainter, index: int, pixels_per_mm: float) -> None:
        """Paint a page with its corner at the painter's origin."""


class PageView(QAbstractScrollArea):
    """Shows a document; only what is visible is painted, and kept until document or size change.

    Page Up and Page Down turn a page, Home and End go to the ends, + and − (with Ctrl on the wheel) zoom, 0 fits
    the page again.

    Signals:
        page_changed(int): another page is the one mostly seen (0-based).
    """

    page_changed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document: Document | None = None
        self._zoom: float | None = None
        self._pictures: dict[int, QPixmap] = {}
        self._places: list[QRect] = []
        self._current = 0
        self._note = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setBackgroundRole(QPalette.ColorRole.Dark)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Dark)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.verticalScrollBar().valueChanged.connect(self._note_page)

    @property
    def current_page(self) -> int:
        """The page mostly seen, 0-based."""
        return self._current

    @property
    def pixels_per_mm(self) -> float:
        """How large the pages are shown."""
        if self._zoom is not None:
            return self._zoom
        sizes = self._sizes() or [(210.0, 297.0)]
        fitting = (self.viewport().width() - 2 * _GAP) / max(width for width, _ in sizes)
        whole = (self.viewport().height() - 2 * _GAP) / max(height for _, height in sizes)
        # A whole page at a glance, unless it could not be read any more.
        return max(_SMALLEST, min(_LARGEST, fitting, max(whole, _READABLE)))

    def show_document(self, document: Document | None, note: str = "") -> None:
        """Show another document, at the same place where it has one; without one, a sentence that says why."""
        self._document = document
        self._note = note
        self._arrange()

    def go_to(self, page: int) -> None:
        """Bring a page to the top."""
        if self._places:
            place = self._places[max(0, min(page, len(self._places) - 1))]
            self.verticalScrollBar().setValue(place.top() - _GAP // 2)

    def zoom_in(self) -> None:
        """Show the pages larger."""
        self._set_zoom(self.pixels_per_mm * _STEP)

    def zoom_out(self) -> None:
        """Show the pages smaller."""
        self._set_zoom(self.pixels_per_mm / _STEP)

    def fit(self) -> None:
        """Show a whole page, or whole lines where the window is small."""
        self._set_zoom(None)

    def sizeHint(self) -> QSize:
        """Room for a page at a readable size."""
        return QSize(720, 640)

    def _sizes(self) -> list[tuple[float, float]]:
        """Width and height of each page in mm."""
        document = self._document
        return [document.page_size(index) for index in range(document.page_count)] if document else []

    def _set_zoom(self, zoom: float | None) -> None:
        page, within = self._current, self._within()
        self._zoom = None if zoom is None else max(_SMALLEST, min(_LARGEST, zoom))
        self._arrange()
        if self._places:
            place = self._places[min(page, len(self._places) - 1)]
            self.verticalScrollBar().setValue(place.top() + round(within * place.height()))

    def _within(self) -> float:
        """How far the top edge of the view is into the current page, as a part of the page."""
        if not self._places:
            return 0.0
        place = self._places[self._current]
        return (self.verticalScrollBar().value() - place.top()) / max(1, place.height())

    def _arrange(self) -> None:
        """Place the pages for the present size and set the scroll bars."""
        self._pictures.clear()
        scale, view = self.pixels_per_mm, self.viewport().size()
        sizes = self._sizes()
        widest = max((round(width * scale) for width, _ in sizes), default=0)
        area = max(view.width(), widest + 2 * _GAP)
        self._places, y = [], _GAP
        for width, height in sizes:
            wide, high = round(width * scale), round(height * scale)
            self._places.append(QRect((area - wide) // 2, y, wide, high))
            y += high + _GAP
        for bar, whole, part in (
            (self.verticalScrollBar(), y, view.height()),
            (self.horizontalScrollBar(), widest + 2 * _GAP, view.width()),
        ):
            bar.setRange(0, max(0, whole - part))
            bar.setPageStep(part)
            bar.setSingleStep(40)
        self._current = min(self._current, max(0, len(self._places) - 1))
        self._note_page()
        self.viewport().update()

    def _note_page(self) -> None:
        middle = self.verticalScrollBar().value() + self.viewport().height() // 2
        current = next((i for i, place in enumerate(self._places) if place.bottom() + _GAP >= middle), 0)
        if self._places and middle > self._places[-1].bottom():
            current = len(self._places) - 1
        if current != self._current:
            self._current = current
            self.page_changed.emit(current)

    def _picture(self, index: int) -> QPixmap:
        held = self._pictures.get(index)
        if held is not None:
            return held
        assert self._document is not None
        ratio = self.devicePixelRatioF()
        picture = QPixmap((QRectF(self._places[index]).size() * ratio).toSize())
        picture.setDevicePixelRatio(ratio)
        picture.fill(QColor("white"))
        painter = QPainter(picture)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        self._document.paint_page(painter, index, self._places[index].width() / self._document.page_size(index)[0])
        painter.end()
        if len(self._pictures) >= _KEPT:
            del self._pictures[next(iter(self._pictures))]
        self._pictures[index] = picture
        return picture

    def paintEvent(self, event: QPaintEvent) -> None:
        """The visible pages on a dark ground."""
        painter = QPainter(self.viewport())
        if not self._places:
            ground = self.palette().color(QPalette.ColorRole.Dark)
            painter.setPen(QColor("black" if ground.lightness() > 110 else "white"))
            place = self.viewport().rect().adjusted(_GAP, _GAP, -_GAP, -_GAP)
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._note)
        painter.translate(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())
        seen = QRectF(event.rect()).translated(
            QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        )
        made = False
        for index, place in enumerate(self._places):
            if not seen.intersects(QRectF(place)):
                continue
            if made and index not in self._pictures:
                # One page at a time, so that scrolling never waits for two.
                painter.fillRect(place, QColor("white"))
                QTimer.singleShot(0, self.viewport(), self.viewport().update)
            else:
                made = made or index not in self._pictures
                painter.drawPixmap(place.topLeft(), self._picture(index))
            painter.setPen(QPen(QColor(0, 0, 0, 70), 1))
            painter.drawRect(place.adjusted(-1, -1, 0, 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the width again, keeping the place in the page."""
        self._set_zoom(self._zoom)

    def changeEvent(self, event: QEvent) -> None:
        """Another screen may have another number of pixels."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._arrange()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Ctrl, zoom; otherwise scroll."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and event.angleDelta().y():
            (self.zoom_in if event.angleDelta().y() > 0 else self.zoom_out)()
            event.accept()
            return
        super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn pages and zoom."""
        action = self._action(Qt.Key(event.key()), event.text())
        if action is None:
            super().keyPressEvent(event)
            return
        action()

    def _action(self, key: Qt.Key, text: str) -> Callable[[], None] | None:
        by_key: dict[Qt.Key, Callable[[], None]] = {
            Qt.Key.Key_PageDown: lambda: self.go_to(self._current + 1),
            Qt.Key.Key_PageUp: lambda: self.go_to(self._current - 1),
            Qt.Key.Key_Home: lambda: self.go_to(0),
            Qt.Key.Key_End: lambda: self.verticalScrollBar().setValue(self.verticalScrollBar().maximum()),
        }
        by_text: dict[str, Callable[[], None]] = {"+": self.zoom_in, "-": self.zoom_out, "0": self.fit}
        return by_key.get(key) or by_text.get(text)
