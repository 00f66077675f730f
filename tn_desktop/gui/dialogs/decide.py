"""Writing a decision down: what was asked, what was decided, how many were for it, and which needs it is about."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from tn_desktop.gui.context import Context
from tn_desktop.gui.forms.decide import Ui_Decide
from tn_desktop.gui.need_labels import DECIDE
from tn_desktop.gui.widgets.chips import ChosenField
from tn_desktop.gui.widgets.drafted import Drafted
from tn_desktop.gui.widgets.look import ROOMY, roomy
from tn_desktop.gui.widgets.people_picker import RecordPicker
from tn_desktop.model.changes import Changes
from tn_desktop.model.errors import AppError, FieldError
from tn_desktop.services import decisions
from tn_desktop.services.known_people import Known
from tn_desktop.services.related import known

UNKNOWN: Final = -1
"""What the number of votes is while nobody counted."""


class Decide(QDialog, Drafted):
    """The page of a new decision.

    Attributes:
        needs: the needs it is about.
        made: id of the decision that was stored, or None.
    """

    def __init__(self, context: Context, community: int, needs: Sequence[int], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.made: int | None = None
        self._context = context
        self._community = community
        self._warned = False
        self.ui = Ui_Decide()
        self.ui.setupUi(self)
        picker = RecordPicker("needs")
        picker.set_up(context, allow_new=False)
        picker.setPlaceholderText(self.tr("Type a need, ↓ shows all"))
        picker.setAccessibleName(self.tr("Needs it is about"))
        self.needs = ChosenField(picker)
        self.needs.setObjectName("needs")
        self.ui.needs_place.addWidget(self.needs)
        self.ui.needs_holder.setFocusProxy(self.needs)
        QWidget.setTabOrder(self.ui.votes_abstained, picker)
        roomy(self)
        for label in (self.ui.result_label, self.ui.needs_holder_label):
            self.ui.fields.setAlignment(label, Qt.AlignmentFlag.AlignTop)
            label.setMinimumHeight(ROOMY)
        self.ui.question.setPlaceholderText(self.tr("What did you vote on?"))
        self.ui.result.setPlaceholderText(self.tr("What was decided?"))
        self.ui.date.setText(f"{context.now():%d.%m.%Y}")
        for box in (self.ui.votes, self.ui.votes_against, self.ui.votes_abstained):
            box.setSpecialValueText("–")
            box.setValue(UNKNOWN)
        self.needs.changed.connect(self._offer)
        self.ui.save.clicked.connect(self._save)
        self.ui.cancel.clicked.connect(self.reject)
        self._offer()
        if needs:
            context.tasks.read(lambda connection: known(connection, "needs", list(needs)), self._show, owner=self)

    def _show(self, found: list[Known]) -> None:
        self.needs.show_chosen(found)
        self._offer()

    def _offer(self) -> None:
        self.ui.choose.setVisible(bool(self.needs.chosen))

    def values(self) -> dict[str, Any]:
        """The fields as they stand here."""
        ui = self.ui

        def count(box: Any) -> int | None:
            return None if box.value() == UNKNOWN else int(box.value())

        return {
            "community": self._community,
            "question": ui.question.text(),
            "date": ui.date.text(),
            "result": ui.result.toPlainText(),
            "votes": count(ui.votes),
            "votes_against": count(ui.votes_against),
            "votes_abstained": count(ui.votes_abstained),
            "needs": [need.id for need in self.needs.chosen],
        }

    def draft_place(self) -> dict[str, Any]:
        return {"community": self._community}

    def _save(self) -> None:
        if self._context.tasks.is_writing(DECIDE, self):
            return
        values = self.values()
        choose = bool(values["needs"]) and self.ui.choose.isChecked()
        self.ui.refusal.take_back()
        self._context.tasks.write(
            DECIDE,
            lambda uow: decisions.decide(uow, values, choose=choose),
            done=self._on_stored,
            failed=self._refuse,
            owner=self,
        )

    def _on_stored(self, changes: Changes) -> None:
        self.made = changes.subject
        self.accept()

    def _refuse(self, error: AppError) -> None:
        self.ui.refusal.say(error)
        widget = getattr(self.ui, error.field, None) if isinstance(error, FieldError) else None
        if isinstance(widget, QWidget):
            widget.setFocus(Qt.FocusReason.OtherFocusReason)
            if isinstance(widget, QLineEdit):
                widget.selectAll()

    def reject(self) -> None:
        """Esc: leave at once when nothing was typed, else only when pressed again."""
        typed = self.ui.question.text().strip() or self.ui.result.toPlainText().strip()
        if self._warned or not typed:
            super().reject()
            return
        self._warned = True
        self.ui.refusal.say(self.tr("Nothing is saved yet. Press Esc again to leave without saving."))


def reopen(context: Context, place: Mapping[str, Any], window: QWidget) -> Decide:
    """Open the page again for what was typed into it, see drafted.py."""
    return decide(context, int(place["community"]), (), window)


def decide(context: Context, community: int, needs: Sequence[int], parent: QWidget) -> Decide:
    """Open the page of a new decision over a pane."""
    dialog = Decide(context, community, needs, parent.window())
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.resize(min(600, parent.window().width() - 32), 420)
    QTimer.singleShot(0, dialog, dialog.open)
    return dialog
