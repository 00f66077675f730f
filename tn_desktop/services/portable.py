"""A notebook on a stick, for laptops that several people share: made as a copy or new, always encrypted."""

import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Final

from tn_desktop.model.errors import Refused, StoreError
from tn_desktop.model.messages import QT_TRANSLATE_NOOP
from tn_desktop.services import safety, secrecy, watch
from tn_desktop.services.settings import OWNER
from tn_desktop.services.settings import get as setting
from tn_desktop.store import keys
from tn_desktop.store.database import Database
from tn_desktop.store.encrypting import encrypt_file
from tn_desktop.store.profile import Profile
from tn_desktop.store.restore import replace_with

FOLDER: Final = "TN Desktop"
"""The folder on the stick."""
STEPS: Final = 3
Progress = Callable[[int, int], None]


def place_in(folder: Path) -> Profile:
    """The portable notebook of a stick, which may be chosen itself or by the folder in it."""
    profile = Profile.at(folder)
    return profile if profile.portable else Profile.at(folder / FOLDER)


def check_place(folder: Path) -> Profile:
    """Where a new portable notebook goes.

    Raises:
        Refused: there is no such folder, or something lies in it already.
    """
    if not folder.is_dir():
        raise Refused(
            QT_TRANSLATE_NOOP("errors", "There is no folder “{folder}”. Plug the stick in."), folder=str(folder)
        )
    place = Profile.at(folder / FOLDER)
    if place.directory.exists():
        raise Refused(
            QT_TRANSLATE_NOOP("errors", "In “{folder}” there is a notebook already. Choose another folder."),
            folder=str(folder),
        )
    return place


def make_copy(db: Database, folder: Path, passphrase: str, progress: Progress) -> tuple[Profile, str]:
    """Copy an open notebook into a new folder on a stick; return it with its key, and a recovery key if it got one.

    A notebook that is encrypted keeps its passphrase and recovery key there; of another one nothing is written to the
    stick before it is encrypted under `passphrase`.

    Args:
        progress: is told (steps done, of); what it raises stops the work, and nothing stays on the stick.

    Raises:
        Refused: as `check_place`, or the passphrase is too short. StoreError: no room, or the stick was pulled out.
    """
    place = check_place(folder)
    recovery = ""
    part = db.profile.directory / "portable.part"
    shutil.rmtree(part, ignore_errors=True)
    try:
        if db.profile.key is None:
            keys.check_passphrase(passphrase)
        part.mkdir()
        progress(0, STEPS)
        safety.backup(db, part / "copy.db")
        progress(1, STEPS)
        _begin(place)
        if db.profile.key is None:
            key, recovery = keys.create(place.key_file, passphrase)
            encrypt_file(part / "copy.db", key)
        else:
            key = db.profile.key
            keys.copy_key_file(db.profile.key_file, place.directory)
        progress(2, STEPS)
        opened = replace(place, key=key)
        replace_with(opened, part / "copy.db")
        progress(3, STEPS)
    except OSError as error:
        shutil.rmtree(place.directory, ignore_errors=True)
        raise _not_written(folder) from error
    except BaseException:
        shutil.rmtree(place.directory, ignore_errors=True)
        raise
    finally:
        shutil.rmtree(part, ignore_errors=True)
    return opened, recovery


def make_new(folder: Path, passphrase: str) -> tuple[Profile, str]:
    """Make an empty notebook in a new folder on a stick; return it with its key, and the recovery key to write down.

    Raises:
        As `make_copy`.
    """
    place = check_place(folder)
    try:
        keys.check_passphrase(passphrase)
        _begin(place)
        return secrecy.protect(place, passphrase)
    except OSError as error:
        shutil.rmtree(place.directory, ignore_errors=True)
        raise _not_written(folder) from error
    except BaseException:
        shutil.rmtree(place.directory, ignore_errors=True)
        raise


def is_untouched(db: Database) -> bool:
    """Whether nothing was ever entered into a notebook, nor an owner named."""
    with db.read() as connection:
        return watch.newest(connection) == 0 and setting(connection, OWNER) is None


def _begin(place: Profile) -> None:
    place.make()
    place.portable_mark.write_text(json.dumps({"version": 1}), encoding="ascii")


def _not_written(folder: Path) -> StoreError:
    return StoreError(
        QT_TRANSLATE_NOOP("errors", "The notebook could not be written to {folder}. Check its free space."),
        folder=str(folder),
    )
