"""What the roster of one session and the grid of a workshop have in common as item models."""

from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from tn_desktop.gui.models.attendance_board import Board, Mark
from tn_desktop.gui.widgets.attendance_words import minutes_text, short_name, status_word
from tn_desktop.model.vocabulary import LATE
from tn_desktop.services.one_roster import Said
from tn_desktop.services.rosters import RosterRow

Index = QModelIndex | QPersistentModelIndex

PERSON_ROLE: Final = Qt.ItemDataRole.UserRole
"""The RosterRow of an index."""
MARK_ROLE: Final = Qt.ItemDataRole.UserRole + 1
"""The Mark of an index."""
SAVED_ROLE: Final = Qt.ItemDataRole.UserRole + 2
"""Whether that mark is on disk."""


class MarksModel(QAbstractTableModel):
    """Rows are the people shown of a board.

    Attributes:
        board: whose people and marks these are.
        curtain: names are shortened and details left out, since a projector shows the screen.

    Signals:
        minutes_written(int, int, object): person, session, and the minutes somebody came late, or None.
    """

    minutes_written = Signal(int, int, object)

    def __init__(self, board: Board) -> None:
        super().__init__()
        self.board = board
        self.curtain = False

    # --- for the subclasses

    def session_at(self, column: int) -> int | None:
        """The session whose marks a column shows."""
        raise NotImplementedError

    def columns_of(self, session: int) -> tuple[int, int]:
        """First and last column that show a session's marks."""
        raise NotImplementedError

    # --- changes

    def load(self, board: Board) -> None:
        """Show another board."""
        self.beginResetModel()
        self.board = board
        self.endResetModel()

    def refresh(self, sessions: Any, people: Any, marks: Any) -> None:
        """Show what was read again of the same board."""
        self.beginResetModel()
        self.board.load(sessions, people, marks)
        self.endResetModel()

    def narrow(self, letters: str) -> None:
        """Show only the people who match."""
        self.beginResetModel()
        self.board.narrow(letters)
        self.endResetModel()

    def show_signed(self, signed: frozenset[int], *, only_unsigned: bool) -> None:
        """Show who signed a slip; rows come and go only while nobody else is shown."""
        if only_unsigned or self.board.only_unsigned:
            self.beginResetModel()
            self.board.show_signed(signed, only_unsigned=only_unsigned)
            self.endResetModel()
        elif signed != self.board.signed:
            self.board.show_signed(signed, only_unsigned=False)
            if self.rowCount():
                self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))

    def has_signed(self, person: RosterRow) -> bool:
        """Whether it may be shown that she signed a slip."""
        return not self.curtain and person.person_id in (self.board.signed or ())

    def draw_curtain(self, drawn: bool) -> None:
        """Hide or show what is personal."""
        self.beginResetModel()
        self.curtain = drawn
        self.endResetModel()

    def put(self, person: int, session: int, mark: Mark) -> int:
        """Show a mark on its way to the disk, see `Board.put`."""
        token = self.board.put(person, session, mark)
        self._tell(person, session)
        return token

    def settle(self, person: int, session: int, token: int, stored: bool) -> None:
        """A mark arrived or was refused, see `Board.settle`."""
        self.board.settle(person, session, token, stored)
        self._tell(person, session)

    def _tell(self, person: int, session: int) -> None:
        row = self.board.row_of(person)
        if row >= 0 and self.board.head(session) is not None:
            first, last = self.columns_of(session)
            self.dataChanged.emit(self.index(row, first), self.index(row, last))

    # --- reading

    def person_at(self, index: Index) -> RosterRow | None:
        """Who stands in an index's row."""
        return self.board.person(index.row()) if index.isValid() and index.row() < len(self.board.visible) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.board.visible)

    def name_of(self, person: RosterRow) -> str:
        """The name as it may be shown now."""
        return short_name(person.name) if self.curtain else person.name

    def mark_text(self, person: int, session: int) -> str:
        """A mark in words."""
        mark = self.board.mark(person, session)
        if self.curtain:
            return ""
        return " · ".join(part for part in (status_word(mark.status), minutes_text(mark.minutes)) if part)

    def other_text(self, person: int, session: int) -> str:
        """What another list of the same session says of somebody, with whose it is; "" where it says the same."""
        if self.curtain:
            return ""
        return "; ".join(map(_said_text, self.board.mark(person, session).differs))

    def spoken(self, person: int, session: int) -> str:
        """A mark as a screen reader says it."""
        text = self.mark_text(person, session)
        if other := self.other_text(person, session):
            text = self.tr("{mark}, on the other list: {other}").format(mark=text, other=other)
        return text if self.board.is_saved(person, session) else self.tr("{mark}, being saved").format(mark=text)

    # --- the minutes somebody came late, edited in place

    def is_late(self, index: Index) -> bool:
        """Whether the index shows a mark of somebody who came late."""
        person, session = self.person_at(index), self.session_at(index.column()) if index.isValid() else None
        return person is not None and session is not None and self.board.mark(person.person_id, session).status == LATE

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if self.is_late(index) else flags

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or not self.is_late(index):
            return False
        person, session = self.person_at(index), self.session_at(index.column())
        assert person is not None and session is not None
        self.minutes_written.emit(person.person_id, session, value)
        return True


def _said_text(said: Said) -> str:
    words = " · ".join(part for part in (status_word(said.status), minutes_text(said.minutes)) if part)
    return f"{said.by}: {words}" if said.by else words
