"""The People pane by keys alone, with what is then on disk."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from tests.gui.keys import type_text
from tn_desktop.gui.context import Context
from tn_desktop.gui.panes.people import PeoplePane
from tn_desktop.services import records, undo, workshops
from tn_desktop.services.day import WALKED_IN
from tn_desktop.services.workshops import WorkshopPlan

Store = Callable[..., int]
K = Qt.Key


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(qtbot: QtBot, key: Qt.Key, times: int = 1) -> None:
    for _ in range(times):
        qtbot.keyClick(focused(), key)


def rows(context: Context, entity: str) -> list[dict[str, Any]]:
    assert context.tasks.database is not None
    with context.tasks.database.read() as connection:
        return records.listing(connection, entity)[1]


@pytest.fixture
def pane(qtbot: QtBot, context: Context, store: Store) -> PeoplePane:
    """Three people, the pane shown, the cursor in the list."""
    store("people", given_name="Ayşe", family_name="Yılmaz", province="76", institution="Atatürk Ortaokulu")
    store("people", given_name="Cem", family_name="Öz", province="34", roles=["facilitator"])
    store("people", given_name="Çağla", family_name="Işık", province="76", subject="Matematik")
    pane = PeoplePane(context)
    qtbot.addWidget(pane)
    pane.resize(1100, 640)
    pane.show()
    qtbot.waitExposed(pane)
    pane.activateWindow()
    qtbot.waitUntil(lambda: pane.model.rowCount() == 3)
    pane.focus_list()
    return pane


def open_first(qtbot: QtBot, pane: PeoplePane) -> None:
    press(qtbot, K.Key_Home)
    press(qtbot, K.Key_Down)
    press(qtbot, K.Key_Up)
    qtbot.waitUntil(lambda: pane.page.form.editors["given_name"].text() == "Ayşe")
    qtbot.waitUntil(lambda: pane.page.ui.head.title.text() == "Ayşe Yılmaz")


def test_a_field_is_stored_as_it_is_left(qtbot: QtBot, context: Context, pane: PeoplePane) -> None:
    open_first(qtbot, pane)
    press(qtbot, K.Key_Return)
    assert focused() is pane.page.form.editors["given_name"]
    type_text(focused(), "Ayşegül")
    press(qtbot, K.Key_Tab)
    qtbot.waitUntil(lambda: pane.page.ui.head.title.text() == "Ayşegül Yılmaz")
    assert {row["given_name"] for row in rows(context, "people")} == {"Ayşegül", "Cem", "Çağla"}
    press(qtbot, K.Key_Escape)
    assert focused() is pane.table


def test_esc_leaves_a_field_without_losing_what_was_typed(qtbot: QtBot, context: Context, pane: PeoplePane) -> None:
    open_first(qtbot, pane)
    press(qtbot, K.Key_Return)
    type_text(focused(), "Ayşegül")
    press(qtbot, K.Key_Escape)
    assert focused() is pane.table
    qtbot.waitUntil(lambda: "Ayşegül" in {row["given_name"] for row in rows(context, "people")})
    qtbot.waitUntil(lambda: pane.page.ui.head.title.text() == "Ayşegül Yılmaz")


def test_a_wrong_value_is_said_beside_its_field_and_stays_there(
    qtbot: QtBot, context: Context, pane: PeoplePane
) -> None:
    open_first(qtbot, pane)
    press(qtbot, K.Key_F2)
    pane.page.form.editors["phone"].setFocus()
    type_text(focused(), "12")
    press(qtbot, K.Key_Tab)
    error = pane.page.form._errors["phone"]
    qtbot.waitUntil(error.isVisible)
    assert "not a phone number" in error.text()
    assert pane.page.form.editors["phone"].text() == "12"
    assert all(row["phone"] is None for row in rows(context, "people"))


def test_a_new_person_is_stored_once_when_her_name_is_left(qtbot: QtBot, context: Context, pane: PeoplePane) -> None:
    qtbot.keyClick(pane.table, K.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert focused() is pane.page.form.editors["given_name"]
    type_text(focused(), "Naz Nur")
    press(qtbot, K.Key_Tab)
    type_text(focused(), "Demir")
    press(qtbot, K.Key_Tab)
    qtbot.waitUntil(lambda: pane.current_id is not None and pane.page.key == pane.current_id)
    type_text(focused(), "genç")
    press(qtbot, K.Key_Tab)
    qtbot.waitUntil(lambda: any(row["label"] == "genç" for row in rows(context, "people")))
    (made,) = [row for row in rows(context, "people") if row["family_name"] == "Demir"]
    assert (made["given_name"], made["roles"]) == ("Naz Nur", ["teacher"])
    qtbot.waitUntil(lambda: pane.table.currentIndex().data() == "Naz Nur Demir · genç")
    assert focused() is pane.page.form.editors["phone"]


def test_esc_leaves_a_new_person_without_making_her(qtbot: QtBot, context: Context, pane: PeoplePane) -> None:
    open_first(qtbot, pane)
    qtbot.keyClick(pane.table, K.Key_N, Qt.KeyboardModifier.ControlModifier)
    type_text(focused(), "Naz")
    press(qtbot, K.Key_Tab)
    press(qtbot, K.Key_Escape)
    qtbot.waitUntil(lambda: pane.page.ui.head.title.text() == "Ayşe Yılmaz")
    assert focused() is pane.table
    qtbot.waitUntil(lambda: context.tasks.idle)
    assert len(rows(context, "people")) == 3


def test_esc_right_after_typing_loses_nothing_of_a_new_person(qtbot: QtBot, context: Context, pane: PeoplePane) -> None:
    """She is on her way to the database while the next field is typed and left."""
    open_first(qtbot, pane)
    qtbot.keyClick(pane.table, K.Key_N, Qt.KeyboardModifier.ControlModifier)
    type_text(focused(), "Naz")
    press(qtbot, K.Key_Tab)
    type_text(focused(), "Demir")
    press(qtbot, K.Key_Tab, 2)
    type_text(focused(), "0532 000 00 09")
    press(qtbot, K.Key_Escape)
    assert focused() is pane.table
    qtbot.waitUntil(lambda: [row["phone"] for row in rows(context, "people")].count("+905320000009") == 1)
    qtbot.waitUntil(lambda: pane.page.ui.head.title.text() == "Naz Demir")
    qtbot.waitUntil(lambda: context.tasks.idle)


def test_a_namesake_can_be_opened_instead(qtbot: QtBot, context: Context, pane: PeoplePane) -> None:
    qtbot.keyClick(pane.table, K.Key_N, Qt.KeyboardModifier.ControlModifier)
    type_text(focused(), "AYSE")
    press(qtbot, K.Key_Tab)
    type_text(focused(), "yilmaz")
    qtbot.waitUntil(pane.page.ui.namesakes.isVisible)
    assert "name: 1" in pane.page.ui.namesakes_label.text()
    (button,) = pane.page.ui.namesakes.findChildren(QPushButton)
    assert "Atatürk Ortaokulu" in button.text()
    press(qtbot, K.Key_Tab)
    assert focused() is button
    press(qtbot, K.Key_Return)
    qtbot.waitUntil(lambda: pane.page.ui.head.title.text() == "Ayşe Yılmaz")
    qtbot.waitUntil(lambda: context.tasks.idle)
    assert len(rows(context, "people")) == 3


def test_del_removes_and_undo_brings_her_back(qtbot: QtBot, context: Context, pane: PeoplePane) -> None:
    open_first(qtbot, pane)
    with qtbot.waitSignal(context.tasks.changed) as changed:
        press(qtbot, K.Key_Delete)
    assert [row["given_name"] for row in rows(context, "people")] == ["Cem", "Çağla"]
    qtbot.waitUntil(lambda: pane.page.ui.head.title.text() == "Cem Öz")
    lsn = changed.args[0].lsn
    context.tasks.write("Undo", lambda uow: undo.undo(uow, lsn))
    qtbot.waitUntil(lambda: pane.model.rowCount() == 3)
    assert len(rows(context, "people")) == 3


def test_a_community_is_joined_by_typing_and_left_by_del(
    qtbot: QtBot, context: Context, store: Store, pane: PeoplePane
) -> None:
    store("communities", name="Iğdır Çemberi")
    open_first(qtbot, pane)
    pane.page.ui.tabs.setCurrentWidget(pane.page.ui.communities_tab)
    line = pane.page.ui.add_community
    line.setFocus()
    type_text(line, "igd")
    qtbot.waitUntil(lambda: line.suggestions.isVisible())
    press(qtbot, K.Key_Down)
    press(qtbot, K.Key_Return)
    table = pane.page.ui.memberships
    qtbot.waitUntil(lambda: table.model().rowCount() == 1)
    assert [row["role"] for row in rows(context, "memberships")] == ["member"]
    table.setFocus()
    press(qtbot, K.Key_Right)
    press(qtbot, K.Key_F2)
    press(qtbot, K.Key_Down)
    press(qtbot, K.Key_Return)
    qtbot.waitUntil(lambda: [row["role"] for row in rows(context, "memberships")] == ["facilitator"])
    press(qtbot, K.Key_Right)
    press(qtbot, K.Key_F2)
    type_text(focused(), "32.01.2026")
    press(qtbot, K.Key_Return)
    qtbot.waitUntil(pane.page.ui.communities_refusal.isVisible)
    editor = focused()
    assert isinstance(editor, QLineEdit) and editor.text() == "32.01.2026"
    editor.selectAll()
    type_text(focused(), "12.01.2026")
    press(qtbot, K.Key_Return)
    qtbot.waitUntil(lambda: [row["joined"] for row in rows(context, "memberships")] == ["2026-01-12"])
    qtbot.waitUntil(lambda: not pane.page.ui.communities_refusal.isVisible())
    table.setFocus()
    press(qtbot, K.Key_Delete)
    qtbot.waitUntil(lambda: rows(context, "memberships") == [])


def test_what_she_took_part_in_is_counted(qtbot: QtBot, context: Context, pane: PeoplePane) -> None:
    from tn_desktop.services import attendance

    assert context.tasks.database is not None
    with context.tasks.database.write("plan") as uow:
        plan = WorkshopPlan({"title": "Söyleşi"}, "14.03.2026 13:00", "14.03.2026 15:30")
        made = workshops.plan(uow, plan)
        attendance.mark(uow, workshops.session_rows(uow.connection, 1)[0].id, 1, "present")
    open_first(qtbot, pane)
    pane.page.ui.tabs.setCurrentWidget(pane.page.ui.took_part_tab)
    assert pane.page.ui.totals.text() == "1 workshop(s) · 1 session(s) · 2.5 h"
    pane.page.ui.workshops.setFocus()
    with qtbot.waitSignal(context.navigator.workshop_wanted) as wanted:
        press(qtbot, K.Key_Return)
    assert wanted.args == [made.subject]


def test_filters_narrow_the_list_and_are_remembered(
    qtbot: QtBot, context: Context, store: Store, pane: PeoplePane
) -> None:
    community = store("communities", name="Iğdır Çemberi")
    store("memberships", person=1, community=community)
    combo = pane._filters["community"]
    qtbot.waitUntil(lambda: combo.count() == 2)
    combo.setFocus()
    press(qtbot, K.Key_Down)
    qtbot.waitUntil(lambda: pane.model.total == 1)
    press(qtbot, K.Key_Up)
    pane._filters["role"].setFocus()
    press(qtbot, K.Key_Down, 2)
    qtbot.waitUntil(lambda: [pane.model.index(n, 0).data() for n in range(pane.model.rowCount())] == ["Cem Öz"])
    press(qtbot, K.Key_Up, 2)
    combo.setFocus()
    press(qtbot, K.Key_Down)
    pane.remember()
    again = PeoplePane(context)
    qtbot.addWidget(again)
    qtbot.waitUntil(lambda: again.model.total == 1)
    assert again._filters["community"].currentData() == community


def test_walk_ins_known_by_name_only_are_a_filter_of_their_own(
    qtbot: QtBot, context: Context, pane: PeoplePane, store: Store
) -> None:
    workshop = store("workshops", title="Söyleşi")
    session = store("sessions", workshop=workshop, starts_at="2026-03-14T13:00")
    person = store("people", given_name="Zehra")
    store("attendance", person=person, session=session, status="present", walk_in="1")
    pane.show_only("missing")
    qtbot.waitUntil(lambda: pane.model.rowCount() == 4 and context.tasks.idle)
    pane.show_only("missing", WALKED_IN)
    qtbot.waitUntil(lambda: pane.model.rowCount() == 1 and context.tasks.idle)
    assert pane.model.index(0, 0).data() == "Zehra"


def test_the_models_keep_qts_rules(qtbot: QtBot, qtmodeltester: ModelTester, pane: PeoplePane) -> None:
    open_first(qtbot, pane)
    for model in (pane.page._memberships, pane.page._workshops):
        qtmodeltester.check(model)


def test_every_control_has_a_name(qtbot: QtBot, pane: PeoplePane) -> None:
    from PySide6.QtWidgets import QAbstractButton, QComboBox, QTableView

    open_first(qtbot, pane)
    for kind in (QLineEdit, QComboBox, QTableView, QAbstractButton):
        for control in pane.findChildren(kind):
            if control.focusPolicy() & Qt.FocusPolicy.TabFocus and not control.objectName().startswith("qt_"):
                text = control.text() if isinstance(control, QAbstractButton) else ""
                assert control.accessibleName() or text, control.objectName()
