"""Turning an unencrypted profile into an encrypted one.

The data are copied into a new, encrypted file, which is compared with the old one before it takes its place: a power
cut on the way leaves the data as they were, or encrypted. The old file, and backups that were not encrypted, are
overwritten with zeros before they are removed; on a disk that moves what is written (an SSD, a stick) that is no proof
against a laboratory, which is why encrypting belongs at the beginning.
"""

import os
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any, Final

from tn_desktop.model.errors import Cancelled, StoreError
from tn_desktop.model.messages import QT_TRANSLATE_NOOP
from tn_desktop.store import keys
from tn_desktop.store.engine import told_apart
from tn_desktop.store.file_kind import is_plain
from tn_desktop.store.full_text import is_sound
from tn_desktop.store.keys import DataKey
from tn_desktop.store.own_schema import refuse_foreign
from tn_desktop.store.profile import Profile
from tn_desktop.store.sqlite_file import connect, remove

Progress = Callable[[int, int], None]
Stopped = Callable[[], bool]
_STEP: Final = 1 << 20
_ASKED_EVERY: Final = 20
"""Steps of SQLite's machine between two questions whether to stop: one takes a piece of 256 kB along."""
_TOLD_EVERY: Final = 25
"""Questions between two looks how far it is."""


def encrypt(
    profile: Profile, passphrase: str, progress: Progress | None = None, stopped: Stopped | None = None
) -> tuple[DataKey, str]:
    """Encrypt a closed profile with its backups; return the key, and the recovery key to print.

    `progress` is told (megabytes done, of). `stopped` is asked now and then until the data and the contents of files
    lie beside the old ones, encrypted and compared; after that both take their places at once, and the backups follow,
    since one that was left out would give everything away.

    Raises:
        Refused: the passphrase is too short, or the profile is encrypted already. StoreError: another program has the
            data open, or the disk is full; the data are as they were. Cancelled: as `stopped` says, likewise.
    """
    if not is_plain(profile.database):
        raise StoreError(QT_TRANSLATE_NOOP("errors", "This notebook has a passphrase already."))
    key, recovery = keys.create(profile.key_file, passphrase)
    # The data first: whoever opens them after a power cut has the key that `finish` needs for the rest.
    data = [file for file in (profile.database, profile.content_file) if file.exists()]
    backups = _plain_backups(profile)
    told = _Told([*data, *backups], progress)
    made: list[Path] = []
    try:
        with told_apart():
            for file in data:
                made.append(_made(file))
                _make(file, key, stopped, told)
            _ask(stopped)
    except BaseException:
        for part in made:
            remove(part)
        profile.key_file.unlink(missing_ok=True)
        raise
    with told_apart():
        for file in data:
            _put_in_place(file)
        for file in backups:
            encrypt_file(file, key, watch=told)
    if profile.backups.is_dir():
        keys.copy_key_file(profile.key_file, profile.backups)
    return key, recovery


