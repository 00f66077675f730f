"""Taking sync workbooks in: read, checked, merged in one transaction each, or rehearsed by the same code."""

import time
from collections.abc import Callable, Sequence
from contextlib import nullcontext, suppress
from dataclasses import replace
from datetime import datetime
from itertools import zip_longest
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, func, insert, select

from tn_desktop.exchange.sync import carrying, held, known_files, taking_files
from tn_desktop.exchange.sync.ahead import ReadAhead, look
from tn_desktop.exchange.sync.clocks import DAY, Clock, own_clock
from tn_desktop.exchange.sync.edits import EditFinder, HandEdits
from tn_desktop.exchange.sync.header import Header
from tn_desktop.exchange.sync.incoming import Incoming
from tn_desktop.exchange.sync.merging import Merging, TooFarAhead
from tn_desktop.exchange.sync.options import Options, Progress
from tn_desktop.exchange.sync.report import (
    APPLIED,
    DUPLICATE,
    HELD,
    REFUSED,
    TAKEN_BEFORE,
    FileReport,
    Stuck,
    SyncReport,
)
from tn_desktop.exchange.sync.sending import FORMAT
from tn_desktop.exchange.sync.upgrades import brought_up
from tn_desktop.exchange.sync.waiting import (
    AHEAD,
    NEWER,
    OWN_BEHIND,
    SAVED_AHEAD,
    STRANGER,
    WITH_ERASED,
    Newer,
    SavedAhead,
    Stranger,
)
from tn_desktop.exchange.sync.written_rows import reconsider
from tn_desktop.model.changes import Changes
from tn_desktop.model.entities.base import table_of
from tn_desktop.model.entities.exchange import SyncBatch
from tn_desktop.model.errors import AppError, Cancelled, FileRefused, PasswordNeeded, Refused, StoreError
from tn_desktop.model.messages import QT_TRANSLATE_NOOP
from tn_desktop.model.stamps import canonical, make_stamp, stamp_milliseconds
from tn_desktop.services import destruction, erasure, owner_erasure, peers, privacy_versions, slip_content
from tn_desktop.services.safety import backup
from tn_desktop.store.database import Database
from tn_desktop.store.revision import HEAD
from tn_desktop.store.unit_of_work import UnitOfWork

LARGE: Final = 20_000
"""Before a file with which so many records have come in one batch a backup is made."""
BACKUPS_KEPT: Final = 3
TAKE_IN: Final = QT_TRANSLATE_NOOP("history", "Take in an exchange")

_batch = table_of(SyncBatch)


class _Rehearsed(Exception):
    """Takes a rehearsal back."""


