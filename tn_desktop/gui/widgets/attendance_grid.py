"""The grid of a workshop: people × sessions, with headers that carry names, days and totals."""

from PySide6.QtCore import QAbstractItemModel, QEvent, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPalette, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from tn_desktop.gui.models.attendance_marks import Index
from tn_desktop.gui.models.grid import GridModel, day
from tn_desktop.gui.widgets.attendance_delegate import GridDelegate, cursor_ground, draw_below, draw_beside, larger_font
from tn_desktop.gui.widgets.attendance_view import ROW_HEIGHT, MarkView
from tn_desktop.gui.widgets.look import quiet_colour
from tn_desktop.model.vocabulary import CANCELLED

COLUMN_WIDTH = 66


class SessionsHeader(QHeaderView):
    """Number, day and total of each session; a cancelled one is quiet and says so."""

    def __init__(self, view: MarkView) -> None:
        super().__init__(Qt.Orientation.Horizontal, view)
        self._view = view
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setHighlightSections(False)

    def sizeHint(self) -> QSize:
        # The base class would ask every session for its text.
        return QSize(COLUMN_WIDTH, 3 * QFontMetrics(self.font()).height() + 10)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        model = self.model()
        if not isinstance(model, GridModel) or section >= model.columnCount():
            return
        head, palette = model.head_at(section), self.palette()
        cancelled, here = head.status == CANCELLED, self._view.currentIndex().column() == section
        painter.save()
        painter.fillRect(rect, cursor_ground(palette, here) if here else palette.color(QPalette.ColorRole.Window))
        draw_below(painter, rect, palette)
        draw_beside(painter, rect, palette)
        quiet, text = quiet_colour(palette), palette.color(QPalette.ColorRole.WindowText)
        total = self.tr("cancelled") if cancelled else model.total_of(head.id)
        line = rect.height() // 3
        for place, (words, bold) in enumerate(((f"{head.number}.", True), (day(head), False), (total, here))):
            painter.setFont(larger_font(self.font(), 1.0, QFont.Weight.Bold if bold else QFont.Weight.Normal))
            painter.setPen(quiet if cancelled or (place == 2 and not here) else text)
            row = QRect(rect.left() + 2, rect.top() + place * line, rect.width() - 4, line)
            shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, row.width())
            painter.drawText(row, Qt.AlignmentFlag.AlignCenter, shown)
        painter.restore()


class PeopleHeader(QHeaderView):
    """Number, name and total of each person."""

    def __init__(self, view: MarkView) -> None:
        super().__init__(Qt.Orientation.Vertical, view)
        self._view = view
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setHighlightSections(False)

    def sizeHint(self) -> QSize:
        # The base class would ask a hundred people for their texts.
        return QSize(max(180, min(380, self._view.width() * 2 // 5)), ROW_HEIGHT)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        model = self.model()
        if not isinstance(model, GridModel) or section >= model.rowCount():
            return
        person, palette = model.board.person(section), self.palette()
        here = self._view.currentIndex().row() == section
        ground = cursor_ground(palette, self._view.hasFocus()) if here else palette.color(QPalette.ColorRole.Base)
        painter.save()
        painter.fillRect(rect, ground)
        draw_below(painter, rect, palette)
        draw_beside(painter, rect, palette)
        if here:
            painter.fillRect(rect.left(), rect.top(), 5, rect.height(), palette.color(QPalette.ColorRole.Highlight))
        digits = painter.fontMetrics().horizontalAdvance("000") + 10
        total = model.person_total(person.person_id)
        wide = painter.fontMetrics().horizontalAdvance(total)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setPen(quiet_colour(palette))
        number = QRect(rect.left() + 4, rect.top(), digits - 6, rect.height())
        painter.drawText(number, middle | Qt.AlignmentFlag.AlignRight, str(person.number))
        painter.drawText(rect.adjusted(0, 0, -8, 0), middle | Qt.AlignmentFlag.AlignRight, total)
        painter.setPen(palette.color(QPalette.ColorRole.Text))
        painter.setFont(larger_font(self.font(), 1.1, QFont.Weight.Medium))
        name = QRect(rect.left() + digits + 8, rect.top(), rect.width() - digits - wide - 28, rect.height())
        hint = "" if model.curtain or not person.hint else f" · {person.hint}"
        shown = painter.fontMetrics().elidedText(
            model.name_of(person) + hint, Qt.TextElideMode.ElideRight, name.width()
        )
        painter.drawText(name, middle | Qt.AlignmentFlag.AlignLeft, shown)
        painter.restore()


class GridView(MarkView):
    """All sessions of a workshop at once."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setItemDelegate(GridDelegate(self))
        self.setHorizontalHeader(SessionsHeader(self))
        self.setVerticalHeader(PeopleHeader(self))
        self.horizontalHeader().setDefaultSectionSize(COLUMN_WIDTH)
        self._fit_rows()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit_rows()

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
