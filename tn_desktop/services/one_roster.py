"""One roster of a session that stands in the notebook twice, and of people who were entered twice.

Two facilitators who planned or marked one session on two laptops have two session rows. Once somebody says that they
are the same (or that their workshops are, whose sessions of the same minute then are), every place that shows a
roster shows one of both. Nothing is copied and no foreign key rewritten, so that taking the verdict back shows two
rosters again, each with its own marks.

A person's marks in all these rows are one cell. In it a deliberate mark outranks one that was made for everybody
together, then the later outranks the earlier (as in model/marks.py); within one session that she came counts more,
since whoever stands on a list twice is marked absent on the second line. What of equal rank says something else is a
difference, which somebody decides by marking: the mark is written as any other, and the marks it stands above keep
what they say and note that they gave way (made_by is `CEDED`). Whoever marks such a row again without knowing takes
the note away, and the difference is seen again: nothing is lost, whatever arrives when.
"""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple

from sqlalchemy import ColumnElement, Connection, func, select

from tn_desktop.model.entities.base import table_of
from tn_desktop.model.entities.exchange import Device, SameAs
from tn_desktop.model.entities.people import Person
from tn_desktop.model.entities.workshops import Attendance, Enrolment, Workshop, WorkshopSession
from tn_desktop.model.marks import DELIBERATE, MADE_BY, MARK, weight
from tn_desktop.model.stamps import EMPTY_STAMP, stamp_device
from tn_desktop.model.vocabulary import ATTENDED, CEDED, ENROLLED
from tn_desktop.services import same_as
from tn_desktop.store import twins

SAME: Final = same_as.SAME
_AT_ONCE: Final = 400
_attendance, _enrolment, _person = table_of(Attendance), table_of(Enrolment), table_of(Person)
_session, _workshop, _same_as = table_of(WorkshopSession), table_of(Workshop), table_of(SameAs)
_device = table_of(Device)

Place = tuple[int, int]
"""(session id, person id): where an attendance row stands or may stand."""


class Said(NamedTuple):
    """What another list says of somebody: status, minutes late, and who wrote it ("" where she gave no name)."""

    status: str
    minutes: int | None
    by: str


class Held(NamedTuple):
    """An attendance row. stamp is the latest of its mark's, "" where nobody ever marked."""

    id: int
    session_id: int
    person_id: int
    status: str | None
    mode: str | None
    minutes: int | None
    walk_in: int | None
    made_by: str | None
    stamp: str
    deliberate: bool
    ceded: bool

    @property
    def spoken(self) -> bool:
        """Whether it says something that did not give way to another mark."""
        return self.status is not None and not self.ceded


class Standing(NamedTuple):
    """What stands in a cell: the row whose mark it is (None: nobody marked), and rows of equal rank that differ."""

    row: Held | None
    others: tuple[Held, ...] = ()


class Cell(NamedTuple):
    """All places of one person at one session, the place asked for first, and the rows that are there."""

    places: tuple[Place, ...]
    rows: tuple[Held, ...]


# --- which sessions are one


def sessions_as_one(connection: Connection, session: int) -> tuple[int, ...]:
    """The living sessions that are the same as this one, itself first; a cancelled one stays by itself."""
    return tuple(dict.fromkeys((session, *twins.group_of(connection, _session.name, session))))


def all_as_one(connection: Connection) -> dict[int, tuple[int, ...]]:
    """Id -> the living sessions that are one with it, the one they are seen as first; for those that are not alone."""
    return twins.all_groups(connection, _session.name)


def workshops_of(connection: Connection, workshop: int, sessions: Sequence[int]) -> tuple[int, ...]:
    """The workshops whose lists make a roster: this one, those that are the same, and those of the sessions."""
    same = same_as.ids_of_group(connection, "workshops", workshop)
    of = select(_session.c.workshop_id).where(_session.c.id.in_(sessions)).distinct()
    return tuple(dict.fromkeys((workshop, *same, *sorted(connection.execute(of).scalars()))))


# --- which people are one


def people_as_one(connection: Connection, people: Collection[int]) -> dict[int, int]:
    """Id -> the id she is seen as, for those of these people who were entered twice."""
    return twins.kept_of(connection, _person.name, people)


# --- what stands


def held_rows(connection: Connection, sessions: Collection[int], people: Collection[int] | None = None) -> list[Held]:
    """The living attendance rows of these sessions, of these people or of everybody."""
    found: list[Held] = []
    theirs = [] if people is None else [_attendance.c.person_id.in_(sorted(people))]
    for part in _parts(sessions):
        found += rows_where(connection, _attendance.c.session_id.in_(part), *theirs)
    return found


def rows_where(connection: Connection, *conditions: ColumnElement[bool]) -> list[Held]:
    """The living attendance rows of people, erased ones not among them, that meet some conditions."""
    columns = ("id", "session_id", "person_id", "status", "mode", "minutes", "walk_in", MADE_BY, "created", "fields")
    there = (_attendance.c.alive + 0 == 1, _attendance.c.person_id.is_not(None))
    statement = select(*(_attendance.c[name] for name in columns)).where(*conditions, *there)
    return [_held(row) for row in connection.execute(statement.order_by(_attendance.c.id))]


def _held(row: Any) -> Held:
    stamps: Mapping[str, str] = json.loads(row.fields)

    def of(name: str) -> str:
        value = getattr(row, name, None)
        return stamps.get(name, row.created if value is not None else EMPTY_STAMP)

    said = max(of("status"), of("minutes"))
    return Held(
        row.id,
        row.session_id,
        row.person_id,
        row.status,
        row.mode,
        row.minutes,
        row.walk_in,
        row.made_by,
        max(of(name) for name in MARK),
        DELIBERATE in stamps,
        # Whoever corrected the mark by hand in a workbook did not mean that it gives way.
        row.made_by == CEDED and of(MADE_BY) >= said,
    )


