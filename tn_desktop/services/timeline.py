"""Everything that happened in a community, the newest first: one statement, page by page."""

from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Select, and_, func, literal, or_, select, union, union_all

from tn_desktop.model.entities.base import table_of
from tn_desktop.model.entities.needs import Decision, Need
from tn_desktop.model.entities.people import Community, CommunityOrigin, Membership, Person
from tn_desktop.model.entities.solutions import Iteration, Output, Solution
from tn_desktop.model.entities.stakeholders import Engagement, Stakeholder
from tn_desktop.model.entities.voices import Survey
from tn_desktop.model.entities.workshops import Attendance, Workshop, WorkshopSession
from tn_desktop.model.vocabulary import ATTENDED, CANCELLED, POSTPONED
from tn_desktop.services import one_roster
from tn_desktop.services.community_path import of_community, workshops_of
from tn_desktop.store import twins

_community, _origin = table_of(Community), table_of(CommunityOrigin)
_membership, _person = table_of(Membership), table_of(Person)
_need, _decision = table_of(Need), table_of(Decision)
_solution, _iteration, _output = table_of(Solution), table_of(Iteration), table_of(Output)
_engagement, _stakeholder, _survey = table_of(Engagement), table_of(Stakeholder), table_of(Survey)
_workshop, _session, _attendance = table_of(Workshop), table_of(WorkshopSession), table_of(Attendance)

