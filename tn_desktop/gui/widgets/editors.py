"""Editors of a detail form: one for each kind of field, all with the same few methods.

An editor shows a stored value, gives what was typed, says when it was left, and takes its text back on Esc.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from typing import Any, Final, Protocol

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QEvent,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QCompleter, QLineEdit, QPlainTextEdit, QWidget

from tn_desktop.gui.context import translate
from tn_desktop.model import vocabulary
from tn_desktop.model.fields import CHOICE, DATE, DECIMAL, FLAG, LONG, MOMENT, PHONE, PROVINCE, TAGS, FieldSpec
from tn_desktop.model.normalise import show_phone
from tn_desktop.model.places import districts, province_name, provinces
from tn_desktop.model.text import fold

FOLD_ROLE: Final = Qt.ItemDataRole.UserRole + 1
LONG_LINES: Final = 3
_NO_INDEX: Final = QModelIndex()


def show_date(stored: str | None) -> str:
    """A stored date as people read it: 14.03.2026."""
    return date.fromisoformat(stored).strftime("%d.%m.%Y") if stored else ""


def show_moment(stored: str | None) -> str:
    """A stored local time as people read it: 14.03.2026 13:00."""
    return datetime.fromisoformat(stored).strftime("%d.%m.%Y %H:%M") if stored else ""


def show_decimal(stored: str | None) -> str:
    """A stored decimal with the sign of the language: 3,85."""
    return (stored or "").replace(".", QLocale().decimalPoint())


def show_mean(stored: str | None) -> str:
    """A stored mean with two decimals, so that a column of them can be compared: 4,00."""
    return QLocale().toString(float(stored), "f", 2) if stored else ""


def show_text(stored: Any) -> str:
    """Any other stored value as it is; nothing for none."""
    return "" if stored is None else str(stored)


class FoldedWords(QAbstractListModel):
    """Words for a completer, found however they are spelled."""

    def __init__(self, words: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = list(words)

    def set_words(self, words: Sequence[str]) -> None:
        """Offer other words."""
        self.beginResetModel()
        self._words = list(words)
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._words)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        word = self._words[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return word
        return fold(word) if role == FOLD_ROLE else None


class FoldedCompleter(QCompleter):
    """Completes by the folded beginning of what was typed; in a list of tags, of the last one."""

    def __init__(self, words: Sequence[str], parent: QObject, tags: bool = False) -> None:
        super().__init__(parent)
        self.words = FoldedWords(words, self)
        self._tags = tags
        self.setModel(self.words)
        self.setCompletionRole(FOLD_ROLE)
        self.setFilterMode(Qt.MatchFlag.MatchStartsWith)
        self.setMaxVisibleItems(9)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter with nothing chosen in the list of words is the field's own Enter, not one to close the list."""
        popup = self.popup()
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and popup and watched is popup:
            entered = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if entered and not popup.currentIndex().isValid():
                popup.hide()
                QApplication.sendEvent(self.widget(), QKeyEvent(event))
                return True
        return super().eventFilter(watched, event)

    def splitPath(self, path: str) -> list[str]:  # noqa: N802
        typed = path.rpartition(",")[2] if self._tags else path
        return [fold(typed)]

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:  # noqa: N802
        word = str(self.words.data(index, Qt.ItemDataRole.DisplayRole) or "")
        line = self.widget()
        if self._tags and isinstance(line, QLineEdit):
            before, comma, _last = line.text().rpartition(",")
            return f"{before}, {word}" if comma else word
        return word


class Editor(Protocol):
    """What the form needs of an editor; it is a widget as well.

    Signals:
        left: the field was left, or Enter was pressed.
    """

    left: Signal

    def show_value(self, value: Any) -> None:
        """Show a stored value, as if nothing was typed."""

    def typed(self) -> Any:
        """What is in the field, as the services take it."""

    def changed(self) -> bool:
        """Whether what is in the field differs from the value that was shown."""

    def revert(self) -> None:
        """Take back what was typed."""

    def put_back(self, typed: Any) -> None:
        """Show what was typed earlier and not accepted."""


