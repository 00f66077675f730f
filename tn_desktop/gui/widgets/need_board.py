"""The board of needs: a column for each status, filtered by community; cards go from one to the next."""

from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from tn_desktop.gui.context import Context, translate
from tn_desktop.gui.models.need_cards import CardModel
from tn_desktop.gui.need_labels import MOVE
from tn_desktop.gui.tasks import AFTER_PAINTING
from tn_desktop.gui.widgets.drafted import NO_DRAFT
from tn_desktop.gui.widgets.look import ToneLabel
from tn_desktop.gui.widgets.need_cards import CardColumn, CardTable
from tn_desktop.gui.widgets.relation_editor import RelationEditor
from tn_desktop.model import vocabulary
from tn_desktop.model.changes import Changes
from tn_desktop.model.registry import ENTITIES
from tn_desktop.services import needs
from tn_desktop.services.known_people import Known
from tn_desktop.services.lists import ListQuery

PAUSE = 40
"""Milliseconds after a letter before the search is read."""
ANY = ""
"""Instead of a status: in whichever column a card then is."""


class NeedBoard(QWidget):
    """All needs by status.

    Attributes:
        columns: status -> its column, in the order of the board.
        community: the community whose needs are shown, where one is chosen.

    Signals:
        opened(int): Enter on the need of that id.
        removed(int): Del on the need of that id.
        left: Esc: back to the list.
    """

    opened = Signal(int)
    removed = Signal(int)
    left = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._stale = True
        self._following: tuple[str, int] | None = None
        self._unpainted: list[CardTable] = []
        self.community = RelationEditor(ENTITIES["needs"].field("community"), context)
        self.community.setAccessibleName(translate("fields", "Community"))
        self.community.picker.setPlaceholderText(self.tr("Of one community: type its name"))
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Search title, theme, group"))
        self.search.setAccessibleName(self.search.placeholderText())
        self.search.setClearButtonEnabled(True)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.read)
        self.search.textChanged.connect(lambda: self._pause.start())
        self.community.left.connect(self.read)
        self.columns: dict[str, CardColumn] = {}
        for status in vocabulary.NEED_STATUS:
            self.columns[status] = self._make_column(status)
        self.community.setProperty(NO_DRAFT, "chooses what is shown")
        self._build()
        context.tasks.changed.connect(self._on_changed)

    def _make_column(self, status: str) -> CardColumn:
        word = vocabulary.word(vocabulary.NEED_STATUS, status, translate)
        model = CardModel(self._context.tasks, word, self)
        column = CardColumn(model, word)
        table = column.table
        table.opened.connect(lambda: self._tell(status, self.opened))
        table.removed.connect(lambda: self._tell(status, self.removed))
        table.side.connect(lambda step: self._go(status, step))
        table.shifted.connect(lambda step: self._shift(status, step))
        table.dropped.connect(lambda key: self.move_card(key, status))
        table.typed.connect(self._on_typed)
        model.modelAboutToBeReset.connect(lambda: self._paint_later(table))
        model.refreshed.connect(lambda row: self._on_refreshed(status, row))
        model.counted.connect(lambda _total: self._show_hint())
        return column

    def _build(self) -> None:
        scope = QHBoxLayout()
        scope.setSpacing(8)
        label = QLabel(translate("fields", "Community"))
        label.setBuddy(self.community)
        scope.addWidget(label)
        scope.addWidget(self.community, 1)
        scope.addWidget(self.search, 1)
        board = QHBoxLayout()
        board.setSpacing(8)
        for column in self.columns.values():
            board.addWidget(column, 1)
        self.hint = ToneLabel()
        self.hint.setWordWrap(True)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(8)
        outer.addLayout(scope)
        outer.addLayout(board, 1)
        outer.addWidget(self.hint)

    # --- showing

    def show_community(self, community: Known | None) -> None:
        """Show the needs of one community, or of all."""
        if community != self.community.typed():
            self.community.show_value(community)
            self._stale = True
        if self._stale and self.isVisible():
            self.read(AFTER_PAINTING)

    def read(self, after: int = 0) -> None:
        """Read every column (again), `after` so many milliseconds."""
        self._stale = False
        chosen = self.community.typed()
        own = (("community", chosen.id),) if chosen is not None else ()
        for status, column in self.columns.items():
            column.table.card.with_community = chosen is None
            filters = (("status", status), *own)
            column.table.cards.set_query(ListQuery("needs", self.search.text(), filters, sort="votes"), after)

    def _paint_later(self, table: CardTable) -> None:
        """One column in a turn: where all their cards are new, painting five at once takes longer than a frame."""
        if table not in self._unpainted:
            self._unpainted.append(table)
            table.setUpdatesEnabled(False)
        self._context.tasks.in_turns(self, [self._paint_next] * len(self._unpainted))

    def _paint_next(self) -> None:
        self._unpainted.pop(0).setUpdatesEnabled(True)

    def _show_hint(self) -> None:
        """The keys; of an empty board, what to do first."""
        if any(column.table.cards.total != 0 for column in self.columns.values()):
            self.hint.setText(
                self.tr(
                    "← → another column · Shift with ← or → moves a card, so does the mouse · Enter opens · Esc leaves"
                )
            )
        elif self.search.text().strip():
            self.hint.setText(self.tr("Nothing matches this search. Esc clears it."))
        else:
            self.hint.setText(self.tr("No need yet. Ctrl+N writes the first one down; then its card stands here."))

    def focus_cards(self) -> None:
        """Go to the first card there is."""
        tables = [column.table for column in self.columns.values()]
        held = next((table for table in tables if table.key is not None), None)
        filled = held or next((table for table in tables if table.cards.rowCount()), tables[0])
        filled.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_changed(self, changes: Changes, owner: object) -> None:
        if not changes.touches("need"):
            return
        if not self.isVisible():
            self._stale = True
            return
        if owner is not self:
            self._follow(changes)
        for column in self.columns.values():
            column.table.cards.refresh(changes)

    def showEvent(self, event: QShowEvent) -> None:
        """Read what was written while the list was shown."""
        super().showEvent(event)
        if self._stale:
            self.read(AFTER_PAINTING)

    def _follow(self, changes: Changes) -> None:
        """An undo, or somebody else, may have moved the chosen card: the cursor goes with it, wherever it then is."""
        tables = [column.table for column in self.columns.values()]
        key = next((table.key for table in tables if table.hasFocus()), None)
        if key is not None and key in changes.ids("need"):
            self._following = (ANY, key)
            for table in tables:
                table.cards.keep = key

    def _on_refreshed(self, status: str, row: int | None) -> None:
        """A card that was moved takes the cursor with it."""
        if self._following is None or self._following[0] not in (ANY, status) or row is None:
            return
        table = self.columns[status].table
        if row >= table.cards.rowCount() or table.cards.id_at(row) not in (None, self._following[1]):
            return  # the column on screen is not yet as the database is
        self._following = None
        for column in self.columns.values():
            column.table.cards.keep = None
        table.choose(row)
        table.scrollTo(table.currentIndex())
        table.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- keys

    def _tell(self, status: str, signal: Any) -> None:
        key = self.columns[status].table.key
        if key is not None:
            signal.emit(key)

    def _beside(self, status: str, step: int) -> str | None:
        order = list(self.columns)
        place = order.index(status) + step
        return order[place] if 0 <= place < len(order) else None

    def _go(self, status: str, step: int) -> None:
        other = self._beside(status, step)
        while other is not None and not self.columns[other].table.cards.rowCount():
            other = self._beside(other, step)
        if other is not None:
            here, there = self.columns[status].table, self.columns[other].table
            # The card at the same height.
            height = here.visualRect(here.currentIndex()).center().y()
            row = there.rowAt(height)
            there.choose(row if row >= 0 else there.cards.rowCount() - 1)
            there.setFocus(Qt.FocusReason.OtherFocusReason)

    def _shift(self, status: str, step: int) -> None:
        other, key = self._beside(status, step), self.columns[status].table.key
        if other is not None and key is not None:
            self.move_card(key, other)

    def move_card(self, key: int, status: str) -> None:
        """Move the need of that id to a status; the cursor goes with it."""
        self._following = (status, key)
        self.columns[status].table.cards.keep = key
        self._context.tasks.write(MOVE, lambda uow: needs.move(uow, [key], status), owner=self)

    def _on_typed(self, text: str) -> None:
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)
        self.search.setText(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc clears the search, then leaves; ↓ in the search goes to the cards."""
        key: Any = event.key()
        if key == Qt.Key.Key_Escape and self.search.text():
            self.search.clear()
            self.focus_cards()
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        elif self.search.hasFocus() and key in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.focus_cards()
        else:
            super().keyPressEvent(event)
