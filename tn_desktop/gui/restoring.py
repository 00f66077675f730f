"""Going back to a backup while the window is open: the data are closed, replaced and opened again."""

import threading
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from tn_desktop.gui.tasks import Tasks
from tn_desktop.model.errors import AppError

if TYPE_CHECKING:
    from tn_desktop.store.profile import Profile


class Restoring(QObject):
    """One restoring: `run` begins it, one of the signals ends it; in both cases the data have to be opened again.

    Signals:
        done(object): the data are replaced; where the former ones are kept (Path or None).
        refused(AppError): nothing has changed.
        crashed(Exception): a bug; nothing of it is known.
    """

    done = Signal(object)
    refused = Signal(object)
    crashed = Signal(object)

    def __init__(self, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._thread: threading.Thread | None = None

    def run(self, profile: "Profile", file: Path) -> None:
        """Close the data, which finishes what was being stored, and put the backup in their place."""
        self._tasks.close()
        self._thread = threading.Thread(target=self._work, args=(profile, file), name="restore", daemon=True)
        self._thread.start()

    def _work(self, profile: "Profile", file: Path) -> None:
        from tn_desktop.services import safety

        tell: Callable[[object], None]
        try:
            what: object = safety.restore(profile, file)
            tell = self.done.emit
        except AppError as error:
            what, tell = error, self.refused.emit
        except Exception as error:  # noqa: BLE001 - whatever it is has to reach the window
            what, tell = error, self.crashed.emit
        tell(what)
