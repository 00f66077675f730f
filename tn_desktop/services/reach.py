"""Whom activities and outputs reached, how that is known, and nobody counted twice.

Three bases are never added up silently: named (people one could list), counted (heads), estimated. Nor are people
reached by activities and by outputs: whoever came to a workshop may well read its guide.

Of activities, the people present are taken from attendance (present or late, in a session that was not cancelled):
the same person counts once in whatever is summed up, however many sessions she came to. To them come, by heads, the
`minors` and `guests` of a session, and the reach rows of a session. Such a row is about an audience beyond the
attendance list (children at the exhibition, parents at the door); whoever is on the list does not belong into it,
so that neither the list nor the head counts are entered a second time.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, and_, func, literal, or_, select, union_all

from tn_desktop.model.entities.base import table_of
from tn_desktop.model.entities.solutions import Output, Reach
from tn_desktop.model.entities.workshops import Attendance, Workshop, WorkshopSession
from tn_desktop.model.places import province_name
from tn_desktop.model.text import fold, sort_key
from tn_desktop.model.vocabulary import ATTENDED, CANCELLED
from tn_desktop.services import one_roster, same_as
from tn_desktop.store import twins

BASES: Final = ("named", "counted", "estimated")
_reach, _output = table_of(Reach), table_of(Output)
_session, _attendance, _workshop = table_of(WorkshopSession), table_of(Attendance), table_of(Workshop)
SHOWN: Final = 500
_AT_ONCE: Final = 400


@dataclass(frozen=True, slots=True)
class Numbers:
    """People by how their number is known."""

    named: int = 0
    counted: int = 0
    estimated: int = 0

    def __add__(self, other: "Numbers") -> "Numbers":
        return Numbers(self.named + other.named, self.counted + other.counted, self.estimated + other.estimated)

    def __bool__(self) -> bool:
        return bool(self.named or self.counted or self.estimated)


@dataclass(frozen=True, slots=True)
class ReachRow:
    """A reach entry. basis and province (ISO code) as stored; where is the session it belongs to, if it does."""

    id: int
    date: str
    province: str
    place: str
    audience: str
    number: int
    basis: str
    notes: str
    session_id: int | None
    where: str


@dataclass(frozen=True, slots=True)
class Part:
    """What was reached in one year or one province: `key` is the year, or the ISO code ("" where it is not known)."""

    key: str
    activities: Numbers
    outputs: Numbers


@dataclass(frozen=True, slots=True)
class ReachSummary:
    """People reached in a stretch of time.

    Attributes:
        activities, outputs: all of it; a person is counted once.
        participants: how many different people were present at sessions; they are among the named of `activities`.
        years, provinces: its parts. A person who took part in two of them is in both, so that the named people of the
            parts may come to more than those of the whole.
    """

    activities: Numbers
    outputs: Numbers
    participants: int
    years: tuple[Part, ...]
    provinces: tuple[Part, ...]


def rows_of_output(connection: Connection, output: int) -> tuple[ReachRow, ...]:
    """The reach entries of an output, the latest first."""
    return _rows(connection, _reach.c.output_id == output)


def rows_of_workshop(connection: Connection, workshop: int) -> tuple[ReachRow, ...]:
    """The reach entries of a workshop's sessions, the latest first."""
    own = select(_session.c.id).where(
        _session.c.workshop_id.in_(twins.as_one("workshop", workshop)), _session.c.alive + 0 == 1
    )
    return _rows(connection, and_(_reach.c.session_id.in_(own), *_entered_once(connection)))


def _rows(connection: Connection, condition: ColumnElement[bool]) -> tuple[ReachRow, ...]:
    statement = (
        select(_reach, _session.c.title.label("session_title"), _session.c.starts_at)
        .join(_session, _session.c.id == _reach.c.session_id, isouter=True)
        .where(condition, _reach.c.alive + 0 == 1)
        .order_by(_reach.c.date.desc(), _reach.c.id.desc())
        .limit(SHOWN)
    )
    return tuple(
        ReachRow(
            row.id,
            row.date or "",
            row.province or "",
            province_name(row.province),
            row.audience or "",
            row.number or 0,
            row.basis or "",
            row.notes or "",
            row.session_id,
            row.session_title or (row.starts_at or "")[:10],
        )
        for row in connection.execute(statement)
    )


