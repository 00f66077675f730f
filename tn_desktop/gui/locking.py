"""Locking the window by key, and by itself when nobody has touched it for a while."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from tn_desktop.gui.context import Context

if TYPE_CHECKING:
    from tn_desktop.gui.main_window import MainWindow

IDLE_MINUTES: Final = "lock/minutes"
USUAL_MINUTES: Final = 15
CHOICES: Final = (5, 15, 30, 60, 0)
"""Minutes to choose from; 0 never locks by itself."""
_TOUCHES: Final = frozenset(
    (
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.InputMethod,
        QEvent.Type.TouchBegin,
    )
)


class IdleLock(QObject):
    """Asks the window to lock when it has not been touched for as long as the settings say.

    While attendance is being taken it does not: she is with the people in the room.
    """

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._on_idle)
        self._running = False

    def start(self) -> None:
        """The data are open, and have a passphrase."""
        if not self._running:
            self._running = True
            application = QApplication.instance()
            assert application is not None
            application.installEventFilter(self)
        self.touch()

    def stop(self) -> None:
        """The data are closed, or have no passphrase."""
        self._timer.stop()
        if self._running:
            self._running = False
            application = QApplication.instance()
            assert application is not None
            application.removeEventFilter(self)

    def touch(self) -> None:
        """Count from now on."""
        minutes = minutes_of(self._window.context)
        if minutes and self._running:
            self._timer.start(minutes * 60_000)
        else:
            self._timer.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _TOUCHES:
            self.touch()
        # A dialog keeps the window's own keys from it, but not this one.
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and _is_lock(event):
            QTimer.singleShot(0, self, self._window.safety.lock)
            return True
        return False

    def _on_idle(self) -> None:
        if self._window.host.current == "attendance" or not self._window.context.tasks.idle:
            self.touch()
        else:
            self._window.safety.lock()


def _is_lock(event: QKeyEvent) -> bool:
    return event.key() == Qt.Key.Key_L and event.modifiers() == Qt.KeyboardModifier.ControlModifier


def minutes_of(context: Context) -> int:
    """Minutes after which the window locks by itself; 0 for never."""
    held = context.choices.value(IDLE_MINUTES)
    text = str(USUAL_MINUTES if held is None else held)
    # The window's state is not encrypted: whoever wrote nonsense there does not keep a notebook open.
    return int(text) if text.isdecimal() and int(text) in CHOICES else USUAL_MINUTES
