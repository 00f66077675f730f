"""The attendance workbook: summary, people × sessions, one row per mark, sessions, people, lists, about."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path
from typing import BinaryIO, Self

from tn_desktop.exchange.export.attendance_layout import (
    RULED_ROWS,
    AttendanceSheets,
    attendance_sheets,
    with_counts,
    with_letter_counts,
)
from tn_desktop.exchange.export.attendance_pages import Written, about_page, summary_page
from tn_desktop.exchange.export.attendance_rows import RowSource, check, sample
from tn_desktop.exchange.export.csv_file import write_csv
from tn_desktop.exchange.export.layout import Sheet, Tables, Value, batched, fitted
from tn_desktop.exchange.export.ods_book import OdsBook
from tn_desktop.exchange.export.scope import AttendanceScope, Options, Report, SessionRow, Watch
from tn_desktop.exchange.export.tally import Tally
from tn_desktop.exchange.export.target import file_kind, new_file
from tn_desktop.exchange.export.words import PERCENT, STATUSES, Words
from tn_desktop.exchange.export.xlsx_book import XlsxBook
from tn_desktop.exchange.export.xlsx_rows import ROW_END, Batch
from tn_desktop.model import vocabulary
from tn_desktop.model.messages import Translate


def write_attendance(
    scope: AttendanceScope, path: Path, translate: Translate, options: Options | None = None, watch: Watch | None = None
) -> Report:
    """Write the attendance of a scope to an xlsx or ods workbook, or its rows to a CSV file, by the file's ending.

    Raises:
        FileRefused: the file cannot be written; nothing is left of it.
        Cancelled: the watch says so; nothing is left either.
    """
    kind = file_kind(path)
    export = _AttendanceExport(scope, options or Options(), Words.of(translate), watch or Watch())
    with new_file(path) as file:
        match kind:
            case "xlsx":
                export.xlsx(file)
            case "ods":
                export.ods(file)
            case _:
                export.csv(file)
    return Report(Path(path), export.tally.rows, export.tally.people()[0])


@dataclass(frozen=True)
class _Sessions:
    """What a first look at the sessions tells; `grid` are those of people × sessions, None if they are too many."""

    count: int
    counted: int
    held: int
    minors: int
    guests: int
    zones: bool
    grid: tuple[SessionRow, ...] | None

    @classmethod
    def look(cls, scope: AttendanceScope, most: int) -> Self:
        """Go through the sessions once."""
        count = counted = held = minors = guests = 0
        zones: set[str | None] = set()
        grid: list[SessionRow] = []
        for session in scope.sessions():
            count += 1
            held += session.status == vocabulary.HELD
            minors += session.minors or 0
            guests += session.guests or 0
            zones.add(session.zone)
            if session.counted:
                counted += 1
                if len(grid) <= most:
                    grid.append(session)
        return cls(count, counted, held, minors, guests, len(zones) > 1, tuple(grid) if counted <= most else None)


class _AttendanceExport:
    """One export; the same steps for each format."""

    def __init__(self, scope: AttendanceScope, options: Options, words: Words, watch: Watch) -> None:
        self.scope = scope
        self.options = options
        self.words = words
        self.watch = watch
        self.seen = _Sessions.look(scope, options.grid_sessions)
        self.source = RowSource(scope, options, words, self.seen.count, zones=self.seen.zones)
        sheets = attendance_sheets(scope, options, words, self.seen.grid, zones=self.seen.zones)
        columns = None
        if self.seen.grid is not None:
            columns = {session.number: position for position, session in enumerate(self.seen.grid)}
        self.tally = Tally(columns, options.grid_cells)
        self.sheets = self._fitted(sheets)

    def _fitted(self, sheets: AttendanceSheets) -> AttendanceSheets:
        """The sheets with columns wide enough for what the first sessions and people hold."""
        sessions = [self.source.session_of_data(session) for session in sample(self.scope.sessions())]
        people = [self.source.person(person) for person in sample(self.scope.people())]
        whole = sample(self.source.sessions(self.tally))
        start = len(sessions[0]) if sessions else 0
        data = replace(
            sheets.data,
            columns=(
                *fitted(sheets.data.columns[:start], sessions),
                *fitted(sheets.data.columns[start:], people),
            ),
        )
        grid = sheets.grid
        if grid:
            heads = [self.source.head_of_grid(person) for person in sample(self.scope.people())]
            grid = replace(grid, columns=fitted(grid.columns, heads))
        return replace(
            sheets,
            data=data,
            grid=grid,
            sessions=replace(sheets.sessions, columns=fitted(sheets.sessions.columns, whole)),
            people=replace(sheets.people, columns=fitted(sheets.people.columns, people)),
        )

    def xlsx(self, file: BinaryIO) -> None:
        """Write the workbook as xlsx."""
        percent = self.words.say(PERCENT)
        with XlsxBook(
            file, title=self.scope.title, author=self.scope.organisation, made_at=self.scope.made_at, percent=percent
        ) as book:
            choices, most = self.sheets.choices, self.options.sheet_rows
            data = book.table(self.sheets.data, self._data_fragments(book), choices, most)
            formulas = self._add_formulas(data)
            if self.sheets.grid:
                book.table(self.sheets.grid, batched(self._grid_fragments(book, self.sheets.grid), 100), choices, most)
            sessions = book.rows(self.sheets.sessions, self.source.sessions(self.tally), choices, most)
            people = book.rows(self.sheets.people, self.source.people(self.tally), choices, most)
            self._finish(book, self._written(data, sessions, people, formulas=formulas))

    def ods(self, file: BinaryIO) -> None:
        """Write the workbook as ods: the same sheets, with values in place of formulas."""
        first = self.words.say(PERCENT).startswith("%")
        with OdsBook(
            file,
            title=self.scope.title,
            author=self.scope.organisation,
            made_at=self.scope.made_at,
            percent_first=first,
        ) as book:
            choices, most = self.sheets.choices, self.options.sheet_rows
            data = book.table(self.sheets.data, self._data_values(), choices, most)
            self._drop_grid()
            if self.sheets.grid:
                book.table(self.sheets.grid, self._grid_values(), choices, most)
            sessions = book.table(self.sheets.sessions, self.source.sessions(self.tally), choices, most)
            people = book.table(self.sheets.people, self.source.people(self.tally), choices, most)
            self._finish(book, self._written(data, sessions, people, formulas=True))

    def csv(self, file: BinaryIO) -> None:
        """Write the rows, one per person and session, as CSV."""
        write_csv(file, self.sheets.data, self._data_values(), self.words.translate)

    def _data_fragments(self, book: XlsxBook) -> Iterator[Batch]:
        maker = book.maker(self.sheets.data)
        if self.sheets.data.ruled:
            return batched(map(maker.row, self._data_values()))
        last = self.sheets.data.index("status")

        def make(first: int, values: Sequence[Value]) -> bytes:
            cells = maker.cells(values, first)
            return maker.start(()) + cells if first == 0 else cells + ROW_END if first == last else cells

        return self.source.data(self.tally, make, self.watch)

    def _data_values(self) -> Iterator[tuple[Value, ...]]:
        return chain.from_iterable(self.source.data(self.tally, lambda first, values: tuple(values), self.watch))

    def _drop_grid(self) -> None:
        if self.tally.grid is None:
            self.sheets = replace(self.sheets, grid=None)

    def _add_formulas(self, data: Tables) -> bool:
        """Make totals formulas where they would not cost too much; tell whether those over the data are."""
        self._drop_grid()
        people, _ = self.tally.people()
        self.sheets = replace(
            self.sheets,
            sessions=replace(self.sheets.sessions, ruled=self.seen.count <= RULED_ROWS),
            people=replace(self.sheets.people, ruled=people <= RULED_ROWS),
        )
        grid = self.sheets.grid
        if grid and people * len(self.tally.columns) * 6 <= self.options.formula_cells:
            self.sheets = replace(self.sheets, grid=with_letter_counts(grid, self.words))
        if len(data) > 1 or self.tally.rows * (people + self.seen.count) * 6 > self.options.formula_cells:
            return False
        counted = self.sheets.data
        self.sheets = replace(
            self.sheets,
            sessions=with_counts(self.sheets.sessions, "session_number", counted, self.words),
            people=with_counts(self.sheets.people, "person_number", counted, self.words),
        )
        return True

    def _written(self, data: Tables, sessions: Tables, people: Tables, *, formulas: bool) -> Written:
        return Written(
            data=data,
            sessions=sessions,
            people=people,
            held=self.seen.held,
            uncounted=self.seen.count - self.seen.counted,
            minors=self.seen.minors,
            guests=self.seen.guests,
            attended_people=self.tally.people()[1],
            grid_too_wide=self.seen.grid is None,
            grid_too_large=self.seen.grid is not None and self.sheets.grid is None,
            formulas=formulas,
        )

    def _finish(self, book: XlsxBook | OdsBook, written: Written) -> None:
        book.lists(self.sheets.choices)
        book.page(summary_page(self.scope, self.options, self.sheets, written, self.tally))
        book.page(about_page(self.scope, self.options, self.sheets, written))
        check(self.watch, self.seen.count, self.seen.count)
        book.close(self.sheets.order())

    def _grid_fragments(self, book: XlsxBook, grid: Sheet) -> Iterator[bytes]:
        """The rows of people × sessions; the cell of each letter in each column is made once."""
        maker = book.maker(grid)
        first = grid.index(f"s{self.seen.grid[0].number}") if self.seen.grid else grid.index("listed")
        width = len(self.tally.columns)
        letters = self._letters()
        cells = [[maker.cells((letter,), first + column) for letter in letters] for column in range(width)]
        for head, row, counts in self.source.grid(self.tally):
            marks = b"".join([cells[column][code] for column, code in enumerate(row)])
            totals = maker.cells(counts, first + width)
            yield b"".join((maker.start(head), maker.cells(head), marks, totals, ROW_END))

    def _grid_values(self) -> Iterator[tuple[Value, ...]]:
        letters = self._letters()
        for head, row, counts in self.source.grid(self.tally):
            yield (*head, *(letters[code] for code in row), *counts)

    def _letters(self) -> list[str | None]:
        # 0 is "not on the list"; a status of a newer version has no letter of its own.
        return [None, *(self.words.letter[status] for status in STATUSES), "?"]
