"""The page of one community: members, needs, decisions, workshops, groups, its path, its timeline, its fields."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from tn_desktop.gui.context import Context, PlanWish, translate
from tn_desktop.gui.dialogs.decide import decide
from tn_desktop.gui.dialogs.working_group import set_up_group
from tn_desktop.gui.forms.community_detail import Ui_CommunityDetail
from tn_desktop.gui.models.rows import Cell, RowsModel, choices_of
from tn_desktop.gui.panes.communities_decisions import DecisionsTab
from tn_desktop.gui.panes.communities_needs import GroupsTab, NeedsTab
from tn_desktop.gui.panes.communities_path import PathTab
from tn_desktop.gui.panes.communities_supporters import CommunitySupporters
from tn_desktop.gui.panes.communities_timeline import TimelineTab
from tn_desktop.gui.widgets.detail_page import RecordPage, Step, show_count
from tn_desktop.gui.widgets.editors import show_date
from tn_desktop.gui.widgets.field_form import FieldForm
from tn_desktop.gui.widgets.look import quiet_colour
from tn_desktop.gui.widgets.status_marks import status_colour, status_text
from tn_desktop.gui.write_labels import ADDING
from tn_desktop.model import vocabulary
from tn_desktop.model.messages import QT_TRANSLATE_NOOP
from tn_desktop.model.places import province_name
from tn_desktop.services import community_network, community_page
from tn_desktop.services.community_network import CommunityNetwork
from tn_desktop.services.community_page import CommunityPage, MemberRow
from tn_desktop.services.known_people import Known
from tn_desktop.services.list_rows import WorkshopRow

if TYPE_CHECKING:
    from sqlalchemy import Connection

RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
ISSUE_SHOWN = 110
"""Letters of the shared issue that stand in the head of the page."""
ADD_NEW_MEMBER = QT_TRANSLATE_NOOP("history", "Add a new person as a member")


class CommunityForm(FieldForm):
    """All fields of a community in groups."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, "communities", parent)
        self.heading(self.tr("Community"))
        self.add("name", "kind", "province", "stage", "status", "founded")
        self.heading(self.tr("What gathers it"))
        self.add("issue", "goals", "motivation", "grown_from", "notes")


