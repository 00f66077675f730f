"""Every form in which one types more than a line: what stands in it is kept, and comes back where it was typed."""

import importlib
import pkgutil
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QDialog, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

import tn_desktop.gui.dialogs
from tests.gui.draft_room import kept, window
from tests.gui.keys import type_text
from tn_desktop.gui.context import Context, NeedsWish, PlanWish
from tn_desktop.gui.dialogs.decide import Decide, decide
from tn_desktop.gui.dialogs.drafts import DraftsDialog
from tn_desktop.gui.dialogs.plan_workshop import PlanWorkshop
from tn_desktop.gui.dialogs.repeat_workshop import RepeatWorkshop, repeat_workshop
from tn_desktop.gui.dialogs.working_group import WorkingGroup, set_up_group
from tn_desktop.gui.main_window import MainWindow
from tn_desktop.gui.places import PANES
from tn_desktop.gui.routes import open_record
from tn_desktop.gui.widgets.drafted import NO_DRAFT, Drafted, bring_into_view, drafted_of, is_text
from tn_desktop.services import drafts
from tn_desktop.services.drafts import Draft
from tn_desktop.services.known_people import Known

__all__ = ["window"]

Store = Callable[..., int]
LONG = "İlk gün yağmur yağdı; öğretmenler yine de geldi"

WITHOUT = {
    "ExportDialog": "chooses",
    "FirstRun": "three lines, before there are data",
    "PersonalData": "searches and numbers",
    "PortableDialog": "a folder and a passphrase",
    "ReceiveDialog": "a passphrase",
    "BackupsDialog": "a passphrase",
    "SettingsDialog": "each line is saved as it is left",
    "ErasePerson": "one line, of a deed that nobody does twice by mistake",
    "ChooseTool": "searches",
    "CrashDialog": "shows",
    "PrintPreview": "what is typed is remembered as it is typed",
    "HelpViewer": "shows",
    "CalendarFile": "two days",
    "ImportWizard": "the file is still there",
    "DocumentPreview": "shows",
    "SendDialog": "a province and a passphrase",
    "DraftsDialog": "shows",
    "KeyboardDialog": "one name",
    "ProtectDialog": "a passphrase",
    "RecoveryDialog": "shows",
}
"""Dialogs that keep no draft, and why none is needed."""


def typed_into(qtbot: QtBot, context: Context, field: Any, text: str = LONG) -> None:
    """Type into a field as she would, and wait until it is kept."""
    bring_into_view(field)
    qtbot.waitUntil(lambda: field.isVisible() and field.isEnabled())
    field.window().activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    type_text(field, text)
    qtbot.waitUntil(lambda: any(text in one.text for draft in kept(context) for one in draft.fields))


def after_a_kill(qtbot: QtBot, context: Context, window: MainWindow) -> None:
    """As the next start: every form is gone, the draft is offered, and she goes on with it."""
    window.safety.close_all()
    qtbot.waitUntil(lambda: context.tasks.idle)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    window.go("today")
    window.safety.drafts.start()
    qtbot.waitUntil(window.ui.messages.isVisible)
    window.ui.messages.action.click()
    shown = next(one for one in window.findChildren(DraftsDialog) if one.isVisible())
    (card,) = shown.cards
    assert LONG in card.text.text()
    card.again.click()


def shows(window: MainWindow, kind: type[QWidget], name: str, text: str = LONG) -> bool:
    """Whether a visible form of that kind has the text in the field of that name, with the cursor in it."""
    for form in window.findChildren(kind):
        if isinstance(form, Drafted) and form.isVisible():
            field: Any = form.draft_fields()[name]
            said = field.toPlainText() if isinstance(field, QPlainTextEdit) else field.text()
            if said == text and (field.window() is not window or window.focusWidget() is field):
                return True
    return False


