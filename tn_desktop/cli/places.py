"""A profile whose database is a file of any name."""

from dataclasses import dataclass
from pathlib import Path

from tn_desktop.store.profile import Profile


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
