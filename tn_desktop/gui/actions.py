"""What the window can do from its menu and by keys, wherever the cursor stands."""

from collections.abc import Callable, Mapping
from typing import Final

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from tn_desktop.gui.context import translate
from tn_desktop.gui.places import PLACES
from tn_desktop.model.messages import QT_TRANSLATE_NOOP

KEYS: Final[Mapping[str, tuple[str, ...]]] = {
    "undo": ("Ctrl+Z",),
    "redo": ("Ctrl+Shift+Z", "Ctrl+Y"),
    "search": ("Ctrl+K",),
    "import": ("Ctrl+O",),
    "paste": ("Ctrl+V",),
    "export": ("Ctrl+E",),
    "settings": ("Ctrl+,",),
    "backups": (),
    "privacy": (),
    "lock": ("Ctrl+L",),
    "help": ("F1", "Ctrl+H"),
    "keys": (),
    "quit": ("Ctrl+Q",),
    "menu": ("Ctrl+M",),
    "back": ("Alt+Left",),
    **{name: (f"Ctrl+{number}",) if number < 10 else () for number, name in enumerate(PLACES, start=1)},
}
TEXTS: Final[Mapping[str, str]] = {
    "undo": QT_TRANSLATE_NOOP("Actions", "Undo"),
    "redo": QT_TRANSLATE_NOOP("Actions", "Redo"),
    "search": QT_TRANSLATE_NOOP("Actions", "Search everything"),
    "import": QT_TRANSLATE_NOOP("Actions", "Import a list…"),
    "paste": QT_TRANSLATE_NOOP("Actions", "Paste a list"),
    "export": QT_TRANSLATE_NOOP("Actions", "Export attendance…"),
    "settings": QT_TRANSLATE_NOOP("Actions", "Settings…"),
    "backups": QT_TRANSLATE_NOOP("Actions", "Backups…"),
    "privacy": QT_TRANSLATE_NOOP("Actions", "Personal data…"),
    "lock": QT_TRANSLATE_NOOP("Actions", "Lock"),
    "keys": QT_TRANSLATE_NOOP("Actions", "Keys"),
    "help": QT_TRANSLATE_NOOP("Actions", "Help"),
    "quit": QT_TRANSLATE_NOOP("Actions", "Quit"),
    "menu": QT_TRANSLATE_NOOP("Actions", "Menu"),
    "back": QT_TRANSLATE_NOOP("Actions", "Back"),
}
KEY_NAMES: Final = (
    QT_TRANSLATE_NOOP("QShortcut", "Ctrl"),
    QT_TRANSLATE_NOOP("QShortcut", "Shift"),
    QT_TRANSLATE_NOOP("QShortcut", "Alt"),
    QT_TRANSLATE_NOOP("QShortcut", "Left"),
)
"""Keys as they are printed on keyboards; Qt's own Turkish writes “Kontrol” and “Üst Karakter”."""
MENU: Final = (
    "import",
    "paste",
    "export",
    "",
    "undo",
    "redo",
    "",
    "settings",
    "backups",
    "privacy",
    "lock",
    "keys",
    "help",
    "",
    "quit",
)


class Actions(QObject):
    """The window's actions by name, and its menu.

    Attributes:
        menu: what stands behind the menu button.
    """

    def __init__(self, window: QWidget, calls: Mapping[str, Callable[[], object]]) -> None:
        super().__init__(window)
        self.menu = QMenu(window)
        self._actions: dict[str, QAction] = {}
        for name, call in calls.items():
            action = QAction(window)
            action.setShortcuts([QKeySequence(key) for key in KEYS[name]])
            action.triggered.connect(lambda _checked=False, call=call: call())
            window.addAction(action)
            self._actions[name] = action
        for name in MENU:
            if name:
                self.menu.addAction(self._actions[name])
            else:
                self.menu.addSeparator()
        self.retranslate()

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def retranslate(self) -> None:
        """Say every text in the running language."""
        for name, text in TEXTS.items():
            self._actions[name].setText(translate("Actions", text))

    def show_undo(self, undo: str, redo: str) -> None:
        """Say what would be taken back and brought again; "" for nothing. Labels are of context "history"."""
        for name, label in (("undo", undo), ("redo", redo)):
            action = self._actions[name]
            text = QCoreApplication.translate("Actions", "Undo") if name == "undo" else translate("Actions", "Redo")
            if label:
                text = f"{text}: {translate('history', label)}"
            action.setEnabled(bool(label))
            action.setText(text)
            action.setToolTip(f"{text} ({action.shortcut().toString()})")
