"""Painting of rosters and grids: large names, marks by shape, word and colour, a cursor that is seen from afar."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QRegularExpression, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette, QPen, QRegularExpressionValidator
from PySide6.QtWidgets import (
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from tn_desktop.gui.models import roster
from tn_desktop.gui.models.attendance_marks import Index
from tn_desktop.gui.widgets.attendance_words import ORDER, colour_of, draw_mark
from tn_desktop.gui.widgets.look import is_dark, quiet_colour
from tn_desktop.gui.widgets.pictures import Pictures
from tn_desktop.model.vocabulary import ABSENT, CANCELLED, EXCUSED
from tn_desktop.services.rosters import RosterRow

if TYPE_CHECKING:
    from tn_desktop.gui.widgets.attendance_view import MarkView, RosterView

SIGNED: Final = "✎"
"""Stands beside the name of whoever signed a slip."""
SIGNED_ROOM: Final = 22
NAME_SIZE: Final = 1.25
"""Names are larger than other text by this factor."""
PAD: Final = 8
KEPT_CELLS: Final = 200
"""Cells of a grid that are kept as they were painted."""
DIFFERS: Final = "≠"
"""Stands where two lists of one session say different things."""
_LEFT: Final = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT: Final = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


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
    return mixed(base, light, share)


def mixed(ground: QColor, colour: QColor, share: float) -> QColor:
    """A share of a colour on a ground; opaque, since painting what shines through takes many times as long."""
    return QColor.fromRgbF(
        ground.redF() + (colour.redF() - ground.redF()) * share,
        ground.greenF() + (colour.greenF() - ground.greenF()) * share,
        ground.blueF() + (colour.blueF() - ground.blueF()) * share,
    )


@dataclass(frozen=True)
class Inks:
    """Colours and fonts of one palette and font, worked out once: a page of cells asks for them a thousand times."""

    base: QColor
    window: QColor
    text: QColor
    quiet: QColor
    line: QColor
    highlight: QColor
    here: QColor
    here_unfocused: QColor
    statuses: dict[str | None, QColor]
    name: QFont
    status: QFont
    unmarked: QFont


def inks_of(view: QWidget) -> Inks:
    """The colours and fonts of a view as it is now."""
    palette, font = view.palette(), view.font()
    key = (palette.cacheKey(), font.key())
    found = _INKS.get(key)
    if found is None:
        _INKS.clear()
        _INKS[key] = found = _mix(palette, font)
    return found


_INKS: Final[dict[tuple[int, str], Inks]] = {}


def _mix(palette: QPalette, font: QFont) -> Inks:
    role = QPalette.ColorRole
    return Inks(
        palette.color(role.Base),
        palette.color(role.Window),
        palette.color(role.Text),
        quiet_colour(palette),
        _line_colour(palette),
        palette.color(role.Highlight),
        cursor_ground(palette, True),
        cursor_ground(palette, False),
        {status: colour_of(status, palette) for status in ORDER},
        larger_font(font, NAME_SIZE, QFont.Weight.Medium),
        larger_font(font, 1.1, QFont.Weight.DemiBold),
        larger_font(font, 1.1),
    )


def draw_below(painter: QPainter, rect: QRect, palette: QPalette) -> None:
    """The thin line below a row."""
    painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, _line_colour(palette))


def draw_edges(painter: QPainter, rect: QRect, inks: Inks) -> None:
    """The thin lines below a heading and to the right of it."""
    painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, inks.line)
    painter.fillRect(rect.right(), rect.top(), 1, rect.height(), inks.line)


def _line_colour(palette: QPalette) -> QColor:
    return mixed(palette.color(QPalette.ColorRole.Base), palette.color(QPalette.ColorRole.WindowText), 0.14)


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
    """A row of a roster; its view asks for whole rows."""

    def __init__(self, view: "RosterView") -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(80, 34)

    def paint_row(self, painter: QPainter, rect: QRect, row: int) -> None:
        """Paint a whole row, which is far less work than cell by cell."""
        view, model = self._view, self._view.marks
        inks, focused, current = view.inks, view.hasFocus(), row == view.cursor_row
        ground = (inks.here if focused else inks.here_unfocused) if current else inks.base
        person, session = model.board.person(row), model.board.sessions[0].id
        painter.fillRect(rect, ground)
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, inks.line)
        if current:
            thick = 2 if focused else 1
            painter.fillRect(rect.left(), rect.top(), rect.width(), thick, inks.highlight)
            painter.fillRect(rect.left(), rect.bottom() - thick + 1, rect.width(), thick, inks.highlight)
            painter.fillRect(rect.left(), rect.top(), 5, rect.height(), inks.highlight)
        for column in range(roster.COLUMNS):
            if view.isColumnHidden(column):
                continue
            left, width = view.columnViewportPosition(column) + PAD, view.columnWidth(column) - 2 * PAD
            text = QRect(left, rect.top(), width, rect.height())
            if column == roster.NAME:
                self._draw_name(painter, text, inks, person)
            elif column == roster.STATUS:
                self._draw_status(painter, text, inks, person, ground)
                painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
            else:
                painter.setPen(inks.quiet)
                painter.setFont(view.font())
                words = model.text(person, session, column)
                if column == roster.NUMBER:
                    painter.drawText(text, _RIGHT, words)
                else:
                    _draw_elided(painter, text, words)

    def _draw_name(self, painter: QPainter, rect: QRect, inks: Inks, person: RosterRow) -> None:
        model = self._view.marks
        if model.has_signed(person):
            # Whoever has not signed is no worse: the sign is small, and its absence says nothing.
            painter.setPen(inks.quiet)
            painter.setFont(self._view.font())
            painter.drawText(rect, _RIGHT, SIGNED)
            rect = rect.adjusted(0, 0, -SIGNED_ROOM, 0)
        painter.setPen(inks.text)
        painter.setFont(inks.name)
        taken = _draw_elided(painter, rect, model.name_of(person))
        beside = person.hint == person.institution and not self._view.isColumnHidden(roster.INSTITUTION)
        hint = "" if model.curtain or beside else person.hint
        note = " · ".join(part for part in (hint, self.tr("walk-in") if person.walk_in else "") if part)
        left = rect.adjusted(taken + 12, 0, 0, 0)
        if note and left.width() > 24:
            painter.setFont(self._view.font())
            painter.setPen(inks.quiet)
            _draw_elided(painter, left, note)

    def _draw_status(self, painter: QPainter, rect: QRect, inks: Inks, person: RosterRow, ground: QColor) -> None:
        model = self._view.marks
        session = model.board.sessions[0].id
        status, saved = (
            model.board.mark(person.person_id, session).status,
            model.board.is_saved(person.person_id, session),
        )
        colour = inks.statuses[status]
        if model.curtain and status in (EXCUSED, ABSENT):
            # Who did not come, and why, is nobody's business in the room.
            colour, status = inks.quiet, EXCUSED
        side = min(rect.height() - 12, 22)
        box = QRectF(rect.left(), rect.center().y() - side / 2 + 0.5, side, side)
        draw_mark(painter, box, status, colour, ground, saved)
        painter.setFont(inks.status if status else inks.unmarked)
        painter.setPen(colour)
        text = rect.adjusted(side + 10, 0, 0, 0)
        taken = _draw_elided(painter, text, model.mark_text(person.person_id, session))
        if other := model.other_text(person.person_id, session):
            self._draw_other(painter, text.adjusted(taken + 10, 0, 0, 0), inks, other)
        if not saved:
            painter.setBrush(colour)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.drawEllipse(QRectF(text.left() + taken + 8, rect.center().y() - 2.5, 5, 5))

    def _draw_other(self, painter: QPainter, rect: QRect, inks: Inks, other: str) -> None:
        """What the other list of the session says."""
        painter.setPen(inks.text)
        painter.setFont(inks.status)
        taken = _draw_elided(painter, rect, DIFFERS)
        painter.setFont(self._view.font())
        _draw_elided(painter, rect.adjusted(taken + 6, 0, 0, 0), other)


_HERE, _IN_LINE, _APART = range(3)
"""Grounds of a cell: of the cursor's own, of the others in its row and its column, of all others."""


