"""The day of a facilitator, through the real program by keys alone; after each step, what is on disk.

Every step begins where the one before it left the cursor. The clipboard is filled as Excel fills it, and the system's
dialogs for file names are answered; everything else is keys.
"""

import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QRadioButton
from pytestqt.qtbot import QtBot

from tests.gui.conftest import NOW
from tests.gui.facilitator import CTRL, SHIFT, Facilitator, K
from tests.gui.keys import place_key
from tn_desktop.gui.dialogs.export_dialog import ExportDialog
from tn_desktop.gui.dialogs.first_run import FirstRun
from tn_desktop.gui.dialogs.import_wizard import DONE, FILE, ROWS, ImportWizard
from tn_desktop.gui.dialogs.plan_workshop import PlanWorkshop
from tn_desktop.gui.dialogs.print_preview import PrintPreview
from tn_desktop.gui.dialogs.protect import ProtectDialog
from tn_desktop.gui.widgets.import_file_page import COLUMNS
from tn_desktop.store.places import profile_of

MESSY = """Aras Topluluğu katılımcıları\t\t\t\t
Sıra\tAdı Soyadı\tOkulu\tBranşı\tCep Tel
1\tAyse YILMAZ\tIğdır Atatürk Ortaokulu\tMatematik\t0 (532) 111 22 33
2\tAbdullah Doğan\t\tFizik\t
3\tİrem Güneş\tIğdır Lisesi\tTürkçe\t5331112234
4\tÇağlar Öztürk\tKarakoyunlu İlkokulu\tSınıf\t+90 534 111 22 35
5\tMehmet Ünlü\tIğdır Lisesi\tTarih\t12345
6\tŞule Iğın\tTuzluca Ortaokulu\tMüzik\t
\tToplam\t6\t\t
"""
"""Ayşe is known by her phone, Abdullah by his name alone; Mehmet's phone is none; the last row is a total."""

COMMUNITY, WORKSHOP = "Aras Öğretmen Topluluğu", "Eleştirel Düşünme"
MEMBERS = ["Abdullah Doğan", "Ayşe Yılmaz", "Çağlar Öztürk", "İrem Güneş", "Şule Iğın"]
"""In the order of the Turkish alphabet."""


@pytest.fixture(params=["file", pytest.param("server", marks=pytest.mark.thorough)])
def her(request: pytest.FixtureRequest, qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Facilitator]:
    """Işıl, in front of a program that was never started: her own, and the one at the office."""
    address = request.getfixturevalue("server_database") if request.param == "server" else None
    profile = profile_of(tmp_path / "profil", address)
    profile.make()
    person = Facilitator(qtbot, qapp, profile, NOW)
    person.open()
    yield person
    person.leave()


# --- the steps of the day


def begin(her: Facilitator) -> None:
    """The first page: three answers, and the welcome page says what to do."""
    her.dialog(FirstRun)
    her.write("Işıl Nur Çelik")
    her.press(K.Key_Tab)
    her.write("ıgdır")
    her.press(K.Key_Return)
    her.dialog(ProtectDialog)
    her.press(K.Key_Escape)
    her.gone(ProtectDialog)
    assert her.disk("SELECT given_name, family_name, province FROM person WHERE alive = 1") == [
        ("Işıl Nur", "Çelik", "TR-76")
    ]
    assert her.pane.ui.welcomePage.isVisible()


def add_person(her: Facilitator, given: str, family: str, **more: str) -> None:
    """Ctrl+N in the list of people; further fields by Tab."""
    her.press(place_key("people"), CTRL)
    her.press(K.Key_N, CTRL)
    her.write(given)
    her.press(K.Key_Tab)
    her.write(family)
    her.press(K.Key_Tab)
    for field, value in more.items():
        her.tab_to(her.pane.page.form.editors[field])
        her.write(value)
    her.press(K.Key_Escape)
    assert her.cursor is her.pane.table


def found_community(her: Facilitator) -> None:
    """A new community, its name alone."""
    her.press(place_key("communities"), CTRL)
    her.press(K.Key_N, CTRL)
    her.write(COMMUNITY)
    her.press(K.Key_Tab)
    her.press(K.Key_Escape)
    assert her.cursor is her.pane.table
    assert her.disk("SELECT name, status FROM community WHERE alive = 1") == [(COMMUNITY, "active")]


