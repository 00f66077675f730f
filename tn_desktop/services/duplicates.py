"""Rows that may have been entered twice: proposed pairs with the evidence, likeliest first.

What is compared is bounded: equal telephone numbers, addresses and names by the database's grouping, names that are
nearly equal by the sorted-neighbourhood method (Hernández and Stolfo, 1995: only neighbours in a sorted list are
compared), so that a million people take one pass and not all pairs. A key that more than `CROWD` rows share, such as
a school's switchboard, says nothing and is passed over.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Any, Final, NamedTuple

from rapidfuzz import fuzz
from sqlalchemy import ColumnElement, Connection, and_, func, select

from tn_desktop.model.entities.base import table_of
from tn_desktop.model.entities.exchange import SameAs
from tn_desktop.model.entities.people import Community, Person
from tn_desktop.model.entities.stakeholders import Stakeholder
from tn_desktop.model.entities.workshops import Workshop, WorkshopSession
from tn_desktop.model.errors import Cancelled
from tn_desktop.model.registry import ENTITIES
from tn_desktop.services import related, same_as

PHONE, EMAIL, NAME_AND_SCHOOL, NAME, ALIKE, SAME_TIME = "phone", "email", "name_school", "name", "alike", "time"
SHOWN: Final = 300
CROWD: Final = 8
_NEIGHBOURS: Final = 3
_NEARLY: Final = 88.0
_WEIGHT: Final = {PHONE: 60, EMAIL: 60, NAME_AND_SCHOOL: 40, NAME: 20, ALIKE: 20, SAME_TIME: 40}
_GROUPS: Final = 2_000
_AT_ONCE: Final = 400

_person, _community, _stakeholder = table_of(Person), table_of(Community), table_of(Stakeholder)
_workshop, _session, _same_as = table_of(Workshop), table_of(WorkshopSession), table_of(SameAs)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two living rows of an entity that may be one.

    Attributes:
        number: the place in the list, from 1.
        entity: a name in the registry; one, other: ids; the names and details as a list of suggestions shows them.
        reasons: what speaks for it, of PHONE, EMAIL, NAME_AND_SCHOOL, NAME, ALIKE and SAME_TIME.
        likeness: of the two names, 0 to 100 (rapidfuzz's token sort ratio over folded names).
        verdict: "same", "different", or None while nobody has said.
    """

    number: int
    entity: str
    one: int
    other: int
    reasons: tuple[str, ...]
    likeness: int
    verdict: str | None = None
    one_name: str = ""
    one_detail: str = ""
    other_name: str = ""
    other_detail: str = ""


class _Side(NamedTuple):
    id: int
    uid: bytes
    name: str
    phone: str | None = None
    email: str | None = None
    school: str | None = None


class _Found:
    """Pairs that were found so far, each with all its reasons."""

    def __init__(self, entity: str) -> None:
        self.entity = entity
        self.pairs: dict[tuple[bytes, bytes], tuple[_Side, _Side, list[str]]] = {}

    def add(self, one: _Side, other: _Side, reason: str) -> None:
        if one.id == other.id:
            return
        low, high = sorted((one, other), key=lambda side: side.uid)
        reasons = self.pairs.setdefault((low.uid, high.uid), (low, high, []))[2]
        if reason not in reasons:
            reasons.append(reason)

    def add_group(self, sides: Sequence[_Side], reason: str, agree: bool = True) -> None:
        if len(sides) <= CROWD:
            for one, other in combinations(sides, 2):
                if not agree or not _contradict(one, other):
                    self.add(one, other, reason)


def proposed(connection: Connection, cancelled: Callable[[], bool] = lambda: False) -> list[Pair]:
    """Pairs without a verdict, the likeliest first, at most `SHOWN` of them.

    Raises:
        Cancelled: `cancelled` said so.
    """
    return look(connection, SHOWN, cancelled)[1]


def look(connection: Connection, limit: int, cancelled: Callable[[], bool] = lambda: False) -> tuple[int, list[Pair]]:
    """How many pairs without a verdict there are, and the likeliest so many of them.

    Raises:
        Cancelled: `cancelled` said so.
    """
    pairs: list[Pair] = []
    for find in (_people, _communities, _stakeholders, _workshops, _sessions):
        if cancelled():
            raise Cancelled
        pairs += _without_verdict(connection, find(connection, cancelled))
    pairs.sort(key=lambda pair: (-_rank(pair), pair.entity, pair.one, pair.other))
    return len(pairs), _named(connection, pairs[:limit])


def decided(connection: Connection) -> list[Pair]:
    """Pairs with a verdict whose rows both live here, the latest first, at most `SHOWN` of them."""
    return judged(connection, SHOWN)[1]


