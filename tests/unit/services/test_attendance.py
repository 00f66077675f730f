"""Rosters and marks on a real database."""

from typing import Any

import pytest
from sqlalchemy import event

from tn_desktop.model.errors import FieldError, NotFound
from tn_desktop.services import attendance, enrolling, records, undo, workshops
from tn_desktop.services.workshops import WorkshopPlan
from tn_desktop.store.database import Database

pytestmark = pytest.mark.both_engines

NAMES = ["Zeynep Ak", "Ayşe Yılmaz", "Çağla Işık", "Cem Öz", "Ayşe Yılmaz"]


@pytest.fixture
def session(db: Database) -> int:
    """A session of a workshop with five people on its list."""
    with db.write("people") as uow:
        people = []
        for number, name in enumerate(NAMES):
            given, family = name.split()
            values = {"given_name": given, "family_name": family, "institution": f"Okul {number}"}
            people.append(records.add(uow, "people", values).subject)
        made = workshops.plan(
            uow, WorkshopPlan({"title": "Eleştirel Düşünme", "province": "76"}, "14.03.2026 13:00", repeats=2)
        )
        enrolling.enrol(uow, made.subject, people)
    return made.told["sessions"][0]


def roster(db: Database, session: int) -> attendance.Roster:
    with db.read() as connection:
        return attendance.roster(connection, session)


def person(db: Database, session: int, name: str) -> int:
    return next(row.person_id for row in roster(db, session).rows if row.name == name)


def test_the_roster_is_in_turkish_order_and_tells_namesakes_apart(db: Database, session: int) -> None:
    held = roster(db, session)
    assert [row.name for row in held.rows] == ["Ayşe Yılmaz", "Ayşe Yılmaz", "Cem Öz", "Çağla Işık", "Zeynep Ak"]
    assert [row.number for row in held.rows] == [1, 2, 3, 4, 5]
    assert sorted(row.hint for row in held.rows) == ["", "", "", "Okul 1", "Okul 4"]
    assert (held.head.number, held.head.of, held.head.province) == (1, 2, "TR-76")


def test_a_mark_is_stored_with_mode_and_minutes_and_can_be_corrected(db: Database, session: int) -> None:
    cem = person(db, session, "Cem Öz")
    with db.write("mark") as uow:
        attendance.mark(uow, session, cem, "late", minutes=15)
    with db.write("mark") as uow:
        attendance.set_mode(uow, session, cem, "online")
    row = next(row for row in roster(db, session).rows if row.person_id == cem)
    assert (row.status, row.minutes, row.mode, row.walk_in) == ("late", 15, "online", False)
    with db.write("mark") as uow:
        attendance.mark(uow, session, cem, "present")
    row = next(row for row in roster(db, session).rows if row.person_id == cem)
    assert (row.status, row.minutes, row.mode) == ("present", None, "online")
    assert roster(db, session).head.status == "held"


def test_the_remaining_are_marked_and_only_they_and_one_undo_takes_it_back(db: Database, session: int) -> None:
    cem = person(db, session, "Cem Öz")
    with db.write("mark") as uow:
        attendance.mark(uow, session, cem, "absent")
    with db.write("rest") as uow:
        rest = attendance.mark_remaining(uow, session, "present")
    assert rest.told["count"] == 4
    assert attendance.counts(roster(db, session).rows) == {"present": 4, "late": 0, "excused": 0, "absent": 1, None: 0}
    with db.write("undo") as uow:
        undo.undo(uow, rest.lsn)
    assert attendance.counts(roster(db, session).rows)[None] == 4
    assert next(row.status for row in roster(db, session).rows if row.person_id == cem) == "absent"


def test_clearing_a_mark_keeps_the_person(db: Database, session: int) -> None:
    with db.write("walk-in") as uow:
        new = attendance.add_new_walk_in(uow, session, "Naz Nur Demir").told["person"]
    with db.write("clear") as uow:
        attendance.clear_mark(uow, session, new)
    row = roster(db, session).rows[-1]
    assert (row.person_id, row.name, row.status, row.walk_in, row.number) == (new, "Naz Nur Demir", None, True, 6)
    with db.read() as connection:
        shown = records.show(connection, "people", new)
    assert (shown["given_name"], shown["family_name"], shown["province"]) == ("Naz Nur", "Demir", "TR-76")


def test_walk_ins_come_last_in_the_order_they_came(db: Database, session: int) -> None:
    for name in ("Veli", "Ali"):
        with db.write("walk-in") as uow:
            attendance.add_new_walk_in(uow, session, name)
    assert [row.name for row in roster(db, session).rows[-2:]] == ["Veli", "Ali"]


def test_suggestions_say_who_is_on_the_roster(db: Database, session: int) -> None:
    with db.write("other") as uow:
        records.add(uow, "people", {"given_name": "Aysel", "family_name": "Kaya"})
    with db.read() as connection:
        found = attendance.suggest(connection, session, "ays")
    assert [(known.name, known.on_roster) for known in found] == [
        ("Aysel Kaya", False),
        ("Ayşe Yılmaz", True),
        ("Ayşe Yılmaz", True),
    ]


def test_wrong_status_and_removed_people_are_refused(db: Database, session: int) -> None:
    cem = person(db, session, "Cem Öz")
    with pytest.raises(FieldError), db.write("mark") as uow:
        attendance.mark(uow, session, cem, "maybe")
    with db.write("remove") as uow:
        records.remove(uow, "people", cem)
    with pytest.raises(NotFound), db.write("mark") as uow:
        attendance.mark(uow, session, cem, "present")
    assert len(roster(db, session).rows) == 4


