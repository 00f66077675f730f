"""The table in which attendance is taken: it reads keys and input methods as wishes."""

from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from tn_desktop.gui.models import roster
from tn_desktop.gui.models.attendance_marks import Index, MarksModel
from tn_desktop.gui.widgets.attendance_delegate import NAME_SIZE, RosterDelegate, inks_of, larger_font
from tn_desktop.gui.widgets.attendance_keys import KeyWishes
from tn_desktop.gui.widgets.pictures import Pictures

ROW_HEIGHT = 34
"""Pixels; more where the letters are larger."""
KEPT_ROWS: Final = 40
"""Rows of a roster that are kept as they were painted: those on a screen, each as it is and under the cursor."""


class MarkView(KeyWishes, QTableView):
    """A table whose keys are wishes.

    Attributes:
        inks: colours and fonts to paint with.
        cursor_row, cursor_column: where the cursor is, -1 where there is none.

    Signals:
        wished(Wish): a key, or text from an input method, asks for something.
        composing(str): an input method holds these letters, not yet given.
    """

    wished = Signal(object)
    composing = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_Hover, False)
        self.inks = inks_of(self)
        self.cursor_row = self.cursor_column = -1

    @property
    def marks(self) -> MarksModel:
        """The model, as what it is."""
        model = self.model()
        assert isinstance(model, MarksModel)
        return model

    def place_cursor(self, row: int, column: int) -> None:
        """Put the cursor there, as far as there are rows."""
        row = max(0, min(row, self.model().rowCount() - 1))
        index = self.model().index(row, column)
        self.setCurrentIndex(index)
        if index.isValid():
            self.scrollTo(index)

    def rows_a_page(self) -> int:
        """How many rows are seen at once."""
        height = self.verticalHeader().defaultSectionSize()
        return max(1, self.viewport().height() // height - 1)

    def edit_minutes(self, index: QModelIndex) -> bool:
        """Open the field for how late somebody came; False if she is not late."""
        if not self.marks.is_late(index):
            return False
        self.setCurrentIndex(index)
        self.edit(index)
        return True

    @property
    def editing(self) -> bool:
        """Whether the field for the minutes is open."""
        return self.state() == QAbstractItemView.State.EditingState

    def paintEvent(self, event: QPaintEvent) -> None:
        self.inks = inks_of(self)
        super().paintEvent(event)

    def keys_are_elsewhere(self) -> bool:
        return self.editing

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        # The base class turns input methods off where a cell cannot be edited.
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, True)
        self.cursor_row, self.cursor_column = current.row(), current.column()
        self.show_cursor(previous, current)

    def show_cursor(self, before: Index, now: Index) -> None:
        """Paint what the cursor left and where it is now, and nothing else."""
        for index in (before, now):
            if index.isValid():
                top = self.rowViewportPosition(index.row())
                self.viewport().update(0, top, self.viewport().width(), self.rowHeight(index.row()))

    def focusInEvent(self, event: object) -> None:
        super().focusInEvent(event)  # type: ignore[arg-type]
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, True)
        self.viewport().update()

    def focusOutEvent(self, event: object) -> None:
        super().focusOutEvent(event)  # type: ignore[arg-type]
        self.viewport().update()


class RosterView(MarkView):
    """The roster of one session; columns that do not fit drop out, the name and the status never.

    Attributes:
        pictures: the rows as they were painted.
    """

    NO_SUBJECT, NO_INSTITUTION, NO_MODE = 880, 700, 500
    """Widths in pixels below which a column drops out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = RosterDelegate(self)
        self.pictures = Pictures(self, KEPT_ROWS)
        self.setItemDelegate(self._rows)
        self.setAlternatingRowColors(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        head = self.horizontalHeader()
        head.setVisible(False)
        head.setMinimumSectionSize(20)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows = self.verticalHeader()
        rows.setVisible(False)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._fit_rows()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit_rows()
        if event.type() == QEvent.Type.LanguageChange:
            self.fit_columns()

    @property
    def marks(self) -> roster.RosterModel:
        model = self.model()
        assert isinstance(model, roster.RosterModel)
        return model

    def paintEvent(self, event: QPaintEvent) -> None:
        """Row by row, each as it was painted before where nothing of it changed: a mark moves them all up."""
        self.inks = inks_of(self)
        model, wide, around = self.marks, self.viewport().width(), event.region().boundingRect()
        first, last = self.rowAt(around.top()), self.rowAt(around.bottom())
        if first < 0 or not model.board.sessions:
            return
        widths = tuple(self.columnWidth(column) for column in range(roster.COLUMNS))
        self.pictures.begin(widths, model.curtain)
        painter = QPainter(self.viewport())
        session, focused = model.board.sessions[0].id, self.hasFocus()
        for row in range(first, (model.rowCount() if last < 0 else last + 1)):
            person = model.board.person(row)
            key = (
                person,
                model.board.mark(person.person_id, session),
                model.board.is_saved(person.person_id, session),
                model.has_signed(person),
                row == self.cursor_row and (focused, "here"),
            )
            place = QRect(0, self.rowViewportPosition(row), wide, self.rowHeight(row))
            self.pictures.draw(
                painter,
                place,
                key,
                lambda fresh, rect, row=row: self._rows.paint_row(fresh, rect, row),  # type: ignore[misc]
            )
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit_columns()

    def fit_columns(self) -> None:
        """Share the width out among the columns that fit."""
        if not isinstance(self.model(), roster.RosterModel):
            return
        width, model = self.viewport().width(), self.marks
        drawn = model.curtain
        # Where two lists of the session differ, what the other one says needs room beside the mark.
        differing = not drawn and any(model.board.undecided(head.id) for head in model.board.sessions)
        shown = {
            roster.NUMBER: True,
            roster.NAME: True,
            roster.INSTITUTION: width >= self.NO_INSTITUTION and not drawn,
            roster.SUBJECT: width >= self.NO_SUBJECT and not drawn and not differing,
            roster.STATUS: True,
            roster.MODE: width >= (self.NO_SUBJECT if differing else self.NO_MODE) and not drawn,
        }
        letter = QFontMetrics(self.font()).averageCharWidth()
        wanted = {
            roster.NUMBER: 6 * letter + 8,
            roster.INSTITUTION: int(width * (0.18 if differing else 0.25)),
            roster.SUBJECT: int(width * 0.15),
            roster.STATUS: ROW_HEIGHT * 2 if drawn else (50 if differing else 23) * letter + 40,
            roster.MODE: 15 * letter,
        }
        for column, visible in shown.items():
            self.setColumnHidden(column, not visible)
            if column in wanted:
                self.setColumnWidth(column, wanted[column])
        taken = sum(wanted[column] for column, visible in shown.items() if visible and column in wanted)
        self.setColumnWidth(roster.NAME, max(120, width - taken))

    def _fit_rows(self) -> None:
        needed = QFontMetrics(larger_font(self.font(), NAME_SIZE)).height() + 12
        self.verticalHeader().setDefaultSectionSize(max(ROW_HEIGHT, needed))
