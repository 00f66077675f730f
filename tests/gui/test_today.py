"""Today: sessions with one key to their attendance, what is overdue, the first day."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from tn_desktop.gui.context import Context
from tn_desktop.gui.panes.today import TodayPane
from tn_desktop.gui.widgets.session_list import Line, SessionLines
from tn_desktop.services import owner, records
from tn_desktop.services.owner import Owner


@pytest.fixture
def pane(qtbot: QtBot, context: Context) -> TodayPane:
    """Today on an empty database; it is 14.03.2026."""
    pane = TodayPane(context)
    qtbot.addWidget(pane)
    pane.resize(1100, 700)
    with qtbot.waitExposed(pane):
        pane.show()
    pane.activateWindow()
    qtbot.waitUntil(lambda: context.tasks.idle)
    return pane


def titles(pane: TodayPane) -> list[str]:
    """Every line."""
    model = pane.ui.sessions.lines
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def test_the_first_day_says_what_to_do(qtbot: QtBot, context: Context, pane: TodayPane) -> None:
    assert pane.ui.welcomePage.isVisible()
    pane.focus_list()
    with qtbot.waitSignal(context.navigator.import_wanted):
        qtbot.keyClick(pane._first_button, Qt.Key.Key_Space)


def test_the_owner_alone_leaves_the_notebook_empty(qtbot: QtBot, context: Context, pane: TodayPane) -> None:
    context.tasks.write("Set up", lambda uow: owner.settle(uow, Owner("Can Ak", "Van")))
    qtbot.waitUntil(lambda: context.tasks.idle)
    assert pane.ui.welcomePage.isVisible()
    context.tasks.write("Add", lambda uow: records.add(uow, "people", {"given_name": "Oya"}))
    qtbot.waitUntil(pane.ui.quietPage.isVisible)


def test_sessions_stand_under_today_overdue_and_coming(
    qtbot: QtBot, context: Context, pane: TodayPane, store: Callable[..., int]
) -> None:
    workshop = store("workshops", title="Problem Ağacı")
    store("sessions", workshop=workshop, starts_at="2026-03-20T10:00")
    store("sessions", workshop=workshop, starts_at="2026-03-10T10:00")
    today = store(
        "sessions", workshop=workshop, starts_at="2026-03-14T13:00", ends_at="2026-03-14T16:00", venue="Salon"
    )
    qtbot.waitUntil(lambda: len(titles(pane)) == 6)
    assert titles(pane)[::2] == ["Today", "Attendance not taken yet", "Coming up"]
    line = pane.ui.sessions.lines.line(1)
    assert line is not None and line.when == "13:00–16:00" and "Salon" in line.more
    pane.focus_list()
    assert pane.ui.sessions.hasFocus()
    with qtbot.waitSignal(context.navigator.attendance_wanted) as wanted:
        qtbot.keyClick(pane.ui.sessions, Qt.Key.Key_Return)
    assert wanted.args == [today]
    qtbot.keyClick(pane.ui.sessions, Qt.Key.Key_Down)  # over the heading to the overdue one
    with qtbot.waitSignal(context.navigator.print_wanted) as printed:
        qtbot.keyClick(pane, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert printed.args != [(today,)]


def test_what_is_written_behind_another_page_is_read_when_today_is_shown(
    qtbot: QtBot, context: Context, pane: TodayPane, store: Callable[..., int]
) -> None:
    workshop = store("workshops", title="Problem Ağacı")
    store("sessions", workshop=workshop, starts_at="2026-03-14T13:00")
    qtbot.waitUntil(lambda: len(titles(pane)) == 2)
    qtbot.waitUntil(lambda: context.tasks.idle)
    pane.hide()
    store("sessions", workshop=workshop, starts_at="2026-03-14T16:00")
    assert context.tasks.idle, "the day would be read at each mark, for nobody"
    pane.show()
    qtbot.waitUntil(lambda: len(titles(pane)) == 3)


def test_a_marked_session_is_said_to_be_marked(
    qtbot: QtBot, context: Context, pane: TodayPane, store: Callable[..., int]
) -> None:
    workshop = store("workshops", title="Söyleşi", kind="talk")
    session = store("sessions", workshop=workshop, starts_at="2026-03-14T13:00")
    person = store("people", given_name="Ayşe")
    store("attendance", person=person, session=session, status="present")
    qtbot.waitUntil(lambda: (line := pane.ui.sessions.lines.line(1)) is not None and "1 marked" in line.state)
    assert pane.ui.side.isVisible() and not pane.ui.welcomePage.isVisible()


def test_walk_ins_without_details_are_counted_and_lead_to_them(
    qtbot: QtBot, context: Context, pane: TodayPane, store: Callable[..., int]
) -> None:
    workshop = store("workshops", title="Söyleşi")
    session = store("sessions", workshop=workshop, starts_at="2026-03-14T13:00")
    person = store("people", given_name="Ayşe")
    store("attendance", person=person, session=session, status="present", walk_in="1")
    qtbot.waitUntil(pane.ui.incompleteButton.isVisible)
    assert "1" in pane.ui.incompleteButton.text()
    with qtbot.waitSignal(context.navigator.incomplete_wanted):
        pane.ui.incompleteButton.click()


def test_the_lines_are_a_sound_model(qtmodeltester: ModelTester) -> None:
    model = SessionLines()
    model.show((Line("Today"), Line("Problem Ağacı", 4, 2, "13:00")))
    qtmodeltester.check(model)
    assert not model.flags(model.index(0, 0)) & Qt.ItemFlag.ItemIsSelectable
