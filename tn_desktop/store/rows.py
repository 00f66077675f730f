"""Very many rows into a table at once, each engine's fastest way. They get no stamps and no history here."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from operator import itemgetter
from typing import Any, Final

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
    with quickly_checked(connection, len(rows)), raw.cursor().copy(f"COPY {into} FROM STDIN") as copy:
        for row in rows:
            copy.write_row(row)
    key = table.autoincrement_column
    if key is not None and key.name in columns:
        # The table's own counter has not seen these numbers.
        counter = text("SELECT setval(pg_get_serial_sequence(:table, :key), :last)")
        place = list(columns).index(key.name)
        last = max(row[place] for row in rows)
        connection.execute(counter, {"table": table.name, "key": key.name, "last": last})


_MANY: Final = 50
"""From so many rows on, two more messages to the server pay."""
_PLANNED_ONCE: Final = "SET LOCAL plan_cache_mode = force_generic_plan; SET LOCAL enable_seqscan = off"
_PLANNED_EACH: Final = "SET LOCAL plan_cache_mode = force_custom_plan; SET LOCAL enable_seqscan = on"


@contextmanager
def quickly_checked(connection: Connection, rows: int) -> Iterator[None]:
    """While so many rows are written: PostgreSQL plans the look-up of what they point to once, not for each row.

    A connection plans every statement by its values (see `server`), and so every check of a foreign key too, which
    takes several times as long as the check. Its one plan is kept for as long as the connection, so it must not be
    made for a table that is still small: it always goes through the index.
    """
    if connection.dialect.name != "postgresql" or rows < _MANY:
        yield
        return
    raw: Any = connection.connection.dbapi_connection
    raw.execute(_PLANNED_ONCE, prepare=False)
    yield
    # After an error there is nothing to set back: the transaction, or its savepoint, takes it back.
    raw.execute(_PLANNED_EACH, prepare=False)


_KINDS: Final = {bytes: "bytea", int: "bigint", str: "text"}
"""What PostgreSQL calls the kinds of values that tables hold; smaller whole numbers it makes of them itself."""


def update_rows(connection: Connection, table: Table, columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    """Write columns of rows, each given as its id and the values of these columns in that order."""
    if not rows:
        return
    quote = connection.dialect.identifier_preparer.quote
    raw: Any = connection.connection.dbapi_connection
    if connection.dialect.name != "postgresql":
        written = ", ".join(f"{quote(name)} = ?" for name in columns)
        raw.executemany(f"UPDATE {quote(table.name)} SET {written} WHERE id = ?", [(*row[1:], row[0]) for row in rows])
        return
    # One statement for all of them: each of its own would be a plan and a look-up of its own.
    names = ("id", *columns)
    kinds = ", ".join(f"%s::{_KINDS[table.c[name].type.python_type]}[]" for name in names)
    written = ", ".join(f"{quote(name)} = given.{quote(name)}" for name in columns)
    raw.execute(
        f"UPDATE {quote(table.name)} SET {written} FROM unnest({kinds}) AS given({', '.join(map(quote, names))})"
        f" WHERE {quote(table.name)}.id = given.id",
        list(map(_array, zip(*rows, strict=True))),
    )


def _array(values: Iterable[Any]) -> str:
    """Values as the text of an array: the driver takes several times as long to make one of a list."""
    return f"{{{','.join(map(_element, values))}}}"


def _element(value: Any) -> str:
    if value is None:
        return "NULL"
    if isinstance(value, str):
        if "\\" in value or '"' in value:
            value = value.replace("\\", "\\\\").replace('"', '\\"')
        return f'"{value}"'
    return f'"\\\\x{value.hex()}"' if isinstance(value, bytes) else str(value)


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
        cursor.execute(f"{found} = ANY(%s::bytea[])", [_array(uids)])
    else:
        cursor.execute(f"{found} IN ({', '.join('?' * len(uids))})", uids)
    rows: Sequence[tuple[Any, ...]] = cursor.fetchall()
    return rows


def _picker(columns: tuple[str, ...]) -> Any:
    """Row -> tuple of its values in that order."""
    return itemgetter(*columns) if len(columns) > 1 else lambda row: (row[columns[0]],)
