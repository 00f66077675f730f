"""Lists of needs, outputs, engagements … against the store."""

import json
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tn_desktop.exchange.applying import apply_import
from tn_desktop.exchange.export.exporting import Options, export_list
from tn_desktop.exchange.import_report import expected
from tn_desktop.exchange.importing import choose_records, import_path, plan_import
from tn_desktop.exchange.own_list import own_list
from tn_desktop.exchange.plan import Decision, ImportPlan, ImportResult, reason_text
from tn_desktop.exchange.reading.book import Book, Cell, RawSheet
from tn_desktop.exchange.record_tables import RECORDS
from tn_desktop.model.errors import FileRefused
from tn_desktop.model.messages import untranslated
from tn_desktop.model.registry import ENTITIES
from tn_desktop.model.tool_library import library
from tn_desktop.model.vocabulary import REQUEST_KIND, REQUEST_STATUS, WORDS
from tn_desktop.services import demo, erasure, records, undo
from tn_desktop.sheets.language import sheet_translate
from tn_desktop.store.database import Database
from tn_desktop.store.profile import Profile

pytestmark = pytest.mark.both_engines

BOTH = (untranslated, sheet_translate("tr"))
WHOLE = Options(small_numbers=True)
"""For her own use: small groups too."""


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
    told, done = expected(again), apply(db, again)
    reasons = [(row, reason_text(why, untranslated)) for row, why in done.differs]
    assert (done.changed, done.same, reasons) == (0, 0, [(2, "Differs, the stored value stays: Votes")])
    assert (told.changed, told.same, told.differs) == (0, 0, done.differs)
    apply(db, again, {0: Decision(take=frozenset({"votes"}))})
    assert [one["votes"] for one in stored(db, "needs")] == [9]


def test_a_changed_list_of_rows_is_shown_taken_and_taken_back(db: Database) -> None:
    people = {name: add(db, "people", given_name=name, family_name="Öz") for name in ("Ayşe", "Ali", "Elif")}
    add(db, "workshops", title="Problem Ağacı", led_by=[people["Ayşe"], people["Ali"]])

    def leaders() -> list[str]:
        with db.read() as connection:
            uids = {records.uid_of(connection, "people", key): name for name, key in people.items()}
        return sorted(uids[uid] for uid in stored(db, "workshops")[0]["led_by"])

    def row(names: str | None) -> ImportPlan:
        return plan(db, "workshops", [("title", "led_by"), ("Problem Ağacı", names)])

    for nothing in ("Ali Öz, AYŞE ÖZ", None, "–"):
        assert [one.verdict for one in row(nothing).rows] == ["same"], nothing
    # Who is there besides is put on the list: nothing of what is stored is lost.
    more = row("Elif Öz, Ali Öz, Ayşe Öz")
    (change,) = more.rows[0].fills
    assert (more.rows[0].verdict, change.field, change.texts) == (
        "known",
        "led_by",
        ("Ayşe Öz, Ali Öz", "Ayşe Öz, Ali Öz, Elif Öz"),
    )
    result = apply(db, more)
    assert result.changed == 1 and leaders() == ["Ali", "Ayşe", "Elif"]
    assert result.batch is not None
    with db.write("Undo") as uow:
        undo.undo(uow, result.batch)
    assert leaders() == ["Ali", "Ayşe"]
    # Who would go is told, and goes only where that is wanted.
    less = row("Elif Öz, Ali Öz")
    (change,) = less.rows[0].differs
    assert (less.rows[0].fills, change.texts) == ((), ("Ayşe Öz, Ali Öz", "Elif Öz, Ali Öz"))
    assert apply(db, less).changed == 0 and leaders() == ["Ali", "Ayşe"]
    result = apply(db, less, {0: Decision(take=frozenset({"led_by"}))})
    assert result.changed == 1 and leaders() == ["Ali", "Elif"]
    assert result.batch is not None
    with db.write("Undo") as uow:
        undo.undo(uow, result.batch)
    assert leaders() == ["Ali", "Ayşe"]


