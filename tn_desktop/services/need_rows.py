"""The rows that lists of needs and decisions show, and what needs are filtered by."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import CTE, ColumnElement, Connection, Select, Table, and_, func, select

from tn_desktop.model.derived import province_key
from tn_desktop.model.entities.base import table_of
from tn_desktop.model.entities.needs import Decision, DecisionNeed, Need
from tn_desktop.model.entities.people import Community
from tn_desktop.model.text import sort_key

_need, _decision, _about = table_of(Need), table_of(Decision), table_of(DecisionNeed)
_community = table_of(Community)


@dataclass(frozen=True, slots=True)
class NeedRow:
    """A need in a list or on a card; raised_at is an ISO date, "" where unknown."""

    id: int
    title: str
    community_id: int | None
    community: str
    raised_at: str
    votes: int
    status: str
    themes: tuple[str, ...]
    cluster: str


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """A decision in a list; date is ISO, "" where unknown; votes None where nobody counted; needs is how many."""

    id: int
    community_id: int
    community: str
    date: str
    question: str
    result: str
    votes: int | None
    against: int | None
    abstained: int | None
    needs: int


def needs(connection: Connection, ids: Sequence[int]) -> list[NeedRow]:
    """Rows of needs in the order of `ids`; removed ones are left out."""
    return [
        NeedRow(
            row.id,
            row.title or "",
            row.community_id,
            row.community or "",
            row.raised_at or "",
            row.votes or 0,
            row.status or "",
            tuple(json.loads(row.themes or "[]")),
            row.cluster or "",
        )
        for row in _in_order(connection, _need, ids)
    ]


def decisions(connection: Connection, ids: Sequence[int]) -> list[DecisionRow]:
    """Rows of decisions in the order of `ids`; removed ones are left out."""
    counted = connection.execute(
        select(_about.c.decision_id, func.count())
        .join(_need, and_(_need.c.id == _about.c.need_id, _need.c.alive + 0 == 1))
        .where(_about.c.decision_id.in_(ids), _about.c.alive + 0 == 1)
        .group_by(_about.c.decision_id)
    )
    about = {row[0]: row[1] for row in counted}
    return [
        DecisionRow(
            row.id,
            row.community_id,
            row.community or "",
            row.date or "",
            row.question or "",
            row.result or "",
            row.votes,
            row.votes_against,
            row.votes_abstained,
            about.get(row.id, 0),
        )
        for row in _in_order(connection, _decision, ids)
    ]


def _in_order(connection: Connection, table: Table, ids: Sequence[int]) -> list[Any]:
    """Rows with the name of their community beside them, looked up by key alone."""
    named = select(table, _community.c.name.label("community")).join(
        _community, _community.c.id == table.c.community_id, isouter=True
    )
    found = {row.id: row for row in connection.execute(named.where(table.c.id.in_(ids))) if row.alive}
    return [found[key] for key in ids if key in found]


def of_province(table: Table, iso: Any) -> ColumnElement[bool]:
    """Rows whose community is of a province."""
    there = select(_community.c.id).where(
        _community.c.alive == 1, _community.c.province_key == province_key(iso), _community.c.province == iso
    )
    return table.c.community_id.in_(there)


def of_theme(table: Table, theme: Any) -> ColumnElement[bool]:
    """Needs among whose themes is that one."""
    # There are few different lists of themes, and each is a range of an index.
    told = _different("themes")
    # Letters A to Z in either case, on every engine.
    having = select(told.c.value).where(told.c.value.icontains(f'"{theme}"', autoescape=True))
    same = table.alias("of_theme")
    return table.c.id.in_(select(same.c.id).where(same.c.alive == 1, same.c.themes.in_(having)))


def known_themes(connection: Connection) -> list[str]:
    """Every theme of a living need, once, in the order of the Turkish alphabet."""
    held = connection.execute(_distinct("themes"))
    return sorted({word for row in held for word in json.loads(row[0])}, key=sort_key)


def known_clusters(connection: Connection) -> list[str]:
    """Every group of living needs, once, in the order of the Turkish alphabet."""
    return sorted((row[0] for row in connection.execute(_distinct("cluster"))), key=sort_key)


def _distinct(column: str) -> Select[Any]:
    values = _different(column)
    return select(values.c.value).where(values.c.value.is_not(None))


def _different(column: str) -> CTE:
    """The different values of a column of living needs, found by going along its index from one to the next."""
    own = _need.c[column]
    first = select(func.min(own).label("value")).where(_need.c.alive == 1)
    values = first.cte(f"different_{column}", recursive=True)
    following = select(func.min(own)).where(_need.c.alive == 1, own > values.c.value).scalar_subquery()
    return values.union_all(select(following).where(values.c.value.is_not(None)))
