"""Filling an empty database with very many rows in one transaction.

Indexes and the full-text index are made once at the end, by sorting, instead of being kept up row by row.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

from sqlalchemy import Connection

from tn_desktop.store.database import Database
from tn_desktop.store.engine import WRITER_CACHE_KIB
from tn_desktop.store.unit_of_work import UnitOfWork

CACHE_KIB: Final = 192 * 1024
"""Page cache meanwhile: the uids of relations come in random order, and their index should fit."""


@contextmanager
def bulk_write(db: Database, label: str) -> Iterator[UnitOfWork]:
    """A unit of work like `Database.write` for filling an empty database; relations are not checked meanwhile.

    Raises:
        StoreError: as `Database.write`.
    """
    if db.writer_engine.dialect.name != "sqlite":
        with db.write(label) as uow:
            yield uow
        return
    # Neither can be changed inside a transaction.
    _set(db, foreign_keys="OFF", cache_size=-CACHE_KIB)
    try:
        with db.write(label) as uow:
            rebuild = _take_down(uow.connection)
            yield uow
            for statement in rebuild:
                uow.connection.exec_driver_sql(statement)
    finally:
        _set(db, foreign_keys="ON", cache_size=-WRITER_CACHE_KIB)


def _set(db: Database, **settings: object) -> None:
    with db.writer_engine.connect() as connection:
        raw: Any = connection.connection.dbapi_connection
        for name, value in settings.items():
            raw.execute(f"PRAGMA {name}={value}")


def _take_down(connection: Connection) -> list[str]:
    """Drop indexes and triggers; return the statements that bring them back, filled."""
    made = connection.exec_driver_sql(
        "SELECT type, name, sql FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql IS NOT NULL ORDER BY type"
    ).all()
    for kind, name, _sql in made:
        connection.exec_driver_sql(f'DROP {kind} "{name}"')
    searched = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE sql LIKE '% USING fts5(%'").all()
    rebuilt = [f"INSERT INTO {name}({name}) VALUES ('rebuild')" for (name,) in searched]
    return [*(sql for _kind, _name, sql in made), *rebuilt]
