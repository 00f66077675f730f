"""The bar below the list of needs while several are chosen: one name groups them, or one status moves them."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from tn_desktop.gui.context import Context, translate
from tn_desktop.gui.need_labels import GROUP, MOVE
from tn_desktop.gui.widgets.drafted import NO_DRAFT
from tn_desktop.gui.widgets.editors import FoldedCompleter
from tn_desktop.gui.widgets.refusal import Refusal
from tn_desktop.model import vocabulary
from tn_desktop.services import need_rows, needs


class GroupingBar(QWidget):
    """Hidden until there are several.

    Attributes:
        keys: ids of the chosen needs; None for one that is not read yet.
        name: the line of the group's name.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.keys: list[int | None] = []
        self._context: Context | None = None
        self.count = QLabel()
        self.name = QLineEdit()
        self.name.setPlaceholderText(self.tr("One name for all of them"))
        self.name.setAccessibleName(self.tr("Name of the group"))
        self.name.setProperty(NO_DRAFT, "one name, for the rows that are chosen just now")
        self.name.returnPressed.connect(self._group)
        self._known = FoldedCompleter([], self.name)
        self.name.setCompleter(self._known)
        self.apply = QPushButton(self.tr("&Group them"))
        self.apply.setAutoDefault(False)
        self.apply.clicked.connect(self._group)
        self.status = QComboBox()
        self.status.setAccessibleName(self.tr("Status of all of them"))
        self.status.addItem(self.tr("Status…"), None)
        for status in vocabulary.NEED_STATUS:
            self.status.addItem(vocabulary.word(vocabulary.NEED_STATUS, status, translate), status)
        self.status.activated.connect(lambda _number: self._move())
        self.refusal = Refusal()
        row = QHBoxLayout()
        row.setSpacing(8)
        for widget in (self.count, self.name, self.apply, self.status):
            row.addWidget(widget, 1 if widget is self.name else 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self.refusal)
        self.hide()

    def set_up(self, context: Context) -> None:
        """Give it the program's parts."""
        self._context = context

    def show_chosen(self, keys: Sequence[int | None]) -> None:
        """Offer what can be done with these; one alone has its page for that."""
        several = len(keys) > 1
        if several and self.isHidden() and self._context is not None:
            self._context.tasks.read(need_rows.known_clusters, self._known.words.set_words, owner=self, channel="names")
        self.keys = list(keys)
        self.count.setText(self.tr("%n need(s) chosen", "", len(keys)))
        self.setVisible(several)
        self.refusal.take_back()

    def _ready(self) -> list[int] | None:
        """The ids, if all have been read."""
        keys = [key for key in self.keys if key is not None]
        if len(keys) != len(self.keys):
            self.refusal.say(self.tr("Some of the chosen needs are not read yet. Scroll over them, then try again."))
            return None
        return keys

    def _group(self) -> None:
        keys, name = self._ready(), self.name.text()
        if keys and self._context is not None:
            self._context.tasks.write(
                GROUP,
                lambda uow: needs.group(uow, keys, name),
                done=lambda _changes: self._on_done(),
                failed=self.refusal.say,
                owner=self,
            )

    def _move(self) -> None:
        status, keys = self.status.currentData(), self._ready()
        self.status.setCurrentIndex(0)
        if status is not None and keys and self._context is not None:
            self._context.tasks.write(
                MOVE,
                lambda uow: needs.move(uow, keys, status),
                done=lambda _changes: self.refusal.take_back(),
                failed=self.refusal.say,
                owner=self,
            )

    def _on_done(self) -> None:
        self.name.clear()
        self.refusal.take_back()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc takes back what was typed, then it is the pane's."""
        if event.key() == Qt.Key.Key_Escape and self.name.text():
            self.name.clear()
        else:
            super().keyPressEvent(event)
