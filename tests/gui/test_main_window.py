"""The window: starting, going around, searching, undo, the language, errors; by keys where keys do it."""

import gc
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, QPointF, QSettings, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtNetwork import QLocalSocket
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.conftest import NOW
from tests.gui.keys import place_key, type_text
from tests.gui.pane_helpers import opened_window
from tn_desktop.gui.context import Context, Navigator
from tn_desktop.gui.dialogs.first_run import FirstRun
from tn_desktop.gui.dialogs.help import HelpViewer
from tn_desktop.gui.dialogs.protect import ProtectDialog
from tn_desktop.gui.language import LanguageSwitch
from tn_desktop.gui.main_window import MainWindow
from tn_desktop.gui.places import PANES, PLACES
from tn_desktop.gui.single_instance import SingleInstance
from tn_desktop.gui.tasks import Tasks
from tn_desktop.gui.widgets.navigation import NARROW, WIDE
from tn_desktop.model.changes import Changes
from tn_desktop.model.errors import Refused, StoreError
from tn_desktop.services import erasure, owner, records
from tn_desktop.services.first_look import first_look
from tn_desktop.services.owner import Owner
from tn_desktop.store.database import Database
from tn_desktop.store.profile import Profile

CTRL = Qt.KeyboardModifier.ControlModifier
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def window(qtbot: QtBot, context: Context) -> Iterator[MainWindow]:
    """The window in English over an open, empty database, Today shown."""
    with opened_window(qtbot, context) as window:
        yield window


def people(context: Context) -> list[str]:
    """Given names on disk."""
    assert context.tasks.database is not None
    with context.tasks.database.read() as connection:
        return [row["given_name"] for row in records.listing(connection, "people")[1]]


