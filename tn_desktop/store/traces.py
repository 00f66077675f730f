"""A portable notebook leaves nothing on the computer that it is opened on: files for a moment lie on the stick too."""

import os
import shutil
import tempfile
from contextlib import suppress
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from tn_desktop.store.profile import Profile

_VARIABLES: Final = ("TMPDIR", "TMP", "TEMP")


def keep_to(profile: "Profile") -> None:
    """Have this process and its children put their temporary files into a portable profile; others stay as they are."""
    if not profile.portable:
        return
    clear(profile)
    profile.temp.mkdir(exist_ok=True)
    for variable in _VARIABLES:
        os.environ[variable] = str(profile.temp)
    tempfile.tempdir = str(profile.temp)


def remove_empty(profile: "Profile") -> None:
    """Remove what a start made in the system's places, where nothing was entered; other files in them stay."""
    for file in (
        *(profile.database.with_name(profile.database.name + ending) for ending in ("", "-wal", "-shm")),
        profile.device_file,
        profile.window_state,
        profile.window_lock,
        profile.logs / "tn-desktop.log",
        profile.logs / "crash.log",
    ):
        with suppress(OSError):
            file.unlink(missing_ok=True)
    for folder in (profile.logs, profile.directory):
        with suppress(OSError):
            folder.rmdir()


def clear(profile: "Profile") -> None:
    """Remove them."""
    if profile.portable:
        shutil.rmtree(profile.temp, ignore_errors=True)
