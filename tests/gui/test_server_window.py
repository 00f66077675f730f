"""The window over a PostgreSQL server: away, back again, and two windows for two databases."""

from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.databases import Server
from tn_desktop.app import Application, Options
from tn_desktop.gui.dialogs.settings import SettingsDialog
from tn_desktop.gui.single_instance import SingleInstance
from tn_desktop.gui.tasks import Tasks
from tn_desktop.gui.watcher import Watcher
from tn_desktop.gui.widgets.empty import EmptyPage
from tn_desktop.model.changes import Changes
from tn_desktop.model.errors import AppError
from tn_desktop.services import records
from tn_desktop.store.database import Database
from tn_desktop.store.places import profile_of


@pytest.fixture
def missing(server: Server) -> Iterator[str]:
    """The address of a database that is not there; it may be made."""
    name = "tn_window_missing"
    address = server.at(name)
    with psycopg.connect(server.address.replace("+psycopg", ""), autocommit=True) as connection:
        connection.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
        yield address
        connection.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")


def test_a_database_that_cannot_be_opened_is_told_and_tried_again(
    qtbot: QtBot, qapp: QApplication, server: Server, missing: str, tmp_path: Path
) -> None:
    profile = profile_of(tmp_path / "profile", missing)
    program = Application(qapp, profile, Options(profile.directory, "tr", database=missing))
    window = program.window
    with qtbot.waitSignal(program.tasks.refused):
        program.show()
    page = window.ui.stack.currentWidget()
    assert isinstance(page, EmptyPage) and page.button.hasFocus()
    assert "tn_window_missing" in page.label.text() and "secret" not in page.label.text()
    with psycopg.connect(server.address.replace("+psycopg", ""), autocommit=True) as connection:
        connection.execute("CREATE DATABASE tn_window_missing TEMPLATE template0")
    with qtbot.waitSignal(window.first_data):
        qtbot.mouseClick(page.button, Qt.MouseButton.LeftButton)
    assert window.host.current == "today"
    window.safety.open_backups()
    assert "server" in window.ui.messages.label.text() or "sunucu" in window.ui.messages.label.text()
    dialog = SettingsDialog(program.context, window)
    assert dialog.ui.folder.text().endswith("/tn_window_missing") and "secret" not in dialog.ui.folder.text()
    dialog.accept()
    window.close()
    program.close()
    shiboken6.delete(window)
    program.end_logs()


def test_the_profiles_own_data_and_the_servers_have_a_window_each(qapp: QApplication, tmp_path: Path) -> None:
    own = profile_of(tmp_path, None)
    office = profile_of(tmp_path, "postgresql+psycopg://tn:secret@office/tn")
    again = profile_of(tmp_path, "postgresql://other:password@office/tn")
    assert own.window_lock != office.window_lock == again.window_lock
    first, second, third = (SingleInstance(profile.window_lock) for profile in (own, office, again))
    assert first.is_first() and second.is_first() and not third.is_first()
    first.close()
    second.close()


def test_a_server_that_goes_away_is_told_of_once_and_what_others_wrote_is_seen_later(
    qtbot: QtBot, server: Server, tmp_path: Path
) -> None:
    tasks = Tasks()
    told: list[AppError] = []
    seen: list[Changes] = []
    tasks.failed.connect(told.append)
    with server.database() as address:
        with qtbot.waitSignal(tasks.opened):
            tasks.start(lambda: Database.open(profile_of(tmp_path / "window", address)))
        watcher = Watcher(tasks)

        def look() -> None:
            watcher.look()
            qtbot.waitUntil(lambda: tasks.idle)

        with psycopg.connect(server.address.replace("+psycopg", ""), autocommit=True) as connection:
            name = address.rpartition("/")[2]
            look()
            connection.execute(f"ALTER DATABASE {name} ALLOW_CONNECTIONS false")
            connection.execute(f"SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = '{name}'")
            look()
            look()
            assert len(told) == 1
            connection.execute(f"ALTER DATABASE {name} ALLOW_CONNECTIONS true")
        with Database.open(profile_of(tmp_path / "other", address)) as other, other.write("add") as uow:
            records.add(uow, "people", {"given_name": "Ayşe"})
        tasks.changed.connect(lambda changes, _owner: seen.append(changes))
        look()
        assert [list(changes.changed) for changes in seen] == [["person"]] and len(told) == 1
        watcher.stop()
        tasks.close()
