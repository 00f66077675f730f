"""Holding a workshop again, next year or in another province, and the chain of workshops that repeat one another."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Final

from sqlalchemy import Connection, select

from tn_desktop.model.changes import Changes
from tn_desktop.model.entities.base import table_of
from tn_desktop.model.entities.stakeholders import WorkshopStakeholder
from tn_desktop.model.entities.tools import AgendaBlock
from tn_desktop.model.entities.workshops import (
    Enrolment,
    SessionFacilitator,
    SessionSpeaker,
    Workshop,
    WorkshopCommunity,
    WorkshopLeader,
    WorkshopNeed,
    WorkshopSession,
)
from tn_desktop.model.errors import FieldError
from tn_desktop.model.messages import QT_TRANSLATE_NOOP
from tn_desktop.model.vocabulary import CANCELLED, ENROLLED
from tn_desktop.services import agenda, records
from tn_desktop.services.enrolling import enrol
from tn_desktop.services.page_values import values_of
from tn_desktop.store.unit_of_work import UnitOfWork

_workshop, _session, _enrolment = table_of(Workshop), table_of(WorkshopSession), table_of(Enrolment)
_block = table_of(AgendaBlock)
YEAR: Final = timedelta(days=364)
"""A year later on the same weekday."""
EVERYWHERE: Final = ("title", "kind", "format_id", "themes", "skills", "description")
"""Columns of a workshop that are true wherever it is held."""
OF_A_SESSION: Final = ("title", "zone", "mode", "capacity")
OF_A_PLACE: Final = ("venue", "link", "province")


@dataclass(frozen=True, slots=True)
class Repeat:
    """What is to be held again.

    Attributes:
        workshop: id of the one that is repeated.
        day: ISO date of the new first session; the others keep their distance from it.
        province: ISO code; where it is another one, places, people, communities and supporters stay behind.
        title: of the new one, or "" for the same.
        people: take over who initiated, led, facilitated and spoke.
        supporters: take over the stakeholders with their roles.
        enrolled: put those who were enrolled onto the new list.
    """

    workshop: int
    day: str
    province: str | None
    title: str = ""
    people: bool = True
    supporters: bool = True
    enrolled: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """A workshop of a chain of repeats. repeat_of is the id of the one it repeats, or None for the first."""

    id: int
    title: str
    starts_at: str
    province: str | None
    status: str
    repeat_of: int | None


def proposed_day(connection: Connection, workshop: int, today: date, elsewhere: bool) -> str:
    """When to hold it again: a year after its first session on the same weekday, elsewhere on the next such weekday.

    A year after is counted on until it is in the future. ISO date.
    """
    starts = connection.execute(select(_workshop.c.first_starts_at).where(_workshop.c.id == workshop)).scalar()
    first = date.fromisoformat(starts[:10]) if starts else today
    if elsewhere:
        return (today + timedelta(days=(first.weekday() - today.weekday()) % 7 or 7)).isoformat()
    again = first + YEAR
    while again <= today:
        again += YEAR
    return again.isoformat()


def repeat(uow: UnitOfWork, wanted: Repeat) -> Changes:
    """Make the new workshop with its sessions; `subject` is its id, told["sessions"] are theirs.

    Cancelled sessions are not repeated; agendas are copied.

    Raises:
        NotFound: the workshop was removed. FieldError: it has no session to repeat.
    """
    stored = values_of(uow.connection, "workshops", wanted.workshop)
    held = _sessions(uow.connection, wanted.workshop)
    if not held:
        raise FieldError("day", QT_TRANSLATE_NOOP("errors", "There is no session to repeat. Add one first."))
    here = wanted.province == stored["province"]
    new = _new_workshop(uow, wanted, here)
    later = date.fromisoformat(wanted.day) - datetime.fromisoformat(held[0].starts_at).date()
    sessions = [_new_session(uow, new, row, later, here, wanted.people) for row in held]
    if wanted.supporters:
        _copy_supporters(uow, wanted.workshop, new)
    if wanted.enrolled:
        enrol(uow, new, _enrolled(uow.connection, wanted.workshop))
    return uow.changes(subject=new, sessions=tuple(sessions))


def chain(connection: Connection, workshop: int) -> tuple[Link, ...]:
    """The workshops that repeat one another, to which this one belongs, in the order of their dates; itself among them.

    Only itself if it repeats none and none repeats it. A circle, which two laptops can make, is walked round once.
    """
    found: dict[int, Link] = {}
    asked: set[int] = set()
    wanted = {workshop}
    columns = ("id", "title", "first_starts_at", "province", "status", "repeat_of_id", "alive")
    while wanted:
        ids = sorted(wanted)
        near = _workshop.c.id.in_(ids) | _workshop.c.repeat_of_id.in_(ids)
        rows = connection.execute(select(*(_workshop.c[name] for name in columns)).where(near)).all()
        asked |= wanted
        wanted = {row.id for row in rows if row.alive} - asked
        wanted |= {row.repeat_of_id for row in rows if row.alive and row.repeat_of_id is not None} - asked
        for row in rows:
            if row.alive:
                found[row.id] = Link(
                    row.id, row.title or "", row.first_starts_at, row.province, row.status, row.repeat_of_id
                )
    return tuple(sorted(found.values(), key=lambda link: (link.starts_at, link.id)))


def _sessions(connection: Connection, workshop: int) -> list[Any]:
    return list(
        connection.execute(
            select(_session)
            .where(
                _session.c.workshop_id == workshop,
                _session.c.alive + 0 == 1,
                _session.c.status.is_distinct_from(CANCELLED),
            )
            .order_by(_session.c.starts_at, _session.c.id)
        )
    )


def _new_workshop(uow: UnitOfWork, wanted: Repeat, here: bool) -> int:
    stored = uow.connection.execute(select(_workshop).where(_workshop.c.id == wanted.workshop)).mappings().one()
    values: dict[str, Any] = {name: stored[name] for name in EVERYWHERE}
    values |= {"province": wanted.province, "repeat_of_id": wanted.workshop}
    if wanted.title:
        values["title"] = wanted.title
    if wanted.people:
        values |= {"initiated_by_id": stored["initiated_by_id"], "teacher_led": stored["teacher_led"]}
    new = uow.create(Workshop, values)
    kept = [WorkshopCommunity, WorkshopNeed] if here else []
    for relation in [*kept, *([WorkshopLeader] if wanted.people else [])]:
        _copy_relation(uow, relation, "workshop_id", wanted.workshop, new)
    return new


def _new_session(uow: UnitOfWork, workshop: int, row: Any, later: timedelta, here: bool, people: bool) -> int:
    """A session like `row`, `later`; through services/records, so that the workshop's dates follow."""
    copied: dict[str, object] = {name: getattr(row, name) for name in (*OF_A_SESSION, *(OF_A_PLACE if here else ()))}
    moments = {name: _moved(getattr(row, name), later) for name in ("starts_at", "ends_at")}
    new = records.add(uow, "sessions", {"workshop": workshop, **copied, **moments}).subject
    assert new is not None
    if people:
        _copy_relation(uow, SessionFacilitator, "session_id", row.id, new)
        _copy_relation(uow, SessionSpeaker, "session_id", row.id, new)
    agenda.copy_from(uow, row.id, new)
    if not people:
        _forget_leaders(uow, new)
    return new


