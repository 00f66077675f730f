"""Backups that make and clear away themselves: each hour of a day's work, each day of a month, each month of a year.

A backup is a whole database file, named by the moment it was made. The folder of the profile holds them, and a second
place too (a stick, a shared folder) where the user names one. Nothing else in these folders is touched.

The files of outputs lie beside the backups, each content once (files.db), for as long as a backup may lead to it: were
they in every backup, a few hundred lesson plans would leave room for the last hours only.
"""

import os
import re
import shutil
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from tn_desktop.model.errors import FileRefused, StoreError
from tn_desktop.model.messages import QT_TRANSLATE_NOOP
from tn_desktop.services import watch
from tn_desktop.store.backup import back_up, contents
from tn_desktop.store.database import Database
from tn_desktop.store.file_store import copy_missing
from tn_desktop.store.keys import copy_key_file
from tn_desktop.store.profile import CONTENT_FILE, Profile
from tn_desktop.store.restore import store_beside

BETWEEN: Final = timedelta(hours=1)
"""After a change, at most so much work is in no backup."""
HOURLY, DAILY, MONTHLY = timedelta(days=1), timedelta(days=31), timedelta(days=366)
"""Up to this age one backup of each hour, day, month is kept; older ones go."""
MOST_BYTES: Final = 4_000_000_000
"""Backups of one place take no more, but for the latest ones."""
ALWAYS: Final = 3
"""So many of the latest backups stay, however large they are."""
FOLDER: Final = "tn-desktop-backups"
"""The folder in the second place."""

