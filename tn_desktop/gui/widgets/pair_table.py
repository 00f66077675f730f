"""Pairs of rows that may be one: + and - say whether they are; Enter opens the first, Shift+Enter the other."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from tn_desktop.gui.widgets.rows_table import RowsTable


class PairTable(RowsTable):
    """Rows of pairs.

    Signals:
        judged(object, str): a pair, and "same" or "different".
        other_opened(object): the second row of a pair is wanted.
    """

    judged = Signal(object, str)
    other_opened = Signal(object)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row: Any = self.current_row()
        verdict = {"+": "same", "-": "different", "−": "different"}.get(event.text())
        if row is not None and verdict is not None:
            self.judged.emit(row, verdict)
        elif (
            row is not None
            and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        ):
            self.other_opened.emit(row)
        else:
            super().keyPressEvent(event)
