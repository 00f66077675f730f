"""Files of outputs as they were kept at first: copies in a folder of the profile, unencrypted, under their own names.

They go into the store of contents when the data are opened; the rows that name them stay as they are.
"""

import logging
import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sqlalchemy import select

from tn_desktop.model.entities.base import table_of
from tn_desktop.model.entities.solutions import Output
from tn_desktop.store.encrypting import wipe
from tn_desktop.store.file_store import PIECE
from tn_desktop.store.profile import Profile

if TYPE_CHECKING:
    from tn_desktop.store.database import Database

log = logging.getLogger(__name__)
_CONTENT: Final = re.compile(r"[0-9a-f]{32}")
_output = table_of(Output)


def take_in_old(db: "Database") -> None:
    """Keep what lies there and remove it; where other data may share the folder, only what these need, and it stays.

    Raises:
        StoreError: a file cannot be written; what was not taken in stays where it is.
    """
    shared = type(db.profile) is not Profile
    needed = _needed(db) if shared else frozenset()
    for folder in sorted(db.profile.old_files.iterdir()):
        if _CONTENT.fullmatch(folder.name) and folder.is_dir():
            if not shared or (folder.name in needed and db.files.find(folder.name) is None):
                _take_in(db, folder, remove=not shared)
        elif not shared and folder.name.startswith("unfinished-") and folder.is_file():
            wipe(folder)
    if not shared:
        with suppress(OSError):
            db.profile.old_files.rmdir()


def _take_in(db: "Database", folder: Path, *, remove: bool) -> None:
    for file in [one for one in folder.iterdir() if one.is_file()]:
        try:
            if db.files.find(folder.name) is None and not db.files.add(pieces(file)).startswith(folder.name):
                log.warning("a kept file is not what it was")
            if remove:
                wipe(file)
        except OSError as error:
            # In use or write-protected: the next time.
            log.warning("a kept file could not be taken in: %s", type(error).__name__)
    if remove:
        with suppress(OSError):
            folder.rmdir()


def pieces(file: Path) -> Iterator[bytes]:
    """A file in pieces.

    Raises:
        OSError: it cannot be read.
    """
    with file.open("rb") as opened:
        while piece := opened.read(PIECE):
            yield piece


def _needed(db: "Database") -> set[str]:
    with db.read() as connection:
        rows = connection.execute(select(_output.c.file).where(_output.c.file.is_not(None))).scalars()
        return {file.partition("/")[0][:32] for file in rows}
