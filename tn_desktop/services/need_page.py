"""One need at a glance: its fields, and what came of it; and needs under each other to count dots."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, func, literal, null, select, union_all

from tn_desktop.model.entities.base import table_of
from tn_desktop.model.entities.needs import Decision, DecisionNeed, Need
from tn_desktop.model.entities.solutions import Solution, SolutionNeed
from tn_desktop.model.entities.stakeholders import Engagement, Stakeholder
from tn_desktop.model.entities.workshops import Workshop, WorkshopNeed
from tn_desktop.model.vocabulary import CHOSEN, DISCUSSED, RAISED
from tn_desktop.services import need_rows
from tn_desktop.services.known_people import Known
from tn_desktop.services.need_rows import NeedRow
from tn_desktop.services.page_values import values_of
from tn_desktop.services.related import known

_need, _decision, _about = table_of(Need), table_of(Decision), table_of(DecisionNeed)
_solution, _answers = table_of(Solution), table_of(SolutionNeed)
_workshop, _addresses = table_of(Workshop), table_of(WorkshopNeed)
_engagement, _stakeholder = table_of(Engagement), table_of(Stakeholder)
COUNTED = 500
"""So many needs can be voted on at once."""
OPEN = (RAISED, DISCUSSED, CHOSEN)
"""Needs of these statuses can be voted on."""


@dataclass(frozen=True, slots=True)
class Follow:
    """What came of a need: a decision, workshop, solution or engagement; date is ISO, "" where unknown."""

    entity: str
    id: int
    title: str
    date: str
    status: str

    @property
    def key(self) -> int:
        """A number of its own in the list."""
        return self.id * 8 + ("decisions", "workshops", "solutions", "engagements").index(self.entity)


@dataclass(frozen=True, slots=True)
class GroupSum:
    """Needs of one community that say the same: how many they are, and the dots on them together."""

    needs: int
    votes: int


@dataclass(frozen=True, slots=True)
class NeedPage:
    """What the Needs pane shows of one need.

    Attributes:
        values: field -> stored value; the relations by name beside them.
        group: of the needs in its group, it among them; None where it is in none.
    """

    id: int
    values: dict[str, Any]
    community: Known | None
    raised_by: Known | None
    session: Known | None
    follows: tuple[Follow, ...]
    group: GroupSum | None = None


def need_page(connection: Connection, need: int) -> NeedPage:
    """One living need.

    Raises:
        NotFound: no such need, or it was removed.
    """
    values = values_of(connection, "needs", need)

    def named(field: str, entity: str) -> Known | None:
        held = values[field]
        return next(iter(known(connection, entity, [held])), None) if held is not None else None

    return NeedPage(
        need,
        values,
        named("community", "communities"),
        named("raised_by", "people"),
        named("session", "sessions"),
        follows(connection, need),
        group_sum(connection, values["community"], values["cluster"]),
    )


def group_sum(connection: Connection, community: int | None, cluster: str | None) -> GroupSum | None:
    """The living needs of a group within a community, or of those that have no community."""
    if not cluster:
        return None
    row = connection.execute(
        select(func.count(), func.coalesce(func.sum(_need.c.votes), 0)).where(
            _need.c.community_id.is_(None) if community is None else _need.c.community_id == community,
            _need.c.cluster == cluster,
            _need.c.alive + 0 == 1,
        )
    ).one()
    return GroupSum(row[0], row[1])


def follows(connection: Connection, need: int) -> tuple[Follow, ...]:
    """Living rows that take a need up, the newest first."""

    def part(entity: str, table: Any, title: Any, day: Any, status: Any, through: Any, end: str) -> Select[Any]:
        return (
            select(literal(entity).label("entity"), table.c.id, title, day.label("date"), status.label("status"))
            .join(through, through.c[end] == table.c.id)
            .where(through.c.need_id == need, through.c.alive == 1, table.c.alive == 1)
        )

    nothing: Any = null()
    workshop, solution = _workshop.c, _solution.c
    parts = (
        part("decisions", _decision, _decision.c.question, _decision.c.date, nothing, _about, "decision_id"),
        part(
            "workshops",
            _workshop,
            workshop.title,
            workshop.first_starts_at,
            workshop.status,
            _addresses,
            "workshop_id",
        ),
        part("solutions", _solution, solution.title, solution.started, solution.status, _answers, "solution_id"),
        select(literal("engagements"), _engagement.c.id, _stakeholder.c.name, _engagement.c.date, _engagement.c.kind)
        .join(_stakeholder, _stakeholder.c.id == _engagement.c.stakeholder_id)
        .where(_engagement.c.need_id == need, _engagement.c.alive == 1, _stakeholder.c.alive == 1),
    )
    found = [
        Follow(row[0], row[1], row[2] or "", (row[3] or "")[:10], row[4] or "")
        for row in connection.execute(union_all(*parts))
    ]
    return tuple(sorted(found, key=lambda row: (row.date, row.id), reverse=True))


def to_count(connection: Connection, community: int | None = None, session: int | None = None) -> list[NeedRow]:
    """The open needs of a community, or those raised in a session, by title: the list dots are counted on."""
    if community is None and session is None:
        return []
    scope = _need.c.session_id == session if session is not None else _need.c.community_id == community
    ids = connection.execute(
        select(_need.c.id)
        .where(scope, _need.c.alive + 0 == 1, _need.c.status.in_(OPEN))
        .order_by(_need.c.sort_key, _need.c.id)
        .limit(COUNTED)
    )
    return need_rows.needs(connection, [row[0] for row in ids])
