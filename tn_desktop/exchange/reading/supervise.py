"""Reading a file in a child process with limits on time and memory."""

import multiprocessing
import multiprocessing.connection
import pickle
import stat
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any, Protocol

from tn_desktop.exchange.reading import child
from tn_desktop.exchange.reading.book import Book, Limits, RawSheet, Remark, Row
from tn_desktop.exchange.reading.preflight import DAMAGED, EMPTY
from tn_desktop.model.errors import Cancelled, FileRefused, PasswordNeeded
from tn_desktop.model.messages import QT_TRANSLATE_NOOP

TOO_SLOW = QT_TRANSLATE_NOOP(
    "errors", "The file takes too long to read, save only the list you need in a new file and try again."
)
TOO_MUCH = QT_TRANSLATE_NOOP(
    "errors", "The file needs more memory than a list should, save only the list you need in a new file and try again."
)
_POLL_SECONDS = 0.1
_FAMILY_SECONDS = 2.0
_collecting = threading.Lock()
"""Starting a process collects all that have ended, and of two threads that collect the same one learns nothing."""


class Sink(Protocol):
    """Takes what the reading process sends, message by message (see `Collector`)."""

    def take(self, message: tuple[object, ...]) -> object:
        """Take one message; something true ends the reading.

        Raises:
            FileRefused: the reader refused the file, or what it sends is not wanted.
        """


