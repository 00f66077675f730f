"""Taking a sync workbook in as it is read, in a process of its own that hands over only what is needed."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tn_desktop.exchange.reading.book import Limits
from tn_desktop.exchange.reading.supervise import stream_spreadsheet
from tn_desktop.exchange.sync import machine
from tn_desktop.exchange.sync.header import Header, read_header
from tn_desktop.exchange.sync.held_records import Records
from tn_desktop.exchange.sync.machine import FOREIGN
from tn_desktop.exchange.sync.sieve import Foreign, Sieve, TouchedSheet
from tn_desktop.model.errors import FileRefused, PasswordNeeded

LIMITS: Final = Limits(
    seconds=1_200.0,
    memory=1_500_000_000,
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
        sheets: the visible ones.
    """

    header: Header
    fingerprint: str
    modified: str
    rows: Records
    erased: list[tuple[bytes, str, str, str]]
    sheets: list[TouchedSheet]


class Receiver:
    """Takes what the sieve of the reading process lets through."""

    def __init__(self) -> None:
        self._modified = ""
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
                self._fingerprint = fingerprint
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
        return Incoming(self._header, self._fingerprint, self._modified, self._rows, self._erased, self._sheets)


def read_incoming(path: Path, passphrase: str | None = None, cancelled: Callable[[], bool] | None = None) -> Incoming:
    """Read a sync workbook in a process of its own, and check that its machine part is whole.

    Raises:
        Foreign: it has none. FileRefused: it cannot be read. PasswordNeeded: it is encrypted. Cancelled.
    """
    receiver = Receiver()
    stream_spreadsheet(path, receiver, password=passphrase, limits=LIMITS, cancelled=cancelled, sieve=Sieve)
    return receiver.result()


__all__ = ["FOREIGN", "Foreign", "Incoming", "TouchedSheet", "read_incoming"]
