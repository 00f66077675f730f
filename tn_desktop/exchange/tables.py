"""Finding the tables on a sheet: where each begins, its headings, its rows, and what is no row of it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from tn_desktop.exchange.content import is_institution, is_province
from tn_desktop.exchange.headers import ROW_NUMBER, WHO_WEIGHT, Hint, hint_of
from tn_desktop.exchange.heads import Head, cells_of, find_head, heading_text, same_heading
from tn_desktop.exchange.lacking_names import columns_of_people, lacks_name
from tn_desktop.exchange.names import given_name_share, looks_like_name
from tn_desktop.exchange.reading.book import Cell, RawSheet, Row
from tn_desktop.exchange.row_kinds import CLASS, FOOT, OFFICE, TITLE, clean_title, is_total, maybe_person, no_letters
from tn_desktop.exchange.sideways import split_sideways
from tn_desktop.exchange.values import EMAIL, find_phones, text_of
from tn_desktop.model.messages import QT_TRANSLATE_NOOP
from tn_desktop.model.text import fold

SAMPLES: Final = 200

DROPPED: Final = {
    "total": QT_TRANSLATE_NOOP("import", "a total, not a person"),
    "repeated_header": QT_TRANSLATE_NOOP("import", "the headings once more"),
    "title": QT_TRANSLATE_NOOP("import", "a title"),
    "note": QT_TRANSLATE_NOOP("import", "a note or signature under the list"),
    "blank_number": QT_TRANSLATE_NOOP("import", "an empty row with a number"),
}
"""Why a row was left out: reason key -> text to translate in context "import"."""

# A quick look before the exact one, since every row of a long list is asked.
_MAYBE_NAMES: Final = re.compile(r"\b(?:ad|soy ?ad|soy ?is|isi?m|names?\b|surname)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Column:
    """A column: 0-based place on the sheet, heading as one line, its headings one by one, a sample of its cells.

    `hint` is the field that the heading names, if any.
    """

    index: int
    header: str
    parts: tuple[Cell, ...]
    hint: Hint | None
    samples: tuple[Cell, ...]

    @property
    def letter(self) -> str:
        """The column's letters in a spreadsheet: A, B … AA."""
        letters, rest = "", self.index + 1
        while rest:
            rest, digit = divmod(rest - 1, 26)
            letters = chr(65 + digit) + letters
        return letters


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row: its number as the spreadsheet shows it, and all cells of the sheet's row."""

    number: int
    cells: Row

    def value(self, column: int) -> Cell:
        """The cell in a column (0-based place on the sheet)."""
        return self.cells[column] if column < len(self.cells) else None


@dataclass(frozen=True, slots=True)
class Table:
    """One table: the title over it, the number of its first row (headings, or data without them), columns, rows.

    `dropped` holds (row number, reason key of DROPPED) of rows that are no data.
    """

    sheet: str
    title: str
    first_row: int
    columns: tuple[Column, ...]
    rows: tuple[TableRow, ...]
    dropped: tuple[tuple[int, str], ...] = ()
    headed: bool = True


def find_tables(sheet: RawSheet) -> list[Table]:
    """The sheet's tables, from left to right and top to bottom."""
    tables: list[Table] = []
    for left, right in split_sideways(sheet):
        tables.extend(_Walk(sheet, left, right).tables())
    return tables


@dataclass(slots=True)
class _Block:
    """A table under construction."""

    title: str
    first: int
    head: Head | None
    rows: list[int]
    dropped: list[tuple[int, str]]


