"""A running middle of the program for tests of the window: tasks over a fresh database, and what panes are given."""

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from tests.languages import no_language_stays
from tests.robot import qtbot
from tn_desktop.gui.collector import MainThreadCollector
from tn_desktop.gui.context import Context, Navigator
from tn_desktop.gui.tasks import Tasks
from tn_desktop.store.database import Database
from tn_desktop.store.profile import Profile

__all__ = ["no_language_stays", "qtbot"]

NOW = datetime(2026, 3, 14, 12, 40)  # noqa: DTZ001 - the program's own clock is local


@pytest.fixture
def gui_profile(tmp_path: Path, new_profile: Callable[[Path], Profile]) -> Profile:
    """A profile with an empty database."""
    return new_profile(tmp_path / "profile")


@pytest.fixture
def context(qtbot: QtBot, gui_profile: Profile) -> Iterator[Context]:
    """The parts a pane is given, over an open, empty database; a test in which a task crashes fails."""
    tasks = Tasks()
    crashes: list[Any] = []
    tasks.crashed.connect(crashes.append)
    with qtbot.waitSignal(tasks.opened):
        tasks.start(lambda: Database.open(gui_profile))
    collector = MainThreadCollector()
    collector.start()
    settings = QSettings(str(gui_profile.window_state), QSettings.Format.IniFormat)
    yield Context(tasks, settings, Navigator(), "en", lambda: NOW)
    tasks.close()
    collector.stop()
    assert crashes == []


@pytest.fixture
def store(context: Context) -> Callable[..., int]:
    """Write a row by services/records from the test itself and return its id; the window is told as of any write."""
    from tn_desktop.services import records

    def add(entity: str, **values: Any) -> int:
        assert context.tasks.database is not None
        with context.tasks.database.write("Add") as uow:
            changes = records.add(uow, entity, values)
        context.tasks.changed.emit(changes, None)
        assert changes.subject is not None
        return changes.subject

    return add
