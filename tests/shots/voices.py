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


def _feedback(stage: Stage, forms: int) -> Any:
    from tn_desktop.services import feedback

    pane = stage.pane("workshops")
    pane.show_only("kind", "hybrid_program")
    stage.settle()
    stage.choose(pane, 0)
    page = pane.page
    page.ui.tabs.setCurrentWidget(page.feedback)
    stage.settle()
    page.feedback.session.setCurrentIndex(1)
    page.feedback.session.activated.emit(1)
    session = page.feedback.session.currentData()
    words = ("Örnekler sınıfa hemen taşınabilir.", "Süre kısaydı.", "", "Kolaylaştırıcı herkesi dinledi.")

    def fill(uow: Any) -> Any:
        for number in range(forms):
            scores = {name: 1 + (number * 7 + place * 3) % 5 for place, name in enumerate(feedback.QUESTIONS)}
            scores["useful"] = 5 - number % 2
            feedback.add_form(uow, session, scores, words[number % 4])
        return uow.changes()

    stage.context.tasks.write("Add a feedback form", fill)
    stage.settle()
    return page.feedback


@shot("feedback")
def feedback_tab(stage: Stage) -> QWidget:
    """Forms of a session."""
    tab = _feedback(stage, 14)
    tab.entry.boxes[0].setText("5")
    tab.entry.boxes[1].setFocus()
    return stage.window


@shot("feedback-few", size=(1024, 640))
def feedback_few(stage: Stage) -> QWidget:
    """Too few forms for means."""
    _feedback(stage, 2)
    return stage.window
