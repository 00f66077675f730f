"""What happens to one session of a workshop: one more is added, it is moved, put off, cancelled, taken up again.

Marks of a session stay with it, whatever happens to it; those of a cancelled one are not counted.
"""

from datetime import datetime, timedelta

from sqlalchemy import Connection, exists, select

from tn_desktop.model.changes import Changes
from tn_desktop.model.entities.base import table_of
from tn_desktop.model.entities.people import Person
from tn_desktop.model.entities.workshops import Attendance, SessionFacilitator, WorkshopSession
from tn_desktop.model.errors import FieldError, Refused
from tn_desktop.model.messages import QT_TRANSLATE_NOOP
from tn_desktop.model.normalise import day, moment
from tn_desktop.model.text import clean
from tn_desktop.model.vocabulary import CANCELLED, HELD, PLANNED, POSTPONED
from tn_desktop.services import records
from tn_desktop.services.page_values import values_of
from tn_desktop.store.unit_of_work import UnitOfWork

_session, _attendance = table_of(WorkshopSession), table_of(Attendance)
_facilitator, _person = table_of(SessionFacilitator), table_of(Person)
COPIED = ("zone", "mode", "venue", "link", "province", "capacity")
"""Fields that the next session of a workshop has from the one before."""


def facilitators_of(connection: Connection, session: int) -> list[int]:
    """Ids of the people who facilitate a session, in the order in which they were named."""
    rows = connection.execute(
        select(_facilitator.c.person_id)
        .join(_person, _person.c.id == _facilitator.c.person_id)
        .where(_facilitator.c.session_id == session, _facilitator.c.alive == 1, _person.c.alive == 1)
        .order_by(_facilitator.c.id)
    )
    return [row[0] for row in rows]


def add_next(uow: UnitOfWork, workshop: int, today: str) -> Changes:
    """Add a session like the last one, as much later as that one came after the one before (else a week).

    A workshop without sessions gets one at 13:00-16:00 of `today` (ISO date). `subject` is the new session's id.
    """
    held = uow.connection.execute(
        select(_session)
        .where(_session.c.workshop_id == workshop, _session.c.alive == 1)
        .order_by(_session.c.starts_at.desc(), _session.c.id.desc())
        .limit(2)
    ).all()
    if not held:
        values = {"workshop": workshop, "starts_at": f"{today}T13:00", "ends_at": f"{today}T16:00"}
        return records.add(uow, "sessions", values)
    last = held[0]
    start = datetime.fromisoformat(last.starts_at)
    apart = timedelta(days=7)
    if len(held) == 2:
        apart = timedelta(days=(start.date() - datetime.fromisoformat(held[1].starts_at).date()).days or 7)
    copied: dict[str, object] = {name: getattr(last, name) for name in COPIED}
    return records.add(
        uow,
        "sessions",
        copied
        | {
            "workshop": workshop,
            "starts_at": (start + apart).isoformat(timespec="minutes"),
            "ends_at": _later(last.ends_at, apart),
            "facilitators": facilitators_of(uow.connection, last.id),
        },
    )


def set_times(uow: UnitOfWork, session: int, date: str, start: str, end: str) -> Changes:
    """Correct a session's date and times, as people write them; `end` may be empty, and is next day if earlier.

    Raises:
        FieldError: on date, start or end.
    """
    values = times(date, start, end)
    return records.change(uow, "sessions", session, values)


def times(date: str, start: str, end: str) -> dict[str, str | None]:
    """starts_at and ends_at of a date and two times of day as people write them (13:00, 13.00, 1300, 13).

    Raises:
        FieldError: on date, start or end.
    """
    on = day("date", date) if clean(date) else _needed("date")
    starts_at = moment("start", f"{on} {clock('start', start) if clean(start) else _needed('start')}")
    if not clean(end):
        return {"starts_at": starts_at, "ends_at": None}
    ends_at = moment("end", f"{on} {clock('end', end)}")
    if ends_at <= starts_at:
        raise FieldError("end", QT_TRANSLATE_NOOP("errors", "The session ends before it starts. Correct the time."))
    return {"starts_at": starts_at, "ends_at": ends_at}


