"""Python's garbage collection on the main thread alone.

Left to itself it runs in whichever thread allocates next. A window's object that is part of a cycle would then be
destroyed by a reading thread while the main thread paints it, which Qt forbids.
"""

import gc
import time
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QTimer

from tn_desktop.gui.heap import give_back

OLDEST: Final = 2
EVERY: Final = 250
"""Milliseconds between two looks: what is made in between is young, and gone through in about one of them."""
MIDDLE: Final = 1
FEW: Final = 10_000
"""Objects that are gone through in a fraction of a frame."""
PUT_OFF: Final = {MIDDLE: 5, OLDEST: 50}
"""How many times its limit an older generation may reach while somebody works: going through one takes longer than a
frame, which nobody sees in a pause. The longer the middle one waits, the more objects are in it."""
BETWEEN: Final = 60.0
"""Seconds at least from one giving back of memory in a pause to the next: it takes longer than a frame too."""


class MainThreadCollector(QObject):
    """Collects the generations that are due, now and then; the automatic collection is off from then on. In a pause
    after work it collects all of them, and gives back to the system what lies free between blocks that are held.

    `pausing` tells whether the person at the window does nothing just now; it is asked at each look, once.
    """

    def __init__(self, parent: QObject | None = None, pausing: Callable[[], bool] = lambda: True) -> None:
        super().__init__(parent)
        self._pausing = pausing
        self._limits = gc.get_threshold()
        self._settled = False
        self._worked = self._owes = False
        self._given_back = -BETWEEN
        self._timer = QTimer(self, interval=EVERY)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Take over from the automatic collection."""
        gc.disable()
        self._timer.start()

    def settle(self) -> None:
        """What is there now (modules, mapped classes) stays for good, so it is not walked through again and again.

        Once: after a lock or a restore the data come anew, and what was left of the old ones would be kept for ever.
        """
        if not self._settled:
            self._settled = True
            gc.freeze()

    def stop(self) -> None:
        """Collect no more. The automatic collection stays off, for now the window's objects are destroyed.

        A collection that begins inside the destruction of one, which holds Qt's lock of connections, may find
        another to destroy, which then waits for the same lock for ever.
        """
        self._timer.stop()
        if self._settled:
            gc.unfreeze()

    def look(self) -> None:
        """Collect the oldest generation whose count is over its limit; one of many objects in a pause, if one comes."""
        pausing = self._pausing()
        for generation, (count, limit) in reversed(list(enumerate(zip(gc.get_count(), self._limits, strict=True)))):
            if count > limit and (pausing or _cannot_wait(generation, count / limit)):
                gc.collect(generation)
                if generation == OLDEST:
                    self._give_back()
                return
        # Hours of work leave holes on the heap that no generation's age tells of.
        if not pausing:
            self._worked = True
        elif self._worked and time.monotonic() - self._given_back > BETWEEN:
            self._worked, self._owes = False, True
            gc.collect(OLDEST)
        elif self._owes:  # each of the two takes longer than a frame
            self._give_back()

    def _give_back(self) -> None:
        self._owes, self._given_back = False, time.monotonic()
        give_back()


def _cannot_wait(generation: int, times: float) -> bool:
    """Whether it is gone through though somebody works; `times` its limit are in it."""
    if generation not in PUT_OFF or times > PUT_OFF[generation]:
        return True
    return generation == MIDDLE and len(gc.get_objects(generation)) < FEW
