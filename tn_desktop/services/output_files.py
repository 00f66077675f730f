"""Files of outputs: their contents are kept by content (store/file_store.py), their names in the rows.

An output's `file` is "‹SHA-256 of the content›/‹name›" (of the first days: its first 32 digits). The text travels with
the row and the content in a file of its own, which may come later; until then the name alone is shown. A name that a
row brings is never a path: what is written to disk is named by `safe_name`, in a folder that we choose.
"""

import hashlib
import json
import os
import re
import secrets
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, select

from tn_desktop.model.entities.base import table_of
from tn_desktop.model.entities.exchange import Conflict, HeldFile
from tn_desktop.model.entities.solutions import Output
from tn_desktop.model.errors import FieldError, FileRefused, Refused
from tn_desktop.model.messages import QT_TRANSLATE_NOOP
from tn_desktop.model.text import composed
from tn_desktop.store.database import Database
from tn_desktop.store.encrypting import wipe
from tn_desktop.store.file_store import PIECE, SHORT, FileStore
from tn_desktop.store.profile import Profile

LARGEST: Final = 200 * 1024 * 1024
"""Bytes of one file. What is larger is better shared by a link."""
MOST_IN_ALL: Final = 4_000 * 1024 * 1024
"""Bytes of all files: a backup in one file, and a stick with FAT, hold no more."""
LONGEST: Final = 120
"""Letters of a name: some file systems allow 255 bytes, and a letter may take four."""
_KEPT: Final = re.compile(r"([0-9a-f]{32}|[0-9a-f]{64})/([^/\\]+)", re.DOTALL)
_FORBIDDEN: Final = frozenset('<>:"/\\|?*')
_RESERVED: Final = re.compile(r"(?i:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])")
PROGRAMS: Final = frozenset(
    """.exe .com .bat .cmd .msi .msp .msix .appx .scr .cpl .msc .ps1 .psm1 .vbs .vbe .js .jse .wsf .wsh .hta .jar .jnlp
    .lnk .url .pif .reg .inf .scf .chm .gadget .application .sh .bash .csh .command .desktop .appimage .run .bin .app
    .pkg .dmg .iso .img .vhd .py .pyw .pyc .pl .rb .php .dll .so .xll .xlam .ppam""".split()
)
"""Endings of files that would run, or bring programs along, when they are opened: they are only saved elsewhere."""
Watch = Callable[[int, int], None]
"""(bytes done, of); may raise Cancelled."""
_output, _conflict, _held = table_of(Output), table_of(Conflict), table_of(HeldFile)


@dataclass(frozen=True, slots=True)
class Reference:
    """What an output's `file` says: the digest of the content (32 or 64 digits), and a name safe on every system."""

    digest: str
    name: str

    @property
    def short(self) -> str:
        """The digits that every reference to this content has in common."""
        return self.digest[:SHORT]


def safe_name(name: str) -> str:
    """A name that is one on every system: no path, nothing invisible, no reserved word; letters stay as they are.

    >>> safe_name("../../Ders planı: 1. sınıf?.pdf")
    'Ders planı 1. sınıf.pdf'
    """
    plain = composed(name.replace("\\", "/").rpartition("/")[2])
    # Categories C: control characters, and those that turn the direction of what follows (a name that lies).
    kept = "".join(letter for letter in plain if unicodedata.category(letter)[0] != "C" and letter not in _FORBIDDEN)
    kept = kept.strip(" .")
    stem, dot, ending = kept.rpartition(".")
    if not dot:
        stem, ending = kept, ""
    ending = ending[:16]
    stem = stem[: LONGEST - len(ending) - len(dot)].rstrip(" .")
    if _RESERVED.fullmatch(stem.partition(".")[0].rstrip(" ")):
        stem = f"{stem}_"
    return f"{stem}{dot}{ending}" if stem else f"file{dot}{ending}"


