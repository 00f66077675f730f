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

LONGEST_WAIT: Final = 60
"""Seconds that one waits at most after a wrong passphrase."""
FREE_TRIES: Final = 3
"""So many wrong passphrases cost no waiting: fingers slip."""


class UnlockPage(QWidget):
    """Asks for the passphrase of a profile; each wrong one after the third makes one wait twice as long.

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
        self._waiting = QTimer(self, singleShot=True)
        self._waiting.timeout.connect(lambda: self._allow(True))
        self.ui.shown.toggled.connect(self._show_letters)
        self.ui.byRecovery.clicked.connect(lambda: self._use_recovery(True))
        self.ui.byPassphrase.clicked.connect(lambda: self._use_recovery(False))
        self.ui.open.clicked.connect(self.try_it)
        for line in (self.ui.passphrase, self.ui.recovery, self.ui.fresh, self.ui.again):
            line.returnPressed.connect(self.try_it)
        self._use_recovery(False)

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
        wait = min(LONGEST_WAIT, 2 ** (self._wrong - FREE_TRIES)) if self._wrong > FREE_TRIES else 0
        text = sentence(error)
        if wait:
            later = QCoreApplication.translate("UnlockPage", "Next try in {seconds} seconds.")
            text = f"{text} {later.format(seconds=wait)}"
            self._waiting.start(1000 * wait)
        else:
            self._allow(True)
        self.ui.refusal.say(text)
        self.focus_first()

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