class LineEditor(QLineEdit):
    """One line of text.

    Signals:
        left: the field was left, or Enter was pressed.
    """

    left = Signal()

    def __init__(self, show: Callable[[Any], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._show = show
        self._shown = ""
        self.editingFinished.connect(self.left)

    def show_value(self, value: Any) -> None:
        """Show a stored value; the field's own undo begins anew."""
        self._shown = self._show(value)
        if self.text() != self._shown or not self.hasFocus():
            self.setText(self._shown)
            self.setCursorPosition(0)

    def typed(self) -> Any:
        """The text."""
        return self.text()

    def changed(self) -> bool:
        """Whether the text differs from the shown value."""
        return self.text().strip() != self._shown

    def revert(self) -> None:
        """Take back what was typed."""
        self.setText(self._shown)
        self.selectAll()

    def put_back(self, typed: Any) -> None:
        """Show a text that was not accepted."""
        self.setText(str(typed))


class TagsEditor(LineEditor):
    """A list of words parted by commas; known words are shown in the user's language."""

    def __init__(self, words: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(self._text, parent)
        self._words = words
        self.setPlaceholderText(QCoreApplication.translate("FieldForm", "Words parted by commas"))
        if words:
            known = [vocabulary.word(words, key, translate) for key in words]
            self.setCompleter(FoldedCompleter(known, self, tags=True))

    def offer(self, words: Sequence[str]) -> None:
        """Offer words that are in use, beside those that are translated."""
        known = [vocabulary.word(self._words, key, translate) for key in self._words]
        completer = self.completer()
        if isinstance(completer, FoldedCompleter):
            completer.words.set_words([*known, *words])
        else:
            self.setCompleter(FoldedCompleter([*known, *words], self, tags=True))

    def typed(self) -> list[str]:
        """The words, known ones as they are stored."""
        stored = {fold(vocabulary.word(self._words, key, translate)): key for key in self._words}
        parts = [part.strip() for part in self.text().replace(";", ",").split(",")]
        return [stored.get(fold(part), part) for part in parts if part]

    def put_back(self, typed: Any) -> None:
        """Show words that were not accepted."""
        self.setText(self._text(typed))

    def _text(self, value: Any) -> str:
        words = json.loads(value) if isinstance(value, str) else (value or [])
        return ", ".join(vocabulary.word(self._words, word, translate) for word in words)


class LongEditor(QPlainTextEdit):
    """Text of several lines; Tab goes on to the next field.

    Signals:
        left: the field was left.
    """

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = ""
        self.setTabChangesFocus(True)
        height = self.fontMetrics().lineSpacing() * LONG_LINES + 16
        self.setFixedHeight(height)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    def show_value(self, value: Any) -> None:
        """Show a stored text; the field's own undo begins anew."""
        self._shown = value or ""
        if self.toPlainText() != self._shown or not self.hasFocus():
            self.setPlainText(self._shown)

    def typed(self) -> str:
        """The text."""
        return self.toPlainText()

    def changed(self) -> bool:
        """Whether the text differs from the shown one."""
        return self.toPlainText().strip() != self._shown

    def revert(self) -> None:
        """Take back what was typed."""
        self.setPlainText(self._shown)

    def put_back(self, typed: Any) -> None:
        """Show a text that was not accepted."""
        self.setPlainText(str(typed))


class ChoiceEditor(QComboBox):
    """One of a few words; choosing one leaves the field.

    Signals:
        left: another word was chosen.
    """

    left = Signal()

    def __init__(self, choices: Mapping[str, str], empty: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: str | None = None
        if empty:
            self.addItem("–", None)
        for value in choices:
            self.addItem(vocabulary.word(choices, value, translate), value)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.activated.connect(self.left)

    def wheelEvent(self, event: Any) -> None:
        """Leave the wheel to the page: a value must not change because one scrolls past it."""
        event.ignore()

    def show_value(self, value: Any) -> None:
        """Choose a stored value; one from elsewhere that is not known here is shown as it is."""
        self._shown = value
        place = self.findData(value)
        if place < 0 and value is not None:
            self.addItem(str(value), value)
            place = self.count() - 1
        self.setCurrentIndex(place)

    def typed(self) -> Any:
        """The stored value of the chosen word."""
        return self.currentData()

    def changed(self) -> bool:
        """Whether another word is chosen than was shown."""
        return bool(self.currentData() != self._shown)

    def revert(self) -> None:
        """Choose again what was shown."""
        self.show_value(self._shown)

    def put_back(self, typed: Any) -> None:
        """Choose a word that was not accepted."""
        self.setCurrentIndex(self.findData(typed))


class FlagEditor(QCheckBox):
    """Yes or no.

    Signals:
        left: it was switched.
    """

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = False
        self.clicked.connect(self.left)

    def show_value(self, value: Any) -> None:
        """Show a stored flag."""
        self._shown = bool(value)
        self.setChecked(self._shown)

    def typed(self) -> str:
        """1 or 0."""
        return "1" if self.isChecked() else "0"

    def changed(self) -> bool:
        """Whether it differs from what was shown."""
        return self.isChecked() != self._shown

    def revert(self) -> None:
        """Show again what was stored."""
        self.setChecked(self._shown)

    def put_back(self, typed: Any) -> None:
        """Show what was not accepted."""
        self.setChecked(typed == "1")


def editor_for(spec: FieldSpec) -> Any:
    """The editor of a field; relations have none here, a pane makes its own."""
    if spec.kind == CHOICE:
        return ChoiceEditor(spec.choices, empty=not spec.required and spec.default is None)
    if spec.kind == LONG:
        return LongEditor()
    if spec.kind == FLAG:
        return FlagEditor()
    if spec.kind == TAGS:
        return TagsEditor(spec.choices)
    shows: Mapping[str, Callable[[Any], str]] = {
        PHONE: show_phone,
        PROVINCE: province_name,
        DATE: show_date,
        MOMENT: show_moment,
        DECIMAL: show_decimal,
    }
    line = LineEditor(shows.get(spec.kind, show_text))
    if spec.kind == PROVINCE:
        line.setCompleter(FoldedCompleter([province.name for province in provinces().values()], line))
    elif spec.kind == "district":
        line.setCompleter(FoldedCompleter([], line))
    elif spec.kind == DATE:
        line.setPlaceholderText(QCoreApplication.translate("FieldForm", "14.03.2026"))
    elif spec.kind == MOMENT:
        line.setPlaceholderText(QCoreApplication.translate("FieldForm", "14.03.2026 13:00"))
    return line


def offer_districts(line: QLineEdit, province: str | None) -> None:
    """Offer the districts of a province in a district's field."""
    completer = line.completer()
    if isinstance(completer, FoldedCompleter):
        completer.words.set_words(list(districts(province or "").values()))
