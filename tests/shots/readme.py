"""The pictures a reader of the README sees first; their copies are in resources/pictures."""

from PySide6.QtWidgets import QWidget

from tests.shots.attendance import _open, _today
from tests.shots.dialogs import _import, _print
from tests.shots.registry import Stage, shot

SIZE = (1366, 768)


@shot("readme-today", size=SIZE)
def today(stage: Stage) -> QWidget:
    """A day with sessions."""
    return stage.window


@shot("readme-attendance", size=SIZE)
def attendance(stage: Stage) -> QWidget:
    """A session, half of it marked."""
    _open(stage, "112113114111")
    return stage.window


@shot("readme-workshops", size=SIZE)
def workshops(stage: Stage) -> QWidget:
    """A workshop with its sessions."""
    stage.pane("workshops").go_to(_today(stage).workshop_id)
    return stage.window


@shot("readme-import", size=SIZE)
def importing(stage: Stage) -> QWidget:
    """Who is who."""
    wizard: QWidget = _import(stage, 1)
    wizard.resize(*SIZE)
    return wizard


@shot("readme-print", size=SIZE)
def printing(stage: Stage) -> QWidget:
    """The sheet as it will be printed."""
    preview = _print(stage)
    preview.resize(*SIZE)
    return preview
