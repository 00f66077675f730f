"""The roster of one session as an item model."""

from typing import Any, Final

from PySide6.QtCore import QModelIndex, Qt

from tn_desktop.gui.models.attendance_board import Board, Mark
from tn_desktop.gui.models.attendance_marks import MARK_ROLE, PERSON_ROLE, SAVED_ROLE, Index, MarksModel
from tn_desktop.gui.widgets.attendance_words import mode_word
from tn_desktop.services.rosters import Roster, RosterRow

NUMBER, NAME, INSTITUTION, SUBJECT, STATUS, MODE = range(6)
COLUMNS: Final = 6


def board_of(roster: Roster) -> Board:
    """A board of one session."""
    return Board((roster.head,), roster.rows, marks_of(roster))


def marks_of(roster: Roster) -> dict[tuple[int, int], Mark]:
    """The marks of a roster as a board keeps them."""
    return {
        (row.person_id, roster.head.id): Mark(row.status, row.mode, row.minutes, row.differs) for row in roster.rows
    }


class RosterModel(MarksModel):
    """People of one session: number, name, institution, subject, status, mode."""

    def __init__(self, board: Board | None = None) -> None:
        super().__init__(board or Board())

    def session_at(self, column: int) -> int | None:
        return self.board.sessions[0].id if self.board.sessions else None

    def columns_of(self, session: int) -> tuple[int, int]:
        return STATUS, MODE

    def is_late(self, index: Index) -> bool:
        return index.isValid() and index.column() == STATUS and super().is_late(index)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else COLUMNS

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal and 0 <= section < COLUMNS:
            return (
                self.tr("No."),
                self.tr("Name"),
                self.tr("Institution"),
                self.tr("Subject"),
                self.tr("Status"),
                self.tr("Mode"),
            )[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        person, session = self.person_at(index), self.session_at(0)
        if person is None or session is None:
            return None
        column, key = index.column(), person.person_id
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self.text(person, session, column)
            case Qt.ItemDataRole.AccessibleTextRole:
                return self.spoken(key, session) if column == STATUS else self.text(person, session, column)
            case Qt.ItemDataRole.EditRole if column == STATUS:
                return self.board.mark(key, session).minutes
            case Qt.ItemDataRole.ToolTipRole if column in (NAME, INSTITUTION, SUBJECT) and not self.curtain:
                slip = self.tr("signed the slip") if self.has_signed(person) else ""
                parts = (person.name, person.hint or person.label, person.institution, person.subject, slip)
                return " · ".join(dict.fromkeys(part for part in parts if part))
            case Qt.ItemDataRole.ToolTipRole if column == STATUS and person.marked_by and person.status:
                return self.tr("Marked by {name}").format(name=person.marked_by)
            case _ if role == PERSON_ROLE:
                return person
            case _ if role == MARK_ROLE:
                return self.board.mark(key, session)
            case _ if role == SAVED_ROLE:
                return self.board.is_saved(key, session)
        return None

    def text(self, person: RosterRow, session: int, column: int) -> str:
        """What a column says of a person."""
        if column == NUMBER:
            return str(person.number)
        if column == NAME:
            return self.name_of(person)
        if self.curtain:
            return ""
        if column == STATUS:
            return self.mark_text(person.person_id, session)
        mode = self.board.mark(person.person_id, session).mode
        return {INSTITUTION: person.institution, SUBJECT: person.subject, MODE: mode_word(mode)}[column]
