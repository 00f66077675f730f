"""What the panes are made of, imported before anybody asks for one.

A pane is imported when it is first shown, for the window is painted before. The first would then hold the window for
some 0.3 s. A thread does it as soon as the first data are shown; it gives the interpreter away again and again.
"""

import logging
import threading
from collections.abc import Iterable
from importlib import import_module
from typing import Final

from PySide6.QtCore import QObject, Signal

from tn_desktop.gui.places import PANES

log = logging.getLogger(__name__)
FIRST: Final = ("people", "workshops", "communities", "attendance")
"""The panes that are mostly gone to first."""
LATER: Final = ("tn_desktop.exchange.folder.state", "tn_desktop.exchange.sync.held")
"""What a pane imports only when it is made or shown."""


def modules() -> tuple[str, ...]:
    """What is imported ahead, in this order."""
    names = (*FIRST, *(name for name in PANES if name not in FIRST))
    return (*(PANES[name][0] for name in names), *LATER)


class LoadAhead(QObject):
    """Imports modules in a thread, once.

    Signals:
        loaded: all are there.
    """

    loaded = Signal()

    def __init__(self, names: Iterable[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._names = tuple(names)
        self._thread: threading.Thread | None = None
        self._stopped = threading.Event()

    @property
    def begun(self) -> bool:
        """Whether it was told to begin."""
        return self._thread is not None

    def begin(self) -> None:
        """Import from now on; a later call does nothing."""
        if self._thread is None:
            self._thread = threading.Thread(target=self._work, name="load ahead", daemon=True)
            self._thread.start()

    def stop(self) -> None:
        """Import no more, and wait for the one that is on its way: the interpreter must not end under it."""
        self._stopped.set()
        if self._thread is not None:
            self._thread.join()

    def _work(self) -> None:
        for name in self._names:
            if self._stopped.is_set():
                return
            try:
                import_module(name)
            except Exception:  # whoever opens the pane meets it again and is told
                log.exception("%s could not be imported ahead", name)
        self.loaded.emit()
