"""All sessions of a workshop against its people as an item model."""

from typing import Any

from PySide6.QtCore import QModelIndex, Qt

from tn_desktop.gui.models.attendance_board import Board, Mark
from tn_desktop.gui.models.attendance_marks import MARK_ROLE, PERSON_ROLE, SAVED_ROLE, Index, MarksModel
from tn_desktop.gui.widgets.attendance_words import status_word
from tn_desktop.model.vocabulary import ATTENDED, CANCELLED
from tn_desktop.services.rosters import Grid, SessionHead


def board_of(grid: Grid) -> Board:
    """A board of all sessions."""
    return Board(grid.sessions, grid.rows, marks_of(grid))


def marks_of(grid: Grid) -> dict[tuple[int, int], Mark]:
    """The marks of a grid as a board keeps them."""
    return {cell: Mark(*values) for cell, values in grid.marks.items()}


class GridModel(MarksModel):
    """Rows are people, columns sessions; the headers carry names, dates and totals, so that they never scroll away."""

    def __init__(self, board: Board | None = None) -> None:
        super().__init__(board or Board())

    def session_at(self, column: int) -> int | None:
        return self.board.sessions[column].id if 0 <= column < len(self.board.sessions) else None

    def columns_of(self, session: int) -> tuple[int, int]:
        column = next(place for place, head in enumerate(self.board.sessions) if head.id == session)
        return column, column

    def head_at(self, column: int) -> SessionHead:
        """The session of a column."""
        return self.board.sessions[column]

    def total_of(self, session: int) -> str:
        """How many took part, of how many."""
        tally = self.board.tally(session)
        return f"{sum(tally[status] for status in ATTENDED)}/{len(self.board.people)}"

    def person_total(self, person: int) -> str:
        """In how many sessions somebody took part, of those that count."""
        return f"{self.board.attended(person)}/{self.board.counting}"

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.board.sessions)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        if orientation == Qt.Orientation.Horizontal and 0 <= section < len(self.board.sessions):
            head = self.head_at(section)
            word = self.tr("cancelled") if head.status == CANCELLED else self.total_of(head.id)
            return f"{head.number}. {day(head)} {word}"
        if orientation == Qt.Orientation.Vertical and 0 <= section < len(self.board.visible):
            person = self.board.person(section)
            return f"{person.number} {self.name_of(person)} {self.person_total(person.person_id)}"
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        person = self.person_at(index)
        session = self.session_at(index.column()) if index.isValid() else None
        if person is None or session is None:
            return None
        key = person.person_id
        mark = self.board.mark(key, session)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return status_word(mark.status) if mark.status and not self.curtain else ""
            case Qt.ItemDataRole.AccessibleTextRole:
                return self.spoken(key, session)
            case Qt.ItemDataRole.EditRole:
                return mark.minutes
            case Qt.ItemDataRole.ToolTipRole if not self.curtain:
                other = self.other_text(key, session)
                text = f"{person.name}: {self.mark_text(key, session)}"
                return f"{text}  ≠  {other}" if other else text
            case _ if role == PERSON_ROLE:
                return person
            case _ if role == MARK_ROLE:
                return mark
            case _ if role == SAVED_ROLE:
                return self.board.is_saved(key, session)
        return None


def day(head: SessionHead) -> str:
    """The day of a session as it stands in a narrow column: 14.03."""
    date = head.starts_at[:10]
    return f"{date[8:10]}.{date[5:7]}." if len(date) == 10 else ""
