"""PostgreSQL connections, and what the server's errors mean to whoever uses the program.

Every write takes one lock of the database for its transaction, so that the numbers of the history (lsn) are dense
and follow the order of the commits, whoever writes. Readers see one state of the data and cannot write.
"""

import threading
from contextlib import suppress
from typing import Any, Final

from sqlalchemy import Connection, Engine, create_engine, event, make_url, text
from sqlalchemy.exc import ArgumentError

from tn_desktop.model.errors import AppError, Busy, Cancelled, Refused, StoreError
from tn_desktop.model.messages import QT_TRANSLATE_NOOP
from tn_desktop.store.engine import IMPATIENT, READERS, SHORTLY

WRITE_LOCK: Final = 0x746E_6465_736B
"""Key of the advisory lock that every write holds."""
PATIENCE_SECONDS: Final = 120
"""So long a write waits for others: the largest of them take in a whole province."""

_SESSION: Final = (
    f"SET lock_timeout = '{PATIENCE_SECONDS}s';"
    # Whoever vanished with the lock in hand gives it back soon.
    "SET idle_in_transaction_session_timeout = '10min';"
    "SET tcp_keepalives_idle = 30; SET tcp_keepalives_interval = 10; SET tcp_keepalives_count = 3;"
    # Values decide which index is good here, so no plan is kept for all of them; compiling a plan never pays.
    "SET plan_cache_mode = force_custom_plan; SET jit = off"
)
_BEGIN_WRITING: Final = f"BEGIN ISOLATION LEVEL READ COMMITTED; SELECT pg_advisory_xact_lock({WRITE_LOCK})"
"""Read committed: what follows the lock sees what was committed before it was given."""
_BEGIN_SHORTLY: Final = (
    _BEGIN_WRITING.replace(
        "SELECT",
        f"SET LOCAL lock_timeout = {SHORTLY}; SELECT",
    )
    + f"; SET LOCAL lock_timeout = '{PATIENCE_SECONDS}s'"
)
_BEGIN_READING: Final = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"

_CONNECTING: Final = {
    "application_name": "TN Desktop",
    "connect_timeout": "10",
    "client_encoding": "utf8",
    "keepalives_idle": "30",
    "keepalives_interval": "10",
    "keepalives_count": "3",
    "tcp_user_timeout": "30000",
}

_AWAY: Final = QT_TRANSLATE_NOOP(
    "errors", "The server {server} cannot be reached. Check the network and that the server runs, then try again."
)
_SHUT: Final = QT_TRANSLATE_NOOP(
    "errors",
    "The server {server} did not let this program in. Check the user name, the password and the name of the database "
    "({database}).",
)
_LOST: Final = QT_TRANSLATE_NOOP(
    "errors", "The connection to the server was lost, so this may not be saved. Look again when the server is back."
)
_BUSY: Final = QT_TRANSLATE_NOOP(
    "errors", "Others are writing much into the database just now, so this was not saved. Try again in a minute."
)
_FULL: Final = QT_TRANSLATE_NOOP(
    "errors", "The server's disk is full, so this was not saved. Tell whoever looks after the server."
)
_READ_ONLY: Final = QT_TRANSLATE_NOOP(
    "errors", "The server takes no changes, so this was not saved. It may be a copy for reading only."
)
_RIGHTS: Final = QT_TRANSLATE_NOOP(
    "errors", "The server does not allow this to your user name. Ask whoever looks after the server for the rights."
)
_DAMAGED: Final = QT_TRANSLATE_NOOP(
    "errors", "The server says that the data are damaged. Tell whoever looks after the server."
)
_CROWDED: Final = QT_TRANSLATE_NOOP("errors", "Too many programs are connected to the server. Try again later.")
_ADDRESS: Final = QT_TRANSLATE_NOOP(
    "errors", "The address of the database is not right. Write it like postgresql+psycopg://USER@SERVER/NAME."
)
_NO_DRIVER: Final = QT_TRANSLATE_NOOP(
    "errors", "PostgreSQL's client library (libpq) is missing on this computer. Install it and try again."
)
_NOT_UTF8: Final = QT_TRANSLATE_NOOP(
    "errors", "The database {database} does not keep UTF-8. Make it anew with the encoding UTF8."
)

_STATES: Final = {
    "55P03": _BUSY,
    "40001": _BUSY,
    "40P01": _BUSY,
    "53100": _FULL,
    "53300": _CROWDED,
    "25006": _READ_ONLY,
    "42501": _RIGHTS,
    "57P01": _LOST,
    "57P02": _LOST,
    "57P03": _LOST,
    "25P03": _LOST,
    "XX001": _DAMAGED,
    "XX002": _DAMAGED,
}
"""What an SQLSTATE means; those of class 08 are lost connections as well."""


