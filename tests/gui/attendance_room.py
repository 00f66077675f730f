"""A room in which attendance is taken: a session on disk, the real pane over it, and a keyboard that counts."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as driver
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tn_desktop.gui.context import Context
from tn_desktop.gui.panes.attendance import AttendancePane
from tn_desktop.services import enrolling, records, workshops
from tn_desktop.services.workshops import WorkshopPlan

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


class Room:
    """Attributes: pane, sessions (ids), workshop (id), presses: keys pressed so far, Ctrl and Shift counted too."""

    def __init__(self, qtbot: QtBot, context: Context, names: Sequence[str], repeats: int = 1, **session: Any) -> None:
        self.qtbot, self.context = qtbot, context
        database = context.tasks.database
        assert database is not None
        self.path: Path = database.path
        with database.write("room") as uow:
            people = [add_person(uow, name) for name in names]
            plan = WorkshopPlan(
                {"title": "Eleştirel Düşünme", "province": "76"}, "14.03.2026 13:00", session=session, repeats=repeats
            )
            made = workshops.plan(uow, plan)
            assert made.subject is not None
            enrolling.enrol(uow, made.subject, people)
        self.workshop: int = made.subject
        self.sessions: Any = made.told["sessions"]
        self.presses = 0
        self.pane = AttendancePane(context)
        qtbot.addWidget(self.pane)
        self.pane.resize(1190, 660)
        self.pane.show()
        self.pane.activateWindow()
        qtbot.waitUntil(lambda: self.pane.isActiveWindow())

    def open(self, place: int = 0) -> "Room":
        """Open a session."""
        self.pane.open_session(self.sessions[place])
        self.settle()
        return self

    def open_grid(self) -> "Room":
        """Open all sessions."""
        self.pane.open_grid(self.workshop)
        self.settle()
        return self

    def settle(self) -> None:
        """Wait until everything is written and shown."""
        self.qtbot.waitUntil(lambda: self.context.tasks.idle)

    def type(self, text: str) -> None:
        """Press a key for each letter or digit, wherever the focus is."""
        for char in text:
            self.presses += 1
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, char)
                QApplication.sendEvent(self.focus(), event)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key that has no text, with Ctrl and Shift."""
        self.presses += 1 + bool(modifier & CONTROL) + bool(modifier & SHIFT)
        QTest.keyClick(self.focus(), key, modifier)

    def focus(self) -> Any:
        """What has the keys."""
        widget = QApplication.focusWidget()
        assert widget is not None
        return widget

    @property
    def here(self) -> str:
        """The name the cursor is on."""
        person = self.pane.desk.person
        return "" if person is None else next(p.name for p in self.board.people if p.person_id == person)

    @property
    def board(self) -> Any:
        """The board that is shown."""
        return self.pane.desk.model.board

    @property
    def shown(self) -> list[str]:
        """The names in the table."""
        return [self.board.person(row).name for row in range(len(self.board.visible))]

    def disk(self, place: int = 0) -> dict[str, tuple[Any, ...]]:
        """Name -> (status, mode, minutes, walk_in, made_by) of a session, read by a connection of its own."""
        connection = driver.connect(str(self.path))
        try:
            rows = connection.execute(
                "SELECT trim(coalesce(given_name, '') || ' ' || coalesce(family_name, '')), a.status, a.mode, "
                "a.minutes, a.walk_in, a.made_by FROM attendance a JOIN person p ON p.id = a.person_id "
                "WHERE a.session_id = ? AND a.alive = 1",
                (self.sessions[place],),
            ).fetchall()
        finally:
            connection.close()
        return {row[0]: tuple(row[1:]) for row in rows}

    def statuses(self, place: int = 0) -> dict[str, str | None]:
        """Name -> status on disk."""
        return {name: row[0] for name, row in self.disk(place).items()}


def add_person(uow: Any, name: str, **more: Any) -> int:
    """A person of that name."""
    given, _, family = name.rpartition(" ")
    values = {"given_name": given or family, "family_name": family if given else "", **more}
    key = records.add(uow, "people", values).subject
    assert key is not None
    return key
