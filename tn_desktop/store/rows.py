"""Very many rows into a table at once, each engine's fastest way. They get no stamps and no history here."""

from collections.abc import Mapping, Sequence
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, Table, func, insert, select, text


def next_id(connection: Connection, table: Table) -> int:
    """The first id above those that a table has."""
    return int(connection.execute(select(func.max(table.c.id))).scalar() or 0) + 1


def insert_rows(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert rows that all name the same columns, with plain values (text, numbers, bytes, None).

    Rows may bring their own ids: they must be above every id there is, and the next row without one follows them.
    """
    if not rows:
        return
    columns = tuple(rows[0])
    if connection.dialect.name == "postgresql":
        _copy(connection, table, columns, rows)
        key = table.autoincrement_column
        if key is not None and key.name in rows[0]:
            # The table's own counter has not seen these numbers.
            counter = text("SELECT setval(pg_get_serial_sequence(:table, :key), :last)")
            last = max(row[key.name] for row in rows)
            connection.execute(counter, {"table": table.name, "key": key.name, "last": last})
        return
    # The driver's own executemany: SQLAlchemy's work on each row would double the time of a large import.
    statement = insert(table).compile(dialect=connection.dialect, column_keys=columns)
    pick = _picker(tuple(statement.positiontup or columns))
    connection.exec_driver_sql(str(statement), [pick(row) for row in rows])


def _copy(connection: Connection, table: Table, columns: tuple[str, ...], rows: Sequence[Mapping[str, Any]]) -> None:
    quote = connection.dialect.identifier_preparer.quote
    names = ", ".join(map(quote, columns))
    pick = _picker(columns)
    raw: Any = connection.connection.dbapi_connection
    with raw.cursor().copy(f"COPY {quote(table.name)} ({names}) FROM STDIN") as copy:
        for row in rows:
            copy.write_row(pick(row))


def _picker(columns: tuple[str, ...]) -> Any:
    """Row -> tuple of its values in that order."""
    return itemgetter(*columns) if len(columns) > 1 else lambda row: (row[columns[0]],)
