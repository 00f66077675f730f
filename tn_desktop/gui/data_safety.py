"""Backups as the window has them: made by themselves, looked at in a dialog, gone back to."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QWidget

from tn_desktop.gui.backup_keeper import BackupKeeper
from tn_desktop.gui.context import sentence
from tn_desktop.gui.restoring import Restoring
from tn_desktop.gui.widgets.empty import EmptyPage
from tn_desktop.model.errors import AppError

if TYPE_CHECKING:
    from tn_desktop.gui.main_window import MainWindow


class DataSafety(QObject):
    """Keeps backups, and puts one in the place of the data on the user's wish.

    Attributes:
        keeper: makes the backups.

    Signals:
        restored: the data have been replaced, or could not be; they are to be opened again.
    """

    restored = Signal()

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._page: QWidget | None = None
        self._told: tuple[str, bool] | None = None
        self.keeper = BackupKeeper(window.context, self)

    def start(self) -> None:
        """The data are open."""
        self.keeper.start()
        if self._page is not None:
            self._page.deleteLater()
            self._page = None
        if self._told is not None:
            self._window.ui.messages.tell(*self._told)
            self._told = None

    def open_backups(self) -> None:
        """Show the backups."""
        from tn_desktop.gui.dialogs.backups import BackupsDialog

        if self._window.context.tasks.database is None:
            return
        dialog = BackupsDialog(self._window.context, self.keeper, self._window)
        dialog.restore_wanted.connect(self.restore)
        dialog.open()

    def restore(self, file: Path) -> None:
        """Go back to a backup: every pane is closed, since what it shows is of the former data."""
        database = self._window.context.tasks.database
        if database is None:
            return
        self.keeper.stop()
        self._window.close_panes()
        self._page = EmptyPage(QCoreApplication.translate("DataSafety", "Going back to the backup …"), "")
        self._window.ui.stack.addWidget(self._page)
        self._window.ui.stack.setCurrentWidget(self._page)
        restoring = Restoring(self._window.context.tasks, self)
        restoring.done.connect(self._on_done)
        restoring.refused.connect(self._on_refused)
        restoring.crashed.connect(self._on_crashed)
        restoring.run(database.profile, file)

    def _on_done(self, kept: Path | None) -> None:
        text = QCoreApplication.translate("DataSafety", "The backup has taken the place of your data.")
        if kept is not None:
            before = QCoreApplication.translate("DataSafety", "What was there before is kept in {file}.")
            text = f"{text} {before.format(file=kept)}"
        self._told = text, True
        self.restored.emit()

    def _on_refused(self, error: AppError) -> None:
        self._told = sentence(error), False
        self.restored.emit()

    def _on_crashed(self, error: Exception) -> None:
        self._window.context.tasks.crashed.emit(error)
        self.restored.emit()
