"""Taking down what is kept up row by row, while very many rows are written, and making it anew at the end.

By sorting, an index is made in a fraction of the time.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from sqlalchemy import Connection

from tn_desktop.model.registry import SYNCED

CACHE_KIB: Final = 192 * 1024
"""Memory meanwhile: the uids of relations come in random order, and their index should fit."""


@contextmanager
def taken_down(connection: Connection) -> Iterator[None]:
    """Within a transaction: without indexes and triggers; if it fails, the transaction brings them back."""
    rebuild = _take_down_on_server(connection) if connection.dialect.name == "postgresql" else _take_down(connection)
    yield
    for statement in rebuild:
        connection.exec_driver_sql(statement)


def _take_down_on_server(connection: Connection) -> list[str]:
    """The same on PostgreSQL, and foreign keys, whose check of each row would lock its parents.

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
