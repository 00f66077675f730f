"""Pictures of the four panes of lists as one first sees them, empty, and with nothing found."""

from PySide6.QtWidgets import QWidget

from tests.gui.keys import type_text
from tests.shots.registry import Stage, shot

PANES = ("people", "communities", "workshops", "stakeholders")


def _register(name: str) -> None:
    @shot(f"list-{name}")
    def chosen(stage: Stage) -> QWidget:
        pane = stage.pane(name)
        stage.choose(pane, 1)
        return stage.window

    @shot(f"list-{name}-small", size=(1024, 640))
    def small(stage: Stage) -> QWidget:
        stage.choose(stage.pane(name), 0)
        return stage.window

    @shot(f"list-{name}-empty", empty=True)
    def empty(stage: Stage) -> QWidget:
        stage.pane(name)
        return stage.window


for _name in PANES:
    _register(_name)


@shot("list-nothing-found")
def nothing_found(stage: Stage) -> QWidget:
    """A search without hits."""
    pane = stage.pane("people")
    pane.focus_search()
    type_text(pane.search, "xyzxyz")
    stage.wait(lambda: pane.model.rowCount() == 0)
    return stage.window
