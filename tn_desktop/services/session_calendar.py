"""The sessions of some weeks, day by day, for the calendar: reads its span of the index and no more."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

from sqlalchemy import Connection, Select, func, or_, select

from tn_desktop.model.entities.base import table_of
from tn_desktop.model.entities.workshops import Workshop, WorkshopSession
from tn_desktop.model.places import province_name
from tn_desktop.services.list_specs import LISTS
from tn_desktop.services.lists import ListQuery, as_seen
from tn_desktop.store import twins
from tn_desktop.store.search import matching, walking, words_of

_workshop, _session = table_of(Workshop), table_of(WorkshopSession)
SHOWN: Final = 40
"""Sessions of one day that are read; of a day with more, the number tells."""
_COLUMNS: Final = (
    "id", "title", "starts_at", "ends_at", "status", "mode", "venue", "link", "moved_from", "reason",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class CalendarSession:
    """A session in the calendar. title is its workshop's, part its own; province is a name."""

    id: int
    workshop: int
    title: str
    part: str
    kind: str
    starts_at: str
    ends_at: str
    status: str
    mode: str
    place: str
    province: str
    moved_from: str
    reason: str


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """A day with sessions: how many in all, and the first `SHOWN` of them in the order of time."""

    total: int
    sessions: tuple[CalendarSession, ...]


def days(
    connection: Connection, first: date, last: date, filters: tuple[tuple[str, Any], ...] = (), search: str = ""
) -> dict[date, CalendarDay]:
    """The days with sessions from `first` to `last`, both in it.

    `filters` and `search` are those of the list of workshops (services/lists), but for a status, which is the
    session's own.
    """
    filters = as_seen(connection, ListQuery("workshops", filters=filters)).filters
    found: dict[date, list[CalendarSession]] = {}
    totals: dict[date, int] = {}
    for row in connection.execute(statement(first, last, filters, search)):
        day = date.fromisoformat(row.starts_at[:10])
        totals[day] = row.total
        found.setdefault(day, []).append(_session_of(row))
    return {day: CalendarDay(totals[day], tuple(sessions)) for day, sessions in found.items()}


def statement(first: date, last: date, filters: tuple[tuple[str, Any], ...], search: str) -> Select[Any]:
    """The statement that reads them."""
    # First the span alone, by its index: a filter must not send the database through all workshops instead. And the
    # rest of a row is only looked up of those that are shown.
    span = (
        select(
            _session.c.id,
            twins.kept("workshop", _session.c.workshop_id).label("workshop_id"),
            _session.c.starts_at,
            _session.c.status,
        )
        .where(
            _session.c.alive == 1,
            twins.is_shown(_session),
            _session.c.starts_at >= first.isoformat(),
            _session.c.starts_at < (last + timedelta(days=1)).isoformat(),
        )
        .cte("span")
        .prefix_with("MATERIALIZED")
    )
    day = func.substr(span.c.starts_at, 1, 10)
    numbered = (
        select(
            span.c.id,
            span.c.workshop_id,
            func.row_number().over(partition_by=day, order_by=(span.c.starts_at, span.c.id)).label("n"),
            func.count().over(partition_by=day).label("total"),
        )
        .join(_workshop, _workshop.c.id == span.c.workshop_id)
        .where(_workshop.c.alive + 0 == 1, *_conditions(span, filters, search))
        .subquery()
    )
    columns = (
        numbered.c.workshop_id,
        _workshop.c.title.label("workshop_title"),
        _workshop.c.kind,
        _workshop.c.province,
        numbered.c.total,
    )
    return (
        select(*(_session.c[name] for name in _COLUMNS), *columns)
        .select_from(numbered)
        .join(_session, _session.c.id == numbered.c.id)
        .join(_workshop, _workshop.c.id == numbered.c.workshop_id)
        .where(numbered.c.n <= SHOWN)
        .order_by(_session.c.starts_at, _session.c.id)
    )


def _conditions(span: Any, filters: tuple[tuple[str, Any], ...], search: str) -> list[Any]:
    known: Mapping[str, Any] = LISTS["workshops"].filters
    found = [
        span.c.status == value if name == "status" else known[name](_workshop, value)
        for name, value in filters
        if value not in (None, "")
    ]
    words = words_of(search)
    if not words:
        return found
    other = _workshop.alias("other")
    by_twins = twins.kept_where("workshop", other, walking(other, words))
    return [*found, or_(matching(_workshop, words), _workshop.c.id.in_(by_twins))]


def _session_of(row: Any) -> CalendarSession:
    return CalendarSession(
        row.id,
        row.workshop_id,
        row.workshop_title or "",
        row.title or "",
        row.kind or "",
        row.starts_at,
        row.ends_at or "",
        row.status or "",
        row.mode or "",
        row.venue or row.link or "",
        province_name(row.province),
        row.moved_from or "",
        row.reason or "",
    )
