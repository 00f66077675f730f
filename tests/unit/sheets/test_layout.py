"""Pages of the session sheet: everything has its place, nothing lies over anything else."""

import dataclasses
from itertools import combinations, pairwise
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.everyday import examples
from tests.unit.sheets.samples import FAMILY, GIVEN, people, sessions, sheet
from tn_desktop.model.messages import untranslated
from tn_desktop.services.sheet_content import SessionSheet, SheetPerson, SheetSession
from tn_desktop.sheets.options import SheetOptions
from tn_desktop.sheets.page import Page, Rect, TextItem
from tn_desktop.sheets.rows import ROW_HEIGHT
from tn_desktop.sheets.session_sheet import SheetDocument
from tn_desktop.sheets.wording import CONTINUED

CLOSE = 0.01
ALL = SheetOptions(phone=True, email=True)


def document(content: SessionSheet, options: SheetOptions | None = None) -> SheetDocument:
    return SheetDocument([content], options or SheetOptions(), untranslated)


def pages(found: SheetDocument) -> list[Page]:
    return [found.page(index) for index in range(found.page_count)]


def words(page: Page) -> list[str]:
    return [" ".join(item.block.lines) for item in page.texts]


def row_numbers(page: Page) -> list[int]:
    return [
        int(text) for item, text in zip(page.texts, words(page), strict=True) if text.isdigit() and item.cell.x < 25
    ]


def overlap(one: Rect, other: Rect) -> bool:
    return (
        one.x < other.right - CLOSE
        and other.x < one.right - CLOSE
        and one.y < other.bottom - CLOSE
        and other.y < one.bottom - CLOSE
    )


def inside(inner: Rect, outer: Rect) -> bool:
    return (
        inner.x >= outer.x - CLOSE
        and inner.right <= outer.right + CLOSE
        and inner.y >= outer.y - CLOSE
        and inner.bottom <= outer.bottom + CLOSE
    )


def faults(page: Page) -> list[str]:
    """What lies outside its cell, outside the margins any printer has, over something else, or across a rule."""
    paper = Rect(0, 0, page.width, page.height).inset(12.0, 11.0)
    found = [f"outside its cell: {i.block.lines}" for i in page.texts if not inside(i.rect, i.cell)]
    found += [f"outside the margins: {i.block.lines}" for i in page.texts if not inside(i.rect, paper)]
    found += [
        f"one over the other: {a.block.lines} {b.block.lines}"
        for a, b in combinations(page.texts, 2)
        if overlap(a.rect, b.rect)
    ]
    found += [f"under the logo: {i.block.lines}" for i in page.texts for p in page.pictures if overlap(i.rect, p.rect)]
    found += [f"across a rule: {i.block.lines}" for i in page.texts if any(crosses(i, rule) for rule in page.rules)]
    return found


def crosses(item: TextItem, rule: Any) -> bool:
    line = Rect(min(rule.x1, rule.x2), min(rule.y1, rule.y2), abs(rule.x2 - rule.x1), abs(rule.y2 - rule.y1))
    # A line of text has air above and below its letters.
    body = item.rect.inset(0.0, min(0.3, item.rect.height / 3))
    return line.x < body.right and body.x < line.right + CLOSE and line.y < body.bottom and body.y < line.bottom + CLOSE


@pytest.mark.some(8)
@pytest.mark.parametrize("orientation", ["auto", "portrait", "landscape"])
@pytest.mark.parametrize("options", [SheetOptions(), ALL, SheetOptions(institution=False, subject=False)])
@pytest.mark.parametrize(("person_count", "session_count"), [(0, 1), (1, 1), (24, 1), (30, 3), (17, 7)])
def test_plain_sheets_are_faultless(
    person_count: int, session_count: int, options: SheetOptions, orientation: Any
) -> None:
    chosen = SheetOptions(
        institution=options.institution,
        subject=options.subject,
        phone=options.phone,
        email=options.email,
        orientation=orientation,
    )
    for page in pages(document(sheet(person_count, session_count), chosen)):
        assert faults(page) == []


