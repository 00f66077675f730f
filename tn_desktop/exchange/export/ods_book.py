"""An OpenDocument workbook written as a stream; the same sheets as in xlsx, with values in place of formulas.

A spreadsheet document keeps all sheets in one part and in their order, so each sheet is first kept, compressed, in
memory: it holds names of people, which have no place in a temporary file.
"""

import textwrap
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from typing import BinaryIO, Final, Self

from tn_desktop import __version__
from tn_desktop.exchange.export import ods_parts as parts
from tn_desktop.exchange.export import safe
from tn_desktop.exchange.export.layout import LARGEST_SHEET, Choices, Line, Page, Sheet, Value
from tn_desktop.exchange.export.pressed import Pressed

_ROWS_AT_ONCE: Final = 1000
_PAGE_WIDTHS: Final = (40.0, 46.0, 12.0)
_LOOKS: Final = {
    "title": ("title", "plain"),
    "section": ("section", "plain"),
    "field": ("muted", "long"),
    "total": ("plain", "total"),
    "note": ("plain", "plain"),
    "link": ("bold", "long"),
    "gap": ("plain", "plain"),
}


class OdsBook:
    """A workbook being written to a binary file; used in a `with`, completed by `close`."""

    def __init__(
        self, file: BinaryIO, *, title: str, author: str, made_at: datetime, percent_first: bool = False
    ) -> None:
        self._zip = zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=3)
        self._percent_first = percent_first
        self._about = (title, author, made_at)
        self._tables: list[tuple[str, Pressed]] = []
        self._sheets: list[tuple[Sheet, int]] = []
        self._widths: dict[str, float] = {}
        self._choices: dict[str, tuple[Choices, int]] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *failure: object) -> None:
        with suppress(OSError, ValueError):
            self._zip.close()

    def table(
        self, sheet: Sheet, rows: Iterable[Sequence[Value]], choices: Choices, most_rows: int = LARGEST_SHEET
    ) -> list[tuple[Sheet, int]]:
        """Write a table sheet, going on on further sheets when one is full; return each with its rows."""
        written: list[tuple[Sheet, int]] = []
        source = iter(rows)
        left = next(source, None)
        while left is not None or not written:
            part = sheet.part(len(written) + 1)
            makers = [parts.cell_maker(column, choices, part.ruled) for column in part.columns]
            file = self._begin(part.name, [column.width for column in part.columns], "table")
            headings = "".join(parts.text_cell("heading", column.heading) for column in part.columns)
            buffer = [
                f"<table:table-header-rows><table:table-row>{headings}</table:table-row></table:table-header-rows>"
            ]
            count, row, left = 0, left, None
            while row is not None:
                if count == most_rows:
                    left = row
                    break
                count += 1
                cells = "".join([make(value) for make, value in zip(makers, row, strict=True)])
                buffer.append(f"<table:table-row>{cells}</table:table-row>")
                if len(buffer) >= _ROWS_AT_ONCE:
                    file.write("".join(buffer).encode())
                    buffer.clear()
                row = next(source, None)
            file.write(("".join(buffer) + "</table:table>").encode())
            written.append((part, count))
        self._sheets += written
        for column in sheet.columns:
            if column.choices in choices.lists:
                self._choices[column.choices] = (choices, list(choices.lists).index(column.choices))
        return written

    def page(self, page: Page) -> None:
        """Write a sheet of lines."""
        file = self._begin(page.name, _PAGE_WIDTHS)
        file.write(("".join(_page_row(line) for line in _wrapped(page.lines)) + "</table:table>").encode())

    def lists(self, choices: Choices) -> None:
        """Write the sheet of the lists that drop-downs offer."""
        columns = list(choices.lists.values())
        file = self._begin(
            choices.name, [max(len(text) for text in (title, *values)) + 4.0 for title, values in columns]
        )
        headings = "".join(parts.text_cell("heading", title) for title, _ in columns)
        rows = [f"<table:table-header-rows><table:table-row>{headings}</table:table-row></table:table-header-rows>"]
        for index in range(max((len(values) for _, values in columns), default=0)):
            cells = "".join(
                parts.text_cell("plain", values[index]) if index < len(values) else "<table:table-cell/>"
                for _, values in columns
            )
            rows.append(f"<table:table-row>{cells}</table:table-row>")
        file.write(("".join(rows) + "</table:table>").encode())

    def close(self, order: Sequence[str]) -> None:
        """Put the sheets together in their order; those on which another goes on stand behind it."""
        place = {name: position for position, name in enumerate(order)}
        last, ranked = 0, []
        for name, file in self._tables:
            last = place.get(name, last)
            ranked.append((last, name, file))
        ranked.sort(key=lambda entry: entry[0])
        title, author, made_at = self._about
        mimetype = zipfile.ZipInfo("mimetype")
        self._zip.writestr(mimetype, parts.MIMETYPE, zipfile.ZIP_STORED)
        with self._zip.open("content.xml", "w", force_zip64=True) as content:
            content.write(parts.content_head(self._widths, percent_first=self._percent_first).encode())
            content.write(parts.validations(self._choices.values()).encode())
            for _, _, file in ranked:
                for piece in file.pieces():
                    content.write(piece)
            content.write(parts.content_tail(self._sheets).encode())
        self._write("styles.xml", parts.page_styles())
        self._write("settings.xml", parts.settings([name for _, name, _ in ranked], self._sheets))
        self._write("meta.xml", _meta(title, author, made_at))
        self._write("META-INF/manifest.xml", parts.MANIFEST)
        self._zip.close()

    def _write(self, path: str, xml: str) -> None:
        # Not by `writestr`: it asks the clock, and refuses what a dead battery says (1970).
        with self._zip.open(path, "w") as part:
            part.write(xml.encode())

    def _begin(self, name: str, widths: Iterable[float], style: str = "page") -> Pressed:
        file = Pressed()
        self._tables.append((name, file))
        columns = ""
        for width in widths:
            column = f"co{round(width * 10)}"
            self._widths[column] = width
            columns += f'<table:table-column table:style-name="{column}" table:default-cell-style-name="plain"/>'
        file.write(f'<table:table table:name="{safe.xml(name)}" table:style-name="{style}">{columns}'.encode())
        return file


def _wrapped(lines: Iterable[Line]) -> Iterator[Line]:
    """Long notes on several lines: cells taken together would not grow with their text."""
    for line in lines:
        if line.look == "note":
            yield from (Line(part, look="note") for part in textwrap.wrap(line.label, int(sum(_PAGE_WIDTHS))))
        else:
            yield line


def _page_row(line: Line) -> str:
    label, value = _LOOKS[line.look]
    cells = parts.text_cell(label, line.label) if line.label else "<table:table-cell/>"
    if line.value is not None:
        cells += parts.value_cell("moment" if isinstance(line.value, datetime) else value, line.value)
    if isinstance(line.rate, float):
        cells += parts.percent_cell(line.rate)
    return f"<table:table-row>{cells}</table:table-row>"


def _meta(title: str, author: str, made_at: datetime) -> str:
    moment = f"{made_at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
    return (
        f'{parts.DECLARATION}<office:document-meta {parts.SPACES} office:version="1.3"><office:meta>'
        f"<meta:generator>TN Desktop/{__version__}</meta:generator><dc:title>{safe.xml(title)}</dc:title>"
        f"<meta:initial-creator>{safe.xml(author)}</meta:initial-creator><meta:creation-date>{moment}</meta:creation-date>"
        f"<dc:date>{moment}</dc:date></office:meta></office:document-meta>"
    )
