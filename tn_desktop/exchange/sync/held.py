"""Files that wait until their time comes, the program is newer, or somebody says so.

Their contents are kept as those of outputs are (store/file_store.py): encrypted with the notebook, and in its backups.
Whoever is erased takes those along in which she is (services/waiting_files.py), and none is kept with her afterwards.
"""

import re
import secrets
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, delete, insert, select

from tn_desktop.exchange.sync.edits import EditFinder
from tn_desktop.exchange.sync.incoming import Incoming
from tn_desktop.model.entities.base import table_of
from tn_desktop.model.entities.exchange import Device, HeldFile
from tn_desktop.model.errors import AppError, NotFound
from tn_desktop.model.messages import QT_TRANSLATE_NOOP
from tn_desktop.services import waiting_files
from tn_desktop.services.output_files import forget as forget_content
from tn_desktop.services.output_files import safe_name, save
from tn_desktop.store.database import Database
from tn_desktop.store.encrypting import wipe
from tn_desktop.store.old_files import pieces

_held, _device = table_of(HeldFile), table_of(Device)
PERSON: Final = "person"
_UID: Final = re.compile("[0-9a-f]{32}")
ON_A_YES: Final = 253_402_214_400_000
"""As the time of a file that waits until somebody says yes: the end of the year 9999."""
KEEP: Final = QT_TRANSLATE_NOOP("history", "Keep an exchange for later")


@dataclass(frozen=True, slots=True)
class Held:
    """A file that waits.

    Attributes:
        name: as it came; fingerprint: SHA-256 of its content.
        reason: English template of why (context "errors").
        device: whose clock is ahead, or who sent it; owner: her name, "" if she was never heard of.
        until: milliseconds since 1970 when it is due; None if no time will help, `ON_A_YES` if a yes will.
    """

    id: int
    name: str
    fingerprint: str
    reason: str
    device: str
    until: int | None
    at: str
    owner: str = ""

    @property
    def waits_for_a_yes(self) -> bool:
        """Whether no time brings it in, but somebody's word."""
        return self.until == ON_A_YES


def keep(
    db: Database, file: Path, reason: str, device: str, until: int | None, now: datetime, within: Collection[str]
) -> None:
    """Keep the content of a file; one that is kept already stays as it is. `within` is whom it speaks of."""
    print_of = db.files.add(pieces(file))
    with db.write(KEEP) as uow:
        known = uow.connection.execute(select(_held.c.id).where(_held.c.fingerprint == print_of)).scalar()
        if known is None:
            row = {"at": f"{now:%Y-%m-%dT%H:%M:%S}", "name": file.name, "fingerprint": print_of, "reason": reason}
            uow.connection.execute(insert(_held), row | {"device": device, "until": until})
            waiting_files.note(uow, print_of, within)


def spoken_of(incoming: Incoming) -> set[str]:
    """The uids, in hexadecimal, of people in a file, those added by hand too, and of all its records point to."""
    found: set[str] = set()
    with suppress(AppError):
        # The visible sheets of a newer program may be none that this one can read.
        found |= {row.uid.hex() for row in EditFinder(incoming).find().written if row.table == PERSON}
    for cells in incoming.rows.rows():
        if cells[0] == PERSON:
            found.add(cells[1])
        found.update(_UID.findall("".join(cells[4:])))
    return found


def held_files(connection: Connection) -> list[Held]:
    """Every file that waits, the oldest first."""
    known = {
        row.device: row.owner for row in connection.execute(select(_device.c.device, _device.c.owner)) if row.owner
    }
    return [
        Held(row.id, row.name, row.fingerprint, row.reason, row.device, row.until, row.at, known.get(row.device, ""))
        for row in connection.execute(select(_held).order_by(_held.c.id))
    ]


def due(connection: Connection, db: Database, now: int) -> Sequence[Held]:
    """Those whose time has come (`now` in milliseconds), and those that wait for a newer program: it may be there."""
    waiting = [one for one in held_files(connection) if one.until is None or one.until <= now]
    return [one for one in waiting if db.files.find(one.fingerprint) is not None]


@contextmanager
def taken_out(db: Database, one: Held) -> Iterator[Path]:
    """A copy of a file that waits, to be read; it is gone afterwards.

    Raises:
        StoreError: it is damaged. FileRefused: it cannot be written. Refused: it is not here.
    """
    place = db.profile.opened / secrets.token_hex(8)
    place.mkdir(parents=True, mode=0o700)
    copy = place / safe_name(one.name)
    try:
        save(db, f"{one.fingerprint}/{copy.name}", copy)
        yield copy
    finally:
        with suppress(OSError):
            if copy.exists():
                wipe(copy)
            place.rmdir()


def forget(db: Database, key: int) -> None:
    """Let go of a file: it was taken in, or nobody wants it.

    Raises:
        NotFound: there is no such file.
    """
    with db.write(KEEP) as uow:
        row = uow.connection.execute(select(_held).where(_held.c.id == key)).one_or_none()
        if row is None:
            raise NotFound(QT_TRANSLATE_NOOP("errors", "There is no such file."))
        uow.connection.execute(delete(_held).where(_held.c.id == key))
        waiting_files.let_go(uow, row.fingerprint)
    forget_content(db, [f"{row.fingerprint}/{safe_name(row.name)}"])


def done_with(db: Database, one: Held) -> None:
    """Let go of a file that was taken in; an erasure in it may have done so."""
    with suppress(NotFound):
        forget(db, one.id)
