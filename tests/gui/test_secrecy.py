"""The passphrase through the real window: given, asked for, forgotten, changed; and the lock."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from tests.gui.keys import type_text
from tn_desktop.gui.context import RECIPIENT, TYPED, Context
from tn_desktop.gui.dialogs.backups import BackupsDialog
from tn_desktop.gui.dialogs.protect import ProtectDialog, RecoveryDialog
from tn_desktop.gui.language import LanguageSwitch
from tn_desktop.gui.locking import IDLE_MINUTES, USUAL_MINUTES, minutes_of
from tn_desktop.gui.main_window import MainWindow
from tn_desktop.gui.widgets.unlock_page import UnlockPage
from tn_desktop.services import records, safety, secrecy
from tn_desktop.store import keys
from tn_desktop.store.database import Database
from tn_desktop.store.profile import Profile

Store = Callable[..., int]
PASSPHRASE = "kırmızı şemsiye 7"


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Guesses cost less here."""
    monkeypatch.setattr(keys, "_COST", {"n": 2**10, "r": 8, "p": 1})


class Program:
    """The window with what app.py does about its profile."""

    def __init__(self, qtbot: QtBot, context: Context, profile: Profile) -> None:
        self.qtbot, self.context, self.profile = qtbot, context, profile
        languages = LanguageSwitch()
        languages.use("en")
        context.now = datetime.now
        self.window = MainWindow(context, languages)
        self.window.safety.profile_changed.connect(lambda changed: setattr(self, "profile", changed))
        self.window.retry_wanted.connect(lambda: context.tasks.start(lambda: Database.open(self.profile)))
        qtbot.addWidget(self.window)
        self.window.resize(1366, 740)
        with qtbot.waitExposed(self.window):
            self.window.show()
        self.window.activateWindow()
        context.tasks.opened.emit()
        self.settle()

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: self.context.tasks.idle and self.window.host.current == "today")

    def dialog(self, kind: type[QDialog]) -> QDialog:
        self.qtbot.waitUntil(lambda: any(one.isVisible() for one in self.window.findChildren(kind)))
        return next(one for one in self.window.findChildren(kind) if one.isVisible())

    def protect(self) -> str:
        """Give the passphrase by keys; returns the recovery key."""
        self.window.safety.ask_passphrase()
        dialog = self.dialog(ProtectDialog)
        assert isinstance(dialog, ProtectDialog)
        type_text(dialog.ui.passphrase, PASSPHRASE)
        type_text(dialog.ui.again, PASSPHRASE)
        with self.qtbot.waitSignal(self.window.opened):
            dialog.ui.protect.click()
        shown = self.dialog(RecoveryDialog)
        assert isinstance(shown, RecoveryDialog)
        recovery = shown.ui.key.text()
        self.qtbot.keyClick(shown, Qt.Key.Key_Escape)
        assert shown.isVisible(), "it is shown never again, so it does not go away by accident"
        shown.ui.kept.click()
        shown.ui.close.click()
        self.settle()
        return recovery

    def page(self) -> UnlockPage:
        page = self.window.ui.stack.currentWidget()
        assert isinstance(page, UnlockPage)
        return page

    def names(self) -> list[str]:
        assert self.context.tasks.database is not None
        with self.context.tasks.database.read() as connection:
            return [row["given_name"] for row in records.listing(connection, "people")[1]]


@pytest.fixture
def program(qtbot: QtBot, context: Context, gui_profile: Profile) -> Program:
    return Program(qtbot, context, gui_profile)


def test_a_notebook_gets_its_passphrase_and_goes_on(program: Program, store: Store) -> None:
    store("people", given_name="Zübeyde")
    program.protect()
    assert program.profile.key is not None and program.names() == ["Zübeyde"]
    store("people", given_name="Ali")
    assert program.names() == ["Ali", "Zübeyde"]
    assert "Zübeyde".encode() not in program.profile.database.read_bytes()


