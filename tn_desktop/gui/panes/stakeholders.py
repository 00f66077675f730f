"""The Stakeholders pane: NGOs, agencies, universities and experts around the communities."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from tn_desktop.gui.context import Context, translate
from tn_desktop.gui.models.paged import Column
from tn_desktop.gui.models.rows import choices_of
from tn_desktop.gui.panes.list_pane import Filter, ListPane, Words
from tn_desktop.gui.panes.stakeholders_page import StakeholderDetail
from tn_desktop.gui.widgets.editors import show_date
from tn_desktop.gui.widgets.filters import DisciplineChoices, ThemeChoices, province_choices
from tn_desktop.gui.widgets.status_marks import status_text
from tn_desktop.model import vocabulary
from tn_desktop.services.list_rows import StakeholderRow

RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class StakeholdersPane(ListPane):
    """Stakeholders by name, type, province, status or discipline."""

    name = "stakeholders"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        remembered = f"{self.name}/filter-discipline"
        self._disciplines = DisciplineChoices(context, self._filters["discipline"], remembered, self)
        self._themes = ThemeChoices(context, self._filters["theme"], f"{self.name}/filter-theme", self)

    def words(self) -> Words:
        return Words(
            self.tr("Stakeholders"),
            self.tr("Search name, discipline, province"),
            self.tr("No stakeholder yet. Add the first NGO, agency, university or expert you work with."),
            self.tr("+ New stakeholder"),
        )

    def columns(self) -> tuple[Column, ...]:
        return (
            Column("name", self.tr("Name"), lambda row: row.name, "name", tooltip=lambda row: row.name, width=28),
            Column("type", self.tr("Type"), _type, "type", tooltip=lambda row: row.disciplines, width=14),
            Column("province", self.tr("Province"), lambda row: row.province, "province", width=9, spare=2),
            Column("status", self.tr("Status"), _status, "status", width=8, spare=1),
            Column("due", self.tr("Follow-up"), lambda row: show_date(row.due), width=9, spare=1),
            Column("contacts", self.tr("Contacts"), lambda row: str(row.contacts), alignment=RIGHT, width=5, spare=3),
        )

    def filters(self) -> tuple[Filter, ...]:
        return (
            Filter("type", self.tr("Type"), choices_of(vocabulary.STAKEHOLDER_TYPE, translate)),
            Filter("province", self.tr("Province"), province_choices()),
            Filter("status", self.tr("Status"), choices_of(vocabulary.STAKEHOLDER_STATUS, translate)),
            Filter("discipline", self.tr("Discipline"), ()),
            Filter("theme", self.tr("Theme"), ()),
            Filter("due", self.tr("Follow-ups"), ((self.context.now().date().isoformat(), self.tr("Due today")),)),
        )

    def make_detail(self) -> StakeholderDetail:
        detail = StakeholderDetail(self.context)
        detail.created.connect(self.go_to)
        detail.new_left.connect(self._on_new_left)
        return detail

    @property
    def page(self) -> StakeholderDetail:
        """The page on the right."""
        detail = self.detail
        assert isinstance(detail, StakeholderDetail)
        return detail

    def show_detail(self, key: int | None) -> None:
        self.page.show_key(key)

    def new_record(self) -> None:
        province = self._filters["province"].currentData()
        self.page.begin_new({"province": province} if province else None)

    def focus_detail(self) -> None:
        self.page.focus_form()

    def _on_new_left(self) -> None:
        self.page.show_key(self.current_id)
        self.focus_list()


def _type(row: StakeholderRow) -> str:
    return vocabulary.word(vocabulary.STAKEHOLDER_TYPE, row.type or None, translate)


def _status(row: StakeholderRow) -> str:
    return status_text(vocabulary.STAKEHOLDER_STATUS, row.status)
