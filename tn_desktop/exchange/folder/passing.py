"""One pass through a shared folder: what others put there is taken in, what they lack of ours is written.

Every laptop writes its own files and no others: a base with everything it has, and a delta with what changed since,
which takes the place of the delta before. So a folder holds two exports of each laptop, and perhaps a small one that
only answers; whoever comes late finds all of it, and a delta that is missed leaves no gap. When the delta has grown, a
new base takes the place of both.

What came from the folder is not sent back into it, and a file that said nothing new is not answered: laptops that are
equal write nothing.
"""

import hashlib
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import Any, Final

from sqlalchemy import func, select

from tn_desktop.exchange.folder.beside import OutputsBeside
from tn_desktop.exchange.folder.names import is_our_rest, is_whole, is_workbook, own_name, writer_of
from tn_desktop.exchange.folder.state import KEEP, LOCKED, FolderState, Mark, Series, keep, load, mark_of
from tn_desktop.exchange.sync import known_files
from tn_desktop.exchange.sync.ahead import look
from tn_desktop.exchange.sync.incoming import Incoming
from tn_desktop.exchange.sync.receiving import Options, Progress, receive
from tn_desktop.exchange.sync.report import REFUSED, FileReport, SyncReport
from tn_desktop.exchange.sync.sending import Order, send
from tn_desktop.exchange.sync.sending import Progress as SendProgress
from tn_desktop.model.entities.base import table_of
from tn_desktop.model.entities.exchange import SyncSent
from tn_desktop.model.errors import AppError, Cancelled, FileRefused, PasswordNeeded
from tn_desktop.model.messages import QT_TRANSLATE_NOOP, Translate
from tn_desktop.services import peers, watch
from tn_desktop.store.database import Database

SETTLED: Final = 2.0
"""Seconds without a change after which a file is whole, as far as one can tell from outside."""
PATIENCE: Final = 120.0
"""Seconds for which a file that is not whole, or makes no sense, may still be on its way."""
AGAIN: Final = 15.0
"""Seconds after which such a file is tried again."""
REST_AFTER: Final = 86_400.0
"""Seconds after which a temporary file of ours is one that nobody writes any more."""
REBASE_ROWS: Final = 2_000
"""A delta of fewer rows than this needs no new base."""
NO_FOLDER: Final = QT_TRANSLATE_NOOP("errors", "The folder “{folder}” is not there.")


@dataclass
class FolderReport:
    """What came of a pass.

    Attributes:
        taken: the files that were dealt with just now; those of earlier passes are not told again.
        written: names of our new files.
        waiting: names of files that are not whole yet, or that another program holds.
        given: names of new files of outputs.
    """

    taken: SyncReport = field(default_factory=SyncReport)
    written: tuple[str, ...] = ()
    waiting: tuple[str, ...] = ()
    given: tuple[str, ...] = ()

    def as_json(self, translate: Translate) -> dict[str, Any]:
        """As the command line prints it."""
        written = {"written": list(self.written), "given": list(self.given), "waiting": list(self.waiting)}
        return self.taken.as_json(translate) | written

    @property
    def says_something(self) -> bool:
        """Whether anything happened."""
        taken = self.taken
        return bool(taken.files or taken.released or taken.beside.taken or self.written or self.given)


@dataclass(frozen=True)
class Look:
    """What lies in the folder: files to take in now, and names of those that are not whole yet."""

    ready: tuple[Path, ...]
    waiting: tuple[str, ...]