def judged(connection: Connection, limit: int) -> tuple[int, list[Pair]]:
    """How many pairs with a verdict have both their rows here, and the latest so many of them."""
    names = {spec.table: name for name, spec in ENTITIES.items()}
    there = (_same_as.c.verdict.is_not(None), _same_as.c.alive + 0 == 1)
    said = select(_same_as).where(*there).order_by(_same_as.c.id.desc())
    rows = [row for row in connection.execute(said) if row.entity in names]
    ids: dict[tuple[str, bytes], int] = {}
    for entity in {row.entity for row in rows}:
        table = table_of(ENTITIES[names[entity]].cls)
        uids = sorted({uid for row in rows if row.entity == entity for uid in (row.low_uid, row.high_uid)})
        for start in range(0, len(uids), _AT_ONCE):
            part = table.c.uid.in_(uids[start : start + _AT_ONCE])
            found = connection.execute(select(table.c.uid, table.c.id).where(part, table.c.alive + 0 == 1))
            ids |= {(entity, row.uid): row.id for row in found}
    pairs = [
        Pair(0, names[row.entity], ids[row.entity, row.low_uid], ids[row.entity, row.high_uid], (), 0, row.verdict)
        for row in rows
        if (row.entity, row.low_uid) in ids and (row.entity, row.high_uid) in ids
    ]
    return len(pairs), _named(connection, pairs[:limit])


def _rank(pair: Pair) -> int:
    return pair.likeness + sum(_WEIGHT[reason] for reason in pair.reasons)


def _without_verdict(connection: Connection, found: _Found) -> Iterator[Pair]:
    said = same_as.verdicts(connection, table_of(ENTITIES[found.entity].cls).name, found.pairs)
    for key, (low, high, reasons) in found.pairs.items():
        if key not in said:
            likeness = round(fuzz.token_sort_ratio(low.name, high.name))
            yield Pair(0, found.entity, low.id, high.id, tuple(reasons), likeness)


def _named(connection: Connection, pairs: Sequence[Pair]) -> list[Pair]:
    wanted: dict[str, set[int]] = {}
    for pair in pairs:
        wanted.setdefault(pair.entity, set()).update((pair.one, pair.other))
    known = {
        (entity, one.id): one for entity, ids in wanted.items() for one in related.known(connection, entity, [*ids])
    }
    shown: list[Pair] = []
    for pair in pairs:
        one, other = known.get((pair.entity, pair.one)), known.get((pair.entity, pair.other))
        if one is not None and other is not None:
            shown.append(
                replace(
                    pair,
                    number=len(shown) + 1,
                    one_name=one.name,
                    one_detail=one.detail,
                    other_name=other.name,
                    other_detail=other.detail,
                )
            )
    return shown


def _contradict(one: _Side, other: _Side) -> bool:
    """Whether something that belongs to one person only differs: then they are namesakes, as a rule."""
    return any(
        mine and theirs and mine != theirs
        for mine, theirs in ((one.phone, other.phone), (one.email, other.email), (one.school, other.school))
    )


# --- people

_PERSON = (
    _person.c.id,
    _person.c.uid,
    _person.c.search_name,
    _person.c.phone,
    _person.c.email,
    _person.c.institution_key,
)


def _people(connection: Connection, cancelled: Callable[[], bool]) -> _Found:
    found = _Found("people")
    for column, reason in ((_person.c.phone, PHONE), (_person.c.email, EMAIL)):
        for sides in _shared(connection, [column], cancelled):
            found.add_group(sides, reason, agree=False)
    for sides in _shared(connection, [_person.c.search_name, _person.c.institution_key], cancelled):
        found.add_group(sides, NAME_AND_SCHOOL, agree=False)
    for sides in _shared(connection, [_person.c.search_name, _person.c.province], cancelled):
        found.add_group(sides, NAME)
    everybody = (
        select(*_PERSON)
        .where(_person.c.alive == 1, _person.c.institution_key != "")
        .order_by(_person.c.institution_key, _person.c.sort_key)
    )
    rows = connection.execution_options(yield_per=1_000).execute(everybody)
    for school in _runs(map(_side, rows), lambda side: side.school, cancelled):
        for one, other in _neighbours(school):
            if not _contradict(one, other):
                found.add(one, other, ALIKE)
    return found


def _side(row: Any) -> _Side:
    # Addresses differ in case only by who typed them.
    return _Side(row[0], row[1], row[2] or "", row[3], row[4].lower() if row[4] else None, row[5] or None)


