"""Taking a sync workbook in as it is read: the machine's rows are checked, and of the visible ones only those that
somebody may have touched are kept."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from tn_desktop.exchange.reading.book import Cell, Limits, Row
from tn_desktop.exchange.reading.supervise import stream_spreadsheet
from tn_desktop.exchange.sync import machine
from tn_desktop.exchange.sync.codes import read_code, row_code
from tn_desktop.exchange.sync.header import Header, read_header
from tn_desktop.exchange.sync.prints import ACTION, CODE, row_print
from tn_desktop.exchange.sync.record import Record
from tn_desktop.model.errors import FileRefused, PasswordNeeded
from tn_desktop.model.messages import QT_TRANSLATE_NOOP

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

FOREIGN: Final = QT_TRANSLATE_NOOP(
    "errors",
    "This is no workbook of the exchange, or its hidden part was lost or altered. Nothing in it is taken over by "
    "itself; import its lists as any other spreadsheet, where you see each proposal.",
)


class Foreign(FileRefused):
    """The file has no machine part that can be trusted: its sheets are proposals at most."""


@dataclass
class TouchedSheet:
    """A visible sheet of which rows may have been touched.

    Attributes:
        table: what its rows are.
        name: of the sheet.
        keys: the key of each column, "" where it has none.
        rows: (number that a person sees, cells) of rows that differ from what was written, or have no code.
        codes: how often each code stands in the sheet.
    """

    table: str
    name: str
    keys: tuple[str, ...]
    rows: list[tuple[int, Row]] = field(default_factory=list)
    codes: Counter[str] = field(default_factory=Counter)

    @property
    def has_codes(self) -> bool:
        """Whether the column of codes is still there."""
        return CODE in self.keys

    def cell(self, row: Row, key: str) -> Cell:
        """A row's cell in the column of that key; None if there is no such column."""
        place = self.keys.index(key) if key in self.keys else len(row)
        return row[place] if place < len(row) else None


@dataclass
class Incoming:
    """A sync workbook that was read and whose machine part is sound.

    Attributes:
        fingerprint: SHA-256 of the machine's rows, the same however the file was saved again.
        modified: when the file says that it was last saved, "" if it does not.
        rows: cells of the records.
        sheets: the visible ones.
    """

    header: Header
    fingerprint: str
    modified: str
    rows: list[machine.Cells]
    erased: list[tuple[bytes, str, str, str]]
    sheets: list[TouchedSheet]

    def records(self) -> Iterator[Record]:
        """Every record, one after the other."""
        for cells in self.rows:
            yield machine.record_in(cells)


class Receiver:
    """The sink of the reading process."""

    def __init__(self) -> None:
        self._modified = ""
        self._begin()

    def _begin(self) -> None:
        self._digest = machine.Digest()
        self._header: Header | None = None
        self._rows: list[machine.Cells] = []
        self._erased: list[tuple[bytes, str, str, str]] = []
        self._fingerprint = ""
        self._prints: dict[str, dict[str, str]] = {}
        self._sheets: list[_SheetReader] = []
        self._in_machine = False

    def take(self, message: tuple[object, ...]) -> object:
        """Take one message.

        Raises:
            FileRefused: the reader refused the file. Foreign: the machine part is not sound.
        """
        match message:
            case ("modified", str() as when):
                self._modified = when
            case ("sheet", str() as name, bool()):
                self._in_machine = name.casefold() == machine.SHEET
                if not self._in_machine:
                    self._sheets.append(_SheetReader(name))
            case ("rows", list() as rows):
                self._take_rows(rows)
            case ("restart",):
                self._begin()
            case ("refused", bool() as password, str() as sentence, dict() as values):
                raise (PasswordNeeded if password else FileRefused)(sentence, **values)
            case ("done", str(), tuple()):
                return True
        return False

    def _take_rows(self, rows: Sequence[Row]) -> None:
        if not self._in_machine:
            self._sheets[-1].take(rows, self._header, self._prints)
            return
        for row in rows:
            cells = machine.whole(row)
            if self._fingerprint and any(cells):
                raise Foreign(FOREIGN)
            if cells[0] == machine.END:
                self._end(cells)
            elif not self._fingerprint:
                self._digest.add(cells)
                self._take_machine(cells)

    def _take_machine(self, cells: machine.Cells) -> None:
        if cells[0] == machine.HEADER:
            self._header = read_header(machine.json_in(cells))
        elif cells[0] == machine.ERASED:
            self._erased.append(machine.erased_in(cells))
        else:
            self._rows.append(cells)

    def _end(self, cells: machine.Cells) -> None:
        if self._header is None or (cells[1], cells[4]) != (str(self._digest.count), self._digest.hex):
            raise Foreign(FOREIGN)
        self._fingerprint = self._digest.hex
        for row in self._rows:
            if row[3]:
                self._prints.setdefault(row[0], {})[row_code(machine.uid_in(row))] = row[3]

    def result(self) -> Incoming:
        """The workbook, after the last message.

        Raises:
            Foreign: there was no machine part, or it did not end as it should.
        """
        if self._header is None or not self._fingerprint:
            raise Foreign(FOREIGN)
        found = (reader.finish(self._header, self._prints) for reader in self._sheets)
        sheets = [sheet for sheet in found if sheet is not None]
        return Incoming(self._header, self._fingerprint, self._modified, self._rows, self._erased, sheets)


