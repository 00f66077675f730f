"""The attendance workbook, read back with the readers that people and programs use."""

import re
import xml.etree.ElementTree as ET
import zipfile
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.workbook import Workbook
from python_calamine import CalamineWorkbook

from tests.unit.export.conftest import mark, person, scope_of, session
from tn_desktop.exchange.export.attendance import write_attendance
from tn_desktop.exchange.export.scope import AttendanceScope, Options, Report, Watch
from tn_desktop.model.errors import Cancelled
from tn_desktop.model.messages import Translate, untranslated

SHEETS = ["Özet", "Katılım", "Veri", "Oturumlar", "Kişiler", "Listeler", "Bilgi"]


def both(path: Path) -> tuple[Workbook, Workbook]:
    """The workbook with its formulas, and with their stored values."""
    return openpyxl.load_workbook(path), openpyxl.load_workbook(path, data_only=True)


def rows(book: Workbook, sheet: str) -> list[dict[str, Any]]:
    """A table sheet as a row of heading -> value each."""
    head, *body = book[sheet].iter_rows(values_only=True)
    return [dict(zip(map(str, head), row, strict=True)) for row in body]


def totals(book: Workbook) -> dict[str, Any]:
    """The summary's lines: label -> value."""
    return {str(row[0]): row[1] for row in book["Özet"].iter_rows(values_only=True) if row[0]}


def rounded(book: Workbook, sheet: str) -> list[list[Any]]:
    """A sheet's values, shares to nine places."""
    values = book[sheet].iter_rows(values_only=True)
    return [[round(value, 9) if isinstance(value, float) else value for value in row] for row in values]


@pytest.fixture
def written(small: AttendanceScope, tmp_path: Path, turkish: Translate) -> Path:
    path = tmp_path / "katılım.xlsx"
    assert write_attendance(small, path, turkish) == Report(path, 21, 7)
    return path


def test_the_sheets_in_their_order_and_the_first_in_front(written: Path) -> None:
    book, _ = both(written)
    assert book.sheetnames == SHEETS
    assert book.active is not None and book.active.title == "Özet"


def test_english(small: AttendanceScope, tmp_path: Path) -> None:
    write_attendance(small, tmp_path / "a.xlsx", untranslated)
    book, _ = both(tmp_path / "a.xlsx")
    assert book.sheetnames == ["Summary", "Attendance", "Data", "Sessions", "People", "Lists", "About"]
    assert set(book["Data"].tables) == {"Data"}


def test_data_is_one_row_per_person_and_session_with_real_dates_and_times(written: Path) -> None:
    _, values = both(written)
    data = rows(values, "Veri")
    assert len(data) == 21
    first = data[0]
    assert (first["Tarih"], first["Başlangıç"], first["Bitiş"]) == (datetime(2026, 3, 14), time(13), time(16))  # noqa: DTZ001
    assert (first["Oturum"], first["Oturum ili"], first["Ad soyad"]) == ("1. oturum", "Iğdır", "İrem Işık")
    assert (first["Kişi no"], first["Dakika"]) == (1, None)
    sheet = values["Veri"]
    assert [sheet.cell(2, column).number_format for column in (4, 5)] == ["dd.mm.yyyy", "hh:mm"]
    assert {row["Yerinde kayıt"] for row in data if row["Kişi no"] == 2} == {"evet"}
    assert {row["Dakika"] for row in data if row["Durum"] == "Geç"} == {15}


def test_every_total_is_a_formula_with_its_value(written: Path) -> None:
    formulas, values = both(written)
    data = rows(values, "Veri")
    states = Counter(row["Durum"] for row in data)
    expected = {"Oturumlar": 3, "Yapılan oturumlar": 3, "Kişiler": 7, "Adsız çocuk": 6, "Adsız misafir": 3, **states}
    found = totals(values)
    assert {label: found[label] for label in expected} == expected
    assert found["Toplam katılım ve oranı"] == states["Katıldı"] + states["Geç"]
    assert all(str(value).startswith("=") for label, value in totals(formulas).items() if label in expected)
    for sheet in ("Oturumlar", "Kişiler", "Katılım"):
        assert rows(formulas, sheet)[0]["Katıldı"].startswith("=COUNTIF")
        assert sum(row["Katıldı"] for row in rows(values, sheet)) == states["Katıldı"]
        rate = rows(values, sheet)[0]
        marked = rate["Listede"] - rate["İşaretsiz"]
        assert rate["Katılım oranı"] == pytest.approx((rate["Katıldı"] + rate["Geç"]) / marked)


