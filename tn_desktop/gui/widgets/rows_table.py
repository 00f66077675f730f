"""The table of a few rows (members, sessions, contacts …): keys that open, edit and remove; the place is kept."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QStyleOptionViewItem,
    QWidget,
)

from tn_desktop.gui.models.rows import Cell, RowsModel
from tn_desktop.gui.widgets.line_painter import LineView
from tn_desktop.gui.widgets.look import text_width
from tn_desktop.gui.widgets.number_gap import NumberGap

ROW_PADDING = 12
CELL_PADDING = 14
WRAPPED_PADDING = 6
Index = QModelIndex | QPersistentModelIndex


class WordChoice(QComboBox):
    """The words of a cell; ↑ and ↓ go through them, Enter or a click takes one.

    Signals:
        taken: a word was clicked.
    """

    taken = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._by_key = False
        self.activated.connect(self._on_activated)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._by_key = True
        super().keyPressEvent(event)
        self._by_key = False

    def _on_activated(self) -> None:
        # Going through the words by keys is not yet a choice.
        if not self._by_key:
            self.taken.emit()


class CellDelegate(NumberGap):
    """Edits a cell with a line, or with a list of words where the column has choices."""

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        model = index.model()
        assert isinstance(model, RowsModel)
        cell = model.cells[index.column()]
        if not cell.choices:
            line: QWidget = super().createEditor(parent, option, index)
            line.setAccessibleName(cell.title)
            return line
        combo = WordChoice(parent)
        combo.setAccessibleName(cell.title)
        for value, word in cell.choices:
            combo.addItem(word, value)
        combo.taken.connect(lambda: self._chosen(combo))
        return combo

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(max(0, editor.findData(index.data(Qt.ItemDataRole.EditRole))))
        else:
            super().setEditorData(editor, index)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentData())
        else:
            super().setModelData(editor, model, index)

    def _chosen(self, combo: QComboBox) -> None:
        self.commitData.emit(combo)
        self.closeEditor.emit(combo, QAbstractItemDelegate.EndEditHint.NoHint)


class RowsTable(LineView):
    """Shows a `RowsModel`; give it with `set_rows_model`.

    Attributes:
        empty_text: what stands here while there is no row.

    Signals:
        opened(object): Enter or a double click on a row.
        removed(object): Del: the chosen rows.
    """

    opened = Signal(object)
    removed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.empty_text = ""
        self._kept: int | None = None
        self._kept_column = 0
        self._kept_number = 0
        self._awaited: tuple[int, int] | None = None
        self._waiting: tuple[Any, ...] | None = None
        self.setItemDelegate(CellDelegate(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
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
        heading.setSectionsClickable(False)
        self.doubleClicked.connect(lambda _index: self._open())

    def set_rows_model(self, model: RowsModel) -> None:
        """Show these rows; the row that is chosen is found again after they were read anew."""
        self.setModel(model)
        self.show_lines(model)
        model.modelAboutToBeReset.connect(self._keep_place)
        model.modelReset.connect(self._after_reset)
        self._fit()

    def wrap(self) -> None:
        """Texts go on in a second line where they are too long for one; `fit_rows` makes room for it."""
        self.setWordWrap(True)
        self.as_lines = False

    def fit_rows(self) -> None:
        """Make each row as high as its texts are."""
        self.resizeRowsToContents()
        for row in range(self.rows_model.rowCount()):
            self.setRowHeight(row, self.rowHeight(row) + WRAPPED_PADDING)

    def show_rows(self, rows: Sequence[Any]) -> None:
        """Show other rows; while a cell is being edited they wait until it is left."""
        if self.state() == QAbstractItemView.State.EditingState:
            self._waiting = tuple(rows)
        else:
            self.rows_model.set_rows(rows)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        super().closeEditor(editor, hint)
        if self._waiting is not None and self.state() != QAbstractItemView.State.EditingState:
            rows, self._waiting = self._waiting, None
            self.rows_model.set_rows(rows)

    @property
    def rows_model(self) -> RowsModel:
        """The rows."""
        model = self.model()
        assert isinstance(model, RowsModel)
        return model

    def current_row(self) -> Any | None:
        """The row object the cursor is on."""
        index = self.currentIndex()
        return self.rows_model.rows[index.row()] if index.isValid() else None

    def chosen_rows(self) -> tuple[Any, ...]:
        """The row objects that are selected, in their order."""
        numbers = sorted(index.row() for index in self.selectionModel().selectedRows())
        return tuple(self.rows_model.rows[number] for number in numbers)

    def choose(self, key: int, column: int = 0) -> bool:
        """Put the cursor on the row with that id; False if it is not there (it is chosen when it comes)."""
        place = self.rows_model.place_of(key)
        if place is None:
            self._awaited = (key, column)
            return False
        self._select(self.rows_model.index(place, column))
        return True

    def edit_cell(self, name: str) -> None:
        """Begin to edit the named cell of the current row."""
        column = next(number for number, cell in enumerate(self.rows_model.cells) if cell.name == name)
        index = self.rows_model.index(self.currentIndex().row(), column)
        self.setColumnHidden(column, False)
        self.setCurrentIndex(index)
        self.edit(index)

    def retry(self, key: int, name: str, typed: Any) -> None:
        """Edit a cell again with what was typed and not accepted."""
        place = self.rows_model.place_of(key)
        if place is None:
            return
        self.setCurrentIndex(self.rows_model.index(place, 0))
        self.edit_cell(name)
        line = self.indexWidget(self.currentIndex())
        if isinstance(line, QLineEdit):
            line.setText(str(typed))
            line.setModified(True)
            line.selectAll()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.empty_text and not self.rows_model.rowCount():
            painter = QPainter(self.viewport())
            painter.setPen(self.palette().color(QPalette.ColorRole.Text))
            room = self.viewport().rect().adjusted(24, 16, -24, -16)
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self.empty_text)
            painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, F2 edits, Del removes; Esc is the pane's."""
        key, valid = event.key(), self.currentIndex().isValid()
        if self.state() == QAbstractItemView.State.EditingState:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and valid:
            self._open()
        elif key == Qt.Key.Key_F2 and valid:
            self._edit_here()
        elif key == Qt.Key.Key_Delete and valid:
            self.removed.emit(self.chosen_rows())
        elif key == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: Any) -> None:
        """Whoever comes here by Tab stands on a row."""
        super().focusInEvent(event)
        if self.rows_model.rowCount() and not self.selectionModel().hasSelection():
            # Qt itself has put the cursor on a cell by now, but chosen no row.
            self.selectRow(max(0, self.currentIndex().row()))

    def _open(self) -> None:
        row = self.current_row()
        if row is not None:
            self.opened.emit(row)

    def _edit_here(self) -> None:
        """Edit the current cell, or the first one of the row that can be edited."""
        index = self.currentIndex()
        cells = self.rows_model.cells
        if cells[index.column()].edit is None:
            first = next((number for number, cell in enumerate(cells) if cell.edit is not None), None)
            if first is None:
                return
            index = self.rows_model.index(index.row(), first)
            self.setCurrentIndex(index)
        self.edit(index)

    def _keep_place(self) -> None:
        row = self.current_row()
        if row is not None:
            self._kept = self.rows_model.id_of(row)
            self._kept_column = self.currentIndex().column()
        self._kept_number = self.currentIndex().row()

    def _after_reset(self) -> None:
        self._fit()
        if self._awaited is not None:
            key, column = self._awaited
            if self.rows_model.place_of(key) is not None:
                self._awaited = None
                self.choose(key, column)
                return
        if self._kept is None or not self.rows_model.rowCount():
            return
        place = self.rows_model.place_of(self._kept)
        if place is None:
            # It is gone: its neighbour takes its place.
            place = min(max(0, self._kept_number), self.rows_model.rowCount() - 1)
        self._select(self.rows_model.index(place, min(self._kept_column, self.rows_model.columnCount() - 1)))

    def _select(self, index: QModelIndex) -> None:
        """Put the cursor on a row and select it alone, also while Ctrl or Shift is held for another reason."""
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if isinstance(self.model(), RowsModel):
            self._show_fitting()

    def _show_fitting(self) -> None:
        """Leave out the columns one can do without where there is no room for them."""
        cells = self.rows_model.cells
        shown, room = list(cells), self.viewport().width()
        while sum(self._least(cell) for cell in shown) > room and any(cell.spare for cell in shown):
            shown.remove(max(shown, key=lambda cell: cell.spare))
        for number, cell in enumerate(cells):
            self.setColumnHidden(number, cell not in shown)
        # Where the column that grows is left out, the last one takes the room.
        self.horizontalHeader().setStretchLastSection(not any(cell.grows for cell in shown))

    def _least(self, cell: Cell) -> int:
        """What a column needs: its heading and its text, and of one that grows the beginning of its text."""
        title = self.horizontalHeader().fontMetrics().horizontalAdvance(cell.title)
        return max(text_width(self, min(cell.width, cell.least) if cell.grows else cell.width), title) + CELL_PADDING

    def _fit(self) -> None:
        heading = self.horizontalHeader()
        for number, cell in enumerate(self.rows_model.cells):
            if cell.grows:
                heading.setSectionResizeMode(number, QHeaderView.ResizeMode.Stretch)
            else:
                heading.setSectionResizeMode(number, QHeaderView.ResizeMode.Interactive)
                self.setColumnWidth(number, self._least(cell))
        self._show_fitting()
