"""The blocks of an agenda: a table whose rows are put into another order by keys or by the mouse."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QDragMoveEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from tn_desktop.gui.models.rows import RowsModel
from tn_desktop.gui.widgets.rows_table import RowsTable

Index = QModelIndex | QPersistentModelIndex
STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class AgendaModel(RowsModel):
    """Rows that can be dragged."""

    def flags(self, index: Index) -> Qt.ItemFlag:
        usual = super().flags(index)
        return usual | Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else usual | Qt.ItemFlag.ItemIsDropEnabled

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction


class AgendaTable(RowsTable):
    """Shows an `AgendaModel`. Alt with an arrow moves the row the cursor is on.

    Signals:
        stepped(object, int): a row shall go so many places down (up below 0).
        dropped(object, int): a row shall stand at that place.
    """

    stepped = Signal(object, int)
    dropped = Signal(object, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDragDropOverwriteMode(False)
        self.setDropIndicatorShown(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """As in every table of rows, and Alt with an arrow."""
        row = self.current_row()
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() in STEPS and row is not None:
            self.stepped.emit(row, STEPS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Only rows of this table, and only between two others or after the last."""
        super().dragMoveEvent(event)
        if event.source() is self:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell where the row shall stand; it does when it has been stored and read again."""
        row = self.current_row()
        if event.source() is not self or row is None:
            event.ignore()
            return
        place, before = self.place_at(event.position().toPoint()), self.currentIndex().row()
        event.setDropAction(Qt.DropAction.IgnoreAction)  # the view shall not take the row out itself
        event.accept()
        # Without the row itself all that follow it stand one place higher.
        target = place - 1 if place > before else place
        if target != before:
            self.dropped.emit(row, target)

    def place_at(self, point: QPoint) -> int:
        """Before which row something dropped there comes; the number of rows behind the last."""
        index = self.indexAt(point)
        if not index.isValid():
            return self.rows_model.rowCount()
        middle = self.visualRect(index).center().y()
        return index.row() + (1 if point.y() > middle else 0)
