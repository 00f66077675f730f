"""Builds the parts of the window's program and runs them: profile, log, language, tasks, window."""

import logging
import os
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import IO, TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSettings, QTimer
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication

from tn_desktop.gui.appearance import use_appearance
from tn_desktop.gui.collector import MainThreadCollector
from tn_desktop.gui.context import Context, Navigator, sentence
from tn_desktop.gui.language import NAMES, LanguageSwitch, system_language
from tn_desktop.gui.load_ahead import LoadAhead, modules
from tn_desktop.gui.main_window import MainWindow
from tn_desktop.gui.single_instance import SingleInstance, bring_to_front
from tn_desktop.gui.tasks import PAUSE, Tasks
from tn_desktop.gui.threads import MainThreadRest
from tn_desktop.gui.widgets.icons import app_icon
from tn_desktop.model.errors import AppError
from tn_desktop.model.resources import resource_path
from tn_desktop.store.file_kind import is_plain
from tn_desktop.store.log import log_uncaught, start_crash_log, start_log, stop_logs
from tn_desktop.store.places import profile_of
from tn_desktop.store.profile import Profile
from tn_desktop.store.traces import clear, keep_to

if TYPE_CHECKING:
    from tn_desktop.store.database import Database

log = logging.getLogger("tn_desktop")
PROFILE_VARIABLE = "TN_DESKTOP_PROFILE"
PAINTED_WITHIN = 0.5
"""Seconds that the store waits for the first rows to be painted."""
PICTURE_SIZE = (1366, 768)
PICTURE_TIMEOUT = 60_000
"""Milliseconds a picture may take before the program gives up."""


@dataclass(frozen=True)
class Options:
    """What was given on the command line.

    Attributes:
        profile: folder of every file, or None for the system's places.
        language: "tr", "en" or "" for the remembered or the system's.
        picture: where to put a picture of the window, which then closes.
        database: address of another database than the profile's own; never shown, since it may hold a password.
    """

    profile: Path | None = None
    language: str = ""
    picture: Path | None = None
    database: str = field(default="", repr=False)

    @classmethod
    def read(cls, arguments: list[str]) -> "Options":
        """From arguments that `wants_window` let pass.

        Raises:
            ValueError: a value or option is not known here; its text says which.
        """
        given: dict[str, str] = {}
        rest = iter(arguments)
        for argument in rest:
            name, equals, value = argument.partition("=")
            given[name] = value if equals else next(rest)
        for name in given:
            if name not in ("--profile", "--lang", "--screenshot", "--database"):
                raise ValueError(f"{name} is for the command line. Add a command, or leave it out.")
        language = given.get("--lang", "")
        if language and language not in NAMES:
            raise ValueError(f"--lang {language} is not known. Choose tr or en.")
        place = given.get("--profile") or os.environ.get(PROFILE_VARIABLE)
        picture = given.get("--screenshot")
        database = given.get("--database", "")
        return cls(Path(place) if place else None, language, Path(picture) if picture else None, database)

    def find_profile(self) -> Profile:
        """The profile these options name.

        Raises:
            Refused: the database is none this program opens.
        """
        return profile_of(self.profile, self.database)


class Application:
    """The running program: owns every part.

    Attributes:
        window: the one window.
        context: what panes are given.
        ahead: imports what the panes are made of.
    """

    def __init__(self, qt: QApplication, profile: Profile, options: Options) -> None:
        # Qt would share out the painting of a scroll bar among threads and wait for them. While the reading threads
        # work no processor is free for those: the window would stand still for as long as a search takes.
        os.environ.setdefault("QT_NO_GUI_THREADPOOL", "1")
        self._qt = qt
        self._profile = profile
        self._options = options
        self._crash_log: IO[str] | None = None
        settings = QSettings(str(profile.window_state), QSettings.Format.IniFormat)
        remembered = str(settings.value("language") or "")
        language = options.language or (remembered if remembered in NAMES else system_language())
        self._languages = LanguageSwitch()
        self._languages.use(language)
        use_appearance(str(settings.value("appearance") or ""))
        self.tasks = Tasks()
        self.context = Context(self.tasks, settings, Navigator(), language)
        self.window = MainWindow(self.context, self._languages)
        self.window.painted.connect(self._open_store)
        self.window.retry_wanted.connect(self._open_store)
        self.window.opened.connect(self._ask_owner)
        self.window.safety.known = profile
        self.window.safety.profile_changed.connect(self._use_profile)
        rest = MainThreadRest(PAUSE)
        self._collector = MainThreadCollector(self.window, pausing=lambda: rest.look() and self.tasks.rests)
        self._collector.start()
        self.ahead = LoadAhead(modules(), self.window)
        self.ahead.loaded.connect(self._collector.settle)
        self.window.first_data.connect(self.ahead.begin)

    def show(self) -> None:
        """Show the window; the store is opened as soon as it is painted."""
        if self._profile.opened.is_dir():
            # What another program held when this one was closed, or what a power cut left.
            threading.Thread(target=_clear_opened, args=(self._profile,), name="clear opened", daemon=True).start()
        self.window.show()

    def close(self) -> None:
        """Finish what was handed over and close every file but the logs."""
        untouched = self.window.left_for_stick and self._is_untouched()
        self.ahead.stop()
        self.window.safety.rescuing.stop()
        self.window.safety.finish_work()
        self.tasks.close()
        if self._profile.opened.is_dir():
            _clear_opened(self._profile)
        self._collector.stop()
        self.context.settings.sync()
        if untouched:
            self._leave_nothing()

    def _is_untouched(self) -> bool:
        from tn_desktop.services.portable import is_untouched

        return self.tasks.database is not None and not self._profile.server and is_untouched(self.tasks.database)

    def _leave_nothing(self) -> None:
        """She went on with a notebook on a stick: the empty one that this start made on the laptop goes again."""
        from tn_desktop.store.traces import remove_empty

        self.end_logs()
        remove_empty(self._profile)

    def end_logs(self) -> None:
        """Close the logs too, where the process goes on: `run` keeps them to its end, for what dies there."""
        if self._crash_log is not None:
            stop_logs(self._crash_log)
            self._crash_log = None

    def _use_profile(self, profile: Profile) -> None:
        self._profile = self.window.safety.known = profile

    def _open_store(self) -> None:
        if self._is_locked():
            self.window.safety.ask_to_unlock(self._profile, at_start=True)
        else:
            self._open_unlocked_store()

    def _is_locked(self) -> bool:
        """Whether the data are encrypted, and the passphrase has not been given."""
        profile = self._profile
        return (
            not profile.server and profile.key is None and profile.key_file.exists() and not is_plain(profile.database)
        )

    def _open_unlocked_store(self) -> None:
        profile, window, painted = self._profile, self.window, threading.Event()
        window.first_rows.connect(painted.set)
        today = None if window.host.current or profile.server or profile.key else self.context.now().date()

        def opener() -> "Database":
            # What the day holds first; its rows are painted before this thread takes the processor for what is next.
            if today is not None:
                from tn_desktop.services.first_look import first_look

                if (found := first_look(profile.database, today)) is not None:
                    window.looked.emit(found)
                    painted.wait(PAINTED_WITHIN)
            # Before the threads that read begin, and after what is painted first.
            from tn_desktop.gui.heap import keep_small
            from tn_desktop.store.database import Database

            keep_small()
            return Database.open(profile, progress=lambda done, of: window.mending.emit((done, of)))

        if self._crash_log is None:
            self._start_logs()
        self.tasks.start(opener)

    def _start_logs(self) -> None:
        try:
            self._profile.make()
            start_log(self._profile)
            self._crash_log = start_crash_log(self._profile)
        except (AppError, OSError):
            return  # the store says what is wrong with the place
        log.info("started")

    def _ask_owner(self) -> None:
        """On the first start, and after she was erased; a picture shows the window as it is."""
        if self._options.picture is None:
            self.window.first_data.connect(self._ask_unknown_owner)

    def _ask_unknown_owner(self) -> None:
        if not (self.window.owner or {}).get("name"):
            self.window.ask_owner()