def test_the_grid_holds_every_mark(db: Database, session: int) -> None:
    cem = person(db, session, "Cem Öz")
    with db.read() as connection:
        workshop = attendance.session_head(connection, session).workshop_id
        second = attendance.session_heads(connection, workshop)[1].id
    for one, status in ((session, "present"), (second, "excused")):
        with db.write("mark") as uow:
            attendance.mark(uow, one, cem, status)
    with db.read() as connection:
        held = attendance.grid(connection, workshop)
    assert held.marks == {
        (cem, session): ("present", "in_person", None, ()),
        (cem, second): ("excused", "in_person", None, ()),
    }
    assert len(held.rows) == 5 and [head.number for head in held.sessions] == [1, 2]


def test_session_counts_agree_with_the_marks(db: Database, session: int) -> None:
    with db.write("marks") as uow:
        attendance.mark(uow, session, person(db, session, "Cem Öz"), "absent")
        attendance.mark(uow, session, person(db, session, "Zeynep Ak"), "late")
        attendance.add_new_walk_in(uow, session, "Veli")
    with db.read() as connection:
        workshop = attendance.session_head(connection, session).workshop_id
        first, second = workshops.session_rows(connection, workshop)
        people = {row.name: row.attended for row in workshops.enrolled_rows(connection, workshop)}
    assert (first.attended, first.marked, first.listed) == (2, 3, 6)
    assert (second.attended, second.marked, second.listed) == (0, 0, 5)
    assert people["Zeynep Ak"] == 1 and people["Cem Öz"] == 0


def test_a_list_from_paper_is_one_step_of_the_history(db: Database, session: int) -> None:
    cem, zeynep = person(db, session, "Cem Öz"), person(db, session, "Zeynep Ak")
    with db.write("paper") as uow:
        done = attendance.mark_list(uow, session, {cem: "absent", zeynep: "late"})
    rows = {row.person_id: (row.status, row.made_by) for row in roster(db, session).rows}
    assert done.told["count"] == 2
    assert rows[cem] == ("absent", "paper") and rows[zeynep] == ("late", "paper")
    with db.write("undo") as uow:
        undo.undo(uow, done.lsn)
    assert attendance.counts(roster(db, session).rows)[None] == 5


def test_remaining_marks_reach_people_whose_row_was_removed_or_cleared(db: Database, session: int) -> None:
    cem, zeynep = person(db, session, "Cem Öz"), person(db, session, "Zeynep Ak")
    with db.write("mark") as uow:
        first = attendance.mark(uow, session, cem, "absent")
        attendance.mark(uow, session, zeynep, "absent")
    with db.write("remove") as uow:
        records.remove(uow, "attendance", first.subject)
    with db.write("clear") as uow:
        attendance.clear_mark(uow, session, zeynep)
    with db.write("rest") as uow:
        rest = attendance.mark_remaining(uow, session, "present")
    assert rest.told["count"] == 5
    assert attendance.counts(roster(db, session).rows)["present"] == 5
    with db.write("again") as uow:
        assert attendance.mark_remaining(uow, session, "present").told["count"] == 0


def test_namesakes_at_one_school_are_told_apart_by_what_differs(db: Database, session: int) -> None:
    with db.write("walk-ins") as uow:
        people = [
            records.add(uow, "people", {"given_name": "Ali", "family_name": "Er", "institution": "Bir", **more}).subject
            for more in ({"label": "uzun boylu"}, {"subject": "Fizik"}, {})
        ]
        for known in people:
            attendance.add_walk_in(uow, session, known)
    hints = {row.person_id: row.hint for row in roster(db, session).rows}
    assert [hints[known] for known in people] == ["uzun boylu", "Fizik", f"#{people[2]}"]


@pytest.mark.parametrize(
    ("typed", "parts"),
    [
        ("naz nur demir", ("Naz Nur", "Demir")),
        ("IRMAK ışık", ("IRMAK", "ışık")),
        ("İREM IŞIK", ("İrem", "Işık")),
        ("  McAli  van Dam ", ("McAli van", "Dam")),
        ("ışıl", ("Işıl", "")),
    ],
)
def test_a_typed_name_is_parted_and_gets_its_capitals(typed: str, parts: tuple[str, str]) -> None:
    assert attendance.name_parts(typed) == parts


def test_exact_namesakes_are_suggested_first_wherever_they_live(db: Database, session: int) -> None:
    with db.write("others") as uow:
        for given, family, province in (("Ada", "Kaya", "34"), ("Ada", "Kayacı", "76")):
            records.add(uow, "people", {"given_name": given, "family_name": family, "province": province})
    with db.read() as connection:
        found = attendance.suggest(connection, session, "ADA kaya")
        assert len(attendance.namesakes(connection, "ada KAYA")) == 1
    assert [(known.name, known.exact) for known in found] == [("Ada Kaya", True), ("Ada Kayacı", False)]


def test_suggestions_hand_no_long_list_of_ids_to_the_database(db: Database, session: int) -> None:
    with db.write("many") as uow:
        for number in range(300):
            records.add(uow, "people", {"given_name": "Ayşe", "family_name": f"Soyad{number:03}", "province": "76"})
    handed: list[int] = []

    def note(_c: object, _cursor: object, _text: str, parameters: Any, _context: object, _many: bool) -> None:
        handed.append(len(parameters))

    with db.read() as connection:
        event.listen(connection, "before_cursor_execute", note)
        found = attendance.suggest(connection, session, "ays")
        event.remove(connection, "before_cursor_execute", note)
    assert [person.name for person in found][:2] == ["Ayşe Soyad000", "Ayşe Soyad001"]
    assert len(found) == attendance.SUGGESTIONS and max(handed) < 30
