"""What can be done about a damaged data file: which backup is the best, and rescuing what can be read."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from sqlalchemy import select, update

from tn_desktop.model.derived import DERIVED
from tn_desktop.model.entities.base import table_of
from tn_desktop.model.entities.workshops import Workshop
from tn_desktop.model.errors import AppError, FileRefused, Refused
from tn_desktop.model.messages import QT_TRANSLATE_NOOP
from tn_desktop.model.registry import BY_TABLE, ENTITIES
from tn_desktop.services import erasure
from tn_desktop.services.backups import Backup, catalogue
from tn_desktop.services.session_rules import refresh_workshops
from tn_desktop.store.backup import Contents, sound_contents
from tn_desktop.store.database import Database
from tn_desktop.store.engine import sqlite_engine
from tn_desktop.store.file_salvage import SavedFiles, damage_of, save_files
from tn_desktop.store.profile import Profile
from tn_desktop.store.restore import files_needed
from tn_desktop.store.salvage import Salvaged, salvage
from tn_desktop.store.sqlite_file import remove
from tn_desktop.store.swap import part_of, put_in_place
from tn_desktop.store.unit_of_work import UnitOfWork

Progress = Callable[[int, int], None]
LABEL: Final = QT_TRANSLATE_NOOP("history", "Rescue what could be read")
_STEP: Final = 2_000


@dataclass(frozen=True, slots=True)
class Offer:
    """The best backup, and what is in it."""

    backup: Backup
    contents: Contents


@dataclass(frozen=True, slots=True)
class Rescued:
    """What a rescue did, in rows by entity.

    Attributes:
        read: read from the damaged file.
        backed: lost there, and taken from a backup.
        lost: lost for good, as far as can be known.
        waiting: read, but of a row that is lost; seen again when a colleague's workbook brings it.
        kept: where the damaged file is kept; None where there was none.
        backup: the backup that was used, if one was needed and fits.
    """

    read: Mapping[str, int] = field(default_factory=dict)
    backed: Mapping[str, int] = field(default_factory=dict)
    lost: Mapping[str, int] = field(default_factory=dict)
    waiting: Mapping[str, int] = field(default_factory=dict)
    kept: Path | None = None
    backup: Path | None = None


def best_backup(profile: Profile, second: Path | None = None) -> Offer | None:
    """The newest backup that opens and is sound, here or in the second place; None if there is none."""
    for backup in catalogue(profile, second):
        with suppress(FileRefused, OSError):
            return Offer(backup, sound_contents(backup.file, profile.key))
    return None


def rescue(profile: Profile, second: Path | None = None, progress: Progress | None = None) -> Rescued:
    """Read what can be read of a closed profile's data into a new file, which takes its place.

    What is lost is taken from the best backup, if it is of the same notebook. The damaged file is kept beside the
    backups. The new file has a new device id, since what the old one sent last may not be in it.

    Raises:
        Refused: the data are on a server, or locked. StoreError: no room; the data are as they were.
    """
    if profile.server:
        raise Refused(QT_TRANSLATE_NOOP("errors", "Data on a server are rescued there, not by this program."))
    offer = best_backup(profile, second)
    made = part_of(profile)
    try:
        told = salvage(profile.database, made, profile.key, None if offer is None else offer.backup.file, progress)
        kept = put_in_place(profile, made)
    except BaseException:
        remove(made)
        raise
    with Database.open(profile) as db:
        _put_right(db, told)
        erasure.wipe_traces(db)
    if damage_of(profile.content_file, profile.key) is not None:
        rescue_files(profile, second)
    used = offer.backup.file if offer is not None and any(told.backed.values()) else None
    counts = (_by_entity(told.read), _by_entity(told.backed), _by_entity(told.lost), _by_entity(told.waiting))
    return Rescued(*counts, kept, used)


def rescue_files(profile: Profile, second: Path | None = None) -> SavedFiles:
    """Read what can be read of a closed profile's contents of files; what is lost is looked for beside the backups.

    Raises:
        Refused: the data are on a server. StoreError: no room; the contents are as they were.
    """
    if profile.server:
        raise Refused(QT_TRANSLATE_NOOP("errors", "Data on a server are rescued there, not by this program."))
    beside = [profile.backups] if second is None else [profile.backups, second]
    return save_files(profile, files_needed(profile.database, profile.key), beside)


def erased_in(profile: Profile) -> list[erasure.Erasure]:
    """Who was erased, as far as a damaged file tells; a restore must not bring them back."""
    made = part_of(profile)
    engine = None
    try:
        salvage(profile.database, made, profile.key)
        engine = sqlite_engine(made, profile.key, writer=False)
        with engine.connect() as connection:
            return erasure.erasures(connection)
    except AppError:
        return []
    finally:
        if engine is not None:
            engine.dispose()
        made.unlink(missing_ok=True)


def _put_right(db: Database, told: Salvaged) -> None:
    """What follows from other data, where some of these are lost."""
    if not told.damaged:
        return
    with db.write(LABEL) as uow:
        for name, derive in DERIVED.items():
            _derive(uow, name, derive)
        uow.see_as_one()
        workshops = list(uow.connection.execute(select(table_of(Workshop).c.id)).scalars())
        refresh_workshops(uow, workshops)


def _derive(uow: UnitOfWork, name: str, derive: Callable[[Mapping[str, Any]], Mapping[str, Any]]) -> None:
    table = table_of(BY_TABLE[name])
    last = 0
    while (
        rows := uow.connection.execute(select(table).where(table.c.id > last).order_by(table.c.id).limit(_STEP))
        .mappings()
        .all()
    ):
        last = rows[-1]["id"]
        for row in rows:
            wanted = derive(dict(row))
            if any(row[column] != value for column, value in wanted.items()):
                uow.connection.execute(update(table).where(table.c.id == row["id"]).values(**wanted))


def _by_entity(counts: Mapping[str, int]) -> dict[str, int]:
    return {name: counts[spec.table] for name, spec in ENTITIES.items() if counts.get(spec.table)}
