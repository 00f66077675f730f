"""One window for the same data: a second start shows the first one and ends."""

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QDeadlineTimer, QLockFile, QObject, Qt, QThread, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

PATIENCE: Final = 5_000
"""Milliseconds a second start waits for the first, which may still be starting itself."""
PAUSE: Final = 100
"""Milliseconds between two tries to reach the first, as long as it is starting."""
ANSWER: Final = b"ok\n"


class SingleInstance(QObject):
    """Holds a lock file, and listens for later starts.

    QtNetwork is loaded after the window is painted.

    Signals:
        wanted: a second start asks for the window.
    """

    wanted = Signal()

    def __init__(self, lock: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lock = QLockFile(str(lock))
        self._lock.setStaleLockTime(0)  # only a dead program's lock is stale, however old it is
        self._server: QLocalServer | None = None
        self._ends: list[QLocalSocket] = []
        self._place = lock.resolve()

    @property
    def _name(self) -> str:
        """Under which the windows of this profile find each other."""
        import hashlib  # loads OpenSSL, for which the first picture shall not wait

        return f"tn-desktop-{hashlib.sha256(str(self._place).encode()).hexdigest()[:16]}"

    def is_first(self) -> bool:
        """Take the lock; False if another window has it."""
        return self._lock.isLocked() or self._lock.tryLock(0)

    def listen(self) -> None:
        """Answer later starts from now on."""
        from PySide6.QtNetwork import QLocalServer

        if self._server is None:
            QLocalServer.removeServer(self._name)  # left over from a program that died; the lock is ours
            self._server = QLocalServer(self)
            self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
            self._server.newConnection.connect(self._on_connected)
            self._server.listen(self._name)

    def show_first(self) -> bool:
        """Ask the window that is there to come to the front; False if it does not answer.

        It may have been closed just now and be about to end: `is_first` says so.
        """
        from PySide6.QtNetwork import QLocalSocket

        deadline = QDeadlineTimer(PATIENCE)
        while not deadline.hasExpired():
            socket = QLocalSocket()
            socket.connectToServer(self._name)
            if socket.waitForConnected(200):
                # The answer may be there before it is waited for.
                answered = socket.bytesAvailable() > 0 or socket.waitForReadyRead(deadline.remainingTime())
                socket.disconnectFromServer()
                if answered:
                    return True
            if self.is_first():
                return False
            QThread.msleep(PAUSE)
        return False

    def close(self) -> None:
        """Let go of the lock."""
        if self._server is not None:
            self._server.close()
        self._ends.clear()
        self._lock.unlock()

    def _on_connected(self) -> None:
        assert self._server is not None
        socket = self._server.nextPendingConnection()
        # As a child of the server its wrapper would stay in the server's, long after it is deleted.
        socket.setParent(None)
        self._ends.append(socket)
        socket.disconnected.connect(self._clear_soon)
        socket.write(ANSWER)
        socket.flush()
        self._clear_soon()  # one that asked and went is not heard going any more
        self.wanted.emit()

    def _clear_soon(self) -> None:
        """Not now: one of them may be speaking."""
        QTimer.singleShot(0, self, self._clear)

    def _clear(self) -> None:
        """Let go of the ends of connections that are over."""
        self._ends = [socket for socket in self._ends if socket.state() != socket.LocalSocketState.UnconnectedState]


def bring_to_front(window: QWidget) -> None:
    """A second start of the program shows the window that is there."""
    window.setWindowState((window.windowState() & ~Qt.WindowState.WindowMinimized) | Qt.WindowState.WindowActive)
    window.show()
    window.raise_()
    window.activateWindow()
    QApplication.alert(window)
