"""All sessions of a workshop at once: the same keys, and ← → between the sessions."""

from datetime import datetime

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.gui.attendance_room import CONTROL, Room
from tn_desktop.gui.context import Context
from tn_desktop.services import records

NAMES = ["Ayşe Yılmaz", "Cem Kara", "İrem Güneş"]


def grid(qtbot: QtBot, context: Context) -> Room:
    return Room(qtbot, context, NAMES, repeats=3).open_grid()


def test_sessions_are_chosen_with_left_and_right_and_marked_with_the_same_keys(qtbot: QtBot, context: Context) -> None:
    room = grid(qtbot, context)
    room.type("1")
    assert room.here == "Cem Kara"
    room.press(Qt.Key.Key_Right)
    room.press(Qt.Key.Key_Right)
    room.type("ir4")
    assert room.here == "Ayşe Yılmaz"
    room.press(Qt.Key.Key_Left)
    room.type("2")
    room.press(Qt.Key.Key_Return)
    room.type("20")
    room.press(Qt.Key.Key_Return)
    room.qtbot.waitUntil(lambda: room.focus() is room.pane.ui.grid)
    room.settle()
    assert room.statuses(0) == {"Ayşe Yılmaz": "present"}
    assert room.disk(1) == {"Ayşe Yılmaz": ("late", "in_person", 20, None, "key")}
    assert room.statuses(2) == {"İrem Güneş": "absent"}


def test_the_rest_of_the_cursors_session_alone_is_marked(qtbot: QtBot, context: Context) -> None:
    room = grid(qtbot, context)
    room.press(Qt.Key.Key_Right)
    room.press(Qt.Key.Key_Return, CONTROL)
    room.settle()
    assert room.statuses(0) == {} and set(room.statuses(1).values()) == {"present"} and len(room.statuses(1)) == 3
    model = room.pane.desk.model
    assert model.headerData(1, Qt.Orientation.Horizontal) == "2. 21.03. 3/3"
    assert model.headerData(0, Qt.Orientation.Vertical) == "1 Ayşe Yılmaz 1/3"


def test_a_cancelled_session_says_so_and_does_not_count(qtbot: QtBot, context: Context) -> None:
    room = Room(qtbot, context, NAMES, repeats=3)
    database = context.tasks.database
    assert database is not None
    with database.write("cancel") as uow:
        records.change(uow, "sessions", room.sessions[1], {"status": "cancelled"})
    room.open_grid()
    room.type("1")
    room.press(Qt.Key.Key_Right)
    room.press(Qt.Key.Key_Home)
    room.type("1")
    room.settle()
    model = room.pane.desk.model
    assert "cancelled" in model.headerData(1, Qt.Orientation.Horizontal)
    assert "cancelled" in room.pane.ui.hint.accessibleName()
    assert model.headerData(0, Qt.Orientation.Vertical) == "1 Ayşe Yılmaz 1/2"
    assert room.statuses(1) == {"Ayşe Yılmaz": "present"}


def test_walk_ins_and_paper_work_in_the_grid(qtbot: QtBot, context: Context) -> None:
    room = grid(qtbot, context)
    room.press(Qt.Key.Key_Right)
    room.type("veli can")
    room.press(Qt.Key.Key_Return)
    room.settle()
    assert room.shown[-1] == "Veli Can" and room.statuses(1) == {"Veli Can": "present"}
    room.type(".")
    room.type("2m")
    room.press(Qt.Key.Key_Return)
    room.settle()
    assert room.statuses(1)["Cem Kara"] == "excused" and room.statuses(0) == {}


def test_the_grid_opens_at_the_session_of_today(qtbot: QtBot, context: Context) -> None:
    room = Room(qtbot, context, NAMES, repeats=3)
    room.context.now = lambda: datetime(2026, 3, 20, 9, 0)  # noqa: DTZ001
    room.open_grid()
    assert room.pane.desk.session == room.sessions[1]
    printed: list[object] = []
    context.navigator.print_wanted.connect(printed.append)
    room.press(Qt.Key.Key_P, CONTROL)
    assert printed == [tuple(room.sessions)]
