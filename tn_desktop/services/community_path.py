"""The five steps of becoming a network: what each asks for, and how far the data says a community is.

Every figure is counted from rows; the `stage` that is stored is what its facilitator says.
"""

from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, and_, exists, func, literal, or_, select, union

from tn_desktop.model.entities.base import table_of
from tn_desktop.model.entities.needs import Decision, Need
from tn_desktop.model.entities.people import Community, CommunityOrigin, Membership, Person
from tn_desktop.model.entities.solutions import Output, Solution
from tn_desktop.model.entities.stakeholders import CommunityStakeholder, Engagement, Stakeholder, WorkshopStakeholder
from tn_desktop.model.entities.workshops import Attendance, Workshop, WorkshopCommunity, WorkshopSession
from tn_desktop.model.vocabulary import ADDRESSED, ATTENDED, CANCELLED, CHOSEN, COMMUNITY_STAGE, HELD, POSTPONED
from tn_desktop.services import one_roster, same_as
from tn_desktop.store import twins

_community, _origin = table_of(Community), table_of(CommunityOrigin)
_membership, _person = table_of(Membership), table_of(Person)
_need, _decision = table_of(Need), table_of(Decision)
_solution, _output = table_of(Solution), table_of(Output)
_workshop, _link = table_of(Workshop), table_of(WorkshopCommunity)
_session, _attendance = table_of(WorkshopSession), table_of(Attendance)
_supporter, _engagement = table_of(CommunityStakeholder), table_of(Engagement)
_taking_part, _stakeholder = table_of(WorkshopStakeholder), table_of(Stakeholder)

STAGES: Final = tuple(COMMUNITY_STAGE)
"""The steps in their order, as they are stored."""
MEMBERS_ASKED: Final = 5
ACTIVITIES_ASKED: Final = 3
STAKEHOLDERS_ASKED: Final = 2


@dataclass(frozen=True, slots=True)
class Figures:
    """What there is of a community.

    Attributes:
        issue, goals: whether they are written down.
        members, subjects: members today, and how many subjects they teach.
        months: calendar months in which a session was held, a need raised or a decision taken.
        leaders: members today who facilitate or coordinate.
        needs, votes, chosen: living needs, the dots on them, and those chosen or addressed already.
        held: sessions that took place; people: how many different people took part; attendances: how many times.
        stakeholders: who supports it, takes part in its workshops or was talked to for it.
        engagements: how often one talked.
        groups: communities and working groups that grew out of it.
    """

    issue: bool
    goals: bool
    members: int
    subjects: int
    months: int
    leaders: int
    needs: int
    votes: int
    chosen: int
    decisions: int
    held: int
    people: int
    attendances: int
    solutions: int
    outputs: int
    stakeholders: int
    engagements: int
    groups: int


@dataclass(frozen=True, slots=True)
class Step:
    """A step of the path.

    Attributes:
        stage: as it is stored.
        facts: names of the figures that belong to it, with their numbers.
        missing: what is still asked for, the next first; empty where nothing is.
    """

    stage: str
    facts: tuple[tuple[str, int], ...]
    missing: tuple[str, ...]

    @property
    def done(self) -> bool:
        """Whether everything it asks for is there."""
        return not self.missing


@dataclass(frozen=True, slots=True)
class Path:
    """Where a community is.

    Attributes:
        stage: what is stored, "" where nobody said.
        steps: the five.
    """

    stage: str
    steps: tuple[Step, ...]

    @property
    def reached(self) -> str:
        """The first step that is not done yet, as the data says; the last where all are."""
        return next((step.stage for step in self.steps if not step.done), STAGES[-1])

    @property
    def ahead(self) -> bool:
        """Whether the data says that it is further than what is stored."""
        said = STAGES.index(self.stage) if self.stage in STAGES else -1
        return STAGES.index(self.reached) > said


def path(connection: Connection, community: int) -> Path:
    """The path of a living community."""
    row = connection.execute(select(_community.c.stage).where(_community.c.id == community)).one()
    return Path(row.stage or "", steps(figures(connection, community)))


