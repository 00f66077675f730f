"""What people ask about their data: access, correction, erasure, objection, each answered within thirty days.

Requests travel like all rows, so that the office sees what a province owes an answer to. Once a person was erased,
her requests stay as a proof, without a name (model/erasing.py).
"""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from sqlalchemy import Connection, func, select

from tn_desktop.model.changes import Changes
from tn_desktop.model.derived import full_name
from tn_desktop.model.entities.base import table_of
from tn_desktop.model.entities.people import Person
from tn_desktop.model.entities.privacy import DataRequest
from tn_desktop.model.vocabulary import DONE, OPEN
from tn_desktop.services import records, same_as
from tn_desktop.services.privacy_rules import ANSWER_DAYS, due_on
from tn_desktop.store.unit_of_work import UnitOfWork

_request, _person = table_of(DataRequest), table_of(Person)
LISTED: Final = 500


@dataclass(frozen=True, slots=True)
class RequestRow:
    """A request; person_id is None and name "" where she was erased.

    Attributes:
        due: the last day for an answer, ISO.
        days: from today to that day; negative once it is late; None when it was closed.
    """

    request_id: int
    person_id: int | None
    name: str
    kind: str
    received: str
    due: str
    days: int | None
    status: str
    closed: str
    channel: str
    notes: str


@dataclass(frozen=True, slots=True)
class OpenRequests:
    """Those that wait, the most urgent first; `count` of them in all, `overdue` past their thirty days."""

    rows: tuple[RequestRow, ...]
    count: int
    overdue: int


def receive(uow: UnitOfWork, person: int, kind: str, day: str, channel: str = "", notes: str = "") -> Changes:
    """Write down that a person asked something; the clock of thirty days begins."""
    values = {"person": person, "kind": kind, "received": day, "channel": channel, "notes": notes}
    return records.add(uow, "requests", values)


def close(uow: UnitOfWork, request: int, status: str, day: str) -> Changes:
    """Write down that a request was answered, or refused; OPEN opens it again."""
    values = {"status": status, "closed": None if status == OPEN else day}
    return records.change(uow, "requests", request, values)


def answer_erasures(uow: UnitOfWork, person: int, day: str) -> None:
    """Close what a person asked and is answered by erasing her: everything that waits."""
    people = same_as.ids_of_group(uow.connection, "people", person)
    waiting = select(_request.c.id).where(
        _request.c.person_id.in_(people), _request.c.alive == 1, _request.c.status == OPEN
    )
    keys = uow.connection.execute(waiting).scalars().all()
    uow.change_many(DataRequest, {key: {"status": DONE, "closed": day} for key in keys})


def of_person(connection: Connection, person: int, today: date) -> tuple[RequestRow, ...]:
    """What a person asked, the latest first; of all her rows."""
    people = same_as.ids_of_group(connection, "people", person)
    condition = _request.c.person_id.in_(people)
    return _rows(connection, condition, today, newest_first=True)


def waiting(connection: Connection, today: date, limit: int = LISTED) -> OpenRequests:
    """What waits for an answer."""
    going = (_request.c.alive == 1, _request.c.status == OPEN)
    last = (today - timedelta(days=ANSWER_DAYS)).isoformat()
    late = func.count().filter(_request.c.received < last)
    count, overdue = connection.execute(select(func.count(), late).select_from(_request).where(*going)).one()
    rows = _rows(connection, _request.c.status == OPEN, today, limit=limit) if count else ()
    return OpenRequests(rows, int(count), int(overdue or 0))


def every(connection: Connection, today: date) -> tuple[RequestRow, ...]:
    """All requests: those that wait first, then the latest that were closed."""
    closed = _rows(connection, _request.c.status != OPEN, today, newest_first=True)
    return (*waiting(connection, today).rows, *closed)


def _rows(
    connection: Connection, condition: object, today: date, *, newest_first: bool = False, limit: int = LISTED
) -> tuple[RequestRow, ...]:
    order = (_request.c.received.desc(), _request.c.id.desc()) if newest_first else (_request.c.received, _request.c.id)
    rows = connection.execute(
        select(_request, _person.c.given_name, _person.c.family_name)
        .outerjoin(_person, _person.c.id == _request.c.person_id)
        .where(_request.c.alive == 1, condition)  # type: ignore[arg-type]
        .order_by(*order)
        .limit(limit)
    )
    found = []
    for row in rows:
        due = due_on(row.received) if row.received else ""
        days = (date.fromisoformat(due) - today).days if due and row.status == OPEN else None
        name = full_name({"given_name": row.given_name, "family_name": row.family_name}) if row.person_id else ""
        found.append(
            RequestRow(
                row.id,
                row.person_id,
                name,
                row.kind or "",
                row.received or "",
                due,
                days,
                row.status or "",
                row.closed or "",
                row.channel or "",
                row.notes or "",
            )
        )
    return tuple(found)
