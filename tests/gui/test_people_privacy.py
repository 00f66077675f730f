"""The tab of consents and requests by keys alone, with what is then on disk."""

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.gui.pane_helpers import focused, others_written_first, press, rows, shown
from tn_desktop.gui.context import Context
from tn_desktop.gui.dialogs.document_preview import DocumentPreview
from tn_desktop.gui.dialogs.erase_person import ErasePerson
from tn_desktop.gui.panes.people import PeoplePane
from tn_desktop.gui.panes.people_privacy import PersonPrivacy
from tn_desktop.services import destruction, export_log

Store = Callable[..., int]
K = Qt.Key


@pytest.fixture
def tab(qtbot: QtBot, context: Context, store: Store) -> PersonPrivacy:
    """Ayşe's tab, the cursor on the privacy notice."""
    store("people", given_name="Ayşe", family_name="Yılmaz")
    pane = shown(qtbot, PeoplePane(context), 1)
    press(qtbot, K.Key_Down)
    page = pane.page
    privacy: PersonPrivacy = page.privacy
    qtbot.waitUntil(lambda: privacy.ui.standing.rows_model.rowCount() == 5 and context.tasks.idle)
    page.ui.tabs.setCurrentWidget(page.ui.privacy_tab)
    privacy.ui.standing.setFocus(K_REASON)
    qtbot.waitUntil(lambda: focused() is privacy.ui.standing)
    return privacy


K_REASON = Qt.FocusReason.TabFocusReason


def state(tab: PersonPrivacy) -> list[str]:
    return [line.standing.state for line in tab.ui.standing.rows_model.rows]


def exports(context: Context) -> list[tuple[str, str, int]]:
    assert context.tasks.database is not None
    with context.tasks.database.read() as connection:
        return [(one.name, one.kind, one.people) for one in export_log.exports(connection)]


def test_one_key_records_and_the_same_key_takes_back(qtbot: QtBot, context: Context, tab: PersonPrivacy) -> None:
    press(qtbot, K.Key_Return)
    qtbot.waitUntil(lambda: state(tab)[0] == "given")
    press(qtbot, K.Key_Down)
    press(qtbot, K.Key_Return)
    qtbot.waitUntil(lambda: state(tab)[1] == "given" and context.tasks.idle)
    assert "Withdraw" in tab.ui.toggle.text()
    assert [(row["kind"], row["purpose"], row["given_at"]) for row in rows(context, "consents")] == [
        ("notice", None, "2026-03-14"),
        ("consent", "contact", "2026-03-14"),
    ]
    press(qtbot, K.Key_Return)
    qtbot.waitUntil(lambda: state(tab)[1] == "withdrawn")
    assert [row["withdrawn_at"] for row in rows(context, "consents")] == [None, "2026-03-14"]
    assert state(tab) == ["given", "withdrawn", "none", "none", "none"]


def test_a_notice_is_not_taken_back(qtbot: QtBot, context: Context, tab: PersonPrivacy) -> None:
    press(qtbot, K.Key_Return)
    qtbot.waitUntil(lambda: state(tab)[0] == "given" and context.tasks.idle)
    press(qtbot, K.Key_Return)
    assert tab.ui.refusal.isVisible() and state(tab)[0] == "given"


def test_a_copy_answers_the_request(qtbot: QtBot, context: Context, tab: PersonPrivacy, tmp_path: Path) -> None:
    out = tmp_path / "ayse.xlsx"
    tab.ask_file = lambda _suggested, _title, _filters, _parent: str(out)
    tab.ui.ask.click()
    qtbot.waitUntil(lambda: tab.ui.requests.rows_model.rowCount() == 1)
    tab.ui.requests.opened.emit(tab.ui.requests.rows_model.rows[0])
    qtbot.waitUntil(lambda: [row["status"] for row in rows(context, "requests")] == ["done"])
    qtbot.waitUntil(lambda: context.tasks.idle)
    assert "Ayşe" in str([cell.value for cell in openpyxl.load_workbook(out)["People"][2]])
    # The log knows that it happened, and no name.
    assert exports(context) == [("*.xlsx", "subject", 1)]


