"""The hidden sheet `_sync`: the records as cells of text that survive any spreadsheet program.

A row is: kind (a table's name, or one of the marks below), uid in hexadecimal, seen, the print of the visible row,
then the body in one or more pieces, since a cell holds 32,767 characters. The last row counts the others and holds
their SHA-256, so that a file that was cut off or altered is known.
"""

import hashlib
import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from itertools import chain
from typing import TYPE_CHECKING, Any, Final

from tn_desktop.exchange.reading.preflight import DAMAGED
from tn_desktop.exchange.sync.travelling import Record, strict_json
from tn_desktop.model.errors import FileRefused
from tn_desktop.model.messages import QT_TRANSLATE_NOOP
from tn_desktop.model.stamps import canonical

if TYPE_CHECKING:
    from tn_desktop.exchange.sync.record import RecordTexts

SHEET: Final = "_sync"
HEADER, ERASED, END = "#header", "#erased", "#end"
PIECE: Final = 14_000
"""Characters of one piece: fewer than 30,000 UTF-16 units whatever they are."""
FOREIGN: Final = QT_TRANSLATE_NOOP(
    "errors",
    "This is no workbook of the exchange, or its hidden part was lost or altered. Nothing in it is taken over by "
    "itself; import its lists as any other spreadsheet, where you see each proposal.",
)
_UID: Final = re.compile("[0-9a-f]{32}")
_OPEN, _CLOSE = "«", "»"
_IN_BODY: Final = "*"
"""In the place of a `seen` that is too long for a cell and ends the body instead."""

BETWEEN, AFTER = "\x1f", "\x1e"
"""What parts cells and ends rows where they are hashed; no cell holds them."""

_BETWEEN, _AFTER = BETWEEN.encode(), AFTER.encode()

Cells = tuple[str, ...]


def record_cells(record: Record, visible: str) -> Cells:
    """The cells of a record; `visible` is the print of its visible row, "" if it has none."""
    seen, body = record.seen, record.body
    if len(seen) > PIECE:
        seen, body = _IN_BODY, f"{body[:-1]},{seen}]"
    return record.table, record.uid.hex(), seen, visible, *_pieces(body)


def cells_text(cells: Sequence[str]) -> str:
    """A row as the digest sees it: its cells parted by `BETWEEN`, ended by `AFTER`."""
    return BETWEEN.join(cells) + AFTER


def record_text(record: Record, visible: str) -> str:
    """`cells_text` of a record."""
    return cells_text(record_cells(record, visible))


def records_text(records: "RecordTexts", prints: Sequence[str]) -> str:
    """`record_text` of many records of one table, each with the print of its visible row, "" if it has none."""
    seens, bodies = records.seens, records.bodies
    if max(map(len, seens)) > PIECE or max(map(len, bodies)) > PIECE:
        return "".join(map(record_text, records.records(), prints))
    if not records.portable:
        bodies = list(map(portable, bodies))
    table = records.table
    rows = [
        f"{table}{BETWEEN}{uid.hex()}{BETWEEN}{seen}{BETWEEN}{visible}{BETWEEN}{body}{AFTER}"
        for uid, seen, visible, body in zip(records.uids, seens, prints, bodies, strict=True)
    ]
    return "".join(rows)


def header_cells(header: dict[str, Any]) -> Cells:
    """The cells of the header."""
    return HEADER, "", "", "", *_pieces(canonical(header))


def erased_cells(uid: bytes, entity: str, erased_on: str, authority: str) -> Cells:
    """The cells of an erasure."""
    return ERASED, uid.hex(), "", "", *_pieces(canonical([entity, erased_on, authority]))


def end_cells(count: int, digest: str) -> Cells:
    """The cells of the end marker: how many rows stand above it, and their SHA-256."""
    return END, str(count), "", "", digest


def _pieces(text: str) -> list[str]:
    text = portable(text)
    if len(text) <= PIECE:
        return [text]
    # Between marks, since a program may strip a cell's blanks at its ends.
    return [f"{_OPEN}{text[start : start + PIECE]}{_CLOSE}" for start in range(0, len(text), PIECE)]


_ESCAPED: Final = re.compile(r"_(?=x)|[^\x20-\x7e\u00c0-\u024f]")


def portable(text: str) -> str:
    """JSON with every character escaped that some program might alter: blanks but the plain one, invisible ones.

    An underscore before an x is escaped too, because Excel reads _x0041_ as the letter A.
    """
    if text.isprintable() and "_x" not in text:
        return text
    return _ESCAPED.sub(_escape, text)


def _escape(match: re.Match[str]) -> str:
    char = match[0]
    if char.isprintable() and char != "_":
        return char
    encoded = char.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{encoded[i] << 8 | encoded[i + 1]:04x}" for i in range(0, len(encoded), 2))


class Digest:
    """Counts rows of cells and hashes them as they go by."""

    def __init__(self) -> None:
        self._sum = hashlib.sha256()
        self.count = 0

    def add(self, cells: Sequence[str]) -> str:
        """Take a row in; returns the text that is hashed."""
        text = cells_text(cells)
        self._sum.update(text.encode())
        self.count += 1
        return text

    def add_all(self, rows: bytes, count: int) -> None:
        """Take in so many rows as `record_text` gives them."""
        self._sum.update(rows)
        self.count += count

    @property
    def hex(self) -> str:
        """The SHA-256 of the rows until now."""
        return self._sum.hexdigest()


