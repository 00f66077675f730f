"""Tables as CSV: UTF-8 with its mark, so that Excel reads the letters; text guarded as `safe` describes."""

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time
from typing import BinaryIO

from tn_desktop.exchange.export import safe
from tn_desktop.exchange.export.layout import Sheet, Value
from tn_desktop.exchange.export.words import EXPORT
from tn_desktop.model.messages import QT_TRANSLATE_NOOP, Translate


def write_csv(file: BinaryIO, sheet: Sheet, rows: Iterable[Sequence[Value]], translate: Translate) -> int:
    """Write a table; return its number of rows.

    Fields are parted by what a spreadsheet of the language expects, which where numbers have a decimal comma is
    the semicolon.
    """
    delimiter = translate(EXPORT, QT_TRANSLATE_NOOP("export", ","))
    comma = delimiter == ";"
    text = io.TextIOWrapper(file, encoding="utf-8-sig", newline="")
    try:
        writer = csv.writer(text, delimiter=delimiter, lineterminator="\r\n")
        writer.writerow([safe.csv(column.heading) for column in sheet.columns])
        count = 0
        for row in rows:
            writer.writerow([_field(value, comma) for value in row])
            count += 1
        text.flush()
    finally:
        # The caller closes the file; the wrapper must not do so when it is collected.
        text.detach()
    return count


def _field(value: Value, comma: bool) -> str | int:
    if isinstance(value, str):
        return safe.csv(value)
    if value is None:
        return ""
    if isinstance(value, datetime):
        return f"{value:%d.%m.%Y %H:%M}"
    if isinstance(value, date):
        return f"{value.day:02d}.{value.month:02d}.{value.year:04d}"
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, float):
        # Shares keep four digits, other numbers the four places they can have.
        shown = f"{value:.4g}" if abs(value) < 1 else f"{value:.4f}".rstrip("0").rstrip(".")
        return shown.replace(".", ",") if comma else shown
    return value
