"""Files that wait: the profile keeps a copy of each until its time comes, the program is newer, or somebody says so."""

import hashlib
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, delete, insert, select

from tn_desktop.model.entities.base import table_of
from tn_desktop.model.entities.exchange import HeldFile
from tn_desktop.model.errors import NotFound
from tn_desktop.model.messages import QT_TRANSLATE_NOOP
from tn_desktop.store.database import Database
from tn_desktop.store.profile import Profile

_held = table_of(HeldFile)
ON_A_YES: Final = 253_402_214_400_000
"""As the time of a file that waits until somebody says yes: the end of the year 9999."""
KEEP: Final = QT_TRANSLATE_NOOP("history", "Keep an exchange for later")


@dataclass(frozen=True, slots=True)
class Held:
    """A file that waits.

    Attributes:
        name: as it came; path: of the copy.
        reason: English template of why (context "errors").
        device: whose clock is ahead, or who sent it.
        until: milliseconds since 1970 when it is due; None if no time will help, `ON_A_YES` if a yes will.
    """

    id: int
    name: str
    path: Path
    reason: str
    device: str
    until: int | None
    at: str

    @property
    def waits_for_a_yes(self) -> bool:
        """Whether no time brings it in, but somebody's word."""
        return self.until == ON_A_YES


def keep(db: Database, file: Path, reason: str, device: str, until: int | None, now: datetime) -> None:
    """Keep a copy of a file; one that is kept already stays as it is."""
    print_of = _print(file)
    copy = _copy(db.profile, print_of)
    if not copy.exists():
        copy.parent.mkdir(parents=True, exist_ok=True)
        part = copy.with_suffix(".part")
        shutil.copyfile(file, part)
        part.replace(copy)
    with db.write(KEEP) as uow:
        known = uow.connection.execute(select(_held.c.id).where(_held.c.fingerprint == print_of)).scalar()
        if known is None:
            row = {"at": f"{now:%Y-%m-%dT%H:%M:%S}", "name": file.name, "fingerprint": print_of, "reason": reason}
            uow.connection.execute(insert(_held), row | {"device": device, "until": until})


def _print(file: Path) -> str:
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _copy(profile: Profile, fingerprint: str) -> Path:
    return profile.directory / "held" / f"{fingerprint}.xlsx"


def held_files(connection: Connection, profile: Profile) -> list[Held]:
    """Every file that waits, the oldest first."""
    return [
        Held(row.id, row.name, _copy(profile, row.fingerprint), row.reason, row.device, row.until, row.at)
        for row in connection.execute(select(_held).order_by(_held.c.id))
    ]


def due(connection: Connection, profile: Profile, now: int) -> Sequence[Held]:
    """Those whose time has come (`now` in milliseconds), and those that wait for a newer program: it may be there.

    A file that another computer keeps for a database on a server is that one's to take in.
    """
    waiting = held_files(connection, profile)
    return [one for one in waiting if (one.until is None or one.until <= now) and one.path.exists()]


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
    _copy(db.profile, row.fingerprint).unlink(missing_ok=True)
