"""Which columns a list in a file has: a button that opens the list of them, each with a box."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QMenu, QSizePolicy, QToolButton, QWidget, QWidgetAction

from tn_desktop.gui.widgets.look import ROOMY

_SHOWN = 14
"""Lines of the list that are seen at once."""


class ColumnChoice(QToolButton):
    """Space or a click takes a column out and in again; one at least stays.

    Signals:
        changed: another choice was made.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumHeight(ROOMY)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Columns of the file"))
        self.list.itemChanged.connect(self._on_changed)
        menu, action = QMenu(self), QWidgetAction(self)
        action.setDefaultWidget(self.list)
        menu.addAction(action)
        menu.aboutToShow.connect(self.list.setFocus)
        self.setMenu(menu)

    def offer(self, columns: Sequence[tuple[str, str]], chosen: Sequence[str]) -> None:
        """Offer these columns (name, heading); chosen are those to begin with, all without any."""
        self.list.blockSignals(True)
        self.list.clear()
        for name, heading in columns:
            item = QListWidgetItem(heading)
            item.setData(Qt.ItemDataRole.UserRole, name)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            on = not chosen or name in chosen
            item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
            self.list.addItem(item)
        self.list.blockSignals(False)
        if self.list.count():
            height = self.list.sizeHintForRow(0) * min(_SHOWN, self.list.count()) + 8
            self.list.setFixedSize(max(260, self.list.sizeHintForColumn(0) + 40), height)
        self._say()

    def chosen(self) -> tuple[str, ...]:
        """The names of the columns; none where all are."""
        names = self._on()
        return () if len(names) == self.list.count() else tuple(names)

    def _on(self) -> list[str]:
        items = (self.list.item(row) for row in range(self.list.count()))
        return [item.data(Qt.ItemDataRole.UserRole) for item in items if item.checkState() == Qt.CheckState.Checked]

    def _on_changed(self, item: QListWidgetItem) -> None:
        if not self._on():
            item.setCheckState(Qt.CheckState.Checked)
            return
        self._say()
        self.changed.emit()

    def _say(self) -> None:
        on, of = len(self._on()), self.list.count()
        text = self.tr("All") if on == of else self.tr("{on} of {of}").format(on=on, of=of)
        self.setText(text)
