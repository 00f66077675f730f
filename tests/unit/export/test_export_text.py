"""What users type stays what it is in every format, whatever it begins with and whatever it holds."""

import csv
import io
import zipfile
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from tn_desktop.exchange.export import safe
from tn_desktop.exchange.export.layout import (
    Choices,
    Column,
    Kind,
    lines_of,
    reference,
    table_name,
    unique_headings,
)
from tn_desktop.exchange.export.lists import ListScope, write_list
from tn_desktop.exchange.export.scope import Report
from tn_desktop.exchange.export.xlsx_rows import letters, serial
from tn_desktop.model.messages import Translate, untranslated

FORMULAS = (
    '=HYPERLINK("http://example.org";"tıkla")',
    "=1+1",
    "+90 532 000 00 00",
    "-1",
    "@SUM(A1)",
    "\t=1+1",
    "\r=1+1",
    "'tırnak",
    "＝1+1",
    "=cmd|' /C calc'!A0",
)
AWKWARD = (
    "a & b < c > d \"e\" 'f'",
    " kenarda boşluk ",
    "iki  boşluk",
    "satır\nsonu",
    "_x0041_",
    "]]>",
    "İIıiŞşĞğ ê î û é ə q w x ’ ʼ",
    "مدرسة",
    "👩‍🏫",
    "00123",
    "1/2",
)


def list_of(columns: Sequence[Column], rows: Sequence[Sequence[Any]], **fields: object) -> ListScope:
    made_up = {"name": "Kişiler", "organisation": "Öğretmen Ağı", "made_at": datetime(2026, 3, 14, 17, 30, tzinfo=UTC)}
    return ListScope(**(made_up | {"columns": tuple(columns), "rows": lambda: rows} | fields))  # type: ignore[arg-type]


def texts(values: Iterable[str]) -> ListScope:
    return list_of([Column("number", "No", Kind.ORDINAL), Column("text", "Metin")], list(enumerate(values, 1)))


@pytest.mark.parametrize("text", [*FORMULAS, *AWKWARD])
def test_text_in_xlsx_stays_text(text: str, tmp_path: Path) -> None:
    write_list(texts([text]), tmp_path / "a.xlsx", untranslated)
    cell = openpyxl.load_workbook(tmp_path / "a.xlsx")["Kişiler"]["B2"]
    assert cell.data_type == "s"
    assert cell.value == text.replace("\r", "\n")
    assert cell.quotePrefix == (text in FORMULAS)
    read = CalamineWorkbook.from_path(str(tmp_path / "a.xlsx")).get_sheet_by_name("Kişiler").to_python()[1][1]
    assert str(read).strip() == text.replace("\r", "\n").strip()


@pytest.mark.needs("soffice")
@pytest.mark.parametrize("kind", ["xlsx", pytest.param("ods", marks=pytest.mark.thorough)])
def test_libreoffice_shows_what_was_typed(kind: str, tmp_path: Path, soffice: Callable[[Path, str], Path]) -> None:
    typed = [*FORMULAS, *AWKWARD]
    write_list(texts(typed), tmp_path / f"a.{kind}", untranslated)
    shown = soffice(tmp_path / f"a.{kind}", "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true").read_bytes()
    rows = list(csv.reader(io.StringIO(shown.decode(), newline="")))
    # LibreOffice knows no tabs in cells of its own format.
    expected = [text.replace("\r", "\n").strip("\n").replace("\t", " " if kind == "ods" else "\t") for text in typed]
    assert [row[1].strip("\n") for row in rows[1:]] == expected


@pytest.mark.parametrize("text", FORMULAS)
def test_text_in_csv_never_begins_like_a_formula(text: str, tmp_path: Path, turkish: Translate) -> None:
    write_list(texts([text]), tmp_path / "a.csv", turkish)
    content = (tmp_path / "a.csv").read_bytes().decode("utf-8-sig")
    (_, [_, cell]) = csv.reader(io.StringIO(content, newline=""), delimiter=";")
    assert cell == "'" + text.replace("\r", "\n")


