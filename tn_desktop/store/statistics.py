"""What SQLite's planner knows of the tables: brought up to date, and put right where it guesses wrong."""

from typing import Final

from sqlalchemy import Connection

LIMIT: Final = 400
"""Rows of an index that are looked at, so that a large file closes at once."""
_THERE: Final = "SELECT 1 FROM sqlite_master WHERE name = 'sqlite_stat1'"
# `stat` is "rows rows-per-value-of-the-first-column …".
_ALIVE: Final = """
WITH said AS (
    SELECT rowid AS id, substr(stat, 1, instr(stat, ' ') - 1) AS total, substr(stat, instr(stat, ' ') + 1) AS more
    FROM sqlite_stat1 WHERE idx GLOB 'ix_' || tbl || '_alive_*' AND instr(stat, ' ')
)
"""
_WRONG: Final = "said.id = sqlite_stat1.rowid AND more NOT GLOB total || ' *'"
_PUT_RIGHT: Final = f"""{_ALIVE}
UPDATE sqlite_stat1 SET stat = total || ' ' || total || substr(more, instr(more || ' ', ' ')) FROM said WHERE {_WRONG}
"""
_ANY_WRONG: Final = f"{_ALIVE} SELECT 1 FROM sqlite_stat1, said WHERE {_WRONG} LIMIT 1"


def bring_up_to_date(connection: Connection) -> None:
    """Look at tables whose size has changed much since the last time."""
    connection.exec_driver_sql(f"PRAGMA analysis_limit={LIMIT}")
    connection.exec_driver_sql("PRAGMA optimize")
    put_right(connection)


def put_right(connection: Connection) -> None:
    """Say that nearly every row is alive.

    Having looked at some rows of an index that begins with `alive`, SQLite takes it that each value has about as many.
    It would then rather walk a million living people than look up the few that a community's members are.
    """
    if connection.exec_driver_sql(_THERE).first() and connection.exec_driver_sql(_PUT_RIGHT).rowcount:
        connection.exec_driver_sql("ANALYZE sqlite_schema")  # has this connection read it again


def are_right(connection: Connection) -> bool:
    """Whether `put_right` would change nothing."""
    there = connection.exec_driver_sql(_THERE).first()
    return there is None or connection.exec_driver_sql(_ANY_WRONG).first() is None