def test_short_or_different_passphrases_are_told_beside_the_field(program: Program) -> None:
    program.window.safety.ask_passphrase()
    dialog = program.dialog(ProtectDialog)
    assert isinstance(dialog, ProtectDialog)
    type_text(dialog.ui.passphrase, "kısa")
    dialog.ui.protect.click()
    assert "short" in dialog.ui.refusal.text() and dialog.isVisible()
    dialog.ui.passphrase.clear()
    type_text(dialog.ui.passphrase, PASSPHRASE)
    type_text(dialog.ui.again, PASSPHRASE + "x")
    dialog.ui.protect.click()
    assert "not the same" in dialog.ui.refusal.text() and dialog.isVisible()
    dialog.reject()
    assert program.profile.key is None


def test_the_lock_hides_everything_and_the_passphrase_brings_it_back(
    qtbot: QtBot, program: Program, store: Store
) -> None:
    store("people", given_name="Zübeyde")
    program.protect()
    program.window.go("people")
    qtbot.waitUntil(lambda: program.context.tasks.idle)
    program.window.safety.open_backups()
    qtbot.waitUntil(lambda: program.context.tasks.idle)
    dialog = program.dialog(BackupsDialog)
    (program.profile.opened / "1").mkdir(parents=True)
    (program.profile.opened / "1" / "plan.pdf").write_bytes(b"open in another program")
    qtbot.keyClick(dialog, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: program.context.tasks.database is None)
    page = program.page()
    assert program.context.tasks.database is None and program.profile.key is None
    assert not program.profile.opened.exists()
    assert program.window.windowTitle() == "TN Desktop"
    assert not [one for one in program.window.findChildren(QDialog) if one.isVisible()]
    assert program.window.ui.status.owner.text() == "" and program.window.ui.status.saved.text() == ""
    for attempt in range(4):
        page.ui.passphrase.clear()
        type_text(page.ui.passphrase, "yanlış parola")
        qtbot.keyClick(page.ui.passphrase, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: page._work is None)
        assert page.ui.open.isEnabled() == (attempt < 3), "the fourth wrong one makes her wait"
    assert "Next try" in page.ui.refusal.text()
    again = UnlockPage(replace(program.profile, key=None))
    qtbot.addWidget(again)
    assert not again.ui.open.isEnabled() and "Next try" in again.ui.refusal.text(), "a restart saves no waiting"
    qtbot.waitUntil(page.ui.open.isEnabled)
    page.ui.passphrase.clear()
    type_text(page.ui.passphrase, PASSPHRASE)
    with qtbot.waitSignal(program.window.opened):
        qtbot.keyClick(page.ui.passphrase, Qt.Key.Key_Return)
    program.settle()
    assert program.names() == ["Zübeyde"]


def test_the_recovery_key_sets_a_new_passphrase(qtbot: QtBot, program: Program, store: Store) -> None:
    store("people", given_name="Zübeyde")
    recovery = program.protect()
    program.window.safety.lock()
    page = program.page()
    page.ui.byRecovery.click()
    type_text(page.ui.fresh, "bambaşka bir parola")
    type_text(page.ui.again, "bambaşka bir parola")
    wrong = recovery[:-1] + ("A" if recovery[-1] != "A" else "B")
    for attempt in range(4):
        page.ui.recovery.clear()
        type_text(page.ui.recovery, wrong)
        page.ui.open.click()
        qtbot.waitUntil(lambda: page._work is None)
        assert page.ui.refusal.text() and page.ui.open.isEnabled() == (attempt < 3), "it is slowed down as well"
    qtbot.waitUntil(page.ui.open.isEnabled)
    page.ui.recovery.clear()
    type_text(page.ui.recovery, recovery.lower().replace("-", " "))
    with qtbot.waitSignal(program.window.opened):
        page.ui.open.click()
    program.settle()
    assert program.names() == ["Zübeyde"]
    program.window.safety.lock()
    page = program.page()
    type_text(page.ui.passphrase, PASSPHRASE)
    qtbot.keyClick(page.ui.passphrase, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page._work is None and bool(page.ui.refusal.text()))
    assert program.context.tasks.database is None, "the former passphrase opens nothing any more"
    page.ui.passphrase.clear()
    type_text(page.ui.passphrase, "bambaşka bir parola")
    with qtbot.waitSignal(program.window.opened):
        qtbot.keyClick(page.ui.passphrase, Qt.Key.Key_Return)
    program.settle()
    unlocked = secrecy.unlock(replace(program.profile, key=None), "bambaşka bir parola")
    assert unlocked.key == program.profile.key


