"""A notebook on a stick through the window: made, pulled out, plugged in again, opened from the first page."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from tests.gui.keys import type_text
from tn_desktop.app import Application, Options
from tn_desktop.gui import demo_notebook
from tn_desktop.gui.dialogs.first_run import FirstRun
from tn_desktop.gui.dialogs.keyboard import KeyboardDialog
from tn_desktop.gui.dialogs.portable import PortableDialog
from tn_desktop.gui.dialogs.protect import RecoveryDialog
from tn_desktop.gui.widgets.empty import EmptyPage
from tn_desktop.gui.widgets.unlock_page import UnlockPage
from tn_desktop.services import owner, portable, records, secrecy
from tn_desktop.services.owner import Owner
from tn_desktop.store import keys
from tn_desktop.store.database import Database
from tn_desktop.store.profile import Profile

PASSPHRASE = "kirmizi semsiye 7"
Start = Callable[[Profile], Application]


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Guesses cost less here."""
    monkeypatch.setattr(keys, "_COST", {"n": 2**10, "r": 8, "p": 1})


@pytest.fixture
def start(qtbot: QtBot, qapp: QApplication) -> Iterator[Start]:
    """Start the program over a profile."""
    running: list[Application] = []

    def begin(profile: Profile) -> Application:
        program = Application(qapp, profile, Options(profile.directory, "en"))
        running.append(program)
        program.show()
        return program

    yield begin
    for program in running:
        program.window.close()
        program.close()
        program.end_logs()
        program.window.deleteLater()


@pytest.fixture
def stick(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A stick that whoever is asked for a folder chooses."""
    folder = tmp_path / "stick"
    folder.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_given: str(folder))
    return folder


def owned(profile: Profile) -> Profile:
    with Database.open(profile) as db, db.write("owner") as uow:
        owner.settle(uow, Owner("Can Ak"))
    return profile


def test_a_copy_is_made_by_keys_and_its_recovery_key_shown(
    qtbot: QtBot, start: Start, gui_profile: Profile, stick: Path
) -> None:
    program = start(owned(gui_profile))
    with qtbot.waitSignal(program.window.first_data):
        pass
    dialog = PortableDialog(program.context, program.window)
    dialog.show()
    dialog.make.click()
    assert "stick" in dialog.refusal.text()
    dialog.choose.click()
    type_text(dialog.passphrase, PASSPHRASE)
    type_text(dialog.again, PASSPHRASE + "x")
    dialog.make.click()
    assert "not the same" in dialog.refusal.text() and list(stick.iterdir()) == []
    dialog.again.setText(PASSPHRASE)
    dialog.make.click()
    qtbot.waitUntil(lambda: dialog.made is not None)
    shown = next(iter(dialog.findChildren(RecoveryDialog)))
    assert len(shown.ui.key.text().split("-")) == 8
    shown.ui.kept.click()
    shown.ui.close.click()
    opened = secrecy.unlock(portable.place_in(stick), PASSPHRASE)
    with Database.open(opened) as db, db.read() as connection:
        assert owner.owner(connection).name == "Can Ak"
    dialog.reject()


def test_a_stick_that_is_pulled_out_locks_and_comes_back_with_all_that_was_saved(
    qtbot: QtBot, start: Start, stick: Path, tmp_path: Path
) -> None:
    made, _recovery = portable.make_new(stick, PASSPHRASE)
    program = start(replace(owned(made), key=None))
    window = program.window

    def unlock() -> None:
        qtbot.waitUntil(lambda: isinstance(window.ui.stack.currentWidget(), UnlockPage))
        page = window.ui.stack.currentWidget()
        assert isinstance(page, UnlockPage) and page.ui.remember.isHidden(), "no keyring on a shared laptop"
        type_text(page.ui.passphrase, PASSPHRASE)
        with qtbot.waitSignal(window.first_data):
            qtbot.keyClick(page.ui.passphrase, Qt.Key.Key_Return)

    unlock()
    who = next(one for one in window.findChildren(KeyboardDialog) if one.isVisible())
    qtbot.waitUntil(lambda: who.people.count() == 1)
    assert program.tasks.database is not None and program.tasks.database.marker is None
    type_text(who.name, "Isil Celik")
    with qtbot.waitSignal(who.chosen):
        qtbot.keyClick(who.name, Qt.Key.Key_Return)
    assert program.tasks.database.marker is not None and "Isil Celik" in window.ui.status.marker.text()
    done: list[object] = []
    program.tasks.write("Add", lambda uow: records.add(uow, "people", {"given_name": "Zeynep"}), done.append)
    qtbot.waitUntil(lambda: bool(done) and program.tasks.idle)
    stick.rename(tmp_path / "pulled")
    window.safety.stick.look()
    page = window.ui.stack.currentWidget()
    assert isinstance(page, EmptyPage) and "pulled out" in page.label.text()
    assert program.tasks.database is None and not stick.exists()
    (tmp_path / "pulled").rename(stick)
    window.safety.stick.look()
    unlock()
    assert program.tasks.database is not None
    with program.tasks.database.read() as connection:
        given = [row["given_name"] for row in records.listing(connection, "people")[1]]
    assert sorted(given) == ["Can", "Isil", "Zeynep"]


def test_from_the_first_page_the_stick_is_opened_and_the_laptop_left_as_it_was(
    qtbot: QtBot, start: Start, stick: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Profile] = []

    def open_window(place: Profile) -> bool:
        opened.append(place)
        return True

    monkeypatch.setattr(demo_notebook, "open_window", open_window)
    laptop = Profile.at(tmp_path / "laptop")
    program = start(laptop)
    window = program.window
    qtbot.waitUntil(lambda: any(one.isVisible() for one in window.findChildren(FirstRun)))
    page = next(one for one in window.findChildren(FirstRun) if one.isVisible())
    page.ui.stick.click()
    assert "no notebook" in window.ui.messages.label.text() and window.isVisible() and opened == []
    portable.make_new(stick, PASSPHRASE)
    window.ask_owner()
    page = next(one for one in window.findChildren(FirstRun) if one.isVisible())
    page.ui.stick.click()
    assert [place.directory for place in opened] == [stick / portable.FOLDER]
    assert not window.isVisible()
    program.close()
    assert not laptop.directory.exists(), list(laptop.directory.rglob("*"))
