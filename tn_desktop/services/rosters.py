"""Who is on a session's roster, with the marks: what attendance entry, the printed sheet and the workbook show.

People on the roster are those enrolled in the workshop and whoever has an attendance row at the session, in the
order of the printed sheet, so that row numbers agree between screen and paper.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, func, select, union

from tn_desktop.model.derived import full_name
from tn_desktop.model.entities.base import table_of
from tn_desktop.model.entities.people import Person
from tn_desktop.model.entities.workshops import Attendance, Enrolment, Workshop, WorkshopSession
from tn_desktop.model.errors import NotFound
from tn_desktop.model.messages import QT_TRANSLATE_NOOP
from tn_desktop.model.vocabulary import ENROLLED, IN_PERSON, PLANNED

_person, _attendance, _enrolment = table_of(Person), table_of(Attendance), table_of(Enrolment)
_session, _workshop = table_of(WorkshopSession), table_of(Workshop)
_PERSON_COLUMNS = tuple(
    _person.c[name]
    for name in (
        "id", "given_name", "family_name", "label", "institution", "subject", "phone", "sort_key", "search_name",
    )
)  # fmt: skip
_NO_MARK = (None, None, None, None, None)


@dataclass(frozen=True, slots=True)
class SessionHead:
    """What stands above a roster. number counts the workshop's sessions by start, from 1, of `of`."""

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


@dataclass(frozen=True, slots=True)
class RosterRow:
    """A person on a roster; number is the row number of the printed sheet, status None when unmarked.

    hint tells namesakes apart: the first of label, institution, subject, end of the phone number that no namesake
    shares; "" for everybody whose folded name stands on the roster once.
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


@dataclass(frozen=True, slots=True)
class Roster:
    """A session and its people in sheet order: enrolled by name, then walk-ins as they came."""

    head: SessionHead
    rows: tuple[RosterRow, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """All sessions of a workshop as people × sessions. marks: (person id, session id) -> RosterRow-like values."""

    workshop_id: int
    workshop: str
    sessions: tuple[SessionHead, ...]
    rows: tuple[RosterRow, ...]
    marks: Mapping[tuple[int, int], tuple[str | None, str | None, int | None]]


def session_heads(connection: Connection, workshop: int) -> tuple[SessionHead, ...]:
    """The living sessions of a workshop, in order, numbered from 1."""
    rows = connection.execute(
        select(_session, _workshop.c.title.label("workshop_title"), _workshop.c.province.label("workshop_province"))
        .join(_workshop, _workshop.c.id == _session.c.workshop_id)
        .where(_session.c.workshop_id == workshop, _session.c.alive == 1)
        .order_by(_session.c.starts_at, _session.c.id)
    ).all()
    return tuple(
        SessionHead(
            row.id,
            row.workshop_id,
            row.workshop_title or "",
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
    for head in session_heads(connection, workshop) if workshop is not None else ():
        if head.id == session:
            return head
    raise NotFound(QT_TRANSLATE_NOOP("errors", "This session was removed in the meantime."))


def roster(connection: Connection, session: int) -> Roster:
    """The people of a session with their marks.

    Raises:
        NotFound: no such session, or it was removed.
    """
    head = session_head(connection, session)
    return Roster(head, roster_rows(connection, head.workshop_id, [session], session))


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
    ids = [head.id for head in heads]
    marks = connection.execute(
        select(
            _attendance.c.person_id,
            _attendance.c.session_id,
            _attendance.c.status,
            _attendance.c.mode,
            _attendance.c.minutes,
        ).where(_attendance.c.session_id.in_(ids), _attendance.c.alive == 1)
    )
    held = {(row.person_id, row.session_id): (row.status, row.mode, row.minutes) for row in marks}
    return Grid(workshop, title, heads, roster_rows(connection, workshop, ids, None), held)


def roster_rows(
    connection: Connection, workshop: int, sessions: Sequence[int], marked_in: int | None
) -> tuple[RosterRow, ...]:
    """Everybody enrolled or marked in one of `sessions`, in sheet order, with the marks of `marked_in`."""
    enrolled = select(_enrolment.c.person_id).where(
        _enrolment.c.workshop_id == workshop, _enrolment.c.alive == 1, _enrolment.c.status == ENROLLED
    )
    came = select(_attendance.c.person_id).where(_attendance.c.session_id.in_(sessions), _attendance.c.alive == 1)
    listed = set(connection.execute(enrolled).scalars())
    people = connection.execute(
        select(*_PERSON_COLUMNS).where(_person.c.id.in_(union(enrolled, came)), _person.c.alive == 1)
    ).all()
    first_mark = _first_marks(connection, sessions)
    # Walk-ins follow in the order in which they came, so that the numbers of a printed sheet stay true.
    people = sorted(
        people,
        key=lambda p: (0, p.sort_key, p.id) if p.id in listed else (1, "", first_mark.get(p.id, p.id)),
    )
    marks, hints = _marks_of(connection, marked_in), _hints(people)
    rows = []
    for number, person in enumerate(people, 1):
        status, mode, minutes, walk_in, made_by = marks.get(person.id, _NO_MARK)
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
                bool(walk_in),
                person.id in listed,
                made_by,
                person.search_name,
            )
        )
    return tuple(rows)


def _marks_of(connection: Connection, session: int | None) -> dict[int, tuple[Any, ...]]:
    if session is None:
        return {}
    mark = _attendance.c
    rows = connection.execute(
        select(mark.person_id, mark.status, mark.mode, mark.minutes, mark.walk_in, mark.made_by).where(
            mark.session_id == session, mark.alive == 1
        )
    )
    return {row[0]: tuple(row[1:]) for row in rows}


def _first_marks(connection: Connection, sessions: Sequence[int]) -> dict[int, int]:
    """Person id -> id of her first attendance row in these sessions."""
    rows = connection.execute(
        select(_attendance.c.person_id, func.min(_attendance.c.id))
        .where(_attendance.c.session_id.in_(sessions), _attendance.c.alive == 1)
        .group_by(_attendance.c.person_id)
    )
    return {row[0]: row[1] for row in rows}


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
    found: dict[str | None, int] = {"present": 0, "late": 0, "excused": 0, "absent": 0, None: 0}
    for row in rows:
        found[row.status] = found.get(row.status, 0) + 1
    return found
