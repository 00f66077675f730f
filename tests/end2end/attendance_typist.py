"""A real process that takes attendance in a profile, with the program's own parts, and says what it showed as saved.

Usage: attendance_typist.py PROFILE SESSION SEED. Types for ever; each line on standard output, "person status", is a
mark that the window showed as saved when it was written. Whoever started it kills it.
"""

import os
import random
import sys
from datetime import datetime
from pathlib import Path
from typing import Any

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QSettings, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from tn_desktop.gui.context import Context, Navigator
from tn_desktop.gui.panes.attendance import AttendancePane
from tn_desktop.gui.tasks import Tasks
from tn_desktop.store.database import Database
from tn_desktop.store.profile import Profile


def main(folder: str, session: str, seed: str) -> None:
    app = QApplication([])
    chance = random.Random(int(seed))
    profile = Profile.at(Path(folder))
    tasks = Tasks()
    settings = QSettings(str(profile.window_state), QSettings.Format.IniFormat)
    pane = AttendancePane(Context(tasks, settings, Navigator(), "en", datetime.now))

    def press(text: str, key: Qt.Key = Qt.Key.Key_unknown) -> None:
        widget = QApplication.focusWidget() or pane.ui.roster
        for kind in (QKeyEvent.Type.KeyPress, QKeyEvent.Type.KeyRelease):
            QApplication.sendEvent(widget, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text))

    def type_on() -> None:
        if not pane.desk.model.rowCount():
            return
        for _ in range(chance.randrange(6)):
            press("", Qt.Key.Key_Down if chance.random() < 0.5 else Qt.Key.Key_Up)
        if pane.desk.suggesting:
            press("", Qt.Key.Key_Escape)
        press(chance.choice("1234"))

    def say(person: int, _session: int, mark: Any) -> None:
        os.write(1, f"{person} {mark.status}\n".encode())

    pane.saved.connect(say)
    pane.resize(1000, 600)
    pane.show()
    timer = QTimer(pane, interval=0)
    timer.timeout.connect(type_on)
    tasks.opened.connect(lambda: pane.open_session(int(session)))
    tasks.opened.connect(timer.start)
    tasks.start(lambda: Database.open(profile))
    app.exec()


if __name__ == "__main__":
    main(*sys.argv[1:4])