class Cell(NamedTuple):
    """All that is seen of a cell of a grid."""

    status: str | None
    minutes: int | None
    differs: bool
    saved: bool
    cancelled: bool
    here: bool
    ground: int


class GridDelegate(MinutesDelegate):
    """A cell of a grid: the mark alone, since its word stands in the line above for the cell of the cursor.

    Attributes:
        pictures: the cells as they were painted; there are few different ones.
    """

    def __init__(self, view: "MarkView") -> None:
        super().__init__(view)
        self._view = view
        self.pictures = Pictures(view, KEPT_CELLS)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        view, model, row, column = self._view, self._view.marks, index.row(), index.column()
        if row >= len(model.board.visible):
            return
        head, person = model.board.sessions[column], model.board.person(row)
        mark, cancelled = model.board.mark(person.person_id, head.id), head.status == CANCELLED
        in_row, in_column = row == view.cursor_row, column == view.cursor_column
        here = in_row and in_column
        ground = _HERE if here and view.hasFocus() else _IN_LINE if in_row or in_column else _APART
        cell = Cell(
            mark.status,
            mark.minutes,
            bool(mark.differs) and not model.curtain,
            model.board.is_saved(person.person_id, head.id),
            cancelled,
            here,
            ground,
        )
        self.pictures.draw(painter, _rect(option), cell, lambda fresh, rect: self._paint_cell(fresh, rect, cell))

    def _paint_cell(self, painter: QPainter, rect: QRect, cell: Cell) -> None:
        inks = self._view.inks
        apart = inks.window if cell.cancelled else inks.base
        ground = {_HERE: inks.here, _IN_LINE: inks.here_unfocused, _APART: apart}[cell.ground]
        painter.fillRect(rect, ground)
        draw_edges(painter, rect, inks)
        if cell.status:
            colour = inks.quiet if cell.cancelled else inks.statuses[cell.status]
            self._draw_mark(painter, rect, cell, colour, ground)
        if cell.differs:
            painter.setPen(inks.text)
            painter.drawText(
                rect.adjusted(0, 1, -4, 0), Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight, DIFFERS
            )
        if cell.here:
            painter.setPen(QPen(inks.highlight, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(1, 1, -1, -1))

    def _draw_mark(self, painter: QPainter, rect: QRect, cell: Cell, colour: QColor, ground: QColor) -> None:
        side = min(rect.height() - 12, 20)
        minutes = "" if cell.minutes is None else str(cell.minutes)
        wide = QFontMetrics(self._view.font()).horizontalAdvance(minutes) + 4 if minutes else 0
        x = rect.center().x() - (side + wide) / 2 + 0.5
        box = QRectF(x, rect.center().y() - side / 2 + 0.5, side, side)
        draw_mark(painter, box, cell.status, colour, ground, cell.saved)
        if minutes:
            painter.setPen(colour)
            place = QRect(int(x + side + 4), rect.top(), wide, rect.height())
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, minutes)


def _draw_elided(painter: QPainter, rect: QRect, text: str) -> int:
    """Draw one line, shortened where it does not fit; returns the pixels it took."""
    if not text:
        return 0
    metrics = painter.fontMetrics()
    width = metrics.horizontalAdvance(text)
    if width > rect.width():
        text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        width = metrics.horizontalAdvance(text)
    painter.drawText(rect, _LEFT, text)
    return width


def _rect(option: QStyleOptionViewItem) -> QRect:
    rect: QRect = option.rect
    return rect