def clock(field: str, text: str) -> str:
    """HH:MM of a time of day as people write it.

    Raises:
        FieldError: it is none.
    """
    digits = clean(text).replace(".", ":").replace(" ", "")
    hours, _, minutes = digits.partition(":")
    if not minutes and len(hours) in (3, 4):
        hours, minutes = hours[:-2], hours[-2:]
    minutes = minutes or "00"
    if not (hours.isdecimal() and minutes.isdecimal() and len(minutes) == 2 and int(hours) < 24 and int(minutes) < 60):
        raise FieldError(
            field, QT_TRANSLATE_NOOP("errors", "“{value}” is not a time of day. Write it like 13:00."), value=text
        )
    return f"{int(hours):02d}:{minutes}"


def move(
    uow: UnitOfWork, session: int, date: str, start: str = "", end: str = "", reason: str | None = None
) -> Changes:
    """Put a session off to another day: it is planned again, and remembers where it stood first.

    Times that are not given stay as they were, and so does the reason. Back where it stood first, it was never moved.

    Raises:
        FieldError: on date, start or end.
    """
    held = values_of(uow.connection, "sessions", session)
    begin = clean(start) or held["starts_at"][11:16]
    finish = clean(end) or (held["ends_at"] or "")[11:16]
    values = times(date, begin, finish)
    if values["starts_at"] == held["starts_at"]:
        return records.change(uow, "sessions", session, values)
    first = held["moved_from"] or held["starts_at"]
    moved: dict[str, object] = {
        **values,
        "status": PLANNED,
        "moved_from": None if first == values["starts_at"] else first,
    }
    if reason is not None:
        moved["reason"] = reason
    return records.change(uow, "sessions", session, moved)


def reschedule(uow: UnitOfWork, session: int, date: str) -> Changes:
    """Move a session that is still to come to another day (ISO date), at its times.

    Raises:
        Refused: it was held or cancelled. NotFound: it was removed.
    """
    status = values_of(uow.connection, "sessions", session)["status"]
    if status == HELD:
        raise Refused(
            QT_TRANSLATE_NOOP("errors", "This session was held. If its date is wrong, correct it on its page.")
        )
    if status == CANCELLED:
        raise Refused(QT_TRANSLATE_NOOP("errors", "This session is cancelled. Say first that it goes ahead after all."))
    return move(uow, session, date)


def set_date(uow: UnitOfWork, session: int, date: str) -> Changes:
    """Give a session another date: a postponed one is moved there, any other was only written down wrong.

    Raises:
        FieldError: on date.
    """
    held = values_of(uow.connection, "sessions", session)
    if held["status"] == POSTPONED:
        return move(uow, session, date)
    return set_times(uow, session, date, held["starts_at"][11:16], (held["ends_at"] or "")[11:16])


def set_clock(uow: UnitOfWork, session: int, start: str, end: str) -> Changes:
    """Correct a session's times of day; its date stays.

    Raises:
        FieldError: on start or end.
    """
    held = values_of(uow.connection, "sessions", session)
    return set_times(uow, session, held["starts_at"][:10], start, end)


def postpone(uow: UnitOfWork, session: int, reason: str | None = None) -> Changes:
    """Put a session off without a new date yet; a reason that is not given stays as it was."""
    return records.change(uow, "sessions", session, {"status": POSTPONED} | _because(reason))


def cancel(uow: UnitOfWork, session: int, reason: str | None = None) -> Changes:
    """Cancel a session; its marks are kept and not counted. A reason that is not given stays as it was."""
    return records.change(uow, "sessions", session, {"status": CANCELLED} | _because(reason))


def _because(reason: str | None) -> dict[str, object]:
    return {} if reason is None else {"reason": reason}


def take_up(uow: UnitOfWork, session: int) -> Changes:
    """A cancelled or postponed session goes ahead after all: held if somebody is marked, else planned."""
    marked = uow.connection.execute(
        select(
            exists(
                select(_attendance.c.id).where(
                    _attendance.c.session_id == session, _attendance.c.alive == 1, _attendance.c.status.is_not(None)
                )
            )
        )
    ).scalar()
    return records.change(uow, "sessions", session, {"status": HELD if marked else PLANNED})


def _later(moment_text: str | None, apart: timedelta) -> str | None:
    if not moment_text:
        return None
    return (datetime.fromisoformat(moment_text) + apart).isoformat(timespec="minutes")


def _needed(field: str) -> str:
    raise FieldError(field, QT_TRANSLATE_NOOP("errors", "This is needed. Fill it in."))