def test_an_empty_list_of_rows_is_filled(db: Database) -> None:
    need = add(db, "needs", title="Kitap yok")
    add(db, "solutions", title="Kitaplık")
    planned = plan(db, "solutions", [("Başlık", "needs"), ("Kitaplık", "Kitap yok")])
    assert [change.field for change in planned.rows[0].fills] == ["needs"]
    assert apply(db, planned).changed == 1
    with db.read() as connection:
        assert stored(db, "solutions")[0]["needs"] == [records.uid_of(connection, "needs", need)]


def test_of_people_of_one_name_a_list_means_those_it_holds(db: Database) -> None:
    first, _second = (add(db, "people", given_name="Elif", family_name="Oğuz", label=label) for label in "ab")
    ali = add(db, "people", given_name="Ali", family_name="Kaya")
    add(db, "workshops", title="Altı Şapka", led_by=[first])
    add(db, "workshops", title="Fotovoice", led_by=[ali])
    heads = ("title", "led_by")
    (known,) = plan(db, "workshops", [heads, ("Altı Şapka", "Elif Oğuz, Ali Kaya")]).rows
    assert [change.given for change in known.fills] == [[first, ali]]
    # Nothing tells which Elif is meant: the list stays as it is, and that is said.
    planned = plan(db, "workshops", [heads, ("Fotovoice", "Ali Kaya, Elif Oğuz")])
    (unclear,) = planned.rows
    assert (unclear.verdict, unclear.fills, unclear.differs) == ("same", (), ())
    assert "Several" in reason_text(unclear.reasons[0], untranslated) and "Elif Oğuz" in reason_text(
        unclear.reasons[0], untranslated
    )
    assert (apply(db, planned).changed, apply(db, planned).same) == (0, 1)


def test_what_points_to_another_row_differs_by_name(db: Database) -> None:
    first, second = (add(db, "solutions", title=title) for title in ("Kitaplık", "Okuma köşesi"))
    add(db, "outputs", title="Kılavuz", solution=first)
    (row,) = plan(db, "outputs", [("title", "solution"), ("Kılavuz", "OKUMA KÖŞESİ")]).rows
    assert [(one.given, one.texts) for one in row.differs] == [(second, ("Kitaplık", "Okuma köşesi"))]


def test_words_of_a_list_are_joined_and_what_would_go_is_told(db: Database) -> None:
    add(db, "needs", title="Kitap yok", themes=["okuma", "Kütüphane"])
    heads = ("title", "themes")
    assert [one.verdict for one in plan(db, "needs", [heads, ("Kitap yok", "kütüphane, okuma")]).rows] == ["same"]
    (more,) = plan(db, "needs", [heads, ("Kitap yok", "aile, KÜTÜPHANE, okuma")]).rows
    assert [change.given for change in more.fills] == ['["okuma","Kütüphane","aile"]']
    (less,) = plan(db, "needs", [heads, ("Kitap yok", "okuma")]).rows
    assert (less.fills, [change.field for change in less.differs]) == ((), ["themes"])


@pytest.mark.some(2)
@pytest.mark.parametrize("kind", ["workshops", "sessions", "decisions", "solutions", "iterations", "needs", "agenda"])
def test_a_list_comes_back_the_same_without_those_who_were_removed(db: Database, tmp_path: Path, kind: str) -> None:
    fill_a_row_of_each(db)
    with db.write("test") as uow:
        for entity in ("people", "needs"):
            if entity != kind:
                for row in stored(db, entity):
                    records.remove(uow, entity, records.id_of(uow.connection, entity, row["uid"]))
    before = stored(db, kind)
    with db.read() as connection:
        export_list(connection, kind, tmp_path / "list.xlsx", BOTH[1], options=WHOLE)
    planned, result = import_path(db, tmp_path / "list.xlsx", kind=kind, translations=BOTH)
    reasons = [reason_text(reason, untranslated) for row in planned.rows for reason in row.reasons]
    assert (result.added, result.changed, result.same, reasons) == (0, 0, len(before), [])


