"""What columns mean: by their headings in both languages, by their cells, by the user's word, as last time."""

from collections.abc import Sequence

import pytest

from tn_desktop.exchange.drafts import drafts
from tn_desktop.exchange.headers import hint_of, session_of
from tn_desktop.exchange.mapping import guess_kind, guess_mapping, override, recall, remembered, signature
from tn_desktop.exchange.reading.book import Cell, RawSheet
from tn_desktop.exchange.tables import Table, find_tables
from tn_desktop.model.errors import Refused

N = None
PEOPLE = (("Ayşe", "Yılmaz"), ("Mehmet", "Demir"), ("Işıl", "Çelik"), ("Zeynep", "Öztürk"), ("Ömer", "Şahin"))
FULL = tuple(f"{given} {family}" for given, family in PEOPLE)


def table(rows: Sequence[tuple[Cell, ...]], name: str = "Sayfa1") -> Table:
    (one,) = find_tables(RawSheet(name, list(rows)))
    return one


def fields(rows: Sequence[tuple[Cell, ...]]) -> list[str | None]:
    return [use.field for use in guess_mapping(table(rows)).columns]


@pytest.mark.some(12)
@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Adı Soyadı", "full_name"), ("İsim - Soyisim", "full_name"), ("Adınız ve Soyadınız", "full_name"),
        ("ADI SOYADI", "full_name"),
        ("Öğretmenin Adı Soyadı", "full_name"), ("Full Name", "full_name"), ("Soyadı, Adı", "full_name_reversed"),
        ("Last, First", "full_name_reversed"),
        ("Adı", "name"), ("SOYADI", "family_name"), ("First name", "given_name"), ("Surname", "family_name"),
        ("LAST NAME", "family_name"), ("Last name, First name", "full_name_reversed"),
        ("Telefon (5XXXXXXXXX formatında)", "phone"),
        ("GSM", "phone"), ("E-MAİL", "email"), ("e-posta adresiniz", "email"),
        ("Görev yaptığınız okulun adı", "institution"), ("KURUM", "institution"),
        ("Hangi ilde görev yapıyorsunuz?", "province"), ("İLİ", "province"), ("İlçesi", "district"),
        ("İl / İlçe", "place"), ("Branşınız nedir?", "subject"),
        ("Unvanı", "roles"), ("S.No", "row_number"), ("#", "row_number"), ("Toplam", "total"),
        ("Katılım Sayısı", "total"), ("%", "total"),
        ("İmza", "signature"), ("TC Kimlik No", "personal"), ("Veli Adı Soyadı", "relative"),
        ("Öğrenci No", "code"), ("Zaman damgası", "timestamp"),
        ("Katıldı mı?", "status"), ("Oturum", "session"), ("Tarih", "date"), ("Paydaş Adı", "stakeholder"),
        ("Yetkili Kişi", "contact_name"),
        ("Notlar", "notes"), ("Uzmanlık Alanı", "expertise"), ("İlgi Alanları", "interests"),
        ("Topluluk", "community"), ("Ülke", "country"),
    ],
)  # fmt: skip
def test_headings_in_both_languages(heading: str, field: str) -> None:
    hint = hint_of(heading)
    assert hint is not None and hint.field == field


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        (("1. Oturum",), (1, None)), (("Oturum 2 (14.03)",), (2, None)), (("14.03.2026",), (None, "2026-03-14")),
        (("12 Mart 2026",), (None, "2026-03-12")),
        ((46095,), (None, "2026-03-14")), (("3. Hafta 21.03.2026",), (3, "2026-03-21")), (("O4",), (4, None)),
        (("Session 5",), (5, None)),
    ],
)  # fmt: skip
def test_headings_of_sessions(parts: tuple[Cell, ...], expected: tuple[int | None, str | None]) -> None:
    info = session_of(parts)
    assert info is not None and (info.number, info.date) == expected


def test_columns_without_headings_are_known_by_their_cells() -> None:
    rows = [
        (n, name, f"0532 111 22 3{n}", f"k{n}@okul.org", "Gazi Ortaokulu", "İzmir", "Matematik")
        for n, name in enumerate(FULL)
    ]
    assert fields(rows) == [N, "full_name", "phone", "email", "institution", "province", "subject"]


