"""The program's own attendance workbook, taken in again: it proposes nothing, and what was changed in it is seen."""

import re
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from sqlalchemy import func, select

from tn_desktop.exchange.applying import apply_import
from tn_desktop.exchange.export.exporting import export_attendance
from tn_desktop.exchange.export.words import HEADINGS as EXPORTED
from tn_desktop.exchange.importing import choose, import_path, plan_import, tables_of
from tn_desktop.exchange.own_table import HEADINGS
from tn_desktop.exchange.plan import Decision, ImportPlan, ImportResult, Target, reason_text
from tn_desktop.exchange.reading.supervise import read_spreadsheet
from tn_desktop.model.entities.base import table_of
from tn_desktop.model.entities.people import Person
from tn_desktop.model.entities.workshops import Attendance, Workshop, WorkshopSession
from tn_desktop.model.errors import Refused
from tn_desktop.model.messages import Translate, untranslated
from tn_desktop.services import attendance, demo, records, rosters, same_as, undo
from tn_desktop.services.export_scope import Selection
from tn_desktop.sheets.language import sheet_translate
from tn_desktop.store.database import Database
from tn_desktop.store.profile import Profile

pytestmark = pytest.mark.both_engines

SPEAKS = {"tr": sheet_translate("tr"), "en": untranslated}
TODAY = date(2026, 5, 1)
_workshop, _session, _attendance = table_of(Workshop), table_of(WorkshopSession), table_of(Attendance)


def add(db: Database, entity: str, **values: object) -> int:
    with db.write("test") as uow:
        subject = records.add(uow, entity, values).subject
    assert subject is not None
    return subject


def export(db: Database, file: Path, speaks: Translate = untranslated, **of: Any) -> Path:
    with db.read() as connection:
        export_attendance(connection, file, Selection(**of), speaks)
    return file


def take_in(db: Database, file: Path, **options: Any) -> tuple[ImportPlan, ImportResult]:
    return import_path(db, file, today=TODAY, translations=tuple(SPEAKS.values()), **options)


def proposed(plan: ImportPlan, result: ImportResult) -> list[object]:
    """Everything that a plan would change or ask."""
    odd = [(row.name, row.fills, row.differs, row.joins, row.verdict) for row in plan.rows if row.verdict != "same"]
    new = [(row.name, mark) for row in plan.rows for mark in row.marks if mark.stored != mark.mark.status]
    told = [reason_text(reason, untranslated) for _number, reason in (*result.skipped, *result.refused)]
    unknown = [one for one in plan.sessions if not one.known]
    return [
        *odd,
        *new,
        *told,
        *unknown,
        *plan.remarks,
        *([result.added, result.changed] if result.added or result.changed else []),
    ]


@pytest.fixture
def namesakes(db: Database) -> Database:
    """Two workshops of one title in two provinces at the same moments, namesakes at one school, every kind of mark."""
    people = [
        add(db, "people", given_name=given, family_name="Kaya", institution=school, province="TR-76", label=label)
        for given, school, label in (
            ("Ayşe", "Iğdır Lisesi", "A"), ("Ayşe", "Iğdır Lisesi", "B"), ("Ayşe", "Iğdır Lisesi", None),
            ("Ali", "Kars Lisesi", None), ("Ali", "Kars Lisesi", None), ("Elif", None, None),
        )
    ]  # fmt: skip
    for province in ("TR-76", "TR-36"):
        workshop = add(db, "workshops", title="Altı Şapka", province=province)
        for person in people:
            add(db, "enrolments", person=person, workshop=workshop)
        for place, day in enumerate(("14", "21")):
            hour = "10" if province == "TR-76" else "13"
            session = add(db, "sessions", workshop=workshop, starts_at=f"2026-03-{day}T{hour}:00", status="held")
            for number, person in enumerate(people):
                status = ("present", "late", "excused", "absent", None)[(number + place) % 5]
                if status:
                    add(
                        db,
                        "attendance",
                        session=session,
                        person=person,
                        status=status,
                        mode="in_person",
                        minutes=5 if status == "late" else None,
                    )
    return db


