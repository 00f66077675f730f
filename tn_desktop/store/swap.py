"""Putting a new data file in the place of a damaged one, which is kept; a power cut on the way loses neither."""

import os
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Final

from tn_desktop.model.errors import StoreError
from tn_desktop.model.messages import QT_TRANSLATE_NOOP
from tn_desktop.store.profile import Profile
from tn_desktop.store.sqlite_file import remove

_BESIDE: Final = ("", "-wal", "-shm")


def part_of(profile: Profile) -> Path:
    """Where the new file is made."""
    return profile.database.with_name(profile.database.name + ".rescued.part")


def _whole(profile: Profile) -> Path:
    return profile.database.with_name(profile.database.name + ".rescued")


def put_in_place(profile: Profile, made: Path) -> Path | None:
    """Keep the damaged file with its log among the backups, and put `made` in its place; return where it is kept.

    Raises:
        StoreError: the folder cannot be written to.
    """
    return _swap(profile, made, _whole(profile), _put_aside, finish_swap)


def put_files_in_place(profile: Profile, made: Path) -> Path | None:
    """The same for the contents of files; without `made`, where nothing could be read, only the damaged file goes."""
    return _swap(profile, made if made.exists() else None, whole_files(profile), _put_files_aside, finish_files)


def _swap(
    profile: Profile,
    made: Path | None,
    whole: Path,
    put_aside: Callable[[Profile], Path | None],
    finish: Callable[[Profile], None],
) -> Path | None:
    try:
        if made is not None:
            with made.open("r+b") as written:
                os.fsync(written.fileno())
            os.replace(made, whole)
        kept = put_aside(profile)
        finish(profile)
    except OSError as error:
        raise StoreError(
            QT_TRANSLATE_NOOP(
                "errors",
                "The folder {folder} cannot be written to. Make it writable, or start with another (--profile).",
            ),
            folder=str(profile.directory),
        ) from error
    return kept


def finish_swap(profile: Profile) -> None:
    """The new file takes its place, where the damaged one has left it; also after a power cut."""
    whole = _whole(profile)
    if whole.exists() and not profile.database.exists():
        # Before the data: without this file a new device id is taken, and one too many does no harm.
        profile.device_file.unlink(missing_ok=True)
        os.replace(whole, profile.database)


def whole_files(profile: Profile) -> Path:
    """Where the new database of contents waits for its place."""
    return profile.content_file.with_name(profile.content_file.name + ".rescued")


def finish_files(profile: Profile) -> None:
    """The new database of contents takes its place, where the damaged one has left it; also after a power cut."""
    whole = whole_files(profile)
    if whole.exists() and not profile.content_file.exists():
        os.replace(whole, profile.content_file)


def _put_aside(profile: Profile) -> Path | None:
    if not profile.database.exists():
        return None
    profile.backups.mkdir(parents=True, exist_ok=True)
    moment = datetime.now().astimezone().strftime("%Y%m%d-%H%M%S")
    kept = profile.backups / f"before-rescue-{moment}.damaged"
    number = 1
    while kept.exists():
        number += 1
        kept = kept.with_stem(f"before-rescue-{moment}-{number}")
    # The log first: a damaged file without it is still there to be found, a log without its file is not.
    for ending in reversed(_BESIDE):
        beside = profile.database.with_name(profile.database.name + ending)
        if beside.exists():
            beside.rename(kept.with_name(kept.name + ending))
    return kept


def _put_files_aside(profile: Profile) -> Path | None:
    kept = None
    if profile.content_file.exists():
        profile.backups.mkdir(parents=True, exist_ok=True)
        number, kept = 1, profile.backups / "files.damaged"
        while kept.exists():
            number += 1
            kept = profile.backups / f"files-{number}.damaged"
        os.replace(profile.content_file, kept)
    remove(profile.content_file)
    return kept
