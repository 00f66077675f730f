"""Workbooks of programs that are older or newer than this one, as files."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.unit.sync.books import Sheet, edit
from tests.unit.sync.laptops import Laptop, differences, exchange, told
from tn_desktop.exchange.sync import held, machine
from tn_desktop.store.revision import HEAD

STORED = Path(__file__).parents[2] / "data" / "workbooks"
OLD = sorted(STORED.glob("schema-*.xlsx"))
FIRST_WITH_EXCHANGE = 3
NAMES = {"People", "Kişiler"}


def machine_rows(path: Path) -> list[machine.Cells]:
    book = openpyxl.load_workbook(path, read_only=True)
    return [machine.whole(row) for row in book[machine.SHEET].iter_rows(values_only=True)]


def people_in(path: Path) -> set[str]:
    return {cells[1] for cells in machine_rows(path) if cells[0] == "person"}


def test_there_is_a_stored_workbook_of_every_schema_that_could_send_but_this_one() -> None:
    numbers = range(FIRST_WITH_EXCHANGE, int(HEAD))
    assert [path.stem for path in OLD] == [f"schema-{number:04}" for number in numbers]


@pytest.mark.some(1)
@pytest.mark.parametrize("stored", OLD, ids=lambda path: path.stem)
def test_an_older_program_is_understood(
    ayse: Laptop, baran: Laptop, ceren: Laptop, stored: Path, tmp_path: Path
) -> None:
    path = tmp_path / stored.name
    shutil.copy(stored, path)
    assert json.loads(machine.body_of(machine_rows(path)[0]))["schema"] == stored.stem.removeprefix("schema-") < HEAD
    report = ayse.receive(path)
    assert told(report) == [("applied", "")] and report.files[0].edits == () == report.files[0].problems
    assert {row["uid"].replace("-", "") for row in ayse.rows("people")} == people_in(path)
    assert ayse.rows("attendance") and ayse.rows("workshops") and ayse.problems() == []
    assert [status for status, _ in told(ayse.receive(path))] == ["duplicate"]
    # A colleague corrects it in Excel: it is an edit as in any other workbook.
    (sheet,) = NAMES & set(openpyxl.load_workbook(path, read_only=True).sheetnames)
    corrected = edit(path, sheet, lambda sheet: sheet.put(sheet.rows()[0], "institution", "Köy Okulu"))
    assert ayse.receive(corrected).counts.changed == 1
    # What was taken in goes on to others as if this program had written it; whoever has the old file has the same.
    baran.receive(path)
    exchange(ayse, baran, ceren)
    assert [row["institution"] for row in ceren.rows("people")].count("Köy Okulu") == 1
    for other in (baran, ceren):
        assert differences(ayse.state(), other.state()) == {} and other.problems() == []


def as_newer(path: Path, oldest_reader: str, change: Callable[[list[machine.Cells]], None]) -> Path:
    """The workbook as a program of the year after next might have sent it: in its own sheets and in the machine's."""
    rows = machine_rows(path)
    header = json.loads(machine.body_of(rows[0])) | {"schema": "9999", "oldest_reader": oldest_reader}
    rows[0] = machine.header_cells(header)
    change(rows)
    digest = machine.Digest()
    for cells in rows[:-1]:
        digest.add(cells)
    rows[-1] = machine.end_cells(digest.count, digest.hex)
    book = openpyxl.load_workbook(path)
    sheet = book[machine.SHEET]
    sheet.delete_rows(1, sheet.max_row)
    for number, cells in enumerate(rows, 1):
        for column, text in enumerate(cells, 1):
            sheet.cell(number, column).value = text
            sheet.cell(number, column).data_type = "s"
    people = Sheet(book["People"])
    column = people.sheet.max_column + 1
    added: tuple[Any, ...] = ("shoe_size", "Ayakkabı", 38)
    for number, value in enumerate(added, 1):
        people.sheet.cell(number, column).value = value
    mentors = book.create_sheet("Mentorlar")
    for number, cells in enumerate((("_code mentor", "_action", "name"), ("Kod", "İşlem", "Ad"), ("", "", "Oya")), 1):
        for place, text in enumerate(cells, 1):
            mentors.cell(number, place).value = text or None
    target = path.with_stem(f"{path.stem}-newer")
    book.save(target)
    return target


UID = b"\7" * 16


def from_the_future(rows: list[machine.Cells]) -> None:
    """Its people have a field that this program does not know, and there are mentors, which it knows neither."""
    at = next(number for number, row in enumerate(rows) if row[0] == "person")
    created, fields, gone, values = json.loads(machine.body_of(rows[at]))
    body = json.dumps([created, fields, gone, {**values, "shoe_size": 38}], separators=(",", ":"), sort_keys=True)
    mentor: Any = ("mentor", UID.hex(), rows[at][2], "", json.dumps([created, {}, None, {"name": "Oya"}]))
    rows[at] = (*rows[at][:4], body)
    rows.insert(at + 1, mentor)


def test_a_newer_program_is_understood_as_far_as_it_can_be(ayse: Laptop, baran: Laptop, ceren: Laptop) -> None:
    uid = ayse.add("people", given_name="Işık", institution="Okul")
    path = as_newer(ayse.send(), HEAD, from_the_future)
    report = baran.receive(path)
    assert told(report) == [("applied", "")] and report.files[0].edits == () == report.files[0].problems
    assert baran.show("people", uid)["given_name"] == "Işık" and baran.problems() == []
    # What this program does not know it passes on, after its own edits too.
    baran.set("people", uid, institution="Köy Okulu")
    passed = {cells[0]: machine.body_of(cells) for cells in machine_rows(baran.send())}
    assert '"shoe_size":38' in passed["person"] and "Köy Okulu" in passed["person"] and '"Oya"' in passed["mentor"]
    # The same corrected by hand in Excel.
    corrected = edit(
        path, "People", lambda sheet: sheet.put(sheet.find("given_name", "Işık"), "phone", "0532 111 22 33")
    )
    assert ceren.receive(corrected).counts.added == 1
    assert ceren.show("people", uid)["phone"] == "+905321112233"


def test_a_program_that_is_too_new_waits_for_the_update_and_comes_by_itself_then(
    ayse: Laptop, baran: Laptop, monkeypatch: pytest.MonkeyPatch
) -> None:
    uid = ayse.add("people", given_name="Işık")
    path = as_newer(ayse.send(), "9999", from_the_future)
    for rehearse in (True, False):
        ((status, reason),) = told(baran.receive(path, rehearse=rehearse))
        assert status == "held" and "newer TN Desktop" in reason
    path.unlink()
    assert told(baran.receive()) == [] and baran.show("people", uid) is None
    monkeypatch.setattr("tn_desktop.exchange.sync.receiving.HEAD", "9999")
    assert [one.status for one in baran.receive().released] == ["applied"]
    assert baran.show("people", uid)["given_name"] == "Işık"
    with baran.db.read() as connection:
        assert held.held_files(connection) == []
