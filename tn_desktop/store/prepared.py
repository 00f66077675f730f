"""Statements that are compiled once and then handed to the driver as they are.

SQLAlchemy takes some 50 µs to carry out a compiled statement and a mark needs a dozen, while the disk takes only a
few hundred to commit it. So what a single-row write executes goes to the driver directly; it is still written as a
Core statement, in one place, for every engine.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Executable


class Prepared:
    """A Core statement with named parameters whose values are plain (text, numbers, bytes).

    Args:
        statement: a select, or an insert, update or delete; with `returning` it gives rows too.
        columns: the columns an insert or update names, where the statement does not say.
    """

    def __init__(self, statement: Executable, columns: Iterable[str] | None = None) -> None:
        self._statement = statement
        self._columns = None if columns is None else list(columns)
        self._texts: dict[str, tuple[str, tuple[str, ...] | None, dict[str, Any]]] = {}

    def all(self, connection: Connection, **values: Any) -> list[Any]:
        """Carry it out within the connection's transaction and return every row, as tuples."""
        text, order, fixed = self._texts.get(connection.dialect.name) or self._compile(connection)
        if fixed:
            values = fixed | values
        raw: Any = connection.connection.dbapi_connection
        cursor = raw.cursor()
        cursor.execute(text, values if order is None else [values[name] for name in order])
        return cursor.fetchall() if cursor.description else []

    def many(self, connection: Connection, rows: Sequence[Mapping[str, Any]]) -> None:
        """Carry it out for each of the rows of values, within the connection's transaction."""
        text, order, fixed = self._texts.get(connection.dialect.name) or self._compile(connection)
        given = [{**fixed, **row} for row in rows] if fixed else rows
        raw: Any = connection.connection.dbapi_connection
        raw.cursor().executemany(text, given if order is None else [[row[name] for name in order] for row in given])

    def one(self, connection: Connection, **values: Any) -> Any:
        """The first row, or None."""
        rows = self.all(connection, **values)
        return rows[0] if rows else None

    def _compile(self, connection: Connection) -> tuple[str, tuple[str, ...] | None, dict[str, Any]]:
        compiled: Any = self._statement.compile(dialect=connection.dialect, column_keys=self._columns)  # type: ignore[attr-defined]
        order = tuple(compiled.positiontup) if compiled.positional else None
        fixed = {name: value for name, value in compiled.params.items() if value is not None}
        self._texts[connection.dialect.name] = made = (str(compiled), order, fixed)
        return made
