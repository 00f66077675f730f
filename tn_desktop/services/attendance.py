"""Taking attendance: the roster of a session, marks, walk-ins.

A mark is one commit. People on the roster are those enrolled in the workshop and whoever has an attendance row
at the session, in the order of the printed sheet, so that row numbers agree between screen and paper.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, and_, func, or_, select, union

from tn_desktop.model.changes import Changes
from tn_desktop.model.derived import full_name
from tn_desktop.model.entities.base import table_of
from tn_desktop.model.entities.people import Person
from tn_desktop.model.entities.workshops import Attendance, Enrolment, Workshop, WorkshopSession
from tn_desktop.model.errors import FieldError, NotFound
from tn_desktop.model.messages import QT_TRANSLATE_NOOP
from tn_desktop.model.registry import ATTENDANCE, parse
from tn_desktop.model.text import fold
from tn_desktop.model.vocabulary import ENROLLED, HELD, IN_PERSON, ONLINE, PLANNED
from tn_desktop.services import records
from tn_desktop.services.session_rules import refresh_workshop
from tn_desktop.store.search import matching, words_of
from tn_desktop.store.unit_of_work import UnitOfWork

_person, _attendance, _enrolment = table_of(Person), table_of(Attendance), table_of(Enrolment)
_session, _workshop = table_of(WorkshopSession), table_of(Workshop)
SUGGESTIONS = 8


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

    hint tells namesakes apart: the label, else institution, else the end of the phone number; "" for everybody
    whose folded name stands on the roster once.
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


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """A suggestion while a walk-in is typed."""

    person_id: int
    name: str
    detail: str
    on_roster: bool


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
    return Roster(head, _rows(connection, head.workshop_id, [session], session))


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
    return Grid(workshop, title, heads, _rows(connection, workshop, ids, None), held)


def _rows(
    connection: Connection, workshop: int, sessions: Sequence[int], marked_in: int | None
) -> tuple[RosterRow, ...]:
    enrolled = select(_enrolment.c.person_id).where(
        _enrolment.c.workshop_id == workshop, _enrolment.c.alive == 1, _enrolment.c.status == ENROLLED
    )
    came = select(_attendance.c.person_id).where(_attendance.c.session_id.in_(sessions), _attendance.c.alive == 1)
    listed = {row[0] for row in connection.execute(enrolled)}
    marks = {
        row.person_id: row
        for row in connection.execute(
            select(_attendance).where(_attendance.c.session_id == (marked_in or -1), _attendance.c.alive == 1)
        )
    }
    people = connection.execute(
        select(
            _person.c.id,
            _person.c.given_name,
            _person.c.family_name,
            _person.c.label,
            _person.c.institution,
            _person.c.subject,
            _person.c.phone,
            _person.c.sort_key,
            _person.c.search_name,
        ).where(_person.c.id.in_(union(enrolled, came)), _person.c.alive == 1)
    ).all()
    first_mark = _first_marks(connection, sessions)
    # Walk-ins follow in the order in which they came, so that the numbers of a printed sheet stay true.
    people = sorted(
        people,
        key=lambda p: (0, p.sort_key, p.id) if p.id in listed else (1, "", first_mark.get(p.id, p.id)),
    )
    names: dict[str, int] = {}
    for person in people:
        names[person.search_name] = names.get(person.search_name, 0) + 1
    rows = []
    for number, person in enumerate(people, 1):
        mark = marks.get(person.id)
        rows.append(
            RosterRow(
                number,
                person.id,
                full_name(person._mapping),
                person.label or "",
                person.institution or "",
                person.subject or "",
                _hint(person) if names[person.search_name] > 1 else "",
                mark.status if mark else None,
                mark.mode if mark else None,
                mark.minutes if mark else None,
                bool(mark.walk_in) if mark else False,
                person.id in listed,
                mark.made_by if mark else None,
                person.search_name,
            )
        )
    return tuple(rows)


def _first_marks(connection: Connection, sessions: Sequence[int]) -> dict[int, int]:
    rows = connection.execute(
        select(_attendance.c.person_id, _attendance.c.id)
        .where(_attendance.c.session_id.in_(sessions), _attendance.c.alive == 1)
        .order_by(_attendance.c.id)
    )
    first: dict[int, int] = {}
    for person, key in rows:
        first.setdefault(person, key)
    return first


def _hint(person: Any) -> str:
    return person.label or person.institution or (f"…{person.phone[-4:]}" if person.phone else f"#{person.id}")


def mark(
    uow: UnitOfWork,
    session: int,
    person: int,
    status: str,
    *,
    mode: str | None = None,
    minutes: int | None = None,
    made_by: str = "key",
) -> Changes:
    """Mark one person at one session; `subject` of the result is the attendance row.

    Without `mode` the one already marked stays, else the session's own (a hybrid one: in person). Whoever is
    neither enrolled nor on the roster comes onto it as a walk-in.

    Raises:
        FieldError: no such status or mode. NotFound: session or person was removed.
    """
    values = {
        "status": parse(ATTENDANCE.field("status"), status, {}),
        "mode": parse(ATTENDANCE.field("mode"), mode, {}),
        "minutes": parse(ATTENDANCE.field("minutes"), minutes, {}),
        "made_by": parse(ATTENDANCE.field("made_by"), made_by, {}),
    }
    if values["status"] is None:
        raise FieldError("status", QT_TRANSLATE_NOOP("errors", "A mark needs a status."))
    head = _markable(uow.connection, session)
    key = _write_mark(uow, head, person, values)
    _first_mark_holds(uow, head)
    return uow.changes(subject=key)


def clear_mark(uow: UnitOfWork, session: int, person: int) -> Changes:
    """Take a mark back; the person stays on the roster."""
    found = _held(uow.connection, session, person)
    if found is not None and found.status is not None:
        uow.change(Attendance, found.id, {"status": None, "minutes": None, "made_by": None})
        refresh_workshop(uow, _markable(uow.connection, session).workshop_id)
    return uow.changes(subject=found.id if found else None)


def set_mode(uow: UnitOfWork, session: int, person: int, mode: str) -> Changes:
    """Note how somebody took part (in_person or online), whether marked yet or not."""
    value = parse(ATTENDANCE.field("mode"), mode, {})
    found = _held(uow.connection, session, person)
    if found is not None:
        uow.change(Attendance, found.id, {"mode": value})
        return uow.changes(subject=found.id)
    key = uow.create(Attendance, {"session_id": session, "person_id": person, "mode": value})
    return uow.changes(subject=key)


def mark_remaining(uow: UnitOfWork, session: int, status: str, people: Sequence[int] | None = None) -> Changes:
    """Mark everybody of the roster who is unmarked (or those of `people` who are); told["count"] says how many."""
    value = parse(ATTENDANCE.field("status"), status, {})
    head = _markable(uow.connection, session)
    rows = _rows(uow.connection, head.workshop_id, [session], session)
    wanted = None if people is None else set(people)
    count = 0
    for row in rows:
        if row.status is None and (wanted is None or row.person_id in wanted):
            _write_mark(uow, head, row.person_id, {"status": value, "mode": None, "minutes": None, "made_by": "bulk"})
            count += 1
    if count:
        _first_mark_holds(uow, head)
    return uow.changes(count=count)


def add_walk_in(uow: UnitOfWork, session: int, person: int, status: str = "present") -> Changes:
    """Put a known person onto a session's roster as a walk-in, marked; told["person"] is the person's id.

    Somebody who is enrolled is simply marked.
    """
    head = _markable(uow.connection, session)
    values = {"status": parse(ATTENDANCE.field("status"), status, {}), "mode": None, "minutes": None, "made_by": "key"}
    key = _write_mark(uow, head, person, values)
    _first_mark_holds(uow, head)
    return uow.changes(subject=key, person=person)


def add_new_walk_in(uow: UnitOfWork, session: int, name: str, status: str = "present") -> Changes:
    """Make a person of a typed name (the last word is the family name) and put her onto the roster, marked.

    Raises:
        FieldError: the name is empty.
    """
    head = _markable(uow.connection, session)
    words = name.split()
    given, family = (" ".join(words[:-1]), words[-1]) if len(words) > 1 else (name.strip(), "")
    added = records.add(uow, "people", {"given_name": given, "family_name": family, "province": head.province or None})
    assert added.subject is not None
    return add_walk_in(uow, session, added.subject, status)


def suggest(connection: Connection, session: int, typed: str, limit: int = SUGGESTIONS) -> list[KnownPerson]:
    """Known people whose names begin with what was typed, those of the session's province first."""
    words = words_of(typed)
    if not words:
        return []
    head = session_head(connection, session)
    on_roster = {row.person_id for row in _rows(connection, head.workshop_id, [session], None)}
    found = connection.execute(
        select(_person)
        .where(_person.c.alive == 1, matching(_person, words))
        .order_by(_person.c.province != head.province, _person.c.sort_key, _person.c.id)
        .limit(limit)
    ).all()
    return [
        KnownPerson(
            row.id,
            full_name(row._mapping),
            " · ".join(part for part in (row.label, row.institution, row.subject) if part),
            row.id in on_roster,
        )
        for row in found
    ]


