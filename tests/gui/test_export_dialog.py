"""The export dialog by keys: what is chosen, what the file then holds, what is said of people, and stopping."""

import threading
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tn_desktop.exchange.export.exporting import Report
from tn_desktop.gui.context import Context
from tn_desktop.gui.dialogs import export_work
from tn_desktop.gui.dialogs.export_dialog import ExportDialog, ExportParts
from tn_desktop.services import attendance, enrolling, export_log, workshops
from tn_desktop.services.workshops import WorkshopPlan


class Desk:
    """A workshop of two sessions with three people, and dialogs whose system parts are noted down.

    Attributes:
        asked: (suggested path, filters, filter chosen) of each question for a file name.
        answer: the name that is typed there: the suggested one unless told.
    """

    def __init__(self, qtbot: QtBot, context: Context, store: Callable[..., int], folder: Path) -> None:
        self.qtbot, self.context, self.folder = qtbot, context, folder
        folder.mkdir(parents=True)
        context.choices.put("export/folder", str(folder))
        names = ["Ayşe Yılmaz", "İrem Işık", "Çağla Öz"]
        people = []
        for number, name in enumerate(names):
            given, family = name.split()
            people.append(store("people", given_name=given, family_name=family, phone=f"0532 000 00 0{number}"))
        assert context.tasks.database is not None
        with context.tasks.database.write("plan") as uow:
            made = workshops.plan(uow, WorkshopPlan({"title": "Eleştirel: Düşünme"}, "14.03.2026 13:00", repeats=2))
            enrolling.enrol(uow, made.subject or 0, people)
        sessions: Any = made.told["sessions"]
        with context.tasks.database.write("mark") as uow:
            attendance.mark(uow, sessions[0], people[0], "present")
        self.workshop, self.sessions = made.subject or 0, sessions
        self.asked: list[tuple[str, list[str], str]] = []
        self.answer: str | None = None
        self.filter: str | None = None
        self.opened: list[Path] = []
        self.shown: list[Path] = []

    def ask(self, suggested: str, _title: str, filters: list[str], chosen: str, _parent: QWidget) -> tuple[str, str]:
        self.asked.append((suggested, filters, chosen))
        return suggested if self.answer is None else self.answer, self.filter or chosen

    def dialog(self, scope: tuple[str, int] | None = None) -> ExportDialog:
        parts = ExportParts(self.ask, self.opened.append, self.shown.append)
        dialog = ExportDialog(self.context, scope, None, parts)
        self.qtbot.addWidget(dialog)
        with self.qtbot.waitExposed(dialog):
            dialog.show()
        self.wait(dialog, lambda: dialog.ui.people.text() or dialog.ui.refusal.text())
        return dialog

    def wait(self, _dialog: ExportDialog, condition: Callable[[], Any]) -> None:
        self.qtbot.waitUntil(lambda: bool(condition()))

    def export(self, dialog: ExportDialog) -> Path:
        """Press Enter and wait for the file."""
        before = dialog.report
        self.qtbot.keyClick(dialog, Qt.Key.Key_Return)
        self.wait(dialog, lambda: dialog.report is not before)
        assert dialog.report is not None
        return dialog.report.file

    def logged(self) -> list[export_log.Exported]:
        self.qtbot.waitUntil(lambda: self.context.tasks.idle)
        assert self.context.tasks.database is not None
        with self.context.tasks.database.read() as connection:
            return list(export_log.exports(connection))


@pytest.fixture
def desk(qtbot: QtBot, context: Context, store: Callable[..., int], tmp_path: Path) -> Desk:
    return Desk(qtbot, context, store, tmp_path / "out")


def cells(path: Path, sheet: str) -> list[tuple[Any, ...]]:
    return list(openpyxl.load_workbook(path, data_only=True)[sheet].iter_rows(values_only=True))


def test_a_session_is_exported_with_one_key(desk: Desk) -> None:
    dialog = desk.dialog(("session", desk.sessions[0]))
    assert dialog.ui.what.currentText() == "Attendance: session 1, 14.03.2026"
    assert "3" in dialog.ui.people.text() and "without phone" in dialog.ui.people.text()
    assert not dialog.ui.days.isVisible()
    path = desk.export(dialog)
    assert path == desk.folder / "Attendance Eleştirel Düşünme 14.03.2026.xlsx"
    assert len(cells(path, "Data")) == 4
    assert "0532" not in str(cells(path, "People"))
    assert path.name in dialog.ui.told.text() and "3" in dialog.ui.told.text()
    (held,) = desk.logged()
    assert (held.name, held.kind, held.people, held.contacts) == (path.name, "attendance", 3, False)
    assert held.scope.startswith("session=")