def test_people_by_sessions_has_a_letter_for_each_mark(written: Path) -> None:
    book, values = both(written)
    sheet = values["Katılım"]
    headings = [str(cell.value) for cell in sheet[1]]
    assert headings[3] == "14.03.2026 13:00 1. oturum"
    letters = Counter(
        cell for row in sheet.iter_rows(min_row=2, min_col=4, max_col=6, values_only=True) for cell in row
    )
    names = {"K": "Katıldı", "G": "Geç", "M": "Mazeretli", "Y": "Katılmadı", "○": "İşaretsiz"}
    assert {names[str(letter)]: count for letter, count in letters.items()} == Counter(
        row["Durum"] for row in rows(values, "Veri")
    )
    assert {
        rule.dxf.font.b or rule.dxf.font.i or rule.dxf.font.u
        for r in book["Katılım"].conditional_formatting
        for rule in r.rules
    } != {None}
    assert totals(values)["K"] == "Katıldı"


def test_tables_freeze_filters_titles_and_pages(written: Path) -> None:
    book, _ = both(written)
    tables = {sheet.title: list(sheet.tables.values()) for sheet in book if sheet.tables}
    assert {title: (table.name, table.ref) for title, (table,) in tables.items()} == {
        "Katılım": ("Katilim", "A1:N8"),
        "Veri": ("Veri", "A1:Q22"),
        "Oturumlar": ("Oturumlar", "A1:V4"),
        "Kişiler": ("Kisiler", "A1:N8"),
    }
    assert len({table.id for (table,) in tables.values()}) == 4
    for title, (table,) in tables.items():
        sheet = book[title]
        assert table.autoFilter is not None and table.autoFilter.ref == table.ref
        assert [column.name for column in table.tableColumns] == [cell.value for cell in sheet[1]]
        assert sheet.freeze_panes == {"Katılım": "C2", "Veri": "A2", "Oturumlar": "D2", "Kişiler": "C2"}[title]
        assert sheet.print_title_rows == "$1:$1"
        assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
        assert sheet.sheet_properties.pageSetUpPr is not None and sheet.sheet_properties.pageSetUpPr.fitToPage
        assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
        assert sheet.oddFooter.right.text == "&P / &N"
    assert book["Katılım"].print_title_cols == "$A:$B"
    assert "K Katıldı" in str(book["Katılım"].oddFooter.center.text)


def test_drop_downs_come_from_the_lists(written: Path) -> None:
    book, _ = both(written)
    offered = {rule.formula1: str(rule.sqref) for rule in book["Veri"].data_validations.dataValidation}
    assert offered["list_status"] == "N2:N22" and offered["list_province"] == "G2:G22 L2:L22"
    place, cells = next(iter(book.defined_names["list_status"].destinations))
    words = [cell.value for (cell,) in book[place][cells.replace("$", "")]]
    assert words == ["Katıldı", "Geç", "Mazeretli", "Katılmadı", "İşaretsiz"]
    place, cells = next(iter(book.defined_names["list_province"].destinations))
    assert len(book[place][cells.replace("$", "")]) == 81
    (letters,) = book["Katılım"].data_validations.dataValidation
    assert letters.formula1 == "list_letter" and "K Katıldı" in str(letters.prompt)


def test_contact_data_only_when_asked_for(small: AttendanceScope, tmp_path: Path, turkish: Translate) -> None:
    write_attendance(small, tmp_path / "a.xlsx", turkish)
    write_attendance(small, tmp_path / "b.xlsx", turkish, Options(contacts=True))
    without, with_contacts = (openpyxl.load_workbook(tmp_path / name, data_only=True) for name in ("a.xlsx", "b.xlsx"))
    texts = " ".join(str(cell) for sheet in without for row in sheet.iter_rows(values_only=True) for cell in row)
    assert "okul.org" not in texts and "0532" not in texts
    sheet = with_contacts["Kişiler"]
    assert rows(with_contacts, "Kişiler")[0]["Telefon"] == "0532 000 00 01"
    assert sheet.cell(2, 7).number_format == "@" and rows(with_contacts, "Veri")[0]["E-posta"] == "kisi1@okul.org"
    assert "7" in str(totals(with_contacts)["Kişisel veri"])


