"""What a file is, by its content, and whether it is safe to hand to a reader. Runs in the child process."""

import io
import re
import zipfile
import zlib
from dataclasses import dataclass

from tn_desktop.exchange.reading.book import Limits
from tn_desktop.model.errors import FileRefused
from tn_desktop.model.messages import QT_TRANSLATE_NOOP

DAMAGED = QT_TRANSLATE_NOOP("errors", "The file is damaged or was cut off on its way, ask for it again.")
NOT_A_LIST = QT_TRANSLATE_NOOP(
    "errors", "This is not a spreadsheet, save the list as an Excel file (.xlsx) and try again."
)
EMPTY = QT_TRANSLATE_NOOP("errors", "The file is empty, ask for it again.")
ACTIVE_XML = QT_TRANSLATE_NOOP(
    "errors", "The file contains instructions that no spreadsheet needs, so it was not opened."
)
BOMB = QT_TRANSLATE_NOOP("errors", "The file unpacks to far more than a list can hold, so it was not opened.")
ARCHIVE = QT_TRANSLATE_NOOP("errors", "This is an archive, unpack it and choose the spreadsheet inside.")
DOCUMENT = QT_TRANSLATE_NOOP("errors", "This is a text document, copy the list in it and paste it here.")
PDF = QT_TRANSLATE_NOOP("errors", "This is a PDF, copy the list in it and paste it here, or ask for the spreadsheet.")
PICTURE = QT_TRANSLATE_NOOP("errors", "This is a picture, ask for the list as a spreadsheet.")
OLD_EXCEL = QT_TRANSLATE_NOOP(
    "errors", "This is a very old Excel file, open it in Excel or LibreOffice and save it as .xlsx."
)
NUMBERS = QT_TRANSLATE_NOOP("errors", "This is an Apple Numbers file, export it from Numbers as Excel and try again.")

OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", PDF),
    (b"\xff\xd8\xff", PICTURE),
    (b"\x89PNG", PICTURE),
    (b"GIF8", PICTURE),
    (b"II*\x00", PICTURE),
    (b"MM\x00*", PICTURE),
    (b"{\\rtf", DOCUMENT),
    (b"Rar!", ARCHIVE),
    (b"7z\xbc\xaf", ARCHIVE),
    (b"\x1f\x8b", ARCHIVE),
    (b"BZh", ARCHIVE),
    (b"\xfd7zXZ", ARCHIVE),
    (b"SQLite format 3", NOT_A_LIST),
    (b"MZ", NOT_A_LIST),
    (b"\x7fELF", NOT_A_LIST),
    (b"\x09\x00\x04\x00", OLD_EXCEL),
    (b"\x09\x02\x06\x00", OLD_EXCEL),
    (b"\x09\x04\x06\x00", OLD_EXCEL),
    (b"\x09\x08\x08\x00", OLD_EXCEL),
)

# Those that begin with fixed bytes are found six times as fast; only odd writers need the others.
_ROW_NUMBER = re.compile(rb'<row\b[^>]{0,200}?\sr="(\d{1,9})"')
_ANY_ROW_NUMBER = re.compile(rb'<(?:\w+:)?row\b[^>]{0,200}?\sr="(\d{1,9})"')
_FAR_COLUMN = re.compile(rb' r="([A-Z]{3})\d{1,7}"')
_ANY_FAR_COLUMN = re.compile(rb'\sr="([A-Z]{3})\d{1,7}"')
_ERROR, _ERROR_ODS = (b' t="e"',), (b'value-type="error"', b"<text:p>#")
"""How a cell of an .xlsx and of an .ods says that it holds the error of a formula; Excel's .ods only shows it."""
_ACTIVE = tuple("<!DOCTYPE".encode(encoding) for encoding in ("ascii", "utf-16-le", "utf-16-be"))
_ENTITY = tuple("<!ENTITY".encode(encoding) for encoding in ("ascii", "utf-16-le", "utf-16-be"))


@dataclass(frozen=True, slots=True)
class Sniffed:
    """What a file is.

    Attributes:
        kind: xlsx, xlsb, ods, ole, xml, fods, html, mhtml or csv.
        sparse: whether its cells lie so far apart that only a sparse reader can hold them.
        errors: whether cells of an .xlsx or .ods may hold the errors of formulas, which calamine takes for empty ones.
    """

    kind: str
    sparse: bool = False
    errors: bool = False


def sniff(data: bytes, limits: Limits) -> Sniffed:
    """Tell a file's kind from its bytes.

    Raises:
        FileRefused: not a spreadsheet, damaged, or not safe to open.
    """
    if not data.strip(b"\x00 \t\r\n\xef\xbb\xbf\xff\xfe"):
        raise FileRefused(EMPTY)
    if data.startswith(OLE_MAGIC):
        return Sniffed("ole")
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")):
        return _sniff_zip(data, limits)
    for magic, sentence in _SIGNATURES:
        if data.startswith(magic):
            raise FileRefused(sentence)
    return Sniffed(_text_kind(data))


def _text_kind(data: bytes) -> str:
    """xml (SpreadsheetML 2003), fods, html, mhtml or csv."""
    head = data[:65536]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        head = head.replace(b"\x00", b"")
    head = head.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").lower()
    start = head[:4096]
    if start.startswith((b"<?xml", b"<workbook", b"<ss:workbook", b"<office:document")):
        if b"urn:schemas-microsoft-com:office:spreadsheet" in head:
            _refuse_active(data)
            return "xml"
        if b"office:document" in head:
            _refuse_active(data)
            return "fods"
    if start.startswith(b"mime-version:") or b"\nmime-version:" in start:
        return "mhtml"
    if start.startswith(b"<") and any(
        tag in head for tag in (b"<html", b"<table", b"<!doctype html", b"<body", b"<tr")
    ):
        return "html"
    if start.startswith(b"<?xml"):
        raise FileRefused(NOT_A_LIST)
    return "csv"