def test_the_whole_workshop_with_contacts_by_keys(desk: Desk) -> None:
    dialog = desk.dialog(("session", desk.sessions[1]))
    desk.qtbot.keyClick(dialog.ui.what, Qt.Key.Key_Down)
    assert dialog.ui.what.currentText() == "Attendance: Eleştirel: Düşünme, all sessions"
    desk.qtbot.keyClick(dialog.ui.what, Qt.Key.Key_Tab)
    assert dialog.focusWidget() is dialog.ui.contacts
    desk.qtbot.keyClick(dialog.ui.contacts, Qt.Key.Key_Space)
    assert dialog.ui.contacts.isChecked()
    desk.wait(dialog, lambda: "with phone" in dialog.ui.people.text())
    path = desk.export(dialog)
    assert len(cells(path, "Data")) == 7
    assert "0532 000 00 00" in str(cells(path, "People"))
    assert desk.logged()[0].contacts
    assert not desk.dialog(("workshop", desk.workshop)).ui.contacts.isChecked()


def test_some_days(desk: Desk) -> None:
    dialog = desk.dialog()
    assert dialog.ui.days.isVisible()
    assert (dialog.ui.first.date(), dialog.ui.last.date()) == (QDate(2026, 3, 1), QDate(2026, 3, 14))
    path = desk.export(dialog)
    assert path.name == "Attendance 01.03.2026-14.03.2026.xlsx"
    assert len(cells(path, "Sessions")) == 2
    dialog.ui.last.setDate(QDate(2026, 3, 21))
    assert len(cells(desk.export(dialog), "Sessions")) == 3


def test_days_the_wrong_way_round_are_told(desk: Desk) -> None:
    dialog = desk.dialog()
    dialog.ui.first.setDate(QDate(2026, 4, 1))
    desk.qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert "first day" in dialog.ui.refusal.text() and desk.asked == []
    dialog.ui.first.setDate(QDate(2026, 3, 1))
    assert not dialog.ui.refusal.isVisible()


def test_a_list_leaves_contact_data_out_unless_it_is_wanted(desk: Desk) -> None:
    dialog = desk.dialog()
    dialog.ui.what.setCurrentIndex(dialog.ui.what.findData("people"))
    desk.wait(dialog, lambda: "3" in dialog.ui.people.text() and "without phone" in dialog.ui.people.text())
    assert dialog.ui.contacts.isVisible() and not dialog.ui.days.isVisible()
    path = desk.export(dialog)
    assert path.name == "People 14.03.2026.xlsx"
    assert len(cells(path, "People")) == 4 and "0532" not in str(cells(path, "People"))
    assert not desk.logged()[0].contacts
    dialog.ui.contacts.setChecked(True)
    desk.wait(dialog, lambda: "with phone" in dialog.ui.people.text())
    path = desk.export(dialog)
    heads = cells(path, "People")[0]
    assert "0532 000 00 00" in str(cells(path, "People"))
    assert "Privacy notice" in heads and "Agrees to: Being contacted" in heads
    assert desk.logged()[0].contacts
    # The list is remembered for the next time, the contact data are not.
    again = desk.dialog()
    assert again.ui.what.currentData() == "people" and not again.ui.contacts.isChecked()


def test_columns_and_recipient_are_chosen_once_and_remembered(desk: Desk) -> None:
    dialog = desk.dialog()
    dialog.ui.what.setCurrentIndex(dialog.ui.what.findData("people"))
    desk.wait(dialog, lambda: "3" in dialog.ui.people.text())
    boxes = dialog.ui.columns.list
    for row in range(boxes.count()):
        keep = boxes.item(row).data(Qt.ItemDataRole.UserRole) in ("given_name", "province")
        boxes.item(row).setCheckState(Qt.CheckState.Checked if keep else Qt.CheckState.Unchecked)
    assert dialog.ui.columns.text() == f"2 of {boxes.count()}"
    dialog.ui.recipient.setCurrentText("Destekçi Vakıf")
    path = desk.export(dialog)
    assert [head for head in cells(path, "People")[0] if head] == ["Given name", "Province"]
    assert desk.logged()[0].recipient == "Destekçi Vakıf"
    again = desk.dialog()
    assert again.ui.columns.chosen() == ("given_name", "province")
    assert again.ui.recipient.currentText() == "Destekçi Vakıf"
    # What is left to do for the same export again is one key and the file's name.
    assert desk.export(again).exists()


