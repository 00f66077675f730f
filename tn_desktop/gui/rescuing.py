"""Damaged data in the window: noticed in the background, told, and put right from a backup or by a rescue."""

import threading
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from tn_desktop.gui.backup_keeper import second_place
from tn_desktop.gui.closed_work import ClosedWork
from tn_desktop.gui.context import sentence, translate
from tn_desktop.gui.tasks import Task
from tn_desktop.gui.widgets.damage_page import DamagePage
from tn_desktop.model.changes import Changes
from tn_desktop.model.errors import AppError, Damaged, DamagedFiles, TornIndex

if TYPE_CHECKING:
    from tn_desktop.gui.data_safety import DataSafety
    from tn_desktop.services.rescue import Offer, Rescued
    from tn_desktop.store.file_salvage import SavedFiles
    from tn_desktop.store.profile import Profile

CHECKED: Final = "health/checked"
"""Setting: the day on which a large file was looked through last."""
AFTER: Final = 4_000
"""Milliseconds after the data are shown at which the look begins: the start belongs to the user."""
LARGE: Final = 200_000_000
"""A file of more bytes is looked through once a day, others at each start."""


class HealthWatch(QObject):
    """Looks through the data file once after the start, in a thread and on a connection of its own.

    Signals:
        found(object): the Damaged or TornIndex that was met.
        sound: nothing was.
    """

    found = Signal(object)
    sound = Signal()
    _ended = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ended.connect(self._on_ended)
        self._thread: threading.Thread | None = None
        self._look: Any = None
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._begin)
        self._profile: Profile | None = None

    def start(self, profile: "Profile", after: int = AFTER) -> None:
        """Look through the file of an open profile in a while."""
        self._profile = profile
        self._timer.start(after)

    def stop(self) -> None:
        """Look no more; whoever calls may close the file afterwards."""
        self._timer.stop()
        if self._look is not None:
            self._look.stop()
        if self._thread is not None:
            self._thread.join()
            self._thread = None

    def _begin(self) -> None:
        from tn_desktop.store.health import Look

        assert self._profile is not None
        look = self._look = Look(self._profile.database, self._profile.key, self._profile.content_file)

        def work() -> None:
            error = look.run()
            try:
                self._ended.emit(look, error)
            except RuntimeError:  # the window is gone
                return

        self._thread = threading.Thread(target=work, name="health", daemon=True)
        self._thread.start()

    def _on_ended(self, look: Any, error: AppError | None) -> None:
        # Asked here: it may have been stopped, and another file have taken the place, since it came to its end.
        if look.stopped:
            return
        if error is None:
            self.sound.emit()
        else:
            self.found.emit(error)


