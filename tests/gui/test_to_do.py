"""What waits, beside the sessions of the day: one key to act on each."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.gui.pane_helpers import K, press, rows
from tn_desktop.gui.context import Context
from tn_desktop.gui.panes.today import TodayPane

Store = Callable[..., int]


@pytest.fixture
def pane(qtbot: QtBot, context: Context, store: Store) -> TodayPane:
    """Today, 14.03.2026, with a follow-up that is overdue, one that is not, and a chosen need."""
    stakeholder = store("stakeholders", name="Aras Vakfı")
    store("engagements", stakeholder=stakeholder, summary="x", next_step="Salonu sor", due="2026-03-16")
    store("engagements", stakeholder=stakeholder, summary="x", next_step="Müdürü ara", due="2026-03-10")
    store("needs", title="Kitap yok", status="chosen", votes=7)
    made = TodayPane(context)
    qtbot.addWidget(made)
    made.resize(1181, 690)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    qtbot.waitUntil(lambda: made.ui.todo.count() > 0)
    return made


def texts(pane: TodayPane) -> list[str]:
    return [pane.ui.todo.item(row).text() for row in range(pane.ui.todo.count())]


def test_follow_ups_stand_there_overdue_first_and_space_is_done(
    qtbot: QtBot, context: Context, pane: TodayPane
) -> None:
    assert texts(pane) == [
        "Follow-ups (2) · 1 overdue",
        "▲ 10.03 · Aras Vakfı: Müdürü ara",
        "16.03 · Aras Vakfı: Salonu sor",
        "Chosen, and nobody has taken them up (1)",
        "Kitap yok",
    ]
    pane.ui.todo.setFocus()
    assert pane.ui.todo.currentRow() == 1
    with qtbot.waitSignal(context.navigator.record_wanted) as wanted:
        press(qtbot, K.Key_Return)
    assert wanted.args == ["stakeholders", 1]
    press(qtbot, K.Key_Space)
    qtbot.waitUntil(lambda: texts(pane)[0] == "Follow-ups (1)")
    assert pane.ui.todo.currentRow() == 1
    done = {row["next_step"]: row["done"] for row in rows(context, "engagements")}
    assert done == {"Müdürü ara": True, "Salonu sor": None}
    press(qtbot, K.Key_Down)
    with qtbot.waitSignal(context.navigator.record_wanted) as wanted:
        press(qtbot, K.Key_Return)
    assert wanted.args == ["needs", 1]


def test_needs_to_talk_about_lead_to_the_board(qtbot: QtBot, context: Context, store: Store, pane: TodayPane) -> None:
    for title in ("Bir", "İki"):
        store("needs", title=title)
    qtbot.waitUntil(lambda: texts(pane)[-1] == "2 raised, not discussed yet")
    assert len(rows(context, "needs", status="raised")) == 2
    pane.ui.todo.setFocus()
    press(qtbot, K.Key_End)
    with qtbot.waitSignal(context.navigator.needs_wanted) as wanted:
        press(qtbot, K.Key_Return)
    assert wanted.args[0].view == "board"
    pane.ui.sessions.setFocus()
    pane.ui.planButton.setFocus()
    assert pane.ui.todo.currentRow() == -1


def test_a_day_without_anything_is_friendly(qtbot: QtBot, context: Context, store: Store) -> None:
    store("people", given_name="Oya")
    pane = TodayPane(context)
    qtbot.addWidget(pane)
    pane.resize(1181, 690)
    pane.show()
    qtbot.waitExposed(pane)
    qtbot.waitUntil(lambda: texts(pane) == ["Nothing waits. Enjoy the day."])
    assert pane.ui.quietPage.isVisible() and pane.ui.todo.isVisible()


def test_a_long_line_has_two_lines_and_all_of_them_under_the_cursor(
    qtbot: QtBot, context: Context, store: Store, pane: TodayPane
) -> None:
    step = " ".join(["Belediyenin kültür müdürüyle salonun açık olduğu günleri yeniden konuş"] * 4)
    store("engagements", stakeholder=1, summary="x", next_step=step, due="2026-03-12")
    todo = pane.ui.todo
    qtbot.waitUntil(lambda: todo.count() == 6 and context.tasks.idle)
    line = todo.fontMetrics().lineSpacing()

    def lines(row: int) -> int:
        return (todo.item(row).sizeHint().height() - 10) // line

    todo.setFocus()
    assert [lines(row) for row in range(4)] == [1, 1, 2, 1]
    press(qtbot, K.Key_Down)
    assert todo.currentRow() == 2 and lines(2) > 4
    room = todo.visualItemRect(todo.item(2))
    text = todo.fontMetrics().boundingRect(room.adjusted(8, 0, -8, 0), Qt.TextFlag.TextWordWrap, todo.item(2).text())
    assert text.height() <= room.height()
    press(qtbot, K.Key_Down)
    assert [lines(row) for row in range(4)] == [1, 1, 2, 1]
