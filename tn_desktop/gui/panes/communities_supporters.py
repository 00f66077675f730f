"""Who supports a community, in which roles: the other side of a stakeholder's tab ‹Supports›."""

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from tn_desktop.gui.context import translate
from tn_desktop.gui.models.rows import Cell, RowsModel, choices_of
from tn_desktop.gui.widgets.detail_page import show_count
from tn_desktop.gui.widgets.look import roomy
from tn_desktop.gui.widgets.people_picker import RecordPicker
from tn_desktop.gui.widgets.refusal import Refusal
from tn_desktop.gui.widgets.rows_table import RowsTable
from tn_desktop.gui.widgets.support_roles import roles_of_text, roles_text
from tn_desktop.gui.write_labels import ADDING
from tn_desktop.model import vocabulary
from tn_desktop.services import support
from tn_desktop.services.known_people import Known
from tn_desktop.services.support import COMMUNITIES, SupportRow

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from tn_desktop.gui.panes.communities_page import CommunityDetail


class CommunitySupporters(QWidget):
    """The tab ‹Supporters› of a community's page.

    Attributes:
        role, picker: the role of the next one, and the line in which its name is typed.
        table: who supports it.
    """

    def __init__(self, page: "CommunityDetail") -> None:
        super().__init__()
        self._page = page
        self.role = QComboBox()
        self.role.setAccessibleName(self.tr("Role of the next one"))
        for value, word in choices_of(vocabulary.SUPPORT_ROLE, translate):
            self.role.addItem(word, value)
        self.role.setCurrentIndex(self.role.findData("partner"))
        self.picker = RecordPicker("stakeholders")
        self.picker.set_up(page.context, allow_new=False)
        self.picker.setPlaceholderText(self.tr("Stakeholder: type its name"))
        self.picker.setAccessibleName(self.tr("Stakeholder: type its name"))
        self.refusal = Refusal()
        self.table = RowsTable()
        self._model = RowsModel(
            (
                Cell("name", self.tr("Name"), lambda row: row.name, grows=True, tooltip=lambda row: row.name),
                Cell("roles", self.tr("Roles"), roles_text, edit=roles_text, tooltip=roles_text, width=20),
                Cell("province", self.tr("Province"), lambda row: row.province, width=9, spare=1),
            ),
            "key",
            self,
        )
        self.table.set_rows_model(self._model)
        self.table.setAccessibleName(self.tr("Supporters"))
        self.table.empty_text = self.tr("Nobody supports this community yet. Choose a role above, then type a name.")
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.role)
        line.addWidget(self.picker, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(8)
        column.addLayout(line)
        column.addWidget(self.refusal)
        column.addWidget(self.table, 1)
        roomy(self)
        self.picker.picked.connect(self._add)
        self.picker.refused.connect(self.refusal.say)
        self.table.opened.connect(lambda row: page.context.navigator.stakeholder_wanted.emit(row.target))
        self.table.removed.connect(self._remove)
        self._model.edited.connect(self._on_edited)
        tabs = page.ui.tabs
        tabs.insertTab(tabs.indexOf(page.ui.details_tab), self, self.tr("Supporters"))

    def show_community(self, community: int) -> None:
        """Read who supports it."""

        def query(connection: "Connection") -> tuple[SupportRow, ...]:
            return support.supporters(connection, community)

        def show(found: tuple[SupportRow, ...]) -> None:
            if community == self._page.key:
                self.table.show_rows(found)
                show_count(self._page.ui.tabs, self, self.tr("Supporters"), len(found) or None)

        self._page.context.tasks.read(query, show, owner=self, channel="supporters")

    def _add(self, known: Known) -> None:
        community, role = self._page.key, self.role.currentData()
        if community is not None:
            self._page.write(
                ADDING[COMMUNITIES],
                lambda uow: support.add_support(uow, COMMUNITIES, known.id, community, (role,)),
                self.refusal,
            )

    def _on_edited(self, row: SupportRow, name: str, value: Any) -> None:
        self._page.change_cell(COMMUNITIES, self.table, row.relation_id, name, roles_of_text(str(value)), self.refusal)

    def _remove(self, rows: tuple[SupportRow, ...]) -> None:
        self._page.remove_rows(COMMUNITIES, [row.relation_id for row in rows], self.refusal)
