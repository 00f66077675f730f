"""Making a notebook on a stick: a copy of this one, or a new one."""

import threading
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from tn_desktop.gui import demo_notebook
from tn_desktop.gui.context import Context
from tn_desktop.gui.export_noting import note_export
from tn_desktop.gui.tasks import Task
from tn_desktop.gui.widgets.look import Heading, ToneLabel, roomy
from tn_desktop.gui.widgets.refusal import Refusal
from tn_desktop.model.errors import AppError, Cancelled
from tn_desktop.model.messages import QT_TRANSLATE_NOOP
from tn_desktop.services import export_log, records

if TYPE_CHECKING:
    from tn_desktop.store.profile import Profile


class PortableDialog(QDialog):
    """Asks where to and what of; Esc stops what runs, and nothing stays on the stick then.

    Attributes:
        made: the notebook that was made; None before.
    """

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        database = context.tasks.database
        assert database is not None
        self._context, self._database = context, database
        self._stop: threading.Event | None = None
        self.made: Profile | None = None
        self.setWindowTitle(self.tr("Notebook on a stick — TN Desktop"))
        self.setMinimumWidth(620)
        self.copy, self.new = QRadioButton(self.tr("&Copy this notebook")), QRadioButton(self.tr("A &new, empty one"))
        self.folder, self.choose = QLineEdit(), QPushButton(self.tr("C&hoose…"))
        self.passphrase, self.again = QLineEdit(), QLineEdit()
        self.refusal, self.progress, self.told = Refusal(), QProgressBar(), ToneLabel("", "good")
        self.make, self.open_it, self.leave = (
            QPushButton(self.tr("&Make it")),
            QPushButton(self.tr("&Open it now")),
            QPushButton(self.tr("Close")),
        )
        self._lay_out()
        self._connect()
        self._show_choice()
        self.choose.setFocus()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(12)
        column.addWidget(Heading(self.tr("A notebook on a stick")))
        why = ToneLabel(
            self.tr(
                "For a laptop that several people share. Everything lies encrypted on the stick; nothing of it stays "
                "on the laptop, and the laptop's keyring is not used. Start it from the first page of TN Desktop, or "
                "with --profile."
            ),
            "quiet",
        )
        why.setWordWrap(True)
        column.addWidget(why)
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        choices = QHBoxLayout()
        for choice in (self.copy, self.new):
            choices.addWidget(choice)
        choices.addStretch(1)
        self.copy.setChecked(True)
        form.addRow(self.tr("What"), choices)
        row = QHBoxLayout()
        self.folder.setReadOnly(True)
        self.folder.setAccessibleName(self.tr("Folder on the stick"))
        row.addWidget(self.folder, 1)
        row.addWidget(self.choose)
        form.addRow(self.tr("Where"), row)
        for line, text in ((self.passphrase, self.tr("&Passphrase")), (self.again, self.tr("Once &more"))):
            line.setEchoMode(QLineEdit.EchoMode.Password)
            form.addRow(text, line)
        self._form = form
        column.addLayout(form)
        self.told.setWordWrap(True)
        for widget in (self.refusal, self.progress, self.told):
            column.addWidget(widget)
        self.progress.hide()
        self.told.hide()
        self.open_it.hide()
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        for button in (self.leave, self.open_it, self.make):
            button.setAutoDefault(button is not self.leave)
            buttons.addWidget(button)
        column.addLayout(buttons)
        roomy(self)

    def _connect(self) -> None:
        self.copy.toggled.connect(self._show_choice)
        self.choose.clicked.connect(self._choose)
        self.make.clicked.connect(self._make)
        self.open_it.clicked.connect(self._open)
        self.leave.clicked.connect(self.reject)

    def _show_choice(self) -> None:
        """A copy of a notebook that is encrypted keeps its passphrase."""
        wanted = self.new.isChecked() or self._database.profile.key is None
        for line in (self.passphrase, self.again):
            self._form.setRowVisible(line, wanted)

    def _choose(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Choose the stick"), self.folder.text())
        if chosen:
            self.folder.setText(chosen)
            self.refusal.take_back()

    # --- making

    def _make(self) -> None:
        self.refusal.take_back()
        if not self.folder.text():
            self.refusal.say(self.tr("Choose the stick first."))
            self.choose.setFocus()
            return
        typed = self.passphrase.text()
        if self._form.isRowVisible(self.passphrase) and typed != self.again.text():
            self.refusal.say(QCoreApplication.translate("UnlockPage", "The two passphrases are not the same."))
            self.again.setFocus()
            return
        database, folder, as_copy = self._database, Path(self.folder.text()), self.copy.isChecked()
        stop = self._stop = threading.Event()

        def progress(done: int, of: int) -> None:
            if stop.is_set():
                raise Cancelled(QT_TRANSLATE_NOOP("errors", "Stopped. Nothing was left on the stick."))
            self._context.tasks.on_main_thread(self, self._show_progress, (done, of))

        def work(_task: Task) -> "tuple[Profile, str, int | None]":
            from tn_desktop.services import portable

            if as_copy:
                copied = portable.make_copy(database, folder, typed, progress)
                with database.read() as connection:
                    return *copied, records.listing(connection, "people", limit=0)[0]
            return *portable.make_new(folder, typed), None

        self._show_running(True)
        self._context.tasks.run(
            work, self._on_made, self._on_refused, owner=self, always=partial(_note_made, self._context)
        )

    def _show_progress(self, so_far: tuple[int, int]) -> None:
        done, of = so_far
        self.progress.setRange(0, of)
        self.progress.setValue(done)

    def _show_running(self, running: bool) -> None:
        self.progress.setRange(0, 0)
        self.progress.setVisible(running)
        for widget in (self.make, self.choose, self.copy, self.new):
            widget.setEnabled(not running)
        self.leave.setText(self.tr("Stop") if running else self.tr("Close"))

    def _on_made(self, made: Any) -> None:
        self._stop = None
        self._show_running(False)
        self.made, recovery, _people = made
        self.make.hide()
        self.told.setText("✓ " + self.tr("The notebook lies in {folder}.").format(folder=self.made.directory))
        self.told.show()
        self.open_it.show()
        self.open_it.setFocus()
        if recovery:
            from tn_desktop.gui.dialogs.protect import RecoveryDialog

            RecoveryDialog(recovery, self).open()

    def _on_refused(self, error: AppError) -> None:
        self._stop = None
        self._show_running(False)
        self.refusal.say(error)

    def _open(self) -> None:
        if self.made is not None:
            demo_notebook.open_window(self.made)
            self.accept()

    def reject(self) -> None:
        """Stop what runs, or close."""
        if self._stop is not None:
            self._stop.set()
            return
        super().reject()


def _note_made(context: Context, made: "tuple[Profile, str, int | None]") -> None:
    profile, _recovery, people = made
    if people is not None:
        note_export(context, profile.directory.name, export_log.PORTABLE, people, contacts=True)
