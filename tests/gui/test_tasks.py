"""Reads and writes from the window's side: order, replacement, failures, deleted owners."""

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from tn_desktop.gui.tasks import Tasks
from tn_desktop.model.errors import AppError, FieldError
from tn_desktop.services import records
from tn_desktop.store.database import Database
from tn_desktop.store.profile import Profile


@pytest.fixture
def tasks(qtbot: QtBot, gui_profile: Profile) -> Iterator[Tasks]:
    """Tasks over a new database."""
    tasks = Tasks()
    with qtbot.waitSignal(tasks.opened):
        tasks.start(lambda: Database.open(gui_profile))
    yield tasks
    tasks.close()


def test_a_write_is_broadcast_and_then_told_to_its_caller(qtbot: QtBot, tasks: Tasks) -> None:
    said: list[Any] = []
    tasks.changed.connect(lambda changes, owner: said.append(("changed", changes.created, owner)))
    owner = QObject()
    ayse = {"given_name": "Ayşe"}
    tasks.write("Add a person", lambda uow: records.add(uow, "people", ayse), said.append, owner=owner)
    qtbot.waitUntil(lambda: len(said) == 2)
    assert said[0] == ("changed", {"person": (1,)}, owner)
    assert said[1].subject == 1
    assert tasks.idle


def test_a_refused_write_changes_nothing_and_reaches_its_own_handler(qtbot: QtBot, tasks: Tasks) -> None:
    failures: list[AppError] = []
    tasks.write("Add", lambda uow: records.add(uow, "people", {"phone": "1"}), failed=failures.append)
    qtbot.waitUntil(lambda: bool(failures))
    assert isinstance(failures[0], FieldError) and failures[0].field == "phone"
    rows: list[Any] = []
    tasks.read(lambda connection: records.listing(connection, "people"), rows.append)
    qtbot.waitUntil(lambda: rows == [(0, [])])


def test_a_later_read_of_a_channel_replaces_the_earlier(qtbot: QtBot, tasks: Tasks) -> None:
    slow = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
    answers: list[str] = []
    tasks.read(lambda c: c.exec_driver_sql(slow).scalar(), lambda _r: answers.append("slow"), channel="search")
    tasks.read(lambda c: c.exec_driver_sql("SELECT 1").scalar(), lambda _r: answers.append("quick"), channel="search")
    qtbot.waitUntil(lambda: tasks.idle)
    assert answers == ["quick"]


def test_a_read_that_begins_later_is_on_its_way_and_can_be_replaced_until_then(qtbot: QtBot, tasks: Tasks) -> None:
    answers: list[str] = []

    def read(answer: str, after: int) -> None:
        tasks.read(
            lambda c: c.exec_driver_sql("SELECT 1").scalar(),
            lambda _r: answers.append(answer),
            channel="page",
            after=after,
        )

    read("first row", 1)
    read("second row", 1)
    assert not tasks.idle
    read("written meanwhile", 0)
    qtbot.waitUntil(lambda: tasks.idle)
    assert answers == ["written meanwhile"]


def test_steps_are_done_one_a_turn_and_later_ones_replace_what_is_left(qtbot: QtBot, tasks: Tasks) -> None:
    owner = QObject()
    done: list[str] = []
    later = [lambda: done.append("b1"), lambda: done.append("b2")]
    tasks.in_turns(owner, [lambda: done.append("a1"), lambda: tasks.in_turns(owner, later), lambda: done.append("a3")])
    assert not tasks.idle and done == []
    qtbot.waitUntil(lambda: tasks.idle)
    assert done == ["a1", "b1", "b2"]


def test_steps_can_be_done_at_once(qtbot: QtBot, tasks: Tasks) -> None:
    owner = QObject()
    done: list[str] = []
    tasks.in_turns(owner, [lambda: done.append("a"), lambda: done.append("b")])
    tasks.finish_turns(owner)
    assert done == ["a", "b"]
    qtbot.waitUntil(lambda: tasks.idle)
    tasks.finish_turns(owner)
    assert done == ["a", "b"]


