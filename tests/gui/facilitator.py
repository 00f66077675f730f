"""A facilitator at her laptop: the real program over a real profile, used by keys alone, and what is then on disk."""

from collections.abc import Callable
from datetime import datetime
from typing import Any, TypeVar

import psycopg
import shiboken6
import sqlcipher3.dbapi2 as driver
from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QGroupBox, QLabel, QTabBar, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.keys import type_text
from tn_desktop.app import Application, Options
from tn_desktop.gui.main_window import MainWindow
from tn_desktop.store.profile import Profile

K = Qt.Key
PLAIN, CTRL, SHIFT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
Dialog = TypeVar("Dialog", bound=QDialog)


def shared_keys(place: QWidget) -> dict[str, list[str]]:
    """Alt keys that more than one thing in sight within a part of the window shows, with their texts."""
    texts = [button.text() for button in place.findChildren(QAbstractButton) if button.isVisible()]
    texts += [label.text() for label in place.findChildren(QLabel) if label.isVisible() and label.buddy()]
    texts += [box.title() for box in place.findChildren(QGroupBox) if box.isVisible()]
    for tabs in place.findChildren(QTabBar):
        texts += [tabs.tabText(number) for number in range(tabs.count()) if tabs.isVisible()]
    found: dict[str, list[str]] = {}
    for text in texts:
        keys = QKeySequence.mnemonic(text)
        if not keys.isEmpty():
            found.setdefault(keys.toString(), []).append(text)
    return {keys: shown for keys, shown in found.items() if len(shown) > 1}