def test_csv_in_each_language(tmp_path: Path, turkish: Translate) -> None:
    columns = [
        Column("a", "A;B"),
        Column("b", "Oran", Kind.PERCENT),
        Column("c", "Gün", Kind.DATE),
        Column("d", "An", Kind.MOMENT),
    ]
    rows = [["x;y,z", 0.85, date(1899, 1, 2), datetime(2026, 3, 14, 9, 5)], [None, 1, None, time(9, 5)]]  # noqa: DTZ001
    write_list(list_of(columns, rows), tmp_path / "tr.csv", turkish)
    write_list(list_of(columns, rows), tmp_path / "en.csv", untranslated)
    assert (tmp_path / "tr.csv").read_bytes().decode("utf-8-sig").split("\r\n") == [
        '"A;B";Oran;Gün;An',
        '"x;y,z";0,85;02.01.1899;14.03.2026 09:05',
        ";1;;09:05",
        "",
    ]
    assert '"x;y,z"' not in (tmp_path / "en.csv").read_text(encoding="utf-8-sig").splitlines()[0]
    assert (tmp_path / "en.csv").read_text(encoding="utf-8-sig").splitlines()[
        1
    ] == "x;y,z,0.85,02.01.1899,14.03.2026 09:05".replace("x;y,z", '"x;y,z"')


@given(st.text(max_size=40))
def test_any_text_survives_as_xml_can_hold_it(text: str) -> None:
    kept = safe.plain(text)
    for char in kept:
        assert char in "\n\t" or ord(char) >= 32
    plain = "".join(
        c
        for c in text
        if c in "\t\n\r\u2028\u2029"
        or (ord(c) >= 32 and not 0xD800 <= ord(c) <= 0xDFFF and ord(c) not in (0xFFFE, 0xFFFF))
    )
    assert kept.replace("\n", "") == plain.replace("\r", "").replace("\n", "").replace("\u2028", "").replace(
        "\u2029", ""
    )
    if safe.is_simple(text):
        assert safe.xlsx(kept) == text and not safe.is_risky(text) and not safe.keeps_space(text)


def test_a_cell_takes_32767_characters(tmp_path: Path) -> None:
    long = "ğ" * 40_000
    emoji = "👩" * 20_000
    write_list(texts([long, emoji]), tmp_path / "a.xlsx", untranslated)
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx")["Kişiler"]
    assert sheet["B2"].value == "ğ" * 32_766 + "…"
    assert len(str(sheet["B3"].value).encode("utf-16-le")) // 2 <= 32_767 and str(sheet["B3"].value).endswith("👩…")


def test_kinds_of_a_list(tmp_path: Path, turkish: Translate) -> None:
    columns = [
        Column("name", "Ad"),
        Column("phone", "Telefon", Kind.PHONE),
        Column("day", "Kuruluş tarihi", Kind.DATE),
        Column("count", "Sayı", Kind.NUMBER),
        Column("status", "Durum", Kind.CHOICE, choices="status"),
        Column("notes", "Notlar", Kind.LONG, width=40),
    ]
    long = "uzun not " * 60
    rows = [
        ["Ağ", "0532 000 00 01", date(2026, 3, 14), 3, "Etkin", long],
        ["Eski", None, date(1850, 1, 2), 0, None, None],
    ]
    lists = {"status": ("Durum", ["Etkin", "Kapandı"]), "unused": ("Başka", ["x"])}
    scope = list_of(columns, rows, lists=lists, people=0, row_count=2, name="Topluluklar")
    assert write_list(scope, tmp_path / "a.xlsx", turkish) == Report(tmp_path / "a.xlsx", 2, 0)
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    assert book.sheetnames == ["Topluluklar", "Listeler", "Bilgi"]
    sheet = book["Topluluklar"]
    assert [cell.value for cell in sheet[2]][:5] == ["Ağ", "0532 000 00 01", datetime(2026, 3, 14), 3, "Etkin"]  # noqa: DTZ001
    assert [cell.value for cell in sheet[3]] == ["Eski", None, "02.01.1850", 0, None, None]
    assert [cell.number_format for cell in sheet[2]][1:4] == ["@", "dd.mm.yyyy", "0"]
    height = sheet.row_dimensions[2].height
    assert sheet["F2"].alignment.wrap_text and height is not None and 100 < height <= 409
    assert [cell.value for cell in book["Listeler"][1]] == ["Durum"]
    assert sheet.freeze_panes == "B2" and set(sheet.tables) == {"Topluluklar"}


