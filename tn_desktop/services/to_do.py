"""What waits to be done beside the sessions: follow-ups, chosen needs nobody has taken up, waiting lists."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

from sqlalchemy import Connection, and_, exists, func, or_, select

from tn_desktop.model.entities.base import table_of
from tn_desktop.model.entities.needs import Need
from tn_desktop.model.entities.people import Community, Person
from tn_desktop.model.entities.solutions import Solution, SolutionNeed
from tn_desktop.model.entities.workshops import Enrolment, Workshop, WorkshopNeed, WorkshopSession
from tn_desktop.model.vocabulary import CANCELLED, CHOSEN, ENROLLED, POSTPONED, RAISED, WAITING
from tn_desktop.services import privacy_versions
from tn_desktop.services.data_requests import OpenRequests
from tn_desktop.services.data_requests import waiting as waiting_requests
from tn_desktop.services.follow_ups import FollowUps, follow_ups
from tn_desktop.store import twins

_need, _community, _workshop = table_of(Need), table_of(Community), table_of(Workshop)
_answers, _solves, _solution = table_of(WorkshopNeed), table_of(SolutionNeed), table_of(Solution)
_session, _enrolment, _person = table_of(WorkshopSession), table_of(Enrolment), table_of(Person)
_RAISED: Final = (_need.c.alive == 1, _need.c.status == RAISED)
LISTED: Final = 5
FOLLOW_UP_DAYS: Final = 7
"""Follow-ups due within so many days are shown, overdue ones first."""
WAITING_DAYS: Final = 30
"""Waiting lists of workshops with a session within so many days."""


@dataclass(frozen=True, slots=True)
class WaitingNeed:
    """A chosen need that no workshop and no solution answers yet."""

    id: int
    title: str
    community: str
    votes: int


@dataclass(frozen=True, slots=True)
class WaitingList:
    """A workshop ahead with people on its waiting list; starts_at of its next session, ISO."""

    workshop_id: int
    title: str
    starts_at: str
    people: int


@dataclass(frozen=True, slots=True)
class ToDo:
    """Every list at most `LISTED` long; `needs_count` and `waiting_people` count all.

    Attributes:
        raised: needs that were raised and not talked about yet.
        requests: what people asked about their data and waits for an answer.
        texts: versions of notice and consents that came with files and that nobody has looked at here.
    """

    follow_ups: FollowUps
    needs: tuple[WaitingNeed, ...]
    needs_count: int
    raised: int
    waiting: tuple[WaitingList, ...]
    waiting_people: int
    requests: OpenRequests
    texts: tuple[str, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether nothing waits."""
        waits = (self.follow_ups.rows, self.needs, self.raised, self.waiting, self.requests.count, self.texts)
        return not any(waits)


def to_do(connection: Connection, today: date) -> ToDo:
    """What waits on that day."""
    needs = _waiting_needs()
    rows = connection.execute(
        select(_need.c.id, _need.c.title, _need.c.votes, _community.c.name)
        .outerjoin(_community, and_(_community.c.id == _need.c.community_id, _community.c.alive + 0 == 1))
        .where(needs)
        .order_by(_need.c.votes.desc(), _need.c.id.desc())
        .limit(LISTED)
    )
    found = tuple(WaitingNeed(row.id, row.title or "", row.name or "", row.votes or 0) for row in rows)
    count = int(connection.execute(select(func.count()).select_from(_need).where(needs)).scalar() or 0)
    waiting = _waiting_lists(connection, today)
    return ToDo(
        follow_ups(connection, today, FOLLOW_UP_DAYS, LISTED),
        found,
        count,
        int(connection.execute(select(func.count()).select_from(_need).where(*_RAISED)).scalar() or 0),
        waiting[:LISTED],
        sum(one.people for one in waiting),
        waiting_requests(connection, today, LISTED),
        privacy_versions.came(connection)[:LISTED],
    )


def _waiting_needs() -> Any:
    """Chosen needs that nothing living answers."""
    workshop = exists(
        select(_answers.c.id)
        .join(_workshop, _workshop.c.id == _answers.c.workshop_id)
        .where(_answers.c.need_id == _need.c.id, _answers.c.alive + 0 == 1, _workshop.c.alive + 0 == 1)
    )
    solution = exists(
        select(_solves.c.id)
        .join(_solution, _solution.c.id == _solves.c.solution_id)
        .where(_solves.c.need_id == _need.c.id, _solves.c.alive + 0 == 1, _solution.c.alive + 0 == 1)
    )
    return and_(_need.c.alive == 1, _need.c.status == CHOSEN, ~workshop, ~solution)


def _waiting_lists(connection: Connection, today: date) -> tuple[WaitingList, ...]:
    """Waiting lists of the workshops ahead, the next first."""
    kept = twins.ways(connection)
    workshop = kept("workshop", _session.c.workshop_id)
    ahead = (
        select(workshop.label("workshop_id"), func.min(_session.c.starts_at).label("starts_at"))
        .where(
            _session.c.alive == 1,
            _session.c.starts_at >= today.isoformat(),
            _session.c.starts_at < (today + timedelta(days=WAITING_DAYS + 1)).isoformat(),
            or_(_session.c.status.is_(None), _session.c.status.not_in((CANCELLED, POSTPONED))),
        )
        .group_by(workshop)
        .subquery()
    )
    person = kept("person", _enrolment.c.person_id)
    people = func.count(person.distinct()).label("people")
    # Who was entered twice may wait on one list and have her place on the other.
    listed = _enrolment.alias("listed")
    has_place = exists(
        select(listed.c.id).where(
            kept("workshop", listed.c.workshop_id) == ahead.c.workshop_id,
            kept("person", listed.c.person_id) == person,
            listed.c.alive + 0 == 1,
            listed.c.status == ENROLLED,
        )
    )
    waits = (
        [~has_place, _enrolment.c.workshop_id.in_(_together(connection, ahead))] if twins.any_twin(connection) else []
    )
    rows = connection.execute(
        select(_workshop.c.id, _workshop.c.title, ahead.c.starts_at, people)
        .select_from(ahead)
        .join(_workshop, _workshop.c.id == ahead.c.workshop_id)
        .join(_enrolment, kept("workshop", _enrolment.c.workshop_id) == ahead.c.workshop_id)
        .join(_person, _person.c.id == _enrolment.c.person_id)
        .where(
            _workshop.c.alive + 0 == 1,
            _enrolment.c.alive + 0 == 1,
            _enrolment.c.status == WAITING,
            _person.c.alive + 0 == 1,
            *waits,
        )
        .group_by(_workshop.c.id, _workshop.c.title, ahead.c.starts_at)
        .order_by(ahead.c.starts_at, _workshop.c.id)
    )
    return tuple(WaitingList(row.id, row.title or "", row.starts_at or "", row.people) for row in rows)


def _together(connection: Connection, ahead: Any) -> list[int]:
    """The workshops ahead, and those that are seen as them: the few whose lists are looked at."""
    return twins.with_twins(connection, "workshop", connection.execute(select(ahead.c.workshop_id)).scalars())
