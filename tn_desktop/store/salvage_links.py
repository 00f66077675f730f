"""Mending what points to rows that are lost.

A row whose uid is still known, from the index of uids, comes back as a stub (exchange.md, "Missing parents"): what
points to it stays, and it is filled when a colleague's workbook brings it.
"""

from collections.abc import Mapping
from typing import Any, Final

from tn_desktop.model.entities.base import METADATA
from tn_desktop.model.registry import BY_TABLE
from tn_desktop.model.stamps import EMPTY_STAMP, relation_bytes

_ROUNDS: Final = 12
"""A row that is dropped may leave others without theirs; no chain of tables is longer."""


def mend(connection: Any, uids: Mapping[str, Mapping[int, bytes]]) -> tuple[dict[str, int], dict[str, int]]:
    """Make stubs, clear or drop what points nowhere, and have the history know the latest change.

    Returns:
        table -> rows that had to be dropped, or are a mere count now, since what they were about is lost;
        table -> rows that are kept and belong to a stub: they are seen again when it is filled.
    """
    dropped: dict[str, int] = {}
    for _round in range(_ROUNDS):
        if not _round_of(connection, uids, dropped):
            break
    _wind_clock(connection)
    return dropped, _waiting(connection)


def _waiting(connection: Any) -> dict[str, int]:
    counts = {}
    for table in METADATA.sorted_tables:
        needed = [key for key in table.foreign_keys if table.name in BY_TABLE and key.column.table.name in BY_TABLE]
        if needed:
            stubs = " OR ".join(
                f'EXISTS (SELECT 1 FROM "{key.column.table.name}" AS p WHERE p.id = "{key.parent.name}" '
                "AND p.created = '' AND p.alive = 0)"
                for key in needed
            )
            count = connection.execute(f'SELECT count(*) FROM "{table.name}" WHERE alive = 1 AND ({stubs})').fetchone()[
                0
            ]
            if count:
                counts[table.name] = count
    return counts


def _round_of(connection: Any, uids: Mapping[str, Mapping[int, bytes]], dropped: dict[str, int]) -> bool:
    found = False
    for table in METADATA.sorted_tables:
        for key in table.foreign_keys:
            column, parent = key.parent.name, key.column.table.name
            nowhere = f'"{column}" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "{parent}" AS p WHERE p.id = "{column}")'
            lost = [
                row[0] for row in connection.execute(f'SELECT DISTINCT "{column}" FROM "{table.name}" WHERE {nowhere}')
            ]
            for one in lost:
                uid = uids.get(parent, {}).get(one)
                if uid is not None:
                    _stub(connection, parent, one, uid)
            if not lost:
                continue
            found = True
            gone = connection.execute(
                _release(table.name, column, nowhere, nullable=bool(key.parent.nullable))
            ).rowcount
            # A mark without its person stays as a count; whose it was is lost.
            if gone and table.name in BY_TABLE and (not key.parent.nullable or column in BY_TABLE[table.name].ends):
                dropped[table.name] = dropped.get(table.name, 0) + gone
    return found


def _release(table: str, column: str, nowhere: str, *, nullable: bool) -> str:
    if nullable:
        return f'UPDATE "{table}" SET "{column}" = NULL WHERE {nowhere}'
    return f'DELETE FROM "{table}" WHERE {nowhere}'


def _stub(connection: Any, table: str, key: int, uid: bytes) -> None:
    columns = METADATA.tables[table].columns
    row: dict[str, Any] = {column.name: "" for column in columns if not column.nullable}
    for column in columns:
        for link in column.foreign_keys:
            if not column.nullable:
                row[column.name] = _unknown(connection, link.column.table.name)
    row |= {"id": key, "uid": uid, "created": EMPTY_STAMP, "fields": "{}", "seen": "{}", "lsn": 0, "alive": 0}
    names, marks = ", ".join(f'"{name}"' for name in row), ", ".join("?" * len(row))
    connection.execute(f'INSERT OR IGNORE INTO "{table}" ({names}) VALUES ({marks})', [*row.values()])


def _unknown(connection: Any, table: str) -> int:
    """One stub of a table, which stands for all that are not known (as exchange/sync/keyring.py does)."""
    uid = relation_bytes("unknown", table.encode("ascii"))
    held = connection.execute(f'SELECT id FROM "{table}" WHERE uid = ?', (uid,)).fetchone()
    if held is None:
        key = connection.execute(f'SELECT coalesce(max(id), 0) + 1 FROM "{table}"').fetchone()[0]
        _stub(connection, table, key, uid)
        return int(key)
    return int(held[0])


def _wind_clock(connection: Any) -> None:
    """The history's newest row is the clock: it has to know the latest change, and no stamp may be above its own."""
    newest, stamp = connection.execute("SELECT coalesce(max(id), 0), coalesce(max(stamp), '') FROM history").fetchone()
    last, latest = 0, ""
    for table in BY_TABLE:
        lsn, created = connection.execute(
            f"SELECT coalesce(max(lsn), 0), coalesce(max(created), '') FROM \"{table}\""
        ).fetchone()
        last, latest = max(last, lsn), max(latest, created)
        for (stamped,) in connection.execute(
            f'SELECT max(value) FROM "{table}", json_each("{table}".fields) WHERE "{table}".fields <> \'{{}}\''
        ):
            latest = max(latest, stamped or "")
    if last > newest or latest > stamp:
        connection.execute(
            "INSERT INTO history (id, stamp, label) VALUES (?, ?, 'Rescue')",
            (max(last, newest) + 1, max(latest, stamp)),
        )