def _shared(
    connection: Connection, columns: Sequence[ColumnElement[Any]], cancelled: Callable[[], bool]
) -> Iterator[list[_Side]]:
    """Living people in groups that share all of these columns, none of them empty."""
    living = [_person.c.alive + 0 == 1, *(column != "" for column in columns)]
    keys = (
        select(*columns)
        .where(*living)
        .group_by(*columns)
        .having(func.count().between(2, CROWD))
        .limit(_GROUPS)
        .subquery()
    )
    joined = select(*_PERSON, *(column.label(f"key{n}") for n, column in enumerate(columns))).join(
        keys, (keys.c[0] == columns[0]) if len(columns) == 1 else _all_equal(keys, columns)
    )
    rows = connection.execute(joined.where(*living)).all()
    groups: dict[Any, list[_Side]] = {}
    for row in rows:
        groups.setdefault(tuple(row[len(_PERSON) :]), []).append(_side(row))
    if cancelled():
        raise Cancelled
    yield from groups.values()


def _all_equal(keys: Any, columns: Sequence[ColumnElement[Any]]) -> ColumnElement[bool]:
    first, second = columns
    return and_(keys.c[0] == first, keys.c[1] == second)


def _runs(sides: Iterable[_Side], key: Callable[[_Side], Any], cancelled: Callable[[], bool]) -> Iterator[list[_Side]]:
    """Rows that stand together and agree in a key."""
    run: list[_Side] = []
    for side in sides:
        if run and key(run[0]) != key(side):
            if cancelled():
                raise Cancelled
            yield run
            run = []
        run.append(side)
    if run:
        yield run


def _neighbours(sides: Sequence[_Side]) -> Iterator[tuple[_Side, _Side]]:
    """Pairs of nearly equal names among neighbours, in the order of the names and of the names read backwards."""
    for order in (lambda side: side.name, lambda side: side.name[::-1]):
        ordered = sorted(sides, key=order)
        for place, one in enumerate(ordered):
            for other in ordered[place + 1 : place + 1 + _NEIGHBOURS]:
                if one.name != other.name and fuzz.token_sort_ratio(one.name, other.name) >= _NEARLY:
                    yield one, other


# --- what is not a person


def _communities(connection: Connection, cancelled: Callable[[], bool]) -> _Found:
    return _by_name(connection, "communities", _community, cancelled)


def _stakeholders(connection: Connection, cancelled: Callable[[], bool]) -> _Found:
    return _by_name(connection, "stakeholders", _stakeholder, cancelled)


def _by_name(connection: Connection, name: str, table: Any, cancelled: Callable[[], bool]) -> _Found:
    """Names that are equal or nearly equal in one province."""
    found = _Found(name)
    rows = connection.execute(
        select(table.c.id, table.c.uid, table.c.search_name, table.c.province_key)
        .where(table.c.alive == 1)
        .order_by(table.c.province_key)
    )
    sides = (_Side(row[0], row[1], row[2] or "", school=row[3]) for row in rows)
    for province in _runs(sides, lambda side: side.school, cancelled):
        equal: dict[str, list[_Side]] = {}
        for side in province:
            equal.setdefault(side.name, []).append(side)
        for group in equal.values():
            found.add_group(group, NAME)
        for one, other in _neighbours(province):
            found.add(one, other, ALIKE)
    return found


def _workshops(connection: Connection, cancelled: Callable[[], bool]) -> _Found:
    """Workshops of one title that begin at the same minute in the same province."""
    found = _Found("workshops")
    key = (_workshop.c.search_name, _workshop.c.first_starts_at, _workshop.c.province_key)
    rows = connection.execute(
        select(_workshop.c.id, _workshop.c.uid, *key)
        .where(_workshop.c.alive == 1, _workshop.c.first_starts_at != "")
        .order_by(*key)
    )
    _same_time(found, rows, cancelled)
    return found


def _sessions(connection: Connection, cancelled: Callable[[], bool]) -> _Found:
    """Sessions that begin at the same minute, of one workshop or of two with one title in the same province."""
    found = _Found("sessions")
    key = (_workshop.c.search_name, _session.c.starts_at, _workshop.c.province_key)
    rows = connection.execute(
        select(_session.c.id, _session.c.uid, *key)
        .join(_workshop, _workshop.c.id == _session.c.workshop_id)
        .where(_session.c.alive + 0 == 1, _workshop.c.alive + 0 == 1, _session.c.starts_at != "")
        .order_by(*key)
    )
    _same_time(found, rows, cancelled)
    return found


def _same_time(found: _Found, rows: Iterable[Any], cancelled: Callable[[], bool]) -> None:
    keyed = (_Side(row[0], row[1], row[2] or "", school="\0".join(str(part or "") for part in row[2:])) for row in rows)
    for group in _runs(keyed, lambda side: side.school, cancelled):
        found.add_group(group, SAME_TIME)