def test_a_key_comes_between_two_steps(qtbot: QtBot, tasks: Tasks) -> None:
    done: list[str] = []

    class Line(QLineEdit):
        def keyPressEvent(self, event: QKeyEvent) -> None:
            done.append("key")

    line = Line()
    qtbot.addWidget(line)
    press = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier, "a")
    tasks.in_turns(line, [lambda: QCoreApplication.postEvent(line, press), lambda: done.append("step")])
    qtbot.waitUntil(lambda: tasks.idle)
    assert done == ["key", "step"]


def test_no_step_is_done_for_a_deleted_owner(qtbot: QtBot, tasks: Tasks) -> None:
    owner = QObject()
    done: list[str] = []
    tasks.in_turns(owner, [lambda: shiboken6.delete(owner), lambda: done.append("late")])
    qtbot.waitUntil(lambda: tasks.idle)
    assert done == []


def test_nothing_is_told_to_a_deleted_owner(qtbot: QtBot, tasks: Tasks) -> None:
    answers: list[int] = []
    owner = QObject()
    tasks.read(lambda c: c.exec_driver_sql("SELECT 1").scalar(), answers.append, owner=owner)
    shiboken6.delete(owner)
    qtbot.waitUntil(lambda: tasks.idle)
    assert answers == []


def test_a_profile_that_cannot_be_made_is_refused_in_a_sentence(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    tasks = Tasks()
    with qtbot.waitSignal(tasks.refused) as refused:
        tasks.start(lambda: Database.open(Profile.at(tmp_path / "file" / "profile")))
    assert "cannot be written" in refused.args[0].text(lambda _context, text: text)
    tasks.close()


def test_what_is_closed_before_its_opening_was_told_is_not_told_as_open(qtbot: QtBot, gui_profile: Profile) -> None:
    tasks = Tasks()
    told: list[str] = []
    for name in ("opened", "refused", "crashed"):
        getattr(tasks, name).connect(lambda *_given, name=name: told.append(name))
    tasks.start(lambda: Database.open(gui_profile))
    tasks.close()  # waits for the opening, of which the event loop has not heard yet
    tasks.start(lambda: Database.open(gui_profile))
    qtbot.waitUntil(lambda: bool(told))
    answers: list[int] = []
    tasks.read(lambda c: c.exec_driver_sql("SELECT 1").scalar(), answers.append)
    qtbot.waitUntil(lambda: tasks.idle)
    assert (told, answers) == (["opened"], [1])
    tasks.close()


def test_what_is_being_opened_is_not_opened_twice(qtbot: QtBot, gui_profile: Profile) -> None:
    """“Try again” clicked again and again while another program holds the file; a typed key beside the keyring's."""
    tasks = Tasks()
    opened, told, free = list[Database](), list[bool](), threading.Event()
    tasks.opened.connect(lambda: told.append(True))

    def opener() -> Database:
        assert free.wait(180)
        opened.append(Database.open(gui_profile))
        return opened[-1]

    for _ in range(3):
        tasks.start(opener)
    free.set()
    qtbot.waitUntil(lambda: bool(told))
    tasks.start(opener)
    answers: list[int] = []
    tasks.read(lambda c: c.exec_driver_sql("SELECT 1").scalar(), answers.append)
    qtbot.waitUntil(lambda: tasks.idle)
    assert (len(opened), told, answers) == (1, [True], [1])
    tasks.close()


def test_what_a_task_holds_of_the_window_is_let_go_by_the_main_thread(
    qtbot: QtBot, tasks: Tasks, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The main thread may have dealt with a result, and with whoever wanted it, before the other one goes on."""
    told, over, went = tasks._finished, threading.Event(), list[threading.Thread]()

    class HeldBack:
        def emit(self, *given: object) -> None:
            told.emit(*given)
            over.wait(180)

    monkeypatch.setattr(tasks, "_finished", HeldBack())
    owner = QObject()
    owner.destroyed.connect(lambda: went.append(threading.current_thread()), Qt.ConnectionType.DirectConnection)
    tasks.run(lambda _task: None, lambda _none: None, owner=owner)
    del owner
    qtbot.waitUntil(lambda: tasks.idle)
    over.set()
    qtbot.waitUntil(lambda: bool(went))
    assert went == [threading.main_thread()]
