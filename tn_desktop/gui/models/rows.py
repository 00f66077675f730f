"""A table model over a few rows that are all at hand: members, sessions, contacts; some of its cells can be edited."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QBrush, QColor

from tn_desktop.gui.models.headings import heading
from tn_desktop.gui.models.paged import ID_ROLE, ROW_ROLE, Column

Index = QModelIndex | QPersistentModelIndex
_NO_INDEX: Final = QModelIndex()


@dataclass(frozen=True)
class Cell(Column):
    """A column of few rows.

    Attributes:
        edit: the text an editor of the cell begins with, or with `choices` the stored value; None if it is fixed.
        choices: (stored value, word) pairs to choose from.
        colour: of a row's text here, or None for the usual one.
        grows: whether the column takes the room that is left.
    """

    edit: Callable[[Any], Any] | None = None
    choices: Sequence[tuple[Any, str]] = ()
    colour: Callable[[Any], QColor | None] | None = None
    grows: bool = False


class RowsModel(QAbstractTableModel):
    """Rows in the order in which they were given.

    Attributes:
        cells: the columns.
        rows: the row objects.

    Signals:
        edited(object, str, object): a cell was edited: its row, the column's name and the new value as typed.
    """

    edited = Signal(object, str, object)

    def __init__(self, cells: Sequence[Cell], key: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.cells = tuple(cells)
        self.rows: tuple[Any, ...] = ()
        self._key = key

    def set_rows(self, rows: Sequence[Any]) -> None:
        """Show other rows; where they are the same ones, only their text changes and the choice of a row stays."""
        new = tuple(rows)
        if [self.id_of(row) for row in new] == [self.id_of(row) for row in self.rows]:
            changed = [n for n, (before, after) in enumerate(zip(self.rows, new, strict=True)) if before != after]
            self.rows = new
            for number in changed:
                self.dataChanged.emit(self.index(number, 0), self.index(number, len(self.cells) - 1))
            return
        self.beginResetModel()
        self.rows = new
        self.endResetModel()

    def set_cells(self, cells: Sequence[Cell]) -> None:
        """Show other columns."""
        self.beginResetModel()
        self.cells = tuple(cells)
        self.endResetModel()

    def id_of(self, row: Any) -> int:
        """The id by which a row is known."""
        return int(getattr(row, self._key))

    def place_of(self, key: int) -> int | None:
        """The number of the row with that id."""
        return next((number for number, row in enumerate(self.rows) if self.id_of(row) == key), None)

    def column(self, number: int) -> Cell:
        """The column of that number."""
        return self.cells[number]

    def texts(self, row: int) -> Sequence[str]:
        """The texts of a row's cells."""
        return [cell.text(self.rows[row]) for cell in self.cells]

    def colours(self, row: int) -> Sequence[QColor | None]:
        """The colours of those texts, None for the usual one; empty where all have that."""
        if not any(cell.colour for cell in self.cells):
            return ()
        return [cell.colour(self.rows[row]) if cell.colour else None for cell in self.cells]

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self.cells)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, cell = self.rows[index.row()], self.cells[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return cell.text(row)
        if role == Qt.ItemDataRole.EditRole:
            return cell.edit(row) if cell.edit else cell.text(row)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return cell.alignment
        if role == Qt.ItemDataRole.ToolTipRole:
            return cell.tooltip(row) if cell.tooltip else None
        if role == Qt.ItemDataRole.ForegroundRole and cell.colour is not None:
            colour = cell.colour(row)
            return QBrush(colour) if colour is not None else None
        if role == ROW_ROLE:
            return row
        return self.id_of(row) if role == ID_ROLE else None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tell what was typed; the row shows it when it has been stored and read again."""
        if not index.isValid() or role != Qt.ItemDataRole.EditRole:
            return False
        row, cell = self.rows[index.row()], self.cells[index.column()]
        if cell.edit is None or value == cell.edit(row):
            return False
        self.edited.emit(row, cell.name, value)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        usual = super().flags(index)
        editable = index.isValid() and self.cells[index.column()].edit is not None
        return usual | Qt.ItemFlag.ItemIsEditable if editable else usual

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and 0 <= section < len(self.cells):
            if role == Qt.ItemDataRole.DisplayRole:
                return heading(self.cells[section].title, self.cells[section].alignment)
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return self.cells[section].alignment
        return None


def choices_of(words: Mapping[str, str], translate: Callable[[str, str], str]) -> tuple[tuple[str, str], ...]:
    """A word list as the choices of a cell or filter."""
    from tn_desktop.model.vocabulary import word

    return tuple((value, word(words, value, translate)) for value in words)
