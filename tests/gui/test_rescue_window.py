"""A damaged data file in the real window: told at the start or while it is used, restored or rescued by keys."""

import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sqlalchemy import Connection

from tests.unit.store import damage
from tn_desktop.app import Application, Options
from tn_desktop.gui.rescuing import HealthWatch
from tn_desktop.gui.widgets.damage_page import DamagePage
from tn_desktop.model.errors import Damaged
from tn_desktop.services import backups, output_files, records
from tn_desktop.store.database import Database
from tn_desktop.store.health import Look
from tn_desktop.store.profile import Profile
from tn_desktop.store.sqlite_file import connect

PEOPLE = 60


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory, made_up: Callable[[int, int], Path]) -> Path:
    """A profile folder with invented data and a backup of them."""
    profile = Profile.at(tmp_path_factory.mktemp("filled") / "profile")
    shutil.copytree(made_up(PEOPLE, 4), profile.directory)
    with Database.open(profile) as db:
        backups.make_due(db, datetime.now(), anyhow=True)  # noqa: DTZ005
    return profile.directory


@pytest.fixture
def hurt(tmp_path: Path, filled: Path) -> Profile:
    """The same, its first page lost."""
    folder = tmp_path / "profile"
    shutil.copytree(filled, folder)
    profile = Profile.at(folder)
    damage.apply(damage.header, profile.database)
    return profile


@pytest.fixture
def start(qtbot: QtBot, qapp: QApplication) -> Iterator[Callable[[Profile], Application]]:
    """Start the program over a profile."""
    running: list[Application] = []

    def begin(profile: Profile) -> Application:
        program = Application(qapp, profile, Options(profile.directory, "en"))
        running.append(program)
        program.window.resize(1366, 740)
        program.show()
        return program

    yield begin
    for program in running:
        program.window.close()
        program.close()
        program.end_logs()
        program.window.deleteLater()