NAMES = st.one_of(
    st.text(alphabet="abcçğıijöşüûêîəAÇĞIİÖŞÜ '’-", max_size=120),
    st.text(alphabet="محمدعبدالهأئڕۆژ ", max_size=60),
    st.builds(lambda letter, n: letter * n, st.sampled_from("Wiİم"), st.integers(1, 150)),
)
PERSONS = st.builds(
    SheetPerson,
    number=st.integers(1, 5000),
    full_name=NAMES,
    label=st.one_of(st.just(""), NAMES),
    institution=NAMES,
    subject=NAMES,
    phone=st.sampled_from(["", "+90 532 000 00 00"]),
    email=st.sampled_from(["", "a@b.tr", "cok.uzun.bir.adres.olabilir@bir-okulun-alan-adi.k12.tr"]),
)
SESSIONS = st.builds(
    SheetSession,
    number=st.integers(1, 500),
    title=NAMES,
    starts_at=st.sampled_from(["", "2026-03-14T13:00"]),
    ends_at=st.sampled_from(["", "2026-03-14T16:00", "2026-03-15T01:00"]),
    place=NAMES,
    mode=st.sampled_from(["in_person", "online", "hybrid", ""]),
    facilitators=st.lists(NAMES, max_size=9).map(tuple),
)
SHEETS = st.builds(
    SessionSheet,
    organisation=NAMES,
    workshop=NAMES,
    sessions=st.lists(SESSIONS, min_size=1, max_size=7).map(tuple),
    people=st.lists(PERSONS, max_size=12).map(tuple),
)
OPTIONS = st.builds(
    SheetOptions,
    institution=st.booleans(),
    subject=st.booleans(),
    phone=st.booleans(),
    email=st.booleans(),
    blank_rows=st.integers(0, 12),
    privacy_notice=st.one_of(st.just(""), NAMES),
    orientation=st.sampled_from(["auto", "portrait", "landscape"]),
)


def unspaced(found: SheetDocument) -> str:
    """All that is printed, without what breaking lines takes away."""
    return "".join(line for page in pages(found) for item in page.texts for line in item.block.lines).replace(" ", "")


def led_by(names: list[str], session_count: int) -> SessionSheet:
    """A sheet whose sessions share these facilitators."""
    led = [
        dataclasses.replace(one, facilitators=tuple(names[index::session_count]))
        for index, one in enumerate(sessions(session_count))
    ]
    return dataclasses.replace(sheet(5, session_count), sessions=tuple(led))


LONG_NAMES = ["W" * 92 + str(number) for number in range(10)]
MANY_NAMES = [f"{name} {family} Büyükkaraoğlanoğlu" for family in FAMILY for name in GIVEN]
ENDLESS_NAMES = [f"{name} {letter}." for name in MANY_NAMES for letter in "ABC"]


