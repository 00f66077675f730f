"""The columns of a table that is being imported, and what each is taken for."""

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtWidgets import QComboBox, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from tn_desktop.exchange.differing import field_label
from tn_desktop.exchange.headers import SessionInfo, session_of
from tn_desktop.exchange.mapping import ATTENDANCE_WIDE, SESSION, ColumnUse, Mapping, fields_of
from tn_desktop.exchange.tables import Column, Table
from tn_desktop.exchange.values import text_of
from tn_desktop.gui.context import translate

Index = QModelIndex | QPersistentModelIndex
HEADING, MEANING, SAMPLES, WHY = range(4)
SAMPLES_SHOWN = 4
_NO_INDEX = QModelIndex()


class ImportColumnsModel(QAbstractTableModel):
    """One row for each column of the file: heading, meaning (editable), samples, why.

    Signals:
        mapping_changed: the user gave a column another meaning.
    """

    mapping_changed = Signal()

    def __init__(self, table: Table, mapping: Mapping, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.table = table
        self.mapping = mapping

    def replace(self, mapping: Mapping) -> None:
        """Show another mapping of the same table."""
        self.mapping = mapping
        last = self.index(self.rowCount() - 1, WHY)
        self.dataChanged.emit(self.index(0, 0), last)

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self.table.columns)

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else 4

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        return (self.tr("Column in the file"), self.tr("Means"), self.tr("For example"), self.tr("Why"))[section]

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.isValid() and index.column() == MEANING else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        column, use = self.table.columns[index.row()], self.use(index.row())
        if role == Qt.ItemDataRole.EditRole and index.column() == MEANING:
            return use.field or ""
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == SAMPLES:
            return "\n".join(_samples(column))
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == MEANING:
            return self.tr("{heading} means {meaning}").format(
                heading=column.header or column.letter, meaning=self._meaning(use)
            )
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        match index.column():
            case 0:
                return column.header or self.tr("(column {letter}, no heading)").format(letter=column.letter)
            case 1:
                return self._meaning(use)
            case 2:
                return " · ".join(_samples(column))
        return use.why.text(translate) if use.why is not None else ""

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or not index.isValid() or index.column() != MEANING:
            return False
        name, column = str(value or "") or None, self.table.columns[index.row()]
        if name == self.use(index.row()).field:
            return True
        session = None
        if name == SESSION and self.mapping.kind == ATTENDANCE_WIDE:
            session = session_of(column.parts) or SessionInfo(column.header or column.letter)
        self.replace(self.mapping.with_column(column.index, name, session))
        self.mapping_changed.emit()
        return True

    def use(self, row: int) -> ColumnUse:
        """What the column of a row is taken for."""
        column = self.table.columns[row]
        return next(use for use in self.mapping.columns if use.index == column.index)

    def choices(self) -> list[tuple[str, str]]:
        """The meanings a column may have: (field or "", word)."""
        kind = self.mapping.kind
        return [
            ("", self.tr("— leave out —")),
            *((name, field_label(kind, name, translate)) for name in fields_of(kind)),
        ]

    def _meaning(self, use: ColumnUse) -> str:
        if use.field is None:
            return self.tr("— leave out —")
        label = field_label(self.mapping.kind, use.field, translate)
        when = use.session.when if use.session is not None else None
        return f"{label} · {when.text()}" if when is not None and hasattr(when, "text") else label


class MeaningDelegate(QStyledItemDelegate):
    """Chooses a column's meaning from a list; opens at once, so that one key or click shows what there is."""

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        box = QComboBox(parent)
        model = index.model()
        assert isinstance(model, ImportColumnsModel)
        for name, label in model.choices():
            box.addItem(label, name)
        box.setAccessibleName(self.tr("Meaning of the column"))
        box.activated.connect(lambda _at: self._take(box))
        return box

    def _take(self, box: QComboBox) -> None:
        self.commitData.emit(box)
        self.closeEditor.emit(box)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        assert isinstance(editor, QComboBox)
        editor.setCurrentIndex(max(0, editor.findData(index.data(Qt.ItemDataRole.EditRole))))
        editor.showPopup()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        assert isinstance(editor, QComboBox)
        model.setData(index, editor.currentData(), Qt.ItemDataRole.EditRole)


def _samples(column: Column) -> list[str]:
    texts = dict.fromkeys(text_of(cell) for cell in column.samples if cell is not None)
    return list(texts)[:SAMPLES_SHOWN]
