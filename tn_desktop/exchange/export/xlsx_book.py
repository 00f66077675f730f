"""An xlsx workbook written as a stream: each sheet's rows go into the file as they come, none is kept.

One writer makes small and large workbooks alike. The measured reasons: openpyxl cannot store a formula's value, so
that totals read as empty in Excel's protected view, in previews and in every reader that does not calculate; the
fast libraries know no tables, drop-downs or formulas; and XlsxWriter is less than twice as fast as openpyxl.
"""

import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from datetime import datetime
from itertools import chain
from typing import BinaryIO, Final, Self

from tn_desktop import __version__
from tn_desktop.exchange.export import xlsx_parts as parts
from tn_desktop.exchange.export.behind import write_behind
from tn_desktop.exchange.export.layout import LARGEST_SHEET, Choices, Page, Sheet, Tables, Value, batched
from tn_desktop.exchange.export.xlsx_kept import KeptPart
from tn_desktop.exchange.export.xlsx_pages import list_names, lists_sheet, page_sheet
from tn_desktop.exchange.export.xlsx_rows import Batch, RowMaker, numbered
from tn_desktop.exchange.export.xlsx_styles import StyleBook

PROGRAM: Final = f"TN Desktop {__version__}"
_PIECE: Final = 1_000_000
"""Bytes that are handed to the compressing thread at once."""
_LEVEL: Final = 2
"""zlib's level: above it the time grows faster than the file shrinks."""
_MOST_BYTES: Final = 1_500_000_000
"""Longest worksheet part: beyond 2 GB it would need ZIP64, which not every reader of workbooks knows."""


