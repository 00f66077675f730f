"""A session that two facilitators entered and marked on two laptops is one roster, as long as somebody says so."""

from datetime import date, timedelta
from typing import Any

import pytest

from tn_desktop.services import (
    attendance,
    enrolling,
    export_data,
    one_roster,
    peers,
    person_page,
    reach,
    records,
    same_as,
    settings,
    sheet_data,
    today,
    undo,
    workshops,
)
from tn_desktop.services.export_scope import Selection
from tn_desktop.services.rosters import RosterRow
from tn_desktop.services.workshops import WorkshopPlan
from tn_desktop.store.database import Database

pytestmark = pytest.mark.both_engines

WHEN = "14.03.2026 13:00"
DAY = date(2026, 3, 14)


class Two:
    """One workshop that was planned twice, with two sessions each; Ayşe is on both lists, the others on one."""

    def __init__(self, db: Database) -> None:
        self.db = db
        names = ("Ayşe Yılmaz", "Cem Öz", "Çağla Işık", "Zeynep Ak")
        self.ayse, self.cem, self.cagla, self.zeynep = (self.person(name) for name in names)
        self.mine, (self.here, self.here_later) = self.plan(self.ayse, self.cem)
        self.other, (self.there, self.there_later) = self.plan(self.ayse, self.cagla)

    def person(self, name: str, **values: Any) -> int:
        given, family = name.split()
        with self.db.write("person") as uow:
            return records.add(uow, "people", {"given_name": given, "family_name": family, **values}).subject or 0

    def plan(self, *people: int) -> tuple[int, tuple[int, ...]]:
        with self.db.write("plan") as uow:
            made = workshops.plan(uow, WorkshopPlan({"title": "Ölçme", "province": "36"}, WHEN, repeats=2))
            enrolling.enrol(uow, made.subject or 0, people)
        return made.subject or 0, tuple(made.told["sessions"])  # type: ignore[arg-type]

    def say(self, verdict: str | None, entity: str = "sessions", one: int = 0, other: int = 0) -> None:
        with self.db.write("judge") as uow:
            same_as.judge(uow, entity, one or self.here, other or self.there, verdict)

    def mark(self, session: int, person: int, status: str, made_by: str = "key", minutes: int | None = None) -> int:
        with self.db.write("mark") as uow:
            return attendance.mark(uow, session, person, status, made_by=made_by, minutes=minutes).subject or 0

    def rows(self, session: int) -> dict[int, RosterRow]:
        with self.db.read() as connection:
            return {row.person_id: row for row in attendance.roster(connection, session).rows}

    def statuses(self, session: int) -> dict[int, str | None]:
        return {person: row.status for person, row in self.rows(session).items()}


@pytest.fixture
def two(db: Database) -> Two:
    return Two(db)


def test_both_show_everybody_of_both_and_taking_the_verdict_back_shows_two_again(two: Two) -> None:
    two.mark(two.here, two.cem, "present")
    two.mark(two.there, two.cagla, "late", minutes=5)
    apart = two.rows(two.here), two.rows(two.there)
    two.say(same_as.SAME)
    both = {two.ayse: None, two.cem: "present", two.cagla: "late"}
    assert two.statuses(two.here) == two.statuses(two.there) == both
    with two.db.read() as connection:
        assert attendance.roster(connection, two.here).head.rosters == 2
        (sheet,) = sheet_data.session_sheet_data(connection, [two.here])
    assert [person.full_name for person in sheet.people] == ["Ayşe Yılmaz", "Cem Öz", "Çağla Işık"]
    two.say(None)
    assert (two.rows(two.here), two.rows(two.there)) == apart


def test_a_deliberate_mark_outranks_one_made_for_everybody_whichever_came_later(two: Two) -> None:
    two.mark(two.here, two.ayse, "absent")
    with two.db.write("rest") as uow:
        attendance.mark_remaining(uow, two.there, "present")
    two.say(same_as.SAME)
    row = two.rows(two.there)[two.ayse]
    assert (row.status, row.differs) == ("absent", ())


