"""The list of pictures, and what a function that makes one is given."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QEvent, QSettings
from PySide6.QtWidgets import QWidget

from tn_desktop.gui.context import Context, Navigator
from tn_desktop.gui.language import LanguageSwitch
from tn_desktop.gui.main_window import MainWindow
from tn_desktop.gui.tasks import Tasks
from tn_desktop.store.database import Database
from tn_desktop.store.profile import Profile

NOW = datetime(2026, 3, 14, 12, 40)  # noqa: DTZ001 - the program's own clock is local
SIZE = (1366, 740)
PATIENCE = 120_000
"""Milliseconds that a window may take: on a busy machine the first one loads everything there is."""


@dataclass(frozen=True)
class Shot:
    """One picture: its name, the function that sets it up, the window's size, and whether the notebook is empty."""

    name: str
    make: "Callable[[Stage], QWidget]"
    size: tuple[int, int]
    empty: bool


SHOTS: dict[str, Shot] = {}


def shot(
    name: str, size: tuple[int, int] = SIZE, empty: bool = False
) -> "Callable[[Callable[[Stage], QWidget]], Callable[[Stage], QWidget]]":
    """Register a function that sets a picture up and returns the widget to take."""

    def register(make: "Callable[[Stage], QWidget]") -> "Callable[[Stage], QWidget]":
        assert name not in SHOTS, name
        SHOTS[name] = Shot(name, make, size, empty)
        return make

    return register


class Stage:
    """A running window over made-up data.

    Attributes:
        context: what panes are given; its clock stands at `NOW`.
        window: the main window, shown, Today chosen.
    """

    def __init__(self, profile: Profile, languages: LanguageSwitch, size: tuple[int, int]) -> None:
        tasks = Tasks()
        self.crashes: list[Any] = []
        tasks.crashed.connect(self.crashes.append)
        profile.window_state.unlink(missing_ok=True)
        settings = QSettings(str(profile.window_state), QSettings.Format.IniFormat)
        self.context = Context(tasks, settings, Navigator(), languages.current, lambda: NOW)
        self.window = MainWindow(self.context, languages)
        self.window.resize(*size)
        self.window.show()
        tasks.start(lambda: Database.open(profile))
        self.wait(lambda: bool(self.window.host.current) or bool(self.crashes))
        self.settle()
        status = self.window.ui.status
        if any(char.isdigit() for char in status.saved.text()):
            # The made-up data were written just now, not on the made-up day.
            status.show_stored(NOW)

    def pane(self, name: str) -> Any:
        """Go to a pane and wait for its rows."""
        self.window.go(name)
        self.settle()
        return self.window.host.pane(name)

    def choose(self, pane: Any, row: int) -> None:
        """Choose a row of a list pane."""
        pane.table.setCurrentIndex(pane.model.index(row, 0))
        self.settle()

    def first_id(self, entity: str, **where: str) -> int:
        """The id of the first row of an entity."""
        from tn_desktop.services import records

        assert self.context.tasks.database is not None
        with self.context.tasks.database.read() as connection:
            rows = records.listing(connection, entity, where=where, limit=1)[1]
            return records.id_of(connection, entity, rows[0]["uid"])

    def settle(self) -> None:
        """Wait until nothing is on its way and everything is painted."""
        for _ in range(3):
            self.wait(lambda: self.context.tasks.idle)
            clock = QElapsedTimer()
            clock.start()
            while clock.elapsed() < 60:
                QCoreApplication.processEvents()

    def wait(self, done: Callable[[], bool]) -> None:
        """Let the window work until something is so."""
        clock = QElapsedTimer()
        clock.start()
        while not done():
            QCoreApplication.processEvents()
            if clock.elapsed() > PATIENCE:
                raise TimeoutError("the window is not ready")

    def close(self) -> None:
        """Close the window and the database."""
        self.window.close()
        self.context.tasks.close()
        self.window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
