"""Alembic's entry: runs the revisions on the engine that the program hands over."""

from typing import Any

from alembic import context
from sqlalchemy import Connection, text

from tn_desktop.model.entities.base import METADATA
from tn_desktop.store.server_schema import finish


def run(connection: Connection) -> None:
    """Run the revisions in one transaction; SQLite checks its foreign keys afterwards instead of during."""
    context.configure(connection=connection, target_metadata=METADATA, render_as_batch=True)
    with context.begin_transaction():
        context.run_migrations()
    if connection.dialect.name == "postgresql":
        finish(connection)
    if connection.dialect.name == "sqlite":
        broken = connection.execute(text("PRAGMA foreign_key_check")).all()
        if broken:
            raise RuntimeError(f"{len(broken)} rows point to nothing after the migration")


def main(engine: Any) -> None:
    """Open a connection, with foreign keys off for table rebuilds on SQLite."""
    with engine.connect() as connection:
        raw = connection.connection.dbapi_connection
        sqlite = connection.dialect.name == "sqlite"
        if sqlite:
            raw.execute("PRAGMA foreign_keys=OFF")
        try:
            with connection.begin():
                run(connection)
        finally:
            if sqlite:
                raw.execute("PRAGMA foreign_keys=ON")


main(context.config.attributes["engine"])
