"""Pictures of the engagement tools and of agendas."""

from typing import Any

from PySide6.QtWidgets import QWidget

from tests.shots.registry import NOW, Stage, shot
from tn_desktop.services import records


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


def _agenda(stage: Stage, over: bool = False) -> Any:
    """The agenda tab of the first workshop, with a plan."""
    from sqlalchemy import select

    from tn_desktop.model.entities.base import table_of
    from tn_desktop.model.entities.tools import EngagementTool
    from tn_desktop.services import agenda

    pane = stage.pane("workshops")
    pane.show_only("kind", "hybrid_program")
    stage.settle()
    stage.choose(pane, 0)
    pane.page.ui.tabs.setCurrentWidget(pane.page.agenda)
    stage.settle()
    tab = pane.page.agenda
    table = table_of(EngagementTool)

    def plan(uow: Any) -> Any:
        for block in agenda.agenda(uow.connection, tab.session).rows:
            records.remove(uow, "agenda", block.id)
        agenda.add_part(uow, tab.session, "Karşılama ve kayıt", 15)
        names = ("check-in", "problem-tree", "dot-voting") + (("world-cafe",) if over else ())
        for name in names:
            key = uow.connection.execute(select(table.c.id).where(table.c.shipped == name)).scalar_one()
            agenda.add_tool(uow, tab.session, key)
        agenda.add_part(uow, tab.session, "Kapanış", 10)
        return uow.changes()

    stage.context.tasks.write("Plan", plan)
    stage.settle()
    return pane


@shot("agenda")
def agenda_tab(stage: Stage) -> QWidget:
    """A planned session."""
    _agenda(stage).page.ui.tabs.currentWidget().ui.blocks.setFocus()
    return stage.window


@shot("agenda-over", size=(1024, 640))
def agenda_over(stage: Stage) -> QWidget:
    """More than fits into the session."""
    _agenda(stage, over=True)
    return stage.window


@shot("agenda-choose-tool")
def choose_tool(stage: Stage) -> QWidget:
    """Choosing what fits."""
    pane = _agenda(stage)
    pane.page.agenda.choose_tool()
    stage.settle()
    picker: QWidget = pane.page.agenda._picker
    return picker


@shot("tools-print")
def print_card(stage: Stage) -> QWidget:
    """A card as it will be printed."""
    pane = stage.pane("tools")
    stage.choose(pane, 1)
    pane.page.print_card()
    preview: QWidget = pane.page.preview
    return preview


@shot("print-agenda")
def print_agenda(stage: Stage) -> QWidget:
    """The agenda behind the sign-in sheet."""
    from tn_desktop.gui.dialogs.print_start import show_print_preview

    pane = _agenda(stage)
    shown: list[Any] = []
    show_print_preview(stage.context, (pane.page.agenda.session,), stage.window, shown.append)
    stage.wait(lambda: bool(shown))
    stage.settle()
    shown[0].ui.agenda.setChecked(True)
    stage.settle()
    shown[0].ui.pages.go_to(shown[0].document.page_count - 1)
    preview: QWidget = shown[0]
    return preview


@shot("attendance-agenda")
def attendance_agenda(stage: Stage) -> QWidget:
    """The line of what runs now, above the roster."""
    pane = _agenda(stage)
    session = pane.page.agenda.session
    stage.context.now = lambda: NOW.replace(hour=16, minute=32)
    stage.context.navigator.attendance_wanted.emit(session)
    stage.settle()
    return stage.window