def _clear_opened(profile: Profile) -> None:
    """Take away the copies of files that were opened in other programs."""
    from tn_desktop.services.output_files import clear_opened

    clear_opened(profile)


def run(arguments: list[str]) -> int:
    """Open the window and stay until it is closed."""
    try:
        options = Options.read(arguments)
    except ValueError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    if options.picture is not None:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    QCoreApplication.setApplicationName("TN Desktop")
    qt = QApplication(sys.argv[:1])
    qt.setDesktopFileName("tn-desktop")
    qt.setWindowIcon(app_icon())
    _ensure_font(qt)
    try:
        profile = options.find_profile()
        profile.make()
    except AppError as error:
        sys.stderr.write(f"{sentence(error)}\n")
        return 1
    _leave_no_traces(profile)
    single = SingleInstance(profile.window_lock)
    if options.picture is None and not single.is_first():
        if single.show_first():
            return 0
        if not single.is_first():
            return 1
    application = Application(qt, profile, options)
    sys.excepthook = _uncaught(application.window)
    single.wanted.connect(lambda: bring_to_front(application.window))
    application.window.painted.connect(single.listen)
    if options.picture is not None:
        _take_picture(application, options.picture)
    application.show()
    status = qt.exec()
    application.close()
    single.close()
    clear(profile)
    return status


def _leave_no_traces(profile: Profile) -> None:
    """Where a portable notebook is opened: Qt's own settings, such as folders of file dialogs, lie on the stick too."""
    if profile.portable:
        keep_to(profile)
        for format_ in (QSettings.Format.NativeFormat, QSettings.Format.IniFormat):
            QSettings.setPath(format_, QSettings.Scope.UserScope, str(profile.directory / "qt"))


def _uncaught(window: MainWindow) -> Callable[[type[BaseException], BaseException, TracebackType | None], None]:
    def hook(kind: type[BaseException], error: BaseException, where: TracebackType | None) -> None:
        log_uncaught(kind, error, where, log)
        if not issubclass(kind, KeyboardInterrupt):
            QTimer.singleShot(0, window, lambda: window.show_crash(error))

    return hook


def _take_picture(application: Application, file: Path) -> None:
    """Once the first data is shown: save a picture and end; 1 if it cannot be saved or takes too long."""
    window = application.window
    window.resize(*PICTURE_SIZE)

    def take() -> None:
        QCoreApplication.exit(0 if window.grab().save(str(file)) else 1)

    window.first_data.connect(lambda: QTimer.singleShot(0, window, take))
    application.tasks.refused.connect(
        lambda error: (sys.stderr.write(f"{sentence(error)}\n"), QCoreApplication.exit(1))
    )
    QTimer.singleShot(PICTURE_TIMEOUT, window, lambda: QCoreApplication.exit(1))


def _ensure_font(qt: QApplication) -> None:
    """A computer without any font (a server that takes pictures) gets the one of the sheets."""
    if not QFontDatabase.families():
        QFontDatabase.addApplicationFont(str(resource_path("fonts", "TNSans-Regular.ttf")))
        QFontDatabase.addApplicationFont(str(resource_path("fonts", "TNSans-Bold.ttf")))
        font = qt.font()
        font.setFamily("TN Sans")
        qt.setFont(font)
