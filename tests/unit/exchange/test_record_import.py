"""Lists of needs, outputs, engagements … against the store."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from tn_desktop.exchange.applying import apply_import
from tn_desktop.exchange.export.exporting import export_list
from tn_desktop.exchange.importing import choose_records, import_path, plan_import
from tn_desktop.exchange.plan import Decision, ImportPlan, ImportResult, reason_text
from tn_desktop.exchange.reading import Cell, RawSheet
from tn_desktop.exchange.reading.book import Book
from tn_desktop.exchange.record_tables import RECORDS
from tn_desktop.model.errors import FileRefused
from tn_desktop.model.messages import untranslated
from tn_desktop.model.registry import ENTITIES
from tn_desktop.services import records, undo
from tn_desktop.sheets.language import sheet_translate
from tn_desktop.store.database import Database

pytestmark = pytest.mark.both_engines

BOTH = (untranslated, sheet_translate("tr"))


def add(db: Database, entity: str, **values: Any) -> int:
    with db.write("test") as uow:
        key = records.add(uow, entity, values).subject
    assert key is not None
    return key


def plan(db: Database, kind: str, rows: Sequence[tuple[Cell, ...]]) -> ImportPlan:
    chosen = choose_records(Book((RawSheet("Liste", list(rows)),), "xlsx"), kind, (), BOTH)
    with db.read() as connection:
        return plan_import(connection, chosen, translations=BOTH)


def apply(db: Database, planned: ImportPlan, decisions: dict[int, Any] | None = None) -> ImportResult:
    with db.write("Import a list") as uow:
        return apply_import(uow, planned, decisions)


def stored(db: Database, kind: str) -> list[dict[str, Any]]:
    with db.read() as connection:
        return records.listing(connection, kind)[1]


def test_turkish_headings_below_a_title(db: Database) -> None:
    add(db, "communities", name="Iğdır Okuma Topluluğu")
    add(db, "people", given_name="Ayşe", family_name="Yılmaz")
    planned = plan(
        db,
        "needs",
        [
            ("Mart buluşmasında söylenenler",),
            (),
            ("İhtiyaç", "Topluluk", "Oy", "Temalar", "Durum", "Dile getiren", "Not defteri"),
            ("Sınıfta kitap yok", "IĞDIR OKUMA TOPLULUĞU", 7, "okuma / kütüphane", "Seçildi", "AYŞE YILMAZ", "x"),
            ("Veliler gelmiyor", None, "3", None, None, None, None),
        ],
    )
    assert [row.verdict for row in planned.rows] == ["new", "new"]
    result = apply(db, planned)
    assert (result.added, result.refused, result.skipped) == (2, (), ())
    first, second = sorted(stored(db, "needs"), key=lambda row: row["title"])
    assert (first["title"], first["votes"], first["themes"], first["status"]) == (
        "Sınıfta kitap yok", 7, ["okuma", "kütüphane"], "chosen",
    )  # fmt: skip
    assert first["community"] is not None and first["raised_by"] is not None
    assert (second["votes"], second["status"], second["community"]) == (3, "raised", None)


def test_what_is_not_stored_is_told_and_can_be_left_out(db: Database) -> None:
    rows = [("Başlık", "Topluluk", "Durum"), ("Kitap yok", "Olmayan Topluluk", "Seçildi"), ("Ödev", None, "belki")]
    planned = plan(db, "needs", rows)
    assert [row.verdict for row in planned.rows] == ["refused", "refused"]
    assert "Olmayan Topluluk" in reason_text(planned.rows[0].reasons[0], untranslated)
    assert "belki" in reason_text(planned.rows[1].reasons[0], untranslated)
    assert apply(db, planned).added == 0
    result = apply(db, planned, {0: Decision(without_wrong=True)})
    assert (result.added, [number for number, _ in result.refused]) == (1, [3])
    assert [row["title"] for row in stored(db, "needs")] == ["Kitap yok"]


def test_two_communities_of_one_name_are_not_guessed(db: Database) -> None:
    for province in ("TR-76", "TR-36"):
        add(db, "communities", name="Okuma", province=province)
    planned = plan(db, "needs", [("Başlık", "Topluluk"), ("Kitap yok", "okuma")])
    assert planned.rows[0].verdict == "refused"
    assert "Several" in reason_text(planned.rows[0].reasons[0], untranslated)


def test_a_known_row_is_filled_but_not_overwritten_unasked(db: Database) -> None:
    need = add(db, "needs", title="Kitap yok", votes=2)
    planned = plan(db, "needs", [("title", "votes", "description"), ("KİTAP YOK", 9, "Sınıflarda")])
    (row,) = planned.rows
    assert (row.verdict, row.person) == ("known", need)
    assert [change.field for change in row.fills] == ["description"]
    assert {change.field for change in row.differs} == {"votes"}
    apply(db, planned)
    assert [(one["votes"], one["description"]) for one in stored(db, "needs")] == [(2, "Sınıflarda")]
    again = plan(db, "needs", [("title", "votes"), ("Kitap yok", 9)])
    apply(db, again, {0: Decision(take=frozenset({"votes"}))})
    assert [one["votes"] for one in stored(db, "needs")] == [9]


def test_a_row_that_comes_twice_is_doubtful(db: Database) -> None:
    planned = plan(db, "outputs", [("Başlık", "Tür"), ("Okuma kılavuzu", "Kılavuz"), ("okuma kılavuzu", "Kılavuz")])
    assert [row.verdict for row in planned.rows] == ["new", "doubtful"]
    assert apply(db, planned).added == 1


def test_an_import_is_one_undo(db: Database) -> None:
    planned = plan(db, "needs", [("Başlık",), ("Kitap yok",), ("Ödev çok",)])
    result = apply(db, planned)
    assert result.batch is not None
    with db.write("Undo") as uow:
        undo.undo(uow, result.batch)
    assert stored(db, "needs") == []


def test_a_file_without_its_headings_is_refused_with_what_it_needs(db: Database) -> None:
    with pytest.raises(FileRefused) as refusal:
        plan(db, "needs", [("Ad Soyad", "Telefon"), ("Ayşe Yılmaz", "0532 000 00 01")])
    assert "Başlık" in refusal.value.text(untranslated)


@pytest.mark.parametrize("language", ["tr", "en"])
def test_every_list_comes_back_as_it_was_exported(db: Database, tmp_path: Path, language: str) -> None:
    fill_a_row_of_each(db)
    translate = BOTH[1] if language == "tr" else untranslated
    for kind in RECORDS:
        before = stored(db, kind)
        assert before, kind
        with db.read() as connection:
            export_list(connection, kind, tmp_path / f"{kind}.xlsx", translate)
        plan_, result = import_path(db, tmp_path / f"{kind}.xlsx", kind=kind, translations=BOTH)
        reasons = [reason_text(reason, untranslated) for row in plan_.rows for reason in row.reasons]
        assert (result.added, result.changed, result.same, reasons) == (0, 0, len(before), []), kind
        assert stored(db, kind) == before


def fill_a_row_of_each(db: Database) -> None:
    """A row of every list, with something in most fields."""
    person = add(db, "people", given_name="Işıl", family_name="Öz")
    community = add(db, "communities", name="Iğdır Okuma", province="TR-76", founded="2025-02-01")
    workshop = add(db, "workshops", title="Eleştirel Düşünme")
    session = add(db, "sessions", workshop=workshop, starts_at="2026-03-14T13:00")
    need = add(
        db, "needs", title="Kitap yok", community=community, raised_by=person, session=session, votes=4,
        raised_at="2026-03-14", themes=["okuma", "kütüphane"],
    )  # fmt: skip
    add(db, "decisions", community=community, question="Kitaplık kurulsun mu?", votes=12, needs=[need])
    solution = add(db, "solutions", title="Sınıf kitaplığı", community=community, needs=[need], workshops=[workshop])
    add(db, "iterations", solution=solution, date="2026-04-01", what_changed="Raflar alçaldı", carried_out_by=[person])
    output = add(db, "outputs", title="Kitaplık kılavuzu", kind="guide", solution=solution, link="example.org/kilavuz")
    add(db, "reach", output=output, number=400, basis="counted", province="TR-76", date="2026-05-02")
    add(
        db, "tools", title="Denediğim yöntem", minutes=40, mode=["in_person"], steps="10 Isınma\n30 Çizim",
        skills=["critical_thinking", "resim"],
    )  # fmt: skip
    stakeholder = add(db, "stakeholders", name="Okuma Derneği")
    add(db, "engagements", stakeholder=stakeholder, date="2026-02-03", kind="call", summary="Kitap istedik", done="0")
    add(db, "surveys", community=community, wave=1, indicator="well_being", n=20, mean="3,85")
    add(db, "quotations", text="Artık sınıfımda kitap var.", year=2026, permission="1", community=community)
    add(db, "feedback", session=session, useful=5, content=4, quotation="Güzeldi", made_by="form")
    add(db, "milestones", title="Yılın ödülü", kind="award", date="2026-06-01")


def test_every_list_that_is_imported_is_an_entity() -> None:
    assert set(RECORDS) <= set(ENTITIES)