def test_namesakes_stay_two_people(tmp_path: Path, turkish: Translate) -> None:
    same = {"given_name": "Ayşe", "family_name": "Yılmaz"}
    people = [
        person(1, **same, label="4-A"),
        person(2, **same, label="4-B"),
        person(3, given_name="Madonna", family_name=None),
    ]
    scope = scope_of([session(1)], people, {(1, 1): "present", (1, 2): "absent", (1, 3): None})
    write_attendance(scope, tmp_path / "a.xlsx", turkish)
    _, values = both(tmp_path / "a.xlsx")
    found = [
        (row["Ad soyad"], row["Ayırt edici bilgi"], row["Katıldı"], row["Katılmadı"]) for row in rows(values, "Kişiler")
    ]
    assert found == [("Ayşe Yılmaz", "4-A", 1, 0), ("Ayşe Yılmaz", "4-B", 0, 1), ("Madonna", None, 0, 0)]
    assert [row["Katılım oranı"] for row in rows(values, "Kişiler")] == [1, 0, None]


def test_cancelled_sessions_are_listed_and_not_counted(tmp_path: Path, turkish: Translate) -> None:
    sessions = [session(1), session(2, status="cancelled", counted=False), session(3, title="Kapanış")]
    write_attendance(scope_of(sessions, [person(1)]), tmp_path / "a.xlsx", turkish)
    _, values = both(tmp_path / "a.xlsx")
    assert [row["Listede"] for row in rows(values, "Oturumlar")] == [1, 0, 1]
    assert [row["Oturum no"] for row in rows(values, "Veri")] == [1, 3]
    assert [str(cell.value) for cell in values["Katılım"][1]][3:5] == [
        "14.03.2026 13:00 1. oturum",
        "28.03.2026 13:00 Kapanış",
    ]
    assert "İptal edilen, işaretleri sayılmayan oturum sayısı: 1" in totals(values)


@pytest.mark.thorough
def test_up_to_500_sessions_side_by_side(tmp_path: Path, turkish: Translate) -> None:
    people = [person(1), person(2)]
    write_attendance(scope_of([session(n) for n in range(1, 501)], people), tmp_path / "a.xlsx", turkish)
    assert len(openpyxl.load_workbook(tmp_path / "a.xlsx")["Katılım"][1]) == 3 + 500 + 8
    write_attendance(scope_of([session(n) for n in range(1, 502)], people), tmp_path / "b.xlsx", turkish)
    _, values = both(tmp_path / "b.xlsx")
    assert values.sheetnames == [name for name in SHEETS if name != "Katılım"]
    assert len(rows(values, "Veri")) == 1002
    (note,) = [label for label in totals(values) if "konmadı" in label]
    assert "Katılım" in note and "500" in note and "501" in note


def test_a_sheet_of_people_by_sessions_with_too_many_cells_is_left_out(
    small: AttendanceScope, tmp_path: Path, turkish: Translate
) -> None:
    write_attendance(small, tmp_path / "a.xlsx", turkish, Options(grid_cells=20))
    _, values = both(tmp_path / "a.xlsx")
    assert "Katılım" not in values.sheetnames
    assert any("kişi sayısı" in label and "konmadı" in label for label in totals(values))


def test_an_empty_scope_is_a_whole_workbook(tmp_path: Path, turkish: Translate) -> None:
    for name, sessions in (("a.xlsx", []), ("b.xlsx", [session(1)])):
        assert write_attendance(scope_of(sessions, []), tmp_path / name, turkish).rows == 0
        _, values = both(tmp_path / name)
        assert values.sheetnames == SHEETS
        assert totals(values)["Kişiler"] == 0 and totals(values)["Toplam katılım ve oranı"] == 0
        assert "Bu oturumların listelerinde henüz kimse yok." in totals(values)
        assert values["Veri"].tables["Veri"].ref == "A1:Q2"


