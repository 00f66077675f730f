"""The shared folder in the running window: what a colleague puts there, what goes back, what is told."""

import os
import shutil
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.unit.sync.laptops import Laptop
from tests.unit.sync.test_attachments import attach
from tn_desktop.exchange.folder.names import writer_of
from tn_desktop.exchange.folder.passing import FolderSync
from tn_desktop.gui.context import Context
from tn_desktop.gui.folder_watch import FolderWatch
from tn_desktop.gui.language import LanguageSwitch
from tn_desktop.gui.main_window import MainWindow
from tn_desktop.gui.widgets.folder_row import FolderRow
from tn_desktop.model.messages import untranslated
from tn_desktop.services import records
from tn_desktop.store.profile import Profile

Store = Callable[..., int]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "Ortak"
    place.mkdir()
    return place


@pytest.fixture
def baran(tmp_path: Path, empty_database_file: Path) -> Iterator[Laptop]:
    laptop = Laptop(tmp_path / "baran", empty_database_file)
    yield laptop
    laptop.close()


@pytest.fixture
def window(qtbot: QtBot, context: Context) -> MainWindow:
    languages = LanguageSwitch()
    languages.use("en")
    context.now = datetime.now
    window = MainWindow(context, languages)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    context.tasks.opened.emit()
    qtbot.waitUntil(lambda: context.tasks.idle and window.host.current == "today")
    return window


@pytest.fixture
def watch(window: MainWindow) -> FolderWatch:
    return window.safety.folder


def put(file: Path, folder: Path) -> Path:
    """As a sync tool does: under another name first, with the sender's time."""
    half = folder / f".syncthing.{file.name}.tmp"
    shutil.copyfile(file, half)
    long_ago = file.stat().st_mtime - 3_600
    os.utime(half, (long_ago, long_ago))
    return half.rename(folder / file.name)


def names(context: Context) -> list[str]:
    assert context.tasks.database is not None
    with context.tasks.database.read() as connection:
        return sorted(row["given_name"] for row in records.listing(connection, "people")[1])


def own_files(context: Context, folder: Path) -> list[Path]:
    assert context.tasks.database is not None
    device = context.tasks.database.device
    return sorted(path for path in folder.iterdir() if writer_of(path.name) == device)


def test_what_lies_there_and_what_appears_is_taken_in_and_ours_is_written(
    qtbot: QtBot, window: MainWindow, watch: FolderWatch, folder: Path, baran: Laptop, store: Store
) -> None:
    context = window.context
    store("people", given_name="Ayşe")
    baran.add("people", given_name="Umut")
    put(baran.send(), folder)
    with qtbot.waitSignal(watch.taken):
        watch.choose(folder)
    assert names(context) == ["Ayşe", "Umut"]
    assert "Shared folder: 1 file · 1 new" in window.ui.status.told.text()
    qtbot.waitUntil(lambda: len(own_files(context, folder)) == 1 and not watch._busy)
    baran.add("people", given_name="Işık")
    with qtbot.waitSignal(watch.taken):
        put(baran.send(), folder)
    assert names(context) == ["Ayşe", "Işık", "Umut"]
    baran.receive(*own_files(context, folder))
    assert {row["given_name"] for row in baran.rows("people")} == {"Ayşe", "Işık", "Umut"}
    assert not [path for path in folder.iterdir() if path.name.startswith((".", "~"))]


def test_a_folder_that_is_away_is_told_once_and_looked_for_again(
    qtbot: QtBot, window: MainWindow, watch: FolderWatch, folder: Path
) -> None:
    row = FolderRow(window.context)
    qtbot.addWidget(row)
    told: list[object] = []
    watch.trouble.connect(told.append)
    folder.rmdir()
    with qtbot.waitSignal(watch.trouble):
        watch.choose(folder)
    assert row.state.text().startswith("▲") and str(folder) in row.state.text()
    for _time in range(2):
        qtbot.waitUntil(lambda: not watch._busy)
        with qtbot.waitSignal(watch.shown):
            watch.look()
    assert len(told) == 1
    folder.mkdir()
    qtbot.waitUntil(lambda: not watch._busy)
    watch.look()
    qtbot.waitUntil(lambda: watch.looked_at is not None)
    assert row.state.text().startswith("✓")


