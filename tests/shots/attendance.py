"""Pictures of taking attendance: one session, all sessions, from paper, a walk-in, behind the curtain."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.gui.keys import type_text
from tests.shots.registry import NOW, Stage, shot
from tn_desktop.gui.widgets.attendance_keys import Act, Wish
from tn_desktop.services import today
from tn_desktop.services.day import DaySession

SIZES = (("", (1366, 740)), ("-small", (1024, 640)), ("-smallest", (800, 500)))


def _open(stage: Stage, keys: str = "") -> Any:
    """The pane of today's first session, with these keys pressed."""
    found = _today(stage)
    stage.context.navigator.attendance_wanted.emit(found.id)
    stage.settle()
    pane = stage.window.host.pane("attendance")
    _type(stage, keys)
    return pane


def _today(stage: Stage) -> DaySession:
    assert stage.context.tasks.database is not None
    with stage.context.tasks.database.read() as connection:
        return today.day(connection, NOW.date()).today[0]


def _type(stage: Stage, keys: str) -> None:
    for key in keys:
        focus = QApplication.focusWidget()
        assert focus is not None
        type_text(focus, key)
        stage.settle()


def _register(ending: str, size: tuple[int, int]) -> None:
    @shot(f"attendance-roster{ending}", size=size)
    def roster(stage: Stage) -> QWidget:
        _open(stage, "1123141115")
        return stage.window

    @shot(f"attendance-letters{ending}", size=size)
    def letters(stage: Stage) -> QWidget:
        _open(stage, "11a")
        return stage.window

    @shot(f"attendance-grid{ending}", size=size)
    def grid(stage: Stage) -> QWidget:
        stage.context.navigator.grid_wanted.emit(_today(stage).workshop_id)
        stage.settle()
        return stage.window

    @shot(f"attendance-paper{ending}", size=size)
    def paper(stage: Stage) -> QWidget:
        pane = _open(stage)
        pane.desk.use_paper(True)
        _type(stage, "3k")
        return stage.window

    @shot(f"attendance-walk-in{ending}", size=size)
    def walk_in(stage: Stage) -> QWidget:
        pane = _open(stage)
        pane.desk.do(Wish(Act.WALK_IN))
        _type(stage, "aye"[:2])
        return stage.window

    @shot(f"attendance-curtain{ending}", size=size)
    def curtain(stage: Stage) -> QWidget:
        pane = _open(stage, "11")
        pane.desk.do(Wish(Act.CURTAIN))
        return stage.window


for _ending, _size in SIZES:
    _register(_ending, _size)


@shot("attendance-all-marked")
def all_marked(stage: Stage) -> QWidget:
    """Nobody is left."""
    _open(stage)
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    return stage.window


@shot("attendance-nobody", empty=True)
def nobody(stage: Stage) -> QWidget:
    """A session nobody is enrolled for."""
    from tn_desktop.services import workshops

    assert stage.context.tasks.database is not None
    with stage.context.tasks.database.write("Plan") as uow:
        made = workshops.plan(uow, workshops.WorkshopPlan({"title": "Okuma Atölyesi"}, "14.03.2026 13:00"))
    stage.context.navigator.attendance_wanted.emit(made.told["sessions"][0])  # type: ignore[index]
    return stage.window
