"""What the export reads: rosters with marks, people and sessions in their order, lists of any entity."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from tn_desktop.model.errors import NotFound, Refused
from tn_desktop.services import attendance, enrolling, export_data, export_log, records, same_as, settings, workshops
from tn_desktop.services.demo import fill
from tn_desktop.services.export_data import attendance_scope, people_count
from tn_desktop.services.export_lists import entity_rows
from tn_desktop.services.export_scope import AttendanceScope, MarkRow, PersonRow, Selection
from tn_desktop.services.workshops import WorkshopPlan
from tn_desktop.store.database import Database

pytestmark = pytest.mark.both_engines

NAMES = ["Zeynep Ak", "Ayşe Yılmaz", "Çağla Işık", "Ayşe Yılmaz"]


class Day:
    """A workshop with three sessions a week apart and four people on its list, and another workshop."""

    def __init__(self, db: Database) -> None:
        self.db = db
        with db.write("people") as uow:
            self.people = []
            for number, name in enumerate(NAMES):
                given, family = name.split()
                values = {
                    "given_name": given,
                    "family_name": family,
                    "phone": f"0532 000 00 0{number}",
                    "province": "76",
                }
                self.people.append(records.add(uow, "people", values).subject or 0)
            made = workshops.plan(
                uow, WorkshopPlan({"title": "Eleştirel Düşünme", "province": "76"}, "14.03.2026 13:00", repeats=3)
            )
            enrolling.enrol(uow, made.subject or 0, self.people)
            other = workshops.plan(uow, WorkshopPlan({"title": "Problem Ağacı"}, "15.03.2026 10:00"))
            enrolling.enrol(uow, other.subject or 0, self.people[:1])
        self.workshop, self.other = made.subject or 0, other.subject or 0
        sessions: Any = made.told["sessions"]
        self.sessions: tuple[int, ...] = sessions

    def mark(self, session: int, person: int, status: str, **more: Any) -> None:
        with self.db.write("mark") as uow:
            attendance.mark(uow, session, person, status, **more)

    def read(self, selection: Selection) -> tuple[AttendanceScope, list[Any], list[PersonRow], list[MarkRow]]:
        """The scope and its three sources, read to the end."""
        with self.db.read() as connection:
            scope = attendance_scope(connection, selection)
            marks = [MarkRow(*mark) for some in scope.marks() for mark in some]
            return scope, list(scope.sessions()), list(scope.people()), marks


@pytest.fixture
def day(db: Database) -> Day:
    return Day(db)


def test_a_session_has_its_roster_with_marks_and_walk_ins(day: Day) -> None:
    first, second, _ = day.sessions
    day.mark(first, day.people[0], "late", minutes=15, mode="online")
    with day.db.write("walk-in") as uow:
        attendance.add_new_walk_in(uow, first, "Baha Can")
    scope, sessions, people, marks = day.read(Selection(session=first))
    assert [person.name for person in people] == ["Ayşe Yılmaz", "Ayşe Yılmaz", "Baha Can", "Çağla Işık", "Zeynep Ak"]
    assert [person.number for person in people] == [1, 2, 3, 4, 5]
    assert [(mark.session, mark.person, mark.status, mark.walk_in) for mark in marks] == [
        (1, 1, None, None),
        (1, 2, None, None),
        (1, 3, "present", 1),
        (1, 4, None, None),
        (1, 5, "late", None),
    ]
    assert (marks[-1].minutes, marks[-1].mode, people[4].phone) == (15, "online", "+905320000000")
    assert [(s.workshop, s.order, s.province, s.starts_at) for s in sessions] == [
        ("Eleştirel Düşünme", 1, "TR-76", "2026-03-14T13:00")
    ]
    assert (scope.title, scope.mark_count, scope.first_day) == ("Eleştirel Düşünme", 5, date(2026, 3, 14))
    assert day.read(Selection(session=second))[1][0].order == 2


def test_a_workshop_has_all_its_sessions_and_cancelled_ones_without_marks(day: Day) -> None:
    first, second, _ = day.sessions
    for session in (first, second):
        day.mark(session, day.people[1], "present")
    with day.db.write("cancel") as uow:
        records.change(uow, "sessions", second, {"status": "cancelled"})
    _, sessions, people, marks = day.read(Selection(workshop=day.workshop))
    assert [(session.number, session.order, session.counted) for session in sessions] == [
        (1, 1, True), (2, 2, False), (3, 3, True),
    ]  # fmt: skip
    assert [mark.session for mark in marks] == [1] * 4 + [3] * 4
    assert len(people) == 4
    assert [mark.status for mark in marks if mark.status] == ["present"]


@pytest.mark.parametrize(
    ("first", "last", "starts"),
    [
        (date(2026, 3, 15), date(2026, 3, 21), ["2026-03-15T10:00", "2026-03-21T13:00"]),
        (None, date(2026, 3, 14), ["2026-03-14T13:00"]),
        (date(2026, 3, 28), None, ["2026-03-28T13:00"]),
        (date(2026, 4, 1), date(2026, 4, 30), []),
        (date.min, date.max, ["2026-03-14T13:00", "2026-03-15T10:00", "2026-03-21T13:00", "2026-03-28T13:00"]),
    ],
)
def test_a_span_of_days_takes_both_its_ends(day: Day, first: date | None, last: date | None, starts: list[str]) -> None:
    scope, sessions, people, marks = day.read(Selection(first=first, last=last))
    assert [session.starts_at for session in sessions] == starts
    assert {mark.person for mark in marks} == {person.number for person in people}
    assert (scope.first_day, scope.title) == (first or (date.fromisoformat(starts[0][:10]) if starts else None), "")


def test_who_was_removed_or_left_the_list_is_not_written_unless_marked(day: Day) -> None:
    first, *_ = day.sessions
    gone, left, marked = day.people[0], day.people[1], day.people[2]
    for person in (gone, marked):
        day.mark(first, person, "present")
    with day.db.write("remove") as uow:
        records.remove(uow, "people", gone)
        enrolling.withdraw(uow, day.workshop, [left, marked])
    _, _, people, marks = day.read(Selection(session=first))
    assert [person.name for person in people] == ["Ayşe Yılmaz", "Çağla Işık"]
    assert [(people[mark.person - 1].given_name, mark.status) for mark in marks] == [
        ("Ayşe", None),
        ("Çağla", "present"),
    ]
    with day.db.read() as connection:
        assert people_count(connection, Selection(session=first)) == 2


def test_what_was_removed_meanwhile_is_told(day: Day) -> None:
    with day.db.write("remove") as uow:
        records.remove(uow, "sessions", day.sessions[0])
        records.remove(uow, "workshops", day.other)
    for selection in (Selection(session=day.sessions[0]), Selection(workshop=day.other)):
        with day.db.read() as connection, pytest.raises(NotFound):
            attendance_scope(connection, selection)
    assert "Problem Ağacı" not in {session.workshop for session in day.read(Selection())[1]}


def test_labels_organisation_and_owner(day: Day) -> None:
    assert not day.read(Selection())[0].labels
    with day.db.write("label") as uow:
        records.change(uow, "people", day.people[1], {"label": "4-A"})
        settings.put(uow, settings.OWNER, {"name": "Elif Şahin"})
        settings.put(uow, settings.ORGANISATION, "Ağ")
    scope = day.read(Selection())[0]
    assert (scope.labels, scope.facilitator, scope.organisation) == (True, "Elif Şahin", "Ağ")


def test_facilitators_by_name(day: Day) -> None:
    with day.db.write("facilitators") as uow:
        uid = records.uid_of(uow.connection, "people", day.people[2])
        records.change(uow, "sessions", day.sessions[0], {"facilitators": uid})
    assert day.read(Selection(session=day.sessions[0]))[1][0].facilitators == "Çağla Işık"


def test_reading_in_pieces_gives_what_rosters_give(db: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    """Small pieces, so that their seams fall between and inside workshops, against attendance entry's own rosters."""
    monkeypatch.setattr(export_data, "_SESSIONS_AT_ONCE", 3)
    monkeypatch.setattr(export_data, "_PEOPLE_AT_ONCE", 7)
    fill(db, 60, 12, 5, date(2026, 3, 14))
    with db.read() as connection:
        ids = export_data.session_ids(connection, Selection())
        scope = attendance_scope(connection, Selection())
        names = {person.number: person.name for person in scope.people()}
        found: dict[int, list[tuple[str, str | None]]] = {}
        for mark in (MarkRow(*values) for some in scope.marks() for values in some):
            found.setdefault(mark.session, []).append((names[mark.person], mark.status))
        sessions = list(scope.sessions())
        assert [session.number for session in sessions] == list(range(1, len(ids) + 1))
        assert len(sessions) >= 12 and sum(map(len, found.values())) > 100
        for session, key in zip(sessions, ids, strict=True):
            rows = attendance.roster(connection, key).rows if session.counted else ()
            expected = sorted((row.name, row.status or "") for row in rows)
            assert sorted((name, status or "") for name, status in found.get(session.number, [])) == expected
            assert session.order == attendance.session_head(connection, key).number