def test_what_was_typed_is_remembered_in_the_notebook_alone(program: Program) -> None:
    """With a passphrase and without: it is encrypted with the data, and never lies beside them in the clear."""
    context = program.context
    for key in TYPED:
        context.choices.put(key, "Zübeyde Hanım")
    program.protect()
    assert all(context.choices.value(key) == "Zübeyde Hanım" for key in TYPED)
    context.choices.put(RECIPIENT, "Zübeyde Öz")
    program.window.host.remember()
    context.settings.setValue("language", "en")
    context.settings.sync()
    assert not any(context.settings.contains(key) for key in TYPED)
    raw = program.profile.window_state.read_bytes()
    assert "Zübeyde".encode() not in raw and rb"Z\xfc" not in raw
    program.window.safety.lock()
    assert not any(context.choices.value(key) for key in TYPED)


def test_an_unused_window_locks_itself_but_not_while_attendance_is_taken(
    qtbot: QtBot, program: Program, store: Store
) -> None:
    workshop = store("workshops", title="Okuma")
    session = store("sessions", workshop=workshop, starts_at="2026-03-14T13:00")
    program.protect()
    idle = program.window.safety.idle
    assert idle._timer.isActive() and idle._timer.interval() == 15 * 60_000
    program.window.open_attendance("open_session", session)
    qtbot.waitUntil(lambda: program.context.tasks.idle)
    idle._timer.timeout.emit()
    assert program.context.tasks.database is not None and idle._timer.isActive()
    program.window.go("today")
    qtbot.waitUntil(lambda: program.context.tasks.idle)
    idle._timer.timeout.emit()
    assert program.context.tasks.database is None
    assert isinstance(program.page(), UnlockPage)
    program.context.choices.put(IDLE_MINUTES, 0)
    idle.start()
    assert not idle._timer.isActive()


@pytest.mark.some(2)
@pytest.mark.parametrize("held", ["viele", "-5", "99999999999999", [1, 2], {"a": 0}, "7"])
def test_nonsense_in_the_settings_keeps_no_notebook_open(program: Program, held: object) -> None:
    program.context.choices.put(IDLE_MINUTES, held)
    assert minutes_of(program.context) == USUAL_MINUTES


def test_without_a_passphrase_there_is_no_lock(program: Program) -> None:
    program.window.safety.lock()
    assert program.context.tasks.database is not None
    assert not program.window.safety.idle._timer.isActive()


def test_the_backups_of_a_protected_notebook_can_be_looked_into(
    qtbot: QtBot, program: Program, store: Store, tmp_path: Path
) -> None:
    store("people", given_name="Zübeyde")
    program.protect()
    with qtbot.waitSignal(program.window.safety.keeper.made):
        program.window.safety.keeper.look(anyhow=True)
    program.window.safety.open_backups()
    dialog = program.dialog(BackupsDialog)
    assert isinstance(dialog, BackupsDialog)
    qtbot.waitUntil(lambda: "People: 1" in dialog.ui.contents.text())
    assert not dialog.ui.foreign.isVisible()
    dialog.accept()


def test_a_backup_of_another_laptop_needs_its_own_passphrase(
    qtbot: QtBot, program: Program, store: Store, tmp_path: Path
) -> None:
    store("people", given_name="Ali")
    other, _recovery = secrecy.protect(Profile.at(tmp_path / "other"), "öteki parola 1")
    with Database.open(other) as database:
        with database.write("add") as uow:
            records.add(uow, "people", {"given_name": "Zübeyde"})
        safety.backup(database, tmp_path / "yedek.db")
    program.window.safety.open_backups()
    dialog = program.dialog(BackupsDialog)
    assert isinstance(dialog, BackupsDialog)
    qtbot.waitUntil(lambda: program.context.tasks.idle)
    dialog._know(tmp_path / "yedek.db")
    qtbot.waitUntil(lambda: dialog.ui.foreign.isVisible())
    type_text(dialog.ui.passphrase, "öteki parola 1")
    dialog.ui.goBack.click()
    with qtbot.waitSignal(program.window.retry_wanted):
        dialog.ui.restore.click()
    assert program.profile.key is None and secrecy.is_protected(program.profile)
