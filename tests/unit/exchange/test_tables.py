"""Finding tables on sheets: titles, headings in two rows, blocks, totals, feet, lists side by side."""

from collections.abc import Sequence
from datetime import date

import pytest

from tn_desktop.exchange.drafts import NO_NAME, drafts
from tn_desktop.exchange.mapping import guess_mapping
from tn_desktop.exchange.reading.book import Cell, RawSheet
from tn_desktop.exchange.tables import Table, find_tables

N = None
NAMES = ("Ayşe Yılmaz", "Mehmet Demir", "Işıl Çelik", "Zeynep Nur Öztürk", "Ömer Şahin", "Gülşah İnce")
Rows = Sequence[tuple[Cell, ...]]


def found(rows: Rows, merged: tuple[tuple[int, int, int, int], ...] = ()) -> list[Table]:
    return find_tables(RawSheet("Sayfa1", list(rows), merged))


def people(rows: Rows) -> list[list[str]]:
    return [[draft.name for draft in drafts(table, guess_mapping(table))] for table in found(rows)]


def listed(*extra: Cell) -> list[tuple[Cell, ...]]:
    return [(name, *extra) for name in NAMES]


def test_a_title_block_and_empty_rows_stand_above_the_headings() -> None:
    (table,) = found([("T.C.",), ("Örnek Valiliği",), (), (N, N, "Ad Soyad", "Okul"), *[(N, N, n, "x") for n in NAMES]])
    assert (table.title, table.first_row, [c.letter for c in table.columns]) == ("T.C.\nÖrnek Valiliği", 4, ["C", "D"])
    assert [row.number for row in table.rows] == [5, 6, 7, 8, 9, 10]


@pytest.mark.parametrize(
    ("heads", "expected"),
    [
        ([("Ad Soyad", "Pzt", "Sal"), (N, 2, 3)], ["Ad Soyad", "Pzt 2", "Sal 3"]),
        ([(N, "Cmt", "Cmt"), ("Ad Soyad", "14.03", "21.03")], ["Ad Soyad", "Cmt 14.03", "Cmt 21.03"]),
        ([(N, "Mart", N), ("Ad Soyad", 14, 21)], ["Ad Soyad", "Mart 14", "Mart 21"]),
        (
            [(N, "OTURUMLAR", N), ("Ad Soyad", "1. Oturum", "2. Oturum")],
            ["Ad Soyad", "OTURUMLAR 1. Oturum", "OTURUMLAR 2. Oturum"],
        ),
    ],
)
def test_two_rows_of_headings_are_one(heads: list[tuple[Cell, ...]], expected: list[str]) -> None:
    (table,) = found([*heads, *listed("+", "-")])
    assert [column.header for column in table.columns] == expected
    assert len(table.rows) == len(NAMES)


def test_a_merged_group_gives_its_columns_their_sense() -> None:
    rows: Rows = [
        ("Kişi", N, "Okul", N),
        ("Adı", "Soyadı", "Adı", "İli"),
        ("Ayşe", "Yılmaz", "Gazi Ortaokulu", "İzmir"),
    ]
    (table,) = found(rows, ((0, 0, 0, 1), (0, 2, 0, 3)))
    (draft,) = drafts(table, guess_mapping(table))
    assert draft.values == {
        "given_name": "Ayşe", "family_name": "Yılmaz", "institution": "Gazi Ortaokulu", "province": "İzmir",
    }  # fmt: skip


def test_blocks_with_their_class_in_a_title_line() -> None:
    rows: Rows = [("Ad Soyad", "Telefon"), ("9/A Sınıfı",), *listed("x")[:3], ("9/B Sınıfı",), *listed("x")[3:]]
    one, two = found(rows)
    assert (one.title, len(one.rows), two.title, len(two.rows)) == ("9/A Sınıfı", 3, "9/B Sınıfı", 3)
    assert dict(one.dropped) == {2: "title"} and dict(two.dropped) == {6: "title"}


def test_blocks_with_a_province_in_a_title_line_and_headings_again() -> None:
    rows: Rows = [
        ("İZMİR",),
        ("Ad Soyad", "Okul"),
        *listed("x")[:3],
        (),
        ("VAN",),
        ("Ad Soyad", "Okul"),
        *listed("x")[3:],
    ]
    assert [(table.title, len(table.rows)) for table in found(rows)] == [("İZMİR", 3), ("VAN", 3)]


