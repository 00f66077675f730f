"""Looks now and then whether another program, such as the command line, wrote into the open database."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

from tn_desktop.gui.tasks import Tasks
from tn_desktop.model.changes import Changes
from tn_desktop.model.errors import AppError, Cancelled

if TYPE_CHECKING:
    from sqlalchemy import Connection

EVERY: Final = 2_000
"""Milliseconds between two looks."""


class Watcher(QObject):
    """Tells the panes by `Tasks.changed` what others wrote; such changes have no label."""

    def __init__(self, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._known = 0
        self._away = False
        self._timer = QTimer(self, interval=EVERY)
        self._timer.timeout.connect(self.look)
        tasks.changed.connect(self._on_changed)

    def start(self, newest: int) -> None:
        """Begin to look for what comes after the unit of work `newest`."""
        self._known = max(self._known, newest)
        self._timer.start()

    def stop(self) -> None:
        """Look no more; the next data have units of work of their own."""
        self._timer.stop()
        self._known = 0

    def look(self) -> None:
        """Look now, unless something of our own is on its way."""
        if self._tasks.idle and self._tasks.database is not None:
            known = self._known
            self._tasks.read(
                lambda connection: _since(connection, known), self._on_read, self._on_failed, self, channel="watch"
            )

    def _on_failed(self, error: AppError) -> None:
        """A server that is away is told of once, not at every look."""
        if not self._away and not isinstance(error, Cancelled):
            self._away = True
            self._tasks.failed.emit(error)

    def _on_read(self, _changes: Changes) -> None:
        self._away = False

    def _on_changed(self, changes: Changes, owner: object) -> None:
        # Where a number lies between, somebody else wrote a moment before: the next look tells of it.
        if owner is self or changes.lsn == self._known + 1:
            self._known = max(self._known, changes.lsn)


def _since(connection: "Connection", lsn: int) -> Changes:
    from tn_desktop.services import watch

    return watch.since(connection, lsn)
