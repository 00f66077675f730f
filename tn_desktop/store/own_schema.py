"""What may stand in the schema of a SQLite file of ours: tables, indexes, full-text indexes with their triggers.

A file that somebody prepared could hold a trigger that changes data with the first write, or a view in the place of a
table. SQLite's advice for files of others is followed (sqlite.org/security.html): nothing of the schema is trusted,
and what we did not make is refused before any of it is read.
"""

import re
from functools import cache
from typing import Any, Final

import sqlcipher3.dbapi2 as driver

FOREIGN: Final = "schema is not ours"
"""In the driver's error of a file that is refused."""
_PLAIN: Final = re.compile(r"CREATE (TABLE|(UNIQUE )?INDEX) ", re.IGNORECASE)


def full_text_of(table: str) -> tuple[str, ...]:
    """The statements that make the full-text index of a table and the triggers that keep it."""
    index, columns = f"{table}_fts", "search_name, search_more"
    old, new = "old.id, old.search_name, old.search_more", "new.id, new.search_name, new.search_more"
    forget = f"INSERT INTO {index}({index}, rowid, {columns}) VALUES ('delete', {old});"
    learn = f"INSERT INTO {index}(rowid, {columns}) VALUES ({new});"
    return (
        (
            f"CREATE VIRTUAL TABLE {index} USING fts5({columns}, content='{table}', content_rowid='id', "
            "tokenize='unicode61 remove_diacritics 0', prefix='1 2 3', detail=column, columnsize=0)"
        ),
        f"CREATE TRIGGER {index}_insert AFTER INSERT ON {table} BEGIN {learn} END",
        f"CREATE TRIGGER {index}_delete AFTER DELETE ON {table} BEGIN {forget} END",
        (
            f"CREATE TRIGGER {index}_update AFTER UPDATE OF {columns} ON {table} "
            f"WHEN old.search_name <> new.search_name OR old.search_more <> new.search_more BEGIN {forget} {learn} END"
        ),
    )


def refuse_foreign(connection: Any, schema: str = "main") -> None:
    """Read the schema of a file before anything else of it.

    Raises:
        driver.DatabaseError: it cannot be read, or holds a trigger, a view or a virtual table that is not ours.
    """
    for sort, name, statement in connection.execute(f"SELECT type, name, sql FROM {schema}.sqlite_master"):
        if not _is_ours(sort, name, statement):
            raise driver.DatabaseError(FOREIGN)


def is_table(connection: Any, schema: str, name: str) -> bool:
    """Whether that name is a table of its own in a file, not a view or a virtual table in its place."""
    found = connection.execute(
        f"SELECT type, name, sql FROM {schema}.sqlite_master WHERE name = ? COLLATE NOCASE", (name,)
    ).fetchall()
    return bool(found) and all(row[0] == "table" and _is_ours(*row) for row in found)


def _is_ours(sort: Any, name: Any, statement: Any) -> bool:
    if statement is None:
        return bool(sort == "index")  # SQLite's own, of a key
    if not isinstance(name, str) or not isinstance(statement, str):
        return False
    if sort in ("table", "index") and _PLAIN.match(statement):
        return True
    table = name.partition("_fts")[0]
    return re.fullmatch(r"[a-z_]+", table) is not None and _said(statement) in _full_text(table)


def _said(statement: str) -> str:
    return " ".join(statement.replace('"', "").split())


@cache
def _full_text(table: str) -> frozenset[str]:
    return frozenset(map(_said, full_text_of(table)))
