"""Every odd spreadsheet that other projects met is read, or refused in one sentence.

That it ends in time and memory is the reader's own limit: test_reading_hostile tries it."""

import datetime as dt
from pathlib import Path

import pytest

from tn_desktop.exchange.reading.book import Book
from tn_desktop.exchange.reading.supervise import read_spreadsheet
from tn_desktop.model.errors import FileRefused, PasswordNeeded
from tn_desktop.model.messages import untranslated

SAMPLES = Path(__file__).parents[2] / "data" / "spreadsheets"
REFUSED = {
    "calamine-OOM_alloc3.xls",
    "calamine-issue252.xlsx",
    "openpyxl-null_archive.xlsx",
    "python-calamine-empty_file.xlsx",
}
PASSWORDS = {
    "calamine-pass_protected.xlsx": "123",
    "excelize-encryptAES.xlsx": "password",
    "qsv-password-protected-password123.xlsx": "password123",
}


def read_or_sentence(path: Path, password: str | None = None) -> Book | str:
    try:
        return read_spreadsheet(path, password=password)
    except FileRefused as refusal:
        return refusal.text(untranslated)


@pytest.mark.some(4)
@pytest.mark.parametrize("path", sorted(p for p in SAMPLES.iterdir() if p.name != "README.md"), ids=lambda p: p.name)
def test_every_sample_is_read_or_refused_in_one_sentence(path: Path) -> None:
    result = read_or_sentence(path)
    if path.name in REFUSED or path.name in PASSWORDS:
        assert isinstance(result, str)
        assert result.endswith(".") and "\n" not in result and "{" not in result
    else:
        assert isinstance(result, Book)
        assert any(sheet.rows for sheet in result.sheets)


@pytest.mark.some(1)
@pytest.mark.parametrize(("name", "password"), PASSWORDS.items())
def test_a_protected_workbook_asks_for_its_password_and_opens_with_it(name: str, password: str) -> None:
    with pytest.raises(PasswordNeeded, match="ask the person"):
        read_spreadsheet(SAMPLES / name)
    with pytest.raises(PasswordNeeded, match="does not open"):
        read_spreadsheet(SAMPLES / name, password="not this one")
    # One of them holds an empty sheet, which is said, now that it could be seen.
    opened = read_or_sentence(SAMPLES / name, password)
    assert opened == "The file is empty, ask for it again." if "pass_protected" in name else isinstance(opened, Book)


def test_dates_counted_from_1904_are_dates() -> None:
    book = read_spreadsheet(SAMPLES / "calamine-date_1904.xlsx")
    assert book.sheets[0].rows[0] == (dt.date(2021, 1, 1), 15)


def test_dates_and_times_typed_as_iso_text_are_dates_and_times() -> None:
    rows = read_spreadsheet(SAMPLES / "calamine-date_iso.xlsx").sheets[0].rows
    assert [row[0] for row in rows[:3]] == [
        dt.date(2021, 1, 1),
        dt.datetime.fromisoformat("2021-01-01T10:10:10"),
        dt.time(10, 10, 10),
    ]


def test_wrong_dimensions_lose_no_rows_and_alarm_nobody() -> None:
    book = read_spreadsheet(SAMPLES / "tablib-bad_dimensions.xlsx")
    assert len(book.sheets[0].rows) == 4
    assert book.remarks == ()


def test_a_sheet_that_begins_at_b2_keeps_its_place() -> None:
    rows = read_spreadsheet(SAMPLES / "librarycarpentry-training_attendance.xlsx").sheets[0].rows
    assert rows[0] == ()
    assert rows[1][:2] == (None, "RDM training")


def test_an_old_workbook_with_a_long_title_is_read() -> None:
    rows = read_spreadsheet(SAMPLES / "OOG01001R020_1121.XLS").sheets[0].rows
    assert str(rows[0][0]).startswith("T.C.\nÖRNEKİL VALİLİĞİ")
    assert rows[3][:4] == ("S.No", "Öğrenci No", None, "Adı")
    assert rows[4][:4] == (1, 1089, None, "MURAT")
