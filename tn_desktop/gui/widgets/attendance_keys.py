"""What each key means while attendance is taken.

Letters and digits are read from the text of the key, not from its place on the keyboard, so that dead keys, input
methods and both Turkish layouts work. Letters look for a person and digits mark, so the two never clash.
"""

from dataclasses import dataclass
from enum import Enum, auto
from typing import Any, Final

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent

from tn_desktop.model.vocabulary import ABSENT, EXCUSED, LATE, PRESENT


class Act(Enum):
    """What is asked for."""

    MARK = auto()
    CLEAR = auto()
    MODE = auto()
    LETTERS = auto()
    ERASE = auto()
    ESCAPE = auto()
    ENTER = auto()
    MOVE = auto()
    SIDE = auto()
    REMAINING = auto()
    WALK_IN = auto()
    PAPER = auto()
    PRINT = auto()
    COPY = auto()
    CURTAIN = auto()
    SLIP = auto()
    NOTHING = auto()


@dataclass(frozen=True, slots=True)
class Wish:
    """One thing a key asks for: `text` is the status of a MARK, what was typed of LETTERS, the place of a MOVE."""

    act: Act
    text: str = ""


STATUS_OF_DIGIT: Final = {"1": PRESENT, "2": LATE, "3": EXCUSED, "4": ABSENT}
PAPER_KEY: Final = "."
_MOVES: Final = {
    Qt.Key.Key_Up: "up",
    Qt.Key.Key_Down: "down",
    Qt.Key.Key_PageUp: "page up",
    Qt.Key.Key_PageDown: "page down",
    Qt.Key.Key_Home: "home",
    Qt.Key.Key_End: "end",
}
_SIDES: Final = {Qt.Key.Key_Left: "left", Qt.Key.Key_Right: "right"}
_PLAIN: Final = {
    Qt.Key.Key_Delete: Act.CLEAR,
    Qt.Key.Key_Backspace: Act.ERASE,
    Qt.Key.Key_Escape: Act.ESCAPE,
    Qt.Key.Key_Return: Act.ENTER,
    Qt.Key.Key_Enter: Act.ENTER,
}
_CONTROL: Final = {
    Qt.Key.Key_Return: Act.REMAINING,
    Qt.Key.Key_Enter: Act.REMAINING,
    Qt.Key.Key_N: Act.WALK_IN,
    Qt.Key.Key_P: Act.PRINT,
}
_CONTROL_SHIFT: Final = {Qt.Key.Key_H: Act.CURTAIN, Qt.Key.Key_C: Act.COPY}
_ONCE: Final = (Act.MARK, Act.CLEAR, Act.MODE, Act.ENTER, Act.REMAINING, Act.ESCAPE, Act.PAPER, Act.SLIP)
"""A key held down repeats itself; it must not mark one person after the other."""


def read_key(event: QKeyEvent) -> Wish | None:
    """What a key asks for; None for a key that is none of ours."""
    wish = _read(event)
    if wish is not None and event.isAutoRepeat() and wish.act in _ONCE:
        return Wish(Act.NOTHING)
    return wish


def read_text(text: str) -> list[Wish]:
    """What typed text asks for, be it from a key or from an input method: letters together, each digit by itself."""
    wishes: list[Wish] = []
    for char in text:
        wish = _read_char(char)
        if wish.act is Act.LETTERS and wishes and wishes[-1].act is Act.LETTERS:
            wishes[-1] = Wish(Act.LETTERS, wishes[-1].text + char)
        else:
            wishes.append(wish)
    return wishes


def _read(event: QKeyEvent) -> Wish | None:
    key = Qt.Key(event.key())
    held = event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.GroupSwitchModifier)
    control, shift, alt = (
        Qt.KeyboardModifier.ControlModifier,
        Qt.KeyboardModifier.ShiftModifier,
        Qt.KeyboardModifier.AltModifier,
    )
    if held == control and key in _CONTROL:
        return Wish(_CONTROL[key])
    if held == control | shift and key in _CONTROL_SHIFT:
        return Wish(_CONTROL_SHIFT[key])
    if held & ~shift == Qt.KeyboardModifier.NoModifier or held == control:
        if key in _MOVES:
            return Wish(Act.MOVE, _MOVES[key])
        if key in _SIDES:
            return Wish(Act.SIDE, _SIDES[key])
    if held & ~shift == Qt.KeyboardModifier.NoModifier and key in _PLAIN:
        return Wish(_PLAIN[key])
    # Windows reports AltGr as Ctrl+Alt.
    typing = held & ~shift in (Qt.KeyboardModifier.NoModifier, control | alt)
    if typing and event.text() and event.text().isprintable():
        return read_text(event.text())[0]
    return None


def _read_char(char: str) -> Wish:
    if char in STATUS_OF_DIGIT:
        return Wish(Act.MARK, STATUS_OF_DIGIT[char])
    if char == "0":
        return Wish(Act.CLEAR)
    if char == "5":
        return Wish(Act.MODE)
    if char == "6":
        return Wish(Act.SLIP)
    if char == PAPER_KEY:
        return Wish(Act.PAPER)
    if char.isdigit():
        return Wish(Act.NOTHING)
    return Wish(Act.LETTERS, char)


class KeyWishes:
    """For widgets that have the keys: reads keys and input methods and emits `wished` and `composing`.

    The widget declares `wished = Signal(object)` and `composing = Signal(str)`: a Wish, and what an input method holds
    but has not given yet.
    """

    wished: Any
    composing: Any

    def keys_are_elsewhere(self) -> bool:
        """Whether a field inside the widget has the keys now."""
        return False

    def event(self, event: QEvent) -> bool:
        """Take our keys before the window's shortcuts: Ctrl+N is a walk-in here."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if not self.keys_are_elsewhere() and read_key(event) is not None:
                event.accept()
                return True
        return bool(super().event(event))  # type: ignore[misc]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Say what the key asks for; a key that is none of ours goes on to the parent."""
        wish = None if self.keys_are_elsewhere() else read_key(event)
        if wish is None:
            event.ignore()
        else:
            event.accept()
            self.wished.emit(wish)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Say what the text asks for."""
        for wish in read_text(event.commitString()):
            self.wished.emit(wish)
        self.composing.emit(event.preeditString())
        event.accept()

    def inputMethodQuery(self, query: Qt.InputMethodQuery) -> Any:
        """Letters are wanted as they are typed."""
        if query == Qt.InputMethodQuery.ImEnabled:
            return True
        if query == Qt.InputMethodQuery.ImHints:
            return Qt.InputMethodHint.ImhNoPredictiveText | Qt.InputMethodHint.ImhNoAutoUppercase
        return super().inputMethodQuery(query)  # type: ignore[misc]
