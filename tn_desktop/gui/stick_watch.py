"""Notices that the stick with a portable notebook was pulled out, and that it is back."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from tn_desktop.store.profile import Profile

EVERY: Final = 1_500
"""Milliseconds between two looks."""


class StickWatch(QObject):
    """Looks whether the data file is there.

    Signals:
        pulled: it is gone.
        back: it is there again.
    """

    pulled = Signal()
    back = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._profile: Profile | None = None
        self._was_there = True
        self._timer = QTimer(self, interval=EVERY)
        self._timer.timeout.connect(self.look)

    def start(self, profile: "Profile") -> None:
        """The notebook is open."""
        self._profile, self._was_there = profile, True
        self._timer.start()

    def wait(self, profile: "Profile") -> None:
        """The notebook was closed, since it is gone."""
        self._profile, self._was_there = profile, False
        self._timer.start()

    def stop(self) -> None:
        """It was closed by hand."""
        self._timer.stop()

    def look(self) -> None:
        """Look now."""
        assert self._profile is not None
        there = self._profile.database.exists()
        if there != self._was_there:
            self._was_there = there
            (self.back if there else self.pulled).emit()
