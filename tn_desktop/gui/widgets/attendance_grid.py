"""The grid of a workshop: people × sessions, with headers that carry names, days and totals."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QAbstractItemModel, QEvent, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from tn_desktop.gui.models.attendance_marks import Index
from tn_desktop.gui.models.grid import GridModel, day
from tn_desktop.gui.widgets.attendance_delegate import GridDelegate, draw_edges, inks_of, larger_font
from tn_desktop.gui.widgets.attendance_view import ROW_HEIGHT, MarkView
from tn_desktop.gui.widgets.pictures import Pictures
from tn_desktop.model.vocabulary import CANCELLED

COLUMN_WIDTH = 66
KEPT_SECTIONS: Final = 60
"""Headings that are kept as they were painted."""


class PicturesHeader(QHeaderView):
    """A header of sections that are painted once and then copied.

    Attributes:
        pictures: the sections as they were painted.
    """

    def __init__(self, orientation: Qt.Orientation, view: MarkView) -> None:
        super().__init__(orientation, view)
        self._view = view
        self.pictures = Pictures(self, KEPT_SECTIONS)
        self._inks = inks_of(view)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setHighlightSections(False)

    def paintEvent(self, event: QPaintEvent) -> None:
        self._inks = inks_of(self._view)
        self.pictures.begin()
        super().paintEvent(event)


class SessionsHeader(PicturesHeader):
    """Number, day and total of each session; a cancelled one is quiet and says so."""

    def __init__(self, view: MarkView) -> None:
        super().__init__(Qt.Orientation.Horizontal, view)

    def sizeHint(self) -> QSize:
        # The base class would ask every session for its text.
        return QSize(COLUMN_WIDTH, 3 * QFontMetrics(self.font()).height() + 10)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        model = self.model()
        if not isinstance(model, GridModel) or section >= model.columnCount():
            return
        head = model.head_at(section)
        cancelled, here = head.status == CANCELLED, self._view.cursor_column == section
        total = self.tr("cancelled") if cancelled else model.total_of(head.id)
        words = (f"{head.number}.", day(head), total)
        self.pictures.draw(
            painter,
            rect,
            (words, cancelled, here),
            lambda fresh, place: self._paint(fresh, place, words, cancelled, here),
        )

    def _paint(self, painter: QPainter, rect: QRect, words: Sequence[str], cancelled: bool, here: bool) -> None:
        inks = self._inks
        painter.fillRect(rect, inks.here if here else inks.window)
        draw_edges(painter, rect, inks)
        text = self.palette().color(QPalette.ColorRole.WindowText)
        line = rect.height() // 3
        for place, (word, bold) in enumerate(zip(words, (True, False, here), strict=True)):
            painter.setFont(larger_font(self.font(), 1.0, QFont.Weight.Bold if bold else QFont.Weight.Normal))
            painter.setPen(inks.quiet if cancelled or (place == 2 and not here) else text)
            row = QRect(rect.left() + 2, rect.top() + place * line, rect.width() - 4, line)
            shown = painter.fontMetrics().elidedText(word, Qt.TextElideMode.ElideRight, row.width())
            painter.drawText(row, Qt.AlignmentFlag.AlignCenter, shown)


class PeopleHeader(PicturesHeader):
    """Number, name and total of each person."""

    def __init__(self, view: MarkView) -> None:
        super().__init__(Qt.Orientation.Vertical, view)

    def sizeHint(self) -> QSize:
        # The base class would ask a hundred people for their texts.
        return QSize(max(180, min(380, self._view.width() * 2 // 5)), ROW_HEIGHT)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        model = self.model()
        if not isinstance(model, GridModel) or section >= model.rowCount():
            return
        person = model.board.person(section)
        hint = "" if model.curtain or not person.hint else f" · {person.hint}"
        words = (str(person.number), model.name_of(person) + hint, model.person_total(person.person_id))
        here = self._view.cursor_row == section and (self._view.hasFocus(), "here")
        self.pictures.draw(
            painter, rect, (words, here), lambda fresh, place: self._paint(fresh, place, words, bool(here))
        )

    def _paint(self, painter: QPainter, rect: QRect, words: tuple[str, str, str], here: bool) -> None:
        inks, metrics = self._inks, painter.fontMetrics()
        number, name, total = words
        if here:
            painter.fillRect(rect, inks.here if self._view.hasFocus() else inks.here_unfocused)
        else:
            painter.fillRect(rect, inks.base)
        draw_edges(painter, rect, inks)
        if here:
            painter.fillRect(rect.left(), rect.top(), 5, rect.height(), inks.highlight)
        digits = metrics.horizontalAdvance("000") + 10
        wide = metrics.horizontalAdvance(total)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setPen(inks.quiet)
        place = QRect(rect.left() + 4, rect.top(), digits - 6, rect.height())
        painter.drawText(place, middle | Qt.AlignmentFlag.AlignRight, number)
        painter.drawText(rect.adjusted(0, 0, -8, 0), middle | Qt.AlignmentFlag.AlignRight, total)
        painter.setPen(inks.text)
        painter.setFont(larger_font(self.font(), 1.1, QFont.Weight.Medium))
        place = QRect(rect.left() + digits + 8, rect.top(), rect.width() - digits - wide - 28, rect.height())
        shown = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, middle | Qt.AlignmentFlag.AlignLeft, shown)


class GridView(MarkView):
    """All sessions of a workshop at once.

    Attributes:
        pictures: the cells as they were painted.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        cells = GridDelegate(self)
        self.pictures = cells.pictures
        self.setItemDelegate(cells)
        self.setHorizontalHeader(SessionsHeader(self))
        self.setVerticalHeader(PeopleHeader(self))
        self.horizontalHeader().setDefaultSectionSize(COLUMN_WIDTH)
        self._fit_rows()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit_rows()

    def paintEvent(self, event: QPaintEvent) -> None:
        self.pictures.begin()
        super().paintEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometries()

    def setModel(self, model: QAbstractItemModel | None) -> None:
        super().setModel(model)
        if model is not None:
            # The model tells no header: a view would then lay everything out anew.
            model.dataChanged.connect(lambda first, _last: self._update_heads(first))

    def show_cursor(self, before: Index, now: Index) -> None:
        """The cursor shows in its row, in its column and in both headers."""
        super().show_cursor(before, now)
        for index in (before, now):
            if index.isValid():
                if before.column() != now.column():
                    left = self.columnViewportPosition(index.column())
                    self.viewport().update(left, 0, self.columnWidth(index.column()), self.viewport().height())
                self._update_heads(index)

    def _update_heads(self, index: Index) -> None:
        """Totals stand in the headers, and the cursor shows there."""
        across, down = self.horizontalHeader(), self.verticalHeader()
        place = across.sectionViewportPosition(index.column())
        across.viewport().update(place, 0, across.sectionSize(index.column()), across.height())
        place = down.sectionViewportPosition(index.row())
        down.viewport().update(0, place, down.width(), down.sectionSize(index.row()))

    def _fit_rows(self) -> None:
        self.verticalHeader().setDefaultSectionSize(max(ROW_HEIGHT - 2, QFontMetrics(self.font()).height() + 14))
