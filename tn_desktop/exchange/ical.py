"""Sessions as an iCalendar file (RFC 5545), for the calendar of a phone or of a colleague.

No participant is ever in it; who facilitates and speaks only where that is wanted. A session keeps its UID whenever
and wherever it is exported, and SEQUENCE grows with each change, so that a calendar takes a newer file for the same
sessions: moved, cancelled.
"""

import json
import uuid
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, Select, func, select

from tn_desktop import __version__
from tn_desktop.exchange.export.scope import Report
from tn_desktop.exchange.export.target import new_file
from tn_desktop.model import vocabulary
from tn_desktop.model.derived import full_name
from tn_desktop.model.entities.base import table_of
from tn_desktop.model.entities.people import Community, Person
from tn_desktop.model.entities.workshops import (
    SessionFacilitator,
    SessionSpeaker,
    Workshop,
    WorkshopCommunity,
    WorkshopSession,
)
from tn_desktop.model.messages import QT_TRANSLATE_NOOP, Translate
from tn_desktop.model.places import province_name
from tn_desktop.model.stamps import stamp_milliseconds
from tn_desktop.model.vocabulary import CANCELLED, POSTPONED, word
from tn_desktop.store import twins

if TYPE_CHECKING:
    from icalendar import Event

ENDING: Final = ".ics"
EXPORT: Final = "export"
BEGINNING: Final = datetime(2020, 1, 1, tzinfo=UTC)
"""SEQUENCE counts the seconds from here to the last change: it must grow, and fit into 31 bits."""
PART: Final = 500
_session, _workshop, _community = table_of(WorkshopSession), table_of(Workshop), table_of(Community)
_link, _person = table_of(WorkshopCommunity), table_of(Person)
_STATUS: Final = {CANCELLED: "CANCELLED", POSTPONED: "TENTATIVE"}


@dataclass(frozen=True, slots=True)
class CalendarScope:
    """Which sessions: of a workshop, of a community's workshops, of a span of days; each narrows it further.

    Attributes:
        session, workshop, community: local ids.
        first, last: days, both in it.
    """

    session: int | None = None
    workshop: int | None = None
    community: int | None = None
    first: date | None = None
    last: date | None = None


def export_calendar(
    connection: Connection, out: Path, scope: CalendarScope, translate: Translate, *, names: bool = False
) -> Report:
    """Write the sessions of a scope; `names` adds who facilitates and speaks.

    Raises:
        FileRefused: the file cannot be written; nothing is left of it.
    """
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", f"-//TN Desktop//{__version__}//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", _title(connection, scope, translate))
    count, named = 0, set[int]()
    for event, people in _events(connection, scope, translate, names):
        calendar.add_component(event)
        named |= people
        count += 1
    calendar.add_missing_timezones()
    with new_file(out) as file:
        file.write(calendar.to_ical())
    return Report(out, count, len(named))


def _events(
    connection: Connection, scope: CalendarScope, translate: Translate, names: bool
) -> Iterator[tuple["Event", set[int]]]:
    rows = [dict(row) for row in connection.execute(_statement(scope)).mappings()]
    for start in range(0, len(rows), PART):
        part = rows[start : start + PART]
        ids = [row["id"] for row in part]
        people = {cls: _people(connection, cls, ids) if names else {} for cls in (SessionFacilitator, SessionSpeaker)}
        communities = _communities(connection, {row["workshop_id"] for row in part})
        for row in part:
            who = [people[cls].get(row["id"], {}) for cls in (SessionFacilitator, SessionSpeaker)]
            about = _about(row, communities.get(row["workshop_id"], ()), who, translate)
            yield _event(row, about, translate), {key for held in who for key in held}


def _statement(scope: CalendarScope) -> Select[Any]:
    other = _session.alias("other")
    number = (
        select(func.count())
        .where(
            twins.kept("workshop", other.c.workshop_id) == _workshop.c.id,
            twins.is_shown(other, "workshop_session"),
            other.c.starts_at <= _session.c.starts_at,
            other.c.alive + 0 == 1,
        )
        .scalar_subquery()
    )
    columns = (
        number.label("number"),
        _workshop.c.title.label("workshop_title"), _workshop.c.kind, _workshop.c.themes,
        _workshop.c.province.label("workshop_province"),
    )  # fmt: skip
    statement = (
        select(_session, *columns)
        .select_from(_session)
        .join(_workshop, _workshop.c.id == twins.kept("workshop", _session.c.workshop_id))
        .where(_session.c.alive == 1, _workshop.c.alive + 0 == 1)
        .order_by(_session.c.starts_at, _session.c.id)
    )
    if scope.session is not None:
        return statement.where(_session.c.id == scope.session)
    statement = statement.where(twins.is_shown(_session))
    if scope.workshop is not None:
        statement = statement.where(_session.c.workshop_id.in_(twins.as_one("workshop", scope.workshop)))
    if scope.community is not None:
        theirs = _link.c.community_id.in_(twins.as_one("community", scope.community))
        held = select(twins.kept("workshop", _link.c.workshop_id)).where(theirs, _link.c.alive == 1)
        statement = statement.where(twins.kept("workshop", _session.c.workshop_id).in_(held))
    if scope.first is not None:
        statement = statement.where(_session.c.starts_at >= scope.first.isoformat())
    if scope.last is not None:
        statement = statement.where(_session.c.starts_at < (scope.last + timedelta(days=1)).isoformat())
    return statement