def paste_list(her: Facilitator) -> ImportWizard:
    """Paste the list onto the community, decide who Abdullah is, import; the last page is shown."""
    her.paste(MESSY)
    wizard = her.dialog(ImportWizard)
    her.wait(lambda: wizard.ui.fileStates.currentIndex() == COLUMNS)
    her.settle()
    assert wizard.ui.pages.currentIndex() == FILE
    assert COMMUNITY in wizard.ui.target.currentText()
    her.press(K.Key_Return, CTRL)
    her.wait(lambda: wizard.ui.pages.currentIndex() == ROWS)
    plan = wizard.rows_page.plan
    assert plan is not None
    assert plan.counts() == {"new": 3, "known": 1, "same": 0, "doubtful": 1, "refused": 1}
    her.press(K.Key_Return)
    assert isinstance(her.cursor, QRadioButton) and "Kayıtlı kişi: Abdullah Doğan" in her.cursor.text()
    her.press(K.Key_Space)
    her.press(K.Key_Return, CTRL)
    her.wait(lambda: wizard.ui.pages.currentIndex() == DONE)
    her.settle()
    return wizard


def gather(her: Facilitator) -> None:
    """A community of five, two of them known before."""
    begin(her)
    add_person(her, "Ayşe", "Yılmaz", phone="0532 111 22 33")
    add_person(her, "Abdullah", "Doğan")
    found_community(her)
    paste_list(her)
    her.press(K.Key_Return)
    her.gone(ImportWizard)


def plan_workshop(her: Facilitator) -> None:
    """Three weekly sessions from today on, all members enrolled: title, date, repeat, Enter."""
    page = her.pane.page
    her.use_tab(page.ui.tabs, page.ui.workshops_tab)
    her.use(page.ui.plan)
    dialog = her.dialog(PlanWorkshop)
    her.write(WORKSHOP)
    her.press(K.Key_Tab)
    her.write_over("14.03.2026")
    her.tab_to(dialog.ui.repeats)
    her.write_over("3")
    her.press(K.Key_Return)
    her.gone(PlanWorkshop)
    assert her.shown == "workshops"


def take_attendance(her: Facilitator) -> None:
    """Enter on today's session."""
    her.press(place_key("today"), CTRL)
    her.press(K.Key_Return)
    her.wait(lambda: her.shown == "attendance")
    her.settle()


def marks(her: Facilitator) -> dict[str, tuple[Any, ...]]:
    """Given name -> (status, walk_in, made_by)."""
    rows = her.disk(
        "SELECT p.given_name, a.status, a.walk_in, a.made_by FROM attendance a JOIN person p ON p.id = a.person_id "
        "WHERE a.alive = 1 AND p.alive = 1"
    )
    return {row[0]: row[1:] for row in rows}


# --- the day


def test_a_messy_list_becomes_members_and_one_undo_takes_it_back(her: Facilitator) -> None:
    begin(her)
    add_person(her, "Ayşe", "Yılmaz", phone="0532 111 22 33")
    add_person(her, "Abdullah", "Doğan")
    assert her.people() == ["Abdullah Doğan", "Ayşe Yılmaz", "Işıl Nur Çelik"]
    assert her.disk("SELECT phone FROM person WHERE given_name = 'Ayşe'") == ["+905321112233"]
    found_community(her)
    wizard = paste_list(her)

    members = "SELECT p.given_name FROM membership m JOIN person p ON p.id = m.person_id WHERE m.alive = 1 ORDER BY 1"
    assert her.people() == [*MEMBERS[:3], "Işıl Nur Çelik", *MEMBERS[3:]]
    assert set(her.disk(members)) == {"Abdullah", "Ayşe", "Çağlar", "İrem", "Şule"}
    # What was known stays; what was missing is filled in; the wrong phone's row is told with its reason.
    assert her.disk("SELECT institution, subject FROM person WHERE given_name = 'Ayşe'") == [
        ("Iğdır Atatürk Ortaokulu", "Matematik")
    ]
    assert wizard.result_shown is not None
    assert [number for number, _why in wizard.result_shown.refused] == [7]
    left = wizard.ui.left.model()
    assert left.rowCount() == 1 and left.index(0, 1).data().startswith("“12345” bir telefon")

    her.press(K.Key_Return, CTRL)  # pressed once more: nothing is imported twice
    assert len(her.people()) == 6
    her.press(K.Key_Return)
    her.gone(ImportWizard)
    her.press(K.Key_Z, CTRL)
    assert her.people() == ["Abdullah Doğan", "Ayşe Yılmaz", "Işıl Nur Çelik"] and her.disk(members) == []
    her.press(K.Key_Z, CTRL | SHIFT)
    assert len(her.people()) == 6 and len(her.disk(members)) == 5


