"""What waits, beside the sessions of the day: one key to act on each."""

from collections.abc import Callable

import pytest
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
