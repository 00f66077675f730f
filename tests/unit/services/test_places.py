"""Capacity and the waiting list: who waits, who moves up, and that one undo takes both back."""

from itertools import pairwise

import pytest

from tn_desktop.model.changes import Changes
from tn_desktop.model.errors import NotFound
from tn_desktop.services import attendance, enrolling, places, records, sessions, undo, workshops
from tn_desktop.services.workshops import WorkshopPlan
from tn_desktop.store.database import Database

pytestmark = pytest.mark.both_engines


class Room:
    """A workshop of two sessions with two places, and six people.

    Attributes:
        people: their ids, in the order of their names Kişi 1 … Kişi 6.
    """

    def __init__(self, db: Database) -> None:
        self.db = db
        with db.write("fill") as uow:
            self.people = [
                records.add(uow, "people", {"given_name": "Kişi", "family_name": str(n)}).subject or 0
                for n in range(1, 7)
            ]
            plan = WorkshopPlan({"title": "Atölye"}, "14.03.2026 13:00", "14.03.2026 16:00", {"capacity": 2}, repeats=2)
            made = workshops.plan(uow, plan)
        self.workshop = made.subject or 0
        self.sessions = made.told["sessions"]
        assert isinstance(self.sessions, tuple)

    def enrol(self, *numbers: int) -> Changes:
        with self.db.write("enrol") as uow:
            return enrolling.enrol(uow, self.workshop, [self.people[n - 1] for n in numbers])

    def statuses(self) -> list[str]:
        """Of the people, in their order; "-" for whoever is not on the list."""
        with self.db.read() as connection:
            held = {row.person_id: row.status for row in workshops.enrolled_rows(connection, self.workshop)}
        return [held.get(person, "-")[0] for person in self.people]

    def line(self) -> list[int]:
        """Numbers of those who wait, in their order."""
        with self.db.read() as connection:
            return [self.people.index(row.person_id) + 1 for row in places.waiting_line(connection, self.workshop)]

    def place(self, number: int) -> int:
        """The enrolment's id of a person."""
        with self.db.read() as connection:
            rows = workshops.enrolled_rows(connection, self.workshop)
        return next(row.enrolment_id for row in rows if row.person_id == self.people[number - 1])


@pytest.fixture
def room(db: Database) -> Room:
    return Room(db)


def test_whoever_comes_beyond_the_capacity_waits(room: Room) -> None:
    done = room.enrol(1, 2, 3, 4)
    assert (done.told["count"], done.told["waiting"], done.told["capacity"]) == (4, 2, 2)
    assert room.statuses() == ["e", "e", "w", "w", "-", "-"]
    assert room.enrol(1, 3).told["count"] == 0
    with room.db.read() as connection:
        found = places.places(connection, room.workshop)
    assert (found.capacity, found.enrolled, found.waiting, found.free) == (2, 2, 2, 0)


def test_the_line_is_in_the_order_in_which_they_asked_also_within_a_minute(room: Room) -> None:
    room.enrol(1, 2)
    for number in (6, 3, 5, 4):
        room.enrol(number)
    assert room.line() == [6, 3, 5, 4]
    with room.db.read() as connection:
        times = [row.since for row in places.waiting_line(connection, room.workshop)]
    assert all(before < after for before, after in pairwise(times))


def test_who_withdraws_lets_the_first_one_in_and_one_undo_takes_both_back(room: Room) -> None:
    room.enrol(1, 2, 4, 3)
    with room.db.write("withdraw") as uow:
        done = enrolling.withdraw(uow, room.workshop, [room.people[0]])
    assert done.told["moved_up"] == ("Kişi 4",)
    assert room.statuses() == ["-", "e", "w", "e", "-", "-"]
    with room.db.write("undo") as uow:
        undo.undo(uow, done.lsn)
    assert room.statuses() == ["e", "e", "w", "w", "-", "-"]
    assert room.line() == [4, 3]


def test_a_status_that_is_edited_frees_the_place_as_well(room: Room) -> None:
    room.enrol(1, 2, 3)
    with room.db.write("edit") as uow:
        done = records.change(uow, "enrolments", room.place(2), {"status": "withdrawn"})
    assert done.told["moved_up"] == ("Kişi 3",)
    assert room.statuses()[:3] == ["e", "w", "e"]  # withdrawn, and moved up


