"""Marks of attendance in all the usual spellings; what letters mean depends on which others occur."""

import pytest

from tn_desktop.exchange.marks import scheme_of
from tn_desktop.exchange.reading.book import Cell

P, L, E, A = "present", "late", "excused", "absent"


@pytest.mark.parametrize(
    ("marks", "statuses"),
    [
        (["+", "-", None], [P, A, None]), (["x", None], [P, None]), (["✓", "x"], [P, A]), (["x", "-"], [P, A]),
        (["✔", "✖"], [P, A]),
        (["K", "G", "M", "Y"], [P, L, E, A]), (["G", "Y"], [P, A]), (["P", "A", "L", "E"], [P, A, L, E]),
        (["Y", "N"], [P, A]),
        (["e", "h"], [P, A]), ([1, 0], [P, A]), (["1", "0"], [P, A]), ([True, False], [P, A]),
        (["TRUE", "FALSE"], [P, A]),
        (["var", "yok"], [P, A]), (["VAR", "Yok", "izinli"], [P, A, E]),
        (["geldi", "gelmedi", "raporlu", "geç"], [P, A, E, L]),
        (["Katıldı", "Katılmadı", "Mazeretli", "Geç"], [P, A, E, L]),
        (["present", "absent", "late", "excused"], [P, A, L, E]),
        (["✓", "G", "M", "Y"], [P, L, E, A]), (["+", "İ", "-"], [P, E, A]), (["D", "G"], [A, P]),
        (["katıldı", "x"], [P, A]),
        (["evet", "hayır"], [P, A]), (["Devamsız", "Devam"], [A, P]), (["✅", "❌"], [P, A]),
        (["", "  ", None], [None, None, None]),
        (["√", "x"], [P, A]), (["☑", "☐"], [P, A]), (["*", None], [P, None]), (["ü", "û"], [P, A]),
    ],
)  # fmt: skip
def test_marks_by_what_else_occurs(marks: list[Cell], statuses: list[str | None]) -> None:
    scheme = scheme_of(marks)
    assert [scheme.read(mark).status for mark in marks] == statuses
    assert not any(scheme.read(mark).doubt for mark in marks)


@pytest.mark.parametrize("marks", [["G"], ["A"], ["x", "M"], ["Q"], ["E"], ["-"], ["15"], ["belki"], ["x", "G"]])
def test_what_cannot_be_decided_is_doubtful(marks: list[Cell]) -> None:
    scheme = scheme_of(marks)
    assert any(scheme.read(mark).doubt for mark in marks)


def test_the_user_decides_a_doubtful_letter() -> None:
    scheme = scheme_of(["G", "G"]).decided({"g": L})
    assert scheme.read("G").status == L and scheme.doubtful == frozenset()


@pytest.mark.parametrize(
    ("mark", "status", "minutes", "mode"),
    [
        ("geç 15 dk", L, 15, None), ("Geç (20 dakika)", L, 20, None), ("late 10 min", L, 10, None),
        ("G15", L, 15, None),
        ("katıldı (online)", P, None, "online"), ("çevrim içi", P, None, "online"),
        ("yüz yüze", P, None, "in_person"),
        ("mazeretli - hasta", E, None, None), ("Raporlu (5 gün)", E, None, None),
        ("katıldı, erken çıktı", P, None, None),
    ],
)  # fmt: skip
def test_marks_with_more_in_them(mark: str, status: str, minutes: int | None, mode: str | None) -> None:
    read = scheme_of([mark]).read(mark)
    assert (read.status, read.minutes, read.mode) == (status, minutes, mode)


def test_every_decision_is_explained() -> None:
    scheme = scheme_of(["G", "Y", "M"])
    assert {remark.values["mark"] for remark in scheme.explanations} == {"G", "Y"}