def pane_form(window: MainWindow, kind: str) -> Any:
    """The form of that class on the pane that is shown."""
    pane = window.host.pane(window.host.current)
    return next(one for one in (pane, *pane.findChildren(QWidget)) if type(one).__name__ == kind)


# --- no form is forgotten


def test_every_dialog_one_types_into_keeps_a_draft_or_says_why_not() -> None:
    found = {}
    for module in pkgutil.iter_modules(tn_desktop.gui.dialogs.__path__):
        made = importlib.import_module(f"tn_desktop.gui.dialogs.{module.name}")
        for cls in vars(made).values():
            if isinstance(cls, type) and issubclass(cls, QDialog) and cls.__module__ == made.__name__:
                found[cls.__name__] = cls
                if issubclass(cls, Drafted):
                    assert callable(getattr(made, "reopen", None)), f"{made.__name__} opens no form again"
    silent = {name for name, cls in found.items() if not issubclass(cls, Drafted)}
    assert silent == set(WITHOUT)


def test_every_field_of_every_page_belongs_to_a_form(qtbot: QtBot, context: Context, window: MainWindow) -> None:
    lost: list[str] = []
    for name in PANES:
        pane = window.host.show(name)
        if name == "solutions":
            pane.show_view("outputs")
        qtbot.waitUntil(lambda: context.tasks.idle)
        lost += [
            f"{name}: {field.objectName() or field.accessibleName() or field}"
            for field in (*pane.findChildren(QLineEdit), *pane.findChildren(QPlainTextEdit))
            if is_text(field) and drafted_of(field) is None and not _keeps_none(field)
        ]
    assert lost == []


def _keeps_none(field: QWidget) -> bool:
    parent: QWidget | None = field
    while parent is not None:
        if parent.property(NO_DRAFT) or getattr(parent, "search", None) is field:
            return True
        parent = parent.parentWidget()
    return False


# --- each comes back


def test_a_note_of_a_person(qtbot: QtBot, context: Context, window: MainWindow, store: Store) -> None:
    store("people", given_name="Ada")
    person = store("people", given_name="Zeynep")
    window.go("people", person)
    qtbot.waitUntil(lambda: context.tasks.idle)
    typed_into(qtbot, context, pane_form(window, "PersonForm").editors["notes"])
    after_a_kill(qtbot, context, window)
    qtbot.waitUntil(lambda: shows(window, _kind("PersonForm"), "notes"))
    assert pane_form(window, "PersonForm").key == person
    window.ui.navigation.setFocus()
    qtbot.waitUntil(lambda: kept(context) == [] and context.tasks.idle)


def test_a_person_that_is_not_stored_yet(qtbot: QtBot, context: Context, window: MainWindow, store: Store) -> None:
    store("people", given_name="Ada")
    window.go("people")
    qtbot.waitUntil(lambda: context.tasks.idle)
    window.host.pane("people").new_record()
    form = pane_form(window, "PersonForm")
    qtbot.waitUntil(lambda: form.is_unsent and form.isVisible())
    typed_into(qtbot, context, form.editors["notes"])
    after_a_kill(qtbot, context, window)
    qtbot.waitUntil(lambda: shows(window, _kind("PersonForm"), "notes"))
    assert pane_form(window, "PersonForm").is_unsent


