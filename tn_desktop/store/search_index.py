"""SQLite's full-text indexes while very many texts change in one unit of work.

Taking a text out of an index so that none of its words is left in the file (secure-delete) takes some milliseconds;
making the whole index anew takes some microseconds a row, and leaves no old word either. So where more than a few of
a table's texts change, its index forgets quickly and is made anew before the unit of work ends.
"""

from typing import Any, Final

from sqlalchemy import Connection, Table

from tn_desktop.store.rows import next_id

_DEAR: Final = 100
"""So many rows of a new index take about as long as one text that is taken out securely."""


class Reindexing:
    """The full-text indexes that one unit of work makes anew; on PostgreSQL there are none.

    Args:
        connection: in the transaction of the unit of work, which takes everything back if it fails.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._changes: dict[str, int] = {}
        self._quick: list[str] = []

    def expect(self, table: Table, changes: int) -> None:
        """Be told that so many more texts of a table are about to change."""
        if not changes or self._connection.dialect.name != "sqlite" or table.name in self._quick:
            return
        self._changes[table.name] = self._changes.get(table.name, 0) + changes
        if self._changes[table.name] * _DEAR > next_id(self._connection, table):
            self._execute(table.name, "(rank, {}) VALUES (0, 'secure-delete')")
            self._quick.append(table.name)

    def finish(self) -> None:
        """Make those indexes anew, and let them forget securely again."""
        for name in self._quick:
            self._execute(name, "({}) VALUES ('rebuild')")
            self._execute(name, "(rank, {}) VALUES (1, 'secure-delete')")
        self._quick.clear()

    def _execute(self, name: str, command: str) -> None:
        raw: Any = self._connection.connection.dbapi_connection
        raw.execute(f"INSERT INTO {name}_fts{command.format(f'{name}_fts')}")