def namesakes(connection: Connection, name: str) -> list[int]:
    """Ids of living people whose folded name is exactly that of `name`."""
    rows = connection.execute(
        select(_person.c.id).where(_person.c.search_name == fold(name), _person.c.alive == 1).limit(50)
    )
    return [row[0] for row in rows]


def counts(rows: Sequence[RosterRow]) -> dict[str | None, int]:
    """How many of a roster have each status; key None counts the unmarked."""
    found: dict[str | None, int] = {"present": 0, "late": 0, "excused": 0, "absent": 0, None: 0}
    for row in rows:
        found[row.status] = found.get(row.status, 0) + 1
    return found


def _held(connection: Connection, session: int, person: int) -> Any:
    return connection.execute(
        select(_attendance.c.id, _attendance.c.status, _attendance.c.mode).where(
            _attendance.c.session_id == session, _attendance.c.person_id == person, _attendance.c.alive == 1
        )
    ).one_or_none()


def _markable(connection: Connection, session: int) -> Any:
    head = connection.execute(
        select(
            _session.c.id,
            _session.c.workshop_id,
            _session.c.mode,
            _session.c.status,
            func.coalesce(_session.c.province, _workshop.c.province).label("province"),
        )
        .join(_workshop, _workshop.c.id == _session.c.workshop_id)
        .where(_session.c.id == session, _session.c.alive == 1)
    ).one_or_none()
    if head is None:
        raise NotFound(QT_TRANSLATE_NOOP("errors", "This session was removed in the meantime."))
    return head


