"""The Solutions pane: what was tried for which needs, and what came out of it. Two lists, one of them shown."""

from typing import Any

from PySide6.QtWidgets import QStackedLayout, QWidget

from tn_desktop.gui.context import Context
from tn_desktop.gui.panes.list_pane_parts_host import PartsPane
from tn_desktop.gui.panes.solutions_list import SolutionsList
from tn_desktop.gui.panes.solutions_outputs import OutputsList

SHOWN = "solutions/shown"


class SolutionsPane(PartsPane):
    """Solutions, or outputs; the one seen last is shown again.

    Attributes:
        solutions: the list of solutions.
    """

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self._stack = QStackedLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self.solutions = SolutionsList(context)
        self._outputs: OutputsList | None = None
        self._stack.addWidget(self.solutions)
        self.solutions.view_wanted.connect(self.show_view)
        self.solutions.page.output_wanted.connect(self._begin_output)
        if context.settings.value(SHOWN) == "outputs":
            self._stack.setCurrentWidget(self.outputs)

    @property
    def outputs(self) -> OutputsList:
        """The list of outputs, made when it is first wanted."""
        if self._outputs is None:
            self._outputs = OutputsList(self.context)
            self._stack.addWidget(self._outputs)
            self._outputs.view_wanted.connect(self.show_view)
        return self._outputs

    @property
    def shown(self) -> SolutionsList | OutputsList:
        """The list that is shown."""
        return self.outputs if self._stack.currentWidget() is self._outputs else self.solutions

    def show_view(self, name: str) -> None:
        """Show solutions or outputs."""
        self._stack.setCurrentWidget(self.outputs if name == "outputs" else self.solutions)
        self.shown.focus_list()

    # --- what the window asks

    def go_to(self, key: int) -> None:
        """Show a solution."""
        self.show_view("solutions")
        self.solutions.go_to(key)

    def show_record(self, entity: str, key: int) -> None:
        """Show an output, or the solution of an iteration with that round open."""
        if entity == "outputs":
            self.show_view("outputs")
            self.outputs.go_to(key)
        elif entity == "iterations":
            self.show_view("solutions")
            self.solutions.show_round(key)

    def begin_new(self, values: dict[str, Any]) -> None:
        """Begin a new solution with some values given (needs, community …)."""
        self.show_view("solutions")
        self.solutions.begin_new(values)

    def return_to(self, place: dict[str, Any]) -> None:
        """Come back to a `place`."""
        self._stack.setCurrentWidget(self.outputs if place["shown"] == "outputs" else self.solutions)
        self.shown.return_to(place["place"])

    def remember(self) -> None:
        """Keep widths, filters, order and which list is shown for the next time."""
        self.context.settings.setValue(SHOWN, self.shown.name)
        self.solutions.remember()
        if self._outputs is not None:
            self._outputs.remember()

    def _begin_output(self, values: dict[str, Any]) -> None:
        self._stack.setCurrentWidget(self.outputs)
        self.outputs.begin_new(values)
        self.outputs.page.form.focus_first()
