"""Taking attendance: marks and walk-ins. A mark is one commit.

What a mark reads and writes goes to the driver as prepared statements, so that its commit costs little more than
the disk does.
"""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, and_, bindparam, exists, func, or_, select

from tn_desktop.model.changes import Changes
from tn_desktop.model.entities.base import table_of
from tn_desktop.model.entities.exchange import SameAs
from tn_desktop.model.entities.people import Person
from tn_desktop.model.entities.workshops import Attendance, Enrolment, Workshop, WorkshopSession
from tn_desktop.model.errors import FieldError, NotFound
from tn_desktop.model.fields import parse
from tn_desktop.model.messages import QT_TRANSLATE_NOOP
from tn_desktop.model.specs.workshops import ATTENDANCE
from tn_desktop.model.text import lower_tr, title_tr, upper_tr
from tn_desktop.model.vocabulary import CEDED, ENROLLED, HELD, IN_PERSON, ONLINE, PLANNED
from tn_desktop.services import one_roster, records
from tn_desktop.services.keyboard import at_keyboard
from tn_desktop.services.rosters import (
    Grid,
    Roster,
    RosterRow,
    SessionHead,
    counts,
    grid,
    roster,
    roster_rows,
    session_head,
    session_heads,
)
from tn_desktop.services.session_rules import refresh_workshop
from tn_desktop.services.walk_ins import SUGGESTIONS, KnownPerson, namesakes, suggest
from tn_desktop.store.prepared import Prepared
from tn_desktop.store.unit_of_work import UnitOfWork

__all__ = [
    "SUGGESTIONS",
    "Grid",
    "KnownPerson",
    "Roster",
    "RosterRow",
    "SessionHead",
    "add_new_walk_in",
    "add_walk_in",
    "clear_mark",
    "counts",
    "grid",
    "mark",
    "mark_list",
    "mark_remaining",
    "name_parts",
    "namesakes",
    "roster",
    "session_head",
    "session_heads",
    "set_mode",
    "suggest",
]

_person, _attendance, _enrolment = table_of(Person), table_of(Attendance), table_of(Enrolment)
_session, _workshop, _same_as = table_of(WorkshopSession), table_of(Workshop), table_of(SameAs)
_ENDS = (_session.c.uid, _workshop.c.uid, _person.c.uid)


class _Head(NamedTuple):
    """What a mark has to know of its session, and of one person at it.

    Attributes:
        alive: the person's; None where there is no such person.
        held, held_status, held_mode: the living attendance row there is already.
        enrolment: id of her place on the workshop's list.
        twice: whether the session, its workshop or the person was said to be the same as another one.
        uid: the session's.
        person_uid: the person's.
    """

    id: int
    workshop_id: int
    mode: str | None
    status: str | None
    province: str | None
    alive: int | None
    held: int | None
    held_status: str | None
    held_mode: str | None
    enrolment: int | None
    twice: bool
    uid: bytes
    person_uid: bytes | None


_HEAD = Prepared(
    select(
        _session.c.id,
        _session.c.workshop_id,
        _session.c.mode,
        _session.c.status,
        func.coalesce(_session.c.province, _workshop.c.province),
        _person.c.alive,
        _attendance.c.id,
        _attendance.c.status,
        _attendance.c.mode,
        _enrolment.c.id,
        exists(
            select(_same_as.c.id).where(
                _same_as.c.verdict == one_roster.SAME,
                or_(_same_as.c.low_uid.in_(_ENDS), _same_as.c.high_uid.in_(_ENDS)),
            )
        ),
        _session.c.uid,
        _person.c.uid,
    )
    .join(_workshop, _workshop.c.id == _session.c.workshop_id)
    .outerjoin(_person, _person.c.id == bindparam("person"))
    .outerjoin(
        _attendance,
        and_(
            _attendance.c.session_id == _session.c.id,
            _attendance.c.person_id == _person.c.id,
            _attendance.c.alive == 1,
        ),
    )
    .outerjoin(
        _enrolment,
        and_(
            _enrolment.c.workshop_id == _session.c.workshop_id,
            _enrolment.c.person_id == _person.c.id,
            _enrolment.c.alive == 1,
            or_(_enrolment.c.status == ENROLLED, _enrolment.c.status.is_(None)),
        ),
    )
    .where(_session.c.id == bindparam("session"), _session.c.alive == 1)
)
_ATTENDANCE_THERE = Prepared(select(_attendance.c.person_id).where(_attendance.c.session_id == bindparam("session")))


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
    values = _values(uow, status, made_by, mode, minutes)
    head = _markable(uow.connection, session, person)
    key = _mark_one(uow, head, person, values)
    _first_mark_holds(uow, head)
    return uow.changes(subject=key)


