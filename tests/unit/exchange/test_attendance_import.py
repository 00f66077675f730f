"""Attendance lists against the store: sessions found or made, marks written, walk-ins, doubts."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from tn_desktop.exchange.applying import apply_import
from tn_desktop.exchange.importing import choose, import_file, plan_import
from tn_desktop.exchange.plan import Decision, ImportPlan, ImportResult, Target
from tn_desktop.exchange.reading.book import Cell, RawSheet
from tn_desktop.exchange.tables import find_tables
from tn_desktop.model.entities.base import table_of
from tn_desktop.model.entities.people import Person
from tn_desktop.model.entities.workshops import Attendance, Enrolment, Workshop, WorkshopSession
from tn_desktop.model.errors import Refused
from tn_desktop.model.messages import untranslated
from tn_desktop.services import records, undo
from tn_desktop.store.database import Database

pytestmark = pytest.mark.both_engines

TODAY = date(2026, 5, 1)
_person, _attendance, _enrolment = table_of(Person), table_of(Attendance), table_of(Enrolment)
_session, _workshop = table_of(WorkshopSession), table_of(Workshop)


def add(db: Database, entity: str, **values: object) -> int:
    with db.write("test") as uow:
        subject = records.add(uow, entity, values).subject
    assert subject is not None
    return subject


def plan(db: Database, rows: Sequence[tuple[Cell, ...]], target: Target, **more: Any) -> ImportPlan:
    chosen = choose(find_tables(RawSheet("Yoklama", list(rows))))
    with db.read() as connection:
        return plan_import(connection, chosen, target, today=TODAY, **more)


def apply(db: Database, planned: ImportPlan, decisions: dict[int, Any] | None = None) -> ImportResult:
    with db.write("Import a list") as uow:
        return apply_import(uow, planned, decisions)


def marks(db: Database) -> set[tuple[str, str, str | None]]:
    """(name, start of the session, status) of every living attendance."""
    with db.read() as connection:
        rows = connection.execute(
            select(_person.c.given_name, _session.c.starts_at, _attendance.c.status)
            .join(_person, _person.c.id == _attendance.c.person_id)
            .join(_session, _session.c.id == _attendance.c.session_id)
            .where(_attendance.c.alive == 1)
        )
        return {(row[0], row[1], row[2]) for row in rows}


WIDE: list[tuple[Cell, ...]] = [
    ("Ad Soyad", "14.03.2026", "21.03.2026", "Toplam"),
    ("Ayşe Yılmaz", "+", "-", 1),
    ("Ali Kaya", "+", None, 1),
    ("Toplam", 2, 0, 2),
]


def test_sessions_are_made_from_dates_and_everybody_is_enrolled(db: Database) -> None:
    workshop = add(db, "workshops", title="Eleştirel Düşünme")
    planned = plan(db, WIDE, Target(workshop=workshop))
    assert [session.starts_at for session in planned.sessions] == ["2026-03-14T00:00", "2026-03-21T00:00"]
    result = apply(db, planned)
    assert (result.added, result.marks, result.sessions) == (2, 3, 2)
    assert marks(db) == {
        ("Ayşe", "2026-03-14T00:00", "present"),
        ("Ayşe", "2026-03-21T00:00", "absent"),
        ("Ali", "2026-03-14T00:00", "present"),
    }
    with db.read() as connection:
        assert connection.execute(select(_enrolment.c.status)).scalars().all() == ["enrolled", "enrolled"]
        assert set(connection.execute(select(_attendance.c.made_by)).scalars()) == {"import"}
        assert set(connection.execute(select(_attendance.c.walk_in)).scalars()) == {None}
        assert connection.execute(select(_workshop.c.status)).scalar() == "held"


def test_stored_sessions_are_found_by_date_number_and_title(db: Database) -> None:
    workshop = add(db, "workshops", title="Eleştirel Düşünme")
    first = add(db, "sessions", workshop=workshop, starts_at="2026-03-14T13:00")
    second = add(db, "sessions", workshop=workshop, starts_at="2026-03-21T13:00", title="Problem Ağacı")
    rows: list[tuple[Cell, ...]] = [
        ("Ad Soyad", "1. Oturum", "Problem Ağacı", "14 Mart 2026"),
        ("Ayşe Yılmaz", "+", "-", "+"),
    ]
    planned = plan(db, rows, Target(workshop=workshop))
    assert [session.session for session in planned.sessions] == [first, second, first]
    again = plan(db, [("Ad Soyad", "28.03.2026"), ("Ayşe Yılmaz", "+")], Target(workshop=workshop))
    assert again.sessions[0].starts_at == "2026-03-28T13:00"


def test_a_day_without_a_year_says_which_year_was_assumed(db: Database) -> None:
    workshop = add(db, "workshops", title="A")
    planned = plan(db, [("Ad Soyad", "7/8 Feb", "20 Aralık"), ("Ayşe Yılmaz", "x", "x")], Target(workshop=workshop))
    assert [session.starts_at[:10] for session in planned.sessions] == ["2026-02-07", "2025-12-20"]
    assert ["assumed" in remark.text(untranslated) for remark in planned.remarks] == [True, True]
    titled: list[tuple[Cell, ...]] = [("2024 Bahar Atölyesi",), ("Ad Soyad", "7/8 Feb"), ("Ayşe Yılmaz", "x")]
    assert plan(db, titled, Target(workshop=workshop)).sessions[0].starts_at[:10] == "2024-02-07"


def test_a_session_without_a_day_is_told_and_can_be_chosen(db: Database) -> None:
    workshop = add(db, "workshops", title="A")
    rows: list[tuple[Cell, ...]] = [("Ad Soyad", "1. Oturum", "2. Oturum"), ("Ayşe Yılmaz", "K", "Y")]
    planned = plan(db, rows, Target(workshop=workshop))
    assert [session.known for session in planned.sessions] == [False, False]
    assert "not known on which day" in planned.remarks[0].text(untranslated)
    result = apply(db, planned)
    assert (result.added, result.marks) == (1, 0)
    chosen = plan(db, rows, Target(workshop=workshop), sessions={0: "2026-03-14", 1: "2026-03-21T15:00"})
    assert apply(db, chosen).marks == 2
    assert {start for _, start, _ in marks(db)} == {"2026-03-14T00:00", "2026-03-21T15:00"}


def test_the_same_list_again_changes_nothing(db: Database) -> None:
    workshop = add(db, "workshops", title="A")
    apply(db, plan(db, WIDE, Target(workshop=workshop)))
    before = marks(db)
    planned = plan(db, WIDE, Target(workshop=workshop))
    assert [row.verdict for row in planned.rows] == ["same", "same"]
    assert apply(db, planned).batch is None
    assert marks(db) == before


def test_a_deliberate_mark_is_kept_unless_the_user_takes_the_lists(db: Database) -> None:
    workshop = add(db, "workshops", title="A")
    apply(db, plan(db, WIDE, Target(workshop=workshop)))
    changed: list[tuple[Cell, ...]] = [("Ad Soyad", "14.03.2026"), ("Ayşe Yılmaz", "-"), ("Ali Kaya", "+")]
    planned = plan(db, changed, Target(workshop=workshop))
    assert planned.rows[0].marks[0].stored == "present"
    apply(db, planned)
    assert ("Ayşe", "2026-03-14T00:00", "present") in marks(db)
    apply(db, planned, {0: Decision(take=frozenset({"marks"}))})
    assert ("Ayşe", "2026-03-14T00:00", "absent") in marks(db)


def test_one_row_for_each_person_and_session(db: Database) -> None:
    workshop = add(db, "workshops", title="A")
    rows: list[tuple[Cell, ...]] = [
        ("Tarih", "Ad Soyad", "Durum", "Dakika"),
        (date(2026, 3, 14), "Ayşe Yılmaz", "Katıldı", 90),
        (date(2026, 3, 14), "Ali Kaya", "Geç", 60),
        (date(2026, 3, 21), "Ayşe Yılmaz", "Mazeretli", None),
        (date(2026, 3, 21), "Ali Kaya", "Katılmadı", None),
    ]
    planned = plan(db, rows, Target(workshop=workshop))
    assert [row.verdict for row in planned.rows] == ["new", "new"]
    assert apply(db, planned).marks == 4
    assert {status for _, _, status in marks(db)} == {"present", "late", "excused", "absent"}
    with db.read() as connection:
        assert set(connection.execute(select(_attendance.c.minutes)).scalars()) == {90, 60, None}


def test_into_one_session_people_who_are_not_enrolled_are_walk_ins(db: Database) -> None:
    workshop = add(db, "workshops", title="A")
    session = add(db, "sessions", workshop=workshop, starts_at="2026-03-14T13:00")
    key = add(db, "people", given_name="Ayşe", family_name="Yılmaz")
    add(db, "enrolments", person=key, workshop=workshop)
    planned = plan(
        db, [("Ad Soyad", "Yoklama"), ("Ayşe Yılmaz", "geldi"), ("Ali Kaya", "gelmedi")], Target(session=session)
    )
    apply(db, planned)
    with db.read() as connection:
        found = {row[0]: row[1] for row in connection.execute(select(_attendance.c.person_id, _attendance.c.walk_in))}
        assert len(connection.execute(select(_enrolment.c.id)).all()) == 1
    assert found.pop(key) is None and list(found.values()) == [1]


def test_members_of_the_workshops_community_are_meant_by_their_names(db: Database) -> None:
    community = add(db, "communities", name="Iğdır Topluluğu")
    workshop = add(db, "workshops", title="A", communities=[community])
    key = add(db, "people", given_name="Ayşe", family_name="Yılmaz")
    add(db, "memberships", person=key, community=community)
    planned = plan(db, WIDE, Target(workshop=workshop))
    assert [(row.verdict, row.person) for row in planned.rows] == [("known", key), ("new", None)]


def test_another_session_than_the_chosen_one_is_left_out(db: Database) -> None:
    workshop = add(db, "workshops", title="A")
    session = add(db, "sessions", workshop=workshop, starts_at="2026-03-14T13:00")
    planned = plan(db, WIDE, Target(session=session))
    assert [one.known for one in planned.sessions] == [True, False]
    apply(db, planned)
    assert {start for _, start, _ in marks(db)} == {"2026-03-14T13:00"}


def test_a_plain_list_puts_people_onto_a_sessions_roster_unmarked(db: Database) -> None:
    workshop = add(db, "workshops", title="A")
    session = add(db, "sessions", workshop=workshop, starts_at="2026-03-14T13:00")
    apply(db, plan(db, [("Ad Soyad",), ("Ayşe Yılmaz",), ("Ali Kaya",)], Target(session=session)))
    assert {status for _, _, status in marks(db)} == {None}
    assert len(marks(db)) == 2


def test_a_doubtful_mark_refuses_its_row(db: Database) -> None:
    workshop = add(db, "workshops", title="A")
    rows: list[tuple[Cell, ...]] = [
        ("Ad Soyad", "14.03.2026"),
        ("Ayşe Yılmaz", "K"),
        ("Ali Kaya", "Q"),
        ("Can Su", "Y"),
    ]
    planned = plan(db, rows, Target(workshop=workshop))
    assert [row.verdict for row in planned.rows] == ["new", "refused", "new"]
    assert "no one meaning" in planned.rows[1].reasons[0].text(untranslated)


def test_attendance_needs_a_workshop(db: Database) -> None:
    with pytest.raises(Refused, match="Choose the workshop"):
        plan(db, WIDE, Target())


def test_from_a_file_a_workshop_is_made_where_none_is_named(db: Database, tmp_path: Path) -> None:
    path = tmp_path / "yoklama.csv"
    path.write_text(
        "Eleştirel Düşünme Atölyesi;;\nAd Soyad;14.03.2026;21.03.2026\nAyşe Yılmaz;✓;x\nAli Kaya;x;✓\n",
        encoding="utf-8",
    )
    done = import_file(db, path, untranslated, kind="attendance")
    assert (done["added"], done["refused"], done["skipped"]) == (2, [], [])
    with db.read() as connection:
        assert connection.execute(select(_workshop.c.title)).scalar() == "Eleştirel Düşünme Atölyesi"
    assert len(marks(db)) == 4


def test_undo_takes_marks_sessions_and_enrolments_back(db: Database) -> None:
    workshop = add(db, "workshops", title="A")
    result = apply(db, plan(db, WIDE, Target(workshop=workshop)))
    assert result.batch is not None
    with db.write("undo") as uow:
        undo.undo(uow, result.batch)
    assert marks(db) == set()
    with db.read() as connection:
        for table in (_session, _enrolment, _person):
            assert connection.execute(select(table.c.id).where(table.c.alive == 1)).all() == []


def test_stacked_blocks_share_their_sessions(db: Database) -> None:
    workshop = add(db, "workshops", title="A")
    rows: list[tuple[Cell, ...]] = [
        ("Ad Soyad", "14.03.2026", "21.03.2026"),
        ("9/A Sınıfı",),
        ("Ayşe Yılmaz", "+", "-"),
        ("9/B Sınıfı",),
        ("Ali Kaya", "-", "+"),
    ]
    planned = plan(db, rows, Target(workshop=workshop))
    assert len(planned.sessions) == 2
    assert apply(db, planned).marks == 4
