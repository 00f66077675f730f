"""The page of one need: where it comes from, its votes, what came of it, and the way on to a workshop or a solution."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtWidgets import QWidget

from tn_desktop.gui.context import Context, PlanWish, translate
from tn_desktop.gui.dialogs.decide import decide
from tn_desktop.gui.forms.need_detail import Ui_NeedDetail
from tn_desktop.gui.models.rows import Cell, RowsModel
from tn_desktop.gui.need_labels import DESIGN, VOTE, VOTE_BACK
from tn_desktop.gui.widgets.chain_view import ChainView
from tn_desktop.gui.widgets.detail_page import RecordPage, show_count
from tn_desktop.gui.widgets.editors import show_date
from tn_desktop.gui.widgets.field_form import FieldForm
from tn_desktop.gui.widgets.look import larger
from tn_desktop.gui.widgets.proposals import ProposalsTable
from tn_desktop.gui.widgets.status_marks import status_colour, status_text
from tn_desktop.model import vocabulary
from tn_desktop.model.changes import Changes
from tn_desktop.model.messages import QT_TRANSLATE_NOOP
from tn_desktop.services import need_page, needs
from tn_desktop.services.known_people import Known
from tn_desktop.services.need_page import Follow, GroupSum, NeedPage

if TYPE_CHECKING:
    from sqlalchemy import Connection

KINDS: Final = {
    "decisions": QT_TRANSLATE_NOOP("NeedDetail", "Decision"),
    "workshops": QT_TRANSLATE_NOOP("NeedDetail", "Workshop"),
    "solutions": QT_TRANSLATE_NOOP("NeedDetail", "Solution"),
    "engagements": QT_TRANSLATE_NOOP("NeedDetail", "Engagement"),
}
WORDS: Final = {
    "decisions": {},
    "workshops": vocabulary.SESSION_STATUS,
    "solutions": vocabulary.SOLUTION_STATUS,
    "engagements": vocabulary.ENGAGEMENT_KIND,
}


class NeedForm(FieldForm):
    """All fields of a need in groups."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, "needs", parent)
        self.heading(self.tr("Need"))
        self.add("title", "status", "community", "description", "themes", "cluster")
        self.heading(self.tr("Where it comes from"))
        self.add("raised_by", "raised_at", "session", "votes", "notes")