def test_which_a_doubtful_row_means_by_her_word_is_filled_in_as_was_shown(db: Database) -> None:
    community = add(db, "communities", name="Okuma")
    first, second = (add(db, "needs", title="Kitap yok", votes=votes) for votes in (2, None))
    planned = plan(db, "needs", [("title", "votes", "community"), ("KİTAP YOK", 9, "Okuma")])
    assert [row.verdict for row in planned.rows] == ["doubtful"]
    beside = {one.person: one for one in planned.rows[0].candidates}
    assert [change.field for change in beside[first].fills] == ["community"]
    assert [change.texts for change in beside[first].fills] == [("", "Okuma")]
    assert [change.field for change in beside[first].differs] == ["votes"]
    result = apply(db, planned, {0: Decision("person", first)})
    assert (result.added, result.changed, [row for row, _ in result.differs]) == (0, 1, [2])
    with db.read() as connection:
        told = {records.id_of(connection, "needs", row["uid"]): row for row in stored(db, "needs")}
        place = records.uid_of(connection, "communities", community)
    assert (told[first]["community"], told[first]["votes"], told[second]["community"]) == (place, 2, None)
    apply(db, planned, {0: Decision("person", first, frozenset({"votes"}))})
    assert sorted(row["votes"] or 0 for row in stored(db, "needs")) == [0, 9]


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


@pytest.mark.thorough
@pytest.mark.parametrize("language", ["tr", "en"])
def test_every_list_comes_back_as_it_was_exported(db: Database, tmp_path: Path, language: str) -> None:
    fill_a_row_of_each(db)
    translate = BOTH[1] if language == "tr" else untranslated
    for kind in RECORDS:
        before = stored(db, kind)
        assert before, kind
        with db.read() as connection:
            export_list(connection, kind, tmp_path / f"{kind}.xlsx", translate, options=WHOLE)
        plan_, result = import_path(db, tmp_path / f"{kind}.xlsx", kind=kind, translations=BOTH)
        reasons = [reason_text(reason, untranslated) for row in plan_.rows for reason in row.reasons]
        assert (result.added, result.changed, result.same, reasons) == (0, 0, len(before), []), kind
        assert stored(db, kind) == before


@pytest.mark.some(1)
@pytest.mark.one_engine("sqlite")
@pytest.mark.parametrize("language", ["tr", "en"])
def test_of_a_notebook_full_of_stories_no_list_proposes_anything(db: Database, tmp_path: Path, language: str) -> None:
    """Nor has anybody to say what a list is of; of feedback the answers of small groups are left out."""
    demo.fill(db, 120, 24, 7, date(2026, 5, 1))
    translate = BOTH[1] if language == "tr" else untranslated
    for kind in RECORDS:
        file, options = tmp_path / f"{kind}.xlsx", WHOLE if kind != "feedback" else Options()
        with db.read() as connection:
            rows = export_list(connection, kind, file, translate, language=language, options=options).rows
        planned, result = import_path(db, file, translations=BOTH, dry_run=True)
        odd = [(number, reason_text(why, untranslated)) for number, why in (*result.refused, *result.skipped)]
        assert (planned.kind, odd, result.differs) == (kind, [], ())
        assert (result.added, result.changed, result.same) == (0, 0, rows), kind


@pytest.mark.some(1)
@pytest.mark.one_engine("sqlite")
@pytest.mark.parametrize("language", ["tr", "en"])
@pytest.mark.parametrize("ending", ["csv", "ods"])
def test_every_list_is_known_by_its_headings_in_any_format(
    db: Database, tmp_path: Path, language: str, ending: str
) -> None:
    """A csv has no page about the file, and whoever saves a sheet on its own loses it too."""
    fill_a_row_of_each(db)
    translate = BOTH[1] if language == "tr" else untranslated
    for kind in RECORDS:
        with db.read() as connection:
            rows = export_list(connection, kind, tmp_path / f"{kind}.{ending}", translate, options=WHOLE).rows
        planned, result = import_path(db, tmp_path / f"{kind}.{ending}", translations=BOTH, dry_run=True)
        assert (planned.kind, result.added, result.changed, result.same) == (kind, 0, 0, rows), kind


def test_a_list_that_only_has_some_headings_of_ours_is_nobody_s_in_particular(tmp_path: Path) -> None:
    for heads in (("Ad Soyad", "İl", "Notlar"), ("Başlık",), ("Kişi", "Topluluk")):
        book = Book((RawSheet("x", (heads, ("Ayşe Yılmaz", "Iğdır", "Okuma"))),), "csv")
        assert own_list(book, BOTH) is None