def reference(kept: str | None) -> Reference | None:
    """What an output's `file` refers to; None for any other text."""
    found = _KEPT.fullmatch(kept or "")
    return Reference(found.group(1), safe_name(found.group(2))) if found else None


def name_of(kept: str | None) -> str:
    """The name of an output's file as people know it; any other text as it is."""
    found = reference(kept)
    return found.name if found else kept or ""


def runs(name: str) -> bool:
    """Whether opening a file of this name could run something."""
    return Path(name).suffix.casefold() in PROGRAMS


def is_here(db: Database, kept: str | None) -> bool:
    """Whether this computer (or the server) has the content."""
    found = reference(kept)
    return found is not None and db.files.find(found.digest) is not None


# --- taking in


def keep(db: Database, source: Path, watch: Watch = lambda done, of: None) -> str:
    """Keep the content of a file and return what an output's `file` is to hold; a content is kept once.

    Raises:
        FieldError: it is too large, no file, cannot be read, or all files together are too many bytes.
        StoreError: it cannot be kept. Cancelled: `watch` says so; nothing is left of it.
    """
    try:
        if not source.is_file():
            raise FieldError("file", QT_TRANSLATE_NOOP("errors", "“{name}” is not a file."), name=source.name)
        size = source.stat().st_size
        _refuse_large(size)
        known = db.files.find(_digest(source, size, watch))
        if known is None and db.files.total() + size > MOST_IN_ALL:
            raise FieldError(
                "file",
                QT_TRANSLATE_NOOP(
                    "errors",
                    "All files together would have more than {most} MB, which is as much as a backup holds. Put it "
                    "where it can be downloaded and give the link.",
                ),
                most=MOST_IN_ALL // 1_048_576,
            )
        if known is not None and db.files.stays(known):
            digest = known.digest
        else:
            digest = db.files.add(_pieces(source), lambda done: watch(size + done, 2 * size))
    except OSError as error:
        raise FieldError(
            "file",
            QT_TRANSLATE_NOOP("errors", "The file could not be copied ({detail})."),
            detail=error.strerror or str(error),
        ) from error
    return f"{digest}/{safe_name(source.name)}"


