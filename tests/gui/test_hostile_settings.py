"""The window's state lies beside the data and is not encrypted, choices in the data come with any backup: whatever
stands in them, every page opens."""

from typing import Any

import pytest
from PySide6.QtCore import QByteArray, QSettings
from pytestqt.qtbot import QtBot

from tests.gui.pane_helpers import opened_window
from tn_desktop.gui import openers
from tn_desktop.gui.context import Context
from tn_desktop.gui.places import PANES

NONSENSE = ["viele", "-1", "../../etc", "\\\\server\\share", ["a", "b"], QByteArray(b"\0\xff"), "9" * 400, "{]"]


class Nonsense(QSettings):
    """Says the same whatever it is asked."""

    said: Any = ""

    def value(self, key: str, default: Any = None, kind: Any = None) -> Any:  # type: ignore[override]
        del key, default
        return bool(self.said) if kind is bool else self.said


@pytest.mark.some(1)
@pytest.mark.parametrize("said", NONSENSE, ids=lambda one: str(one)[:12])
def test_every_pane_and_the_dialogs_open_over_nonsense(
    qtbot: QtBot, context: Context, said: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = Nonsense(context.settings.fileName(), QSettings.Format.IniFormat)
    settings.said = said
    monkeypatch.setattr(context, "settings", settings)
    monkeypatch.setattr(context.choices, "value", lambda _key, _default=None: said)
    crashes: list[Any] = []
    context.tasks.crashed.connect(crashes.append)
    with opened_window(qtbot, context) as window:
        for name in PANES:
            window.host.show(name)
            qtbot.waitUntil(lambda: context.tasks.idle)
        openers.open_settings(window)
        openers.open_export(context, None, window)
        window.safety.open_backups()
        qtbot.waitUntil(lambda: context.tasks.idle)
        window.host.remember()
    assert crashes == []
