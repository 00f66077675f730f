"""Painting of rosters and grids: large names, marks by shape, word and colour, a cursor that is seen from afar."""

from typing import Any, Final, cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QRegularExpression, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette, QPen, QRegularExpressionValidator
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from tn_desktop.gui.models import roster
from tn_desktop.gui.models.attendance_board import Mark
from tn_desktop.gui.models.attendance_marks import MARK_ROLE, PERSON_ROLE, SAVED_ROLE, Index
from tn_desktop.gui.widgets.attendance_words import colour_of, draw_mark
from tn_desktop.gui.widgets.look import is_dark, quiet_colour
from tn_desktop.model.vocabulary import ABSENT, CANCELLED, EXCUSED

NAME_SIZE: Final = 1.25
"""Names are larger than other text by this factor."""
PAD: Final = 8


def larger_font(font: QFont, by: float, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """The font larger by a factor."""
    made = QFont(font)
    made.setPointSizeF(font.pointSizeF() * by)
    made.setWeight(weight)
    return made


def cursor_ground(palette: QPalette, focused: bool) -> QColor:
    """The ground of the cursor's row: the highlight, so thin that every mark's colour stays readable on it."""
    base, light = palette.color(QPalette.ColorRole.Base), palette.color(QPalette.ColorRole.Highlight)
    share = (0.30 if is_dark(palette) else 0.16) if focused else 0.07
    return QColor.fromRgbF(
        base.redF() + (light.redF() - base.redF()) * share,
        base.greenF() + (light.greenF() - base.greenF()) * share,
        base.blueF() + (light.blueF() - base.blueF()) * share,
    )


def line_colour(palette: QPalette) -> QColor:
    """Thin lines between rows."""
    colour = QColor(palette.color(QPalette.ColorRole.WindowText))
    colour.setAlphaF(0.14)
    return colour


class MinutesDelegate(QStyledItemDelegate):
    """The field for how late somebody came."""

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = QLineEdit(parent)
        # Empty is right as well: nobody wrote the minutes down.
        editor.setValidator(QRegularExpressionValidator(QRegularExpression("[0-9]{0,3}"), editor))
        editor.setPlaceholderText(self.tr("minutes late"))
        editor.setAccessibleName(self.tr("Minutes late"))
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        assert isinstance(editor, QLineEdit)
        # The view fills the field again when a mark arrives on the disk; what is being typed stays.
        if editor.isModified():
            return
        minutes = index.data(Qt.ItemDataRole.EditRole)
        editor.setText("" if minutes is None else str(minutes))
        editor.selectAll()

    def setModelData(self, editor: QWidget, model: Any, index: Index) -> None:
        assert isinstance(editor, QLineEdit)
        text = editor.text().strip()
        model.setData(index, int(text) if text else None, Qt.ItemDataRole.EditRole)


class RosterDelegate(MinutesDelegate):
    """A row of a roster."""

    def __init__(self, view: QTableView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(80, 34)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        palette, rect, focused = self._view.palette(), _rect(option), self._view.hasFocus()
        current = index.row() == self._view.currentIndex().row()
        ground = cursor_ground(palette, focused) if current else palette.color(QPalette.ColorRole.Base)
        painter.save()
        painter.fillRect(rect, ground)
        painter.setPen(line_colour(palette))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if current:
            self._draw_cursor(painter, rect, palette, index)
        text = rect.adjusted(PAD, 0, -PAD, 0)
        match index.column():
            case roster.NUMBER:
                painter.setPen(quiet_colour(palette))
                painter.drawText(text, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, _text(index))
            case roster.NAME:
                self._draw_name(painter, text, palette, index)
            case roster.STATUS:
                self._draw_status(painter, text, palette, index, ground)
            case _:
                painter.setPen(quiet_colour(palette))
                _draw_elided(painter, text, _text(index))
        painter.restore()

    def _draw_cursor(self, painter: QPainter, rect: QRect, palette: QPalette, index: Index) -> None:
        pen = QPen(palette.color(QPalette.ColorRole.Highlight), 2 if self._view.hasFocus() else 1)
        painter.setPen(pen)
        painter.drawLine(rect.left(), rect.top() + 1, rect.right(), rect.top() + 1)
        painter.drawLine(rect.left(), rect.bottom() - 1, rect.right(), rect.bottom() - 1)
        if index.column() == roster.NUMBER:
            painter.fillRect(rect.left(), rect.top(), 5, rect.height(), palette.color(QPalette.ColorRole.Highlight))

    def _draw_name(self, painter: QPainter, rect: QRect, palette: QPalette, index: Index) -> None:
        person = index.data(PERSON_ROLE)
        painter.setPen(palette.color(QPalette.ColorRole.Text))
        painter.setFont(larger_font(self._view.font(), NAME_SIZE, QFont.Weight.Medium))
        taken = _draw_elided(painter, rect, _text(index))
        model: Any = index.model()
        beside = person.hint == person.institution and not self._view.isColumnHidden(roster.INSTITUTION)
        hint = "" if model.curtain or beside else person.hint
        note = " · ".join(part for part in (hint, self.tr("walk-in") if person.walk_in else "") if part)
        left = rect.adjusted(taken + 12, 0, 0, 0)
        if note and left.width() > 24:
            painter.setFont(self._view.font())
            painter.setPen(quiet_colour(palette))
            _draw_elided(painter, left, note)

    def _draw_status(self, painter: QPainter, rect: QRect, palette: QPalette, index: Index, ground: QColor) -> None:
        mark, saved = index.data(MARK_ROLE), index.data(SAVED_ROLE)
        assert isinstance(mark, Mark)
        colour, status, model = colour_of(mark.status, palette), mark.status, cast(Any, index.model())
        if model.curtain and status in (EXCUSED, ABSENT):
            # Who did not come, and why, is nobody's business in the room.
            colour, status = quiet_colour(palette), EXCUSED
        side = min(rect.height() - 12, 22)
        box = QRectF(rect.left(), rect.center().y() - side / 2 + 0.5, side, side)
        draw_mark(painter, box, status, colour, ground, saved)
        font = larger_font(self._view.font(), 1.1, QFont.Weight.DemiBold if mark.status else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(colour)
        words = _text(index)
        text = rect.adjusted(side + 10, 0, 0, 0)
        taken = _draw_elided(painter, text, words)
        if not saved:
            painter.setBrush(colour)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.drawEllipse(QRectF(text.left() + taken + 8, rect.center().y() - 2.5, 5, 5))


class GridDelegate(MinutesDelegate):
    """A cell of a grid: the mark alone, since its word stands in the line above for the cell of the cursor."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        palette, rect = self._view.palette(), _rect(option)
        here = self._view.currentIndex()
        mark, saved = index.data(MARK_ROLE), index.data(SAVED_ROLE)
        model: Any = index.model()
        cancelled = model.head_at(index.column()).status == CANCELLED
        ground = palette.color(QPalette.ColorRole.Window if cancelled else QPalette.ColorRole.Base)
        if index.row() == here.row() or index.column() == here.column():
            ground = cursor_ground(palette, False)
        if index.row() == here.row() and index.column() == here.column():
            ground = cursor_ground(palette, self._view.hasFocus())
        painter.save()
        painter.fillRect(rect, ground)
        painter.setPen(line_colour(palette))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.drawLine(rect.topRight(), rect.bottomRight())
        if mark.status:
            self._draw_mark(painter, rect, palette, mark, ground, saved, cancelled)
        if index.row() == here.row() and index.column() == here.column():
            painter.setPen(QPen(palette.color(QPalette.ColorRole.Highlight), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(1, 1, -1, -1))
        painter.restore()

    def _draw_mark(
        self, painter: QPainter, rect: QRect, palette: QPalette, mark: Mark, ground: QColor, saved: bool, quiet: bool
    ) -> None:
        colour = quiet_colour(palette) if quiet else colour_of(mark.status, palette)
        side = min(rect.height() - 12, 20)
        minutes = "" if mark.minutes is None else str(mark.minutes)
        wide = QFontMetrics(self._view.font()).horizontalAdvance(minutes) + 4 if minutes else 0
        x = rect.center().x() - (side + wide) / 2 + 0.5
        draw_mark(
            painter, QRectF(x, rect.center().y() - side / 2 + 0.5, side, side), mark.status, colour, ground, saved
        )
        if minutes:
            painter.setPen(colour)
            place = QRect(int(x + side + 4), rect.top(), wide, rect.height())
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, minutes)


def _draw_elided(painter: QPainter, rect: QRect, text: str) -> int:
    """Draw one line, shortened where it does not fit; returns the pixels it took."""
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
    return painter.fontMetrics().horizontalAdvance(shown)


def _text(index: Index) -> str:
    return str(index.data(Qt.ItemDataRole.DisplayRole) or "")


def _rect(option: QStyleOptionViewItem) -> QRect:
    rect: QRect = option.rect
    return rect
