"""The worksheet of one entity: hidden keys, headings, rows; filtered, protected where it must not be edited."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import chain, repeat, zip_longest
from typing import Any, Final

from tn_desktop.exchange.export import safe
from tn_desktop.exchange.export import xlsx_parts as parts
from tn_desktop.exchange.export.layout import Choices, Column, Sheet, Value, fitted, lines_of
from tn_desktop.exchange.export.shown import Show
from tn_desktop.exchange.export.xlsx_rows import ROW, ROW_END, RowMaker, letters, numbered, serial, text_cell
from tn_desktop.exchange.export.xlsx_styles import HEADING, Style, StyleBook
from tn_desktop.exchange.sync.prints import cell_text, prints_of
from tn_desktop.exchange.sync.stored import Batch
from tn_desktop.exchange.sync.visible import VisibleSheet, key_row
from tn_desktop.model.fields import MOMENT

HEAD_ROWS: Final = 2
"""Hidden keys, then headings."""
SAMPLE: Final = 200
_WIDEST: Final = 44
SPARE_ROWS: Final = 500
"""Rows below the last one that have drop-downs too."""
LAST_ROW: Final = 1_048_576
_A4: Final = 9
_READABLE: Final = 150
"""Characters that a landscape page holds at a size that can be read."""
_PROTECTION: Final = (
    '<sheetProtection sheet="1" objects="1" scenarios="1" formatCells="0" formatColumns="0" formatRows="0"'
    ' insertRows="0" deleteRows="0" sort="0" autoFilter="0"/>'
)
"""Without a password: it keeps from mishaps, not from people."""


Listed = Sequence[Sequence[Value]]
"""What rows list of others: for each such column, the text of each row."""
_DAY: Final = len("2026-03-14")
_MIDNIGHT: Final = "T00:00"
_CODED: Final = b"</t></is></c>"
_KEPT: Final = 20_000
"""Most values of a column whose cells are kept made: names of sessions and people come again and again."""


def entity_sheet(
    visible: VisibleSheet,
    batches: Iterable[tuple[Batch, Listed]],
    keep: Callable[[Sequence[str]], None],
    choices: Choices,
    book: StyleBook,
    foot: str,
) -> Iterator[bytes]:
    """The worksheet's XML in pieces, of living rows; after each batch `keep` is told the prints of its rows."""
    source = iter(batches)
    first = next(source, None)
    columns = _columns_for(visible, first)
    sheet = Sheet(visible.name, visible.spec.table, columns, frozen=HEAD_ROWS, ruled=False)
    yield (_head(sheet, book) + _keys(sheet, book) + _headings(sheet.columns, book)).encode()
    count = HEAD_ROWS
    if first is not None:
        code = book.number(book.of_kind(columns[0].kind))
        maker = _Rows(visible, visible.makers(first[0].references), RowMaker(sheet, book), code)
        for batch, lists in chain([first], source):
            prints, xml = maker.rows(batch, lists, count + 1)
            count += len(prints)
            keep(prints)
            yield xml
    yield _tail(sheet, count, choices, foot).encode()


def _columns_for(visible: VisibleSheet, first: tuple[Batch, Listed] | None) -> tuple[Column, ...]:
    """The columns, as wide as the first rows need."""
    sample: list[Sequence[Value]] = []
    if first is not None:
        batch, lists = first
        # Codes are all of one width; what comes again in a column is as wide as before.
        codes, actions = batch.codes[:1], ()
        fields = (
            [make(value) for value in set(batch.columns[place][:SAMPLE])]
            for make, place in zip(visible.makers(batch.references), visible.places, strict=True)
        )
        sample = list(zip_longest(codes, actions, *fields, *(texts[:SAMPLE] for texts in lists)))
    return tuple(replace(column, width=min(column.width, _WIDEST)) for column in fitted(visible.columns, sample))


