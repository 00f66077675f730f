"""Setting up a working group: its name, the communities it grows out of, and who is in it."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QDialog, QWidget

from tn_desktop.gui.context import Context
from tn_desktop.gui.forms.working_group import Ui_WorkingGroup
from tn_desktop.gui.need_labels import SET_UP
from tn_desktop.gui.widgets.drafted import Drafted, plain, unplain
from tn_desktop.gui.widgets.look import roomy
from tn_desktop.gui.widgets.people_picker import PeoplePicker
from tn_desktop.model.changes import Changes
from tn_desktop.model.errors import AppError, FieldError
from tn_desktop.services import known_people, needs
from tn_desktop.services.known_people import Known
from tn_desktop.services.related import known
from tn_desktop.store.unit_of_work import UnitOfWork


class WorkingGroup(QDialog, Drafted):
    """The page of a new working group.

    Attributes:
        made: id of the group that was made, or None.
    """

    def __init__(
        self, context: Context, origin: Known, members: Sequence[int], province: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.made: int | None = None
        self._context = context
        self._origin, self._province = origin, province
        self._warned = False
        self.ui = Ui_WorkingGroup()
        self.ui.setupUi(self)
        roomy(self)
        for label in (self.ui.origins_label, self.ui.members_label):
            self.ui.fields.setAlignment(label, Qt.AlignmentFlag.AlignTop)
        self.ui.origins.set_up(context, self.tr("Grows out of"), self.tr("Type a community's name, Enter adds"))
        self.ui.members.set_up(context, self.tr("Members"), self.tr("Type a name, Enter adds"))
        picker = self.ui.members.picker
        if isinstance(picker, PeoplePicker):
            picker.province = province
        self.ui.origins.show_chosen([origin])
        self.ui.save.clicked.connect(self._save)
        self.ui.cancel.clicked.connect(self.reject)
        if members:
            context.tasks.read(
                lambda connection: known(connection, "people", list(members)),
                self.ui.members.show_chosen,
                owner=self,
            )

    def draft_place(self) -> dict[str, Any]:
        return {"origin": plain(self._origin), "province": self._province}

    def _save(self) -> None:
        if self._context.tasks.is_writing(SET_UP, self):
            return
        ui, today, province = self.ui, self._context.now().date(), self._province or None
        name, issue = ui.name.text(), ui.issue.text()
        origins = [origin.id for origin in ui.origins.chosen]
        chosen = ui.members.chosen
        ui.refusal.take_back()

        def make(uow: UnitOfWork) -> Changes:
            members = known_people.settle(uow, chosen, province)
            return needs.set_up_group(uow, name, origins, members, issue, today)

        self._context.tasks.write(SET_UP, make, done=self._on_made, failed=self._refuse, owner=self)

    def _on_made(self, changes: Changes) -> None:
        self.made = changes.subject
        self.accept()
        if self.made is not None:
            self._context.navigator.community_wanted.emit(self.made)

    def _refuse(self, error: AppError) -> None:
        self.ui.refusal.say(error)
        if isinstance(error, FieldError) and error.field == "name":
            self.ui.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def reject(self) -> None:
        """Esc: leave at once when nothing was typed, else only when pressed again."""
        if self._warned or not self.ui.name.text().strip():
            super().reject()
            return
        self._warned = True
        self.ui.refusal.say(self.tr("Nothing is saved yet. Press Esc again to leave without saving."))


def reopen(context: Context, place: Mapping[str, Any], window: QWidget) -> WorkingGroup:
    """Open the page again for what was typed into it, see drafted.py."""
    return set_up_group(context, unplain(place["origin"]), (), str(place["province"]), window)


def set_up_group(
    context: Context, origin: Known, members: Sequence[int], province: str, parent: QWidget
) -> WorkingGroup:
    """Open the page of a new working group over a pane; the group is shown when it is there."""
    dialog = WorkingGroup(context, origin, members, province, parent.window())
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.resize(min(600, parent.window().width() - 32), 360)
    QTimer.singleShot(0, dialog, dialog.open)
    return dialog
