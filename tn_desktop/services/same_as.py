"""Rows that were made twice: verdicts on pairs, and whose group a row belongs to.

Two rows are never made one: foreign keys stay, so that late files still resolve and a wrong verdict can be taken back
without loss. The canonical row of a group is the one with the smallest uid.
"""

import uuid
from collections.abc import Iterable
from typing import Any, Final

from sqlalchemy import Connection, Select, or_, select

from tn_desktop.model.changes import Changes
from tn_desktop.model.entities.base import table_of
from tn_desktop.model.entities.exchange import SameAs
from tn_desktop.model.errors import Refused
from tn_desktop.model.messages import QT_TRANSLATE_NOOP
from tn_desktop.model.registry import ENTITIES, entity
from tn_desktop.model.stamps import relation_bytes
from tn_desktop.store.unit_of_work import UnitOfWork

SAME, DIFFERENT = "same", "different"
_AT_ONCE: Final = 400
_table = table_of(SameAs)

Pair = tuple[bytes, bytes]
"""Two uids, the smaller first."""


def judge(uow: UnitOfWork, name: str, one: int, other: int, verdict: str | None) -> Changes:
    """Say that two rows of an entity are the same or different; None takes a verdict back.

    Raises:
        Refused: it is one row, or there is no such verdict. NotFound: one of them is not there.
    """
    from tn_desktop.services import records

    if verdict not in (SAME, DIFFERENT, None) or one == other:
        raise Refused(QT_TRANSLATE_NOOP("errors", "Two rows are the same, or different."))
    uids = (uuid.UUID(records.uid_of(uow.connection, name, key)).bytes for key in (one, other))
    low, high = sorted(uids)
    uid = relation_bytes("same_as", low, high)
    held = uow.connection.execute(select(_table.c.id).where(_table.c.uid == uid)).scalar()
    if held is None:
        values = {"entity": entity(name).table, "low_uid": low, "high_uid": high, "verdict": verdict}
        held = uow.create_many(SameAs, [{**values, "uid": uid}])[0]
    else:
        uow.change(SameAs, held, {"verdict": verdict})
    return uow.changes(subject=held)


def group(connection: Connection, table: str, uid: bytes) -> set[bytes]:
    """The uids of all rows that are the same as this one, itself among them."""
    found, fresh = {uid}, {uid}
    while fresh:
        rows = connection.execute(
            select(_table.c.low_uid, _table.c.high_uid).where(
                _table.c.entity == table,
                _table.c.verdict == SAME,
                or_(_table.c.low_uid.in_(fresh), _table.c.high_uid.in_(fresh)),
            )
        )
        fresh = {end for row in rows for end in row} - found
        found |= fresh
    return found


def canonical_of(connection: Connection, table: str) -> dict[bytes, bytes]:
    """Uid -> the smallest uid of its group, for every row of a table that is the same as another one."""
    parent: dict[bytes, bytes] = {}

    def root(uid: bytes) -> bytes:
        while parent.setdefault(uid, uid) != uid:
            parent[uid] = parent[parent[uid]]
            uid = parent[uid]
        return uid

    pairs = connection.execute(
        select(_table.c.low_uid, _table.c.high_uid).where(_table.c.entity == table, _table.c.verdict == SAME)
    )
    for low, high in pairs:
        first, second = sorted((root(low), root(high)))
        parent[second] = first
    return {uid: root(uid) for uid in list(parent)}


def groups(connection: Connection, name: str) -> dict[int, bytes]:
    """Id -> the smallest uid of its group, for every row of an entity that is the same as another one."""
    table = table_of(ENTITIES[name].cls)
    canonical = canonical_of(connection, table.name)
    members: dict[int, bytes] = {}
    uids = list(canonical)
    for start in range(0, len(uids), _AT_ONCE):
        rows = connection.execute(
            select(table.c.id, table.c.uid).where(table.c.uid.in_(uids[start : start + _AT_ONCE]))
        )
        members |= {row.id: canonical[row.uid] for row in rows}
    return members


def counted_twice(connection: Connection, name: str, keyed: Select[Any]) -> dict[Any, int]:
    """How many rows too many a count of different rows of an entity has, by a key, where some of them are the same.

    Args:
        connection: where to read.
        name: the entity's plural name.
        keyed: gives a key and an id of the entity, in two columns; it may give a pair more than once.

    Returns:
        Key -> the number to take off; a key that is not there has nothing to take off.
    """
    members = groups(connection, name)
    seen: dict[Any, set[int]] = {}
    ids, column = list(members), keyed.selected_columns[1]
    for start in range(0, len(ids), _AT_ONCE):
        for key, found in connection.execute(keyed.where(column.in_(ids[start : start + _AT_ONCE]))):
            seen.setdefault(key, set()).add(found)
    extra = {key: len(found) - len({members[one] for one in found}) for key, found in seen.items()}
    return {key: number for key, number in extra.items() if number}


def ids_of_group(connection: Connection, name: str, key: int) -> list[int]:
    """The ids of the living rows that are the same as this one, itself among them, the canonical one first."""
    table = table_of(ENTITIES[name].cls)
    uid = connection.execute(select(table.c.uid).where(table.c.id == key)).scalar_one()
    uids = sorted(group(connection, table.name, uid))
    found: dict[bytes, int] = {}
    for start in range(0, len(uids), _AT_ONCE):
        statement = select(table.c.uid, table.c.id).where(
            table.c.uid.in_(uids[start : start + _AT_ONCE]), table.c.alive + 0 == 1
        )
        found |= {row.uid: row.id for row in connection.execute(statement)}
    return [found[one] for one in uids if one in found]


def verdicts(
    connection: Connection, table: str, pairs: Iterable[tuple[bytes, bytes]]
) -> dict[tuple[bytes, bytes], str]:
    """The verdicts that stand on these pairs."""
    wanted = set(pairs)
    rows = connection.execute(
        select(_table.c.low_uid, _table.c.high_uid, _table.c.verdict).where(
            _table.c.entity == table, _table.c.verdict.is_not(None)
        )
    )
    return {(low, high): verdict for low, high, verdict in rows if (low, high) in wanted}
