"""A process that shows a window and tells when it was painted: the bare one, or the program's."""

import json
import os
import sys
import time
from typing import Any

STARTED = float(os.environ.get("TN_BENCH_STARTED", "0"))
told: dict[str, float] = {}


def note(name: str) -> None:
    """Remember how long after its start the process came here, and what it had worked until then."""
    told.setdefault(name, time.monotonic() - STARTED)
    told.setdefault(f"{name}_cpu", time.process_time())


def bare() -> None:
    """The least a program with a window does."""
    from PySide6.QtCore import QTimer
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QApplication, QMainWindow

    class Window(QMainWindow):
        def paintEvent(self, event: QPaintEvent) -> None:
            super().paintEvent(event)
            note("window")
            QTimer.singleShot(0, application.quit)

    application = QApplication(sys.argv[:1])
    window = Window()
    window.resize(1366, 768)
    window.show()
    application.exec()


def program(profile: str) -> None:
    """The program's own start, watched through the window's signals."""
    sys.argv = ["tn-desktop", "--profile", profile, "--lang", "tr"]
    from tn_desktop.__main__ import load_window, main

    load_window()
    from PySide6.QtCore import QCoreApplication

    from tn_desktop import app
    from tn_desktop.gui.main_window import MainWindow

    shown = app.Application.show

    made = MainWindow.__init__

    def make(self: MainWindow, *arguments: Any) -> None:
        made(self, *arguments)
        # Before whatever the program does once it is painted.
        self.painted.connect(lambda: note("window"))

    def show(self: app.Application) -> None:
        self.window.first_rows.connect(lambda: note("rows"))
        self.window.first_data.connect(ready)
        shown(self)

    def ready() -> None:
        import psutil

        told["memory_mb"] = psutil.Process().memory_info().rss / 1e6
        QCoreApplication.exit(0)

    MainWindow.__init__ = make  # type: ignore[assignment, method-assign]
    app.Application.show = show  # type: ignore[method-assign]
    main()


if __name__ == "__main__":
    bare() if sys.argv[1] == "bare" else program(sys.argv[2])
    print(json.dumps(told), flush=True)
