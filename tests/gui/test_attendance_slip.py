"""Key 6: she signed the slip. It is recorded for the purposes chosen before, and no mark depends on it."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.gui.attendance_room import Room
from tests.gui.pane_helpers import rows
from tn_desktop.gui.context import Context
from tn_desktop.services import undo


@pytest.fixture
def room(qtbot: QtBot, context: Context) -> Room:
    return Room(qtbot, context, ["Ayşe Yılmaz", "Cem Öz"]).open()


def signed(room: Room) -> list[tuple[str, str | None]]:
    return [(row["kind"], row["purpose"]) for row in rows(room.context, "consents")]


def test_one_key_records_the_slip_and_marks_nobody(qtbot: QtBot, room: Room) -> None:
    menu = room.pane.slips.menu(room.pane)
    boxes = {action.text(): action for action in menu.actions() if action.isCheckable()}
    assert [text for text, box in boxes.items() if box.isChecked()] == ["Being contacted"]
    boxes["Photo and video"].setChecked(True)
    with qtbot.waitSignal(room.pane.slips.told) as told:
        qtbot.keyClick(room.pane.ui.roster, Qt.Key.Key_6)
    assert "Ayşe Yılmaz" in told.args[0] and "Photo and video" in told.args[0]
    assert signed(room) == [("notice", None), ("consent", "contact"), ("consent", "photo_video")]
    evidence = {row["evidence"] for row in rows(room.context, "consents")}
    assert len(evidence) == 1 and "Eleştirel Düşünme" in evidence.pop()
    assert rows(room.context, "attendance") == []
    with qtbot.waitSignal(room.pane.slips.told) as told:
        qtbot.keyClick(room.pane.ui.roster, Qt.Key.Key_6)
    assert "already" in told.args[0] and len(signed(room)) == 3
    assert room.context.tasks.database is not None
    with room.context.tasks.database.read() as connection:
        lsn = undo.latest(connection, 1)[0].lsn
    with room.context.tasks.database.write("undo") as uow:
        undo.undo(uow, lsn)
    assert signed(room) == []


def test_behind_the_curtain_no_name_is_told(qtbot: QtBot, room: Room) -> None:
    room.pane._draw_curtain(True)
    with qtbot.waitSignal(room.pane.slips.told) as told:
        qtbot.keyClick(room.pane.ui.roster, Qt.Key.Key_6)
    assert "Ayşe" not in told.args[0] and signed(room)


def unsigned(room: Room) -> str:
    return str(room.pane._actions["unsigned"].text())


def test_who_signed_has_a_sign_and_leaves_the_list_of_those_who_have_not(qtbot: QtBot, room: Room) -> None:
    pane = room.pane
    qtbot.waitUntil(lambda: room.board.signed == frozenset())
    assert unsigned(room).startswith("2 ")
    pane._actions["unsigned"].trigger()
    assert room.shown == ["Ayşe Yılmaz", "Cem Öz"] and room.here == "Ayşe Yılmaz"
    qtbot.keyClick(room.focus(), Qt.Key.Key_6)
    qtbot.waitUntil(lambda: room.shown == ["Cem Öz"])
    assert unsigned(room).startswith("1 ")
    qtbot.keyClick(room.focus(), Qt.Key.Key_1)
    # Nobody has to sign to take part.
    qtbot.waitUntil(lambda: room.statuses() == {"Cem Öz": "present"})
    pane._actions["unsigned"].trigger()
    qtbot.waitUntil(lambda: room.shown == ["Ayşe Yılmaz", "Cem Öz"])
    room.settle()
    model = pane._roster
    tips = [model.index(row, 1).data(Qt.ItemDataRole.ToolTipRole) for row in range(2)]
    assert ["signed the slip" in tip for tip in tips] == [True, False]


def test_a_purpose_that_she_did_not_agree_to_counts_her_among_those_to_ask(qtbot: QtBot, room: Room) -> None:
    qtbot.keyClick(room.pane.ui.roster, Qt.Key.Key_6)
    qtbot.waitUntil(lambda: unsigned(room).startswith("1 "))
    room.pane.slips._choose("photo_video", True)
    qtbot.waitUntil(lambda: unsigned(room).startswith("2 "))


def test_behind_the_curtain_nobody_sees_who_signed(qtbot: QtBot, room: Room) -> None:
    qtbot.keyClick(room.pane.ui.roster, Qt.Key.Key_6)
    qtbot.waitUntil(lambda: unsigned(room).startswith("1 "))
    room.context.curtain.draw(True)
    model = room.pane._roster
    assert not any(model.has_signed(room.board.person(row)) for row in range(2))
    assert not room.pane._actions["unsigned"].isEnabled()