def test_family_name_first_is_seen_by_the_given_names() -> None:
    rows = [("Ad Soyad",), *[(f"{family} {given}",) for given, family in PEOPLE]]
    mapping = guess_mapping(table(rows))
    assert mapping.columns[0].field == "full_name_reversed" and mapping.family_first
    assert [draft.values["given_name"] for draft in drafts(table(rows), mapping)] == [given for given, _ in PEOPLE]


def test_one_heading_over_two_columns_of_names() -> None:
    assert fields([("Ad Soyad", N, "Okul"), *[(a, b, "x") for a, b in PEOPLE]]) == [
        "given_name",
        "family_name",
        "institution",
    ]


def test_of_two_phones_the_mobile_one_is_taken() -> None:
    rows = [("Ad Soyad", "Ev Telefonu", "Cep Telefonu"), *[(n, "0212 111 22 33", "0532 111 22 33") for n in FULL]]
    assert fields(rows) == ["full_name", N, "phone"]


def test_a_contact_column_is_what_its_cells_are() -> None:
    assert fields([("Ad Soyad", "İletişim"), *[(n, "a@b.org") for n in FULL]]) == ["full_name", "email"]


@pytest.mark.parametrize(
    ("rows", "kind"),
    [
        ([("Ad Soyad", "Okul"), *[(n, "x") for n in FULL]], "people"),
        ([("Ad Soyad", "14.03", "21.03"), *[(n, "+", "-") for n in FULL]], "attendance_wide"),
        ([("Ad Soyad", "Eleştirel Düşünme", "Drama"), *[(n, True, False) for n in FULL]], "attendance_wide"),
        ([("Ad Soyad", "Yoklama"), *[(n, "geldi") for n in FULL]], "attendance_wide"),
        ([("Tarih", "Ad Soyad", "Durum"), *[("14.03.2026", n, "Katıldı") for n in FULL]], "attendance_long"),
        (
            [("Kurum Adı", "Türü", "Yetkili Kişi"), ("A Derneği", "STK", "Ali Can"), ("B Vakfı", "STK", N)],
            "stakeholders",
        ),
        ([("Ad Soyad", "KVKK onayı"), *[(n, "Evet") for n in FULL]], "people"),
        ([("Ad Soyad", "Cinsiyet", "Kademe"), *[(n, "K", "İ") for n in FULL]], "people"),
    ],
)
def test_what_a_table_lists(rows: list[tuple[Cell, ...]], kind: str) -> None:
    assert guess_kind(table(rows)) == kind


def test_the_user_overrides_columns_by_heading_or_letter() -> None:
    one = table([("Kim", "Nerede", "Ne"), *[(n, "x", "y") for n in FULL]])
    mapping = override(one, guess_mapping(one), ["nerede=institution", "C=subject", "Kim=full_name"])
    assert [use.field for use in mapping.columns] == ["full_name", "institution", "subject"]
    assert override(one, mapping, ["Ne="]).columns[2].field is None
    moved = override(one, mapping, ["Ne=institution"])
    assert [use.field for use in moved.columns] == ["full_name", None, "institution"]
    for wrong in ("Kim", "Ne zaman=notes", "Kim=hair"):
        with pytest.raises(Refused):
            override(one, mapping, [wrong])


def test_a_mapping_is_remembered_by_its_headings() -> None:
    one = table([("Kim", "Nerede", "Ne"), *[(n, "x", "y") for n in FULL]])
    mapping = override(one, guess_mapping(one), ["Nerede=institution", "Ne=notes"])
    kept = remembered(one, mapping)
    again = table([("KİM", "nerede", "NE"), *[(n, "a", "b") for n in FULL]])
    assert signature(again) == signature(one) == kept["signature"]
    recalled = recall(again, kept)
    assert recalled is not None and [use.field for use in recalled.columns] == ["full_name", "institution", "notes"]
    assert recall(table([("Kim", "Ne"), *[(n, "x") for n in FULL]]), kept) is None
