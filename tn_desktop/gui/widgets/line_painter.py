"""Paints the rows of a long list as single lines of text, quickly.

Each call that Python makes of Qt, or Qt of Python, lets go of the interpreter's lock and asks for it again, while a
reading thread may hold it. A delegate costs a dozen such calls a cell: it is called, asks the model for several roles,
has the text shortened and draws it. Here a cell costs one, drawing, so that the window goes on while a search runs.
"""

from collections.abc import Iterable, Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QTableView

from tn_desktop.gui.models.headings import GAP
from tn_desktop.gui.models.paged import PagedModel

KEPT: Final = 4_096
"""So many shortened texts are kept."""


class LinePainter:
    """Paints rows of a table whose model is a `PagedModel`; their chosen and hovered ones are left to the style."""

    def __init__(self, view: QTableView, model: PagedModel) -> None:
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
        painter = QPainter(view.viewport())
        painter.setPen(view.palette().color(QPalette.ColorRole.Text))
        for row in rows:
            texts, top = self._model.texts(row), view.rowViewportPosition(row)
            for number, left, room, flags in columns:
                if text := texts[number]:
                    painter.drawText(left, top, room, height, flags, self._fitted(text, room))
        painter.end()

    def _columns(self) -> Sequence[tuple[int, int, int, int]]:
        """Number, left edge, room and alignment of the columns that are shown."""
        view, found = self._view, []
        # As much as Qt's own delegate leaves beside the text, so that nothing moves when a row is chosen.
        margin = view.style().pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin, None, view) + 1
        for number in range(self._model.columnCount()):
            room = view.columnWidth(number) - 2 * margin
            if room > 0:
                alignment = self._model.column(number).alignment
                flags = alignment.value | Qt.TextFlag.TextSingleLine.value
                if alignment & Qt.AlignmentFlag.AlignRight:
                    room = max(0, room - self._metrics.horizontalAdvance(GAP))
                found.append((number, view.columnViewportPosition(number) + margin, room, flags))
        return found

    def _fitted(self, text: str, room: int) -> str:
        """The text, shortened where there is no room for it."""
        if sum(map(self._advances.__getitem__, text)) <= room:
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
