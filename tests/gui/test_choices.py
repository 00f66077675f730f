"""What steers where data go, and what names somebody, is kept in the database and never in the window's state."""

import json
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from tests.gui.conftest import NOW
from tests.gui.pane_helpers import opened_window
from tn_desktop.gui.backup_keeper import SECOND_PLACE, second_place
from tn_desktop.gui.choices import is_look
from tn_desktop.gui.context import EVIDENCE, RECIPIENT, SENT_TO, Context, Navigator
from tn_desktop.gui.folder_watch import ON, PLACE
from tn_desktop.gui.language import LanguageSwitch
from tn_desktop.gui.locking import IDLE_MINUTES, minutes_of
from tn_desktop.gui.main_window import MainWindow
from tn_desktop.gui.places import PANES
from tn_desktop.gui.tasks import Tasks
from tn_desktop.services import backups, local_choices, records, safety, secrecy
from tn_desktop.store import keys
from tn_desktop.store.database import Database
from tn_desktop.store.profile import Profile

OLD = {
    PLACE: "/media/ayse/Ortak",
    ON: "true",
    SECOND_PLACE: "/media/ayse/yedek",
    RECIPIENT: "Zübeyde Hanım",
    IDLE_MINUTES: "0",
    "import/folder": "/home/zubeyde",
    "people/filter-community": "7",
    "exchange/remembered": "false",
}
LOOKS = {"language": "en", "appearance": "dark", "people/sort": "name", "lock/remembered": "true"}


@pytest.fixture
def old_state(gui_profile: Profile) -> QSettings:
    """The window's state as an older version left it."""
    settings = QSettings(str(gui_profile.window_state), QSettings.Format.IniFormat)
    for key, value in (OLD | LOOKS).items():
        settings.setValue(key, value)
    settings.sync()
    return settings


@contextmanager
def running(qtbot: QtBot, profile: Profile) -> Iterator[tuple[MainWindow, Context]]:
    """The window over a profile, opened as app.py does."""
    tasks = Tasks()
    settings = QSettings(str(profile.window_state), QSettings.Format.IniFormat)
    context = Context(tasks, settings, Navigator(), "en", lambda: NOW)
    window = MainWindow(context, LanguageSwitch())
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    with qtbot.waitSignal(window.opened):
        tasks.start(lambda: Database.open(profile))
    qtbot.waitUntil(lambda: tasks.idle)
    yield window, context
    window.safety.close_all()
    qtbot.waitUntil(lambda: tasks.idle)
    tasks.close()


def kept(profile: Profile) -> local_choices.Held | None:
    with Database.open(profile) as db, db.read() as connection:
        return local_choices.held_by(connection, db.device)


def make_portable(profile: Profile) -> Profile:
    profile.portable_mark.write_text(json.dumps({"version": 1}), encoding="ascii")
    return profile


def test_what_an_older_version_kept_is_taken_over_once(
    qtbot: QtBot, gui_profile: Profile, old_state: QSettings, tmp_path: Path
) -> None:
    with running(qtbot, gui_profile) as (window, context):
        assert window.safety.folder.folder == Path("/media/ayse/Ortak") and window.safety.folder.on
        assert second_place(context) == Path("/media/ayse/yedek")
        assert minutes_of(context) == 0 and context.choices.value("exchange/remembered") is False
        assert not context.choices.lost and not window.ui.messages.isVisible()
    assert kept(gui_profile) is not None
    left = QSettings(str(gui_profile.window_state), QSettings.Format.IniFormat)
    assert not set(OLD) & set(left.allKeys()) and all(left.value(key) == value for key, value in LOOKS.items())
    # Whoever writes there from now on is not heard.
    left.setValue(PLACE, str(tmp_path))
    left.setValue(SECOND_PLACE, str(tmp_path))
    left.sync()
    with running(qtbot, gui_profile) as (window, context):
        assert window.safety.folder.folder == Path("/media/ayse/Ortak")
        assert second_place(context) == Path("/media/ayse/yedek")
    assert str(tmp_path).encode() not in gui_profile.window_state.read_bytes()


def test_a_notebook_on_a_stick_takes_nothing_over_and_says_so(
    qtbot: QtBot, gui_profile: Profile, old_state: QSettings
) -> None:
    make_portable(gui_profile)
    with running(qtbot, gui_profile) as (window, context):
        assert window.safety.folder.folder is None and second_place(context) is None
        assert not any(context.choices.value(key) for key in OLD)
        assert "Choose them again" in window.ui.messages.label.text()
    assert kept(gui_profile) == {}
    with running(qtbot, gui_profile) as (window, _context):
        assert not window.ui.messages.isVisible(), "it is said once"