class Facilitator:
    """Presses keys where the cursor is, and nowhere else: a lost cursor fails.

    Attributes:
        program: the running program, None while it is closed.
    """

    def __init__(self, qtbot: QtBot, qt: QApplication, profile: Profile, now: datetime, language: str = "tr") -> None:
        self.qtbot, self._qt, self.profile, self._now = qtbot, qt, profile, now
        self._language = language
        self._crashes: list[Any] = []
        self.program: Application | None = None

    # --- the program

    def open(self) -> None:
        """Start the program and wait until it shows what is stored."""
        program = Application(
            self._qt, self.profile, Options(self.profile.directory, self._language, database=self.profile.server)
        )
        program.context.now = lambda: self._now
        program.tasks.crashed.connect(self._crashes.append)
        self.program = program
        with self.qtbot.waitSignal(program.window.first_data):
            program.show()
        self.window.resize(1366, 740)
        self.wait(lambda: QApplication.focusWidget() is not None)
        self.settle()

    def quit(self) -> None:
        """Leave by Ctrl+Q; everything that was handed over is written."""
        program, self.program = self.program, None
        assert program is not None
        self._press(K.Key_Q, CTRL)
        self.wait(lambda: not program.window.isVisible())
        self._end(program)

    def leave(self) -> None:
        """After a test, however it ended."""
        if self.program is not None:
            program, self.program = self.program, None
            program.window.close()
            self._end(program)
        assert self._crashes == []

    def _end(self, program: Application) -> None:
        program.close()
        shiboken6.delete(program.window)
        program.end_logs()

    @property
    def window(self) -> MainWindow:
        """The program's window."""
        assert self.program is not None
        return self.program.window

    @property
    def shown(self) -> str:
        """Name of the pane that is shown."""
        return self.window.host.current

    @property
    def pane(self) -> Any:
        """The pane that is shown."""
        return self.window.host.pane(self.shown)

    # --- keys

    @property
    def cursor(self) -> Any:
        """What has the keys."""
        if QApplication.activeWindow() is None:
            # A closed dialog's window gets them back from the window manager, which the test's platform has not; the
            # cursor is where that window itself left it.
            (QApplication.activeModalWidget() or self.window).activateWindow()
            self.wait(lambda: QApplication.activeWindow() is not None)
        popup = QApplication.activePopupWidget()
        widget: QWidget | None = popup or QApplication.focusWidget()
        assert widget is not None, "nothing has the keys"
        return widget

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = PLAIN, times: int = 1) -> None:
        """Press a key, and wait until what it asked for is done."""
        for _ in range(times):
            self._press(key, modifier)
            self.settle()

    def write(self, text: str) -> None:
        """Type letters and digits."""
        for letter in text:
            type_text(self.cursor, letter)

    def write_over(self, text: str) -> None:
        """Type over what stands in the field."""
        self._press(K.Key_A, CTRL)
        self.write(text)

    def tab_to(self, wanted: QWidget, most: int = 30) -> None:
        """Tab until the cursor is there."""
        for _ in range(most):
            if self.cursor is wanted:
                return
            self._press(K.Key_Tab)
        raise AssertionError(f"Tab does not come to {wanted.objectName() or wanted}")

    def use(self, button: QAbstractButton) -> None:
        """Press the Alt key that a button or its label shows."""
        self.press_sequence(QKeySequence.mnemonic(button.text()), button.text())

    def use_tab(self, tabs: Any, tab: QWidget) -> None:
        """Press the Alt key that a tab shows."""
        text = tabs.tabText(tabs.indexOf(tab))
        self.press_sequence(QKeySequence.mnemonic(text), text)

    def press_sequence(self, keys: QKeySequence, what: str = "") -> None:
        """Press a shortcut."""
        assert not keys.isEmpty(), f"no Alt key in “{what}”"
        combination = keys[0]  # type: ignore[index]
        assert isinstance(combination, QKeyCombination)
        self.press(combination.key(), combination.keyboardModifiers())

    def paste(self, text: str) -> None:
        """Put text on the clipboard, as Excel does, and press Ctrl+V."""
        QGuiApplication.clipboard().setText(text)
        self.press(K.Key_V, CTRL)

    def _press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = PLAIN) -> None:
        QTest.keyClick(self.cursor, key, modifier)

    def clashes(self) -> dict[str, list[str]]:
        """Alt keys that more than one thing in sight shows, with their texts."""
        return shared_keys(QApplication.activeModalWidget() or self.window)

    # --- waiting

    def wait(self, until: Callable[[], Any]) -> None:
        """Wait for a condition."""
        self.qtbot.waitUntil(until)

    def settle(self) -> None:
        """Wait until nothing is on its way to or from the disk."""
        if self.program is not None:
            tasks = self.program.tasks
            self.wait(lambda: tasks.idle)

    def dialog(self, kind: type[Dialog]) -> Dialog:
        """The dialog that opens, with the cursor in it."""

        def found() -> QWidget | None:
            return QApplication.activeModalWidget()

        self.wait(lambda: isinstance(found(), kind))
        dialog = found()
        assert isinstance(dialog, kind)
        self.wait(lambda: dialog.isAncestorOf(self.cursor))
        self.settle()
        return dialog

    def gone(self, kind: type[QDialog]) -> None:
        """Wait until a dialog has closed and the window has the cursor."""
        self.wait(lambda: not isinstance(QApplication.activeModalWidget(), kind))
        self.settle()
        assert self.cursor.window() is self.window

    # --- the disk

    def disk(self, statement: str, *values: object) -> list[Any]:
        """Rows as a second connection reads them; single values where one column is asked for."""
        connection: Any
        if self.profile.server:
            connection = psycopg.connect(self.profile.server.replace("+psycopg", ""))
            statement = statement.replace("?", "%s")
        else:
            connection = driver.connect(f"file:{self.profile.database}?mode=ro", uri=True)
        try:
            rows = connection.execute(statement, values).fetchall()
        finally:
            connection.close()
        return [row[0] if len(row) == 1 else tuple(row) for row in rows]

    def people(self) -> list[str]:
        """Full names on disk."""
        return self.disk(
            "SELECT trim(coalesce(given_name, '') || ' ' || coalesce(family_name, '')) FROM person WHERE alive = 1 "
            "ORDER BY sort_key"
        )
