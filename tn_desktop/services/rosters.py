"""Who is on a session's roster, with the marks: what attendance entry, the printed sheet and the workbook show.

People on the roster are those enrolled in the workshop and whoever has an attendance row at the session, in the
order of the printed sheet, so that row numbers agree between screen and paper.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import CompoundSelect, Connection, Select, func, select, union

from tn_desktop.model.derived import full_name
from tn_desktop.model.entities.base import table_of
from tn_desktop.model.entities.people import Person
from tn_desktop.model.entities.workshops import Attendance, Enrolment, Workshop, WorkshopSession
from tn_desktop.model.errors import NotFound
from tn_desktop.model.messages import QT_TRANSLATE_NOOP
from tn_desktop.model.vocabulary import ENROLLED, IN_PERSON, PLANNED
from tn_desktop.services import one_roster
from tn_desktop.services.one_roster import Held, Said, Standing
from tn_desktop.store import twins

_person, _attendance, _enrolment = table_of(Person), table_of(Attendance), table_of(Enrolment)
_session, _workshop = table_of(WorkshopSession), table_of(Workshop)
_PERSON_COLUMNS = tuple(
    _person.c[name]
    for name in (
        "id", "given_name", "family_name", "label", "institution", "subject", "phone", "sort_key", "search_name",
    )
)  # fmt: skip
_Mark = tuple[str | None, str | None, int | None, int | None, str | None, tuple[Said, ...]]
"""What stands of somebody at a session: status, mode, minutes, walk_in, made_by, what another list says."""
_NO_MARK: _Mark = (None, None, None, None, None, ())


@dataclass(frozen=True, slots=True)
class SessionHead:
    """What stands above a roster. number counts the workshop's sessions by start, from 1, of `of`.

    rosters says how many session rows are shown as one here (services/one_roster.py).
    """

    id: int
    workshop_id: int
    workshop: str
    title: str
    number: int
    of: int
    starts_at: str
    ends_at: str
    mode: str
    venue: str
    province: str
    status: str
    capacity: int | None
    rosters: int = 1


@dataclass(frozen=True, slots=True)
class RosterRow:
    """A person on a roster; number is the row number of the printed sheet, status None when unmarked.

    hint tells namesakes apart: the first of label, institution, subject, end of the phone number that no namesake
    shares; "" for everybody whose folded name stands on the roster once. differs is what another list of the same
    session says of her, with equal right. marked_by is the name of who was at the keyboard, where somebody said so.
    """

    number: int
    person_id: int
    name: str
    label: str
    institution: str
    subject: str
    hint: str
    status: str | None
    mode: str | None
    minutes: int | None
    walk_in: bool
    enrolled: bool
    made_by: str | None
    search: str
    differs: tuple[Said, ...] = ()
    marked_by: str = ""


@dataclass(frozen=True, slots=True)
class Roster:
    """A session and its people in sheet order: enrolled by name, then walk-ins as they came."""

    head: SessionHead
    rows: tuple[RosterRow, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """All sessions of a workshop as people × sessions.

    marks: (person id, session id) -> status, mode, minutes, and what another list of the same session says.
    """

    workshop_id: int
    workshop: str
    sessions: tuple[SessionHead, ...]
    rows: tuple[RosterRow, ...]
    marks: Mapping[tuple[int, int], tuple[str | None, str | None, int | None, tuple[Said, ...]]]


def shown_sessions(connection: Connection, workshop: int, wanted: int = 0) -> list[Any]:
    """The living sessions of a workshop in order, those of workshops that are one with it among them.

    Of sessions that are one, the one they are seen as is given, unless another one is wanted.
    """
    rows = list(
        connection.execute(
            select(_session, _workshop.c.title.label("workshop_title"), _workshop.c.province.label("workshop_province"))
            .join(_workshop, _workshop.c.id == _session.c.workshop_id)
            .where(
                _session.c.workshop_id.in_(twins.group_of(connection, _workshop.name, workshop)), _session.c.alive == 1
            )
            .order_by(_session.c.starts_at, _session.c.id)
        )
    )
    there = {row.id for row in rows}
    groups = twins.groups_of(connection, _session.name, there)
    shown = {
        key: wanted if wanted in group else next(one for one in group if one in there) for key, group in groups.items()
    }
    return [row for row in rows if shown[row.id] == row.id]


def session_heads(connection: Connection, workshop: int, wanted: int = 0) -> tuple[SessionHead, ...]:
    """The living sessions of a workshop, in order, numbered from 1; see `shown_sessions`."""
    rows = shown_sessions(connection, workshop, wanted)
    own = next((row.workshop_title for row in rows if row.workshop_id == workshop), None)
    return tuple(
        SessionHead(
            row.id,
            workshop,
            own or row.workshop_title or "",
            row.title or "",
            number,
            len(rows),
            row.starts_at or "",
            row.ends_at or "",
            row.mode or IN_PERSON,
            row.venue or row.link or "",
            row.province or row.workshop_province or "",
            row.status or PLANNED,
            row.capacity,
        )
        for number, row in enumerate(rows, 1)
    )


def session_head(connection: Connection, session: int) -> SessionHead:
    """The head of one living session.

    Raises:
        NotFound: no such session, or it was removed.
    """
    workshop = connection.execute(
        select(_session.c.workshop_id).where(_session.c.id == session, _session.c.alive == 1)
    ).scalar()
    for head in session_heads(connection, workshop, session) if workshop is not None else ():
        if head.id == session:
            return head
    raise NotFound(QT_TRANSLATE_NOOP("errors", "This session was removed in the meantime."))


def roster(connection: Connection, session: int) -> Roster:
    """The people of a session with their marks.

    Raises:
        NotFound: no such session, or it was removed.
    """
    head = session_head(connection, session)
    group = _Group.of(connection, head.workshop_id, [session])
    return Roster(replace(head, rosters=len(group.members[session])), _rows(connection, group, session))


def grid(connection: Connection, workshop: int) -> Grid:
    """Everybody of a workshop against all its sessions.

    Raises:
        NotFound: no such workshop, or it was removed.
    """
    heads = session_heads(connection, workshop)
    title = connection.execute(
        select(_workshop.c.title).where(_workshop.c.id == workshop, _workshop.c.alive == 1)
    ).scalar()
    if title is None:
        raise NotFound(QT_TRANSLATE_NOOP("errors", "This workshop was removed in the meantime."))
    group = _Group.of(connection, workshop, [head.id for head in heads])
    held = {
        (person, head.id): (status, mode, minutes, differs)
        for head in heads
        for person, (status, mode, minutes, _walk_in, _made_by, differs) in group.marks(connection, head.id).items()
    }
    heads = tuple(replace(head, rosters=len(group.members[head.id])) for head in heads)
    return Grid(workshop, title, heads, _rows(connection, group, None), held)


def tallies(connection: Connection, workshop: int) -> dict[int, dict[str | None, int]]:
    """Session id -> `counts` of its roster, for the living sessions of a workshop."""
    found = grid(connection, workshop)
    counted = {}
    for head in found.sessions:
        marks = {row.person_id: found.marks.get((row.person_id, head.id)) for row in found.rows}
        there = [row.person_id for row in found.rows if row.enrolled or marks[row.person_id] is not None]
        counted[head.id] = _counted([mark[0] if (mark := marks[person]) is not None else None for person in there])
    return counted


def roster_rows(connection: Connection, workshop: int, session: int) -> tuple[RosterRow, ...]:
    """Everybody on the roster of a session of a workshop, in sheet order, with the marks."""
    return _rows(connection, _Group.of(connection, workshop, [session]), session)


class _Group:
    """Sessions of a workshop whose rosters are wanted, with whatever is seen as one with them.

    Attributes:
        workshops: whose lists count.
        sessions: all of them.
        members: each session wanted -> the sessions that are one with it, itself first.
        same: person id -> who stands for her, for people who were entered twice.
    """

    def __init__(self, workshops: Sequence[int], members: Mapping[int, tuple[int, ...]]) -> None:
        self.workshops = tuple(workshops)
        self.members = members
        self.sessions = tuple(dict.fromkeys(one for group in members.values() for one in group))
        self.same: Mapping[int, int] = {}

    @classmethod
    def of(cls, connection: Connection, workshop: int, sessions: Sequence[int]) -> "_Group":
        if not twins.any_twin(connection):
            return cls([workshop], {session: (session,) for session in sessions})
        members = {session: one_roster.sessions_as_one(connection, session) for session in sessions}
        group = cls([workshop], members)
        group.workshops = one_roster.workshops_of(connection, workshop, group.sessions)
        group.same = one_roster.people_as_one(connection, set(connection.execute(group.people()).scalars()))
        return group

    def enrolled(self) -> Select[Any]:
        """Ids of the people on the lists."""
        return select(_enrolment.c.person_id).where(
            _enrolment.c.workshop_id.in_(self.workshops), _enrolment.c.alive == 1, _enrolment.c.status == ENROLLED
        )

    def people(self) -> CompoundSelect[Any]:
        """Ids of everybody on the lists or with an attendance row."""
        came = select(_attendance.c.person_id).where(
            _attendance.c.session_id.in_(self.sessions), _attendance.c.alive == 1, _attendance.c.person_id.is_not(None)
        )
        return union(self.enrolled(), came)

    def shown(self) -> Any:
        """Ids of those who stand on the roster for them."""
        return twins.all_kept("person", self.people()) if self.same else self.people()

    def one(self, person: int) -> int:
        """Who stands for a person."""
        return self.same.get(person, person)

    def marks(self, connection: Connection, session: int) -> dict[int, _Mark]:
        """Person id -> what stands of her at a session."""
        if self.members[session] == (session,) and not self.same:
            mark = _attendance.c
            columns = (mark.person_id, mark.status, mark.mode, mark.minutes, mark.walk_in, mark.made_by)
            rows = connection.execute(select(*columns).where(mark.session_id == session, mark.alive == 1))
            return {row[0]: (*row[1:], ()) for row in rows}
        cells: dict[int, list[Held]] = {}
        for held in one_roster.held_rows(connection, self.members[session]):
            cells.setdefault(self.one(held.person_id), []).append(held)
        stands = {person: one_roster.standing(rows) for person, rows in cells.items()}
        said = one_roster.said_by(connection, [other for one in stands.values() for other in one.others])
        return {person: _merged(one, cells[person], said) for person, one in stands.items()}


def _merged(stands: Standing, rows: Sequence[Held], said: Mapping[int, Said]) -> _Mark:
    row = stands.row
    if row is None:
        # How somebody takes part may be noted before she is marked.
        mode = next((held.mode for held in rows if held.mode), None)
        return (None, mode, None, max(held.walk_in or 0 for held in rows), None, ())
    differs = tuple(said[other.id] for other in stands.others)
    return (row.status, row.mode, row.minutes, row.walk_in, row.made_by, differs)


def _rows(connection: Connection, group: _Group, marked_in: int | None) -> tuple[RosterRow, ...]:
    listed = {group.one(person) for person in connection.execute(group.enrolled()).scalars()}
    people = connection.execute(
        select(*_PERSON_COLUMNS).where(_person.c.id.in_(group.shown()), _person.c.alive == 1)
    ).all()
    first_mark = _first_marks(connection, group)
    # Walk-ins follow in the order in which they came, so that the numbers of a printed sheet stay true.
    people = sorted(
        people,
        key=lambda p: (0, p.sort_key, p.id) if p.id in listed else (1, "", first_mark.get(p.id, p.id)),
    )
    marks, hints = {} if marked_in is None else group.marks(connection, marked_in), _hints(people)
    markers = {} if marked_in is None else _markers(connection, group.members[marked_in])
    # On the other laptop's list she may be enrolled whom this one took for a walk-in.
    seen_as_one = len(group.workshops) > 1 or bool(group.same)
    rows = []
    for number, person in enumerate(people, 1):
        status, mode, minutes, walk_in, made_by, differs = marks.get(person.id, _NO_MARK)
        rows.append(
            RosterRow(
                number,
                person.id,
                full_name({"given_name": person.given_name, "family_name": person.family_name}),
                person.label or "",
                person.institution or "",
                person.subject or "",
                hints.get(person.id, ""),
                status,
                mode,
                minutes,
                bool(walk_in) and not (seen_as_one and person.id in listed),
                person.id in listed,
                made_by,
                person.search_name,
                differs,
                markers.get(person.id, ""),
            )
        )
    return tuple(rows)


def _markers(connection: Connection, sessions: Sequence[int]) -> dict[int, str]:
    """Person id -> the name of who was at the keyboard when she was marked, where somebody said so."""
    by = _person.alias("by")
    statement = (
        select(_attendance.c.person_id, by.c.given_name, by.c.family_name)
        .join(by, by.c.id == _attendance.c.marked_by_id)
        .where(_attendance.c.session_id.in_(sessions), _attendance.c.alive == 1)
    )
    return {
        row.person_id: full_name({"given_name": row.given_name, "family_name": row.family_name})
        for row in connection.execute(statement)
    }


def _first_marks(connection: Connection, group: _Group) -> dict[int, int]:
    """Person id -> id of her first attendance row in these sessions."""
    rows = connection.execute(
        select(_attendance.c.person_id, func.min(_attendance.c.id))
        .where(_attendance.c.session_id.in_(group.sessions), _attendance.c.alive == 1)
        .group_by(_attendance.c.person_id)
    )
    found: dict[int, int] = {}
    for person, first in rows:
        one = group.one(person)
        found[one] = min(first, found.get(one, first))
    return found


def _hints(people: Sequence[Any]) -> dict[int, str]:
    """Person id -> what tells her from her namesakes on this roster; nothing for a name that stands there once."""
    same: dict[str, list[Any]] = {}
    for person in people:
        same.setdefault(person.search_name, []).append(person)
    return {
        person.id: hint
        for namesakes in same.values()
        if len(namesakes) > 1
        for person, hint in zip(namesakes, _told_apart(namesakes), strict=True)
    }


def _told_apart(namesakes: Sequence[Any]) -> list[str]:
    marks = [
        [person.label, person.institution, person.subject, f"…{person.phone[-4:]}" if person.phone else ""]
        for person in namesakes
    ]
    taken = Counter(mark for own in marks for mark in set(own) if mark)
    return [
        next((mark for mark in own if mark and taken[mark] == 1), f"#{person.id}")
        for person, own in zip(namesakes, marks, strict=True)
    ]


def counts(rows: Sequence[RosterRow]) -> dict[str | None, int]:
    """How many of a roster have each status; key None counts the unmarked."""
    return _counted([row.status for row in rows])


def _counted(statuses: Sequence[str | None]) -> dict[str | None, int]:
    found: dict[str | None, int] = {"present": 0, "late": 0, "excused": 0, "absent": 0, None: 0}
    for status in statuses:
        found[status] = found.get(status, 0) + 1
    return found
