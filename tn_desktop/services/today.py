"""What the day asks for: today's and the next sessions, and those that passed without attendance."""

from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, Table, and_, exists, func, or_, select

from tn_desktop.model.entities.base import table_of
from tn_desktop.model.entities.people import Community, Person
from tn_desktop.model.entities.stakeholders import Stakeholder
from tn_desktop.model.entities.workshops import Attendance, Workshop, WorkshopSession
from tn_desktop.model.vocabulary import CANCELLED, POSTPONED
from tn_desktop.services import one_roster, settings
from tn_desktop.services.day import AHEAD_DAYS, LISTED, OVERDUE_DAYS, Day, DaySession
from tn_desktop.store import twins

_session, _workshop, _attendance = table_of(WorkshopSession), table_of(Workshop), table_of(Attendance)


def day(connection: Connection, today: date, ahead: int = AHEAD_DAYS, back: int = OVERDUE_DAYS) -> Day:
    """The sessions of `today`, of the next `ahead` days, and unmarked ones of the last `back` days."""
    start, end = today.isoformat(), (today + timedelta(days=1)).isoformat()
    unmarked = ~exists(
        select(_attendance.c.id).where(
            _attendance.c.session_id == _session.c.id, _attendance.c.alive == 1, _attendance.c.status.is_not(None)
        )
    )
    going = or_(_session.c.status.is_(None), _session.c.status.not_in((CANCELLED, POSTPONED)))
    past = and_(_session.c.starts_at >= (today - timedelta(days=back)).isoformat(), _session.c.starts_at < start)
    coming_end = (today + timedelta(days=ahead + 1)).isoformat()
    return Day(
        _sessions(connection, and_(_session.c.starts_at >= start, _session.c.starts_at < end)),
        _sessions(connection, and_(_session.c.starts_at >= end, _session.c.starts_at < coming_end, going)),
        _sessions(connection, and_(past, going, unmarked), newest_first=True),
        _incomplete(connection),
        _empty(connection),
    )


def _sessions(connection: Connection, condition: object, newest_first: bool = False) -> tuple[DaySession, ...]:
    marked = (
        select(func.count())
        .where(_attendance.c.session_id == _session.c.id, _attendance.c.alive == 1, _attendance.c.status.is_not(None))
        .scalar_subquery()
    )
    order = _session.c.starts_at.desc() if newest_first else _session.c.starts_at
    found = connection.execute(
        select(_session, _workshop.c.id.label("seen_in"), _workshop.c.title.label("workshop"), marked.label("marked"))
        .select_from(_session)
        .join(_workshop, _workshop.c.id == twins.kept("workshop", _session.c.workshop_id))
        .where(condition, _session.c.alive == 1, twins.is_shown(_session), _workshop.c.alive == 1)  # type: ignore[arg-type]
        .order_by(order, _session.c.id)
        .limit(LISTED)
    )
    as_one = one_roster.all_as_one(connection)
    rows = list(found)
    if newest_first:
        # Of a session that was entered twice, either list may have the marks.
        rows = [
            row for row in rows if row.id not in as_one or not one_roster.how_many_marked(connection, as_one[row.id])
        ]
    return tuple(
        DaySession(
            row.id,
            row.seen_in,
            row.workshop or "",
            row.title or "",
            row.starts_at or "",
            row.ends_at or "",
            row.venue or row.link or "",
            row.mode or "",
            row.status or "",
            one_roster.how_many_marked(connection, as_one[row.id]) if row.id in as_one else row.marked,
        )
        for row in rows
    )


def _incomplete(connection: Connection) -> int:
    """How many walk-ins there are of whom only the name is known."""
    person = table_of(Person)
    known_by_name = select(func.count()).where(person.c.alive == 1, twins.is_shown(person), walked_in(person))
    return int(connection.execute(known_by_name).scalar() or 0)


def walked_in(person: Table) -> ColumnElement[bool]:
    """Whether somebody walked in and only her name is known."""
    came = exists(
        select(_attendance.c.id).where(
            _attendance.c.person_id == person.c.id, _attendance.c.walk_in == 1, _attendance.c.alive == 1
        )
    )
    # Those without an institution are few and stand together in an index; those who walked in are many.
    nameless = and_(person.c.institution_key == "", person.c.institution.is_(None))
    # Not "phone IS NULL", for which SQLite would take the longer way through the index of phones.
    silent = func.coalesce(person.c.phone, "") == ""
    return and_(nameless, silent, came)


def _empty(connection: Connection) -> bool:
    """Whether nothing was entered yet; that the owner is a person of her notebook does not count."""
    owner = (settings.get(connection, settings.OWNER) or {}).get("person")
    person = table_of(Person)
    # Two are enough to know that there is somebody else.
    uids = connection.execute(select(person.c.uid).where(person.c.alive == 1).limit(2)).scalars()
    return {UUID(bytes=uid) for uid in uids} <= ({UUID(owner)} if owner else set()) and not any(
        connection.execute(select(table_of(cls).c.id).where(table_of(cls).c.alive == 1).limit(1)).scalar()
        for cls in (Community, Workshop, Stakeholder)
    )