def test_feedback_without_its_answers_says_nothing_and_writes_nothing(db: Database, tmp_path: Path) -> None:
    fill_a_row_of_each(db)
    before = stored(db, "feedback")
    with db.read() as connection:
        export_list(connection, "feedback", tmp_path / "list.xlsx", BOTH[1])
    _plan, result = import_path(db, tmp_path / "list.xlsx", translations=BOTH)
    assert (result.added, result.same, result.refused) == (0, 1, ())
    assert stored(db, "feedback") == before


def test_a_request_is_known_by_whose_it_is_what_for_and_when(db: Database) -> None:
    key = add(db, "people", given_name="Işıl", family_name="Öz")
    held = add(db, "requests", person=key, kind="access", received="2026-03-14")
    fields = {field.name: BOTH[1]("fields", field.label) for field in ENTITIES["requests"].fields}
    heads = tuple(fields[name] for name in ("person", "kind", "received", "status", "closed"))
    kind, done = BOTH[1](WORDS, REQUEST_KIND["access"]), BOTH[1](WORDS, REQUEST_STATUS["done"])
    (row,) = plan(db, "requests", [heads, ("Işıl Öz", kind, "14.03.2026", done, "01.04.2026")]).rows
    assert (row.verdict, row.person) == ("known", held)
    assert {change.field for change in row.differs} == {"closed", "status"}
    (other,) = plan(db, "requests", [heads, ("Işıl Öz", kind, "15.03.2026", None, None)]).rows
    assert other.verdict == "new"


def test_a_request_of_somebody_erased_changes_nothing_when_its_list_comes_back(db: Database, tmp_path: Path) -> None:
    key = add(db, "people", given_name="Işıl", family_name="Öz")
    add(db, "requests", person=key, kind="erasure", received="2026-03-14", notes="Telefonla")
    erasure.erase_person(db, key, "2026-03-20", "KVKK")
    before = stored(db, "requests")
    with db.read() as connection:
        export_list(connection, "requests", tmp_path / "list.xlsx", BOTH[1])
    _plan, result = import_path(db, tmp_path / "list.xlsx", translations=BOTH)
    assert (result.added, result.changed, result.same, result.refused) == (0, 0, 1, ())
    assert stored(db, "requests") == before


def test_a_request_of_nobody_is_refused_on_its_own(db: Database) -> None:
    add(db, "people", given_name="Işıl", family_name="Öz")
    rows = [("person", "kind", "received"), (None, "access", "14.03.2026"), ("Işıl Öz", "access", "14.03.2026")]
    nobody, her = plan(db, "requests", rows).rows
    assert (nobody.verdict, her.verdict) == ("refused", "new")
    assert "without a name" in reason_text(nobody.reasons[0], untranslated)


@pytest.mark.parametrize(
    ("kind", "heads", "wrong", "right", "why"),
    [
        (
            "sessions", ("workshop", "starts_at", "ends_at"),
            ("Problem Ağacı", "14.03.2026 13:00", "14.03.2026 12:00"),
            ("Problem Ağacı", "15.03.2026 13:00", "15.03.2026 14:00"), "ends before it starts",
        ),
        (
            "consents", ("person", "kind", "purpose", "given_at"), ("Işıl Öz", "consent", None, "14.03.2026"),
            ("Işıl Öz", "consent", "contact", "14.03.2026"), "for one purpose",
        ),
        (
            "requests", ("person", "kind", "received", "closed"), ("Işıl Öz", "access", "14.03.2026", "01.03.2026"),
            ("Işıl Öz", "access", "15.03.2026", None), "before it came",
        ),
        (
            "surveys", ("wave", "indicator", "n", "mean"), (1, "support", 20, 9), (1, "well_being", 20, "4,5"),
            "above the best value",
        ),
        ("surveys", ("wave", "indicator", "n", "mean"), (1, "support", 0, 4), (1, "well_being", 1, 5), "one answer"),
        ("reach", ("output", "number"), (None, 12), ("Kılavuz", 12), "an output or a session"),
    ],
)  # fmt: skip
def test_a_row_that_contradicts_itself_is_refused_with_its_reason_and_holds_up_no_other(
    db: Database, kind: str, heads: tuple[str, ...], wrong: Any, right: Any, why: str
) -> None:
    add(db, "people", given_name="Işıl", family_name="Öz")
    add(db, "workshops", title="Problem Ağacı")
    add(db, "outputs", title="Kılavuz")
    planned = plan(db, kind, [heads, wrong, right])
    assert [row.verdict for row in planned.rows] == ["refused", "new"]
    assert why in reason_text(planned.rows[0].reasons[0], untranslated)
    result = apply(db, planned)
    assert (result.added, [number for number, _why in result.refused]) == (1, [planned.rows[0].number])


