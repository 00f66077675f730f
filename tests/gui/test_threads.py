"""The window comes before the threads behind it, and its pauses are told from the work of its thread."""

import os
import sys
import threading
import time
from typing import Any

import pytest
from PySide6.QtCore import QObject, QTimer, Signal
from pytestqt.qtbot import QtBot
from sqlalchemy import Connection

from tn_desktop.gui.tasks import Tasks
from tn_desktop.gui.threads import MainThreadRest
from tn_desktop.store.database import Database
from tn_desktop.store.profile import Profile

WORK = 0.05
LEAST, LONG = 0.3, 1_000.0
BETWEEN = 250


def niceness() -> int:
    """Of the calling thread."""
    return os.getpriority(os.PRIO_PROCESS, threading.get_native_id())


@pytest.mark.skipif(sys.platform != "linux", reason="only there a thread's niceness can be asked for")
def test_reading_and_working_come_after_the_window_and_writing_with_it(qtbot: QtBot, gui_profile: Profile) -> None:
    found: dict[str, int] = {}

    def noted(name: str) -> Any:
        return lambda value: found.update({name: value})

    def reading(_connection: Connection) -> int:
        return niceness()

    tasks = Tasks()
    with qtbot.waitSignal(tasks.opened):
        tasks.start(lambda: Database.open(gui_profile))
    try:
        tasks.read(reading, noted("read"))
        tasks.run(lambda _task: niceness(), noted("work"))
        tasks.alone(lambda _task: niceness(), noted("write"))
        qtbot.waitUntil(lambda: len(found) == 3)
    finally:
        tasks.close()
    behind = min(niceness() + 5, 19)
    assert found == {"read": behind, "work": behind, "write": niceness()}


class Looker(QObject):
    """Looks now and then, as the collector does, and tells when the thread rests."""

    rests = Signal()

    def __init__(self, rest: MainThreadRest) -> None:
        super().__init__()
        self._rest = rest
        self._timer = QTimer(self, interval=BETWEEN)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def _look(self) -> None:
        if self._rest.look():
            self.rests.emit()


def test_a_thread_that_has_nothing_to_do_rests(qtbot: QtBot) -> None:
    looker = Looker(MainThreadRest(LEAST))
    with qtbot.waitSignal(looker.rests):
        pass


def test_a_thread_that_works_does_not_rest_and_rests_a_while_after(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = 0.0
    monkeypatch.setattr("tn_desktop.gui.threads.time.monotonic", lambda: clock)
    rest = MainThreadRest(LONG)
    for _ in range(2):
        assert not rest.look(), "it has just worked, or was only made"
        clock += LONG * 0.6
        assert not rest.look(), "not for long"
        clock += LONG * 0.6
        assert rest.look()
        until = time.thread_time() + WORK
        while time.thread_time() < until:
            pass
        clock += 1
