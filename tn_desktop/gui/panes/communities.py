"""The Communities pane: every community and working group."""

from PySide6.QtCore import Qt

from tn_desktop.gui.context import translate
from tn_desktop.gui.models.paged import Column
from tn_desktop.gui.models.rows import choices_of
from tn_desktop.gui.panes.communities_page import CommunityDetail
from tn_desktop.gui.panes.list_pane import Filter, ListPane, Words
from tn_desktop.gui.widgets.filters import province_choices
from tn_desktop.gui.widgets.status_marks import status_text
from tn_desktop.model import vocabulary
from tn_desktop.services import lists
from tn_desktop.services.list_rows import CommunityRow
from tn_desktop.services.need_rows import DecisionRow

RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class CommunitiesPane(ListPane):
    """Communities by name, province, kind or status."""

    name = "communities"
    list_share = 36

    def words(self) -> Words:
        return Words(
            self.tr("Communities"),
            self.tr("Search name, issue, province"),
            self.tr("No community yet. Begin with the group you know best: give it a name and add its members."),
            self.tr("+ New community"),
        )

    def columns(self) -> tuple[Column, ...]:
        return (
            Column("name", self.tr("Name"), lambda row: row.name, "name", tooltip=_about, width=28, least=26),
            Column("province", self.tr("Province"), lambda row: row.province, "province", width=9, spare=2),
            Column("members", self.tr("Members"), self._members, alignment=RIGHT, width=5),
            Column("stage", self.tr("Stage"), _stage, "stage", tooltip=_stage, width=9, spare=3),
            Column("status", self.tr("Status"), _status, "status", width=8, spare=1),
        )

    def filters(self) -> tuple[Filter, ...]:
        return (
            Filter("province", self.tr("Province"), province_choices()),
            Filter("kind", self.tr("Kind"), choices_of(vocabulary.COMMUNITY_KIND, translate)),
            Filter("stage", self.tr("Stage"), choices_of(vocabulary.COMMUNITY_STAGE, translate)),
            Filter("status", self.tr("Status"), choices_of(vocabulary.COMMUNITY_STATUS, translate)),
        )

    def make_detail(self) -> CommunityDetail:
        detail = CommunityDetail(self.context)
        detail.created.connect(self.go_to)
        detail.new_left.connect(self._on_new_left)
        return detail

    @property
    def page(self) -> CommunityDetail:
        """The page on the right."""
        detail = self.detail
        assert isinstance(detail, CommunityDetail)
        return detail

    def show_detail(self, key: int | None) -> None:
        self.page.show_key(key)

    def new_record(self) -> None:
        province = self._filters["province"].currentData()
        self.page.begin_new({"province": province} if province else None)

    def focus_detail(self) -> None:
        self.page.focus_form()

    def import_target(self) -> tuple[str, int] | None:
        """Where a pasted list goes: the chosen community."""
        return ("community", self.current_id) if self.current_id is not None else None

    def show_decision(self, key: int) -> None:
        """Go to a decision on the page of its community."""
        self.context.tasks.read(
            lambda connection: lists.rows_of(connection, "decisions", [key]), self._on_decision, owner=self
        )

    def _on_decision(self, rows: list[DecisionRow]) -> None:
        for row in rows:
            self.go_to(row.community_id)
            self.page.decisions.go_to(row.id)

    def _members(self, row: CommunityRow) -> str:
        return self.locale().toString(row.members)

    def _on_new_left(self) -> None:
        self.page.show_key(self.current_id)
        self.focus_list()


def _stage(row: CommunityRow) -> str:
    return vocabulary.word(vocabulary.COMMUNITY_STAGE, row.stage or None, translate)


def _status(row: CommunityRow) -> str:
    return status_text(vocabulary.COMMUNITY_STATUS, row.status)


def _about(row: CommunityRow) -> str:
    return f"{row.name} · {row.province}" if row.province else row.name