def test_a_row_without_a_name_of_its_own_is_called_after_what_it_is_of(db: Database) -> None:
    add(db, "people", given_name="Işıl", family_name="Öz")
    add(db, "communities", name="Okuma")
    rows = [("person", "community"), ("Işıl Öz", "Okuma"), ("Can Su", "Okuma"), (None, "Okuma")]
    assert [row.name for row in plan(db, "memberships", rows).rows] == ["Işıl Öz · Okuma", "Can Su · Okuma", "Okuma"]


def test_what_a_list_fills_in_goes_with_what_stays(db: Database) -> None:
    """A request is closed by a list that calls it answered: without its new status its day would contradict it."""
    key = add(db, "people", given_name="Işıl", family_name="Öz")
    held = add(db, "requests", person=key, kind="access", received="2026-03-14")
    heads = ("person", "kind", "received", "status", "closed")
    planned = plan(db, "requests", [heads, ("Işıl Öz", "access", "14.03.2026", "done", "01.04.2026")])
    (row,) = planned.rows
    assert (row.person, row.fills, [change.field for change in row.differs]) == (held, (), ["closed", "status"])
    half = apply(db, planned, {0: Decision(take=frozenset({"closed"}))})
    assert (half.changed, [number for number, _why in half.refused]) == (0, [row.number])
    whole = apply(db, planned, {0: Decision(take=frozenset({"closed", "status"}))})
    assert (whole.changed, whole.refused) == (1, ())
    assert [(one["status"], one["closed"]) for one in stored(db, "requests")] == [("done", "2026-04-01")]


def test_skills_are_the_same_by_their_words_in_either_language(db: Database) -> None:
    add(db, "workshops", title="Altı Şapka", skills=["iletişim", "resim"])
    heads = ("title", "skills")
    assert plan(db, "workshops", [heads, ("Altı Şapka", "communication, resim")]).rows[0].verdict == "same"
    (more,) = plan(db, "workshops", [heads, ("Altı Şapka", "İletişim, resim, şiir")]).rows
    assert [json.loads(change.given) for change in more.fills] == [["iletişim", "resim", "şiir"]]


def test_tools_of_the_library_are_known_in_each_language(db: Database, tmp_path: Path) -> None:
    before = stored(db, "tools")
    for language, translate in (("tr", BOTH[1]), ("en", untranslated)):
        file = tmp_path / f"{language}.xlsx"
        with db.read() as connection:
            export_list(connection, "tools", file, translate, language=language)
        _plan, result = import_path(db, file, kind="tools", translations=BOTH)
        assert (result.added, result.changed, result.same) == (0, 0, len(library())), language
    assert stored(db, "tools") == before


def test_what_is_called_alike_is_the_one_that_is_stored(db: Database) -> None:
    first, second = (add(db, "people", given_name="Elif", family_name="Oğuz", label=label) for label in "ab")
    community = add(db, "communities", name="Okuma")
    add(db, "needs", title="Kitap yok", raised_by=second)
    add(db, "memberships", person=second, community=community, role="facilitator")
    rows = [("Başlık", "Dile getiren"), ("Kitap yok", "Elif Oğuz"), ("Ödev çok", "Elif Oğuz")]
    planned = plan(db, "needs", rows)
    assert [row.verdict for row in planned.rows] == ["same", "refused"]
    assert "Several" in reason_text(planned.rows[1].reasons[0], untranslated)
    result = apply(db, planned, {1: Decision(without_wrong=True)})
    assert (result.added, result.same) == (1, 1)
    member = [("Kişi", "Topluluk", "Rol"), ("Elif Oğuz", "Okuma", "Kolaylaştırıcı")]
    assert [row.verdict for row in plan(db, "memberships", member).rows] == ["same"]
    add(db, "memberships", person=first, community=community)
    assert [row.verdict for row in plan(db, "memberships", member).rows] == ["same"]
    other = [member[0], ("Elif Oğuz", "Okuma", "Destekçi")]
    assert [row.verdict for row in plan(db, "memberships", other).rows] in (["doubtful"], ["refused"])


