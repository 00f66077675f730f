"""A process with a window in which actions are done one after the other and the gaps of the event loop are noted."""

import json
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, Final, NamedTuple

from PySide6.QtCore import QEvent, QEventLoop, QObject, QStringListModel, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QTableView, QWidget

TYPED: Final = ("ayşe y", "mehmet k", "zeynep", "atatürk o", "elif öz", "0532 0", "ışık", "fen b")
QUIET: Final = 60
"""Milliseconds an action is watched at least; longer while something is on its way."""
TIMES: Final = 100
"""Each action at least: of fewer, the 99th percentile would be the one longest."""
LONGEST_WAIT: Final = 5_000
"""Milliseconds after which an action counts as done whatever is still on its way."""


class Gap(NamedTuple):
    """The longest time between two ticks, in milliseconds.

    Attributes:
        wall: by the clock on the wall, as a person feels it: also what other programs took of the machine.
        own: what the main thread itself worked, the same however busy the machine is.
        program: what all threads of the program worked; on a quiet machine `wall` lies between `own` and this.
    """

    wall: float = 0.0
    own: float = 0.0
    program: float = 0.0


def _now() -> Gap:
    return Gap(time.perf_counter() * 1000, time.thread_time() * 1000, time.process_time() * 1000)


class Meter(QObject):
    """Ticks each millisecond and keeps the longest time between two ticks, of each kind for itself."""

    def __init__(self, busy: Callable[[], bool]) -> None:
        super().__init__()
        self._busy = busy
        self._loop = QEventLoop(self)
        self._timer = QTimer(self, interval=1, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._is_busy = busy
        self._last = self.longest = Gap()
        self._started = self._until = 0.0

    def measure(
        self, action: Callable[[], object], quiet: float = QUIET, busy: Callable[[], bool] | None = None
    ) -> Gap:
        """Do something between two ticks and watch until nothing is on its way; the longest gap."""
        self.longest = Gap()
        self._is_busy = busy or self._busy
        self._last = _now()
        self._started = self._last.wall
        self._until = self._started + quiet
        self._timer.start()
        QTimer.singleShot(0, self, action)
        self._loop.exec()
        self._timer.stop()
        return self.longest

    def _tick(self) -> None:
        now = _now()
        self.longest = Gap(*(max(longest, t - u) for longest, t, u in zip(self.longest, now, self._last, strict=True)))
        self._last = now
        if self._is_busy() and now.wall - self._started < LONGEST_WAIT:
            self._until = max(self._until, now.wall + QUIET / 2)
        elif now.wall > self._until:
            self._loop.quit()


def press(
    widget: QWidget, key: Qt.Key, text: str = "", modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    """A key to whatever has the focus, or else to `widget`: without a screen no window is active for sure."""
    widget = QApplication.focusWidget() or widget
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(widget, QKeyEvent(kind, key, modifier, text))


def list_actions(meter: Meter, view: QTableView, sort: Callable[[int], object], columns: int) -> dict[str, list[Gap]]:
    """Scroll, page and sort; keys where there are keys for it."""
    bar = view.verticalScrollBar()
    found: dict[str, list[Gap]] = {"a page": [], "scrolling to the end": [], "a new sort": []}
    view.setFocus()
    for _ in range(TIMES):
        found["a page"].append(meter.measure(lambda: press(view, Qt.Key.Key_PageDown)))
    for turn in range(TIMES):
        found["scrolling to the end"].append(meter.measure(lambda: bar.setValue(bar.maximum())))
        if turn % 5 == 0:
            meter.measure(lambda: bar.setValue(0))
        else:
            meter.measure(lambda turn=turn: bar.setValue(bar.maximum() * turn // TIMES // 2))  # type: ignore[misc]
    for turn in range(TIMES):
        found["a new sort"].append(meter.measure(lambda turn=turn: sort(turn % columns)))  # type: ignore[misc]
    return found


def window(profile: str) -> None:
    """The program's own window over that profile."""
    from tn_desktop import app
    from tn_desktop.store.profile import Profile

    sys.argv = ["tn-desktop"]
    qt = QApplication(sys.argv)
    qt.setApplicationName("TN Desktop")
    application = app.Application(qt, Profile.at(Path(profile)), app.Options(Path(profile), "tr", Path("no picture")))
    shown = application.window
    shown.resize(1366, 768)
    told: dict[str, Any] = {}

    def begin() -> None:
        told.update(_people(application))
        qt.quit()

    shown.first_data.connect(lambda: QTimer.singleShot(300, shown, begin))
    application.show()
    qt.exec()
    application.close()
    print(json.dumps(told), flush=True)


def _people(application: Any) -> dict[str, Any]:
    from tests.bench.gaps_network import network_actions
    from tests.bench.gaps_roster import roster_actions

    tasks, shown = application.tasks, application.window
    meter = Meter(lambda: not tasks.idle)
    gaps: dict[str, list[Gap]] = {}
    meter.measure(lambda: shown.go("people"), quiet=500)
    gaps["nothing (noise of the machine)"] = [meter.measure(lambda: None) for _ in range(TIMES)]
    pane = shown.host.pane("people")
    count = pane.model.total or 0
    gaps["a keystroke"] = []
    shown_rows: list[bool] = []
    pane.model.ready.connect(lambda: shown_rows.append(True))
    for query in TYPED * 2:
        pane.focus_search()
        for letter in query:
            typed = partial(press, pane.search, Qt.Key.Key_unknown, letter)
            # Counting all hits goes on behind the next letter, as it does when somebody types.
            shown_rows.clear()
            gaps["a keystroke"].append(meter.measure(typed, busy=lambda: not shown_rows))
        meter.measure(pane.clear_search)
    sorts = [number for number, column in enumerate(pane.columns()) if column.sort]

    def sort(turn: int) -> None:
        pane.table.horizontalHeader().sectionClicked.emit(sorts[turn % len(sorts)])

    gaps |= list_actions(meter, pane.table, sort, len(sorts))
    gaps |= _attendance(application, meter)
    gaps |= roster_actions(application, meter)
    gaps |= network_actions(application, meter)
    import psutil

    return {"gaps": gaps, "people": count, "memory_mb": psutil.Process().memory_info().rss / 1e6}


def _attendance(application: Any, meter: Meter) -> dict[str, list[Gap]]:
    from tn_desktop.services import records

    tasks, shown = application.tasks, application.window
    with tasks.database.read() as connection:
        row = records.listing(connection, "sessions", where={"status": "planned"}, limit=1)[1][0]
        session = records.id_of(connection, "sessions", row["uid"])
    meter.measure(lambda: application.context.navigator.attendance_wanted.emit(session), quiet=500)
    pane: QWidget = shown.host.pane("attendance")
    view = next((one for one in pane.findChildren(QTableView) if one.isVisible()), pane)
    view.setFocus()
    marks = []
    for turn in range(TIMES):
        digit = "1240"[turn // 20 % 4]
        marks.append(meter.measure(partial(press, view, Qt.Key(ord(digit)), digit)))
    return {"a mark": marks}


def qt_model(rows: int) -> None:
    """As many rows in a model written in C++."""
    qt = QApplication(sys.argv[:1])
    model = QStringListModel([f"Ad {number * 7919 % rows} Soyad" for number in range(rows)])
    view = QTableView()
    view.setModel(model)
    view.resize(900, 700)
    view.show()
    view.activateWindow()
    meter = Meter(lambda: False)
    meter.measure(lambda: None, quiet=500)
    gaps = list_actions(meter, view, lambda turn: model.sort(0, Qt.SortOrder(turn % 2)), 2)
    index = model.index(0, 0)
    gaps["a mark"] = [meter.measure(lambda n=n: model.setData(index, str(n))) for n in range(TIMES)]  # type: ignore[misc]
    print(json.dumps({"gaps": gaps}), flush=True)
    qt.quit()


if __name__ == "__main__":
    window(sys.argv[2]) if sys.argv[1] == "window" else qt_model(int(sys.argv[2]))