@pytest.mark.some(2)
@pytest.mark.parametrize("kind", [None, "attendance", "people"])
@pytest.mark.parametrize("language", ["tr", "en"])
def test_the_whole_attendance_unedited_proposes_nothing(
    namesakes: Database, tmp_path: Path, language: str, kind: str | None
) -> None:
    file = export(namesakes, tmp_path / "katilim.xlsx", SPEAKS[language])
    plan, result = take_in(namesakes, file, kind=kind, dry_run=True)
    if kind == "people":
        # Without a look at the marks nothing tells two of one name at one school apart: that is said, not guessed.
        assert (result.added, result.changed, result.refused) == (0, 0, ())
        assert all(name.endswith("Kaya") for name in (row.name for row in plan.rows if row.verdict == "doubtful"))
        return
    assert proposed(plan, result) == []
    assert result.same == len(plan.rows) == 6


@pytest.mark.thorough
def test_of_a_notebook_full_of_stories_nothing_is_proposed(db: Database, tmp_path: Path) -> None:
    demo.fill(db, 200, 40, 7, TODAY)
    for language, speaks in SPEAKS.items():
        file = export(db, tmp_path / f"{language}.xlsx", speaks)
        plan, result = take_in(db, file, dry_run=True)
        assert proposed(plan, result) == [], language
        assert result.same > 50


def test_people_and_workshops_entered_twice_are_whom_they_are_seen_as(namesakes: Database, tmp_path: Path) -> None:
    with namesakes.write("test") as uow:
        same_as.judge(uow, "people", 4, 5, same_as.SAME)
        same_as.judge(uow, "workshops", 1, 2, same_as.SAME)
    plan, result = take_in(namesakes, export(namesakes, tmp_path / "k.xlsx"), dry_run=True)
    assert proposed(plan, result) == []


def test_a_mark_made_in_the_workbook_is_taken_where_there_was_none(namesakes: Database, tmp_path: Path) -> None:
    file = export(namesakes, tmp_path / "katilim.xlsx", SPEAKS["tr"])
    book = openpyxl.load_workbook(file)
    sheet = book["Veri"]
    heads = [cell.value for cell in sheet[1]]
    status = heads.index("Durum") + 1
    open_rows = [row for row in range(2, sheet.max_row + 1) if sheet.cell(row, status).value == "İşaretsiz"]
    assert open_rows
    sheet.cell(open_rows[0], status).value = "Katıldı"
    book.save(file)
    before = marked(namesakes)
    _plan, result = take_in(namesakes, file)
    assert (result.added, result.changed, result.marks) == (0, 1, 1)
    assert marked(namesakes) == before + 1
    assert result.batch is not None
    with namesakes.write("Undo") as uow:
        undo.undo(uow, result.batch)
    assert marked(namesakes) == before


def edited(db: Database, file: Path, *changes: tuple[str, str, str, object]) -> Path:
    """The program's workbook with cells changed, one for each (status and label to look for, column, value instead)."""
    export(db, file, SPEAKS["tr"])
    book = openpyxl.load_workbook(file)
    sheet = book["Veri"]
    heads = [cell.value for cell in sheet[1]]
    at = {name: heads.index(HEADINGS[name][0]) + 1 for name in ("status", "label", "minutes", "mode")}
    for status, label, column, value in changes:
        row = next(
            row
            for row in range(2, sheet.max_row + 1)
            if sheet.cell(row, at["status"]).value == status and (sheet.cell(row, at["label"]).value or "") == label
        )
        sheet.cell(row, at[column]).value = value  # type: ignore[assignment]
    book.save(file)
    return file


def marks(db: Database) -> list[tuple[int, int, str | None, int | None, str | None]]:
    columns = [_attendance.c[name] for name in ("session_id", "person_id", "status", "minutes", "mode")]
    with db.read() as connection:
        rows = connection.execute(select(*columns).where(_attendance.c.alive == 1).order_by(*columns[:2]))
        return [tuple(row) for row in rows]  # type: ignore[misc]


