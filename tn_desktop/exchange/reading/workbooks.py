"""xlsx, xlsb, xls and ods through calamine; xlsx through openpyxl where calamine cannot. Runs in the child."""

import io
import warnings
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from tn_desktop.exchange.reading.book import ERRORS
from tn_desktop.exchange.reading.collect import Collector
from tn_desktop.exchange.reading.preflight import DAMAGED
from tn_desktop.model.errors import FileRefused


def read_calamine(data: bytes, collector: Collector) -> None:
    """Send every worksheet as calamine sees it.

    Raises:
        Exception: whatever calamine makes of the file; a Rust panic is a BaseException.
    """
    import python_calamine

    with python_calamine.load_workbook(io.BytesIO(data)) as workbook:
        # One after the other, since a sheet is held whole; after a failure the receiver is told to begin again.
        for index, meta in enumerate(workbook.sheets_metadata):
            if meta.typ == python_calamine.SheetTypeEnum.WorkSheet:
                hidden = meta.visible != python_calamine.SheetVisibleEnum.Visible
                _send_sheet(workbook.get_sheet_by_index(index), hidden, collector)


def _send_sheet(sheet: Any, hidden: bool, collector: Collector) -> None:
    left = sheet.start[1] if sheet.start else 0
    merged = [(*first, *last) for first, last in sheet.merged_cell_ranges or ()]
    rows = sheet.iter_rows()
    collector.sheet(sheet.name, _padded(rows, left) if left else rows, hidden=hidden, merged=merged)


def _padded(rows: Iterable[Sequence[object]], left: int) -> Iterator[Sequence[object]]:
    """Rows with the empty columns put back that calamine leaves out on the left."""
    padding: list[object] = [None] * left
    for row in rows:
        yield [*padding, *row]


def read_openpyxl(data: bytes, collector: Collector) -> None:
    """Send every worksheet as openpyxl streams it: slow, but nothing is held between far cells.

    Raises:
        FileRefused: it has no sheet. Exception: whatever openpyxl makes of the file.
    """
    import openpyxl

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        workbook = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
        for sheet in workbook.worksheets:
            # The declared dimensions may be wrong: without this, cells outside them would be lost.
            sheet.reset_dimensions()
            collector.sheet(
                sheet.title, _values(sheet, keeping=collector.keeps_errors), hidden=sheet.sheet_state != "visible"
            )
        if not workbook.worksheets:
            raise FileRefused(DAMAGED)


def _values(sheet: Any, *, keeping: bool) -> Iterator[Sequence[object]]:
    """A sheet's rows; errors of formulas say nothing about a person, and stay only where they are to be told."""
    for row in sheet.iter_rows(values_only=True):
        yield row if keeping else [None if value in ERRORS else value for value in row]
