"""The file of an output in the window: dropped, pasted, opened, saved, replaced, stopped, taken back."""

from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

import pytest
import shiboken6
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from tests.gui.pane_helpers import rows
from tn_desktop.app import Application, Options
from tn_desktop.gui.context import Context
from tn_desktop.gui.panes import solutions_output_file
from tn_desktop.gui.panes.solutions import SolutionsPane
from tn_desktop.gui.panes.solutions_output_page import OutputDetail
from tn_desktop.gui.undo import UndoStack
from tn_desktop.gui.widgets.record_values import value_text
from tn_desktop.services import output_files
from tn_desktop.store.database import Database
from tn_desktop.store.file_store import PIECE
from tn_desktop.store.profile import Profile

Store = Callable[..., int]


@pytest.fixture
def page(qtbot: QtBot, context: Context, store: Store) -> Iterator[OutputDetail]:
    """The page of an output without a file."""
    store("outputs", title="Kılavuz")
    pane = SolutionsPane(context)
    qtbot.addWidget(pane)
    pane.resize(1190, 690)
    pane.show()
    qtbot.waitExposed(pane)
    pane.activateWindow()
    pane.show_view("outputs")
    qtbot.waitUntil(lambda: pane.outputs.model.rowCount() == 1)
    pane.outputs.go_to(1)
    detail = pane.outputs.page
    qtbot.waitUntil(lambda: detail.ui.head.title.text() == "Kılavuz" and context.tasks.idle)
    assert not detail.ui.open.isEnabled() and not detail.ui.save_copy.isEnabled()
    yield detail
    qtbot.waitUntil(lambda: context.tasks.idle)


@pytest.fixture
def opened(page: OutputDetail) -> list[Path]:
    """What the system was asked to open."""
    found: list[Path] = []
    page.open_url = lambda url: bool(found.append(Path(url.toLocalFile())) or True)  # type: ignore[func-returns-value]
    return found


def made(folder: Path, content: bytes, name: str = "Ders planı.pdf") -> Path:
    file = folder / name
    file.write_bytes(content)
    return file


def mime(source: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(source))])
    return data


def drop(page: OutputDetail, source: Path) -> None:
    """Drop a file as the window system does."""
    data, buttons, none = mime(source), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(20, 20), Qt.DropAction.CopyAction, data, buttons, none)
    QApplication.sendEvent(page, enter)
    assert enter.isAccepted()
    event = QDropEvent(QPointF(20, 20), Qt.DropAction.CopyAction, data, buttons, none)
    QApplication.sendEvent(page, event)


def kept(qtbot: QtBot, context: Context, page: OutputDetail, name: str) -> str:
    """Wait until a file of that name is kept, and shown; what the row says."""
    qtbot.waitUntil(lambda: output_files.name_of(page.file.kept) == name and context.tasks.idle)
    held = rows(context, "outputs")[0]["file"]
    assert held == page.file.kept
    return str(held)


def test_a_dropped_file_is_kept_opened_and_taken_away(
    qtbot: QtBot, context: Context, page: OutputDetail, opened: list[Path], tmp_path: Path
) -> None:
    source = made(tmp_path, b"%PDF made up")
    drop(page, source)
    kept(qtbot, context, page, "Ders planı.pdf")
    assert page.ui.attach.text() == "Replace the &file…"
    page.ui.open.click()
    qtbot.waitUntil(lambda: bool(opened))
    assert opened[0].name == "Ders planı.pdf" and opened[0].read_bytes() == source.read_bytes()
    assert context.tasks.database is not None
    assert context.tasks.database.profile.opened in opened[0].parents
    qtbot.waitUntil(lambda: page.output_form.file_name.text() == "Ders planı.pdf")
    page.output_form.take_away.click()
    qtbot.waitUntil(lambda: rows(context, "outputs")[0]["file"] is None)
    qtbot.waitUntil(lambda: not page.ui.open.isEnabled() and page.ui.attach.text() == "Choose a &file…")


def test_a_copied_file_is_pasted(qtbot: QtBot, context: Context, page: OutputDetail, tmp_path: Path) -> None:
    QApplication.clipboard().setMimeData(mime(made(tmp_path, b"pasted", "rehber.docx")))
    page.ui.tabs.setFocus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None and page.isAncestorOf(QApplication.focusWidget()))
    qtbot.keySequence(QApplication.focusWidget(), QKeySequence(QKeySequence.StandardKey.Paste))
    kept(qtbot, context, page, "rehber.docx")
    QApplication.clipboard().clear()