@pytest.mark.parametrize("language", ["tr", pytest.param("en", marks=pytest.mark.thorough)])
def test_no_two_things_in_sight_share_an_alt_key(her: Facilitator, language: str) -> None:
    gather(her)
    her.window.use_language(language)
    her.settle()
    found: dict[str, dict[str, list[str]]] = {}

    def look(place: str) -> None:
        if clashes := her.clashes():
            found[place] = clashes

    for pane, count in (("communities", 3), ("people", 3)):
        her.window.go(pane)
        her.settle()
        for number in range(count):
            her.pane.page.ui.tabs.setCurrentIndex(number)
            her.settle()
            look(f"{pane} {number}")
    her.window.go("exchange")
    her.settle()
    for number in range(her.pane.ui.tabs.count()):
        her.pane.ui.tabs.setCurrentIndex(number)
        her.settle()
        look(f"exchange {number}")
    her.window.go("communities")
    her.paste(MESSY.replace("532", "542"))
    wizard = her.dialog(ImportWizard)
    her.wait(lambda: wizard.ui.fileStates.currentIndex() == COLUMNS)
    look("import, first page")
    her.press(K.Key_Return, CTRL)
    her.wait(lambda: wizard.ui.pages.currentIndex() == ROWS)
    look("import, second page")
    her.press(K.Key_Return, CTRL)
    her.wait(lambda: wizard.ui.pages.currentIndex() == DONE)
    her.settle()
    look("import, last page")
    her.press(K.Key_Return)
    her.gone(ImportWizard)
    her.press(place_key("workshops"), CTRL)
    her.press(K.Key_N, CTRL)
    her.dialog(PlanWorkshop)
    look("planning")
    her.write(WORKSHOP)
    her.press(K.Key_Return)
    her.gone(PlanWorkshop)
    for number in range(4):
        her.pane.page.ui.tabs.setCurrentIndex(number)
        her.settle()
        look(f"workshops {number}")
    her.press(K.Key_P, CTRL)
    her.dialog(PrintPreview)
    look("print")
    her.press(K.Key_Escape)
    her.gone(PrintPreview)
    her.press(K.Key_E, CTRL)
    her.dialog(ExportDialog)
    look("export")
    her.press(K.Key_Escape)
    her.gone(ExportDialog)
    assert found == {}


def test_a_workshop_is_planned_and_its_sheet_is_a_pdf(her: Facilitator, tmp_path: Path) -> None:
    gather(her)
    plan_workshop(her)
    assert her.disk("SELECT title, province, kind FROM workshop WHERE alive = 1") == [(WORKSHOP, "TR-76", "workshop")]
    assert her.disk("SELECT starts_at, ends_at, status FROM workshop_session WHERE alive = 1 ORDER BY starts_at") == [
        (f"2026-03-{day}T13:00", f"2026-03-{day}T16:00", "planned") for day in (14, 21, 28)
    ]
    enrolled = her.disk(
        "SELECT p.given_name || ' ' || p.family_name FROM enrolment e JOIN person p ON p.id = e.person_id "
        "WHERE e.alive = 1 AND e.status = 'enrolled' ORDER BY p.sort_key"
    )
    assert enrolled == MEMBERS

    her.press(K.Key_Return)
    assert her.cursor is her.pane.page.ui.sessions
    her.press(K.Key_P, CTRL)
    preview = her.dialog(PrintPreview)
    file = tmp_path / "imza.pdf"
    preview._parts.ask_pdf = lambda *_asked: str(file)
    her.wait(lambda: preview.document is not None)
    her.press(K.Key_S, CTRL)
    her.wait(lambda: preview.ui.message.isVisible())
    her.press(K.Key_Escape)
    her.gone(PrintPreview)
    assert her.cursor is her.pane.page.ui.sessions
    assert file.read_bytes().startswith(b"%PDF")