@pytest.mark.some(1)
@pytest.mark.parametrize(
    ("entity", "form", "field", "pane"),
    [
        ("needs", "NeedForm", "description", "needs"),
        ("solutions", "SolutionForm", "description", "solutions"),
        ("stakeholders", "StakeholderForm", "notes", "stakeholders"),
        ("communities", "CommunityForm", "goals", "communities"),
        ("workshops", "WorkshopForm", "notes", "workshops"),
        ("quotations", "QuotationForm", "text", "quotations"),
        ("tools", "ToolForm", "purpose", "tools"),
    ],
)
def test_a_field_of_a_page(
    qtbot: QtBot, context: Context, window: MainWindow, store: Store, entity: str, form: str, field: str, pane: str
) -> None:
    named = {"communities": "name", "stakeholders": "name", "quotations": "text"}.get(entity, "title")
    more = {"level": "method"} if entity == "tools" else {}
    key = store(entity, **{named: "Problem Ağacı"}, **more)
    window.go(pane, key)
    qtbot.waitUntil(lambda: context.tasks.idle and pane_form(window, form).key == key)
    editor = pane_form(window, form).editors[field]
    editor.show_value("") if field == "text" else None
    typed_into(qtbot, context, editor)
    after_a_kill(qtbot, context, window)
    qtbot.waitUntil(lambda: shows(window, _kind(form), field))
    assert pane_form(window, form).key == key


@pytest.mark.some(1)
@pytest.mark.parametrize(
    ("entity", "form", "field"),
    [
        ("iterations", "RoundForm", "what_changed"),
        ("outputs", "OutputForm", "notes"),
        ("decisions", "DecisionForm", "result"),
    ],
)
def test_a_field_of_a_row_below_another(
    qtbot: QtBot, context: Context, window: MainWindow, store: Store, entity: str, form: str, field: str
) -> None:
    community = store("communities", name="Deniz")
    solution = store("solutions", title="Okul bahçesi")
    store("solutions", title="Başka")
    values: dict[str, dict[str, Any]] = {
        "iterations": {"solution": solution, "date": "2026-03-01"},
        "outputs": {"title": "Rehber"},
        "decisions": {"community": community, "question": "Hangisi?", "date": "2026-03-01"},
    }
    key = store(entity, **values[entity])
    open_record(window, entity, key)
    qtbot.waitUntil(lambda: context.tasks.idle and pane_form(window, form).key == key)
    typed_into(qtbot, context, pane_form(window, form).editors[field])
    after_a_kill(qtbot, context, window)
    qtbot.waitUntil(lambda: shows(window, _kind(form), field))
    assert pane_form(window, form).key == key


@pytest.mark.thorough
def test_a_note_of_a_session(qtbot: QtBot, context: Context, window: MainWindow, store: Store) -> None:
    workshop = store("workshops", title="Problem Ağacı")
    store("sessions", workshop=workshop, starts_at="2026-03-20T13:00")
    session = store("sessions", workshop=workshop, starts_at="2026-03-01T13:00")
    window.go("workshops", workshop)
    qtbot.waitUntil(lambda: context.tasks.idle and pane_form(window, "SessionForm").key is not None)
    window.host.pane("workshops").page.ui.sessions.choose(session)
    qtbot.waitUntil(lambda: context.tasks.idle and pane_form(window, "SessionForm").key == session)
    typed_into(qtbot, context, pane_form(window, "SessionForm").editors["notes"])
    after_a_kill(qtbot, context, window)
    qtbot.waitUntil(lambda: shows(window, _kind("SessionForm"), "notes"))
    assert pane_form(window, "SessionForm").key == session


def test_the_line_of_an_engagement(qtbot: QtBot, context: Context, window: MainWindow, store: Store) -> None:
    key = store("stakeholders", name="Deniz Derneği")
    window.go("stakeholders", key)
    qtbot.waitUntil(lambda: context.tasks.idle)
    typed_into(qtbot, context, pane_form(window, "StakeholderDetail").ui.add_engagement)
    after_a_kill(qtbot, context, window)
    qtbot.waitUntil(lambda: shows(window, _kind("StakeholderDetail"), "add_engagement"))


