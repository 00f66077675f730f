"""The tabs ‹Needs› and ‹Groups›: what a community says it needs, and the groups that grew out of it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from tn_desktop.gui.context import NeedsWish, translate
from tn_desktop.gui.models.rows import Cell, RowsModel, choices_of
from tn_desktop.gui.widgets.detail_page import show_count
from tn_desktop.gui.widgets.editors import show_date
from tn_desktop.gui.widgets.status_marks import status_colour, status_text
from tn_desktop.gui.write_labels import CHANGING
from tn_desktop.model import vocabulary
from tn_desktop.model.changes import Changes
from tn_desktop.services import records
from tn_desktop.services.community_network import CommunityNetwork, GroupRow
from tn_desktop.services.need_rows import NeedRow

if TYPE_CHECKING:
    from tn_desktop.gui.panes.communities_page import CommunityDetail
    from tn_desktop.store.unit_of_work import UnitOfWork

RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class NeedsTab(QObject):
    """Needs of a community, the most voted first."""

    def __init__(self, page: "CommunityDetail") -> None:
        super().__init__(page)
        self._page = page
        self._ui = ui = page.ui
        statuses = vocabulary.NEED_STATUS
        self.model = RowsModel(
            (
                Cell(
                    "votes", self.tr("Votes"), lambda row: page.locale().toString(row.votes), alignment=RIGHT, width=4
                ),
                Cell("title", self.tr("Need"), lambda row: row.title, grows=True, tooltip=_themes),
                Cell(
                    "status",
                    self.tr("Status"),
                    lambda row: status_text(statuses, row.status),
                    edit=lambda row: row.status,
                    choices=choices_of(statuses, translate),
                    colour=lambda row: status_colour(row.status),
                    width=13,
                ),
                Cell("date", self.tr("Date"), lambda row: show_date(row.raised_at[:10]), width=9, spare=2),
                Cell(
                    "cluster",
                    self.tr("Group"),
                    lambda row: row.cluster,
                    edit=lambda row: row.cluster,
                    width=10,
                    spare=1,
                ),
            ),
            "id",
            self,
        )
        table = ui.needs
        table.set_rows_model(self.model)
        table.empty_text = self.tr("No need yet. Type the first one above: what teachers say they need, in one line.")
        table.opened.connect(lambda row: page.context.navigator.record_wanted.emit("needs", row.id))
        table.removed.connect(self._remove)
        self.model.edited.connect(
            lambda row, name, value: page.change_cell("needs", ui.needs, row.id, name, value, ui.needs_refusal)
        )
        ui.add_need.set_up(page.context, ui.needs_refusal)
        ui.add_need.raised.connect(table.choose)
        ui.count_votes.clicked.connect(lambda: self._wish("count"))
        ui.show_board.clicked.connect(lambda: self._wish("board"))
        ui.decide.clicked.connect(lambda: page.decide(tuple(row.id for row in table.chosen_rows())))

    def show(self, network: CommunityNetwork) -> None:
        """Show a community's needs."""
        self._ui.add_need.belong_to(self._page.key)
        self._ui.needs.show_rows(network.needs)
        show_count(self._ui.tabs, self._ui.needs_tab, self.tr("N&eeds"), network.total_needs)

    def _wish(self, view: str) -> None:
        page = self._page
        if page.key is not None:
            page.context.navigator.needs_wanted.emit(NeedsWish(view, page.key, page.title))

    def _remove(self, rows: tuple[NeedRow, ...]) -> None:
        self._page.remove_rows("needs", [row.id for row in rows], self._ui.needs_refusal)


class GroupsTab(QObject):
    """What grew out of a community, and out of what it grew."""

    def __init__(self, page: "CommunityDetail") -> None:
        super().__init__(page)
        self._page = page
        self._ui = ui = page.ui
        self.model = RowsModel(
            (
                Cell("how", self.tr("How"), self._how, width=18, spare=1),
                Cell("name", self.tr("Name"), lambda row: row.name, grows=True, tooltip=lambda row: row.name),
                Cell("kind", self.tr("Kind"), _kind, width=13, spare=2),
                Cell("members", self.tr("Members"), lambda row: str(row.members), alignment=RIGHT, width=6),
                Cell("province", self.tr("Province"), lambda row: row.province, width=10, spare=3),
                Cell(
                    "status",
                    self.tr("Status"),
                    lambda row: status_text(vocabulary.COMMUNITY_STATUS, row.status),
                    colour=lambda row: status_colour(row.status),
                    width=10,
                ),
            ),
            "link_id",
            self,
        )
        table = ui.groups
        table.set_rows_model(self.model)
        table.empty_text = self.tr("No working group yet. “New working group” makes one with some of the members.")
        table.opened.connect(lambda row: page.context.navigator.community_wanted.emit(row.id))
        table.removed.connect(self._part)
        ui.new_group.clicked.connect(lambda: page.set_up_group(()))
        ui.set_up_group.clicked.connect(
            lambda: page.set_up_group(tuple(row.person_id for row in ui.members.chosen_rows()))
        )

    def show(self, network: CommunityNetwork) -> None:
        """Show a community's groups."""
        self._ui.groups.show_rows(network.groups)
        show_count(self._ui.tabs, self._ui.groups_tab, self.tr("Gro&ups"), len(network.groups))

    def _how(self, row: GroupRow) -> str:
        return self.tr("↳ grew out of this one") if row.grown else self.tr("↰ this one grew out of it")

    def _part(self, rows: tuple[GroupRow, ...]) -> None:
        """Del takes the relation away, never the community."""
        here = self._page.key
        if here is None:
            return

        def part(uow: "UnitOfWork") -> Changes:
            for row in rows:
                young, old = (row.id, here) if row.grown else (here, row.id)
                origins = records.show(uow.connection, "communities", young)["grown_from"]
                gone = records.uid_of(uow.connection, "communities", old)
                records.change(uow, "communities", young, {"grown_from": [uid for uid in origins if uid != gone]})
            return uow.changes()

        self._page.write(CHANGING["communities"], part, self._ui.groups_refusal)


def _themes(row: NeedRow) -> str:
    return "\n".join(part for part in (row.title, ", ".join(row.themes)) if part)


def _kind(row: GroupRow) -> str:
    return vocabulary.word(vocabulary.COMMUNITY_KIND, row.kind or None, translate)