def test_the_window_is_painted_before_anything_of_the_store_is_loaded() -> None:
    """Loading SQLAlchemy takes longer than painting the window; the one must not wait for the other."""
    code = (
        "import sys, tn_desktop.__main__, tn_desktop.app;"
        "slow = {'sqlalchemy', 'alembic', 'openpyxl', 'phonenumbers', 'sqlcipher3', 'platformdirs',"
        " 'PySide6.QtNetwork', 'PySide6.QtSvg', 'PySide6.QtPrintSupport', 'tn_desktop.services'};"
        "print(*sorted(slow & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""


def test_keys_go_to_every_part_and_back(qtbot: QtBot, window: MainWindow) -> None:
    assert window.windowTitle() == "Today — TN Desktop"
    qtbot.keyClick(window, place_key("people"), CTRL)
    assert window.host.current == "people" and window.windowTitle() == "People — TN Desktop"
    assert window.ui.navigation.currentRow() == PLACES.index("people")
    qtbot.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert window.host.current == "today"


def test_no_pane_is_seen_as_a_window_of_its_own(qtbot: QtBot, context: Context, window: MainWindow) -> None:
    """A part that is shown before it has its place would flash, and take the keys away."""
    seen: list[str] = []

    class Watch(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
                seen.append(f"{type(watched).__name__} {watched.objectName()}")
            return False

    watch = Watch()
    application = QApplication.instance()
    assert application is not None
    application.installEventFilter(watch)
    for name in (*PANES, *PANES):
        window.go(name)
        qtbot.waitUntil(lambda: context.tasks.idle)
    application.removeEventFilter(watch)
    assert seen == []
    assert QApplication.activeWindow() is window


def test_an_empty_list_has_the_cursor_on_what_can_be_done(
    qtbot: QtBot, context: Context, window: MainWindow, store: Callable[..., int]
) -> None:
    def text() -> str:
        qtbot.waitUntil(lambda: context.tasks.idle)
        cursor = QApplication.focusWidget()
        return cursor.text() if isinstance(cursor, QPushButton) else ""

    for _time in range(2):
        qtbot.keyClick(window, place_key("communities"), CTRL)
        qtbot.waitUntil(lambda: text() == "+ New community")
        assert window.host.pane("communities")._nothing_yet.isAncestorOf(QApplication.focusWidget())
        qtbot.keyClick(window, Qt.Key.Key_1, CTRL)
    qtbot.keyClick(window, place_key("communities"), CTRL)
    qtbot.waitUntil(lambda: context.tasks.idle)
    store("communities", name="Ayna")
    qtbot.waitUntil(lambda: QApplication.focusWidget() is window.host.pane("communities").table)
    qtbot.waitUntil(lambda: context.tasks.idle)


def test_search_over_everything_finds_as_one_types_and_goes_there(
    qtbot: QtBot, context: Context, window: MainWindow, store: Callable[..., int]
) -> None:
    key = store("people", given_name="Ayşe", family_name="Yılmaz", institution="Atatürk Ortaokulu")
    store("people", given_name="Ali", family_name="Kaya")
    community = store("communities", name="Ayna Topluluğu")
    qtbot.keyClick(window, Qt.Key.Key_K, CTRL)
    search = window.ui.search
    assert search.hasFocus()
    type_text(search, "ay")
    qtbot.waitUntil(search.results.isVisible)
    texts = [search.results.item(row).text() for row in range(search.results.count())]
    assert texts[:4] == ["People", "Ayşe Yılmaz   Atatürk Ortaokulu", "Communities", "Ayna Topluluğu"]
    assert texts[4:] == ["Engagement tools", "Jigsaw"], "its Turkish title begins with “Ayrılıp”"
    qtbot.keyClick(search, Qt.Key.Key_Down)
    qtbot.keyClick(search, Qt.Key.Key_Up)
    qtbot.keyClick(search, Qt.Key.Key_Return)
    assert not search.results.isVisible() and window.host.current == "people"
    qtbot.waitUntil(lambda: window.host.pane("people").current_id == key)
    assert community


def test_esc_leaves_the_search_where_one_was(qtbot: QtBot, window: MainWindow) -> None:
    before = QApplication.focusWidget()
    qtbot.keyClick(window, Qt.Key.Key_K, CTRL)
    type_text(window.ui.search, "yok")
    qtbot.waitUntil(window.ui.search.results.isVisible)
    qtbot.keyClick(window.ui.search, Qt.Key.Key_Escape)
    assert window.ui.search.text() == "" and QApplication.focusWidget() is before


def test_a_write_is_told_undone_and_done_again(qtbot: QtBot, context: Context, window: MainWindow) -> None:
    context.tasks.write("Add a person", lambda uow: records.add(uow, "people", {"given_name": "Can"}))
    qtbot.waitUntil(lambda: people(context) == ["Can"] and context.tasks.idle)
    assert "12:40" in window.ui.status.saved.text() and "Add a person" in window.ui.status.told.text()
    qtbot.keyClick(window, Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: people(context) == [] and context.tasks.idle)
    assert "Taken back: Add a person" in window.ui.status.told.text()
    qtbot.keyClick(window, Qt.Key.Key_Y, CTRL)
    qtbot.waitUntil(lambda: people(context) == ["Can"] and context.tasks.idle)
    qtbot.mouseClick(window.ui.status.undo_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: people(context) == [] and context.tasks.idle)
    qtbot.keyClick(window, Qt.Key.Key_Z, CTRL)  # nothing is left to take back
    assert context.tasks.idle and not window.ui.undoButton.isEnabled()


def test_a_text_field_keeps_its_own_undo_until_nothing_was_typed(
    qtbot: QtBot, context: Context, window: MainWindow
) -> None:
    context.tasks.write("Add a person", lambda uow: records.add(uow, "people", {"given_name": "Can"}))
    qtbot.waitUntil(lambda: people(context) == ["Can"] and context.tasks.idle)
    qtbot.keyClick(window, Qt.Key.Key_K, CTRL)
    type_text(window.ui.search, "xyz")
    qtbot.keyClick(window.ui.search, Qt.Key.Key_Z, CTRL)
    assert window.ui.search.text() != "xyz" and people(context) == ["Can"]
    window.ui.search.setText("")
    qtbot.keyClick(window.ui.search, Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: people(context) == [])


def test_the_language_changes_while_the_program_runs_and_the_place_stays(
    qtbot: QtBot, context: Context, window: MainWindow, store: Callable[..., int]
) -> None:
    keys = [store("people", given_name=name) for name in ("Ali", "Bora", "Can")]
    window.go("people", keys[1])
    qtbot.waitUntil(lambda: window.host.pane("people").current_id == keys[1])
    window.use_language("tr")
    assert window.windowTitle() == "Kişiler — TN Desktop"
    assert window.ui.settingsButton.text() == "Ayarlar" and window.ui.status.language.text() == "TR"
    qtbot.waitUntil(lambda: window.host.pane("people").current_id == keys[1])
    assert context.settings.value("language") == "tr"
    window.use_language("en")
    assert window.windowTitle() == "People — TN Desktop"
    qtbot.waitUntil(lambda: context.tasks.idle)


@pytest.mark.some(1)
@pytest.mark.parametrize("pane", ["communities", "needs", "workshops", "solutions", "people", "stakeholders", "tools"])
def test_the_cursor_is_in_the_list_after_another_language(
    qtbot: QtBot, context: Context, window: MainWindow, store: Callable[..., int], pane: str
) -> None:
    entity, title = ("people", "given_name") if pane == "people" else (pane, "title")
    name = {"communities": "name", "stakeholders": "name"}.get(pane, title)
    store(entity, **{name: "Işık"})
    window.go(pane)
    qtbot.waitUntil(lambda: context.tasks.idle)
    window.use_language("tr")
    qtbot.waitUntil(lambda: context.tasks.idle)
    focused = QApplication.focusWidget()
    assert focused is not None and window.host.pane(pane).isAncestorOf(focused)
    window.use_language("en")
    qtbot.waitUntil(lambda: context.tasks.idle)


def test_what_another_program_writes_is_shown(qtbot: QtBot, context: Context, window: MainWindow) -> None:
    window.go("people")
    pane = window.host.pane("people")
    qtbot.waitUntil(lambda: context.tasks.idle)
    assert context.tasks.database is not None
    with Database.open(context.tasks.database.profile) as other, other.write("Add") as uow:
        records.add(uow, "people", {"given_name": "Dışarıdan"})
    window._watcher.look()
    qtbot.waitUntil(lambda: pane.model.rowCount() == 1 and pane.model.index(0, 0).data() == "Dışarıdan")
    assert not window.ui.undoButton.isEnabled()  # another program's write is not ours to take back


def test_what_others_wrote_just_before_a_write_of_ours_is_told_too(
    qtbot: QtBot, context: Context, window: MainWindow
) -> None:
    window._watcher._timer.stop()  # it looks when the test says so
    qtbot.waitUntil(lambda: context.tasks.idle)
    database, told = context.tasks.database, list[Changes]()
    assert database is not None
    context.tasks.changed.connect(lambda changes, _owner: told.append(changes))
    with Database.open(database.profile) as other, other.write("Add") as uow:
        records.add(uow, "people", {"given_name": "Ayşe"})
    context.tasks.write("Add", lambda uow: records.add(uow, "people", {"given_name": "Işık"}))
    qtbot.waitUntil(lambda: len(told) == 1 and context.tasks.idle)
    window._watcher.look()
    qtbot.waitUntil(lambda: context.tasks.idle)
    assert [changes.label for changes in told] == ["Add", ""]
    assert told[1].changed["person"] == (1, 2)
    window._watcher.look()
    qtbot.waitUntil(lambda: context.tasks.idle)
    assert len(told) == 2
    qtbot.waitUntil(lambda: context.tasks.idle)


def test_a_failure_is_told_beside_the_work_and_leaves_with_the_next_save(
    qtbot: QtBot, context: Context, window: MainWindow
) -> None:
    context.tasks.failed.emit(Refused("This was taken back already."))
    assert window.ui.messages.isVisible() and "taken back already" in window.ui.messages.label.text()
    context.tasks.write("Add a person", lambda uow: records.add(uow, "people", {"given_name": "Can"}))
    qtbot.waitUntil(lambda: not window.ui.messages.isVisible())
    qtbot.waitUntil(lambda: context.tasks.idle)


def test_a_bug_is_told_with_a_report_that_holds_no_data(qtbot: QtBot, window: MainWindow) -> None:
    def fail(name: str, phone: str) -> None:
        person = {"given_name": name, "phone": phone}
        try:
            raise KeyError(person["given_name"])
        except KeyError as cause:
            raise ValueError(f"{name} {phone}") from cause

    try:
        fail("Ayşe Yılmaz", "0532 000 00 01")
    except ValueError as error:
        window.show_crash(error)
        window.show_crash(error)  # one at a time
    dialog = window._crash
    assert dialog is not None and dialog.isVisible()
    report = dialog.report.toPlainText()  # type: ignore[attr-defined]
    assert "ValueError" in report and "test_main_window.py" in report
    assert "Ayşe" not in report and "0532" not in report and str(Path.home()) not in report
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert window._crash is None


def test_a_store_that_cannot_be_opened_is_told_on_the_page_and_tried_again(qtbot: QtBot, tmp_path: Path) -> None:
    tasks = Tasks()
    settings = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    window = MainWindow(Context(tasks, settings, Navigator(), "en", lambda: NOW), LanguageSwitch())
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.painted):
        window.show()

    def refuse() -> Database:
        raise StoreError("The database is damaged.")

    with qtbot.waitSignal(tasks.refused):
        tasks.start(refuse)
    assert any("damaged" in label.text() for label in window.ui.stack.currentWidget().findChildren(QLabel))
    with qtbot.waitSignal(window.retry_wanted):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    with qtbot.waitSignal(window.first_data):
        tasks.start(lambda: Database.open(Profile.at(tmp_path / "profile")))
    qtbot.waitUntil(lambda: tasks.idle)
    tasks.close()


def test_a_pasted_table_and_a_dropped_file_begin_an_import(
    qtbot: QtBot, context: Context, window: MainWindow, tmp_path: Path
) -> None:
    wishes: list[object] = []
    context.navigator.import_wanted.disconnect()
    context.navigator.import_wanted.connect(wishes.append)
    QGuiApplication.clipboard().setText("Ad\tSoyad\nAyşe\tYılmaz\n")
    window.setFocus()
    qtbot.keyClick(window, Qt.Key.Key_V, CTRL)
    assert wishes == ["Ad\tSoyad\nAyşe\tYılmaz\n"]
    QGuiApplication.clipboard().setText("just a word")
    qtbot.keyClick(window, Qt.Key.Key_V, CTRL)
    assert len(wishes) == 1 and "clipboard" in window.ui.status.told.text()
    file = tmp_path / "liste.csv"
    file.write_text("Ad;Soyad\n", encoding="utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(QPoint(500, 300), copy, data, left, none)
    QApplication.sendEvent(window, entering)
    assert entering.isAccepted()
    QApplication.sendEvent(window, QDropEvent(QPointF(500, 300), copy, data, left, none))
    assert wishes[1] == file


def test_import_and_export_begin_with_what_is_shown(
    qtbot: QtBot, context: Context, window: MainWindow, store: Callable[..., int]
) -> None:
    community = store("communities", name="Ayna Topluluğu")
    workshop = store("workshops", title="Problem Ağacı")
    session = store("sessions", workshop=workshop, starts_at="2026-03-14T13:00")
    wishes: list[object] = []
    for signal in (context.navigator.import_wanted, context.navigator.export_wanted):
        signal.disconnect()
        signal.connect(wishes.append)

    def wish(key: Qt.Key) -> object:
        qtbot.waitUntil(lambda: context.tasks.idle)
        wishes.clear()
        qtbot.keyClick(QApplication.focusWidget(), key, CTRL)
        (wanted,) = wishes
        return wanted

    pasted = "Ad\tSoyad\nAyşe\tYılmaz\n"
    QGuiApplication.clipboard().setText(pasted)
    assert (wish(Qt.Key.Key_V), wish(Qt.Key.Key_E)) == (pasted, None)
    window.go("communities", community)
    qtbot.waitUntil(lambda: window.host.pane("communities").current_id == community)
    assert (wish(Qt.Key.Key_V), wish(Qt.Key.Key_E)) == ((pasted, ("community", community)), ("communities", 0))
    window.go("workshops", workshop)
    qtbot.waitUntil(lambda: window.host.pane("workshops").current_id == workshop)
    assert wish(Qt.Key.Key_O) == (None, ("workshop", workshop))
    assert wish(Qt.Key.Key_E) == ("workshop", workshop)
    context.navigator.attendance_wanted.emit(session)
    assert wish(Qt.Key.Key_V) == (pasted, ("workshop", workshop))
    assert wish(Qt.Key.Key_E) == ("session", session)


def test_a_narrow_window_shows_pictures_alone(qtbot: QtBot, window: MainWindow) -> None:
    window.resize(900, 560)
    qtbot.waitUntil(lambda: window.ui.navigation.item(0).text() == "")
    assert window.ui.navigation.item(0).data(Qt.ItemDataRole.AccessibleTextRole) == "Today"
    window.resize(1366, 740)
    qtbot.waitUntil(lambda: window.ui.navigation.item(0).text() == "Today")


@pytest.mark.parametrize(("size", "wide"), [((800, 500), NARROW), ((800, 900), NARROW), ((1366, 740), WIDE)])
def test_in_a_low_window_no_place_lies_under_the_scroll_bar(
    qtbot: QtBot, window: MainWindow, size: tuple[int, int], wide: int
) -> None:
    navigation = window.ui.navigation
    window.resize(*size)
    qtbot.waitUntil(lambda: (navigation.verticalScrollBar().maximum() > 0) == (size[1] == 500))
    qtbot.waitUntil(lambda: navigation.viewport().width() >= wide - 2 * navigation.frameWidth())


def test_every_control_of_the_window_has_a_name(window: MainWindow) -> None:
    for field in window.ui.page.findChildren(QLineEdit):
        if field.isVisible():
            assert field.accessibleName()
    for button in (window.ui.menuButton, window.ui.undoButton, window.ui.redoButton, window.ui.settingsButton):
        assert button.accessibleName() or button.text()


def test_help_shows_the_keys_in_both_languages(qtbot: QtBot, window: MainWindow) -> None:
    for language, word in (("tr", "Yoklamada"), ("en", "In attendance")):
        viewer = HelpViewer(language, window)
        viewer.show_part("keys")
        assert word in viewer.browser.toPlainText() and viewer.browser.textCursor().block().text() in ("Tuşlar", "Keys")


@pytest.mark.parametrize("language", ["tr", "en"])
def test_every_link_of_the_help_leads_to_a_page(qtbot: QtBot, language: str) -> None:
    viewer = HelpViewer(language)
    qtbot.addWidget(viewer)
    viewer.show()
    links = set(re.findall(r"\]\(([^)]+)\)", viewer.browser.document().toMarkdown()))
    assert links == {f"office-{language}.md", f"exchange-{language}.md"}
    for link in links:
        viewer.browser.setSource(QUrl(link))
        assert viewer.browser.toPlainText().startswith(("The office", "Ofis", "Sending and", "Göndermek ve"))
        viewer.browser.backward()
        assert viewer.browser.toPlainText().startswith("TN Desktop")


def start_program(profile: Path, *options: str) -> "subprocess.Popen[bytes]":
    """Start the real program without a screen."""
    command = [sys.executable, "-m", "tn_desktop", "--profile", str(profile), *options]
    return subprocess.Popen(command, cwd=ROOT, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"})


def test_a_second_start_shows_the_first_window_and_ends(qtbot: QtBot, tmp_path: Path) -> None:
    first = SingleInstance(tmp_path / "window.lock")
    assert first.is_first()
    first.listen()
    with qtbot.waitSignal(first.wanted):
        second = start_program(tmp_path)
    qtbot.waitUntil(lambda: second.poll() is not None)
    assert second.returncode == 0
    first.close()


def test_a_start_while_the_first_window_is_just_ending_opens_one(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Closed and started again at once: whoever ends hears of nobody any more, and lets go of the lock."""
    monkeypatch.setattr(SingleInstance, "_on_connected", SingleInstance.close)
    first = SingleInstance(tmp_path / "window.lock")
    assert first.is_first()
    first.listen()
    second = start_program(tmp_path)
    try:
        qtbot.waitUntil(lambda: second.poll() is not None or (tmp_path / "tn-desktop.db").exists(), timeout=60_000)
        assert second.poll() is None
    finally:
        second.kill()
        second.wait()


@pytest.mark.thorough
def test_nothing_stays_of_the_starts_that_were_answered(qtbot: QtBot, tmp_path: Path) -> None:
    def ends() -> int:
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()
        return sum(isinstance(thing, QLocalSocket) for thing in gc.get_objects())

    first = SingleInstance(tmp_path / "window.lock")
    assert first.is_first()
    first.listen()
    before = ends()
    for turn in range(6):
        asking = QLocalSocket()
        with qtbot.waitSignal(first.wanted):
            asking.connectToServer(first._name)
            if turn % 2:
                asking.abort()  # gone before it is answered
        asking.abort()
        asking.deleteLater()
        del asking
    qtbot.waitUntil(lambda: ends() <= before)
    first.close()


def test_a_picture_of_the_window_is_taken_and_the_program_ends(qtbot: QtBot, tmp_path: Path) -> None:
    program = start_program(tmp_path / "profile", "--lang", "tr", "--screenshot", str(tmp_path / "a.png"))
    qtbot.waitUntil(lambda: program.poll() is not None)
    assert program.returncode == 0 and (tmp_path / "a.png").stat().st_size > 5_000


def test_a_language_that_is_not_known_is_a_usage_error(qtbot: QtBot, tmp_path: Path) -> None:
    program = start_program(tmp_path / "profile", "--lang", "de")
    qtbot.waitUntil(lambda: program.poll() is not None)
    assert program.returncode == 2


def test_enter_on_a_session_takes_attendance_and_esc_comes_back(
    qtbot: QtBot, context: Context, window: MainWindow, store: Callable[..., int]
) -> None:
    workshop = store("workshops", title="Problem Ağacı")
    session = store("sessions", workshop=workshop, starts_at="2026-03-14T13:00")
    person = store("people", given_name="Ayşe")
    store("enrolments", person=person, workshop=workshop)
    today = window.host.pane("today")
    qtbot.waitUntil(lambda: today.ui.sessions.current() is not None)
    today.focus_list()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.host.current == "attendance" and context.tasks.idle)
    assert window.windowTitle() == "Attendance — TN Desktop"
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_1)
    qtbot.waitUntil(lambda: context.tasks.idle)
    assert context.tasks.database is not None
    with context.tasks.database.read() as connection:
        (row,) = records.listing(connection, "attendance")[1]
    assert row["status"] == "present" and session
    window.use_language("tr")
    assert window.windowTitle() == "Yoklama — TN Desktop"
    qtbot.waitUntil(lambda: context.tasks.idle)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window.host.current == "today")
    qtbot.waitUntil(lambda: context.tasks.idle)


def test_the_first_start_asks_and_then_says_whose_notebook_it_is(
    qtbot: QtBot, context: Context, window: MainWindow
) -> None:
    assert window.owner is None
    window.ask_owner()
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), QLineEdit))
    type_text(QApplication.focusWidget(), "Işıl Çelik")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.ui.status.owner.text() == "Işıl Çelik")
    assert window.owner is not None and window.owner["name"] == "Işıl Çelik"
    qtbot.waitUntil(lambda: any(dialog.isVisible() for dialog in window.findChildren(ProtectDialog)))
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: context.tasks.idle and not any(d.isVisible() for d in window.findChildren(QDialog)))
    assert context.tasks.database is not None, "a passphrase is recommended, not demanded"


def test_the_window_forgets_the_name_of_whoever_is_erased(qtbot: QtBot, context: Context, window: MainWindow) -> None:
    hers = Owner("Işıl Çelik", "Iğdır")
    context.tasks.write(
        "owner", lambda uow: owner.settle(uow, hers), lambda changes: window.show_owner(changes.told["owner"])
    )
    qtbot.waitUntil(lambda: window.ui.status.owner.text() == "Işıl Çelik")
    database = context.tasks.database
    assert database is not None and window.owner is not None
    with database.read() as connection:
        person = records.id_of(connection, "people", window.owner["person"])
    forgotten = erasure.erase_person(database, person, "2026-03-14", "")
    assert forgotten.changes is not None
    context.tasks.changed.emit(forgotten.changes, None)
    qtbot.waitUntil(lambda: window.ui.status.owner.text() == "")
    window.ask_owner()
    page = window.findChild(FirstRun)
    assert page is not None and not page.ui.demo.isVisible()
    qtbot.waitUntil(lambda: page.ui.province.text() == "Iğdır")


def test_the_day_stands_there_before_the_database_is_loaded_and_no_key_is_lost(
    qtbot: QtBot, gui_profile: Profile
) -> None:
    with Database.open(gui_profile) as database, database.write("test") as uow:
        workshop = records.add(uow, "workshops", {"title": "Okuma Atölyesi"}).subject
        records.add(uow, "sessions", {"workshop": workshop, "starts_at": f"{NOW:%Y-%m-%d}T15:00"})
    tasks = Tasks()
    settings = QSettings(str(gui_profile.window_state), QSettings.Format.IniFormat)
    context = Context(tasks, settings, Navigator(), "en", lambda: NOW)
    window = MainWindow(context, LanguageSwitch())
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    found = first_look(gui_profile.database, NOW.date())
    with qtbot.waitSignal(window.first_rows):
        window.looked.emit(found)
    pane = window.host.pane("today")
    model = pane.ui.sessions.model()
    lines = [model.index(row, 0).data() for row in range(model.rowCount())]
    assert lines[0] == "Today" and "Okuma Atölyesi" in lines[1]
    assert tasks.database is None
    qtbot.keyClick(pane.ui.sessions, Qt.Key.Key_Return)  # before there is anything to write into
    assert window.host.current == "today"
    with qtbot.waitSignal(window.opened):
        tasks.start(lambda: Database.open(gui_profile))
    assert window.host.current == "attendance"
    qtbot.waitUntil(lambda: tasks.idle)
    assert window.windowTitle() == "Attendance — TN Desktop"
    tasks.close()


def test_the_search_is_left_where_the_place_before_it_is_gone(
    qtbot: QtBot, context: Context, window: MainWindow, store: Callable[..., int]
) -> None:
    """Another language makes the panes anew; locking and restoring leave the search."""
    store("people", given_name="Ali")
    window.go("people")
    qtbot.waitUntil(lambda: context.tasks.idle and QApplication.focusWidget() is window.host.pane("people").table)
    table = window.host.pane("people").table
    qtbot.keyClick(window, Qt.Key.Key_K, CTRL)
    window.use_language("tr")
    qtbot.waitUntil(lambda: context.tasks.idle and not shiboken6.isValid(table))
    window.close_panes()
    assert not window.ui.search.hasFocus()