class _Column(dict[Any, bytes]):
    """Makes the cells of one field, by the value (of a relation the local id); they are kept for rows to come.

    As a dict it gives the text of the print, and makes what is not there yet. All are bytes: to join those of a row
    and to put its number in takes half the time that it takes with texts.

    Attributes:
        place: where the value stands in a stored row.
        cells: value -> XML, of every value whose text was asked for since `make_room`.
    """

    def __init__(self, place: int, show: Show, make: Callable[[Value], str]) -> None:
        super().__init__()
        self.place = place
        self.cells: dict[Any, bytes] = {}
        self._show, self._make = show, make

    def __missing__(self, value: Any) -> bytes:
        shown = self._show(value)
        self[value] = text = cell_text(shown).encode()
        self.cells[value] = self._make(shown).encode()
        return text

    def make_room(self) -> None:
        """Forget what was made if it has become too much."""
        if len(self) >= _KEPT:
            self.clear()
            self.cells.clear()


class _Moments(_Column):
    """The same for moments: nearly each is another one, but days and minutes come again and again."""

    def __init__(self, place: int, show: Show, make: Callable[[Value], str]) -> None:
        super().__init__(place, show, make)
        self._days: dict[str, float] = {}
        self._minutes: dict[str, float] = {}
        self._opened = ""

    def __missing__(self, value: Any) -> bytes:
        if value is None:
            return super().__missing__(value)
        day, minute = self._days.get(value[:_DAY]), self._minutes.get(value[_DAY:])
        if day is None or minute is None:
            self._learn(value)
            return super().__missing__(value)
        text: bytes = value.removesuffix(_MIDNIGHT).encode()
        self[value] = text
        self.cells[value] = f"{self._opened}{day + minute!r}</v></c>".encode()
        return text

    def _learn(self, value: str) -> None:
        """Remember day and minute of a moment, if it is written as all are that the program writes."""
        shown = self._show(value)
        if isinstance(shown, datetime) and shown.isoformat(timespec="minutes") == value:
            day, minute = serial(shown.date()), serial(shown.time())
            if day is not None and minute is not None:
                self._days[value[:_DAY]], self._minutes[value[_DAY:]] = day, minute
                self._opened = self._make(shown).partition("<v>")[0] + "<v>"


class _Rows:
    """Makes the rows of one sheet, column by column: prints and XML at once, since both want the text of every cell."""

    def __init__(self, visible: VisibleSheet, shows: Sequence[Show], maker: RowMaker, code: int) -> None:
        _code, _action, *others = maker.makers
        self._lists = others[len(visible.fields) :]
        self._columns = [
            (_Moments if field.kind == MOMENT else _Column)(place, show, make)
            for field, place, show, make in zip(visible.fields, visible.places, shows, others, strict=False)
        ]
        # A code holds letters and digits alone; each stands in one row.
        self._opened = f'<row r="{ROW}"><c r="A{ROW}" s="{code}" t="inlineStr"><is><t>'.encode()

    def rows(self, batch: Batch, lists: Listed, first: int) -> tuple[list[str], bytes]:
        """The prints of rows that live, and their XML, the first in row `first` of the sheet."""
        count = len(batch.rows)
        if not count:
            return [], b""
        nothing = (None,) * count
        texts: list[Iterable[bytes]] = []
        filled: list[Iterable[bytes]] = []
        for column in self._columns:
            values = batch.columns[column.place]
            if values == nothing:
                texts.append(repeat(column[None], count))
                continue
            column.make_room()
            texts.append(map(column.__getitem__, values))
            filled.append(map(column.cells.__getitem__, values))
        prints = prints_of(zip(*texts, strict=True))
        # Not before: the texts make the cells.
        filled += [map(str.encode, map(make, texts)) for make, texts in zip(self._lists, lists, strict=True)]
        cells = zip(
            repeat(self._opened), map(str.encode, batch.codes), repeat(_CODED), *filled, repeat(ROW_END), strict=False
        )
        return prints, numbered(map(b"".join, cells), first)


