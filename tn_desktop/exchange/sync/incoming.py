"""Taking a sync workbook in as it is read, in a process of its own that hands over only what is needed.

The machine's part comes first. As soon as it is known to be whole it can be merged, while the other process goes on
with the visible sheets: `Incoming.sheets` waits for those.
"""

import queue
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tn_desktop.exchange.reading.book import Limits
from tn_desktop.exchange.reading.preflight import DAMAGED
from tn_desktop.exchange.reading.supervise import stream_spreadsheet
from tn_desktop.exchange.sync import machine
from tn_desktop.exchange.sync.header import Header, read_header
from tn_desktop.exchange.sync.held_records import Records
from tn_desktop.exchange.sync.machine import FOREIGN
from tn_desktop.exchange.sync.sieve import Foreign, Sieve, TouchedSheet
from tn_desktop.model.errors import FileRefused, PasswordNeeded

LIMITS: Final = Limits(
    seconds=1_200.0,
    memory=512_000_000,
    file_bytes=500_000_000,
    unpacked=4_000_000_000,
    rows=1_048_576,
    cells=60_000_000,
    characters=2_000_000_000,
)
"""What our own program writes may be larger than what people make."""


@dataclass
class Incoming:
    """A sync workbook that was read and whose machine part is sound.

    Attributes:
        fingerprint: SHA-256 of the machine's rows, the same however the file was saved again.
        modified: when the file says that it was last saved, "" if it does not.
        rows: the records.
        visible: gives the visible sheets; it may have to wait for them, and raise what the reading of them raised.
        close: ends the reading if it still goes on.
    """

    header: Header
    fingerprint: str
    modified: str
    rows: Records
    erased: list[tuple[bytes, str, str, str]]
    visible: Callable[[], Sequence[TouchedSheet]]
    close: Callable[[], None] = lambda: None


class Receiver:
    """Takes what the sieve of the reading process lets through.

    Args:
        sound: given the workbook once, as soon as the machine's part is whole.
    """

    def __init__(self, sound: Callable[[Incoming], object] = lambda incoming: None) -> None:
        self._modified = ""
        self._whole = sound
        self._given = ""
        self._begin()

    def _begin(self) -> None:
        self._header: Header | None = None
        self._rows = Records()
        self._erased: list[tuple[bytes, str, str, str]] = []
        self._fingerprint = ""
        self._sheets: list[TouchedSheet] = []

    def take(self, message: tuple[object, ...]) -> object:
        """Take one message.

        Raises:
            FileRefused: the reader refused the file. Foreign: the machine part is not sound.
        """
        match message:
            case ("modified", str() as when):
                self._modified = when
            case ("header", tuple() as cells):
                self._header = read_header(machine.json_in(cells))
            case ("erased", tuple() as cells):
                self._erased.append(machine.erased_in(cells))
            case ("records", list() as blocks):
                for table, rows, text in blocks:
                    self._rows.add(table, rows, text)
            case ("sound", str() as fingerprint):
                if self._given not in ("", fingerprint):
                    # Another reader, which began anew, saw another file than the one that is being merged.
                    raise FileRefused(DAMAGED)
                first = not self._given
                self._given = self._fingerprint = fingerprint
                if first:
                    self._whole(self.result())
            case ("sheet", TouchedSheet() as sheet):
                self._sheets.append(sheet)
            case ("touched", list() as rows):
                self._sheets[-1].rows += rows
            case ("restart",):
                self._begin()
            case ("refused", bool() as password, str() as sentence, dict() as values):
                if sentence == FOREIGN:
                    raise Foreign(sentence)
                raise (PasswordNeeded if password else FileRefused)(sentence, **values)
            case ("done", str(), tuple()):
                return True
        return False

    def result(self) -> Incoming:
        """The workbook, after the last message.

        Raises:
            Foreign: there was no machine part, or it did not end as it should.
        """
        if self._header is None or not self._fingerprint:
            raise Foreign(FOREIGN)
        return Incoming(self._header, self._fingerprint, self._modified, self._rows, self._erased, lambda: self._sheets)


class _Reading:
    """A workbook that is read in a thread, which mostly waits for the reading process."""

    def __init__(self, path: Path, passphrase: str | None, cancelled: Callable[[], bool]) -> None:
        # Handed over, not asked for: another reader may have begun anew before the thread that waits goes on.
        self._sound: queue.SimpleQueue[Incoming | None] = queue.SimpleQueue()
        self._stopped = False
        self._failure: BaseException | None = None
        self._receiver = Receiver(self._sound.put)
        self._how = path, passphrase, cancelled
        self._thread = threading.Thread(target=self._read, name="sync-reader", daemon=True)

    def begin(self) -> Incoming:
        """Read until the machine's part is whole.

        Raises:
            FileRefused, Foreign, PasswordNeeded, Cancelled: as `read_incoming` says.
        """
        self._thread.start()
        incoming = self._sound.get()
        if incoming is None:
            self._thread.join()
            assert self._failure is not None
            raise self._failure
        incoming.visible, incoming.close = self._visible, self._close
        return incoming

    def _read(self) -> None:
        path, passphrase, cancelled = self._how
        try:
            stream_spreadsheet(
                path,
                self._receiver,
                password=passphrase,
                limits=LIMITS,
                cancelled=lambda: self._stopped or cancelled(),
                sieve=Sieve,
            )
            self._receiver.result()
        except BaseException as failure:  # noqa: BLE001 - raised again in the thread that waits for it
            self._failure = failure
        finally:
            self._sound.put(None)

    def _visible(self) -> Sequence[TouchedSheet]:
        self._thread.join()
        if self._failure is not None:
            raise self._failure
        return self._receiver.result().visible()

    def _close(self) -> None:
        self._stopped = True
        self._thread.join()


def read_incoming(path: Path, passphrase: str | None = None, cancelled: Callable[[], bool] | None = None) -> Incoming:
    """Read a sync workbook in a process of its own, and check that its machine part is whole.

    Its visible sheets are still being read when this returns: whoever calls it closes what it gives.

    Raises:
        Foreign: it has none. FileRefused: it cannot be read. PasswordNeeded: it is encrypted. Cancelled.
    """
    return _Reading(path, passphrase, cancelled or (lambda: False)).begin()


__all__ = ["FOREIGN", "Foreign", "Incoming", "TouchedSheet", "read_incoming"]
