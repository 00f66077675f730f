"""The page of one solution: its rounds, its outputs, the chain it stands in, its fields."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from tn_desktop.gui.context import Context, translate
from tn_desktop.gui.forms.solution_detail import Ui_SolutionDetail
from tn_desktop.gui.models.rows import Cell, RowsModel
from tn_desktop.gui.panes.solutions_rounds import RoundsTab
from tn_desktop.gui.reach_words import reach_lines, reach_short
from tn_desktop.gui.widgets.chain_view import ChainView
from tn_desktop.gui.widgets.detail_page import RecordPage, show_count
from tn_desktop.gui.widgets.editors import show_date
from tn_desktop.gui.widgets.field_form import FieldForm
from tn_desktop.gui.widgets.status_marks import status_colour, status_text
from tn_desktop.model import vocabulary
from tn_desktop.model.places import province_name
from tn_desktop.services.list_rows_solutions import OutputRow
from tn_desktop.services.solution_page import SolutionPage, solution_page

if TYPE_CHECKING:
    from sqlalchemy import Connection

RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class SolutionForm(FieldForm):
    """All fields of a solution in groups."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, "solutions", parent)
        self.heading(self.tr("Solution"))
        self.add("title", "description", "status", "started", "province", "community")
        self.heading(self.tr("Where it comes from"))
        self.add("needs", "workshops", "notes")


class SolutionDetail(RecordPage):
    """One solution.

    Signals:
        output_wanted(object): begin a new output with these values.
    """

    tables = (
        "solution", "solution_need", "solution_workshop", "need", "workshop", "community", "iteration",
        "iteration_person", "person", "output", "reach",
    )  # fmt: skip
    output_wanted = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._page: SolutionPage | None = None
        self._round_wanted: tuple[int, int] | None = None
        self.ui = Ui_SolutionDetail()
        self.ui.setupUi(self)
        self.place_form(SolutionForm(context))
        self.rounds = RoundsTab(self)
        self._set_up_outputs()
        self.chain = ChainView(context)
        self.ui.chain_column.addWidget(self.chain)
        self.ui.new_round.clicked.connect(self.rounds.begin)
        self.ui.new_output.clicked.connect(self._new_output)
        self.begin(self.tr("Choose a solution on the left to see its rounds. Ctrl+N adds a new one."))

    def _set_up_outputs(self) -> None:
        kinds = vocabulary.OUTPUT_KIND
        self._outputs = RowsModel(
            (
                Cell("date", self.tr("Date"), lambda row: show_date(row.date), width=9),
                Cell("title", self.tr("Title"), lambda row: row.title, grows=True, tooltip=lambda row: row.title),
                Cell(
                    "kind", self.tr("Kind"), lambda row: vocabulary.word(kinds, row.kind or None, translate), width=11
                ),
                Cell(
                    "reached", self.tr("Reached"), self._reached, alignment=RIGHT, tooltip=self._reached_long, width=13
                ),
            ),
            "id",
            self,
        )
        table = self.ui.outputs
        table.set_rows_model(self._outputs)
        table.empty_text = self.tr(
            "No output yet. “New output” takes down what came out of it: a lesson plan, a video …"
        )
        table.opened.connect(lambda row: self.context.navigator.record_wanted.emit("outputs", row.id))
        table.removed.connect(
            lambda rows: self.remove_rows("outputs", [row.id for row in rows], self.ui.outputs_refusal)
        )

    # --- showing

    def new_head(self) -> str:
        return self.tr("New solution")

    def show_key(self, key: int | None) -> None:
        if key != self.key:
            self.rounds.forget()
            self.follow(key)
        super().show_key(key)

    def follow(self, key: int | None) -> None:
        self.chain.show_chain("solutions", key)

    def begin_new(self, values: Any = None) -> None:
        self.rounds.forget()
        self.follow(None)
        super().begin_new(values)

    def query(self, key: int) -> "Callable[[Connection], SolutionPage]":
        return lambda connection: solution_page(connection, key)

    def show_page(self, page: SolutionPage) -> None:
        self._page = page
        values = page.values
        needs = ", ".join(f"“{need.name}”" for need in page.needs)
        parts = (page.community, province_name(values["province"]), self._since(values["started"]))
        line = " · ".join(part for part in parts if part)
        if needs:
            answers = self.tr("Answers: {needs}").format(needs=needs)
            line = f"{line}\n{answers}" if line else answers
        status = values["status"]
        self.ui.head.show_head(
            values["title"] or "", line, status_text(vocabulary.SOLUTION_STATUS, status), status_colour(status)
        )
        self.rounds.show(page)
        self.ui.outputs.show_rows(page.outputs)
        show_count(self.ui.tabs, self.ui.rounds_tab, self.tr("&Rounds"), len(page.rounds))
        show_count(self.ui.tabs, self.ui.outputs_tab, self.tr("O&utputs"), len(page.outputs))
        self._open_wanted()

    def _since(self, day: str | None) -> str:
        return self.tr("since {date}").format(date=show_date(day)) if day else ""

    def _reached(self, row: OutputRow) -> str:
        return reach_short(row.reached, self.locale())

    def _reached_long(self, row: OutputRow) -> str:
        return "\n".join(reach_lines(row.reached, self.locale()))

    # --- what the buttons do

    def focus_rounds(self) -> None:
        """Go to the rounds (Enter in the list), or where there is none to the form."""
        if self.rounds.view.items:
            self.ui.tabs.setCurrentWidget(self.ui.rounds_tab)
            self.rounds.view.items[-1].setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.focus_form()

    def open_round(self, solution: int, key: int) -> None:
        """Open a round of a solution as soon as that solution is shown."""
        self._round_wanted = (solution, key)
        self._open_wanted()

    def _open_wanted(self) -> None:
        if self._round_wanted is None or self._page is None:
            return
        solution, key = self._round_wanted
        if solution == self.key == self._page.id:
            self._round_wanted = None
            self.ui.tabs.setCurrentWidget(self.ui.rounds_tab)
            self.rounds.open(key)

    def _new_output(self) -> None:
        page = self._page
        if page is None or page.id != self.key:
            return
        last = page.rounds[-1] if page.rounds else None
        values = {
            "solution": page.id,
            "community": page.values["community"],
            "date": self.context.now().date().isoformat(),
        }
        if last is not None:
            values |= {"iteration": last.id, "workshop": last.workshop_id}
        self.output_wanted.emit({name: value for name, value in values.items() if value is not None})
