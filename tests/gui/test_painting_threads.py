"""The window paints by itself: it never waits for a thread that finds no processor beside those that read."""

import subprocess
import sys

import pytest

from tn_desktop.store.profile import Profile

WINDOW = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QScrollBar
from tn_desktop import app
from tn_desktop.store.profile import Profile

place, ended = Path(sys.argv[1]), []
qt = QApplication(sys.argv[:1])
application = app.Application(qt, Profile.at(place), app.Options(place, "en", Path("no picture")))
window = application.window

def look():
    bar = QScrollBar(window)
    bar.resize(14, 500)
    bar.grab()
    threads = [task.read_text().strip() for task in Path("/proc/self/task").glob("*/comm")]
    print(len(threads), sum("pooled" in name for name in threads))
    qt.quit()

window.first_data.connect(lambda: QTimer.singleShot(0, window, look))
application.show()
qt.exec()
application.close()
"""


@pytest.mark.skipif(sys.platform != "linux", reason="threads are counted as Linux names them")
def test_no_thread_beside_the_window_paints(gui_profile: Profile) -> None:
    told = subprocess.run(
        [sys.executable, "-c", WINDOW, str(gui_profile.directory)], capture_output=True, text=True, check=True
    )
    threads, painting = map(int, told.stdout.split()[-2:])
    assert threads >= 5 and painting == 0
