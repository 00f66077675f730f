"""Lists that come in from outside: dropped on the window, pasted, or chosen from the menu."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication

from tn_desktop.gui import openers

if TYPE_CHECKING:
    from tn_desktop.gui.main_window import MainWindow


class Intake:
    """Hands a list to the import, with what is shown as the place for it."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window

    def take(self, source: Path | str | None = None) -> None:
        """Import a list into what is shown: the chosen community, the workshop, or the list of needs …"""
        target = self._window.host.ask("import_target")
        self._window.context.navigator.import_wanted.emit((source, target) if target is not None else source)

    def paste(self) -> None:
        """Import what is on the clipboard."""
        data = QGuiApplication.clipboard().mimeData()
        source = openers.dropped_file(data) or openers.pasted_table(data)
        if source:
            self.take(source)
            return
        self._window.ui.status.tell(
            QCoreApplication.translate(
                "Intake", "There is no list on the clipboard. Copy the rows in Excel or WhatsApp first."
            )
        )

    def drag(self, event: QDragEnterEvent) -> None:
        """A file is held over the window."""
        if openers.dropped_file(event.mimeData()) and self._window.context.tasks.database is not None:
            event.acceptProposedAction()

    def drop(self, event: QDropEvent) -> None:
        """A file was dropped."""
        if (file := openers.dropped_file(event.mimeData())) is not None:
            event.acceptProposedAction()
            self.take(file)