def test_a_name_with_commas_in_a_list_of_names_stays_one(db: Database) -> None:
    needs = [add(db, "needs", title=title) for title in ("Kuraklık derste var, bahçede yok", "Kitap yok")]
    add(db, "communities", name="Okuma")
    rows = [("Karar", "Topluluk", "İhtiyaçlar"), ("Bahçe?", "Okuma", "Kuraklık derste var, bahçede yok, Kitap yok")]
    assert apply(db, plan(db, "decisions", rows)).added == 1
    (decision,) = stored(db, "decisions")
    with db.read() as connection:
        assert sorted(decision["needs"]) == sorted(records.uid_of(connection, "needs", key) for key in needs)
    rows[1] = ("Çatı?", "Okuma", "Kitap yok, Kuraklık derste var")
    (refused,) = plan(db, "decisions", rows).rows
    assert "Kuraklık derste var" in reason_text(refused.reasons[0], untranslated)


def test_a_key_figure_is_one_of_its_day_in_any_language(db: Database, tmp_path: Path) -> None:
    for number, day in ((900, "2025-12-31"), (1200, "2026-06-30")):
        add(db, "milestones", title="Etkinliklerin ulaştığı kişi", kind="figure", number=number, date=day)
    with db.read() as connection:
        export_list(connection, "milestones", tmp_path / "figures.xlsx", untranslated)
    titles = [row[2] for row in told(tmp_path / "figures.xlsx")[1:]]
    assert titles == ["People reached by activities"] * 2
    _plan, result = import_path(db, tmp_path / "figures.xlsx", kind="milestones", translations=BOTH)
    assert (result.added, result.changed, result.same) == (0, 0, 2)
    rows: list[tuple[Cell, ...]] = [
        ("Title", "Kind", "Date", "Number"),
        ("People reached by activities", "Key figure", "31.12.2026", 1500),
    ]
    assert [row.verdict for row in plan(db, "milestones", rows).rows] == ["new"]


def test_a_workshop_of_the_same_title_in_another_province_is_another(db: Database) -> None:
    add(db, "workshops", title="Problem Ağacı", province="TR-76")
    rows = [("Başlık", "İl"), ("Problem Ağacı", "Kars"), ("Problem Ağacı", "Iğdır"), ("Problem ağacı", None)]
    verdicts = [row.verdict for row in plan(db, "workshops", rows).rows]
    assert verdicts[:2] == ["new", "same"] and verdicts[2] != "new"


def test_a_whole_notebook_goes_through_workbooks_into_an_empty_one(
    db: Database, tmp_path: Path, new_profile: Callable[[Path], Profile]
) -> None:
    translate = BOTH[1]
    # What is named comes before what names it.
    kinds = tuple(dict.fromkeys(("people", "stakeholders", "communities", "workshops", "sessions", *RECORDS)))
    fill_a_row_of_each(db)
    with db.read() as connection:
        for kind in kinds:
            export_list(connection, kind, tmp_path / f"{kind}.xlsx", translate, options=WHOLE)
    with Database.open(new_profile(tmp_path / "other")) as other:
        for kind in kinds:
            planned, result = import_path(other, tmp_path / f"{kind}.xlsx", kind=kind, translations=BOTH)
            reasons = [reason_text(reason, untranslated) for row in planned.rows for reason in row.reasons]
            assert not result.refused and not result.skipped, (kind, reasons)
        with other.read() as connection:
            for kind in kinds:
                export_list(connection, kind, tmp_path / f"{kind}-2.xlsx", translate, options=WHOLE)
    for kind in kinds:
        assert told(tmp_path / f"{kind}-2.xlsx") == told(tmp_path / f"{kind}.xlsx"), kind


