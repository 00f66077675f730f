"""The real program, whole, with somebody at its keys who takes attendance from Today and never stops.

Usage: window_typist.py PROFILE SESSION SEED. Each line on standard output, "person status", is a mark that the window
showed as saved when it was written. Whoever started it kills it.
"""

import os
import random
import sys
from datetime import datetime
from typing import Any

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from tn_desktop import app

NOW = datetime(2026, 3, 14, 12, 40)  # noqa: DTZ001 - the program's own clock is local


class Typist(QObject):
    """Presses a key whenever the program has nothing else to do."""

    def __init__(self, program: app.Application, chance: random.Random) -> None:
        super().__init__(program.window)
        self._program, self._chance = program, chance
        self._pane: Any = None
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._type)
        program.window.first_data.connect(self._timer.start)

    def _type(self) -> None:
        host = self._program.window.host
        if host.current == "attendance":
            self._take_attendance(host.pane("attendance"))
        elif self._program.tasks.idle and host.pane("today").ui.sessions.current() is not None:
            self._press("", Qt.Key.Key_Return)

    def _take_attendance(self, pane: Any) -> None:
        if self._pane is None:
            self._pane = pane
            pane.saved.connect(lambda person, _session, mark: os.write(1, f"{person} {mark.status}\n".encode()))
        if pane.desk.model.rowCount():
            for _ in range(self._chance.randrange(6)):
                self._press("", Qt.Key.Key_Down if self._chance.random() < 0.5 else Qt.Key.Key_Up)
            if pane.desk.suggesting:
                self._press("", Qt.Key.Key_Escape)
            self._press(self._chance.choice("1234"))

    def _press(self, text: str, key: Qt.Key = Qt.Key.Key_unknown) -> None:
        widget = QApplication.focusWidget()
        if widget is not None:
            for kind in (QKeyEvent.Type.KeyPress, QKeyEvent.Type.KeyRelease):
                QApplication.sendEvent(widget, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text))


def main(folder: str, _session: str, seed: str) -> int:
    show = app.Application.show

    def show_with_typist(program: app.Application) -> None:
        # Attendance of that day is taken, also past midnight.
        program.context.now = lambda: NOW
        program.typist = Typist(program, random.Random(int(seed)))  # type: ignore[attr-defined]
        show(program)

    app.Application.show = show_with_typist  # type: ignore[assignment, method-assign]
    return app.run(["--profile", folder])


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:4]))
