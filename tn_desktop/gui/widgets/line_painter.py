"""Paints the rows of a table as single lines of text, quickly.

Each call that Python makes of Qt, or Qt of Python, lets go of the interpreter's lock and asks for it again, while a
reading thread may hold it. A delegate costs a dozen such calls a cell: it is called, asks the model for several roles,
has the text shortened and draws it. Here a cell costs one, drawing, so that the window goes on while a search runs.
"""

from collections.abc import Iterable, Sequence
from typing import Final, Protocol

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QCursor, QFont, QFontMetrics, QPainter, QPaintEvent, QPalette, QRegion
from PySide6.QtWidgets import QAbstractItemView, QStyle, QTableView

from tn_desktop.gui.models.headings import GAP
from tn_desktop.gui.models.paged import Column

KEPT: Final = 4_096
"""So many shortened texts are kept."""


class LineModel(Protocol):
    """A model each of whose cells is a line of text."""

    def rowCount(self) -> int: ...

    def columnCount(self) -> int: ...

    def column(self, number: int) -> Column:
        """The column of that number."""

    def texts(self, row: int) -> Sequence[str]:
        """The texts of a row's cells."""

    def colours(self, row: int) -> Sequence[QColor | None]:
        """The colours of those texts, None for the usual one; empty where all have that."""


class LineView(QTableView):
    """A table with rows of one height, painted as lines of text; the chosen and the hovered ones as the style has them.

    Attributes:
        as_lines: whether plain rows are painted as lines of text, which is fast; else the delegate paints every row.
    """

    as_lines = True
    _lines: "LinePainter | None" = None

    def show_lines(self, model: LineModel) -> None:
        """Paint the rows of that model, which is the view's own."""
        self._lines = LinePainter(self, model)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Plain rows as lines of text; the chosen and the hovered one as the style has them."""
        # What is dragged is dropped between two rows, where the style draws a line.
        dragging = self.state() == QAbstractItemView.State.DraggingState
        if not self.as_lines or self._lines is None or dragging:
            super().paintEvent(event)
            return
        region, rows = event.region(), self._rows_in(event.region())
        styled = [row for row in self._styled() if row in rows]
        for row in styled:
            # Only what has to be painted anyway: nothing clears the ground under the rest.
            super().paintEvent(QPaintEvent(region.intersected(self._area(row))))
        self._lines.paint(rows.difference(styled))

    def _rows_in(self, region: QRegion) -> set[int]:
        around = region.boundingRect()
        first, last = self.rowAt(around.top()), self.rowAt(around.bottom())
        if first < 0:
            return set()
        rows = range(first, (self.model().rowCount() if last < 0 else last + 1))
        if region.rectCount() == 1:
            return set(rows)
        return {row for row in rows if region.intersects(self._area(row))}

    def _area(self, row: int) -> QRect:
        height = self.verticalHeader().defaultSectionSize()
        return QRect(0, self.rowViewportPosition(row), self.viewport().width(), height)

    def _styled(self) -> set[int]:
        """Rows that look otherwise than the others."""
        rows = {self.currentIndex().row(), *(index.row() for index in self.selectionModel().selectedRows())}
        viewport = self.viewport()
        if viewport.underMouse():
            rows.add(self.rowAt(viewport.mapFromGlobal(QCursor.pos()).y()))
        return rows


class LinePainter:
    """Paints rows of a table; their chosen and hovered ones are left to the style."""

    def __init__(self, view: QTableView, model: LineModel) -> None:
        self._view = view
        self._model = model
        self._use(view.font())

    def paint(self, rows: Iterable[int]) -> None:
        """Paint these rows; called while the view paints."""
        view = self._view
        if view.font() != self._font:
            self._use(view.font())
        columns = self._columns()
        height = view.verticalHeader().defaultSectionSize()
        usual = view.palette().color(QPalette.ColorRole.Text)
        painter = QPainter(view.viewport())
        painter.setPen(usual)
        for row in rows:
            texts, top = self._model.texts(row), view.rowViewportPosition(row)
            colours = self._model.colours(row)
            for number, left, room, flags in columns:
                if text := texts[number]:
                    colour = colours[number] if colours else None
                    if colour is not None:
                        painter.setPen(colour)
                    painter.drawText(left, top, room, height, flags, self._fitted(text, room))
                    if colour is not None:
                        painter.setPen(usual)
        painter.end()

    def _columns(self) -> Sequence[tuple[int, int, int, int]]:
        """Number, left edge, room and alignment of the columns that are shown."""
        view, found, width = self._view, [], self._view.viewport().width()
        # As much as Qt's own delegate leaves beside the text, so that nothing moves when a row is chosen.
        margin = view.style().pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin, None, view) + 1
        for number in range(self._model.columnCount()):
            room = view.columnWidth(number) - 2 * margin
            left = view.columnViewportPosition(number) + margin
            if room > 0 and left < width and left + room > 0:
                alignment = self._model.column(number).alignment
                flags = alignment.value | Qt.TextFlag.TextSingleLine.value
                if alignment & Qt.AlignmentFlag.AlignRight:
                    room = max(0, room - self._metrics.horizontalAdvance(GAP))
                found.append((number, left, room, flags))
        return found

    def _fitted(self, text: str, room: int) -> str:
        """The text, shortened where there is no room for it; of several lines the first."""
        if "\n" in text:
            text = f"{text.partition(chr(10))[0]}…"
        # Letter by letter each is up to half a pixel off: a text that nearly fills its room is measured as a whole.
        if sum(map(self._advances.__getitem__, text)) + len(text) // 2 < room:
            return text
        shown = self._shortened.get((text, room))
        if shown is None:
            if len(self._shortened) >= KEPT:
                self._shortened.clear()
            shown = self._metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
            self._shortened[text, room] = shown
        return shown

    def _use(self, font: QFont) -> None:
        self._font = QFont(font)
        self._metrics = QFontMetrics(font)
        self._advances = Advances(self._metrics)
        self._shortened: dict[tuple[str, int], str] = {}


class Advances(dict[str, int]):
    """Letter or word -> its width in pixels, measured once."""

    def __init__(self, metrics: QFontMetrics) -> None:
        super().__init__()
        self._metrics = metrics

    def __missing__(self, text: str) -> int:
        self[text] = width = self._metrics.horizontalAdvance(text)
        return width
