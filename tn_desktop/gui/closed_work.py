"""Work on the files of a profile that nobody may have open: the data are closed, worked on, and opened again."""

import threading
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from tn_desktop.gui.tasks import Tasks
from tn_desktop.model.errors import AppError


class ClosedWork(QObject):
    """One piece of such work: `run` begins it, one of the signals ends it; in any case the data are to be opened again.

    It is gone after that signal, and with it what its connections hold: a page, an answer of the work.

    Signals:
        progress(int, int): so much is done, of so much.
        done(object): it is done; what it gave.
        refused(AppError): it was not, and nothing has changed.
        crashed(Exception): a bug.
    """

    progress = Signal(int, int)
    done = Signal(object)
    refused = Signal(object)
    crashed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread: threading.Thread | None = None

    def run(self, work: Callable[[Callable[[int, int], None]], Any], tasks: Tasks | None = None) -> None:
        """Close the data of `tasks`, which finishes what was being stored, and do the work in a thread of its own.

        The work is given what it may tell its progress to.
        """
        if tasks is not None:
            tasks.close()
        for end in (self.done, self.refused, self.crashed):
            end.connect(self._leave)  # after everybody else, who is to be told first
        self._thread = threading.Thread(target=self._work, args=(work,), name="closed work", daemon=True)
        self._thread.start()

    def wait(self) -> None:
        """Until it is done, where nobody will hear of it: the program ends."""
        if self._thread is not None:
            self._thread.join()

    def _work(self, work: Callable[[Callable[[int, int], None]], Any]) -> None:
        tell: Callable[[object], None]
        try:
            what: object = work(self.progress.emit)
            tell = self.done.emit
        except AppError as error:
            what, tell = error, self.refused.emit
        except Exception as error:  # noqa: BLE001 - whatever it is has to reach the window
            what, tell = error, self.crashed.emit
        tell(what)

    def _leave(self, _what: object) -> None:
        """Nobody may go while the other thread still tells of the end."""
        self.wait()
        self.deleteLater()
