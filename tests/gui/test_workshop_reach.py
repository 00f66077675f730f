"""What came of a workshop, on its page: entries beside the attendance list, and the chain."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from tests.gui.keys import type_text
from tests.gui.pane_helpers import K, press, rows, shown
from tn_desktop.gui.context import Context
from tn_desktop.gui.panes.workshops import WorkshopsPane

Store = Callable[..., int]


@pytest.fixture
def pane(qtbot: QtBot, context: Context, store: Store) -> WorkshopsPane:
    """A workshop in Iğdır with two sessions at which the same person was, one of them with five guests."""
    person = store("people", given_name="Ayşe")
    need = store("needs", title="Kitap yok")
    workshop = store("workshops", title="Sergi", province="76", needs=[need])
    for day, guests in (("2026-03-01", 5), ("2026-03-08", None)):
        session = store("sessions", workshop=workshop, starts_at=f"{day}T10:00", guests=guests, title="Gün")
        store("attendance", person=person, session=session, status="present")
    made: WorkshopsPane = shown(qtbot, WorkshopsPane(context), 1)
    qtbot.waitUntil(lambda: made.page.ui.head.title.text() == "Sergi")
    made.page.ui.tabs.setCurrentWidget(made.page.reach.page)
    qtbot.waitUntil(lambda: made.page.reach.panel.session.count() == 2)
    return made


def numbers(pane: WorkshopsPane) -> tuple[str, ...]:
    return tuple(tile.number.text() for tile in pane.page.reach.panel.tiles.values())


def test_who_was_present_counts_once_and_entries_come_beside(
    qtbot: QtBot, context: Context, store: Store, pane: WorkshopsPane
) -> None:
    panel = pane.page.reach.panel
    assert numbers(pane) == ("1", "5", "0")
    panel.session.setCurrentIndex(0)
    panel.number.setFocus()
    type_text(panel.number, "40")
    press(qtbot, K.Key_Tab)
    type_text(panel.audience, "öğrenciler")
    panel.basis.setCurrentIndex(panel.basis.findData("counted"))
    press(qtbot, K.Key_Return)
    qtbot.waitUntil(lambda: numbers(pane) == ("1", "45", "0"))
    (entry,) = rows(context, "reach")
    assert (entry["date"], entry["province"], entry["audience"]) == ("2026-03-01", "TR-76", "öğrenciler")
    panel.table.setFocus()
    press(qtbot, K.Key_Delete)
    qtbot.waitUntil(lambda: numbers(pane) == ("1", "5", "0"))
    assert rows(context, "reach") == []


def test_a_cancelled_session_reaches_nobody(qtbot: QtBot, context: Context, pane: WorkshopsPane) -> None:
    from tn_desktop.services import records

    assert context.tasks.database is not None
    with context.tasks.database.write("cancel") as uow:
        changes = records.change(uow, "sessions", 1, {"status": "cancelled"})
    context.tasks.changed.emit(changes, None)
    qtbot.waitUntil(lambda: numbers(pane) == ("1", "0", "0"))
    assert pane.page.reach.panel.session.count() == 1


def test_the_chain_shows_the_need_and_whom_it_reached(qtbot: QtBot, pane: WorkshopsPane) -> None:
    pane.page.reach.switch.buttons["chain"].click()
    qtbot.waitUntil(lambda: len(pane.page.reach.chain.cards) == 3)
    assert {place[0] for place in pane.page.reach.chain.cards} == {0, 1, 5}
    assert pane.page.reach.switch.chosen == "chain"
