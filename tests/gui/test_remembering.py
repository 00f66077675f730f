"""“Remember on this computer” through the real window, over a keyring in memory, and where there is none."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import keyring.backends.fail
import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.gui.keychain import MemoryKeyring, using
from tests.gui.keys import type_text
from tn_desktop.app import Application, Options
from tn_desktop.gui.dialogs.send import SendDialog
from tn_desktop.gui.dialogs.settings import SettingsDialog
from tn_desktop.gui.remembering import NOTEBOOK, WORKBOOKS
from tn_desktop.gui.widgets.unlock_page import UnlockPage
from tn_desktop.services import owner, secrecy
from tn_desktop.services.owner import Owner
from tn_desktop.store import keys
from tn_desktop.store.database import Database
from tn_desktop.store.profile import Profile

PASSPHRASE = "kirmizi semsiye 7"
Start = Callable[[Profile], Application]


@pytest.fixture
def locked(gui_profile: Profile, monkeypatch: pytest.MonkeyPatch) -> Profile:
    """An encrypted notebook of a known owner, as the program meets it at its start."""
    monkeypatch.setattr(keys, "_COST", {"n": 2**10, "r": 8, "p": 1})
    with Database.open(gui_profile) as db, db.write("owner") as uow:
        owner.settle(uow, Owner("Can Ak"))
    return replace(secrecy.protect(gui_profile, PASSPHRASE)[0], key=None)


@pytest.fixture
def start(qtbot: QtBot, qapp: QApplication) -> Iterator[Start]:
    """Start the program over a profile; the one before has ended."""
    running: list[Application] = []

    def end() -> None:
        while running:
            program = running.pop()
            program.window.close()
            program.close()
            program.end_logs()
            program.window.deleteLater()

    def begin(profile: Profile) -> Application:
        end()
        program = Application(qapp, profile, Options(profile.directory, "en"))
        running.append(program)
        program.show()
        return program

    yield begin
    end()


def page_of(qtbot: QtBot, program: Application) -> UnlockPage:
    stack = program.window.ui.stack
    qtbot.waitUntil(lambda: isinstance(stack.currentWidget(), UnlockPage))
    page = stack.currentWidget()
    assert isinstance(page, UnlockPage)
    return page


def unlock(qtbot: QtBot, program: Application, *, remember: bool) -> None:
    page = page_of(qtbot, program)
    assert not page.ui.remember.isChecked(), "off unless she ticks it"
    page.ui.remember.setChecked(remember)
    type_text(page.ui.passphrase, PASSPHRASE)
    with qtbot.waitSignal(program.window.first_data):
        qtbot.keyClick(page.ui.passphrase, Qt.Key.Key_Return)


def test_a_ticked_notebook_opens_by_itself_until_it_is_forgotten(qtbot: QtBot, start: Start, locked: Profile) -> None:
    backend = MemoryKeyring()
    with using(backend):
        unlock(qtbot, start(locked), remember=False)
        assert backend.held == {}
        unlock(qtbot, start(locked), remember=True)
        qtbot.waitUntil(lambda: len(backend.held) == 1)
        program = start(locked)
        with qtbot.waitSignal(program.window.first_data):
            pass
        program.window.safety.lock()
        page = page_of(qtbot, program)
        assert not page.ui.refusal.isVisible(), "after a lock the keyring is not asked"
        unlock(qtbot, program, remember=False)
        qtbot.waitUntil(lambda: program.tasks.idle)
        dialog = SettingsDialog(program.context, program.window)
        dialog.forget_wanted.connect(program.window.safety.forget_passphrase)
        assert not dialog.ui.forget.isHidden()
        dialog.ui.forget.click()
        qtbot.waitUntil(lambda: backend.held == {} and program.window.ui.messages.isVisible())
        assert "not remember" in program.window.ui.messages.label.text()
        page_of(qtbot, start(locked))


def test_without_a_keyring_one_sentence_says_so_and_all_else_works(qtbot: QtBot, start: Start, locked: Profile) -> None:
    with using(keyring.backends.fail.Keyring()):
        program = start(locked)
        unlock(qtbot, program, remember=True)
        qtbot.waitUntil(program.window.ui.messages.isVisible)
        assert "keyring cannot be used" in program.window.ui.messages.label.text()
        unlock(qtbot, start(locked), remember=False)


def test_a_keyring_that_is_gone_asks_for_the_passphrase(qtbot: QtBot, start: Start, locked: Profile) -> None:
    QSettings(str(locked.window_state), QSettings.Format.IniFormat).setValue(NOTEBOOK, True)
    with using(keyring.backends.fail.Keyring()):
        program = start(locked)
        page = page_of(qtbot, program)
        qtbot.waitUntil(lambda: "cannot be used" in page.ui.refusal.text())
        unlock(qtbot, program, remember=False)


def test_the_passphrase_of_workbooks_is_filled_in_where_it_was_ticked(
    qtbot: QtBot, start: Start, gui_profile: Profile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Database.open(gui_profile) as db, db.write("owner") as uow:
        owner.settle(uow, Owner("Can Ak"))
    backend = MemoryKeyring()
    with using(backend):
        program = start(gui_profile)
        with qtbot.waitSignal(program.window.first_data):
            pass
        send(qtbot, program, "ortak parola", ticked=True, folder=tmp_path, patch=monkeypatch)
        qtbot.waitUntil(lambda: len(backend.held) == 1)
        qtbot.waitUntil(lambda: program.context.choices.value(WORKBOOKS, False) is True)
        send(qtbot, program, "", ticked=False, folder=tmp_path, patch=monkeypatch)
        qtbot.waitUntil(lambda: backend.held == {})
        qtbot.waitUntil(lambda: program.context.choices.value(WORKBOOKS, False) is False)


def send(
    qtbot: QtBot, program: Application, typed: str, *, ticked: bool, folder: Path, patch: pytest.MonkeyPatch
) -> None:
    """Write a workbook under what is typed, or under what is filled in where nothing is."""
    dialog = SendDialog(program.context, program.window)
    patch.setattr(dialog, "_ask_path", lambda: folder / "TN.xlsx")
    dialog.show()
    if typed:
        type_text(dialog.ui.passphrase, typed)
    else:
        qtbot.waitUntil(lambda: dialog.ui.passphrase.text() == "ortak parola")
        assert dialog.ui.remember.isChecked()
    dialog.ui.remember.setChecked(ticked)
    dialog.ui.send.click()
    qtbot.waitUntil(lambda: dialog.sent is not None)
    dialog.reject()
