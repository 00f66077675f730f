"""The list of solutions with the page of the chosen one."""

from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from tn_desktop.gui.context import Context, translate
from tn_desktop.gui.models.paged import Column
from tn_desktop.gui.models.rows import choices_of
from tn_desktop.gui.panes.list_pane_parts import Filter, Words
from tn_desktop.gui.panes.solutions_page import SolutionDetail
from tn_desktop.gui.panes.solutions_views import RIGHT, View
from tn_desktop.gui.widgets.editors import show_date
from tn_desktop.gui.widgets.filters import AnsweredNeedChoices, CommunityChoices, province_choices
from tn_desktop.gui.widgets.status_marks import status_text
from tn_desktop.model import vocabulary
from tn_desktop.services import solution_page
from tn_desktop.services.list_rows_solutions import SolutionRow

if TYPE_CHECKING:
    pass


class SolutionsList(View):
    """Solutions by title, community, province, status or the need they answer."""

    name = "solutions"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._communities = CommunityChoices(context, self._filters["community"], "solutions/filter-community", self)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(key), self, self.page.rounds.begin)
        self._needs = AnsweredNeedChoices(context, self._filters["need"], "solutions/filter-need", self)

    def words(self) -> Words:
        return Words(
            self.tr("Solutions"),
            self.tr("Search title, description, province"),
            self.tr("No solution yet. Take down what you try for a need: give it a name, the rounds follow."),
            self.tr("+ New solution"),
        )

    def columns(self) -> tuple[Column, ...]:
        return (
            Column("title", self.tr("Title"), lambda row: row.title, "title", tooltip=_about, width=26),
            Column("province", self.tr("Province"), lambda row: row.province, "province", width=9, spare=2),
            Column("rounds", self.tr("Rounds"), self._rounds, alignment=RIGHT, width=6),
            Column("outputs", self.tr("Outputs"), self._outputs, alignment=RIGHT, width=6, spare=1),
            Column("started", self.tr("Started"), lambda row: show_date(row.started), "started", width=9, spare=3),
            Column("status", self.tr("Status"), _status, "status", width=12),
        )

    def filters(self) -> tuple[Filter, ...]:
        return (
            Filter("community", self.tr("Community"), ()),
            Filter("status", self.tr("Status"), choices_of(vocabulary.SOLUTION_STATUS, translate)),
            Filter("province", self.tr("Province"), province_choices()),
            Filter("need", self.tr("Need"), ()),
        )

    def make_detail(self) -> SolutionDetail:
        detail = SolutionDetail(self.context)
        self.set_up(detail)
        return detail

    @property
    def page(self) -> SolutionDetail:
        """The page on the right."""
        detail = self.detail
        assert isinstance(detail, SolutionDetail)
        return detail

    def begin_new(self, values: dict[str, Any]) -> None:
        """A new solution with some values given; else those of the filters."""
        chosen = {name: self._filters[name].currentData() for name in ("community", "province")}
        need = self._filters["need"].currentData()
        given = {name: value for name, value in chosen.items() if value} | ({"needs": [need]} if need else {})
        self.page.begin_new(given | values)

    def show_round(self, key: int) -> None:
        """Show the solution of a round, with that round open."""
        self.context.tasks.read(
            lambda connection: solution_page.solution_of(connection, key),
            lambda solution: self._on_solution_of(solution, key),
            owner=self,
        )

    def _on_solution_of(self, solution: int | None, key: int) -> None:
        if solution is not None:
            self.go_to(solution)
            self.page.open_round(solution, key)

    def focus_detail(self) -> None:
        self.page.focus_rounds()

    def _rounds(self, row: SolutionRow) -> str:
        return self.locale().toString(row.rounds) if row.rounds else "–"

    def _outputs(self, row: SolutionRow) -> str:
        return self.locale().toString(row.outputs) if row.outputs else "–"


def _about(row: SolutionRow) -> str:
    return "\n".join(part for part in (row.title, row.community) if part)


def _status(row: SolutionRow) -> str:
    return status_text(vocabulary.SOLUTION_STATUS, row.status)
