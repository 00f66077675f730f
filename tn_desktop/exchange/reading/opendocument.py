"""OpenDocument spreadsheets (.ods, .fods) read sparsely, for files that calamine cannot hold. Runs in the child."""

import datetime as dt
import io
import re
import zipfile
from collections.abc import Iterator
from typing import IO, Final
from xml.etree import ElementTree as ET

from tn_desktop.exchange.reading.book import ERRORS, Limits
from tn_desktop.exchange.reading.collect import Collector
from tn_desktop.exchange.reading.preflight import DAMAGED
from tn_desktop.model.errors import FileRefused

_TABLE: Final = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE: Final = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TEXT: Final = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_CELLS: Final = (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell")
_ERROR: Final = "{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}value-type"
_SHOWN_ERROR: Final = re.compile(r"#[^\W\d_]+(?:/[0A])?[!?]?")
"""An error of a formula in any language: #DIV/0!, #SAYI/0!, #YOK, #NV, #AD?"""
_DURATION = re.compile(r"(-)?PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:[.,]\d+)?S)?")


def encrypted(data: bytes) -> bool:
    """Whether the parts of an .ods are encrypted."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if "encrypted-package" in archive.namelist():
                return True
            return b"encryption-data" in archive.read("META-INF/manifest.xml")[:1_000_000]
    except (KeyError, zipfile.BadZipFile, OSError, ValueError):
        return False


def read_ods(data: bytes, collector: Collector, limits: Limits) -> None:
    """Send every sheet of an .ods.

    Raises:
        FileRefused: no content, or the XML is broken.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive, archive.open("content.xml") as stream:
            _read(stream, collector, limits)
    except (KeyError, zipfile.BadZipFile, OSError, EOFError, ET.ParseError, ValueError) as error:
        raise FileRefused(DAMAGED) from error


def read_fods(data: bytes, collector: Collector, limits: Limits) -> None:
    """Send every sheet of a flat OpenDocument file.

    Raises:
        FileRefused: the XML is broken.
    """
    try:
        _read(io.BytesIO(data), collector, limits)
    except (ET.ParseError, ValueError) as error:
        raise FileRefused(DAMAGED) from error


def _read(stream: IO[bytes], collector: Collector, limits: Limits) -> None:
    events = ET.iterparse(stream, events=("start", "end"))
    for event, element in events:
        if event == "start" and element.tag == f"{_TABLE}table":
            name = element.get(f"{_TABLE}name", "")
            collector.sheet(name, _rows(events, limits, keeping=collector.keeps_errors))


def _rows(events: Iterator[tuple[str, ET.Element]], limits: Limits, *, keeping: bool) -> Iterator[list[object]]:
    """The rows of the table that has just begun, up to one more than allowed."""
    count = 0
    for event, element in events:
        if event != "end":
            continue
        if element.tag == f"{_TABLE}table":
            element.clear()
            return
        if element.tag == f"{_TABLE}table-row":
            repeated = _count(element.get(f"{_TABLE}number-rows-repeated"))
            row = _cells(element, limits, keeping=keeping)
            element.clear()
            repeated = min(repeated, limits.rows + 1 - count)
            count += repeated
            # A repeated row with something in it is a formatted block, not a list: a few copies are enough to see it.
            for _ in range(repeated if not row else min(repeated, 1000)):
                yield row


def _cells(row: ET.Element, limits: Limits, *, keeping: bool) -> list[object]:
    cells: list[object] = []
    for cell in row:
        if cell.tag not in _CELLS:
            continue
        text = _shown(cell)
        value = _value(cell, text)
        if (error := _error(cell, text)) is not None:
            value = error if keeping else None
        repeated = min(_count(cell.get(f"{_TABLE}number-columns-repeated")), limits.columns + 1 - len(cells))
        if repeated > 0:
            cells.extend([value] * repeated)
    while cells and cells[-1] in (None, ""):
        cells.pop()
    return cells


def _error(cell: ET.Element, text: str) -> str | None:
    """The error of a formula that a cell holds; the text stands there in the language of the program that wrote it."""
    kind = cell.get(f"{_OFFICE}value-type")
    if "error" in (cell.get(_ERROR), kind):
        return text if text in ERRORS else "#VALUE!"
    if not text.startswith("#"):
        return None
    # Excel writes the number 0 and shows an error; with a formula it may be a text.
    if kind not in (None, "string") and _SHOWN_ERROR.fullmatch(text):
        return text if text in ERRORS else "#VALUE!"
    return text if text in ERRORS and cell.get(f"{_TABLE}formula") else None


def _value(cell: ET.Element, text: str) -> object:
    kind = cell.get(f"{_OFFICE}value-type")
    if kind in ("float", "currency", "percentage"):
        return float(cell.get(f"{_OFFICE}value", "nan"))
    if kind == "boolean":
        return cell.get(f"{_OFFICE}boolean-value") == "true"
    if kind == "date":
        return _date(cell.get(f"{_OFFICE}date-value", ""))
    if kind == "time":
        return _duration(cell.get(f"{_OFFICE}time-value", ""))
    return text


def _shown(cell: ET.Element) -> str:
    return "\n".join(_text(part) for part in cell if part.tag in (f"{_TEXT}p", f"{_TEXT}h"))


def _text(element: ET.Element) -> str:
    if element.tag == f"{_OFFICE}annotation":
        return ""
    text = element.text or ""
    for child in element:
        if child.tag == f"{_TEXT}s":
            text += " " * min(_count(child.get(f"{_TEXT}c")), 100)
        elif child.tag == f"{_TEXT}tab":
            text += "\t"
        elif child.tag == f"{_TEXT}line-break":
            text += "\n"
        else:
            text += _text(child)
        text += child.tail or ""
    return text


def _date(text: str) -> object:
    try:
        return dt.date.fromisoformat(text) if len(text) == 10 else dt.datetime.fromisoformat(text)
    except ValueError:
        return text


def _duration(text: str) -> object:
    match = _DURATION.fullmatch(text)
    if not match:
        return text
    sign, hours, minutes, seconds = match.groups()
    span = dt.timedelta(hours=int(hours or 0), minutes=int(minutes or 0), seconds=int(seconds or 0))
    if sign is None and span < dt.timedelta(days=1):
        seconds_ = int(span.total_seconds())
        return dt.time(seconds_ // 3600, seconds_ // 60 % 60, seconds_ % 60)
    return -span if sign else span


def _count(text: str | None) -> int:
    return max(1, int(text)) if text and text.isdecimal() and len(text) < 10 else 1
