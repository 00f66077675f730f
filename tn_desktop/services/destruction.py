"""The destruction log: what was destroyed, when, by which rule, on whose authority. It knows no names."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection, insert, select

from tn_desktop.model.entities.base import table_of
from tn_desktop.model.entities.privacy import Destruction
from tn_desktop.store.unit_of_work import UnitOfWork

_table = table_of(Destruction)
EXCHANGE: Final = "exchange"
"""The rule of what another laptop erased, and this one by its file."""
LISTED: Final = 1_000


@dataclass(frozen=True, slots=True)
class DestructionRow:
    """A line: the ISO day, the rule's key, how many rows or people, and who asked for it or decided it."""

    id: int
    at: str
    rule: str
    count: int
    authority: str


def note(uow: UnitOfWork, day: str, rule: str, count: int, authority: str) -> None:
    """Write a line; it is no part of the history, since nothing about it can be undone."""
    if count:
        uow.connection.execute(insert(_table), {"at": day, "rule": rule, "count": count, "authority": authority or ""})


def lines(connection: Connection, limit: int = LISTED) -> Sequence[DestructionRow]:
    """The lines, the latest first."""
    rows = connection.execute(select(_table).order_by(_table.c.id.desc()).limit(limit))
    return [DestructionRow(**row) for row in rows.mappings()]