def of_outputs(connection: Connection, outputs: Sequence[int]) -> dict[int, Numbers]:
    """Whom each of these outputs reached; those that reached nobody are left out."""
    return _by_basis(connection, _reach.c.output_id, select(_reach).where(_reach.c.output_id.in_(outputs)))


def of_workshops(connection: Connection, workshops: Sequence[int]) -> dict[int, Numbers]:
    """Whom each of these workshops reached, a participant once in each; those that reached nobody are left out."""
    if not workshops:
        return {}
    groups = twins.groups_of(connection, "workshop", workshops)
    every = [key for group in groups.values() for key in group]
    held = [_session.c.workshop_id.in_(every), _session.c.alive + 0 == 1, _workshop.c.alive + 0 == 1, _going()]
    joined = _reach.join(_session, _session.c.id == _reach.c.session_id).join(
        _workshop, _workshop.c.id == _session.c.workshop_id
    )
    by = twins.ways(connection)("workshop", _session.c.workshop_id)
    entries = select(_reach, by).select_from(joined).where(*held, *_entered_once(connection))
    found = _by_basis(connection, by, entries)
    heads = _heads(connection, by, [*held, *_headed_once(connection)])
    people = _people(connection, by, held) | _of_both(connection, groups)
    return {
        key: found.get(group[0], Numbers()) + Numbers(people.get(group[0], 0), heads.get(group[0], 0))
        for key, group in groups.items()
        if group[0] in {*found, *heads, *people}
    }


def summary(connection: Connection, start: str = "", end: str = "") -> ReachSummary:
    """Whom everything reached from day `start` to day `end` (ISO dates, both included; "" for no bound)."""
    held = [
        _session.c.alive == 1,
        _workshop.c.alive + 0 == 1,
        _going(),
        *_within(_session.c.starts_at, start, _to(end)),
    ]
    # A session is in the province that it names, or else in its workshop's.
    where = func.coalesce(_session.c.province, _workshop.c.province, "")
    year = func.substr(_session.c.starts_at, 1, 4)
    entered = func.coalesce(_reach.c.date, _session.c.starts_at, _output.c.date, "")
    in_time = _within(entered, start, _to(end))
    headed = [*held, *_headed_once(connection)]
    cells = _entries(connection, [*in_time, *_entered_once(connection)], func.substr(entered, 1, 4), _entered_in(where))
    years, places = _parts(cells, 1), _parts(cells, 2)
    everybody, of_year, of_place = _present(connection, year, where, held)
    return ReachSummary(
        _total(cells, "session") + Numbers(everybody, _all_heads(connection, headed)),
        _total(cells, "output"),
        everybody,
        _with_people(years, of_year, _heads(connection, year, headed)),
        _with_people(places, of_place, _heads(connection, where, headed), lambda key: sort_key(province_name(key))),
    )


def _entered_in(session_place: Any) -> Any:
    """The province of a reach entry: the one it names, or else that of its session."""
    return func.coalesce(_reach.c.province, session_place, "")


def _going() -> ColumnElement[bool]:
    return func.coalesce(_session.c.status, "") != CANCELLED


def _to(end: str) -> str:
    """What every moment of a day sorts before."""
    return f"{end}T24" if end else ""


def _within(column: Any, start: str, end: str) -> list[ColumnElement[bool]]:
    bounds = [column >= start] if start else []
    return [*bounds, column <= end] if end else bounds


def _attended(connection: Connection) -> list[ColumnElement[bool]]:
    came = [_attendance.c.alive + 0 == 1, _attendance.c.status.in_(ATTENDED)]
    # Of a session entered twice, what the one list says may be overruled by the other.
    overruled = one_roster.overruled(connection)
    return [*came, _attendance.c.id.not_in(overruled)] if overruled else came


def _headed_once(connection: Connection) -> list[ColumnElement[bool]]:
    """Of a session entered twice only the larger count of minors and guests counts."""
    groups = set(one_roster.all_as_one(connection).values())
    if not groups:
        return []
    counted = func.coalesce(_session.c.minors, 0) + func.coalesce(_session.c.guests, 0)
    left: list[int] = []
    for members in sorted(groups):
        rows = connection.execute(select(_session.c.id).where(_session.c.id.in_(members)).order_by(counted.desc()))
        left += list(rows.scalars())[1:]
    return [_session.c.id.not_in(left)]


