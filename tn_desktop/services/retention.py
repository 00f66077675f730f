"""Retention: how long data is kept after its last use, and a list of what is due. Nothing is destroyed by itself.

A rule counts years. Who of the people is due is looked for by exclusion: whoever took part, is on a list, is a member
of an active community, did something, signed something, asked something or was entered within those years stays.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, Select, and_, delete, func, literal, select, union, union_all

from tn_desktop.model.derived import full_name
from tn_desktop.model.entities.base import table_of
from tn_desktop.model.entities.local import ExportLog
from tn_desktop.model.entities.needs import Need
from tn_desktop.model.entities.people import Community, Membership, Person
from tn_desktop.model.entities.privacy import Consent, DataRequest
from tn_desktop.model.entities.solutions import Iteration, IterationPerson, Output, OutputPerson
from tn_desktop.model.entities.stakeholders import Contact, Engagement, Stakeholder
from tn_desktop.model.entities.workshops import (
    Attendance,
    Enrolment,
    SessionFacilitator,
    SessionSpeaker,
    Workshop,
    WorkshopLeader,
    WorkshopSession,
)
from tn_desktop.model.errors import Refused
from tn_desktop.model.messages import QT_TRANSLATE_NOOP
from tn_desktop.model.stamps import make_stamp, stamp_milliseconds
from tn_desktop.model.vocabulary import OPEN, WITHDRAWN
from tn_desktop.services import destruction, erasure, records, same_as, settings
from tn_desktop.services.due_notes import DueNotes, due_notes, is_due
from tn_desktop.services.erasure import Erasure, Forgotten
from tn_desktop.store.database import Database
from tn_desktop.store.unit_of_work import UnitOfWork

SETTING: Final = "retention"
PEOPLE, NOTES, REQUESTS, EXPORTS = "people", "notes", "requests", "exports"
YEARS: Final[Mapping[str, int]] = {PEOPLE: 5, NOTES: 5, REQUESTS: 3, EXPORTS: 5}
"""Years that each rule begins with: people since their last activity; notes about stakeholders and contacts since
somebody last talked; requests since they were closed; lines of the log of exports. Three years is what the regulation
on erasure asks for records of it."""
MOST_YEARS: Final = 50
LISTED: Final = 500
"""So many people are listed, and destroyed, at once; all are counted."""
_ONE_BY_ONE: Final = 20_000
_LABEL: Final = QT_TRANSLATE_NOOP("history", "Destroy what is past its time")
_NOT_DUE: Final = QT_TRANSLATE_NOOP("errors", "{uid} is not past its time, so that nothing was destroyed.")

_person, _membership, _community = table_of(Person), table_of(Membership), table_of(Community)
_attendance, _session, _enrolment = table_of(Attendance), table_of(WorkshopSession), table_of(Enrolment)
_workshop, _leader, _need = table_of(Workshop), table_of(WorkshopLeader), table_of(Need)
_facilitator, _speaker = table_of(SessionFacilitator), table_of(SessionSpeaker)
_iteration, _by, _output, _made = (
    table_of(Iteration),
    table_of(IterationPerson),
    table_of(Output),
    table_of(OutputPerson),
)
_contact, _stakeholder, _engagement = table_of(Contact), table_of(Stakeholder), table_of(Engagement)
_consent, _request, _log = table_of(Consent), table_of(DataRequest), table_of(ExportLog)


@dataclass(frozen=True, slots=True)
class DuePerson:
    """Somebody whose time is over: her last activity (ISO day) and what it was, or when she was entered ("entered").

    Attributes:
        what: attended, enrolled, member, led, facilitated, spoke, raised, carried_out, made, talked, signed, entered.
    """

    person_id: int
    name: str
    institution: str
    province: str
    last: str
    what: str


@dataclass(frozen=True, slots=True)
class DuePeople:
    """The first `LISTED` of them, the longest quiet first, and how many there are."""

    rows: tuple[DuePerson, ...]
    count: int


@dataclass(frozen=True, slots=True)
class Due:
    """What each rule would destroy today; years 0 keeps for ever."""

    years: Mapping[str, int]
    people: DuePeople
    notes: DueNotes
    requests: int
    exports: int


def years(connection: Connection) -> dict[str, int]:
    """Rule -> years, as they are set here."""
    held = settings.get(connection, SETTING) or {}
    return {rule: int(held.get(rule, usual)) for rule, usual in YEARS.items()}


def set_years(uow: UnitOfWork, rule: str, wanted: int) -> None:
    """Set a rule; 0 keeps for ever.

    Raises:
        Refused: there is no such rule, or it is no such number of years.
    """
    if rule not in YEARS or not 0 <= wanted <= MOST_YEARS:
        raise Refused(QT_TRANSLATE_NOOP("errors", "A retention rule has from 0 to {most} years."), most=MOST_YEARS)
    settings.put(uow, SETTING, years(uow.connection) | {rule: wanted})


def due(connection: Connection, today: date) -> Due:
    """What is past its time on that day."""
    held = years(connection)
    return Due(
        held,
        _due_people(connection, _before(today, held[PEOPLE])),
        _due_notes(connection, _before(today, held[NOTES])),
        len(_due_requests(connection, _before(today, held[REQUESTS]))),
        _count_exports(connection, _before(today, held[EXPORTS])),
    )


def destroy_people(db: Database, people: Sequence[int], day: str, authority: str) -> Forgotten:
    """Erase people who were looked at, in one batch; the destruction log says it followed from the rule."""
    return erasure.erase_people(db, people, day, authority, PEOPLE)


def decide_people(db: Database, uids: Sequence[str], today: date, authority: str) -> Forgotten:
    """Erase people of the review list, each of them named.

    Raises:
        NotFound: there is no such person. Refused: she is not past her time; nobody is erased then.
    """
    with db.read() as connection:
        ids = [records.id_of(connection, "people", uid) for uid in uids]
        overdue = set(_due_ids(connection, _before(today, years(connection)[PEOPLE])))
    for uid, key in zip(uids, ids, strict=True):
        if key not in overdue:
            raise Refused(_NOT_DUE, uid=uid)
    return destroy_people(db, ids, today.isoformat(), authority)


def destroy_notes(db: Database, uids: Sequence[bytes], today: date, authority: str) -> int:
    """Destroy notes of the review list, each of them named; how many it was.

    Raises:
        Refused: one of them is none that is past its time; nothing is destroyed then.
    """
    day = today.isoformat()
    with db.write(_LABEL) as uow:
        before = _before(today, years(uow.connection)[NOTES])
        wanted = []
        for uid in dict.fromkeys(uids):
            entity = is_due(uow.connection, uid, before, _stamp(before)) if before else ""
            if not entity:
                raise Refused(_NOT_DUE, uid=str(UUID(bytes=uid)))
            wanted.append(Erasure(uid, entity, day, authority))
        erasure.erase(uow, wanted)
        destruction.note(uow, day, NOTES, len(wanted), authority)
    erasure.wipe_traces(db)
    return len(wanted)


def due_requests(connection: Connection, today: date) -> list[bytes]:
    """The uids of the closed requests that are past their time."""
    return _due_requests(connection, _before(today, years(connection)[REQUESTS]))


def destroy_rest(db: Database, rule: str, today: date, authority: str) -> int:
    """Destroy the closed requests, or the lines of the log of exports, that are past their time; how many it was."""
    day = today.isoformat()
    with db.write(_LABEL) as uow:
        before = _before(today, years(uow.connection)[rule])
        if rule == REQUESTS:
            uids = _due_requests(uow.connection, before)
            erasure.erase(uow, [Erasure(uid, _request.name, day, authority) for uid in uids])
            count = len(uids)
        else:
            count = _count_exports(uow.connection, before)
            if count:
                uow.connection.execute(delete(_log).where(_log.c.at < before))
        destruction.note(uow, day, rule, count, authority)
    erasure.wipe_traces(db)
    return count


def _before(today: date, number: int) -> str:
    """The ISO day before which something is past its time; "" for a rule that keeps for ever."""
    if not number:
        return ""
    try:
        return today.replace(year=today.year - number).isoformat()
    except ValueError:  # the 29th of February
        return today.replace(year=today.year - number, day=28).isoformat()


def _due_requests(connection: Connection, before: str) -> list[bytes]:
    if not before:
        return []
    closed = (_request.c.alive == 1, _request.c.status != OPEN, _request.c.closed < before)
    return list(connection.execute(select(_request.c.uid).where(*closed)).scalars())


def _count_exports(connection: Connection, before: str) -> int:
    if not before:
        return 0
    return int(connection.execute(select(func.count()).select_from(_log).where(_log.c.at < before)).scalar() or 0)


def _stamp(before: str) -> str:
    """The first stamp of that day."""
    moment = datetime.fromisoformat(before).replace(tzinfo=UTC)
    return make_stamp(int(moment.timestamp() * 1000), 0, "0" * 12)


def _due_notes(connection: Connection, before: str) -> DueNotes:
    return due_notes(connection, before, _stamp(before), LISTED) if before else DueNotes((), 0)


def _due_people(connection: Connection, before: str) -> DuePeople:
    ids = _due_ids(connection, before)
    shown = ids[:LISTED] if len(ids) > LISTED else ids
    rows = sorted(_told(connection, shown), key=lambda row: (row.last, row.person_id))
    return DuePeople(tuple(rows), len(ids))


def _due_ids(connection: Connection, before: str) -> list[int]:
    """Who was entered before that day and did nothing since.

    Few who were entered so long ago are asked about one by one, by the indexes of people; many are held against all
    who did something. Nobody entered so long ago, as in the first years, costs one look at the table.
    """
    if not before:
        return []
    old = and_(_person.c.alive == 1, _person.c.created < _stamp(before), _person.c.created > "")
    entered = int(connection.execute(select(func.count()).select_from(_person).where(old)).scalar() or 0)
    if not entered:
        return []
    ids = list(connection.execute(quiet(old, before, one_by_one=entered <= _ONE_BY_ONE)).scalars())
    return _without_twins(connection, ids, _owner(connection))


def quiet(old: ColumnElement[bool], before: str, *, one_by_one: bool) -> Select[Any]:
    """The ids of these people who did nothing from that ISO day on."""
    every = _activities(before)
    if one_by_one:
        idle = and_(*(~select(one.c.person).where(one.c.person == _person.c.id).exists() for one in every))
    else:
        idle = _person.c.id.not_in(select(union(*(select(one.c.person) for one in every)).subquery()))
    return select(_person.c.id).where(old, idle).order_by(_person.c.id)


def _owner(connection: Connection) -> int | None:
    """Whose notebook this is: she works with it, whatever her own lists say."""
    uid = (settings.get(connection, settings.OWNER) or {}).get("person")
    if not uid:
        return None
    found: int | None = connection.execute(select(_person.c.id).where(_person.c.uid == UUID(uid).bytes)).scalar()
    return found


def _without_twins(connection: Connection, ids: list[int], owner: int | None) -> list[int]:
    """Leave out the owner, and whoever is the same as somebody who stays."""
    groups = same_as.groups(connection, "people")
    due = set(ids)
    members: dict[int, set[int]] = {}
    for key, group in groups.items():
        members.setdefault(group, set()).add(key)
    return [
        key for key in ids if key != owner and (key not in groups or members[groups[key]] <= due)
    ]  # fmt: skip


def _activities(after: str) -> list[Any]:
    """What keeps a person, as (person, day, what): everything from that ISO day on; "" for all there ever was."""

    def since(column: Any) -> ColumnElement[bool]:
        return and_(column >= after) if after else and_(column.is_not(None))

    def found(person: Any, day: Any, what: str) -> Select[Any]:
        return select(person.label("person"), day.label("day"), literal(what).label("what")).where(
            person.is_not(None), since(day)
        )

    def at_session(table: Any, what: str) -> Select[Any]:
        return (
            found(table.c.person_id, _session.c.starts_at, what)
            .join(_session, _session.c.id == table.c.session_id)
            .where(table.c.alive + 0 == 1)
        )

    listed = (
        found(_enrolment.c.person_id, _workshop.c.first_starts_at, "enrolled")
        .join(_workshop, _workshop.c.id == _enrolment.c.workshop_id)
        .where(_enrolment.c.alive + 0 == 1, _enrolment.c.status.is_distinct_from(WITHDRAWN))
    )
    led = (
        found(_leader.c.person_id, _workshop.c.first_starts_at, "led")
        .join(_workshop, _workshop.c.id == _leader.c.workshop_id)
        .where(_leader.c.alive + 0 == 1)
    )
    carried = (
        found(_by.c.person_id, _iteration.c.date, "carried_out")
        .join(_iteration, _iteration.c.id == _by.c.iteration_id)
        .where(_by.c.alive + 0 == 1)
    )
    made = (
        found(_made.c.person_id, _output.c.date, "made")
        .join(_output, _output.c.id == _made.c.output_id)
        .where(_made.c.alive + 0 == 1)
    )
    statements = [
        at_session(_attendance, "attended"),
        at_session(_facilitator, "facilitated"),
        at_session(_speaker, "spoke"),
        listed,
        led,
        carried,
        made,
        found(_workshop.c.initiated_by_id, _workshop.c.first_starts_at, "led").where(_workshop.c.alive == 1),
        found(_need.c.raised_by_id, _need.c.raised_at, "raised").where(_need.c.alive == 1),
        found(_engagement.c.person_id, _engagement.c.date, "talked").where(_engagement.c.alive == 1),
        found(_consent.c.person_id, _consent.c.given_at, "signed").where(_consent.c.alive == 1),
        found(_request.c.person_id, _request.c.received, "asked").where(_request.c.alive == 1),
        found(_membership.c.person_id, func.coalesce(_membership.c.left, _membership.c.joined), "member").where(
            _membership.c.alive == 1
        ),
    ]
    if after:
        # No day is asked for: a member of an active community, a contact person, whose request waits.
        statements += [
            _standing(_membership.c.person_id)
            .join(_community, _community.c.id == _membership.c.community_id)
            .where(_membership.c.alive == 1, _membership.c.left.is_(None), _community.c.status == "active"),
            _standing(_contact.c.person_id)
            .join(_stakeholder, _stakeholder.c.id == _contact.c.stakeholder_id)
            .where(_contact.c.alive == 1, _stakeholder.c.alive == 1, _stakeholder.c.status == "active"),
            _standing(_stakeholder.c.person_id).where(
                _stakeholder.c.alive == 1, _stakeholder.c.status == "active", _stakeholder.c.person_id.is_not(None)
            ),
            _standing(_request.c.person_id).where(
                _request.c.alive == 1, _request.c.status == OPEN, _request.c.person_id.is_not(None)
            ),
        ]
    return [statement.subquery() for statement in statements]


def _standing(person: Any) -> Select[Any]:
    return select(person.label("person"), literal("").label("day"), literal("").label("what"))


def _told(connection: Connection, ids: Sequence[int]) -> list[DuePerson]:
    """The people with their last activity."""
    if not ids:
        return []
    parts = [select(one.c.person, one.c.day, one.c.what).where(one.c.person.in_(ids)) for one in _activities("")]
    last: dict[int, tuple[str, str]] = {}
    for person, day, what in connection.execute(union_all(*parts)):
        last[person] = max(last.get(person, ("", "")), ((day or "")[:10], what))
    rows = connection.execute(select(_person).where(_person.c.id.in_(ids))).mappings()
    told = []
    for row in rows:
        day, what = last.get(row["id"], ("", ""))
        if not day:
            entered = datetime.fromtimestamp(stamp_milliseconds(row["created"]) / 1000).astimezone()
            day, what = f"{entered:%Y-%m-%d}", "entered"
        told.append(
            DuePerson(row["id"], full_name(dict(row)), row["institution"] or "", row["province"] or "", day, what)
        )
    return told
