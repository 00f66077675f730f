"""HTML tables, often saved as .xls, and the single-file web pages (MHTML) that Excel writes. Runs in the child."""

import email
import email.policy
import re
from html.parser import HTMLParser

from tn_desktop.exchange.reading.book import Limits
from tn_desktop.exchange.reading.collect import Collector
from tn_desktop.exchange.reading.encodings import decode_all
from tn_desktop.exchange.reading.preflight import NOT_A_LIST
from tn_desktop.model.errors import FileRefused

_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)
_SPACES = re.compile(r"\s+")


def read_html(data: bytes, collector: Collector, limits: Limits) -> None:
    """Send every table of the page, one under the other, as one sheet.

    School systems put the title in one table and the list in the next, so their order matters more than their borders.

    Raises:
        FileRefused: no table in the page.
    """
    match = _CHARSET.search(data[:8192])
    text = decode_all(data, match.group(1).decode("ascii") if match else None)
    parser = _Tables(limits)
    parser.feed(text)
    parser.close()
    rows: list[list[object]] = []
    for table in parser.finished():
        if rows:
            rows.append([])
        rows.extend(table)
    if not any(rows):
        raise FileRefused(NOT_A_LIST)
    collector.sheet(parser.title.strip() or "HTML", rows)


def read_mhtml(data: bytes, collector: Collector, limits: Limits) -> None:
    """Send every table of each HTML part.

    Raises:
        FileRefused: no table in the file.
    """
    message = email.message_from_bytes(data, policy=email.policy.compat32)
    found = False
    for part in message.walk():
        if part.get_content_type() != "text/html":
            continue
        payload = part.get_payload(decode=True)
        if isinstance(payload, bytes) and b"<t" in payload.lower():
            try:
                read_html(payload, collector, limits)
                found = True
            except FileRefused:
                continue
    if not found:
        raise FileRefused(NOT_A_LIST)


class _Tables(HTMLParser):
    """Collects tables; a table inside a cell is a table of its own."""

    def __init__(self, limits: Limits) -> None:
        super().__init__(convert_charrefs=True)
        self._limits = limits
        self._stack: list[_Table] = []
        self._done: list[_Table] = []
        self._skip = ""
        self.title = ""

    def finished(self) -> list[list[list[object]]]:
        """The tables' rows, in the order in which the tables began."""
        return [table.rows for table in self._done if any(table.rows)]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("style", "script", "title"):
            self._skip = tag
        elif tag == "table":
            table = _Table(self._limits)
            self._stack.append(table)
            self._done.append(table)
        elif self._stack:
            table = self._stack[-1]
            if tag == "tr":
                table.begin_row()
            elif tag in ("td", "th"):
                values = dict(attrs)
                table.begin_cell(_span(values.get("colspan")), _span(values.get("rowspan")))
            elif tag in ("br", "p", "div", "li"):
                table.text("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag == self._skip:
            self._skip = ""
        elif self._stack:
            table = self._stack[-1]
            if tag == "table":
                table.end_row()
                self._stack.pop()
            elif tag == "tr":
                table.end_row()
            elif tag in ("td", "th"):
                table.end_cell()

    def handle_data(self, data: str) -> None:
        if self._skip == "title":
            self.title += data[:200]
        elif self._skip == "" and self._stack:
            self._stack[-1].text(_SPACES.sub(" ", data))


class _Table:
    """One table under construction; cells that span rows leave empty cells below them."""

    def __init__(self, limits: Limits) -> None:
        self.rows: list[list[object]] = []
        self._limits = limits
        self._row: list[object] | None = None
        self._cell: list[str] | None = None
        self._span = 1
        self._below: dict[int, int] = {}

    def begin_row(self) -> None:
        self.end_row()
        self._row = []

    def begin_cell(self, columns: int, rows: int) -> None:
        self.end_cell()
        if self._row is None:
            self._row = []
        while self._below.get(len(self._row), 0) > 0:
            self._below[len(self._row)] -= 1
            self._row.append(None)
        self._cell = []
        self._span = min(columns, max(1, self._limits.columns + 1 - len(self._row)))
        for column in range(len(self._row), len(self._row) + self._span):
            if rows > 1:
                self._below[column] = rows - 1

    def text(self, data: str) -> None:
        if self._cell is not None:
            self._cell.append(data)

    def end_cell(self) -> None:
        if self._cell is not None and self._row is not None:
            lines = (line.strip() for line in "".join(self._cell).split("\n"))
            self._row.append("\n".join(line for line in lines if line))
            self._row.extend([None] * (self._span - 1))
        self._cell = None

    def end_row(self) -> None:
        self.end_cell()
        if self._row is not None:
            for column in range(len(self._row), len(self._row) + 50):
                if self._below.get(column, 0) > 0:
                    self._below[column] -= 1
            self.rows.append(self._row)
        self._row = None


def _span(text: str | None) -> int:
    return max(1, min(int(text), 1000)) if text and text.strip().isdecimal() else 1