def test_a_larger_room_and_a_person_who_is_removed_let_people_in(room: Room) -> None:
    room.enrol(1, 2, 3, 4, 5)
    with room.db.write("room") as uow:
        for session in room.sessions:
            done = records.change(uow, "sessions", session, {"capacity": 3})
    assert done.told["moved_up"] == ("Kişi 3",)
    with room.db.write("removed") as uow:
        done = records.remove(uow, "people", room.people[0])
    assert done.told["moved_up"] == ("Kişi 4",)
    assert room.line() == [5]


def test_the_capacity_is_that_of_the_smallest_session_that_takes_place(room: Room) -> None:
    with room.db.write("rooms") as uow:
        records.change(uow, "sessions", room.sessions[0], {"capacity": 9})
        assert places.capacity(uow.connection, room.workshop) == 2
        sessions.cancel(uow, room.sessions[1], "Kar tatili")
        assert places.capacity(uow.connection, room.workshop) == 9
        assert records.show(uow.connection, "sessions", room.sessions[1])["reason"] == "Kar tatili"


def test_nobody_moves_up_or_waits_once_it_is_over(room: Room) -> None:
    room.enrol(1, 2, 3)
    with room.db.write("held") as uow:
        for session in room.sessions:
            attendance.mark(uow, session, room.people[0], "present")
        done = enrolling.withdraw(uow, room.workshop, [room.people[1]])
    assert done.told["moved_up"] == () and room.line() == [3]
    assert room.enrol(2, 4, 5).told["waiting"] == 0


def test_the_line_is_put_in_another_order_by_hand(room: Room) -> None:
    room.enrol(1, 2, 3, 4, 5, 6)
    with room.db.write("up") as uow:
        assert enrolling.move(uow, room.place(5), -1).told["place"] == 2
    assert room.line() == [3, 5, 4, 6]
    with room.db.write("first") as uow:
        assert enrolling.move(uow, room.place(6), -1000).told["place"] == 1
    assert room.line() == [6, 3, 5, 4]
    with room.db.write("down") as uow:
        last = enrolling.move(uow, room.place(6), 1000)
    assert last.told["place"] == 4 and room.line() == [3, 5, 4, 6]
    with room.db.write("undo") as uow:
        undo.undo(uow, last.lsn)
    assert room.line() == [6, 3, 5, 4]
    with pytest.raises(NotFound), room.db.write("not waiting") as uow:
        enrolling.move(uow, room.place(1), -1)


def test_a_place_is_given_beyond_the_capacity_and_taken_back_to_the_end_of_the_line(room: Room) -> None:
    room.enrol(1, 2, 3, 4)
    with room.db.write("given") as uow:
        enrolling.set_status(uow, room.place(4), "enrolled")
    assert room.statuses()[:4] == ["e", "e", "w", "e"]
    with room.db.write("back") as uow:
        enrolling.set_status(uow, room.place(1), "waiting")
    assert room.line() == [3, 1]


def test_a_row_that_is_added_by_its_fields_waits_too(room: Room) -> None:
    room.enrol(1, 2)
    with room.db.write("add") as uow:
        ends = {"workshop": room.workshop, "person": room.people[2]}
        key = records.add(uow, "enrolments", ends).subject or 0
        assert records.show(uow.connection, "enrolments", key)["status"] == "waiting"
        said = records.add(uow, "enrolments", ends | {"person": room.people[3], "status": "enrolled"}).subject or 0
        assert records.show(uow.connection, "enrolments", said)["since"] is not None
    assert room.statuses()[:4] == ["e", "e", "w", "e"]


def test_somebody_who_waits_is_marked_at_the_door(room: Room) -> None:
    room.enrol(1, 2, 3)
    with room.db.write("door") as uow:
        attendance.mark(uow, room.sessions[0], room.people[2], "present")
        rows = attendance.roster(uow.connection, room.sessions[0]).rows
    assert [(row.name, row.status) for row in rows] == [("Kişi 1", None), ("Kişi 2", None), ("Kişi 3", "present")]
    assert room.line() == [3]
