"""Files of outputs, and workbooks that wait, as they were kept at first: copies in folders of the profile, unencrypted.

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
from tn_desktop.model.entities.exchange import HeldFile
from tn_desktop.model.entities.solutions import Output
from tn_desktop.store.encrypting import wipe
from tn_desktop.store.file_store import PIECE, SHORT
from tn_desktop.store.profile import Profile

if TYPE_CHECKING:
    from tn_desktop.store.database import Database

log = logging.getLogger(__name__)
_CONTENT: Final = re.compile(r"[0-9a-f]{32}")
_output, _held = table_of(Output), table_of(HeldFile)


def take_in_old(db: "Database") -> None:
    """Keep what lies there and remove it; where other data may share the folder, only what these need, and it stays.

    Raises:
        StoreError: a file cannot be written; what was not taken in stays where it is.
    """
    shared = type(db.profile) is not Profile
    needed = _needed(db) if shared else frozenset()
    for folder in _entries(db.profile.old_files):
        if _CONTENT.fullmatch(folder.name) and folder.is_dir():
            if not shared or (folder.name in needed and db.files.find(folder.name) is None):
                for file in _entries(folder):
                    _take_in(db, file, folder.name, remove=not shared)
                _leave(folder, shared)
        elif not shared and folder.name.startswith("unfinished-") and folder.is_file():
            wipe(folder)
    for file in _entries(db.profile.old_held):
        if not shared or (file.stem[:SHORT] in needed and db.files.find(file.stem) is None):
            _take_in(db, file, file.stem, remove=not shared)
    for place in (db.profile.old_files, db.profile.old_held):
        _leave(place, shared)


def _entries(folder: Path) -> list[Path]:
    return sorted(folder.iterdir()) if folder.is_dir() else []


def _leave(folder: Path, shared: bool) -> None:
    if not shared:
        with suppress(OSError):
            folder.rmdir()


def _take_in(db: "Database", file: Path, digest: str, *, remove: bool) -> None:
    if not file.is_file() or file.suffix == ".part":
        return
    try:
        if db.files.find(digest) is None and not db.files.add(pieces(file)).startswith(digest):
            log.warning("a kept file is not what it was")
        if remove:
            wipe(file)
    except OSError as error:
        # In use or write-protected: the next time.
        log.warning("a kept file could not be taken in: %s", type(error).__name__)


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
        waiting = connection.execute(select(_held.c.fingerprint)).scalars()
        return {text.partition("/")[0][:SHORT] for text in (*rows, *waiting)}
