"""What the reading process does with a sync workbook, so that little has to be handed over.

The machine's rows are checked as they come and go on in blocks of text; of the visible rows only those go on that
somebody may have touched. It runs beside the reader of the file and imports little.

It sends on what concerns the file as a whole, and
("header", cells) · ("erased", cells) · ("records", [(table, rows, text), …]) · ("sound", fingerprint) ·
("foreign",) if the machine's part is none · ("sheet", TouchedSheet without rows) · ("touched", [(number, row), …]).
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from tn_desktop.exchange.reading.book import Cell, Row
from tn_desktop.exchange.reading.preflight import DAMAGED
from tn_desktop.exchange.sync import machine
from tn_desktop.exchange.sync.codes import codes_of, read_code
from tn_desktop.exchange.sync.header import Header, read_header
from tn_desktop.exchange.sync.prints import ACTION, CODE, row_print
from tn_desktop.model.errors import FileRefused

Send = Callable[[tuple[object, ...]], object]

BLOCK: Final = 64
"""Most records of a block: one of them is found by taking a block apart."""
_BLOCKS: Final = 16
_TOUCHED: Final = 1_000
_UID: Final = re.compile("[0-9a-f]{32}")


@dataclass
class TouchedSheet:
    """A visible sheet of which rows may have been touched.

    Attributes:
        table: what its rows are.
        name: of the sheet.
        keys: the key of each column, "" where it has none.
        rows: (number that a person sees, cells) of rows that differ from what was written, or have no code.
        codes: how often a code stands in the sheet, of those that do so more than once.
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


class Prints:
    """The prints of the visible rows as they were written, by table and code."""

    def __init__(self) -> None:
        self._known: dict[str, dict[str, str]] = {}
        self._waiting: dict[str, list[tuple[str, str]]] = {}

    def keep(self, table: str, uid: str, visible: str) -> None:
        """Take the print of a row, by its uid in hexadecimal."""
        self._waiting.setdefault(table, []).append((uid, visible))

    def of(self, table: str) -> dict[str, str]:
        """Code -> print. The codes are made here, where nobody waits for the machine's part any more."""
        known = self._known.setdefault(table, {})
        if table in self._waiting:
            sound = [(uid, visible) for uid, visible in self._waiting.pop(table) if _UID.fullmatch(uid)]
            codes = codes_of([bytes.fromhex(uid) for uid, _visible in sound])
            known.update(zip(codes, (visible for _uid, visible in sound), strict=True))
        return known


class Foreign(FileRefused):
    """The file has no machine part that can be trusted: its sheets are proposals at most."""


