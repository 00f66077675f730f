"""Files that waited and whose time has come, on the pane of the exchange: taken in by themselves where that goes."""

from collections.abc import Collection
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from tn_desktop.gui.context import Context, sentence
from tn_desktop.gui.remembering import recall_workbooks
from tn_desktop.gui.tasks import Task
from tn_desktop.model.errors import PasswordNeeded

if TYPE_CHECKING:
    from tn_desktop.exchange.sync.report import Stuck, SyncReport


class DueFiles(QObject):
    """Tries each file once with every passphrase that is known: none, the shared folder's, typed and remembered ones.

    Signals:
        taken: (count) so many were taken in.
        stopped: why one of them still waits is known now, or a passphrase to try.
        failed: (AppError) nothing could be taken in.
    """

    taken = Signal(int)
    stopped = Signal()
    failed = Signal(object)

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._known = [""]
        self._tried: set[tuple[int, str]] = set()
        self._stuck: dict[int, Stuck] = {}
        self._asked = False

    def learn(self, passphrase: str) -> None:
        """A passphrase was typed, or became known otherwise; the keyring may know another one by now, too."""
        self._asked = False
        if passphrase and passphrase not in self._known:
            self._known.append(passphrase)

    def look(self, due: Collection[int], folder: str) -> None:
        """Take in what can be; `due` are the ids of files whose time has come, `folder` is the folder's passphrase."""
        database = self._context.tasks.database
        known = [*self._known, *([folder] if folder and folder not in self._known else [])]
        pairs = {(key, passphrase) for key in due for passphrase in known}
        fresh = [one for one in known if any((key, one) not in self._tried for key in due)]
        if database is None or not fresh:
            return
        self._tried |= pairs

        def work(_task: Task) -> "SyncReport":
            from tn_desktop.exchange.sync.receiving import Options, receive
            from tn_desktop.exchange.sync.report import SyncReport

            whole = SyncReport()
            for passphrase in fresh:
                report = receive(database, [], Options(passphrase or None, beside=False, trust_new=False))
                whole.released += report.released
                whole.stuck = report.stuck
                if not report.stuck:
                    break
            return whole

        self._context.tasks.alone(work, self._on_taken, self.failed.emit, owner=self)

    def _on_taken(self, report: "SyncReport") -> None:
        told = self._stuck
        self._stuck = report.stuck
        for one in report.released:
            if one.changes:
                self._context.tasks.changed.emit(replace(one.changes, label=""), None)
        if report.released:
            self.taken.emit(len(report.released))
        if told.keys() != self._stuck.keys():
            self.stopped.emit()
        if not self._asked and any(isinstance(one.why, PasswordNeeded) for one in self._stuck.values()):
            self._asked = True
            recall_workbooks(self._context, self, self._on_recalled)

    def _on_recalled(self, passphrase: str) -> None:
        if passphrase not in self._known:
            self._known.append(passphrase)
            self.stopped.emit()

    def why(self, key: int) -> str:
        """Why a file waits although its time has come; "" where that is not known."""
        stuck = self._stuck.get(key)
        if stuck is None:
            return ""
        if isinstance(stuck.why, PasswordNeeded):
            return self.tr("Its time has come, and it needs its passphrase: press “Take it in now” and type it.")
        return sentence(stuck.why)
