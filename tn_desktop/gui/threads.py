"""How the threads of the program stand to each other, and whether the main one has anything to do."""

import os
import sys
import threading
import time
from typing import Final

from PySide6.QtCore import QThread

NICER: Final = 5
"""Steps on Unix's scale of 20 by which a thread behind the window comes after it: it gets a third of a processor that
both want, so a read is still answered on a machine that others keep busy."""
RESTING_SHARE: Final = 0.01
"""Of the time between two looks, what an idle main thread takes at most: a cursor that blinks, the clocks of Qt."""


def come_after_the_window() -> None:
    """Let the window's thread have the processor first where the calling thread wants it too.

    With as many reading threads as processors the window otherwise waits several milliseconds at each of its turns
    until the system takes the processor from one of them.
    """
    # Of threads that Python made too; Qt does it on Windows and macOS. On Linux a thread's priority is its niceness,
    # which Qt leaves alone.
    QThread.currentThread().setPriority(QThread.Priority.LowPriority)
    if sys.platform == "linux":
        thread = threading.get_native_id()
        os.setpriority(os.PRIO_PROCESS, thread, os.getpriority(os.PRIO_PROCESS, thread) + NICER)


class MainThreadRest:
    """Whether the main thread has had next to nothing to do for a while, by the time the processor gave it.

    What a person does is seen so wherever it goes: not every key asks for data, nor does a page that is turned.
    """

    def __init__(self, seconds: float) -> None:
        """`seconds`: for how long it has to rest."""
        self._seconds = seconds
        self._since = self._looked = time.monotonic()
        self._worked = time.thread_time()

    def look(self) -> bool:
        """To be called several times a second, on the main thread: each call judges the time since the last one."""
        now, worked = time.monotonic(), time.thread_time()
        if worked - self._worked > RESTING_SHARE * (now - self._looked):
            self._since = now
        self._looked, self._worked = now, worked
        return now - self._since > self._seconds