def _entered_once(connection: Connection) -> list[ColumnElement[bool]]:
    """Of a session entered twice, both of whose facilitators typed whom it reached, one entry of an audience counts.

    It is the one whose basis says more, and of two alike the larger. Different audiences add up.
    """
    found: dict[tuple[int, str], dict[int, list[Any]]] = {}
    groups = one_roster.all_as_one(connection)
    for part in _pieces(sorted(groups)):
        statement = select(_reach.c.id, _reach.c.session_id, _reach.c.audience, _reach.c.basis, _reach.c.number)
        for row in connection.execute(statement.where(_reach.c.session_id.in_(part), _reach.c.alive + 0 == 1)):
            by_session = found.setdefault((groups[row.session_id][0], fold(row.audience or "")), {})
            by_session.setdefault(row.session_id, []).append(row)
    left: list[int] = []
    for by_session in found.values():
        best = max(by_session, key=lambda session: _says(by_session[session]))
        left += [row.id for session, rows in by_session.items() if session != best for row in rows]
    return [_reach.c.id.not_in(left)] if left else []


def _says(rows: Sequence[Any]) -> tuple[int, int]:
    """How surely the entries of an audience are known, and how many people they are."""
    surest = max(len(BASES) - BASES.index(row.basis) if row.basis in BASES else 0 for row in rows)
    return surest, sum(row.number or 0 for row in rows)


def _pieces(ids: Sequence[int]) -> Iterator[Sequence[int]]:
    for start in range(0, len(ids), _AT_ONCE):
        yield ids[start : start + _AT_ONCE]


_PRESENT: Final = _session.join(_attendance, _attendance.c.session_id == _session.c.id).join(
    _workshop, _workshop.c.id == _session.c.workshop_id
)
_HELD: Final = _session.join(_workshop, _workshop.c.id == _session.c.workshop_id)


def _present(
    connection: Connection, year: Any, place: Any, held: Sequence[ColumnElement[bool]]
) -> tuple[int, dict[str, int], dict[str, int]]:
    """Different people present: all of them, by year and by province. The attendance is gone through once."""
    found = (
        select(_attendance.c.person_id, year.label("year"), place.label("place"))
        .select_from(_PRESENT)
        .where(*held, *_attended(connection))
        .distinct()
        .cte("present")
    )
    people = func.count(found.c.person_id.distinct())
    statement = union_all(
        select(literal("all").label("what"), literal("").label("key"), people.label("people")),
        select(literal("year"), found.c.year, people).group_by(found.c.year),
        select(literal("place"), found.c.place, people).group_by(found.c.place),
    )
    sums: dict[str, dict[str, int]] = {"all": {}, "year": {}, "place": {}}
    for what, key, number in connection.execute(statement):
        sums[what][str(key)] = int(number)
    # Whoever was entered twice, and said to be the same, is one.
    for what, by in (("all", literal("")), ("year", year), ("place", place)):
        twice = select(by, _attendance.c.person_id).select_from(_PRESENT).where(*held, *_attended(connection))
        for key, number in same_as.counted_twice(connection, "people", twice).items():
            sums[what][str(key)] -= number
    return sums["all"].get("", 0), sums["year"], sums["place"]


def _people(connection: Connection, by: Any, held: Sequence[ColumnElement[bool]]) -> dict[Any, int]:
    """Different people present, by an expression over session and workshop; entered twice is one."""
    twice = select(by, _attendance.c.person_id).select_from(_PRESENT).where(*held, *_attended(connection))
    extra = same_as.counted_twice(connection, "people", twice)
    statement = (
        select(by, func.count(_attendance.c.person_id.distinct()))
        .select_from(_PRESENT)
        .where(*held, *_attended(connection))
        .group_by(by)
    )
    return {row[0]: row[1] - extra.get(row[0], 0) for row in connection.execute(statement)}


