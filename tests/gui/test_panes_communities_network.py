"""The network side of a community's page by keys alone: needs, decisions, groups, path, timeline."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from tests.gui.keys import type_text
from tests.gui.pane_helpers import K, focused, others_written_first, pick, press, rows, shown
from tn_desktop.gui.context import Context, NeedsWish, PlanWish
from tn_desktop.gui.dialogs.export_dialog import ExportDialog, ExportParts
from tn_desktop.gui.panes.communities import CommunitiesPane
from tn_desktop.services import records, timeline, undo

Store = Callable[..., int]


@pytest.fixture
def pane(qtbot: QtBot, context: Context, store: Store) -> CommunitiesPane:
    """A community with two members and two needs."""
    store("communities", name="Iğdır Çemberi", province="76", issue="Okuma", founded="2025-09-01")
    for name in ("Ayşe", "Cem"):
        store("memberships", person=store("people", given_name=name), community=1, joined="2025-10-01")
    store("needs", title="Okuma köşesi", community=1, votes=4, raised_at="2026-01-10")
    store("needs", title="Bahçe", community=1, votes=9, raised_at="2026-02-01")
    made: CommunitiesPane = shown(qtbot, CommunitiesPane(context), 1)
    qtbot.waitUntil(lambda: made.page.ui.needs.model().rowCount() == 2)
    return made


def open_tab(pane: CommunitiesPane, name: str) -> None:
    pane.page.ui.tabs.setCurrentWidget(getattr(pane.page.ui, f"{name}_tab"))


def undo_last(context: Context) -> None:
    assert context.tasks.database is not None
    with context.tasks.database.write("undo") as uow:
        changes = undo.undo(uow, undo.latest(uow.connection)[0].lsn)
    context.tasks.changed.emit(changes, None)


def test_a_need_is_written_down_in_one_line(qtbot: QtBot, context: Context, pane: CommunitiesPane) -> None:
    ui = pane.page.ui
    open_tab(pane, "needs")
    assert [row.title for row in ui.needs.rows_model.rows] == ["Bahçe", "Okuma köşesi"]
    ui.add_need.setFocus()
    type_text(ui.add_need, "Internet yok")
    press(qtbot, K.Key_Return)
    qtbot.waitUntil(lambda: ui.needs.model().rowCount() == 3)
    assert ui.add_need.text() == "" and ui.add_need.hasFocus()
    (row,) = rows(context, "needs", title="Internet yok")
    assert row["raised_at"] == "2026-03-14" and row["community"] == rows(context, "communities")[0]["uid"]
    assert ui.tabs.tabText(1) == "N&eeds (3)"
    ui.needs.choose(2)
    ui.needs.setFocus()
    with qtbot.waitSignal(context.navigator.record_wanted) as wanted:
        press(qtbot, K.Key_Return)
    assert wanted.args == ["needs", 2]


def test_the_needs_lead_to_the_board_and_to_the_counting(qtbot: QtBot, context: Context, pane: CommunitiesPane) -> None:
    open_tab(pane, "needs")
    for button, view in ((pane.page.ui.count_votes, "count"), (pane.page.ui.show_board, "board")):
        with qtbot.waitSignal(context.navigator.needs_wanted) as wanted:
            button.click()
        assert wanted.args == [NeedsWish(view, 1, "Iğdır Çemberi")]


def test_a_decision_is_written_down_about_chosen_needs(qtbot: QtBot, context: Context, pane: CommunitiesPane) -> None:
    ui = pane.page.ui
    open_tab(pane, "needs")
    ui.needs.choose(2)
    ui.decide.click()
    dialog = pane.page.deciding
    qtbot.waitUntil(lambda: dialog.isVisible() and [need.name for need in dialog.needs.chosen] == ["Bahçe"])
    press(qtbot, K.Key_Return)
    qtbot.waitUntil(dialog.ui.refusal.isVisible)
    assert focused() is dialog.ui.question
    type_text(dialog.ui.question, "Neyle başlayalım?")
    press(qtbot, K.Key_Tab, 2)
    type_text(focused(), "Bahçeyle")
    press(qtbot, K.Key_Tab)
    type_text(focused(), "12")
    press(qtbot, K.Key_Tab)
    type_text(focused(), "3")
    dialog.ui.save.click()
    qtbot.waitUntil(lambda: len(rows(context, "decisions")) == 1)
    (row,) = rows(context, "decisions")
    assert (row["votes"], row["votes_against"], row["votes_abstained"]) == (12, 3, None)
    assert (row["date"], row["result"]) == ("2026-03-14", "Bahçeyle")
    assert rows(context, "needs", title="Bahçe")[0]["status"] == "chosen"
    qtbot.waitUntil(lambda: ui.decisions.current_row() is not None)
    assert ui.tabs.currentWidget() is ui.decisions_tab
    undo_last(context)
    assert rows(context, "decisions") == [] and rows(context, "needs", title="Bahçe")[0]["status"] == "raised"
    qtbot.waitUntil(lambda: ui.decisions.model().rowCount() == 0)


def test_esc_leaves_a_decision_only_when_pressed_again(qtbot: QtBot, context: Context, pane: CommunitiesPane) -> None:
    pane.page.decide(())
    dialog = pane.page.deciding
    qtbot.waitUntil(dialog.isVisible)
    type_text(dialog.ui.question, "x")
    press(qtbot, K.Key_Escape)
    assert dialog.isVisible() and dialog.ui.refusal.isVisible()
    with qtbot.waitSignal(dialog.finished):
        press(qtbot, K.Key_Escape)
    assert rows(context, "decisions") == []


@pytest.mark.parametrize("page", ["decision", "group"])
def test_a_page_that_is_saved_twice_at_once_is_one_row(
    qtbot: QtBot, context: Context, pane: CommunitiesPane, page: str
) -> None:
    """A double click, or Enter again since nothing happens yet."""
    dialog: Any
    if page == "decision":
        pane.page.decide(())
        dialog = pane.page.deciding
        name = dialog.ui.question
    else:
        pane.page.ui.set_up_group.click()
        dialog = pane.page.founding
        name = dialog.ui.name
    qtbot.waitUntil(dialog.isVisible)
    type_text(name, "Bahçe")
    with others_written_first(qtbot, context):
        dialog.ui.save.click()
        dialog.ui.save.click()
    assert len(rows(context, "decisions")) + len(rows(context, "communities", name="Bahçe")) == 1


def test_a_decision_is_corrected_in_its_cells_and_below_them(
    qtbot: QtBot, context: Context, store: Store, pane: CommunitiesPane
) -> None:
    store("decisions", community=1, question="Ne yapalım?", date="2026-02-20", needs=[1])
    open_tab(pane, "decisions")
    table, tab = pane.page.ui.decisions, pane.page.decisions
    qtbot.waitUntil(lambda: table.model().rowCount() == 1 and tab.form.key == 1)
    table.setFocus()
    table.edit_cell("votes_against")
    type_text(focused(), "5")
    press(qtbot, K.Key_Return)
    qtbot.waitUntil(lambda: rows(context, "decisions")[0]["votes_against"] == 5)
    qtbot.waitUntil(lambda: [need.name for need in tab.form.editors["needs"].typed()] == ["Okuma köşesi"])
    with qtbot.waitSignal(context.navigator.told) as told:
        tab.choose.click()
    assert told.args == ["1 need(s) marked as chosen."]
    assert rows(context, "needs", title="Okuma köşesi")[0]["status"] == "chosen"


def test_decisions_are_printed_and_exported_as_a_list(
    qtbot: QtBot, context: Context, store: Store, pane: CommunitiesPane, tmp_path: Path
) -> None:
    ui = pane.page.ui
    store("communities", name="Ağrı")
    store("decisions", community=2, question="Başka?", date="2026-02-20")
    store("decisions", community=1, question="Ne yapalım?", date="2026-02-20", needs=[1], votes=7)
    open_tab(pane, "decisions")
    qtbot.waitUntil(lambda: ui.decisions.model().rowCount() == 1)
    ui.print_decisions.click()
    qtbot.waitUntil(lambda: hasattr(pane.page.decisions, "preview"))
    preview = pane.page.decisions.preview
    preview.ask_pdf = lambda *_given: str(tmp_path / "kararlar.pdf")
    preview.save()
    assert (tmp_path / "kararlar.pdf").stat().st_size > 1000
    preview.reject()
    with qtbot.waitSignal(context.navigator.export_wanted) as wanted:
        ui.export_decisions.click()
    parts = ExportParts(ask_file=lambda *_given: (str(tmp_path / "kararlar.csv"), ""))
    dialog = ExportDialog(context, wanted.args[0], pane, parts)
    assert dialog.ui.what.currentText() == "List: Decisions of this community"
    qtbot.waitUntil(lambda: dialog.ui.people.text() == "1 row(s) will be in the file. It names nobody.")
    dialog.export()
    qtbot.waitUntil(lambda: dialog.report is not None)
    written = (tmp_path / "kararlar.csv").read_text(encoding="utf-8-sig")
    assert "Ne yapalım?" in written and "Okuma köşesi" in written and "Başka?" not in written
    dialog.close()


def test_a_working_group_grows_out_of_chosen_members(qtbot: QtBot, context: Context, pane: CommunitiesPane) -> None:
    ui = pane.page.ui
    ui.members.choose(2)
    ui.set_up_group.click()
    dialog = pane.page.founding
    qtbot.waitUntil(lambda: dialog.isVisible() and [person.name for person in dialog.ui.members.chosen] == ["Cem"])
    dialog.ui.name.setFocus()
    type_text(dialog.ui.name, "Bahçe Grubu")
    picker = dialog.ui.members.picker
    picker.setFocus()
    type_text(picker, "Naz Demir")
    press(qtbot, K.Key_Return)
    qtbot.waitUntil(lambda: len(dialog.ui.members.chosen) == 2)
    with qtbot.waitSignal(context.navigator.community_wanted) as wanted:
        dialog.ui.save.click()
    (group,) = rows(context, "communities", name="Bahçe Grubu")
    assert (group["kind"], group["province"]) == ("working_group", "TR-76")
    assert group["grown_from"] == [rows(context, "communities", name="Iğdır Çemberi")[0]["uid"]]
    assert len(rows(context, "memberships", community=group["uid"])) == 2
    qtbot.waitUntil(lambda: ui.groups.model().rowCount() == 1)
    open_tab(pane, "groups")
    assert ui.groups.rows_model.rows[0].grown
    pane.go_to(wanted.args[0])
    qtbot.waitUntil(lambda: pane.page.title == "Bahçe Grubu")
    origin = [(False, "Iğdır Çemberi")]
    qtbot.waitUntil(lambda: [(row.grown, row.name) for row in ui.groups.rows_model.rows] == origin)
    ui.groups.choose(ui.groups.rows_model.rows[0].link_id)
    qtbot.keyClick(ui.groups, K.Key_Delete)
    qtbot.waitUntil(lambda: rows(context, "communities", name="Bahçe Grubu")[0]["grown_from"] == [])
    assert len(rows(context, "communities")) == 2
    qtbot.waitUntil(lambda: context.tasks.idle)


def test_the_path_says_what_is_there_and_moves_along(
    qtbot: QtBot, context: Context, store: Store, pane: CommunitiesPane
) -> None:
    strip, path = pane.page.ui.path, pane.page.path
    assert [stop.done for stop in strip.stops] == [False] * 5 and strip.stops[0].here
    assert path.cards["gathering"].said.text() == "“Okuma”"
    assert pane.page.ui.head.line.text().endswith("\nOkuma")
    assert path.cards["gathering"].facts.text() == "2 member(s) · active in 2 month(s)"
    assert [button.text() for button in path.cards["gathering"].buttons()] == ["Add members"]
    for name in ("Ali", "Oya", "Ece"):
        store("memberships", person=store("people", given_name=name), community=1)
    qtbot.waitUntil(lambda: strip.stops[0].done)
    assert path.hint.text() == "The data says that the community is further: 2 Becoming a community with common goals."
    path.go_on.click()
    qtbot.waitUntil(lambda: rows(context, "communities")[0]["stage"] == "community")
    qtbot.waitUntil(lambda: strip.stops[1].here and path.go_on.isHidden())
    undo_last(context)
    qtbot.waitUntil(lambda: strip.stops[0].here)
    strip.setFocus()
    press(qtbot, K.Key_Right)
    press(qtbot, K.Key_Return)
    assert pane.page.ui.tabs.currentWidget() is pane.page.ui.path_tab
    assert focused() is path.cards["community"].buttons()[0]
    press(qtbot, K.Key_Space)
    assert focused() is pane.page.form.editors["goals"]


def test_each_missing_thing_of_the_path_leads_somewhere(qtbot: QtBot, context: Context, pane: CommunitiesPane) -> None:
    act, ui, navigator = pane.page.path._act, pane.page.ui, context.navigator
    for name, widget in (
        ("issue", pane.page.form.editors["issue"]),
        ("members", ui.add_member),
        ("leader", ui.members),
        ("need", ui.add_need),
    ):
        act(name)
        assert focused() is widget
    open_tab(pane, "path")
    act("stakeholder")
    assert focused() is pane.page.path.supporter
    for name, signal, wish in (
        ("votes", navigator.needs_wanted, NeedsWish("count", 1, "Iğdır Çemberi")),
        ("activity", navigator.plan_wanted, PlanWish(community=1)),
        ("engagement", navigator.pane_wanted, "stakeholders"),
    ):
        with qtbot.waitSignal(signal) as wanted:
            act(name)
        assert wanted.args == [wish]
    act("chosen")
    qtbot.waitUntil(pane.page.deciding.isVisible)
    pane.page.deciding.close()


def test_a_supporter_is_added_where_the_path_asks_for_one(
    qtbot: QtBot, context: Context, store: Store, pane: CommunitiesPane
) -> None:
    store("stakeholders", name="Kitap Derneği")
    open_tab(pane, "path")
    pick(qtbot, pane.page.path.supporter, "kit")
    qtbot.waitUntil(lambda: len(rows(context, "community_stakeholders")) == 1)
    qtbot.waitUntil(lambda: pane.page.path.cards["network"].facts.text() == "1 stakeholder(s)")


def test_the_timeline_is_read_when_it_is_seen_and_leads_on(
    qtbot: QtBot, context: Context, store: Store, pane: CommunitiesPane
) -> None:
    table = pane.page.ui.timeline
    assert table.rows_model.rowCount() == 0
    open_tab(pane, "timeline")
    qtbot.waitUntil(lambda: table.rows_model.rowCount() == 5)
    assert [row.kind for row in table.rows_model.rows] == ["need", "need", "joined", "joined", "founded"]
    assert pane.page.ui.timeline_count.text() == "5 entry(s)"
    store("decisions", community=1, question="Ne yapalım?", date="2026-03-01")
    qtbot.waitUntil(lambda: table.rows_model.rowCount() == 6)
    table.choose(table.rows_model.rows[0].key)
    table.setFocus()
    with qtbot.waitSignal(context.navigator.record_wanted) as wanted:
        press(qtbot, K.Key_Return)
    assert wanted.args == ["decisions", 1]
    combo = pane.page.ui.timeline_kind
    combo.setCurrentIndex(combo.findData("joined"))
    qtbot.waitUntil(lambda: [row.title for row in table.rows_model.rows] == ["Cem", "Ayşe"])
    table.choose(table.rows_model.rows[0].key)
    with qtbot.waitSignal(context.navigator.person_wanted) as person:
        table.opened.emit(table.current_row())
    assert person.args == [2]


def test_a_long_timeline_is_read_as_one_scrolls(
    qtbot: QtBot, context: Context, pane: CommunitiesPane, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tn_desktop.gui.panes.communities_timeline.PAGE", 30)
    assert context.tasks.database is not None
    with context.tasks.database.write("needs") as uow:
        for number in range(80):
            values = {"title": f"İhtiyaç {number}", "community": 1, "raised_at": f"2025-0{1 + number % 9}-03"}
            records.add(uow, "needs", values)
    open_tab(pane, "timeline")
    table = pane.page.ui.timeline
    qtbot.waitUntil(lambda: table.rows_model.rowCount() == 30)
    assert pane.page.ui.timeline_count.text().endswith("more below")
    for count in (60, 85):
        table.scrollToBottom()
        with qtbot.waitSignal(table.rows_model.modelReset):
            pass
        assert table.rows_model.rowCount() == count
    with context.tasks.database.read() as connection:
        every = timeline.timeline(connection, 1, context.now().date(), limit=200).events
    assert [row.key for row in table.rows_model.rows] == [event.key for event in every]


def test_a_decision_is_shown_at_its_community(
    qtbot: QtBot, context: Context, store: Store, pane: CommunitiesPane
) -> None:
    store("communities", name="Ağrı")
    store("decisions", community=2, question="Nerede?", date="2026-03-01")
    qtbot.waitUntil(lambda: pane.model.rowCount() == 2)
    pane.show_decision(1)
    qtbot.waitUntil(lambda: pane.page.title == "Ağrı")
    ui = pane.page.ui
    qtbot.waitUntil(lambda: ui.decisions.current_row() is not None)
    assert ui.tabs.currentWidget() is ui.decisions_tab and ui.decisions.current_row().question == "Nerede?"


def test_the_models_keep_qts_rules(qtmodeltester: ModelTester, pane: CommunitiesPane) -> None:
    page = pane.page
    for model in (page._needs.model, page._groups.model, page.decisions.model, page.timeline.model):
        qtmodeltester.check(model)
