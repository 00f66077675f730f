"""Dates, phones and names as people write them."""

from datetime import date, datetime

import pytest

from tn_desktop.exchange.names import looks_like_name, split_name
from tn_desktop.exchange.reading.book import Cell
from tn_desktop.exchange.values import day, find_phones, find_when, phone_text, split_place
from tn_desktop.model.errors import FieldError


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("14.03.2026", (14, 3, 2026, None)), ("14/3/26", (14, 3, 2026, None)),
        ("2026-03-14", (14, 3, 2026, None)), ("12 Mart 2026", (12, 3, 2026, None)),
        ("7/8 Feb", (7, 2, None, None)), ("Feb 7, 2026", (7, 2, 2026, None)), ("7-8 Şubat", (7, 2, None, None)),
        ("14.03", (14, 3, None, None)),
        ("Oturum 2 - 14.03.2026 13:00", (14, 3, 2026, "13:00")),
        ("14.03.2026 Cumartesi 13.30", (14, 3, 2026, "13:30")), ("3 June?", (3, 6, None, None)),
        (date(2026, 3, 14), (14, 3, 2026, None)), (datetime.fromisoformat("2026-03-14T13:00"),
        (14, 3, 2026, "13:00")),
    ],
)  # fmt: skip
def test_dates(cell: Cell, expected: tuple[int, int, int | None, str | None]) -> None:
    when = find_when(cell)
    assert when is not None and (when.day, when.month, when.year, when.time) == expected


@pytest.mark.parametrize(
    "cell", ["13:00", "9/A", "31.02.2026", "2. Oturum", "Grup 1/2", "Mart", None, True, "", "Hafta 3"]
)
def test_no_dates(cell: Cell) -> None:
    assert find_when(cell) is None


def test_a_day_is_refused_where_it_has_no_one_meaning() -> None:
    assert day("date", 46095) == "2026-03-14" and day("date", None) is None
    for wrong in ("7/8 Feb", "yarın", 5):
        with pytest.raises(FieldError):
            day("date", wrong)


@pytest.mark.parametrize("cell", ["5.3E+09", "5,32E+09", "5.3e9", 5300000000])
def test_phones_that_lost_digits_are_refused(cell: Cell) -> None:
    with pytest.raises(FieldError, match="has lost digits"):
        phone_text("phone", cell)


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (5321234567, "5321234567"), ("Tel: 0532 123 45 67", "0532 123 45 67"), ("'05321234567", "05321234567"),
        ("-", ""), ("yok", ""), (None, ""),
    ],
)  # fmt: skip
def test_phones_as_text(cell: Cell, text: str) -> None:
    assert phone_text("phone", cell) == text


def test_phones_within_text() -> None:
    for text in (
        "Ayşe - 0532 111 22 33",
        "+90 532 111 22 33",
        "0(532)1112233",
        "(0532) 111-22-33",
        "14.03.2026 0532 111 22 33",
    ):
        ((start, end),) = find_phones(text)
        assert text[start:end].endswith(("22 33", "2233", "22-33"))
    assert find_phones("14.03.2026 13:00") == []


@pytest.mark.parametrize(
    ("text", "given", "family"),
    [
        ("Ayşe Yılmaz", "Ayşe", "Yılmaz"), ("Ayşe Nur Yılmaz", "Ayşe Nur", "Yılmaz"),
        ("Yılmaz, Ayşe Nur", "Ayşe Nur", "Yılmaz"),
        ("Ayşe YILMAZ DEMİR", "Ayşe", "YILMAZ DEMİR"), ("YILMAZ Ayşe", "Ayşe", "YILMAZ"),
        ("AYŞE YILMAZ", "AYŞE", "YILMAZ"),
        ("Fatma Kaya Öztürk", "Fatma", "Kaya Öztürk"), ("Ludwig van der Berg", "Ludwig", "van der Berg"),
        ("Madonna", "Madonna", ""),
        ("1) Ayşe Yılmaz", "Ayşe", "Yılmaz"), ("• Ali Ağaoğlu Kaya", "Ali", "Ağaoğlu Kaya"),
        ("Ayşe Yılmaz (6-A)", "Ayşe", "Yılmaz"),
        ("Jean-Luc D’Arcy", "Jean-Luc", "D’Arcy"), ("  Ayşe   Yılmaz ", "Ayşe", "Yılmaz"),
    ],
)  # fmt: skip
def test_names_in_their_parts(text: str, given: str, family: str) -> None:
    name = split_name(text)
    assert (name.given, name.family) == (given, family)


def test_what_stands_in_brackets_tells_namesakes_apart() -> None:
    assert split_name("Ayşe Yılmaz (6-A)").label == "6-A"


def test_what_is_shaped_like_a_name() -> None:
    assert all(map(looks_like_name, ("Ayşe", "A. Kadir Işık", "O’Neil D'Arcy", "Welat Şêxo", "محمد علي")))
    assert not any(map(looks_like_name, ("0532", "Ayşe 0532", "a@b.org", "", "bir iki üç dört beş altı yedi")))


def test_places_parted() -> None:
    assert (
        split_place("İzmir / Konak")
        == ("İzmir", "Konak")
        == split_place("İzmir (Konak)")
        == split_place("İzmir-Konak".replace("-", " - "))
    )
