"""A session that was marked on two laptops, in the attendance pane: one roster, differences decided by a digit."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from tests.gui.attendance_room import Room
from tn_desktop.gui.context import Context
from tn_desktop.gui.models.attendance_marks import MARK_ROLE
from tn_desktop.gui.models.roster import NAME, STATUS
from tn_desktop.services import attendance, enrolling, same_as, workshops
from tn_desktop.services.workshops import WorkshopPlan
from tn_desktop.store.unit_of_work import UnitOfWork

NAMES = ("Ayşe Yılmaz", "Cem Öz", "Zeynep Ak")


@pytest.fixture
def room(qtbot: QtBot, context: Context) -> Room:
    """Marked here and on another laptop: of Ayşe and Zeynep the lists say different things, of Cem the same."""
    room = Room(qtbot, context, NAMES)
    database = context.tasks.database
    assert database is not None
    (session,) = room.sessions
    with database.read() as connection:
        people = [row.person_id for row in attendance.roster(connection, session).rows]
    with database.write("twin") as uow:
        made = workshops.plan(uow, WorkshopPlan({"title": "Eleştirel Düşünme", "province": "76"}, "14.03.2026 13:00"))
        enrolling.enrol(uow, made.subject or 0, people)
        (twin,) = made.told["sessions"]  # type: ignore[misc]
    for where, statuses in ((session, ("present",) * 3), (twin, ("absent", "present", "late"))):
        with database.write("marks") as uow:
            attendance.mark_list(uow, where, dict(zip(people, statuses, strict=True)))
    say(context, lambda uow: same_as.judge(uow, "sessions", session, twin, same_as.SAME))
    room.twin = twin  # type: ignore[attr-defined]
    return room.open()


def say(context: Context, work: Callable[[UnitOfWork], object]) -> None:
    assert context.tasks.database is not None
    with context.tasks.database.write("say") as uow:
        work(uow)


def shown(room: Room) -> dict[str, tuple[str | None, list[str]]]:
    model = room.pane.desk.model
    rows = range(model.rowCount())
    marks = ((model.index(row, NAME).data(), model.index(row, STATUS).data(MARK_ROLE)) for row in rows)
    return {name: (mark.status, [said.status for said in mark.differs]) for name, mark in marks}


def at(room: Room) -> str:
    return str(room.pane.desk.model.index(room.pane.ui.roster.currentIndex().row(), NAME).data())


def test_differences_are_shown_and_a_digit_decides_each(room: Room, context: Context) -> None:
    assert shown(room) == {
        "Ayşe Yılmaz": ("absent", ["present"]),
        "Cem Öz": ("present", []),
        "Zeynep Ak": ("late", ["present"]),
    }
    assert "2 mark" in room.pane.ui.hint.accessibleName()
    assert "2 lists" in room.pane.ui.when.accessibleName()
    assert at(room) == "Ayşe Yılmaz"
    said = room.pane.desk.model.index(0, STATUS).data(11)
    assert "other list" in said

    room.type("1")
    assert at(room) == "Zeynep Ak"
    room.type("2")
    room.settle()
    assert shown(room) == {
        name: (status, []) for name, status in zip(NAMES, ("present", "present", "late"), strict=True)
    }
    assert "differ" not in room.pane.ui.hint.accessibleName()

    # On the disk too, whichever of the two is opened.
    room.pane.open_session(room.twin)  # type: ignore[attr-defined]
    room.settle()
    assert [status for status, _others in shown(room).values()] == ["present", "present", "late"]


def test_the_curtain_hides_what_the_other_list_says(room: Room) -> None:
    model = room.pane.desk.model
    person = model.board.people[0].person_id
    assert model.other_text(person, room.sessions[0])
    model.draw_curtain(True)
    assert model.other_text(person, room.sessions[0]) == ""
    assert "other" not in model.spoken(person, room.sessions[0])
    model.draw_curtain(False)


def test_the_grid_shows_them_too_and_taking_the_verdict_back_shows_two_rosters(room: Room, context: Context) -> None:
    (session,) = room.sessions
    room.open_grid()
    model = room.pane.desk.model
    assert model.index(0, 0).data(MARK_ROLE).differs
    assert "≠" in model.index(0, 0).data(3)
    with room.qtbot.waitSignal(context.tasks.changed):
        context.tasks.write(
            "say",
            lambda uow: same_as.judge(uow, "sessions", session, room.twin, None),  # type: ignore[attr-defined]
        )
    room.settle()
    assert [model.index(row, 0).data(MARK_ROLE).status for row in range(3)] == ["present"] * 3
    assert not any(model.index(row, 0).data(MARK_ROLE).differs for row in range(3))