def test_a_copy_answers_her_whose_it_is_though_somebody_else_is_shown_by_then(
    qtbot: QtBot, context: Context, store: Store, tab: PersonPrivacy, tmp_path: Path
) -> None:
    other = store("people", given_name="Zeynep")
    store("requests", person=other, kind="access", received="2026-03-01", status="open")
    tab.ui.ask.click()
    qtbot.waitUntil(lambda: tab.ui.requests.rows_model.rowCount() == 1 and context.tasks.idle)
    tab.ask_file = lambda _suggested, _title, _filters, _parent: str(tmp_path / "ayse.xlsx")
    free = threading.Event()
    context.tasks.run(lambda _task: free.wait(180))
    tab.give_copy()
    tab.show_person(other, "Zeynep")
    qtbot.waitUntil(lambda: [row.received for row in tab.ui.requests.rows_model.rows] == ["2026-03-01"])
    free.set()
    qtbot.waitUntil(lambda: context.tasks.idle)
    answered = {row["received"]: row["status"] for row in rows(context, "requests")}
    assert answered == {"2026-03-14": "done", "2026-03-01": "open"}
    assert not tab.ui.told.isVisible()


def test_a_copy_is_logged_though_the_window_was_locked_before_it_was_there(
    qtbot: QtBot, context: Context, tab: PersonPrivacy, tmp_path: Path
) -> None:
    tab.ask_file = lambda _suggested, _title, _filters, _parent: str(tmp_path / "ayse.xlsx")
    free = threading.Event()
    context.tasks.run(lambda _task: free.wait(180))
    tab.give_copy()
    shiboken6.delete(tab)
    free.set()
    qtbot.waitUntil(lambda: context.tasks.idle)
    assert (tmp_path / "ayse.xlsx").exists() and exports(context) == [("*.xlsx", "subject", 1)]


def test_a_request_that_is_written_down_twice_at_once_is_one(
    qtbot: QtBot, context: Context, tab: PersonPrivacy
) -> None:
    with others_written_first(qtbot, context):
        tab.ui.ask.click()
        tab.ui.ask.click()
    assert len(rows(context, "requests")) == 1


def test_erasing_answers_too_and_says_which_files_went_out(qtbot: QtBot, context: Context, tab: PersonPrivacy) -> None:
    tab.ui.kind.setCurrentIndex(tab.ui.kind.findData("erasure"))
    tab.ui.ask.click()
    qtbot.waitUntil(lambda: tab.ui.requests.rows_model.rowCount() == 1 and context.tasks.idle)
    tab.ui.requests.opened.emit(tab.ui.requests.rows_model.rows[0])
    dialog: Any = tab.dialog
    assert isinstance(dialog, ErasePerson)
    qtbot.waitExposed(dialog)
    dialog.ui.authority.clear()
    dialog.ui.erase.click()
    assert dialog.ui.refusal.isVisible() and len(rows(context, "people")) == 1
    dialog.ui.authority.setText("Kendi başvurusu")
    with qtbot.waitSignal(dialog.erased):
        dialog.ui.erase.click()
    assert rows(context, "people") == []
    asked = rows(context, "requests")
    assert [(row["person"], row["status"]) for row in asked] == [(None, "done")]
    assert context.tasks.database is not None
    with context.tasks.database.read() as connection:
        assert [line.authority for line in destruction.lines(connection)] == ["Kendi başvurusu"]
    assert not dialog.ui.erase.isVisible()
    dialog.close()


def test_the_slip_is_printed_and_written_down(
    qtbot: QtBot, context: Context, tab: PersonPrivacy, tmp_path: Path
) -> None:
    tab.ui.slip.click()
    qtbot.waitUntil(lambda: isinstance(tab.dialog, DocumentPreview))
    preview: Any = tab.dialog
    out = tmp_path / "rıza.pdf"

    def answer(_suggested: str, _title: str, _parent: QWidget) -> str:
        return str(out)

    preview.ask_pdf = answer
    preview.save()
    qtbot.waitUntil(lambda: exports(context) == [("rıza.pdf", "slip", 1)])
    assert out.read_bytes().startswith(b"%PDF")
    preview.close()


def test_the_list_is_narrowed_to_who_lacks_a_consent(qtbot: QtBot, context: Context, store: Store) -> None:
    ayse = store("people", given_name="Ayşe")
    store("people", given_name="Cem")
    store("consents", person=ayse, kind="consent", purpose="contact", given_at="2026-01-01", text_version="2026-1")
    pane = shown(qtbot, PeoplePane(context), 2)
    pane.show_only("without", "contact")
    qtbot.waitUntil(lambda: pane.model.rowCount() == 1)
    qtbot.waitUntil(lambda: pane.model.row_at(0) is not None)
    assert pane.model.row_at(0).name == "Cem"