def _refuse_large(size: int) -> None:
    if size > LARGEST:
        raise FieldError(
            "file",
            QT_TRANSLATE_NOOP(
                "errors",
                "The file has {size} MB; up to {most} MB are kept. Put it where it can be downloaded and give the "
                "link.",
            ),
            size=-(-size // 1_048_576),
            most=LARGEST // 1_048_576,
        )


def _digest(source: Path, size: int, watch: Watch) -> str:
    total, done = hashlib.sha256(), 0
    for piece in _pieces(source):
        total.update(piece)
        done += len(piece)
        watch(done, 2 * size)
    return total.hexdigest()


def _pieces(source: Path) -> Iterator[bytes]:
    done = 0
    with source.open("rb") as reading:
        while piece := reading.read(PIECE):
            done += len(piece)
            _refuse_large(done)  # it may grow
            yield piece


# --- getting out


def save(db: Database, kept: str | None, target: Path, watch: Watch = lambda done, of: None) -> None:
    """Write the content of an output's file where the user wants it; it appears there whole or not at all.

    Raises:
        Refused: there is no file, or it has not come yet. FileRefused: it cannot be written there.
        StoreError: it is damaged. Cancelled: `watch` says so.
    """
    found = reference(kept)
    held = db.files.find(found.digest) if found else None
    if held is None:
        raise Refused(_NOT_HERE if found else _NO_FILE)
    if target.is_dir():
        raise FileRefused(
            QT_TRANSLATE_NOOP("errors", "“{file}” is a folder. Choose a name for the file."), file=target.name
        )
    part = target.with_name(f"~{secrets.token_hex(6)}.tmp")
    try:
        with part.open("xb") as writing:
            done = 0
            for piece in db.files.read(held.digest):
                writing.write(piece)
                done += len(piece)
                watch(done, held.size)
            writing.flush()
            os.fsync(writing.fileno())
        os.replace(part, target)
    except OSError as error:
        raise FileRefused(
            QT_TRANSLATE_NOOP("errors", "The file could not be copied ({detail})."),
            detail=error.strerror or str(error),
        ) from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def open_copy(db: Database, kept: str | None, watch: Watch = lambda done, of: None) -> Path:
    """A copy to open in another program, read-only, under the file's own name; `clear_opened` takes it away.

    Raises:
        Refused: it would run as a program. As `save`.
    """
    found = reference(kept)
    if found is not None and runs(found.name):
        raise Refused(
            QT_TRANSLATE_NOOP(
                "errors",
                "“{name}” could run a program on this computer, so it is not opened from here. Save a copy of it if "
                "you know where it comes from.",
            ),
            name=found.name,
        )
    place = db.profile.opened / secrets.token_hex(8)
    place.mkdir(parents=True, mode=0o700)
    copy = place / (found.name if found else "file")
    save(db, kept, copy, watch)
    copy.chmod(0o400)
    return copy


def clear_opened(profile: Profile) -> None:
    """Take away the copies that were opened; one that another program holds goes the next time."""
    if not profile.opened.is_dir():
        return
    for file in sorted(profile.opened.rglob("*"), reverse=True):
        with suppress(OSError):
            if file.is_dir() and not file.is_symlink():
                file.rmdir()
            else:
                file.chmod(0o600)
                wipe(file)
    with suppress(OSError):
        profile.opened.rmdir()


# --- what is needed


def needed(connection: Connection) -> dict[str, Reference]:
    """What records lead to, by the short digest: living outputs, and values that wait in a conflict."""
    rows = connection.execute(select(_output.c.file).where(_output.c.file.is_not(None), _output.c.alive == 1))
    lost = select(_conflict.c.lost).where(
        _conflict.c.entity == _output.name, _conflict.c.field == "file", _conflict.c.resolved.is_(None)
    )
    texts = [*rows.scalars(), *(json.loads(text) for text in connection.execute(lost).scalars() if text)]
    found = (reference(text) for text in texts if isinstance(text, str))
    return {one.short: one for one in found if one is not None}


def missing(connection: Connection, files: FileStore) -> dict[str, Reference]:
    """Those of them whose content has not come yet."""
    there = {digest[:SHORT] for digest in files.all()}
    return {short: one for short, one in needed(connection).items() if short not in there}


def tidy(db: Database) -> None:
    """Remove contents that nothing has led to for a month: what was replaced or removed could be taken back so long."""
    with db.read() as connection:
        wanted = needed(connection).keys() | _waiting(connection)
    db.files.need(lambda digest: digest[:SHORT] in wanted)


def _waiting(connection: Connection) -> set[str]:
    """Contents of workbooks that wait to be taken in."""
    return {print_[:SHORT] for print_ in connection.execute(select(_held.c.fingerprint)).scalars()}


def forget(db: Database, texts: Iterable[str]) -> None:
    """Remove the contents that these values of `file` led to, where nothing leads there any more."""
    erased = {one.digest for one in map(reference, texts) if one is not None}
    if not erased:
        return
    with db.read() as connection:
        rows = connection.execute(select(_output.c.file).where(_output.c.file.is_not(None))).scalars()
        held = {one.short for one in map(reference, rows) if one is not None} | needed(connection).keys()
        held |= _waiting(connection)
    kept = [db.files.find(digest) for digest in erased if digest[:SHORT] not in held]
    db.files.remove(one.digest for one in kept if one is not None)


_NO_FILE: Final = QT_TRANSLATE_NOOP("errors", "No file is kept with this output.")
_NOT_HERE: Final = QT_TRANSLATE_NOOP("errors", "The file has not come to this computer yet.")
