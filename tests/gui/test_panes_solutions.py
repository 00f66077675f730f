"""The Solutions pane by keys: rounds, outputs, reach, the chain, files."""

from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtWidgets import QApplication, QComboBox, QPlainTextEdit
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from tests.gui.keys import type_text
from tests.gui.pane_helpers import CTRL, K, focused, others_written_first, press, rows
from tn_desktop.gui.context import Context
from tn_desktop.gui.panes.solutions import SolutionsPane
from tn_desktop.gui.panes.solutions_outputs import OutputsList
from tn_desktop.gui.widgets.chain_view import ChainView

Store = Callable[..., int]


@pytest.fixture
def pane(qtbot: QtBot, context: Context, store: Store) -> SolutionsPane:
    """A solution that answers a need, with one round by Ayşe; another without anything."""
    person = store("people", given_name="Ayşe", family_name="Yılmaz")
    community = store("communities", name="Iğdır Çemberi", province="76")
    need = store("needs", title="Kitap yok", community=community)
    solution = store("solutions", title="Sandık", community=community, needs=[need], province="76")
    store("iterations", solution=solution, date="2026-02-01", what_changed="Bir okulda", carried_out_by=[person])
    store("solutions", title="Duvar")
    made = SolutionsPane(context)
    qtbot.addWidget(made)
    made.resize(1190, 690)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    qtbot.waitUntil(lambda: made.solutions.model.rowCount() == 2)
    made.go_to(solution)
    qtbot.waitUntil(lambda: made.solutions.page.ui.head.title.text() == "Sandık")
    qtbot.waitUntil(lambda: len(made.solutions.page.rounds.view.items) == 1)
    return made


def outputs_of(qtbot: QtBot, pane: SolutionsPane, count: int) -> OutputsList:
    """The list of outputs, shown, with so many rows."""
    pane.show_view("outputs")
    qtbot.waitUntil(lambda: pane.outputs.model.rowCount() == count)
    return pane.outputs


def test_the_lists_are_sound_models(qtbot: QtBot, qtmodeltester: ModelTester, pane: SolutionsPane) -> None:
    qtmodeltester.check(pane.solutions.model)
    qtmodeltester.check(outputs_of(qtbot, pane, 0).model)


def test_a_new_round_by_one_key_has_day_and_people_of_the_last(
    qtbot: QtBot, context: Context, pane: SolutionsPane
) -> None:
    qtbot.waitUntil(lambda: context.tasks.idle)
    pane.solutions.focus_list()
    press(qtbot, K.Key_Return)
    page = pane.solutions.page
    assert focused() is page.rounds.view.items[0]
    press(qtbot, K.Key_Return, modifier=CTRL)
    qtbot.waitUntil(lambda: len(page.rounds.view.items) == 2)
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), QPlainTextEdit))
    type_text(focused(), "İki okulda")
    press(qtbot, K.Key_Tab)
    qtbot.waitUntil(lambda: any(row["what_changed"] == "İki okulda" for row in rows(context, "iterations")))
    (made,) = [row for row in rows(context, "iterations") if row["what_changed"] == "İki okulda"]
    (ayse,) = rows(context, "people")
    assert made["date"] == "2026-03-14" and made["carried_out_by"] == [ayse["uid"]]
    # Being tried now, and the one before it is still to be seen.
    (sandik,) = rows(context, "solutions", title="Sandık")
    assert sandik["status"] == "running"
    qtbot.waitUntil(lambda: "İki okulda" in page.rounds.view.items[1].accessibleName())
    qtbot.waitUntil(lambda: not page.rounds.view.items[0].visibleRegion().isEmpty())
    press(qtbot, K.Key_Escape)
    assert not page.rounds.editor.isVisible() and focused() is page.rounds.view.items[1]