def print_titles(name: str) -> str:
    """What is printed on every page: the headings, and the columns that stay in view."""
    quoted = "'" + name.replace("'", "''") + "'"
    return f"{quoted}!$A:$B,{quoted}!$2:$2"


def _head(sheet: Sheet, book: StyleBook) -> str:
    corner = f"{letters(sheet.frozen)}{HEAD_ROWS + 1}"
    return (
        f'{parts.WORKSHEET}<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'
        '<sheetViews><sheetView workbookViewId="0">'
        f'<pane xSplit="{sheet.frozen}" ySplit="{HEAD_ROWS}" topLeftCell="{corner}" activePane="bottomRight"'
        ' state="frozen"/><selection pane="topRight"/><selection pane="bottomLeft"/>'
        f'<selection pane="bottomRight" activeCell="{corner}" sqref="{corner}"/></sheetView></sheetViews>'
        f'<sheetFormatPr defaultRowHeight="15"/>{_columns(sheet.columns, book)}<sheetData>'
    )


def _columns(columns: Sequence[Column], book: StyleBook) -> str:
    """Widths, and the style of cells that are not there yet: a new row can be written below the last one."""
    made = "".join(
        f'<col min="{number}" max="{number}" width="{column.width:.2f}" customWidth="1"'
        f' style="{book.number(book.of_kind(column.kind)._replace(unlocked=number > 1))}"/>'
        for number, column in enumerate(columns, 1)
    )
    return f"<cols>{made}</cols>"


def _keys(sheet: Sheet, book: StyleBook) -> str:
    style = book.number(Style())
    keys = key_row(sheet.table, [column.key for column in sheet.columns])
    cells = "".join(text_cell(f"{letters(i)}1", style, style, key) for i, key in enumerate(keys))
    return f'<row r="1" hidden="1">{cells}</row>'


def _headings(columns: Sequence[Column], book: StyleBook) -> str:
    style, quoted = book.number(HEADING), book.number(HEADING._replace(quoted=True))
    cells = "".join(text_cell(f"{letters(i)}2", style, quoted, column.heading) for i, column in enumerate(columns))
    lines = max(lines_of(column.heading, column.width - 2) for column in columns)
    return f'<row r="2" ht="{15 * lines + 6}" customHeight="1">{cells}</row>'


def _tail(sheet: Sheet, last: int, choices: Choices, foot: str) -> str:
    area = f"A{HEAD_ROWS}:{letters(len(sheet.columns) - 1)}{max(last, HEAD_ROWS + 1)}"
    return (
        f'</sheetData>{_PROTECTION}<autoFilter ref="{area}"/>{_drop_downs(sheet.columns, last, choices)}'
        f'<printOptions gridLines="1"/>{parts.MARGINS}'
        f'<pageSetup paperSize="{_A4}" fitToWidth="{_pages_wide(sheet.columns)}" fitToHeight="0"'
        ' pageOrder="overThenDown" orientation="landscape"/>'
        f"{parts.page_footer(foot)}</worksheet>"
    )


def _pages_wide(columns: Sequence[Column]) -> int:
    """How many sheets of paper a row takes, so that it can still be read."""
    return max(1, round(sum(column.width for column in columns) / _READABLE))


def _drop_downs(columns: Sequence[Column], last: int, choices: Choices) -> str:
    end = min(last + SPARE_ROWS, LAST_ROW)
    rules = [
        f'<dataValidation type="list" errorStyle="{"warning" if column.open_list else "stop"}" allowBlank="1"'
        f' showErrorMessage="1" sqref="{letters(index)}{HEAD_ROWS + 1}:{letters(index)}{end}">'
        f"<formula1>{safe.xml(choices.range_name(column.choices))}</formula1></dataValidation>"
        for index, column in enumerate(columns)
        if column.choices in choices.lists
    ]
    return f'<dataValidations count="{len(rules)}">{"".join(rules)}</dataValidations>' if rules else ""
