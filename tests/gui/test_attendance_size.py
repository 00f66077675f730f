"""Five hundred people in one session, sixty sessions in one grid, and a small screen.

How long a key takes there is measured by `dev.py bench gaps`.
"""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.gui.attendance_room import Room
from tn_desktop.gui.context import Context
from tn_desktop.gui.models import roster

MANY = [f"{given} {family}" for given in ("Ayşe", "Mehmet", "Zeynep", "İrem", "Cem") for family in (
    f"{first}{second}" for first in ("Ak", "Kara", "Yıl", "Öz", "Işık", "Güneş", "Demir", "Taş", "Er", "Ça")
    for second in ("", "er", "oğlu", "maz", "can", "gül", "ay", "su", "han", "tay"))]  # fmt: skip


def test_five_hundred_people_in_one_session(qtbot: QtBot, context: Context) -> None:
    room = Room(qtbot, context, MANY).open()
    assert len(room.shown) == 500
    room.type("ayş1" * 5 + "öz4" * 5 + "1" * 20)
    room.settle()
    assert len(room.statuses()) == 30
    room.press(Qt.Key.Key_End)
    assert room.here == room.board.people[-1].name
    room.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    room.settle()
    assert len(room.statuses()) == 500


@pytest.mark.thorough
def test_a_grid_of_sixty_sessions(qtbot: QtBot, context: Context) -> None:
    room = Room(qtbot, context, MANY, repeats=60).open_grid()
    room.type("ayş1" * 3)
    for _ in range(70):
        room.press(Qt.Key.Key_Right)
    assert room.pane.desk.session == room.sessions[59]
    room.type("1" * 10)
    room.settle()
    assert len(room.statuses(59)) == 10 and len(room.statuses(0)) == 3


def inside(widget: QWidget, pane: QWidget) -> bool:
    place = widget.mapTo(pane, widget.rect().topLeft())
    return pane.rect().contains(widget.rect().translated(place))


@pytest.mark.some(2)
@pytest.mark.parametrize(("width", "height"), [(800, 500), (800, 410), (624, 400), (1366, 768)])
def test_nothing_is_cut_off_on_a_small_screen(qtbot: QtBot, context: Context, width: int, height: int) -> None:
    room = Room(qtbot, context, ["Ayşe Yılmaz", "Gülşah Büyükkaradeniz Hacıibrahimoğulları", "İrem Güneş"]).open()
    pane: Any = room.pane
    pane.resize(width, height)
    room.settle()
    ui, view = pane.ui, pane.ui.roster
    assert (pane.width(), pane.height()) == (width, height)
    for widget in (ui.title, ui.counts, ui.letters, view, ui.walkInRow, ui.remainingButton):
        assert widget.isVisible() and inside(widget, pane)
    assert view.verticalHeader().defaultSectionSize() >= 32
    assert view.rows_a_page() >= 3
    hidden = {column for column in range(6) if view.isColumnHidden(column)}
    assert hidden == {800: {roster.SUBJECT}, 624: {roster.SUBJECT, roster.INSTITUTION}, 1366: set()}[width]
    assert sum(view.columnWidth(column) for column in range(6) if column not in hidden) <= view.viewport().width()


def test_the_buttons_that_do_not_fit_are_in_a_menu(qtbot: QtBot, context: Context) -> None:
    room = Room(qtbot, context, ["Ayşe Yılmaz"]).open()
    buttons: Any = room.pane.ui.buttons
    shown = {}
    for width in (1300, 624):
        room.pane.resize(width, 500)
        room.settle()
        visible = [button.text() for button, _ in buttons._buttons if button.isVisible()]
        shown[width] = visible + [action.text() for action in buttons.more.menu().actions()]
        assert buttons.more.isVisible() == (len(visible) < 8)
    assert shown[1300] == shown[624] and len(shown[624]) == 8
