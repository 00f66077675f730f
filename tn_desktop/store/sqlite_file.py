"""SQLite files, plain or encrypted: the one place that knows how a key is given, and what lies beside a file."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from weakref import WeakSet

import sqlcipher3.dbapi2 as driver

if TYPE_CHECKING:
    from tn_desktop.store.keys import DataKey

BESIDE: Final = ("-journal", "-wal", "-shm")
"""What SQLite may keep beside a database file, by the ends of the names."""
_NO_TEXT: Final = "malformed database schema: its names are no text"


def remove(file: Path) -> None:
    """Remove a database file, if it is there, with what lies beside it."""
    for ending in ("", *BESIDE):
        file.with_name(file.name + ending).unlink(missing_ok=True)


def _told_as_damage(method: Callable[..., Any]) -> Callable[..., Any]:
    def run(cursor: driver.Cursor, *given: Any) -> Any:
        try:
            return method(cursor, *given)
        except UnicodeDecodeError as error:
            raise driver.DatabaseError(_NO_TEXT) from error

    return run


class Cursor(driver.Cursor):  # type: ignore[misc]
    """A cursor for which a schema that is no text is damage: SQLite's sentence about it has the same bytes in it, which
    the driver takes for text.
    """

    execute = _told_as_damage(driver.Cursor.execute)
    executemany = _told_as_damage(driver.Cursor.executemany)
    executescript = _told_as_damage(driver.Cursor.executescript)


class Connection(driver.Connection):  # type: ignore[misc]
    """A connection whose rollback leaves no cursor behind that still holds a statement.

    The driver's own resets the statements and leaves them to their cursors. Such a cursor resets its statement once
    more when it is destroyed, which may be much later and on another thread, with the error that held it; whoever
    reads with the same statement then gets rows twice, and the next one an InterfaceError.
    """

    def __init__(self, *given: Any, **options: Any) -> None:
        super().__init__(*given, **options)
        self._cursors: WeakSet[Any] = WeakSet()

    def cursor(self, *given: Any, **options: Any) -> Any:
        cursor = super().cursor(*(given or (Cursor,)), **options)
        self._cursors.add(cursor)
        return cursor

    def rollback(self) -> None:
        for cursor in list(self._cursors):
            cursor.close()
        super().rollback()


def connect(file: Path, key: "DataKey | None" = None, *, reading: bool = False, **options: Any) -> Any:
    """A connection of the driver; `reading` one neither makes nor writes the file.

    A wrong key, or none where one is needed, is told by the first statement: “file is not a database”.

    Raises:
        driver.Error: the file cannot be opened.
    """
    if reading:
        connection = driver.connect(f"{file.resolve().as_uri()}?mode=ro", uri=True, factory=Connection, **options)
    else:
        connection = driver.connect(str(file), factory=Connection, **options)
    # SQLCipher tells standard error of each page that it cannot open; here errors are sentences.
    connection.execute("PRAGMA cipher_log_level = NONE")
    # What stands in the schema of a file of others calls no function that could do harm.
    connection.execute("PRAGMA trusted_schema = OFF")
    if key is not None:
        # No words of the data in files of the system: what SQLite sorts outside the database stays in memory.
        connection.execute(f"PRAGMA key = {key.pragma}")
        connection.execute("PRAGMA temp_store = MEMORY")
    return connection
