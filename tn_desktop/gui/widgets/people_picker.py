"""A line in which a name is typed: known people are offered below it, Enter adds."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QWidget

from tn_desktop.gui.context import Context
from tn_desktop.model.text import clean, fold
from tn_desktop.services import known_people, related, speakers
from tn_desktop.services.known_people import Known

PAUSE = 30
"""Milliseconds after a letter before suggestions are read."""
ROWS_SHOWN = 9
ROW_PADDING = 10


class SuggestionList(QListWidget):
    """The suggestions, over the window below their line; never has the focus."""

    def __init__(self, line: QLineEdit) -> None:
        super().__init__(line.window())
        self._line = line
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        self.setUniformItemSizes(True)
        self.hide()

    def unfold(self) -> None:
        """Show below the line, or above it where there is no room."""
        window = self._line.window()
        if self.parentWidget() is not window:
            self.setParent(window)
        rows = max(1, min(ROWS_SHOWN, self.count()))
        height = rows * self.sizeHintForRow(0) + 2 * self.frameWidth() + 2
        place = self._line.mapTo(window, QPoint(0, self._line.height()))
        width = min(max(self._line.width(), 420), window.width() - 16)
        if place.y() + height > window.height():
            place = self._line.mapTo(window, QPoint(0, -height))
        self.setGeometry(max(8, min(place.x(), window.width() - width - 8)), max(0, place.y()), width, height)
        self.raise_()
        self.show()


class Picker(QLineEdit):
    """Offers what is known for what is typed; a subclass gives `query_for`, and may allow what is new.

    Where it `offers_all`, ↓ in the empty line shows the first of all.

    ↓ and ↑ choose, Enter takes the chosen one. Without a choice Enter takes what was typed as new; if somebody of
    exactly that name is known, it first offers her, and a second Enter or ↓ decides: nothing is guessed.

    Signals:
        picked(object): a Known was chosen.
        entered(str): a name that is new was entered.
        refused(str): Enter could not be followed; why.
        backspaced: Backspace in the empty line.
    """

    picked = Signal(object)
    entered = Signal(str)
    refused = Signal(str)
    backspaced = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.allow_new = True
        self.offers_all = False
        self.new_text: Callable[[str], str] = self._new_text
        self._context: Context | None = None
        self._list: SuggestionList | None = None
        self._found: list[Known] = []
        self._found_for = ""
        self._enter_waits = False
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._ask)
        self.textEdited.connect(self._on_edited)

    def set_up(self, context: Context, allow_new: bool = True) -> None:
        """Give it the program's parts; suggestions come from then on."""
        self._context = context
        self.allow_new = allow_new

    def query_for(self, typed: str) -> Callable[[Any], list[Known]]:
        """The query for what was typed."""
        raise NotImplementedError

    @property
    def suggestions(self) -> SuggestionList:
        """The list below the line."""
        if self._list is None:
            self._list = SuggestionList(self)
            self._list.itemClicked.connect(self._take_item)
        return self._list

    # --- asking

    def _on_edited(self) -> None:
        self._enter_waits = False
        if clean(self.text()):
            self._pause.start()
        else:
            self._pause.stop()
            self.fold_up()

    def _ask(self) -> None:
        typed = clean(self.text())
        if self._context is None or not (typed or self.offers_all):
            return
        self._context.tasks.read(
            self.query_for(typed), lambda found: self._on_found(typed, found), owner=self, channel="suggest"
        )

    def _on_found(self, typed: str, found: list[Known]) -> None:
        self._found, self._found_for = found, typed
        if typed != clean(self.text()):
            return
        self._fill(typed)
        if self._enter_waits:
            self._enter_waits = False
            self._decide()

    def _fill(self, typed: str) -> None:
        shown = self.suggestions
        shown.clear()
        row_height = shown.fontMetrics().height() + ROW_PADDING
        for known in self._found:
            item = QListWidgetItem(f"{known.name}   {known.detail}" if known.detail else known.name)
            item.setData(Qt.ItemDataRole.UserRole, known)
            item.setToolTip(known.detail)
            item.setSizeHint(QSize(0, row_height))
            shown.addItem(item)
        if self.allow_new and typed:
            item = QListWidgetItem(self.new_text(typed))
            item.setData(Qt.ItemDataRole.UserRole, typed)
            item.setSizeHint(QSize(0, row_height))
            shown.addItem(item)
        shown.setCurrentRow(-1)
        if shown.count() and self.hasFocus():
            shown.unfold()
        else:
            shown.hide()

    # --- deciding

    def _decide(self) -> None:
        """Enter: take the chosen row, or what was typed where nothing like it is known."""
        typed = clean(self.text())
        if not typed and not (self._list is not None and self._list.isVisible()):
            return
        if self._found_for != typed:
            self._enter_waits = True
            if not self._pause.isActive():
                self._ask()
            return
        shown = self.suggestions
        chosen = shown.currentItem() if shown.isVisible() and shown.currentRow() >= 0 else None
        exact = [number for number, known in enumerate(self._found) if fold(known.name) == fold(typed)]
        if chosen is not None:
            self._take_item(chosen)
        elif exact or (not self.allow_new and self._found):
            if not shown.isVisible():
                self._fill(typed)
            shown.setCurrentRow(exact[0] if exact else 0)
        elif self.allow_new:
            self._take(typed)
        else:
            self.refused.emit(self.unknown_text(typed))

    def _take_item(self, item: QListWidgetItem) -> None:
        self._take(item.data(Qt.ItemDataRole.UserRole))

    def _take(self, what: Any) -> None:
        self.fold_up()
        self.clear()
        if isinstance(what, Known):
            self.picked.emit(what)
        else:
            self.entered.emit(str(what))

    def fold_up(self) -> None:
        """Hide the suggestions."""
        if self._list is not None:
            self._list.hide()
        self._found_for = ""
        self._enter_waits = False

    # --- keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        shown = self._list if self._list is not None and self._list.isVisible() else None
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and (clean(self.text()) or shown is not None):
            self._decide()
        elif key == Qt.Key.Key_Down and shown is None and self.offers_all and not self.text():
            self._ask()
        elif key == Qt.Key.Key_Down and shown is not None:
            shown.setCurrentRow(min(shown.currentRow() + 1, shown.count() - 1))
        elif key == Qt.Key.Key_Up and shown is not None:
            shown.setCurrentRow(max(shown.currentRow() - 1, -1))
        elif key == Qt.Key.Key_Backspace and not self.text():
            self.backspaced.emit()
        elif key == Qt.Key.Key_Escape and (shown is not None or self.text()):
            # Once for the suggestions, once for the text, then it is the pane's.
            if shown is not None:
                self.fold_up()
            else:
                self.clear()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.fold_up()

    def event(self, event: QEvent) -> bool:
        """Esc and Enter are this line's own while it holds text, not a dialog's."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and (self.text() or (self._list is not None and self._list.isVisible()))
        ):
            event.accept()
            return True
        return super().event(event)

    def unknown_text(self, typed: str) -> str:
        """Why what was typed cannot be taken."""
        return QCoreApplication.translate("Picker", "Nobody of that name is known: {name}").format(name=typed)

    def _new_text(self, typed: str) -> str:
        return QCoreApplication.translate("Picker", "+  New person: {name}").format(name=typed)


class PeoplePicker(Picker):
    """Offers people; those of `province` (ISO code) first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.province = ""

    def query_for(self, typed: str) -> Callable[[Any], list[Known]]:
        province = self.province
        return lambda connection: known_people.suggest_people(connection, typed, province)