def receive(
    db: Database,
    files: Sequence[Path],
    options: Options | None = None,
    now: datetime | None = None,
    progress: Progress = lambda file, done, of: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> SyncReport:
    """Take files in, each in a transaction of its own, so that a program that is killed goes on where it was.

    A file that cannot be taken in is told in the report and keeps no other from it.

    Raises:
        Cancelled: `cancelled()` became true; the file at hand is taken back, those before it stay.
        StoreError: the database cannot be written.
    """
    taker = _Taker(db, options or Options(), now or datetime.now().astimezone(), progress, cancelled)
    try:
        with db.patient(taker.waits):
            return _receive(db, files, taker, progress, cancelled)
    finally:
        taker.close()


def _receive(
    db: Database, files: Sequence[Path], taker: "_Taker", progress: Progress, cancelled: Callable[[], bool]
) -> SyncReport:
    report = SyncReport()
    workbooks = [file for file in files if not taking_files.is_attachment(file)]
    with db.read() as connection:
        clock = own_clock(connection)
    beside = (taker.options.passphrase or "", taker.options.rehearse, progress, cancelled)
    if taker.options.rehearse:
        try:
            with db.write(TAKE_IN) as uow:
                uow.touch()
                for file, following in zip_longest(workbooks, workbooks[1:]):
                    report.files.append(taker.rehearse(uow, file, following))
                raise _Rehearsed
        except _Rehearsed:
            report.clock = taker.said_of(clock)
            return taking_files.take_in(db, report, files, *beside) if taker.options.beside else report
    taker.take_due(report)
    for file, following in zip_longest(workbooks, workbooks[1:]):
        report.files.append(taker.take(file, following))
    taker.wipe()
    report.clock = taker.said_of(clock)
    if taker.options.beside:
        taking_files.take_in(db, report, files, *beside)
    if any(one.status == APPLIED for one in report.files):
        report.batch = taker.batch
    return report


class _Taker:
    def __init__(
        self, db: Database, options: Options, now: datetime, progress: Progress, cancelled: Callable[[], bool]
    ) -> None:
        self.db = db
        self.options = options
        self.batch: int | None = None
        self._print = ""
        self._newest = 0
        self._erased = False
        self._files: set[str] = set()
        self._now = now
        self._progress = progress
        self._cancelled = cancelled
        self._backed_up = False
        self._began = time.time()
        self._records = 0
        self._books = ReadAhead(options.read, options.passphrase, cancelled)

    @property
    def waits(self) -> Callable[[], None] | None:
        """What is called while others write; None where nobody waits for them."""
        return self._wait if self.options.waits is not None else None

    def _wait(self) -> None:
        if self._cancelled():
            raise Cancelled
        assert self.options.waits is not None
        self.options.waits()

    def close(self) -> None:
        """End what still goes on."""
        self._books.close()

    def take(self, file: Path, following: Path | None = None) -> FileReport:
        """Take one file in; the following one is read meanwhile."""
        incoming: Incoming | None = None
        try:
            looked, self._print = look(file), self._look(file)
            incoming = self._read(file)
            # Written over meanwhile, it was not these bytes that were read: where they come again they are news.
            self._print = self._print if look(file) == looked else ""
            _wait_for_newer(incoming.header)
            self._look_ahead(following)
            self._records += len(incoming.rows)
            if self._records >= LARGE:
                self._back_up()
            with self.db.write(TAKE_IN) as uow:
                return self._merge(uow, file, incoming)
        except (TooFarAhead, Newer, Stranger) as why:
            assert incoming is not None
            return self._hold(file, incoming, why)
        except _Duplicate as duplicate:
            return duplicate.report(file)
        except (Cancelled, StoreError):
            raise
        except AppError as refusal:
            return FileReport(file.name, REFUSED, refusal)
        finally:
            if incoming is not None:
                incoming.close()

    def take_due(self, whole: SyncReport) -> None:
        """Take in the files that waited and are due; one that has to wait on stays, and `whole` says why."""
        with self.db.read() as connection:
            waiting = held.due(connection, self.db, own_clock(connection).time)
        for one in waiting:
            with held.taken_out(self.db, one) as copy:
                report = self.take(copy)
            if report.status in (APPLIED, DUPLICATE):
                held.done_with(self.db, one)
                whole.released.append(replace(report, file=one.name))
            elif report.reason is not None:
                whole.stuck[one.id] = Stuck(one.name, report.reason)

    def said_of(self, clock: Clock) -> Refused | None:
        """What is to be said of this computer's clock, where it is wrong and a file shows it."""
        shows = clock.is_impossible or self._newest > clock.now + DAY
        return clock.wrong if clock.is_behind and shows else None

    def wipe(self) -> None:
        """After an erasure came: nothing of it stays in the file."""
        if self._erased:
            erasure.forget_files(self.db, self._files)
            erasure.wipe_traces(self.db)

    def rehearse(self, uow: UnitOfWork, file: Path, following: Path | None = None) -> FileReport:
        """Take one file in, within a transaction that will be taken back; nothing is kept of a file that is held."""
        incoming: Incoming | None = None
        try:
            self._print = self._look(file, uow.connection)
            incoming = self._read(file)
            _wait_for_newer(incoming.header)
            self._look_ahead(following, uow.connection)
            with uow.connection.begin_nested():
                return self._merge(uow, file, incoming)
        except (TooFarAhead, Newer, Stranger) as why:
            assert incoming is not None
            return self._hold(file, incoming, why, rehearsed=True)
        except _Duplicate as duplicate:
            return duplicate.report(file)
        except (Cancelled, StoreError):
            raise
        except AppError as refusal:
            return FileReport(file.name, REFUSED, refusal)
        finally:
            if incoming is not None:
                incoming.close()

    def _look(self, file: Path, connection: Connection | None = None) -> str:
        """The print of a file's bytes, unless they were taken in just so; what is confirmed makes it another file."""
        print_ = known_files.print_of(file)
        with nullcontext(connection) if connection is not None else self.db.read() as reading:
            known = known_files.sender_of(reading, print_)
        if known is not None and not self.options.confirmed:
            raise _Duplicate(known.device, known.owner)
        return print_

    def _read(self, file: Path) -> Incoming:
        self._progress(file.name, 0, 0)
        return self._books.get(file)

    def _look_ahead(self, file: Path | None, connection: Connection | None = None) -> None:
        """Begin to read a file that was not taken in yet; what is wrong with it is told when its turn comes."""
        if file is not None:
            with suppress(OSError, AppError, _Duplicate):
                self._look(file, connection)
                self._books.begin(file)

    def _erase(self, uow: UnitOfWork, wanted: Sequence[erasure.Erasure]) -> erasure.Forgotten:
        """Erase whom others erased; this laptop's destruction log says so too, on whose decision it was."""
        known = erasure.erased_uids(uow.connection)
        authorities = {one.authority for one in wanted if one.entity == "person" and one.uid not in known}
        forgotten = erasure.erase(uow, wanted)
        today = f"{datetime.now().astimezone():%Y-%m-%d}"
        destruction.note(
            uow, today, destruction.EXCHANGE, forgotten.people, " · ".join(sorted(filter(None, authorities)))
        )
        return forgotten

    def _merge(self, uow: UnitOfWork, file: Path, incoming: Incoming) -> FileReport:
        header = incoming.header
        finder = EditFinder(incoming, self.options.confirmed)
        # The visible sheets are still being read: they are waited for now only if the records were seen before.
        edits = finder.find() if known_files.taken_in(uow.connection, incoming.fingerprint) else None
        if edits is not None and known_files.taken_in(uow.connection, known_files.fingerprint_of(incoming, edits)):
            raise _Duplicate(header.device, header.owner, edits)
        worded = privacy_versions.own(uow.connection)
        forgotten = self._erase(uow, [erasure.Erasure(*row) for row in incoming.erased])
        merging = self._merging(uow, file, len(incoming.rows))
        merging.records([carrying.now_known(uow), brought_up(incoming.rows, header.schema)])
        edits = edits or finder.find()
        fingerprint = known_files.fingerprint_of(incoming, edits)
        if known_files.taken_in(uow.connection, fingerprint):
            raise _Duplicate(header.device, header.owner, edits)
        reconsider(uow, header, edits, finder.modified, self.options.confirmed)
        try:
            for table, states in edits.states.items():
                merging.states(table, states)
        except TooFarAhead as ahead:
            raise SavedAhead(ahead.device, ahead.time) from ahead
        merging.finish()
        owner_erasure.forget_cleared(uow)
        texts = privacy_versions.own(uow.connection) - worded
        privacy_versions.note_came(uow, texts)
        self._newest = max(self._newest, merging.newest)
        if merging.counts.removed + forgotten.people + forgotten.rows and not self._may_remove(uow.connection, header):
            raise Stranger
        self._note(uow, file, incoming, fingerprint, merging)
        self._erased = self._erased or forgotten.people + forgotten.rows + len(forgotten.files) > 0
        self._files |= forgotten.files
        return FileReport(
            file.name,
            APPLIED,
            None,
            header.owner,
            header.device,
            merging.counts,
            tuple(edits.edits),
            tuple(edits.problems),
            uow.changes() if self.options.rows else Changes(),
            uow.lsn,
            forgotten.people,
            {one: slip_content.texts_of(uow.connection, one) for one in sorted(texts)},
        )

    def _may_remove(self, connection: Connection, header: Header) -> bool:
        if self.options.trust_new or self.options.release or header.device == self.db.device:
            return True
        before = select(_batch.c.id).where(_batch.c.device == header.device).limit(1)
        return connection.execute(before).first() is not None

    def _merging(self, uow: UnitOfWork, file: Path, in_all: int) -> Merging:
        done = 0

        def watch(rows: int) -> None:
            nonlocal done
            done += rows
            if self._cancelled():
                raise Cancelled
            self._progress(file.name, min(done, in_all), in_all)

        clock = own_clock(uow.connection)
        latest = make_stamp(2**45 - 1 if self.options.release else clock.horizon, 0, "")
        return Merging(uow, erasure.erased_uids(uow.connection), latest, watch, self.options.rule)

    def _note(self, uow: UnitOfWork, file: Path, incoming: Incoming, fingerprint: str, merging: Merging) -> None:
        """Write down what was taken in, and what the sender says of itself and of us."""
        header = incoming.header
        uow.touch()
        if self.batch is None:
            self.batch = int(uow.connection.execute(select(func.max(_batch.c.batch))).scalar() or 0) + 1
        row = {name: getattr(header, name) for name in _KEPT}
        counts = {name: getattr(merging.counts, name) for name in ("added", "changed", "removed", "conflicts")}
        row |= {"batch": self.batch, "history_id": uow.lsn, "at": f"{self._now:%Y-%m-%dT%H:%M:%S}"}
        row |= {"name": file.name, "fingerprint": fingerprint, "counts": canonical(counts)}
        uow.connection.execute(insert(_batch), row)
        known_files.note(uow, self._print, header.device)
        if header.device != self.db.device:
            peers.hear(uow, header.device, header.acknowledgements.get(self.db.device, 0), self._now)
            peers.count_received(uow, header.device)
        uow.describe({"sync": file.name, **counts})

    def _ahead(self, incoming: Incoming, ahead: TooFarAhead) -> Refused:
        """Why a file waits; it is for nobody else to set her clock where this computer's own is wrong."""
        with self.db.read() as connection:
            clock = own_clock(connection)
        if clock.is_behind:
            self._newest = max(self._newest, stamp_milliseconds(ahead.time))
            return Refused(OWN_BEHIND)
        if isinstance(ahead, SavedAhead):
            return Refused(SAVED_AHEAD)
        owner = incoming.header.owner if ahead.device == incoming.header.device else ""
        return Refused(AHEAD, device=owner or ahead.device)

    def _hold(self, file: Path, incoming: Incoming, why: Exception, *, rehearsed: bool = False) -> FileReport:
        """Keep a file that has to wait; not with somebody in it who was erased."""
        header = incoming.header
        device, until, reason = header.device, None, Refused(NEWER)
        if isinstance(why, TooFarAhead):
            device, until, reason = why.device, stamp_milliseconds(why.time) - DAY, self._ahead(incoming, why)
        elif isinstance(why, Stranger):
            until, reason = held.ON_A_YES, Refused(STRANGER)
        within = held.spoken_of(incoming)
        with self.db.read() as connection:
            erased = {uid.hex() for uid in erasure.erased_uids(connection)}
        if not within.isdisjoint(erased):
            return FileReport(file.name, REFUSED, Refused(WITH_ERASED), header.owner, device)
        if not rehearsed:
            held.keep(self.db, file, reason.message, device, until, self._now, within)
        return FileReport(file.name, HELD, reason, header.owner, device)

    def _back_up(self) -> None:
        """A copy of everything once a batch becomes large; of the last three times they are kept.

        A smaller batch can be taken back, and the backups of each hour hold what was before it.
        """
        if self._backed_up or self.db.writer_engine.dialect.name != "sqlite":
            return
        folder = self.db.profile.backups
        folder.mkdir(parents=True, exist_ok=True)
        # Of several programs that begin together the first makes it for all of them.
        with self.db.write(TAKE_IN):
            there = sorted(folder.glob("before-exchange-*.db"))
            if not any(file.stat().st_mtime >= self._began for file in there):
                # An exchange takes no content away: the files of outputs need no copy.
                backup(self.db, folder / f"before-exchange-{self._now:%Y%m%d-%H%M%S}.db", files=False)
                for old in there[: 1 - BACKUPS_KEPT]:
                    old.unlink(missing_ok=True)
        self._backed_up = True


_KEPT: Final = ("device", "export_id", "sequence", "part", "parts", "scope", "from_lsn", "to_lsn")


class _Duplicate(Exception):
    def __init__(self, device: str, owner: str, edits: HandEdits | None = None) -> None:
        super().__init__(device)
        self._device = device
        self._owner = owner
        self._edits = edits or HandEdits()

    def report(self, file: Path) -> FileReport:
        """What is told of it: also what is doubtful in it, which nobody may have been told of before."""
        report = FileReport(file.name, DUPLICATE, Refused(TAKEN_BEFORE), self._owner, self._device)
        doubtful = tuple(edit for edit in self._edits.edits if edit.doubt is not None)
        return replace(report, edits=doubtful, problems=tuple(self._edits.problems))


def _wait_for_newer(header: Header) -> None:
    if header.format > FORMAT or header.oldest_reader > HEAD:
        raise Newer


__all__ = ["FileRefused", "Options", "PasswordNeeded", "Progress", "receive"]