def read_spreadsheet(
    path: str | Path,
    *,
    password: str | None = None,
    limits: Limits | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Book:
    """Read a file of any kind of spreadsheet, told by its content.

    Raises:
        PasswordNeeded: the file is encrypted and `password` is missing or wrong.
        FileRefused: it cannot be read, in one sentence.
        Cancelled: `cancelled()` became true.
    """
    book = _Assembly()
    stream_spreadsheet(path, book, password=password, limits=limits, cancelled=cancelled)
    assert book.finished is not None
    return book.finished


def stream_spreadsheet(
    path: str | Path,
    sink: Sink,
    *,
    password: str | None = None,
    limits: Limits | None = None,
    cancelled: Callable[[], bool] | None = None,
    sieve: child.Sift | None = None,
) -> None:
    """`read_spreadsheet` for a file that is too large to be held: its rows go into a sink as they come.

    After ("restart",) everything is sent again. A `sieve` takes the messages first, in the reading process, and hands
    on what it pleases.
    """
    limits = limits or Limits()
    path = Path(path)
    _check(path, limits)
    deadline = time.monotonic() + limits.seconds
    cancelled = cancelled or (lambda: False)
    try:
        _attempt(path, password, limits, deadline, cancelled, sink, sieve, sparse=False)
        return
    except _ReaderDied as death:
        # The fast reader holds every cell of the used area; the sparse one may manage what killed it.
        if deadline - time.monotonic() < limits.seconds / 5:
            raise FileRefused(death.sentence) from death
    try:
        sink.take(("restart",))
        _attempt(path, password, limits, deadline, cancelled, sink, sieve, sparse=True)
    except _ReaderDied as death:
        raise FileRefused(death.sentence) from death


class _ReaderDied(Exception):
    """The child ended without a last word, or had to be ended for its memory."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


def _check(path: Path, limits: Limits) -> None:
    """Refuse what is no ordinary file before anybody opens it."""
    name = path.name
    try:
        info = path.stat()
    except (OSError, ValueError) as error:
        raise FileRefused(
            QT_TRANSLATE_NOOP("errors", "There is no file “{name}”, choose it again."), name=name
        ) from error
    if not stat.S_ISREG(info.st_mode):
        raise FileRefused(
            QT_TRANSLATE_NOOP("errors", "“{name}” is not a file, choose the spreadsheet itself."), name=name
        )
    if name.startswith(("~$", ".~lock.")):
        raise FileRefused(
            QT_TRANSLATE_NOOP(
                "errors", "“{name}” only says that somebody has the spreadsheet open, choose the spreadsheet itself."
            ),
            name=name,
        )
    if info.st_size == 0:
        raise FileRefused(EMPTY)
    if info.st_size > limits.file_bytes:
        raise FileRefused(
            QT_TRANSLATE_NOOP(
                "errors", "The file is larger than {limit} MB, save only the list you need in a new file."
            ),
            limit=limits.file_bytes // 1_000_000,
        )
    try:
        path.open("rb").close()
    except OSError as error:
        raise FileRefused(
            QT_TRANSLATE_NOOP("errors", "“{name}” cannot be opened, check that you may read it."), name=name
        ) from error


def _attempt(
    path: Path,
    password: str | None,
    limits: Limits,
    deadline: float,
    cancelled: Callable[[], bool],
    sink: Sink,
    sieve: child.Sift | None,
    *,
    sparse: bool,
) -> None:
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=child.main, args=(theirs, str(path), password, limits, sparse, sieve), daemon=True)
    with _collecting:
        process.start()
    # Only the child may hold the writing end, so that its death ends the pipe.
    theirs.close()
    try:
        _receive(ours, process, limits, deadline, cancelled, sink)
    finally:
        _end(process)
        ours.close()


def _receive(
    connection: Connection,
    process: BaseProcess,
    limits: Limits,
    deadline: float,
    cancelled: Callable[[], bool],
    sink: Sink,
) -> None:
    look, memory = 0.0, _Memory(process)
    while True:
        now = time.monotonic()
        if cancelled():
            raise Cancelled(QT_TRANSLATE_NOOP("errors", "The import was stopped, nothing has changed."))
        if now > deadline:
            raise FileRefused(TOO_SLOW)
        if now >= look:
            look = now + _POLL_SECONDS
            if memory.held() > limits.memory:
                raise _ReaderDied(TOO_MUCH)
        ready = multiprocessing.connection.wait([connection, process.sentinel], timeout=_POLL_SECONDS)
        if connection in ready:
            try:
                # Our own child wrote it, from plain values.
                message = pickle.loads(connection.recv_bytes())  # noqa: S301
            except (EOFError, OSError) as error:
                raise _ReaderDied(DAMAGED) from error
            if sink.take(message):
                return
        elif ready:
            raise _ReaderDied(DAMAGED)


class _Assembly:
    """Puts a book together from the child's messages.

    Attributes:
        finished: the book, after the last message.
    """

    def __init__(self) -> None:
        self.finished: Book | None = None
        self._sheets: list[RawSheet] = []
        self._rows: list[Row] = []

    def take(self, message: tuple[object, ...]) -> Book | None:
        """Take one message; returns the book after the last one.

        Raises:
            FileRefused: the child refused the file.
        """
        match message:
            case ("sheet", str() as name, bool() as hidden):
                self._rows = []
                self._sheets.append(RawSheet(name, self._rows, hidden=hidden))
            case ("rows", list() as rows):
                self._rows.extend(rows)
            case ("merged", tuple() as merged):
                self._sheets[-1] = replace(self._sheets[-1], merged=merged)
            case ("restart",):
                self._sheets.clear()
            case ("refused", bool() as password, str() as sentence, dict() as values):
                raise (PasswordNeeded if password else FileRefused)(sentence, **values)
            case ("done", str() as kind, tuple() as remarks):
                if not any(sheet.rows for sheet in self._sheets):
                    raise FileRefused(EMPTY)
                self.finished = Book(tuple(self._sheets), kind, tuple(r for r in remarks if isinstance(r, Remark)))
        return self.finished


class _Memory:
    """How much memory the child and whatever it started hold."""

    def __init__(self, process: BaseProcess) -> None:
        self._pid = process.pid
        self._family: list[Any] = []
        self._next = 0.0

    def held(self) -> int:
        """Bytes now."""
        import psutil

        now = time.monotonic()
        try:
            # Who is whose child is asked of every process there is, which takes as long as reading many rows.
            if now >= self._next:
                child = psutil.Process(self._pid)
                self._family, self._next = [child, *child.children(recursive=True)], now + _FAMILY_SECONDS
        except psutil.Error:
            return 0
        total = 0
        for member in self._family:
            try:
                total += member.memory_info().rss
            except psutil.Error:
                continue
        return total


def _end(process: BaseProcess) -> None:
    """End the child, whatever it is doing, and collect it."""
    if not multiprocessing.connection.wait([process.sentinel], 0.2):
        with _collecting:
            process.kill()
        multiprocessing.connection.wait([process.sentinel])
    with _collecting:
        process.join()
        process.close()