def test_the_last_column_stays(desk: Desk) -> None:
    dialog = desk.dialog()
    dialog.ui.what.setCurrentIndex(dialog.ui.what.findData("people"))
    boxes = dialog.ui.columns.list
    for row in range(boxes.count()):
        boxes.item(row).setCheckState(Qt.CheckState.Unchecked)
    assert len(dialog.ui.columns.chosen()) == 1


def test_the_ending_follows_what_is_typed_or_chosen(desk: Desk) -> None:
    dialog = desk.dialog(("workshop", desk.workshop))
    desk.answer = str(desk.folder / "liste.CSV")
    assert desk.export(dialog).read_bytes().startswith(b"\xef\xbb\xbf")
    assert desk.asked[0][2].endswith("(*.xlsx)")
    desk.answer, desk.filter = str(desk.folder / "14.03.2026"), desk.asked[0][1][1]
    assert desk.export(dialog).name == "14.03.2026.ods"
    assert desk.asked[1][2].endswith("(*.csv)")
    assert desk.asked[1][0].endswith(".csv")


def test_leaving_the_question_for_a_name_changes_nothing(desk: Desk) -> None:
    dialog = desk.dialog(("workshop", desk.workshop))
    desk.answer = ""
    desk.qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert len(desk.asked) == 1 and dialog.report is None and dialog.ui.exportButton.isEnabled()
    assert list(desk.folder.iterdir()) == []


def test_a_file_that_cannot_be_written_is_told_and_can_be_tried_again(desk: Desk) -> None:
    dialog = desk.dialog(("workshop", desk.workshop))
    desk.answer = str(desk.folder / "nowhere" / "a.xlsx")
    desk.qtbot.keyClick(dialog, Qt.Key.Key_Return)
    desk.wait(dialog, lambda: "does not exist" in dialog.ui.refusal.text())
    desk.answer = str(desk.folder / "a.xlsx")
    assert desk.export(dialog).exists() and not dialog.ui.refusal.isVisible()


def test_a_removed_session_is_told(desk: Desk) -> None:
    dialog = desk.dialog(("session", 4711))
    assert "removed" in dialog.ui.refusal.text()
    assert not dialog.ui.exportButton.isEnabled()


def test_open_and_show_in_folder(desk: Desk) -> None:
    dialog = desk.dialog(("workshop", desk.workshop))
    path = desk.export(dialog)
    assert dialog.focusWidget() is dialog.ui.openButton
    desk.qtbot.keyClick(dialog.ui.openButton, Qt.Key.Key_Space)
    desk.qtbot.keyClick(dialog.ui.openButton, Qt.Key.Key_Tab)
    desk.qtbot.keyClick(dialog.ui.folderButton, Qt.Key.Key_Space)
    assert (desk.opened, desk.shown) == ([path], [path])


class Held:
    """Stands in for the writer of the file: tells progress, then waits until it is stopped."""

    def __init__(self) -> None:
        self.began = threading.Event()

    def __call__(self, _connection: Any, out: Path, *_more: Any) -> Report:
        watch = _more[-1]
        watch.progress(30, 100)
        self.began.set()
        while not watch.cancelled():
            threading.Event().wait(0.005)
        from tn_desktop.exchange.export.attendance_rows import check

        check(watch, 30, 100)
        raise AssertionError(out)


