"""Files of outputs on their way: beside the workbook, each a file of its own in the folder “TN-files”.

They are named by content, so that the same one is written once whoever sends it, and a receiver looks for exactly the
names of what is missing: nothing that lies there is believed before its SHA-256 is what a record says, and no name
that somebody chose is ever used. What has not come yet may come later, also by itself.
"""

import hashlib
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, select

from tn_desktop.exchange.export.target import new_file
from tn_desktop.exchange.sync.scope import Ids
from tn_desktop.exchange.sync.sealed import Secret, is_sealed
from tn_desktop.model.entities.base import table_of
from tn_desktop.model.entities.solutions import Output
from tn_desktop.model.errors import FileRefused
from tn_desktop.model.messages import QT_TRANSLATE_NOOP
from tn_desktop.services.output_files import LARGEST, MOST_IN_ALL, Reference, missing, reference
from tn_desktop.store.database import Database
from tn_desktop.store.file_store import SHORT
from tn_desktop.store.old_files import pieces

FOLDER: Final = "TN-files"
ENDING: Final = ".tnfile"
_LONGEST: Final = LARGEST + LARGEST // 100 + 1024
"""Bytes of the largest file, encrypted."""
_REST_AFTER: Final = 86_400.0
"""Seconds after which a temporary file is one that nobody writes any more."""
_output = table_of(Output)

Progress = Callable[[int, int], None]
"""(bytes done, of); may raise Cancelled."""
Mark = tuple[str, int, int]
"""Path, size and time of change (ns) of a file: another mark, another file."""

_STRANGE: Final = QT_TRANSLATE_NOOP(
    "errors", "“{file}” belongs to no output here. Take in the workbook it came with first, then this file."
)
_THERE: Final = QT_TRANSLATE_NOOP("errors", "This file was taken in already.")
_TOO_LARGE: Final = QT_TRANSLATE_NOOP("errors", "“{file}” is larger than any file that is kept here ({most} MB).")


class There(FileRefused):
    """The content is here already."""


@dataclass
class Beside:
    """What was done with files beside workbooks.

    Attributes:
        taken: contents that came.
        waiting: those that have not come yet.
    """

    taken: list[Reference] = field(default_factory=list)
    waiting: list[Reference] = field(default_factory=list)


# --- giving


def of_rows(connection: Connection, ids: Ids | None, lsn: int) -> tuple[Reference, ...]:
    """What the living outputs of a workbook lead to: those of the ids (None: all) that were written after `lsn`."""
    statement = select(_output.c.id, _output.c.file).where(_output.c.file.is_not(None), _output.c.alive == 1)
    rows = connection.execute(statement.where(_output.c.lsn > lsn)).all()
    found = (reference(row.file) for row in rows if ids is None or row.id in ids[_output.name])
    return tuple({one.short: one for one in found if one is not None}.values())


def give(
    db: Database,
    wanted: Iterable[Reference],
    folder: Path,
    secret: Secret,
    progress: Progress = lambda done, of: None,
) -> list[Path]:
    """Write the contents that are here into “TN-files” in a folder, and return the new files; what is there stays.

    Raises:
        FileRefused: one cannot be written; those before it are there. StoreError: one is damaged here.
    """
    there = {digest[:SHORT]: one for digest, one in db.files.all().items()}
    kept = [there[one.short] for one in wanted if one.short in there]
    due = [
        (one, path)
        for one in kept
        if not _is_whole(path := folder / FOLDER / f"{secret.name_of(one.digest)}{ENDING}", secret.size_of(one.size))
    ]
    total, done = sum(one.size for one, _path in due), 0
    made: list[Path] = []
    for one, path in due:
        _make(path.parent)
        with new_file(path) as out:
            for block in secret.seal(db.files.read(one.digest)):
                out.write(block)
                done += len(block)
                progress(min(done, total), total)
        made.append(path)
    _clear(folder / FOLDER)
    return made


def names(wanted: Iterable[Reference], secret: Secret) -> set[str]:
    """The names under which contents travel."""
    return {f"{secret.name_of(one.digest)}{ENDING}" for one in wanted}


def _is_whole(path: Path, size: int) -> bool:
    try:
        return path.is_file() and path.stat().st_size == size
    except OSError:
        return False


def _make(folder: Path) -> None:
    # What is wrong with the place is said by the writing itself.
    with suppress(OSError):
        folder.mkdir(exist_ok=True)