@settings(max_examples=examples(60), suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
@given(content=SHEETS, options=OPTIONS)
@example(content=led_by(LONG_NAMES, 7), options=SheetOptions(orientation="portrait"))
@example(content=led_by(LONG_NAMES, 7), options=SheetOptions(orientation="landscape"))
def test_whatever_the_names_are_nothing_overlaps_or_is_cut(content: SessionSheet, options: SheetOptions) -> None:
    found = document(content, options)
    for page in pages(found):
        assert faults(page) == []
        assert not any("…" in line for item in page.texts for line in item.block.lines)
    printed = unspaced(found)
    for name in {name for session in content.sessions for name in session.facilitators}:
        assert name.replace(" ", "") in printed


@pytest.mark.parametrize("count", [14, 30])
@pytest.mark.parametrize(("session_count", "orientation"), [(1, "portrait"), (1, "landscape"), (3, "landscape")])
def test_many_facilitators_stand_in_the_heading_over_its_whole_width_and_readably(
    count: int, session_count: int, orientation: Any
) -> None:
    names = MANY_NAMES[:count]
    found = document(led_by(names, session_count), SheetOptions(orientation=orientation))
    heading = next(item for item in found.page(0).texts if names[0] in " ".join(item.block.lines))
    assert " ".join(heading.block.lines).count("Büyükkaraoğlanoğlu") == len(names)
    assert heading.block.size >= 7.5
    assert not any(CONTINUED in text for page in pages(found) for text in words(page))


@pytest.mark.some(1)
@pytest.mark.parametrize("names", [LONG_NAMES, ENDLESS_NAMES], ids=["long", "many"])
def test_facilitators_without_end_are_listed_in_full_on_a_page_of_their_own(names: list[str]) -> None:
    found = document(led_by(names, 3))
    assert CONTINUED in words(found.page(0))
    assert row_numbers(found.page(0))[:5] == [1, 2, 3, 4, 5]
    assert any("Facilitators" in words(page) for page in pages(found)[1:])
    for name in names:
        assert name.replace(" ", "") in unspaced(found)
    assert [faults(page) for page in pages(found)] == [[]] * found.page_count


def test_only_the_longest_of_the_facts_leaves_its_place() -> None:
    page = document(led_by(MANY_NAMES[:30], 3)).page(0)
    tops = {text: item.y for item, text in zip(page.texts, words(page), strict=True)}
    assert tops["Sessions"] == tops["Date"] == tops["Place"] < tops["Facilitators"]


@pytest.mark.parametrize("session_count", [1, 3])
def test_the_closing_lines_never_stand_on_a_page_without_a_row(session_count: int) -> None:
    for person_count in range(1, 61):
        last = pages(document(sheet(person_count, session_count), SheetOptions(blank_rows=0)))[-1]
        assert row_numbers(last), f"{person_count} people"
        assert any(text.startswith("Facilitator's signature") for text in words(last))


@pytest.mark.parametrize("person_count", [1, 22, 23, 24, 100])
def test_every_person_and_blank_row_is_there_once_in_order(person_count: int) -> None:
    found = pages(document(sheet(person_count), SheetOptions(blank_rows=6)))
    assert [number for page in found for number in row_numbers(page)] == list(range(1, person_count + 7))


def test_header_row_and_page_number_stand_on_each_page() -> None:
    found = pages(document(sheet(500)))
    assert len(found) > 15
    for index, page in enumerate(found):
        assert {"No.", "Full name", "Institution", "Subject", "Signature"} <= set(words(page))
        assert f"Page {index + 1} / {len(found)}" in words(page)
        assert any(text.startswith("Your personal data") for text in words(page))


def test_rows_are_high_enough_to_sign_in() -> None:
    page = document(sheet(20)).page(0)
    tops = sorted(item.cell.y for item in page.texts if " ".join(item.block.lines).isdigit() and item.cell.x < 25)
    assert ROW_HEIGHT >= 9.0
    assert min(b - a for a, b in pairwise(tops)) >= ROW_HEIGHT - CLOSE


def test_sixty_sessions_are_parted_evenly_and_each_has_its_column_once() -> None:
    found = pages(document(sheet(3, 60)))
    names = [text for page in found for text in words(page) if text.startswith("Session ")]
    assert sorted(names, key=lambda text: int(text.split()[1])) == [f"Session {number}" for number in range(1, 61)]
    per_page = [sum(text.startswith("Session ") for text in words(page)) for page in found]
    assert max(per_page) - min(per_page) <= 1
    assert all(faults(page) == [] for page in found)


def test_turns_the_paper_only_when_the_columns_do_not_fit() -> None:
    assert document(sheet(20)).page_size(0) == (210.0, 297.0)
    assert document(sheet(20), ALL).page_size(0) == (297.0, 210.0)
    assert document(sheet(20, 4)).page_size(0) == (297.0, 210.0)
    assert document(sheet(20), SheetOptions(orientation="landscape")).page_size(0) == (297.0, 210.0)


def test_the_heading_says_what_when_where_and_who() -> None:
    found = words(document(sheet(5)).page(0))
    assert found[:3] == ["Öğretmen Ağı", "Attendance sheet", "Eleştirel Düşünme Atölyesi"]
    heading = " ".join(found)
    for fact in ("Session 1", "Akıl yürütme", "14.03.2026", "13:00–16:00", "Iğdır Halk Eğitimi Merkezi", "Hybrid"):
        assert fact in heading
    assert "Selin Aksoy" in heading and "Deniz Karaca" in heading


def test_phone_and_email_are_off_unless_asked_for() -> None:
    assert not any("@" in text or "+90" in text for text in words(document(sheet(5)).page(0)))
    shown = words(document(sheet(5), ALL).page(0))
    assert any("@" in text for text in shown) and any("+90" in text for text in shown)


def test_an_empty_list_says_so_and_blank_rows_begin_at_one() -> None:
    empty = document(SessionSheet("", "Atölye", sessions(1)), SheetOptions(blank_rows=0))
    assert "Nobody is enrolled yet." in words(empty.page(0))
    blank = document(SessionSheet("", "Atölye", sessions(1)), SheetOptions(blank_rows=3))
    assert row_numbers(blank.page(0)) == [1, 2, 3]


def test_blank_rows_go_on_after_the_last_number() -> None:
    content = SessionSheet("", "Atölye", sessions(1), people(3)[1:])
    assert row_numbers(document(content, SheetOptions(blank_rows=2)).page(0)) == [2, 3, 4, 5]


def test_namesakes_are_told_apart_by_a_smaller_label() -> None:
    twins = (SheetPerson(1, "Ayşe Yılmaz", "Fen Lisesi"), SheetPerson(2, "Ayşe Yılmaz", "İnönü İlkokulu"))
    page = document(SessionSheet("", "Atölye", sessions(1), twins)).page(0)
    name, label = (next(i for i in page.texts if i.block.lines == (text,)) for text in ("Ayşe Yılmaz", "Fen Lisesi"))
    assert label.block.size < name.block.size
    assert label.x > name.rect.right


def test_each_of_several_sheets_counts_its_own_pages() -> None:
    both = SheetDocument([sheet(30), sheet(2)], SheetOptions(), untranslated)
    assert [f"Page {n}" in " ".join(words(both.page(i))) for i, n in ((0, "1 / 2"), (1, "2 / 2"), (2, "1 / 1"))] == [
        True
    ] * 3


def test_namesakes_have_their_institution_beside_the_name_where_it_has_no_column() -> None:
    twins = tuple(SheetPerson(n, "Ayşe Yılmaz", namesake=True, institution=f"Okul {n}") for n in (1, 2))
    content = SessionSheet("", "Atölye", sessions(1), twins)
    without = document(content, SheetOptions(institution=False)).page(0)
    assert words(without).count("Okul 1") == 1 and words(without).count("Okul 2") == 1
    assert words(document(content).page(0)).count("Okul 1") == 1
