"""What the fuzzer calls: every reader of what others send, each behind a first byte that says which it is.

What they make of any bytes is a value or a refusal; whatever else they raise ends the run with the input. Archives and
workbooks of the exchange come in a form in which a bit that is turned is not found by a checksum alone: parts of an
archive as texts, rows of a workbook as texts whose sum is right.
"""

import io
import os
import re
import zipfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any, Final

from tests.soak import fuzz_databases
from tn_desktop.exchange import drafts, importing, mapping, pasted
from tn_desktop.exchange.reading import child
from tn_desktop.exchange.reading.book import Book, Limits
from tn_desktop.exchange.reading.supervise import _Assembly
from tn_desktop.exchange.sync import machine
from tn_desktop.exchange.sync.edits import EditFinder
from tn_desktop.exchange.sync.header import read_header
from tn_desktop.exchange.sync.incoming import Receiver
from tn_desktop.exchange.sync.record import state_in
from tn_desktop.exchange.sync.sieve import Foreign, Sieve
from tn_desktop.model.errors import AppError
from tn_desktop.model.registry import BY_TABLE
from tn_desktop.store import own_schema

LIMITS: Final = Limits(rows=2_000, columns=100, cells=20_000, characters=200_000, unpacked=2_000_000)
PART: Final = b"\x1d"
"""Before each part of an archive, and each sheet of a workbook; after its name stands the end of a line."""
ROW, CELL = "\n", "\t"
OURS: Final = f"{os.sep}tn_desktop{os.sep}"
TEXT, PASTE, PARTS, RAW, RECORD, HEADER, ERASED, BOOK, SCHEMA, PREVIEW, MENDING, RESCUE = range(12)
TABLES: Final = tuple(BY_TABLE)


def text(data: bytes) -> None:
    """A file that is no archive, and what the import makes of its tables."""
    _import(_book(data, sparse=False))


def paste(data: bytes) -> None:
    """What was copied out of a chat or a sheet."""
    _import(pasted.read_text(data.decode("utf-8", "replace"), LIMITS))


def parts(data: bytes) -> None:
    """An archive of these parts; our own reader or openpyxl takes it, not calamine, which no fuzzer of Python sees."""
    _import(_book(archive(_parts(data)), sparse=True))


def raw(data: bytes) -> None:
    """Bytes as they are: archives that lie, files of OLE, encrypted ones."""
    child._read(data, "x", LIMITS, False, lambda message: None)


def record(data: bytes) -> None:
    """A record of the exchange: table, uid, what was seen, body."""
    table, uid, seen, body = _pieces(data, 4)
    state_in(machine.record_in((table, uid, seen, "", body)))


def header(data: bytes) -> None:
    """The header of a workbook."""
    read_header(machine.json_in((machine.HEADER, "", "", "", _pieces(data, 1)[0])))


def erased(data: bytes) -> None:
    """One who was erased."""
    uid, body = _pieces(data, 2)
    machine.erased_in((machine.ERASED, uid, "", "", body))


def book(data: bytes) -> None:
    """A workbook of the exchange, whose hidden part is as somebody with a program of his own may write it."""
    receiver = Receiver()
    sieve = Sieve(receiver.take)
    for name, content in _parts(data):
        rows = [tuple(map(_cell, line.split(CELL))) for line in content.decode("utf-8", "replace").split(ROW) if line]
        hidden = name.casefold() == machine.SHEET
        sieve.take(("sheet", name, hidden))
        sieve.take(("rows", sealed(rows) if hidden else rows))
    sieve.take(("done", "xlsx", ()))
    EditFinder(receiver.result()).find()


def schema(data: bytes) -> None:
    """A row of a schema."""
    own_schema._is_ours(*_pieces(data, 3))


def preview(data: bytes) -> None:
    """A file that is chosen as a backup."""
    fuzz_databases.on(fuzz_databases.restore_preview, data, _parts(data))


def mending(data: bytes) -> None:
    """A data file that may be damaged, while it is in use."""
    fuzz_databases.on(fuzz_databases.mending, data, _parts(data))


def rescue(data: bytes) -> None:
    """A damaged data file of which what can be read is read."""
    fuzz_databases.on(fuzz_databases.rescuing, data, _parts(data))


