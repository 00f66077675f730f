"""Very many rows into a table at once, each engine's fastest way. They get no stamps and no history here."""

from collections.abc import Mapping, Sequence
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, Table, func, select, text


def next_id(connection: Connection, table: Table) -> int:
    """The first id above those that a table has."""
    return int(connection.execute(select(func.max(table.c.id))).scalar() or 0) + 1


def insert_rows(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert rows that all name the same columns, with plain values (text, numbers, bytes, None).

    Rows may bring their own ids: they must be above every id there is, and the next row without one follows them.
    """
    if rows:
        columns = tuple(rows[0])
        insert_values(connection, table, columns, list(map(_picker(columns), rows)))


def insert_values(connection: Connection, table: Table, columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    """`insert_rows` of rows that are the values of these columns, in that order."""
    if not rows:
        return
    quote = connection.dialect.identifier_preparer.quote
    into = f"{quote(table.name)} ({', '.join(map(quote, columns))})"
    raw: Any = connection.connection.dbapi_connection
    if connection.dialect.name != "postgresql":
        # The driver's own executemany: SQLAlchemy's work on each row would double the time of a large import.
        raw.executemany(f"INSERT INTO {into} VALUES ({', '.join('?' * len(columns))})", rows)
        return
    with raw.cursor().copy(f"COPY {into} FROM STDIN") as copy:
        for row in rows:
            copy.write_row(row)
    key = table.autoincrement_column
    if key is not None and key.name in columns:
        # The table's own counter has not seen these numbers.
        counter = text("SELECT setval(pg_get_serial_sequence(:table, :key), :last)")
        place = list(columns).index(key.name)
        last = max(row[place] for row in rows)
        connection.execute(counter, {"table": table.name, "key": key.name, "last": last})


def find_by_uid(
    connection: Connection, table: Table, uids: Sequence[bytes], *columns: str
) -> Sequence[tuple[Any, ...]]:
    """(uid, id, columns…) of the rows of these uids that are there; at most some thousand uids at once."""
    if not uids:
        return []
    quote = connection.dialect.identifier_preparer.quote
    raw: Any = connection.connection.dbapi_connection
    wanted = ", ".join(map(quote, ("uid", "id", *columns)))
    found = f"SELECT {wanted} FROM {quote(table.name)} WHERE uid"
    cursor = raw.cursor()
    if connection.dialect.name == "postgresql":
        cursor.execute(f"{found} = ANY(%s)", [list(uids)])
    else:
        cursor.execute(f"{found} IN ({', '.join('?' * len(uids))})", uids)
    rows: Sequence[tuple[Any, ...]] = cursor.fetchall()
    return rows


def _picker(columns: tuple[str, ...]) -> Any:
    """Row -> tuple of its values in that order."""
    return itemgetter(*columns) if len(columns) > 1 else lambda row: (row[columns[0]],)