def test_rows_beyond_one_sheet_go_on_on_the_next(small: AttendanceScope, tmp_path: Path, turkish: Translate) -> None:
    write_attendance(small, tmp_path / "a.xlsx", turkish, Options(sheet_rows=8))
    formulas, values = both(tmp_path / "a.xlsx")
    assert [name for name in values.sheetnames if name.startswith("Veri")] == ["Veri", "Veri 2", "Veri 3"]
    assert values.sheetnames[2:5] == ["Veri", "Veri 2", "Veri 3"]
    parts = [rows(values, name) for name in ("Veri", "Veri 2", "Veri 3")]
    assert [len(part) for part in parts] == [8, 8, 5]
    assert [table.name for name in ("Veri", "Veri 2", "Veri 3") for table in values[name].tables.values()] == [
        "Veri",
        "Veri_2",
        "Veri_3",
    ]
    counted = Counter(row["Durum"] for part in parts for row in part)
    assert totals(values)["Katıldı"] == counted["Katıldı"]
    assert str(totals(formulas)["Katıldı"]).count("COUNTIF(") == 3
    assert any("Veri 2, Veri 3" in label for label in totals(values))


def test_totals_that_would_take_minutes_are_plain_numbers(
    small: AttendanceScope, tmp_path: Path, turkish: Translate
) -> None:
    write_attendance(small, tmp_path / "a.xlsx", turkish, Options(formula_cells=100))
    formulas, values = both(tmp_path / "a.xlsx")
    assert rows(formulas, "Kişiler") == rows(values, "Kişiler")
    assert str(totals(formulas)["Katıldı"]).startswith("=")
    assert any("düz sayıdır" in label for label in totals(values))


def test_calamine_reads_the_same(written: Path) -> None:
    book = CalamineWorkbook.from_path(str(written))
    assert book.sheet_names == SHEETS
    head, first, *_ = book.get_sheet_by_name("Veri").to_python()
    row = dict(zip(head, first, strict=True))
    assert (row["Tarih"], row["Başlangıç"], row["Ad soyad"]) == (date(2026, 3, 14), time(13), "İrem Işık")
    summary = {row[0]: row[1] for row in book.get_sheet_by_name("Özet").to_python()}
    assert summary["Kişiler"] == 7


def without_values(path: Path, out: Path) -> None:
    """A copy of a workbook whose formulas have lost their values, so that a reader has to calculate them."""
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, re.sub(rb"(</f>)<v>[^<]*</v>", rb"\1", old.read(name)))


@pytest.mark.thorough
@pytest.mark.needs("soffice")
@pytest.mark.parametrize("sheet_rows", [1_048_575, 8])
def test_libreoffice_calculates_what_is_stored(
    small: AttendanceScope, tmp_path: Path, turkish: Translate, soffice: Callable[[Path, str], Path], sheet_rows: int
) -> None:
    people = [person(n) for n in range(1, 8)] + [person(8, family_name="[#'@]", label="=1+1")]
    scope = scope_of([session(1, title="[Açılış] #1 '@"), session(2), session(3)], people)
    path, bare = tmp_path / "a.xlsx", tmp_path / "bare.xlsx"
    write_attendance(scope, path, turkish, Options(sheet_rows=sheet_rows))
    without_values(path, bare)
    stored = openpyxl.load_workbook(path, data_only=True)
    calculated = openpyxl.load_workbook(soffice(bare, "xlsx"), data_only=True)
    for sheet in stored:
        again = calculated[sheet.title]
        for row in sheet.iter_rows():
            for cell in row:
                other = again[cell.coordinate].value
                expected = pytest.approx(cell.value) if isinstance(cell.value, float) else cell.value
                assert (other or None) == expected or (other or 0) == expected, f"{sheet.title}!{cell.coordinate}"


@pytest.mark.thorough
@pytest.mark.needs("soffice")
def test_ods_holds_the_same_values(
    small: AttendanceScope, tmp_path: Path, turkish: Translate, soffice: Callable[[Path, str], Path]
) -> None:
    people = [person(n) for n in range(1, 7)] + [person(7, institution="=1+1", subject="iki  boşluk\nsatır")]
    scope = scope_of([session(1), session(2)], people)
    write_attendance(scope, tmp_path / "a.xlsx", turkish)
    report = write_attendance(scope, tmp_path / "a.ods", turkish)
    assert (report.rows, report.people) == (14, 7)
    stored = openpyxl.load_workbook(tmp_path / "a.xlsx", data_only=True)
    reread = openpyxl.load_workbook(soffice(tmp_path / "a.ods", "xlsx"), data_only=True)
    assert reread.sheetnames == SHEETS
    for name in SHEETS[1:6]:
        assert rounded(reread, name) == rounded(stored, name)
    assert totals(reread)["Katıldı"] == totals(stored)["Katıldı"]
    # LibreOffice without a window drops what stays in view, so that is looked up in the file itself.
    settings = ET.fromstring(zipfile.ZipFile(tmp_path / "a.ods").read("settings.xml"))
    name = "{urn:oasis:names:tc:opendocument:xmlns:config:1.0}name"
    frozen = {
        entry.get(name): [item.text for item in entry if str(item.get(name)).endswith("SplitPosition")]
        for entry in settings.iter()
        if entry.get(name) in SHEETS and len(entry)
    }
    assert frozen == {"Katılım": ["2", "1"], "Veri": ["0", "1"], "Oturumlar": ["3", "1"], "Kişiler": ["2", "1"]}


