"""Pictures of planning: a series with a holiday, everything filled in; the waiting list."""

from typing import Any

from PySide6.QtWidgets import QWidget

from tests.gui.keys import type_text
from tests.shots.attendance import _today
from tests.shots.dialogs import _dialog
from tests.shots.registry import Stage, shot
from tn_desktop.gui.context import PlanWish
from tn_desktop.services import related


@shot("plan-series")
def plan_series(stage: Stage) -> QWidget:
    """A monthly program with everybody and everything it can name."""
    stage.pane("workshops")
    needs = tuple(stage.first_id("needs") for _ in range(1)) if _has(stage, "needs") else ()
    stage.context.navigator.plan_wanted.emit(PlanWish(stage.first_id("communities"), needs, "Eleştirel Düşünme"))
    dialog: Any = _dialog(stage)
    ui = dialog.ui
    ui.date.setText("15.10.2026")
    ui.repeats.setValue(6)
    type_text(ui.capacity, "25")
    assert stage.context.tasks.database is not None
    with stage.context.tasks.database.read() as connection:
        found = related.suggest(connection, "stakeholders", "", limit=2)
        people = related.suggest(connection, "people", "a", limit=2)
    ui.supporters.show_chosen([(found[0], "host"), (found[1], "funder")])
    ui.speakers.show_chosen(people[:1])
    stage.settle()
    return dialog


@shot("waiting-list")
def waiting_list(stage: Stage) -> QWidget:
    """Of a workshop that is full."""
    from tn_desktop.services import enrolling, records

    pane = stage.pane("workshops")
    key = _today(stage).workshop_id
    pane.go_to(key)
    stage.settle()
    assert stage.context.tasks.database is not None
    with stage.context.tasks.database.write("Fill") as uow:
        uid = records.uid_of(uow.connection, "workshops", key)
        for row in records.listing(uow.connection, "sessions", where={"workshop": uid})[1]:
            session = records.id_of(uow.connection, "sessions", row["uid"])
            records.change(uow, "sessions", session, {"capacity": 20, "status": "planned"})
        people = [known.id for known in related.suggest(uow.connection, "people", "e", limit=5)]
        enrolling.enrol(uow, key, people)
        changes = uow.changes()
    stage.context.tasks.changed.emit(changes, None)
    stage.settle()
    ui = pane.page.ui
    ui.tabs.setCurrentWidget(ui.enrolled_tab)
    waiting = [row for row in ui.enrolled.rows_model.rows if row.place]
    if waiting:
        ui.enrolled.choose(waiting[0].enrolment_id)
    ui.enrolled.setFocus()
    return stage.window


def _has(stage: Stage, entity: str) -> bool:
    from tn_desktop.services import records

    assert stage.context.tasks.database is not None
    with stage.context.tasks.database.read() as connection:
        return records.listing(connection, entity, limit=1)[0] > 0


@shot("calendar-month")
def calendar_month(stage: Stage) -> QWidget:
    """The month of today, the cursor on a session."""
    return _calendar(stage, "month")


@shot("calendar-week")
def calendar_week(stage: Stage) -> QWidget:
    """The week of today."""
    return _calendar(stage, "week")


@shot("calendar-month-small", size=(1024, 640))
def calendar_month_small(stage: Stage) -> QWidget:
    """In the smallest window."""
    return _calendar(stage, "month")


@shot("figures")
def figures(stage: Stage) -> QWidget:
    """Who led, and who became a leader."""
    pane = stage.pane("workshops")
    pane.show_view("figures")
    pane.figures.period.setCurrentIndex(3)
    stage.settle()
    return stage.window


@shot("repeat-elsewhere")
def repeat_elsewhere(stage: Stage) -> QWidget:
    """A workshop held again in another province."""
    pane = stage.pane("workshops")
    pane.go_to(_today(stage).workshop_id)
    stage.settle()
    pane.page.ui.more.menu().actions()[1].trigger()
    dialog: Any = _dialog(stage)
    type_text(dialog.ui.province, "Kars")
    return dialog


def _calendar(stage: Stage, view: str) -> QWidget:
    pane = stage.pane("workshops")
    pane.show_view(view)
    stage.settle()
    stage.window.activateWindow()
    pane.focus_list()
    return stage.window


@shot("calendar-file")
def calendar_file(stage: Stage) -> QWidget:
    """Saving the sessions of the shown workshop."""
    pane = stage.pane("workshops")
    pane.go_to(_today(stage).workshop_id)
    stage.settle()
    pane.save_calendar()
    return _dialog(stage)
