"""Writing one sync workbook: what people see, and the hidden sheet that machines read."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import compress
from typing import Any, BinaryIO

from tn_desktop.exchange.export.behind import write_behind
from tn_desktop.exchange.export.layout import Choices, Value, batched
from tn_desktop.exchange.export.words import EXPORT, PERCENT, SHEETS
from tn_desktop.exchange.export.xlsx_book import XlsxBook
from tn_desktop.exchange.sync import machine
from tn_desktop.exchange.sync.about import about_page
from tn_desktop.exchange.sync.record import RecordTexts
from tn_desktop.exchange.sync.sheet_xml import Listed, entity_sheet, print_titles
from tn_desktop.exchange.sync.stored import Batch
from tn_desktop.exchange.sync.travelling import Record
from tn_desktop.exchange.sync.visible import VisibleSheet, drop_downs, sheet_heads, visible_sheets
from tn_desktop.model.fields import FieldSpec
from tn_desktop.model.messages import Translate


@dataclass
class Contents:
    """What goes into a workbook.

    Attributes:
        header: all but the counts and the sheets.
        tables: (table, batches of its rows) in the order of the tables; each is gone through once.
        rows, people: how many records these are in all, and how many living people among them.
        erased: (uid, entity, date, authority).
        carried: records of entities that this program does not know.
        made_at: local time.
        sender, organisation: as people read them.
        listed: gives the names of the rows that a MANY of these ids lists.
        watch: called now and then with the rows written since the last call; may raise to stop.
    """

    header: dict[str, Any]
    tables: Sequence[tuple[str, Iterator[Batch]]]
    rows: int
    people: int
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


class _Records:
    """Takes the rows of the hidden sheet while the others are written."""

    def __init__(self, press: Callable[[bytes], None]) -> None:
        self._press = press

    def add(self, records: RecordTexts, prints: Sequence[str]) -> None:
        """Take records, each with the print of its visible row, "" if it has none."""
        self._press(machine.records_text(records, prints).encode())

    def carry(self, records: Iterable[Record]) -> None:
        """Take records that no table here has."""
        for some in batched(records):
            self._press("".join(machine.record_text(record, "") for record in some).encode())


def write_workbook(file: BinaryIO, contents: Contents, translate: Translate) -> Written:
    """Write a whole workbook."""
    sheets = visible_sheets(translate)
    choices = Choices(translate(EXPORT, SHEETS["lists"]), drop_downs(translate))
    about: dict[str, Any] = {"title": "TN Desktop", "author": contents.organisation, "made_at": contents.made_at}
    # The header stands above the records and their hash begins with it, so all that it says is known before them.
    named = {table for table, _batches in contents.tables}
    shown = [sheet for table, sheet in sheets.items() if table in named]
    header = {**contents.header, "rows": contents.rows, "people": contents.people, "sheets": sheet_heads(shown)}
    head = [machine.header_cells(header), *(machine.erased_cells(*row) for row in contents.erased)]
    written = Written()
    with XlsxBook(file, percent=translate(EXPORT, PERCENT), **about) as book:
        with book.beside(machine.SHEET, "veryHidden") as write:
            hidden = machine.SheetXml(write, head)
            # Hashed and pressed in a second thread, as the finished sheets are: it leaves Python free.
            with write_behind(hidden.add) as press:
                records = _Records(press)
                for table, batches in contents.tables:
                    told = _watched(batches, contents.watch, written)
                    if table in sheets:
                        pieces = _sheet(sheets[table], told, written, contents, records, choices, book)
                        book.stream(sheets[table].name, pieces, print_titles(sheets[table].name))
                    else:
                        for batch in told:
                            records.add(batch.texts(), [""] * len(batch.rows))
                records.carry(contents.carried)
            hidden.end()
        written.people = written.shown.get(sheets["person"].name, 0)
        if (written.rows, written.people) != (contents.rows, contents.people):
            raise RuntimeError("There are other rows than were counted")
        book.lists(choices)
        page = about_page(header, contents.sender, contents.organisation, contents.made_at, written.shown, translate)
        book.page(page)
        book.close([machine.SHEET, page.name, *(sheet.name for sheet in shown), choices.name])
    return written


def _watched(batches: Iterator[Batch], watch: Callable[[int], None], written: Written) -> Iterator[Batch]:
    for batch in batches:
        if batch.rows:
            written.rows += len(batch.rows)
            watch(len(batch.rows))
            yield batch


def _sheet(
    sheet: VisibleSheet,
    batches: Iterator[Batch],
    written: Written,
    contents: Contents,
    records: _Records,
    choices: Choices,
    book: XlsxBook,
) -> Iterator[bytes]:
    """The worksheet of living rows; the records of all go into the hidden sheet."""
    written.shown[sheet.name] = 0
    at_hand: list[tuple[Batch, Sequence[int]]] = []

    def living() -> Iterator[tuple[Batch, Listed]]:
        for batch in batches:
            alive = batch.column("alive")
            at_hand.append((batch, alive))
            shown = batch if 0 not in alive else batch.some(list(compress(batch.rows, alive)))
            written.shown[sheet.name] += len(shown.rows)
            yield shown, _listed(sheet, shown, contents.listed)

    def keep(prints: Sequence[str]) -> None:
        batch, alive = at_hand.pop()
        if len(prints) < len(alive):
            shown = iter(prints)
            prints = [next(shown) if one else "" for one in alive]
        records.add(batch.texts(), prints)

    return entity_sheet(sheet, living(), keep, choices, book.styles, contents.sender)


def _listed(
    sheet: VisibleSheet, batch: Batch, listed: Callable[[FieldSpec, Sequence[int]], Mapping[int, str]]
) -> list[list[Value]]:
    """What the rows list of others, for each such column."""
    if not sheet.lists:
        return []
    ids = batch.column("id")
    return [[names.get(key) for key in ids] for names in (listed(field, ids) for field in sheet.lists)]