def steps(there: Figures) -> tuple[Step, ...]:
    """The five steps with what is there and what is missing."""
    asked = (
        (("issue", there.issue), ("members", there.members >= MEMBERS_ASKED)),
        (("goals", there.goals), ("leader", there.leaders > 0)),
        (("need", there.needs > 0), ("votes", there.votes > 0), ("chosen", there.chosen > 0)),
        (("activity", there.held >= ACTIVITIES_ASKED),),
        (("stakeholder", there.stakeholders >= STAKEHOLDERS_ASKED), ("engagement", there.engagements > 0)),
    )
    facts = (
        ("members", "subjects", "months"),
        ("leaders", "groups"),
        ("needs", "votes", "chosen", "decisions"),
        ("held", "people", "attendances", "solutions", "outputs"),
        ("stakeholders", "engagements"),
    )
    return tuple(
        Step(
            stage,
            tuple((name, getattr(there, name)) for name in names),
            tuple(name for name, is_so in all_of if not is_so),
        )
        for stage, names, all_of in zip(STAGES, facts, asked, strict=True)
    )


def of_community(table: Any, community: int) -> ColumnElement[bool]:
    """The rows of a community, and of those that are seen as one with it."""
    own: ColumnElement[bool] = table.c.community_id.in_(twins.as_one("community", community))
    return own


def held_sessions(community: int) -> ColumnElement[bool]:
    """Sessions of a community's workshops that took place: held or marked, and neither cancelled nor postponed."""
    marked = exists(
        select(_attendance.c.id).where(
            _attendance.c.session_id == _session.c.id, _attendance.c.alive == 1, _attendance.c.status.is_not(None)
        )
    )
    said = func.coalesce(_session.c.status, "")
    return and_(
        _session.c.workshop_id.in_(workshops_of(community)),
        _session.c.alive + 0 == 1,
        said.not_in((CANCELLED, POSTPONED)),
        or_(said == HELD, marked),
    )


def workshops_of(community: int) -> Any:
    """The ids of a community's living workshops."""
    return (
        select(_link.c.workshop_id)
        .join(_workshop, _workshop.c.id == _link.c.workshop_id)
        .where(of_community(_link, community), _link.c.alive == 1, _workshop.c.alive + 0 == 1)
    )


def figures(connection: Connection, community: int) -> Figures:
    """Count what there is of a community."""
    own = connection.execute(select(_community.c.issue, _community.c.goals).where(_community.c.id == community)).one()
    members = connection.execute(_members(community)).one()
    needs = connection.execute(_needs(community)).one()
    people, attendances = _taken_part(connection, community)
    return Figures(
        bool(own.issue),
        bool(own.goals),
        members.members,
        members.subjects,
        _months(connection, community),
        members.leaders,
        needs.needs,
        needs.votes,
        needs.chosen,
        _count(connection, of_community(_decision, community), _decision.c.alive + 0 == 1),
        _count(connection, held_sessions(community), twins.is_shown(_session)),
        people,
        attendances,
        _count(connection, of_community(_solution, community), _solution.c.alive + 0 == 1),
        _count(connection, of_community(_output, community), _output.c.alive + 0 == 1),
        _stakeholders(connection, community),
        _engagements(connection, community),
        _groups(connection, community),
    )


def _members(community: int) -> Any:
    subject = func.nullif(_person.c.subject_key, "")
    people = func.count(_person.c.id.distinct())
    leads = _membership.c.role.in_(("facilitator", "coordinator"))
    return (
        select(
            people.label("members"),
            func.count(subject.distinct()).label("subjects"),
            people.filter(leads).label("leaders"),
        )
        .select_from(_membership.join(_person, _person.c.id == twins.kept("person", _membership.c.person_id)))
        .where(
            of_community(_membership, community),
            _membership.c.alive == 1,
            _membership.c.left.is_(None),
            _person.c.alive + 0 == 1,
        )
    )


