"""Files that were taken in: by their bytes, one is known before anybody reads it, and by what they say, after.

A hundred files of which most were taken in before a power cut are gone through in no time; a file that somebody saved
again is read, and known by its records then.
"""

import hashlib
from pathlib import Path
from typing import Any, Final, NamedTuple

from sqlalchemy import Connection, select

from tn_desktop.exchange.sync.edits import HandEdits
from tn_desktop.exchange.sync.incoming import Incoming
from tn_desktop.model.entities.base import table_of
from tn_desktop.model.entities.exchange import Device, SyncBatch
from tn_desktop.model.entities.local import History
from tn_desktop.model.stamps import canonical
from tn_desktop.services import settings
from tn_desktop.store.unit_of_work import UnitOfWork

PREFIX: Final = "taken-in:"
_history, _device, _batch = table_of(History), table_of(Device), table_of(SyncBatch)


class Sender(NamedTuple):
    """Who sent a file."""

    device: str
    owner: str


def print_of(file: Path) -> str:
    """The SHA-256 of a file's bytes; "" where it cannot be read."""
    try:
        with file.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError:
        return ""


def sender_of(connection: Connection, print_: str) -> Sender | None:
    """Who sent the file with these bytes; None unless it was taken in, and not taken back since."""
    held: Any = settings.get(connection, PREFIX + print_) if print_ else None
    if held is None:
        return None
    standing = select(_history.c.id).where(_history.c.id == held["history"], _history.c.undone_by.is_(None))
    if connection.execute(standing).first() is None:
        return None
    owner = connection.execute(select(_device.c.owner).where(_device.c.device == held["device"]).limit(1)).scalar()
    return Sender(held["device"], owner or "")


def note(uow: UnitOfWork, print_: str, device: str) -> None:
    """Keep that a file with these bytes was taken in by this unit of work."""
    if print_:
        settings.put(uow, PREFIX + print_, {"device": device, "history": uow.lsn})


def fingerprint_of(incoming: Incoming, edits: HandEdits) -> str:
    """What a file says, however it is named and whoever saved it again: its records, and what was written into it."""
    if not edits.states:
        return incoming.fingerprint
    said = sorted(
        (table, uid.hex(), sorted(state.seen.items()), sorted(state.cells.items()))
        for table, states in edits.states.items()
        for uid, state in states
    )
    return hashlib.sha256(f"{incoming.fingerprint}{canonical(said)}".encode()).hexdigest()


def taken_in(connection: Connection, fingerprint: str) -> bool:
    """Whether this was taken in and not taken back since."""
    statement = (
        select(_batch.c.id)
        .join(_history, _history.c.id == _batch.c.history_id)
        .where(_batch.c.fingerprint == fingerprint, _history.c.undone_by.is_(None))
    )
    return connection.execute(statement.limit(1)).first() is not None
