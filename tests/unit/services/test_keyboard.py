"""Who was at the keyboard: kept with each mark, told on the roster, and in the review of marks that met."""

import pytest

from tn_desktop.model.errors import FieldError
from tn_desktop.services import attendance, conflicts, erasure, keyboard, owner, person_page, records
from tn_desktop.services.checks import check_database
from tn_desktop.services.owner import Owner
from tn_desktop.store.database import Database
from tn_desktop.store.profile import Profile

pytestmark = pytest.mark.both_engines


def room(db: Database) -> tuple[int, int]:
    """A session and somebody at it."""
    with db.write("add") as uow:
        workshop = records.add(uow, "workshops", {"title": "Problem Ağacı"}).subject
        assert workshop is not None
        session = records.add(uow, "sessions", {"workshop": workshop, "starts_at": "2026-03-14T13:00"}).subject
        person = records.add(uow, "people", {"given_name": "Zeynep", "family_name": "Ak"}).subject
    assert session is not None and person is not None
    return session, person


def sits(db: Database, name: str) -> int:
    with db.write("sit") as uow:
        marker = keyboard.join(uow, name).told["marker"]
    assert isinstance(marker, keyboard.Marker)
    db.marker = marker.id
    return marker.id


def said(db: Database, session: int) -> list[tuple[str | None, str]]:
    with db.read() as connection:
        return [(row.status, row.marked_by) for row in attendance.roster(connection, session).rows]


def mark(db: Database, session: int, person: int, status: str) -> None:
    with db.write("mark") as uow:
        attendance.mark(uow, session, person, status)


def test_a_mark_says_who_made_it_last_or_nobody(db: Database) -> None:
    session, person = room(db)
    mark(db, session, person, "present")
    assert said(db, session) == [("present", "")]
    sits(db, "Işıl Çelik")
    mark(db, session, person, "late")
    assert said(db, session) == [("late", "Işıl Çelik")]
    sits(db, "Can Ak")
    with db.write("mark") as uow:
        attendance.mark_remaining(uow, session, "present")
    assert said(db, session) == [("late", "Işıl Çelik")], "what was not marked again keeps its maker"
    db.marker = None
    mark(db, session, person, "absent")
    assert said(db, session) == [("absent", "")]
    assert check_database(db) == []


def test_the_list_is_short_has_the_owner_and_knows_a_name_again(db: Database) -> None:
    with db.write("owner") as uow:
        owner.settle(uow, Owner("Ayşe Yılmaz"))
    first = sits(db, "Işıl Çelik")
    assert sits(db, "ışıl  çelik") == first
    with db.read() as connection:
        found = keyboard.markers(connection)
    assert [one.name for one in found] == ["Işıl Çelik", "Ayşe Yılmaz"]
    with db.write("sit") as uow:
        keyboard.sit_down(uow, found[1].uid)
    with db.read() as connection:
        assert [one.name for one in keyboard.markers(connection)] == ["Ayşe Yılmaz", "Işıl Çelik"]
    with db.write("sit") as uow, pytest.raises(FieldError):
        keyboard.join(uow, "  ")


def test_whoever_is_erased_is_named_in_no_mark(db: Database) -> None:
    session, person = room(db)
    marker = sits(db, "Işıl Çelik")
    mark(db, session, person, "present")
    db.marker = None
    erasure.erase_person(db, marker, "2026-03-14", "")
    assert said(db, session) == [("present", "")]
    with db.read() as connection:
        assert keyboard.markers(connection) == []
        assert conflicts.count_open(connection) == 0
    assert check_database(db) == []


@pytest.mark.one_engine("sqlite")  # on a server there are several
def test_on_a_notebook_of_one_she_herself_made_the_mark(db: Database) -> None:
    session, person = room(db)
    with db.write("owner") as uow:
        owner.settle(uow, Owner("Ayşe Yılmaz"))
    mark(db, session, person, "present")
    assert said(db, session) == [("present", "Ayşe Yılmaz")]
    with db.read() as connection:
        (shown,) = person_page.person_page(connection, person).marks
    assert shown.marked_by == "Ayşe Yılmaz", "and her page says so"
    sits(db, "Can Ak")
    mark(db, session, person, "late")
    assert said(db, session) == [("late", "Can Ak")]


@pytest.mark.one_engine("sqlite")
def test_on_a_stick_nobody_made_it_who_did_not_say_so(profile: Profile) -> None:
    profile.portable_mark.write_text("{}", encoding="ascii")
    with Database.open(profile) as db:
        session, person = room(db)
        with db.write("owner") as uow:
            owner.settle(uow, Owner("Ayşe Yılmaz"))
        mark(db, session, person, "present")
        assert said(db, session) == [("present", "")]
