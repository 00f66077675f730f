"""The communities and workshops a stakeholder supports, with its roles."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from tn_desktop.gui.context import translate
from tn_desktop.gui.models.rows import Cell, RowsModel, choices_of
from tn_desktop.gui.widgets.detail_page import show_count
from tn_desktop.gui.widgets.editors import show_date
from tn_desktop.gui.widgets.people_picker import RecordPicker
from tn_desktop.gui.widgets.support_roles import roles_of_text, roles_text
from tn_desktop.gui.write_labels import ADDING
from tn_desktop.model import vocabulary
from tn_desktop.services import support
from tn_desktop.services.known_people import Known
from tn_desktop.services.stakeholder_page import StakeholderPage
from tn_desktop.services.support import COMMUNITIES, WORKSHOPS, SupportRow

if TYPE_CHECKING:
    from tn_desktop.gui.panes.stakeholders_page import StakeholderDetail


class SupportsTab(QObject):
    """The tab ‹Supports› of a stakeholder's page."""

    def __init__(self, page: "StakeholderDetail") -> None:
        super().__init__(page)
        self._page, self._ui = page, page.ui
        self._model = RowsModel(self._cells(), "key", self)
        table = self._ui.supports
        table.set_rows_model(self._model)
        table.empty_text = self.tr("Supports nothing yet. Choose a role above, then type a community or workshop.")
        table.opened.connect(self._open)
        table.removed.connect(self._remove)
        self._model.edited.connect(self._on_edited)
        for value, word in choices_of(vocabulary.SUPPORT_ROLE, translate):
            self._ui.support_role.addItem(word, value)
        self._ui.support_role.setCurrentIndex(self._ui.support_role.findData("partner"))
        self.community = self._picker("communities", COMMUNITIES, self.tr("Community: type its name"))
        self.workshop = self._picker("workshops", WORKSHOPS, self.tr("Workshop: type its name"))

    def _picker(self, target: str, entity: str, hint: str) -> RecordPicker:
        picker = RecordPicker(target)
        picker.set_up(self._page.context, allow_new=False)
        picker.setPlaceholderText(hint)
        picker.setAccessibleName(hint)
        picker.picked.connect(lambda known: self._add(entity, known))
        picker.refused.connect(self._ui.supports_refusal.say)
        self._ui.supports_adding.addWidget(picker, 1)
        return picker

    def _cells(self) -> tuple[Cell, ...]:
        return (
            Cell("what", self.tr("Kind"), self._kind, width=9, spare=1),
            Cell(
                "name",
                self.tr("Name"),
                lambda row: row.name,
                grows=True,
                tooltip=lambda row: row.name,
                width=28,
                least=24,
            ),
            Cell("roles", self.tr("Roles"), roles_text, edit=roles_text, tooltip=roles_text, width=16),
            Cell("province", self.tr("Province"), lambda row: row.province, width=9, spare=2),
            Cell("when", self.tr("Date"), lambda row: show_date(row.when), width=9, spare=3),
        )

    def _kind(self, row: SupportRow) -> str:
        return self.tr("Community") if row.entity == COMMUNITIES else self.tr("Workshop")

    def forget(self) -> None:
        """Another stakeholder is coming."""
        self._ui.supports_refusal.take_back()

    def show(self, page: StakeholderPage) -> None:
        """Show what it supports."""
        self._ui.supports.show_rows(page.supports)
        show_count(self._ui.tabs, self._ui.supports_tab, self.tr("S&upports"), len(page.supports) or None)

    def _open(self, row: SupportRow) -> None:
        navigator = self._page.context.navigator
        wanted = navigator.community_wanted if row.entity == COMMUNITIES else navigator.workshop_wanted
        wanted.emit(row.target)

    def _add(self, entity: str, known: Known) -> None:
        stakeholder, role = self._page.key, self._ui.support_role.currentData()
        if stakeholder is not None:
            self._page.write(
                ADDING[entity],
                lambda uow: support.add_support(uow, entity, stakeholder, known.id, (role,)),
                self._ui.supports_refusal,
            )

    def _on_edited(self, row: SupportRow, name: str, value: Any) -> None:
        roles = roles_of_text(str(value))
        self._page.change_cell(row.entity, self._ui.supports, row.relation_id, name, roles, self._ui.supports_refusal)

    def _remove(self, rows: tuple[SupportRow, ...]) -> None:
        for entity in (COMMUNITIES, WORKSHOPS):
            keys = [row.relation_id for row in rows if row.entity == entity]
            if keys:
                self._page.remove_rows(entity, keys, self._ui.supports_refusal)