class Rescuing(QObject):
    """Offers what can be done, and does it with closed data."""

    def __init__(self, safety: "DataSafety") -> None:
        super().__init__(safety)
        self._safety = safety
        self._work: ClosedWork | None = None
        self._mending = False
        self._met: AppError | None = None
        self.health = HealthWatch(self)
        self.health.found.connect(self._on_found)
        self.health.sound.connect(self._on_sound)

    @property
    def _context(self) -> Any:
        return self._safety.window.context

    def start(self) -> None:
        """The data are open."""
        database = self._context.tasks.database
        if database is None or database.on_server:
            return
        if database.mended:
            self._tell_mended()
        today = f"{self._context.now():%Y-%m-%d}"
        if database.path.stat().st_size > LARGE and self._context.settings.value(CHECKED) == today:
            return
        self.health.start(database.profile)

    def stop(self) -> None:
        """The data are about to be closed."""
        self._met = None
        self.health.stop()

    def _on_found(self, error: AppError) -> None:
        self._met = None
        if isinstance(error, TornIndex):
            self.mend_search()
        else:
            self._tell(error)

    def mend_search(self) -> None:
        """Make torn search indexes anew, in the order of the writes; all that is searched is read again then."""
        tasks = self._context.tasks
        database = tasks.database
        if self._mending or database is None:
            return
        self._mending = True

        def work(_task: Task) -> Changes | None:
            from tn_desktop.services import watch
            from tn_desktop.store.full_text import mend

            tables = mend(database, lambda done, of: tasks.on_main_thread(self, self.show_mending, (done, of)))
            if not tables:
                return None
            with database.read() as connection:
                return Changes(watch.newest(connection), changed=dict.fromkeys(tables, ()))

        tasks.alone(work, self._on_mended, self._on_not_mended, owner=self)

    def show_mending(self, so_far: tuple[int, int]) -> None:
        """How much of the indexes stands again; while the data are being opened too."""
        done, of = so_far
        if done < of:
            text = QCoreApplication.translate("Rescuing", "The search is being made anew … {percent} %")
            self._safety.window.ui.messages.tell(text.format(percent=100 * done // of), True)

    def _on_mended(self, changes: Changes | None) -> None:
        self._mending = False
        if changes is not None:
            self._tell_mended()

    def _tell_mended(self) -> None:
        from tn_desktop.store.full_text import MENDED

        self._safety.window.ui.messages.tell(translate("errors", MENDED), True)

    def _on_not_mended(self, error: AppError) -> None:
        self._mending = False
        if isinstance(error, Damaged):
            self._tell(error)
        else:
            self._safety.failed(error)

    def _on_sound(self) -> None:
        met, self._met = self._met, None
        if met is not None:
            self._tell(met)
            return
        self._context.settings.setValue(CHECKED, f"{self._context.now():%Y-%m-%d}")

    def tell(self, error: AppError) -> None:
        """Damage was met while the data are in use: look whether indexes explain it, then say what can be done."""
        database = self._context.tasks.database
        if isinstance(error, DamagedFiles) or database is None or database.on_server:
            self._tell(error)
        elif self._met is None:
            self._met = error
            text = QCoreApplication.translate(
                "Rescuing", "A part of the data file cannot be read. It is looked through …"
            )
            self._safety.window.ui.messages.tell(text)
            self.health.stop()
            self.health.start(database.profile, 0)

    def _tell(self, error: AppError) -> None:
        """Say that data are damaged, and leave the moment to her."""
        if isinstance(error, DamagedFiles):
            rescue = QCoreApplication.translate("Rescuing", "Rescue what can be read")
            self._safety.window.ui.messages.offer(sentence(error), rescue, self.rescue_files)
            return
        text = QCoreApplication.translate(
            "Rescuing", "The data file is damaged in places. What you can see is there; do not wait long."
        )
        action = QCoreApplication.translate("Rescuing", "What can be done?")
        self._safety.window.ui.messages.offer(text, action, lambda: self.offer(error))

    def offer(self, error: AppError) -> None:
        """Close the data if they are open, and show what can be done about a damaged file."""
        profile = self._safety.profile
        if profile is None:
            return
        self._safety.close_all()
        page = DamagePage(error)
        page.restore_wanted.connect(self._safety.restore)
        page.rescue_wanted.connect(self._rescue)
        page.retry_wanted.connect(self._safety.reopen_wanted)
        self._safety.show_page(page)
        second = second_place(self._context)

        def work(_progress: object) -> "Offer | None":
            from tn_desktop.services import local_choices, rescue

            return rescue.best_backup(profile, second or local_choices.second_place_of(profile))

        self._work = ClosedWork(self)
        self._work.done.connect(page.show_offer)
        self._work.refused.connect(lambda _error: page.show_offer(None))
        self._work.crashed.connect(self._context.tasks.crashed)
        self._work.run(work, self._context.tasks)

    def _rescue(self) -> None:
        profile, second = self._safety.profile, second_place(self._context)
        assert profile is not None

        def work(progress: Any) -> "Rescued":
            from tn_desktop.services import local_choices, rescue

            return rescue.rescue(profile, second or local_choices.second_place_of(profile), progress)

        text = QCoreApplication.translate("Rescuing", "Reading what can be read …")
        self._safety.with_closed(text, work, self._on_rescued)

    def rescue_files(self) -> None:
        """Put the contents of files right, with closed data."""
        profile, second = self._safety.profile, second_place(self._context)
        if profile is None:
            return

        def work(_progress: Any) -> "SavedFiles":
            from tn_desktop.services import rescue

            return rescue.rescue_files(profile, second)

        text = QCoreApplication.translate("Rescuing", "Reading what can be read …")
        self._safety.with_closed(text, work, self._on_files_rescued)

    def _on_files_rescued(self, told: "SavedFiles") -> None:
        self._safety.tell_when_open(saved_sentence(told), not told.lost)

    def _on_rescued(self, told: "Rescued") -> None:
        self._safety.tell_when_open(rescued_sentence(told), not told.lost)


def rescued_sentence(told: "Rescued") -> str:
    """What a rescue did, in numbers."""
    parts = []
    if told.read:
        parts.append(
            QCoreApplication.translate("Rescuing", "Read from the damaged file: {rows}.").format(rows=_rows(told.read))
        )
    if told.backed:
        parts.append(
            QCoreApplication.translate("Rescuing", "Taken from the backup: {rows}.").format(rows=_rows(told.backed))
        )
    if told.lost:
        parts.append(QCoreApplication.translate("Rescuing", "Lost: {rows}.").format(rows=_rows(told.lost)))
    elif told.read or told.backed:
        parts.append(QCoreApplication.translate("Rescuing", "No loss is known."))
    else:
        parts.append(QCoreApplication.translate("Rescuing", "Nothing could be read; the notebook is empty now."))
    if told.waiting:
        text = QCoreApplication.translate(
            "Rescuing", "Kept, and seen again when a colleague's workbook brings what they belong to: {rows}."
        )
        parts.append(text.format(rows=_rows(told.waiting)))
    if told.kept is not None:
        parts.append(
            QCoreApplication.translate("Rescuing", "The damaged file is kept as {file}.").format(file=told.kept.name)
        )
    return " ".join(parts)


def saved_sentence(told: "SavedFiles") -> str:
    """What a rescue of the contents of files did."""
    text = QCoreApplication.translate("Rescuing", "Files read: {read}. Taken from the backups: {backed}.")
    parts = [text.format(read=told.read, backed=told.backed)]
    if told.lost:
        text = QCoreApplication.translate(
            "Rescuing", "Missing: {lost}. Each comes back when you choose it again, or a colleague's folder brings it."
        )
        parts.append(text.format(lost=told.lost))
    else:
        parts.append(QCoreApplication.translate("Rescuing", "No loss is known."))
    if told.kept is not None:
        parts.append(
            QCoreApplication.translate("Rescuing", "The damaged file is kept as {file}.").format(file=told.kept.name)
        )
    return " ".join(parts)


def _rows(counts: Mapping[str, int]) -> str:
    from tn_desktop.model.registry import ENTITIES

    return ", ".join(f"{translate('entities', ENTITIES[name].title)} {count}" for name, count in counts.items())
