"""The contents of files (lesson plans, guides …), named by their SHA-256, in pieces of two tables.

A notebook keeps them in a database of their own beside the data, under the same key: taking in a large file keeps no
mark waiting, the write-ahead log of the data stays small, and a backup of every hour does not hold the same files
each time. A server keeps the same two tables beside the data, and so does a backup that is one file for all.

No content is ever changed. What is being written has no digest yet, so nobody finds half a file; a power cut leaves
pieces that the next `sweep` takes away. The journal is SQLite's rollback journal: there is one writer now and then.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import sqlcipher3.dbapi2 as driver
from sqlalchemy import (
    BigInteger,
    Column,
    ColumnElement,
    Connection,
    Engine,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    create_engine,
    delete,
    event,
    func,
    insert,
    inspect,
    select,
    update,
)
from sqlalchemy.exc import IntegrityError
from sqlalchemy.pool import NullPool

from tn_desktop.model.entities.base import CONVENTION, BigKey, SortText
from tn_desktop.model.errors import StoreError
from tn_desktop.model.messages import QT_TRANSLATE_NOOP
from tn_desktop.store.engine import BUSY_MILLISECONDS, told_apart
from tn_desktop.store.own_schema import refuse_foreign
from tn_desktop.store.sqlite_file import connect

if TYPE_CHECKING:
    from tn_desktop.store.keys import DataKey
    from tn_desktop.store.profile import Profile

PIECE: Final = 256 * 1024
"""Bytes of a piece: measured best for reading and writing of 64 kB, 256 kB and 1 MB."""
AT_ONCE: Final = 16
"""Pieces that are written, read or deleted in one transaction: 4 MB take a tenth of a second on a slow disk."""
SHORT: Final = 32
"""Hex digits of a digest that are enough to know a content by; records from the first days hold no more."""
GRACE: Final = timedelta(days=30)
"""So long a content stays that no record leads to any more: what was replaced or removed can be taken back."""
_LEFT: Final = timedelta(days=1)
"""Pieces without a digest that are older belong to nobody who still writes."""

_METADATA: Final = MetaData(naming_convention=CONVENTION)
_kept = Table(
    "kept_file",
    _METADATA,
    Column("id", BigKey, primary_key=True),
    Column("digest", LargeBinary(32)),
    Column("size", BigInteger, nullable=False),
    Column("begun", SortText, nullable=False),
    Column("unneeded", SortText),
    Index(None, "digest", unique=True),
)
"""digest is null while the content is being written or removed; begun and unneeded (since when) are ISO, UTC."""
_piece = Table(
    "file_piece",
    _METADATA,
    Column("id", BigKey, primary_key=True),
    Column("file_id", BigInteger, nullable=False),
    Column("number", Integer, nullable=False),
    Column("content", LargeBinary, nullable=False),
    Index(None, "file_id", "number", unique=True),
)
TABLES: Final = (_piece.name, _kept.name)

Watch = Callable[[int], None]
"""Told how many bytes are done; may raise Cancelled."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A content: its SHA-256 in hexadecimal, bytes, and since when nobody needs it (ISO), if so."""

    digest: str
    size: int
    unneeded: str | None = None


