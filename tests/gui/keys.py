"""Typing as a keyboard does: QTest knows no letter beyond Latin 1."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from tn_desktop.gui.places import PLACES


def place_key(name: str) -> Qt.Key:
    """The digit that goes to a pane, with Ctrl: the navigation grows."""
    return Qt.Key(Qt.Key.Key_1.value + PLACES.index(name))


def type_text(widget: QWidget, text: str) -> None:
    """Press and release one key a letter, whatever the alphabet."""
    for letter in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            key = ord(letter.upper()) if letter.isascii() else Qt.Key.Key_unknown
            QApplication.sendEvent(widget, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, letter))
