"""The passphrase of the notebook: given, changed; and the recovery key, shown once."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QCloseEvent, QFont, QFontDatabase, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from tn_desktop.gui.context import sentence
from tn_desktop.gui.forms.protect import Ui_ProtectDialog
from tn_desktop.gui.forms.recovery import Ui_RecoveryDialog
from tn_desktop.gui.widgets.look import roomy
from tn_desktop.model.errors import AppError


class ProtectDialog(QDialog):
    """Asks twice for a passphrase; nothing is encrypted or changed here.

    Signals:
        chosen(str): a passphrase that may be used.
    """

    chosen = Signal(str)

    def __init__(self, protected: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = Ui_ProtectDialog()
        self.ui.setupUi(self)
        roomy(self)
        if protected:
            self.ui.title.setText(self.tr("Change the passphrase"))
            self.ui.why.setText(self.tr("The new passphrase opens this notebook and its older backups as well."))
            self.ui.protect.setText(self.tr("&Change"))
        else:
            self.ui.why.setText(
                self.tr(
                    "Everything in it is encrypted, backups too: who finds or takes the laptop can read nothing. "
                    "The passphrase is asked for at each start. It cannot be looked up anywhere, so you get a recovery "
                    "key to print as well."
                )
            )
        self.ui.shown.toggled.connect(self._show_letters)
        self.ui.cancel.clicked.connect(self.reject)
        self.ui.protect.clicked.connect(self._choose)
        self.ui.passphrase.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self) -> None:
        from tn_desktop.store.keys import check_passphrase

        typed = self.ui.passphrase.text()
        try:
            check_passphrase(typed)
        except AppError as error:
            self._refuse(sentence(error), self.ui.passphrase)
            return
        if typed != self.ui.again.text():
            self._refuse(
                QCoreApplication.translate("UnlockPage", "The two passphrases are not the same."), self.ui.again
            )
            return
        self.chosen.emit(typed)
        self.accept()

    def _refuse(self, text: str, line: QLineEdit) -> None:
        self.ui.refusal.say(text)
        line.setFocus()
        line.selectAll()

    def _show_letters(self, shown: bool) -> None:
        for line in (self.ui.passphrase, self.ui.again):
            line.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)


class RecoveryDialog(QDialog):
    """Shows a recovery key until the user says that she has it on paper."""

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = Ui_RecoveryDialog()
        self.ui.setupUi(self)
        roomy(self)
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPointSizeF(self.font().pointSizeF() * 1.25)
        font.setWeight(QFont.Weight.DemiBold)
        self.ui.key.setFont(font)
        self.ui.key.setText(key)
        self.ui.key.setContentsMargins(8, 16, 8, 16)
        self.ui.kept.toggled.connect(self.ui.close.setEnabled)
        self.ui.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(key))
        self.ui.print.clicked.connect(lambda: self._print(key))
        self.ui.close.clicked.connect(self.accept)

    def _print(self, key: str) -> None:
        from tn_desktop.gui.dialogs.recovery_print import print_recovery_key

        print_recovery_key(key, self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes it only when the key is on paper: it is shown never again."""
        if event.key() == Qt.Key.Key_Escape and not self.ui.kept.isChecked():
            self.ui.kept.setFocus()
            return
        super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.ui.kept.isChecked():
            event.accept()
        else:
            event.ignore()
            self.ui.kept.setFocus()
