"""Who is at the keyboard of a notebook that several people use."""

from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from tn_desktop.gui.context import Context
from tn_desktop.gui.widgets.look import ROOMY, Heading, ToneLabel, roomy
from tn_desktop.gui.widgets.refusal import Refusal
from tn_desktop.model.changes import Changes
from tn_desktop.model.messages import QT_TRANSLATE_NOOP

SITTING_DOWN = QT_TRANSLATE_NOOP("history", "Sit down at the keyboard")


class KeyboardDialog(QDialog):
    """A short list and a line for somebody new; Enter chooses. After Esc marks say nobody.

    Signals:
        chosen(str): who it is, by name; her marks say so from now on.
    """

    chosen = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.setWindowTitle(self.tr("At the keyboard — TN Desktop"))
        self.setMinimumWidth(440)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(12)
        column.addWidget(Heading(self.tr("Who is at the keyboard?")))
        why = ToneLabel(self.tr("Each mark keeps who made it, so that questions find the right person."), "quiet")
        why.setWordWrap(True)
        column.addWidget(why)
        self.people, self.name, self.refusal = QListWidget(), QLineEdit(), Refusal()
        self.people.setAccessibleName(self.tr("People who use this notebook"))
        self.name.setPlaceholderText(self.tr("Somebody else: name and surname"))
        self.name.setAccessibleName(self.tr("Name of somebody else"))
        for widget in (self.people, self.name, self.refusal):
            column.addWidget(widget)
        self.choose = QPushButton(self.tr("&It is me"))
        self.choose.setDefault(True)
        later = QPushButton(self.tr("Not now"))
        later.setAutoDefault(False)
        row = QHBoxLayout()
        row.addWidget(later)
        row.addStretch(1)
        row.addWidget(self.choose)
        column.addLayout(row)
        roomy(self)
        later.clicked.connect(self.reject)
        self.choose.clicked.connect(self._choose)
        self.people.itemActivated.connect(self._choose)
        self.name.textChanged.connect(lambda _text: self.refusal.take_back())
        self._read()

    def _read(self) -> None:
        from tn_desktop.services import keyboard

        self._context.tasks.read(keyboard.markers, self._show, owner=self)

    def _show(self, found: list[Any]) -> None:
        for marker in found:
            item = QListWidgetItem(marker.name)
            item.setData(Qt.ItemDataRole.UserRole, marker)
            item.setSizeHint(QSize(0, ROOMY))
            self.people.addItem(item)
        self.people.setCurrentRow(0)
        (self.people if found and not self.name.text() else self.name).setFocus()

    def _choose(self) -> None:
        from tn_desktop.services import keyboard

        typed, item = self.name.text(), self.people.currentItem()
        if typed.strip() or item is None:
            self._context.tasks.write(
                SITTING_DOWN,
                lambda uow: keyboard.join(uow, typed),
                lambda changes: self._sit(changes.told["marker"]),
                self.refusal.say,
                owner=self,
            )
            return
        marker = item.data(Qt.ItemDataRole.UserRole)

        def sit(_changes: Changes) -> None:
            self._sit(marker)

        self._context.tasks.write(
            SITTING_DOWN, lambda uow: keyboard.sit_down(uow, marker.uid), sit, self.refusal.say, owner=self
        )

    def _sit(self, marker: Any) -> None:
        database = self._context.tasks.database
        if database is not None:
            database.marker = marker.id
            self.chosen.emit(marker.name)
        self.accept()
