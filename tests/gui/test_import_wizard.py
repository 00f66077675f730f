"""The import wizard through its real pages, from files and pasted text to rows on disk."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton, QRadioButton
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from tn_desktop.exchange.export.exporting import export_attendance, export_list
from tn_desktop.exchange.plan import Decision
from tn_desktop.gui.context import Context
from tn_desktop.gui.dialogs.export_dialog import ExportDialog
from tn_desktop.gui.dialogs.import_wizard import DONE, FILE, ROWS, ImportWizard
from tn_desktop.gui.models.import_columns import MEANING
from tn_desktop.gui.widgets.import_file_page import CHOOSE, COLUMNS
from tn_desktop.gui.widgets.import_rows_page import DIFFERS
from tn_desktop.model.messages import untranslated
from tn_desktop.services import attendance, records, settings
from tn_desktop.services.export_scope import Selection

PASTED = """Adı Soyadı\tOkulu\tCep Tel
Ayşe YILMAZ\tKars Atatürk Ortaokulu\t0532 111 22 33
Mehmet Öz\tKars Lisesi\t5.3E+09
Zeynep Ak\tKars Lisesi\t0533 111 22 34
Abdullah Doğan\t\t
Toplam\t4\t
"""


def people(context: Context) -> dict[str, dict[str, Any]]:
    """Stored people by name."""
    assert context.tasks.database is not None
    with context.tasks.database.read() as connection:
        rows = records.listing(connection, "people")[1]
    return {f"{row['given_name']} {row['family_name']}".strip(): row for row in rows}


def opened(qtbot: QtBot, context: Context, source: Path | str | None, target: Any = None) -> ImportWizard:
    """The wizard with its file read."""
    wizard = ImportWizard(context, source, target)
    qtbot.addWidget(wizard)
    wizard.show()
    qtbot.waitUntil(lambda: source is None or wizard.file_page.ready)
    qtbot.waitUntil(lambda: context.tasks.idle)
    return wizard


def press(qtbot: QtBot, wizard: ImportWizard, page: int) -> None:
    """Ctrl+Enter, until the page is there."""
    qtbot.keyClick(wizard, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: wizard.ui.pages.currentIndex() == page)
    qtbot.waitUntil(lambda: context_idle(wizard))


def context_idle(wizard: ImportWizard) -> bool:
    """Whether nothing is running for the wizard."""
    return wizard._context.tasks.idle


def test_a_pasted_list_goes_into_a_community_and_one_undo_takes_it_back(
    qtbot: QtBot, context: Context, store: Callable[..., int]
) -> None:
    community = store("communities", name="Kars Okuma")
    store("people", given_name="Ayse", family_name="Yilmaz", phone="0532 111 22 33")
    known = store("people", given_name="Abdullah", family_name="Doğan", institution="Kars Lisesi")
    wizard = opened(qtbot, context, PASTED, ("community", community))
    press(qtbot, wizard, ROWS)
    plan = wizard.rows_page.plan
    assert plan is not None
    assert plan.counts() == {"new": 1, "known": 1, "same": 0, "doubtful": 1, "refused": 1}
    assert len(people(context)) == 2

    # Enter goes from the doubtful row to its choices, the first of which is the person of that name.
    qtbot.keyClick(wizard.ui.rows, Qt.Key.Key_Return)
    choice = wizard.focusWidget()
    assert isinstance(choice, QRadioButton) and "Kars Lisesi" in choice.text()
    qtbot.keyClick(choice, Qt.Key.Key_Space)
    assert wizard.rows_page.open_count == 0

    press(qtbot, wizard, DONE)
    stored = people(context)
    assert set(stored) == {"Ayse Yilmaz", "Zeynep Ak", "Abdullah Doğan"}
    assert stored["Ayse Yilmaz"]["institution"] == "Kars Atatürk Ortaokulu"
    assert context.tasks.database is not None
    with context.tasks.database.read() as connection:
        total, members = records.listing(connection, "memberships")
        assert total == 3 and records.uid_of(connection, "people", known) in {row["person"] for row in members}
    assert wizard.result_shown is not None and [number for number, _ in wizard.result_shown.refused] == [3]
    assert wizard.ui.left.model().rowCount() == 1

    wizard.ui.undoButton.click()
    qtbot.waitUntil(lambda: set(people(context)) == {"Ayse Yilmaz", "Abdullah Doğan"})
    assert people(context)["Ayse Yilmaz"]["institution"] is None


def test_what_a_doubtful_row_would_fill_in_is_shown_and_what_differs_can_be_taken(
    qtbot: QtBot, context: Context, store: Callable[..., int]
) -> None:
    store("people", given_name="Ayşe", family_name="Yılmaz", institution="Kars Lisesi", subject="Tarih")
    text = "Ad Soyad\tTelefon\tBranş\nAyşe Yılmaz\t0532 111 22 33\tFizik\nAli Kaya\t\t\nAli Kaya\t\tMüzik\n"
    wizard = opened(qtbot, context, text)
    press(qtbot, wizard, ROWS)
    page = wizard.rows_page
    labels = {label.text() for label in page._panel.findChildren(QLabel)}
    assert "Fills in: Phone" in labels
    box = next(box for box in page._panel.findChildren(QCheckBox) if "Fizik" in box.text())
    assert not box.isVisible()
    qtbot.keyClick(wizard.ui.rows, Qt.Key.Key_Return)
    qtbot.keyClick(wizard.focusWidget(), Qt.Key.Key_Space)
    assert box.isVisible() and not box.isChecked()
    why = page._why(page._items[0])
    assert "Fills in: Phone" in why and "Differs, the stored value stays: Subject" in why
    box.click()
    assert "Taken from the list: Subject" in page._why(page._items[0])

    # The second Ali is the one further up: what he lacked is filled in.
    qtbot.keyClick(wizard.focusWidget(), Qt.Key.Key_Return)
    qtbot.keyClick(wizard.focusWidget(), Qt.Key.Key_Space)
    assert page.decisions[2] == Decision("row", 1) and page.open_count == 0
    press(qtbot, wizard, DONE)
    stored = people(context)
    assert set(stored) == {"Ayşe Yılmaz", "Ali Kaya"}
    assert (stored["Ayşe Yılmaz"]["phone"], stored["Ayşe Yılmaz"]["subject"]) == ("+905321112233", "Fizik")
    assert stored["Ali Kaya"]["subject"] == "Müzik"
    wizard.ui.undoButton.click()
    qtbot.waitUntil(lambda: set(people(context)) == {"Ayşe Yılmaz"})
    assert people(context)["Ayşe Yılmaz"]["subject"] == "Tarih"


def test_a_row_without_a_word_is_left_out_and_told(qtbot: QtBot, context: Context, store: Callable[..., int]) -> None:
    store("people", given_name="Abdullah", family_name="Doğan", institution="Başka Okul")
    wizard = opened(qtbot, context, PASTED)
    press(qtbot, wizard, ROWS)
    press(qtbot, wizard, DONE)
    assert len(people(context)) == 3
    assert wizard.result_shown is not None and [number for number, _ in wizard.result_shown.skipped] == [5]


def test_the_last_page_imports_nothing_again_and_enter_closes_it(qtbot: QtBot, context: Context) -> None:
    wizard = opened(qtbot, context, PASTED)
    press(qtbot, wizard, ROWS)
    press(qtbot, wizard, DONE)
    press(qtbot, wizard, DONE)
    assert len(people(context)) == 3
    assert context.tasks.database is not None
    with context.tasks.database.read() as connection:
        assert records.listing(connection, "people")[0] == 3
    closing = wizard.focusWidget()
    assert closing is wizard.ui.close
    qtbot.keyClick(closing, Qt.Key.Key_Return)
    assert not wizard.isVisible()


def test_a_refused_row_can_be_taken_without_its_wrong_value(qtbot: QtBot, context: Context) -> None:
    wizard = opened(qtbot, context, PASTED)
    press(qtbot, wizard, ROWS)
    refused = next(button for button in wizard.rows_page._buttons.buttons() if button.property("filter") == "refused")
    refused.click()
    qtbot.keyClick(wizard.ui.rows, Qt.Key.Key_Return)
    qtbot.keyClick(wizard.focusWidget(), Qt.Key.Key_Space)
    press(qtbot, wizard, DONE)
    assert people(context)["Mehmet Öz"]["phone"] is None
    assert len(people(context)) == 4


def test_a_corrected_column_is_used_and_remembered(qtbot: QtBot, context: Context) -> None:
    text = "Adı Soyadı\tGözde\nAyşe Yılmaz\tdrama\nAli Kaya\tmasal\n"
    wizard = opened(qtbot, context, text)
    model = wizard.file_page.model
    assert model is not None
    assert model.setData(model.index(1, MEANING), "interests")
    press(qtbot, wizard, ROWS)
    press(qtbot, wizard, DONE)
    assert people(context)["Ali Kaya"]["interests"] == ["masal"]
    again = opened(qtbot, context, "Adı Soyadı\tGözde\nVeli Can\tkitap\n")
    mapping = again.file_page.mapping
    assert mapping is not None and [use.field for use in mapping.columns] == ["full_name", "interests"]


def test_an_attendance_workbook_makes_sessions_and_marks(
    qtbot: QtBot, context: Context, store: Callable[..., int], tmp_path: Path
) -> None:
    workshop = store("workshops", title="Eleştirel Düşünme")
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (
        ["Ad Soyad", "14.03.2026", "21.03.2026", "Toplam"],
        ["Ayşe Yılmaz", "+", "-", 1],
        ["Ali Kaya", "+", "+", 2],
    ):
        sheet.append(row)
    book.save(tmp_path / "yoklama.xlsx")
    wizard = opened(qtbot, context, tmp_path / "yoklama.xlsx", ("workshop", workshop))
    press(qtbot, wizard, ROWS)
    press(qtbot, wizard, DONE)
    assert context.tasks.database is not None
    with context.tasks.database.read() as connection:
        grid = attendance.grid(connection, workshop)
    assert [head.starts_at[:10] for head in grid.sessions] == ["2026-03-14", "2026-03-21"]
    marks = sorted(mark[0] or "" for mark in grid.marks.values())
    assert marks == ["absent", "present", "present", "present"]
    assert [row.name for row in grid.rows] == ["Ali Kaya", "Ayşe Yılmaz"]


def test_what_is_no_list_is_refused_in_a_sentence_and_another_can_be_pasted(
    qtbot: QtBot, context: Context, tmp_path: Path
) -> None:
    (tmp_path / "broken.xlsx").write_bytes(b"PK\x03\x04 nothing")
    wizard = ImportWizard(context, tmp_path / "broken.xlsx")
    qtbot.addWidget(wizard)
    wizard.show()
    qtbot.waitUntil(lambda: wizard.ui.fileStates.currentIndex() == CHOOSE and bool(wizard.ui.message.text()))
    assert not wizard.ui.next.isEnabled()
    data = QMimeData()
    data.setText(PASTED)
    QGuiApplication.clipboard().setMimeData(data)
    qtbot.keyClick(wizard, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: wizard.ui.fileStates.currentIndex() == COLUMNS)
    assert wizard.ui.message.text() == "" and wizard.ui.next.isEnabled()


def test_a_protected_workbook_asks_for_its_password(qtbot: QtBot, context: Context) -> None:
    file = Path(__file__).parents[1] / "data" / "spreadsheets" / "qsv-password-protected-password123.xlsx"
    wizard = ImportWizard(context, file)
    qtbot.addWidget(wizard)
    wizard.show()
    qtbot.waitUntil(wizard.ui.password.isVisible)
    qtbot.keyClicks(wizard.ui.password, "wrong")
    qtbot.keyClick(wizard.ui.password, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: context.tasks.idle and wizard.ui.password.isVisible() and not wizard.ui.password.text())
    qtbot.keyClicks(wizard.ui.password, "password123")
    qtbot.keyClick(wizard.ui.password, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: context.tasks.idle)
    assert not wizard.ui.password.isVisible() or wizard.ui.fileStates.currentIndex() == COLUMNS


def test_escape_before_the_import_changes_nothing(qtbot: QtBot, context: Context) -> None:
    wizard = opened(qtbot, context, PASTED)
    press(qtbot, wizard, ROWS)
    qtbot.keyClick(wizard, Qt.Key.Key_Escape)
    assert not wizard.isVisible()
    assert people(context) == {}
    assert context.tasks.database is not None
    with context.tasks.database.read() as connection:
        assert settings.get(connection, "import_mappings") is None


@pytest.mark.parametrize("page", [FILE, ROWS])
def test_the_models_keep_qts_rules(qtbot: QtBot, context: Context, qtmodeltester: ModelTester, page: int) -> None:
    wizard = opened(qtbot, context, PASTED)
    if page == ROWS:
        press(qtbot, wizard, ROWS)
    qtmodeltester.check(wizard.ui.columns.model() if page == FILE else wizard.ui.rows.model())


def test_a_list_of_needs_is_read_where_needs_are_wanted(
    qtbot: QtBot, context: Context, tmp_path: Path, store: Callable[..., int]
) -> None:
    store("communities", name="Iğdır Okuma Topluluğu")
    file = tmp_path / "ihtiyaclar.csv"
    file.write_text("Başlık;Topluluk;Oy\nKitap yok;iğdır okuma topluluğu;7\nÖdev;Bilinmeyen;1\n", encoding="utf-8")
    wizard = ImportWizard(context, file, ("needs", 0))
    qtbot.addWidget(wizard)
    wizard.open()
    qtbot.waitUntil(lambda: wizard.ui.next.isEnabled())
    assert wizard.ui.kind.count() == 1
    wizard.ui.next.click()
    qtbot.waitUntil(lambda: wizard.rows_page.plan is not None)
    assert [row.verdict for row in wizard.rows_page.plan.rows] == ["new", "refused"]
    wizard.ui.next.click()
    qtbot.waitUntil(lambda: wizard.result_shown is not None)
    assert wizard.result_shown.added == 1
    assert context.tasks.database is not None
    with context.tasks.database.read() as connection:
        _total, needs = records.listing(connection, "needs")
    assert [(need["title"], need["votes"]) for need in needs] == [("Kitap yok", 7)]


def test_a_changed_list_of_rows_is_shown_by_name_and_taken_where_wanted(
    qtbot: QtBot, context: Context, store: Callable[..., int]
) -> None:
    needs = [store("needs", title=title) for title in ("Kitap yok", "Ödev çok")]
    store("solutions", title="Kitaplık", needs=needs[:1])
    wizard = opened(qtbot, context, "Başlık\tneeds\nKitaplık\tÖdev çok\n", ("solutions", 0))
    press(qtbot, wizard, ROWS)
    assert "will be added" in wizard.ui.summary.text() and "people" not in wizard.ui.summary.text()
    why = wizard.ui.rows.model().index(0, 4)
    assert why.data() == "Differs, the stored value stays: Needs it answers (Ödev çok)"
    qtbot.keyClick(wizard.ui.rows, Qt.Key.Key_Return)
    box = wizard.focusWidget()
    assert isinstance(box, QCheckBox)
    assert box.text() == "Needs it answers: take “Ödev çok” instead of “Kitap yok”"
    qtbot.keyClick(box, Qt.Key.Key_Space)
    assert why.data() == "Taken from the list: Needs it answers (Ödev çok)"
    press(qtbot, wizard, DONE)
    assert context.tasks.database is not None

    def answered() -> list[str]:
        with context.tasks.database.read() as connection:  # type: ignore[union-attr]
            return list(records.listing(connection, "solutions")[1][0]["needs"])

    with context.tasks.database.read() as connection:
        uids = [records.uid_of(connection, "needs", key) for key in needs]
    assert answered() == uids[1:]
    wizard.ui.undoButton.click()
    qtbot.waitUntil(lambda: answered() == uids[:1])


def test_the_list_that_is_shown_is_what_an_export_begins_with(qtbot: QtBot, context: Context) -> None:
    dialog = ExportDialog(context, ("needs", 0))
    qtbot.addWidget(dialog)
    order = dialog.order()
    assert order is not None and order.entity == "needs"


def test_a_plan_of_workshops_is_read_once_that_is_chosen_and_undone(
    qtbot: QtBot, context: Context, tmp_path: Path
) -> None:
    file = tmp_path / "yil.csv"
    file.write_text("Başlık;İl;Tür\nProblem Ağacı;Iğdır;Atölye\nSöyleşi;Kars;Söyleşi\n", encoding="utf-8")
    wizard = ImportWizard(context, file)
    qtbot.addWidget(wizard)
    wizard.show()
    choose_kind(qtbot, wizard, "workshops")
    qtbot.waitUntil(lambda: wizard.file_page.entity == "workshops" and wizard.ui.next.isEnabled())
    press(qtbot, wizard, ROWS)
    assert wizard.rows_page.plan is not None
    assert [row.verdict for row in wizard.rows_page.plan.rows] == ["new", "new"]
    press(qtbot, wizard, DONE)
    assert context.tasks.database is not None
    with context.tasks.database.read() as connection:
        stored = records.listing(connection, "workshops")[1]
    assert {(row["title"], row["province"], row["kind"]) for row in stored} == {
        ("Problem Ağacı", "TR-76", "workshop"), ("Söyleşi", "TR-36", "talk"),
    }  # fmt: skip
    wizard.ui.undoButton.click()
    qtbot.waitUntil(lambda: wizard.ui.doneTitle.text() == "The import was taken back.")
    with context.tasks.database.read() as connection:
        assert records.listing(connection, "workshops")[0] == 0


def test_the_programs_own_attendance_goes_to_the_workshops_it_names_and_changes_nothing(
    qtbot: QtBot, context: Context, tmp_path: Path, store: Callable[..., int]
) -> None:
    person = store("people", given_name="Ayşe", family_name="Yılmaz")
    for title, day in (("Altı Şapka", "14"), ("Fotovoice", "21")):
        workshop = store("workshops", title=title)
        session = store("sessions", workshop=workshop, starts_at=f"2026-03-{day}T10:00", status="held")
        store("attendance", session=session, person=person, status="present")
    file = tmp_path / "katilim.xlsx"
    assert context.tasks.database is not None
    with context.tasks.database.read() as connection:
        export_attendance(connection, file, Selection(), untranslated)
    wizard = opened(qtbot, context, file)
    assert wizard.ui.kind.currentData() == "attendance_long"
    assert wizard.ui.target.currentText() == "the workshops that the list names"
    press(qtbot, wizard, ROWS)
    assert wizard.rows_page.plan is not None
    assert wizard.rows_page.plan.counts() == {"new": 0, "known": 0, "same": 1, "doubtful": 0, "refused": 0}
    press(qtbot, wizard, DONE)
    assert wizard.ui.doneTitle.text() == "There was nothing new to import."


def test_marks_changed_in_the_programs_workbook_are_seen_and_taken_one_by_one_or_all_at_once(
    qtbot: QtBot, context: Context, tmp_path: Path, store: Callable[..., int]
) -> None:
    workshop = store("workshops", title="Altı Şapka")
    days = {day: store("sessions", workshop=workshop, starts_at=f"2026-03-{day}T10:00") for day in ("14", "21")}
    for name in ("Ali", "Can"):
        person = store("people", given_name=name, family_name="Öz")
        for session in days.values():
            store("attendance", session=session, person=person, status="present")
    file = tmp_path / "katilim.xlsx"
    assert context.tasks.database is not None
    with context.tasks.database.read() as connection:
        export_attendance(connection, file, Selection(), untranslated)
    book = load_workbook(file)
    sheet = book["Data"]
    status = [cell.value for cell in sheet[1]].index("Status") + 1
    for row in range(2, sheet.max_row + 1):
        sheet.cell(row, status).value = "Absent"
    book.save(file)

    def stored() -> list[str]:
        assert context.tasks.database is not None
        with context.tasks.database.read() as connection:
            return sorted(row["status"] for row in records.listing(connection, "attendance")[1])

    wizard = opened(qtbot, context, file)
    press(qtbot, wizard, ROWS)
    page = wizard.rows_page
    assert "2 differ and stay as they are stored" in wizard.ui.summary.text()
    button = next(one for one in page._buttons.buttons() if one.property("filter") == DIFFERS)
    assert button.text() == "≠ Differs 2"
    button.click()
    # By keyboard: Enter goes to the row's choices, the space bar takes the first mark.
    qtbot.keyClick(wizard.ui.rows, Qt.Key.Key_Return)
    box = wizard.focusWidget()
    assert isinstance(box, QCheckBox)
    assert box.text() == "14.03.2026 10:00 · Altı Şapka: take “Absent” instead of “Present”"
    qtbot.keyClick(box, Qt.Key.Key_Space)
    why = page._why(page._items[0])
    words = "Present (in the file: Absent) · {day}.03.2026"
    assert f"Taken from the list: {words.format(day=14)}" in why
    assert f"Differs, the stored value stays: {words.format(day=21)}" in why

    def for_all(text: str) -> None:
        next(one for one in page._panel.findChildren(QPushButton) if one.isVisible() and one.text() == text).click()

    for_all("All rows: the &stored marks")
    assert "Taken from the list" not in page._why(page._items[0])
    for_all("All rows: the marks of the &file")
    assert all(decision.take == {"marks"} for decision in page.decisions.values()) and len(page.decisions) == 2
    assert "differ and stay" not in wizard.ui.summary.text()
    # All but one: the word on one row stands beside the word on all.
    boxes = [one for one in page._panel.findChildren(QCheckBox) if one.isVisible() and one.text().startswith("21.03")]
    boxes[0].click()
    press(qtbot, wizard, DONE)
    assert stored() == ["absent", "absent", "absent", "present"]
    assert "1 differ and stay as they are stored" in wizard.ui.doneCounts.text()
    wizard.ui.undoButton.click()
    qtbot.waitUntil(lambda: stored() == ["present"] * 4)


def test_the_programs_own_list_is_taken_for_what_it_is_until_she_says_otherwise(
    qtbot: QtBot, context: Context, tmp_path: Path, store: Callable[..., int]
) -> None:
    store("needs", title="Kitap yok")
    file = tmp_path / "ihtiyaclar.xlsx"
    assert context.tasks.database is not None
    with context.tasks.database.read() as connection:
        export_list(connection, "needs", file, untranslated)
    wizard = opened(qtbot, context, file)
    assert wizard.ui.kind.currentData() == "needs" and wizard.file_page.entity == "needs"
    choose_kind(qtbot, wizard, "stakeholders")
    qtbot.waitUntil(lambda: wizard.file_page.entity == "" and wizard.ui.fileStates.currentIndex() == COLUMNS)
    choose_kind(qtbot, wizard, "needs")
    qtbot.waitUntil(lambda: wizard.file_page.entity == "needs" and wizard.file_page.ready)
    press(qtbot, wizard, ROWS)
    assert wizard.rows_page.plan is not None
    assert [row.verdict for row in wizard.rows_page.plan.rows] == ["same"]


def test_what_is_no_list_of_the_chosen_kind_stays_what_it_was(qtbot: QtBot, context: Context) -> None:
    wizard = opened(qtbot, context, PASTED)
    choose_kind(qtbot, wizard, "sessions")
    qtbot.waitUntil(lambda: "Workshop" in wizard.ui.message.text())
    assert wizard.ui.kind.currentData() == "people" and wizard.file_page.entity == ""
    assert wizard.ui.fileStates.currentIndex() == COLUMNS
    press(qtbot, wizard, ROWS)
    assert wizard.rows_page.plan is not None and len(wizard.rows_page.plan.rows) > 1


def choose_kind(qtbot: QtBot, wizard: ImportWizard, kind: str) -> None:
    """Choose a kind of list, as the keys do."""
    qtbot.waitUntil(lambda: wizard.ui.fileStates.currentIndex() == COLUMNS)
    box = wizard.ui.kind
    place = box.findData(kind)
    box.setCurrentIndex(place)
    box.activated.emit(place)


def test_marks_without_a_name_are_refused_row_by_row_and_totals_are_not(
    qtbot: QtBot, context: Context, tmp_path: Path
) -> None:
    book = Workbook()
    for row in (
        ("No", "Ad Soyad", "Okul", "14.03.2026", "21.03.2026"),
        (1, "Ayşe Yılmaz", "Kars Lisesi", "+", "-"),
        (2, None, None, "+", None),
        (3, None, "Kars Lisesi", None, None),
        (4, None, None, None, None),
        (5, "Mehmet Öz", "Kars Lisesi", "-", "+"),
        (None, "Toplam", None, 2, 1),
    ):
        book[book.sheetnames[0]].append(row)
    source = tmp_path / "yoklama.xlsx"
    book.save(source)
    wizard = opened(qtbot, context, source)
    press(qtbot, wizard, ROWS)
    plan = wizard.rows_page.plan
    assert plan is not None
    refused = [(row.number, row.reasons[0].text(untranslated)) for row in plan.rows if row.verdict == "refused"]
    assert refused == [(3, "The row has no name."), (4, "The row has no name.")]
    assert [number for _sheet, number, _why in plan.dropped] == [5, 7]
    press(qtbot, wizard, DONE)
    assert wizard.result_shown is not None and wizard.result_shown.marks == 4
    assert [item.number for item in wizard._left.rows] == ["3", "4"]
    assert set(people(context)) == {"Ayşe Yılmaz", "Mehmet Öz"}
