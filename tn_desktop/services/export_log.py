"""What left the program in a file: when, of how many people, with or without contact data. Kept locally."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, insert, select

from tn_desktop.model.entities.base import table_of
from tn_desktop.model.entities.local import ExportLog
from tn_desktop.store.unit_of_work import UnitOfWork

_log = table_of(ExportLog)


@dataclass(frozen=True)
class Exported:
    """A file that left: its name without the folder, what it holds, and of how many people.

    Attributes:
        kind: plural name of the entity.
        scope: what was chosen, in words.
        at: local time as ISO text.
    """

    name: str
    kind: str
    scope: str
    people: int
    contacts: bool
    at: str = ""


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
        },
    )


def exports(connection: Connection, limit: int = 100) -> Sequence[Exported]:
    """The latest exports, newest first."""
    rows = connection.execute(select(_log).order_by(_log.c.id.desc()).limit(limit))
    return [Exported(row.name, row.kind, row.scope, row.people, bool(row.contact_data), row.at) for row in rows]
