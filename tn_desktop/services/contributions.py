"""What a person did beyond taking part: led, facilitated, spoke, raised needs, carried out rounds, made outputs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Column, ColumnElement, Connection, Select, Table, and_, func, select
from sqlalchemy import literal as literal_value

from tn_desktop.model.entities.base import table_of
from tn_desktop.model.entities.needs import Need
from tn_desktop.model.entities.people import Community
from tn_desktop.model.entities.solutions import Iteration, IterationPerson, Output, OutputPerson, Solution
from tn_desktop.model.entities.stakeholders import Contact, Engagement, Stakeholder
from tn_desktop.model.entities.workshops import (
    SessionFacilitator,
    SessionSpeaker,
    Workshop,
    WorkshopLeader,
    WorkshopSession,
)
from tn_desktop.model.vocabulary import CANCELLED

_workshop, _session, _need = table_of(Workshop), table_of(WorkshopSession), table_of(Need)
_facilitator, _speaker, _leader = table_of(SessionFacilitator), table_of(SessionSpeaker), table_of(WorkshopLeader)
_iteration, _by, _solution = table_of(Iteration), table_of(IterationPerson), table_of(Solution)
_output, _made_by = table_of(Output), table_of(OutputPerson)
_contact, _stakeholder, _engagement = table_of(Contact), table_of(Stakeholder), table_of(Engagement)
_community = table_of(Community)
KINDS: Final = (
    "led", "facilitated", "spoke", "initiated", "raised", "carried_out", "made", "contact", "stakeholder", "talked",
)  # fmt: skip
LISTED: Final = 200
"""At most so many rows of a kind are listed; all are counted."""


@dataclass(frozen=True, slots=True)
class Contribution:
    """One thing a person did.

    Attributes:
        key: its place in the list, which no other row has.
        kind: one of `KINDS`.
        entity, id: the row to go to.
        date: ISO day, or "".
        more: what stands beside the title: a role, a session's title, a solution.
    """

    key: int
    kind: str
    entity: str
    id: int
    title: str
    date: str
    more: str


@dataclass(frozen=True, slots=True)
class Contributions:
    """What a person did, latest first within each kind; `counts` has every kind that is not empty."""

    rows: tuple[Contribution, ...]
    counts: Mapping[str, int]

    @property
    def total(self) -> int:
        """How many there are in all."""
        return sum(self.counts.values())


def contributions(connection: Connection, people: Sequence[int]) -> Contributions:
    """Everything a person did, as far as it still stands; she may have been entered as several people."""
    rows: list[Contribution] = []
    counts: dict[str, int] = {}
    for number, kind in enumerate(KINDS):
        statement = _OF[kind](people)
        found = connection.execute(statement.order_by(*_latest_first(statement)).limit(LISTED + 1)).all()
        if not found:
            continue
        counts[kind] = len(found)
        if len(found) > LISTED:
            counts[kind] = int(connection.execute(select(func.count()).select_from(statement.subquery())).scalar() or 0)
        rows += [
            Contribution(
                len(KINDS) * row.link + number, kind, row.entity, row.id, row.title or "", (row.date or "")[:10],
                row.more or "",
            )
            for row in found[:LISTED]
        ]  # fmt: skip
    return Contributions(tuple(rows), counts)


def _latest_first(statement: Select[Any]) -> Sequence[Any]:
    columns = statement.selected_columns
    return columns.date.desc(), columns.link.desc()


def _found(link: Column[Any], entity: str, id_: Column[Any], title: Column[Any], date: Any, more: Any) -> Select[Any]:
    return select(
        link.label("link"),
        literal_value(entity).label("entity"),
        id_.label("id"),
        title.label("title"),
        date.label("date"),
        more.label("more"),
    )


def _nothing() -> Any:
    return literal_value("")


def _living(*tables: Table) -> ColumnElement[bool]:
    return and_(*(table.c.alive + 0 == 1 for table in tables))


def _in_sessions(through: Table, people: Sequence[int]) -> Select[Any]:
    """Sessions that were not cancelled."""
    return (
        _found(through.c.id, "workshops", _workshop.c.id, _workshop.c.title, _session.c.starts_at, _session.c.title)
        .join(_session, _session.c.id == through.c.session_id)
        .join(_workshop, _workshop.c.id == _session.c.workshop_id)
        .where(
            through.c.person_id.in_(people),
            _living(through, _session, _workshop),
            _session.c.status.is_distinct_from(CANCELLED),
        )
    )


def _led(people: Sequence[int]) -> Select[Any]:
    date = _workshop.c.first_starts_at
    return (
        _found(_leader.c.id, "workshops", _workshop.c.id, _workshop.c.title, date, _nothing())
        .join(_workshop, _workshop.c.id == _leader.c.workshop_id)
        .where(_leader.c.person_id.in_(people), _living(_leader, _workshop))
    )


def _initiated(people: Sequence[int]) -> Select[Any]:
    date = _workshop.c.first_starts_at
    return _found(_workshop.c.id, "workshops", _workshop.c.id, _workshop.c.title, date, _nothing()).where(
        _workshop.c.initiated_by_id.in_(people), _living(_workshop)
    )


def _raised(people: Sequence[int]) -> Select[Any]:
    return (
        _found(_need.c.id, "needs", _need.c.id, _need.c.title, _need.c.raised_at, _community.c.name)
        .outerjoin(_community, and_(_community.c.id == _need.c.community_id, _community.c.alive + 0 == 1))
        .where(_need.c.raised_by_id.in_(people), _living(_need))
    )


def _carried_out(people: Sequence[int]) -> Select[Any]:
    return (
        _found(_by.c.id, "iterations", _iteration.c.id, _solution.c.title, _iteration.c.date, _iteration.c.what_changed)
        .join(_iteration, _iteration.c.id == _by.c.iteration_id)
        .join(_solution, _solution.c.id == _iteration.c.solution_id)
        .where(_by.c.person_id.in_(people), _living(_by, _iteration, _solution))
    )


def _made(people: Sequence[int]) -> Select[Any]:
    return (
        _found(_made_by.c.id, "outputs", _output.c.id, _output.c.title, _output.c.date, _nothing())
        .join(_output, _output.c.id == _made_by.c.output_id)
        .where(_made_by.c.person_id.in_(people), _living(_made_by, _output))
    )


def _contact_of(people: Sequence[int]) -> Select[Any]:
    return (
        _found(_contact.c.id, "stakeholders", _stakeholder.c.id, _stakeholder.c.name, _nothing(), _contact.c.role)
        .join(_stakeholder, _stakeholder.c.id == _contact.c.stakeholder_id)
        .where(_contact.c.person_id.in_(people), _living(_contact, _stakeholder))
    )


def _is_stakeholder(people: Sequence[int]) -> Select[Any]:
    name = _stakeholder.c.name
    return _found(_stakeholder.c.id, "stakeholders", _stakeholder.c.id, name, _nothing(), _stakeholder.c.role).where(
        _stakeholder.c.person_id.in_(people), _living(_stakeholder)
    )


def _talked(people: Sequence[int]) -> Select[Any]:
    date, name = _engagement.c.date, _stakeholder.c.name
    return (
        _found(_engagement.c.id, "stakeholders", _stakeholder.c.id, name, date, _engagement.c.summary)
        .join(_stakeholder, _stakeholder.c.id == _engagement.c.stakeholder_id)
        .where(_engagement.c.person_id.in_(people), _living(_engagement, _stakeholder))
    )


_OF: Final[Mapping[str, Any]] = {
    "led": _led,
    "facilitated": lambda person: _in_sessions(_facilitator, person),
    "spoke": lambda person: _in_sessions(_speaker, person),
    "initiated": _initiated,
    "raised": _raised,
    "carried_out": _carried_out,
    "made": _made,
    "contact": _contact_of,
    "stakeholder": _is_stakeholder,
    "talked": _talked,
}
"""Kind -> the statement that finds its rows of a person."""
