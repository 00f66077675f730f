"""What stands in the window while the data are locked: the passphrase, or the recovery key with a new one."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from tn_desktop.gui.closed_work import ClosedWork
from tn_desktop.gui.context import sentence
from tn_desktop.gui.forms.unlock import Ui_UnlockPage
from tn_desktop.gui.widgets.look import roomy
from tn_desktop.model.errors import AppError

if TYPE_CHECKING:
    from tn_desktop.store.profile import Profile

SECOND: Final = 1_000
"""Milliseconds between two steps of the countdown."""


class UnlockPage(QWidget):
    """Asks for the passphrase of a profile; wrong ones slow the next ones down (store/guesses.py).

    Signals:
        unlocked(object): the profile with its key.
    """

    unlocked = Signal(object)

    def __init__(self, profile: "Profile", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._profile = profile
        self._wrong = 0
        self._work: ClosedWork | None = None
        holder = QWidget()
        self.ui = Ui_UnlockPage()
        self.ui.setupUi(holder)
        holder.setMaximumWidth(520)
        column = QVBoxLayout(self)
        column.addStretch(2)
        column.addWidget(holder, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        roomy(self)
        self._left = 0
        self._said = ""
        self._waiting = QTimer(self, interval=SECOND)
        self._waiting.timeout.connect(self._count_down)
        self.ui.shown.toggled.connect(self._show_letters)
        self.ui.byRecovery.clicked.connect(lambda: self._use_recovery(True))
        self.ui.byPassphrase.clicked.connect(lambda: self._use_recovery(False))
        self.ui.open.clicked.connect(self.try_it)
        for line in (self.ui.passphrase, self.ui.recovery, self.ui.fresh, self.ui.again):
            line.returnPressed.connect(self.try_it)
        self.ui.remember.setVisible(not profile.portable)
        self._use_recovery(False)
        self._hold_up("")

    def wait_for_keyring(self) -> None:
        """The computer's keyring is being asked; typing goes on."""
        self.ui.refusal.set_tone("quiet")
        self.ui.refusal.say(QCoreApplication.translate("UnlockPage", "Asking this computer's keyring …"))

    def keyring_did_not_open(self, sentence: str) -> None:
        """It was asked in vain; a sentence, or "" where nothing is to be said."""
        self.ui.refusal.set_tone("wrong")
        self._said = sentence
        self._tell_left()

    def focus_first(self) -> None:
        """Put the cursor where one types."""
        line = self.ui.recovery if self.ui.recovery.isVisibleTo(self) else self.ui.passphrase
        line.setFocus(Qt.FocusReason.OtherFocusReason)
        line.selectAll()

    def try_it(self) -> None:
        """Open the data with what was typed."""
        if self._work is not None or self._waiting.isActive():
            return
        self.ui.refusal.take_back()
        profile, recovering = self._profile, self.ui.recovery.isVisibleTo(self)
        typed, recovery = self.ui.passphrase.text(), self.ui.recovery.text()
        if recovering:
            typed = self.ui.fresh.text()
            if typed != self.ui.again.text():
                self.ui.refusal.say(QCoreApplication.translate("UnlockPage", "The two passphrases are not the same."))
                self.ui.again.setFocus()
                return

        def work(_progress: object) -> "Profile":
            from tn_desktop.services import secrecy

            if recovering:
                return secrecy.unlock_by_recovery(profile, recovery, typed)
            return secrecy.unlock(profile, typed)

        self._allow(False)
        self._work = ClosedWork(self)
        self._work.done.connect(self._on_unlocked)
        self._work.refused.connect(self._on_refused)
        self._work.crashed.connect(self._on_crashed)
        self._work.run(work)

    def _on_unlocked(self, profile: object) -> None:
        self._work = None
        for line in self.findChildren(QLineEdit):
            line.clear()
        self.unlocked.emit(profile)

    def _on_refused(self, error: AppError) -> None:
        self._work = None
        self._wrong += 1
        self._allow(True)
        self._hold_up(sentence(error))
        self.focus_first()

    def _hold_up(self, said: str) -> None:
        """Say what was wrong, and let her wait where many were."""
        from tn_desktop.store.guesses import wait_after, wait_before

        self._said = said
        self._left = max(wait_before(self._profile.key_file), wait_after(self._wrong))
        if self._left:
            self._allow(False)
            self._waiting.start()
        self._tell_left()

    def _count_down(self) -> None:
        self._left -= 1
        if not self._left:
            self._waiting.stop()
            self._allow(True)
        self._tell_left()

    def _tell_left(self) -> None:
        later = QCoreApplication.translate("UnlockPage", "Next try in {seconds} seconds.")
        parts = [self._said, later.format(seconds=self._left) if self._left else ""]
        text = " ".join(part for part in parts if part)
        if text:
            self.ui.refusal.say(text)
        else:
            self.ui.refusal.take_back()

    def _on_crashed(self, error: Exception) -> None:
        self._work = None
        self._allow(True)
        raise error

    def _allow(self, allowed: bool) -> None:
        self.ui.open.setEnabled(allowed)

    def _use_recovery(self, wanted: bool) -> None:
        for widget in (self.ui.recoveryPart, self.ui.byPassphrase):
            widget.setVisible(wanted)
        for widget in (self.ui.passphrasePart, self.ui.byRecovery):
            widget.setVisible(not wanted)
        self.ui.refusal.take_back()
        self.focus_first()

    def _show_letters(self, shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        for line in (self.ui.passphrase, self.ui.fresh, self.ui.again):
            line.setEchoMode(mode)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.ui.retranslateUi(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.ui.recoveryPart.isVisibleTo(self):
            self._use_recovery(False)
        else:
            super().keyPressEvent(event)
