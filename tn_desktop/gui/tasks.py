"""Work off the event loop: one thread that writes, two that read, one for everything else.

The window never waits: a pane hands over a function and gets its result on the main thread. Nothing here imports
the database at module level, since the window is painted before SQLAlchemy is loaded.
"""

import logging
import queue
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING, Any

import shiboken6
from PySide6.QtCore import QObject, QTimer, Signal

from tn_desktop.gui.threads import come_after_the_window
from tn_desktop.model.changes import Changes
from tn_desktop.model.errors import AppError, Cancelled, TornIndex

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from tn_desktop.store.database import Database
    from tn_desktop.store.unit_of_work import UnitOfWork

log = logging.getLogger(__name__)
READERS = 2
SWITCH_AFTER = 0.0005
"""Seconds for which a reading thread may hold the interpreter while the window waits for it; Python's own 0.005 are a
third of a frame, several times in one."""

AFTER_PAINTING = 40
"""Milliseconds after which is read what can wait for the picture of a key: Qt paints some ten milliseconds after it,
and reading many tables at the same time would hold that up. Nobody sees a page come so little later."""
TURN = 1
"""Milliseconds between two steps: Qt makes an event of a timer of 0, which comes before keys and other timers."""

PAUSE = 2.0
"""Seconds after which a person who asked for nothing new is taken to pause."""


class Task:
    """One piece of work that was handed over.

    Attributes:
        always: given the result before `done` is, also where nobody wants it any more.
        cancelled: set when its result is no longer wanted; long work asks for it now and then.
    """

    def __init__(
        self, work: Callable[["Task"], Any], done: Callable[[Any], None] | None, failed: Any, owner: Any
    ) -> None:
        self.work = work
        self.done = done
        self.failed: Callable[[AppError], None] | None = failed
        self.owner: QObject | None = owner
        self.always: Callable[[Any], None] | None = None
        self.cancelled = threading.Event()
        self._connection: Connection | None = None
        self._lock = threading.Lock()

    def cancel(self) -> None:
        """Drop the result, and interrupt the query if it is running."""
        self.cancelled.set()
        with self._lock:
            if self._connection is not None:
                from tn_desktop.store.database import interrupt

                interrupt(self._connection)

    def reading_on(self, connection: "Connection | None") -> None:
        """Note the connection that runs this task's query, so that `cancel` can interrupt it."""
        with self._lock:
            self._connection = connection


