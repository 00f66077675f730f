"""A second notebook with made-up data to look around in: a profile of its own inside the profile's folder."""

import shutil
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Final

from PySide6.QtCore import QProcess

from tn_desktop.model.errors import Refused
from tn_desktop.model.messages import QT_TRANSLATE_NOOP
from tn_desktop.store.profile import Profile

PEOPLE: Final = 400
SESSIONS: Final = 60
SEED: Final = 11


def demo_profile(profile: Profile) -> Profile:
    """Where the demo notebook of a profile lies."""
    return Profile.at(profile.directory / "demo")


def is_there(profile: Profile) -> bool:
    """Whether the profile has a demo notebook."""
    return demo_profile(profile).database.exists()


def make(profile: Profile, name: str, today: date, progress: Callable[[int, int], None]) -> Profile:
    """Fill a demo notebook that is not there yet; takes some seconds, so it belongs into `Tasks.run`.

    Args:
        name: of the person who will look around in it.
        today: the day around which its sessions lie.
        progress: told how much is done, and of how much.
    """
    from tn_desktop.services import demo, owner
    from tn_desktop.store.database import Database

    place = demo_profile(profile)
    if place.database.exists():
        return place
    half = Profile.at(profile.directory / "demo-unfinished")
    shutil.rmtree(half.directory, ignore_errors=True)
    with Database.open(half) as database:
        demo.fill(database, PEOPLE, SESSIONS, SEED, today, progress)
        with database.write(QT_TRANSLATE_NOOP("history", "Set up the notebook")) as uow:
            owner.settle(uow, owner.Owner(name), demo=True)
    half.directory.rename(place.directory)
    return place


def open_window(place: Profile) -> bool:
    """Open the demo notebook in a window of its own."""
    program = [] if getattr(sys, "frozen", False) else ["-m", "tn_desktop"]
    started = QProcess.startDetached(sys.executable, [*program, "--profile", str(place.directory)], str(Path.home()))
    return bool(started[0] if isinstance(started, tuple) else started)


def remove(profile: Profile) -> None:
    """Delete the demo notebook with everything in it.

    Raises:
        Refused: its window is open.
    """
    from PySide6.QtCore import QLockFile

    place = demo_profile(profile)
    lock = QLockFile(str(place.window_lock))
    lock.setStaleLockTime(0)
    if place.directory.exists() and not lock.tryLock(0):
        raise Refused(QT_TRANSLATE_NOOP("errors", "The notebook with made-up data is open. Close its window first."))
    lock.unlock()
    shutil.rmtree(place.directory, ignore_errors=True)