def server_engine(url: str, *, writer: bool, ordered: bool = True) -> Engine:
    """An engine over a server's database: one connection that writes, or a few that only read.

    What is not `ordered` is written without the lock of the data.

    Raises:
        Refused: the address cannot be read. StoreError: the client library is missing.
    """
    from tn_desktop.store.server_dialect import ServerCompiler

    try:
        place = make_url(url)
        arguments: dict[str, Any] = {name: value for name, value in _CONNECTING.items() if name not in place.query}
        engine = create_engine(
            place,
            use_native_hstore=False,
            connect_args=arguments | {"autocommit": True},
            pool_size=1 if writer else READERS,
            max_overflow=2 if writer else 4,
            pool_timeout=30,
            pool_pre_ping=not (writer and ordered),
        )
    except (ArgumentError, ValueError, TypeError):
        # Not chained: the text of the error holds the address, perhaps with a password.
        raise Refused(_ADDRESS) from None
    except ImportError as error:
        raise StoreError(_NO_DRIVER) from error
    engine.dialect.statement_compiler = ServerCompiler
    begin = _BEGIN_READING if not writer else _BEGIN_WRITING if ordered else "BEGIN"

    @event.listens_for(engine, "do_connect")
    def _connect(_dialect: Any, _record: Any, positional: Any, named: Any) -> Any:
        return _open(engine, positional, named)

    # The driver's own transactions are off (autocommit), so that a transaction begins with one message, not two.
    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        raw: Any = connection.connection.dbapi_connection
        shortly = begin is _BEGIN_WRITING and connection.info.get(IMPATIENT)
        try:
            raw.cursor().execute(_BEGIN_SHORTLY if shortly else begin, prepare=False)
        except Exception:
            # It has begun, and failed: nothing more would be taken on this connection.
            with suppress(Exception):
                raw.rollback()
            raise

    return engine


def _open(engine: Engine, positional: Any, named: Any) -> Any:
    import psycopg

    try:
        raw = psycopg.connect(*positional, **named)
    except psycopg.OperationalError as error:
        place = engine.url
        let_in = getattr(error.pgconn, "used_password", False) or getattr(error.pgconn, "needs_password", False)
        # The server's own words come in its language; "FATAL" stands in most of them, and a client's never has it.
        sentence = _SHUT if let_in or "FATAL" in str(error) else _AWAY
        if "53300" in str(error) or "too many clients" in str(error):
            sentence = _CROWDED
        server = f"{place.host or 'localhost'}:{place.port or 5432}"
        raise StoreError(sentence, server=server, database=place.database or "") from error
    raw.cursor().execute(_SESSION, prepare=False)
    return raw


def refuse_other_encodings(connection: Connection) -> None:
    """Before a schema is made.

    Raises:
        StoreError: the database cannot hold every letter.
    """
    if connection.execute(text("SHOW server_encoding")).scalar() != "UTF8":
        raise StoreError(_NOT_UTF8, database=connection.engine.url.database or "")


def is_lost(connection: Connection) -> bool:
    """Whether the connection to the server is gone."""
    raw: Any = connection.connection.dbapi_connection
    return bool(getattr(raw, "closed", False))


def interrupt(connection: Connection) -> None:
    """Stop the statement that runs on a reading connection, without waiting: the server may be far away."""
    raw: Any = connection.connection.dbapi_connection
    unsure = threading.Event()
    thread = threading.Thread(target=_cancel, args=(raw, unsure), name="cancel", daemon=True)
    # Beside those that were begun before: whoever stops twice has two on their way.
    connection.info.setdefault("cancelling", []).append((thread, unsure))
    thread.start()


def settle_interrupt(connection: Connection) -> None:
    """Before a connection is used for something else: a stop that is on its way must not hit that."""
    stops = connection.info.pop("cancelling", [])
    for thread, _unsure in stops:
        thread.join()
    if any(unsure.is_set() for _thread, unsure in stops):
        connection.invalidate()


def _cancel(raw: Any, unsure: threading.Event) -> None:
    import psycopg

    try:
        raw.cancel_safe(timeout=5)
    except psycopg.Error:
        # What was to be stopped ends by itself then; but a server that is slow to answer may still stop what is next.
        unsure.set()


def known(error: Any) -> AppError | None:
    """The sentence for an error of the driver; None for a bug."""
    import psycopg

    if not isinstance(error, psycopg.Error):
        return None
    state = error.sqlstate or ""
    if state == "57014":
        return Cancelled()
    if state in _STATES:
        return Busy(_BUSY) if _STATES[state] is _BUSY else StoreError(_STATES[state])
    if state.startswith("08") or (isinstance(error, psycopg.OperationalError) and not state):
        return StoreError(_LOST)
    return None
