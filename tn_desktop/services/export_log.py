"""What left the program in a file or on paper: when, of how many people, for whom. Kept on this laptop only."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import Connection, func, insert, or_, select

from tn_desktop.model.entities.base import table_of
from tn_desktop.model.entities.local import ExportLog
from tn_desktop.store.unit_of_work import UnitOfWork

_log = table_of(ExportLog)

PRINT: Final = "print"
"""The name of what was printed on paper and is in no file."""
CLIPBOARD: Final = "clipboard"
"""The name of what was copied, to be pasted into another program."""
ITSELF: Final = "session"
"""The recipient of a sheet that is signed in its session and given to nobody else."""
SHEET, SLIP, SYNC, SUBJECT = "sheet", "slip", "sync", "subject"
"""Kinds that are no lists: sign-in sheets, consent slips, sync workbooks, everything about one person."""
REMINDER, LEFT_OUT, CARD, DESTRUCTIONS = "reminder", "left_out", "card", "destructions"
"""A reminder for those who did not come, rows that an import left out, a tool's card, the destruction log."""
FILE, BACKUP, PORTABLE, IMPACT = "file", "backup", "portable", "impact"
"""The file of an output, a copy of all data, a notebook on a stick, the impact report."""
KINDS: Final = (
    SHEET, SLIP, SYNC, SUBJECT, REMINDER, LEFT_OUT, CARD, DESTRUCTIONS, FILE, BACKUP, PORTABLE, IMPACT,
)  # fmt: skip
"""Every kind that is no entity's plural name."""


@dataclass(frozen=True)
class Exported:
    """A file that left: its name without the folder, what it holds, and of how many people.

    Attributes:
        name: of the file; `PRINT` for paper. A name that says who it is about is not kept (`note`).
        kind: plural name of the entity, or one of the kinds above.
        scope: what was chosen, in words; uids, no names.
        at: local time as ISO text.
        recipient: who was given it, "" where nobody was named; `ITSELF` for a sheet that stays in its session.
    """

    name: str
    kind: str
    scope: str
    people: int
    contacts: bool
    at: str = ""
    recipient: str = ""


def note(uow: UnitOfWork, exported: Exported, now: datetime) -> None:
    """Write an export down; it is no part of the history, since nothing about it can be undone."""
    uow.connection.execute(
        insert(_log),
        {
            "at": f"{now:%Y-%m-%dT%H:%M:%S}",
            "name": exported.name,
            "kind": exported.kind,
            "scope": exported.scope,
            "people": exported.people,
            "contact_data": int(exported.contacts),
            "recipient": exported.recipient.strip() or None,
        },
    )


def exports(
    connection: Connection, limit: int = 100, search: str = "", *, people_only: bool = False, since: str = ""
) -> Sequence[Exported]:
    """The latest exports, newest first.

    Args:
        connection: where to read.
        limit: at most so many.
        search: letters that stand in the name, the kind or the recipient, in either case.
        people_only: leave out what holds nobody's data.
        since: local ISO time; leave out what left before.
    """
    statement = select(_log).order_by(_log.c.id.desc()).limit(limit)
    if search.strip():
        found = (column.icontains(search.strip(), autoescape=True) for column in (_log.c.name, _log.c.recipient))
        statement = statement.where(or_(*found, _log.c.kind == search.strip()))
    if people_only:
        statement = statement.where(_log.c.people > 0)
    if since:
        statement = statement.where(_log.c.at >= since)
    return [
        Exported(row.name, row.kind, row.scope, row.people, bool(row.contact_data), row.at, row.recipient or "")
        for row in connection.execute(statement)
    ]


def time_of(milliseconds: int) -> str:
    """A time since 1970 as local ISO text, as the log writes it."""
    return f"{datetime.fromtimestamp(milliseconds / 1000).astimezone():%Y-%m-%dT%H:%M:%S}"


def count(connection: Connection) -> int:
    """How many exports are written down."""
    return int(connection.execute(select(func.count()).select_from(_log)).scalar() or 0)


def recipients(connection: Connection, limit: int = 20) -> Sequence[str]:
    """Who was given something before, the latest first, each once."""
    last = func.max(_log.c.id)
    somebody = (_log.c.recipient.is_not(None), _log.c.recipient != ITSELF)
    named = select(_log.c.recipient).where(*somebody).group_by(_log.c.recipient)
    return list(connection.execute(named.order_by(last.desc()).limit(limit)).scalars())
