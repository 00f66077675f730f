"""Leaves a gap behind numbers that are set to the right, so that they do not run into the next column."""

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from tn_desktop.gui.models.headings import GAP


class NumberGap(QStyledItemDelegate):
    """Paints cells as Qt does, numbers with their gap; what a cell says is not touched."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """What is painted of a cell."""
        super().initStyleOption(option, index)
        shown: Any = option
        if shown.displayAlignment & Qt.AlignmentFlag.AlignRight and shown.text:
            shown.text += GAP