def _needs(community: int) -> Any:
    return select(
        func.count().label("needs"),
        func.coalesce(func.sum(_need.c.votes), 0).label("votes"),
        func.count().filter(_need.c.status.in_((CHOSEN, ADDRESSED))).label("chosen"),
    ).where(of_community(_need, community), _need.c.alive + 0 == 1)


def _months(connection: Connection, community: int) -> int:
    moments = union(
        select(func.substr(_session.c.starts_at, 1, 7).label("month")).where(held_sessions(community)),
        select(func.substr(_need.c.raised_at, 1, 7)).where(
            of_community(_need, community), _need.c.alive + 0 == 1, _need.c.raised_at.is_not(None)
        ),
        select(func.substr(_decision.c.date, 1, 7)).where(
            of_community(_decision, community), _decision.c.alive + 0 == 1, _decision.c.date.is_not(None)
        ),
    ).subquery()
    return int(connection.execute(select(func.count(moments.c.month))).scalar() or 0)


def _taken_part(connection: Connection, community: int) -> tuple[int, int]:
    """How many different people took part in its sessions, and how many times; entered twice is one."""
    person = _attendance.c.person_id
    took_part = and_(
        _attendance.c.session_id.in_(select(_session.c.id).where(held_sessions(community))),
        _attendance.c.alive + 0 == 1,
        _attendance.c.status.in_(ATTENDED),
    )
    row = connection.execute(select(func.count(person.distinct()), func.count()).where(took_part)).one()
    twice = same_as.counted_twice(connection, "people", select(literal(0), person).where(took_part))
    return row[0] - twice.get(0, 0), row[1] - _times_too_many(connection, took_part)


def _times_too_many(connection: Connection, took_part: ColumnElement[bool]) -> int:
    """How many attendances stand in two lists of one session."""
    groups = set(one_roster.all_as_one(connection).values())
    extra = 0
    for sessions in sorted(groups):
        marks = select(func.count()).where(took_part, _attendance.c.session_id.in_(sessions))
        if times := int(connection.execute(marks).scalar() or 0):
            extra += times - one_roster.how_many_came(connection, sessions)
    return max(0, extra)


def _stakeholders(connection: Connection, community: int) -> int:
    found = union(
        select(_supporter.c.stakeholder_id).where(of_community(_supporter, community), _supporter.c.alive == 1),
        select(_engagement.c.stakeholder_id).where(of_community(_engagement, community), _engagement.c.alive + 0 == 1),
        select(_taking_part.c.stakeholder_id).where(
            _taking_part.c.workshop_id.in_(workshops_of(community)), _taking_part.c.alive == 1
        ),
    ).subquery()
    statement = (
        select(func.count(_stakeholder.c.id.distinct()))
        .select_from(found.join(_stakeholder, _stakeholder.c.id == twins.kept("stakeholder", found.c.stakeholder_id)))
        .where(_stakeholder.c.alive + 0 == 1)
    )
    return int(connection.execute(statement).scalar() or 0)


def _engagements(connection: Connection, community: int) -> int:
    statement = (
        select(func.count())
        .select_from(_engagement.join(_stakeholder, _stakeholder.c.id == _engagement.c.stakeholder_id))
        .where(of_community(_engagement, community), _engagement.c.alive + 0 == 1, _stakeholder.c.alive + 0 == 1)
    )
    return int(connection.execute(statement).scalar() or 0)


def _groups(connection: Connection, community: int) -> int:
    statement = (
        select(func.count(_community.c.id.distinct()))
        .select_from(_origin.join(_community, _community.c.id == twins.kept("community", _origin.c.community_id)))
        .where(
            _origin.c.origin_id.in_(twins.as_one("community", community)),
            _origin.c.alive == 1,
            _community.c.alive + 0 == 1,
        )
    )
    return int(connection.execute(statement).scalar() or 0)


def _count(connection: Connection, *conditions: ColumnElement[bool]) -> int:
    return int(connection.execute(select(func.count()).where(*conditions)).scalar() or 0)
