"""Somebody types into the planning page of the real program and stops; whoever started it kills it.

Usage: draft_typist.py PROFILE. Prints "kept" as soon as the draft is on the disk.
"""

import os
import sys

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QObject, QTimer

from tests.gui.keys import type_text
from tn_desktop import app
from tn_desktop.gui.context import PlanWish
from tn_desktop.gui.dialogs.plan_workshop import PlanWorkshop
from tn_desktop.services import drafts


class Typist(QObject):
    """Opens the page, types, and looks whether it is kept."""

    def __init__(self, program: app.Application) -> None:
        super().__init__(program.window)
        self._program = program
        self._typed = False
        self._timer = QTimer(self, interval=50)
        self._timer.timeout.connect(self._step)
        program.window.first_data.connect(self._begin)

    def _begin(self) -> None:
        self._program.context.navigator.plan_wanted.emit(PlanWish())
        self._timer.start()

    def _step(self) -> None:
        (dialog,) = self._program.window.findChildren(PlanWorkshop)
        if not self._typed and self._program.tasks.idle:
            self._typed = True
            dialog.activateWindow()
            dialog.ui.venue.setFocus()
            type_text(dialog.ui.venue, "İnönü İlkokulu")
            dialog.ui.title.setFocus()
            type_text(dialog.ui.title, "Problem Ağacı")
        elif self._typed:
            self._program.tasks.read(drafts.drafts, self._look, owner=self)

    def _look(self, found: list[drafts.Draft]) -> None:
        if found and len(found[0].fields) == 2:
            os.write(1, b"kept\n")


def main(folder: str) -> int:
    show = app.Application.show

    def show_with_typist(program: app.Application) -> None:
        program.typist = Typist(program)  # type: ignore[attr-defined]
        show(program)

    app.Application.show = show_with_typist  # type: ignore[assignment, method-assign]
    return app.run(["--profile", folder])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