_NAME: Final = re.compile(r"tn-desktop-(\d{8}-\d{6})\.db")
_MOMENT: Final = "%Y%m%d-%H%M%S"


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup file: the local moment it was made, and its size in bytes."""

    file: Path
    made_at: datetime
    size: int


@dataclass(frozen=True, slots=True)
class Made:
    """What `make_due` did: the backup it made, if one was due, and why the second place has none, if it should, or why
    the files of outputs are not beside it.
    """

    backup: Backup | None
    trouble: StoreError | None = None


def backups_in(folder: Path) -> list[Backup]:
    """The backups in a folder, the latest first; none where the folder is not there."""
    found = []
    try:
        entries = list(folder.iterdir())
    except OSError:
        return []
    for file in entries:
        match = _NAME.fullmatch(file.name)
        if match is not None:
            made_at = datetime.strptime(match[1], _MOMENT)  # noqa: DTZ007 - local, as the name says
            found.append(Backup(file, made_at, file.stat().st_size))
    return sorted(found, key=lambda backup: backup.made_at, reverse=True)


def is_due(latest: Backup | None, written_at: datetime | None, now: datetime) -> bool:
    """Whether something was written that no backup holds, and the latest is old enough (or from a later clock)."""
    if written_at is None:
        return False
    if latest is None:
        return True
    old_enough = now - latest.made_at >= BETWEEN or latest.made_at > now + BETWEEN
    return old_enough and written_at > latest.made_at


def make_due(db: Database, now: datetime, second: Path | None = None, *, anyhow: bool = False) -> Made:
    """Make a backup if one is due, or `anyhow`; copy it to the second place, and clear away what is too old.

    Args:
        now: local time.
        second: the folder that the user named, in which `FOLDER` is made.

    Raises:
        StoreError: the backup cannot be written into the profile's folder.
    """
    own = db.profile.backups
    made: Backup | None = None
    with db.read() as connection:
        written_at = watch.last_written(connection)
    latest = next(iter(backups_in(own)), None)
    if anyhow or is_due(latest, written_at, now):
        made = _make(db, own, now)
        _clear(own, now)
    trouble = _files_trouble(db, own, now) if made is not None else None
    if second is not None:
        trouble = _to_second(db, second, now) or trouble
    return Made(made, trouble)


def kept(backups: Iterable[Backup], now: datetime, most_bytes: int = MOST_BYTES) -> list[Backup]:
    """Those of the backups that stay, the latest first.

    Of each hour of the last day, each day of the last month, each month of the last year the latest one; fewer, oldest
    first, where they would take more than `most_bytes`, but never fewer than `ALWAYS`. What a clock that was wrong
    dated into the future counts as made just now.
    """
    stays: list[Backup] = []
    taken: set[str] = set()
    size = 0
    for backup in sorted(backups, key=lambda one: one.made_at, reverse=True):
        slot = _slot(backup.made_at, now)
        if slot is None or slot in taken:
            if len(stays) >= ALWAYS:
                continue
        elif size + backup.size > most_bytes and len(stays) >= ALWAYS:
            break
        if slot is not None:
            taken.add(slot)
        stays.append(backup)
        size += backup.size
    return stays


def catalogue(profile: Profile, second: Path | None) -> list[Backup]:
    """The backups of the profile and of the second place, the latest first, each moment once."""
    found = {backup.made_at: backup for backup in (backups_in(second / FOLDER) if second is not None else ())}
    found |= {backup.made_at: backup for backup in backups_in(profile.backups)}
    return [found[moment] for moment in sorted(found, reverse=True)]


def _make(db: Database, folder: Path, now: datetime) -> Backup:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(
            QT_TRANSLATE_NOOP("errors", "The backup {file} could not be written. Check the folder and the free space."),
            file=folder.name,
        ) from error
    file = folder / f"tn-desktop-{now.strftime(_MOMENT)}.db"
    back_up(db.reader_engine, file, db.profile.key)
    if db.profile.key is not None:
        with suppress(OSError):  # it is there from the last time, or the next time will put it there
            copy_key_file(db.profile.key_file, folder)
    return Backup(file, now.replace(microsecond=0, tzinfo=None), file.stat().st_size)


def _files_trouble(db: Database, folder: Path, now: datetime) -> StoreError | None:
    """Why the files of outputs could not be kept beside the backups; the backup of the data is made all the same."""
    try:
        _keep_files(db, folder, now)
    except StoreError as error:
        return error
    return None


def _keep_files(db: Database, folder: Path, now: datetime) -> None:
    """Keep the contents of files beside the backups in a folder, and let go of what no backup there leads to."""
    there = db.files.all()
    if not there and not (folder / CONTENT_FILE).exists():
        return
    beside = store_beside(folder, db.profile.key)
    copy_missing(db.files, beside)
    beside.need(there.__contains__, now.astimezone(), MONTHLY + DAILY)


def _to_second(db: Database, second: Path, now: datetime) -> StoreError | None:
    """Copy the latest backup to the second place where it is not there yet."""
    profile = db.profile
    latest = next(iter(backups_in(profile.backups)), None)
    if latest is None:
        return None
    if not second.is_dir():
        return StoreError(
            QT_TRANSLATE_NOOP("errors", "The second place for backups, {folder}, is not there. Plug the stick in."),
            folder=str(second),
        )
    target = second / FOLDER / latest.file.name
    if target.exists() and target.stat().st_size == latest.size:
        return None
    part = target.with_name(target.name + ".part")
    try:
        target.parent.mkdir(exist_ok=True)
        shutil.copyfile(latest.file, part)
        contents(part, profile.key)
        if profile.key is not None:
            copy_key_file(profile.key_file, target.parent)
        _keep_files(db, target.parent, now)
        os.replace(part, target)
    except (OSError, FileRefused, StoreError):
        _drop(part)
        return StoreError(
            QT_TRANSLATE_NOOP("errors", "The backup could not be copied to {folder}. Check its free space."),
            folder=str(second),
        )
    _clear(target.parent, now)
    return None


def _clear(folder: Path, now: datetime) -> None:
    present = backups_in(folder)
    stays = {backup.file for backup in kept(present, now)}
    for backup in present:
        if backup.file not in stays:
            _drop(backup.file)


def _drop(file: Path) -> None:
    with suppress(OSError):  # held by somebody, or on a stick that was pulled out: it goes the next time
        file.unlink(missing_ok=True)


def _slot(made_at: datetime, now: datetime) -> str | None:
    """Which backup of its kind it is: one stays of each slot; None is too old."""
    age = now.replace(tzinfo=None) - made_at
    if age < HOURLY:
        return f"{made_at:%Y%m%d%H}"
    if age < DAILY:
        return f"{made_at:%Y%m%d}"
    return f"{made_at:%Y%m}" if age < MONTHLY else None
