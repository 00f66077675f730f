"""An open database, a file or on a server: one writer, a few readers that can be interrupted."""

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy import Connection, Engine, RootTransaction, insert, select, update
from sqlalchemy.exc import DatabaseError, DBAPIError

from tn_desktop.model.entities.base import table_of
from tn_desktop.model.entities.local import History, Setting
from tn_desktop.model.errors import Busy, Cancelled, Damaged, Locked, TornIndex
from tn_desktop.model.messages import QT_TRANSLATE_NOOP
from tn_desktop.store.device import DEVICE_KEY, agreed_device, settle_device
from tn_desktop.store.engine import IMPATIENT, SHORTLY, known_error, sqlite_engine, told_apart, torn_index
from tn_desktop.store.file_kind import is_plain
from tn_desktop.store.library import is_settled, settle_library
from tn_desktop.store.profile import Profile
from tn_desktop.store.schema import ensure_schema
from tn_desktop.store.statistics import are_right, bring_up_to_date, put_right
from tn_desktop.store.swap import finish_files, finish_swap
from tn_desktop.store.unit_of_work import UnitOfWork

if TYPE_CHECKING:
    from tn_desktop.store.file_store import FileStore
    from tn_desktop.store.full_text import Progress

_setting, _history = table_of(Setting), table_of(History)
Done = TypeVar("Done")

_INTERRUPTED = "interrupted"
"""Key in a connection's `info`: what it reads was stopped."""


