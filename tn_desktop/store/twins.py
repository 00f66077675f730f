"""Which rows are seen as one: a row that somebody said to be the same as another is shown, found and counted under it.

The rows themselves stay as they are, and so does everything that points to them. What follows from the verdicts is
kept in a table of its own (twin: row -> the row it is seen as, which is the living one of its group with the smallest
uid), so that a list of a million people leaves its few twins out while it walks an index. A unit of work that touches
verdicts, or rows under a verdict, brings that table up to date as its last act.

Sessions are one where somebody said so, and where their workshops are one and each has just one session of that
minute; a cancelled session stays by itself.
"""

from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Final, TypeVar

from sqlalchemy import ColumnElement, Connection, Select, delete, exists, func, insert, literal, or_, select, union

from tn_desktop.model.entities.base import table_of
from tn_desktop.model.entities.exchange import SameAs, Twin
from tn_desktop.model.entities.people import Community, Person
from tn_desktop.model.entities.stakeholders import Stakeholder
from tn_desktop.model.entities.workshops import Workshop, WorkshopSession
from tn_desktop.model.vocabulary import CANCELLED

SAME: Final = "same"
_AT_ONCE: Final = 400
_twin, _same_as = table_of(Twin), table_of(SameAs)
_session, _workshop = table_of(WorkshopSession), table_of(Workshop)
_TABLES: Final = {
    table.name: table for table in map(table_of, (Person, Community, Stakeholder, Workshop, WorkshopSession))
}
Key = TypeVar("Key", bytes, int)
Place = tuple[str, int]
"""A row, by its table and id."""
Way = Callable[[str, Any], ColumnElement[Any]]
"""`kept`, or what spares it."""
Done = Mapping[str, Mapping[str, Collection[int]]]
"""created, changed, removed -> table -> ids, as a unit of work tells it."""


# --- asking


def is_shown(table: Any, name: str = "") -> ColumnElement[bool]:
    """The condition that a row is not seen as another one; `name` is the table's where it goes by an alias."""
    twin = _twin.alias()
    condition: ColumnElement[bool] = table.c.id.not_in(select(twin.c.id).where(twin.c.entity == (name or table.name)))
    return condition


def shown(table: Any) -> list[ColumnElement[bool]]:
    """`is_shown` as conditions, which are none for a table whose rows nobody judges."""
    return [is_shown(table)] if table.name in _TABLES else []


def kept(name: str, column: Any) -> ColumnElement[Any]:
    """The id of the row that a row of table `name`, whose id is in a column, is seen as."""
    twin = _twin.alias()
    found = select(twin.c.kept_id).where(twin.c.entity == name, twin.c.id == column)
    return func.coalesce(found.scalar_subquery(), column)


def ways(connection: Connection) -> Way:
    """`kept`, or where nothing is seen as something else just the column, which costs nothing."""
    return kept if any_twin(connection) else lambda _name, column: column


def as_one(name: str, key: int) -> Any:
    """A select of the ids of the rows that are seen as one with `key`, itself among them."""
    first = kept(name, literal(key))
    return union(select(first), select(_twin.c.id).where(_twin.c.entity == name, _twin.c.kept_id == first))


def all_kept(name: str, ids: Any) -> Any:
    """A select of the ids of the rows that those of another select (of one column) are seen as."""
    of = ids.subquery()
    return select(kept(name, of.c[0]))


def kept_where(name: str, other: Any, condition: ColumnElement[bool]) -> Select[Any]:
    """A select of the ids of kept rows of table `name` as which a row is seen that meets a condition on `other`."""
    twin = _twin.alias()
    joined = twin.join(other, other.c.id == twin.c.id)
    return select(twin.c.kept_id).select_from(joined).where(twin.c.entity == name, condition)


def seen_as(name: str, keys: Any) -> Select[Any]:
    """A select of the ids of the twins of kept rows, which are a select or ids."""
    twin = _twin.alias()
    held = twin.c.kept_id == keys if isinstance(keys, ColumnElement) else twin.c.kept_id.in_(keys)
    return select(twin.c.id).where(twin.c.entity == name, held)


def any_twin(connection: Connection) -> bool:
    """Whether anything at all is seen as something else."""
    return connection.execute(select(_twin.c.id).limit(1)).scalar() is not None


def kept_of(connection: Connection, name: str, keys: Iterable[int]) -> dict[int, int]:
    """Id -> the id it is seen as, for those of these rows that are twins."""
    found: dict[int, int] = {}
    for part in _parts(set(keys)):
        rows = connection.execute(
            select(_twin.c.id, _twin.c.kept_id).where(_twin.c.entity == name, _twin.c.id.in_(part))
        )
        found |= {row.id: row.kept_id for row in rows}
    return found