def test_esc_stops_a_running_export_and_then_closes(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    held = Held()
    monkeypatch.setattr(export_work, "export_attendance", held)
    dialog = desk.dialog(("workshop", desk.workshop))
    desk.qtbot.keyClick(dialog, Qt.Key.Key_Return)
    desk.wait(dialog, lambda: dialog.ui.progress.value() == 30 and dialog.ui.progress.maximum() == 100)
    assert held.began.is_set() and not dialog.ui.what.isEnabled() and dialog.ui.closeButton.text() == "Stop"
    desk.qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    desk.wait(dialog, lambda: "Stopped" in dialog.ui.refusal.text())
    assert dialog.isVisible() and dialog.ui.what.isEnabled() and not dialog.ui.progress.isVisible()
    assert desk.logged() == []
    desk.qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_closing_the_window_stops_the_export(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    held = Held()
    monkeypatch.setattr(export_work, "export_attendance", held)
    dialog = desk.dialog(("workshop", desk.workshop))
    desk.qtbot.keyClick(dialog, Qt.Key.Key_Return)
    desk.wait(dialog, held.began.is_set)
    dialog.done(0)
    desk.qtbot.waitUntil(lambda: desk.context.tasks.idle)
    assert list(desk.folder.iterdir()) == []


def test_it_fits_a_small_screen_and_everything_can_be_reached(desk: Desk) -> None:
    dialog = desk.dialog(("session", desk.sessions[0]))
    desk.export(dialog)
    hint = dialog.minimumSizeHint()
    assert hint.width() <= 640 and hint.height() <= 480
    for name in ("what", "first", "last", "progress"):
        assert getattr(dialog.ui, name).accessibleName()
    assert desk.context.now() == datetime(2026, 3, 14, 12, 40)  # noqa: DTZ001
    assert date(2026, 3, 14).strftime("%d.%m.%Y") in dialog.ui.told.text()


def test_the_same_export_of_attendance_again_takes_three_inputs(desk: Desk) -> None:
    """Ctrl+E, Enter, and Enter in the system's question for the name, with who is given it and what is left out."""
    first = desk.dialog(("session", desk.sessions[0]))
    first.ui.recipient.setCurrentText("Destekçi Vakıf")
    desk.export(first)
    first.close()
    inputs = 0

    def one_more() -> None:
        nonlocal inputs
        inputs += 1

    one_more()  # Ctrl+E, which test_main_window.py presses
    again = desk.dialog(("session", desk.sessions[1]))
    assert again.ui.recipient.given == "Destekçi Vakıf" and not again.ui.contacts.isChecked()
    ask = desk.ask

    def entered(*question: Any) -> tuple[str, str]:
        one_more()  # Enter on the name that is suggested
        return ask(*question)

    again._parts.ask_file = entered
    one_more()  # Enter in the dialog, wherever the cursor stands at first
    focused = again.focusWidget()
    desk.qtbot.keyClick(focused if focused is not None else again, Qt.Key.Key_Return)
    desk.wait(again, lambda: again.report is not None)
    (line, _first) = desk.logged()
    assert inputs == 3
    assert (line.kind, line.recipient, line.people, line.contacts) == ("attendance", "Destekçi Vakıf", 3, False)


def test_chosen_columns_and_wanted_contact_data_go_together(desk: Desk) -> None:
    dialog = desk.dialog()
    dialog.ui.what.setCurrentIndex(dialog.ui.what.findData("people"))
    desk.wait(dialog, lambda: "3" in dialog.ui.people.text())
    boxes = dialog.ui.columns.list
    for row in range(boxes.count()):
        keep = boxes.item(row).data(Qt.ItemDataRole.UserRole) == "given_name"
        boxes.item(row).setCheckState(Qt.CheckState.Checked if keep else Qt.CheckState.Unchecked)
    dialog.ui.contacts.setChecked(True)
    path = desk.export(dialog)
    assert "0532 000 00 00" in str(cells(path, "People")), "they were asked for"


def test_a_list_says_whose_data_it_holds_and_what_is_left_out(desk: Desk) -> None:
    dialog = desk.dialog()
    dialog.ui.what.setCurrentIndex(dialog.ui.what.findData("surveys"))
    desk.wait(dialog, lambda: "names nobody" in dialog.ui.people.text())
    assert "fewer than five" in dialog.ui.people.text() and not dialog.ui.smallNumbers.isChecked()
    assert not dialog.ui.contacts.isVisible()
    dialog.ui.smallNumbers.setChecked(True)
    assert "fewer than five" not in dialog.ui.people.text()
    desk.export(dialog)
    assert "small_numbers=yes" in desk.logged()[0].scope
    assert not desk.dialog().ui.smallNumbers.isChecked(), "it is asked for each time"
