"""What was being typed when the program ended."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from tn_desktop.gui.widgets.look import Heading, ToneLabel, roomy

if TYPE_CHECKING:
    from tn_desktop.services.drafts import Draft

REOPENED = "PlanWorkshop"
"""The form that is opened again, filled in."""


class DraftsDialog(QDialog):
    """Shows it, to be copied or gone on with; Esc leaves it for the next time.

    Signals:
        form_wanted(object): open the form of that draft again.
        given_up(str): let all drafts go.
    """

    form_wanted = Signal(object)
    given_up = Signal(str)

    def __init__(self, found: "list[Draft]", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Kept drafts — TN Desktop"))
        self.setMinimumSize(560, 360)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(12)
        column.addWidget(Heading(self.tr("What you were typing")))
        why = ToneLabel(self.tr("The program ended before it was saved. Nothing else is missing."), "quiet")
        why.setWordWrap(True)
        column.addWidget(why)
        self.text = QPlainTextEdit("\n\n".join(_told(draft) for draft in found))
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(self.tr("What you were typing"))
        column.addWidget(self.text, 1)
        self.copy, self.drop = QPushButton(self.tr("&Copy")), QPushButton(self.tr("&Let it go"))
        self.again = QPushButton(self.tr("&Go on with the form"))
        form = next((draft for draft in found if draft.form == REOPENED), None)
        self.again.setVisible(form is not None)
        row = QHBoxLayout()
        for button in (self.drop, self.copy):
            button.setAutoDefault(False)
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.again)
        column.addLayout(row)
        roomy(self)
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.text.toPlainText()))
        self.drop.clicked.connect(self._drop)
        self.again.clicked.connect(lambda: self._go_on(form))
        (self.again if form is not None else self.copy).setFocus()

    def _drop(self) -> None:
        self.given_up.emit("")
        self.accept()

    def _go_on(self, form: "Draft | None") -> None:
        self.accept()
        self.form_wanted.emit(form)


def _told(draft: "Draft") -> str:
    return "\n".join([draft.title, *(f"{field.label}: {field.text}" for field in draft.fields)])