class RecordPicker(Picker):
    """Offers rows of an entity; only people can be new. ↓ in the empty line offers the first ones."""

    def __init__(self, entity: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entity = entity
        self.province = ""
        self.offers_all = entity != "people"

    def query_for(self, typed: str) -> Callable[[Any], list[Known]]:
        entity, province = self._entity, self.province
        return lambda connection: related.suggest(connection, entity, typed, province)

    def unknown_text(self, typed: str) -> str:
        if self._entity == "people":
            return super().unknown_text(typed)
        return QCoreApplication.translate("Picker", "Nothing of that name is known: {name}").format(name=typed)


class CommunityPicker(Picker):
    """Offers communities; a new one is made in its own pane."""

    def set_up(self, context: Context, allow_new: bool = False) -> None:
        super().set_up(context, allow_new)

    def query_for(self, typed: str) -> Callable[[Any], list[Known]]:
        return lambda connection: known_people.suggest_communities(connection, typed)


class StakeholderPicker(RecordPicker):
    """Offers stakeholders."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("stakeholders", parent)


class NeedPicker(RecordPicker):
    """Offers needs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("needs", parent)


class SpeakerPicker(PeoplePicker):
    """Offers people, and those of stakeholders by the stakeholder's name."""

    def query_for(self, typed: str) -> Callable[[Any], list[Known]]:
        province = self.province
        return lambda connection: speakers.suggest(connection, typed, province)
