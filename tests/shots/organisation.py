"""Pictures of the organisation's own page."""

from PySide6.QtWidgets import QWidget

from tests.shots.registry import Stage, shot


@shot("organisation-history")
def history(stage: Stage) -> QWidget:
    """Figures, milestones and awards."""
    stage.pane("organisation")
    return stage.window


@shot("organisation-figures")
def figures(stage: Stage) -> QWidget:
    """After today's figures were counted."""
    pane = stage.pane("organisation")
    pane.take_figures()
    stage.settle()
    return stage.window


@shot("organisation-reach")
def reach(stage: Stage) -> QWidget:
    """Reach by year and province."""
    pane = stage.pane("organisation")
    pane.ui.tabs.setCurrentWidget(pane.ui.reach_tab)
    stage.settle()
    return stage.window


@shot("organisation-report")
def report(stage: Stage) -> QWidget:
    """The impact report of all years, before it is printed."""
    menu = stage.pane("organisation").report
    menu.menu.aboutToShow.emit()
    menu.menu.actions()[2].trigger()
    stage.wait(lambda: menu.preview is not None)
    stage.settle()
    assert menu.preview is not None
    return menu.preview


@shot("organisation-details", size=(1024, 640))
def details(stage: Stage) -> QWidget:
    """All fields, in a small window."""
    pane = stage.pane("organisation")
    pane.ui.tabs.setCurrentWidget(pane.ui.details_tab)
    stage.settle()
    return stage.window


@shot("organisation-empty", empty=True)
def empty(stage: Stage) -> QWidget:
    """Nothing filled in yet."""
    stage.pane("organisation")
    return stage.window
