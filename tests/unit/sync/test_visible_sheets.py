"""What a colleague without the program meets in a workbook: its first page, its drop-downs, what she may change."""

from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from tests.unit.sync.books import Sheet, with_libreoffice
from tests.unit.sync.laptops import Laptop
from tn_desktop.exchange.sync.sending import Order
from tn_desktop.model.places import provinces
from tn_desktop.services import owner
from tn_desktop.services.owner import Owner


def offered(sheet: Worksheet, key: str) -> list[str]:
    """The words that the drop-down of a column offers, wherever they stand."""
    column = Sheet(sheet).column(key)
    for rule in sheet.data_validations.dataValidation:
        if any(area.min_col <= column <= area.max_col and area.min_row <= 3 for area in rule.sqref.ranges):
            source = str(rule.formula1).removeprefix("=")
            defined = sheet.parent.defined_names.get(source)
            name, _, cells = (defined.attr_text if defined else source).rpartition("!")
            found = sheet.parent[name.strip("'").lstrip("$")][cells.replace("$", "")]
            return [str(cell.value) for (cell,) in found if cell.value is not None]
    return []


def page(path: Path) -> str:
    """All that the first page says."""
    book = openpyxl.load_workbook(path, read_only=True)
    return "\n".join(
        " ".join(str(cell) for cell in row if cell is not None) for row in book["Read me"].iter_rows(values_only=True)
    )


@pytest.fixture
def sent(ayse: Laptop) -> Path:
    with ayse.db.write("owner") as uow:
        owner.settle(uow, Owner("Ayşe Yılmaz", "Iğdır"))
    ayse.add("people", given_name="Işık", province="TR-34")
    ayse.add("people", given_name="Ali")
    ayse.add("communities", name="Köyler")
    return ayse.send()


def test_the_first_page_says_who_sent_what_and_whose_data_are_in_it(ayse: Laptop, sent: Path) -> None:
    said = page(sent)
    for words in ("Sender Ayşe Yılmaz", "Contents Everything", "Part 1 of 1", "holds the data of 3 people", "DELETE"):
        assert words in said, words
    assert f"Fingerprint {ayse.db.device}-1-1" in said


def test_each_part_says_which_one_it_is(ayse: Laptop, sent: Path) -> None:
    files = ayse.send_all(order=Order(rows_a_part=2)).files
    assert len(files) > 1
    for number, file in enumerate(files, 1):
        assert f"Part {number} of {len(files)}" in page(file)


@pytest.mark.some(1)
@pytest.mark.needs("soffice")
@pytest.mark.parametrize("saved", ["as it was sent", "by LibreOffice"])
def test_what_has_choices_offers_them_however_long_the_list_is(sent: Path, saved: str) -> None:
    book = openpyxl.load_workbook(with_libreoffice(sent) if saved == "by LibreOffice" else sent)
    words = offered(book["People"], "province")
    assert len(words) >= len(provinces()) and sum(map(len, words)) > 255
    assert offered(book["People"], "_action") == ["DELETE"]
    # What must stay as it is stays locked, new rows have room, and sheets print under their headings.
    for name in ("People", "Communities"):
        sheet = book[name]
        assert sheet.protection.sheet and sheet.cell(3, 1).protection.locked
        assert not sheet.cell(3, 3).protection.locked and not sheet.cell(sheet.max_row, 3).protection.locked
        assert sheet.row_dimensions[1].hidden and sheet.print_title_rows