def standing(rows: Iterable[Held]) -> Standing:
    """What stands in a cell of these rows."""
    there = list(rows)
    spoken = [row for row in there if row.spoken]
    if not spoken:
        cleared = any(row.status is None and row.stamp != EMPTY_STAMP for row in there)
        given_way = [row for row in there if row.status is not None]
        return Standing(max(given_way, key=_rank) if given_way and not cleared else None)
    best: dict[int, Held] = {}
    for row in spoken:
        held = best.get(row.session_id)
        if held is None or (row.status in ATTENDED, _rank(row)) > (held.status in ATTENDED, _rank(held)):
            best[row.session_id] = row
    ranked = sorted(best.values(), key=_rank, reverse=True)
    winner = ranked[0]
    others = (row for row in ranked[1:] if _weight(row) == _weight(winner) and _differs(row, winner))
    return Standing(winner, tuple(others))


def _weight(row: Held) -> int:
    return weight(row.stamp, row.made_by, row.deliberate)


def _rank(row: Held) -> tuple[int, str, int]:
    return _weight(row), row.stamp, row.id


def _differs(one: Held, other: Held) -> bool:
    if one.status != other.status:
        return True
    return None not in (one.minutes, other.minutes) and one.minutes != other.minutes


def said_by(connection: Connection, rows: Iterable[Held]) -> dict[int, Said]:
    """Row id -> what it says, with the name of who wrote it."""
    there = list(rows)
    devices = {stamp_device(row.stamp) for row in there}
    names: dict[str, str] = {}
    for part in _parts(devices):
        statement = select(_device.c.device, _device.c.owner).where(_device.c.device.in_(part))
        names |= {row.device: row.owner or "" for row in connection.execute(statement)}
    return {row.id: Said(row.status or "", row.minutes, names.get(stamp_device(row.stamp), "")) for row in there}


def how_many_marked(connection: Connection, sessions: Collection[int]) -> int:
    """How many people are marked in sessions that are one."""
    return sum(standing(cell).row is not None for cell in _cells(connection, sessions))


def how_many_came(connection: Connection, sessions: Collection[int]) -> int:
    """How many people took part in sessions that are one."""
    stand = (standing(cell).row for cell in _cells(connection, sessions))
    return sum(row is not None and row.status in ATTENDED for row in stand)


def _cells(connection: Connection, sessions: Collection[int]) -> list[list[Held]]:
    """The rows of sessions that are one, by the people who stand in them."""
    rows = held_rows(connection, sessions)
    same = people_as_one(connection, {row.person_id for row in rows})
    cells: dict[int, list[Held]] = {}
    for row in rows:
        cells.setdefault(same.get(row.person_id, row.person_id), []).append(row)
    return list(cells.values())


def overruled(connection: Connection) -> list[int]:
    """Ids of attendance rows that say somebody came while what stands of her at that session says that she did not."""
    found: list[int] = []
    for members in sorted(set(all_as_one(connection).values())):
        for cell in _cells(connection, members):
            stands = standing(cell).row
            if stands is None or stands.status not in ATTENDED:
                found += [row.id for row in cell if row.status in ATTENDED]
    return found


# --- where a mark is written


def cell_of(connection: Connection, session: int, person: int) -> Cell:
    """The cell in which somebody's mark at a session stands."""
    sessions = sessions_as_one(connection, session)
    people = same_as.ids_of_group(connection, "people", person)
    people = [person, *(one for one in people if one != person)]
    places = tuple((one, other) for one in sessions for other in people)
    return Cell(places, tuple(held_rows(connection, sessions, people)))


def place_of(connection: Connection, cell: Cell) -> Place:
    """Where a mark is written: where it was asked for, if a mark is there already or somebody else's has to give way.

    Else where there is a row or a place on a list, so that whoever was enrolled on the other laptop is no walk-in.
    """
    asked = cell.places[0]
    there = [(row.session_id, row.person_id) for row in cell.rows]
    if asked in there or any(row.spoken for row in cell.rows):
        return asked
    of = dict(_workshops(connection, {session for session, _person in cell.places}))
    statement = select(_enrolment.c.workshop_id, _enrolment.c.person_id).where(
        _enrolment.c.workshop_id.in_(sorted(set(of.values()))),
        _enrolment.c.person_id.in_(sorted({person for _session, person in cell.places})),
        _enrolment.c.alive + 0 == 1,
        func.coalesce(_enrolment.c.status, ENROLLED) == ENROLLED,
    )
    listed = {(row.workshop_id, row.person_id) for row in connection.execute(statement)}
    on_lists = [place for place in cell.places if (of.get(place[0]), place[1]) in listed]
    if asked in on_lists:
        return asked
    return (there or on_lists or [asked])[0]


def _workshops(connection: Connection, sessions: Collection[int]) -> list[tuple[int, int]]:
    statement = select(_session.c.id, _session.c.workshop_id).where(_session.c.id.in_(sorted(sessions)))
    return [(row.id, row.workshop_id) for row in connection.execute(statement)]


def _parts(ids: Iterable[Any]) -> Iterator[list[Any]]:
    ordered = sorted(ids)
    for start in range(0, len(ordered), _AT_ONCE):
        yield ordered[start : start + _AT_ONCE]