def test_lists_show_relations_by_name(day: Day) -> None:
    with day.db.write("more") as uow:
        community = records.add(uow, "communities", {"name": "Iğdır Topluluğu"}).subject or 0
        uid = {
            name: records.uid_of(uow.connection, name, key)
            for name, key in (("communities", community), ("people", day.people[0]))
        }
        records.add(uow, "memberships", {"person": uid["people"], "community": uid["communities"]})
        records.change(uow, "workshops", day.workshop, {"communities": uid["communities"]})
        records.add(uow, "stakeholders", {"name": "Dernek", "type": "ngo", "person": uid["people"]})
    day.mark(day.sessions[0], day.people[0], "present")

    def rows(name: str, selection: Selection | None = None) -> list[Any]:
        with day.db.read() as connection:
            found = entity_rows(connection, name, selection)
            listed = list(found.rows())
            assert found.count == len(listed)
            return listed

    assert [row["given_name"] for row in rows("people")] == ["Ayşe", "Ayşe", "Çağla", "Zeynep"]
    assert [(row["person"], row["community"]) for row in rows("memberships")] == [("Zeynep Ak", "Iğdır Topluluğu")]
    assert {row["title"]: row["communities"] for row in rows("workshops")} == {
        "Eleştirel Düşünme": "Iğdır Topluluğu",
        "Problem Ağacı": None,
    }
    assert [row["person"] for row in rows("stakeholders")] == ["Zeynep Ak"]
    assert rows("attendance")[0]["session"] == "Eleştirel Düşünme, 14.03.2026 13:00"
    assert [row["workshop"] for row in rows("sessions", Selection(workshop=day.other))] == ["Problem Ağacı"]
    assert [row["given_name"] for row in rows("people", Selection(workshop=day.other))] == ["Zeynep"]
    assert len(rows("enrolments", Selection(workshop=day.workshop))) == 4
    with day.db.read() as connection, pytest.raises(Refused):
        entity_rows(connection, "stakeholders", Selection(workshop=day.workshop))
    with day.db.read() as connection, pytest.raises(Refused):
        entity_rows(connection, "nothing")


