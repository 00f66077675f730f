"""Turkish folding, sorting and case."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tn_desktop.model.text import clean, fold, lower_tr, sort_key, title_tr, upper_tr


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ayse yilmaz", "Ayşe YILMAZ"),
        ("AYŞE", "ayse"),
        ("Işık", "isik"),
        ("IŞIK", "işık"),
        ("İREM", "irem"),
        ("Çağrı Öğüt", "cagri ogut"),
        ("Hâlâ", "hala"),
        ("Ays\u0327e", "Ayşe"),
        ("D'Angelo", "dangelo"),
        ("Ömer’in", "omerin"),
        ("Ayşe\u00a0Nur", "ayse nur"),
        ("Rojîn Ebdê", "rojin ebde"),
        ("Əli", "eli"),
        ("Ali-Veli", "ali veli"),
    ],
)
def test_spellings_of_one_name_fold_alike(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_sort_key_follows_the_turkish_alphabet() -> None:
    names = [
        "Ilgın",
        "İrem",
        "Hale",
        "Zeynep",
        "Çağla",
        "Cem",
        "Oya",
        "Ömer",
        "Şule",
        "Sibel",
        "Ufuk",
        "Ümit",
        "Gül",
        "Ğ",
    ]
    expected = [
        "Cem",
        "Çağla",
        "Gül",
        "Ğ",
        "Hale",
        "Ilgın",
        "İrem",
        "Oya",
        "Ömer",
        "Sibel",
        "Şule",
        "Ufuk",
        "Ümit",
        "Zeynep",
    ]
    assert sorted(names, key=sort_key) == expected


def test_sort_key_puts_the_shorter_name_first_and_ignores_case() -> None:
    assert sorted(["Ali Veli", "Alican", "ALİ"], key=sort_key) == ["ALİ", "Ali Veli", "Alican"]
    assert sort_key("IŞIK") == sort_key("ışık")


def test_case_is_turkish() -> None:
    assert upper_tr("ilgi ışık") == "İLGİ IŞIK"
    assert lower_tr("IŞIK İREM") == "ışık irem"
    assert title_tr("IŞIK irem") == "Işık İrem"


def test_clean_composes_and_removes_invisible_characters() -> None:
    assert clean("  Ays\u0327e \u00a0 \u200bNur\t\n") == "Ayşe Nur"


@given(st.text())
def test_fold_is_stable_and_clean_is_idempotent(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert clean(clean(text)) == clean(text)


@given(st.text(alphabet="abcçdefgğhıijklmnoöprsştuüvyzABCÇDEFGĞHIİJKLMNOÖPRSŞTUÜVYZ ", max_size=20))
def test_fold_does_not_depend_on_turkish_case(text: str) -> None:
    assert fold(upper_tr(text)) == fold(text) == fold(lower_tr(text))