PAGE: Final = 100
KINDS: Final = (
    "session", "need", "decision", "solution", "iteration", "output", "engagement", "survey", "joined", "left", "group",
    "founded",
)  # fmt: skip
"""What can have happened; of one day, in this order."""


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened.

    Attributes:
        kind: one of `KINDS`.
        id: of the row it is about, unique within its kind.
        date: ISO date or time; "" where unknown.
        title: what it is called: a need's title, a person's name, a workshop's …
        word: its status, role or kind, as it is stored.
        more: further text.
        number: votes of a need or decision, people who took part in a session, answers of a survey; 0 for none.
        entity, target: where it leads.
    """

    kind: str
    id: int
    date: str
    title: str
    word: str
    more: str
    number: int
    entity: str
    target: int

    @property
    def key(self) -> int:
        """A number of its own among all events."""
        return self.id * len(KINDS) + KINDS.index(self.kind)


@dataclass(frozen=True, slots=True)
class TimelinePage:
    """Some events, and whether there are more."""

    events: tuple[Event, ...]
    more: bool


def timeline(
    connection: Connection, community: int, today: date, kind: str = "", after: Event | None = None, limit: int = PAGE
) -> TimelinePage:
    """Up to `limit` events of a community, of one kind or of all, that come after an event already shown."""
    rows = connection.execute(statement(community, today, kind, after, limit + 1)).all()
    events = [
        Event(
            KINDS[row.kind], row.id, row.date, " ".join(row.title.split()), row.word, row.more, row.number,
            row.entity, row.target,
        )
        for row in rows[:limit]
    ]  # fmt: skip
    return TimelinePage(tuple(_with_counts(connection, events)), len(rows) > limit)


def statement(community: int, today: date, kind: str, after: Event | None, limit: int) -> Any:
    """The statement itself: of each kind the newest, then the newest of them all."""
    parts = []
    for name, part in _parts(community, today).items():
        if kind in ("", name):
            when, key = part.selected_columns.date, part.selected_columns.id
            newest = part.where(_after(name, when, key, after)).order_by(when.desc(), key.desc()).limit(limit)
            parts.append(select(newest.subquery()))
    every = union_all(*parts).subquery()
    return select(every).order_by(every.c.date.desc(), every.c.kind, every.c.id.desc()).limit(limit)


def _after(kind: str, when: Any, key: Any, shown: Event | None) -> ColumnElement[bool]:
    """What of a kind comes after an event: older, or of its day and later in the order of kinds and ids."""
    if shown is None:
        return literal(1) == 1
    place, other = KINDS.index(kind), KINDS.index(shown.kind)
    same: ColumnElement[bool] = when == shown.date
    older: ColumnElement[bool] = when < shown.date
    if place < other:
        return older
    return or_(older, same) if place > other else or_(older, and_(same, key < shown.id))


def _part(kind: str, entity: str, table: Any, when: Any, title: Any, **more: Any) -> Select[Any]:
    return select(
        literal(KINDS.index(kind)).label("kind"),
        table.c.id.label("id"),
        func.coalesce(when, "").label("date"),
        func.coalesce(title, "").label("title"),
        func.coalesce(more.get("word", ""), "").label("word"),
        func.coalesce(more.get("more", ""), "").label("more"),
        func.coalesce(more.get("number", 0), 0).label("number"),
        literal(entity).label("entity"),
        more.get("target", table.c.id).label("target"),
    ).select_from(table)


def _parts(community: int, today: date) -> dict[str, Select[Any]]:
    own = {table: (of_community(table, community), table.c.alive + 0 == 1) for table in (_need, _decision, _solution)}
    name = func.coalesce(_person.c.given_name, "") + " " + func.coalesce(_person.c.family_name, "")
    going = func.coalesce(_session.c.status, "").not_in((CANCELLED, POSTPONED))
    parts = {
        "session": _part(
            "session", "sessions", _session, _session.c.starts_at, _workshop.c.title, word=_session.c.status,
            more=_session.c.title,
        )
        .join(_workshop, _workshop.c.id == _session.c.workshop_id)
        .where(
            _session.c.workshop_id.in_(workshops_of(community)), _session.c.alive + 0 == 1, going,
            twins.is_shown(_session),
            _session.c.starts_at <= f"{today.isoformat()}T99",
        ),
        "need": _part(
            "need", "needs", _need, _need.c.raised_at, _need.c.title, word=_need.c.status, number=_need.c.votes
        ).where(*own[_need]),
        "decision": _part(
            "decision", "decisions", _decision, _decision.c.date, _decision.c.question, more=_decision.c.result,
            number=_decision.c.votes,
        ).where(*own[_decision]),
        "solution": _part(
            "solution", "solutions", _solution, _solution.c.started, _solution.c.title, word=_solution.c.status
        ).where(*own[_solution]),
        "iteration": _part(
            "iteration", "solutions", _iteration, _iteration.c.date, _solution.c.title,
            more=_iteration.c.what_changed, target=_solution.c.id,
        )
        .join(_solution, _solution.c.id == _iteration.c.solution_id)
        .where(*own[_solution], _iteration.c.alive + 0 == 1),
        "output": _part("output", "outputs", _output, _output.c.date, _output.c.title, word=_output.c.kind).where(
            _output.c.id.in_(_outputs_of(community)), _output.c.alive + 0 == 1
        ),
        "engagement": _part(
            "engagement", "stakeholders", _engagement, _engagement.c.date, _stakeholder.c.name,
            word=_engagement.c.kind, more=_engagement.c.summary, target=_stakeholder.c.id,
        )
        .join(_stakeholder, _stakeholder.c.id == twins.kept("stakeholder", _engagement.c.stakeholder_id))
        .where(
            of_community(_engagement, community), _engagement.c.alive + 0 == 1, _stakeholder.c.alive + 0 == 1
        ),
        "survey": _part(
            "survey", "surveys", _survey, _survey.c.date, _survey.c.mean, word=_survey.c.indicator, number=_survey.c.n
        ).where(of_community(_survey, community), _survey.c.alive + 0 == 1),
    }  # fmt: skip
    for kind, column in (("joined", _membership.c.joined), ("left", _membership.c.left)):
        parts[kind] = (
            _part(kind, "people", _membership, column, name, word=_membership.c.role, target=_person.c.id)
            .join(_person, _person.c.id == twins.kept("person", _membership.c.person_id))
            .where(
                of_community(_membership, community), _membership.c.alive == 1, _person.c.alive + 0 == 1,
                column.is_not(None),
            )
        )  # fmt: skip
    founded = _community.c.founded
    parts["group"] = (
        _part("group", "communities", _community, founded, _community.c.name, word=_community.c.kind)
        .join(_origin, _origin.c.community_id == _community.c.id)
        .where(
            _origin.c.origin_id.in_(twins.as_one("community", community)),
            _origin.c.alive == 1,
            _community.c.alive + 0 == 1,
        )
    )
    parts["founded"] = _part("founded", "communities", _community, founded, _community.c.name).where(
        _community.c.id == community, founded.is_not(None)
    )
    return parts


def _outputs_of(community: int) -> Any:
    """Outputs of the community, of its solutions and of its workshops."""
    solutions = select(_solution.c.id).where(of_community(_solution, community), _solution.c.alive + 0 == 1)
    return union(
        select(_output.c.id).where(of_community(_output, community)),
        select(_output.c.id).where(_output.c.solution_id.in_(solutions)),
        select(_output.c.id).where(_output.c.workshop_id.in_(workshops_of(community))),
    )


def _with_counts(connection: Connection, events: list[Event]) -> list[Event]:
    """Sessions with the number of people who took part."""
    sessions = [event.id for event in events if event.kind == "session"]
    if not sessions:
        return events
    rows = connection.execute(
        select(_attendance.c.session_id, func.count())
        .where(_attendance.c.session_id.in_(sessions), _attendance.c.alive + 0 == 1, _attendance.c.status.in_(ATTENDED))
        .group_by(_attendance.c.session_id)
    )
    counts = {row[0]: row[1] for row in rows}
    as_one = one_roster.all_as_one(connection)
    counts |= {key: one_roster.how_many_came(connection, as_one[key]) for key in sessions if key in as_one}
    return [
        Event(
            event.kind, event.id, event.date, event.title, event.word, event.more, counts.get(event.id, 0),
            event.entity, event.target,
        )
        if event.kind == "session"
        else event
        for event in events
    ]  # fmt: skip
