"""What every schema gets on PostgreSQL after the revisions ran, so that both engines answer alike.

Text is compared by its bytes, as SQLite does, whatever the database's own collation is; and each table that is
searched has its index of words.
"""

from sqlalchemy import Connection, text

from tn_desktop.store.search import words_sql


def finish(connection: Connection) -> None:
    """Bring columns and indexes that the revisions made, or changed, into that form."""
    _compare_by_bytes(connection)
    _order_nulls_first(connection)
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


def _order_nulls_first(connection: Connection) -> None:
    """Indexes in which a list is walked: rows without a value come first, as in every list."""
    indexes = connection.execute(
        text(
            "SELECT i.relname, t.relname, "
            "string_agg(quote_ident(a.attname) || CASE WHEN a.attnotnull THEN '' ELSE ' NULLS FIRST' END, ', ' "
            "ORDER BY k.position) "
            "FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid JOIN pg_class t ON t.oid = x.indrelid "
            "JOIN pg_am m ON m.oid = i.relam AND m.amname = 'btree' "
            "CROSS JOIN LATERAL unnest(x.indkey, x.indoption) WITH ORDINALITY AS k(number, option, position) "
            "JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = k.number "
            "WHERE t.relnamespace = current_schema()::regnamespace AND NOT x.indisunique AND x.indexprs IS NULL "
            "GROUP BY i.relname, t.relname "
            # Bit 2 of an option is "nulls first".
            "HAVING count(*) > 1 AND bool_or(NOT a.attnotnull AND k.option & 2 = 0)"
        )
    ).all()
    for name, table, columns in indexes:
        connection.execute(text(f'DROP INDEX "{name}"'))
        connection.execute(text(f'CREATE INDEX "{name}" ON "{table}" ({columns})'))


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