@pytest.mark.thorough
def test_feedback_that_is_being_entered_from_paper(
    qtbot: QtBot, context: Context, window: MainWindow, store: Store
) -> None:
    workshop = store("workshops", title="Problem Ağacı")
    store("sessions", workshop=workshop, starts_at="2026-03-01T13:00")
    store("sessions", workshop=workshop, starts_at="2026-03-08T13:00")
    window.go("workshops", workshop)
    qtbot.waitUntil(lambda: context.tasks.idle)
    tab = pane_form(window, "FeedbackTab")
    bring_into_view(tab)
    qtbot.waitUntil(lambda: context.tasks.idle and tab.entry.isEnabled() and tab.session.count() == 3)
    session = tab.session.currentData()
    tab.entry.boxes[0].setFocus()
    type_text(tab.entry.boxes[0], "4")
    typed_into(qtbot, context, tab.entry.quotation)
    after_a_kill(qtbot, context, window)
    qtbot.waitUntil(lambda: shows(window, _kind("FeedbackTab"), "quotation"))
    tab = pane_form(window, "FeedbackTab")
    assert (tab.entry.boxes[0].text(), tab.session.currentData()) == ("4", session)
    tab.entry.quotation.returnPressed.emit()
    qtbot.waitUntil(lambda: kept(context) == [] and context.tasks.idle)


@pytest.mark.thorough
def test_the_organisation_and_what_was_reached(
    qtbot: QtBot, context: Context, window: MainWindow, store: Store
) -> None:
    output = store("outputs", title="Rehber")
    open_record(window, "outputs", output)
    qtbot.waitUntil(lambda: context.tasks.idle)
    panel = pane_form(window, "ReachPanel")
    bring_into_view(panel)
    qtbot.waitUntil(lambda: context.tasks.idle and panel.isVisible())
    panel.number.setFocus()
    type_text(panel.number, "120")
    typed_into(qtbot, context, panel.audience)
    after_a_kill(qtbot, context, window)
    qtbot.waitUntil(lambda: shows(window, _kind("ReachPanel"), "audience"))
    panel = pane_form(window, "ReachPanel")
    assert panel.number.text() == "120"
    panel.number.clear()
    panel.audience.clear()
    window.go("organisation")
    qtbot.waitUntil(lambda: context.tasks.idle and kept(context) == [])
    pane = window.host.pane("organisation")
    typed_into(qtbot, context, pane.history.title)
    after_a_kill(qtbot, context, window)
    qtbot.waitUntil(lambda: shows(window, _kind("OrganisationPane"), "milestone_title"))


def test_a_decision_with_its_needs_and_votes(qtbot: QtBot, context: Context, window: MainWindow, store: Store) -> None:
    community = store("communities", name="Deniz")
    need = store("needs", title="Kütüphane", community=community)
    window.go("communities", community)
    qtbot.waitUntil(lambda: context.tasks.idle)
    dialog = decide(context, community, (need,), window)
    qtbot.waitUntil(lambda: dialog.isVisible() and bool(dialog.needs.chosen))
    dialog.ui.votes.setValue(12)
    dialog.ui.question.setText("Hangisi?")
    typed_into(qtbot, context, dialog.ui.result)
    after_a_kill(qtbot, context, window)
    qtbot.waitUntil(lambda: shows(window, Decide, "result"))
    (dialog,) = window.findChildren(Decide)
    assert dialog.values() | {"date": ""} == dialog.values() | {"date": "", "community": community, "votes": 12}
    assert [one.id for one in dialog.needs.chosen] == [need]
    dialog.ui.save.click()
    qtbot.waitUntil(lambda: kept(context) == [] and context.tasks.idle)


@pytest.mark.thorough
def test_a_working_group_with_those_in_it(qtbot: QtBot, context: Context, window: MainWindow, store: Store) -> None:
    community, person = store("communities", name="Deniz"), store("people", given_name="Ada")
    window.go("communities", community)
    qtbot.waitUntil(lambda: context.tasks.idle)
    dialog = set_up_group(context, Known(community, "Deniz"), (person,), "TR-34", window)
    qtbot.waitUntil(lambda: dialog.isVisible() and bool(dialog.ui.members.chosen))
    typed_into(qtbot, context, dialog.ui.issue)
    after_a_kill(qtbot, context, window)
    qtbot.waitUntil(lambda: shows(window, WorkingGroup, "issue"))
    (dialog,) = window.findChildren(WorkingGroup)
    assert [one.id for one in dialog.ui.members.chosen] == [person]
    assert [one.id for one in dialog.ui.origins.chosen] == [community]