def test_an_empty_list(tmp_path: Path, turkish: Translate) -> None:
    for kind in ("xlsx", "ods", "csv"):
        assert write_list(texts([]), tmp_path / f"a.{kind}", turkish).rows == 0
    assert openpyxl.load_workbook(tmp_path / "a.xlsx")["Kişiler"].tables["Kisiler"].ref == "A1:B2"
    assert len(CalamineWorkbook.from_path(str(tmp_path / "a.ods")).get_sheet_by_name("Kişiler").to_python()) == 1


def test_a_list_goes_on_on_a_second_sheet(tmp_path: Path, turkish: Translate) -> None:
    for kind in ("xlsx", "ods"):
        write_list(texts("abcde"), tmp_path / f"a.{kind}", turkish, sheet_rows=2)
        book = CalamineWorkbook.from_path(str(tmp_path / f"a.{kind}"))
        assert book.sheet_names[:3] == ["Kişiler", "Kişiler 2", "Kişiler 3"]
        assert book.get_sheet_by_name("Kişiler 3").to_python()[1] == [5.0, "e"]


def test_the_same_list_is_the_same_bytes(tmp_path: Path) -> None:
    """Nothing in a file depends on the order of a set or the address of an object."""
    for name in ("a.xlsx", "b.xlsx"):
        write_list(texts([*FORMULAS, *AWKWARD]), tmp_path / name, untranslated)
    parts = [
        {n: zipfile.ZipFile(tmp_path / f).read(n) for n in zipfile.ZipFile(tmp_path / f).namelist()}
        for f in ("a.xlsx", "b.xlsx")
    ]
    assert parts[0] == parts[1]


def test_serials_are_those_of_a_spreadsheet() -> None:
    assert serial(date(2026, 3, 14)) == 46095
    assert serial(date(1900, 3, 1)) == 61 and serial(date(1900, 2, 28)) is None
    assert serial(time(13, 0)) == pytest.approx(13 / 24)
    assert serial(datetime(2026, 3, 14, 12)) == 46095.5  # noqa: DTZ001
    assert serial(datetime(1899, 1, 1)) is None  # noqa: DTZ001


def test_names_of_columns_tables_and_headings() -> None:
    assert [letters(n) for n in (0, 25, 26, 701, 702, 16383)] == ["A", "Z", "AA", "ZZ", "AAA", "XFD"]
    assert [table_name(n) for n in ("Kişiler", "Katılım 2", "الأشخاص", "2026")] == [
        "Kisiler", "Katilim_2", "Table_d8a7d984d8a7d8b4", "Table_32303236",
    ]  # fmt: skip
    assert unique_headings(["a", "A", "b", "a"]) == ["a", "A (2)", "b", "a (3)"]
    assert reference("T", "a]b", this_row=True, to="c'd") == "T[[#This Row],[a']b]:[c''d]]"
    assert reference("T", "No") == "T[No]"
    assert [lines_of(text, 10) for text in ("", "kısa", "iki sözcük var", "a\nb", "x" * 25)] == [1, 1, 2, 2, 3]


def test_a_choices_list_has_a_name() -> None:
    assert Choices("Listeler").range_name("status") == "list_status"