def test_a_copy_on_another_laptop_follows_no_folder_of_the_first(
    qtbot: QtBot, gui_profile: Profile, old_state: QSettings, tmp_path: Path
) -> None:
    with running(qtbot, gui_profile):
        pass
    elsewhere = Profile.at(tmp_path / "elsewhere")
    elsewhere.make()
    shutil.copy(gui_profile.database, elsewhere.database)
    with running(qtbot, elsewhere) as (window, context):
        assert window.safety.folder.folder is None and second_place(context) is None
        assert "Choose them again" in window.ui.messages.label.text()


def test_going_back_to_a_backup_keeps_what_this_laptop_knew(
    qtbot: QtBot,
    gui_profile: Profile,
    old_state: QSettings,
    tmp_path: Path,
    new_profile: Callable[[Path], Profile],
) -> None:
    with Database.open(gui_profile) as db:
        safety.backup(db, tmp_path / "prepared.db")
    with Database.open(new_profile(tmp_path / "other")) as db:
        with db.write("choices") as uow:
            local_choices.put(uow, db.device, {PLACE: "/tmp/theirs", SECOND_PLACE: "/tmp/theirs"})
        safety.backup(db, tmp_path / "prepared.db")
    with running(qtbot, gui_profile) as (window, context):
        window.retry_wanted.connect(lambda: context.tasks.start(lambda: Database.open(gui_profile)))
        with qtbot.waitSignal(window.opened):
            window.safety.restore(tmp_path / "prepared.db")
        qtbot.waitUntil(lambda: context.tasks.idle)
        assert window.safety.folder.folder == Path("/media/ayse/Ortak")
        assert second_place(context) == Path("/media/ayse/yedek")


def test_the_second_place_is_found_where_the_data_cannot_be_opened(gui_profile: Profile) -> None:
    with Database.open(gui_profile) as db:
        with db.write("choices") as uow:
            local_choices.put(uow, db.device, {SECOND_PLACE: "/media/ayse/yedek"})
            records.add(uow, "people", {"given_name": "Ayşe"})
        backups.make_due(db, datetime.now(), anyhow=True)  # noqa: DTZ005 - the program's own clock is local
    assert local_choices.second_place_of(gui_profile) == Path("/media/ayse/yedek")
    gui_profile.database.write_bytes(b"nothing" * 1000)
    assert local_choices.second_place_of(gui_profile) == Path("/media/ayse/yedek")


@pytest.mark.some(1)
@pytest.mark.parametrize("protected", [False, True])
def test_the_windows_state_holds_looks_and_names_nobody(
    qtbot: QtBot,
    context: Context,
    store: Callable[..., int],
    gui_profile: Profile,
    monkeypatch: pytest.MonkeyPatch,
    protected: bool,
) -> None:
    """After every page was shown and everything that is typed and chosen was remembered."""
    monkeypatch.setattr(keys, "_COST", {"n": 2**10, "r": 8, "p": 1})
    store("people", given_name="Zübeyde")
    store("stakeholders", name="Zübeyde Vakfı", themes="zübeyde")
    with opened_window(qtbot, context) as window:
        for name in PANES:
            window.host.show(name)
            qtbot.waitUntil(lambda: context.tasks.idle)
        for key in (PLACE, SECOND_PLACE, RECIPIENT, SENT_TO, EVIDENCE, "stakeholders/filter-theme"):
            context.choices.put(key, "/home/zübeyde/zubeyde")
        window.safety.folder.choose(None)
        window.host.remember()
        window.close()
        qtbot.waitUntil(lambda: context.tasks.idle)
    context.settings.sync()
    state = QSettings(str(gui_profile.window_state), QSettings.Format.IniFormat)
    assert state.allKeys() and [key for key in state.allKeys() if not is_look(key)] == []
    raw = gui_profile.window_state.read_bytes().lower()
    assert b"beyde" not in raw
    if protected:
        context.tasks.close()
        opened, _recovery = secrecy.protect(gui_profile, "kırmızı şemsiye 7")
        for file in gui_profile.directory.rglob("*"):
            assert not file.is_file() or b"zubeyde" not in file.read_bytes().lower(), file.name
        held = kept(replace(opened))
        assert held is not None and held[RECIPIENT] == "/home/zübeyde/zubeyde"


def test_no_code_writes_anything_else_there() -> None:
    """Each place that writes into the window's state, and under which key."""
    found = set()
    for file in Path("tn_desktop").rglob("*.py"):
        for key in re.findall(r"settings\.setValue\(\s*([^,]+),", file.read_text(encoding="utf-8")):
            found.add((file.name, key))
    assert found == {
        ("main_window.py", '"language"'),
        ("main_window.py", '"window/geometry"'),
        ("settings.py", '"appearance"'),
        ("list_pane.py", '"splitter"'),
        ("list_pane.py", '"columns"'),
        ("list_pane.py", '"sort"'),
        ("list_pane.py", '"descending"'),
        ("workshops.py", 'f"{self.name}/view"'),
        ("solutions.py", "SHOWN"),
        ("voices.py", "SHOWN"),
        ("rescuing.py", "CHECKED"),
        ("remembering.py", "NOTEBOOK"),
    }