def test_a_stranger_who_removes_waits_for_a_yes(
    qtbot: QtBot, window: MainWindow, watch: FolderWatch, folder: Path, baran: Laptop, store: Store
) -> None:
    from tn_desktop.exchange.sync.sending import send
    from tn_desktop.model.messages import untranslated

    store("people", given_name="Ayşe")
    database = window.context.tasks.database
    assert database is not None
    baran.receive(*send(database, folder.parent / "ilk.xlsx", untranslated).files)
    baran.remove("people", baran.rows("people")[0]["uid"])
    put(baran.send(), folder)
    with qtbot.waitSignal(watch.taken) as taken:
        watch.choose(folder)
    assert [one.status for one in taken.args[0].files] == ["held"]  # type: ignore[index]
    assert names(window.context) == ["Ayşe"] and "waits for you" in window.ui.status.told.text()


def test_the_passphrase_is_kept_in_the_notebook_and_locks_what_is_written(
    qtbot: QtBot, window: MainWindow, watch: FolderWatch, folder: Path, baran: Laptop, store: Store
) -> None:
    store("people", given_name="Ayşe")
    row = FolderRow(window.context)
    qtbot.addWidget(row)
    row.show()
    qtbot.waitUntil(lambda: window.context.tasks.idle)
    qtbot.keyClicks(row.passphrase, "kirmizi semsiye")
    with qtbot.waitSignal(window.context.tasks._finished):
        row.passphrase.editingFinished.emit()
    watch.choose(folder)
    qtbot.waitUntil(lambda: len(own_files(window.context, folder)) == 1 and not watch._busy)
    (file,) = own_files(window.context, folder)
    assert file.read_bytes().startswith(b"\xd0\xcf\x11\xe0")
    assert baran.receive(file, passphrase="kirmizi semsiye").counts.added == 1
    again = FolderRow(window.context)
    qtbot.addWidget(again)
    qtbot.waitUntil(lambda: again.passphrase.text() == "kirmizi semsiye")
    # The settings beside the notebook do not hold it.
    window.context.settings.setValue("language", "en")
    window.context.settings.sync()
    assert b"semsiye" not in Path(window.context.settings.fileName()).read_bytes()


def test_a_notebook_in_a_folder_of_a_sync_tool_is_warned_of(
    qtbot: QtBot, window: MainWindow, watch: FolderWatch, gui_profile: Profile
) -> None:
    (gui_profile.directory.parent / ".stfolder").mkdir()
    row = FolderRow(window.context)
    qtbot.addWidget(row)
    assert row.warning.isHidden()
    with qtbot.waitSignal(watch.kept):
        watch.start()
    assert "Syncthing" in window.ui.messages.label.text() and "Syncthing" in row.warning.text()
    assert not row.warning.isHidden()


def test_it_is_turned_off_and_on_by_the_row(
    qtbot: QtBot, window: MainWindow, watch: FolderWatch, folder: Path, store: Store
) -> None:
    row = FolderRow(window.context)
    qtbot.addWidget(row)
    assert not row.on.isEnabled() and not watch.on
    watch.choose(folder, on=False)
    store("people", given_name="Ayşe")
    watch.look()
    assert not watch._busy and not list(folder.iterdir())
    row.on.click()
    qtbot.waitUntil(lambda: len(own_files(window.context, folder)) == 1 and not watch._busy)
    row.on.click()
    assert not watch.on and "Choose a folder" in row.state.text()


def test_a_file_of_an_output_comes_through_the_folder(
    qtbot: QtBot, window: MainWindow, watch: FolderWatch, baran: Laptop, folder: Path
) -> None:
    attach(baran, b"of Baran", "rehber.pdf")
    FolderSync(folder, untranslated).run(baran.db)
    database = watch._context.tasks.database
    assert database is not None
    said: list[str] = []
    watch._context.navigator.told.connect(said.append)
    watch.choose(folder)
    qtbot.waitUntil(lambda: [held.size for held in database.files.all().values()] == [len(b"of Baran")])
    qtbot.waitUntil(lambda: any("of an output" in text for text in said))
    qtbot.waitUntil(lambda: watch._context.tasks.idle and not watch._busy)
