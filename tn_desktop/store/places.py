"""Which database: the profile's own file, another file, or one on a PostgreSQL server."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from tn_desktop.model.errors import Refused
from tn_desktop.model.messages import QT_TRANSLATE_NOOP
from tn_desktop.store.profile import CONTENT_FILE, Profile

SQLITE: Final = "sqlite:///"
DRIVER: Final = "postgresql+psycopg"
SERVERS: Final = (DRIVER, "postgresql", "postgres")
"""Schemes of a server's address; the short ones are what other programs call it."""


@dataclass(frozen=True)
class FileProfile(Profile):
    """The files beside a database that --database names.

    Attributes:
        file: the SQLite file.
    """

    file: Path

    @property
    def database(self) -> Path:
        """The SQLite file."""
        return self.file

    @property
    def device_file(self) -> Path:
        """What binds the device id to this file."""
        return self.file.with_name(self.file.name + ".device.json")

    @property
    def content_file(self) -> Path:
        """The contents of the files of this database's outputs."""
        return self.file.with_name(f"{self.file.name}.{CONTENT_FILE}")

    @property
    def key_file(self) -> Path:
        """The wrapped key of this file, where it is encrypted."""
        return self.file.with_name(self.file.name + ".keys.json")


@dataclass(frozen=True)
class ServerProfile(Profile):
    """A profile whose data are on a PostgreSQL server; its folder holds the log, the window's state, backups.

    Attributes:
        url: the server's address, perhaps with a password: never shown, never logged.
    """

    url: str = field(repr=False)

    @property
    def server(self) -> str:
        """The server's address."""
        return self.url

    @property
    def database(self) -> Path:
        """There is no file; the one in the profile's folder is another notebook, which nothing may touch by mistake."""
        raise AssertionError("the data are on a server")

    @property
    def device_file(self) -> Path:
        """What is known here of the server's database: its device id, and the highest stamp that left it from here."""
        return self.directory / f"server-{self._mark}.json"

    @property
    def backups(self) -> Path:
        """Apart from those of the notebook in the same folder."""
        return self.directory / f"server-{self._mark}-backups"

    @property
    def place(self) -> str:
        """Which server and which database on it."""
        parts = urlsplit(self.url)
        return parts.netloc.rpartition("@")[2] + parts.path

    @property
    def window_lock(self) -> Path:
        """Held by the window that shows the server's data; the profile's own data may be open beside it."""
        return self.directory / f"window-{self._mark}.lock"

    @property
    def _mark(self) -> str:
        import hashlib  # loads OpenSSL, which a start without a server does not need

        parts = urlsplit(self.url)
        place = f"{parts.netloc.rpartition('@')[2]}{parts.path}?{parts.query}"
        return hashlib.sha256(place.encode()).hexdigest()[:12]


def profile_of(folder: Path | None, url: str | None) -> Profile:
    """The profile in `folder` (or in the system's places) with the database that `url` names, if it names one.

    Raises:
        Refused: this program opens no such database.
    """
    profile = Profile.at(folder.absolute()) if folder else Profile.default()
    if not url:
        return profile
    scheme = url.partition(":")[0]
    if scheme in SERVERS:
        return ServerProfile(profile.directory, profile.logs, DRIVER + url.removeprefix(scheme))
    if not url.startswith(SQLITE) or not url.removeprefix(SQLITE):
        # The rest of it may hold a password.
        raise Refused(
            QT_TRANSLATE_NOOP(
                "errors",
                "“{url}” is not a database this program opens. Write it like sqlite:///FILE or "
                "postgresql+psycopg://USER@SERVER/NAME.",
            ),
            url=scheme,
        )
    file = Path(url.removeprefix(SQLITE)).absolute()
    return FileProfile(file.parent, profile.logs if folder else file.parent / "logs", file)
