"""Opens the form of a draft again and fills it in: its pane, its row and its tab first, then what was typed."""

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from tn_desktop.gui.drafts import AT, PANE
from tn_desktop.gui.places import PANES
from tn_desktop.gui.widgets.drafted import Drafted, is_alive, unplain
from tn_desktop.gui.widgets.drafted_cell import CELL, put_back_cell

if TYPE_CHECKING:
    from tn_desktop.gui.main_window import MainWindow
    from tn_desktop.services.drafts import Draft

STEP: Final = 50
"""Milliseconds between two looks whether the form is ready."""
QUIET: Final = 4
"""Looks in a row that find nothing being read any more, before a form counts as ready."""
PATIENCE: Final = 400
"""Looks after which the form is given up; the office's list of a million is read long before."""


class DraftOpening(QObject):
    """One draft on its way into its form.

    Signals:
        filled(object): it stands in this form.
        failed: the form, or what it was about, is not there any more; the draft stays.
    """

    filled = Signal(object)
    failed = Signal()

    def __init__(self, window: "MainWindow", draft: "Draft", parent: QObject) -> None:
        super().__init__(parent)
        self._window, self._draft = window, draft
        self._dialog: QWidget | None = None
        self._looks = self._quiet = 0
        self._timer = QTimer(self, interval=STEP)
        self._timer.timeout.connect(self._look)

    def begin(self) -> None:
        """Open it; one of the signals follows."""
        try:
            self._open()
        except (KeyError, TypeError, ValueError, AttributeError, ImportError):
            # Of another version, or nobody's.
            self._end(None)
            return
        self._timer.start()

    def _open(self) -> None:
        place = dict(self._draft.place)
        if PANE not in place:
            name = self._draft.form
            if not place or not name.isidentifier():
                raise ValueError
            module = import_module(f"tn_desktop.gui.dialogs.{name}")
            self._dialog = module.reopen(self._window.context, place, self._window)
            return
        if place[PANE] not in PANES:
            raise ValueError
        pane = self._window.host.show(place[PANE])
        self._window.activateWindow()
        if place[AT] is not None:
            pane.return_to(unplain(place[AT]))

    def _look(self) -> None:
        self._looks += 1
        self._quiet = self._quiet + 1 if self._window.context.tasks.idle else 0
        if self._looks > PATIENCE:
            self._end(None)
            return
        if self._quiet < QUIET:
            return
        form, place = self._form(), self._draft.place
        if form is None:
            return
        if not form.is_at(place):
            self._quiet = 0
            form.come_to_draft(place)
            return
        values = dict(self._draft.values)
        cell = values.pop(CELL, None)
        try:
            # The rows of a table come after their page.
            if cell is not None and not put_back_cell(form, cell):
                return
        except (KeyError, TypeError, ValueError):
            self._end(None)
            return
        if values:
            form.take_draft(values)
        self._end(form)

    def _form(self) -> Any:
        if self._dialog is not None:
            return self._dialog if is_alive(self._dialog) and self._dialog.isVisible() else None
        pane = self._window.host.pane(self._window.host.current)
        name = self._draft.form.rpartition("/")[2]
        found = [one for one in (pane, *pane.findChildren(QWidget)) if isinstance(one, Drafted)]
        found = [one for one in found if one.draft_name() == name]
        shown = [one for one in found if isinstance(one, QWidget) and one.isVisible()]
        return (shown or found or [None])[0]

    def _end(self, form: Any) -> None:
        self._timer.stop()
        self.failed.emit() if form is None else self.filled.emit(form)
        self.deleteLater()