@pytest.mark.needs("pdftotext")
def test_the_printed_sheet_has_every_name(her: Facilitator, tmp_path: Path) -> None:
    gather(her)
    plan_workshop(her)
    her.press(place_key("today"), CTRL)
    her.press(K.Key_P, CTRL)
    preview = her.dialog(PrintPreview)
    preview._parts.ask_pdf = lambda *_asked: str(tmp_path / "imza")  # the ending is added
    her.wait(lambda: preview.document is not None)
    her.press(K.Key_S, CTRL)
    her.wait(lambda: preview.ui.message.isVisible())
    done = subprocess.run(["pdftotext", "-layout", tmp_path / "imza.pdf", "-"], capture_output=True, check=True)
    text = done.stdout.decode()
    for word in ("Katılımcı İmza Listesi", WORKSHOP, "14.03.2026", "13:00–16:00", "Işıl Nur Çelik", *MEMBERS):
        assert word in text
    assert "Mehmet" not in text and "532 111" not in text


def test_attendance_by_letters_and_digits_with_a_walk_in_and_undo(her: Facilitator) -> None:
    gather(her)
    plan_workshop(her)
    take_attendance(her)
    assert her.window.windowTitle() == "Yoklama — TN Desktop"

    her.write("ay1")
    her.settle()
    assert marks(her) == {"Ayşe": ("present", None, "key")}
    her.write("ig4")  # Şule Iğın by her family name, as a keyboard without Turkish letters gives it
    her.settle()
    assert marks(her)["Şule"] == ("absent", None, "key")

    her.press(K.Key_N, CTRL)
    her.write("Gülşah İnce")
    her.press(K.Key_Return)
    assert marks(her)["Gülşah"] == ("present", 1, "key") and "Gülşah İnce" in her.people()

    her.press(K.Key_Return, CTRL)
    after = marks(her)
    assert after["Şule"] == ("absent", None, "key")
    assert {name for name, mark in after.items() if mark == ("present", None, "bulk")} == {"Abdullah", "Çağlar", "İrem"}

    her.press(K.Key_Z, CTRL)
    assert set(marks(her)) == {"Ayşe", "Şule", "Gülşah"}
    her.press(K.Key_Z, CTRL)
    assert set(marks(her)) == {"Ayşe", "Şule"} and "Gülşah İnce" not in her.people()
    her.press(K.Key_Z, CTRL | SHIFT, times=2)
    assert marks(her) == after and "Gülşah İnce" in her.people()


def test_the_workbook_the_search_and_the_next_morning(her: Facilitator, tmp_path: Path) -> None:
    gather(her)
    plan_workshop(her)
    take_attendance(her)
    her.write("sule4")
    her.press(K.Key_N, CTRL)
    her.write("Gülşah İnce")
    her.press(K.Key_Return)
    her.press(K.Key_Return, CTRL)

    # Ctrl+E takes the session in front of her.
    her.press(K.Key_E, CTRL)
    dialog = her.dialog(ExportDialog)
    assert dialog.ui.what.currentText() == "Katılım: 1. oturum, 14.03.2026"
    file = tmp_path / "katilim.xlsx"
    dialog._parts.ask_file = lambda *_asked: (str(file), "")
    her.press(K.Key_Return)
    her.wait(lambda: dialog.report is not None)
    her.press(K.Key_Escape)
    her.gone(ExportDialog)
    book = openpyxl.load_workbook(file)
    cells = {cell for row in book["Katılım"].iter_rows(values_only=True) for cell in row}
    assert {*MEMBERS, "Gülşah İnce"} <= cells
    data = [row for row in book["Veri"].iter_rows(values_only=True) if "Gülşah İnce" in row]
    assert len(data) == 1 and "Katıldı" in data[0]
    assert not any("532" in str(cell) for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row)
    book.close()

    her.press(K.Key_K, CTRL)
    her.write("gulsah")
    her.wait(lambda: her.window.ui.search.results.isVisible())
    her.settle()
    her.press(K.Key_Return)
    her.wait(lambda: her.shown == "people" and her.pane.page.ui.head.title.text() == "Gülşah İnce")
    her.press(K.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert her.shown == "attendance"
    her.press(K.Key_Escape)
    assert her.shown == "today"

    before = marks(her)
    her.quit()
    her.open()
    assert her.window.ui.status.owner.text() == "Işıl Nur Çelik" and QApplication.activeModalWidget() is None
    assert marks(her) == before and len(before) == 6
    take_attendance(her)
    board = her.pane.desk.model.board
    assert [person.name for person in board.people] == [*MEMBERS, "Gülşah İnce"]
    (session,) = [head.id for head in board.sessions]
    assert board.tally(session)["present"] == 5 and board.tally(session)["absent"] == 1