class Sieve:
    """Takes the reader's messages and sends on what is left of them."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self._begin()

    def _begin(self) -> None:
        self._digest = machine.Digest()
        self._header: Header | None = None
        self._sound = False
        self._prints = Prints()
        self._sheets: list[_SheetReader] = []
        self._in_machine = False
        self._blocks: list[tuple[str, int, str]] = []
        self._waiting: list[str] = []
        self._table = ""

    def take(self, message: tuple[object, ...]) -> None:
        """Take one message.

        Raises:
            FileRefused: the machine's part holds what none of ours does.
        """
        match message:
            case ("sheet", str() as name, bool()):
                self._in_machine = name.casefold() == machine.SHEET
                if not self._in_machine:
                    self._sheets.append(_SheetReader(name))
            case ("rows", list() as rows):
                if self._in_machine:
                    self._take_machine(rows)
                else:
                    self._sheets[-1].take(rows, self._header, self._prints)
            case ("merged", _):
                pass
            case ("restart",):
                self._begin()
                self._send(message)
            case ("done", str(), tuple()):
                self._finish()
                self._send(message)
            case _:
                self._send(message)

    def _take_machine(self, rows: Sequence[Row]) -> None:
        texts: list[str] = []
        for cells in map(machine.whole, rows):
            if self._sound:
                if any(cells):
                    raise Foreign(machine.FOREIGN)
            elif cells[0] == machine.END:
                self._hash(texts)
                self._end(cells)
            else:
                text = machine.cells_text(cells)
                texts.append(text)
                if cells[0] == machine.HEADER:
                    self._header = read_header(machine.json_in(cells))
                    self._send(("header", cells))
                elif cells[0] == machine.ERASED:
                    self._send(("erased", cells))
                else:
                    self._keep(cells, text)
        self._hash(texts)

    def _hash(self, texts: list[str]) -> None:
        """Take rows into the digest, many at once."""
        self._digest.add_all("".join(texts).encode(), len(texts))
        texts.clear()

    def _keep(self, cells: machine.Cells, text: str) -> None:
        table, uid, _seen, visible = cells[:4]
        if text.count(machine.BETWEEN) != len(cells) - 1 or text.count(machine.AFTER) != 1:
            raise FileRefused(DAMAGED)
        if table != self._table or len(self._waiting) == BLOCK:
            self._close_block()
            self._table = table
        self._waiting.append(text)
        if visible:
            self._prints.keep(table, uid, visible)

    def _close_block(self) -> None:
        if self._waiting:
            self._blocks.append((self._table, len(self._waiting), "".join(self._waiting)))
            self._waiting.clear()
            if len(self._blocks) >= _BLOCKS:
                self._send(("records", self._blocks))
                self._blocks = []

    def _end(self, cells: machine.Cells) -> None:
        if self._header is None or (cells[1], cells[4]) != (str(self._digest.count), self._digest.hex):
            raise Foreign(machine.FOREIGN)
        self._close_block()
        self._send(("records", self._blocks))
        self._blocks = []
        self._send(("sound", self._digest.hex))
        self._sound = True

    def _finish(self) -> None:
        """After the last row: the sheets of which somebody may have touched rows."""
        if self._header is None or not self._sound:
            raise Foreign(machine.FOREIGN)
        for reader in self._sheets:
            sheet = reader.finish(self._header, self._prints)
            if sheet is not None:
                rows, sheet.rows = sheet.rows, []
                self._send(("sheet", sheet))
                for start in range(0, len(rows), _TOUCHED):
                    self._send(("touched", rows[start : start + _TOUCHED]))


class _SheetReader:
    """Reads one visible sheet; which columns it has is known from its first rows, or from the header."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._count = 0
        self._judge: _Judge | None = None
        self._waiting: list[tuple[int, Row]] = []

    def take(self, rows: Sequence[Row], header: Header | None, prints: Prints) -> None:
        for place, row in enumerate(rows):
            if self._count >= 2 and header is not None and self._judge is not None:
                self._judge.look(enumerate(rows[place:], self._count + 1), header, prints)
                self._count += len(rows) - place
                return
            self._count += 1
            if self._count == 1:
                sheet = _by_keys(self._name, row)
                if sheet is None:
                    self._waiting.append((1, row))
                else:
                    self._judge = _Judge(sheet)
            elif header is None or self._judge is None:
                # The machine part comes first in what we write; a program may have put it elsewhere.
                self._waiting.append((self._count, row))
            elif self._judge.has_code(row):
                self._judge.look([(self._count, row)], header, prints)

    def finish(self, header: Header, prints: Prints) -> TouchedSheet | None:
        judge, waiting = self._judge, self._waiting
        if judge is None:
            sheet, waiting = _by_headings(self._name, waiting, header)
            judge = None if sheet is None else _Judge(sheet)
        else:
            waiting = [(number, row) for number, row in waiting if number > 2 or judge.has_code(row)]
        if judge is None:
            return None
        judge.look(waiting, header, prints)
        return judge.sheet


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
    """The sheet and its rows by its name and its headings, where the row or the column of keys was deleted.

    Codes and actions stand in every sheet: of those that have enough in common it is the one of its name, else the one
    with the most headings in common.
    """
    best = False, 0, 0.0
    found: tuple[TouchedSheet, list[tuple[int, Row]]] | None = None
    for table, head in header.sheets.items():
        known = dict(zip(head.headings, head.keys, strict=True)) | dict(zip(head.keys, head.keys, strict=True))
        for place, (_number, row) in enumerate(rows[:3]):
            keys = tuple(known.get(cell, "") if isinstance(cell, str) else "" for cell in row)
            shared = sum(map(bool, keys))
            rank = name == head.name, shared, shared / len(head.keys)
            if shared >= max(2, len(head.keys) // 2) and (name == head.name or CODE in keys) and rank > best:
                below = [(n, r) for n, r in rows[place + 1 :] if not _is_heading(r, known)]
                best, found = rank, (TouchedSheet(table, name, keys), below)
    return found or (None, [])


def _is_heading(row: Row, known: dict[str, str]) -> bool:
    filled = [cell for cell in row if cell is not None]
    return bool(filled) and all(isinstance(cell, str) and cell in known for cell in filled)


class _Judge:
    """Keeps the rows of a sheet that are not just as they were written."""

    def __init__(self, sheet: TouchedSheet) -> None:
        self.sheet = sheet
        self._met: set[str] = set()
        self._places = {key: place for place, key in reversed([*enumerate(sheet.keys)]) if key}
        self._code = self._places.get(CODE, -1)
        self._action = self._places.get(ACTION, -1)
        self._fields: list[int] | None = None
        self._slice: slice | None = None

    def has_code(self, row: Row) -> bool:
        """Whether a code that can be one stands in its place."""
        code = self.sheet.cell(row, CODE)
        return isinstance(code, str) and read_code(code) is not None

    def look(self, rows: Iterable[tuple[int, Row]], header: Header, prints: Prints) -> None:
        """Keep, of numbered rows, those that are not just as they were written, nor empty."""
        known, sheet, met = prints.of(self.sheet.table), self.sheet, self._met
        printed = sheet.table in header.sheets
        for number, row in rows:
            width = len(row)
            typed = row[self._code] if -1 < self._code < width else None
            # Nearly every code is one that was written; only others have to be checked digit by digit.
            code = typed if typed in known else read_code(typed) if isinstance(typed, str) else None
            if isinstance(code, str):
                if code in met:
                    sheet.codes[code] = sheet.codes.get(code, 1) + 1
                met.add(code)
                written = known.get(code)
                untouched = self._action < 0 or self._action >= width or row[self._action] is None
                if written and untouched and printed and row_print(self._shown(row, header)) == written:
                    continue
            elif not any(cell is not None for cell in row):
                continue
            sheet.rows.append((number, row))

    def _shown(self, row: Row, header: Header) -> Sequence[Cell]:
        """The cells that the print was made of; there may be fewer where a row is short."""
        if self._fields is None:
            # A key that begins with a line is none of a field: code, action, and what is only shown.
            keys = [key for key in header.sheets[self.sheet.table].keys if not key.startswith("_")]
            self._fields = [self._places.get(key, 1 << 30) for key in keys]
            first = self._fields[0] if self._fields else 0
            if self._fields == list(range(first, first + len(keys))):
                self._slice = slice(first, first + len(keys))
        if self._slice is not None:
            return row[self._slice]
        return [row[place] if place < len(row) else None for place in self._fields]
