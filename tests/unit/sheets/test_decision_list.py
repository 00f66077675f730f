"""The printed list of decisions: everything has its place, a long one goes on over pages."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.unit.sheets.test_layout import faults, words
from tn_desktop.model.messages import untranslated
from tn_desktop.services.decisions import DecisionList, ListedDecision
from tn_desktop.sheets.decision_list import DecisionDocument
from tn_desktop.sheets.document import save_pdf

ONE = ListedDecision(
    "2026-02-20", "Neyle başlayalım?", "Okuma köşesiyle", 12, 3, None, ("Okuma alışkanlığı", "Kalabalık sınıflar")
)


def content(*decisions: ListedDecision) -> DecisionList:
    return DecisionList("Öğretmen Ağı", "Iğdır Çemberi", decisions)


def test_a_decision_says_what_was_asked_decided_and_voted() -> None:
    document = DecisionDocument(content(ONE, replace(ONE, date="", votes=0, needs=())), untranslated)
    assert document.page_count == 1 and document.title == "Decisions – Iğdır Çemberi"
    texts = words(document.page(0))
    for text in ("Öğretmen Ağı", "Decisions", "20.02.2026", "Neyle başlayalım?", "Okuma köşesiyle", "–"):
        assert text in texts
    assert "For 12 · against 3" in texts and "For 0 · against 3" in texts
    assert "About: Okuma alışkanlığı · Kalabalık sınıflar" in texts
    assert faults(document.page(0)) == []


@pytest.mark.parametrize("count", [1, 30, 120])
def test_a_long_list_goes_on_over_pages_and_loses_nothing(count: int) -> None:
    many = [replace(ONE, question=f"Soru {n}", result="Uzun bir sonuç " * (n % 9)) for n in range(count)]
    document = DecisionDocument(content(*many), untranslated)
    pages = [document.page(index) for index in range(document.page_count)]
    asked = [text for page in pages for text in words(page) if text.startswith("Soru")]
    assert asked == [f"Soru {n}" for n in range(count)]
    for page in pages:
        assert faults(page) == []
        assert max(item.rect.bottom for item in page.texts) <= page.height - 11.9


def test_it_is_saved_as_a_pdf(tmp_path: Path) -> None:
    save_pdf(DecisionDocument(content(ONE), untranslated), tmp_path / "kararlar.pdf")
    assert (tmp_path / "kararlar.pdf").read_bytes().startswith(b"%PDF")
