"""Solutions, outputs and the organisation in the whole window: by Ctrl+K, along the chain, back again, Alt keys."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.gui.facilitator import shared_keys
from tests.gui.keys import place_key, type_text
from tests.gui.pane_helpers import CTRL, K, focused, press, rows
from tn_desktop.gui.context import Context
from tn_desktop.gui.language import LanguageSwitch
from tn_desktop.gui.main_window import MainWindow

Store = Callable[..., int]


@pytest.fixture
def window(qtbot: QtBot, context: Context, store: Store) -> Iterator[MainWindow]:
    """The window over one chain from a need to its reach."""
    store("communities", name="Iğdır Çemberi", province="76")
    store("needs", title="Okuma köşesi", community=1, status="chosen")
    store("workshops", title="Buluşma", communities=[1], needs=[1])
    store("sessions", workshop=1, starts_at="2026-03-14T13:00")
    store("solutions", title="Gezici sandık", community=1, needs=[1], workshops=[1])
    store("iterations", solution=1, date="2026-02-01", what_changed="Bir okulda")
    store("outputs", title="Kılavuz", solution=1, iteration=1, date="2026-03-01")
    store("reach", output=1, number=400, basis="counted")
    store("milestones", title="İlk buluşma", kind="milestone", date="2020-01-01")
    languages = LanguageSwitch()
    languages.use("en")
    made = MainWindow(context, languages)
    qtbot.addWidget(made)
    made.resize(1366, 740)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    context.tasks.opened.emit()
    qtbot.waitUntil(lambda: context.tasks.idle and made.host.current == "today")
    yield made
    languages.use("en")


def test_the_search_of_everything_leads_to_an_output(qtbot: QtBot, context: Context, window: MainWindow) -> None:
    press(qtbot, K.Key_K, modifier=CTRL)
    type_text(focused(), "kılav")
    qtbot.waitUntil(window.ui.search.results.isVisible)
    press(qtbot, K.Key_Return)
    pane = window.host.pane("solutions")
    qtbot.waitUntil(lambda: pane.shown is pane.outputs and pane.outputs.page.ui.head.title.text() == "Kılavuz")
    assert window.host.current == "solutions"


def test_the_chain_leads_from_a_need_to_its_output_and_back(qtbot: QtBot, context: Context, window: MainWindow) -> None:
    window.go("needs", 1)
    need = window.host.pane("needs").page
    qtbot.waitUntil(lambda: need.key == 1)
    need.ui.tabs.setCurrentWidget(need.chain)
    qtbot.waitUntil(lambda: len(need.chain.cards) == 6)
    need.chain.cards[0, 0].setFocus()
    press(qtbot, K.Key_Down, 4)
    assert focused() is need.chain.cards[4, 0]
    press(qtbot, K.Key_Return)
    pane = window.host.pane("solutions")
    qtbot.waitUntil(lambda: pane.outputs.page.key == 1)
    output = pane.outputs.page
    output.ui.tabs.setCurrentWidget(output.ui.chain_tab)
    qtbot.waitUntil(lambda: len(output.chain.cards) == 6)
    output.chain.cards[3, 0].setFocus()
    press(qtbot, K.Key_Return)
    qtbot.waitUntil(lambda: pane.shown is pane.solutions and pane.solutions.page.rounds.open_key == 1)
    assert pane.solutions.page.key == 1


def test_a_round_that_was_begun_is_taken_back_by_undo(qtbot: QtBot, context: Context, window: MainWindow) -> None:
    qtbot.keyClick(window, place_key("solutions"), CTRL)
    assert window.host.current == "solutions"
    window.go("solutions", 1)
    page = window.host.pane("solutions").solutions.page
    qtbot.waitUntil(lambda: page.key == 1 and context.tasks.idle)
    press(qtbot, K.Key_Return, modifier=CTRL)
    qtbot.waitUntil(lambda: len(rows(context, "iterations")) == 2 and context.tasks.idle)
    qtbot.waitUntil(lambda: page.rounds.editor.isVisible())
    press(qtbot, K.Key_Escape)
    press(qtbot, K.Key_Z, modifier=CTRL)
    qtbot.waitUntil(lambda: len(rows(context, "iterations")) == 1 and context.tasks.idle)
    qtbot.waitUntil(lambda: len(page.rounds.view.items) == 1 and not page.rounds.editor.isVisible())
    (solution,) = rows(context, "solutions")
    assert solution["status"] == "designed"


@pytest.mark.thorough
@pytest.mark.parametrize("language", ["tr", pytest.param("en", marks=pytest.mark.thorough)])
def test_no_two_things_in_sight_share_an_alt_key(
    qtbot: QtBot, context: Context, window: MainWindow, language: str
) -> None:
    window.use_language(language)
    window.go("solutions")
    pane = window.host.pane("solutions")
    for view, tabs in (
        ("solutions", pane.solutions.page.ui.tabs),
        ("outputs", pane.outputs.page.ui.tabs),
    ):
        pane.show_view(view)
        qtbot.waitUntil(lambda: context.tasks.idle)
        pane.shown.go_to(1)
        qtbot.waitUntil(tabs.isVisible)
        for number in range(tabs.count()):
            tabs.setCurrentIndex(number)
            qtbot.waitUntil(lambda: context.tasks.idle)
            assert shared_keys(window) == {}, (view, tabs.tabText(number))
    window.go("organisation")
    tabs = window.host.pane("organisation").ui.tabs
    for number in range(tabs.count()):
        tabs.setCurrentIndex(number)
        qtbot.waitUntil(lambda: context.tasks.idle)
        assert shared_keys(window) == {}, tabs.tabText(number)
    window.go("workshops", 1)
    page = window.host.pane("workshops").page
    qtbot.waitUntil(lambda: page.key == 1 and context.tasks.idle)
    page.ui.tabs.setCurrentWidget(page.reach.page)
    qtbot.waitUntil(lambda: context.tasks.idle)
    assert shared_keys(window) == {}


def test_the_panes_come_back_in_another_language(qtbot: QtBot, context: Context, window: MainWindow) -> None:
    window.host.show("solutions").show_record("outputs", 1)
    qtbot.waitUntil(lambda: window.host.pane("solutions").outputs.page.key == 1)
    window.use_language("tr")
    pane = window.host.pane("solutions")
    qtbot.waitUntil(lambda: pane.shown is pane.outputs and pane.outputs.current_id == 1)
    assert "Ulaşılan" in [column.title for column in pane.outputs.columns()]
    qtbot.waitUntil(lambda: context.tasks.idle)
    assert QApplication.activeWindow() is window