def groups_of(connection: Connection, name: str, keys: Iterable[int]) -> dict[int, list[int]]:
    """Each of these rows -> the ids of all rows that are seen as one with it, the kept one first, then by id."""
    wanted = list(dict.fromkeys(keys))
    first = {key: key for key in wanted} | kept_of(connection, name, wanted)
    members: dict[int, list[int]] = {key: [key] for key in first.values()}
    for part in _parts(members):
        statement = select(_twin.c.id, _twin.c.kept_id).where(_twin.c.entity == name, _twin.c.kept_id.in_(part))
        for row in connection.execute(statement.order_by(_twin.c.id)):
            members[row.kept_id].append(row.id)
    return {key: members[first[key]] for key in wanted}


def group_of(connection: Connection, name: str, key: int) -> list[int]:
    """The ids of all rows that are seen as one with this one, the kept one first, itself among them."""
    return groups_of(connection, name, [key])[key]


def with_twins(connection: Connection, name: str, keys: Iterable[int]) -> list[int]:
    """Ids of kept rows, and of those that are seen as them."""
    given = list(keys)
    return given + [row for part in _parts(given) for row in connection.execute(seen_as(name, part)).scalars()]


def all_groups(connection: Connection, name: str) -> dict[int, tuple[int, ...]]:
    """Id -> the ids of its group, the kept one first, for every row of a table that is not alone."""
    members: dict[int, list[int]] = {}
    statement = select(_twin.c.id, _twin.c.kept_id).where(_twin.c.entity == name).order_by(_twin.c.id)
    for row in connection.execute(statement):
        members.setdefault(row.kept_id, [row.kept_id]).append(row.id)
    return {key: tuple(group) for group in members.values() for key in group}


# --- keeping up


def follow(connection: Connection, done: Done) -> set[Place]:
    """Bring the table up to date after a unit of work that wrote these rows; returns what `rebuild` does."""
    return rebuild(connection) if _matters(connection, done) else set()


def _matters(connection: Connection, done: Done) -> bool:
    """Whether what was written may change which rows are seen as one."""
    written = {name for tables in done.values() for name in tables}
    if _same_as.name in written:
        return True
    if written.isdisjoint(_TABLES):
        return False
    said = select(_same_as.c.id).where(_same_as.c.verdict == SAME).limit(1)
    if connection.execute(said).scalar() is None:
        return False
    for name, table in _TABLES.items():
        kinds = ("created", "changed", "removed") if table is _session else ("created", "removed")
        ids = {key for kind in kinds for key in done[kind].get(name, ())}
        gone = ids & set(done["removed"].get(name, ()))
        # Rows that were erased or taken back are not there to be asked.
        if len(ids) > _AT_ONCE or (gone and _is_known(connection, name, gone)) or _is_judged(connection, table, ids):
            return True
    return False


def _is_known(connection: Connection, name: str, ids: set[int]) -> bool:
    here = or_(_twin.c.id.in_(sorted(ids)), _twin.c.kept_id.in_(sorted(ids)))
    return connection.execute(select(_twin.c.id).where(_twin.c.entity == name, here).limit(1)).scalar() is not None


def _is_judged(connection: Connection, table: Any, ids: set[int]) -> bool:
    if not ids:
        return False
    uids: Any = select(table.c.uid).where(table.c.id.in_(sorted(ids)))
    if table is _session:
        of = select(_workshop.c.uid).join(_session, _session.c.workshop_id == _workshop.c.id)
        uids = uids.union_all(of.where(_session.c.id.in_(sorted(ids))))
    wanted = uids.subquery()
    ends = or_(_same_as.c.low_uid == wanted.c.uid, _same_as.c.high_uid == wanted.c.uid)
    found = select(wanted.c.uid).where(exists(select(_same_as.c.id).where(ends, _same_as.c.verdict == SAME)))
    return connection.execute(found.limit(1)).scalar() is not None


def rebuild(connection: Connection) -> set[Place]:
    """Make the table anew from the verdicts; what is right already is not written.

    Returns:
        The rows that are seen as another row than before, with those that they were and are seen as.
    """
    now: dict[tuple[str, int], int] = {}
    workshops: dict[int, int] = {}
    for name, table in _TABLES.items():
        if table is not _session:
            said = _said_groups(connection, name)
            groups = _together(said, _living(connection, table, said))
            workshops = {key: group[0] for group in groups for key in group} if table is _workshop else workshops
            now |= {(name, key): group[0] for group in groups for key in group[1:]}
    for group in _sessions(connection, workshops):
        now |= {(_session.name, key): group[0] for key in group[1:]}
    held = {(row.entity, row.id): row.kept_id for row in connection.execute(select(_twin))}
    moved = {place for place in held.keys() | now.keys() if held.get(place) != now.get(place)}
    for entity, key in held.keys() & moved:
        connection.execute(delete(_twin).where(_twin.c.entity == entity, _twin.c.id == key))
    new = [
        {"entity": entity, "id": key, "kept_id": to}
        for (entity, key), to in now.items()
        if held.get((entity, key)) != to
    ]
    if new:
        connection.execute(insert(_twin), new)
    ends = {(place[0], to) for place in moved for to in (held.get(place), now.get(place)) if to is not None}
    return moved | ends


