"""Looking through a data file for damage while it is in use."""

import threading
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

import sqlcipher3.dbapi2 as driver

from tn_desktop.model.errors import AppError, Damaged
from tn_desktop.model.messages import QT_TRANSLATE_NOOP
from tn_desktop.store.engine import known_error
from tn_desktop.store.file_salvage import damage_of
from tn_desktop.store.own_schema import refuse_foreign
from tn_desktop.store.sqlite_file import connect

if TYPE_CHECKING:
    from tn_desktop.store.keys import DataKey


class Look:
    """One look, on a connection of its own; it can be stopped from another thread.

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
        """Read every page, in a second or two for 100 MB; return the damage that was met."""
        try:
            with closing(connect(self._file, self._key, reading=True, check_same_thread=False)) as connection:
                with self._lock:
                    if self.stopped:
                        return None
                    self._connection = connection
                try:
                    refuse_foreign(connection)
                    said = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
                finally:
                    with self._lock:
                        self._connection = None
        except driver.Error as error:
            found = known_error(error)
            return found if isinstance(found, Damaged) else None
        if said == "ok":
            return None if self._contents is None else damage_of(self._contents, self._key)
        return Damaged(QT_TRANSLATE_NOOP("errors", "The data file is damaged. Restore the latest backup."))

    def stop(self) -> None:
        """End the look at once."""
        with self._lock:
            self.stopped = True
            if self._connection is not None:
                self._connection.interrupt()
