"""Somebody opens a notebook on a stick in the real window, adds a person, and closes it.

Usage: portable_visitor.py PROFILE PASSPHRASE. Ends with 0 when all of it was done.
"""

import os
import sys

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QObject, QTimer

from tn_desktop import app
from tn_desktop.gui.widgets.unlock_page import UnlockPage
from tn_desktop.services import records


class Visitor(QObject):
    """Does one thing after the other as soon as it can be done."""

    def __init__(self, program: app.Application, passphrase: str) -> None:
        super().__init__(program.window)
        self._program, self._passphrase = program, passphrase
        self._done = False
        self._timer = QTimer(self, interval=20)
        self._timer.timeout.connect(self._step)
        self._timer.start()
        program.window.first_data.connect(self._add)

    def _step(self) -> None:
        page = self._program.window.ui.stack.currentWidget()
        if isinstance(page, UnlockPage) and page._work is None:
            self._timer.stop()
            page.ui.passphrase.setText(self._passphrase)
            page.try_it()

    def _add(self) -> None:
        self._program.tasks.write(
            "Add", lambda uow: records.add(uow, "people", {"given_name": "Zübeyde"}), lambda _changes: self._leave()
        )

    def _leave(self) -> None:
        self._program.window.close()


def main(folder: str, passphrase: str) -> int:
    show = app.Application.show

    def show_with_visitor(program: app.Application) -> None:
        program.visitor = Visitor(program, passphrase)  # type: ignore[attr-defined]
        show(program)

    app.Application.show = show_with_visitor  # type: ignore[assignment, method-assign]
    return app.run(["--profile", folder])


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:3]))
