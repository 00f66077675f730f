"""Writing one sync workbook: what people see, and the hidden sheet that machines read."""

import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, BinaryIO, Final

from tn_desktop.exchange.export.behind import write_behind
from tn_desktop.exchange.export.layout import Choices, batched
from tn_desktop.exchange.export.words import EXPORT, PERCENT, SHEETS
from tn_desktop.exchange.export.xlsx_book import XlsxBook
from tn_desktop.exchange.sync import machine
from tn_desktop.exchange.sync.about import about_page
from tn_desktop.exchange.sync.sheet_xml import Listed, entity_sheet, print_titles
from tn_desktop.exchange.sync.stored import StoredRow
from tn_desktop.exchange.sync.travelling import Record
from tn_desktop.exchange.sync.visible import VisibleSheet, drop_downs, sheet_heads, visible_sheets
from tn_desktop.model.fields import FieldSpec
from tn_desktop.model.messages import Translate

_LEVEL: Final = 1
_STEP: Final = 500
_BATCH: Final = 1_000


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

    def __init__(self, press: Callable[[bytes], None]) -> None:
        self._press = press
        self._waiting: list[str] = []

    def add(self, record: Record, visible: str = "") -> None:
        """Take a record with the print of its visible row, "" if it has none."""
        self._waiting.append(machine.record_text(record, visible))
        if len(self._waiting) == _STEP:
            self.flush()

    def flush(self) -> None:
        """Let go of what waits."""
        if self._waiting:
            self._press("".join(self._waiting).encode())
            self._waiting.clear()


def write_workbook(file: BinaryIO, contents: Contents, translate: Translate) -> Written:
    """Write a whole workbook."""
    sheets = visible_sheets(translate)
    choices = Choices(translate(EXPORT, SHEETS["lists"]), drop_downs(translate))
    about: dict[str, Any] = {"title": "TN Desktop", "author": contents.organisation, "made_at": contents.made_at}
    written = Written()
    pressed: list[bytes] = []
    with XlsxBook(file, percent=translate(EXPORT, PERCENT), **about) as book:
        # Pressed in a second thread, as the finished sheets are: it leaves Python free.
        with write_behind(lambda piece: pressed.append(zlib.compress(piece, _LEVEL))) as press:
            spool = _Spool(press)
            for table, rows in contents.tables:
                told = _watched(rows, contents.watch, written)
                if table in sheets:
                    shown = _batches(sheets[table], told, written, contents.listed)
                    pieces = entity_sheet(sheets[table], shown, spool.add, choices, book.styles, contents.sender)
                    book.stream(sheets[table].name, pieces, print_titles(sheets[table].name))
                else:
                    for row in told:
                        spool.add(row.record)
            for record in contents.carried:
                spool.add(record)
            spool.flush()
        written.people = written.shown.get(sheets["person"].name, 0)
        order = [sheets[table].name for table in sheets if sheets[table].name in written.shown]
        header = {**contents.header, "rows": written.rows, "people": written.people}
        header["sheets"] = sheet_heads(sheet for sheet in sheets.values() if sheet.name in written.shown)
        head = [machine.header_cells(header), *(machine.erased_cells(*row) for row in contents.erased)]
        book.stream(machine.SHEET, machine.sheet_xml(head, map(zlib.decompress, pressed)), state="veryHidden")
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


def _batches(
    sheet: VisibleSheet,
    rows: Iterator[StoredRow],
    written: Written,
    listed: Callable[[FieldSpec, Sequence[int]], Mapping[int, str]],
) -> Iterator[list[tuple[StoredRow, Listed]]]:
    """The rows, some hundred at a time, with what they list of others."""
    written.shown[sheet.name] = 0
    for batch in batched(rows, _BATCH):
        living = [row.id for row in batch if row.alive]
        written.shown[sheet.name] += len(living)
        names = [listed(field, living) for field in sheet.lists] if living else []
        yield [(row, [held.get(row.id) for held in names] if names else ()) for row in batch]
