"""Paints a cell of a long list: one line of text, quickly."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

MARGIN = 4
"""Pixels beside the text, about what Qt's styles leave there."""
_SPECIAL = QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_HasFocus | QStyle.StateFlag.State_MouseOver


class LineDelegate(QStyledItemDelegate):
    """Draws plain cells as text alone and leaves the chosen, focused or hovered row to the style.

    Qt's own delegate asks the model for nine roles a cell and lays each text out anew, which takes most of the time
    in which a list is scrolled; of a list of plain lines only text and alignment are needed.
    """

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        if option.state & _SPECIAL:
            super().paint(painter, option, index)
            return
        text = index.data()
        if not text:
            return
        room = option.rect.adjusted(MARGIN, 0, -MARGIN, 0)
        painter.setPen(option.palette.color(QPalette.ColorRole.Text))
        painter.setFont(option.font)
        shown = option.fontMetrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, index.data(Qt.ItemDataRole.TextAlignmentRole) | Qt.TextFlag.TextSingleLine, shown)