def test_headings_repeated_on_each_page_are_no_rows() -> None:
    (table,) = found([("No", "Ad Soyad"), (1, NAMES[0]), ("No", "Ad Soyad"), (2, NAMES[1])])
    assert [row.number for row in table.rows] == [2, 4] and table.dropped == ((3, "repeated_header"),)


@pytest.mark.parametrize(
    "total",
    [
        ("Toplam", 6, 6), (N, 6, 6), ("TOPLAM", "6", "6"), ("Genel Toplam", N, 12), ("Katılan Sayısı", 6, 0),
        ("Katılmayan", 0, 6),
        ("Ortalama", 5.5, N), ("%", 100, 50), ("TOTAL", 6, 6), ("Katılım Oranı", "%100", "%50"), ("Mevcut: 6",),
    ],
)  # fmt: skip
def test_totals_are_no_people(total: tuple[Cell, ...]) -> None:
    rows: Rows = [("Ad Soyad", "14.03", "21.03"), *listed("+", "-"), total]
    assert people(rows) == [list(NAMES)]


@pytest.mark.parametrize(
    "foot",
    [
        [(), (N, "Düzenleyen"), (N, "Mehmet Demir"), (N, "Okul Müdürü")],
        [("Not: Liste değişebilir.",)],
        [(), (N, N, N, "İmza")],
        [(7,), (8,), (9,)],
        [(), (N, "Ahmet Yılmaz"), (N, "Kolaylaştırıcı")],
    ],
)
def test_the_foot_of_a_list_is_no_person(foot: list[tuple[Cell, ...]]) -> None:
    rows: Rows = [("No", "Ad Soyad", "Okul", "Branş"), *[(n, name, "x", "y") for n, name in enumerate(NAMES, 1)], *foot]
    assert people(rows) == [list(NAMES)]


WITHOUT_NAME: Sequence[tuple[Cell, ...]] = (
    (N, N, "Gazi Ortaokulu", N, N), (7, N, "Gazi Ortaokulu", N, N), (N, N, N, "+", "-"), (N, N, N, N, "-"),
    (7, N, N, "+", N), (7, N, N, 1, 0), (N, N, "Gazi Ortaokulu", 1, N), (7, N, "Gazi Ortaokulu", "+", "-"),
    (7, "-", "Gazi Ortaokulu", "+", N),
)  # fmt: skip


@pytest.mark.parametrize("lacking", WITHOUT_NAME)
@pytest.mark.parametrize("place", [0, 3, 6])
def test_a_row_with_marks_or_a_school_whose_name_is_missing_is_refused(lacking: tuple[Cell, ...], place: int) -> None:
    listing: list[tuple[Cell, ...]] = [(n, name, "Atatürk Ortaokulu", "+", "-") for n, name in enumerate(NAMES, 1)]
    listing.insert(place, lacking)
    (table,) = found([("No", "Ad Soyad", "Okul", "14.03.2026", "21.03.2026"), *listing, (N, "Toplam", N, 6, 0)])
    rows = list(drafts(table, guess_mapping(table)))
    assert [draft.number for draft in rows if draft.problems] == [place + 2] and len(rows) == len(NAMES) + 1
    assert [problem.message for problem in rows[place].problems] == [NO_NAME]
    assert table.dropped == ((9, "total"),)


@pytest.mark.parametrize("lacking", [("14.03.2026", N, "Katıldı"), (date(2026, 3, 14), N, "Gelmedi")])
def test_a_row_of_one_session_whose_name_is_missing_is_refused(lacking: tuple[Cell, ...]) -> None:
    listing: list[tuple[Cell, ...]] = [(lacking[0], name, "Katıldı") for name in NAMES]
    (table,) = found([("Tarih", "Ad Soyad", "Durum"), *listing, lacking])
    rows = list(drafts(table, guess_mapping(table)))
    assert [(draft.number, draft.problems[0].message) for draft in rows if draft.problems] == [(8, NO_NAME)]


