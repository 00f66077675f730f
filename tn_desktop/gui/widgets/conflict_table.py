"""The conflicts that wait, one row each: ← keeps what stands, → takes the other value, with Shift all of that field."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from tn_desktop.gui.widgets.rows_table import RowsTable


class ConflictTable(RowsTable):
    """Rows of conflicts.

    Signals:
        decided(object, str, bool): a row, "keep" or "take", and whether all of the same field are meant.
    """

    decided = Signal(object, str, bool)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row: Any = self.current_row()
        choice = {Qt.Key.Key_Left: "keep", Qt.Key.Key_Right: "take"}.get(Qt.Key(event.key()))
        if row is not None and choice is not None:
            self.decided.emit(row, choice, bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        else:
            super().keyPressEvent(event)