def _clear(folder: Path) -> None:
    """Take away what a program leaves that was killed while it wrote."""
    with suppress(OSError):
        for file in folder.glob("~*.tmp"):
            if time.time() - file.stat().st_mtime > _REST_AFTER:
                file.unlink()


# --- taking


def take_beside(
    db: Database,
    folders: Iterable[Path],
    secret: Secret,
    tried: set[Mark] | None = None,
    progress: Progress = lambda done, of: None,
) -> Beside:
    """Take in what is missing and lies in one of the folders, or in “TN-files” there.

    Args:
        tried: files that are not what is missing; they are not read again until they change.

    Raises:
        StoreError: it cannot be kept. Cancelled: `progress` says so; what was taken in stays.
    """
    beside = Beside()
    with db.read() as connection:
        wanted = missing(connection, db.files)
    places = [place for folder in dict.fromkeys(folders) for place in (folder / FOLDER, folder)] if wanted else []
    for one in wanted.values():
        found = any(_take(db, one, path, secret, tried, progress) for path in _candidates(one, places, secret))
        (beside.taken if found else beside.waiting).append(one)
    return beside


def _candidates(one: Reference, places: Iterable[Path], secret: Secret) -> Iterator[Path]:
    for place in places:
        yield place / f"{one.short}{ENDING}"
        if secret:
            yield place / f"{secret.name_of(one.digest)}{ENDING}"


def _take(
    db: Database, one: Reference, path: Path, secret: Secret, tried: set[Mark] | None, progress: Progress
) -> bool:
    mark = _mark(path)
    if mark is None or (tried is not None and mark in tried) or mark[1] > _LONGEST:
        return False
    try:
        if _taken(db, path, secret if path.stem != one.short else Secret(""), one.digest, progress):
            return True
    except (OSError, FileRefused):
        pass  # on its way, or none of ours
    if tried is not None:
        tried.add(mark)
    return False


def _mark(path: Path) -> Mark | None:
    try:
        info = path.stat()
        return (str(path), info.st_size, info.st_mtime_ns) if path.is_file() else None
    except OSError:
        return None


def take_file(db: Database, file: Path, secret: Secret, *, rehearse: bool = False) -> Reference:
    """Take in a file that somebody chose, whatever its name is now.

    Raises:
        There: the content is here. PasswordNeeded: it is encrypted, and the passphrase is missing or another.
        FileRefused: no record leads to it, it is not whole, or too large.
    """
    with db.read() as connection:
        wanted = missing(connection, db.files)
    try:
        if file.stat().st_size > _LONGEST:
            raise FileRefused(_TOO_LARGE, file=file.name, most=LARGEST // 1_048_576)
        # Somebody may keep a file that travelled as the file of an output.
        for reader in (Secret(""), *([secret] if is_sealed(file) else [])):
            digest = _digest(reader.unseal(file) if reader is secret else pieces(file))
            if db.files.find(digest) is not None:
                raise There(_THERE)
            one = wanted.get(digest[:SHORT])
            if one is not None and digest.startswith(one.digest) and (rehearse or _taken(db, file, reader, one.digest)):
                return one
    except OSError as error:
        raise FileRefused(
            QT_TRANSLATE_NOOP("errors", "The file could not be copied ({detail})."),
            detail=error.strerror or str(error),
        ) from error
    raise FileRefused(_STRANGE, file=file.name)


def _taken(db: Database, path: Path, secret: Secret, wanted: str, progress: Progress = lambda done, of: None) -> bool:
    """Keep a content if its digest is that, or begins like that; it is read once to see, once to keep."""
    size = path.stat().st_size
    if not _digest(_content(path, secret), lambda done: progress(done, 2 * size)).startswith(wanted):
        return False
    if db.files.total() + size > MOST_IN_ALL:
        return False
    digest = db.files.add(_content(path, secret), lambda done: progress(min(2 * size, size + done), 2 * size))
    if digest.startswith(wanted):
        return True
    db.files.remove([digest])
    return False


def _content(file: Path, secret: Secret) -> Iterator[bytes]:
    return secret.unseal(file) if secret else pieces(file)


def _digest(content: Iterable[bytes], watch: Callable[[int], None] = lambda done: None) -> str:
    total, done = hashlib.sha256(), 0
    for piece in content:
        total.update(piece)
        done += len(piece)
        watch(done)
    return total.hexdigest()
