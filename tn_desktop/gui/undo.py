"""Undo and redo of everything that was written through this window."""

from dataclasses import dataclass

import shiboken6
from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from tn_desktop.gui.tasks import Tasks
from tn_desktop.model.changes import Changes
from tn_desktop.model.errors import AppError
from tn_desktop.model.messages import QT_TRANSLATE_NOOP

UNDO = QT_TRANSLATE_NOOP("history", "Undo")
REDO = QT_TRANSLATE_NOOP("history", "Redo")


@dataclass(frozen=True)
class Step:
    """A unit of work that can be taken back: its number in the history, and what it did (context "history")."""

    lsn: int
    label: str


class UndoStack(QObject):
    """What can be taken back and brought again, newest last.

    Signals:
        moved: there is something else to undo or redo now.
        undone(str, int): that was taken back (label); so many values stay, since they were changed again meanwhile.
        redone(str): that was brought again (label).
    """

    moved = Signal()
    undone = Signal(str, int)
    redone = Signal(str)

    def __init__(self, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._done: list[Step] = []
        self._taken_back: list[Step] = []
        self._busy = False
        tasks.changed.connect(self._on_changed)

    @property
    def undo_label(self) -> str:
        """What would be taken back, or ""."""
        return self._done[-1].label if self._done else ""

    @property
    def redo_label(self) -> str:
        """What would be brought again, or ""."""
        return self._taken_back[-1].label if self._taken_back else ""

    def forget(self) -> None:
        """Nothing can be taken back any more: the data are others."""
        self._done.clear()
        self._taken_back.clear()
        self._busy = False
        self.moved.emit()

    def undo(self) -> None:
        """Take back the newest step."""
        if self._done and not self._busy:
            self._move(self._done, self._taken_back, UNDO)

    def redo(self) -> None:
        """Bring again what was taken back last."""
        if self._taken_back and not self._busy:
            self._move(self._taken_back, self._done, REDO)

    def _move(self, source: list[Step], target: list[Step], label: str) -> None:
        from tn_desktop.services import undo

        step = source[-1]
        self._busy = True
        self._tasks.write(
            label,
            lambda uow: undo.undo(uow, step.lsn),
            done=lambda changes: self._on_moved(step, source, target, changes),
            failed=lambda error: self._on_refused(step, source, error),
            owner=self,
        )

    def _on_moved(self, step: Step, source: list[Step], target: list[Step], changes: Changes) -> None:
        self._busy = False
        if step in source:
            source.remove(step)
        if changes:
            target.append(Step(changes.lsn, step.label))
        if target is self._taken_back:
            kept = changes.told.get("kept")
            self.undone.emit(step.label, kept if isinstance(kept, int) else 0)
        else:
            self.redone.emit(step.label)
        self.moved.emit()

    def _on_refused(self, step: Step, source: list[Step], error: AppError) -> None:
        self._busy = False
        if step in source:
            source.remove(step)
        self.moved.emit()
        self._tasks.failed.emit(error)

    def _on_changed(self, changes: Changes, owner: object) -> None:
        # Writes of other programs come without a label and are theirs to take back.
        if owner is self or not changes.label:
            return
        self._done.append(Step(changes.lsn, changes.label))
        self._taken_back.clear()
        self.moved.emit()


class FieldUndo(QObject):
    """Lets Ctrl+Z of a text field in which nothing was typed reach the window: it then takes back the last step.

    A field in which something was typed keeps its own undo until it is left. Looks at the events of the field with
    the focus alone: every event of the program would be too many.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._on_focus_changed)

    def _on_focus_changed(self, before: QWidget | None, now: QWidget | None) -> None:
        if isinstance(before, QLineEdit | QPlainTextEdit) and shiboken6.isValid(before):
            before.removeEventFilter(self)
        if isinstance(now, QLineEdit | QPlainTextEdit):
            now.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        if not (event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)):
            return False
        if isinstance(watched, QLineEdit):
            own = watched.isUndoAvailable() or watched.isRedoAvailable()
        elif isinstance(watched, QPlainTextEdit):
            own = watched.document().isUndoAvailable() or watched.document().isRedoAvailable()
        else:
            return False
        if not own:
            event.ignore()
        return not own
