"""The dialog of personal data: requests, what is past its time, what left, what was destroyed; and Today's clock."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import update

from tests.gui.pane_helpers import rows
from tn_desktop.gui.context import Context
from tn_desktop.gui.dialogs.document_preview import DocumentPreview
from tn_desktop.gui.dialogs.erase_person import ErasePerson
from tn_desktop.gui.dialogs.personal_data import PersonalData
from tn_desktop.gui.panes.today import TodayPane
from tn_desktop.model.entities.base import table_of
from tn_desktop.model.entities.people import Person
from tn_desktop.model.stamps import make_stamp
from tn_desktop.services import destruction, export_log, retention

Store = Callable[..., int]


@pytest.fixture
def data(qtbot: QtBot, context: Context, store: Store) -> Context:
    """Two people entered in 2017, one of them asked something; two exports, one of them old."""
    people = [store("people", given_name=name) for name in ("Eski", "Soran")]
    store("requests", person=people[1], kind="access", received="2026-02-10")
    assert context.tasks.database is not None
    with context.tasks.database.write("long ago") as uow:
        person = table_of(Person)
        uow.connection.execute(update(person).values(created=make_stamp(1_500_000_000_000, 0, "0" * 12)))
        for name, year, recipient in (("eski.xlsx", 2019, ""), ("yeni.xlsx", 2026, "Destekçi Vakıf")):
            one = export_log.Exported(name, "people", "", 2, True, recipient=recipient)
            export_log.note(uow, one, datetime(year, 3, 1, tzinfo=UTC))
    return context


@pytest.fixture
def dialog(qtbot: QtBot, data: Context) -> PersonalData:
    """Shown, everything read."""
    made = PersonalData(data)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    qtbot.waitUntil(lambda: made.ui.exports.rows_model.rowCount() == 2 and data.tasks.idle)
    return made


def test_it_shows_what_waits_and_leads_to_the_person(qtbot: QtBot, data: Context, dialog: PersonalData) -> None:
    model = dialog.ui.requests.rows_model
    assert [(row.name, row.due, row.days) for row in model.rows] == [("Soran", "2026-03-12", -2)]
    assert "▲" in model.index(0, 4).data()
    with qtbot.waitSignal(data.navigator.person_wanted):
        dialog.ui.requests.opened.emit(model.rows[0])


def test_the_log_is_narrowed_by_what_is_typed(qtbot: QtBot, dialog: PersonalData) -> None:
    dialog.ui.search.setText("vakıf")
    qtbot.waitUntil(lambda: dialog.ui.exports.rows_model.rowCount() == 1)
    assert dialog.ui.exports.rows_model.rows[0].row.name == "yeni.xlsx"


def test_nobody_is_erased_without_a_yes(qtbot: QtBot, data: Context, dialog: PersonalData) -> None:
    ui = dialog.ui
    ui.tabs.setCurrentWidget(ui.retentionTab)
    assert [row.name for row in ui.due.rows_model.rows] == ["Eski"] and not ui.destroy.isEnabled()
    ui.due.selectAll()
    ui.destroy.click()
    asked: Any = dialog.dialog
    assert isinstance(asked, ErasePerson)
    asked.reject()
    assert len(rows(data, "people")) == 2
    ui.destroy.click()
    asked = dialog.dialog
    with qtbot.waitSignal(asked.erased):
        asked.ui.erase.click()
    asked.close()
    qtbot.waitUntil(lambda: ui.destroyed.rows_model.rowCount() == 1 and data.tasks.idle)
    assert [row["given_name"] for row in rows(data, "people")] == ["Soran"]
    assert ui.destroyed.rows_model.rows[0].rule == "people"


def test_old_lines_go_by_a_yes_and_the_log_is_printed(qtbot: QtBot, data: Context, dialog: PersonalData) -> None:
    ui = dialog.ui
    ui.tabs.setCurrentWidget(ui.retentionTab)
    ui.destroyRest.click()
    assert ui.sure.isVisible()
    ui.no.click()
    ui.destroyRest.click()
    ui.yes.click()
    qtbot.waitUntil(lambda: ui.destroyed.rows_model.rowCount() == 1 and ui.exports.rows_model.rowCount() == 1)
    assert data.tasks.database is not None
    with data.tasks.database.read() as connection:
        assert [(line.rule, line.count) for line in destruction.lines(connection)] == [("exports", 1)]
    ui.printLog.click()
    qtbot.waitUntil(lambda: isinstance(dialog.dialog, DocumentPreview))
    assert dialog.dialog is not None
    dialog.dialog.close()


def test_the_years_of_a_rule_are_kept(qtbot: QtBot, data: Context, dialog: PersonalData) -> None:
    ui = dialog.ui
    ui.tabs.setCurrentWidget(ui.retentionTab)
    ui.peopleYears.setFocus()
    ui.peopleYears.setValue(0)
    qtbot.keyClick(ui.peopleYears, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: ui.due.rows_model.rowCount() == 0)
    assert data.tasks.database is not None
    with data.tasks.database.read() as connection:
        assert retention.years(connection)["people"] == 0


def test_today_shows_the_clock_of_a_request(qtbot: QtBot, data: Context) -> None:
    pane = TodayPane(data)
    qtbot.addWidget(pane)
    pane.resize(1190, 690)
    pane.show()
    qtbot.waitExposed(pane)
    pane.refresh()
    todo: Any = pane.ui.todo
    qtbot.waitUntil(lambda: todo.shown is not None and todo.shown.requests.count == 1)
    texts = [todo.item(row).text() for row in range(todo.count())]
    assert texts[0].endswith("1 overdue") and texts[1] == "▲ 12.03 · Soran: Access"
    assert isinstance(pane, QWidget)


def test_notes_about_stakeholders_go_after_a_yes(
    qtbot: QtBot, data: Context, store: Store, dialog: PersonalData
) -> None:
    stakeholder = store("stakeholders", name="Dernek")
    for day, summary in (("2016-03-01", "Ayşe Hanım hasta"), ("2017-03-01", "Taşındı"), ("2026-01-01", "Yeni")):
        store("engagements", stakeholder=stakeholder, date=day, summary=summary)
    ui = dialog.ui
    ui.tabs.setCurrentWidget(ui.retentionTab)
    ui.which.setCurrentIndex(1)
    qtbot.waitUntil(lambda: [row.text for row in ui.notes.rows_model.rows] == ["Ayşe Hanım hasta", "Taşındı"])
    assert ui.notes.isVisible() and not ui.due.isVisible() and not ui.destroy.isEnabled()
    ui.notes.selectRow(0)
    ui.destroy.click()
    assert ui.sure.isVisible() and ui.no.hasFocus()
    ui.no.click()
    assert len(ui.notes.rows_model.rows) == 2, "nothing goes without a yes"
    ui.destroy.click()
    ui.yes.click()
    qtbot.waitUntil(lambda: [row.text for row in ui.notes.rows_model.rows] == ["Taşındı"])
    qtbot.waitUntil(lambda: [line.rule for line in ui.destroyed.rows_model.rows] == [retention.NOTES])
