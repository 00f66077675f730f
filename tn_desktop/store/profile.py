"""Where a profile keeps its files."""

import stat
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from tn_desktop.model.errors import StoreError
from tn_desktop.model.messages import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from tn_desktop.store.keys import DataKey

APP_NAME = "tn-desktop"
CONTENT_FILE = "files.db"
"""The contents of files, beside the data and beside their backups."""


_FOREIGN = QT_TRANSLATE_NOOP(
    "errors",
    "“{file}” in the folder of the notebook is not what the program puts there. Do not open this notebook if somebody "
    "else had it; else take that file away and try again.",
)
LARGEST_SMALL = 1 << 20
"""Bytes of the largest file of settings or keys: each is some kilobytes."""


@dataclass(frozen=True)
class Profile:
    """The folder that holds one user's database and everything beside it.

    Attributes:
        directory: holds the database, the device file, backups, window state.
        logs: holds the log; inside `directory` unless the places are the system's.
        key: what the data are encrypted with; None where they are not, or have not been unlocked.
    """

    directory: Path
    logs: Path
    key: "DataKey | None" = field(default=None, repr=False, compare=False, kw_only=True)

    @classmethod
    def at(cls, directory: Path) -> "Profile":
        """A profile whose every file is in `directory`."""
        return cls(directory, directory / "logs")

    @classmethod
    def default(cls) -> "Profile":
        """The profile in the places the system gives to programs."""
        from platformdirs import PlatformDirs

        places = PlatformDirs(APP_NAME, appauthor=False, roaming=False)
        return cls(Path(places.user_data_dir), Path(places.user_log_dir))

    @property
    def database(self) -> Path:
        """The SQLite file."""
        return self.directory / "tn-desktop.db"

    @property
    def server(self) -> str:
        """The address of the PostgreSQL server that holds the data instead of the file; "" where there is none."""
        return ""

    @property
    def place(self) -> str:
        """Where the data lie, as it is shown."""
        return str(self.directory)

    @property
    def window_lock(self) -> Path:
        """Held by the window that shows these data, since there is one window at a time."""
        return self.directory / "window.lock"

    @property
    def key_file(self) -> Path:
        """The wrapped key of encrypted data."""
        return self.directory / "keys.json"

    @property
    def device_file(self) -> Path:
        """What binds the device id to this machine and place."""
        return self.directory / "device.json"

    @property
    def backups(self) -> Path:
        """Copies made before migrations and on demand."""
        return self.directory / "backups"

    @property
    def portable_mark(self) -> Path:
        """Lies in a profile that is carried from computer to computer (store/portable.py)."""
        return self.directory / "portable.json"

    @property
    def portable(self) -> bool:
        """Whether the profile is carried from computer to computer, none of which is hers."""
        return self.portable_mark.exists()

    @property
    def temp(self) -> Path:
        """Files for a moment only, of a portable profile; others use the system's place."""
        return self.directory / "temp"

    @property
    def content_file(self) -> Path:
        """The contents of the files of outputs (store/file_store.py)."""
        return self.directory / CONTENT_FILE

    @property
    def old_files(self) -> Path:
        """Where those files lay by name until they were taken into `content_file` (store/old_files.py)."""
        return self.directory / "files"

    @property
    def old_held(self) -> Path:
        """Where workbooks that wait lay until they were taken into `content_file` too."""
        return self.directory / "held"

    @property
    def opened(self) -> Path:
        """Copies of files that are open in other programs just now."""
        return self.directory / "opened"

    @property
    def window_state(self) -> Path:
        """Column widths, splitters, language: an INI file of QSettings, in the clear; looks only (gui/choices.py)."""
        return self.directory / "window.ini"

    def check(self) -> None:
        """Look that nobody has put a pipe, a device, a folder or a huge file where the program reads one of its own,
        and in a profile that is carried along no link that leads out of it.

        Raises:
            StoreError: which, and what to do.
        """
        small = (self.key_file, self.device_file, self.portable_mark, self.window_state)
        large = () if self.server else (self.database, self.content_file)
        for file in (*small, *large):
            try:
                found = file.stat()
                link = file.is_symlink()
            except OSError:
                continue
            size = found.st_size if file in small else 0
            if not stat.S_ISREG(found.st_mode) or size > LARGEST_SMALL or (link and self.portable):
                raise StoreError(_FOREIGN, file=file.name)
        for folder in (self.logs, self.backups, self.temp, self.opened):
            if self.portable and folder.is_symlink():
                raise StoreError(_FOREIGN, file=folder.name)

    def make(self) -> None:
        """Create the folders.

        Raises:
            StoreError: the place cannot be written to, or something that is no file lies where one of its files does.
        """
        self.check()
        try:
            self.directory.mkdir(parents=True, exist_ok=True)
            self.logs.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StoreError(
                QT_TRANSLATE_NOOP(
                    "errors",
                    "The folder {folder} cannot be written to. Make it writable, or start with another (--profile).",
                ),
                folder=str(self.directory),
            ) from error