def test_exports_are_written_down(db: Database) -> None:
    now = datetime(2026, 3, 14, 17, 30, tzinfo=UTC)
    with db.write("export") as uow:
        export_log.note(uow, export_log.Exported("katılım.xlsx", "attendance", "Eleştirel Düşünme", 24, False), now)
        changes = uow.changes()
    assert changes.lsn == 0
    with db.read() as connection:
        (held,) = export_log.exports(connection)
    assert held == export_log.Exported(
        "katılım.xlsx", "attendance", "Eleştirel Düşünme", 24, False, "2026-03-14T17:30:00"
    )


def test_whoever_was_entered_twice_has_one_row_and_one_mark_to_a_session(day: Day) -> None:
    one, other = day.people[1], day.people[3]
    first, second, _ = day.sessions
    day.mark(first, one, "absent")
    day.mark(first, other, "present")
    day.mark(second, other, "late", minutes=10)
    with day.db.write("judge") as uow:
        same_as.judge(uow, "people", one, other, same_as.SAME)
    _scope, _sessions, people, marks = day.read(Selection(workshop=day.workshop))
    assert [person.name for person in people] == ["Ayşe Yılmaz", "Çağla Işık", "Zeynep Ak"]
    hers = [(mark.session, mark.status, mark.minutes) for mark in marks if mark.person == 1]
    assert hers == [(1, "present", None), (2, "late", 10), (3, None, None)]
    with day.db.read() as connection:
        assert people_count(connection, Selection(workshop=day.workshop)) == 3