def test_rounds_are_gone_through_opened_and_removed_by_keys(
    qtbot: QtBot, context: Context, store: Store, pane: SolutionsPane
) -> None:
    store("iterations", solution=1, date="2026-03-01", what_changed="İki okulda")
    page = pane.solutions.page
    qtbot.waitUntil(lambda: len(page.rounds.view.items) == 2 and context.tasks.idle)
    pane.solutions.focus_list()
    press(qtbot, K.Key_Return)
    assert focused() is page.rounds.view.items[1]
    press(qtbot, K.Key_Up)
    assert focused() is page.rounds.view.items[0]
    press(qtbot, K.Key_F2)
    qtbot.waitUntil(lambda: page.rounds.editor.form.editors["what_changed"].toPlainText() == "Bir okulda")
    press(qtbot, K.Key_Escape)
    assert focused() is page.rounds.view.items[0]
    press(qtbot, K.Key_Delete)
    qtbot.waitUntil(lambda: len(page.rounds.view.items) == 1)
    assert [row["what_changed"] for row in rows(context, "iterations")] == ["İki okulda"]


def _has_choice(combo: QComboBox) -> bool:
    return combo.count() == 2


def _is_shown(pane: OutputsList, title: str) -> bool:
    return bool(pane.page.ui.head.title.text() == title)


def test_the_list_is_narrowed_by_need_and_community(qtbot: QtBot, pane: SolutionsPane) -> None:
    for name in ("need", "community"):
        combo = pane.solutions._filters[name]
        qtbot.waitUntil(partial(_has_choice, combo))
        combo.setCurrentIndex(1)
        qtbot.waitUntil(lambda: pane.solutions.model.rowCount() == 1)
        combo.setCurrentIndex(0)
        qtbot.waitUntil(lambda: pane.solutions.model.rowCount() == 2)


def test_an_output_is_begun_from_its_solution(qtbot: QtBot, context: Context, pane: SolutionsPane) -> None:
    pane.solutions.page.ui.new_output.click()
    assert pane.shown is pane.outputs
    qtbot.waitUntil(lambda: focused() is pane.outputs.page.form.editors["title"])
    type_text(focused(), "Kılavuz")
    press(qtbot, K.Key_Tab)
    qtbot.waitUntil(lambda: len(rows(context, "outputs")) == 1)
    (output,), (solution, *_), (round_,) = (
        rows(context, "outputs"), rows(context, "solutions", title="Sandık"), rows(context, "iterations"),
    )  # fmt: skip
    assert (output["solution"], output["iteration"]) == (solution["uid"], round_["uid"])
    assert (output["community"], output["date"]) == (solution["community"], "2026-03-14")


def test_reach_is_added_by_keys_and_counts_apart(
    qtbot: QtBot, context: Context, store: Store, pane: SolutionsPane
) -> None:
    output = store("outputs", title="Kılavuz", solution=1)
    store("reach", output=output, number=30, basis="counted")
    shown = outputs_of(qtbot, pane, 1)
    shown.go_to(output)
    panel = shown.page.reach
    qtbot.waitUntil(lambda: panel.tiles["counted"].number.text() == "30")
    panel.number.setFocus()
    type_text(panel.number, "400")
    press(qtbot, K.Key_Tab)
    type_text(panel.audience, "öğretmenler")
    press(qtbot, K.Key_Return)
    qtbot.waitUntil(lambda: panel.tiles["estimated"].number.text() == "400")
    assert panel.tiles["counted"].number.text() == "30" and panel.tiles["named"].number.text() == "0"
    assert focused() is panel.number and panel.number.text() == ""
    (entry,) = rows(context, "reach", basis="estimated")
    assert (entry["province"], entry["date"], entry["audience"]) == ("TR-76", "2026-03-14", "öğretmenler")
    type_text(panel.number, "çok")
    press(qtbot, K.Key_Return)
    qtbot.waitUntil(panel.refusal.isVisible)
    assert panel.number.text() == "çok" and len(rows(context, "reach")) == 2


