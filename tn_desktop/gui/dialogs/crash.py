"""What is shown when the program itself made a mistake."""

import platform

from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from tn_desktop import __version__
from tn_desktop.gui.widgets.look import Heading, roomy
from tn_desktop.store.log import facts


class CrashDialog(QDialog):
    """Says that the data is safe, and holds a report without personal data to copy."""

    def __init__(self, error: BaseException | str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Something went wrong — TN Desktop"))
        self.setMinimumWidth(560)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(16)
        died = isinstance(error, str)
        title = self.tr("The program ended unexpectedly") if died else self.tr("The program made a mistake")
        column.addWidget(Heading(title, by=1.25))
        said = QLabel(
            self.tr(
                "Your data is safe: everything that was shown as saved is on disk. If this happens again, send the "
                "report below to the person who looks after the program; it holds no names and nothing you typed."
            )
            if died
            else self.tr(
                "Your data is safe: everything up to “Last saved” is on disk, and what was being written was taken "
                "back as a whole. You can go on working. If this happens again, send the report below to the person "
                "who looks after the program; it holds no names and nothing you typed."
            )
        )
        said.setWordWrap(True)
        column.addWidget(said)
        self.report = QPlainTextEdit(report_of(error))
        self.report.setReadOnly(True)
        self.report.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.report.setTabChangesFocus(True)
        self.report.setAccessibleName(self.tr("Report"))
        self.report.setMinimumHeight(160)
        column.addWidget(self.report)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        copy = buttons.addButton(self.tr("Copy report"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.report.toPlainText()))
        buttons.rejected.connect(self.reject)
        buttons.button(QDialogButtonBox.StandardButton.Close).setFocus(Qt.FocusReason.OtherFocusReason)
        column.addWidget(buttons)
        roomy(self)


def report_of(error: BaseException | str) -> str:
    """The versions, the kinds of the error and the places in the code; nothing of anybody's data."""
    about = f"TN Desktop {__version__}, Python {platform.python_version()}, Qt {qVersion()}, {platform.system()}"
    return f"{about}\n{error if isinstance(error, str) else facts(error)}"