@pytest.mark.parametrize(
    "rest",
    [
        [(N, N, N, 6, 0)], [(N, N, N, "6", "0")], [(N, N, N, 1, 0)], [(7, N, N, 0, 0)], [(7,), (8,)], [(N, N, N, 6, N)],
        [(N, N, "Düzenleyen", N, "İmza")], [(), (N, N, "Ali Kaya", N, N), (N, N, "Okul Müdürü", N, N)],
        [(N, N, "Ali Kaya", "Can Su"), (N, N, "Okul Müdürü", "Kolaylaştırıcı")], [(N, N, "Toplam", 6, 0)],
        [(), (N, N, N, "İmza")], [("Gazi Ortaokulu",)], [(7, N, N, "14.03.2026")], [(N, N, N, "%100", "%50")],
    ],
)  # fmt: skip
def test_what_stands_under_the_marks_is_no_row_without_a_name(rest: list[tuple[Cell, ...]]) -> None:
    listing: list[tuple[Cell, ...]] = [(n, name, "Atatürk Ortaokulu", "+", "-") for n, name in enumerate(NAMES, 1)]
    rows: Rows = [("No", "Ad Soyad", "Okul", "14.03.2026", "21.03.2026"), *listing, *rest]
    assert people(rows) == [list(NAMES)]


def test_a_school_over_its_people_is_their_title() -> None:
    rows: Rows = [
        ("No", "Ad Soyad", "Okul", "Branş"),
        (N, N, "Gazi Ortaokulu"),
        *[(n, name, N, "Fen") for n, name in enumerate(NAMES[:3], 1)],
        (N, N, "Atatürk Ortaokulu"),
        *[(n, name, N, "Fen") for n, name in enumerate(NAMES[3:], 1)],
    ]
    assert people(rows) == [list(NAMES[:3]), list(NAMES[3:])]


def test_a_person_added_under_a_gap_is_a_person() -> None:
    rows: Rows = [
        ("No", "Ad Soyad", "Okul", "Branş"),
        *[(n, name, "x", "y") for n, name in enumerate(NAMES, 1)],
        (),
        (N, "Can Su"),
    ]
    assert people(rows) == [[*NAMES, "Can Su"]]


def test_a_subject_called_history_is_not_a_date_in_the_foot() -> None:
    rows: Rows = [("Branş", "Ad Soyad", "İmza"), ("Tarih", NAMES[0]), ("Müdür", NAMES[1])]
    assert people(rows) == [list(NAMES[:2])]


@pytest.mark.parametrize("gap", [(), (N,), (N, N)])
def test_two_tables_side_by_side(gap: tuple[None, ...]) -> None:
    head = ("No", "Ad Soyad", "Telefon")
    left, right = NAMES[:3], NAMES[3:]
    rows: list[tuple[Cell, ...]] = [(), (N, *head, *gap, *head)]
    rows += [
        (N, n, a, "0532 111 22 33", *gap, n, b, "0533 111 22 33")
        for n, (a, b) in enumerate(zip(left, right, strict=True), 1)
    ]
    assert people(rows) == [list(left), list(right)]


def test_columns_that_are_each_a_list_under_a_title() -> None:
    rows: Rows = [("İzmir", "Van"), *zip(NAMES[:3], NAMES[3:], strict=True)]
    assert people(rows) == [list(NAMES[:3]), list(NAMES[3:])]
    assert [table.title for table in found(rows)] == ["İzmir", "Van"]


def test_spread_columns_of_a_school_form_are_one_table() -> None:
    rows: Rows = [
        ("S.No", N, "Adı", N, N, "Soyadı", N, "Görevi"),
        (1, N, "AYŞE", N, N, "YILMAZ", N, "Öğretmen"),
        (2, N, "ALİ", N, N, "KAYA", N, "Öğretmen"),
    ]
    assert people(rows) == [["AYŞE YILMAZ", "ALİ KAYA"]]


@pytest.mark.parametrize("rows", [[(name,) for name in NAMES], [(n, name) for n, name in enumerate(NAMES, 1)]])
def test_a_list_without_headings(rows: list[tuple[Cell, ...]]) -> None:
    assert people(rows) == [list(NAMES)]
    assert people([("Katılımcı Listesi",), (), *rows]) == [list(NAMES)]


def test_names_under_an_empty_heading() -> None:
    assert people([("Sıra", N, "Telefon"), *[(n, name, "0532 111 22 33") for n, name in enumerate(NAMES, 1)]]) == [
        list(NAMES)
    ]


def test_a_sheet_of_numbers_names_nobody() -> None:
    tables = found([("Tarih", "Sayı"), (date(2026, 3, 14), 5), (date(2026, 3, 21), 7)])
    assert not any(guess_mapping(table).names_people for table in tables)
    assert found([]) == [] == found([(), ()])
