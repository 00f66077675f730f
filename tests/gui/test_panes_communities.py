"""The Communities pane by keys alone, with what is then on disk."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from tests.gui.keys import type_text
from tests.gui.pane_helpers import CTRL, K, focused, is_editing, pick, press, rows, shown, write_over
from tn_desktop.gui.context import Context
from tn_desktop.gui.dialogs.plan_workshop import plan
from tn_desktop.gui.panes.communities import CommunitiesPane

Store = Callable[..., int]


@pytest.fixture
def pane(qtbot: QtBot, context: Context, store: Store) -> CommunitiesPane:
    """A community in Iğdır without members, two people."""
    store("people", given_name="Ayşe", family_name="Yılmaz", province="76", subject="Matematik")
    store("people", given_name="Cem", family_name="Öz", subject="Matematik")
    store("communities", name="Iğdır Çemberi", province="76")
    made: CommunitiesPane = shown(qtbot, CommunitiesPane(context), 1)
    qtbot.waitUntil(lambda: made.page.ui.head.title.text() == "Iğdır Çemberi")
    return made


def test_members_are_added_by_typing_known_or_new(qtbot: QtBot, context: Context, pane: CommunitiesPane) -> None:
    line = pane.page.ui.add_member
    pick(qtbot, line, "ays")
    qtbot.waitUntil(lambda: len(rows(context, "memberships")) == 1)
    assert focused() is line
    type_text(line, "Naz Demir")
    press(qtbot, K.Key_Return)
    qtbot.waitUntil(lambda: len(rows(context, "memberships")) == 2)
    (naz,) = rows(context, "people", given_name="Naz")
    assert (naz["family_name"], naz["province"]) == ("Demir", "TR-76")
    qtbot.waitUntil(lambda: pane.page.ui.subjects.shares == (("Matematik", 1), ("Subject not known", 1)))
    assert pane.page.ui.tabs.tabText(0) == "&Members (2)"


def test_enter_on_a_known_name_first_offers_the_known_person(
    qtbot: QtBot, context: Context, pane: CommunitiesPane
) -> None:
    line = pane.page.ui.add_member
    line.setFocus()
    type_text(line, "cem oz")
    press(qtbot, K.Key_Return)
    qtbot.waitUntil(lambda: line.suggestions.isVisible() and line.suggestions.currentRow() == 0)
    press(qtbot, K.Key_Return)
    qtbot.waitUntil(lambda: len(rows(context, "memberships")) == 1)
    assert len(rows(context, "people")) == 2


def test_a_second_time_is_refused_in_a_sentence(
    qtbot: QtBot, context: Context, store: Store, pane: CommunitiesPane
) -> None:
    store("memberships", person=1, community=1)
    pick(qtbot, pane.page.ui.add_member, "ays")
    qtbot.waitUntil(lambda: pane.page.ui.members_refusal.isVisible() and is_editing())
    assert "Ayşe Yılmaz is a member already" in pane.page.ui.members_refusal.text()


def test_esc_in_the_picker_folds_up_then_clears_then_leaves(qtbot: QtBot, pane: CommunitiesPane) -> None:
    line = pane.page.ui.add_member
    line.setFocus()
    type_text(line, "ays")
    qtbot.waitUntil(lambda: line.suggestions.isVisible())
    press(qtbot, K.Key_Escape)
    assert not line.suggestions.isVisible() and line.text() == "ays"
    press(qtbot, K.Key_Escape)
    assert line.text() == ""
    press(qtbot, K.Key_Escape)
    assert focused() is pane.table


def test_a_role_and_a_date_are_edited_in_their_cells(
    qtbot: QtBot, context: Context, store: Store, pane: CommunitiesPane
) -> None:
    store("memberships", person=1, community=1)
    table = pane.page.ui.members
    qtbot.waitUntil(lambda: table.model().rowCount() == 1)
    table.setFocus()
    table.edit_cell("role")
    press(qtbot, K.Key_Down, 2)
    press(qtbot, K.Key_Return)
    qtbot.waitUntil(lambda: rows(context, "memberships")[0]["role"] == "coordinator")
    table.edit_cell("left")
    write_over("1.3.26")
    press(qtbot, K.Key_Return)
    qtbot.waitUntil(pane.page.ui.members_refusal.isVisible)
    editor = focused()
    assert isinstance(editor, QLineEdit) and editor.text() == "1.3.26"
    write_over("1.3.2026")
    press(qtbot, K.Key_Return)
    qtbot.waitUntil(lambda: rows(context, "memberships")[0]["left"] == "2026-03-01")
    qtbot.waitUntil(lambda: pane.page.ui.tabs.tabText(0) == "&Members (0)")


def test_a_new_community_needs_a_name_only(qtbot: QtBot, context: Context, pane: CommunitiesPane) -> None:
    press(qtbot, K.Key_N, modifier=CTRL)
    type_text(focused(), "Kadıköy Okuma Grubu")
    press(qtbot, K.Key_Tab)
    qtbot.waitUntil(lambda: len(rows(context, "communities")) == 2)
    press(qtbot, K.Key_Down)
    qtbot.waitUntil(lambda: len(rows(context, "communities", kind="working_group")) == 1)
    press(qtbot, K.Key_Escape)
    assert focused() is pane.table
    press(qtbot, K.Key_Delete)
    qtbot.waitUntil(lambda: [row["name"] for row in rows(context, "communities")] == ["Iğdır Çemberi"])


def test_planning_begins_from_the_community(qtbot: QtBot, context: Context, pane: CommunitiesPane) -> None:
    pane.page.ui.plan.setFocus()
    with qtbot.waitSignal(context.navigator.plan_wanted) as wanted:
        press(qtbot, K.Key_Space)
    dialog = plan(context, wanted.args[0], pane)
    qtbot.waitUntil(dialog.isVisible)
    qtbot.waitUntil(lambda: [known.name for known in dialog.ui.communities.chosen] == ["Iğdır Çemberi"])
    assert dialog.ui.province.text() == "Iğdır"
    dialog.close()


def test_the_models_keep_qts_rules(qtmodeltester: ModelTester, store: Store, pane: CommunitiesPane) -> None:
    for model in (pane.page._members, pane.page._workshops):
        qtmodeltester.check(model)
