"""What a write tells besides what it stored, said in the status bar wherever it was made."""

from PySide6.QtCore import QObject

from tn_desktop.gui.context import Context
from tn_desktop.model.changes import Changes


class Notices(QObject):
    """Listens to every write: who moved up from a waiting list is told, since nobody asked for it."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._navigator = context.navigator
        context.tasks.changed.connect(self._on_changed)

    def _on_changed(self, changes: Changes, _owner: object) -> None:
        names = changes.told.get("moved_up")
        if isinstance(names, tuple) and names:
            text = self.tr("Moved up from the waiting list: {names}")
            self._navigator.told.emit(text.format(names=", ".join(map(str, names))))
