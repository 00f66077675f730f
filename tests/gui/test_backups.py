"""Backups through the real window: made by themselves, looked at, gone back to."""

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tn_desktop.gui.backup_keeper import SECOND_PLACE
from tn_desktop.gui.context import Context
from tn_desktop.gui.dialogs.backups import BackupsDialog
from tn_desktop.gui.language import LanguageSwitch
from tn_desktop.gui.main_window import MainWindow
from tn_desktop.services import backups, records
from tn_desktop.store.database import Database
from tn_desktop.store.profile import Profile

Store = Callable[..., int]


@pytest.fixture
def window(qtbot: QtBot, context: Context, gui_profile: Profile) -> MainWindow:
    """The window in English, whose data are opened again when that is wanted, as app.py does it."""
    languages = LanguageSwitch()
    languages.use("en")
    context.now = datetime.now
    window = MainWindow(context, languages)
    window.retry_wanted.connect(lambda: context.tasks.start(lambda: Database.open(gui_profile)))
    qtbot.addWidget(window)
    window.resize(1366, 740)
    with qtbot.waitExposed(window):
        window.show()
    context.tasks.opened.emit()
    qtbot.waitUntil(lambda: context.tasks.idle and window.host.current == "today")
    return window


def names(context: Context) -> list[str]:
    assert context.tasks.database is not None
    with context.tasks.database.read() as connection:
        return [row["given_name"] for row in records.listing(connection, "people")[1]]


def opened(qtbot: QtBot, window: MainWindow) -> BackupsDialog:
    window.safety.open_backups()
    dialog = window.findChildren(BackupsDialog)[-1]
    qtbot.waitUntil(lambda: window.context.tasks.idle)
    return dialog


def backed_up(qtbot: QtBot, window: MainWindow) -> Path:
    """A backup of what is there now."""
    before = {backup.file for backup in listed(window.context)}
    with qtbot.waitSignal(window.safety.keeper.made):
        window.safety.keeper.look(anyhow=True)
    (made,) = {backup.file for backup in listed(window.context)} - before
    return made


def listed(context: Context) -> list[backups.Backup]:
    assert context.tasks.database is not None
    return backups.backups_in(context.tasks.database.profile.backups)


def test_a_look_makes_a_backup_only_when_one_is_due(
    qtbot: QtBot, context: Context, window: MainWindow, store: Store
) -> None:
    keeper = window.safety.keeper
    with qtbot.waitSignal(keeper.made):
        keeper.look()
    assert listed(context) == []
    store("people", given_name="Ayşe")
    for _time in range(2):
        with qtbot.waitSignal(keeper.made):
            keeper.look()
    assert len(listed(context)) == 1


def test_the_dialog_says_what_a_backup_holds(qtbot: QtBot, context: Context, window: MainWindow, store: Store) -> None:
    store("people", given_name="Ayşe")
    store("people", given_name="Ali")
    backed_up(qtbot, window)
    dialog = opened(qtbot, window)
    assert dialog.model.rowCount() == 1
    qtbot.waitUntil(lambda: "People: 2" in dialog.ui.contents.text())
    assert dialog.ui.goBack.isEnabled() and not dialog.ui.sure.isVisible()
    dialog.accept()


def test_going_back_replaces_the_data_and_keeps_the_former_ones(
    qtbot: QtBot, context: Context, window: MainWindow, store: Store
) -> None:
    store("people", given_name="Ayşe")
    made = backed_up(qtbot, window)
    store("people", given_name="Ali")
    window.go("people")
    dialog = opened(qtbot, window)
    qtbot.waitUntil(lambda: dialog.ui.goBack.isEnabled())
    dialog.ui.goBack.click()
    assert dialog.ui.sure.isVisible() and made.name in dialog.ui.sureText.text()
    assert names(context) == ["Ali", "Ayşe"], "nothing is replaced before it was said what would be"
    with qtbot.waitSignal(window.opened):
        dialog.ui.restore.click()
    qtbot.waitUntil(lambda: context.tasks.idle and window.host.current == "today")
    assert names(context) == ["Ayşe"]
    assert context.tasks.database is not None
    (former,) = context.tasks.database.profile.backups.glob("before-restore-*.db")
    assert window.ui.messages.isVisible() and former.name in window.ui.messages.label.text()
    store("people", given_name="Zeynep")
    window.undo.undo()
    qtbot.waitUntil(lambda: context.tasks.idle)
    assert names(context) == ["Ayşe"]


def test_the_backup_that_is_marked_is_the_one_that_is_gone_back_to(
    qtbot: QtBot, context: Context, window: MainWindow, store: Store
) -> None:
    """A new one stands above the one that was chosen."""
    store("people", given_name="Ayşe")
    former = backed_up(qtbot, window)
    store("people", given_name="Ali")
    dialog = opened(qtbot, window)
    qtbot.waitUntil(lambda: dialog.ui.goBack.isEnabled())
    context.now = lambda: datetime.now() + timedelta(minutes=5)  # noqa: DTZ005 - the program's own clock is local
    with qtbot.waitSignal(window.safety.keeper.made):
        dialog.ui.backUp.click()
    qtbot.waitUntil(lambda: context.tasks.idle and dialog.model.rowCount() == 2 and dialog.ui.goBack.isEnabled())
    marked = dialog.model.rows[dialog.ui.backups.currentIndex().row()].file
    assert marked == former and former.name in dialog.ui.contents.text()
    dialog.ui.backups.setCurrentIndex(dialog.model.index(0, 0))
    qtbot.waitUntil(lambda: "People: 2" in dialog.ui.contents.text() and dialog.ui.goBack.isEnabled())
    with qtbot.waitSignal(window.opened):
        dialog.ui.goBack.click()
        dialog.ui.restore.click()
    qtbot.waitUntil(lambda: context.tasks.idle and window.host.current == "today")
    assert names(context) == ["Ali", "Ayşe"]


def test_a_damaged_file_changes_nothing(
    qtbot: QtBot, context: Context, window: MainWindow, store: Store, tmp_path: Path
) -> None:
    store("people", given_name="Ayşe")
    file = tmp_path / "tn-desktop-20260101-101010.db"
    file.write_bytes(b"nothing of ours" * 100)
    with qtbot.waitSignal(window.opened):
        window.safety.restore(file)
    qtbot.waitUntil(lambda: context.tasks.idle and window.host.current == "today")
    assert names(context) == ["Ayşe"]
    assert "damaged" in window.ui.messages.label.text()


def test_the_second_place_gets_a_copy_and_its_absence_is_told(
    qtbot: QtBot, context: Context, window: MainWindow, store: Store, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    store("people", given_name="Ayşe")
    dialog = opened(qtbot, window)
    context.choices.put(SECOND_PLACE, str(stick))
    with qtbot.waitSignal(window.safety.keeper.made):
        qtbot.mouseClick(dialog.ui.backUp, Qt.MouseButton.LeftButton)
    assert "stick" in dialog.ui.refusal.text() and len(listed(context)) == 1
    stick.mkdir()
    with qtbot.waitSignal(window.safety.keeper.made):
        dialog._use_place(str(stick))
    assert not dialog.ui.refusal.isVisible()
    assert len(backups.backups_in(stick / backups.FOLDER)) == 1
    qtbot.waitUntil(lambda: context.tasks.idle)
    dialog.accept()