class XlsxBook:
    """A workbook being written to a binary file.

    The sheets may be written in any order; `close` puts them in theirs and completes the file. Used in a `with`.
    """

    def __init__(self, file: BinaryIO, *, title: str, author: str, made_at: datetime, percent: str = "0%") -> None:
        self.styles = StyleBook(percent)
        self._zip = zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=_LEVEL)
        self._parts: list[parts.Part] = []
        self._names: list[tuple[str, str]] = []
        self._tables = 0
        self._about = (
            parts.core_properties(title, author, made_at),
            parts.app_properties(PROGRAM, author),
        )

    def __enter__(self) -> Self:
        with ExitStack() as on_failure:
            on_failure.push(self.__exit__)
            # First in the file: programs that guess its type look at the first names.
            self._write("_rels/.rels", parts.package_relations())
            self._write("docProps/core.xml", self._about[0])
            self._write("docProps/app.xml", self._about[1])
            on_failure.pop_all()
        return self

    def __exit__(self, *failure: object) -> None:
        # After a failure the archive is closed all the same, or the garbage collector would try it on a closed file.
        with suppress(OSError, ValueError):
            self._zip.close()

    def maker(self, sheet: Sheet) -> RowMaker:
        """What makes the rows of a table sheet."""
        return RowMaker(sheet, self.styles)

    def table(self, sheet: Sheet, batches: Iterable[Batch], choices: Choices, most_rows: int = LARGEST_SHEET) -> Tables:
        """Write a table sheet from batches of row fragments, going on on further sheets when one is full.

        Returns each sheet with its number of rows; there is always one.
        """
        written: Tables = []
        source = iter(batches)
        left: Batch = []
        while left or not written:
            part = sheet.part(len(written) + 1)
            count, left = self._table_part(part, left, source, choices, most_rows)
            written.append((part, count))
        return written

    def rows(self, sheet: Sheet, values: Iterable[Sequence[Value]], choices: Choices, most_rows: int) -> Tables:
        """`table` of plain values."""
        return self.table(sheet, batched(map(self.maker(sheet).row, values)), choices, most_rows)

    def _table_part(
        self, sheet: Sheet, first: Batch, source: Iterator[Batch], choices: Choices, most_rows: int
    ) -> tuple[int, Batch]:
        """Write one sheet; return its number of rows, and the fragments that no longer fitted."""
        self._tables += 1
        number = len(self._parts) + 1
        path = f"xl/worksheets/sheet{number}.xml"
        heading = parts.heading_row(sheet.columns, self.styles)
        pieces: list[bytes] = []
        left: Batch = []
        rows, size, waiting, started = 0, 0, 0, False
        with self._zip.open(path, "w") as part, write_behind(part.write) as write:
            for batch in chain([first], source):
                room = most_rows - rows if size < _MOST_BYTES else 0
                left = batch[room:]
                pieces.append(numbered(batch[:room] if left else batch, rows + 2))
                rows += len(batch) - len(left)
                waiting += len(pieces[-1])
                if waiting >= _PIECE:
                    if not started:
                        write((parts.table_head(sheet, None) + heading).encode())
                        started = True
                    write(b"".join(pieces))
                    pieces.clear()
                    size, waiting = size + waiting, 0
                if left:
                    break
            if not started:
                # So few rows that their number is known before anything is written.
                write((parts.table_head(sheet, rows) + heading).encode())
            write(b"".join(pieces))
            write(parts.table_tail(sheet, rows, choices, "rId1").encode())
        self._write(f"xl/worksheets/_rels/sheet{number}.xml.rels", parts.sheet_relations(self._tables))
        self._write(f"xl/tables/table{self._tables}.xml", parts.table_object(sheet, self._tables, rows))
        self._parts.append(parts.Part(path, sheet.name, parts.print_titles(sheet)))
        return rows, left

    def stream(self, name: str, pieces: Iterable[bytes], titles: str = "", state: str = "") -> None:
        """Write a worksheet whose XML comes in pieces; titles and state as in `Part`."""
        path = f"xl/worksheets/sheet{len(self._parts) + 1}.xml"
        with self._zip.open(path, "w") as sheet, write_behind(sheet.write) as write:
            for piece in pieces:
                write(piece)
        self._parts.append(parts.Part(path, name, titles, state))

    @contextmanager
    def beside(self, name: str, state: str = "") -> Iterator[Callable[[bytes], None]]:
        """A worksheet whose XML comes while other sheets are written; it stands in the file when the block ends."""
        kept = KeptPart(_LEVEL)
        yield kept.write
        path = f"xl/worksheets/sheet{len(self._parts) + 1}.xml"
        kept.into(self._zip, path)
        self._parts.append(parts.Part(path, name, "", state))

    def page(self, page: Page) -> None:
        """Write a sheet of lines."""
        self._sheet(page.name, page_sheet(page, self.styles))

    def lists(self, choices: Choices) -> None:
        """Write the sheet of the lists that drop-downs offer, with a defined name for each."""
        self._names += list_names(choices)
        self._sheet(choices.name, lists_sheet(choices, self.styles), "'" + choices.name.replace("'", "''") + "'!$1:$1")

    def close(self, order: Sequence[str]) -> None:
        """Write the workbook's own parts; `order` names every sheet but those on which another one goes on."""
        place = {name: position for position, name in enumerate(order)}
        last = 0
        ranked = []
        for part in self._parts:
            # A sheet that goes on stands behind the one it goes on from, which was written just before it.
            last = place.get(part.name, last)
            ranked.append((last, part))
        shown = [part for _, part in sorted(ranked, key=lambda pair: pair[0])]
        self._write("xl/workbook.xml", parts.workbook(shown, sorted(self._names)))
        self._write("xl/_rels/workbook.xml.rels", parts.workbook_relations(shown))
        self._write("xl/styles.xml", self.styles.xml())
        self._write("xl/theme/theme1.xml", parts.theme())
        self._write("xl/sharedStrings.xml", self.styles.texts.xml())
        self._write("[Content_Types].xml", parts.content_types(shown, self._tables))
        self._zip.close()

    def _sheet(self, name: str, xml: str, titles: str = "") -> None:
        path = f"xl/worksheets/sheet{len(self._parts) + 1}.xml"
        self._write(path, xml)
        self._parts.append(parts.Part(path, name, titles))

    def _write(self, path: str, xml: str) -> None:
        # Not by `writestr`: it asks the clock, and refuses what a dead battery says (1970).
        with self._zip.open(path, "w") as part:
            part.write(xml.encode())
