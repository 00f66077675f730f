"""Python's garbage collection on the main thread alone.

Left to itself it runs in whichever thread allocates next. A window's object that is part of a cycle would then be
destroyed by a reading thread while the main thread paints it, which Qt forbids.
"""

import gc
from typing import Final

from PySide6.QtCore import QObject, QTimer

EVERY: Final = 1_000
"""Milliseconds between two looks."""


class MainThreadCollector(QObject):
    """Collects the generations that are due, now and then; the automatic collection is off from then on."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._limits = gc.get_threshold()
        self._settled = False
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
        gc.unfreeze()

    def look(self) -> None:
        """Collect the oldest generation whose count is over its limit."""
        due = [
            number
            for number, (count, limit) in enumerate(zip(gc.get_count(), self._limits, strict=True))
            if count > limit
        ]
        if due:
            gc.collect(due[-1])
