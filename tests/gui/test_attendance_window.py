"""Attendance inside the main window: opened, undone by the window's Ctrl+Z, left to where one came from."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.gui.attendance_room import add_person
from tests.gui.keys import type_text
from tn_desktop.gui.context import Context
from tn_desktop.gui.language import LanguageSwitch
from tn_desktop.gui.main_window import MainWindow
from tn_desktop.services import attendance, enrolling, workshops
from tn_desktop.services.workshops import WorkshopPlan

CTRL = Qt.KeyboardModifier.ControlModifier


def statuses(context: Context, session: int) -> list[str | None]:
    assert context.tasks.database is not None
    with context.tasks.database.read() as connection:
        return [row.status for row in attendance.roster(connection, session).rows]


def test_marks_are_made_undone_and_made_again_in_the_window(qtbot: QtBot, context: Context) -> None:
    languages = LanguageSwitch()
    languages.use("en")
    window = MainWindow(context, languages)
    qtbot.addWidget(window)
    window.resize(1366, 740)
    window.show()
    window.activateWindow()
    context.tasks.opened.emit()
    qtbot.waitUntil(lambda: context.tasks.idle and window.host.current == "today")
    assert context.tasks.database is not None
    with context.tasks.database.write("room") as uow:
        people = [add_person(uow, name) for name in ("Ayşe Yılmaz", "Cem Kara", "İrem Güneş")]
        made = workshops.plan(uow, WorkshopPlan({"title": "Atölye"}, "14.03.2026 13:00"))
        enrolling.enrol(uow, made.subject or 0, people)
    session: int = made.told["sessions"][0]  # type: ignore[index]

    context.navigator.attendance_wanted.emit(session)
    pane: Any = window.host.pane("attendance")
    qtbot.waitUntil(lambda: context.tasks.idle and QApplication.focusWidget() is pane.ui.roster)

    def press(key: Qt.Key) -> None:
        qtbot.keyClick(QApplication.focusWidget(), key, CTRL)
        qtbot.waitUntil(lambda: context.tasks.idle)

    high = pane.height()
    type_text(pane.ui.roster, "ce4")
    qtbot.waitUntil(lambda: context.tasks.idle)
    # The first change finds room for its button: else the whole window would be laid out and painted anew.
    assert window.ui.status.undo_button.isVisible() and pane.height() == high
    press(Qt.Key.Key_Return)
    assert statuses(context, session) == ["present", "absent", "present"]
    press(Qt.Key.Key_Z)
    assert statuses(context, session) == [None, "absent", None]
    qtbot.waitUntil(lambda: pane.desk.model.board.tally(session)[None] == 2)
    press(Qt.Key.Key_Z)
    assert statuses(context, session) == [None, None, None]
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Z, CTRL | Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: context.tasks.idle)
    assert statuses(context, session) == [None, "absent", None]
    assert QApplication.focusWidget() is pane.ui.roster

    # Whoever searches meanwhile is not called back by what others write.
    press(Qt.Key.Key_K)
    searching = QApplication.focusWidget()
    assert searching is not pane.ui.roster
    with context.tasks.database.write("other") as uow:
        changes = attendance.mark(uow, session, people[0], "excused")
    context.tasks.changed.emit(changes, None)
    qtbot.waitUntil(lambda: context.tasks.idle)
    assert pane.desk.model.board.tally(session)["excused"] == 1
    assert QApplication.focusWidget() is searching
    pane.desk.take_keys()
    qtbot.keyClick(pane.ui.roster, Qt.Key.Key_Escape)
    assert window.host.current == "today"
