"""From “teachers say X” to “this output reached 400 people”, by keys alone in the real program, and back along it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from tests.gui.conftest import NOW
from tests.gui.facilitator import CTRL, SHIFT, Facilitator
from tests.gui.keys import place_key
from tests.gui.test_day import COMMUNITY, begin, found_community
from tn_desktop.gui.dialogs.plan_workshop import PlanWorkshop
from tn_desktop.store.profile import Profile

K = Qt.Key

SAID, GUIDE = "Çocuklar kitap bulamıyor", "Gezici kitaplık kılavuzu"


@pytest.fixture
def her(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Facilitator]:
    """In front of a program that was never started."""
    profile = Profile.at(tmp_path / "profil")
    profile.make()
    person = Facilitator(qtbot, qapp, profile, NOW)
    person.open()
    yield person
    person.leave()


def show(her: Facilitator, view: str) -> None:
    """Another view of the needs, by the Alt key of its button."""
    (button,) = [one for one in her.pane.findChildren(QPushButton) if one.text().replace("&", "") == view]
    her.use(button)


def write_need(her: Facilitator) -> None:
    """What teachers said, one line on the community's page."""
    page = her.pane.page
    her.use_tab(page.ui.tabs, page.ui.needs_tab)
    her.tab_to(page.ui.add_need)
    her.write(SAID)
    her.press(K.Key_Return)
    assert her.disk("SELECT title, status FROM need WHERE alive = 1") == [(SAID, "raised")]


def count_votes(her: Facilitator) -> None:
    """Three dots, one taken back: a key each."""
    her.press(place_key("needs"), CTRL)
    show(her, "Oy say")
    her.wait(lambda: her.pane.view == "count")
    counting = her.pane.counting
    assert counting.community.isAncestorOf(her.cursor)
    her.write("aras")
    her.wait(lambda: counting.community.picker.suggestions.isVisible())
    her.press(K.Key_Down)
    her.press(K.Key_Return)
    her.wait(lambda: her.cursor is counting.table and counting.table.current_row() is not None)
    her.press(K.Key_1, times=4)
    her.press(K.Key_0)
    her.press(K.Key_Escape)
    assert her.disk("SELECT votes FROM need") == [3]


def choose_need(her: Facilitator) -> None:
    """On the board from raised over discussed to chosen, and into its page."""
    show(her, "Pano")
    her.wait(lambda: her.pane.view == "board")
    her.settle()
    her.press(K.Key_Right, SHIFT, times=2)
    assert her.disk("SELECT status FROM need") == ["chosen"]
    her.press(K.Key_Z, CTRL)
    assert her.disk("SELECT status FROM need") == ["discussed"]
    her.press(K.Key_Z, CTRL | SHIFT)
    assert her.disk("SELECT status FROM need") == ["chosen"]
    her.press(K.Key_Return)
    her.wait(lambda: her.pane.view == "list" and her.pane.page.community is not None)


def plan_workshop(her: Facilitator) -> None:
    """A workshop that takes the need up; the search leads back to the need."""
    her.use(her.pane.page.ui.plan)
    her.dialog(PlanWorkshop)
    her.write("Kitap buluşması")
    her.press(K.Key_Tab)
    her.write_over("14.03.2026")
    her.press(K.Key_Return)
    her.gone(PlanWorkshop)
    assert her.shown == "workshops"
    assert her.disk(
        "SELECT n.title FROM workshop_need w JOIN need n ON n.id = w.need_id JOIN workshop a ON a.id = w.workshop_id "
        "WHERE w.alive = 1 AND a.title = ?", "Kitap buluşması",
    ) == [SAID]  # fmt: skip
    her.press(K.Key_K, CTRL)
    her.write("kitap bul")
    her.wait(her.window.ui.search.results.isVisible)
    her.settle()
    her.press(K.Key_Return)
    her.wait(lambda: her.shown == "needs" and her.pane.page.community is not None)


def design_solution(her: Facilitator) -> None:
    """A solution for the need, and a round of it."""
    her.use(her.pane.page.ui.solve)
    her.wait(lambda: her.shown == "solutions")
    page = her.pane.solutions.page
    her.wait(lambda: page.ui.new_round.isEnabled())
    her.settle()
    her.use(page.ui.new_round)
    her.wait(lambda: page.rounds.open_key is not None)
    her.settle()
    her.tab_to(page.rounds.editor.form.editors["what_changed"])
    her.write("Bir okulda denendi")
    her.press(K.Key_Escape)
    assert her.disk("SELECT what_changed FROM iteration WHERE alive = 1") == ["Bir okulda denendi"]


def publish(her: Facilitator) -> None:
    """Its output, which reached four hundred people."""
    her.use(her.pane.solutions.page.ui.new_output)
    page = her.pane.outputs.page
    her.wait(lambda: her.cursor is page.form.editors["title"])
    her.write(GUIDE)
    her.press(K.Key_Tab)
    her.wait(lambda: page.key is not None)
    her.settle()
    her.use_tab(page.ui.tabs, page.ui.reach_tab)
    her.tab_to(page.reach.number)
    her.write("400")
    her.press(K.Key_Tab)
    her.write("öğretmenler")
    her.press(K.Key_Return)
    assert her.disk("SELECT number, audience FROM reach WHERE alive = 1") == [(400, "öğretmenler")]
    her.wait(lambda: page.reach.tiles["estimated"].number.text() == "400")


def follow_back(her: Facilitator) -> None:
    """From the output up its chain to what teachers said, and down again to the output."""
    page = her.pane.outputs.page
    her.use_tab(page.ui.tabs, page.ui.chain_tab)
    her.wait(lambda: len(page.chain.cards) == 6)
    her.tab_to(page.chain.cards[4, 0])
    her.press(K.Key_Up, times=4)
    assert her.cursor is page.chain.cards[0, 0]
    her.press(K.Key_Return)
    her.wait(lambda: her.shown == "needs" and her.pane.page.community is not None)
    need = her.pane.page
    her.use_tab(need.ui.tabs, need.chain)
    her.wait(lambda: len(need.chain.cards) == 6)
    her.tab_to(need.chain.cards[0, 0])
    her.press(K.Key_Down, times=5)
    assert her.cursor is need.chain.cards[5, 0]


def test_from_what_teachers_say_to_four_hundred_people(her: Facilitator) -> None:
    begin(her)
    found_community(her)
    assert her.disk("SELECT name FROM community") == [COMMUNITY]
    write_need(her)
    count_votes(her)
    choose_need(her)
    plan_workshop(her)
    design_solution(her)
    publish(her)
    follow_back(her)
