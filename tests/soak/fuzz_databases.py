"""Data files and backups under the fuzzer: a small notebook with blows to its pages, or any bytes as a file.

A data file is larger than an input may be, so an input holds what becomes of one: parts (fuzz_targets.PART) named by a
page and a place on it, with the bytes that stand there then. What begins like a file of SQLite's is taken as it is.
"""

import atexit
import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from datetime import date
from functools import cache
from pathlib import Path
from typing import Final

import sqlcipher3.dbapi2 as driver

from tn_desktop.model.errors import AppError
from tn_desktop.services import rescue
from tn_desktop.services.demo import fill
from tn_desktop.store.backup import contents, sound_contents
from tn_desktop.store.database import Database
from tn_desktop.store.full_text import mend_file
from tn_desktop.store.health import Look
from tn_desktop.store.profile import Profile
from tn_desktop.store.restore import _fetch
from tn_desktop.store.sqlite_file import connect, remove

PAGE: Final = 4_096
BEGINNING: Final = b"SQLite format 3\0"
BLOWS: Final = 20
"""Places of a file that one input changes."""
Part = tuple[str, bytes]


@cache
def _folder() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="tn-desktop-fuzz-db-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


@cache
def base() -> bytes:
    """A notebook with a few invented people."""
    profile = Profile.at(_folder() / "base")
    with Database.open(profile) as db:
        fill(db, 20, 2, 4, date(2026, 3, 14))
    return profile.database.read_bytes()


def file_of(data: bytes, parts: Sequence[Part]) -> bytes:
    """The file that an input means."""
    if data.startswith(BEGINNING):
        return data
    made = bytearray(base())
    pages = len(made) // PAGE
    for name, content in parts[:BLOWS]:
        page, _colon, place = name.partition(":")
        if page.isdecimal() and place.isdecimal():
            start = int(page) % pages * PAGE + int(place) % PAGE
            made[start : start + len(content)] = content[: len(made) - start]
    return bytes(made)


def restore_preview(file: Path) -> None:
    """What is looked at before a backup is restored, and the copy that is restored then."""
    for look in (contents, sound_contents):
        with suppress(AppError):
            look(file)
    copy = file.with_name("incoming.db")
    with suppress(AppError):
        _fetch(file, copy, None)
    remove(copy)


def mending(file: Path) -> None:
    """The look behind the window, and what is mended by itself."""
    Look(file).run()
    with suppress(AppError, driver.Error):  # it may be no file of SQLite's at all
        mend_file(file, None)


def rescuing(file: Path) -> None:
    """A rescue of what can be read; what it leaves opens and is sound."""
    profile = Profile.at(file.parent / "rescue")
    shutil.rmtree(profile.directory, ignore_errors=True)
    profile.make()
    shutil.copy(file, profile.database)
    rescue.rescue(profile)
    with Database.open(profile), connect(profile.database, reading=True) as raw:
        assert raw.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def on(work: Callable[[Path], None], data: bytes, parts: Sequence[Part]) -> None:
    """Give the file that an input means to one of the above."""
    file = _folder() / "input.db"
    remove(file)
    file.write_bytes(file_of(data, parts))
    work(file)


def seeds() -> Iterator[list[Part]]:
    """Blows as disks and people deal them: zeros, noise, a wrong kind of page, cells that lead elsewhere."""
    for page in (0, 1, 3, 10, 40, 90, 150, 220):
        yield [(f"{page}:0", bytes(64))]
        yield [(f"{page}:{100 if page == 0 else 0}", b"\x05"), (f"{page}:8", b"\x00\x00\x00\x07")]
    yield [("0:18", b"\x02\x02"), ("0:28", b"\xff\xff\xff\xff"), ("0:32", b"\x00\x00\x00\x05\x00\x00\x00\x09")]
    yield [("1:2000", bytes(range(256))), ("2:4000", b"CREATE TRIGGER t AFTER INSERT ON person BEGIN SELECT 1; END")]


def small() -> bytes:
    """A file of two pages that is no notebook."""
    file = _folder() / "small.db"
    remove(file)
    with connect(file) as raw:
        raw.execute("PRAGMA page_size = 512")
        raw.execute("CREATE TABLE person (id INTEGER PRIMARY KEY, given_name)")
        raw.execute("INSERT INTO person VALUES (1, 'Ayşe')")
    raw.close()
    return file.read_bytes()
