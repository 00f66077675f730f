"""One line in which a need is written down where it is said: in a session, on a community's page."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from tn_desktop.gui.context import Context
from tn_desktop.gui.widgets.refusal import Refusal
from tn_desktop.gui.write_labels import ADDING
from tn_desktop.model.changes import Changes
from tn_desktop.model.errors import AppError
from tn_desktop.services import needs


class NeedLine(QLineEdit):
    """Enter stores what was typed as a need of the community or session given by `belong_to`.

    Signals:
        raised(int): a need was stored; its id.
    """

    raised = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context: Context | None = None
        self._refusal: Refusal | None = None
        self._community: int | None = None
        self._session: int | None = None
        self.setPlaceholderText(QCoreApplication.translate("NeedLine", "New need: what was said, in one line; Enter"))
        self.setAccessibleName(QCoreApplication.translate("NeedLine", "New need"))
        self.returnPressed.connect(self._store)

    def set_up(self, context: Context, refusal: Refusal | None = None) -> None:
        """Give it the program's parts, and where it says what was wrong."""
        self._context = context
        self._refusal = refusal

    def belong_to(self, community: int | None = None, session: int | None = None) -> None:
        """Of whom the needs are that are typed from now on."""
        self._community, self._session = community, session

    def _store(self) -> None:
        context, typed = self._context, self.text()
        if context is None or not typed.strip():
            return
        community, session, today = self._community, self._session, context.now().date()
        self.clear()
        context.tasks.write(
            ADDING["needs"],
            lambda uow: needs.raise_need(uow, typed, today, community, session),
            done=self._on_stored,
            failed=lambda error: self._on_refused(typed, error),
            owner=self,
        )

    def _on_stored(self, changes: Changes) -> None:
        if self._refusal is not None:
            self._refusal.take_back()
        if changes.subject is not None:
            self.raised.emit(changes.subject)

    def _on_refused(self, typed: str, error: AppError) -> None:
        self.setText(typed)
        if self._refusal is not None:
            self._refusal.say(error)
        elif self._context is not None:
            self._context.tasks.failed.emit(error)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc takes back what was typed, then it is the page's."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)
