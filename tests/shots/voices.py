"""Pictures of stakeholders' pages, feedback, surveys and quotations."""

from typing import Any

from PySide6.QtWidgets import QWidget

from tests.shots.registry import Stage, shot
from tn_desktop.services import engagements


@shot("stakeholder-engagements")
def stakeholder_engagements(stage: Stage) -> QWidget:
    """The log of a stakeholder."""
    pane = stage.pane("stakeholders")
    stage.choose(pane, 1)
    key = pane.current_id
    today = stage.context.now().date()

    def log(uow: Any) -> Any:
        for line in ("telefon: Salon için arandı → müdürle görüş 10.03.2026", "ziyaret: Kütüphane gezildi"):
            engagements.add_line(uow, key, line, today)
        return uow.changes()

    stage.context.tasks.write("Add an engagement", log)
    stage.settle()
    return stage.window


@shot("stakeholder-supports", size=(1024, 640))
def stakeholder_supports(stage: Stage) -> QWidget:
    """What a stakeholder supports."""
    pane = stage.pane("stakeholders")
    stage.choose(pane, 2)
    pane.page.ui.tabs.setCurrentWidget(pane.page.ui.supports_tab)
    stage.settle()
    return stage.window
