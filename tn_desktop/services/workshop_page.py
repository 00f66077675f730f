"""One workshop at a glance: its fields and communities, its sessions, who is on the list."""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from operator import attrgetter
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Connection, select

from tn_desktop.model.entities.base import table_of
from tn_desktop.model.entities.needs import Need
from tn_desktop.model.entities.people import Community
from tn_desktop.model.entities.stakeholders import Stakeholder, WorkshopStakeholder
from tn_desktop.model.entities.workshops import Workshop, WorkshopCommunity, WorkshopNeed
from tn_desktop.model.places import province_name
from tn_desktop.services import places, repeating
from tn_desktop.services.known_people import Known
from tn_desktop.services.page_values import values_of
from tn_desktop.services.places import Places
from tn_desktop.services.repeating import Link
from tn_desktop.services.workshops import EnrolledRow, SessionRow, enrolled_rows, session_rows
from tn_desktop.store import twins

_workshop, _community, _link = table_of(Workshop), table_of(Community), table_of(WorkshopCommunity)
_support, _stakeholder = table_of(WorkshopStakeholder), table_of(Stakeholder)
_answers, _need = table_of(WorkshopNeed), table_of(Need)
Row = TypeVar("Row")
_OF_STAKEHOLDER = (_stakeholder.c.name, _stakeholder.c.type, _stakeholder.c.province)


@dataclass(frozen=True, slots=True)
class SupporterRow:
    """A stakeholder of a workshop. id is that of the relation; roles are of SUPPORT_ROLE or own words."""

    id: int
    stakeholder: int
    name: str
    type: str
    province: str
    roles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NeedRow:
    """A need that a workshop answers. id is that of the relation; raised_at an ISO date or ""."""

    id: int
    need: int
    title: str
    status: str
    votes: int
    raised_at: str


@dataclass(frozen=True, slots=True)
class WorkshopPage:
    """What the Workshops pane shows of one workshop.

    Attributes:
        values: field -> stored value.
        status: see session_rules.
        places: how full it is.
        chain: the workshops that repeat one another, itself among them.
        supporters, needs: who supports it in which role, what it answers.
    """

    id: int
    values: dict[str, Any]
    status: str
    starts_at: str
    communities: tuple[Known, ...]
    sessions: tuple[SessionRow, ...]
    enrolled: tuple[EnrolledRow, ...]
    places: Places
    chain: tuple[Link, ...]
    supporters: tuple[SupporterRow, ...]
    needs: tuple[NeedRow, ...]


def workshop_page(connection: Connection, workshop: int) -> WorkshopPage:
    """One living workshop.

    Raises:
        NotFound: no such workshop, or it was removed.
    """
    values = values_of(connection, "workshops", workshop)
    derived = connection.execute(
        select(_workshop.c.status, _workshop.c.first_starts_at).where(_workshop.c.id == workshop)
    ).one()
    return WorkshopPage(
        workshop,
        values,
        derived.status,
        derived.first_starts_at,
        communities_of(connection, workshop),
        tuple(session_rows(connection, workshop)),
        tuple(enrolled_rows(connection, workshop)),
        places.places(connection, workshop),
        repeating.chain(connection, workshop),
        supporters_of(connection, workshop),
        needs_of(connection, workshop),
    )


def supporters_of(connection: Connection, workshop: int) -> tuple[SupporterRow, ...]:
    """The stakeholders of a workshop, by name."""
    rows = connection.execute(
        select(_support.c.id, _support.c.roles, _stakeholder.c.id.label("stakeholder"), *_OF_STAKEHOLDER)
        .select_from(_support)
        .join(_stakeholder, _stakeholder.c.id == twins.kept("stakeholder", _support.c.stakeholder_id))
        .where(_of(_support, workshop), _support.c.alive + 0 == 1, _stakeholder.c.alive + 0 == 1)
        .order_by(_stakeholder.c.sort_key, _stakeholder.c.id)
    )
    supporters = (
        SupporterRow(
            row.id,
            row.stakeholder,
            row.name or "",
            row.type or "",
            province_name(row.province),
            tuple(json.loads(row.roles or "[]")),
        )
        for row in rows
    )
    return _once(supporters, attrgetter("stakeholder"))


def _of(link: Any, workshop: int) -> ColumnElement[bool]:
    """The relations of a workshop, and of those that are seen as one with it."""
    own: ColumnElement[bool] = link.c.workshop_id.in_(twins.as_one("workshop", workshop))
    return own


def _once(rows: Iterable[Row], key: Callable[[Row], int] = attrgetter("id")) -> tuple[Row, ...]:
    """Rows of which each thing is given once: both of two workshops that are one may be joined with it."""
    first: dict[int, Row] = {}
    for row in rows:
        first.setdefault(key(row), row)
    return tuple(first.values())


def needs_of(connection: Connection, workshop: int) -> tuple[NeedRow, ...]:
    """The needs a workshop answers, those with most votes first."""
    rows = connection.execute(
        select(_answers.c.id, _need.c.id.label("need"), _need.c.title, _need.c.status, _need.c.votes, _need.c.raised_at)
        .join(_need, _need.c.id == _answers.c.need_id)
        .where(_of(_answers, workshop), _answers.c.alive + 0 == 1, _need.c.alive + 0 == 1)
        .order_by(_need.c.votes.desc(), _need.c.sort_key, _need.c.id)
    )
    needs = (
        NeedRow(row.id, row.need, row.title or "", row.status or "", row.votes or 0, row.raised_at or "")
        for row in rows
    )
    return _once(needs, attrgetter("need"))


def communities_of(connection: Connection, workshop: int) -> tuple[Known, ...]:
    """The communities a workshop is for, by name."""
    rows = connection.execute(
        select(_community.c.id, _community.c.name)
        .select_from(_community)
        .join(_link, twins.kept("community", _link.c.community_id) == _community.c.id)
        .where(_of(_link, workshop), _link.c.alive == 1, _community.c.alive == 1)
        .order_by(_community.c.sort_key, _community.c.id)
    )
    return _once(Known(row.id, row.name or "") for row in rows)
