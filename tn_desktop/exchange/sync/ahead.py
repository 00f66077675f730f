"""Reading the next file while the one before it is merged: each is the work of another process."""

import threading
from collections.abc import Callable
from pathlib import Path

from tn_desktop.exchange.sync.incoming import Incoming

Read = Callable[[Path, str | None, Callable[[], bool]], Incoming]
"""As `read_incoming`."""


class ReadAhead:
    """Gives workbooks, of which it reads at most one before it is asked for.

    Args:
        read: how a file is read.
        cancelled: ends every reading; asked in other threads.
    """

    def __init__(self, read: Read, passphrase: str | None, cancelled: Callable[[], bool]) -> None:
        self._how = read, passphrase, cancelled
        self._begun: _Begun | None = None

    def begin(self, file: Path) -> None:
        """Begin to read a file; what comes of it is told by `get`."""
        self.close()
        self._begun = _Begun(file, *self._how)

    def get(self, file: Path) -> Incoming:
        """The workbook in a file, as it stands there now; whoever asks closes it.

        Raises:
            FileRefused, Foreign, PasswordNeeded, Cancelled: as the reading does.
        """
        begun = self._begun
        if begun is not None and begun.is_of(file):
            self._begun = None
            return begun.result()
        self.close()
        read, passphrase, cancelled = self._how
        return read(file, passphrase, cancelled)

    def close(self) -> None:
        """End a reading of which nobody asks any more."""
        if self._begun is not None:
            self._begun.drop()
            self._begun = None


class _Begun:
    """A file that is being read in a thread, which mostly waits for the reading process."""

    def __init__(self, file: Path, read: Read, passphrase: str | None, cancelled: Callable[[], bool]) -> None:
        self._looked = file, look(file)
        self._how = read, passphrase, cancelled
        self._dropped = False
        self._incoming: Incoming | None = None
        self._failure: BaseException | None = None
        self._thread = threading.Thread(target=self._read, name="sync-ahead", daemon=True)
        self._thread.start()

    def is_of(self, file: Path) -> bool:
        """Whether it is the reading of that file, which was not written since."""
        return self._looked == (file, look(file))

    def _read(self) -> None:
        read, passphrase, cancelled = self._how
        try:
            self._incoming = read(self._looked[0], passphrase, lambda: self._dropped or cancelled())
        except BaseException as failure:  # noqa: BLE001 - raised again in the thread that asks for the file
            self._failure = failure

    def result(self) -> Incoming:
        """What was read, or why it was not."""
        self._thread.join()
        if self._failure is not None:
            raise self._failure
        incoming, self._incoming = self._incoming, None
        # It leads here again by what ends its reading: kept, its records would stay until a collection comes by.
        assert incoming is not None
        return incoming

    def drop(self) -> None:
        """End it; nobody hears of it."""
        self._dropped = True
        self._thread.join()
        if self._incoming is not None:
            self._incoming.close()


def look(file: Path) -> tuple[int, int] | None:
    """What a file that was written since has otherwise; None where there is none."""
    try:
        found = file.stat()
    except OSError:
        return None
    return found.st_size, found.st_mtime_ns
