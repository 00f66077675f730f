"""The print preview, driven by keys: what is chosen shows at once, and the PDF that is saved says it."""

import subprocess
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.unit.sheets.samples import sheet
from tn_desktop.gui.context import Context
from tn_desktop.gui.dialogs.print_preview import PreviewChoices, PreviewParts, PrintPreview, SessionChoice
from tn_desktop.gui.dialogs.print_start import show_print_preview
from tn_desktop.model.errors import AppError, NotFound
from tn_desktop.model.messages import untranslated
from tn_desktop.services import agenda, enrolling, export_log, records, workshops
from tn_desktop.services.export_log import ITSELF
from tn_desktop.services.workshops import WorkshopPlan
from tn_desktop.sheets.options import SheetOptions

SESSIONS = [SessionChoice(number, f"Session {number}") for number in (1, 2, 3)]


def text_of(path: Path) -> str:
    out = subprocess.run(["pdftotext", "-layout", str(path), "-"], capture_output=True, check=True).stdout.decode()
    return unicodedata.normalize("NFKC", out)


class Desk:
    """Makes previews of an invented workshop and notes what they ask for."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self.qtbot = qtbot
        self.folder = folder
        self.loads: list[tuple[tuple[int, ...], bool]] = []
        self.remembered: list[PreviewChoices] = []
        self.people = 24
        self.fails: AppError | None = None

    def load(self, _owner: Any, ids: tuple[int, ...], together: bool, done: Any, failed: Any) -> None:
        self.loads.append((ids, together))
        if self.fails:
            failed(self.fails)
            return
        whole = sheet(self.people, 3)
        sessions = tuple(session for session in whole.sessions if session.number in ids)
        groups = [sessions] if together else [(session,) for session in sessions]
        done(tuple(replace(whole, sessions=group) for group in groups))

    def preview(
        self, chosen: tuple[int, ...] = (1,), options: SheetOptions | None = None, **parts: Any
    ) -> PrintPreview:
        dialog = PrintPreview(
            SESSIONS,
            chosen,
            PreviewChoices(options or SheetOptions(language="en")),
            PreviewParts(self.load, self.remembered.append, folder=str(self.folder), **parts),
        )
        self.qtbot.addWidget(dialog)
        with self.qtbot.waitExposed(dialog):
            dialog.show()
        return dialog


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Desk:
    return Desk(qtbot, tmp_path)


def words(dialog: PrintPreview, page: int = 0) -> list[str]:
    assert dialog.document is not None
    return [" ".join(item.block.lines) for item in dialog.document.page(page).texts]


def press(desk: Desk, dialog: PrintPreview, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
    target = dialog.focusWidget() or dialog
    desk.qtbot.keyClick(target, key, modifier or Qt.KeyboardModifier.NoModifier)


def tab_to(desk: Desk, dialog: PrintPreview, widget: QWidget) -> None:
    for _ in range(40):
        if dialog.focusWidget() is widget:
            return
        press(desk, dialog, Qt.Key.Key_Tab)
    pytest.fail(f"{widget.objectName()} cannot be reached by Tab")


def test_opens_on_the_pages_and_counts_them(desk: Desk) -> None:
    dialog = desk.preview()
    assert dialog.focusWidget() is dialog.ui.pages
    assert dialog.ui.count.text() == "Page 1 of 2 · A4 portrait · 24 person(s) named"
    assert desk.loads == [((1,), True)]
    picture = dialog.ui.pages.grab().toImage()
    colours = {picture.pixelColor(x, picture.height() // 2).name() for x in range(0, picture.width(), 3)}
    assert "#ffffff" in colours and len(colours) > 3


def test_everything_can_be_reached_by_tab(desk: Desk) -> None:
    dialog = desk.preview()
    ui = dialog.ui
    options: list[QWidget] = [ui.sessions, ui.institution, ui.email, ui.blank_rows, ui.orientation, ui.language]
    for widget in (*options, ui.choose_logo, ui.notice, ui.recipient, ui.print_button, ui.save_button, ui.close_button):
        tab_to(desk, dialog, widget)


def test_a_column_is_switched_by_space_and_shows_at_once(desk: Desk) -> None:
    dialog = desk.preview()
    assert not any("@" in text for text in words(dialog))
    assert dialog.ui.contact_hint.isHidden()
    tab_to(desk, dialog, dialog.ui.email)
    press(desk, dialog, Qt.Key.Key_Space)
    assert any("@" in text for text in words(dialog))
    assert not dialog.ui.contact_hint.isHidden()
    assert "landscape" in dialog.ui.count.text()


def test_blank_rows_are_typed(desk: Desk) -> None:
    dialog = desk.preview()
    tab_to(desk, dialog, dialog.ui.blank_rows)
    dialog.ui.blank_rows.selectAll()
    desk.qtbot.keyClicks(dialog.ui.blank_rows, "40")
    assert dialog.document is not None and dialog.document.page_count == 3
    assert "64" in words(dialog, 2)


def test_sessions_are_chosen_by_space_and_stand_side_by_side_or_apart(desk: Desk) -> None:
    dialog = desk.preview()
    assert not dialog.ui.together.isEnabled()
    tab_to(desk, dialog, dialog.ui.sessions)
    press(desk, dialog, Qt.Key.Key_Down)
    press(desk, dialog, Qt.Key.Key_Space)
    assert dialog.chosen_sessions() == (1, 2)
    assert {"Session 1", "Session 2"} <= set(words(dialog))
    tab_to(desk, dialog, dialog.ui.together)
    press(desk, dialog, Qt.Key.Key_Space)
    assert desk.loads[-1] == ((1, 2), False)
    assert dialog.document is not None and dialog.document.page_count == 4
    assert "Page 1 / 2" in words(dialog, 2)


def test_without_a_session_nothing_is_printed_and_it_says_so(desk: Desk) -> None:
    dialog = desk.preview()
    tab_to(desk, dialog, dialog.ui.sessions)
    press(desk, dialog, Qt.Key.Key_Space)
    assert dialog.document is None
    assert not dialog.ui.print_button.isEnabled() and not dialog.ui.save_button.isEnabled()
    press(desk, dialog, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    dialog.ui.all_sessions.click()
    assert dialog.chosen_sessions() == (1, 2, 3)
    assert dialog.ui.print_button.isEnabled()


def test_the_sheets_language_is_its_own(desk: Desk) -> None:
    asked: list[str] = []

    def translate_for(language: str) -> Callable[[str, str], str]:
        asked.append(language)
        return lambda context, text: f"[{language}] {text}"

    dialog = desk.preview(translate_for=translate_for)
    tab_to(desk, dialog, dialog.ui.language)
    press(desk, dialog, Qt.Key.Key_Up)
    assert asked == ["en", "tr"]
    assert "[tr] Attendance sheet" in words(dialog)


def test_a_notice_of_ones_own_stands_in_the_foot(desk: Desk) -> None:
    dialog = desk.preview()
    assert dialog.ui.notice.placeholderText().startswith("Your personal data")
    tab_to(desk, dialog, dialog.ui.notice)
    desk.qtbot.keyClicks(dialog.ui.notice, "Ask Selin.")
    desk.qtbot.waitUntil(lambda: "Ask Selin." in words(dialog))


@pytest.mark.needs("pdftotext")
def test_ctrl_s_saves_a_pdf_that_has_the_names(desk: Desk) -> None:
    asked: list[str] = []

    def ask_pdf(suggested: str, _title: str, _parent: QWidget) -> str:
        asked.append(suggested)
        return str(desk.folder / "list")

    dialog = desk.preview(ask_pdf=ask_pdf)
    press(desk, dialog, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert Path(asked[0]) == desk.folder / "Attendance sheet – Eleştirel Düşünme Atölyesi.pdf"
    text = text_of(desk.folder / "list.pdf")
    assert "Büyükkaraoğlanoğlu" in text and "Işık Şahin" in text
    assert "Saved:" in dialog.ui.message.text() and "list.pdf" in dialog.ui.message.text()


def test_a_pdf_that_cannot_be_written_is_told_beside_the_buttons(desk: Desk) -> None:
    dialog = desk.preview(ask_pdf=lambda *_: str(desk.folder / "none" / "list.pdf"))
    dialog.ui.save_button.click()
    assert "does not exist" in dialog.ui.message.text()
    assert dialog.ui.save_button.isEnabled()


@pytest.mark.needs("pdftotext")
@pytest.mark.parametrize("by_enter", [True, False])
def test_enter_and_ctrl_p_print(desk: Desk, by_enter: bool) -> None:
    path = desk.folder / "printed.pdf"

    def ask(printer: QPrinter, pages: int, _parent: QWidget) -> bool:
        assert pages == 2
        printer.setOutputFileName(str(path))
        return True

    dialog = desk.preview(ask_printer=ask)
    if by_enter:
        press(desk, dialog, Qt.Key.Key_Return)
    else:
        press(desk, dialog, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    text = text_of(path)
    assert text.count("Attendance sheet") == 2
    assert "Işık Şahin" in text
    assert dialog.ui.message.text() == "Sent to the printer."


@pytest.mark.needs("pdftotext")
def test_only_the_pages_asked_for_are_printed(desk: Desk) -> None:
    path = desk.folder / "printed.pdf"

    def ask(printer: QPrinter, _pages: int, _parent: QWidget) -> bool:
        printer.setOutputFileName(str(path))
        printer.setPrintRange(QPrinter.PrintRange.PageRange)
        printer.setFromTo(2, 2)
        return True

    desk.preview(ask_printer=ask).ui.print_button.click()
    text = text_of(path)
    assert "Page 2 / 2" in text and "Page 1 / 2" not in text


def test_leaving_the_print_dialog_prints_nothing(desk: Desk) -> None:
    dialog = desk.preview(ask_printer=lambda *_: False)
    dialog.ui.print_button.click()
    assert dialog.ui.message.text() == "" and dialog.isVisible()


def test_esc_closes_and_the_choices_are_kept_but_for_phone_and_email(desk: Desk) -> None:
    dialog = desk.preview()
    dialog.ui.phone.setChecked(True)
    dialog.ui.subject.setChecked(False)
    dialog.ui.blank_rows.setValue(9)
    press(desk, dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    (kept,) = desk.remembered
    assert (kept.options.phone, kept.options.subject, kept.options.blank_rows) == (False, False, 9)
    again = desk.preview(options=kept.options)
    assert again.options() == kept.options


def test_a_logo_is_shown_and_one_that_cannot_be_read_is_told(desk: Desk) -> None:
    picture = QImage(40, 20, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.red)
    picture.save(str(desk.folder / "logo.png"))
    (desk.folder / "broken.png").write_text("no picture")
    paths = [str(desk.folder / "logo.png"), str(desk.folder / "broken.png")]
    dialog = desk.preview(ask_logo=lambda *_: paths.pop(0))
    dialog.ui.choose_logo.click()
    assert dialog.document is not None and len(dialog.document.page(0).pictures) == 1
    dialog.ui.choose_logo.click()
    assert "broken.png" in dialog.ui.message.text()
    assert dialog.document.page(0).pictures == [] and dialog.ui.print_button.isEnabled()
    dialog.ui.remove_logo.click()
    assert dialog.ui.message.text() == "" and not dialog.ui.remove_logo.isEnabled()


def test_a_session_that_is_gone_is_told(desk: Desk) -> None:
    desk.fails = NotFound("This session was removed in the meantime.")
    dialog = desk.preview()
    assert "was removed" in dialog.ui.message.text()
    assert not dialog.ui.print_button.isEnabled()


def test_a_late_answer_to_an_earlier_choice_is_dropped(desk: Desk) -> None:
    answers: list[Callable[[], None]] = []
    load = desk.load
    desk.load = lambda *arguments: answers.append(lambda: load(*arguments))  # type: ignore[method-assign]
    dialog = desk.preview()
    dialog.ui.sessions.item(0).setCheckState(Qt.CheckState.Unchecked)
    dialog.ui.sessions.item(1).setCheckState(Qt.CheckState.Checked)
    answers[1]()
    assert dialog.document is not None
    answers[0]()
    assert "21.03.2026" in words(dialog)


def test_pages_turn_and_zoom_by_keys(desk: Desk) -> None:
    desk.people = 500
    dialog = desk.preview()
    pages = dialog.ui.pages
    press(desk, dialog, Qt.Key.Key_PageDown)
    press(desk, dialog, Qt.Key.Key_PageDown)
    assert dialog.ui.count.text().startswith("Page 3 of ")
    press(desk, dialog, Qt.Key.Key_End)
    assert dialog.document is not None and pages.current_page == dialog.document.page_count - 1
    press(desk, dialog, Qt.Key.Key_Home)
    assert pages.current_page == 0
    before = pages.pixels_per_mm
    press(desk, dialog, Qt.Key.Key_Plus)
    assert pages.pixels_per_mm > before
    press(desk, dialog, Qt.Key.Key_0)
    assert pages.pixels_per_mm == before


@pytest.mark.parametrize("size", [(1366, 728), (800, 570)])
def test_buttons_and_pages_stay_visible_in_small_windows(qtbot: QtBot, desk: Desk, size: tuple[int, int]) -> None:
    dialog = desk.preview()
    dialog.resize(*size)
    assert (dialog.width(), dialog.height()) == size
    for button in (dialog.ui.print_button, dialog.ui.save_button, dialog.ui.close_button):
        assert dialog.rect().contains(button.geometry())
    assert dialog.ui.pages.width() >= 400
    qtbot.waitUntil(lambda: dialog.ui.options.width() <= dialog.ui.scroll.viewport().width())


def plan(qtbot: QtBot, context: Context) -> list[int]:
    """A workshop of two sessions with one person on its list; ids of the sessions."""
    made: list[Any] = []

    def work(uow: Any) -> Any:
        person = records.add(uow, "people", {"given_name": "Işık", "family_name": "Çağlar"}).subject
        changes = workshops.plan(uow, WorkshopPlan({"title": "Problem Ağacı"}, "14.03.2026 13:00", repeats=2))
        enrolling.enrol(uow, changes.subject or 0, [person or 0])
        return changes

    context.tasks.write("Plan a workshop", work, made.append)
    qtbot.waitUntil(lambda: bool(made))
    return list(made[0].told["sessions"])


def shown_preview(qtbot: QtBot, context: Context, sessions: list[int], parent: QWidget) -> PrintPreview:
    shown: list[PrintPreview] = []
    show_print_preview(context, sessions, parent, shown.append)
    qtbot.waitUntil(lambda: bool(shown) and shown[0].document is not None)
    return shown[0]


@pytest.mark.needs("pdftotext")
def test_from_the_running_program_to_a_pdf(qtbot: QtBot, context: Context, tmp_path: Path) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    sessions = plan(qtbot, context)
    dialog = shown_preview(qtbot, context, sessions[1:], window)
    assert dialog.windowTitle().endswith("Problem Ağacı")
    assert dialog.ui.sessions.count() == 2 and dialog.chosen_sessions() == tuple(sessions[1:])
    dialog._parts.translate_for = lambda _language: untranslated
    dialog._parts.ask_pdf = lambda *_: str(tmp_path / "list.pdf")
    dialog.ui.blank_rows.setValue(2)
    dialog.ui.save_button.click()
    qtbot.waitUntil(lambda: "list.pdf" in dialog.ui.message.text())
    text = text_of(tmp_path / "list.pdf")
    assert "Işık Çağlar" in text and "21.03.2026" in text
    dialog.close()
    again = shown_preview(qtbot, context, sessions[:1], window)
    assert again.ui.blank_rows.value() == 2
    again.close()


def test_the_agenda_is_printed_behind_the_list_where_there_is_one(qtbot: QtBot, context: Context) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    first, second = plan(qtbot, context)
    context.tasks.write("Add", lambda uow: agenda.add_part(uow, first, "Karşılama", 10))
    qtbot.waitUntil(lambda: context.tasks.idle)
    dialog = shown_preview(qtbot, context, [second], window)
    assert not dialog.ui.agenda.isEnabled()
    assert dialog.document is not None and dialog.document.page_count == 1
    dialog.ui.sessions.item(0).setCheckState(Qt.CheckState.Checked)
    qtbot.waitUntil(dialog.ui.agenda.isEnabled)
    dialog.ui.agenda.setChecked(True)
    assert dialog.document.page_count == 2
    texts = [" ".join(item.block.lines) for item in dialog.document.page(1).texts]
    assert "Karşılama" in texts and "13:00–13:10" in texts
    dialog.close()
    again = shown_preview(qtbot, context, [first], window)
    assert again.ui.agenda.isChecked()
    again.close()


def test_what_is_saved_is_told_with_the_number_of_people(desk: Desk) -> None:
    left: list[tuple[str, int, bool, str]] = []
    dialog = desk.preview(left=lambda *told: left.append(told), ask_pdf=lambda *_asked: str(desk.folder / "liste.pdf"))
    dialog.ui.phone.setChecked(True)
    dialog.save_pdf()
    desk.qtbot.waitUntil(lambda: bool(left))
    assert [(name, contacts, given) for name, _people, contacts, given in left] == [("liste.pdf", True, ITSELF)]
    assert left[0][1] == len(dialog._sheets[0].people) > 0


def test_who_is_given_a_sheet_is_logged_and_is_the_session_itself_unless_told(
    qtbot: QtBot, context: Context, tmp_path: Path
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    sessions = plan(qtbot, context)

    def printed(given: str = "") -> list[str]:
        dialog = shown_preview(qtbot, context, sessions[:1], window)
        qtbot.waitUntil(lambda: context.tasks.idle)
        assert dialog.ui.recipient.currentText() == "the session itself", (
            "the next sheet is signed in its session again"
        )
        if given:
            dialog.ui.recipient.setFocus()
            dialog.ui.recipient.setCurrentText(given)
        dialog._parts.ask_pdf = lambda *_: str(tmp_path / "list.pdf")
        dialog.ui.save_button.click()
        qtbot.waitUntil(lambda: "list.pdf" in dialog.ui.message.text() and context.tasks.idle)
        offered = [dialog.ui.recipient.itemText(row) for row in range(dialog.ui.recipient.count())]
        dialog.close()
        return offered

    assert printed() == [] and printed("Fon") == []
    assert printed() == ["Fon"], "the mark of a sheet that stays is nobody to be offered"
    assert context.tasks.database is not None
    with context.tasks.database.read() as connection:
        assert [one.recipient for one in export_log.exports(connection)] == [ITSELF, "Fon", ITSELF]
