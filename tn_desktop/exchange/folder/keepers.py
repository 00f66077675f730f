"""Whether a folder is one that a sync tool keeps: no place for a database that is open."""

import os
from pathlib import Path
from typing import Final

MARKS: Final = {
    ".stfolder": "Syncthing",
    ".owncloudsync.log": "ownCloud",
    ".nextcloudsync.log": "Nextcloud",
    ".sync-exclude.lst": "Nextcloud",
    ".dropbox": "Dropbox",
    ".dropbox.cache": "Dropbox",
    ".tmp.drivedownload": "Google Drive",
    ".tmp.driveupload": "Google Drive",
    ".megaignore": "MEGA",
}
"""Files or folders that a tool leaves in the folder it keeps."""
BEGINNINGS: Final = {".sync_": "Nextcloud", "._sync_": "Nextcloud"}
"""How the names of a tool's own databases begin."""
FOLDERS: Final = {
    "onedrive": "OneDrive",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "dropbox": "Dropbox",
    "google drive": "Google Drive",
    "icloud drive": "iCloud",
    "iclouddrive": "iCloud",
    "com~apple~clouddocs": "iCloud",
    "yandex.disk": "Yandex.Disk",
    "yandexdisk": "Yandex.Disk",
}
"""What the tools call their folder unless told otherwise; OneDrive adds the name of the firm: “OneDrive - …”."""
VARIABLES: Final = ("OneDrive", "OneDriveConsumer", "OneDriveCommercial")
"""Where Windows says that OneDrive's folders are."""


def keeper_of(place: Path) -> str:
    """The sync tool that keeps the folder `place` or one above it; "" for none that is known."""
    place = place.absolute()
    above = [place, *place.parents]
    for variable in VARIABLES:
        named = os.environ.get(variable)
        if named and Path(named) in above:
            return "OneDrive"
    for folder in above:
        found = _by_marks(folder) or _by_name(folder.name)
        if found:
            return found
    return ""


def _by_marks(folder: Path) -> str:
    for mark, tool in MARKS.items():
        # In the home folder, .dropbox is a folder with the tool's own settings.
        if (folder / mark).is_file() or (mark != ".dropbox" and (folder / mark).exists()):
            return tool
    try:
        names = [entry.name for entry in os.scandir(folder) if entry.name.startswith(tuple(BEGINNINGS))]
    except OSError:
        return ""
    for name in names:
        if name.endswith(".db"):
            return next(tool for beginning, tool in BEGINNINGS.items() if name.startswith(beginning))
    return ""


def _by_name(name: str) -> str:
    name = name.casefold()
    return FOLDERS.get(name) or ("OneDrive" if name.startswith("onedrive -") else "")