class _Told:
    """Tells the megabytes that are done, of several files that are encrypted one after another."""

    def __init__(self, files: list[Path], progress: Progress | None) -> None:
        self._of = sum(file.stat().st_size for file in files)
        self._before = self._shown = 0
        self._progress = progress
        if progress is not None:
            progress(0, max(1, self._of // _STEP))

    def __call__(self, made: Path, *, done: bool = False) -> None:
        """So much of a copy is there."""
        size = made.stat().st_size if made.exists() else 0
        now = min(self._of, self._before + size) // _STEP
        if now > self._shown and self._progress is not None:
            self._shown = now
            self._progress(now, max(1, self._of // _STEP))
        if done:
            self._before += size


def encrypt_file(file: Path, key: DataKey, watch: "_Told | None" = None) -> None:
    """Put an encrypted copy in the place of a database file that nobody has open; none where there is no file.

    Raises:
        StoreError: the copy is not as the file. driver.Error, OSError: it cannot be read or written.
    """
    if not file.exists():
        return
    try:
        _make(file, key, None, watch)
        _put_in_place(file)
    except BaseException:
        remove(_made(file))
        raise


def _ask(stopped: Stopped | None) -> None:
    if stopped is not None and stopped():
        raise Cancelled


def _made(file: Path) -> Path:
    return file.with_name(file.name + ".encrypting")


def _make(file: Path, key: DataKey, stopped: Stopped | None, watch: _Told | None) -> None:
    """Make the encrypted copy beside a file, and hold it against it."""
    _ask(stopped)
    made = _made(file)
    remove(made)
    _copy(file, made, key, stopped, watch)
    _compare(file, made, key)
    if watch is not None:
        watch(made, done=True)


def _put_in_place(file: Path) -> None:
    old = file.with_name(file.name + ".plain")
    os.replace(file, old)
    os.replace(_made(file), file)
    wipe(old)


def wipe(file: Path) -> None:
    """Overwrite a file with zeros and remove it."""
    size = file.stat().st_size
    with file.open("r+b") as opened:
        for start in range(0, size, _STEP):
            opened.write(bytes(min(_STEP, size - start)))
        opened.flush()
        os.fsync(opened.fileno())
    file.unlink()


def finish(profile: Profile) -> None:
    """After a power cut: what was begun is ended, or taken away, and what is not encrypted yet becomes so."""
    # A copy of the contents is whole where the data have taken their place: both were made before.
    _finish(profile.database)
    waiting = not is_plain(profile.database) and _made(profile.content_file).exists()
    _finish(profile.content_file, keep=waiting)
    if profile.key is None:
        return
    if waiting and profile.content_file.exists() and is_plain(profile.content_file):
        with told_apart():
            _compare(profile.content_file, _made(profile.content_file), profile.key)
            _put_in_place(profile.content_file)
    remove(_made(profile.content_file))
    for file in (profile.content_file, *_plain_backups(profile)):
        if file.exists() and is_plain(file):
            with told_apart():
                encrypt_file(file, profile.key)


def _finish(file: Path, keep: bool = False) -> None:
    """Between the two last steps: the encrypted file takes its place, or what is left goes."""
    old, made = file.with_name(file.name + ".plain"), file.with_name(file.name + ".encrypting")
    if old.exists() and not file.exists():
        os.replace(made if made.exists() else old, file)
    if old.exists() and not is_plain(file):
        wipe(old)
    if not keep:
        remove(made)


def _plain_backups(profile: Profile) -> list[Path]:
    return [file for file in sorted(profile.backups.glob("*.db")) if is_plain(file)]


def _copy(file: Path, made: Path, key: DataKey, stopped: Stopped | None, watch: "_Told | None") -> None:
    asked = 0

    def step() -> int:
        nonlocal asked
        asked += 1
        if watch is not None and asked % _TOLD_EVERY == 0:
            watch(made)
        return int(stopped is not None and stopped())

    with closing(connect(file, isolation_level=None)) as source:
        refuse_foreign(source)
        source.set_progress_handler(step, _ASKED_EVERY)
        # Everything into the one file, and nobody else in it.
        source.execute("PRAGMA locking_mode=EXCLUSIVE")
        source.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        if source.execute("PRAGMA journal_mode=DELETE").fetchone()[0] != "delete":
            raise StoreError(
                QT_TRANSLATE_NOOP("errors", "Another program holds the data file. Close it and try again.")
            )
        source.execute(f"ATTACH DATABASE ? AS made KEY {key.pragma}", (str(made),))
        source.execute("PRAGMA made.synchronous=OFF")
        source.execute("SELECT sqlcipher_export('made')").fetchall()
        version = source.execute("PRAGMA user_version").fetchone()[0]
        source.execute(f"PRAGMA made.user_version={int(version)}")
        source.execute("DETACH DATABASE made")
    with made.open("r+b") as written:
        os.fsync(written.fileno())


def _compare(file: Path, made: Path, key: DataKey) -> None:
    with closing(connect(file, reading=True)) as old, closing(connect(made, key, reading=True)) as new:
        if not is_sound(new) or _counts(old) != _counts(new):
            raise StoreError(QT_TRANSLATE_NOOP("errors", "The backup could not be read back. Try another disk."))


def _counts(connection: Any) -> dict[str, int]:
    tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
    names = [row[0] for row in tables if "_fts" not in row[0] and not row[0].startswith("sqlite_")]
    return {name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in names}