@pytest.mark.thorough
def test_a_workshop_that_is_held_again(qtbot: QtBot, context: Context, window: MainWindow, store: Store) -> None:
    workshop = store("workshops", title="Problem Ağacı")
    store("sessions", workshop=workshop, starts_at="2026-03-01T13:00")
    window.go("workshops", workshop)
    qtbot.waitUntil(lambda: context.tasks.idle)
    dialog = repeat_workshop(context, workshop, True, window)
    qtbot.waitUntil(lambda: dialog.isVisible() and dialog.ui.title.text() == "Problem Ağacı")
    dialog.ui.title.clear()
    dialog.ui.people.setChecked(True)
    typed_into(qtbot, context, dialog.ui.title)
    after_a_kill(qtbot, context, window)
    qtbot.waitUntil(lambda: shows(window, RepeatWorkshop, "title"))
    (dialog,) = window.findChildren(RepeatWorkshop)
    assert dialog.ui.people.isChecked()


def test_a_plan_with_all_that_was_chosen(qtbot: QtBot, context: Context, window: MainWindow, store: Store) -> None:
    community = store("communities", name="Deniz", province="TR-76")
    context.navigator.plan_wanted.emit(PlanWish(community))
    qtbot.waitUntil(lambda: bool(window.findChildren(PlanWorkshop)) and context.tasks.idle)
    (page,) = window.findChildren(PlanWorkshop)
    page.ui.date.setText("02.06.2026")
    page.ui.repeats.setValue(3)
    page.dates._leave_out((page.dates._model.rows[1],))
    days = page.dates.days
    page.ui.mode.setCurrentIndex(page.ui.mode.findData("hybrid"))
    typed_into(qtbot, context, page.ui.title)
    after_a_kill(qtbot, context, window)
    qtbot.waitUntil(lambda: shows(window, PlanWorkshop, "title"))
    (page,) = window.findChildren(PlanWorkshop)
    qtbot.waitUntil(lambda: context.tasks.idle)
    assert (page.dates.days, page.ui.mode.currentData()) == (days, "hybrid")
    assert [one.id for one in page.ui.communities.chosen] == [community]
    assert page.ui.title.text() == LONG