class Database:
    """The store of one profile.

    Attributes:
        profile: where its files lie.
        device: the id it writes under.
        marker: id of the person who is at the keyboard, where several people use the notebook; its marks say so.
        upgraded_from: the older schema revision it was brought up from when opened, if any.
        mended: tables whose search index was torn and was made anew when it was opened.
    """

    def __init__(
        self, profile: Profile, writer: Engine, readers: Engine, device: str, upgraded_from: str | None
    ) -> None:
        self.profile = profile
        self.device = device
        self.upgraded_from = upgraded_from
        self.marker: int | None = None
        self.mended: tuple[str, ...] = ()
        self._shared = self.on_server or profile.portable
        self._writer = writer
        self._readers = readers
        # One connection writes: whoever comes from another thread waits for it.
        self._turn = threading.RLock()
        self._patience = threading.local()
        self._writing: Connection | None = None

    @classmethod
    def open(
        cls, profile: Profile, waits: Callable[[], None] | None = None, progress: "Progress | None" = None
    ) -> "Database":
        """Open the profile's database, making or upgrading it where needed.

        Args:
            profile: where it is.
            waits: as of `patient`, while others write.
            progress: is told of torn indexes that have to be made anew first (done, of).

        Raises:
            StoreError: it cannot be opened, is damaged, locked, away, or was made by a newer version.
            Locked: it is encrypted, and the profile has no key.
            Refused: the address of a server cannot be read.
        """
        profile.make()
        if not profile.server:
            _look(profile)
        try:
            return _patiently(lambda: cls._open(profile), waits)
        except (Damaged, TornIndex) as error:
            from tn_desktop.store.full_text import mend_file

            # What is written first may already meet a torn search index.
            mended = () if profile.server else mend_file(profile.database, profile.key, progress)
            if not mended:
                raise error
        database = cls._open(profile)
        database.mended = mended
        return database

    @classmethod
    def _open(cls, profile: Profile) -> "Database":
        with told_apart():
            writer, readers = _engines(profile)
            try:
                if profile.server:
                    from tn_desktop.store.server_place import settle_server

                    upgraded = ensure_schema(writer, readers, None)
                    device = settle_server(writer, readers, profile)
                else:
                    upgraded = ensure_schema(writer, readers, profile)
                    device = _settle(writer, readers, profile)
            except BaseException:
                writer.dispose()
                readers.dispose()
                raise
            database = cls(profile, writer, readers, device, upgraded)
        if profile.old_files.is_dir() or profile.old_held.is_dir():
            from tn_desktop.store.old_files import take_in_old

            take_in_old(database)
        return database

    @property
    def path(self) -> Path | None:
        """The SQLite file; None where the data are on a server."""
        return None if self.profile.server else self.profile.database

    @cached_property
    def files(self) -> "FileStore":
        """The contents of the files of outputs."""
        from tn_desktop.store.file_store import FileStore

        return FileStore.of(self.profile)

    @property
    def on_server(self) -> bool:
        """Whether the data are on a PostgreSQL server, where others may write beside this program."""
        return bool(self.profile.server)

    @property
    def writer_engine(self) -> Engine:
        """The engine of the writing connection."""
        return self._writer

    @property
    def reader_engine(self) -> Engine:
        """The engine of the reading connections: a backup through it holds only what is committed."""
        return self._readers

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A connection that only reads and sees one state of the data.

        Raises:
            StoreError: as `told_apart` says. Cancelled: it was interrupted.
        """
        with told_apart(), self._readers.connect() as connection:
            connection.info.pop(_INTERRUPTED, None)
            try:
                with connection.begin():
                    yield connection
            except DBAPIError as error:
                # Not every error of an interrupted statement says so: SQLite calls it "vtable constructor failed" where
                # the search index was being opened.
                if connection.info.get(_INTERRUPTED):
                    raise Cancelled from error
                raise
            finally:
                if self.on_server:
                    from tn_desktop.store.server import settle_interrupt

                    settle_interrupt(connection)

    @contextmanager
    def write(self, label: str) -> Iterator[UnitOfWork]:
        """A unit of work, named in English (context "history"); rolls back unless the block ends normally.

        Raises:
            StoreError: as `told_apart` says.
        """
        with told_apart(), self._turn:
            connection, transaction = _patiently(self._begun, getattr(self._patience, "waits", None))
            try:
                with transaction:
                    uow = UnitOfWork(connection, self.device, label, self.marker, shared=self._shared)
                    yield uow
                    uow.settle()
            except Exception as error:
                damaged = isinstance(error, MemoryError) or isinstance(known_error(error), Damaged)
                if damaged and not self.on_server and self._search_is_torn(connection):
                    raise torn_index() from error
                raise
            finally:
                if self.on_server:
                    self._forget_lost()

    @contextmanager
    def between_units(self) -> Iterator[Connection]:
        """The writing connection for what is no unit of work; in a file there is one, so that nobody writes meanwhile.

        Raises:
            StoreError: as `told_apart` says.
        """
        with told_apart(), self._turn, self._writer.connect() as connection:
            yield connection

    @contextmanager
    def patient(self, waits: Callable[[], None] | None) -> Iterator[None]:
        """While this thread is within, it waits for others who write for as long as it takes.

        `waits` is called about each second meanwhile, and gives up by raising; None changes nothing.
        """
        before = getattr(self._patience, "waits", None)
        self._patience.waits = waits or before
        try:
            yield
        finally:
            self._patience.waits = before

    def when_free(self, work: Callable[[], Done]) -> Done:
        """Do what needs the lock of those who write, in no unit of work, as patiently as `patient` says."""
        return _patiently(work, getattr(self._patience, "waits", None))

    def _search_is_torn(self, connection: Connection) -> bool:
        """Whether a write met damage in a search index, which triggers keep: SQLite calls the whole file damaged."""
        from tn_desktop.store.full_text import is_sound, torn

        raw: Any = connection.connection.dbapi_connection
        return is_sound(raw) and bool(torn(raw))

    def _begun(self) -> tuple[Connection, RootTransaction]:
        """The writing connection in a new transaction."""
        # Kept open between units of work: taking it from the engine's pool costs a fifth of a mark.
        if self._writing is None:
            self._writing = self._writer.connect()
        self._writing.info[IMPATIENT] = None if getattr(self._patience, "waits", None) is None else SHORTLY
        try:
            return self._writing, self._writing.begin()
        except Exception:
            # The server may have closed it since the last write; nothing was written yet, so a new one is as good.
            if not self.on_server or not self._forget_lost():
                raise
        self._writing = self._writer.connect()
        return self._writing, self._writing.begin()

    def _forget_lost(self) -> bool:
        """Let the writing connection go if the server did; whether it did."""
        from tn_desktop.store.server import is_lost

        if self._writing is None or not (self._writing.invalidated or is_lost(self._writing)):
            return False
        lost, self._writing = self._writing, None
        lost.invalidate()
        lost.close()
        return True

    def reconnect(self) -> None:
        """Have whatever reads or writes next do it on new connections; for the writing thread, between its units."""
        with self._turn:
            if self._writing is not None:
                self._writing.close()
                self._writing = None
            self._writer.dispose()
            self._readers.dispose()

    def close(self) -> None:
        """Close every connection; the write-ahead log is folded into the file, statistics are brought up to date."""
        if "files" in self.__dict__:
            self.files.close()
        self._readers.dispose()
        if not self.on_server:
            self._optimize()
        if self._writing is not None:
            self._writing.close()
            self._writing = None
        self._writer.dispose()

    def _optimize(self) -> None:
        """What the planner knows of the tables' sizes; bounded, and of no matter if it cannot be written."""
        try:
            with self._writer.connect() as connection:
                connection.info[IMPATIENT] = 0
                bring_up_to_date(connection)
                connection.commit()
        except Exception as error:
            if known_error(error) is None and not isinstance(error, DatabaseError):
                raise

    def __enter__(self) -> "Database":
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()


