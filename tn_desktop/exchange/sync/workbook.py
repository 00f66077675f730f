"""Writing one sync workbook: what people see, and the hidden sheet that machines read."""

import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import chain
from typing import Any, BinaryIO, Final

from tn_desktop.exchange.export.layout import Choices, Value, batched
from tn_desktop.exchange.export.words import EXPORT, PERCENT, SHEETS
from tn_desktop.exchange.export.xlsx_book import XlsxBook
from tn_desktop.exchange.sync import machine
from tn_desktop.exchange.sync.about import about_page
from tn_desktop.exchange.sync.machine import Cells
from tn_desktop.exchange.sync.record import Record
from tn_desktop.exchange.sync.sheet_xml import entity_sheet, print_titles
from tn_desktop.exchange.sync.stored import StoredRow
from tn_desktop.exchange.sync.visible import VisibleSheet, drop_downs, row_print, sheet_heads, visible_sheets
from tn_desktop.model.fields import FieldSpec
from tn_desktop.model.messages import Translate

_LEVEL: Final = 1
_STEP: Final = 500


@dataclass
class Contents:
    """What goes into a workbook.

    Attributes:
        header: all but what only the writing can tell (counts, people).
        tables: (table, its rows) in the order of the tables; each is gone through once.
        erased: (uid, entity, date, authority).
        carried: records of entities that this program does not know.
        made_at: local time.
        sender, organisation: as people read them.
        listed: gives the names of the rows that a MANY of these ids lists.
        watch: called now and then with the rows written since the last call; may raise to stop.
    """

    header: dict[str, Any]
    tables: Iterable[tuple[str, Iterator[StoredRow]]]
    erased: Sequence[tuple[bytes, str, str, str]]
    carried: Sequence[Record]
    made_at: datetime
    sender: str
    organisation: str
    listed: Callable[[FieldSpec, Sequence[int]], Mapping[int, str]] = lambda field, ids: {}
    watch: Callable[[int], None] = lambda rows: None


@dataclass
class Written:
    """What a workbook holds: records in all, people among them, living rows by sheet name."""

    rows: int = 0
    people: int = 0
    shown: dict[str, int] = field(default_factory=dict)


class _Spool:
    """Rows of the hidden sheet kept, compressed in memory, until the sheets before it are written."""

    def __init__(self) -> None:
        self._pressed: list[bytes] = []
        self._press = zlib.compressobj(_LEVEL)
        self._waiting: list[str] = []

    def add(self, cells: Cells) -> None:
        self._waiting.append("\x1f".join(cells))
        if len(self._waiting) == _STEP:
            self._flush()

    def _flush(self) -> None:
        self._pressed.append(self._press.compress(("\x1e".join(self._waiting) + "\x1e").encode()))
        self._waiting.clear()

    def rows(self) -> Iterator[Cells]:
        """Every row that was added, once."""
        if self._waiting:
            self._flush()
        self._pressed.append(self._press.flush())
        unpress, rest = zlib.decompressobj(), b""
        for piece in self._pressed:
            *whole, rest = (rest + unpress.decompress(piece)).split(b"\x1e")
            for row in whole:
                yield tuple(row.decode().split("\x1f"))


def write_workbook(file: BinaryIO, contents: Contents, translate: Translate) -> Written:
    """Write a whole workbook."""
    sheets = visible_sheets(translate)
    choices = Choices(translate(EXPORT, SHEETS["lists"]), drop_downs(translate))
    about: dict[str, Any] = {"title": "TN Desktop", "author": contents.organisation, "made_at": contents.made_at}
    written, spool = Written(), _Spool()
    with XlsxBook(file, percent=translate(EXPORT, PERCENT), **about) as book:
        for table, rows in contents.tables:
            told = _watched(rows, contents.watch, written)
            if table in sheets:
                shown = _cells(sheets[table], told, spool, written, contents.listed)
                pieces = entity_sheet(sheets[table], shown, choices, book.styles, contents.sender)
                book.stream(sheets[table].name, pieces, print_titles(sheets[table].name))
            else:
                for row in told:
                    spool.add(machine.record_cells(row.record, ""))
        for record in contents.carried:
            spool.add(machine.record_cells(record, ""))
        written.people = written.shown.get(sheets["person"].name, 0)
        order = [sheets[table].name for table in sheets if sheets[table].name in written.shown]
        header = {**contents.header, "rows": written.rows, "people": written.people}
        header["sheets"] = sheet_heads(sheet for sheet in sheets.values() if sheet.name in written.shown)
        head = [machine.header_cells(header), *(machine.erased_cells(*row) for row in contents.erased)]
        book.stream(machine.SHEET, machine.sheet_xml(chain(head, spool.rows())), state="veryHidden")
        book.lists(choices)
        page = about_page(header, contents.sender, contents.organisation, contents.made_at, written.shown, translate)
        book.page(page)
        book.close([machine.SHEET, page.name, *order, choices.name])
    return written


def _watched(rows: Iterator[StoredRow], watch: Callable[[int], None], written: Written) -> Iterator[StoredRow]:
    for row in rows:
        written.rows += 1
        if written.rows % _STEP == 0:
            watch(_STEP)
        yield row


def _cells(
    sheet: VisibleSheet,
    rows: Iterator[StoredRow],
    spool: _Spool,
    written: Written,
    listed: Callable[[FieldSpec, Sequence[int]], Mapping[int, str]],
) -> Iterator[Sequence[Value]]:
    """The cells of the living rows; the records of all go into the spool."""
    written.shown[sheet.name] = 0
    for batch in batched(rows):
        living = [row.id for row in batch if row.alive]
        names = [listed(field, living) for field in sheet.lists] if living else []
        for row in batch:
            if not row.alive:
                spool.add(machine.record_cells(row.record, ""))
                continue
            values = sheet.values(row)
            spool.add(machine.record_cells(row.record, row_print(values)))
            written.shown[sheet.name] += 1
            yield sheet.cells(row, values, [held.get(row.id) for held in names])
