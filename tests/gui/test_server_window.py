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
from tn_desktop.gui.single_instance import SingleInstance
from tn_desktop.gui.widgets.empty import EmptyPage
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
    with qtbot.waitSignal(program.tasks.refused, timeout=30_000):
        program.show()
    page = window.ui.stack.currentWidget()
    assert isinstance(page, EmptyPage) and page.button.hasFocus()
    assert "tn_window_missing" in page.label.text() and "secret" not in page.label.text()
    with psycopg.connect(server.address.replace("+psycopg", ""), autocommit=True) as connection:
        connection.execute("CREATE DATABASE tn_window_missing TEMPLATE template0")
    with qtbot.waitSignal(window.first_data, timeout=60_000):
        qtbot.mouseClick(page.button, Qt.MouseButton.LeftButton)
    assert window.host.current == "today"
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
