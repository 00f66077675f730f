"""Sessions as Today shows them: large rows under a few headings."""

from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from tn_desktop.gui.widgets.look import good_colour, quiet_colour, wrong_colour

Index = QModelIndex | QPersistentModelIndex
LINE_ROLE: Final = Qt.ItemDataRole.UserRole + 1
ROW, HEADING = 60, 40
TIME_WIDTH = 108
_NO_INDEX: Final = QModelIndex()


@dataclass(frozen=True)
class Line:
    """One row: a session, or the heading of some (then `session` is 0).

    Attributes:
        when: large on the left: the time today, the date on other days.
        title, more: the two lines beside it.
        state: a mark and a word, such as "✔ 24 marked".
        tone: colour of the state: good, wrong or quiet.
    """

    title: str
    session: int = 0
    workshop: int = 0
    when: str = ""
    under_when: str = ""
    more: str = ""
    state: str = ""
    tone: str = "quiet"


class SessionLines(QAbstractListModel):
    """The lines; replaced as a whole, since there are few."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[Line, ...] = ()

    def show(self, lines: tuple[Line, ...]) -> None:
        """Show other lines; equal ones change nothing."""
        if lines != self._lines:
            self.beginResetModel()
            self._lines = lines
            self.endResetModel()

    def line(self, row: int) -> Line | None:
        """The line of a row number."""
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def row_of(self, session: int) -> int:
        """The row number of a session, -1 if it is not shown."""
        return next((row for row, line in enumerate(self._lines) if line.session == session and session), -1)

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self.line(index.row())
        if line is None:
            return None
        if role == LINE_ROLE:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return line.title
        if role == Qt.ItemDataRole.ToolTipRole:
            return line.more or None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (line.when, line.under_when, line.title, line.more, line.state) if part)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        line = self.line(index.row()) if index.isValid() else None
        if line is None:
            return Qt.ItemFlag.NoItemFlags
        if not line.session:
            return Qt.ItemFlag.ItemNeverHasChildren
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren


class LinePainter(QStyledItemDelegate):
    """Paints a line: when, what and where, and how it stands."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        line: Line | None = index.data(LINE_ROLE)
        scale = max(1.0, option.fontMetrics.height() / 16)
        return QSize(200, round((ROW if line and line.session else HEADING) * scale))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the row with the style's own background and focus."""
        line: Line | None = index.data(LINE_ROLE)
        if line is None:
            return
        styled: Any = QStyleOptionViewItem(option)
        self.initStyleOption(styled, index)
        styled.text = ""
        styled.widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, styled, painter, styled.widget)
        painter.save()
        if line.session:
            self._paint_session(painter, styled, line)
        else:
            self._paint_heading(painter, styled, line)
        painter.restore()

    def _paint_heading(self, painter: QPainter, option: Any, line: Line) -> None:
        painter.setFont(_bold(option.font))
        painter.setPen(quiet_colour())
        area = option.rect.adjusted(12, 0, -12, -6)
        painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, line.title)

    def _paint_session(self, painter: QPainter, option: Any, line: Line) -> None:
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        role = QPalette.ColorRole.HighlightedText if chosen else QPalette.ColorRole.Text
        text = option.palette.color(role)
        quiet = text if chosen else quiet_colour()
        tone = text if chosen else {"good": good_colour, "wrong": wrong_colour, "quiet": quiet_colour}[line.tone]()
        area: QRect = option.rect.adjusted(12, 8, -12, -8)
        half = area.height() // 2
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        bold = _bold(option.font)
        state_width = QFontMetrics(option.font).horizontalAdvance(line.state) + 16
        middle = QRect(area.left() + TIME_WIDTH, area.top(), area.width() - TIME_WIDTH - state_width, half)
        for font, colour, place, words in (
            (bold, text, QRect(area.left(), area.top(), TIME_WIDTH, half), line.when),
            (option.font, quiet, QRect(area.left(), area.top() + half, TIME_WIDTH, half), line.under_when),
            (bold, text, middle, line.title),
            (option.font, quiet, middle.translated(0, half), line.more),
        ):
            painter.setFont(font)
            painter.setPen(colour)
            shown = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, place.width() - 8)
            painter.drawText(place, left, shown)
        painter.setFont(option.font)
        painter.setPen(tone)
        painter.drawText(area, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, line.state)


def _bold(font: QFont) -> QFont:
    made = QFont(font)
    made.setWeight(QFont.Weight.DemiBold)
    return made


class SessionList(QListView):
    """The list itself.

    Signals:
        opened: Enter or a double click on a session.
        moved: another session is chosen, or none.
    """

    opened = Signal()
    moved = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = SessionLines(self)
        self.setModel(self.lines)
        self.setItemDelegate(LinePainter(self))
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.doubleClicked.connect(lambda _index: self.opened.emit())
        self.selectionModel().currentChanged.connect(lambda *_indexes: self.moved.emit())

    def current(self) -> Line | None:
        """The chosen session."""
        line = self.lines.line(self.currentIndex().row())
        return line if line is not None and line.session else None

    def show_lines(self, lines: tuple[Line, ...]) -> None:
        """Show other lines; the chosen session stays chosen, else the first is."""
        held = self.current()
        self.lines.show(lines)
        row = self.lines.row_of(held.session) if held else -1
        if row < 0:
            row = next((place for place, line in enumerate(lines) if line.session), -1)
        if row >= 0:
            self.setCurrentIndex(self.lines.index(row, 0))
        self.moved.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current() is not None:
            self.opened.emit()
        else:
            super().keyPressEvent(event)