class _Walk:
    """Goes down a band of columns and takes the tables in it apart."""

    def __init__(self, sheet: RawSheet, left: int, right: int) -> None:
        self._sheet = sheet
        self._left, self._right = left, right
        self._rows = sheet.rows
        self._filled: dict[int, frozenset[int]] = {}
        self._wide = {(top, start): end - start + 1 for top, start, _, end in sheet.merged}

    def tables(self) -> Iterator[Table]:
        stop = len(self._rows)
        start = self._next_filled(0)
        pending: list[int] = []
        while start < stop:
            head = find_head(self._sheet, start, stop, self._left, self._right)
            if head is None:
                yield from self._finish_all(self._headless(start, stop))
                return
            before = [*pending, *(row for row in range(start, head.first) if self._cells(row))]
            blocks, start, pending = self._body(head, self._title(before), stop)
            yield from self._finish_all(blocks)
            if start >= stop:
                return

    def _cells(self, row: int) -> list[tuple[int, Cell]]:
        return cells_of(self._rows[row], self._left, self._right)

    def _next_filled(self, row: int) -> int:
        while row < len(self._rows) and not self._cells(row):
            row += 1
        return row

    def _title(self, rows: list[int]) -> str:
        lines = []
        for row in rows:
            texts = [text_of(value) for _, value in self._cells(row)]
            lines.append("  ".join(texts))
        return "\n".join(lines[-6:])

    # --- tables with headings

    def _body(self, head: Head, title: str, stop: int) -> tuple[list[_Block], int, list[int]]:
        """The blocks under a heading, where the next table begins, and the title rows already passed for it."""
        names = head.naming or self._name_columns(head.last + 1, stop, head) or head.naming_others
        block = _Block(title, head.first, head, [], [])
        blocks = [block]
        waiting: list[int] = []
        gap = False
        fill = len(head.parts)
        for row in range(head.last + 1, stop):
            cells = self._cells(row)
            if not cells:
                gap = True
                continue
            if same_heading(head, self._slice(row)):
                if waiting or (gap and block.rows):
                    block = self._new_block(blocks, block, waiting, row, head)
                block.dropped.append((row, "repeated_header"))
                waiting, gap = [], False
                continue
            if (self._names_heading(cells) or ((gap or waiting) and not self._names_somebody(cells, names))) and (
                other := find_head(self._sheet, row, stop, self._left, self._right, here_only=True)
            ):
                self._drop_waiting(block, [w for w in waiting if w < other.first and not self._near(w, other.first)])
                return blocks, other.first, [w for w in waiting if self._near(w, other.first)]
            kind = self._kind(row, cells, names, head, gap or bool(waiting), fill)
            if kind == "data":
                if waiting and block.rows and self._parts_blocks(waiting, row, head):
                    block = self._new_block(blocks, block, waiting, waiting[-1], head)
                elif waiting and not block.rows:
                    block.title = self._title(waiting)
                    block.dropped.extend((w, "title") for w in waiting)
                else:
                    self._drop_waiting(block, waiting)
                waiting = []
                block.rows.append(row)
                fill = max(fill, len(cells))
            elif kind in ("title", "note"):
                waiting.append(row)
            else:
                block.dropped.append((row, kind))
            gap = False
        self._drop_waiting(block, waiting)
        return blocks, stop, []

    def _near(self, row: int, head: int) -> bool:
        return all(self._cells(between) for between in range(row, head)) or head - row <= 2

    def _new_block(self, blocks: list[_Block], old: _Block, waiting: list[int], first: int, head: Head) -> _Block:
        """Begin another block; of the waiting rows, those after the last gap are its title."""
        own: list[int] = []
        for row in reversed(waiting):
            if own and own[-1] - row > 1:
                break
            own.append(row)
        own.reverse()
        self._drop_waiting(old, [row for row in waiting if row not in own])
        title = self._title(own)
        block = _Block(title or old.title, first, head, [], [(row, "title") for row in own])
        blocks.append(block)
        return block

    def _drop_waiting(self, block: _Block, waiting: list[int]) -> None:
        block.dropped.extend((row, "title" if self._is_title(row, self._cells(row)) else "note") for row in waiting)

    def _slice(self, row: int) -> Row:
        cells = self._rows[row]
        return (None,) * self._left + cells[self._left : self._right] if self._left else cells[: self._right]

    def _names_heading(self, cells: list[tuple[int, Cell]]) -> bool:
        """Whether one of a row's first cells is itself a heading for names."""
        return (
            any(
                isinstance(value, str)
                and _MAYBE_NAMES.search(value)
                and (hint := hint_of(value)) is not None
                and hint.weight > WHO_WEIGHT
                and hint.field in ("full_name", "full_name_reversed", "family_name")
                for _, value in cells[:3]
            )
            and len(cells) > 1
        )

    def _names_somebody(self, cells: list[tuple[int, Cell]], names: list[int]) -> bool:
        """Whether a name stands where names stand: then the row is a person, whatever else is in it."""
        return any(
            column in names and isinstance(value, str) and looks_like_name(value) and hint_of(value) is None
            for column, value in cells
        )

    def _parts_blocks(self, waiting: list[int], row: int, head: Head) -> bool:
        """Whether the rows waiting before data are the title of a new block."""
        if any(self._is_title(w, self._cells(w)) for w in waiting):
            return True
        number = next((column for column, hint in head.hints.items() if hint and hint.field == ROW_NUMBER), None)
        cells = self._rows[row]
        return number is not None and number < len(cells) and cells[number] in (1, "1", "1.", "1)")

    # --- what a row is

    def _kind(self, row: int, cells: list[tuple[int, Cell]], names: list[int], head: Head, gap: bool, fill: int) -> str:
        """data, title, note, total or blank_number."""
        if is_total(cells, names):
            return "total"
        named = [(column, value) for column, value in cells if column in names]
        if not named:
            return "data" if not gap and self._lacks_name(row, cells, names, head) else self._nameless(row, cells, head)
        if len(cells) == 1:
            text = text_of(named[0][1])
            if self._is_title(row, cells) and (fill > 1 or not maybe_person(text)):
                return "title"
            if FOOT.fullmatch(fold(text)) or (gap and fill > 2 and self._signed(row, named[0][0])):
                return "note"
        if len(cells) <= 2 and fill > 2 and self._spoken(cells, names, head):
            return "note"
        if gap and fill > 2 and len(cells) <= 3 and all(self._signed(row, column) for column, _ in cells):
            return "note"
        if all(no_letters(value) for _, value in named):
            rest = [cell for cell in cells if cell not in named]
            return self._nameless(row, rest, head) if rest else "blank_number"
        return "data"

    def _lacks_name(self, row: int, cells: list[tuple[int, Cell]], names: list[int], head: Head) -> bool:
        if any(self._signed(row, column) for column, _ in cells):
            return False
        if len(cells) == 1 and ((row, cells[0][0]) in self._wide or cells[0][0] == min(head.parts, default=0)):
            return False  # there stands a title
        if head.first not in self._filled:
            self._filled[head.first] = columns_of_people(self._rows, head, names)
        return lacks_name(cells, head, self._filled[head.first])

    def _spoken(self, cells: list[tuple[int, Cell]], names: list[int], head: Head) -> bool:
        """Whether a word of a list's foot stands in a row.

        "Müdür" under Görevi and "Tarih" under Branş are values, wherever else they are the foot of a list.
        """
        explained = {column for column, hint in head.hints.items() if hint and column not in names}
        return any(FOOT.fullmatch(fold(text_of(value))) for column, value in cells if column not in explained)

    def _nameless(self, row: int, cells: list[tuple[int, Cell]], head: Head) -> str:
        if all(no_letters(value) and not (isinstance(value, str) and find_phones(value)) for _, value in cells):
            numbers = {column for column, hint in head.hints.items() if hint and hint.field == ROW_NUMBER}
            counted = [value for column, value in cells if column not in numbers]
            if not counted or (len(cells) == 1 and cells[0][0] == self._left):
                return "blank_number"
            if all(isinstance(value, int | float) for value in counted):
                phones = {column for column, hint in head.hints.items() if hint and hint.field == "phone"}
                return "data" if any(column in phones for column, _ in cells) else "total"
        contacts = any(isinstance(value, str) and (EMAIL.search(value) or find_phones(value)) for _, value in cells)
        if contacts:
            return "data"
        if self._is_title(row, cells):
            return "title"
        filled = [text_of(value) for _, value in cells if isinstance(value, str)]
        if len(cells) <= 2 or any(FOOT.fullmatch(fold(text)) for text in filled):
            return "note"
        known = sum(column in head.parts for column, _ in cells)
        return "data" if known >= 3 else "note"

    def _is_title(self, row: int, cells: list[tuple[int, Cell]]) -> bool:
        if len(cells) != 1 or not isinstance(cells[0][1], str):
            return False
        column, text = cells[0][0], clean_title(cells[0][1])
        if self._wide.get((row, column), 1) > 2 or CLASS.fullmatch(text) or is_province(text):
            return True
        folded = fold(text)
        if FOOT.fullmatch(folded):
            return False
        return bool(TITLE.search(folded)) or is_institution(text) or text.endswith(":")

    def _signed(self, row: int, column: int) -> bool:
        """Whether an office stands under a name, as under a signature."""
        for below in (row, row + 1, row + 2):
            if below < len(self._rows) and column < len(self._rows[below]):
                value = self._rows[below][column]
                if isinstance(value, str) and OFFICE.fullmatch(fold(value)):
                    return True
        return False

    # --- tables without headings

    def _name_columns(self, start: int, stop: int, head: Head | None) -> list[int]:
        """The columns that hold names, by their content."""
        best: list[int] = []
        best_share = 0.0
        for column in range(self._left, self._right):
            hint = head.hints.get(column) if head else None
            if hint and hint.field not in ("roles", "notes", "community"):
                continue
            texts: list[str] = []
            for row in range(start, min(start + 60, stop)):
                cells = self._rows[row]
                if column < len(cells) and isinstance(value := cells[column], str):
                    texts.append(value)
            if not texts:
                continue
            shape = sum(looks_like_name(text) for text in texts) / len(texts)
            share = given_name_share(texts) + 0.3 * shape
            if shape >= 0.5 and share > best_share:
                best, best_share = [column], share
        return best

    def _headless(self, start: int, stop: int) -> list[_Block]:
        """The rest of the band as tables without headings, parted by their title lines."""
        names = self._name_columns(start, stop, None)
        filled = [row for row in range(start, stop) if self._cells(row)]
        wide = sorted(len(self._cells(row)) for row in filled[:200])
        fill = wide[len(wide) // 2] if wide else 0
        empty = Head(start, start - 1, {}, {}, {})
        block = _Block("", start, None, [], [])
        blocks = [block]
        waiting: list[int] = []
        for row in filled:
            cells = self._cells(row)
            gap = row > 0 and not self._cells(row - 1)
            kind = self._kind(row, cells, names, empty, gap or bool(waiting), fill) if names else "data"
            if kind == "note" and not block.rows:
                kind = "title"
            if kind == "data":
                if waiting and block.rows and any(self._is_title(w, self._cells(w)) for w in waiting):
                    block = _Block(self._title(waiting), row, None, [], [(w, "title") for w in waiting])
                    blocks.append(block)
                elif waiting and not block.rows:
                    block.title = self._title(waiting)
                    block.dropped.extend((w, "title") for w in waiting)
                    block.first = row
                else:
                    self._drop_waiting(block, waiting)
                waiting = []
                block.rows.append(row)
            elif kind in ("title", "note"):
                waiting.append(row)
            else:
                block.dropped.append((row, kind))
        self._drop_waiting(block, waiting)
        return blocks

    # --- handing over

    def _finish_all(self, blocks: list[_Block]) -> Iterator[Table]:
        """The blocks with rows as tables; what was dropped in an empty one goes with the next."""
        carried: list[tuple[int, str]] = []
        for block in blocks:
            if block.rows:
                yield self._finish(replace(block, dropped=[*carried, *block.dropped]))
                carried = []
            else:
                carried.extend(block.dropped)

    def _finish(self, block: _Block) -> Table:
        sheet, head = self._sheet, block.head
        sample_rows = [self._rows[row] for row in block.rows[:SAMPLES]]
        width = max((len(self._rows[row]) for row in block.rows), default=0)
        columns = []
        for index in range(self._left, self._right):
            parts = head.parts.get(index, ()) if head else ()
            samples = tuple(value for row in sample_rows if index < len(row) and (value := row[index]) is not None)
            if not parts and not samples and not (index < width and self._used_below(block.rows, index)):
                continue
            hint = head.hints.get(index) if head else None
            columns.append(Column(index, heading_text(parts), parts, hint, samples))
        return Table(
            sheet.name,
            block.title,
            sheet.number(block.first),
            tuple(columns),
            tuple(TableRow(sheet.number(row), self._rows[row]) for row in block.rows),
            tuple(sorted((sheet.number(row), reason) for row, reason in block.dropped)),
            head is not None,
        )

    def _used_below(self, rows: list[int], index: int) -> bool:
        return any(index < len(self._rows[row]) and self._rows[row][index] is not None for row in rows[SAMPLES:])