def _escaped(rows: bytes) -> bytes:
    # Each is looked for first: most texts hold none, and looking is much faster than replacing.
    if b"&" in rows:
        rows = rows.replace(b"&", b"&amp;")
    if b"<" in rows:
        rows = rows.replace(b"<", b"&lt;")
    return rows.replace(b">", b"&gt;") if b">" in rows else rows


def whole(cells: Sequence[Any]) -> Cells:
    """A row as it was read, as the cells that were written: texts, at least five.

    Raises:
        FileRefused: another value than text stands in it.
    """
    kinds = set(map(type, cells))
    if kinds == {str} and len(cells) >= 5:
        return tuple(cells)
    if not kinds <= {str, type(None)}:
        raise FileRefused(DAMAGED)
    texts = ["" if cell is None else cell for cell in cells]
    return (*texts, *([""] * (5 - len(texts))))


def body_of(cells: Sequence[str]) -> str:
    """The body of a row's cells, put together."""
    pieces = cells[4:]
    if len(pieces) == 1:
        return pieces[0]
    if any(not (piece.startswith(_OPEN) and piece.endswith(_CLOSE)) for piece in pieces):
        raise FileRefused(DAMAGED)
    return "".join(piece[1:-1] for piece in pieces)


def record_in(cells: Sequence[str]) -> Record:
    """The record of a row's cells.

    Raises:
        FileRefused: there is none in them.
    """
    table, uid, seen = cells[:3]
    body = cells[4] if len(cells) == 5 else body_of(cells)
    try:
        if seen == _IN_BODY:
            *parts, held = strict_json(body)
            seen, body = canonical(held), canonical(parts)
    except (ValueError, TypeError, RecursionError) as error:
        raise FileRefused(DAMAGED) from error
    return Record(table, uid_in(uid), seen, body)


def json_in(cells: Sequence[str]) -> Any:
    """The JSON of a row's body.

    Raises:
        FileRefused: it is none.
    """
    try:
        return strict_json(body_of(cells))
    except (ValueError, RecursionError) as error:
        raise FileRefused(DAMAGED) from error


def erased_in(cells: Sequence[str]) -> tuple[bytes, str, str, str]:
    """(uid, entity, date, authority) of an erasure."""
    held = json_in(cells)
    if not (isinstance(held, list) and len(held) == 3 and all(isinstance(part, str) for part in held)):
        raise FileRefused(DAMAGED)
    # Not known to the process that reads, which has no need of it.
    from tn_desktop.model.registry import BY_TABLE

    try:
        if held[0] not in BY_TABLE or date.fromisoformat(held[1]).isoformat() != held[1]:
            raise FileRefused(DAMAGED)
    except ValueError as error:
        raise FileRefused(DAMAGED) from error
    return uid_in(cells[1]), held[0], held[1], held[2]


def uid_in(text: str) -> bytes:
    """The 16 bytes of a uid in hexadecimal.

    Raises:
        FileRefused: it is none.
    """
    # Not as bytes.fromhex alone reads it, which takes blanks and capitals too.
    if _UID.fullmatch(text) is None:
        raise FileRefused(DAMAGED)
    return bytes.fromhex(text)


_OPENED: Final = b'<c t="inlineStr"><is><t xml:space="preserve">'
_CLOSED: Final = b"</t></is></c>"
_NEXT: Final = _CLOSED + _OPENED
_ROW_END: Final = _CLOSED + b"</row>"
_ROW: Final = b'<row r="%d">' + _OPENED
_NEXT_ROW: Final = _ROW_END + _ROW


class SheetXml:
    """Makes the worksheet's XML and hands it on in pieces, while the rows are hashed.

    A cell that does not say where it stands follows the one before it. So an empty one is written too, and all cells
    of many rows are made at once.

    Args:
        write: takes the pieces.
        head: the rows that all others follow.
    """

    def __init__(self, write: Callable[[bytes], object], head: Iterable[Cells]) -> None:
        from tn_desktop.exchange.export.xlsx_parts import WORKSHEET

        self._write = write
        self._digest = Digest()
        write(f"{WORKSHEET}<sheetData>".encode())
        for cells in head:
            self.add(cells_text(cells).encode())

    def add(self, rows: bytes) -> None:
        """Take the next rows in, as `record_text` gives them."""
        xml, count = _rows_xml(self._digest.count + 1, rows)
        self._write(xml)
        self._digest.add_all(rows, count)

    def end(self) -> None:
        """Add the end marker."""
        self.add(cells_text(end_cells(self._digest.count, self._digest.hex)).encode())
        self._write(b"</sheetData></worksheet>")


def _rows_xml(first: int, rows: bytes) -> tuple[bytes, int]:
    """Rows as `record_text` gives them, as worksheet XML of which the first is row `first`, and how many they are."""
    # Escaped all at once: no mark of XML is one of ours.
    cells = _escaped(rows).replace(_BETWEEN, _NEXT).split(_AFTER)
    # The last row ends where nothing is left.
    cells[-1] = _ROW_END
    count = len(cells) - 1
    between = map(_NEXT_ROW.__mod__, range(first + 1, first + count))
    parts = chain.from_iterable(zip(cells, between, strict=False))
    return b"".join(chain([_ROW % first], parts, cells[-2:])), count
