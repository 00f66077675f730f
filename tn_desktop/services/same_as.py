"""Rows that were made twice: verdicts on pairs, and whose group a row belongs to.

Two rows are never made one: foreign keys stay, so that late files still resolve and a wrong verdict can be taken back
without loss. How rows are seen as one: store/twins.py.
"""

import uuid
from collections.abc import Iterable
from contextlib import suppress
from typing import Any, Final

from sqlalchemy import Connection, Select, or_, select

from tn_desktop.model.changes import Changes
from tn_desktop.model.entities.base import table_of
from tn_desktop.model.entities.exchange import SameAs
from tn_desktop.model.errors import NotFound, Refused
from tn_desktop.model.messages import QT_TRANSLATE_NOOP
from tn_desktop.model.registry import ENTITIES, entity
from tn_desktop.model.stamps import relation_bytes
from tn_desktop.store import twins
from tn_desktop.store.unit_of_work import UnitOfWork

SAME, DIFFERENT = "same", "different"
JUDGED: Final = ("people", "communities", "stakeholders", "workshops", "sessions")
"""The entities whose rows may be called the same."""
_AT_ONCE: Final = 400
_table = table_of(SameAs)

Pair = tuple[bytes, bytes]
"""Two uids, the smaller first."""


def judge(uow: UnitOfWork, name: str, one: int, other: int, verdict: str | None) -> Changes:
    """Say that two rows of an entity are the same or different; None takes a verdict back.

    Raises:
        Refused: it is one row, or there is no such verdict. NotFound: one of them is not there.
    """
    if verdict not in (SAME, DIFFERENT, None) or one == other:
        raise Refused(QT_TRANSLATE_NOOP("errors", "Two rows are the same, or different."))
    low, high = _pair(uow.connection, name, one, other)
    uid = relation_bytes("same_as", low, high)
    held, alive = uow.connection.execute(
        select(_table.c.id, _table.c.alive).where(_table.c.uid == uid)
    ).one_or_none() or (None, 0)
    values = {"entity": entity(name).table, "low_uid": low, "high_uid": high, "verdict": verdict}
    if held is None:
        held = uow.create_many(SameAs, [{**values, "uid": uid}])[0]
    elif alive:
        uow.change(SameAs, held, {"verdict": verdict})
    else:  # undo took the first verdict away
        uow.revive(SameAs, held, values)
    # Whoever goes on within this unit of work sees it already.
    uow.see_as_one()
    return uow.changes(subject=held)


def pair_of(connection: Connection, one: str, other: str) -> tuple[str, int, int]:
    """The entity that two uids are rows of, and their ids.

    Raises:
        NotFound: one of them is no living row that can be judged. Refused: they are of two kinds, or no uids.
    """
    from tn_desktop.services import records

    places = []
    for uid in (one, other):
        found = []
        for name in JUDGED:
            with suppress(NotFound):
                found.append((name, records.id_of(connection, name, uid)))
        if not found:
            raise NotFound(
                QT_TRANSLATE_NOOP(
                    "errors", "No person, community, stakeholder, workshop or session has the uid {uid}."
                ),
                uid=uid,
            )
        places += found
    (name, first), (its, second) = places
    if name != its:
        raise Refused(
            QT_TRANSLATE_NOOP("errors", "One row is of {one}, the other of {other}: they cannot be the same."),
            one=name,
            other=its,
        )
    return name, first, second


def verdict_on(connection: Connection, name: str, one: int, other: int) -> str | None:
    """What was said about two rows, None while nobody has."""
    uid = relation_bytes("same_as", *_pair(connection, name, one, other))
    return connection.execute(select(_table.c.verdict).where(_table.c.uid == uid, _table.c.alive + 0 == 1)).scalar()


def _pair(connection: Connection, name: str, one: int, other: int) -> Pair:
    from tn_desktop.services import records

    low, high = sorted(uuid.UUID(records.uid_of(connection, name, key)).bytes for key in (one, other))
    return low, high


def group(connection: Connection, table: str, uid: bytes) -> set[bytes]:
    """The uids of all rows that are the same as this one, itself among them."""
    found, fresh = {uid}, {uid}
    while fresh:
        rows = connection.execute(
            select(_table.c.low_uid, _table.c.high_uid).where(
                _table.c.entity == table,
                _table.c.verdict == SAME,
                _table.c.alive + 0 == 1,
                or_(_table.c.low_uid.in_(fresh), _table.c.high_uid.in_(fresh)),
            )
        )
        fresh = {end for row in rows for end in row} - found
        found |= fresh
    return found


def groups(connection: Connection, name: str) -> dict[int, int]:
    """Id -> the id it is seen as, for every row of an entity that is not alone, the kept ones among them."""
    return {key: group[0] for key, group in twins.all_groups(connection, ENTITIES[name].table).items()}


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
    """The ids of the living rows that are seen as one with this one, itself among them, the kept one first."""
    return twins.group_of(connection, ENTITIES[name].table, key)


def verdicts(
    connection: Connection, table: str, pairs: Iterable[tuple[bytes, bytes]]
) -> dict[tuple[bytes, bytes], str]:
    """The verdicts that stand on these pairs."""
    wanted = set(pairs)
    rows = connection.execute(
        select(_table.c.low_uid, _table.c.high_uid, _table.c.verdict).where(
            _table.c.entity == table, _table.c.verdict.is_not(None), _table.c.alive + 0 == 1
        )
    )
    return {(low, high): verdict for low, high, verdict in rows if (low, high) in wanted}
