"""Forms of feedback from a form's spreadsheet."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tn_desktop.exchange.applying import apply_import
from tn_desktop.exchange.feedback_tables import QUESTIONS, question_of, score_of
from tn_desktop.exchange.importing import choose_records, import_path, plan_import
from tn_desktop.exchange.plan import ImportPlan, Target, reason_text
from tn_desktop.exchange.reading.book import Book, Cell, RawSheet
from tn_desktop.model.errors import FieldError, FileRefused, Refused
from tn_desktop.model.messages import untranslated
from tn_desktop.model.registry import ENTITIES
from tn_desktop.services import records, undo, workshops
from tn_desktop.services.workshops import WorkshopPlan
from tn_desktop.sheets.language import sheet_translate
from tn_desktop.store.database import Database

pytestmark = pytest.mark.both_engines

BOTH = (untranslated, sheet_translate("tr"))
FORM = (
    "Zaman damgası", "E-posta adresi", "Bu atölye mesleğime katkı sağladı", "İçerik ihtiyacımı karşıladı",
    "Kolaylaştırıcılar konuya hâkimdi", "Ortam rahattı", "Meslektaşlarıma tavsiye ederim", "Eklemek istedikleriniz",
)  # fmt: skip


@pytest.fixture
def session(db: Database) -> int:
    with db.write("plan") as uow:
        made = workshops.plan(uow, WorkshopPlan({"title": "Atölye"}, "14.03.2026 13:00", "14.03.2026 16:00", {}))
    return int(made.told["sessions"][0])


def plan(db: Database, session: int | None, rows: Sequence[tuple[Cell, ...]]) -> ImportPlan:
    chosen = choose_records(Book((RawSheet("Form", list(rows)),), "xlsx"), "feedback", (), BOTH)
    with db.read() as connection:
        return plan_import(connection, chosen, Target(session=session), translations=BOTH)


def stored(db: Database) -> list[dict[str, Any]]:
    with db.read() as connection:
        return records.listing(connection, "feedback")[1]


def test_a_list_without_a_question_is_told_which_headings_are_known(db: Database, session: int) -> None:
    with pytest.raises(FileRefused) as refusal:
        plan(db, session, [("Puan 1", "Puan 2"), (5, 4)])
    field = ENTITIES["feedback"].field("useful")
    assert f"“{BOTH[-1]('fields', field.label)}”" in refusal.value.text(untranslated)


def test_a_forms_answers_are_read_and_nothing_of_whoever_gave_them(db: Database, session: int) -> None:
    rows: list[tuple[Cell, ...]] = [
        FORM,
        ("14.03.2026 16:02", "a@example.org", "Kesinlikle katılıyorum", "Katılıyorum", 5, "Kararsızım", "4 - iyi",
         "Teşekkürler"),
        ("14.03.2026 16:03", "b@example.org", "KATILMIYORUM", None, "3/5", "★★", "Fikrim yok", "-"),
    ]  # fmt: skip
    planned = plan(db, session, rows)
    assert [row.verdict for row in planned.rows] == ["new", "new"]
    with db.write("Import a list") as uow:
        result = apply_import(uow, planned)
    first, second = stored(db)
    assert [first[name] for name in QUESTIONS] == [5, 4, 5, 3, 4]
    assert [second[name] for name in QUESTIONS] == [2, None, 3, 2, None]
    assert (first["quotation"], second["quotation"], first["made_by"]) == ("Teşekkürler", None, "form")
    assert not any("example.org" in str(value) or "16:0" in str(value) for row in stored(db) for value in row.values())
    assert result.batch is not None
    with db.write("Undo") as uow:
        undo.undo(uow, result.batch)
    assert stored(db) == []


def test_the_same_file_twice_adds_nothing_but_equal_forms_of_one_file_count(db: Database, session: int) -> None:
    rows: list[tuple[Cell, ...]] = [FORM, *[(None, None, 5, 5, 5, 5, 5, None)] * 3]
    for expected in (3, 0):
        with db.write("Import a list") as uow:
            assert apply_import(uow, plan(db, session, rows)).added == expected
    assert len(stored(db)) == 3


def test_what_is_no_score_is_told(db: Database, session: int) -> None:
    planned = plan(
        db, session, [FORM, (None, None, "belki", 5, 5, 5, 5, None), (1, 2, None, None, None, None, None, None)]
    )
    assert [row.verdict for row in planned.rows] == ["refused", "refused"]
    assert "“belki” is no score" in reason_text(planned.rows[0].reasons[0], untranslated)
    assert "Nothing is filled in" in reason_text(planned.rows[1].reasons[0], untranslated)


def test_without_a_session_or_questions_it_is_refused(db: Database) -> None:
    with pytest.raises(Refused, match="Choose the session"):
        plan(db, None, [FORM, (None, None, 5, 5, 5, 5, 5, None)])
    with pytest.raises(FileRefused):
        plan(db, None, [("Ad", "Soyad"), ("Ayşe", "Öz")])


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Useful for my teaching", "useful"),
        ("The content was relevant", "content"),
        ("Would you recommend it to a colleague?", "recommend"),
        ("Kolaylaştırıcının anlatımı", "facilitation"),
        ("Görüş ve önerileriniz", "quotation"),
        ("Salonun uygunluğu", "atmosphere"),
        ("Adınız", None),
        ("Zaman damgası", None),
        ("Okulunuz", None),
    ],
)
def test_headings_are_matched_by_words_of_the_question(heading: str, field: str | None) -> None:
    assert question_of(heading, {}) == field


@pytest.mark.parametrize(
    ("cell", "score"), [(5.0, 5), ("Strongly disagree", 1), ("çok iyi", 5), ("", None), ("⭐⭐⭐", 3)]
)
def test_answers_become_scores(cell: Cell, score: int | None) -> None:
    assert score_of("useful", cell) == score


@pytest.mark.parametrize("cell", ["Evet", "6", "0", "10", "★★★★★★"])
def test_what_has_no_one_meaning_is_refused(cell: str) -> None:
    with pytest.raises(FieldError):
        score_of("useful", cell)


def test_a_workbook_is_imported_from_the_command_line(db: Database, session: int, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (FORM, ("x", "y", "Katılıyorum", 4, 5, 3, 5, "Güzeldi")):
        sheet.append(row)
    book.save(tmp_path / "form.xlsx")
    options: dict[str, Any] = {"kind": "feedback", "target": Target(session=session), "translations": BOTH}
    _plan, rehearsed = import_path(db, tmp_path / "form.xlsx", dry_run=True, **options)
    assert (rehearsed.added, stored(db)) == (1, [])
    _plan, done = import_path(db, tmp_path / "form.xlsx", **options)
    assert (done.added, stored(db)[0]["quotation"]) == (1, "Güzeldi")