def _event(row: Mapping[str, Any], about: str, translate: Translate) -> "Event":
    from icalendar import Event

    event = Event()
    changed = datetime.fromtimestamp(_changed(row) / 1000, UTC).replace(microsecond=0)
    event.add("uid", f"{uuid.UUID(bytes=row['uid'])}@tn-desktop")
    event.add("dtstamp", changed)
    event.add("last-modified", changed)
    event.add("sequence", max(0, int((changed - BEGINNING).total_seconds())))
    event.add("summary", _summary(row, translate))
    event.add("dtstart", _moment(row["starts_at"], row["zone"]))
    if row["ends_at"]:
        event.add("dtend", _moment(row["ends_at"], row["zone"]))
    event.add("status", _STATUS.get(row["status"], "CONFIRMED"))
    province = province_name(row["province"] or row["workshop_province"])
    place = ", ".join(part for part in (row["venue"], province) if part)
    if place:
        event.add("location", place)
    if row["link"]:
        event.add("url", row["link"])
    kind = word(vocabulary.WORKSHOP_KIND, row["kind"], translate)
    event.add("categories", [part for part in (kind, *json.loads(row["themes"] or "[]")) if part])
    if about:
        event.add("description", about)
    return event


def _summary(row: Mapping[str, Any], translate: Translate) -> str:
    title = row["workshop_title"] or ""
    part = row["title"] or ""
    number = row["number"]
    if not part and number > 1:
        part = translate(EXPORT, QT_TRANSLATE_NOOP("export", "Session {number}")).format(number=number)
    return ": ".join(one for one in (title, part) if one)


def _about(
    row: Mapping[str, Any], communities: Sequence[str], who: Sequence[Mapping[int, str]], translate: Translate
) -> str:
    """What the calendar has no field of its own for, line by line."""
    facilitators, speakers = (", ".join(held.values()) for held in who)
    status = row["status"] if row["status"] in (CANCELLED, POSTPONED) else None
    moved = row["moved_from"] or ""
    first = f"{moved[8:10]}.{moved[5:7]}.{moved[:4]} {moved[11:16]}" if moved else ""
    lines = (
        (QT_TRANSLATE_NOOP("export", "Status"), word(vocabulary.SESSION_STATUS, status, translate)),
        (QT_TRANSLATE_NOOP("export", "First planned for"), first),
        (QT_TRANSLATE_NOOP("export", "Why"), row["reason"]),
        (QT_TRANSLATE_NOOP("export", "Mode"), word(vocabulary.SESSION_MODE, row["mode"], translate)),
        (QT_TRANSLATE_NOOP("export", "Link"), row["link"]),
        (QT_TRANSLATE_NOOP("export", "Communities"), ", ".join(communities)),
        (QT_TRANSLATE_NOOP("export", "Facilitators"), facilitators),
        (QT_TRANSLATE_NOOP("export", "Guest speakers"), speakers),
    )
    return "\n".join(f"{translate(EXPORT, label)}: {value}" for label, value in lines if value)


def _moment(text: str, zone: str | None) -> datetime:
    """A local time in its zone; without one it is the local time of whoever reads it."""
    at = datetime.fromisoformat(text)
    try:
        return at.replace(tzinfo=ZoneInfo(zone)) if zone else at
    except (ValueError, OSError, LookupError):  # a zone that another computer knows, and this one does not
        return at


def _changed(row: Mapping[str, Any]) -> int:
    """Milliseconds since 1970 of the last change of a session."""
    stamps = [row["created"], *json.loads(row["fields"] or "{}").values()]
    return stamp_milliseconds(max(stamps))


def _people(connection: Connection, cls: Any, ids: Sequence[int]) -> dict[int, dict[int, str]]:
    """Session -> person id -> name."""
    table, both = table_of(cls), twins.with_twins(connection, "workshop_session", ids)
    rows = connection.execute(
        select(table.c.session_id, _person.c.id, _person.c.given_name, _person.c.family_name)
        .select_from(table)
        .join(_person, _person.c.id == twins.kept("person", table.c.person_id))
        .where(
            table.c.session_id.in_(both),
            table.c.alive + 0 == 1,
            _person.c.alive + 0 == 1,
        )
        .order_by(table.c.id)
    )
    found: dict[int, dict[int, str]] = {}
    listed = list(rows)
    seen = twins.kept_of(connection, "workshop_session", {row.session_id for row in listed})
    for row in listed:
        for session in {row.session_id, seen.get(row.session_id, row.session_id)}:
            found.setdefault(session, {})[row.id] = full_name(row._mapping)
    return found


def _communities(connection: Connection, workshops: set[int]) -> dict[int, list[str]]:
    groups = twins.groups_of(connection, "workshop", workshops)
    every = sorted({key for group in groups.values() for key in group})
    rows = connection.execute(
        select(_link.c.workshop_id, _community.c.id, _community.c.name)
        .select_from(_link)
        .join(_community, _community.c.id == twins.kept("community", _link.c.community_id))
        .where(_link.c.workshop_id.in_(every), _link.c.alive + 0 == 1, _community.c.alive + 0 == 1)
        .order_by(_community.c.sort_key, _community.c.id)
    )
    named: dict[int, dict[int, str]] = {}
    for row in rows:
        named.setdefault(row.workshop_id, {})[row.id] = row.name or ""
    found: dict[int, list[str]] = {}
    for workshop, group in groups.items():
        together: dict[int, str] = {}
        for key in group:
            together |= named.get(key, {})
        found[workshop] = list(together.values())
    return found


def _title(connection: Connection, scope: CalendarScope, translate: Translate) -> str:
    """What the calendar is called: the workshop, the community, or all of them."""
    if scope.workshop is not None:
        found = connection.execute(select(_workshop.c.title).where(_workshop.c.id == scope.workshop)).scalar()
    elif scope.community is not None:
        found = connection.execute(select(_community.c.name).where(_community.c.id == scope.community)).scalar()
    else:
        found = None
    return found or translate(EXPORT, QT_TRANSLATE_NOOP("export", "All workshops"))
