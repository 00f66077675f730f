"""Feedback entered from paper by keys alone, with what is then on disk and on screen."""

from collections.abc import Callable

import openpyxl
import pytest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from tests.gui.keys import type_text
from tests.gui.pane_helpers import K, focused, press, rows, shown
from tn_desktop.gui.context import Context
from tn_desktop.gui.dialogs.import_wizard import ImportWizard
from tn_desktop.gui.panes.workshops import WorkshopsPane
from tn_desktop.gui.panes.workshops_feedback import FeedbackTab
from tn_desktop.gui.undo import UndoStack
from tn_desktop.services import feedback, workshops
from tn_desktop.services.feedback import QUESTIONS
from tn_desktop.services.workshops import WorkshopPlan

Store = Callable[..., int]


@pytest.fixture
def pane(qtbot: QtBot, context: Context) -> WorkshopsPane:
    """A workshop of two sessions."""
    assert context.tasks.database is not None
    with context.tasks.database.write("fill") as uow:
        plan = WorkshopPlan({"title": "Atölye"}, "14.03.2026 13:00", "14.03.2026 16:00", {}, repeats=2)
        workshops.plan(uow, plan)
    made: WorkshopsPane = shown(qtbot, WorkshopsPane(context), 1)
    qtbot.waitUntil(lambda: made.page.ui.head.title.text() == "Atölye")
    return made


def open_tab(qtbot: QtBot, pane: WorkshopsPane, session: int = 1) -> FeedbackTab:
    tab = pane.page.feedback
    pane.page.ui.tabs.setCurrentWidget(tab)
    qtbot.waitUntil(lambda: tab.session.count() == 3)
    tab.session.setCurrentIndex(session)
    tab.session.activated.emit(session)
    qtbot.waitUntil(lambda: tab.entry.isEnabled())
    tab.entry.setFocus()
    return tab


def type_form(qtbot: QtBot, digits: str, sentence: str = "") -> None:
    for digit in digits:
        type_text(focused(), digit)
    if sentence:
        type_text(focused(), sentence)
    press(qtbot, K.Key_Return)


def test_forms_are_entered_one_after_another_by_keys(qtbot: QtBot, context: Context, pane: WorkshopsPane) -> None:
    tab = open_tab(qtbot, pane)
    undo = UndoStack(context.tasks, pane)
    assert focused() is tab.entry.boxes[0]
    type_form(qtbot, "54345", "Çok iyiydi")
    qtbot.waitUntil(lambda: tab.count.text().startswith("1 form(s)"))
    assert focused() is tab.entry.boxes[0] and "from 3 forms on" in tab.count.text()
    type_form(qtbot, "50345")
    qtbot.waitUntil(lambda: tab.count.text().startswith("2 form(s)"))
    assert tab.bars.isHidden()
    type_form(qtbot, "4")
    qtbot.waitUntil(lambda: tab.count.text().startswith("3 form(s)"))
    stored = rows(context, "feedback")
    assert [[row[name] for name in QUESTIONS] for row in stored] == [
        [5, 4, 3, 4, 5],
        [5, None, 3, 4, 5],
        [4, None, None, None, None],
    ]
    assert [row["quotation"] for row in stored] == ["Çok iyiydi", None, None]
    given = [row["useful"] for row in stored]
    qtbot.waitUntil(tab.bars.isVisible)
    assert tab.entry._means[0].text() == f"mean {sum(given) / len(given):.1f}"
    assert tab.entry._means[1].text() == "mean –"
    assert "belong to nobody" in tab.count.text()
    undo.undo()
    qtbot.waitUntil(lambda: tab.count.text().startswith("2 form(s)"))
    assert len(rows(context, "feedback")) == 2


def test_a_digit_is_put_right_and_an_empty_form_is_not_stored(
    qtbot: QtBot, context: Context, pane: WorkshopsPane
) -> None:
    tab = open_tab(qtbot, pane)
    press(qtbot, K.Key_Return)
    assert focused() is tab.entry.boxes[0]
    type_text(focused(), "5")
    type_text(focused(), "9")
    assert focused() is tab.entry.boxes[1] and tab.entry.boxes[1].text() == ""
    press(qtbot, K.Key_Backspace)
    assert focused() is tab.entry.boxes[0]
    type_text(focused(), "2")
    press(qtbot, K.Key_Return)
    qtbot.waitUntil(lambda: [row["useful"] for row in rows(context, "feedback")] == [2])


