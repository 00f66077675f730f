"""The list of solutions with the page of the chosen one."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from tn_desktop.gui.context import Context, translate
from tn_desktop.gui.models.paged import Column
from tn_desktop.gui.models.rows import choices_of
from tn_desktop.gui.panes.list_pane import Filter, ListPane, Words
from tn_desktop.gui.panes.solutions_page import SolutionDetail
from tn_desktop.gui.widgets.editors import show_date
from tn_desktop.gui.widgets.filters import AnsweredNeedChoices, CommunityChoices, province_choices
from tn_desktop.gui.widgets.segments import TITLE_SIZE, Segments
from tn_desktop.gui.widgets.status_marks import status_text
from tn_desktop.model import vocabulary
from tn_desktop.services import solution_page
from tn_desktop.services.list_rows_solutions import SolutionRow

if TYPE_CHECKING:
    from collections.abc import Callable

RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def segments(chosen: str, wanted: "Callable[[str], None]") -> Segments:
    """The choice between solutions and outputs."""
    made = Segments(
        (
            ("solutions", QCoreApplication.translate("SolutionsPane", "Solutions")),
            ("outputs", QCoreApplication.translate("SolutionsPane", "Outputs")),
        ),
        chosen,
        TITLE_SIZE,
    )
    made.wanted.connect(wanted)
    return made


class SolutionsList(ListPane):
    """Solutions by title, community, province, status or the need they answer.

    Signals:
        view_wanted(str): the other list of the pane.
    """

    name = "solutions"
    view_wanted = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._communities = CommunityChoices(context, self._filters["community"], "solutions/filter-community", self)
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
        detail.created.connect(self.go_to)
        detail.new_left.connect(self._on_new_left)
        return detail

    @property
    def page(self) -> SolutionDetail:
        """The page on the right."""
        detail = self.detail
        assert isinstance(detail, SolutionDetail)
        return detail

    def show_detail(self, key: int | None) -> None:
        self.page.show_key(key)

    def new_record(self) -> None:
        self.begin_new({})

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

    def _build_heading(self) -> QHBoxLayout:
        row = super()._build_heading()
        replace_title(row, segments(self.name, self.view_wanted.emit))
        return row

    def _rounds(self, row: SolutionRow) -> str:
        return self.locale().toString(row.rounds) if row.rounds else "–"

    def _outputs(self, row: SolutionRow) -> str:
        return self.locale().toString(row.outputs) if row.outputs else "–"

    def _on_new_left(self) -> None:
        self.page.show_key(self.current_id)
        self.focus_list()


def replace_title(row: QHBoxLayout, widget: QWidget) -> None:
    """Put something else where a list's title stands."""
    taken = row.takeAt(0)
    title = taken.widget() if taken is not None else None
    if title is not None:
        title.deleteLater()
    row.insertWidget(0, widget)


def _about(row: SolutionRow) -> str:
    return "\n".join(part for part in (row.title, row.community) if part)


def _status(row: SolutionRow) -> str:
    return status_text(vocabulary.SOLUTION_STATUS, row.status)
