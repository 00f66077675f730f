"""Tabs of a page: none scrolls away, and those without room are a menu, a letter or an arrow away."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tn_desktop.gui.widgets.page_tabs import PageTabs

WORDS = ("&Members (14)", "&Needs (7)", "&Decisions (0)", "&Workshops (1)", "&Groups (0)", "&Path", "&Timeline")
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def tabs(qtbot: QtBot) -> PageTabs:
    made = PageTabs()
    qtbot.addWidget(made)
    for word in WORDS:
        page = QWidget()
        page.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        made.addTab(page, word)
    made.resize(1200, 300)
    made.show()
    qtbot.waitExposed(made)
    return made


def narrow(tabs: PageTabs, shown: int) -> None:
    """So narrow that the first `shown` tabs and the button have just room."""
    bar = tabs.tabBar()
    tabs.resize(0, 300)
    tabs.fit()
    wide = sum(bar.tabSizeHint(number).width() for number in range(shown))
    tabs.resize(wide + tabs.more.sizeHint().width() + 4, 300)


def seen(tabs: PageTabs) -> list[int]:
    return [number for number in range(tabs.count()) if tabs.isTabVisible(number)]


def test_with_room_all_are_seen_and_there_is_no_menu(tabs: PageTabs) -> None:
    assert tabs.left_over() == [] and not tabs.more.isVisible()


def test_they_stand_closer_before_any_is_left_out(tabs: PageTabs) -> None:
    wide = sum(tabs.tabBar().tabSizeHint(number).width() for number in range(tabs.count()))
    tabs.resize(wide - 20, 300)
    assert tabs.left_over() == []
    assert sum(tabs.tabBar().tabRect(number).width() for number in range(tabs.count())) <= tabs.width()
    tabs.resize(1200, 300)
    assert sum(tabs.tabBar().tabSizeHint(number).width() for number in range(tabs.count())) == wide


def test_what_has_no_room_is_in_the_menu_and_nothing_is_cut(tabs: PageTabs) -> None:
    narrow(tabs, 3)
    assert seen(tabs) == [0, 1, 2]
    assert all(tabs.tabBar().tabRect(number).right() < tabs.more.x() for number in seen(tabs))
    assert tabs.more.isVisible() and tabs.more.geometry().right() < tabs.width()
    tabs.more.menu().aboutToShow.emit()
    assert [action.text() for action in tabs.more.menu().actions()] == list(WORDS[3:])


def test_a_tab_of_the_menu_is_shown_and_stays(tabs: PageTabs) -> None:
    narrow(tabs, 3)
    tabs.more.menu().aboutToShow.emit()
    tabs.more.menu().actions()[-1].trigger()
    assert tabs.currentIndex() == 6 and tabs.isTabVisible(6)
    tabs.setCurrentIndex(0)
    assert tabs.isTabVisible(6), "what was just fetched does not go away"
    tabs.setCurrentWidget(tabs.widget(4))
    assert tabs.isTabVisible(4)


def test_the_keyboard_goes_through_all_of_them(qtbot: QtBot, tabs: PageTabs) -> None:
    narrow(tabs, 2)
    bar = tabs.tabBar()
    bar.setFocus()
    passed = []
    for _ in range(tabs.count()):
        qtbot.keyClick(bar, Qt.Key.Key_Right)
        passed.append(tabs.currentIndex())
        assert tabs.isTabVisible(tabs.currentIndex())
    assert passed == [1, 2, 3, 4, 5, 6, 0]
    qtbot.keyClick(tabs, Qt.Key.Key_Backtab, CTRL)
    assert tabs.currentIndex() == 6


def test_the_letter_of_a_hidden_tab_chooses_it_unless_it_cannot_be_chosen(qtbot: QtBot, tabs: PageTabs) -> None:
    narrow(tabs, 2)
    tabs.setTabEnabled(5, False)
    letters = {shortcut.key().toString(): shortcut for shortcut in tabs._shortcuts}
    letters["Alt+P"].activated.emit()
    assert tabs.currentIndex() == 0
    letters["Alt+T"].activated.emit()
    assert tabs.currentIndex() == 6
    tabs.more.menu().aboutToShow.emit()
    assert [action.text() for action in tabs.more.menu().actions() if not action.isEnabled()] == ["&Path"]


def test_a_longer_word_makes_them_fit_anew(tabs: PageTabs) -> None:
    narrow(tabs, 3)
    tabs.setTabText(0, "&Members of this community and of others (14)")
    assert 0 in seen(tabs) and len(seen(tabs)) < 3
    tabs.setTabText(0, "&M")
    assert len(seen(tabs)) >= 3
