"""Which rows a workbook holds: everything, or what belongs to a province or a community.

A scope is closed upwards: whatever a row in it points to is in it too, so that the receiver needs no stubs. It begins
with the rows that lie in the province (or are the community), goes down to what hangs on them, and from all of these
up to what they point to, but not down again from there.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection, select

from tn_desktop.model import places
from tn_desktop.model.entities.base import table_of
from tn_desktop.model.errors import Refused
from tn_desktop.model.messages import QT_TRANSLATE_NOOP
from tn_desktop.model.registry import BY_TABLE
from tn_desktop.model.travel import KEY, travellers
from tn_desktop.services import records

_AT_ONCE: Final = 500
ALL: Final = "all"
BESIDE: Final = frozenset(("conflict", "same_as", "device"))
"""Tables of the exchange itself: they follow the rows they speak of."""
REVIEWED: Final = {"same_as": "verdict"}
"""Fields of these tables that somebody decides: what gives way in them unseen is a conflict, as in any other row.

A verdict that was taken back is no exception, on either side: whoever took it back saw two rows wrongly made one, and a
verdict on the other laptop is as little to be lost to that without a word. That a pair is left for later is nothing
that was written, so it never stands against a verdict.
"""

Ids = dict[str, set[int]]
"""Table -> ids."""


@dataclass(frozen=True)
class Scope:
    """What to send: everything, one province (ISO code) or one community (uid).

    Attributes:
        province, community: at most one of them is given.
    """

    province: str = ""
    community: str = ""

    @property
    def text(self) -> str:
        """As headers and logs write it."""
        if self.province:
            return f"province {self.province}"
        return f"community {self.community}" if self.community else ALL


EVERYTHING: Final = Scope()


def check(scope: Scope) -> None:
    """Refuse a province that there is none of.

    Raises:
        Refused: with the name that was given.
    """
    if scope.province and places.find_province(scope.province) != scope.province:
        raise Refused(QT_TRANSLATE_NOOP("errors", "There is no province “{name}”."), name=scope.province)


def ids_in(connection: Connection, scope: Scope) -> Ids | None:
    """The ids of the rows in the scope by table; None for everything.

    Raises:
        Refused: there is no such province or community.
    """
    check(scope)
    if scope == EVERYTHING:
        return None
    chosen: Ids = {table: set() for table in BY_TABLE}
    if scope.province:
        _add_province(connection, chosen, scope.province)
    else:
        _add_community(connection, chosen, records.id_of(connection, "communities", scope.community))
    _go_down(connection, chosen)
    _go_up(connection, chosen)
    _add_beside(connection, chosen)
    return chosen


def _add_province(connection: Connection, chosen: Ids, province: str) -> None:
    for name, cls in BY_TABLE.items():
        table = table_of(cls)
        if "province" in table.c and name not in BESIDE:
            chosen[name] |= set(connection.execute(select(table.c.id).where(table.c.province == province)).scalars())


def _add_community(connection: Connection, chosen: Ids, community: int) -> None:
    """The community, and the workshops that are held for it."""
    chosen["community"].add(community)
    link = table_of(BY_TABLE["workshop_community"])
    held = select(link.c.workshop_id).where(link.c.community_id == community, link.c.alive == 1)
    chosen["workshop"] |= set(connection.execute(held).scalars())


def _keys() -> Iterable[tuple[str, str, str]]:
    """(table, column, table it points to) of every key."""
    for name in BY_TABLE:
        for one in travellers(name):
            if one.form == KEY:
                yield name, one.column, one.target


def _go_down(connection: Connection, chosen: Ids) -> None:
    fresh: Mapping[str, set[int]] = {name: set(ids) for name, ids in chosen.items()}
    while any(fresh.values()):
        found: Ids = {name: set() for name in BY_TABLE}
        for name, column, target in _keys():
            table = table_of(BY_TABLE[name])
            for part in parts_of(fresh[target]):
                found[name] |= set(connection.execute(select(table.c.id).where(table.c[column].in_(part))).scalars())
        fresh = _new(chosen, found)


def _go_up(connection: Connection, chosen: Ids) -> None:
    fresh: Mapping[str, set[int]] = {name: set(ids) for name, ids in chosen.items()}
    while any(fresh.values()):
        found: Ids = {name: set() for name in BY_TABLE}
        for name, column, target in _keys():
            table = table_of(BY_TABLE[name])
            for part in parts_of(fresh[name]):
                targets = connection.execute(select(table.c[column]).where(table.c.id.in_(part)).distinct())
                found[target] |= set(targets.scalars()) - {None}
        fresh = _new(chosen, found)


def _new(chosen: Ids, found: Ids) -> Ids:
    """Take in what was found; return what of it is new."""
    fresh = {name: ids - chosen[name] for name, ids in found.items()}
    for name, ids in fresh.items():
        chosen[name] |= ids
    return fresh


def _add_beside(connection: Connection, chosen: Ids) -> None:
    """Every device's name, the texts that consents name, and the conflicts and verdicts about rows that are chosen."""
    for name in ("device", "own_text"):
        whole = table_of(BY_TABLE[name])
        chosen[name] = set(connection.execute(select(whole.c.id)).scalars())
    conflict, same = table_of(BY_TABLE["conflict"]), table_of(BY_TABLE["same_as"])
    about = [(conflict, conflict.c.row_uid), (same, same.c.low_uid), (same, same.c.high_uid)]
    for name in BY_TABLE.keys() - BESIDE:
        rows = table_of(BY_TABLE[name])
        for table, uid in about:
            statement = select(table.c.id, rows.c.id).join(rows, rows.c.uid == uid).where(table.c.entity == name)
            chosen[table.name] |= {key for key, row in connection.execute(statement) if row in chosen[name]}
    verdicts = select(conflict.c.id, same.c.id).join(same, same.c.uid == conflict.c.row_uid)
    found = connection.execute(verdicts.where(conflict.c.entity == same.name))
    chosen[conflict.name] |= {key for key, verdict in found if verdict in chosen[same.name]}


def parts_of(ids: set[int]) -> Iterable[list[int]]:
    """Ids in order, as many at a time as a statement takes."""
    ordered = sorted(ids)
    for start in range(0, len(ordered), _AT_ONCE):
        yield ordered[start : start + _AT_ONCE]