def test_marks_that_were_changed_in_the_workbook_differ_and_stay_unless_taken(
    namesakes: Database, tmp_path: Path
) -> None:
    changes = (
        ("Katıldı", "A", "status", "Katılmadı"),
        ("Geç", "B", "minutes", 25),
        ("Mazeretli", "", "mode", "Çevrim içi"),
    )
    file = edited(namesakes, tmp_path / "k.xlsx", *changes)
    before = marks(namesakes)
    plan, told = take_in(namesakes, file, dry_run=True)
    differing = [(row.person, mark.was, mark.mark) for row in plan.rows for mark in row.marks if mark.differs]
    assert len(differing) == 3
    assert (told.changed, told.same, len(told.differs)) == (0, 3, 3)
    said = [reason_text(reason, untranslated) for _row, reason in told.differs]
    for words in (
        "Present (in the file: Absent)",
        "Late, 5 min (in the file: Late, 25 min)",
        "Excused, In person (in the file: Excused, Online)",
    ):
        (text,) = (text for text in said if words in text)
        assert re.fullmatch(r"Differs, the stored value stays: .* · \d\d\.03\.2026 1[03]:00 · Altı Şapka", text)
    _plan, result = take_in(namesakes, file)
    assert (result.changed, result.marks, len(result.differs)) == (0, 0, 3)
    assert marks(namesakes) == before

    plan, told = take_in(namesakes, file, dry_run=True, take=["marks"])
    _plan, result = take_in(namesakes, file, take=["marks"])
    assert (told.changed, told.marks, told.differs) == (result.changed, result.marks, result.differs) == (3, 3, ())
    now = marks(namesakes)
    changed = [(was[2:], new[2:]) for was, new in zip(before, now, strict=True) if was != new]
    assert sorted(changed) == [
        (("excused", None, "in_person"), ("excused", None, "online")),
        (("late", 5, "in_person"), ("late", 25, "in_person")),
        (("present", None, "in_person"), ("absent", None, "in_person")),
    ]
    assert result.batch is not None
    with namesakes.write("Undo") as uow:
        undo.undo(uow, result.batch)
    assert marks(namesakes) == before


def test_one_mark_of_several_can_be_taken(namesakes: Database, tmp_path: Path) -> None:
    file = edited(namesakes, tmp_path / "k.xlsx", ("Geç", "A", "status", "Yok"), ("Katıldı", "A", "status", "Geç"))
    chosen = choose(tables_of(read_spreadsheet(file)))
    with namesakes.write("Import a list") as uow:
        plan = plan_import(uow.connection, chosen, today=TODAY)
        (row,) = (row for row in plan.rows if any(mark.differs for mark in row.marks))
        late, absent = (mark for mark in row.marks if mark.differs)
        result = apply_import(uow, plan, {row.row: Decision(marks=frozenset({late.session}))})
    assert (result.changed, result.marks) == (1, 1)
    (kept,) = result.differs
    assert reason_text(kept[1], untranslated).count("in the file:") == 1
    with namesakes.read() as connection:
        held = select(_attendance.c.status).where(_attendance.c.person_id == row.person)
        at = {
            mark.session: connection.execute(
                held.where(_attendance.c.session_id == plan.sessions[mark.session].session)
            ).scalar()
            for mark in (late, absent)
        }
    assert at == {late.session: late.mark.status, absent.session: absent.stored}


def test_a_mark_that_stands_with_a_twin_gives_way_to_the_one_that_is_taken(namesakes: Database, tmp_path: Path) -> None:
    with namesakes.write("test") as uow:
        same_as.judge(uow, "people", 4, 5, same_as.SAME)
        attendance.clear_mark(uow, 1, 4)
        attendance.clear_mark(uow, 1, 5)
        attendance.mark(uow, 1, 5, "present")
    file = export(namesakes, tmp_path / "k.xlsx", workshop=1)
    plan, result = take_in(namesakes, file)
    # What stands with her other row is her mark: none is made beside it.
    assert proposed(plan, result) == [] and result.marks == 0
    book = openpyxl.load_workbook(file)
    sheet = book["Data"]
    heads = [cell.value for cell in sheet[1]]
    for row in range(2, sheet.max_row + 1):
        cells = dict(zip(heads, sheet[row], strict=True))
        if cells["Full name"].value == "Ali Kaya" and f"{cells['Date'].value:%d}" == "14":
            cells["Status"].value = "Absent"
    book.save(file)
    _plan, result = take_in(namesakes, file, take=["marks"])
    assert (result.marks, result.differs) == (1, ())
    with namesakes.read() as connection:
        assert [row.status for row in rosters.roster(connection, 1).rows if row.name == "Ali Kaya"] == ["absent"]