def test_a_draft_whose_row_is_gone_stays_to_be_read(
    qtbot: QtBot, context: Context, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tn_desktop.gui.draft_opening.PATIENCE", 10)
    somewhere = {"pane": "people", "at": {"map": {"search": "", "id": 99}}, "key": 99}
    fields = (drafts.Field("notes", "Notes", LONG),)
    assert context.tasks.database is not None
    with context.tasks.database.write("draft") as uow:
        draft = Draft("people/PersonForm", "People", "2026-03-14T12:40:00", fields, somewhere, {"notes": LONG})
        drafts.keep(uow, draft)
    after_a_kill(qtbot, context, window)
    qtbot.waitUntil(window.ui.messages.isHidden)
    qtbot.waitUntil(window.ui.messages.isVisible)
    assert [draft.form for draft in kept(context)] == ["people/PersonForm"]


@pytest.mark.some(1)
@pytest.mark.parametrize("place", [{"pane": "os", "at": None}, {"community": []}, {"pane": "people", "at": 7}])
def test_a_draft_that_somebody_made_up_opens_nothing(
    qtbot: QtBot, context: Context, window: MainWindow, place: dict[str, Any]
) -> None:
    fields = (drafts.Field("notes", "Notes", LONG),)
    assert context.tasks.database is not None
    with context.tasks.database.write("draft") as uow:
        drafts.keep(uow, Draft("decide", "People", "2026-03-14T12:40:00", fields, place, {"notes": LONG}))
    after_a_kill(qtbot, context, window)
    qtbot.waitUntil(lambda: window.ui.messages.isVisible() and context.tasks.idle)
    assert len(kept(context)) == 1


def _kind(name: str) -> type[QWidget]:
    """The class of a form, by its name."""
    from tn_desktop.gui.widgets.detail_page import DetailPage
    from tn_desktop.gui.widgets.field_form import FieldForm

    waiting: list[type] = [FieldForm, DetailPage, *Drafted.__subclasses__()]
    while waiting:
        cls = waiting.pop()
        if cls.__name__ == name:
            return cls
        waiting += cls.__subclasses__()
    raise AssertionError(name)


def test_a_need_that_is_being_written_while_votes_are_counted(
    qtbot: QtBot, context: Context, window: MainWindow, store: Store
) -> None:
    store("communities", name="Anka")
    community = store("communities", name="Deniz")
    store("needs", title="Kütüphane", community=community)
    window.go("needs")
    qtbot.waitUntil(lambda: context.tasks.idle)
    pane = window.host.pane("needs")
    pane.show_view("count", Known(community, "Deniz"))
    qtbot.waitUntil(lambda: context.tasks.idle and pane.counting.line.isEnabled())
    typed_into(qtbot, context, pane.counting.line)
    after_a_kill(qtbot, context, window)
    qtbot.waitUntil(lambda: shows(window, _kind("NeedCount"), "line"))
    counting = pane_form(window, "NeedCount")
    assert counting.community.typed().id == community
    counting.line.returnPressed.emit()
    qtbot.waitUntil(lambda: kept(context) == [] and context.tasks.idle and counting.model.rowCount() == 2)


def test_a_need_that_is_being_written_in_a_session(
    qtbot: QtBot, context: Context, window: MainWindow, store: Store
) -> None:
    workshop = store("workshops", title="Problem Ağacı")
    session = store("sessions", workshop=workshop, starts_at="2026-03-01T13:00")
    window.go("needs")
    qtbot.waitUntil(lambda: context.tasks.idle)
    pane = window.host.pane("needs")
    pane.show_wish(NeedsWish(session=session))
    qtbot.waitUntil(lambda: context.tasks.idle and pane.counting.line.isEnabled())
    typed_into(qtbot, context, pane.counting.line)
    after_a_kill(qtbot, context, window)
    qtbot.waitUntil(lambda: shows(window, _kind("NeedCount"), "line"))
    assert pane_form(window, "NeedCount").session == session


def test_a_cell_of_a_table_is_edited_again_with_what_stood_in_it(
    qtbot: QtBot, context: Context, window: MainWindow, store: Store
) -> None:
    for title in ("Kuruluş", "Ödül"):
        store("milestones", kind="milestone", date="2019-05-01", title=title)
    window.go("organisation")
    qtbot.waitUntil(lambda: context.tasks.idle)
    table = window.host.pane("organisation").ui.history
    qtbot.waitUntil(lambda: table.rows_model.rowCount() == 2)
    key = table.rows_model.id_of(table.rows_model.rows[1])

    def line() -> Any:
        table = window.host.pane("organisation").ui.history
        return table.indexWidget(table.currentIndex())

    table.choose(key)
    table.edit_cell("title")
    line().clear()
    typed_into(qtbot, context, line())
    after_a_kill(qtbot, context, window)
    qtbot.waitUntil(lambda: isinstance(line(), QLineEdit) and line().text() == LONG)
    table = window.host.pane("organisation").ui.history
    assert table.rows_model.id_of(table.current_row()) == key
    qtbot.waitUntil(line().hasFocus)
    qtbot.keyClick(line(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: kept(context) == [] and context.tasks.idle)
    qtbot.waitUntil(lambda: LONG in [row.title for row in table.rows_model.rows])
