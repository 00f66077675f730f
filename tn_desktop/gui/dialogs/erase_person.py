"""Erasing people for good: what it means, on whose decision, a yes; then the files that went out with such data."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QWidget

from tn_desktop.gui.context import Context
from tn_desktop.gui.export_words import kind_word, moment_of, name_word, recipient_word
from tn_desktop.gui.forms.erase_person import Ui_ErasePerson
from tn_desktop.gui.models.rows import Cell, RowsModel
from tn_desktop.gui.widgets.look import roomy
from tn_desktop.model.errors import AppError
from tn_desktop.services import erasure
from tn_desktop.services.erasure import Forgotten


@dataclass(frozen=True)
class _File:
    number: int
    file: Any


class ErasePerson(QDialog):
    """Asks once, erases, and shows which files to have deleted where they went.

    Attributes:
        forgotten: what the erasure did, None before.

    Signals:
        erased: they are gone.
    """

    erased = Signal()

    def __init__(
        self,
        context: Context,
        people: Sequence[int],
        title: str,
        rule: str = erasure.REQUEST,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.forgotten: Forgotten | None = None
        self._context, self._people, self._rule = context, tuple(people), rule
        self.ui = Ui_ErasePerson()
        self.ui.setupUi(self)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        roomy(self)
        self.ui.title.setText(title)
        self.ui.what.setText(
            self.tr(
                "Names, contact details, memberships, consents and every row about them go for good, here and on every "
                "laptop that takes in your next file. Attendance stays as a number without a name. It cannot be undone."
            )
        )
        self.ui.authority.setText(self.tr("Own request") if rule == erasure.REQUEST else self.tr("Retention rule"))
        self._model = RowsModel(self._cells(), "number", self)
        self.ui.files.set_rows_model(self._model)
        self.ui.files.empty_text = self.tr("No file with people's data went out since then.")
        self.ui.files.hide()
        self.ui.erase.clicked.connect(self.erase)
        self.ui.closeButton.clicked.connect(self.reject)
        self.ui.closeButton.setFocus()

    def erase(self) -> None:
        """Erase them now."""
        database = self._context.tasks.database
        authority = self.ui.authority.text().strip()
        if database is None:
            return
        if not authority:
            self.ui.refusal.say(self.tr("Write on whose decision; the destruction log keeps it."))
            self.ui.authority.setFocus()
            return
        self.ui.refusal.take_back()
        self.ui.erase.setEnabled(False)
        day = f"{self._context.now():%Y-%m-%d}"
        work: Callable[[object], Forgotten] = lambda _task: erasure.erase_people(  # noqa: E731
            database, self._people, day, authority, self._rule
        )
        self._context.tasks.alone(work, self._on_erased, self._on_refused, owner=self)

    def _on_erased(self, forgotten: Forgotten) -> None:
        self.forgotten = forgotten
        if forgotten.changes is not None:
            # It cannot be taken back, so no undo is offered.
            self._context.tasks.changed.emit(replace(forgotten.changes, label=""), None)
        ui = self.ui
        ui.erase.hide()
        ui.authority.setEnabled(False)
        ui.closeButton.setText(self.tr("Close"))
        ui.title.setText(self.tr("Erased"))
        waited = len(forgotten.waited)
        told = [
            self.tr("%n person(s) erased.", "", forgotten.people),
            self.tr("%n mark(s) stay as numbers.", "", forgotten.marks) if forgotten.marks else "",
            self.tr("%n waiting file(s) with these data were removed, ask for new ones: {names}.", "", waited).format(
                names=", ".join(forgotten.waited)
            )
            if waited
            else "",
            self.tr("Have these files deleted where they went, and send your next file to the office:")
            if forgotten.recall
            else "",
        ]
        ui.what.setText(" ".join(part for part in told if part))
        self._model.set_rows([_File(number, one) for number, one in enumerate(forgotten.recall)])
        ui.files.show()
        ui.closeButton.setFocus()
        self.erased.emit()

    def _on_refused(self, error: AppError) -> None:
        self.ui.erase.setEnabled(True)
        self.ui.refusal.say(error)

    def _cells(self) -> tuple[Cell, ...]:
        return (
            Cell("at", self.tr("When"), lambda row: moment_of(row.file.at), width=16),
            Cell("what", self.tr("What"), lambda row: kind_word(row.file.kind), width=16, spare=1),
            Cell("name", self.tr("File"), lambda row: name_word(row.file.name), width=20, grows=True),
            Cell("recipient", self.tr("Given to"), lambda row: recipient_word(row.file.recipient), width=16),
        )


def title_for(name: str) -> str:
    """The question about one person."""
    from PySide6.QtCore import QCoreApplication

    return QCoreApplication.translate("ErasePerson", "Erase for good: {name}").format(name=name)
