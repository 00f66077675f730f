"""The staging table: what came in a file, laid beside the tables so that the database itself finds what is new."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from sqlalchemy import Column, Connection, Integer, LargeBinary, MetaData, Table, Text, func, select

from tn_desktop.exchange.sync.record import Record
from tn_desktop.model.entities.base import table_of
from tn_desktop.model.registry import BY_TABLE
from tn_desktop.store.rows import insert_rows

AT_ONCE: Final = 2_000

STAGE: Final = Table(
    "sync_stage",
    MetaData(),
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("entity", Text, nullable=False),
    Column("uid", LargeBinary(16), nullable=False),
    Column("seen", Text, nullable=False),
    Column("body", Text, nullable=False),
    prefixes=["TEMPORARY"],
)


def stage(connection: Connection, records: Iterable[Record], first: int = 0) -> Iterator[int]:
    """Lay records into the staging table from number `first` on; yields how many were laid since the last time."""
    waiting: list[dict[str, Any]] = []
    for number, record in enumerate(records, first):
        row = {"seq": number, "entity": record.table, "uid": record.uid, "seen": record.seen, "body": record.body}
        waiting.append(row)
        if len(waiting) == AT_ONCE:
            insert_rows(connection, STAGE, waiting)
            yield len(waiting)
            waiting.clear()
    if waiting:
        insert_rows(connection, STAGE, waiting)
        yield len(waiting)


def tables_staged(connection: Connection) -> dict[str, tuple[int, int, int]]:
    """Table -> its first and last number, and how many rows it has."""
    statement = select(STAGE.c.entity, func.min(STAGE.c.seq), func.max(STAGE.c.seq), func.count())
    return {
        name: (low, high, count) for name, low, high, count in connection.execute(statement.group_by(STAGE.c.entity))
    }


def news(connection: Connection, table: str, low: int, high: int) -> list[tuple[Record, int | None]]:
    """The staged rows of a table, numbered low to high, that the database does not hold just so, with its row's id.

    Rows with equal `seen` are equal and are left out.
    """
    held = table_of(BY_TABLE[table])
    statement = (
        select(STAGE.c.uid, STAGE.c.seen, STAGE.c.body, held.c.id)
        .outerjoin(held, held.c.uid == STAGE.c.uid)
        .where(STAGE.c.seq.between(low, high), STAGE.c.entity == table)
        .where(held.c.id.is_(None) | (held.c.seen != STAGE.c.seen))
        .order_by(STAGE.c.seq)
    )
    return [(Record(table, uid, seen, body), key) for uid, seen, body, key in connection.execute(statement)]


def unknown(connection: Connection, table: str, low: int, high: int) -> Sequence[Record]:
    """The staged rows of a table that this program has no table for."""
    statement = select(STAGE.c.uid, STAGE.c.seen, STAGE.c.body).where(STAGE.c.seq.between(low, high))
    rows = connection.execute(statement.where(STAGE.c.entity == table))
    return [Record(table, uid, seen, body) for uid, seen, body in rows]
