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


@shot("quotations")
def quotation_list(stage: Stage) -> QWidget:
    """Quotations."""
    from tn_desktop.services import records

    def fill(uow: Any) -> Any:
        for number, text in enumerate(("Sınıfım artık soru soruyor.", "Yalnız olmadığımı gördüm.", "Zor bir yıldı.")):
            records.add(
                uow, "quotations", {"text": text, "source": "Yıl sonu buluşması", "year": 2023 + number,
                                    "permission": "1" if number < 2 else "", "attribution": "A. Öz"}
            )  # fmt: skip
        return uow.changes()

    stage.context.tasks.write("Add a quotation", fill)
    pane = stage.pane("quotations")
    stage.choose(pane.quotations, 1)
    return stage.window


def _surveys(stage: Stage) -> QWidget:
    from tn_desktop.services import surveys

    community = stage.first_id("communities")
    pane = stage.pane("quotations")
    pane.show_record("surveys", surveys.key_of("community", community))
    stage.settle()
    return stage.window


@shot("surveys")
def survey_results(stage: Stage) -> QWidget:
    """Surveys in waves."""
    return _surveys(stage)


@shot("surveys-small", size=(1024, 640))
def survey_results_small(stage: Stage) -> QWidget:
    """Surveys on a small screen."""
    return _surveys(stage)


@shot("person-contributed")
def person_contributed(stage: Stage) -> QWidget:
    """What somebody did."""
    from sqlalchemy import func, select

    from tn_desktop.model.entities.base import table_of
    from tn_desktop.model.entities.workshops import SessionFacilitator

    own = table_of(SessionFacilitator)
    database = stage.context.tasks.database
    assert database is not None
    with database.read() as connection:
        most = select(own.c.person_id).group_by(own.c.person_id).order_by(func.count().desc()).limit(1)
        person = connection.execute(most).scalar_one()
    pane = stage.pane("people")
    pane.go_to(person)
    stage.settle()
    pane.page.ui.tabs.setCurrentWidget(pane.page.ui.contributions_tab)
    return stage.window


@shot("person-sessions", size=(1024, 640))
def person_sessions(stage: Stage) -> QWidget:
    """Somebody's marks."""
    pane = stage.pane("people")
    stage.choose(pane, 5)
    pane.page.ui.tabs.setCurrentWidget(pane.page.ui.took_part_tab)
    pane.page.ui.took_part_view.setCurrentIndex(1)
    return stage.window


@shot("need-proposals")
def need_proposals(stage: Stage) -> QWidget:
    """Who could help with a need."""
    pane = stage.pane("needs")
    pane.go_to(stage.first_id("needs", themes="okuma kültürü"))
    stage.settle()
    pane.page.ui.tabs.setCurrentWidget(pane.page.proposals)
    stage.settle()
    pane.page.proposals.setFocus()
    return stage.window


@shot("community-supporters", size=(1024, 640))
def community_supporters(stage: Stage) -> QWidget:
    """Who supports a community."""
    pane = stage.pane("communities")
    stage.choose(pane, 0)
    pane.page.ui.tabs.setCurrentWidget(pane.page.supporters)
    stage.settle()
    return stage.window