class Tasks(QObject):
    """Runs reads and writes in threads and brings their results back.

    Attributes:
        database: the open database; None while there is none.
        prepare: called with each database that was opened, on the thread that did, before anybody is told.

    Signals:
        opened: the database is open.
        refused(AppError): it could not be opened.
        changed(Changes, object): something was written, and by whom; panes refresh what they show.
        failed(AppError): a task without its own handler met a known failure.
        torn: a task met a search index that is damaged; whoever asked is told as of any known failure.
        crashed(Exception): a task met a bug.
    """

    opened = Signal()
    refused = Signal(object)
    changed = Signal(object, object)
    failed = Signal(object)
    torn = Signal()
    crashed = Signal(object)
    _finished = Signal()
    _open_ended = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.database: Database | None = None
        self.prepare: Callable[[Database], object] = lambda _database: None
        self._queues: dict[str, queue.SimpleQueue[Task | None]] = {
            name: queue.SimpleQueue() for name in ("write", "read", "work")
        }
        self._channels: dict[tuple[int, str], Task] = {}
        self._ended: deque[tuple[Task, Any, Any]] = deque()
        self._threads: list[threading.Thread] = []
        self._opening: threading.Thread | None = None
        self._writes: list[tuple[str, Task]] = []
        self._turns: dict[int, tuple[QObject, deque[Callable[[], object]]]] = {}
        self._pending = 0
        self._handed_over = 0.0
        self._finished.connect(self._on_finished)
        self._open_ended.connect(self._on_open_ended)

    def start(self, opener: Callable[[], "Database"]) -> None:
        """Open the database in the writing thread; `opened` or `refused` follows. Once: who asks again meanwhile waits.

        Of two that opened it each would have its threads, and at the end one of them nobody who tells it to end.
        """
        if self._opening is not None or self.database is not None:
            return
        sys.setswitchinterval(SWITCH_AFTER)

        def open_then_write() -> None:
            try:
                database = opener()
                try:
                    self.prepare(database)
                except BaseException:
                    database.close()
                    raise
            except Exception as error:  # noqa: BLE001 - whatever it is has to reach the window
                self._open_ended.emit(threading.current_thread(), error)
                return
            self.database = database
            self._open_ended.emit(threading.current_thread(), None)
            self._serve("write")

        self._opening = self._spawn("writer", open_then_write)

    @property
    def idle(self) -> bool:
        """Whether no task is waiting or running."""
        return self._pending == 0

    @property
    def rests(self) -> bool:
        """Whether nothing was handed over for a while."""
        return time.monotonic() - self._handed_over > PAUSE

    def write(
        self,
        label: str,
        service: Callable[["UnitOfWork"], Changes],
        done: Callable[[Changes], None] | None = None,
        failed: Callable[[AppError], None] | None = None,
        owner: QObject | None = None,
    ) -> Task:
        """Run a service in a unit of work (named in English, context "history"), in the order of the calls.

        `changed` is emitted before `done` is called. Nothing is called for an owner that was deleted.
        """

        def work(_task: Task) -> Changes:
            assert self.database is not None
            with self.database.write(label) as uow:
                return service(uow)

        task = Task(work, done, failed, owner)
        self._writes.append((label, task))
        return self._submit("write", task)

    def is_writing(self, label: str, owner: QObject) -> bool:
        """Whether a write of that name is on its way for an owner: a second press of Enter means no second row."""
        return any(name == label and task.owner is owner for name, task in self._writes)

    def alone(
        self,
        work: Callable[[Task], Any],
        done: Callable[[Any], None] | None = None,
        failed: Callable[[AppError], None] | None = None,
        owner: QObject | None = None,
    ) -> Task:
        """Run what opens units of work itself, one or many: in the writing thread, in the order of the writes."""
        return self._submit("write", Task(work, done, failed, owner))

    def read(
        self,
        query: Callable[["Connection"], Any],
        done: Callable[[Any], None],
        failed: Callable[[AppError], None] | None = None,
        owner: QObject | None = None,
        channel: str = "",
        after: int = 0,
    ) -> Task:
        """Run a query on a reading connection. A later read of the same owner and channel replaces this one.

        With `after` it begins so many milliseconds later, and counts as on its way until then: what can wait leaves
        the interpreter to the picture that the same key press asked for.
        """

        def work(task: Task) -> Any:
            assert self.database is not None
            with self.database.read() as connection:
                task.reading_on(connection)
                try:
                    if task.cancelled.is_set():
                        raise Cancelled
                    return query(connection)
                finally:
                    task.reading_on(None)

        task = Task(work, done, failed, owner)
        if channel:
            earlier = self._channels.pop((id(owner), channel), None)
            if earlier is not None:
                earlier.cancel()
            self._channels[(id(owner), channel)] = task
        return self._submit("read", task, after)

    def in_turns(self, owner: QObject, steps: Iterable[Callable[[], object]]) -> None:
        """Do these one after the other, each in a turn of the event loop of its own: the window answers in between.

        They count as on their way. Later ones of the same owner replace those that are left; nothing is done for an
        owner that was deleted.
        """
        begun = id(owner) in self._turns
        self._turns[id(owner)] = (owner, deque(steps))
        if not begun:
            self._pending += 1
            QTimer.singleShot(TURN, self, partial(self._next_turn, id(owner)))

    def finish_turns(self, owner: QObject) -> None:
        """Do what is left of an owner's steps now."""
        _owner, steps = self._turns.get(id(owner), (owner, deque()))
        while steps:
            steps.popleft()()

    def run(
        self,
        work: Callable[[Task], Any],
        done: Callable[[Any], None] | None = None,
        failed: Callable[[AppError], None] | None = None,
        owner: QObject | None = None,
        always: Callable[[Any], None] | None = None,
    ) -> Task:
        """Run anything else that takes long (reading a file, an export); it looks at `task.cancelled` now and then.

        `always` is for what has to be done with the result though the owner was deleted: a file that left is logged.
        """
        task = Task(work, done, failed, owner)
        task.always = always
        return self._submit("work", task)

    def on_main_thread(self, owner: QObject | None, call: Callable[[Any], None], value: Any) -> None:
        """From a working thread: call `call(value)` on the main thread, e.g. to show progress."""
        self._ended.append((Task(lambda _task: None, call, None, owner), value, "note"))
        self._finished.emit()

    def close(self) -> None:
        """Finish what was handed over, end the threads and close the database."""
        for task in self._channels.values():
            task.cancel()
        counts = {"write": 1, "read": READERS, "work": 1}
        for name, waiting in self._queues.items():
            for _ in range(counts[name]):
                waiting.put(None)
        for thread in self._threads:
            thread.join()
        self._threads.clear()
        self._opening = None
        self._forget_ends()
        if self.database is not None:
            self.database.close()
            self.database = None

    def _forget_ends(self) -> None:
        """Where nobody served a queue, since the database could not be opened, its end must not meet the next one."""
        for waiting in self._queues.values():
            tasks = [waiting.get() for _ in range(waiting.qsize())]
            for task in tasks:
                if task is not None:
                    waiting.put(task)

    def _submit(self, name: str, task: Task, after: int = 0) -> Task:
        self._pending += 1
        self._handed_over = time.monotonic()
        if after:
            QTimer.singleShot(after, self, partial(self._queues[name].put, task))
        else:
            self._queues[name].put(task)
        return task

    def _next_turn(self, key: int) -> None:
        owner, steps = self._turns[key]
        if not steps or not shiboken6.isValid(owner):
            del self._turns[key]
            self._pending -= 1
            return
        QTimer.singleShot(TURN, self, partial(self._next_turn, key))
        steps.popleft()()

    def _spawn(self, name: str, target: Callable[[], None]) -> threading.Thread:
        thread = threading.Thread(target=target, name=name, daemon=True)
        self._threads.append(thread)
        thread.start()
        return thread

    def _serve(self, name: str) -> None:
        if name != "write":  # a mark is on disk as soon as can be
            come_after_the_window()
        while (task := self._queues[name].get()) is not None:
            result, error = None, None
            try:
                if task.cancelled.is_set() and name == "read":
                    raise Cancelled
                result = task.work(task)
            except Exception as caught:  # noqa: BLE001 - told on the main thread, where bugs are logged
                error = caught
            # Nothing of it stays here: the main thread may be done with it before this one goes on, which would then
            # be the last to let go, and destroy what belongs to the window.
            self._ended.append((task, result, error))
            del task, result, error
            try:
                self._finished.emit()
            except RuntimeError:  # the window is gone
                return

    def _on_open_ended(self, writer: threading.Thread, error: Exception | None) -> None:
        if writer is not self._opening:
            return  # what it opened was closed before anybody could be told
        self._opening = None
        if error is None:
            for number in range(READERS):
                self._spawn(f"reader-{number}", lambda: self._serve("read"))
            self._spawn("worker", lambda: self._serve("work"))
            self.opened.emit()
        elif isinstance(error, AppError):
            self.refused.emit(error)
        else:
            log.error("the database could not be opened", exc_info=error)
            self.crashed.emit(error)

    def _on_finished(self) -> None:
        task, result, error = self._ended.popleft()
        note = error == "note"
        if not note:
            self._pending -= 1
            self._channels = {key: held for key, held in self._channels.items() if held is not task}
            self._writes = [write for write in self._writes if write[1] is not task]
        if isinstance(result, Changes) and result and error is None:
            self.changed.emit(result, task.owner)
        if task.always is not None and error is None:
            task.always(result)
        if task.cancelled.is_set() or (task.owner is not None and not shiboken6.isValid(task.owner)):
            if isinstance(error, Exception) and not isinstance(error, AppError):
                self._tell(task, error)
            return
        if isinstance(error, Exception):
            self._tell(task, error)
        elif task.done is not None:
            task.done(result)

    def _tell(self, task: Task, error: Exception) -> None:
        if isinstance(error, AppError):
            if isinstance(error, TornIndex):
                self.torn.emit()
            if task.failed is not None:
                task.failed(error)
            elif not isinstance(error, Cancelled):
                self.failed.emit(error)
        else:
            log.error("a task failed", exc_info=error)
            self.crashed.emit(error)