class FileStore:
    """The contents in one database, a SQLite file or a server's.

    Args:
        engine: of the database.
        file: the SQLite file; None on a server.
    """

    def __init__(self, engine: Engine, file: Path | None = None) -> None:
        self._engine = engine
        self._file = file
        self._there = False

    @classmethod
    def at(cls, file: Path, key: "DataKey | None" = None) -> "FileStore":
        """The contents in a SQLite file, which is made when the first one is added."""
        engine = create_engine("sqlite://", module=driver, creator=lambda: _connect(file, key), poolclass=NullPool)

        @event.listens_for(engine, "begin")
        def _begin(connection: Connection) -> None:
            raw: Any = connection.connection.dbapi_connection
            raw.execute("BEGIN IMMEDIATE" if connection.get_execution_options().get("writing") else "BEGIN")

        return cls(engine, file)

    @classmethod
    def of(cls, profile: "Profile") -> "FileStore":
        """The contents of a profile."""
        if not profile.server:
            return cls.at(profile.content_file, profile.key)
        from tn_desktop.store.server import server_engine

        # Written without the lock of the data: nothing here has a place in the order of changes.
        return cls(server_engine(profile.server, writer=True, ordered=False))

    def close(self) -> None:
        """Close what is open."""
        self._engine.dispose()

    # --- what is there

    def find(self, digest: str) -> Kept | None:
        """The content of that digest; its first 32 digits are enough."""
        low, high = bytes.fromhex(digest.ljust(64, "0")), bytes.fromhex(digest.ljust(64, "f"))
        with self._reading() as connection:
            if connection is None:
                return None
            row = connection.execute(select(_kept).where(_kept.c.digest.between(low, high)).limit(1)).one_or_none()
        return None if row is None else Kept(row.digest.hex(), row.size, row.unneeded)

    def all(self) -> dict[str, Kept]:
        """Every content, by its digest."""
        with self._reading() as connection:
            if connection is None:
                return {}
            rows = connection.execute(select(_kept).where(_kept.c.digest.is_not(None))).all()
        return {row.digest.hex(): Kept(row.digest.hex(), row.size, row.unneeded) for row in rows}

    def total(self) -> int:
        """Bytes of all contents."""
        with self._reading() as connection:
            if connection is None:
                return 0
            total = select(func.sum(_kept.c.size)).where(_kept.c.digest.is_not(None))
            return int(connection.execute(total).scalar() or 0)

    def read(self, digest: str) -> Iterator[bytes]:
        """The pieces of a content, which is checked as it goes by.

        Raises:
            StoreError: it is not there, or damaged; a damaged one is missing from then on, so that it can come again.
        """
        with self._reading() as connection:
            row = None if connection is None else self._row(connection, digest)
        if row is None:
            raise StoreError(_MISSING)
        total = hashlib.sha256()
        for piece in self._pieces(row.id):
            total.update(piece)
            yield piece
        if total.digest() != row.digest:
            with self._writing() as connection:
                self._lose(connection, row.digest, _kept.c.id == row.id)
            raise StoreError(_DAMAGED)

    def _pieces(self, key: int) -> Iterator[bytes]:
        number = 0
        while True:
            with self._reading() as connection:
                assert connection is not None
                span = _piece.c.number.between(number, number + AT_ONCE - 1)
                wanted = select(_piece.c.content).where(_piece.c.file_id == key, span).order_by(_piece.c.number)
                pieces = list(connection.execute(wanted).scalars())
            yield from pieces
            number += len(pieces)
            if len(pieces) < AT_ONCE:
                return

    # --- taking in

    def add(self, content: Iterable[bytes], watch: Watch = lambda done: None) -> str:
        """Keep a content, given in pieces of a megabyte at most, and return its digest; one that is there stays.

        Raises:
            StoreError: it cannot be written. Whatever `content` and `watch` raise; nothing is left of it then.
        """
        with self._writing() as connection:
            key = connection.execute(insert(_kept).values(size=0, begun=_now()).returning(_kept.c.id)).scalar_one()
        try:
            digest, size = self._write(key, content, watch)
            try:
                is_new = self._settle(key, digest, size)
            except IntegrityError:  # on a server another program was quicker by a moment
                is_new = self._settle(key, digest, size)
        except BaseException:
            self._drop(key)
            raise
        if not is_new:
            self._drop(key)
        return digest.hex()

    def _settle(self, key: int, digest: bytes, size: int) -> bool:
        """Give what was written its digest, unless that content is there; whether it was not."""
        with self._writing() as connection:
            if self._want(connection, digest):
                return False
            connection.execute(update(_kept).where(_kept.c.id == key).values(digest=digest, size=size))
        return True

    def stays(self, kept: Kept) -> bool:
        """Whether a content that was found is still there, and is not let go because nobody needed it until now."""
        if kept.unneeded is None:
            return True
        with self._writing() as connection:
            return self._want(connection, bytes.fromhex(kept.digest))

    def _write(self, key: int, content: Iterable[bytes], watch: Watch) -> tuple[bytes, int]:
        total, size, number = hashlib.sha256(), 0, 0
        waiting: list[dict[str, Any]] = []
        for piece in content:
            if not piece:
                continue
            total.update(piece)
            waiting.append({"file_id": key, "number": number, "content": piece})
            size += len(piece)
            number += 1
            if len(waiting) == AT_ONCE:
                self._put(waiting)
                watch(size)
        self._put(waiting)
        watch(size)
        return total.digest(), size

    def _put(self, pieces: list[dict[str, Any]]) -> None:
        if pieces:
            with self._writing() as connection:
                connection.execute(insert(_piece), pieces)
            pieces.clear()

    # --- letting go

    def need(self, needed: Callable[[str], bool], now: datetime | None = None, grace: timedelta = GRACE) -> list[str]:
        """Note what nobody needs; remove and return what nobody has needed for so long, and pieces without a file."""
        moment = now or datetime.now().astimezone()
        gone = []
        for digest, kept in self.all().items():
            if needed(digest):
                if kept.unneeded is not None:
                    self._note(digest, None)
            elif kept.unneeded is None:
                self._note(digest, moment.isoformat(timespec="seconds"))
            elif datetime.fromisoformat(kept.unneeded) < moment - grace:
                # Somebody may have put the same file in again since.
                if self._remove(digest, _kept.c.unneeded == kept.unneeded):
                    gone.append(digest)
        self._sweep(moment)
        return gone

    def remove(self, digests: Iterable[str]) -> None:
        """Remove contents; what they held is overwritten."""
        for digest in digests:
            self._remove(digest)

    def _remove(self, digest: str, *only: ColumnElement[bool]) -> bool:
        """Remove a content if it is there, and as it was seen; whether it was."""
        with self._writing() as connection:
            # Found by nobody from now on, however long the rest takes.
            key = self._lose(connection, bytes.fromhex(digest), *only)
        if key is None:
            return False
        self._drop(key)
        return True

    def _sweep(self, now: datetime) -> None:
        with self._reading() as connection:
            if connection is None:
                return
            left = select(_kept.c.id).where(_kept.c.digest.is_(None), _kept.c.begun < _moment(now - _LEFT))
            keys = list(connection.execute(left).scalars())
        for key in keys:
            self._drop(key)

    def _drop(self, key: int) -> None:
        while True:
            with self._writing() as connection:
                last = select(func.max(_piece.c.number)).where(_piece.c.file_id == key)
                number = connection.execute(last).scalar()
                if number is None:
                    connection.execute(delete(_kept).where(_kept.c.id == key))
                    break
                span = (_piece.c.file_id == key, _piece.c.number > number - AT_ONCE)
                connection.execute(delete(_piece).where(*span))
        if self._file is not None:
            with told_apart(), self._engine.connect() as connection:
                raw: Any = connection.connection.dbapi_connection
                raw.execute("PRAGMA incremental_vacuum").fetchall()

    # --- rows

    def _row(self, connection: Connection, digest: str) -> Any:
        return connection.execute(select(_kept).where(_kept.c.digest == bytes.fromhex(digest))).one_or_none()

    # Each in one statement: on a server others may write between two.

    def _lose(self, connection: Connection, digest: bytes, *only: ColumnElement[bool]) -> int | None:
        """Have a content found by nobody any more; the row's id, if it was there."""
        lost = update(_kept).where(_kept.c.digest == digest, *only).values(digest=None, begun=_now())
        return connection.execute(lost.returning(_kept.c.id)).scalar()

    def _want(self, connection: Connection, digest: bytes) -> bool:
        """Note that a content is needed, if it is there; whether it is."""
        return connection.execute(update(_kept).where(_kept.c.digest == digest).values(unneeded=None)).rowcount > 0

    def _note(self, digest: str, unneeded: str | None) -> None:
        with self._writing() as connection:
            connection.execute(update(_kept).where(_kept.c.digest == bytes.fromhex(digest)).values(unneeded=unneeded))

    @contextmanager
    def _reading(self) -> Iterator[Connection | None]:
        """A transaction that reads; None where nothing was ever kept."""
        if self._file is not None and not self._file.exists():
            self._there = False
            yield None
            return
        with told_apart(), self._engine.connect() as connection, connection.begin():
            self._there = self._there or inspect(connection).has_table(_kept.name)
            yield connection if self._there else None

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        if self._file is not None and not self._file.exists():
            self._there = False
        engine = self._engine.execution_options(writing=True)
        with told_apart(), engine.connect() as connection, connection.begin():
            if not self._there:
                if self._file is None:
                    connection.exec_driver_sql("SELECT pg_advisory_xact_lock(1952478061)")
                _METADATA.create_all(connection)
            yield connection
        self._there = True


