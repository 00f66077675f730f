"""A table of rows in which Space does what is done most often there."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView

from tn_desktop.gui.widgets.rows_table import RowsTable


class KeyedTable(RowsTable):
    """Rows with a key of their own.

    Signals:
        spaced(object): Space on a row.
    """

    spaced = Signal(object)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        editing = self.state() == QAbstractItemView.State.EditingState
        row = self.current_row()
        if event.key() == Qt.Key.Key_Space and row is not None and not editing:
            self.spaced.emit(row)
        else:
            super().keyPressEvent(event)
