"""Whose data are in workbooks that wait to be taken in, so that an erasure reaches them too.

A file that waits is kept as it came, mostly encrypted with a passphrase that is not kept. Who is in it is known while
it is held, and written down beside it: of each person, and of whatever its records point to, the end of the uid.
Whoever is erased takes the file along; its sender, who still has everything, is asked for a new one.
"""

from collections.abc import Iterable
from typing import Any, Final

from sqlalchemy import Connection, delete, select

from tn_desktop.model.entities.base import table_of
from tn_desktop.model.entities.exchange import HeldFile
from tn_desktop.services import settings
from tn_desktop.store.unit_of_work import UnitOfWork

_PREFIX: Final = "waiting:"
_DIGITS: Final = 12
"""The last digits of a uid are random: so many tell people apart."""
_held = table_of(HeldFile)


def note(uow: UnitOfWork, fingerprint: str, uids: Iterable[str]) -> None:
    """Keep who is in a file that waits (uids in hexadecimal)."""
    settings.put(uow, _PREFIX + fingerprint, " ".join(sorted({uid[-_DIGITS:] for uid in uids})))


def let_go(uow: UnitOfWork, fingerprint: str) -> None:
    """Forget who was in a file that waits no more."""
    settings.put(uow, _PREFIX + fingerprint, None)


def drop_with(uow: UnitOfWork, uid: bytes) -> list[Any]:
    """Let go of every file that waits with this row in it, or of which nobody knows; returns (name, fingerprint).

    The contents stay for the caller to remove, once all of it is written.
    """
    gone = [one for one in uow.connection.execute(select(_held)).all() if _may_hold(uow.connection, one, uid)]
    for one in gone:
        uow.connection.execute(delete(_held).where(_held.c.id == one.id))
        let_go(uow, one.fingerprint)
    return gone


def _may_hold(connection: Connection, one: Any, uid: bytes) -> bool:
    known = settings.get(connection, _PREFIX + one.fingerprint)
    return known is None or uid.hex()[-_DIGITS:] in str(known).split(" ")
