"""xlsx, xlsb, xls and ods through calamine; xlsx through openpyxl where calamine cannot. Runs in the child."""

import io
import warnings
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from tn_desktop.exchange.reading.book import ERRORS
from tn_desktop.exchange.reading.collect import Collector
from tn_desktop.exchange.reading.error_cells import Errors, of_xls, of_xlsb
from tn_desktop.exchange.reading.preflight import DAMAGED
from tn_desktop.model.errors import FileRefused


def read_calamine(data: bytes, collector: Collector, errors: Sequence[Errors] = ()) -> None:
    """Send every worksheet as calamine sees it, and the errors of its formulas where they are told.

    Raises:
        Exception: whatever calamine makes of the file; a Rust panic is a BaseException.
    """
    import python_calamine

    with python_calamine.load_workbook(io.BytesIO(data)) as workbook:
        # One after the other, since a sheet is held whole; after a failure the receiver is told to begin again.
        for index, meta in enumerate(workbook.sheets_metadata):
            if meta.typ == python_calamine.SheetTypeEnum.WorkSheet:
                hidden = meta.visible != python_calamine.SheetVisibleEnum.Visible
                broken = errors[index] if index < len(errors) else {}
                _send_sheet(workbook.get_sheet_by_index(index), hidden, collector, broken)


def errors_in(kind: str, data: bytes) -> Sequence[Errors]:
    """Where an .xls or .xlsb holds errors of formulas; none where that cannot be seen."""
    try:
        return of_xls(data) if kind == "xls" else of_xlsb(data)
    # A broken file: calamine has the word on that, and may still manage.
    except Exception:  # noqa: BLE001
        return ()


def _send_sheet(sheet: Any, hidden: bool, collector: Collector, errors: Errors) -> None:
    left = sheet.start[1] if sheet.start else 0
    merged = [(*first, *last) for first, last in sheet.merged_cell_ranges or ()]
    rows = sheet.iter_rows()
    if left:
        rows = _padded(rows, left)
    if errors:
        rows = _broken(rows, errors)
    collector.sheet(sheet.name, rows, hidden=hidden, merged=merged)


def _padded(rows: Iterable[Sequence[object]], left: int) -> Iterator[Sequence[object]]:
    """Rows with the empty columns put back that calamine leaves out on the left."""
    padding: list[object] = [None] * left
    for row in rows:
        yield [*padding, *row]


def _broken(rows: Iterable[Sequence[object]], errors: Errors) -> Iterator[Sequence[object]]:
    """Rows with the errors put back where calamine has nothing."""
    places: dict[int, list[int]] = {}
    for row, column in errors:
        places.setdefault(row, []).append(column)
    for number, cells in enumerate(rows):
        if number in places:
            yield [errors.get((number, column), value) for column, value in enumerate(cells)]
        else:
            yield cells


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
