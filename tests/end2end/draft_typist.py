"""Somebody types into a form of the real program and stops; whoever started it kills it.

Usage: draft_typist.py PROFILE FORM [ROW], FORM being one of FORMS. Prints "kept" as soon as the draft is on the disk.
"""

import os
import sys
from collections.abc import Callable, Mapping
from typing import Any, Final

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from tests.gui.keys import type_text
from tn_desktop import app
from tn_desktop.gui.context import NeedsWish, PlanWish
from tn_desktop.gui.dialogs.plan_workshop import PlanWorkshop
from tn_desktop.gui.main_window import MainWindow
from tn_desktop.gui.widgets.drafted import bring_into_view
from tn_desktop.services import drafts

PLAN, PERSON, COUNT, CELL = "plan", "person", "count", "cell"

Fields = Mapping[str, str]
"""Object names of fields, in the order in which they are typed into -> what is typed."""
TYPED: Final[Mapping[str, Fields]] = {
    PLAN: {"venue": "İnönü İlkokulu", "title": "Problem Ağacı"},
    PERSON: {"notes": "Pazartesi aranacak"},
    COUNT: {"line": "Kütüphane geç açılıyor"},
    CELL: {"": "Şenlik"},
}


class Form:
    """One form: how it is opened, and its fields while they are there."""

    def __init__(self, window: MainWindow, name: str, row: int) -> None:
        self._window, self._name, self._row = window, name, row

    def open(self) -> None:
        opened: Mapping[str, Callable[[], Any]] = {
            PLAN: lambda: self._window.context.navigator.plan_wanted.emit(PlanWish()),
            PERSON: lambda: self._window.go("people", self._row),
            COUNT: lambda: self._window.context.navigator.needs_wanted.emit(NeedsWish(session=self._row)),
            CELL: lambda: self._window.go("organisation"),
        }
        opened[self._name]()

    def field(self, name: str) -> Any:
        """A field that can be typed into by now, or None."""
        if self._name == PLAN:
            (dialog,) = self._window.findChildren(PlanWorkshop)
            return getattr(dialog.ui, name)
        pane = self._window.host.pane(self._window.host.current)
        if self._name == PERSON:
            form = pane.page.form
            return form.editors[name] if form.key == self._row else None
        if self._name == COUNT:
            return pane.counting.line if pane.counting.line.isEnabled() else None
        table = pane.ui.history
        if not table.choose(self._row):
            return None
        table.edit_cell("title")
        return table.indexWidget(table.currentIndex())


class Typist(QObject):
    """Opens the form, types, and looks whether it is kept."""

    def __init__(self, program: app.Application, name: str, row: int) -> None:
        super().__init__(program.window)
        self._program, self._form = program, Form(program.window, name, row)
        self._typed, self._left = TYPED[name], dict(TYPED[name])
        self._timer = QTimer(self, interval=50)
        self._timer.timeout.connect(self._step)
        program.window.first_data.connect(self._begin)

    def _begin(self) -> None:
        self._form.open()
        self._timer.start()

    def _step(self) -> None:
        if not self._left:
            self._program.tasks.read(drafts.drafts, self._look, owner=self)
        elif self._program.tasks.idle:
            name, text = next(iter(self._left.items()))
            field: QWidget | None = self._form.field(name)
            if field is None:
                return
            bring_into_view(field)
            field.window().activateWindow()
            field.setFocus()
            if hasattr(field, "selectAll"):
                field.selectAll()
            type_text(field, text)
            del self._left[name]

    def _look(self, found: list[drafts.Draft]) -> None:
        if found and {field.text for field in found[0].fields} == {*self._typed.values()}:
            os.write(1, b"kept\n")


def main(folder: str, name: str, row: str = "0") -> int:
    show = app.Application.show

    def show_with_typist(program: app.Application) -> None:
        program.typist = Typist(program, name, int(row))  # type: ignore[attr-defined]
        show(program)

    app.Application.show = show_with_typist  # type: ignore[assignment, method-assign]
    return app.run(["--profile", folder])


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
