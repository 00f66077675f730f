"""The Workshops pane: every activity, newest first, with its sessions beside it."""

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from tn_desktop.gui.context import Context, PlanWish, translate
from tn_desktop.gui.dialogs.plan_workshop import plan
from tn_desktop.gui.models.paged import Column
from tn_desktop.gui.models.rows import choices_of
from tn_desktop.gui.panes.list_pane import Filter, ListPane, Words
from tn_desktop.gui.panes.workshops_page import WorkshopDetail
from tn_desktop.gui.widgets.filters import CommunityChoices, province_choices
from tn_desktop.gui.widgets.status_marks import status_text
from tn_desktop.model import vocabulary
from tn_desktop.services.list_rows import WorkshopRow

RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
STATUSES = {
    status: vocabulary.SESSION_STATUS[status] for status in (vocabulary.PLANNED, vocabulary.HELD, vocabulary.CANCELLED)
}
"""What a workshop can be as a whole."""


class WorkshopsPane(ListPane):
    """Workshops by date, title, province, kind or status."""

    name = "workshops"
    list_share = 45

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._communities = CommunityChoices(context, self._filters["community"], f"{self.name}/filter-community", self)
        edit = QShortcut(QKeySequence("F2"), self.table, context=Qt.ShortcutContext.WidgetShortcut)
        edit.activated.connect(lambda: self.page.focus_form())
        QShortcut(QKeySequence("Ctrl+P"), self, lambda: self.page.print_sheet())

    def words(self) -> Words:
        return Words(
            self.tr("Workshops"),
            self.tr("Search title, province"),
            self.tr("No workshop yet. Plan the first one: a title and a date are enough."),
            self.tr("+ New workshop"),
        )

    def columns(self) -> tuple[Column, ...]:
        return (
            Column("date", self.tr("Date"), self._date, "date", width=9, newest_first=True),
            Column("title", self.tr("Title"), lambda row: row.title, "title", tooltip=lambda row: row.title, width=28),
            Column("people", self.tr("People"), self._people, alignment=RIGHT, width=5),
            Column("status", self.tr("Status"), _status, "status", width=10),
            Column("province", self.tr("Province"), lambda row: row.province, "province", width=9, spare=1),
        )

    def filters(self) -> tuple[Filter, ...]:
        return (
            Filter("province", self.tr("Province"), province_choices()),
            Filter("kind", self.tr("Kind"), choices_of(vocabulary.WORKSHOP_KIND, translate)),
            Filter("status", self.tr("Status"), choices_of(STATUSES, translate)),
            Filter("community", self.tr("Community"), ()),
        )

    def make_detail(self) -> WorkshopDetail:
        return WorkshopDetail(self.context)

    @property
    def page(self) -> WorkshopDetail:
        """The page on the right."""
        detail = self.detail
        assert isinstance(detail, WorkshopDetail)
        return detail

    def show_detail(self, key: int | None) -> None:
        self.page.show_key(key)

    def new_record(self) -> None:
        community = self._filters["community"].currentData()
        self.planning = plan(self.context, PlanWish(community), self)

    def focus_detail(self) -> None:
        self.page.focus_sessions()

    def import_target(self) -> tuple[str, int] | None:
        """Where a pasted list goes: the chosen workshop."""
        return ("workshop", self.current_id) if self.current_id is not None else None

    def export_scope(self) -> tuple[str, int] | None:
        """What Ctrl+E exports: the chosen workshop."""
        return self.import_target()

    def _date(self, row: WorkshopRow) -> str:
        """Day and month as on a wall calendar; the year too where it is not this one."""
        if not row.starts_at:
            return "–"
        start = datetime.fromisoformat(row.starts_at)
        return f"{start:%d.%m}" if start.year == self.context.now().year else f"{start:%d.%m.%Y}"

    def _people(self, row: WorkshopRow) -> str:
        return self.locale().toString(row.enrolled)


def _status(row: WorkshopRow) -> str:
    return status_text(vocabulary.SESSION_STATUS, row.status)
