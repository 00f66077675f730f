"""The printed agenda and tool card: everything has its place, long ones go on over pages."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.unit.sheets.samples import sessions, sheet
from tests.unit.sheets.test_layout import document, faults, pages, words
from tn_desktop.model.messages import untranslated
from tn_desktop.model.tool_library import library
from tn_desktop.model.tool_steps import Step, read_steps
from tn_desktop.services.sheet_content import SessionSheet, SheetAgenda, SheetBlock
from tn_desktop.sheets.document import save_pdf
from tn_desktop.sheets.options import SheetOptions
from tn_desktop.sheets.page import Rect
from tn_desktop.sheets.tool_card_sheet import CardDocument, PrintedTool

WITH = SheetOptions(agenda=True)


def planned(blocks: int, materials: int = 3, notes: str = "") -> SessionSheet:
    """A sheet of five people whose one session has so many blocks."""
    made = tuple(
        SheetBlock("13:00", "13:10", 10, {"tr": f"Bölüm {n}", "en": f"Part {n}"}, "Selin Aksoy", notes)
        for n in range(1, blocks + 1)
    )
    things = tuple(f"Malzeme {n}" for n in range(materials))
    return replace(
        sheet(5),
        agendas=(SheetAgenda(sessions(1)[0], made, {"tr": things, "en": tuple(f"Thing {t}" for t in things)}),),
    )


def test_the_agenda_follows_the_list_only_where_it_is_wanted() -> None:
    content = planned(4)
    assert document(content).page_count == 1
    both = document(content, WITH)
    assert both.page_count == 2
    texts = words(both.page(1))
    for text in ("Agenda", "Eleştirel Düşünme Atölyesi", "13:00–13:10", "10 min", "Bölüm 4", "Together 40 min"):
        assert text in texts
    assert "To bring" in texts and "Malzeme 2" in texts
    assert faults(both.page(1)) == []


def test_it_is_printed_in_the_language_of_the_sheet() -> None:
    texts = words(document(planned(2), replace(WITH, language="en")).page(1))
    assert "Part 1" in texts and "Thing Malzeme 0" in texts and "Bölüm 1" not in texts


@pytest.mark.parametrize("blocks", [1, 20, 33, 34, 90])
def test_a_long_agenda_goes_on_over_pages_and_loses_nothing(blocks: int) -> None:
    found = pages(document(planned(blocks, materials=25, notes="Kısa bir not\nikinci satır"), WITH))[1:]
    texts = [text for page in found for text in words(page)]
    assert [text for text in texts if text.startswith("Bölüm")] == [f"Bölüm {n}" for n in range(1, blocks + 1)]
    assert sum(text.startswith("Malzeme") for text in texts) == 25
    for page in found:
        assert faults(page) == []
        foot = max(item.rect.bottom for item in page.texts)
        assert foot <= page.height - 11.9
        assert inside_foot(page.texts[-1].rect, page.height)


def inside_foot(number: Rect, height: float) -> bool:
    """The page number stands below everything else."""
    return number.y > height - 20


def test_a_heading_never_stands_alone_at_the_foot() -> None:
    for blocks in range(20, 45):
        for page in pages(document(planned(blocks), WITH))[1:]:
            texts = words(page)
            if "To bring" in texts:
                assert any(text.startswith("Malzeme") for text in texts[texts.index("To bring") :])


@pytest.mark.some(12)
@pytest.mark.parametrize("key", sorted(library()))
def test_every_shipped_tool_fits_on_one_card(key: str) -> None:
    for language in ("tr", "en"):
        row = library()[key].row(language)
        tool = PrintedTool(
            row["title"],
            "Method · 20 min",
            row["purpose"],
            read_steps(row["steps"]),
            ["Kâğıt", "Kalem", "Bant"],
            row["tips"].splitlines(),
        )
        card = CardDocument(tool, untranslated)
        assert card.page_count == 1
        assert faults(card.page(0)) == []
        assert row["title"] in words(card.page(0))


def test_a_tool_with_very_many_steps_takes_more_pages(tmp_path: Path) -> None:
    steps = [Step(n, "Uzun bir adım anlatımı. " * 12) for n in range(40)]
    card = CardDocument(PrintedTool("Çok adımlı", "", "", steps, (), ()), untranslated)
    assert card.page_count > 2
    assert all(faults(card.page(index)) == [] for index in range(card.page_count))
    save_pdf(card, tmp_path / "card.pdf")
    assert (tmp_path / "card.pdf").read_bytes().startswith(b"%PDF")
