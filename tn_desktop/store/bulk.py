"""Filling an empty database with very many rows in one transaction.

Indexes and the full-text index are made once at the end, by sorting, instead of being kept up row by row.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

from sqlalchemy import Connection

from tn_desktop.model.registry import SYNCED
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
    if db.on_server:
        with db.write(label) as uow:
            rebuild = _take_down_on_server(uow.connection)
            yield uow
            for statement in rebuild:
                uow.connection.exec_driver_sql(statement)
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


def _take_down_on_server(connection: Connection) -> list[str]:
    """The same on PostgreSQL: indexes, and foreign keys, whose check of each row would lock its parents.

    What others do waits meanwhile. The planner learns of the new sizes at the end.
    """
    here = "current_schema()::regnamespace"
    keys = connection.exec_driver_sql(
        "SELECT conrelid::regclass::text, quote_ident(conname), pg_get_constraintdef(oid) FROM pg_constraint "
        f"WHERE contype = 'f' AND connamespace = {here}"
    ).all()
    indexes = connection.exec_driver_sql(
        "SELECT quote_ident(c.relname), pg_get_indexdef(c.oid) FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid "
        f"WHERE c.relnamespace = {here} AND c.oid NOT IN (SELECT conindid FROM pg_constraint)"
    ).all()
    for table, name, _definition in keys:
        connection.exec_driver_sql(f"ALTER TABLE {table} DROP CONSTRAINT {name}")
    for name, _definition in indexes:
        connection.exec_driver_sql(f"DROP INDEX {name}")
    return [
        f"SET LOCAL maintenance_work_mem = '{CACHE_KIB}kB'",
        *(definition for _name, definition in indexes),
        *(f"ALTER TABLE {table} ADD CONSTRAINT {name} {definition}" for table, name, definition in keys),
        f"ANALYZE {', '.join(sorted(cls.__tablename__ for cls in SYNCED))}",
    ]


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