def told(file: Path) -> list[tuple[Any, ...]]:
    """The rows of a workbook's first sheet."""
    book = openpyxl.load_workbook(file)
    rows = [tuple(row) for row in book.worksheets[0].iter_rows(values_only=True)]
    return [rows[0], *sorted(rows[1:], key=str)]


def fill_a_row_of_each(db: Database) -> None:
    """A row of every list, with something in most fields."""
    person = add(db, "people", given_name="Işıl", family_name="Öz")
    community = add(db, "communities", name="Iğdır Okuma", province="TR-76", founded="2025-02-01")
    add(db, "memberships", person=person, community=community, role="facilitator", joined="2025-03-01")
    workshop = add(
        db, "workshops", title="Eleştirel Düşünme", province="TR-76", communities=[community], led_by=[person],
        teacher_led="1", skills=["critical_thinking"],
    )  # fmt: skip
    session = add(
        db, "sessions", workshop=workshop, starts_at="2026-03-14T13:00", ends_at="2026-03-14T16:00", title="Açılış",
        facilitators=[person], capacity=20, minors=3, status="held",
    )  # fmt: skip
    add(db, "enrolments", person=person, workshop=workshop, status="enrolled", since="2026-03-01T00:00")
    add(db, "agenda", session=session, position=1, title="Tanışma", minutes=15, led_by=person)
    need = add(
        db, "needs", title="Kitap yok", community=community, raised_by=person, session=session, votes=4,
        raised_at="2026-03-14", themes=["okuma", "kütüphane"],
    )  # fmt: skip
    add(db, "decisions", community=community, question="Kitaplık kurulsun mu?", votes=12, needs=[need])
    solution = add(db, "solutions", title="Sınıf kitaplığı", community=community, needs=[need], workshops=[workshop])
    iteration = add(
        db, "iterations", solution=solution, date="2026-04-01", what_changed="Raflar alçaldı", carried_out_by=[person]
    )
    output = add(
        db, "outputs", title="Kitaplık kılavuzu", kind="guide", solution=solution, iteration=iteration,
        link="example.org/kilavuz",
    )  # fmt: skip
    add(db, "reach", output=output, number=400, basis="counted", province="TR-76", date="2026-05-02")
    add(
        db, "tools", title="Denediğim yöntem", minutes=40, mode=["in_person"], steps="10 Isınma\n30 Çizim",
        skills=["critical_thinking", "resim"],
    )  # fmt: skip
    stakeholder = add(
        db, "stakeholders", name="Okuma Derneği", type="ngo", disciplines=["kütüphane"], themes=["okuma"],
        role="kitap verir", province="TR-76", status="past",
    )  # fmt: skip
    add(db, "contacts", stakeholder=stakeholder, person=person, role="başkan")
    add(db, "community_stakeholders", community=community, stakeholder=stakeholder, roles=["host"])
    add(db, "workshop_stakeholders", workshop=workshop, stakeholder=stakeholder, roles=["funder"])
    add(db, "engagements", stakeholder=stakeholder, date="2026-02-03", kind="call", summary="Kitap istedik", done="0")
    add(db, "surveys", community=community, wave=1, indicator="well_being", n=20, mean="3,85")
    add(db, "quotations", text="Artık sınıfımda kitap var.", year=2026, permission="1", community=community)
    add(db, "feedback", session=session, useful=5, content=4, quotation="Güzeldi", made_by="form")
    add(db, "milestones", title="Yılın ödülü", kind="award", date="2026-06-01")
    add(
        db, "consents", person=person, kind="consent", purpose="photo_video", text_version="1", language="tr",
        channel="paper", given_at="2026-03-14", withdrawn_at="2026-04-01", evidence="mavi klasör",
    )  # fmt: skip
    add(db, "consents", person=person, kind="notice", given_at="2026-03-14")
    add(db, "requests", person=person, kind="access", received="2026-03-14", channel="paper", status="done",
        closed="2026-04-01", notes="Mektupla")  # fmt: skip


def test_every_list_that_is_imported_is_an_entity() -> None:
    assert set(RECORDS) <= set(ENTITIES)
