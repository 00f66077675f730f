"""Stakeholders, feedback, quotations and surveys in the whole window: found by Ctrl+K, each Alt key once."""

from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from tests.gui.facilitator import shared_keys
from tests.gui.keys import type_text
from tests.gui.pane_helpers import CTRL, K, opened_window, press
from tn_desktop.gui.context import Context
from tn_desktop.gui.main_window import MainWindow

Store = Callable[..., int]


@pytest.fixture
def window(qtbot: QtBot, context: Context, store: Store) -> Iterator[MainWindow]:
    """The window over one of each."""
    store("people", given_name="Ayşe", family_name="Öz")
    store("communities", name="Iğdır Çemberi", province="76")
    store("stakeholders", name="Aras Vakfı", province="76")
    store("quotations", text="Sınıfım değişti.", year=2026, permission="1")
    store("surveys", community=1, indicator="support", n=8, mean="3", wave=1)
    store("workshops", title="Buluşma", communities=[1])
    store("sessions", workshop=1, starts_at="2026-03-14T13:00")
    with opened_window(qtbot, context) as made:
        yield made


def search(qtbot: QtBot, window: MainWindow, text: str, down: int = 0) -> None:
    """Find something over everything and go there."""
    qtbot.keyClick(window, K.Key_K, CTRL)
    type_text(window.ui.search, text)
    tasks = window.context.tasks
    qtbot.waitUntil(
        lambda: window.ui.search.results.isVisible() and tasks.idle and window.ui.search.results.count() > 1
    )
    press(qtbot, K.Key_Down, down)
    press(qtbot, K.Key_Return)


def test_quotations_and_surveys_are_found_over_everything(qtbot: QtBot, context: Context, window: MainWindow) -> None:
    search(qtbot, window, "sinifim")
    qtbot.waitUntil(lambda: window.host.current == "quotations")
    pane = window.host.pane("quotations")
    qtbot.waitUntil(lambda: pane.quotations.page.ui.head.title.text() == "“Sınıfım değişti.”")
    search(qtbot, window, "cember", down=1)
    qtbot.waitUntil(lambda: pane.shown is pane.surveys)
    qtbot.waitUntil(lambda: pane.surveys.head.title.text() == "Iğdır Çemberi" and context.tasks.idle)


@pytest.mark.some(1)
@pytest.mark.parametrize("language", ["tr", pytest.param("en", marks=pytest.mark.thorough)])
@pytest.mark.parametrize("name", ["stakeholders", "people", "workshops"])
def test_no_two_things_in_sight_share_an_alt_key(
    qtbot: QtBot, context: Context, window: MainWindow, name: str, language: str
) -> None:
    window.use_language(language)
    window.go(name, 1)
    page = window.host.pane(name).page
    qtbot.waitUntil(lambda: page.key == 1 and context.tasks.idle)
    for number in range(page.ui.tabs.count()):
        page.ui.tabs.setCurrentIndex(number)
        qtbot.waitUntil(lambda: context.tasks.idle)
        assert shared_keys(window) == {}, page.ui.tabs.tabText(number)


@pytest.mark.parametrize("language", ["en", "tr"])
def test_nor_among_quotations_and_surveys(qtbot: QtBot, context: Context, window: MainWindow, language: str) -> None:
    window.use_language(language)
    for entity in ("quotations", "surveys"):
        window.host.show("quotations").show_record(entity, 1 if entity == "quotations" else 2)
        qtbot.waitUntil(lambda: context.tasks.idle)
        assert shared_keys(window) == {}