def _patiently(work: Callable[[], Done], waits: Callable[[], None] | None) -> Done:
    """Do what needs the lock of those who write; again and again while others have it, where somebody `waits`."""
    while True:
        try:
            return work()
        except Exception as error:
            busy = error if isinstance(error, Busy) else known_error(error)
            if waits is None or not isinstance(busy, Busy):
                raise
        waits()


def interrupt(connection: Connection) -> None:
    """Stop the statement that runs on a reading connection, from any thread, without waiting."""
    connection.info[_INTERRUPTED] = True
    if connection.dialect.name == "postgresql":
        from tn_desktop.store import server

        server.interrupt(connection)
        return
    raw: Any = connection.connection.dbapi_connection
    raw.interrupt()


def _look(profile: Profile) -> None:
    """What has to be settled before a file is opened."""
    left = any(
        file.with_name(file.name + ending).exists()
        for file in (profile.database, profile.content_file)
        for ending in (".plain", ".encrypting")
    )
    if left or (profile.key is not None and profile.content_file.exists() and is_plain(profile.content_file)):
        from tn_desktop.store.encrypting import finish

        finish(profile)
    file = profile.database
    if not file.exists():
        finish_swap(profile)
    if not profile.content_file.exists():
        finish_files(profile)
    if profile.device_file.exists() and not (file.exists() and file.stat().st_size):
        # A notebook was here. A new, empty one in its place would look as if nothing had ever been entered.
        raise Damaged(
            QT_TRANSLATE_NOOP("errors", "The data file {file} is gone or empty. Restore the latest backup."),
            file=file.name,
        )
    if profile.key is None and not is_plain(profile.database) and profile.key_file.exists():
        raise Locked(
            QT_TRANSLATE_NOOP("errors", "These data are protected by a passphrase. Give it with --passphrase-file.")
        )


def _engines(profile: Profile) -> tuple[Engine, Engine]:
    """The one that writes, the one that reads."""
    if profile.server:
        from tn_desktop.store.server import server_engine

        return server_engine(profile.server, writer=True), server_engine(profile.server, writer=False)
    return sqlite_engine(profile.database, profile.key, writer=True), sqlite_engine(
        profile.database, profile.key, writer=False
    )


def _settle(writer: Engine, readers: Engine, profile: Profile) -> str:
    """The id to write under. Where nothing is to be settled nothing is written: whoever just reads waits for nobody."""
    place = (profile.device_file, profile.database)
    with readers.connect() as connection, connection.begin():
        device = agreed_device(*place, *_witnesses(connection), portable=profile.portable)
        if device is not None and is_settled(connection) and are_right(connection):
            return device
    with writer.connect() as connection, connection.begin():
        stored, latest = _witnesses(connection)
        device = settle_device(*place, stored, latest, portable=profile.portable)
        if stored is None:
            connection.execute(insert(_setting), {"key": DEVICE_KEY, "value": json.dumps(device)})
        elif device != stored:
            connection.execute(update(_setting).where(_setting.c.key == DEVICE_KEY).values(value=json.dumps(device)))
        settle_library(connection)
        put_right(connection)
    return device


def _witnesses(connection: Connection) -> tuple[str | None, str]:
    """The id in the database, and its greatest stamp."""
    held = connection.execute(select(_setting.c.value).where(_setting.c.key == DEVICE_KEY)).scalar()
    latest = connection.execute(select(_history.c.stamp).order_by(_history.c.id.desc()).limit(1)).scalar()
    return (json.loads(held) if held else None), latest or ""