def test_a_real_difference_is_shown_until_somebody_decides_and_nothing_is_lost(two: Two) -> None:
    two.mark(two.here, two.ayse, "absent")
    two.mark(two.there, two.ayse, "late", minutes=10)
    two.say(same_as.SAME)
    row = two.rows(two.here)[two.ayse]
    assert (row.status, row.minutes) == ("late", 10)
    assert [(said.status, said.minutes) for said in row.differs] == [("absent", None)]

    two.mark(two.here, two.ayse, "present")
    for session in (two.here, two.there):
        assert (two.rows(session)[two.ayse].status, two.rows(session)[two.ayse].differs) == ("present", ())

    two.say(None)
    assert (two.statuses(two.here)[two.ayse], two.statuses(two.there)[two.ayse]) == ("present", "late")
    two.say(same_as.SAME)
    # Whoever marks on the other laptop without knowing of the decision is heard again.
    two.say(None)
    two.mark(two.there, two.ayse, "excused")
    two.say(same_as.SAME)
    row = two.rows(two.here)[two.ayse]
    assert (row.status, [said.status for said in row.differs]) == ("excused", ["present"])


def test_two_marks_that_say_the_same_are_no_difference(two: Two) -> None:
    two.mark(two.here, two.ayse, "late", minutes=10)
    two.mark(two.there, two.ayse, "late")
    two.say(same_as.SAME)
    assert two.rows(two.here)[two.ayse].differs == ()
    two.say(None)
    two.mark(two.there, two.ayse, "late", minutes=25)
    two.say(same_as.SAME)
    assert [said.minutes for said in two.rows(two.here)[two.ayse].differs] == [10]


def test_a_mark_goes_where_she_is_enrolled_and_one_undo_takes_it_back(two: Two) -> None:
    two.say(same_as.SAME)
    with two.db.write("mark") as uow:
        marked = attendance.mark(uow, two.here, two.cagla, "present")
    row = two.rows(two.here)[two.cagla]
    assert (row.status, row.walk_in, row.enrolled) == ("present", False, True)
    with two.db.write("undo") as uow:
        undo.undo(uow, marked.lsn)
    assert two.statuses(two.there)[two.cagla] is None
    two.mark(two.here, two.cagla, "present")
    two.say(None)
    assert two.cagla not in two.rows(two.here)
    assert two.statuses(two.there)[two.cagla] == "present"


def test_deciding_is_one_step_that_can_be_undone(two: Two) -> None:
    two.mark(two.here, two.ayse, "absent")
    two.mark(two.there, two.ayse, "present")
    two.say(same_as.SAME)
    before = two.rows(two.here)
    with two.db.write("mark") as uow:
        decided = attendance.mark(uow, two.here, two.ayse, "excused")
    with two.db.write("undo") as uow:
        undo.undo(uow, decided.lsn)
    assert two.statuses(two.here) == {key: row.status for key, row in before.items()}
    assert len(two.rows(two.here)[two.ayse].differs) == 1


def test_a_mark_can_be_cleared_and_the_remaining_marked_over_both_lists(two: Two) -> None:
    two.mark(two.there, two.ayse, "late")
    two.say(same_as.SAME)
    with two.db.write("clear") as uow:
        attendance.clear_mark(uow, two.here, two.ayse)
    assert set(two.statuses(two.here).values()) == {None}
    two.mark(two.here, two.cem, "absent")
    with two.db.write("rest") as uow:
        assert attendance.mark_remaining(uow, two.here, "present").told["count"] == 2
    assert two.statuses(two.there) == {two.ayse: "present", two.cem: "absent", two.cagla: "present"}
    # After a decision, clearing shows nobody's mark and not the one that had given way.
    two.mark(two.here, two.ayse, "late")
    with two.db.write("clear") as uow:
        attendance.clear_mark(uow, two.here, two.ayse)
    assert two.statuses(two.there)[two.ayse] is None


