"""Pictures of the engagement tools and of agendas."""

from PySide6.QtWidgets import QWidget

from tests.shots.registry import Stage, shot


@shot("tools-card")
def card(stage: Stage) -> QWidget:
    """A method of the library."""
    stage.choose(stage.pane("tools"), 1)
    return stage.window


@shot("tools-small", size=(1024, 640))
def small(stage: Stage) -> QWidget:
    """On a small screen."""
    stage.choose(stage.pane("tools"), 4)
    return stage.window


@shot("tools-edit")
def edit(stage: Stage) -> QWidget:
    """Its fields."""
    pane = stage.pane("tools")
    stage.choose(pane, 1)
    pane.page.focus_form()
    return stage.window


@shot("tools-new")
def new(stage: Stage) -> QWidget:
    """One of her own."""
    pane = stage.pane("tools")
    pane.new_record()
    return stage.window


@shot("tools-filtered")
def filtered(stage: Stage) -> QWidget:
    """What fits into a quarter of an hour, online."""
    pane = stage.pane("tools")
    pane.show_only("minutes", 15)
    pane._filters["mode"].setCurrentIndex(2)
    stage.settle()
    stage.choose(pane, 0)
    return stage.window