def _of_both(connection: Connection, workshops: Mapping[int, Sequence[int]]) -> dict[int, int]:
    """Different people present in workshops of which a session was entered twice: those of the other list too.

    `workshops` are these with all that are one with them, the one they are seen as first; it is the key.
    """
    as_one = one_roster.all_as_one(connection)
    seen_as = {key: group[0] for group in workshops.values() for key in group}
    statement = select(_session.c.workshop_id, _session.c.id).where(
        _session.c.workshop_id.in_(seen_as), _session.c.alive + 0 == 1, _going()
    )
    sessions: dict[int, set[int]] = {}
    for workshop, session in connection.execute(statement) if as_one else ():
        sessions.setdefault(seen_as[workshop], set()).update(as_one.get(session, (session,)))
    counted = {}
    for workshop, ids in sessions.items():
        if any(session in as_one for session in ids):
            came = select(_attendance.c.person_id).where(_attendance.c.session_id.in_(ids), *_attended(connection))
            people = set(connection.execute(came).scalars())
            same = one_roster.people_as_one(connection, people - {None})
            counted[workshop] = len({same.get(person, person) for person in people})
    return counted


def _heads_of() -> Any:
    return func.sum(func.coalesce(_session.c.minors, 0) + func.coalesce(_session.c.guests, 0))


def _all_heads(connection: Connection, held: Sequence[ColumnElement[bool]]) -> int:
    return int(connection.execute(select(_heads_of()).select_from(_HELD).where(*held)).scalar() or 0)


def _heads(connection: Connection, by: Any, held: Sequence[ColumnElement[bool]]) -> dict[Any, int]:
    """Minors and guests, by an expression over session and workshop."""
    counted = or_(_session.c.minors.is_not(None), _session.c.guests.is_not(None))
    statement = select(by, _heads_of()).select_from(_HELD).where(*held, counted).group_by(by)
    return {row[0]: int(row[1] or 0) for row in connection.execute(statement)}


def _by_basis(connection: Connection, by: Any, entries: Any) -> dict[int, Numbers]:
    """Sums of reach entries by a key and their basis; `entries` is a select over `reach` that gives that key."""
    statement = (
        entries.with_only_columns(by, _reach.c.basis, func.sum(_reach.c.number))
        .where(_reach.c.alive + 0 == 1)
        .group_by(by, _reach.c.basis)
    )
    found: dict[int, Numbers] = {}
    for key, basis, number in connection.execute(statement):
        found[key] = found.get(key, Numbers()) + _of(basis, number)
    return found


def _of(basis: str | None, number: int) -> Numbers:
    # An entry without a basis says nothing of how its number is known: the weakest.
    return Numbers(**{basis if basis in BASES else "estimated": int(number or 0)})


_Cell = tuple[str, str, str, Numbers]


def _entries(connection: Connection, in_time: Any, year: Any, place: Any) -> list[_Cell]:
    """Sums of all living reach entries: ("session" or "output", year, province, numbers)."""
    belongs = (
        _reach.join(_session, _session.c.id == _reach.c.session_id, isouter=True)
        .join(_workshop, _workshop.c.id == _session.c.workshop_id, isouter=True)
        .join(_output, _output.c.id == _reach.c.output_id, isouter=True)
    )
    of_session = and_(_reach.c.session_id.is_not(None), _session.c.alive + 0 == 1, _workshop.c.alive + 0 == 1, _going())
    of_output = and_(_reach.c.session_id.is_(None), _output.c.alive + 0 == 1)
    by = (_reach.c.session_id.is_not(None), year, place, _reach.c.basis)
    statement = (
        select(*by, func.sum(_reach.c.number))
        .select_from(belongs)
        .where(_reach.c.alive == 1, or_(of_session, of_output), *in_time)
        .group_by(*by)
    )
    return [
        ("session" if row[0] else "output", row[1], row[2], _of(row[3], row[4]))
        for row in connection.execute(statement)
    ]


def _total(cells: Sequence[_Cell], what: str) -> Numbers:
    return sum((cell[3] for cell in cells if cell[0] == what), Numbers())


def _parts(cells: Sequence[_Cell], column: int) -> dict[str, Part]:
    keys = dict.fromkeys(str(cell[column]) for cell in cells)
    return {
        key: Part(
            key,
            _total([cell for cell in cells if cell[column] == key], "session"),
            _total([cell for cell in cells if cell[column] == key], "output"),
        )
        for key in keys
    }


def _with_people(
    parts: dict[str, Part], people: dict[str, int], heads: dict[str, int], order: Callable[[str], str] = str
) -> tuple[Part, ...]:
    found = []
    for key in sorted({*parts, *people, *heads}, key=order):
        part = parts.get(key, Part(key, Numbers(), Numbers()))
        listed = Numbers(people.get(key, 0), heads.get(key, 0))
        found.append(Part(key, part.activities + listed, part.outputs))
    return tuple(found)