def test_a_look_that_is_stopped_when_it_has_just_ended_tells_nothing(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another file may have its place by then: a backup that she went back to."""
    monkeypatch.setattr(Look, "run", lambda _self: Damaged("It is damaged."))
    watch, told = HealthWatch(), list[object]()
    watch.found.connect(told.append)
    for stopped in (True, False):
        watch.start(Profile.at(tmp_path), 60_000)
        watch._begin()
        assert watch._thread is not None
        watch._thread.join()
        if stopped:
            watch.stop()
            qapp.processEvents()
            assert told == []
    qtbot.waitUntil(lambda: len(told) == 1)
    watch.stop()


@pytest.mark.parametrize("can_be_stopped", [True, False])
def test_what_is_done_with_closed_data_is_not_cut_off_when_the_window_is_closed(
    qtbot: QtBot, start: Callable[[Profile], Application], tmp_path: Path, can_be_stopped: bool
) -> None:
    """Going back to a backup erases again whom it brings back: that must not stay undone."""
    program = start(Profile.at(tmp_path / "profile"))
    with qtbot.waitSignal(program.window.first_data):
        pass
    stop = threading.Event()
    ended: list[bool] = []

    def work(_progress: object) -> None:
        if can_be_stopped:
            assert stop.wait(180)
        else:
            # All the time that an impatient end of the program needs.
            stop.wait(1)
        ended.append(True)

    program.window.safety.with_closed("…", work, lambda _none: None, stop if can_be_stopped else None)
    program.window.close()
    program.close()
    assert ended == [True]


def page_of(qtbot: QtBot, program: Application) -> DamagePage:
    """The page, once it knows the backups."""
    stack = program.window.ui.stack
    qtbot.waitUntil(lambda: isinstance(stack.currentWidget(), DamagePage))
    page = stack.currentWidget()
    assert isinstance(page, DamagePage)
    qtbot.waitUntil(page.restore.isVisible)
    return page


def people(program: Application) -> int:
    assert program.tasks.database is not None
    with program.tasks.database.read() as connection:
        return records.listing(connection, "people", limit=1)[0]


def test_a_damaged_file_is_told_at_the_start_and_rescued_in_numbers(
    qtbot: QtBot, start: Callable[[Profile], Application], hurt: Profile
) -> None:
    program = start(hurt)
    page = page_of(qtbot, program)
    assert f"{PEOPLE}" in page.held.text() and "damaged" in page.what.text()
    page.rescue.setFocus()
    with qtbot.waitSignal(program.window.first_data):
        qtbot.keyClick(page.rescue, Qt.Key.Key_Space)
    assert people(program) == PEOPLE
    qtbot.waitUntil(program.window.ui.messages.isVisible)
    told = program.window.ui.messages.label.text()
    assert f"People {PEOPLE}" in told and "before-rescue-" in told and "No loss is known" in told


def test_enter_goes_back_to_the_best_backup(
    qtbot: QtBot, start: Callable[[Profile], Application], hurt: Profile
) -> None:
    program = start(hurt)
    page = page_of(qtbot, program)
    qtbot.waitUntil(page.restore.hasFocus)
    with qtbot.waitSignal(program.window.first_data):
        qtbot.keyClick(page.restore, Qt.Key.Key_Return)
    assert people(program) == PEOPLE
    qtbot.waitUntil(program.window.ui.messages.isVisible)
    assert "before-restore-" in program.window.ui.messages.label.text()
    # Undo, the writing thread and all else work as after any start.
    assert program.tasks.database is not None
    done: list[object] = []
    program.tasks.write("Add", lambda uow: records.add(uow, "people", {"given_name": "Yeni"}), done.append)
    qtbot.waitUntil(lambda: bool(done))
    assert people(program) == PEOPLE + 1


def test_damage_that_the_day_does_not_touch_is_found_behind_her_back_and_waits_for_her(
    qtbot: QtBot, start: Callable[[Profile], Application], hurt: Profile, filled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copy(filled / "tn-desktop.db", hurt.database)
    with closing(connect(hurt.database)) as raw:  # what nothing reads when the window starts
        root = raw.execute("SELECT rootpage FROM sqlite_master WHERE name = 'milestone'").fetchone()[0]
    damage.apply(damage.page(root), hurt.database)
    begin = HealthWatch.start
    monkeypatch.setattr(HealthWatch, "start", lambda watch, profile: begin(watch, profile, 0))
    program = start(hurt)
    messages = program.window.ui.messages
    qtbot.waitUntil(messages.isVisible)
    assert program.window.host.current == "today", "nothing is taken away from her"
    assert messages.action.isVisible() and "damaged" in messages.label.text()
    qtbot.mouseClick(messages.action, Qt.MouseButton.LeftButton)
    page = page_of(qtbot, program)
    with qtbot.waitSignal(program.window.first_data):
        qtbot.mouseClick(page.rescue, Qt.MouseButton.LeftButton)
    assert people(program) == PEOPLE


def test_damaged_contents_of_files_are_told_and_rescued_without_touching_the_records(
    qtbot: QtBot,
    start: Callable[[Profile], Application],
    hurt: Profile,
    filled: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    shutil.copy(filled / "tn-desktop.db", hurt.database)
    plan = tmp_path / "plan.pdf"
    plan.write_bytes(b"plan" * 5_000)
    with Database.open(hurt) as db:
        kept = output_files.keep(db, plan)
        with db.write("add") as uow:
            records.add(uow, "outputs", {"title": "Plan", "file": kept})
    damage.apply(damage.header, hurt.content_file)
    begin = HealthWatch.start
    monkeypatch.setattr(HealthWatch, "start", lambda watch, profile: begin(watch, profile, 0))
    program = start(hurt)
    messages = program.window.ui.messages
    qtbot.waitUntil(messages.isVisible)
    assert "records are not touched" in messages.label.text()
    with qtbot.waitSignal(program.window.first_data):
        qtbot.mouseClick(messages.action, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: messages.isVisible() and "Missing: 1" in messages.label.text())
    assert people(program) == PEOPLE


def test_a_sound_file_is_looked_through_without_a_word(
    qtbot: QtBot, start: Callable[[Profile], Application], hurt: Profile, filled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copy(filled / "tn-desktop.db", hurt.database)
    begin = HealthWatch.start
    monkeypatch.setattr(HealthWatch, "start", lambda watch, profile: begin(watch, profile, 0))
    program = start(hurt)
    with qtbot.waitSignal(program.window.safety.rescuing.health.sound):
        pass
    assert not program.window.ui.messages.isVisible()


def test_what_meets_damage_while_it_works_says_what_can_be_done(
    qtbot: QtBot, start: Callable[[Profile], Application], hurt: Profile, filled: Path
) -> None:
    shutil.copy(filled / "tn-desktop.db", hurt.database)
    program = start(hurt)
    with qtbot.waitSignal(program.window.first_data):
        pass
    program.tasks.failed.emit(Damaged("The data file is damaged. Restore the latest backup."))
    assert "looked through" in program.window.ui.messages.label.text()
    # No index explains it.
    qtbot.waitUntil(program.window.ui.messages.action.isVisible)


def test_a_look_that_ends_after_its_window_tells_nobody(
    qtbot: QtBot, gui_profile: Profile, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, gone = threading.Event(), threading.Event()

    def run(_look: Look) -> None:
        begun.set()
        gone.wait()

    monkeypatch.setattr(Look, "run", run)
    watch = HealthWatch()
    watch.start(gui_profile, 0)
    qtbot.waitUntil(begun.is_set)
    thread = watch._thread
    assert thread is not None
    shiboken6.delete(watch)
    gone.set()
    thread.join()  # what it raised would fail this test
    assert not thread.is_alive()


def tear(profile: Profile) -> None:
    """Take the pages of the people's search index; nothing else is touched."""
    with closing(connect(profile.database, isolation_level=None)) as raw:
        raw.execute("DELETE FROM person_fts_data WHERE id > 10")


def found(program: Application) -> int:
    assert program.tasks.database is not None
    with program.tasks.database.read() as connection:
        return records.listing(connection, "people", search="a", limit=1)[0]


def test_a_torn_search_is_made_anew_after_the_start_and_told_in_one_sentence(
    qtbot: QtBot, start: Callable[[Profile], Application], hurt: Profile, filled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copy(filled / "tn-desktop.db", hurt.database)
    tear(hurt)
    begin = HealthWatch.start
    monkeypatch.setattr(HealthWatch, "start", lambda watch, profile: begin(watch, profile, 0))
    program = start(hurt)
    messages = program.window.ui.messages
    qtbot.waitUntil(lambda: "made anew from your records" in messages.label.text())
    assert messages.isVisible() and not messages.action.isVisible() and "▲" not in messages.label.text()
    assert found(program) > 0
    assert "search index made anew: person" in (hurt.logs / "tn-desktop.log").read_text("utf-8")


def test_a_torn_page_of_an_index_that_the_day_meets_is_mended_and_nobody_reads_of_damaged_data(
    qtbot: QtBot, start: Callable[[Profile], Application], hurt: Profile, filled: Path
) -> None:
    shutil.copy(filled / "tn-desktop.db", hurt.database)
    with closing(connect(hurt.database)) as raw:
        root = raw.execute("SELECT rootpage FROM sqlite_master WHERE name = 'ix_person_alive_sort_key_id'").fetchone()[
            0
        ]
    damage.apply(damage.page(root), hurt.database)
    program = start(hurt)
    messages = program.window.ui.messages
    with qtbot.waitSignal(program.window.first_data):
        pass
    program.tasks.failed.emit(Damaged("The data file is damaged. Restore the latest backup."))
    qtbot.waitUntil(lambda: "made anew from your records" in messages.label.text())
    assert not messages.action.isVisible()
    assert found(program) > 0


def test_a_search_that_meets_a_torn_index_says_so_and_finds_everybody_a_moment_later(
    qtbot: QtBot, start: Callable[[Profile], Application], hurt: Profile, filled: Path
) -> None:
    shutil.copy(filled / "tn-desktop.db", hurt.database)
    program = start(hurt)
    with qtbot.waitSignal(program.window.first_data):
        pass
    before = found(program)
    tear(hurt)
    told: list[str] = []
    messages = program.window.ui.messages
    tasks = program.tasks

    def search(connection: Connection) -> int:
        return records.listing(connection, "people", search="a", limit=1)[0]

    tasks.failed.connect(lambda _error: told.append(messages.label.text()))
    read: list[int] = []
    with qtbot.waitSignal(tasks.changed):
        tasks.read(search, read.append)
    assert len(told) == 1 and "your records were not" in told[0]
    qtbot.waitUntil(lambda: "made anew from your records" in messages.label.text())
    tasks.read(search, read.append)
    qtbot.waitUntil(lambda: read == [before])
    assert before > 0 and program.window.host.current == "today"