def test_reach_that_is_entered_twice_at_once_counts_once(
    qtbot: QtBot, context: Context, store: Store, pane: SolutionsPane
) -> None:
    output = store("outputs", title="Kılavuz", solution=1)
    shown = outputs_of(qtbot, pane, 1)
    shown.go_to(output)
    panel = shown.page.reach
    qtbot.waitUntil(lambda: context.tasks.idle)
    panel.number.setFocus()
    type_text(panel.number, "400")
    with others_written_first(qtbot, context):
        panel.add.click()
        panel.add.click()
    assert len(rows(context, "reach")) == 1


def test_a_link_opens_only_where_it_is_one(qtbot: QtBot, store: Store, pane: SolutionsPane) -> None:
    links = {"https://arsiv.example.org/1": True, "file:///etc/passwd": False, "javascript:alert(1)": False}
    for number, link in enumerate(links, start=1):
        store("outputs", title=f"Çıktı {number}", link=link)
    shown = outputs_of(qtbot, pane, len(links))
    for number, allowed in enumerate(links.values(), start=1):
        shown.go_to(number)
        title = f"Çıktı {number}"
        qtbot.waitUntil(partial(_is_shown, shown, title))
        assert shown.page.ui.open.isEnabled() is allowed


def test_arrows_go_along_the_chain_and_enter_goes_there(
    qtbot: QtBot, context: Context, store: Store, pane: SolutionsPane
) -> None:
    store("outputs", title="Kılavuz", solution=1, iteration=1)
    page = pane.solutions.page
    page.ui.tabs.setCurrentWidget(page.ui.chain_tab)
    chain: ChainView = page.chain
    qtbot.waitUntil(lambda: len(chain.cards) == 4)
    chain.cards[2, 0].setFocus()
    press(qtbot, K.Key_Down)
    assert focused() is chain.cards[3, 0] and "Bir okulda" in chain.cards[3, 0].accessibleName()
    press(qtbot, K.Key_Down)
    assert focused() is chain.cards[4, 0]
    with qtbot.waitSignal(context.navigator.record_wanted) as wanted:
        press(qtbot, K.Key_Return)
    assert wanted.args == ["outputs", 1]
    press(qtbot, K.Key_Up, 3)
    assert focused() is chain.cards[0, 0]
    pane.resize(2600, 690)
    qtbot.waitUntil(lambda: chain.cards[0, 0].x() < chain.cards[2, 0].x())
    press(qtbot, K.Key_Right)
    assert focused() is chain.cards[2, 0]


def test_the_chain_follows_what_is_written(qtbot: QtBot, store: Store, pane: SolutionsPane) -> None:
    page = pane.solutions.page
    page.ui.tabs.setCurrentWidget(page.ui.chain_tab)
    qtbot.waitUntil(lambda: len(page.chain.cards) == 3)
    store("reach", output=store("outputs", title="Kılavuz", iteration=1, solution=1), number=5, basis="named")
    qtbot.waitUntil(lambda: len(page.chain.cards) == 5)
    assert "By name: 5" in page.chain.cards[5, 0].accessibleName()


def test_records_of_other_panes_are_shown(qtbot: QtBot, store: Store, pane: SolutionsPane) -> None:
    store("outputs", title="Kılavuz")
    pane.show_record("outputs", 1)
    qtbot.waitUntil(lambda: pane.outputs.page.ui.head.title.text() == "Kılavuz")
    pane.solutions.go_to(2)
    pane.show_record("iterations", 1)
    assert pane.shown is pane.solutions
    qtbot.waitUntil(lambda: pane.solutions.page.rounds.open_key == 1)
    qtbot.waitUntil(lambda: pane.solutions.page.ui.head.title.text() == "Sandık")


def test_it_comes_back_at_its_place(qtbot: QtBot, context: Context, store: Store, pane: SolutionsPane) -> None:
    store("outputs", title="Kılavuz")
    outputs_of(qtbot, pane, 1)
    pane.outputs.go_to(1)
    qtbot.waitUntil(lambda: pane.outputs.current_id == 1)
    place = pane.place()
    pane.remember()
    again = SolutionsPane(context)
    qtbot.addWidget(again)
    assert again.shown is again.outputs
    again.return_to(place)
    qtbot.waitUntil(lambda: again.outputs.current_id == 1)
