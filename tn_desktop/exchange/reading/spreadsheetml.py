"""Excel 2003 XML ("SpreadsheetML"), which some school systems still write. Runs in the child."""

import datetime as dt
import io
from collections.abc import Iterator
from typing import Final
from xml.etree import ElementTree as ET

from tn_desktop.exchange.reading.book import Limits
from tn_desktop.exchange.reading.collect import Collector
from tn_desktop.exchange.reading.preflight import DAMAGED
from tn_desktop.model.errors import FileRefused

_SS: Final = "{urn:schemas-microsoft-com:office:spreadsheet}"


def read_spreadsheetml(data: bytes, collector: Collector, limits: Limits) -> None:
    """Send every worksheet.

    Raises:
        FileRefused: the XML is broken.
    """
    events = ET.iterparse(io.BytesIO(data.lstrip()), events=("start", "end"))
    try:
        for event, element in events:
            if event == "start" and element.tag == f"{_SS}Worksheet":
                collector.sheet(element.get(f"{_SS}Name", ""), _rows(events, limits))
    except (ET.ParseError, ValueError) as error:
        raise FileRefused(DAMAGED) from error


def _rows(events: Iterator[tuple[str, ET.Element]], limits: Limits) -> Iterator[list[object]]:
    """The rows of the worksheet that has just begun, with the skipped ones put back."""
    count = 0
    for event, element in events:
        if event != "end":
            continue
        if element.tag == f"{_SS}Worksheet":
            element.clear()
            return
        if element.tag == f"{_SS}Row":
            index = _number(element.get(f"{_SS}Index"), count + 1)
            while count < min(index - 1, limits.rows + 1):
                count += 1
                yield []
            row = _cells(element, limits)
            element.clear()
            count += 1
            yield row


def _cells(row: ET.Element, limits: Limits) -> list[object]:
    cells: list[object] = []
    for cell in row:
        if cell.tag != f"{_SS}Cell":
            continue
        index = _number(cell.get(f"{_SS}Index"), len(cells) + 1)
        if index > limits.columns:
            break
        cells.extend([None] * (index - 1 - len(cells)))
        cells.append(_value(cell))
        across = _number(cell.get(f"{_SS}MergeAcross"), 0)
        cells.extend([None] * min(across, limits.columns - len(cells)))
    return cells


def _value(cell: ET.Element) -> object:
    data = next((child for child in cell if child.tag.endswith("}Data")), None)
    if data is None:
        return None
    text = "".join(data.itertext())
    kind = data.get(f"{_SS}Type")
    if kind == "Number":
        return float(text)
    if kind == "Boolean":
        return text.strip() in ("1", "true")
    if kind == "DateTime":
        try:
            moment = dt.datetime.fromisoformat(text.strip())
        except ValueError:
            return text
        return moment.date() if moment.time() == dt.time() else moment
    return None if kind == "Error" else text


def _number(text: str | None, otherwise: int) -> int:
    return int(text) if text and text.isdecimal() and len(text) < 10 else otherwise