def _forget_leaders(uow: UnitOfWork, session: int) -> None:
    """Nobody is named for the parts of an agenda that is held by others."""
    led = select(_block.c.id).where(
        _block.c.session_id == session, _block.c.alive + 0 == 1, _block.c.led_by_id.is_not(None)
    )
    for key in uow.connection.execute(led).scalars().all():
        uow.change(AgendaBlock, key, {"led_by_id": None})


def _copy_relation(uow: UnitOfWork, cls: Any, column: str, source: int, target: int) -> None:
    table = table_of(cls)
    (other,) = (end for end in cls.ends if end != column)
    rows = uow.connection.execute(
        select(table.c[other]).where(table.c[column] == source, table.c.alive + 0 == 1).order_by(table.c.id)
    )
    for key in rows.scalars().all():
        uow.create(cls, {column: target, other: key})


def _copy_supporters(uow: UnitOfWork, source: int, target: int) -> None:
    table = table_of(WorkshopStakeholder)
    rows = uow.connection.execute(
        select(table.c.stakeholder_id, table.c.roles).where(table.c.workshop_id == source, table.c.alive + 0 == 1)
    ).all()
    for row in rows:
        values = {"workshop_id": target, "stakeholder_id": row.stakeholder_id, "roles": row.roles}
        uow.create(WorkshopStakeholder, values)


def _enrolled(connection: Connection, workshop: int) -> list[int]:
    rows = connection.execute(
        select(_enrolment.c.person_id)
        .where(_enrolment.c.workshop_id == workshop, _enrolment.c.alive + 0 == 1, _enrolment.c.status == ENROLLED)
        .order_by(_enrolment.c.since, _enrolment.c.id)
    )
    return list(rows.scalars())


def _moved(moment: str | None, later: timedelta) -> str | None:
    return (datetime.fromisoformat(moment) + later).isoformat(timespec="minutes") if moment else None
