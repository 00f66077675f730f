"""The table of a long list: rows of one height, keys that open, remove and search, sorting by the model."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyle, QWidget

from tn_desktop.gui.models.headings import heading as heading_of
from tn_desktop.gui.models.paged import Column, PagedModel
from tn_desktop.gui.widgets.line_painter import LineView
from tn_desktop.gui.widgets.look import text_width
from tn_desktop.gui.widgets.number_gap import NumberGap

ROW_PADDING = 12
CELL_PADDING = 16
HEADING_PADDING = 12
NARROW = 14
"""Letters: columns up to that wide keep their width, wider ones share the room that is left."""


class ListTable(LineView):
    """Shows a `PagedModel`; never asks it for all its rows.

    Signals:
        opened: Enter, F2 or a double click on a row.
        removed: Del on a row.
        typed(str): a letter was typed, which begins a search.
        sorted(str, bool): a heading was clicked: sort name and whether its order is turned round.
    """

    opened = Signal()
    removed = Signal()
    typed = Signal(str)
    sorted = Signal(str, bool)

    def __init__(self, model: PagedModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._paged = model
        self._own_widths = False
        self._sharing = False
        self._order = (-1, Qt.SortOrder.AscendingOrder)
        self.setModel(model)
        self.show_lines(model)
        self.setItemDelegate(NumberGap(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setCornerButtonEnabled(False)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(self.fontMetrics().height() + ROW_PADDING)
        heading = self.horizontalHeader()
        heading.setHighlightSections(False)
        heading.setSectionsClickable(True)
        heading.setStretchLastSection(True)
        heading.setSortIndicatorShown(True)
        heading.sectionClicked.connect(self._on_heading_clicked)
        heading.sectionResized.connect(self._on_section_resized)
        self.doubleClicked.connect(lambda _index: self.opened.emit())

    def set_widths(self, widths: Sequence[int]) -> None:
        """Set the columns' widths in pixels; without any they fill the table, whatever its width."""
        self._own_widths = len(widths) == self._paged.columnCount()
        for number, width in enumerate(widths if self._own_widths else ()):
            self.setColumnWidth(number, width)
        self._share_room()

    def widths(self) -> list[int]:
        """The widths that were chosen by hand; none while the columns fill the table by themselves."""
        if not self._own_widths:
            return []
        return [self._held(number) for number in range(self._paged.columnCount())]

    def _held(self, number: int) -> int:
        return self.columnWidth(number) or self._least(self._paged.column(number))

    def _share_room(self) -> None:
        if self._own_widths:
            return
        self._sharing = True
        room = self.viewport().width()
        columns = [self._paged.column(number) for number in range(self._paged.columnCount())]
        shown = self._fitting(columns, room)
        # What is left beyond what each needs goes to the wide ones.
        left = max(0, room - sum(self._least(column) for column in shown))
        wide = sum(column.width for column in shown if column.width > NARROW)
        for number, column in enumerate(columns):
            self.setColumnHidden(number, column not in shown)
            if column in shown:
                shared = left * column.width // wide if column.width > NARROW else 0
                self.setColumnWidth(number, self._least(column) + shared)
        self._sharing = False

    def _fitting(self, columns: Sequence[Column], room: int) -> list[Column]:
        """The columns for which there is room; the least needed ones are left out."""
        shown = list(columns)
        while sum(self._least(column) for column in shown) > room and any(column.spare for column in shown):
            shown.remove(max(shown, key=lambda column: column.spare))
        return shown

    def _least(self, column: Column) -> int:
        """What a column needs: its heading and the order's arrow, and of a wide one the beginning of its text."""
        heading = self.horizontalHeader()
        arrow = heading.style().pixelMetric(QStyle.PixelMetric.PM_HeaderMarkSize, None, heading)
        title = heading.fontMetrics().horizontalAdvance(heading_of(column.title, column.alignment))
        title += (arrow if column.sort else 0) + HEADING_PADDING
        return max(text_width(self, min(column.width, column.least)) + CELL_PADDING, title)

    def _on_section_resized(self, number: int, before: int, after: int) -> None:
        """A heading's edge was dragged: from then on the widths are hers, not ours."""
        hidden_or_back = 0 in (before, after)
        if not self._sharing and not hidden_or_back and number != self._last_shown():
            self._own_widths = True

    def _last_shown(self) -> int:
        """The last column that is not left out; it takes by itself what room there is."""
        return max((n for n in range(self._paged.columnCount()) if not self.isColumnHidden(n)), default=-1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()

    def show_order(self, sort: str, descending: bool) -> None:
        """Show in the headings by what the list is sorted."""
        for number in range(self._paged.columnCount()):
            column = self._paged.column(number)
            if column.sort and (column.sort == sort or not sort):
                turned = descending != column.newest_first
                self._show_indicator(number, turned)
                return

    def _show_indicator(self, number: int, descending: bool) -> None:
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        self._order = (number, order)
        self.horizontalHeader().setSortIndicator(number, order)

    def _on_heading_clicked(self, number: int) -> None:
        column = self._paged.column(number)
        if not column.sort:
            self.horizontalHeader().setSortIndicator(*self._order)
            return
        same = number == self._order[0]
        descending = (self._order[1] == Qt.SortOrder.AscendingOrder) if same else column.newest_first
        self._show_indicator(number, descending)
        self.sorted.emit(column.sort, descending != column.newest_first)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that belong to a row; a letter begins a search, for the view's own would walk every row."""
        key = event.key()
        plain = not event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        text = event.text()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2) and self.currentIndex().isValid():
            self.opened.emit()
        elif key == Qt.Key.Key_Delete and self.currentIndex().isValid():
            self.removed.emit()
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and plain and self._paged.rowCount():
            # First and last row; the columns of a row are no places to go to.
            row = 0 if key == Qt.Key.Key_Home else self._paged.rowCount() - 1
            self.setCurrentIndex(self._paged.index(row, 0))
        elif key == Qt.Key.Key_Escape:
            event.ignore()
        elif plain and text and text.isprintable() and not text.isspace():
            self.typed.emit(text)
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters go to the search field (see `keyPressEvent`)."""

    def sizeHintForColumn(self, column: int) -> int:
        """Of the loaded rows on screen only: the view's own looks at many."""
        widest = 0
        for row in range(max(0, self.rowAt(0)), max(0, self.rowAt(self.viewport().height() - 1)) + 1):
            index: QModelIndex | QPersistentModelIndex = self.model().index(row, column)
            widest = max(widest, self.fontMetrics().horizontalAdvance(str(index.data() or "")) + 16)
        return widest
