"""Next steps agreed with stakeholders that wait to be done."""

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import ColumnElement, Connection, and_, func, or_, select

from tn_desktop.model.entities.base import table_of
from tn_desktop.model.entities.stakeholders import Engagement, Stakeholder
from tn_desktop.store import twins

_engagement, _stakeholder = table_of(Engagement), table_of(Stakeholder)


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A next step that waits."""

    engagement_id: int
    stakeholder_id: int
    stakeholder: str
    next_step: str
    due: str


@dataclass(frozen=True, slots=True)
class FollowUps:
    """The next steps due by a day, overdue first; `count` of them in all, `overdue` before that day."""

    rows: tuple[FollowUp, ...]
    count: int
    overdue: int


def waiting_until(last: str) -> ColumnElement[bool]:
    """A condition for the engagements whose next step is due by `last` (ISO day) and not done."""
    return and_(
        _engagement.c.alive == 1,
        _engagement.c.due <= last,
        or_(_engagement.c.done.is_(None), _engagement.c.done == 0),
    )


def follow_ups(connection: Connection, today: date, ahead: int = 0, limit: int = 20) -> FollowUps:
    """What is due by `ahead` days from today on."""
    last = (today + timedelta(days=ahead)).isoformat()
    own = and_(waiting_until(last), _stakeholder.c.alive == 1)
    of = twins.ways(connection)("stakeholder", _engagement.c.stakeholder_id)
    joined = _engagement.join(_stakeholder, _stakeholder.c.id == of)
    rows = connection.execute(
        select(_engagement, _stakeholder.c.id.label("whose"), _stakeholder.c.name.label("stakeholder"))
        .select_from(joined)
        .where(own)
        .order_by(_engagement.c.due, _engagement.c.id)
        .limit(limit)
    )
    found = tuple(
        FollowUp(row.id, row.whose, row.stakeholder or "", row.next_step or row.summary or "", row.due) for row in rows
    )
    late = func.count().filter(_engagement.c.due < today.isoformat())
    count, overdue = connection.execute(select(func.count(), late).select_from(joined).where(own)).one()
    return FollowUps(found, int(count), int(overdue))
