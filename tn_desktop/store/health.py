"""Looking through a data file for damage while it is in use."""

import threading
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import sqlcipher3.dbapi2 as driver

from tn_desktop.model.errors import AppError, Cancelled, Damaged, TornIndex
from tn_desktop.store.engine import known_error, torn_index
from tn_desktop.store.file_salvage import damage_of
from tn_desktop.store.full_text import is_small, look_through, seems_torn, torn
from tn_desktop.store.index_repair import survey
from tn_desktop.store.own_schema import FOREIGN, refuse_foreign
from tn_desktop.store.sqlite_file import connect

if TYPE_CHECKING:
    from tn_desktop.store.keys import DataKey


class Look:
    """One look, on connections of its own; it can be stopped from another thread.

    Args:
        contents: the database of the contents of files, looked at when the data are sound (`DamagedFiles`).

    Attributes:
        stopped: it was stopped, so that its result means nothing.
    """

    def __init__(self, file: Path, key: "DataKey | None" = None, contents: Path | None = None) -> None:
        self.stopped = False
        self._contents = contents
        self._file, self._key = file, key
        self._connection: Any = None
        self._lock = threading.Lock()

    def run(self) -> AppError | None:
        """Read every page, in a second or two for 100 MB; return what was met: `Damaged`, or only a `TornIndex`."""
        try:
            with closing(self._connect(reading=True)) as connection, self._interruptible(connection):
                refuse_foreign(connection)
                connection.execute("BEGIN")  # one state: others may write meanwhile
                said, of_index = look_through(connection)
                if not said:
                    if of_index or seems_torn(connection):
                        return torn_index()
                    small = is_small(connection)
            if said:
                return self._of_damage(said)
            if small and self._disagrees():
                return torn_index()
        except Cancelled:
            return None
        except driver.Error as error:
            found = known_error(error)
            if isinstance(found, Damaged) and FOREIGN not in str(error):
                return self._of_damage([str(error)])
            return found if isinstance(found, Damaged | TornIndex) else None
        return None if self._contents is None or self.stopped else damage_of(self._contents, self._key)

    def _of_damage(self, said: Sequence[str]) -> AppError | None:
        """Whether it is indexes alone that are torn, which their tables make whole, or more."""
        try:
            survey(self._file, self._key, said, self._interruptible)
        except Cancelled:
            return None
        except AppError as error:
            return error
        return torn_index()

    def _disagrees(self) -> bool:
        """Whether an index does not hold what its table does: FTS5 tells that only to who may write."""
        with (
            suppress(driver.Error, Cancelled),
            closing(self._connect(reading=False)) as connection,
            self._interruptible(connection),
        ):
            return not self.stopped and bool(torn(connection))
        return False  # somebody writes, or nobody may

    def _connect(self, *, reading: bool) -> Any:
        return connect(self._file, self._key, reading=reading, check_same_thread=False, isolation_level=None)

    @contextmanager
    def _interruptible(self, connection: Any) -> Iterator[None]:
        """While it is held, `stop` ends what runs on a connection."""
        with self._lock:
            if self.stopped:
                raise Cancelled
            self._connection = connection
        try:
            yield
        finally:
            with self._lock:
                self._connection = None

    def stop(self) -> None:
        """End the look at once."""
        with self._lock:
            self.stopped = True
            if self._connection is not None:
                self._connection.interrupt()