def test_the_whole_workshop_is_summed_up_and_takes_no_form(qtbot: QtBot, context: Context, pane: WorkshopsPane) -> None:
    tab = open_tab(qtbot, pane, 2)
    type_form(qtbot, "11111", "b")
    qtbot.waitUntil(lambda: len(rows(context, "feedback")) == 1)
    tab.session.setCurrentIndex(0)
    tab.session.activated.emit(0)
    qtbot.waitUntil(lambda: not tab.entry.isEnabled())
    assert tab.session.itemText(0) == "All sessions: 1 form(s)"
    assert tab.quotations.model().index(0, 1).data() == "2"
    tab.quotations.setFocus()
    press(qtbot, K.Key_Delete)
    qtbot.waitUntil(lambda: rows(context, "feedback") == [])


def test_a_forms_spreadsheet_goes_into_the_chosen_session(
    qtbot: QtBot, context: Context, pane: WorkshopsPane, tmp_path: object
) -> None:
    from pathlib import Path

    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None and isinstance(tmp_path, Path)
    sheet.append(["Zaman damgası", "Mesleğime katkı sağladı", "Yorumunuz"])
    sheet.append(["14.03.2026", "Kesinlikle katılıyorum", "Güzel"])
    book.save(tmp_path / "form.xlsx")
    tab = open_tab(qtbot, pane)
    with qtbot.waitSignal(context.navigator.import_wanted) as wanted:
        tab.import_button.click()
    _source, target = wanted.args[0]
    wizard = ImportWizard(context, tmp_path / "form.xlsx", target)
    qtbot.addWidget(wizard)
    wizard.show()
    qtbot.waitUntil(lambda: wizard.file_page.ready)
    wizard.ui.next.click()
    qtbot.waitUntil(lambda: wizard.rows_page.plan is not None)
    assert wizard.rows_page.plan is not None and wizard.rows_page.plan.counts()["new"] == 1
    wizard.ui.next.click()
    qtbot.waitUntil(lambda: len(rows(context, "feedback")) == 1)
    (stored,) = rows(context, "feedback")
    assert (stored["useful"], stored["quotation"], stored["made_by"]) == (5, "Güzel", "form")
    qtbot.waitUntil(wizard.ui.undoButton.isVisible)
    wizard.ui.undoButton.click()
    qtbot.waitUntil(lambda: rows(context, "feedback") == [])


def test_the_model_keeps_qts_rules(qtmodeltester: ModelTester, pane: WorkshopsPane) -> None:
    qtmodeltester.check(pane.page.feedback._model)


def test_behind_the_curtain_few_forms_are_not_shown(qtbot: QtBot, context: Context, pane: WorkshopsPane) -> None:
    assert context.tasks.database is not None
    tab = open_tab(qtbot, pane)
    sessions = [one.id for one in tab.shown.sessions] if tab.shown is not None else []
    with context.tasks.database.write("forms") as uow:
        changes = None
        for session, count in zip(sessions, (3, 9), strict=True):
            for number in range(count):
                changes = feedback.add_form(uow, session, {"useful": 1 + number % 5}, f"söz {number}")
    context.tasks.changed.emit(changes, None)
    qtbot.waitUntil(lambda: tab.count.text().startswith("3 form(s)") and tab.bars.isVisible())
    context.curtain.draw(True)
    qtbot.waitUntil(lambda: tab.count.text().startswith("Too few forms"))
    assert not tab.bars.isVisible() and not tab.quotations.rows_model.rowCount()
    assert [tab.session.itemText(at)[-1] for at in (1, 2)] == ["*", "*"] and "12" not in tab.session.itemText(0)
    context.curtain.draw(False)
    qtbot.waitUntil(lambda: tab.count.text().startswith("3 form(s)"))
