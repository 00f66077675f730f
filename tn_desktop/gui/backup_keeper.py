"""Has backups made while one works, without anybody thinking of them."""

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, QTimer, Signal

from tn_desktop.gui.context import Context
from tn_desktop.gui.tasks import Task

if TYPE_CHECKING:
    from tn_desktop.services.backups import Made
    from tn_desktop.store.database import Database

SECOND_PLACE: Final = "backup/second"
EVERY: Final = 10 * 60_000
"""Milliseconds between two looks whether a backup is due."""
FIRST: Final = 30_000
"""Milliseconds after the start at which that is looked for first."""


def second_place(context: Context) -> Path | None:
    """The second place for backups, if one was chosen."""
    held = str(context.choices.value(SECOND_PLACE) or "")
    return Path(held) if held else None


class BackupKeeper(QObject):
    """Looks now and then whether a backup is due.

    Attributes:
        trouble: why the last backup, or its copy in the second place, could not be made; None when it could.

    Signals:
        made(object): a look has ended: `Made`, or the error that stopped it.
    """

    made = Signal(object)

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.trouble: Any = None
        self._context = context
        self._running = False
        self._first = QTimer(self, singleShot=True, interval=FIRST)
        self._first.timeout.connect(self.look)
        self._timer = QTimer(self, interval=EVERY)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Begin to look."""
        self._first.start()
        self._timer.start()

    def stop(self) -> None:
        """Look no more, for instance while the data are replaced."""
        self._first.stop()
        self._timer.stop()

    def look(self, anyhow: bool = False) -> None:
        """Make a backup if one is due, or `anyhow`; one at a time."""
        database = self._context.tasks.database
        if self._running or database is None:
            return
        if database.on_server:  # a server is backed up where it runs
            self._context.tasks.run(lambda _task: _tidy(database), owner=self)
            return
        self._running = True
        now, second = self._context.now(), second_place(self._context)

        def work(_task: Task) -> "Made":
            from tn_desktop.services import backups

            made = backups.make_due(database, now, second, anyhow=anyhow)
            if made.backup is not None:
                _tidy(database)
            return made

        self._context.tasks.run(work, self._on_made, self._on_failed, owner=self)

    def _on_made(self, made: "Made") -> None:
        self._running = False
        self.trouble = made.trouble
        self.made.emit(made)

    def _on_failed(self, error: Any) -> None:
        self._running = False
        self.trouble = error
        self.made.emit(error)


def _tidy(database: "Database") -> None:
    """Let go of contents of files that nothing has led to for a month."""
    from tn_desktop.services import output_files

    output_files.tidy(database)
