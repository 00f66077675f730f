"""The Engagement tools pane by keys alone, with what is then on disk."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from tests.gui.keys import type_text
from tests.gui.pane_helpers import CTRL, K, focused, press, rows, shown
from tn_desktop.gui.context import Context
from tn_desktop.gui.panes.tools import ToolsPane
from tn_desktop.gui.widgets.steps_editor import StepsEditor
from tn_desktop.model.tool_library import library
from tn_desktop.services import tools

ALT = Qt.KeyboardModifier.AltModifier
ALL = len(library())


@pytest.fixture
def pane(qtbot: QtBot, context: Context) -> ToolsPane:
    """The library as it is shipped, in English."""
    made: ToolsPane = shown(qtbot, ToolsPane(context), ALL)
    return made


def choose(qtbot: QtBot, pane: ToolsPane, typed: str, title: str) -> None:
    """Search for a tool and choose it."""
    qtbot.waitUntil(lambda: pane.context.tasks.idle)
    pane.search.setText(typed)
    qtbot.waitUntil(lambda: 0 < pane.model.rowCount() < ALL)
    pane.table.setCurrentIndex(pane.model.index(0, 0))
    qtbot.waitUntil(lambda: pane.page.ui.head.title.text() == title and pane.context.tasks.idle)


def tool(context: Context, **where: str) -> dict[str, Any]:
    """A tool as the database has it."""
    (found,) = rows(context, "tools", **where)
    return found


def test_it_reads_like_a_card(qtbot: QtBot, pane: ToolsPane) -> None:
    choose(qtbot, pane, "bes neden", "Five whys")
    text = pane.page.ui.card.toPlainText()
    assert "Goes below the first cause" in text and "10 min" in text and "A sheet of paper" in text
    assert "Framing problems" in text
    assert pane.page.ui.head.line.text() == "Method · 20 min · 2–30 people · in person, online, hybrid"
    assert not pane.page.ui.restore.isVisible()
    pane.focus_list()
    press(qtbot, K.Key_Return)
    assert focused() is pane.page.ui.card


def test_filters_by_minutes_group_mode_and_skill(qtbot: QtBot, context: Context, pane: ToolsPane) -> None:
    counts = []
    for name, value in (("minutes", 15), ("people", 100), ("mode", "online"), ("skill", "trust"), ("level", "format")):
        pane.show_only(name, value)
        qtbot.waitUntil(lambda: pane.model.rowCount() < ALL and context.tasks.idle)
        assert pane.model.query.filters == ((name, value),)
        counts.append(pane.model.rowCount())
        pane.clear_search()
        qtbot.waitUntil(lambda: pane.model.rowCount() == ALL)
    shipped = [one.values for one in library().values()]
    assert counts == [
        sum(one["minutes"] <= 15 for one in shipped),
        sum(one["group_min"] <= 100 <= one["group_max"] for one in shipped),
        sum('"online"' in one["mode"] for one in shipped),
        sum('"trust"' in one["skills"] for one in shipped),
        4,
    ]


def test_what_was_put_away_is_found_by_a_filter(qtbot: QtBot, context: Context, pane: ToolsPane) -> None:
    assert context.tasks.database is not None
    away = pane.model.id_at(0)
    assert away is not None
    with context.tasks.database.write("put away") as uow:
        tools.put_away(uow, away, True)
    pane.show_only("put_away", "yes")
    qtbot.waitUntil(lambda: pane.model.rowCount() == 1 and context.tasks.idle)
    assert pane.model.id_at(0) == away
    assert pane.model.index(0, 0).data().endswith("(put away)")
    pane.show_only("put_away", "no")
    qtbot.waitUntil(lambda: pane.model.rowCount() == ALL - 1 and context.tasks.idle)


def test_the_first_change_makes_the_shown_language_hers_and_can_be_restored(
    qtbot: QtBot, context: Context, pane: ToolsPane
) -> None:
    choose(qtbot, pane, "five whys", "Five whys")
    press(qtbot, K.Key_F2) if focused() is pane.table else pane.page.focus_form()
    qtbot.waitUntil(lambda: pane.page.form.editors["title"].hasFocus())
    line = pane.page.form.editors["title"]
    line.selectAll()
    type_text(line, "Why, why, why")
    press(qtbot, K.Key_Tab)
    qtbot.waitUntil(lambda: tool(context, shipped="five-whys")["title"] == "Why, why, why")
    assert tool(context, shipped="five-whys")["purpose"].startswith("Goes below")
    qtbot.waitUntil(lambda: pane.page.ui.restore.isVisible() and pane.page.ui.head.word.text() == "Library, changed")
    pane.page.ui.restore.click()
    qtbot.waitUntil(lambda: pane.page.ui.head.title.text() == "Five whys")
    assert tool(context, shipped="five-whys")["title"] == "Beş neden"


def test_steps_are_edited_as_rows_that_add_up(qtbot: QtBot, context: Context, pane: ToolsPane) -> None:
    press(qtbot, K.Key_N, modifier=CTRL)
    type_text(focused(), "Kelime halkası")
    press(qtbot, K.Key_Tab)
    qtbot.waitUntil(lambda: len(rows(context, "tools", title="Kelime halkası")) == 1)
    steps = pane.page.form.editors["steps"]
    assert isinstance(steps, StepsEditor)
    steps.add_button.setFocus()
    press(qtbot, K.Key_Space)
    for minutes, text in (("5", "Halka olun"), ("10", "Her kişi bir kelime söyler"), ("3", "Konuşun")):
        type_text(focused(), minutes)
        press(qtbot, K.Key_Return)
        type_text(focused(), text)
        press(qtbot, K.Key_Return)
    assert steps.total.text() == "Together 18 min"
    press(qtbot, K.Key_Tab)
    press(qtbot, K.Key_Backspace)  # the fourth, which was begun and is not wanted
    qtbot.waitUntil(
        lambda: (
            tool(context, title="Kelime halkası")["steps"] == "5 Halka olun\n10 Her kişi bir kelime söyler\n3 Konuşun"
        )
    )
    assert tool(context, title="Kelime halkası")["minutes"] == 18
    assert focused() is steps.rows[2].text
    press(qtbot, K.Key_Up, modifier=ALT)
    qtbot.waitUntil(lambda: tool(context, title="Kelime halkası")["steps"].splitlines()[1] == "3 Konuşun")
    assert focused() is steps.rows[1].text
    steps.rows[0].remove.click()
    qtbot.waitUntil(lambda: tool(context, title="Kelime halkası")["minutes"] == 13)
    qtbot.waitUntil(lambda: not pane.page.form.editors["minutes"].isEnabled())


def test_escape_takes_back_what_was_typed_in_a_step(qtbot: QtBot, context: Context, pane: ToolsPane) -> None:
    choose(qtbot, pane, "five whys", "Five whys")
    pane.page.focus_form()
    steps = pane.page.form.editors["steps"]
    qtbot.waitUntil(lambda: len(steps.rows) == 4)
    steps.rows[0].minutes.setFocus()
    steps.rows[0].minutes.selectAll()
    type_text(focused(), "9")
    assert steps.total.text() == "Together 26 min"
    press(qtbot, K.Key_Tab)
    press(qtbot, K.Key_Tab)
    qtbot.waitUntil(lambda: tool(context, shipped="five-whys")["minutes"] == 26)
    assert focused() is steps.rows[1].minutes


def test_modes_are_ticked(qtbot: QtBot, context: Context, pane: ToolsPane) -> None:
    choose(qtbot, pane, "forum thea", "Forum theatre")
    pane.page.focus_form()
    boxes = pane.page.form.editors["mode"].boxes
    qtbot.waitUntil(lambda: boxes["in_person"].isChecked())
    boxes["hybrid"].setFocus()
    press(qtbot, K.Key_Space)
    qtbot.waitUntil(lambda: tool(context, shipped="forum-theatre")["mode"] == ["in_person", "hybrid"])


def test_a_copy_is_hers_and_open_to_edit(qtbot: QtBot, context: Context, pane: ToolsPane) -> None:
    choose(qtbot, pane, "troika", "Troika peer coaching")
    pane.page.ui.copy.click()
    qtbot.waitUntil(lambda: pane.page.ui.head.title.text() == "Troika peer coaching (my own)")
    assert pane.page.ui.tabs.currentWidget() is pane.page.ui.details_tab
    assert pane.page.ui.head.word.text() == "Your own"
    assert tool(context, title="Troika peer coaching (my own)")["shipped"] is None


def test_removed_tools_of_the_library_can_be_brought_back(qtbot: QtBot, context: Context, pane: ToolsPane) -> None:
    pane.table.setCurrentIndex(pane.model.index(0, 0))
    qtbot.waitUntil(lambda: pane.current_id is not None)
    press(qtbot, K.Key_Delete)
    qtbot.waitUntil(lambda: pane.model.rowCount() == ALL - 1)
    qtbot.waitUntil(pane._removed.isVisible)
    pane._removed.click()
    qtbot.waitUntil(lambda: pane.model.rowCount() == ALL)
    qtbot.waitUntil(pane._removed.isHidden)


def test_sessions_that_used_it_are_named(
    qtbot: QtBot, context: Context, pane: ToolsPane, store: Callable[..., int]
) -> None:
    from tn_desktop.services import agenda

    workshop = store("workshops", title="Problem Ağacı Atölyesi")
    session = store("sessions", workshop=workshop, starts_at="2026-03-14T13:00")
    choose(qtbot, pane, "problem tree", "Problem tree")
    key = pane.current_id
    assert key is not None
    context.tasks.write("Add", lambda uow: agenda.add_tool(uow, session, key))
    qtbot.waitUntil(lambda: "Problem Ağacı Atölyesi · 14.03.2026" in pane.page.ui.card.toPlainText())
    assert "1 session" in pane.page.ui.card.toPlainText()


def test_the_list_follows_the_language(qtbot: QtBot, context: Context) -> None:
    pane = shown(qtbot, ToolsPane(replace(context, language="tr")), ALL)
    assert pane.model.index(0, 0).data() == "Açık alan"
    english = shown(qtbot, ToolsPane(context), ALL)
    assert english.model.index(0, 0).data() == "After action review".replace(" ", "-", 1)


def test_the_model_keeps_qts_rules(qtmodeltester: ModelTester, pane: ToolsPane) -> None:
    qtmodeltester.check(pane.model)


def test_every_tool_can_be_shown(context: Context, pane: ToolsPane) -> None:
    assert context.tasks.database is not None
    with context.tasks.database.read() as connection:
        for key in range(1, ALL + 1):
            for language in ("tr", "en"):
                page = tools.tool_page(connection, key, language)
                pane.page.ui.card.show_page(page)
                assert page.values["purpose"][:20] in pane.page.ui.card.toPlainText()


def test_the_card_is_printed_and_saved(qtbot: QtBot, pane: ToolsPane, tmp_path: Path) -> None:
    choose(qtbot, pane, "five whys", "Five whys")
    press(qtbot, K.Key_P, modifier=CTRL)
    preview = pane.page.preview
    preview.ask_pdf = lambda *_: str(tmp_path / "five")
    preview.ask_printer = lambda *_: False
    preview.ui.print_button.click()
    assert not preview.ui.message.isVisible()
    preview.ui.save_button.click()
    assert preview.ui.message.text() == "Saved: five.pdf"
    assert (tmp_path / "five.pdf").read_bytes().startswith(b"%PDF")
    preview.ask_pdf = lambda *_: str(tmp_path / "no folder" / "five.pdf")
    preview.ui.save_button.click()
    assert "does not exist" in preview.ui.message.text()
    preview.reject()


def test_what_is_put_away_says_so_and_comes_back(qtbot: QtBot, context: Context, pane: ToolsPane) -> None:
    choose(qtbot, pane, "bes neden", "Five whys")
    pane.page.ui.put_away.click()
    qtbot.waitUntil(lambda: pane.page.ui.head.word.text() == "Library · put away" and context.tasks.idle)
    assert tool(context, shipped="five-whys")["archived"] is True
    qtbot.waitUntil(lambda: pane.model.index(0, 0).data() == "Five whys (put away)")
    assert pane.page.ui.put_away.text() == "Use &again"
    pane.page.ui.put_away.click()
    qtbot.waitUntil(lambda: pane.page.ui.head.word.text() == "Library" and context.tasks.idle)
    assert tool(context, shipped="five-whys")["archived"] is False


def test_the_list_can_be_sorted_by_minutes(qtbot: QtBot, context: Context, pane: ToolsPane) -> None:
    minutes = [column.name for column in pane.columns()].index("minutes")
    for falling in (False, True):
        pane.table.horizontalHeader().sectionClicked.emit(minutes)
        assert pane.model.query.descending == falling
        qtbot.waitUntil(lambda: context.tasks.idle)
        shown_minutes = [pane.model.row_at(number).minutes for number in range(ALL)]
        assert shown_minutes == sorted((one.values["minutes"] for one in library().values()), reverse=falling)
