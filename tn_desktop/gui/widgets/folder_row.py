"""The shared folder, as it is chosen: where it lies, its passphrase, and how the last look went."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QEvent, QSignalBlocker, Qt
from PySide6.QtWidgets import QCheckBox, QFileDialog, QGridLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from tn_desktop.gui.context import Context, sentence
from tn_desktop.gui.folder_watch import FolderWatch
from tn_desktop.gui.widgets.look import ToneLabel, roomy
from tn_desktop.model.changes import Changes
from tn_desktop.model.messages import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from tn_desktop.store.unit_of_work import UnitOfWork

SETTING = QT_TRANSLATE_NOOP("history", "Change the shared folder")


class FolderRow(QWidget):
    """Two lines and a sentence; what is chosen counts at once, the passphrase when it is left.

    Args:
        watch: keeps the folder; the window's own unless told.
    """

    def __init__(self, context: Context, watch: FolderWatch | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.watch: FolderWatch = watch or context.folder_watch or FolderWatch(context, self)
        self.on = QCheckBox()
        self.place = QLineEdit(readOnly=True)
        self.choose = QPushButton(autoDefault=False)
        self.passphrase = QLineEdit(echoMode=QLineEdit.EchoMode.Password)
        self.passphrase_label = QLabel()
        self.passphrase_label.setBuddy(self.passphrase)
        self.state = ToneLabel()
        self.warning = ToneLabel("", "wrong")
        for label in (self.state, self.warning):
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._lay_out()
        roomy(self)
        self.on.toggled.connect(self._turn)
        self.choose.clicked.connect(self._choose)
        self.passphrase.editingFinished.connect(self._keep_passphrase)
        self.watch.shown.connect(self._show)
        self._say()
        if context.tasks.database is not None:
            context.tasks.read(_passphrase, self._on_passphrase, owner=self)

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(8)
        where = QHBoxLayout()
        where.setSpacing(8)
        where.addWidget(self.place, 1)
        where.addWidget(self.choose)
        where.addSpacing(16)
        where.addWidget(self.passphrase_label)
        where.addWidget(self.passphrase)
        grid.addWidget(self.on, 0, 0)
        grid.addLayout(where, 0, 1)
        grid.addWidget(self.state, 1, 0, 1, 2)
        grid.addWidget(self.warning, 2, 0, 1, 2)
        grid.setColumnStretch(1, 1)

    # --- texts

    def _say(self) -> None:
        self.on.setText(self.tr("In step with a &folder"))
        self.on.setToolTip(
            self.tr("A folder that Syncthing, Nextcloud, OneDrive or a server keeps the same for all of you")
        )
        self.place.setAccessibleName(self.tr("The shared folder"))
        self.place.setPlaceholderText(self.tr("No folder was chosen"))
        self.choose.setText(self.tr("C&hoose…"))
        self.choose.setAccessibleName(self.tr("Choose the shared folder"))
        self.passphrase_label.setText(self.tr("&Passphrase"))
        self.passphrase.setAccessibleName(self.tr("Passphrase of the workbooks in the shared folder"))
        self.passphrase.setToolTip(self.tr("The same for everybody at this folder; empty for none"))
        self._show()

    def _show(self) -> None:
        watch, folder = self.watch, self.watch.folder
        with QSignalBlocker(self.on):
            self.on.setChecked(watch.on)
        self.on.setEnabled(folder is not None)
        self.place.setText("" if folder is None else str(folder))
        self.place.setCursorPosition(0)
        self._show_state()
        self.warning.setVisible(bool(watch.keeper))
        if watch.keeper:
            self.warning.setText(f"▲ {kept_sentence(watch.keeper)}")

    def _show_state(self) -> None:
        watch = self.watch
        if watch.trouble_now is not None:
            self.state.set_tone("wrong")
            self.state.setText(f"▲ {sentence(watch.trouble_now)}")
        elif not watch.on:
            self.state.set_tone("quiet")
            self.state.setText(
                self.tr("Choose a folder that all of you share: what is new then travels by itself, as workbooks.")
            )
        elif watch.looked_at is None:
            self.state.set_tone("quiet")
            self.state.setText(self.tr("Looking into the folder …"))
        else:
            self.state.set_tone("good")
            text = self.tr("Last looked: {time}").format(time=watch.looked_at.strftime("%H:%M"))
            if watch.waiting:
                text += " · " + self.tr("%n file(s) not all there yet", "", len(watch.waiting))
            self.state.setText(f"✓ {text}")

    # --- what is chosen

    def _turn(self, on: bool) -> None:
        self.watch.choose(self.watch.folder, on)

    def _choose(self) -> None:
        before = "" if self.watch.folder is None else str(self.watch.folder)
        folder = QFileDialog.getExistingDirectory(self, self.tr("Choose the shared folder"), before)
        if folder:
            self.watch.choose(Path(folder))

    def _on_passphrase(self, passphrase: str) -> None:
        if not self.passphrase.isModified():
            self.passphrase.setText(passphrase)

    def _keep_passphrase(self) -> None:
        if not self.passphrase.isModified() or self._context.tasks.database is None:
            return
        self.passphrase.setModified(False)
        wanted = self.passphrase.text()

        def service(uow: "UnitOfWork") -> Changes:
            from tn_desktop.exchange.folder.state import PASSPHRASE
            from tn_desktop.services import settings

            settings.put(uow, PASSPHRASE, wanted or None)
            return uow.changes()

        self._context.tasks.write(SETTING, service, lambda _changes: self.watch.begin_anew(), owner=self)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()


def _passphrase(connection: Any) -> str:
    from tn_desktop.exchange.folder.state import PASSPHRASE
    from tn_desktop.services import settings

    return str(settings.get(connection, PASSPHRASE) or "")


def kept_sentence(tool: str) -> str:
    """The warning that the database itself lies in a folder that a sync tool keeps."""
    text = QCoreApplication.translate(
        "FolderRow",
        "This notebook lies in a folder that {tool} keeps, which can damage it while it is open. Move it elsewhere, "
        "and choose a shared folder of workbooks instead.",
    )
    return text.format(tool=tool)
