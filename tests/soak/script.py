"""Somebody at the keys of the real window: a script that waits for what it depends on, run by the window's own loop."""

import os
import sys
import time
import traceback
from collections.abc import Callable, Generator, Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tn_desktop import app
from tn_desktop.services import records

K: Final = Qt.Key
PLAIN: Final = Qt.KeyboardModifier.NoModifier
CTRL: Final = Qt.KeyboardModifier.ControlModifier
PATIENCE: Final = float(os.environ.get("TN_DESKTOP_SOAK_PATIENCE", "120"))
"""Seconds a condition may take before the script counts as stuck; ten times what a busy machine needs."""
LOOKS_AGAIN: Final = 3
"""Milliseconds: without a pause, looking would take the interpreter from the threads that it waits for."""

Until = Callable[[], object]
Script = Iterator[Until]
"""Yields conditions, and goes on when the last one holds."""


class Stuck(Exception):
    """A condition never came; says which step waited for it."""


class Faulty(Exception):
    """The program met a bug, or something did not go; says which step met it."""


class Hands(QObject):
    """Presses keys where the cursor is.

    Attributes:
        program: the running program.
        faults: what went wrong in it; the script ends at the first.
    """

    def __init__(self, program: app.Application) -> None:
        super().__init__(program.window)
        self.program = program
        self._script: Script = iter(())
        self._until: Until = lambda: True
        self._since = 0.0
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._go_on)
        self._lost = ""
        self.faults: list[object] = []
        program.tasks.crashed.connect(self.faults.append)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._on_focus)

    def play(self, script: Script) -> None:
        """Begin a script; the program ends with status 3 and the place on standard error where it is stuck."""
        self._script, self._until, self._since = script, lambda: True, time.monotonic()
        self._timer.start()

    def _go_on(self) -> None:
        try:
            if self.faults:
                raise Faulty(f"{_place(self._script)}, {self._where()}: {self.faults}")
            if not self._until():
                if time.monotonic() - self._since > PATIENCE:
                    raise Stuck(f"{_place(self._script)}, {self._where()}")
                self._timer.setInterval(LOOKS_AGAIN)
                return
            self._until, self._since = next(self._script), time.monotonic()
            self._timer.setInterval(0)
        except StopIteration:
            self._timer.stop()
        except Exception as error:  # noqa: BLE001 - whatever it is, the run has failed and says where
            self._timer.stop()
            traceback.print_exception(error)
            sys.stderr.flush()
            QCoreApplication.exit(3)

    def _on_focus(self, before: QWidget | None, now: QWidget | None) -> None:
        """Remember how the cursor was lost, for a script that waits for it."""
        if now is None and before is not None:
            self._lost = f"lost from {before.objectName()}:\n" + "".join(traceback.format_stack(limit=14))

    def _where(self) -> str:
        held = (QApplication.activeModalWidget(), QApplication.activeWindow(), QApplication.focusWidget())
        names = [f"{type(one).__name__} {one.objectName()}" if one is not None else "–" for one in held]
        return (
            f"dialog {names[0]}, window {names[1]}, cursor {names[2]}, idle {self.idle}, at {self.shown}, {self._lost}"
        )

    # --- keys

    def _cursor(self) -> QWidget:
        widget: QWidget | None = QApplication.activePopupWidget() or QApplication.focusWidget()
        if widget is None:
            (QApplication.activeModalWidget() or self.program.window).activateWindow()
            widget = QApplication.focusWidget() or self.program.window
        return widget

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = PLAIN, times: int = 1) -> None:
        """A key, also one of a shortcut."""
        for _ in range(times):
            QTest.keyClick(self._cursor(), key, modifier)

    def write(self, text: str) -> None:
        """Letters and digits, of whatever alphabet: QTest knows no letter beyond Latin 1."""
        for letter in text:
            key = ord(letter.upper()) if letter.isascii() else K.Key_unknown
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(self._cursor(), QKeyEvent(kind, key, PLAIN, letter))

    def copy(self, text: str) -> None:
        """Put text on the clipboard, as Excel does."""
        QGuiApplication.clipboard().setText(text)

    # --- what is shown

    @property
    def idle(self) -> bool:
        """Whether nothing is on its way to or from the disk."""
        return self.program.tasks.idle

    def pane(self, name: str) -> Any:
        """A pane of the window."""
        return self.program.window.host.pane(name)

    @property
    def shown(self) -> str:
        """Name of the pane that is shown."""
        return self.program.window.host.current

    def ids(self, entity: str, most: int = 40) -> list[int]:
        """Ids of the first rows of an entity."""
        database = self.program.tasks.database
        assert database is not None
        with database.read() as connection:
            rows = records.listing(connection, entity, limit=most)[1]
            return [records.id_of(connection, entity, row["uid"]) for row in rows]

    def dialog(self, kind: str) -> Any:
        """The modal dialog of that class, or None while there is none."""
        found = QApplication.activeModalWidget()
        return found if type(found).__name__ == kind else None

    def at(self, kind: str) -> bool:
        """Whether the dialog of that class is open with the cursor in it, and nothing is on its way."""
        found, cursor = self.dialog(kind), QApplication.focusWidget()
        if found is not None and cursor is None:
            found.activateWindow()
        return found is not None and cursor is not None and cursor.window() is found and self.idle

    def ready(self) -> bool:
        """Whether the window has the keys and nothing is on its way. Without a window manager, nobody gives them back
        to the window whose dialog was closed."""
        if QApplication.activeWindow() is None:
            (QApplication.activeModalWidget() or self.program.window).activateWindow()
        return self.idle and QApplication.activeWindow() is not None and QApplication.focusWidget() is not None

    def no_dialog(self) -> bool:
        """Whether no dialog is open, and nothing on its way."""
        return QApplication.activeModalWidget() is None and self.idle


def paste_people(hands: Hands, names: Sequence[str], family: str) -> Generator[Until, None, Any]:
    """A list out of Excel, up to the wizard's page of rows; the wizard."""
    hands.program.window.go("people")
    yield hands.ready
    hands.pane("people").focus_list()
    hands.copy("\n".join(["Ad\tSoyad\tBranş", *(f"{name}\t{family}\tTarih" for name in names)]))
    hands.press(K.Key_V, CTRL)
    yield lambda: hands.dialog("ImportWizard") is not None
    wizard = hands.dialog("ImportWizard")
    yield lambda: hands.idle and wizard.ui.next.isEnabled()
    wizard.ui.next.click()
    yield lambda: wizard.ui.pages.currentIndex() == 1 and wizard.ui.next.isEnabled()
    return wizard


def _place(script: Any) -> str:
    """Where a script of scripts waits."""
    places = []
    while script is not None:
        frame = getattr(script, "gi_frame", None)
        if frame is not None:
            places.append(f"{frame.f_code.co_name}:{frame.f_lineno}")
        script = getattr(script, "gi_yieldfrom", None)
    return " > ".join(places)


def run_program(
    profile: Path, script: Callable[[Hands], Script], language: str = "tr", from_the_start: bool = False
) -> int:
    """Run the whole program over a profile with somebody at its keys; returns its exit status.

    The script begins when the first data are shown; `from_the_start` when the window is, as where it is locked.
    """
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    show = app.Application.show

    def show_with_hands(program: app.Application) -> None:
        hands = Hands(program)
        begin = program.window.painted if from_the_start else program.window.first_data
        begin.connect(lambda: hands.play(script(hands)), Qt.ConnectionType.SingleShotConnection)
        show(program)

    app.Application.show = show_with_hands  # type: ignore[assignment, method-assign]
    return app.run(["--profile", str(profile), "--lang", language])