def mark_list(uow: UnitOfWork, session: int, marks: Mapping[int, str], made_by: str = "paper") -> Changes:
    """Mark several people (person id -> status) in one step, as typed from a paper sheet; told["count"] says how many.

    Raises:
        FieldError: no such status. NotFound: session or a person was removed.
    """
    for person, status in marks.items():
        _mark_one(uow, _markable(uow.connection, session, person), person, _values(uow, status, made_by))
    if marks:
        _first_mark_holds(uow, _markable(uow.connection, session))
    return uow.changes(count=len(marks))


def clear_mark(uow: UnitOfWork, session: int, person: int) -> Changes:
    """Take a mark back; the person stays on the roster."""
    head = _markable(uow.connection, session, person)
    if head.twice:
        rows = one_roster.cell_of(uow.connection, session, person).rows
        marked = [row.id for row in rows if row.spoken] or [row.id for row in rows if row.status is not None]
    else:
        marked = [] if head.held is None or head.held_status is None else [head.held]
    for key in marked:
        uow.change(
            Attendance, key, {"status": None, "minutes": None, "made_by": None, "marked_by_id": at_keyboard(uow)}
        )
    if marked:
        refresh_workshop(uow, head.workshop_id)
    return uow.changes(subject=head.held)


def set_mode(uow: UnitOfWork, session: int, person: int, mode: str) -> Changes:
    """Note how somebody took part (in_person or online), whether marked yet or not."""
    value = parse(ATTENDANCE.field("mode"), mode, {})
    head = _markable(uow.connection, session, person)
    held = head.held
    if head.twice:
        cell = one_roster.cell_of(uow.connection, session, person)
        stands = one_roster.standing(cell.rows).row
        session, person = one_roster.place_of(uow.connection, cell)
        held = stands.id if stands is not None else _markable(uow.connection, session, person).held
    if held is not None:
        uow.change(Attendance, held, {"mode": value})
        return uow.changes(subject=held)
    key = uow.create(Attendance, {"session_id": session, "person_id": person, "mode": value})
    return uow.changes(subject=key)


def mark_remaining(uow: UnitOfWork, session: int, status: str, people: Sequence[int] | None = None) -> Changes:
    """Mark everybody of the roster who is unmarked (or those of `people` who are); told["count"] says how many."""
    head = _markable(uow.connection, session)
    values = _values(uow, status, "bulk")
    wanted = None if people is None else set(people)
    unmarked = [
        row.person_id
        for row in roster_rows(uow.connection, head.workshop_id, session)
        if row.status is None and (wanted is None or row.person_id in wanted)
    ]
    if head.twice:
        for person in unmarked:
            _mark_one(uow, _markable(uow.connection, session, person), person, values)
        if unmarked:
            _first_mark_holds(uow, head)
        return uow.changes(count=len(unmarked))
    there = {row[0] for row in _ATTENDANCE_THERE.all(uow.connection, session=session)}
    for person in unmarked:
        if person in there:
            _mark_one(uow, _markable(uow.connection, session, person), person, values)
    # Whoever has no row yet is enrolled, or she would not be on the roster.
    ends = [{"session_id": session, "person_id": person} for person in unmarked if person not in there]
    filled = {**values, "mode": _own_mode(head)}
    rows = [{**filled, **pair, "uid": uow.relation_uid(Attendance, pair).bytes} for pair in ends]
    uow.create_many(Attendance, rows)
    if unmarked:
        _first_mark_holds(uow, head)
    return uow.changes(count=len(unmarked))