class _SheetReader:
    """Reads one visible sheet; which columns it has is known from its first rows, or from the header."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._count = 0
        self._sheet: TouchedSheet | None = None
        self._waiting: list[tuple[int, Row]] = []

    def take(self, rows: Sequence[Row], header: Header | None, prints: dict[str, dict[str, str]]) -> None:
        for row in rows:
            self._count += 1
            if self._count == 1:
                self._sheet = _by_keys(self._name, row)
            elif header is None or self._sheet is None:
                # The machine part comes first in what we write; a program may have put it elsewhere.
                self._waiting.append((self._count, row))
            elif self._count > 2 or _has_code(self._sheet, row):
                _judge(self._sheet, self._count, row, header, prints)
            if self._count == 1 and self._sheet is None:
                self._waiting.append((1, row))

    def finish(self, header: Header, prints: dict[str, dict[str, str]]) -> TouchedSheet | None:
        sheet, waiting = self._sheet, self._waiting
        if sheet is None:
            sheet, waiting = _by_headings(self._name, waiting, header)
        else:
            waiting = [(number, row) for number, row in waiting if number > 2 or _has_code(sheet, row)]
        if sheet is not None:
            for number, row in waiting:
                _judge(sheet, number, row, header, prints)
        return sheet


def _has_code(sheet: TouchedSheet, row: Row) -> bool:
    code = sheet.cell(row, CODE)
    return isinstance(code, str) and read_code(code) is not None


def _by_keys(name: str, row: Row) -> TouchedSheet | None:
    """The sheet by its hidden first row; None if that is no row of keys."""
    texts = [cell if isinstance(cell, str) else "" for cell in row]
    for place, text in enumerate(texts):
        mark, _, table = text.partition(" ")
        if mark == CODE and table:
            texts[place] = CODE
            return TouchedSheet(table, name, tuple(texts))
    return None


def _by_headings(
    name: str, rows: list[tuple[int, Row]], header: Header
) -> tuple[TouchedSheet | None, list[tuple[int, Row]]]:
    """The sheet and its rows by its name and its headings, where the row or the column of keys was deleted."""
    for table, head in header.sheets.items():
        known = dict(zip(head.headings, head.keys, strict=True)) | dict(zip(head.keys, head.keys, strict=True))
        for place, (_number, row) in enumerate(rows[:3]):
            keys = tuple(known.get(cell, "") if isinstance(cell, str) else "" for cell in row)
            if sum(map(bool, keys)) >= max(2, len(head.keys) // 2) and (name == head.name or CODE in keys):
                below = [(n, r) for n, r in rows[place + 1 :] if not _is_heading(r, known)]
                return TouchedSheet(table, name, keys), below
    return None, []


def _is_heading(row: Row, known: dict[str, str]) -> bool:
    filled = [cell for cell in row if cell is not None]
    return bool(filled) and all(isinstance(cell, str) and cell in known for cell in filled)


def _judge(sheet: TouchedSheet, number: int, row: Row, header: Header, prints: dict[str, dict[str, str]]) -> None:
    """Keep a row unless it is just as it was written."""
    if not any(cell is not None for cell in row):
        return
    typed, known = sheet.cell(row, CODE), prints.get(sheet.table, {})
    # Nearly every code is one that was written; only others have to be checked digit by digit.
    code = typed if typed in known else read_code(typed) if isinstance(typed, str) else None
    if isinstance(code, str):
        sheet.codes[code] += 1
        head = header.sheets.get(sheet.table)
        written = known.get(code)
        if written and head and sheet.cell(row, ACTION) is None:
            # A key that begins with a line is none of a field: code, action, and what is only shown.
            fields = [key for key in head.keys if not key.startswith("_")]
            if row_print(sheet.cell(row, key) for key in fields) == written:
                return
    sheet.rows.append((number, row))


def read_incoming(path: Path, passphrase: str | None = None, cancelled: Callable[[], bool] | None = None) -> Incoming:
    """Read a sync workbook in a process of its own, and check that its machine part is whole.

    Raises:
        Foreign: it has none. FileRefused: it cannot be read. PasswordNeeded: it is encrypted. Cancelled.
    """
    receiver = Receiver()
    stream_spreadsheet(path, receiver, password=passphrase, limits=LIMITS, cancelled=cancelled)
    return receiver.result()


__all__ = ["FOREIGN", "Foreign", "Incoming", "TouchedSheet", "read_incoming"]
