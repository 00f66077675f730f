"""What the panes are made of is imported before anybody asks for one, and after the first data are shown."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QThread
from pytestqt.qtbot import QtBot

from tn_desktop.gui.load_ahead import LoadAhead, modules
from tn_desktop.gui.places import PANES

ROOT = Path(__file__).resolve().parents[2]
OPENS_EVERY_PANE = """
import os, sys
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from tn_desktop import app
from tn_desktop.gui.places import PANES
from tn_desktop.store.profile import Profile

qt = QApplication(["tn-desktop"])
place = Path(sys.argv[1])
application = app.Application(qt, Profile.at(place), app.Options(place, "tr", Path("none")))
window, names = application.window, [name for name in PANES if name != "attendance"]

def ours():
    return {name for name in sys.modules if name.startswith("tn_desktop.gui")}

application.ahead.loaded.connect(lambda: QTimer.singleShot(0, window, lambda: look(0, ours())))

def look(number, before):
    if not application.tasks.idle:
        QTimer.singleShot(5, window, lambda: look(number, before))
        return
    print(*sorted(ours() - before))
    if number == len(names):
        qt.quit()
        return
    before = ours()
    window.go(names[number])
    QTimer.singleShot(5, window, lambda: look(number + 1, before))

early = []
window.painted.connect(lambda: early.append((application.ahead.begun, "tn_desktop.gui.panes.people" in ours())))
application.show()
qt.exec()
application.close()
assert early == [(False, False)], early
print("done")
"""


def test_no_pane_imports_anything_of_the_window_when_it_is_opened(tmp_path: Path) -> None:
    """The first opening of the first pane held the window for thirteen frames, most of it imports."""
    command = [sys.executable, "-c", OPENS_EVERY_PANE, str(tmp_path / "profile")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=600, check=False)
    assert done.stdout.split() == ["done"], done.stdout + done.stderr


def test_every_pane_is_among_them() -> None:
    assert {module for module, _class, _title in PANES.values()} <= set(modules())


@pytest.mark.expects_log
def test_one_that_cannot_be_imported_holds_up_no_other(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "ahead_broken.py").write_text("raise ValueError", encoding="utf-8")
    (tmp_path / "ahead_sound.py").write_text("import threading\nwho = threading.current_thread().name\n", "utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    ahead = LoadAhead(("ahead_broken", "ahead_sound"))
    told: list[QThread] = []
    ahead.loaded.connect(lambda: told.append(QThread.currentThread()))
    ahead.begin()
    ahead.begin()
    qtbot.waitUntil(lambda: bool(told))
    assert told == [ahead.thread()]
    assert sys.modules["ahead_sound"].who == "load ahead"


def test_nothing_more_is_imported_once_it_was_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "ahead_never.py").write_text("", encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    ahead = LoadAhead(("ahead_never",))
    ahead.stop()
    ahead.begin()
    ahead.stop()
    assert "ahead_never" not in sys.modules