TARGETS: Final[Mapping[int, Callable[[bytes], None]]] = {
    TEXT: text, PASTE: paste, PARTS: parts, RAW: raw, RECORD: record, HEADER: header, ERASED: erased, BOOK: book,
    SCHEMA: schema, PREVIEW: preview, MENDING: mending, RESCUE: rescue,
}  # fmt: skip


def one(data: bytes) -> None:
    """One input: which it is, and what it is given."""
    if not data:
        return
    kind = data[0] % len(TARGETS)
    try:
        TARGETS[kind](data[1:])
    except (AppError, Foreign):
        return
    # A Rust panic is no Exception.
    except BaseException as error:
        if kind not in (TEXT, PARTS, RAW) or isinstance(error, KeyboardInterrupt) or _is_ours(error):
            raise


def _is_ours(error: BaseException) -> bool:
    """Whether it comes out of our own code. The child takes what a library raises for a damaged file, as it should."""
    place = error.__traceback__
    while place is not None and place.tb_next is not None:
        place = place.tb_next
    raised_here = place is not None and OURS in place.tb_frame.f_code.co_filename
    return raised_here and type(error).__module__ == "builtins"  # what a library in C or Rust raises is its own


def seed(kind: int, content: bytes) -> bytes:
    """An input."""
    return bytes([kind]) + content


def joined(parts: Iterable[tuple[str, bytes]]) -> bytes:
    """Parts in the form in which an input has them."""
    return b"".join(PART + name.encode() + b"\n" + content for name, content in parts)


def written(rows: Iterable[Sequence[Any]]) -> bytes:
    """Rows in the form in which an input has them."""
    return ROW.join(CELL.join(map(_shown, row)) for row in rows).encode()


def archive(parts: Iterable[tuple[str, bytes]]) -> bytes:
    """A sound zip; of two parts of one name the first."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as target:
        for name, content in dict(reversed([*parts])).items():
            target.writestr(zipfile.ZipInfo(name or "-"), content)
    return made.getvalue()


def sealed(rows: Iterable[Sequence[Any]]) -> list[tuple[Any, ...]]:
    """The machine's rows with an end whose count and sum are right."""
    digest, kept = machine.Digest(), []
    for row in rows:
        cells = machine.whole(row)
        if cells[0] != machine.END:
            digest.add(cells)
            kept.append(cells)
    return [*kept, machine.end_cells(digest.count, digest.hex)]


def _book(data: bytes, *, sparse: bool) -> Book:
    assembly = _Assembly()
    child._read(data, None, LIMITS, sparse, assembly.take)
    assert assembly.finished is not None
    return assembly.finished


def _import(found: Book) -> None:
    for table in importing.tables_of(found)[:20]:
        guessed = mapping.guess_mapping(table)
        kept = mapping.remembered(table, guessed)
        mapping.recall(table, kept)
        for _draft in drafts.drafts(table, guessed):
            pass


def _parts(data: bytes) -> list[tuple[str, bytes]]:
    found = []
    for part in data.split(PART)[1:60]:
        name, _end, content = part.partition(b"\n")
        found.append((name.decode("utf-8", "replace")[:200], content))
    return found


def _pieces(data: bytes, count: int) -> list[str]:
    pieces = data.decode("utf-8", "replace").split("\x1f")
    return (pieces + [""] * count)[:count]


_NUMBER: Final = re.compile(r"#(-?[0-9]{1,15}(?:\.[0-9]{1,9})?)")
_MOMENT: Final = re.compile(r"@[0-9T:-]{10,19}")


def _cell(shown: str) -> Any:
    """A cell in its text: #12 is a number, @2026-03-14 a date, nothing is none."""
    if not shown:
        return None
    if match := _NUMBER.fullmatch(shown):
        return float(match[1]) if "." in match[1] else int(match[1])
    if _MOMENT.fullmatch(shown):
        try:
            return datetime.fromisoformat(shown[1:]) if "T" in shown else date.fromisoformat(shown[1:])
        except ValueError:
            return shown
    return shown


def _shown(cell: Any) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool | int | float):
        return f"#{cell + 0}"
    if isinstance(cell, datetime):
        return f"@{cell:%Y-%m-%dT%H:%M:%S}"
    if isinstance(cell, date):
        return f"@{cell:%Y-%m-%d}"
    return str(cell).replace(ROW, " ").replace(CELL, " ")