def _said_groups(connection: Connection, name: str) -> dict[bytes, bytes]:
    """Uid -> the smallest uid of its group, for every row of a table that somebody said to be the same as another."""
    said = (_same_as.c.entity == name, _same_as.c.verdict == SAME, _same_as.c.alive + 0 == 1)
    pairs = connection.execute(select(_same_as.c.low_uid, _same_as.c.high_uid).where(*said))
    return united((row.low_uid, row.high_uid) for row in pairs)


def united(pairs: Iterable[tuple[Key, Key]]) -> dict[Key, Key]:
    """Each end of the pairs -> the smallest of all that it is joined with."""
    parent: dict[Key, Key] = {}

    def root(key: Key) -> Key:
        while parent.setdefault(key, key) != key:
            parent[key] = parent[parent[key]]
            key = parent[key]
        return key

    for one, other in pairs:
        first, second = sorted((root(one), root(other)))
        parent[second] = first
    return {key: root(key) for key in list(parent)}


def _living(connection: Connection, table: Any, uids: Collection[bytes]) -> dict[bytes, int]:
    found: dict[bytes, int] = {}
    for part in _parts(uids):
        living = select(table.c.uid, table.c.id).where(table.c.uid.in_(part), table.c.alive + 0 == 1)
        found |= {row.uid: row.id for row in connection.execute(living)}
    return found


def _together(said: Mapping[bytes, Hashable], ids: Mapping[bytes, int]) -> list[list[int]]:
    """The ids of the rows that are there, by their group and in the order of their uids."""
    groups: dict[Hashable, list[int]] = {}
    for uid in sorted(ids):
        groups.setdefault(said[uid], []).append(ids[uid])
    return [group for group in groups.values() if len(group) > 1]


def _sessions(connection: Connection, workshops: Mapping[int, int]) -> list[list[int]]:
    """The sessions that are one; `workshops` are those that are not alone -> the one they are seen as."""
    said = _said_groups(connection, _session.name)
    rows: dict[bytes, Any] = {}
    for column, wanted in ((_session.c.uid, said), (_session.c.workshop_id, workshops)):
        for part in _parts(wanted):
            rows |= {row.uid: row for row in connection.execute(_going().where(column.in_(part)))}
    minutes: dict[tuple[int, str], list[Any]] = {}
    for row in rows.values():
        if row.workshop_id in workshops and row.starts_at:
            minutes.setdefault((workshops[row.workshop_id], row.starts_at), []).append(row)
    pairs = [(first, uid) for uid, first in said.items()]
    for together in minutes.values():
        pairs += _of_one_minute(connection, together)
    groups = united(pairs)
    return _together(groups, {uid: row.id for uid, row in rows.items() if uid in groups})


def _going() -> Select[Any]:
    """Living sessions of living workshops that were not cancelled."""
    return (
        select(_session.c.id, _session.c.uid, _session.c.workshop_id, _session.c.starts_at)
        .join(_workshop, _workshop.c.id == _session.c.workshop_id)
        .where(_session.c.alive + 0 == 1, _workshop.c.alive + 0 == 1, _session.c.status.is_distinct_from(CANCELLED))
    )


def _of_one_minute(connection: Connection, together: Sequence[Any]) -> list[tuple[bytes, bytes]]:
    """Pairs of sessions that are one since their workshops are; where one has several then, only somebody can say."""
    if len(together) < 2:
        return []
    many = [row.workshop_id for row in together]
    alone = sorted(row.uid for row in together if many.count(row.workshop_id) == 1)
    apart = _said_apart(connection, alone)
    return [
        (one, other) for place, one in enumerate(alone) for other in alone[place + 1 :] if (one, other) not in apart
    ]


def _said_apart(connection: Connection, uids: Sequence[bytes]) -> set[tuple[bytes, bytes]]:
    both = (_same_as.c.low_uid.in_(uids), _same_as.c.high_uid.in_(uids))
    said = (_same_as.c.verdict == "different", _same_as.c.alive + 0 == 1)
    return {(row.low_uid, row.high_uid) for row in connection.execute(select(_same_as).where(*both, *said))}


def _parts(keys: Iterable[Any]) -> Iterator[list[Any]]:
    ordered = sorted(keys)
    for start in range(0, len(ordered), _AT_ONCE):
        yield ordered[start : start + _AT_ONCE]
