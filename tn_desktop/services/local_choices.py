"""What somebody chose on this laptop and what steers where data go: kept in the database, encrypted where it is.

The window's state (`window.ini`) lies beside the data in the clear, and whoever may write into the folder of a stick
may write there. So it holds looks only. What is here belongs to one device id: a notebook that was copied or restored
elsewhere takes a new one, and follows nobody else's folders. It is never part of the exchange.
"""

import json
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any, Final

import sqlcipher3.dbapi2 as driver
from sqlalchemy import Connection, select, update

from tn_desktop.model.entities.base import table_of
from tn_desktop.model.entities.local import Setting
from tn_desktop.services import settings
from tn_desktop.services.backups import backups_in
from tn_desktop.store.database import Database
from tn_desktop.store.device import read_device
from tn_desktop.store.file_kind import is_plain
from tn_desktop.store.own_schema import refuse_foreign
from tn_desktop.store.profile import Profile
from tn_desktop.store.sqlite_file import connect
from tn_desktop.store.unit_of_work import UnitOfWork

SYNC_FOLDER: Final = "exchange/syncFolder"
SYNC_FOLDER_ON: Final = "exchange/syncFolderOn"
SECOND_PLACE: Final = "backup/second"
STEERING: Final = (SYNC_FOLDER, SECOND_PLACE)
"""Where data go by themselves: taken over from nobody."""

_PREFIX: Final = "choices/"
_table = table_of(Setting)

Held = dict[str, Any]


def held_by(connection: Connection, device: str) -> Held | None:
    """What was chosen under that device id, by key; None where nothing was ever kept under it."""
    found = settings.get(connection, _PREFIX + device)
    return found if isinstance(found, dict) else None


def others(connection: Connection, device: str) -> list[Held]:
    """What was chosen under other device ids: by a laptop that this notebook was copied from, or before a restore."""
    keys = connection.execute(select(_table.c.key).where(_table.c.key.startswith(_PREFIX))).scalars().all()
    found = [settings.get(connection, key) for key in keys if key != _PREFIX + device]
    return [one for one in found if isinstance(one, dict)]


def replace(uow: UnitOfWork, device: str, held: Mapping[str, Any]) -> None:
    """Keep these, and only these, under a device id."""
    settings.put(uow, _PREFIX + device, dict(held))


def forget_text(connection: Connection, unwanted: Callable[[str], bool]) -> None:
    """Forget what was typed and is remembered, on whichever device id, where its text is unwanted."""
    for row in connection.execute(select(_table).where(_table.c.key.startswith(_PREFIX))).all():
        held = json.loads(row.value)
        kept = {key: value for key, value in held.items() if not (isinstance(value, str) and unwanted(value))}
        if kept != held:
            text = json.dumps(kept, ensure_ascii=False)
            connection.execute(update(_table).where(_table.c.key == row.key).values(value=text))


def put(uow: UnitOfWork, device: str, values: Mapping[str, Any]) -> None:
    """Keep these too; None forgets one."""
    held = (held_by(uow.connection, device) or {}) | dict(values)
    replace(uow, device, {name: one for name, one in held.items() if one is not None})


def settle(db: Database, before: Mapping[str, Any] | None) -> tuple[Held, bool]:
    """What holds for a notebook that was just opened, and whether places for its data have to be chosen again.

    Args:
        before: what may be taken over if nothing was ever kept: what an older version kept beside the data, or what
            this window knew before it restored a backup. None where that cannot be trusted.
    """
    with db.read() as connection:
        held = held_by(connection, db.device)
        strange = [] if held is not None or db.on_server else others(connection, db.device)
    if held is not None:
        return held, False
    held = dict(before or {})
    lost = any(one.get(key) for one in strange for key in STEERING if not held.get(key))
    with db.write("choices") as uow:
        replace(uow, db.device, held)
    return held, lost


def second_place_of(profile: Profile) -> Path | None:
    """The second place for backups of a notebook that cannot be opened: as the file or its newest backup tells it."""
    device = read_device(profile.device_file)
    if device is None or profile.server:
        return None
    for file in (profile.database, *(backup.file for backup in backups_in(profile.backups))):
        held = _read(profile, file, device.device)
        if held is not None:
            place = held.get(SECOND_PLACE)
            return Path(place) if isinstance(place, str) and place else None
    return None


def _read(profile: Profile, file: Path, device: str) -> Held | None:
    try:
        with closing(connect(file, None if is_plain(file) else profile.key, reading=True)) as raw:
            refuse_foreign(raw)
            row = raw.execute("SELECT value FROM setting WHERE key = ?", (_PREFIX + device,)).fetchone()
        held = json.loads(row[0]) if row else None
    except (OSError, UnicodeError, ValueError, TypeError, driver.Error):
        return None
    return held if isinstance(held, dict) else None
