"""What the tests of the panes share: the focused widget, pressing keys in it, rows on disk."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.keys import type_text
from tn_desktop.gui.context import Context
from tn_desktop.gui.language import LanguageSwitch
from tn_desktop.gui.main_window import MainWindow
from tn_desktop.services import records

K = Qt.Key
PLAIN = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier


def focused() -> QWidget:
    """The widget that has the focus."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(qtbot: QtBot, key: Qt.Key, times: int = 1, modifier: Qt.KeyboardModifier = PLAIN) -> None:
    """Press a key where the focus is."""
    for _ in range(times):
        qtbot.keyClick(focused(), key, modifier)


def is_editing() -> bool:
    """Whether a line is being typed in; what was refused opens again a moment after it is said."""
    return isinstance(QApplication.focusWidget(), QLineEdit)


def write_over(text: str) -> None:
    """Replace what stands in the focused line."""
    line = focused()
    assert isinstance(line, QLineEdit)
    line.selectAll()
    type_text(line, text)


def pick(qtbot: QtBot, line: Any, typed: str) -> None:
    """Type into a picker, take the first suggestion."""
    line.setFocus()
    type_text(line, typed)
    qtbot.waitUntil(lambda: line.suggestions.isVisible())
    press(qtbot, K.Key_Down)
    press(qtbot, K.Key_Return)


def rows(context: Context, entity: str, **where: str) -> list[dict[str, Any]]:
    """The living rows of an entity, as the database has them."""
    assert context.tasks.database is not None
    with context.tasks.database.read() as connection:
        return records.listing(connection, entity, where=where)[1]


def shown(qtbot: QtBot, pane: Any, count: int) -> Any:
    """Show a pane with the cursor in its list of `count` rows."""
    qtbot.addWidget(pane)
    pane.resize(1190, 690)
    pane.show()
    qtbot.waitExposed(pane)
    pane.activateWindow()
    qtbot.waitUntil(lambda: pane.model.rowCount() == count)
    pane.focus_list()
    return pane


@contextmanager
def opened_window(qtbot: QtBot, context: Context) -> Iterator[MainWindow]:
    """The whole window in English over what the database holds, Today shown; it speaks English again afterwards."""
    languages = LanguageSwitch()
    languages.use("en")
    made = MainWindow(context, languages)
    qtbot.addWidget(made)
    made.resize(1366, 740)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    context.tasks.opened.emit()
    qtbot.waitUntil(lambda: context.tasks.idle and made.host.current == "today")
    yield made
    languages.use("en")


@contextmanager
def others_written_first(qtbot: QtBot, context: Context) -> Iterator[None]:
    """What is stored within waits for another write, as after an import; then all of it is on disk."""
    free = threading.Event()
    context.tasks.alone(lambda _task: free.wait(180))
    yield
    free.set()
    qtbot.waitUntil(lambda: context.tasks.idle)