def _write_mark(uow: UnitOfWork, head: Any, person: int, values: Mapping[str, Any]) -> int:
    held = _held(uow.connection, head.id, person)
    own_mode = ONLINE if head.mode == ONLINE else IN_PERSON
    if held is not None:
        mode = values["mode"] or held.mode or own_mode
        uow.change(Attendance, held.id, {**values, "mode": mode})
        return int(held.id)
    listed = uow.connection.execute(
        select(_enrolment.c.id).where(
            and_(
                _enrolment.c.workshop_id == head.workshop_id,
                _enrolment.c.person_id == person,
                _enrolment.c.alive == 1,
                or_(_enrolment.c.status == ENROLLED, _enrolment.c.status.is_(None)),
            )
        )
    ).scalar()
    alive = uow.connection.execute(select(_person.c.alive).where(_person.c.id == person)).scalar()
    if not alive:
        raise NotFound(QT_TRANSLATE_NOOP("errors", "This person was removed in the meantime."))
    row = {**values, "session_id": head.id, "person_id": person, "mode": values["mode"] or own_mode}
    return uow.create(Attendance, row | {"walk_in": None if listed else 1})


def _first_mark_holds(uow: UnitOfWork, head: Any) -> None:
    """The first mark of a planned session tells that it was held; a cancelled one stays cancelled."""
    if head.status == PLANNED:
        uow.change(WorkshopSession, head.id, {"status": HELD})
        refresh_workshop(uow, head.workshop_id)
