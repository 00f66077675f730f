"""Who supports a workshop, and the needs it answers: two lists to which one adds by typing."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt

from tn_desktop.gui.context import translate
from tn_desktop.gui.models.rows import Cell, RowsModel, choices_of
from tn_desktop.gui.widgets.editors import show_date
from tn_desktop.gui.widgets.status_marks import status_text
from tn_desktop.gui.write_labels import ADDING
from tn_desktop.model import vocabulary
from tn_desktop.model.changes import Changes
from tn_desktop.model.messages import QT_TRANSLATE_NOOP
from tn_desktop.services import support, workshop_needs
from tn_desktop.services.known_people import Known
from tn_desktop.services.workshop_page import NeedRow, SupporterRow, WorkshopPage

if TYPE_CHECKING:
    from tn_desktop.gui.panes.workshops_page import WorkshopDetail

RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
ADD_NEED = QT_TRANSLATE_NOOP("history", "Say which need a workshop answers")
DROP_NEED = QT_TRANSLATE_NOOP("history", "Take a need from a workshop")


class SupportersTab(QObject):
    """The upper half of the tab ‹Supporters · needs› of a workshop's page."""

    def __init__(self, page: "WorkshopDetail") -> None:
        super().__init__(page)
        self._page, self._ui = page, page.ui
        self._model = RowsModel(self._cells(), "id", self)
        table = self._ui.supporters
        table.set_rows_model(self._model)
        table.empty_text = self.tr("Nobody supports this workshop yet. Choose a role above and type a name.")
        table.opened.connect(lambda row: page.context.navigator.stakeholder_wanted.emit(row.stakeholder))
        table.removed.connect(self._remove)
        self._model.edited.connect(self._on_edited)
        for value, word in choices_of(vocabulary.SUPPORT_ROLE, translate):
            self._ui.support_role.addItem(word, value)
        self._ui.add_supporter.set_up(page.context, allow_new=False)
        self._ui.add_supporter.picked.connect(self._add)
        self._ui.add_supporter.refused.connect(self._ui.supporters_refusal.say)

    def _cells(self) -> tuple[Cell, ...]:
        roles, types = vocabulary.SUPPORT_ROLE, vocabulary.STAKEHOLDER_TYPE
        return (
            Cell("name", self.tr("Name"), lambda row: row.name, grows=True, tooltip=lambda row: row.name),
            Cell(
                "roles",
                self.tr("Role"),
                lambda row: ", ".join(vocabulary.word(roles, role, translate) for role in row.roles),
                edit=lambda row: row.roles[0] if row.roles else "",
                choices=choices_of(roles, translate),
                width=16,
            ),
            Cell("type", self.tr("Type"), lambda row: vocabulary.word(types, row.type, translate), width=13, spare=1),
            Cell("province", self.tr("Province"), lambda row: row.province, width=9, spare=2),
        )

    def forget(self) -> None:
        """Another workshop is coming."""
        self._ui.supporters_refusal.take_back()

    def show(self, page: WorkshopPage) -> None:
        """Show who supports it."""
        self._ui.supporters.show_rows(page.supporters)

    def _add(self, known: Known) -> None:
        workshop, role = self._page.key, self._ui.support_role.currentData()
        if workshop is None:
            return

        def told(changes: Changes) -> None:
            if changes.told.get("fields") == ():
                text = self.tr("{name} has this role already.")
                self._ui.supporters_refusal.say(text.format(name=known.name))

        self._page.write(
            ADDING["workshop_stakeholders"],
            lambda uow: support.add_support(uow, support.WORKSHOPS, known.id, workshop, [role]),
            self._ui.supporters_refusal,
            done=told,
        )

    def _remove(self, rows: tuple[SupporterRow, ...]) -> None:
        self._page.remove_rows("workshop_stakeholders", [row.id for row in rows], self._ui.supporters_refusal)

    def _on_edited(self, row: SupporterRow, name: str, value: Any) -> None:
        refusal = self._ui.supporters_refusal
        self._page.change_cell("workshop_stakeholders", self._ui.supporters, row.id, name, [str(value)], refusal)


class NeedsTab(QObject):
    """The lower half of the tab ‹Supporters · needs› of a workshop's page."""

    def __init__(self, page: "WorkshopDetail") -> None:
        super().__init__(page)
        self._page, self._ui = page, page.ui
        self._model = RowsModel(self._cells(), "id", self)
        table = self._ui.needs
        table.set_rows_model(self._model)
        table.empty_text = self.tr("Which needs this workshop answers is not said yet. Type some words of one above.")
        table.opened.connect(lambda row: page.context.navigator.record_wanted.emit("needs", row.need))
        table.removed.connect(self._remove)
        self._ui.add_need.set_up(page.context, allow_new=False)
        self._ui.add_need.picked.connect(self._add)
        self._ui.add_need.refused.connect(self._ui.needs_refusal.say)

    def _cells(self) -> tuple[Cell, ...]:
        statuses = vocabulary.NEED_STATUS
        return (
            Cell("title", self.tr("Need"), lambda row: row.title, grows=True, tooltip=lambda row: row.title),
            Cell("status", self.tr("Status"), lambda row: status_text(statuses, row.status), width=12),
            Cell("votes", self.tr("Votes"), lambda row: str(row.votes), alignment=RIGHT, width=5, spare=1),
            Cell("raised", self.tr("Raised"), lambda row: show_date(row.raised_at[:10]), width=9, spare=2),
        )

    def forget(self) -> None:
        """Another workshop is coming."""
        self._ui.needs_refusal.take_back()

    def show(self, page: WorkshopPage) -> None:
        """Show what it answers."""
        self._ui.needs.show_rows(page.needs)

    def _add(self, known: Known) -> None:
        workshop = self._page.key
        if workshop is None:
            return

        def told(changes: Changes) -> None:
            if not changes.told.get("count"):
                self._ui.needs_refusal.say(self.tr("This need is on the list already."))

        self._page.write(
            ADD_NEED,
            lambda uow: workshop_needs.add_need(uow, workshop, known.id),
            self._ui.needs_refusal,
            done=told,
        )

    def _remove(self, rows: tuple[NeedRow, ...]) -> None:
        keys = tuple(row.id for row in rows)
        self._page.write(DROP_NEED, lambda uow: workshop_needs.drop_needs(uow, keys), self._ui.needs_refusal)
