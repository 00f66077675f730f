"""Taking attendance by keys alone, through the real pane, with the rows read back from disk."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QGuiApplication, QInputMethodEvent, QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu
from pytestqt.qtbot import QtBot

from tests.gui.attendance_room import CONTROL, SHIFT, Room, add_person
from tn_desktop.gui.context import Context
from tn_desktop.gui.models.attendance_board import Mark
from tn_desktop.services import attendance, records, undo

NAMES = ["Ayşe Yılmaz", "Aydın Işık", "İrem Güneş", "Şule Öz", "Cem Kara", "Çağla Aydın"]
"""On the sheet: Aydın Işık, Ayşe Yılmaz, Cem Kara, Çağla Aydın, İrem Güneş, Şule Öz."""

MakeRoom = Callable[..., Room]


@pytest.fixture
def make(qtbot: QtBot, context: Context) -> MakeRoom:
    """A room over a session with those names."""
    return lambda names=tuple(NAMES), **more: Room(qtbot, context, names, **more)


@pytest.fixture
def room(make: MakeRoom) -> Room:
    """The roster of a session with the names above."""
    return make().open()


def test_letters_narrow_and_a_digit_marks_and_the_cursor_goes_on(room: Room) -> None:
    assert room.here == "Aydın Işık"
    room.type("ay")
    assert room.shown == ["Aydın Işık", "Ayşe Yılmaz", "Çağla Aydın"]
    room.type("ş")
    assert room.shown == ["Ayşe Yılmaz"]
    room.type("1")
    assert room.pane.desk.typed == "" and len(room.shown) == 6
    assert room.here == "Cem Kara"
    room.settle()
    assert room.disk() == {"Ayşe Yılmaz": ("present", "in_person", None, None, "key")}


@pytest.mark.parametrize(
    ("letters", "name"),
    [("isik", "Aydın Işık"), ("IŞ", "Aydın Işık"), ("ırem", "İrem Güneş"), ("İ", "İrem Güneş"), ("şu", "Şule Öz"),
     ("su", "Şule Öz"), ("a y", "Ayşe Yılmaz"), ("gün ir", "İrem Güneş"), ("KARA", "Cem Kara")],
)  # fmt: skip
def test_letters_are_found_however_they_are_written(room: Room, letters: str, name: str) -> None:
    room.type(letters)
    assert room.here == name


def test_every_digit_does_what_it_says(room: Room) -> None:
    room.type("1234")
    room.settle()
    assert room.statuses() == {
        "Aydın Işık": "present", "Ayşe Yılmaz": "late", "Cem Kara": "excused", "Çağla Aydın": "absent",
    }  # fmt: skip
    room.type("ir5")
    assert room.here == "İrem Güneş"
    room.type("1")
    room.settle()
    assert room.disk()["İrem Güneş"][:2] == ("present", "online")
    room.type("ir5")
    room.settle()
    assert room.disk()["İrem Güneş"][:2] == ("present", "in_person")
    room.press(Qt.Key.Key_Delete)
    room.type("cem0")
    room.settle()
    assert room.statuses()["İrem Güneş"] is None and room.statuses()["Cem Kara"] is None
    assert len(room.shown) == 6


def test_the_cursor_moves_by_keys_and_wraps_to_the_unmarked(room: Room) -> None:
    room.press(Qt.Key.Key_End)
    assert room.here == "Şule Öz"
    room.press(Qt.Key.Key_Up)
    assert room.here == "İrem Güneş"
    room.type("11")
    assert room.here == "Aydın Işık"
    room.press(Qt.Key.Key_Home)
    room.press(Qt.Key.Key_PageDown)
    assert room.here == "Şule Öz"
    room.press(Qt.Key.Key_PageUp)
    room.press(Qt.Key.Key_Down)
    assert room.here == "Ayşe Yılmaz"
    room.settle()


def test_backspace_edits_and_escape_clears_then_leaves(qtbot: QtBot, room: Room) -> None:
    room.type("şx")
    room.press(Qt.Key.Key_Backspace)
    assert room.here == "Şule Öz" and room.shown == ["Şule Öz"]
    room.press(Qt.Key.Key_Escape)
    assert room.pane.desk.typed == "" and room.here == "Şule Öz"
    with qtbot.waitSignal(room.pane.closed):
        room.press(Qt.Key.Key_Escape)


def test_the_remaining_are_marked_with_their_count_and_undo_takes_it_back(room: Room) -> None:
    room.type("3")
    room.press(Qt.Key.Key_Return, CONTROL)
    room.settle()
    assert sorted(filter(None, room.statuses().values())) == ["excused", *["present"] * 5]
    assert "5" in room.pane.ui.last.accessibleName()
    database = room.context.tasks.database
    assert database is not None
    with database.read() as connection:
        newest = undo.latest(connection)[0].lsn
    room.context.tasks.write("Undo", lambda uow: undo.undo(uow, newest))
    room.settle()
    assert room.statuses() == {"Aydın Işık": "excused"}
    assert room.board.tally(room.sessions[0])[None] == 5
    room.qtbot.mouseClick(room.pane.ui.remainingButton, Qt.MouseButton.LeftButton)
    room.settle()
    assert len(room.statuses()) == 6


def test_minutes_are_written_after_a_late_mark_and_the_cursor_goes_back(room: Room) -> None:
    room.type("şu2")
    assert room.here == "Aydın Işık"
    room.press(Qt.Key.Key_Return)
    room.type("15")
    room.press(Qt.Key.Key_Return)
    room.qtbot.waitUntil(lambda: room.here == "Aydın Işık" and room.focus() is room.pane.ui.roster)
    room.settle()
    assert room.disk()["Şule Öz"][:3] == ("late", "in_person", 15)
    # On a late row Enter opens the minutes at any time; Esc leaves them as they are; an empty field forgets them.
    room.type("şu")
    room.press(Qt.Key.Key_Return)
    room.type("9")
    room.press(Qt.Key.Key_Escape)
    room.qtbot.waitUntil(lambda: room.focus() is room.pane.ui.roster)
    room.press(Qt.Key.Key_Return)
    room.press(Qt.Key.Key_Backspace)
    room.press(Qt.Key.Key_Return)
    room.qtbot.waitUntil(lambda: room.focus() is room.pane.ui.roster)
    room.settle()
    assert room.disk()["Şule Öz"][2] is None
    room.press(Qt.Key.Key_Escape)
    room.press(Qt.Key.Key_Home)
    room.press(Qt.Key.Key_Return)
    assert room.focus() is room.pane.ui.roster


def test_what_is_being_typed_survives_what_arrives_meanwhile(room: Room, store: Callable[..., int]) -> None:
    room.type("şu2")
    room.press(Qt.Key.Key_Return)
    room.type("1")
    room.settle()
    store("enrolments", person=store("people", given_name="Ahmet", family_name="Ak"), workshop=room.workshop)
    room.settle()
    room.type("5")
    room.press(Qt.Key.Key_Return)
    room.qtbot.waitUntil(lambda: room.focus() is room.pane.ui.roster and len(room.shown) == 7)
    room.settle()
    assert room.disk()["Şule Öz"][2] == 15


def test_a_key_held_down_marks_once(room: Room) -> None:
    room.type("1")
    for _ in range(5):
        event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_1, Qt.KeyboardModifier.NoModifier, "1", True)
        QApplication.sendEvent(room.focus(), event)
    room.settle()
    assert room.statuses() == {"Aydın Işık": "present"}


def test_an_input_method_gives_letters_and_digits_too(room: Room) -> None:
    held = QInputMethodEvent("ş", [])
    QApplication.sendEvent(room.focus(), held)
    assert room.pane.ui.letters.accessibleDescription() == "ş" and room.pane.desk.typed == ""
    given = QInputMethodEvent()
    given.setCommitString("şu1")
    QApplication.sendEvent(room.focus(), given)
    room.settle()
    assert room.statuses() == {"Şule Öz": "present"}
    assert room.pane.ui.roster.inputMethodQuery(Qt.InputMethodQuery.ImEnabled) is True
    assert room.pane.ui.roster.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)


def test_a_typed_walk_in_is_added_present(room: Room) -> None:
    room.type("veli can")
    assert room.focus() is room.pane.ui.walkIns
    room.type("1")
    room.settle()
    assert room.statuses() == {}
    room.press(Qt.Key.Key_Return)
    room.settle()
    assert room.disk() == {"Veli Can": ("present", "in_person", None, 1, "key")}
    assert room.shown[-1] == "Veli Can" and room.pane.desk.typed == ""
    assert room.focus() is room.pane.ui.roster


def test_a_known_namesake_is_seen_before_enter_and_chosen_with_down(room: Room) -> None:
    database = room.context.tasks.database
    assert database is not None
    with database.write("known") as uow:
        known = add_person(uow, "Veli Can", institution="İnönü İlkokulu")
    room.type("veli can")
    room.settle()
    offers = room.pane.ui.walkIns.offers
    assert offers.rowCount() == 2
    assert offers.known_at(1).exact and "İnönü İlkokulu" in offers.index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    room.press(Qt.Key.Key_Down)
    room.press(Qt.Key.Key_Return)
    room.settle()
    assert room.disk() == {"Veli Can": ("present", "in_person", None, 1, "key")}
    with database.read() as connection:
        assert attendance.namesakes(connection, "Veli Can") == [known]
    # Enter by itself always adds what was typed.
    room.press(Qt.Key.Key_N, CONTROL)
    room.type("veli can")
    room.settle()
    room.press(Qt.Key.Key_Return)
    room.settle()
    with database.read() as connection:
        assert len(attendance.namesakes(connection, "Veli Can")) == 2
    assert sum(name == "Veli Can" for name in room.shown) == 2


def test_the_last_row_takes_the_letters_and_gives_them_back(room: Room) -> None:
    room.type("cem")
    room.press(Qt.Key.Key_Down)
    assert room.focus() is room.pane.ui.walkIns
    room.type("il")
    assert room.pane.ui.walkIns.offers.name == "Cemil"
    room.press(Qt.Key.Key_Backspace)
    room.press(Qt.Key.Key_Backspace)
    room.press(Qt.Key.Key_Up)
    assert room.here == "Cem Kara" and room.shown == ["Cem Kara"]
    room.settle()


def test_marks_are_typed_in_from_paper(room: Room) -> None:
    room.type(".")
    assert room.focus() is room.pane.ui.paper
    room.type("3Y 5m6G")
    assert room.here == "Şule Öz"
    told = room.pane.ui.last.accessibleName()
    assert "3 Cem Kara → Absent" in told and "5 İrem Güneş → Excused" in told and "6 Şule Öz → Late" in told
    room.press(Qt.Key.Key_Return)
    room.settle()
    assert room.statuses() == {"Cem Kara": "absent", "İrem Güneş": "excused", "Şule Öz": "late"}
    assert {row[4] for row in room.disk().values()} == {"paper"}
    room.type("1k")
    room.press(Qt.Key.Key_Return, CONTROL)
    room.settle()
    assert sorted(filter(None, room.statuses().values())) == ["absent", "excused", "late", *["present"] * 3]
    assert room.disk()["Aydın Işık"][4] == "paper" and room.disk()["Ayşe Yılmaz"][4] == "bulk"
    room.press(Qt.Key.Key_Escape)
    assert room.focus() is room.pane.ui.roster


def test_a_wrong_number_from_paper_is_told_at_once_and_nothing_is_written(room: Room) -> None:
    room.type(".")
    room.type("3y7y")
    assert "7" in room.pane.ui.problem.text() and room.pane.ui.problem.isVisible()
    for modifier in (Qt.KeyboardModifier.NoModifier, CONTROL):
        room.press(Qt.Key.Key_Return, modifier)
    room.settle()
    assert room.statuses() == {} and room.pane.ui.paper.text() == "3y7y"
    room.press(Qt.Key.Key_Backspace)
    room.press(Qt.Key.Key_Backspace)
    assert not room.pane.ui.problem.isVisible()
    room.type("x")
    assert "x" in room.pane.ui.problem.text()


def test_an_empty_list_says_what_to_do_and_takes_a_name_at_once(make: MakeRoom) -> None:
    room = make(names=()).open()
    assert room.pane.ui.emptyLabel.isVisible() and not room.pane.ui.remainingButton.isVisible()
    wishes: list[object] = []
    room.context.navigator.import_wanted.connect(wishes.append)
    room.pane.ui.importButton.setFocus()
    room.press(Qt.Key.Key_Space)
    assert wishes == [(None, ("workshop", room.workshop))]
    room.pane.ui.enrolButton.setFocus()
    room.press(Qt.Key.Key_Return)
    room.settle()
    assert "no members" in room.pane.ui.problem.text()
    room.type("ali er")
    room.press(Qt.Key.Key_Return)
    room.settle()
    assert room.statuses() == {"Ali Er": "present"} and room.shown == ["Ali Er"]


def test_members_of_the_communities_are_put_onto_an_empty_list(make: MakeRoom) -> None:
    room = make(names=()).open()
    database = room.context.tasks.database
    assert database is not None
    with database.write("members") as uow:
        community = records.add(uow, "communities", {"name": "Iğdır"}).subject
        person = add_person(uow, "Naz Ak")
        records.add(uow, "memberships", {"person": person, "community": community})
        records.change(uow, "workshops", room.workshop, {"communities": [community]})
    room.pane.ui.enrolButton.setFocus()
    room.press(Qt.Key.Key_Space)
    room.settle()
    assert room.shown == ["Naz Ak"]
    room.type("1")
    room.settle()
    assert room.statuses() == {"Naz Ak": "present"}


def test_a_refused_mark_goes_back_to_what_is_stored(room: Room) -> None:
    database = room.context.tasks.database
    assert database is not None
    person = room.pane.desk.person
    with database.write("remove") as uow:
        records.remove(uow, "people", person or 0)
    room.type("1")
    assert not room.board.is_saved(person, room.sessions[0])
    room.settle()
    room.settle()
    assert "removed" in room.pane.ui.problem.text()
    assert "Aydın Işık" not in room.shown and room.statuses() == {}
    room.type("1")
    assert not room.pane.ui.problem.isVisible()
    room.settle()


def test_what_was_typed_comes_back_when_it_cannot_be_stored(room: Room) -> None:
    database = room.context.tasks.database
    assert database is not None
    with database.write("remove") as uow:
        records.remove(uow, "sessions", room.sessions[0])
    room.type("veli can")
    room.press(Qt.Key.Key_Return)
    assert room.pane.desk.typed == ""
    room.settle()
    assert room.pane.desk.typed == "veli can" and "removed" in room.pane.ui.problem.text()
    room.press(Qt.Key.Key_Escape)
    room.type(".")
    room.type("3y5m")
    room.press(Qt.Key.Key_Return)
    room.settle()
    assert room.pane.ui.paper.text() == "3y5m" and "removed" in room.pane.ui.problem.text()
    assert room.board.tally(room.sessions[0])[None] == 6


def test_a_mark_is_shown_as_saved_only_when_it_is_on_disk(qtbot: QtBot, room: Room) -> None:
    person, session = room.pane.desk.person or 0, room.sessions[0]
    saved: list[object] = []
    room.pane.saved.connect(lambda *what: saved.append((what, room.statuses())))
    room.type("1")
    assert room.board.mark(person, session) == Mark("present", "in_person")
    assert not room.board.is_saved(person, session)
    assert room.pane.desk.model.index(0, 4).data(Qt.ItemDataRole.AccessibleTextRole) == "Present, being saved"
    qtbot.waitUntil(lambda: len(saved) == 1)
    assert room.board.is_saved(person, session)
    assert saved == [((person, session, Mark("present", "in_person")), {"Aydın Işık": "present"})]
    room.settle()


def test_writes_of_others_are_shown_and_the_cursor_stays(room: Room, store: Callable[..., int]) -> None:
    room.type("cem")
    with_letters = room.here
    person = store("people", given_name="Ahmet", family_name="Ak")
    store("enrolments", person=person, workshop=room.workshop)
    room.settle()
    assert room.here == with_letters == "Cem Kara" and room.shown == ["Cem Kara"]
    room.press(Qt.Key.Key_Escape)
    assert room.here == "Cem Kara" and room.shown[0] == "Ahmet Ak"
    store("attendance", person=person, session=room.sessions[0], status="absent")
    room.settle()
    assert room.board.mark(person, room.sessions[0]).status == "absent"


def test_the_curtain_hides_what_is_personal(room: Room) -> None:
    room.press(Qt.Key.Key_H, CONTROL | SHIFT)
    model = room.pane.desk.model
    texts = [str(model.index(row, column).data() or "") for row in range(6) for column in range(6)]
    assert "Aydın I." in texts and not any("Işık" in text or "Okul" in text for text in texts)
    assert room.pane.ui.welcome.isVisible() and not room.pane.ui.title.isVisible()
    assert model.index(0, 1).data(Qt.ItemDataRole.ToolTipRole) is None
    room.type("4")
    assert "Işık" not in room.pane.ui.last.accessibleName() and "Absent" not in room.pane.ui.last.accessibleName()
    room.press(Qt.Key.Key_H, CONTROL | SHIFT)
    assert room.pane.ui.title.isVisible() and model.index(0, 1).data() == "Aydın Işık"
    room.settle()


def test_the_names_of_those_missing_are_copied(room: Room) -> None:
    room.type("ay1")
    room.type("4")
    room.press(Qt.Key.Key_C, CONTROL | SHIFT)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert "14.03.2026 13:00" in lines[0] and "• Ayşe Yılmaz" in lines and "• Aydın Işık" not in lines
    assert len(lines) == 2 + 5
    room.settle()


def test_our_keys_come_before_the_windows_and_undo_stays_with_the_window(qtbot: QtBot, room: Room) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    heard: list[str] = []
    for keys in ("Ctrl+N", "Ctrl+P", "Ctrl+Z"):
        action = QAction(window, shortcut=QKeySequence(keys))
        action.triggered.connect(lambda _checked=False, keys=keys: heard.append(keys))
        window.addAction(action)
    window.setCentralWidget(room.pane)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    room.pane.setFocus()
    printed: list[object] = []
    room.context.navigator.print_wanted.connect(printed.append)
    room.press(Qt.Key.Key_P, CONTROL)
    room.press(Qt.Key.Key_Z, CONTROL)
    room.press(Qt.Key.Key_N, CONTROL)
    assert printed == [(room.sessions[0],)] and heard == ["Ctrl+Z"]
    assert room.focus() is room.pane.ui.walkIns
    window.takeCentralWidget()


def test_letters_typed_on_a_button_reach_the_list_and_tab_reaches_the_buttons(room: Room) -> None:
    exported: list[object] = []
    room.context.navigator.export_wanted.connect(exported.append)
    room.pane.ui.remainingButton.setFocus()
    room.type("şu")
    assert room.here == "Şule Öz"
    QTest.keyClick(room.focus(), Qt.Key.Key_Tab)
    assert room.focus() is not room.pane.ui.roster
    room.pane._actions["export"].trigger()
    assert exported == [("session", room.sessions[0])]


def test_one_session_after_the_other(make: MakeRoom) -> None:
    room = make(repeats=2).open()
    room.type("1")
    room.open(1)
    room.type("4")
    room.open(0)
    assert room.statuses(0) == {"Aydın Işık": "present"} and room.statuses(1) == {"Aydın Işık": "absent"}
    assert room.here == "Ayşe Yılmaz"
    room.pane.open_session(999)
    room.settle()
    assert "removed" in room.pane.ui.problem.text()


def test_with_the_mouse_a_click_on_a_mark_offers_the_marks(room: Room) -> None:
    view = room.pane.ui.roster
    place = view.visualRect(room.pane.desk.model.index(2, 4)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu) and menu.actions()[3].text() == "4   Absent"
    menu.actions()[3].trigger()
    menu.close()
    room.settle()
    assert room.statuses() == {"Cem Kara": "absent"}