class NeedDetail(RecordPage):
    """One need.

    Attributes:
        community: whose need it is.
        chain: from the need to whom its outputs reached.
    """

    tables = (
        "need", "community", "person", "workshop_session", "workshop", "workshop_need", "solution", "solution_need",
        "decision", "decision_need", "engagement", "stakeholder",
    )  # fmt: skip

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.community: Known | None = None
        self._title = ""
        self.ui = Ui_NeedDetail()
        self.ui.setupUi(self)
        self.place_form(NeedForm(context))
        larger(self.ui.votes, 1.2, bold=True)
        self._set_up_follows()
        self.chain = ChainView(context)
        self.ui.tabs.addTab(self.chain, self.tr("C&hain"))
        self.ui.add_vote.clicked.connect(lambda: self._vote(1))
        self.ui.take_vote.clicked.connect(lambda: self._vote(-1))
        self.ui.plan.clicked.connect(self._plan)
        self.ui.solve.clicked.connect(self._solve)
        self.ui.decide.clicked.connect(self._decide)
        self.proposals = ProposalsTable()
        self.proposals.set_up(context)
        self.ui.tabs.addTab(self.proposals, self.tr("Who could help"))
        self.ui.take_vote.setText("−1")
        self.begin(
            self.tr("Choose a need on the left to see where it comes from and what came of it. Ctrl+N adds a new one.")
        )

    def _set_up_follows(self) -> None:
        self._follows = RowsModel(
            (
                Cell("date", self.tr("Date"), lambda row: show_date(row.date), width=9),
                Cell("kind", self.tr("What"), lambda row: translate("NeedDetail", KINDS[row.entity]), width=10),
                Cell("title", self.tr("Title"), lambda row: row.title, grows=True, tooltip=lambda row: row.title),
                Cell(
                    "status",
                    self.tr("Status"),
                    lambda row: status_text(WORDS[row.entity], row.status),
                    colour=lambda row: status_colour(row.status),
                    width=14,
                    spare=1,
                ),
            ),
            "key",
            self,
        )
        table = self.ui.follows
        table.set_rows_model(self._follows)
        table.empty_text = self.tr("Nothing yet. Plan a workshop that takes it up, or design a solution.")
        table.opened.connect(self._open)

    # --- showing

    def new_head(self) -> str:
        return self.tr("New need")

    def show_key(self, key: int | None) -> None:
        self.ui.refusal.take_back()
        if key != self.key:
            # Until the need is read, what is at hand is the earlier one's.
            self.community = None
            for button in (self.ui.plan, self.ui.solve, self.ui.decide):
                button.setEnabled(False)
            self.follow(key)
        super().show_key(key)

    def follow(self, key: int | None) -> None:
        self.chain.show_chain("needs", key)
        self.proposals.show_need(key)

    def begin_new(self, values: Any = None) -> None:
        self.community = None
        self._show_votes(None)
        self.follow(None)
        super().begin_new(values)

    def query(self, key: int) -> "Callable[[Connection], NeedPage]":
        return lambda connection: need_page.need_page(connection, key)

    def show_page(self, page: NeedPage) -> None:
        values = page.values
        self.community = page.community
        self._title = values["title"] or ""
        parts = (
            page.community.name if page.community else "",
            page.raised_by.name if page.raised_by else "",
            show_date(values["raised_at"]),
            f"{page.session.detail} {page.session.name}".strip() if page.session else "",
            self._group(values["cluster"], page.group),
        )
        self.ui.head.show_head(
            self._title,
            " · ".join(part for part in parts if part),
            status_text(vocabulary.NEED_STATUS, values["status"]),
            status_colour(values["status"]),
        )
        self._show_votes(values["votes"] or 0)
        self.ui.follows.show_rows(page.follows)
        show_count(self.ui.tabs, self.ui.follows_tab, self.tr("What came of &it"), len(page.follows))

    def _group(self, name: str | None, group: GroupSum | None) -> str:
        """What its group says together, where it is not alone in it."""
        if group is None or group.needs < 2:
            return ""
        needs, votes = self.tr("%n need(s)", "", group.needs), self.tr("%n vote(s)", "", group.votes)
        return self.tr("Group “{name}”: {needs}, {votes}").format(name=name, needs=needs, votes=votes)

    def _show_votes(self, votes: int | None) -> None:
        self.ui.votes.setText("" if votes is None else self.tr("%n vote(s)", "", votes))
        for widget in (self.ui.add_vote, self.ui.take_vote, self.ui.plan, self.ui.solve, self.ui.decide):
            widget.setEnabled(votes is not None)
        self.ui.decide.setVisible(self.community is not None)
        self.ui.take_vote.setEnabled(bool(votes))

    # --- doing

    def _vote(self, dots: int) -> None:
        need = self.key
        if need is not None:
            label = VOTE if dots > 0 else VOTE_BACK
            self.write(label, lambda uow: needs.vote(uow, need, dots), self.ui.refusal)

    def _plan(self) -> None:
        if self.key is not None:
            community = self.community.id if self.community is not None else None
            # The form has what was typed and not left yet; it may be read a moment later than the page.
            wish = PlanWish(community, (self.key,), self.form.value("title") or self._title)
            self.context.navigator.plan_wanted.emit(wish)

    def _solve(self) -> None:
        need = self.key
        if need is None:
            return
        today = self.context.now().date()

        def show(changes: Changes) -> None:
            self.ui.tabs.setCurrentWidget(self.ui.follows_tab)
            if changes.subject is not None:
                self.context.navigator.record_wanted.emit("solutions", changes.subject)

        self.write(DESIGN, lambda uow: needs.design_solution(uow, [need], today), self.ui.refusal, done=show)

    def _decide(self) -> None:
        """Decisions are those of a community; one without has none to write."""
        if self.key is not None and self.community is not None:
            self.deciding = decide(self.context, self.community.id, (self.key,), self)

    def _open(self, row: Follow) -> None:
        self.context.navigator.record_wanted.emit(row.entity, row.id)