class FolderSync:
    """Keeps a profile and a folder in step. It is used by one thread at a time.

    Attributes:
        outputs: the files of outputs there.

    Args:
        folder: where it lies; it has to be there.
        translate: for what people read in our workbooks.
        passphrase: of our workbooks and of theirs; "" for none.
        options: how files are taken in.
        patience: seconds for which a file that makes no sense may still be on its way.
        answer_after: seconds after a file of ours before one that only answers.
        monotonic, clock: seconds; tests have their own.
    """

    def __init__(
        self,
        folder: Path,
        translate: Translate,
        passphrase: str = "",
        options: Options | None = None,
        patience: float = PATIENCE,
        answer_after: float = 0.0,
        monotonic: Callable[[], float] = time.monotonic,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self.folder = folder
        self.outputs = OutputsBeside(folder, passphrase)
        self._translate = translate
        self._passphrase = passphrase
        self._options = replace(options or Options(), passphrase=passphrase or None)
        self._patience = patience
        self._answer_after = answer_after
        self._wrote = float("-inf")
        self._monotonic = monotonic
        self._clock = clock
        self._first: dict[str, tuple[Mark, float]] = {}
        self._later: dict[str, float] = {}
        self._locked: dict[str, Mark] = {}

    def run(
        self,
        db: Database,
        now: datetime | None = None,
        progress: Progress = lambda file, done, of: None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> FolderReport:
        """One whole pass.

        Raises:
            FileRefused: the folder is not there or cannot be written to. Cancelled. StoreError.
        """
        found = self.look(db)
        taken = self.take(db, found.ready, now, progress, cancelled)
        names = {file.name for file in found.ready} - {one.file for one in taken.files}
        written = self.write(db, now)
        taken.beside, given = self.outputs.exchange(db)
        return FolderReport(taken, written, tuple(sorted({*found.waiting, *names})), given)

    # --- looking

    def look(self, db: Database) -> Look:
        """What is to be taken in, the oldest first.

        Raises:
            FileRefused: the folder is not there.
        """
        with db.read() as connection:
            state = load(connection, self.folder, db.device)
        ready: list[tuple[int, Path]] = []
        waiting = []
        marks = self._marks()
        for name, mark in marks.items():
            if self._is_dealt_with(name, mark, state):
                continue
            if self._is_there(name, mark):
                ready.append((mark[1], self.folder / name))
            else:
                waiting.append(name)
        self._first = {name: held for name, held in self._first.items() if name in marks}
        return Look(tuple(path for _time, path in sorted(ready)), tuple(sorted(waiting)))

    def _marks(self) -> dict[str, Mark]:
        """Every file that may be a workbook."""
        try:
            names = [entry.name for entry in self.folder.iterdir()]
        except OSError as error:
            raise FileRefused(NO_FOLDER, folder=str(self.folder)) from error
        marks = {}
        for name in names:
            path = self.folder / name
            try:
                if is_workbook(name) and path.is_file():
                    marks[name] = mark_of(path)
                elif is_our_rest(name) and self._clock() - path.stat().st_mtime > REST_AFTER:
                    path.unlink()
            except OSError:
                continue  # gone again
        return marks

    def _is_dealt_with(self, name: str, mark: Mark, state: FolderState) -> bool:
        if state.written.get(name) == mark:
            return True
        known = state.seen.get(name)
        if known is None or known[:2] != mark:
            return False
        # Another passphrase may have been given since the program was started.
        return known[2] != LOCKED or self._locked.get(name) == mark

    def _is_there(self, name: str, mark: Mark) -> bool:
        """Whether a file is all there: its end is, and it does not change any more."""
        now = self._monotonic()
        before = self._first.get(name)
        if before is None or before[0] != mark:
            before = self._first[name] = (mark, now)
        if not self._rests(mark, before[1], SETTLED) or now < self._later.get(name, now):
            return False
        try:
            # What never becomes whole is told in the end.
            return is_whole(self.folder / name) or self._rests(mark, before[1], self._patience)
        except OSError:
            return False

    def _rests(self, mark: Mark, since: float, seconds: float) -> bool:
        """Whether a file is unchanged for so long, by our own watch or by its time, where that is in the past."""
        return self._monotonic() - since >= seconds or self._clock() - mark[1] / 1e9 >= seconds

    # --- taking in

    def take(
        self,
        db: Database,
        files: Sequence[Path],
        now: datetime | None = None,
        progress: Progress = lambda file, done, of: None,
        cancelled: Callable[[], bool] = lambda: False,
        options: Options | None = None,
    ) -> SyncReport:
        """Take files in that `look` found; one that makes no sense yet is looked at again and not told.

        Args:
            options: others than usual, for this time.
        """
        marks = dict(self._present(files))
        here = [file for file in files if file.name in marks]
        report = receive(db, here, replace(options or self._options, beside=False), now, progress, cancelled)
        with db.read() as connection:
            state = load(connection, self.folder, db.device)
        told = []
        for file, one in zip(here, report.files, strict=True):
            if self._note(state, file.name, marks[file.name], one):
                told.append(one)
        state.seen = {name: held for name, held in state.seen.items() if (self.folder / name).exists()}
        if here:
            keep(db, self.folder, state)
        report.files = told
        return report

    def read(self, db: Database, file: Path, cancelled: Callable[[], bool] = lambda: False) -> Options:
        """Read a file ahead, so that `take` need not while it holds the only thread that writes; what to give it."""
        with db.read() as connection:
            if known_files.sender_of(connection, known_files.print_of(file)) is not None:
                return self._options
        ready: Incoming | AppError
        looked = look(file)
        try:
            ready = self._options.read(file, self._options.passphrase, cancelled)
        except Cancelled:
            raise
        except AppError as error:
            ready = error

        def read(*how: Any) -> Incoming:
            if look(file) != looked:
                # Whoever takes it in knows it as it is now, and never looks at it again.
                if not isinstance(ready, AppError):
                    ready.close()
                return self._options.read(*how)
            if isinstance(ready, AppError):
                raise ready
            return ready

        return replace(self._options, read=read)

    def _present(self, files: Sequence[Path]) -> list[tuple[str, Mark]]:
        marks = []
        for file in files:
            try:
                marks.append((file.name, mark_of(file)))
            except OSError:
                continue
        return marks

    def _note(self, state: FolderState, name: str, mark: Mark, one: FileReport) -> bool:
        """Remember what became of a file; whether it is to be told."""
        if one.history:
            state.taken.append(one.history)
            written = {*one.changes.created, *one.changes.changed, *one.changes.removed}
            state.owing = state.owing or bool(written - {"device"})
        if isinstance(one.reason, PasswordNeeded):
            was = state.seen.get(name)
            self._locked[name] = mark
            state.seen[name] = (*mark, LOCKED)
            return was != state.seen[name]
        first = self._first.get(name, (mark, self._monotonic()))[1]
        if one.status == REFUSED and not self._rests(mark, first, self._patience):
            self._later[name] = self._monotonic() + AGAIN
            return False
        state.seen[name] = (*mark, one.status)
        self._first.pop(name, None)
        return True

    # --- writing

    def has_to_write(self, db: Database) -> bool:
        """Whether `write` would write."""
        with db.read() as connection:
            state = load(connection, self.folder, db.device)
            news = state.has_news(connection)
        return news or self._is_old(state) or (state.owing and self._may_answer)

    def _is_old(self, state: FolderState) -> bool:
        """Whether somebody emptied the folder, or there is another passphrase: everything is written anew then."""
        gone = any(not (self.folder / name).exists() for name in state.written)
        return gone or (bool(state.written) and state.secret != self._secret)

    @property
    def _may_answer(self) -> bool:
        return self._monotonic() - self._wrote >= self._answer_after

    def write(
        self, db: Database, now: datetime | None = None, progress: SendProgress = lambda done, of: None
    ) -> tuple[str, ...]:
        """Write what the others lack, or now and then only that we have what came; return the names of the new files.

        Raises:
            FileRefused: the folder cannot be written to.
        """
        with db.read() as connection:
            state = load(connection, self.folder, db.device)
            news, newest = state.has_news(connection), watch.newest(connection)
            sequence = connection.execute(select(func.max(_sent.c.sequence))).scalar() or 0
        old = state.written
        if self._is_old(state):
            state.base, state.delta, state.answer, news = Series(), Series(), Series(), True
        if not (news or (state.owing and self._may_answer)):
            return ()
        while (self.folder / own_name(db.device, sequence + 1)).exists():
            sequence += 1
        out = self.folder / own_name(db.device, sequence + 1)
        whole = news and (not state.base.files or state.delta.rows > max(REBASE_ROWS, state.base.rows // 2))
        since = 0 if whole else state.base.to_lsn if news else newest
        told = newest if news else _introduced(db, newest)
        order = Order(since=since, passphrase=self._passphrase, recipient=self.folder.name)
        sent = send(db, out, self._translate, order, now, progress)
        series = Series(dict(self._present(sent.files)), since, sent.to_lsn, sent.rows)
        if whole:
            state.base, state.delta, state.answer = series, Series(), Series()
        elif news:
            state.delta, state.answer = series, Series()
        else:
            state.answer = series
        state.told_lsn = sent.to_lsn if news else told
        state.secret, state.taken, state.owing = self._secret, [], False
        keep(db, self.folder, state)
        self._wrote = self._monotonic()
        self._clean(db.device, state, old)
        return tuple(file.name for file in sent.files)

    def _clean(self, device: str, state: FolderState, old: Mapping[str, Mark]) -> None:
        """Take away what our new files stand for; one into which somebody else wrote stays until it was taken in."""
        for name, mark in self._marks().items():
            known = state.seen.get(name)
            dealt_with = old.get(name) == mark or (known is not None and known[:2] == mark and known[2] != LOCKED)
            if writer_of(name) == device and name not in state.written and dealt_with:
                try:
                    (self.folder / name).unlink()
                except OSError:
                    continue  # open in Excel: the next time

    @cached_property
    def _secret(self) -> str:
        if not self._passphrase:
            return ""
        return hashlib.scrypt(self._passphrase.encode(), salt=b"tn-folder", n=2**14, r=8, p=1).hex()


def _introduced(db: Database, newest: int) -> int:
    """Say who we are, so that an answer holds it; up to which unit of work there is nothing that the others lack."""
    with db.write(KEEP) as uow:
        peers.introduce(uow, db.device)
        lsn = uow.changes().lsn
    # Something of somebody else may have come in between: then that is news.
    return lsn if lsn == newest + 1 else newest


_sent = table_of(SyncSent)