def add_walk_in(uow: UnitOfWork, session: int, person: int, status: str = "present") -> Changes:
    """Put a known person onto a session's roster as a walk-in, marked; told["person"] is the person's id.

    Somebody who is enrolled is simply marked.
    """
    head = _markable(uow.connection, session, person)
    key = _mark_one(uow, head, person, _values(uow, status, "key"))
    _first_mark_holds(uow, head)
    return uow.changes(subject=key, person=person)


def name_parts(typed: str) -> tuple[str, str]:
    """Given and family name of a name typed in one piece: the last word is the family name.

    A name typed in small or in capital letters throughout gets a capital at the beginning of each word.
    """
    name = " ".join(typed.split())
    if name in (lower_tr(name), upper_tr(name)):
        name = title_tr(name)
    given, _, family = name.rpartition(" ")
    return (given, family) if given else (family, "")


def add_new_walk_in(uow: UnitOfWork, session: int, name: str, status: str = "present") -> Changes:
    """Make a person of a typed name (see `name_parts`) and put her onto the roster, marked.

    Raises:
        FieldError: the name is empty.
    """
    head = _markable(uow.connection, session)
    given, family = name_parts(name)
    added = records.add(uow, "people", {"given_name": given, "family_name": family, "province": head.province or None})
    assert added.subject is not None
    return add_walk_in(uow, session, added.subject, status)


def _values(
    uow: UnitOfWork, status: str, made_by: str, mode: str | None = None, minutes: int | None = None
) -> dict[str, Any]:
    values = {
        "status": parse(ATTENDANCE.field("status"), status, {}),
        "mode": parse(ATTENDANCE.field("mode"), mode, {}),
        "minutes": parse(ATTENDANCE.field("minutes"), minutes, {}),
        "made_by": parse(ATTENDANCE.field("made_by"), made_by, {}),
        # Also where nobody said: who made the mark before did not make this one.
        "marked_by_id": at_keyboard(uow),
    }
    if values["status"] is None:
        raise FieldError("status", QT_TRANSLATE_NOOP("errors", "A mark needs a status."))
    return values


def _markable(connection: Connection, session: int, person: int | None = None) -> _Head:
    found = _HEAD.one(connection, session=session, person=person)
    if found is None:
        raise NotFound(QT_TRANSLATE_NOOP("errors", "This session was removed in the meantime."))
    return _Head(*found)


def _own_mode(head: _Head) -> str:
    return ONLINE if head.mode == ONLINE else IN_PERSON


def _mark_one(uow: UnitOfWork, head: _Head, person: int, values: Mapping[str, Any]) -> int:
    """Write a mark; where the session or the person stands in the notebook twice, the other marks give way to it."""
    if not head.twice:
        return _write_mark(uow, head, person, values)
    cell = one_roster.cell_of(uow.connection, head.id, person)
    session, other = one_roster.place_of(uow.connection, cell)
    here = head if (session, other) == (head.id, person) else _markable(uow.connection, session, other)
    key = _write_mark(uow, here, other, values)
    for row in cell.rows:
        if row.spoken and row.id != key:
            uow.change(Attendance, row.id, {"made_by": CEDED, "marked_by_id": at_keyboard(uow)})
    if here is not head:
        _first_mark_holds(uow, here)
    return key


def _write_mark(uow: UnitOfWork, head: _Head, person: int, values: Mapping[str, Any]) -> int:
    if head.held is not None:
        uow.change(Attendance, head.held, {**values, "mode": values["mode"] or head.held_mode or _own_mode(head)})
        return head.held
    if not head.alive or head.person_uid is None:
        raise NotFound(QT_TRANSLATE_NOOP("errors", "This person was removed in the meantime."))
    row = {**values, "session_id": head.id, "person_id": person, "mode": values["mode"] or _own_mode(head)}
    row["walk_in"] = None if head.enrolment is not None else 1
    return uow.create(Attendance, row, ends=(head.uid, head.person_uid))


def _first_mark_holds(uow: UnitOfWork, head: _Head) -> None:
    """The first mark of a planned session tells that it was held; a cancelled one stays cancelled."""
    if head.status == PLANNED:
        uow.change(WorkshopSession, head.id, {"status": HELD})
        refresh_workshop(uow, head.workshop_id)
