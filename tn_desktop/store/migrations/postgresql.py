"""What every schema gets on PostgreSQL after the revisions ran, so that both engines answer alike.

Text is compared by its bytes, as SQLite does, whatever the database's own collation is; and each table that is
searched has its index of words.
"""

from sqlalchemy import Connection, text

from tn_desktop.store.search import words_sql


def finish(connection: Connection) -> None:
    """Bring columns and indexes that the revisions made, or changed, into that form."""
    _compare_by_bytes(connection)
    _index_words(connection)


def _compare_by_bytes(connection: Connection) -> None:
    columns = connection.execute(
        text(
            "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = current_schema() "
            "AND data_type IN ('text', 'character varying') AND collation_name IS DISTINCT FROM 'C' "
            "AND table_name <> 'alembic_version'"
        )
    ).all()
    changes: dict[str, list[str]] = {}
    for table, column in columns:
        changes.setdefault(table, []).append(f'ALTER COLUMN "{column}" TYPE text COLLATE "C"')
    for table, changed in changes.items():
        connection.execute(text(f'ALTER TABLE "{table}" {", ".join(changed)}'))


def _index_words(connection: Connection) -> None:
    tables = connection.execute(
        text(
            "SELECT table_name FROM information_schema.columns WHERE table_schema = current_schema() "
            "AND column_name IN ('search_name', 'search_more') GROUP BY table_name HAVING count(*) = 2"
        )
    ).scalars()
    for table in tables.all():
        # Without the list of pending entries, which every search would have to read through.
        connection.execute(
            text(
                f'CREATE INDEX IF NOT EXISTS "ix_{table}_words" ON "{table}" USING gin (({words_sql(table)})) '
                "WITH (fastupdate = off)"
            )
        )