def test_how_somebody_takes_part_is_kept_with_the_mark_that_stands(two: Two) -> None:
    two.mark(two.there, two.ayse, "present")
    two.say(same_as.SAME)
    with two.db.write("mode") as uow:
        attendance.set_mode(uow, two.here, two.ayse, "online")
        attendance.set_mode(uow, two.here, two.cagla, "online")
    shown = two.rows(two.here)
    assert (shown[two.ayse].mode, shown[two.ayse].status, shown[two.cagla].mode) == ("online", "present", "online")


def test_workshops_that_are_one_have_one_roster_in_each_session_of_the_same_minute(two: Two) -> None:
    two.mark(two.here, two.cem, "present")
    two.mark(two.there_later, two.cagla, "late")
    two.say(same_as.SAME, "workshops", two.mine, two.other)
    assert set(two.rows(two.here)) == set(two.rows(two.there_later)) == {two.ayse, two.cem, two.cagla}
    with two.db.read() as connection:
        grid = attendance.grid(connection, two.mine)
        everywhere = one_roster.all_as_one(connection)
        for session in (two.here, two.here_later, two.there, two.there_later):
            assert sorted(one_roster.sessions_as_one(connection, session)) == sorted(everywhere[session])
    assert grid.marks[two.cem, two.here][0] == "present"
    assert grid.marks[two.cagla, two.here_later][0] == "late"
    assert {head.rosters for head in grid.sessions} == {2}
    # Somebody says of one pair that they are two after all.
    two.say(same_as.DIFFERENT)
    assert two.rows(two.here)[two.cem].status == "present"
    assert two.statuses(two.there)[two.cem] is None
    with two.db.read() as connection:
        assert set(one_roster.all_as_one(connection)) == {two.here_later, two.there_later}


def test_a_cancelled_or_removed_twin_does_not_speak(two: Two) -> None:
    two.mark(two.there, two.ayse, "present")
    two.say(same_as.SAME)
    with two.db.write("cancel") as uow:
        records.change(uow, "sessions", two.there, {"status": "cancelled"})
    assert two.statuses(two.here)[two.ayse] is None
    with two.db.write("again") as uow:
        records.change(uow, "sessions", two.there, {"status": "held"})
    assert two.statuses(two.here)[two.ayse] == "present"
    with two.db.write("remove") as uow:
        records.remove(uow, "sessions", two.there)
    assert two.statuses(two.here) == {two.ayse: None, two.cem: None}


def test_whoever_was_entered_twice_stands_on_the_roster_once(two: Two) -> None:
    again = two.person("Ayşe Yılmaz")
    with two.db.write("enrol") as uow:
        enrolling.enrol(uow, two.other, [again])
    two.mark(two.here, two.ayse, "absent")
    two.mark(two.there, again, "present")
    two.say(same_as.SAME)
    assert len(two.rows(two.here)) == 4
    two.say(same_as.SAME, "people", two.ayse, again)
    shown = two.rows(two.here)
    (hers,) = (row for person, row in shown.items() if person in (two.ayse, again))
    assert len(shown) == 3
    assert (hers.status, hers.hint, [said.status for said in hers.differs]) == ("present", "", ["absent"])
    two.mark(two.here, hers.person_id, "excused")
    assert two.rows(two.there)[hers.person_id].differs == ()
    assert two.statuses(two.there)[hers.person_id] == "excused"


def test_of_two_lines_of_one_person_on_one_list_that_she_came_counts_and_a_mark_moves_both(two: Two) -> None:
    again = two.person("Ayşe Yılmaz")
    with two.db.write("enrol") as uow:
        enrolling.enrol(uow, two.mine, [again])
    two.mark(two.here, two.ayse, "present")
    two.mark(two.here, again, "absent")
    two.say(same_as.SAME, "people", two.ayse, again)
    shown = two.rows(two.here)
    assert {person: (row.status, row.differs) for person, row in shown.items()} == {
        two.ayse: ("present", ()),
        two.cem: (None, ()),
    }
    two.mark(two.here, two.ayse, "excused")
    assert two.statuses(two.here)[two.ayse] == "excused"


