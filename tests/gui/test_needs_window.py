"""Needs and decisions in the whole window: from a need to its solution, from Ctrl+K, from a session and back."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.gui.facilitator import shared_keys
from tests.gui.keys import type_text
from tests.gui.pane_helpers import CTRL, K, opened_window, press, rows
from tn_desktop.gui.context import Context
from tn_desktop.gui.main_window import MainWindow

Store = Callable[..., int]


@pytest.fixture
def window(qtbot: QtBot, context: Context, store: Store) -> Iterator[MainWindow]:
    """The window over a community with a need, a decision and a session today."""
    store("communities", name="Iğdır Çemberi", province="76")
    store("communities", name="Ağrı")
    store("needs", title="Okuma köşesi", community=1, votes=2, raised_at="2026-03-01")
    store("decisions", community=1, question="Neyle başlayalım?", date="2026-03-02", needs=[1])
    store("workshops", title="Buluşma", communities=[1])
    store("sessions", workshop=1, starts_at="2026-03-14T13:00")
    with opened_window(qtbot, context) as made:
        yield made


def search(qtbot: QtBot, window: MainWindow, text: str) -> None:
    """Find something over everything and go there."""
    qtbot.keyClick(window, K.Key_K, CTRL)
    type_text(window.ui.search, text)
    qtbot.waitUntil(window.ui.search.results.isVisible)
    press(qtbot, K.Key_Return)


def test_a_need_and_a_decision_are_found_over_everything(qtbot: QtBot, context: Context, window: MainWindow) -> None:
    search(qtbot, window, "okuma")
    qtbot.waitUntil(lambda: window.host.current == "needs")
    pane = window.host.pane("needs")
    qtbot.waitUntil(lambda: pane.page.ui.head.title.text() == "Okuma köşesi")
    search(qtbot, window, "baslayalim")
    qtbot.waitUntil(lambda: window.host.current == "communities")
    page = window.host.pane("communities").page
    qtbot.waitUntil(lambda: page.title == "Iğdır Çemberi" and page.ui.decisions.current_row() is not None)
    assert page.ui.tabs.currentWidget() is page.ui.decisions_tab
    qtbot.waitUntil(lambda: context.tasks.idle)


def test_from_a_need_to_its_solution_and_back(qtbot: QtBot, context: Context, window: MainWindow) -> None:
    window.go("needs", 1)
    pane = window.host.pane("needs")
    qtbot.waitUntil(lambda: pane.page.community is not None)
    pane.page.ui.solve.click()
    qtbot.waitUntil(lambda: window.host.current == "solutions")
    (solution,) = rows(context, "solutions")
    assert solution["title"] == "Okuma köşesi"
    qtbot.waitUntil(lambda: context.tasks.idle)
    context.navigator.back_wanted.emit()
    assert window.host.current == "needs"
    qtbot.waitUntil(lambda: pane.page.ui.tabs.tabText(1) == "What came of &it (2)")


def test_needs_of_a_session_are_written_and_counted_and_one_comes_back_to_its_attendance(
    qtbot: QtBot, context: Context, window: MainWindow
) -> None:
    window.open_attendance("open_session", 1)
    qtbot.waitUntil(lambda: context.tasks.idle)
    attendance = window.host.pane("attendance")
    attendance._actions["needs"].trigger()
    counting = window.host.pane("needs").counting
    assert window.host.current == "needs" and QApplication.focusWidget() is counting.line
    type_text(counting.line, "Bahçe")
    press(qtbot, K.Key_Return)
    qtbot.waitUntil(lambda: counting.model.rowCount() == 1)
    press(qtbot, K.Key_Escape)
    qtbot.waitUntil(lambda: context.tasks.idle and counting.table.currentIndex().isValid())
    press(qtbot, K.Key_1, 2)
    qtbot.waitUntil(lambda: rows(context, "needs", title="Bahçe")[0]["votes"] == 2)
    qtbot.waitUntil(lambda: context.tasks.idle)
    qtbot.keyClick(window, K.Key_Z, CTRL)
    qtbot.waitUntil(lambda: rows(context, "needs", title="Bahçe")[0]["votes"] == 1)
    qtbot.waitUntil(lambda: counting.sum.text().startswith("1 "))
    press(qtbot, K.Key_Escape)
    assert window.host.current == "attendance"
    qtbot.waitUntil(lambda: context.tasks.idle)


@pytest.mark.parametrize("language", ["tr", pytest.param("en", marks=pytest.mark.thorough)])
def test_no_two_things_in_sight_share_an_alt_key(
    qtbot: QtBot, context: Context, window: MainWindow, language: str
) -> None:
    window.use_language(language)
    window.go("needs", 1)
    pane = window.host.pane("needs")
    for view in ("list", "board", "count"):
        pane.show_view(view)
        qtbot.waitUntil(lambda: context.tasks.idle)
        assert shared_keys(window) == {}
    pane.show_view("list")
    pane.table.selectAll()
    pane.grouping.show_chosen([1, 1])
    assert shared_keys(window) == {}
    window.go("communities", 1)
    page = window.host.pane("communities").page
    qtbot.waitUntil(lambda: page.title == "Iğdır Çemberi" and context.tasks.idle)
    for number in range(page.ui.tabs.count()):
        page.ui.tabs.setCurrentIndex(number)
        assert shared_keys(window) == {}, page.ui.tabs.tabText(number)
    qtbot.waitUntil(lambda: context.tasks.idle)
