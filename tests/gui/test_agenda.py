"""The agenda of a session by keys: parts typed, tools chosen from the library, put into order, copied."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from tests.gui.keys import type_text
from tests.gui.pane_helpers import K, focused, is_editing, press, rows, shown, write_over
from tn_desktop.gui.context import Context
from tn_desktop.gui.dialogs.choose_tool import ChooseTool
from tn_desktop.gui.panes.workshops import WorkshopsPane
from tn_desktop.gui.panes.workshops_agenda import AgendaTab
from tn_desktop.model.entities.base import table_of
from tn_desktop.model.entities.tools import EngagementTool
from tn_desktop.model.tool_library import library
from tn_desktop.services import agenda

ALT = Qt.KeyboardModifier.AltModifier
Store = Callable[..., int]


@pytest.fixture
def tab(qtbot: QtBot, context: Context, store: Store) -> AgendaTab:
    """The agenda of the first of two sessions; Ayşe facilitates it."""
    person = store("people", given_name="Ayşe", family_name="Yılmaz")
    workshop = store("workshops", title="Problem Ağacı")
    times = {"starts_at": "2026-03-14T13:00", "ends_at": "2026-03-14T14:30"}
    store("sessions", workshop=workshop, facilitators=[person], **times)
    store("sessions", workshop=workshop, starts_at="2026-03-21T10:00")
    pane = shown(qtbot, WorkshopsPane(context), 1)
    pane.table.setCurrentIndex(pane.model.index(0, 0))
    qtbot.waitUntil(lambda: pane.page.ui.sessions.model().rowCount() == 2)
    pane.page.ui.tabs.setCurrentWidget(pane.page.agenda)
    made: AgendaTab = pane.page.agenda
    qtbot.waitUntil(lambda: made.agenda is not None and context.tasks.idle)
    return made


def tool(context: Context, shipped: str) -> int:
    """The id of a tool of the library."""
    table = table_of(EngagementTool)
    assert context.tasks.database is not None
    with context.tasks.database.read() as connection:
        return int(connection.execute(select(table.c.id).where(table.c.shipped == shipped)).scalar_one())


def titles(tab: AgendaTab) -> list[str]:
    """What stands in the agenda."""
    return [row.titles["en"] for row in tab._model.rows]


def add(qtbot: QtBot, tab: AgendaTab, *typed: str) -> None:
    """Type parts into the line."""
    for text in typed:
        tab.ui.add_part.setFocus()
        type_text(tab.ui.add_part, text)
        with qtbot.waitSignal(tab._model.modelReset):
            press(qtbot, K.Key_Return)


def test_parts_are_typed_with_their_minutes_and_run(qtbot: QtBot, tab: AgendaTab) -> None:
    add(qtbot, tab, "10 Karşılama", "15 dk Ara", "Kapanış")
    assert [tab._model.index(row, 0).data() for row in range(3)] == ["13:00–13:10", "13:10–13:25", "13:25–13:25"]
    assert tab.ui.fits.text() == "Agenda 25 min · session 90 min · 65 min left"
    assert tab.ui.add_part.text() == ""


def test_tools_are_chosen_that_fit_into_what_is_left(qtbot: QtBot, context: Context, tab: AgendaTab) -> None:
    add(qtbot, tab, "60 Deneme")
    tab.ui.add_tool.click()
    picker = tab._picker
    assert isinstance(picker, ChooseTool)
    fitting = [one for one in library().values() if one.values["minutes"] <= 30 and one.values["level"] == "method"]
    qtbot.waitUntil(lambda: picker.model.rowCount() == len(fitting))
    type_text(picker.ui.search, "check in")
    qtbot.waitUntil(lambda: picker.model.rowCount() == 1 and "Lets every voice" in picker.ui.card.toPlainText())
    qtbot.keyClick(picker.ui.search, K.Key_Return)
    qtbot.waitUntil(lambda: titles(tab) == ["Deneme", "Check-in circle"])
    qtbot.waitUntil(lambda: picker.ui.left.text().endswith("added · 20 min left"))
    picker.ui.search.clear()
    less = [one for one in fitting if one.values["minutes"] <= 20]
    qtbot.waitUntil(lambda: picker.model.rowCount() == len(less))
    qtbot.keyClick(picker.ui.search, K.Key_Down)
    assert picker.table.currentIndex().row() == 1
    qtbot.keyClick(picker, K.Key_Escape)
    qtbot.waitUntil(lambda: tab._picker is None)
    assert rows(context, "agenda")[1]["minutes"] == 10


def test_nothing_fits_and_everything_can_be_shown(qtbot: QtBot, tab: AgendaTab) -> None:
    add(qtbot, tab, "88 Deneme")
    tab.choose_tool()
    picker = tab._picker
    assert picker is not None
    qtbot.waitUntil(lambda: picker.ui.pages.currentWidget() is picker.ui.nothing)
    assert not picker.ui.add.isEnabled()
    picker.show_all()
    qtbot.waitUntil(lambda: picker.model.rowCount() == len(library()))
    picker.reject()


def test_alt_and_arrows_move_a_part_and_the_clock_follows(qtbot: QtBot, tab: AgendaTab) -> None:
    add(qtbot, tab, "10 A", "20 B", "30 C")
    table = tab.ui.blocks
    table.setFocus()
    qtbot.waitUntil(lambda: table.current_row() is not None and table.current_row().titles["en"] == "C")
    press(qtbot, K.Key_Up, modifier=ALT)
    qtbot.waitUntil(lambda: titles(tab) == ["A", "C", "B"])
    press(qtbot, K.Key_Up, modifier=ALT)
    qtbot.waitUntil(lambda: titles(tab) == ["C", "A", "B"])
    assert table.current_row().titles["en"] == "C" and table.chosen_rows() == (table.current_row(),)
    assert tab._model.index(1, 0).data() == "13:30–13:40"
    press(qtbot, K.Key_Down, modifier=ALT)
    qtbot.waitUntil(lambda: titles(tab) == ["A", "C", "B"])


def test_a_part_is_dragged_to_another_place(qtbot: QtBot, tab: AgendaTab, monkeypatch: pytest.MonkeyPatch) -> None:
    add(qtbot, tab, "10 A", "20 B", "30 C")
    table = tab.ui.blocks

    def drop(row: int, before: int) -> None:
        table.setCurrentIndex(tab._model.index(row, 0))
        rect = table.visualRect(tab._model.index(min(before, 2), 0))
        point = QPointF(rect.center().x(), rect.top() + 2 if before < 3 else rect.bottom() - 1)
        left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        data = QMimeData()
        event = QDropEvent(point, Qt.DropAction.MoveAction, data, left, none)
        monkeypatch.setattr(QDropEvent, "source", lambda _self: table)
        table.dropEvent(event)

    drop(0, 3)
    qtbot.waitUntil(lambda: titles(tab) == ["B", "C", "A"])
    drop(2, 1)
    qtbot.waitUntil(lambda: titles(tab) == ["B", "A", "C"])
    with qtbot.assertNotEmitted(table.dropped):
        drop(1, 2)


def test_cells_are_edited_and_a_wrong_one_stays(qtbot: QtBot, context: Context, tab: AgendaTab) -> None:
    add(qtbot, tab, "10 A")
    table = tab.ui.blocks
    table.setFocus()
    press(qtbot, K.Key_F2)
    write_over("çok")
    press(qtbot, K.Key_Return)
    qtbot.waitUntil(lambda: tab.ui.refusal.isVisible() and is_editing())
    write_over("40")
    press(qtbot, K.Key_Return)
    qtbot.waitUntil(lambda: rows(context, "agenda")[0]["minutes"] == 40)
    table.edit_cell("led_by")
    press(qtbot, K.Key_Down)
    press(qtbot, K.Key_Return)
    qtbot.waitUntil(lambda: tab._model.index(0, 3).data() == "Ayşe Yılmaz")
    qtbot.waitUntil(lambda: tab.ui.fits.text().endswith("50 min left"))


def test_a_tool_s_own_title_comes_back_when_hers_is_cleared(qtbot: QtBot, context: Context, tab: AgendaTab) -> None:
    session, key = tab.session, tool(context, "six-hats")
    assert session is not None
    context.tasks.write("Add", lambda uow: agenda.add_tool(uow, session, key))
    qtbot.waitUntil(lambda: titles(tab) == ["Six hats"])
    assert tab._model.index(0, 2).data() == "◆ Six hats"

    def retitle(typed: str, title: str) -> None:
        tab.ui.blocks.setFocus()
        tab.ui.blocks.edit_cell("title")
        write_over(typed)
        if not typed:
            press(qtbot, K.Key_Delete)
        press(qtbot, K.Key_Return)
        qtbot.waitUntil(lambda: titles(tab) == [title])

    retitle("Şapkalarla karar", "Şapkalarla karar")
    retitle("", "Six hats")
    with qtbot.waitSignal(context.navigator.record_wanted) as wanted:
        tab.ui.blocks.setFocus()
        press(qtbot, K.Key_Return)
    assert wanted.args == ["tools", key]


def test_an_agenda_that_is_too_long_or_fits_exactly_says_so(qtbot: QtBot, tab: AgendaTab) -> None:
    add(qtbot, tab, "90 A")
    assert tab.ui.fits.text() == "✓ Agenda 90 min · session 90 min · it fits exactly"
    add(qtbot, tab, "5 B")
    assert tab.ui.fits.text() == "▲ Agenda 95 min · session 90 min · 5 min too long"


def test_materials_are_listed_and_del_removes(qtbot: QtBot, context: Context, tab: AgendaTab) -> None:
    session, key = tab.session, tool(context, "exit-ticket")
    assert session is not None
    context.tasks.write("Add", lambda uow: agenda.add_tool(uow, session, key))
    qtbot.waitUntil(lambda: tab.ui.materials.text() == "To bring: Small papers, A box at the door")
    tab.ui.blocks.setFocus()
    press(qtbot, K.Key_Delete)
    qtbot.waitUntil(lambda: titles(tab) == [] and tab.ui.materials.isHidden())


def test_the_agenda_of_another_session_is_copied(qtbot: QtBot, tab: AgendaTab) -> None:
    add(qtbot, tab, "10 A", "20 B")
    assert not tab.ui.copy.isEnabled()
    tab.ui.session.setCurrentIndex(1)
    tab.ui.session.activated.emit(1)
    qtbot.waitUntil(lambda: titles(tab) == [] and tab.ui.copy.isEnabled())
    assert tab._page.sessions.current() == tab.session
    (action,) = tab.ui.copy.menu().actions()
    assert action.text() == "14.03.2026 13:00"
    action.trigger()
    qtbot.waitUntil(lambda: titles(tab) == ["A", "B"])
    assert tab.ui.fits.text() == "Agenda 30 min · the session's end is not known"


def test_the_model_keeps_qts_rules(qtbot: QtBot, qtmodeltester: ModelTester, tab: AgendaTab) -> None:
    add(qtbot, tab, "10 A", "20 B")
    qtmodeltester.check(tab._model)


def test_a_workshop_without_a_session_says_what_to_do(qtbot: QtBot, context: Context, store: Store) -> None:
    store("workshops", title="Yeni")
    pane = shown(qtbot, WorkshopsPane(context), 1)
    pane.table.setCurrentIndex(pane.model.index(0, 0))
    pane.page.ui.tabs.setCurrentWidget(pane.page.agenda)
    ui = pane.page.agenda.ui
    qtbot.waitUntil(lambda: "Add a session first" in ui.fits.text() and not ui.add_tool.isEnabled())
    assert focused()


def test_a_tool_that_is_put_away_is_not_offered(qtbot: QtBot, context: Context, tab: AgendaTab) -> None:
    from tn_desktop.services import tools

    assert context.tasks.database is not None
    with context.tasks.database.write("away") as uow:
        tools.put_away(uow, tool(context, "five-whys"), True)
    dialog = ChooseTool(context, None, "", 0)
    qtbot.addWidget(dialog)
    dialog.show_all()
    qtbot.waitUntil(lambda: dialog.model.rowCount() == len(library()) - 1 and context.tasks.idle)
