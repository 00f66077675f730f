"""Keeps the notebook and a shared folder in step while the window is open, without anybody thinking of it."""

import threading
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QFileSystemWatcher, QObject, QTimer, Signal

from tn_desktop.gui.context import Context, sentence, translate
from tn_desktop.gui.files_came import tell_files_came
from tn_desktop.gui.tasks import Task
from tn_desktop.model.errors import AppError, Cancelled

if TYPE_CHECKING:
    from tn_desktop.exchange.folder.passing import FolderSync
    from tn_desktop.exchange.sync.attachments import Beside
    from tn_desktop.exchange.sync.receiving import Options
    from tn_desktop.exchange.sync.report import SyncReport
    from tn_desktop.store.database import Database

PLACE: Final = "exchange/syncFolder"
ON: Final = "exchange/syncFolderOn"
EVERY: Final = 15_000
"""Milliseconds between two looks: a network drive tells nobody that something has changed."""
SOON: Final = 1_500
"""Milliseconds after a change of the folder at which it is looked at."""
ANSWER_AFTER: Final = 3_600.0
"""Seconds after a file of ours before one that only says what we have."""


class FolderWatch(QObject):
    """Looks into the shared folder, takes in what is new there, one file after the other, and writes what others lack.

    Files are read and written beside the notebook's own threads; only the merge of one file takes its turn among the
    writes.

    Attributes:
        looked_at: when the last look ended well.
        trouble_now: why the last one did not.
        waiting: names of files that are not all there yet.
        keeper: the sync tool that keeps the folder in which the database itself lies, "" for none.

    Signals:
        taken(object): files were taken in: a SyncReport.
        trouble(object): a look could not be done: an AppError; it is told when it begins.
        shown: something that is shown of it has changed.
        kept(str): the database itself lies in a folder that this sync tool keeps.
    """

    taken = Signal(object)
    trouble = Signal(object)
    shown = Signal()
    kept = Signal(str)

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.looked_at: datetime | None = None
        self.trouble_now: AppError | None = None
        self.waiting: tuple[str, ...] = ()
        self.keeper = ""
        self._context = context
        self._sync: FolderSync | None = None
        self._busy = self._again = False
        self._stop = threading.Event()
        self._files = QFileSystemWatcher(self)
        self._files.directoryChanged.connect(self._look_soon)
        self._soon = QTimer(self, singleShot=True, interval=SOON)
        self._soon.timeout.connect(self.look)
        self._timer = QTimer(self, interval=EVERY)
        self._timer.timeout.connect(self.look)
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self.stop)

    # --- what was chosen

    @property
    def folder(self) -> Path | None:
        """The folder that was chosen."""
        held = str(self._context.choices.value(PLACE) or "")
        return Path(held) if held else None

    @property
    def on(self) -> bool:
        """Whether it is kept in step."""
        return self.folder is not None and str(self._context.choices.value(ON, "true")).lower() == "true"

    def choose(self, folder: Path | None, on: bool = True) -> None:
        """Keep the notebook in step with a folder from now on, or no more."""
        self._context.choices.put(PLACE, str(folder or ""))
        self._context.choices.put(ON, on)
        self.begin_anew()

    def begin_anew(self) -> None:
        """Something was chosen differently, such as the passphrase."""
        self._stop.set()
        self._sync = None
        self.trouble_now, self.waiting, self.looked_at = None, (), None
        self._watch()
        self.shown.emit()
        self._look_soon()

    # --- beginning and ending

    def start(self) -> None:
        """The data are open."""
        self._sync = None
        self._watch()
        self._look_soon()
        self._look_around()

    def stop(self) -> None:
        """Look no more, for instance while the data are replaced; what is being read is given up."""
        self._stop.set()
        self._again = False
        self._soon.stop()
        self._timer.stop()
        if watched := self._files.directories():
            self._files.removePaths(watched)

    def _watch(self) -> None:
        if watched := self._files.directories():
            self._files.removePaths(watched)
        if self.on:
            self._files.addPath(str(self.folder))
            if self.folder is not None and (beside := self.folder / "TN-files").is_dir():
                self._files.addPath(str(beside))
            self._timer.start()
        else:
            self._timer.stop()

    def _look_soon(self, _folder: str = "") -> None:
        self._soon.start()

    def _look_around(self) -> None:
        """Whether the database itself lies where a sync tool would copy it while it is open."""
        database = self._context.tasks.database
        if database is None or database.on_server:
            return
        place = database.profile.database.parent

        def work(_task: Task) -> str:
            from tn_desktop.exchange.folder.keepers import keeper_of

            return keeper_of(place)

        self._context.tasks.run(work, self._on_keeper, owner=self)

    def _on_keeper(self, keeper: str) -> None:
        self.keeper = keeper
        if keeper:
            self.kept.emit(keeper)
            self.shown.emit()

    # --- a look, step by step

    def look(self) -> None:
        """Look now; one look at a time."""
        database, folder = self._context.tasks.database, self.folder
        if database is None or folder is None or not self.on:
            return
        if self._busy:
            self._again = True
            return
        self._busy, self._again = True, False
        self._stop = threading.Event()
        stop, sync = self._stop, self._sync

        def work(_task: Task) -> "tuple[FolderSync, Path | None, Options | None, tuple[str, ...]]":
            used = sync or _made(database, folder)
            found = used.look(database)
            if not found.ready:
                return used, None, None, found.waiting
            # One at a time: between two of them others may write.
            return used, found.ready[0], used.read(database, found.ready[0], stop.is_set), found.waiting

        self._context.tasks.run(work, lambda found: self._on_looked(stop, *found), self._on_failed, owner=self)

    def _on_looked(
        self,
        stop: threading.Event,
        sync: "FolderSync",
        file: Path | None,
        options: "Options | None",
        waiting: tuple[str, ...],
    ) -> None:
        if self._is_given_up(stop):
            return
        self._sync, self.waiting = sync, waiting
        if file is None:
            self._write(sync)
            return
        database, now = self._database, self._context.now().astimezone()

        def work(_task: Task) -> "SyncReport":
            return sync.take(database, [file], now, cancelled=stop.is_set, options=options)

        self._context.tasks.alone(work, lambda report: self._on_taken(stop, report), self._on_failed, owner=self)

    def _on_taken(self, stop: threading.Event, report: "SyncReport") -> None:
        for one in (*report.files, *report.released):
            if one.changes:
                self._context.tasks.changed.emit(replace(one.changes, label=""), None)
        if report.files or report.released:
            self.taken.emit(report)
            self._context.navigator.told.emit(self.told(report))
        if not self._is_given_up(stop):
            self._busy = False
            self.look()

    def _write(self, sync: "FolderSync") -> None:
        database, now, stop = self._database, self._context.now().astimezone(), self._stop

        def progress(_done: int, _of: int) -> None:
            if stop.is_set():
                raise Cancelled

        def work(_task: Task) -> "tuple[tuple[str, ...], Beside]":
            from tn_desktop.store.database import Database

            written: tuple[str, ...] = ()
            if sync.has_to_write(database):
                # By a connection of its own: the one that writes is wanted for what is typed meanwhile.
                with Database.open(database.profile) as own:
                    written = sync.write(own, now, progress)
            return written, sync.outputs.exchange(database, progress)[0]

        self._context.tasks.run(work, self._on_written, self._on_failed, owner=self)

    def _on_written(self, done: "tuple[tuple[str, ...], Beside]") -> None:
        written, beside = done
        if beside.taken:
            tell_files_came(self._context.tasks)
            self._context.navigator.told.emit(
                self.tr("Shared folder: %n file(s) of outputs came.", "", len(beside.taken))
            )
        self._busy = False
        self.trouble_now, self.looked_at = None, self._context.now()
        self.shown.emit()
        if self._again or written or self.waiting:
            self._look_soon()

    def _on_failed(self, error: AppError) -> None:
        self._busy = False
        if isinstance(error, Cancelled):
            if self._again:
                self._look_soon()
            return
        before, self.trouble_now = self.trouble_now, error
        self.shown.emit()
        if before is None or str(before) != str(error):
            self.trouble.emit(error)

    @property
    def _database(self) -> "Database":
        database = self._context.tasks.database
        assert database is not None
        return database

    def told(self, report: "SyncReport") -> str:
        """What was taken in, in one line for the status bar."""
        files, counts = len(report.files) + len(report.released), report.counts
        added, changed, removed, conflicts = counts.added, counts.changed, counts.removed, counts.conflicts
        held, refused = (sum(one.status == status for one in report.files) for status in ("held", "refused"))
        said = self.tr("Shared folder:")
        parts = (
            (added, self.tr("%n new", "", added)),
            (changed, self.tr("%n changed", "", changed)),
            (removed, self.tr("%n removed", "", removed)),
            (conflicts, self.tr("%n in conflict", "", conflicts)),
            (held, self.tr("%n wait(s) for you", "", held)),
            (refused, self.tr("%n refused", "", refused)),
        )
        told_files = self.tr("%n file(s)", "", files)
        clock = [] if report.clock is None else [sentence(report.clock)]
        return " · ".join([f"{said} {told_files}", *(text for number, text in parts if number), *clock])

    def _is_given_up(self, stop: threading.Event) -> bool:
        """Whether what was begun is not wanted any more, since something else was chosen or the data were closed."""
        if not stop.is_set() and self._context.tasks.database is not None:
            return False
        self._busy = False
        if self._again:
            self._look_soon()
        return True


def _made(database: "Database", folder: Path) -> "FolderSync":
    from tn_desktop.exchange.folder.passing import FolderSync
    from tn_desktop.exchange.folder.state import PASSPHRASE
    from tn_desktop.exchange.sync.receiving import Options
    from tn_desktop.services import settings

    with database.read() as connection:
        passphrase = str(settings.get(connection, PASSPHRASE) or "")
    return FolderSync(folder, translate, passphrase, Options(trust_new=False), answer_after=ANSWER_AFTER)