class CommunityDetail(RecordPage):
    """One community.

    Attributes:
        title: its name.
        decisions: the tab of its decisions.
        timeline: the tab of everything that happened.
        path: the tab of the five steps.
        supporters: the tab of who supports it.
    """

    tables = (
        "community", "community_origin", "membership", "person", "workshop", "workshop_community", "workshop_session",
        "enrolment", "attendance", "need", "decision", "decision_need", "solution", "iteration", "output",
        "engagement", "stakeholder", "community_stakeholder", "workshop_stakeholder", "survey",
    )  # fmt: skip

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.title = ""
        self._province = ""
        self.ui = Ui_CommunityDetail()
        self.ui.setupUi(self)
        self.place_form(CommunityForm(context))
        self._set_up_members()
        self._set_up_workshops()
        self._needs, self._groups = NeedsTab(self), GroupsTab(self)
        self.decisions, self.timeline, self.path = DecisionsTab(self), TimelineTab(self), PathTab(self)
        self.supporters = CommunitySupporters(self)
        self.ui.plan.clicked.connect(self._plan)
        self.ui.import_list.clicked.connect(self._import)
        self.begin(self.tr("Choose a community on the left to see its members and workshops. Ctrl+N adds a new one."))

    def _set_up_members(self) -> None:
        self._members = RowsModel(self._member_cells(), "membership_id", self)
        table = self.ui.members
        table.set_rows_model(self._members)
        table.empty_text = self.tr("No members yet. Type a name above, or paste a list from Excel or WhatsApp.")
        table.opened.connect(lambda row: self.context.navigator.person_wanted.emit(row.person_id))
        table.removed.connect(self._remove_members)
        self._members.edited.connect(self._on_member_edited)
        line = self.ui.add_member
        line.set_up(self.context)
        line.picked.connect(self._add_known)
        line.entered.connect(self._add_new)

    def _member_cells(self) -> tuple[Cell, ...]:
        roles = vocabulary.MEMBERSHIP_ROLE
        return (
            Cell("name", self.tr("Name"), _name, grows=True, tooltip=_about, colour=_faded),
            Cell("subject", self.tr("Subject"), lambda row: row.subject, width=12, colour=_faded, spare=1),
            Cell(
                "role",
                self.tr("Role"),
                lambda row: vocabulary.word(roles, row.role or None, translate),
                edit=lambda row: row.role,
                choices=choices_of(roles, translate),
                width=11,
                colour=_faded,
            ),
            Cell(
                "joined",
                self.tr("Joined"),
                lambda row: show_date(row.joined),
                edit=lambda row: show_date(row.joined),
                width=9,
                colour=_faded,
            ),
            Cell(
                "left",
                self.tr("Left"),
                lambda row: show_date(row.left),
                edit=lambda row: show_date(row.left),
                width=9,
                colour=_faded,
            ),
        )

    def _set_up_workshops(self) -> None:
        kinds = vocabulary.WORKSHOP_KIND
        self._workshops = RowsModel(
            (
                Cell("date", self.tr("Date"), lambda row: show_date(row.starts_at[:10]), width=9),
                Cell("title", self.tr("Title"), lambda row: row.title, grows=True, tooltip=lambda row: row.title),
                Cell(
                    "kind",
                    self.tr("Kind"),
                    lambda row: vocabulary.word(kinds, row.kind or None, translate),
                    width=12,
                    spare=2,
                ),
                Cell("sessions", self.tr("Sessions"), lambda row: str(row.sessions), alignment=RIGHT, width=7, spare=1),
                Cell("enrolled", self.tr("People"), lambda row: str(row.enrolled), alignment=RIGHT, width=6),
                Cell(
                    "status",
                    self.tr("Status"),
                    lambda row: status_text(vocabulary.SESSION_STATUS, row.status),
                    colour=lambda row: status_colour(row.status),
                    width=11,
                ),
            ),
            "id",
            self,
        )
        table = self.ui.workshops
        table.set_rows_model(self._workshops)
        table.empty_text = self.tr("No workshop yet. “Plan a workshop” makes the first one for this community.")
        table.opened.connect(self._open_workshop)

    # --- showing

    def new_head(self) -> str:
        return self.tr("New community")

    def show_key(self, key: int | None) -> None:
        for refusal in ("members", "needs", "decisions", "groups"):
            getattr(self.ui, f"{refusal}_refusal").take_back()
        self.supporters.refusal.take_back()
        super().show_key(key)

    def begin_new(self, values: Any = None) -> None:
        self.ui.subjects.show_shares((), "", "")
        self.path.clear()
        super().begin_new(values)

    def query(self, key: int) -> "Callable[[Connection], tuple[CommunityPage, CommunityNetwork]]":
        return lambda connection: (
            community_page.community_page(connection, key),
            community_network.network(connection, key),
        )

    def show_page(self, page: tuple[CommunityPage, CommunityNetwork]) -> None:
        self._show_own(page[0])

    def show_rest(self, page: tuple[CommunityPage, CommunityNetwork]) -> Sequence[Step]:
        own, network = page
        said = {"gathering": own.values["issue"] or "", "community": own.values["goals"] or ""}
        return (
            (self.ui.members_tab, lambda: self.ui.members.show_rows(own.members)),
            (self.ui.path_tab, lambda: self.path.show(network.path, said)),
            (self.ui.needs_tab, lambda: self._needs.show(network)),
            (self.ui.groups_tab, lambda: self._groups.show(network)),
            (self.ui.decisions_tab, lambda: self.decisions.show(network)),
            (self.ui.workshops_tab, lambda: self.ui.workshops.show_rows(own.workshops)),
            (self.ui.timeline_tab, lambda: self.timeline.show(own.id)),
            (None, lambda: self.supporters.show_community(own.id)),
        )

    def _show_own(self, page: CommunityPage) -> None:
        values = page.values
        self.title, self._province = values["name"] or "", values["province"] or ""
        stage = vocabulary.word(vocabulary.COMMUNITY_STAGE, values["stage"], translate)
        parts = (
            province_name(values["province"]),
            vocabulary.word(vocabulary.COMMUNITY_KIND, values["kind"], translate),
            stage,
        )
        status = values["status"]
        self.ui.head.show_head(
            self.title,
            "\n".join(line for line in (" · ".join(part for part in parts if part), _start(values["issue"])) if line),
            status_text(vocabulary.COMMUNITY_STATUS, status),
            status_colour(status),
        )
        shares = [(share.subject, share.count) for share in page.subjects]
        self.ui.subjects.show_shares(shares, self.tr("Other subjects"), self.tr("Subject not known"))
        self.ui.add_member.province = self._province
        show_count(self.ui.tabs, self.ui.members_tab, self.tr("&Members"), page.today)
        show_count(self.ui.tabs, self.ui.workshops_tab, self.tr("&Workshops"), len(page.workshops))

    # --- members

    def _add_known(self, known: Known) -> None:
        community = self.key
        if community is None:
            return

        def told(count: object) -> None:
            if not count:
                text = self.tr("{name} is a member already.").format(name=known.name)
                self.ui.members_refusal.say(text)

        self.write(
            ADDING["memberships"],
            lambda uow: community_page.add_members(uow, community, [known.id]),
            self.ui.members_refusal,
            done=lambda changes: told(changes.told.get("count")),
        )

    def _add_new(self, name: str) -> None:
        community = self.key
        if community is not None:
            self.write(
                ADD_NEW_MEMBER,
                lambda uow: community_page.add_new_member(uow, community, name),
                self.ui.members_refusal,
                failed=lambda _error: self.ui.add_member.setText(name),
            )

    def _on_member_edited(self, row: MemberRow, name: str, value: Any) -> None:
        self.change_cell("memberships", self.ui.members, row.membership_id, name, value, self.ui.members_refusal)

    def _remove_members(self, rows: tuple[MemberRow, ...]) -> None:
        self.remove_rows("memberships", [row.membership_id for row in rows], self.ui.members_refusal)

    def _import(self) -> None:
        if self.key is not None:
            self.context.navigator.import_wanted.emit((None, ("community", self.key)))

    # --- decisions and groups

    def decide(self, needs: Sequence[int]) -> None:
        """Write a decision down, about these needs."""
        if self.key is not None:
            self.deciding = decide(self.context, self.key, needs, self)
            self.deciding.accepted.connect(self._on_decided)

    def _on_decided(self) -> None:
        if self.deciding.made is not None:
            self.decisions.go_to(self.deciding.made)

    def set_up_group(self, members: Sequence[int]) -> None:
        """Set up a working group out of this community, with these people."""
        if self.key is not None:
            origin = Known(self.key, self.title)
            self.founding = set_up_group(self.context, origin, members, self._province, self)

    # --- workshops

    def _open_workshop(self, row: WorkshopRow) -> None:
        self.context.navigator.workshop_wanted.emit(row.id)

    def _plan(self) -> None:
        if self.key is not None:
            self.context.navigator.plan_wanted.emit(PlanWish(community=self.key))


def _start(text: str | None) -> str:
    """The beginning of the shared issue, on one line."""
    whole = " ".join((text or "").split())
    return whole if len(whole) <= ISSUE_SHOWN else f"{whole[:ISSUE_SHOWN].rstrip()}…"


def _name(row: MemberRow) -> str:
    return f"{row.name} · {row.label}" if row.label else row.name


def _about(row: MemberRow) -> str:
    return " · ".join(part for part in (row.institution, row.subject, row.phone) if part)


def _faded(row: MemberRow) -> QColor | None:
    """Who has left stands back; the date says so in words."""
    return quiet_colour() if row.left else None
