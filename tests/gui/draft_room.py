"""A window whose forms keep drafts, and what it has kept."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from tests.gui.pane_helpers import opened_window
from tn_desktop.gui.context import Context
from tn_desktop.gui.main_window import MainWindow
from tn_desktop.services import drafts
from tn_desktop.services.drafts import Draft


@pytest.fixture
def window(qtbot: QtBot, context: Context) -> Iterator[MainWindow]:
    """The window over an open, empty database."""
    with opened_window(qtbot, context) as window:
        qtbot.waitUntil(lambda: window.safety.drafts._running)
        yield window


def kept(context: Context) -> list[Draft]:
    """The drafts that are kept."""
    assert context.tasks.database is not None
    with context.tasks.database.read() as connection:
        return drafts.drafts(connection)