def test_who_wrote_the_other_mark_is_named(two: Two) -> None:
    with two.db.write("device") as uow:
        settings.put(uow, settings.OWNER, {"name": "Elif Demir", "province": "TR-36"})
        peers.introduce(uow, two.db.device)
    two.mark(two.here, two.ayse, "absent")
    two.mark(two.there, two.ayse, "present")
    two.say(same_as.SAME)
    assert [said.by for said in two.rows(two.here)[two.ayse].differs] == ["Elif Demir"]


def test_the_workbook_has_one_roster_of_both(two: Two) -> None:
    two.mark(two.here, two.ayse, "absent")
    with two.db.write("rest") as uow:
        attendance.mark_remaining(uow, two.there, "present")
    two.say(same_as.SAME)
    expected = {("Ayşe Yılmaz", "absent"), ("Cem Öz", None), ("Çağla Işık", "present")}
    for selection in (Selection(session=two.here), Selection(session=two.there), Selection(first=DAY, last=DAY)):
        with two.db.read() as connection:
            scope = export_data.attendance_scope(connection, selection)
            names = {person.number: f"{person.given_name} {person.family_name}" for person in scope.people()}
            marks = [mark for piece in scope.marks() for mark in piece]
            assert export_data.people_count(connection, selection) == 3
            assert len(list(scope.sessions())) == 1
        assert sorted(mark[0] for mark in marks) == [1, 1, 1]
        assert {(names[mark[1]], mark[2]) for mark in marks} == expected
        assert not any(mark[5] for mark in marks)


def test_the_counts_are_of_one_roster(two: Two) -> None:
    two.mark(two.here, two.ayse, "absent")
    with two.db.write("rest") as uow:
        attendance.mark_remaining(uow, two.there, "present")
        records.change(uow, "sessions", two.here, {"minors": 5})
        records.change(uow, "sessions", two.there, {"minors": 7})

    def counts() -> dict[str, Any]:
        with two.db.read() as connection:
            rows = {row.id: row for row in workshops.session_rows(connection, two.mine)}
            page = person_page.person_page(connection, two.ayse)
            return {
                "session": (rows[two.here].attended, rows[two.here].marked, rows[two.here].listed),
                "reach": (reach.summary(connection).participants, reach.summary(connection).activities.counted),
                "workshop": reach.of_workshops(connection, [two.mine])[two.mine].named,
                "person": [(mark.session_id, mark.status) for mark in page.marks],
                "today": [(one.id, one.marked) for one in today.day(connection, DAY).today],
            }

    apart = counts()
    assert apart["session"] == (0, 1, 2)
    assert apart["reach"] == (2, 12)
    assert len(apart["person"]) == len(apart["today"]) == 2
    two.say(same_as.SAME)
    assert counts() == {
        "session": (1, 2, 3),
        "reach": (1, 7),
        "workshop": 1,
        "person": [(two.here, "absent")],
        "today": [(two.here, 2)],
    }
    two.say(None)
    assert counts() == apart


def test_a_session_marked_on_the_other_list_is_not_overdue(two: Two) -> None:
    two.mark(two.there, two.ayse, "present")
    two.say(same_as.SAME)
    with two.db.read() as connection:
        assert today.day(connection, DAY + timedelta(days=1)).unmarked == ()


def test_a_person_whom_both_lists_have_is_counted_once_over_many_verdicts(two: Two) -> None:
    third, (elsewhere, _later) = two.plan(two.zeynep)
    two.mark(elsewhere, two.zeynep, "present")
    two.say(same_as.SAME)
    two.say(same_as.SAME, one=two.there, other=elsewhere)
    everybody = {two.ayse, two.cem, two.cagla, two.zeynep}
    assert set(two.rows(two.here)) == set(two.rows(elsewhere)) == everybody
    with two.db.read() as connection:
        assert len(one_roster.sessions_as_one(connection, elsewhere)) == 3
        assert {row.id: row.attended for row in workshops.session_rows(connection, third)}[elsewhere] == 1
