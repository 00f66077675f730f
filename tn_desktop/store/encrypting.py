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
from tn_desktop.store.keys import DataKey
from tn_desktop.store.profile import Profile
from tn_desktop.store.sqlite_file import connect

Progress = Callable[[int, int], None]
Stopped = Callable[[], bool]
_STEP: Final = 1 << 20
_ASKED_EVERY: Final = 500
"""Steps of SQLite's machine between two questions whether to stop."""


def encrypt(
    profile: Profile, passphrase: str, progress: Progress | None = None, stopped: Stopped | None = None
) -> tuple[DataKey, str]:
    """Encrypt a closed profile with its backups; return the key, and the recovery key to print.

    `progress` is told (files done, of). `stopped` is asked now and then while the data themselves are encrypted; once
    these are, so are the backups, since one that was left out would give everything away.

    Raises:
        Refused: the passphrase is too short, or the profile is encrypted already. StoreError: another program has the
            data open, or the disk is full; the data are as they were.
    """
    if not is_plain(profile.database):
        raise StoreError(QT_TRANSLATE_NOOP("errors", "This notebook has a passphrase already."))
    key, recovery = keys.create(profile.key_file, passphrase)
    # The data first: whoever opens them after a power cut has the key that `finish` needs for the rest.
    files = [profile.database, profile.content_file, *_plain_backups(profile)]
    for number, file in enumerate(files):
        if progress is not None:
            progress(number, len(files))
        try:
            with told_apart():
                encrypt_file(file, key, stopped if number == 0 else None)
        except Cancelled:
            profile.key_file.unlink(missing_ok=True)
            raise
    if profile.backups.is_dir():
        keys.copy_key_file(profile.key_file, profile.backups)
    return key, recovery


def encrypt_file(file: Path, key: DataKey, stopped: Stopped | None = None) -> None:
    """Put an encrypted copy in the place of a database file that nobody has open; none where there is no file.

    Raises:
        StoreError: the copy is not as the file. driver.Error, OSError: it cannot be read or written.
    """
    if not file.exists():
        return
    if stopped is not None and stopped():
        raise Cancelled(QT_TRANSLATE_NOOP("errors", "Stopped. Nothing was changed."))
    made = file.with_name(file.name + ".encrypting")
    _remove(made)
    try:
        _copy(file, made, key, stopped)
        _compare(file, made, key)
        old = file.with_name(file.name + ".plain")
        os.replace(file, old)
        os.replace(made, file)
        wipe(old)
    except BaseException:
        _remove(made)
        raise


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
    for file in (profile.database, profile.content_file):
        _finish(file)
    if profile.key is None:
        return
    for file in (profile.content_file, *_plain_backups(profile)):
        if file.exists() and is_plain(file):
            with told_apart():
                encrypt_file(file, profile.key)


def _finish(file: Path) -> None:
    """Between the two last steps: the encrypted file takes its place, or what is left goes."""
    old, made = file.with_name(file.name + ".plain"), file.with_name(file.name + ".encrypting")
    if old.exists() and not file.exists():
        os.replace(made if made.exists() else old, file)
    if old.exists() and not is_plain(file):
        wipe(old)
    _remove(made)


def _plain_backups(profile: Profile) -> list[Path]:
    return [file for file in sorted(profile.backups.glob("*.db")) if is_plain(file)]


def _copy(file: Path, made: Path, key: DataKey, stopped: Stopped | None = None) -> None:
    with closing(connect(file, isolation_level=None)) as source:
        if stopped is not None:
            source.set_progress_handler(lambda: int(stopped()), _ASKED_EVERY)
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
        sound = new.execute("PRAGMA quick_check").fetchone()[0] == "ok"
        if not sound or _counts(old) != _counts(new):
            raise StoreError(QT_TRANSLATE_NOOP("errors", "The backup could not be read back. Try another disk."))


def _counts(connection: Any) -> dict[str, int]:
    tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
    names = [row[0] for row in tables if "_fts" not in row[0] and not row[0].startswith("sqlite_")]
    return {name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in names}


def _remove(file: Path) -> None:
    for ending in ("", "-journal", "-wal", "-shm"):
        file.with_name(file.name + ending).unlink(missing_ok=True)