def copy_missing(
    source: FileStore,
    target: FileStore,
    wanted: Callable[[str], bool] = lambda digest: True,
    watch: Watch = lambda done: None,
) -> int:
    """Bring contents into another store that lacks them; return how many bytes.

    Raises:
        StoreError: one is damaged, or cannot be written; those before it are there.
    """
    there, total = target.all(), 0
    for digest, kept in source.all().items():
        if digest not in there and wanted(digest):
            target.add(source.read(digest), _after(total, watch))
            total += kept.size
    return total


def _after(before: int, watch: Watch) -> Watch:
    return lambda done: watch(before + done)


def _connect(file: Path, key: "DataKey | None") -> Any:
    new = not file.exists()
    connection = connect(file, key, timeout=BUSY_MILLISECONDS / 1000, isolation_level=None, check_same_thread=False)
    try:
        refuse_foreign(connection)
    except BaseException:
        connection.close()
        raise
    if new:
        connection.execute("PRAGMA auto_vacuum=INCREMENTAL")
    connection.execute("PRAGMA synchronous=FULL")
    # Neither what was removed nor whoever it spoke of is to be found in freed pages.
    connection.execute("PRAGMA secure_delete=ON")
    return connection


def _now() -> str:
    return _moment(datetime.now().astimezone())


def _moment(moment: datetime) -> str:
    from datetime import UTC

    return moment.astimezone(UTC).isoformat(timespec="seconds")


_MISSING: Final = QT_TRANSLATE_NOOP("errors", "The file has not come to this computer yet.")
_DAMAGED: Final = QT_TRANSLATE_NOOP(
    "errors", "The file is damaged on this computer. Ask a colleague to send it again, or restore a backup."
)
