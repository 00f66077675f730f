"""What a database on a server holds from its first day on: the shipped tools, and its device id.

There is one device id for all who write there, since the server's lock puts their stamps in a row.

A database that was restored from a dump or copied to another server must not write under the old id (exchange.md,
"Traps"). What the server says of the place is kept inside the database; where they differ, a new id is taken.
"""

import hashlib
import json
from typing import Final

from sqlalchemy import Connection, Engine, delete, insert, select, text

from tn_desktop.model.entities.base import table_of
from tn_desktop.model.entities.local import History, Setting
from tn_desktop.model.stamps import EMPTY_STAMP, new_device_id
from tn_desktop.store.device import DEVICE_KEY, Device, read_device, write_device
from tn_desktop.store.library import is_settled, settle_library
from tn_desktop.store.profile import Profile

PLACE_KEY: Final = "device_place"
_setting, _history = table_of(Setting), table_of(History)
_PLACE: Final = text(
    # A cluster's own number, its timeline (another one after a recovery to an earlier point), the database, the table.
    "SELECT (SELECT system_identifier FROM pg_control_system()), (SELECT timeline_id FROM pg_control_checkpoint()), "
    "(SELECT oid FROM pg_database WHERE datname = current_database()), CAST('history' AS regclass)::oid"
)


def settle_server(writer: Engine, readers: Engine, profile: Profile) -> str:
    """The id to write under: the stored one if the place and this computer's memory of it agree, else a new one."""
    held = read_device(profile.device_file)
    with readers.connect() as connection, connection.begin():
        device = _agreed(connection, held)
        settled = device is not None and is_settled(connection)
    if device is None or not settled:
        with writer.connect() as connection, connection.begin():
            # Somebody else may have settled it meanwhile.
            device = _agreed(connection, held) or _take_new(connection)
            settle_library(connection)
    if held is None or held.device != device:
        write_device(profile.device_file, Device(device, profile.device_file.name))
    return device


def _agreed(connection: Connection, held: Device | None) -> str | None:
    stored = dict(
        connection.execute(
            select(_setting.c.key, _setting.c.value).where(_setting.c.key.in_((DEVICE_KEY, PLACE_KEY)))
        ).all()
    )
    if DEVICE_KEY not in stored or stored.get(PLACE_KEY) != json.dumps(_place(connection)):
        return None
    device = str(json.loads(stored[DEVICE_KEY]))
    latest = connection.execute(select(_history.c.stamp).order_by(_history.c.id.desc()).limit(1)).scalar()
    if held and held.device == device and held.highest_exported > (latest or EMPTY_STAMP):
        # What left from here is not there any more: the server went back to an earlier state.
        return None
    return device


def _take_new(connection: Connection) -> str:
    device = new_device_id()
    connection.execute(delete(_setting).where(_setting.c.key.in_((DEVICE_KEY, PLACE_KEY))))
    connection.execute(
        insert(_setting),
        [
            {"key": DEVICE_KEY, "value": json.dumps(device)},
            {"key": PLACE_KEY, "value": json.dumps(_place(connection))},
        ],
    )
    return device


def _place(connection: Connection) -> str:
    return hashlib.sha256(repr(tuple(connection.execute(_PLACE).one())).encode()).hexdigest()
