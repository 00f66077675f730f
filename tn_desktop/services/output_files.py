"""Files of outputs: copied into the profile, found again by their content and their own name.

An output's `file` is "‹hash of the content›/‹name›", and the file lies at that place in the profile's folder "files":
the same content is kept once, and it opens under the name it came with. The text travels with the row, the file does
not; on a laptop that has no copy the name alone is shown.
"""

import hashlib
import os
import re
import shutil
import unicodedata
from pathlib import Path
from typing import Final

from tn_desktop.model.errors import FieldError, Refused
from tn_desktop.model.messages import QT_TRANSLATE_NOOP

LARGEST: Final = 200 * 1024 * 1024
"""Bytes. What is larger is better shared by a link."""
DIGITS: Final = 32
"""Hex digits of SHA-256 that name a content."""
LONGEST: Final = 120
"""Letters of a name: some file systems allow 255 bytes, and a letter may take four."""
_KEPT: Final = re.compile(r"([0-9a-f]{32})/([^/\\]+)")
_FORBIDDEN: Final = frozenset('<>:"/\\|?*')
_RESERVED: Final = re.compile(r"(?i:con|prn|aux|nul|com[0-9]|lpt[0-9])")
PROGRAMS: Final = frozenset(
    """.exe .com .bat .cmd .msi .scr .ps1 .vbs .js .jar .sh .desktop .lnk .app .hta .pif .reg .url .wsf .command
    .appimage .py .pyw""".split()
)
"""Endings of files that would run when they are opened: they are kept, and shown in their folder instead."""
_STEP: Final = 1 << 20


def safe_name(name: str) -> str:
    """A name that is one on every system: no path, nothing invisible, no reserved word; letters stay as they are.

    >>> safe_name("../../Ders planı: 1. sınıf?.pdf")
    'Ders planı 1. sınıf.pdf'
    """
    plain = unicodedata.normalize("NFC", name.replace("\\", "/").rpartition("/")[2])
    # Categories C: control characters, and those that turn the direction of what follows (a name that lies).
    kept = "".join(letter for letter in plain if unicodedata.category(letter)[0] != "C" and letter not in _FORBIDDEN)
    kept = kept.strip(" .")
    stem, dot, ending = kept.rpartition(".")
    if not dot:
        stem, ending = kept, ""
    ending = ending[:16]
    stem = stem[: LONGEST - len(ending) - len(dot)].rstrip(" .")
    if _RESERVED.fullmatch(stem.partition(".")[0]):
        stem = f"{stem}_"
    return f"{stem}{dot}{ending}" if stem else f"file{dot}{ending}"


def keep(folder: Path, source: Path) -> str:
    """Copy a file into the profile's folder of files and return what an output's `file` is to hold.

    Raises:
        FieldError: it is too large, empty, no file, or cannot be read or copied.
    """
    try:
        if not source.is_file():
            raise FieldError("file", QT_TRANSLATE_NOOP("errors", "“{name}” is not a file."), name=source.name)
        size = source.stat().st_size
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
        return _copy(folder, source)
    except OSError as error:
        raise FieldError(
            "file",
            QT_TRANSLATE_NOOP("errors", "The file could not be copied ({detail})."),
            detail=error.strerror or str(error),
        ) from error


def _copy(folder: Path, source: Path) -> str:
    folder.mkdir(parents=True, exist_ok=True)
    half = folder / f"unfinished-{os.getpid()}-{os.urandom(4).hex()}"
    digest = hashlib.sha256()
    try:
        with source.open("rb") as reading, half.open("xb") as writing:
            while block := reading.read(_STEP):
                digest.update(block)
                writing.write(block)
            writing.flush()
            os.fsync(writing.fileno())
        name, content = safe_name(source.name), digest.hexdigest()[:DIGITS]
        place = folder / content
        place.mkdir(exist_ok=True)
        os.replace(half, place / name)
    finally:
        half.unlink(missing_ok=True)
    return f"{content}/{name}"


def name_of(kept: str | None) -> str:
    """The name of an output's file as people know it; any other text as it is."""
    found = _KEPT.fullmatch(kept or "")
    return found.group(2) if found else kept or ""


def place_of(folder: Path, kept: str | None) -> Path | None:
    """Where an output's file lies, or None: it holds another text, or there is no copy here.

    A row may come from anywhere: nothing outside the folder is ever named.
    """
    found = _KEPT.fullmatch(kept or "")
    if found is None or safe_name(found.group(2)) != found.group(2):
        return None
    place = folder / found.group(1) / found.group(2)
    return place if place.is_file() else None


def runs(place: Path) -> bool:
    """Whether opening the file would run it."""
    return place.suffix.casefold() in PROGRAMS


def save_copy(place: Path, target: Path) -> None:
    """Copy a kept file to where the user wants it.

    Raises:
        Refused: it cannot be written there.
    """
    try:
        shutil.copyfile(place, target)
    except OSError as error:
        raise Refused(
            QT_TRANSLATE_NOOP("errors", "The file could not be copied ({detail})."),
            detail=error.strerror or str(error),
        ) from error