def _refuse_active(data: bytes) -> None:
    if any(mark in data for mark in _ACTIVE + _ENTITY):
        raise FileRefused(ACTIVE_XML)


def _sniff_zip(data: bytes, limits: Limits) -> Sniffed:
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, UnicodeError, OverflowError) as error:
        raise FileRefused(DAMAGED) from error
    with archive:
        entries = archive.infolist()
        if len(entries) > limits.entries:
            raise FileRefused(BOMB)
        names = [entry.filename.replace("\\", "/").lower() for entry in entries]
        kind = _zip_kind(archive, entries, names)
        if sum(entry.file_size for entry in entries) > 4 * limits.unpacked:
            raise FileRefused(BOMB)
        return Sniffed(kind, *_inflate(archive, entries, limits))


def _zip_kind(archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo], names: list[str]) -> str:
    if not names:
        raise FileRefused(EMPTY)
    if any(entry.flag_bits & 1 for entry in entries):
        raise FileRefused(ARCHIVE)
    mimetype = b""
    if "mimetype" in names:
        try:
            with archive.open(entries[names.index("mimetype")]) as stream:
                mimetype = stream.read(200)
        except (zipfile.BadZipFile, zlib.error, OSError, ValueError, NotImplementedError, EOFError) as error:
            raise FileRefused(DAMAGED) from error
    if b"opendocument.text" in mimetype or any(name.endswith("word/document.xml") for name in names):
        raise FileRefused(DOCUMENT)
    if b"opendocument.spreadsheet" in mimetype or ("content.xml" in names and "meta-inf/manifest.xml" in names):
        return "ods"
    if any(name.endswith(".iwa") or name == "index.zip" for name in names):
        raise FileRefused(NUMBERS)
    if any(name.endswith("workbook.bin") for name in names):
        return "xlsb"
    if any(name.endswith("workbook.xml") for name in names) or (
        "[content_types].xml" in names and any(name.startswith("xl/") for name in names)
    ):
        return "xlsx"
    if any(name.endswith((".xlsx", ".xls", ".ods", ".csv", ".txt")) for name in names):
        raise FileRefused(ARCHIVE)
    raise FileRefused(NOT_A_LIST)


def _inflate(archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo], limits: Limits) -> tuple[bool, bool]:
    """Unpack every part a reader would look at, counting, and look for what no spreadsheet needs.

    The sizes that the archive declares are not trusted. Returns whether a worksheet's cells are far apart, and whether
    some hold errors.
    """
    unpacked = 0
    sparse = errors = False
    for entry in entries:
        name = entry.filename.replace("\\", "/").lower()
        if not name.endswith((".xml", ".rels", ".bin", ".vml")) or "/media/" in name:
            continue
        worksheet = "sheet" in name and name.endswith(".xml")
        marks = _ERROR if worksheet else _ERROR_ODS if name == "content.xml" else ()
        rows = far = last_row = size = 0
        tail = b""
        try:
            with archive.open(entry) as stream:
                while block := stream.read(1 << 20):
                    size += len(block)
                    unpacked += len(block)
                    if unpacked > limits.unpacked or (
                        size > 50_000_000 and size > limits.ratio * max(entry.compress_size, 1)
                    ):
                        raise FileRefused(BOMB)
                    window = tail + block
                    # Most of the marks are in UTF-16, of which no letter does without a zero byte.
                    active = _ACTIVE if b"\0" in window else _ACTIVE[:1]
                    if name.endswith(".xml") and any(mark in window for mark in active):
                        raise FileRefused(ACTIVE_XML)
                    errors = errors or any(mark in window for mark in marks)
                    if worksheet:
                        numbers = (_ANY_ROW_NUMBER if b":row" in window else _ROW_NUMBER).findall(window)
                        rows += len(numbers)
                        last_row = max(last_row, *map(int, numbers)) if numbers else last_row
                        far = max([far, *(_column(text) for text in set(_far_columns(window)))])
                    tail = block[-256:]
        except (zipfile.BadZipFile, zlib.error, OSError, ValueError, EOFError):
            # A wrong checksum or length: a reader may still get at the cells, and says so if it cannot.
            continue
        except NotImplementedError as error:
            raise FileRefused(DAMAGED) from error
        if worksheet and (far > limits.columns or (last_row > limits.rows and rows < last_row // 4)):
            sparse = True
    return sparse, errors


def _far_columns(window: bytes) -> list[bytes]:
    # A blank alone is found ten times as fast as one before something, and most files have none of these.
    other_blanks = any(blank in window and blank + b'r="' in window for blank in (b"\t", b"\n", b"\r"))
    return (_ANY_FAR_COLUMN if other_blanks else _FAR_COLUMN).findall(window)


def _column(letters: bytes) -> int:
    """The 1-based number of a column: b"A" is 1, b"AA" is 27."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


_SAVED = re.compile(rb"<(?:dcterms:modified|dc:date)\b[^>]{0,200}>\s*([0-9T:.+Z -]{10,40}?)\s*<")


def last_saved(data: bytes) -> str:
    """When a workbook says that it was last saved, as ISO text; "" where it does not say."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for name in ("docProps/core.xml", "meta.xml"):
                if name in archive.namelist():
                    with archive.open(name) as stream:
                        found = _SAVED.search(stream.read(100_000))
                    return found[1].decode("ascii") if found else ""
    except (zipfile.BadZipFile, zlib.error, OSError, ValueError, NotImplementedError, EOFError, RuntimeError):
        return ""
    return ""
