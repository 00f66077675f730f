"""What people type, brought to the form that is stored, or refused."""

from collections.abc import Callable

import pytest

from tn_desktop.model import normalise
from tn_desktop.model.errors import FieldError
from tn_desktop.model.places import districts, find_province, province_name, provinces


@pytest.mark.parametrize(
    ("text", "stored"),
    [
        ("0532 123 45 67", "+905321234567"),
        ("532 123 4567", "+905321234567"),
        ("(0532) 123-45-67", "+905321234567"),
        ("905321234567", "+905321234567"),
        ("+90 532 123 45 67", "+905321234567"),
        ("0090 532 123 45 67", "+905321234567"),
        ("5321234567.0", "+905321234567"),
        ("0212 555 11 22", "+902125551122"),
        ("+49 30 901820", "+4930901820"),
        ("\u202a+90\u00a0532 123 45 67\u202c", "+905321234567"),
    ],
)
def test_phones(text: str, stored: str) -> None:
    assert normalise.phone("phone", text) == stored


def test_a_phone_is_read_in_its_country() -> None:
    assert normalise.phone("phone", "030 901820", "DE") == "+4930901820"


def test_phones_are_shown_as_people_write_them() -> None:
    assert normalise.show_phone("+905321234567") == "0532 123 45 67"
    assert normalise.show_phone("+4930901820") == "+49 30 901820"
    assert normalise.show_phone(None) == ""


@pytest.mark.parametrize(
    ("read", "text"),
    [
        (normalise.phone, "5.3E+09"),
        (normalise.phone, "5,32123E+09"),
        (normalise.phone, "12345"),
        (normalise.phone, "yok"),
        (normalise.phone, "0532 123 45 67 (anne)"),
        (normalise.email, "ayse@okul"),
        (normalise.email, "ayse okul.org"),
        (normalise.province, "Atlantis"),
        (normalise.province, "TR-99"),
        (normalise.day, "31.02.2026"),
        (normalise.day, "14.03.26"),
        (normalise.day, "14.03.0206"),
        (normalise.day, "2926-03-14"),
        (normalise.moment, "14.03.0206 13:00"),
        (normalise.moment, "14.03.2026"),
        (normalise.moment, "14.03.2026 25:00"),
        (normalise.zone, "Mars/Olympus"),
        (normalise.zone, "../etc/passwd"),
        (normalise.number, "-1"),
        (normalise.number, "1,5"),
        (normalise.flag, "belki"),
        (normalise.country, "Türk"),
    ],
)
def test_what_has_no_one_meaning_is_refused(read: Callable[[str, str], object], text: str) -> None:
    with pytest.raises(FieldError) as caught:
        read("field", text)
    assert caught.value.field == "field"
    assert text.split()[0] in caught.value.text(lambda _context, message: message)


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("İstanbul", "TR-34"),
        ("ISTANBUL", "TR-34"),
        ("istanbul ili", "TR-34"),
        ("34", "TR-34"),
        ("tr-34", "TR-34"),
        ("Urfa", "TR-63"),
        ("Maraş", "TR-46"),
        ("İçel", "TR-33"),
        ("06", "TR-06"),
        ("6", "TR-06"),
        ("DE-BE", "DE-BE"),
        ("IĞDIR", "TR-76"),
        ("igdir", "TR-76"),
    ],
)
def test_provinces_by_any_of_their_names(text: str, iso: str) -> None:
    assert find_province(text) == iso


def test_there_are_81_provinces_in_turkish_order_and_973_districts() -> None:
    names = [province.name for province in provinces().values()]
    assert len(names) == 81
    assert names.index("Çanakkale") > names.index("Bursa") and names.index("Iğdır") < names.index("İstanbul")
    assert sum(len(districts(iso)) for iso in provinces()) == 973
    assert province_name("TR-76") == "Iğdır" and province_name("DE-BE") == "DE-BE" and province_name(None) == ""


def test_districts_are_looked_up_in_their_province_and_free_abroad() -> None:
    assert normalise.district("district", "KADIKOY", "TR-34") == "Kadıköy"
    assert normalise.district("district", "merkez", "TR-76") == "Merkez"
    assert normalise.district("district", "Kreuzberg", "DE-BE") == "Kreuzberg"
    with pytest.raises(FieldError, match="no district"):
        normalise.district("district", "Çankaya", "TR-34")


def test_times_are_local_to_the_minute() -> None:
    assert normalise.day("d", "14/3/2026") == normalise.day("d", "2026-03-14") == "2026-03-14"
    assert (
        normalise.moment("d", "14.03.2026 9.30") == normalise.moment("d", "2026-03-14T09:30:59") == "2026-03-14T09:30"
    )


def test_lists_are_canonical_and_without_doubles() -> None:
    assert normalise.tags("t", "drama; Masal, DRAMA ,") == '["drama","Masal"]'
    assert normalise.tags("t", '["a, b", "c"]') == '["a, b","c"]'
    assert normalise.tags("t", ["x", "", "x"]) == '["x"]'
    assert normalise.tags("t", " , ") is None
    assert normalise.show_tags('["a","b"]') == "a, b"


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("1050", 1050),
        ("1.050", 1050),
        ("1,050", 1050),
        ("1 050", 1050),
        ("1\u00a0050", 1050),
        ("12.345.678", 12_345_678),
    ],
)
def test_thousands_may_be_grouped(typed: str, number: int) -> None:
    assert normalise.number("number", typed, 99_999_999) == number


@pytest.mark.parametrize("typed", ["1.05", "1.0500", "1.050,5", "1.050,500", "0.050", "1..050", ".050", "1. 050"])
def test_what_is_no_grouping_is_no_whole_number(typed: str) -> None:
    with pytest.raises(FieldError):
        normalise.number("number", typed, 99_999_999)