def test_a_replaced_file_comes_back_by_undo(
    qtbot: QtBot, context: Context, page: OutputDetail, opened: list[Path], tmp_path: Path
) -> None:
    stack = UndoStack(context.tasks)
    page.file.attach(made(tmp_path, b"old", "eski.pdf"))
    old = kept(qtbot, context, page, "eski.pdf")
    page.file.attach(made(tmp_path, b"new", "yeni.pdf"))
    assert kept(qtbot, context, page, "yeni.pdf") != old
    stack.undo()
    assert kept(qtbot, context, page, "eski.pdf") == old
    page.ui.open.click()
    qtbot.waitUntil(lambda: bool(opened))
    assert opened[0].read_bytes() == b"old"


def test_a_copy_is_saved_where_she_wants_it(
    qtbot: QtBot, context: Context, page: OutputDetail, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.file.attach(made(tmp_path, b"content"))
    kept(qtbot, context, page, "Ders planı.pdf")
    asked: list[str] = []

    def ask(_parent: object, _title: str, name: str) -> tuple[str, str]:
        asked.append(name)
        return str(tmp_path / "masaüstü.pdf"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    with qtbot.waitSignal(context.navigator.told):
        page.ui.save_copy.click()
    assert asked == ["Ders planı.pdf"] and (tmp_path / "masaüstü.pdf").read_bytes() == b"content"


def test_a_large_file_shows_how_far_it_is_and_can_be_stopped(
    qtbot: QtBot, context: Context, page: OutputDetail, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen, go_on = Event(), Event()
    plain = output_files.keep

    def slowly(database: object, source: Path, watch: output_files.Watch) -> str:
        watch(solutions_output_file.LARGE // 2, solutions_output_file.LARGE)
        seen.set()
        assert go_on.wait(180)
        return plain(database, source, watch)  # type: ignore[arg-type]

    monkeypatch.setattr(output_files, "keep", slowly)
    page.file.attach(made(tmp_path, b"x" * (3 * PIECE), "büyük.mp4"))
    qtbot.waitUntil(page.ui.working.isVisible)
    assert seen.is_set() and page.ui.progress.value() == 500 and "büyük.mp4" in page.ui.working_text.text()
    assert not page.ui.attach.isEnabled()
    page.ui.stop.click()
    go_on.set()
    qtbot.waitUntil(lambda: not page.file.busy)
    assert not page.ui.working.isVisible() and page.ui.attach.isEnabled()
    assert context.tasks.database is not None and context.tasks.database.files.all() == {}
    assert rows(context, "outputs")[0]["file"] is None


def test_a_program_is_not_opened(
    qtbot: QtBot, context: Context, page: OutputDetail, opened: list[Path], tmp_path: Path
) -> None:
    page.file.attach(made(tmp_path, b"MZ", "oyun.exe"))
    kept(qtbot, context, page, "oyun.exe")
    page.ui.open.click()
    qtbot.waitUntil(page.ui.refusal.isVisible)
    assert "oyun.exe" in page.ui.refusal.text() and opened == []


def test_a_file_that_has_not_come_is_told_and_shown_when_it_has(
    qtbot: QtBot, context: Context, store: Store, page: OutputDetail, tmp_path: Path
) -> None:
    assert context.tasks.database is not None
    source = made(tmp_path, b"of a colleague")
    digest = context.tasks.database.files.add([source.read_bytes()])
    context.tasks.database.files.remove([digest])
    with context.tasks.database.write("change") as uow:
        from tn_desktop.services import records

        changes = records.change(uow, "outputs", 1, {"file": f"{digest}/Ders planı.pdf"})
    context.tasks.changed.emit(changes, None)
    qtbot.waitUntil(lambda: "has not come yet" in page.ui.head.line.text())
    assert not page.ui.open.isEnabled() and page.ui.attach.text() == "Replace the &file…"
    context.tasks.database.files.add([source.read_bytes()])
    page.read()
    qtbot.waitUntil(page.ui.open.isEnabled)


def test_what_was_opened_is_gone_when_the_window_is_closed_and_at_the_next_start(
    qtbot: QtBot, qapp: QApplication, gui_profile: Profile, tmp_path: Path
) -> None:
    def leave_a_copy() -> Path:
        with Database.open(gui_profile) as db:
            return output_files.open_copy(db, output_files.keep(db, made(tmp_path, b"content")))

    left = leave_a_copy()
    program = Application(qapp, gui_profile, Options(gui_profile.directory, "en"))
    with qtbot.waitSignal(program.window.first_data):
        program.show()
    qtbot.waitUntil(lambda: not left.exists() and not gui_profile.opened.exists())
    left = leave_a_copy()
    program.window.close()
    program.close()
    assert not left.exists() and not gui_profile.opened.exists()
    shiboken6.delete(program.window)
    program.end_logs()


def test_a_conflict_about_a_file_shows_names() -> None:
    assert value_text("outputs", "file", f"{'0' * 64}/Ders planı.pdf") == "Ders planı.pdf"
