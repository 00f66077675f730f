"""What the window does for the safety of the data: backups, going back to one, the passphrase, the lock."""

import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal
from PySide6.QtWidgets import QDialog, QWidget

from tn_desktop.gui.backup_keeper import BackupKeeper
from tn_desktop.gui.closed_work import ClosedWork
from tn_desktop.gui.context import sentence
from tn_desktop.gui.drafts import Drafts
from tn_desktop.gui.folder_watch import FolderWatch
from tn_desktop.gui.locking import IdleLock
from tn_desktop.gui.remembering import Remembering
from tn_desktop.gui.rescuing import Rescuing
from tn_desktop.gui.stick_watch import StickWatch
from tn_desktop.gui.widgets.empty import EmptyPage
from tn_desktop.gui.widgets.folder_row import kept_sentence
from tn_desktop.model.errors import AppError, Damaged

if TYPE_CHECKING:
    from tn_desktop.gui.main_window import MainWindow
    from tn_desktop.store.profile import Profile


CRASH_AFTER: Final = 1_500
"""Milliseconds after the data are open at which a crash of the last time is told."""


class DataSafety(QObject):
    """Keeps backups, and closes the data for what needs nobody to have them open.

    Attributes:
        window: the window.
        known: the profile that is to be opened, as app.py says.
        remembering: what this computer's keyring keeps.
        rescuing: notices damage and offers what can be done.
        keeper: makes the backups.
        folder: keeps the notebook in step with a shared folder.
        idle: locks the window when it is left alone.
        protected: whether the data have a passphrase.

    Signals:
        profile_changed(object): the profile has another key now, or none.
        reopen_wanted: the data are to be opened again.
    """

    profile_changed = Signal(object)
    reopen_wanted = Signal()

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self.window = window
        self.known: Profile | None = None
        self._page: QWidget | None = None
        self._told: tuple[str, bool] | None = None
        self._recovery = ""
        self._closed: tuple[ClosedWork, threading.Event | None] | None = None
        self._foreign: Profile | None = None
        self.protected = False
        self.keeper = BackupKeeper(window.context, self)
        self.idle = IdleLock(window)
        self.remembering = Remembering(self)
        self.drafts = Drafts(window)
        self.stick = StickWatch(self)
        self.stick.pulled.connect(self._on_pulled)
        self.stick.back.connect(self.reopen_wanted)
        self.rescuing = Rescuing(self)
        self.folder = window.context.folder_watch = FolderWatch(window.context, self)
        self.folder.kept.connect(lambda tool: window.ui.messages.tell(kept_sentence(tool)))

    def start(self) -> None:
        """The data are open."""
        self.keeper.start()
        self.folder.start()
        self.rescuing.start()
        if self.profile is not None and self.profile.portable:
            self.stick.start(self.profile)
        self.drafts.start()
        QTimer.singleShot(CRASH_AFTER, self, self._offer_crash)
        self._leave_page()
        profile = self.profile
        self.protected = profile is not None and profile.key is not None
        if self.protected:
            self.idle.start()
        if self.profile is not None and self.profile.portable:
            self.ask_who()
        self._tell_start()
        if self._recovery:
            recovery, self._recovery = self._recovery, ""
            self._show_recovery(recovery)

    def _tell_start(self) -> None:
        """What was to be said as soon as the data are open."""
        choices, told = self.window.context.choices, self._told
        self._told = None
        if choices.lost:
            choices.lost = False
            text = QCoreApplication.translate(
                "DataSafety",
                "The shared folder and the second place for backups were chosen on another computer or with an older "
                "version. Choose them again: in Send / Receive and in Backups.",
            )
            told = (f"{told[0]} {text}", False) if told is not None else (text, False)
        if told is not None:
            self.window.ui.messages.tell(*told)

    def refused(self, error: AppError) -> None:
        """The data could not be opened: what can be done, or the sentence and another try."""
        if isinstance(error, Damaged) and self.profile is not None and not self.profile.server:
            self.rescuing.offer(error)
            return
        page = EmptyPage(sentence(error), QCoreApplication.translate("MainWindow", "Try again"))
        page.wanted.connect(self.reopen_wanted)
        self.show_page(page)
        page.button.setFocus()

    def failed(self, error: AppError) -> None:
        """Something did not go, and nobody else says so."""
        if isinstance(error, Damaged):
            self.rescuing.tell(error)
        else:
            self.window.ui.messages.tell(sentence(error))

    def ask_who(self) -> None:
        """On a notebook that several people use: who is at the keyboard."""
        from tn_desktop.gui.dialogs.keyboard import KeyboardDialog

        dialog = KeyboardDialog(self.window.context, self.window)
        dialog.chosen.connect(self.window.ui.status.show_marker)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    # --- backups

    def open_backups(self) -> None:
        """Show the backups, or where to look for those of a server."""
        if self.profile is not None and self.profile.server:
            text = QCoreApplication.translate(
                "DataSafety",
                "These data are on a server and are backed up there. A copy: tn-desktop --database … backup FILE",
            )
            self.window.ui.messages.tell(text, True)
            return
        from tn_desktop.gui.dialogs.backups import BackupsDialog

        dialog = BackupsDialog(self.window.context, self.keeper, self.window)
        dialog.restore_wanted.connect(self.restore)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def restore(self, file: Path, passphrase: str = "") -> None:
        """Go back to a backup; `passphrase` is its own, where it is under another than the notebook."""
        profile = self.profile
        if profile is None:
            return
        self._foreign = profile if passphrase else None

        def work(_progress: object) -> Path | None:
            from tn_desktop.services import safety

            return safety.restore(profile, file, passphrase)

        self.with_closed(
            QCoreApplication.translate("DataSafety", "Going back to the backup …"), work, self._on_restored
        )

    def _on_restored(self, kept: Path | None) -> None:
        if self._foreign is not None:
            # The data are under that backup's passphrase now, which has to be given once more.
            self.profile_changed.emit(replace(self._foreign, key=None))
            self._foreign = None
        text = QCoreApplication.translate("DataSafety", "The backup has taken the place of your data.")
        if kept is not None:
            before = QCoreApplication.translate("DataSafety", "What was there before is kept in {file}.")
            text = f"{text} {before.format(file=kept)}"
        self._told = text, True

    def _offer_crash(self) -> None:
        """The program died the last time: say so once, when nothing else is being said."""
        from tn_desktop.store.log import forget_crash, last_crash

        profile = self.profile
        if profile is None or self.window.ui.messages.isVisible() or not (report := last_crash(profile)):
            return
        forget_crash(profile)
        text = QCoreApplication.translate(
            "DataSafety", "The program ended unexpectedly the last time. Everything that was shown as saved is here."
        )
        action = QCoreApplication.translate("DataSafety", "Show the report")
        self.window.ui.messages.offer(text, action, lambda: self.window.show_crash(report))

    # --- the passphrase

    def ask_passphrase(self) -> None:
        """Give the notebook a passphrase, or another one."""
        from tn_desktop.gui.dialogs.protect import ProtectDialog

        dialog = ProtectDialog(self.protected, self.window)
        dialog.chosen.connect(self._change_passphrase if self.protected else self.protect)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def protect(self, passphrase: str) -> None:
        """Encrypt the notebook; its recovery key is shown when it is open again."""
        profile = self.profile
        if profile is None:
            return

        def work(progress: Callable[[int, int], None]) -> "tuple[Profile, str]":
            from tn_desktop.services import secrecy

            return secrecy.protect(profile, passphrase, progress, stop.is_set)

        stop = threading.Event()
        self.with_closed(QCoreApplication.translate("DataSafety", "Encrypting …"), work, self._on_protected, stop)

    def _on_protected(self, made: "tuple[Profile, str]") -> None:
        profile, self._recovery = made
        self.profile_changed.emit(profile)

    def _change_passphrase(self, passphrase: str) -> None:
        profile = self.profile
        if profile is None:
            return

        def work(_task: object) -> None:
            from tn_desktop.services import secrecy

            secrecy.change_passphrase(profile, passphrase)

        done = QCoreApplication.translate("DataSafety", "The passphrase was changed.")
        self.window.context.tasks.run(work, lambda _none: self.window.ui.messages.tell(done, True), owner=self)

    def renew_recovery_key(self) -> None:
        """Make and show another recovery key."""
        profile = self.profile
        if profile is None:
            return

        def work(_task: object) -> str:
            from tn_desktop.services import secrecy

            return secrecy.renew_recovery_key(profile)

        self.window.context.tasks.run(work, self._show_recovery, owner=self)

    def _show_recovery(self, recovery: str) -> None:
        from tn_desktop.gui.dialogs.protect import RecoveryDialog

        dialog = RecoveryDialog(recovery, self.window)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    # --- the lock

    def lock(self) -> None:
        """Close the data and ask for the passphrase; nothing of them stays in sight."""
        profile = self.profile
        if profile is None or profile.key is None:
            return
        self.close_all()
        self.window.context.tasks.close()
        self.window.context.choices.forget()
        if profile.opened.is_dir():
            from tn_desktop.services.output_files import clear_opened

            clear_opened(profile)
        locked = replace(profile, key=None)
        self.profile_changed.emit(locked)
        self.ask_to_unlock(locked)

    def ask_to_unlock(self, profile: "Profile", at_start: bool = False) -> None:
        """Show the page that asks for the passphrase; at a start the keyring may know it.

        After a lock it is not asked: the lock would keep nobody out.
        """
        from tn_desktop.gui.widgets.unlock_page import UnlockPage

        page = UnlockPage(profile)
        page.unlocked.connect(lambda opened: self._on_unlocked(opened, page.ui.remember.isChecked()))
        self.show_page(page)
        page.focus_first()
        if at_start and self.remembering.is_kept and not profile.portable:
            page.wait_for_keyring()

            def by_keyring(opened: "Profile") -> None:
                if self._page is page:  # she may have been quicker
                    self._on_unlocked(opened, False)

            def not_by_keyring(text: str) -> None:
                if self._page is page:
                    page.keyring_did_not_open(text)

            self.remembering.open(profile, by_keyring, not_by_keyring)

    def _on_unlocked(self, profile: "Profile", remember: bool) -> None:
        if remember:
            self.remembering.keep(profile)
        self.profile_changed.emit(profile)
        self.reopen_wanted.emit()

    def forget_passphrase(self) -> None:
        """Have this computer's keyring forget the notebook."""
        if self.profile is not None:
            self.remembering.forget(self.profile)

    def tell(self, text: str, good: bool) -> None:
        """Say something now, or as soon as the data are open."""
        if self.window.context.tasks.database is None:
            self._told = text, good
        else:
            self.window.ui.messages.tell(text, good)

    def _on_pulled(self) -> None:
        """The stick is gone: nothing more is taken down, and the notebook locks, since she may have left with it."""
        profile = self.profile
        if profile is None:
            return
        self.close_all()
        self.window.context.tasks.close()
        self.window.context.choices.forget()
        self.profile_changed.emit(replace(profile, key=None))
        text = QCoreApplication.translate(
            "DataSafety",
            "The stick with this notebook was pulled out. Everything that was shown as saved is on it. Plug it in "
            "again, and the notebook opens with its passphrase.",
        )
        self.show_page(EmptyPage(text))
        self.stick.wait(profile)

    # --- closed data

    @property
    def profile(self) -> "Profile | None":
        """The profile of the open data, or of those that could not be opened."""
        database = self.window.context.tasks.database
        return self.known if database is None else database.profile

    def tell_when_open(self, text: str, good: bool) -> None:
        """Say something as soon as the data are open again."""
        self._told = text, good

    def with_closed(
        self,
        text: str,
        work: Callable[[Callable[[int, int], None]], Any],
        done: Callable[[Any], None],
        stop: threading.Event | None = None,
    ) -> None:
        """Do something with the closed data, then have them opened again; `stop` is set where she wants it to end."""
        self.close_all()
        page = EmptyPage(text, QCoreApplication.translate("DataSafety", "Stop") if stop is not None else "")
        if stop is not None:
            page.wanted.connect(stop.set)
            page.wanted.connect(lambda: page.button.setEnabled(False))
        self.show_page(page)
        closed = ClosedWork(self)
        closed.progress.connect(lambda so_far, of: page.label.setText(f"{text} {so_far + 1}/{of}" if of > 1 else text))
        closed.done.connect(done)
        closed.refused.connect(self._on_refused)
        closed.crashed.connect(self.window.context.tasks.crashed)
        for end in (closed.done, closed.refused, closed.crashed):
            end.connect(self._on_work_ended)
            end.connect(self.reopen_wanted)
        self._closed = closed, stop
        closed.run(work, self.window.context.tasks)

    def finish_work(self) -> None:
        """The program ends: what is done with the closed data is stopped where it can be, else it comes to its end."""
        if self._closed is not None:
            closed, stop = self._closed
            if stop is not None:
                stop.set()
            closed.wait()

    def _on_work_ended(self, _what: object) -> None:
        self._closed = None

    def _on_refused(self, error: AppError) -> None:
        self._told = sentence(error), False

    def close_all(self) -> None:
        """Every pane and dialog goes, since what they show is of the data that are being closed."""
        self.keeper.stop()
        self.folder.stop()
        self.rescuing.stop()
        self.drafts.hold()
        self.stick.stop()
        self.idle.stop()
        for dialog in self.window.findChildren(QDialog):
            dialog.close()
            if dialog.isVisible():
                # One that asks before it lets go what was typed: nothing of it may stay over a locked window.
                dialog.done(QDialog.DialogCode.Rejected)
        self.window.close_panes()

    def show_page(self, page: QWidget) -> None:
        """Show a page in the place of the panes, until the data are open."""
        self._leave_page()
        self._page = page
        self.window.ui.stack.addWidget(page)
        self.window.ui.stack.setCurrentWidget(page)

    def _leave_page(self) -> None:
        if self._page is not None:
            self.window.ui.stack.removeWidget(self._page)
            self._page.deleteLater()
            self._page = None
