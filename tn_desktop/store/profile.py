"""Where a profile keeps its files."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from tn_desktop.model.errors import StoreError
from tn_desktop.model.messages import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from tn_desktop.store.keys import DataKey

APP_NAME = "tn-desktop"


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
    def files(self) -> Path:
        """Copies of the files of outputs."""
        return self.directory / "files"

    @property
    def window_state(self) -> Path:
        """Column widths, splitters, language: an INI file of QSettings."""
        return self.directory / "window.ini"

    def make(self) -> None:
        """Create the folders.

        Raises:
            StoreError: the place cannot be written to.
        """
        try:
            self.directory.mkdir(parents=True, exist_ok=True)
            self.logs.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StoreError(
                QT_TRANSLATE_NOOP("errors", "The folder {folder} cannot be written to. Choose another with --profile."),
                folder=str(self.directory),
            ) from error
