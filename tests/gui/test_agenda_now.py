"""The line of the agenda above the roster, while a session runs."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from pytestqt.qtbot import QtBot

from tn_desktop.gui.context import Context
from tn_desktop.gui.panes.attendance import AttendancePane
from tn_desktop.services import agenda

Store = Callable[..., int]


class Clock:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.moment = datetime(2026, 3, 14, 12, 40)  # noqa: DTZ001 - the program's own clock is local

    def __call__(self) -> datetime:
        return self.moment


@pytest.fixture
def clock() -> Clock:
    """Twenty minutes before the session."""
    return Clock()


@pytest.fixture
def pane(qtbot: QtBot, context: Context, store: Store, clock: Clock) -> AttendancePane:
    """The attendance of a session from 13:00 to 15:00."""
    person = store("people", given_name="Ayşe", family_name="Yılmaz")
    workshop = store("workshops", title="Problem Ağacı")
    times = {"starts_at": "2026-03-14T13:00", "ends_at": "2026-03-14T15:00"}
    session = store("sessions", workshop=workshop, **times)
    store("enrolments", person=person, workshop=workshop)
    made = AttendancePane(replace(context, now=clock))
    qtbot.addWidget(made)
    made.resize(1190, 660)
    made.show()
    made.open_session(session)
    qtbot.waitUntil(lambda: context.tasks.idle)
    return made


def test_it_says_what_runs_and_how_long_still(
    qtbot: QtBot, context: Context, pane: AttendancePane, clock: Clock
) -> None:
    session = pane.export_scope()[1]
    clock.moment += timedelta(minutes=25)
    pane.now.say()
    assert pane.now.isHidden(), "there is no agenda"
    context.tasks.write("Add", lambda uow: agenda.add_part(uow, session, "Karşılama", 10))
    qtbot.waitUntil(lambda: pane.now.accessibleName() == "▶ Now: Karşılama · 5 min left")
    context.tasks.write("Add", lambda uow: agenda.add_part(uow, session, "Kapanış", 20))
    expected = "▶ Now: Karşılama · 5 min left · then 13:10 Kapanış"
    qtbot.waitUntil(lambda: pane.now.accessibleName() == expected)
    clock.moment += timedelta(minutes=6)
    pane.now._beat.timeout.emit()
    assert pane.now.accessibleName() == "▶ Now: Kapanış · 19 min left"
    clock.moment += timedelta(minutes=30)
    pane.now._beat.timeout.emit()
    assert pane.now.accessibleName() == "The agenda is over · 79 min left of the session"
    clock.moment += timedelta(hours=3)
    pane.now._beat.timeout.emit()
    assert pane.now.isHidden()


def test_it_stays_while_the_projector_shows_the_welcome_and_goes_where_there_is_no_room(
    qtbot: QtBot, context: Context, pane: AttendancePane, clock: Clock
) -> None:
    session = pane.export_scope()[1]
    clock.moment += timedelta(minutes=25)
    context.tasks.write("Add", lambda uow: agenda.add_part(uow, session, "Karşılama", 10))
    qtbot.waitUntil(pane.now.isVisible)
    pane._draw_curtain(True)
    assert pane.now.isVisible() and not pane.ui.head.isVisible()
    pane._draw_curtain(False)
    pane.resize(800, 400)
    qtbot.waitUntil(pane.now.isHidden)