def test_ods_begins_with_its_type(small: AttendanceScope, tmp_path: Path, turkish: Translate) -> None:
    write_attendance(small, tmp_path / "a.ods", turkish)
    assert (tmp_path / "a.ods").read_bytes()[30:84] == b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet"


def test_csv_has_the_rows(small: AttendanceScope, tmp_path: Path, turkish: Translate) -> None:
    write_attendance(small, tmp_path / "a.csv", turkish)
    raw = (tmp_path / "a.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    head, first, *rest = raw.decode("utf-8-sig").split("\r\n")
    assert head.startswith("Oturum no;Atölye;Oturum;Tarih;")
    assert first.startswith("1;Eleştirel Düşünme;1. oturum;14.03.2026;13:00;16:00;Iğdır;1;İrem Işık;")
    assert len(rest) == 21


def test_it_can_be_stopped_and_tells_how_far_it_is(tmp_path: Path, turkish: Translate) -> None:
    scope = scope_of([session(n) for n in range(1, 301)], [person(n) for n in range(1, 21)])
    told: list[tuple[int, int]] = []
    write_attendance(scope, tmp_path / "a.xlsx", turkish, watch=Watch(lambda done, total: told.append((done, total))))
    assert told[1:3] == [(1, 300), (2, 300)] and told[-1] == (300, 300)
    with pytest.raises(Cancelled):
        write_attendance(scope, tmp_path / "b.xlsx", turkish, watch=Watch(cancelled=lambda: True))
    assert [path.name for path in tmp_path.iterdir()] == ["a.xlsx"]


def test_a_large_workbook_takes_the_quick_way_and_holds_the_same(tmp_path: Path, turkish: Translate) -> None:
    """Above some thousand rows the cells of a person and a session are made once; the rows must be no others."""
    scope = scope_of([session(n) for n in range(1, 200)], [person(n) for n in range(1, 20)])
    write_attendance(scope, tmp_path / "large.xlsx", turkish)
    write_attendance(replace(scope, mark_count=0), tmp_path / "small.xlsx", turkish)
    large, few = (
        openpyxl.load_workbook(tmp_path / name, data_only=True)["Veri"] for name in ("large.xlsx", "small.xlsx")
    )
    assert list(large.iter_rows(values_only=True)) == list(few.iter_rows(values_only=True))
    formats = [[cell.number_format for cell in sheet[2] if cell.value is not None] for sheet in (large, few)]
    assert formats[0] == formats[1]


def test_a_status_of_a_newer_version_is_shown_as_it_is(tmp_path: Path, turkish: Translate) -> None:
    scope = scope_of([session(1)], [person(1)], {(1, 1): "half"})
    write_attendance(scope, tmp_path / "a.xlsx", turkish)
    _, values = both(tmp_path / "a.xlsx")
    assert rows(values, "Veri")[0]["Durum"] == "half"
    assert rows(values, "Kişiler")[0]["Listede"] == 1


def test_marks_may_be_plain_tuples_of_people_who_come_late(tmp_path: Path, turkish: Translate) -> None:
    """Only some are on the list of a session: the others' cells stay empty and are not counted."""
    first, second, one, two = session(1), session(2), person(1), person(2)
    found = [mark(first, one, "present"), mark(second, one, "absent"), mark(second, two, "present")]
    scope = replace(scope_of([first, second], [one, two]), marks=lambda: [found])
    write_attendance(scope, tmp_path / "a.xlsx", turkish)
    _, values = both(tmp_path / "a.xlsx")
    assert [row[3:5] for row in values["Katılım"].iter_rows(min_row=2, values_only=True)] == [("K", "Y"), (None, "K")]
    assert [row["Listede"] for row in rows(values, "Katılım")] == [2, 1]
