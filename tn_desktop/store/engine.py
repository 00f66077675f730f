"""SQLite connections through the SQLCipher driver, and errors told apart."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import sqlcipher3.dbapi2 as driver
from sqlalchemy import Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import QueuePool, StaticPool

from tn_desktop.model.errors import AppError, Busy, Cancelled, Damaged, StoreError, TornIndex
from tn_desktop.model.messages import QT_TRANSLATE_NOOP
from tn_desktop.store.own_schema import FOREIGN, refuse_foreign
from tn_desktop.store.sqlite_file import connect

if TYPE_CHECKING:
    from tn_desktop.store.keys import DataKey

READERS = 2
DAMAGED: Final = QT_TRANSLATE_NOOP("errors", "The data file is damaged. Restore the latest backup.")
_MALFORMED = "malformed"
BUSY_MILLISECONDS = 10_000
IMPATIENT: Final = "impatient"
"""Key in a writing connection's `info`: for how many milliseconds it waits for others, where whoever wants it asks
again; not there, or None, as long as any connection."""
SHORTLY: Final = 1_000
"""Milliseconds."""
WRITER_CACHE_KIB, READER_CACHE_KIB = 32_768, 16_384


def _connect(path: Path, key: "DataKey | None", *, writer: bool) -> Any:
    connection = connect(
        path,
        key,
        timeout=BUSY_MILLISECONDS / 1000,
        isolation_level=None,
        check_same_thread=False,
        cached_statements=512,
    )
    try:
        refuse_foreign(connection)
    except BaseException:
        connection.close()
        raise
    cache = WRITER_CACHE_KIB if writer else READER_CACHE_KIB
    connection.execute(f"PRAGMA cache_size=-{cache}")
    connection.execute("PRAGMA foreign_keys=ON")
    if writer:
        connection.execute("PRAGMA journal_mode=WAL")
        # FULL: a mark that was acknowledged is on the disk when the power goes (design.md, decisions).
        connection.execute("PRAGMA synchronous=FULL")
        # Whoever is erased is not to be found in freed pages either.
        connection.execute("PRAGMA secure_delete=ON")
    else:
        connection.execute("PRAGMA query_only=ON")
    return connection


def sqlite_engine(path: Path, key: "DataKey | None" = None, *, writer: bool) -> Engine:
    """An engine over one file: one connection that writes, or a few that only read; `key` where it is encrypted."""
    pool: dict[str, Any] = (
        {"poolclass": StaticPool}
        if writer
        else {"poolclass": QueuePool, "pool_size": READERS, "max_overflow": 4, "pool_timeout": 30}
    )
    engine = create_engine("sqlite://", module=driver, creator=lambda: _connect(path, key, writer=writer), **pool)
    begin = "BEGIN IMMEDIATE" if writer else "BEGIN"

    # The driver's own transactions are off (isolation_level=None), so that DDL rolls back as well.
    @event.listens_for(engine, "begin")
    def _begin(connection: Any) -> None:
        raw = connection.connection.dbapi_connection
        patience = connection.info.get(IMPATIENT)
        if patience is None:
            raw.execute(begin)
            return
        raw.execute(f"PRAGMA busy_timeout={patience}")
        try:
            raw.execute(begin)
        finally:
            raw.execute(f"PRAGMA busy_timeout={BUSY_MILLISECONDS}")

    # A torn search index may ask for any memory, which is no error of the driver's.
    @event.listens_for(engine, "handle_error")
    def _tell(context: Any) -> AppError | None:
        said = context.statement or getattr(context.execution_context, "statement", None) or ""
        return torn_index() if isinstance(context.original_exception, MemoryError) and "_fts" in said else None

    return engine


@contextmanager
def told_apart() -> Iterator[None]:
    """Turn what the database says of disk, locks, damage and the network into sentences; bugs stay exceptions.

    Raises:
        StoreError: disk full, read-only, locked, damaged, server away.
        Cancelled: the statement was interrupted.
    """
    try:
        yield
    except AppError:
        raise
    except Exception as error:
        known = known_error(error)
        if known is None:
            raise
        raise known from error


def known_error(error: Exception) -> AppError | None:
    """What the user is told of an error of a database driver; None for a bug."""
    said: Any = error.orig if isinstance(error, DBAPIError) else error
    if isinstance(said, driver.DatabaseError):
        searched = isinstance(error, DBAPIError) and "_fts" in (error.statement or "")
        if is_of_index(str(said)) or (searched and _MALFORMED in str(said)):
            return torn_index()
        return _known(str(said))
    if type(said).__module__.partition(".")[0] == "psycopg":
        from tn_desktop.store import server

        return server.known(said)
    return None


def is_of_index(said: str) -> bool:
    """Whether SQLite speaks of a full-text index alone, not of the data file."""
    return "fts5" in said.lower() or re.search(r"constructor failed: \w+_fts\b", said) is not None


def torn_index() -> TornIndex:
    """What the user is told of a full-text index that is damaged, wherever it is met."""
    return TornIndex(
        QT_TRANSLATE_NOOP(
            "errors",
            "The search was damaged, your records were not. It is being put right by itself; try again in a moment.",
        )
    )


def _known(said: str) -> AppError | None:
    if "interrupted" in said:
        return Cancelled()
    if "locked" in said:
        return Busy(
            QT_TRANSLATE_NOOP(
                "errors",
                "Another program is writing into the data file, so this was not saved. Wait until it is done, or close "
                "it, and try again.",
            )
        )
    sentences = (
        (
            "disk is full",
            QT_TRANSLATE_NOOP("errors", "The disk is full, so this was not saved. Free some space and try again."),
        ),
        (
            "readonly",
            QT_TRANSLATE_NOOP(
                "errors", "The data file is read-only, so this was not saved. Check the folder's permissions."
            ),
        ),
        (
            "unable to open",
            QT_TRANSLATE_NOOP(
                "errors", "The data file cannot be opened. Check that its folder exists and can be written to."
            ),
        ),
        (
            "disk I/O error",
            QT_TRANSLATE_NOOP(
                "errors", "The disk could not be read or written. If the data is on a stick, plug it in again."
            ),
        ),
    )
    for sign, sentence in sentences:
        if sign in said:
            return StoreError(sentence)
    damages = (
        (
            FOREIGN,
            QT_TRANSLATE_NOOP(
                "errors",
                "The data file holds parts that TN Desktop did not make: somebody may have prepared it. Restore a "
                "backup of yours, or rescue what can be read.",
            ),
        ),
        (_MALFORMED, DAMAGED),
        ("Could not decode to UTF-8", DAMAGED),
        (
            "not a database",
            QT_TRANSLATE_NOOP(
                "errors", "The data file is damaged or encrypted. Restore a backup or give its passphrase."
            ),
        ),
    )
    for sign, sentence in damages:
        if sign in said:
            return Damaged(sentence)
    return None
