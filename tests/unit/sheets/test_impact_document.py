"""The printed impact report: everything has its place, the heading is the organisation's, an empty one says so."""

from dataclasses import replace
from datetime import datetime

import pytest

from tests.unit.sheets.test_layout import faults, words
from tn_desktop.model.messages import untranslated
from tn_desktop.services.impact import NOTHING, ImpactReport, ReportTable, Year
from tn_desktop.sheets.impact_document import ImpactDocument
from tn_desktop.sheets.language import sheet_translate
from tn_desktop.sheets.options import Language

KINDS = ReportTable("Activities by kind", ("Kind", "Begun", "Sessions held"), (("Atölye", 15, 23), ("Söyleşi", 6, "*")))
REPORT = ImpactReport(
    "Yan Sınıf Ağı",
    "Since 2017 · yansinif.example.org",
    "01.01.2026 – 31.12.2026",
    datetime(2027, 1, 5),  # noqa: DTZ001 - shown as it is
    (KINDS,),
)


def test_it_is_headed_by_the_organisation_and_tells_its_tables() -> None:
    document = ImpactDocument(REPORT, untranslated)
    assert (document.page_count, document.title) == (1, "Impact report – 01.01.2026 – 31.12.2026")
    texts = words(document.page(0))
    for text in ("Yan Sınıf Ağı", "Since 2017 · yansinif.example.org", "Impact report", "Atölye", "23", "*"):
        assert text in texts
    assert "01.01.2026 – 31.12.2026 · 05.01.2027" in texts
    assert faults(document.page(0)) == []


def test_a_long_one_goes_on_over_pages_and_loses_nothing() -> None:
    long = ReportTable("Outputs", ("Output", "Date"), tuple((f"Çıktı {n} " * 3, "01.02.2026") for n in range(150)))
    document = ImpactDocument(replace(REPORT, tables=(KINDS, long)), sheet_translate("tr"))
    pages = [document.page(index) for index in range(document.page_count)]
    assert document.page_count > 3
    told = [text for page in pages for text in words(page) if text.startswith("Çıktı ")]
    assert told == [f"Çıktı {n} Çıktı {n} Çıktı {n}" for n in range(150)]
    assert "Yan Sınıf Ağı · Etki raporu · 01.01.2026 – 31.12.2026" in words(pages[1])
    assert [faults(page) for page in pages] == [[] for _page in pages]


def test_without_anything_to_tell_it_says_so() -> None:
    document = ImpactDocument(replace(REPORT, organisation="", about="", tables=()), untranslated)
    assert document.page_count == 1
    assert NOTHING in words(document.page(0)) and faults(document.page(0)) == []


@pytest.mark.parametrize(("language", "number"), [("tr", "1.234.567"), ("en", "1,234,567")])
def test_thousands_are_parted_as_the_language_does_and_years_are_not(language: Language, number: str) -> None:
    quoted = ReportTable("Reach", ("What", "Named", "Year"), (("Ağ", 1_234_567, Year(2026)), ("Okul", 999, None)))
    page = ImpactDocument(replace(REPORT, tables=(quoted,)), sheet_translate(language)).page(0)
    assert {number, "999", "2026"} <= set(words(page)) and faults(page) == []
    right = {text: item.rect.right for item, text in zip(page.texts, words(page), strict=True)}
    assert right[number] == pytest.approx(right["999"])


def test_numbers_end_below_one_another_and_years_begin_their_rows() -> None:
    years = ReportTable(
        "Reach",
        ("What", "Named", "Led", "Date"),
        (("2025", 7, "95 %", "01.02.2026"), ("2026", 427, "–", "03.02.2026")),
    )
    page = ImpactDocument(replace(REPORT, tables=(years,)), untranslated).page(0)
    left = {text: item.x for item, text in zip(page.texts, words(page), strict=True)}
    right = {text: item.rect.right for item, text in zip(page.texts, words(page), strict=True)}
    assert right["7"] == pytest.approx(right["427"]) == pytest.approx(right["Named"])
    assert right["95 %"] == pytest.approx(right["–"]) == pytest.approx(right["Led"])
    assert left["2025"] == left["2026"] == left["What"] and left["01.02.2026"] == left["Date"]