def test_only_a_field_of_the_list_can_be_taken(namesakes: Database, tmp_path: Path) -> None:
    file = export(namesakes, tmp_path / "k.xlsx")
    for dry in (True, False):
        with pytest.raises(Refused, match="no field"):
            take_in(namesakes, file, take=["mark"], dry_run=dry)


def marked(db: Database) -> int:
    with db.read() as connection:
        held = select(func.count()).select_from(_attendance)
        return int(
            connection.execute(held.where(_attendance.c.alive == 1, _attendance.c.status.is_not(None))).scalar_one()
        )


def test_one_workshops_workbook_fits_that_workshop_and_says_of_others_that_they_are(
    namesakes: Database, tmp_path: Path
) -> None:
    add_another(namesakes)
    own = export(namesakes, tmp_path / "own.xlsx", workshop=1)
    plan, result = take_in(namesakes, own, target=Target(workshop=1), dry_run=True)
    assert proposed(plan, result) == []
    whole = export(namesakes, tmp_path / "whole.xlsx")
    plan, result = take_in(namesakes, whole, target=Target(workshop=3), dry_run=True)
    told = {one.remark.text(untranslated) for one in plan.sessions if one.remark}
    assert told == {"“Altı Şapka” is another workshop than the chosen one; its marks are left out."}


def add_another(db: Database) -> int:
    workshop = add(db, "workshops", title="Fotovoice", province="TR-36")
    session = add(db, "sessions", workshop=workshop, starts_at="2026-03-14T10:00", status="held")
    add(db, "attendance", session=session, person=4, status="present")
    return workshop


def test_a_notebook_that_knows_none_of_several_workshops_says_what_comes_first(
    namesakes: Database, tmp_path: Path, new_profile: Callable[[Path], Profile]
) -> None:
    add_another(namesakes)
    file = export(namesakes, tmp_path / "whole.xlsx")
    with Database.open(new_profile(tmp_path / "other")) as other:
        with pytest.raises(Refused) as refusal:
            take_in(other, file)
        assert "2 workshops" in refusal.value.text(untranslated)
        with other.read() as connection:
            assert connection.execute(select(func.count()).select_from(table_of(Person))).scalar() == 0


def test_a_workshop_that_is_not_stored_is_made_with_its_name(
    namesakes: Database, tmp_path: Path, new_profile: Callable[[Path], Profile]
) -> None:
    file = export(namesakes, tmp_path / "only.xlsx", workshop=1)
    with Database.open(new_profile(tmp_path / "other")) as other:
        _plan, result = take_in(other, file)
        assert (result.added, result.sessions) == (6, 2)
        with other.read() as connection:
            assert connection.execute(select(_workshop.c.title)).scalars().all() == ["Altı Şapka"]
            starts = connection.execute(select(_session.c.starts_at).order_by(_session.c.starts_at)).scalars().all()
        assert starts == ["2026-03-14T10:00", "2026-03-21T10:00"]


def test_a_session_that_was_moved_since_is_told(namesakes: Database, tmp_path: Path) -> None:
    file = export(namesakes, tmp_path / "k.xlsx")
    with namesakes.write("test") as uow:
        records.change(uow, "sessions", 1, {"starts_at": "2026-03-15T10:00"})
    plan, result = take_in(namesakes, file, dry_run=True)
    assert [one.remark.text(untranslated) for one in plan.sessions if one.remark] == [
        "“Altı Şapka” has no session on 14.03.2026 here; its marks are left out."
    ]
    assert (result.added, result.changed) == (0, 0)


def test_the_headings_are_those_that_are_written() -> None:
    exported: Sequence[tuple[str, str]] = [
        ("person_number", "person_number"), ("workshop", "workshop"), ("session", "session"), ("date", "day"),
        ("time", "starts"), ("full_name", "name"),
        *((name, name) for name in ("status", "label", "institution", "subject", "province", "district", "phone",
                                    "email", "mode", "minutes")),
    ]  # fmt: skip
    assert {name for name, _key in exported} == set(HEADINGS)
    for name, key in exported:
        assert HEADINGS[name] == (SPEAKS["tr"]("export", EXPORTED[key]), EXPORTED[key])
