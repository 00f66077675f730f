"""A working year through the real window: weeks of attendance, forms, searches, imports, exports, exchanges, locks,
restores, languages and colours. After each week the memory is measured, at the same place, with nothing on its
way and after what lies free was given back, as in each pause.
"""

import ctypes
import gc
import json
import os
import random
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import psutil
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from tests.soak.script import Hands, Script, run_program
from tests.soak.works import Works

WARM: Final = 5
"""A fifth of the year is the time in which everything is made that is made only once."""


class _Heap(ctypes.Structure):
    """What the C library says of its heap, see mallinfo2(3)."""

    _fields_ = tuple(
        (name, ctypes.c_size_t)
        for name in (
            "arena", "ordblks", "smblks", "hblks", "hblkhd", "usmblks", "fsmblks", "uordblks", "fordblks", "keepcost"
        )
    )  # fmt: skip


def memory() -> float:
    """Megabytes that the process holds."""
    return float(psutil.Process().memory_info().rss / 1e6)


def in_use() -> float:
    """Megabytes of its heap that the program uses, without what was given back and lies between; 0 where none tells."""
    try:
        told = ctypes.CDLL(None).mallinfo2
    except (AttributeError, TypeError, OSError):
        return 0.0
    told.restype = _Heap
    heap = told()
    return float((heap.uordblks + heap.hblkhd) / 1e6)


def tidy(*, trim: bool) -> None:
    """Let go of what waits for it; `trim` has the C library give back what lies between, as it does not by itself."""
    for _ in range(3):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()
    if trim and sys.platform == "linux":
        ctypes.CDLL(None).malloc_trim(0)


def objects() -> dict[str, int]:
    """How many Python objects of the program's own classes there are, and of Qt's."""
    counts: Counter[str] = Counter()
    for thing in gc.get_objects():
        module = str(type(thing).__module__)
        if module.startswith(("tn_desktop", "PySide6")):
            counts[f"{module.removeprefix('tn_desktop.')}.{type(thing).__name__}"] += 1
    return dict(counts)


class Year:
    """One year.

    Args:
        works: what is done in it.
        actions: how many the year has; weeks: in how many parts it is measured.
        tell: called after each week.
    """

    def __init__(
        self, hands: Hands, works: Works, actions: int, weeks: int, chance: random.Random, tell: Callable[[Any], None]
    ) -> None:
        self._hands, self._works, self._chance = hands, works, chance
        self._actions, self._weeks, self._tell = actions, weeks, tell
        self._took: defaultdict[str, float] = defaultdict(float)
        hands.program.tasks.failed.connect(hands.faults.append)

    def script(self) -> Script:
        """The whole year."""
        hands, works, window = self._hands, self._works, self._works.window
        yield from works.unlock()
        yield lambda: window.host.current == "today" and hands.ready()
        often = {
            works.take_attendance: 12, works.fill_in: 10, works.search: 8, works.look_around: 6, works.filter: 5,
            works.count_votes: 4, works.add_person: 4, works.undo: 3, works.open_dialogs: 2,
        }  # fmt: skip
        weekly = [works.paste_list, works.export, works.send, works.receive, works.plan, works.print]
        rarely = [works.change_language, works.lock, works.restore, works.change_colours]
        for week in range(self._weeks):
            until = self._actions * (week + 1) // self._weeks
            # Everything comes up in each of the first weeks, so that what is made only once is not taken for growth.
            warm = week < max(1, self._weeks // WARM)
            special = [*weekly, *(rarely if warm else [rarely[week % len(rarely)]])]
            for work in self._chance.sample(special, len(special)):
                yield from self._timed(work)
            while works.done.total() < until:
                yield from self._timed(*self._chance.choices([*often], [*often.values()]))
            window.go("today")
            yield hands.ready
            self._measure(week)
        window.close()
        QCoreApplication.exit(0)

    def _timed(self, work: Callable[[], Script]) -> Script:
        begun = time.process_time()
        yield from work()
        self._took[work.__name__] += time.process_time() - begun

    def _measure(self, week: int) -> None:
        tidy(trim=False)
        before = memory()
        # As the program does in a pause after work (gui/collector.py), which nobody makes here.
        tidy(trim=True)
        line: dict[str, Any] = {
            "week": week + 1,
            "actions": self._works.done.total(),
            "memory": memory(),
            "in_use": in_use(),
            "before": before,
            "widgets": len(QApplication.allWidgets()),
            "objects": objects(),
            "kinds": dict(self._works.done),
            "took": {
                name: round(self._took[name], 1) for name in sorted(self._took, key=lambda name: -self._took[name])
            },
        }
        self._tell(line)


def main(folder: str, actions: str, weeks: str, seed: str) -> int:
    """Live the year in a profile that was made ready; tells a JSON line a week, and one of each input: see Told."""
    place, chance = Path(folder), random.Random(int(seed))
    received = sorted((place / "received").glob("*.xlsx"))

    def say(*line: object) -> None:
        os.write(1, (json.dumps(line) + "\n").encode())

    def tell(line: dict[str, Any]) -> None:
        line["seconds"] = round(time.monotonic() - started)
        os.write(1, (json.dumps(line) + "\n").encode())

    def script(hands: Hands) -> Script:
        works = Works(hands, place, received, chance, say)
        return Year(hands, works, int(actions), int(weeks), chance, tell).script()

    started = time.monotonic()
    return run_program(place / "profile", script, from_the_start=True)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:5]))
