"""Which communities and workshops a stakeholder supports, and in which roles; from either side."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection, select

from tn_desktop.model.changes import Changes
from tn_desktop.model.entities.base import table_of
from tn_desktop.model.entities.people import Community
from tn_desktop.model.entities.stakeholders import CommunityStakeholder, Stakeholder, WorkshopStakeholder
from tn_desktop.model.entities.workshops import Workshop
from tn_desktop.model.places import province_name
from tn_desktop.services import records
from tn_desktop.store import twins
from tn_desktop.store.unit_of_work import UnitOfWork

_community, _workshop, _stakeholder = table_of(Community), table_of(Workshop), table_of(Stakeholder)
_of_community, _of_workshop = table_of(CommunityStakeholder), table_of(WorkshopStakeholder)
LISTED: Final = 500
COMMUNITIES, WORKSHOPS = "community_stakeholders", "workshop_stakeholders"


@dataclass(frozen=True, slots=True)
class SupportRow:
    """Something that a stakeholder supports.

    Attributes:
        key: its place in the list, which no other row has.
        entity: the relation's, "community_stakeholders" or "workshop_stakeholders"; relation_id its local id.
        target: id of the community or workshop.
        when: a workshop's first day, ISO, or "".
        roles: of SUPPORT_ROLE, or own words.
    """

    key: int
    entity: str
    relation_id: int
    target: int
    name: str
    province: str
    when: str
    roles: tuple[str, ...]


def supports(connection: Connection, stakeholder: int) -> tuple[SupportRow, ...]:
    """What a stakeholder supports: communities by name, then workshops, latest first."""
    communities = connection.execute(
        select(_of_community.c.id, _of_community.c.roles, _community.c.id.label("target"), _community.c.name,
               _community.c.province)
        .select_from(_of_community)
        .join(_community, _community.c.id == twins.kept("community", _of_community.c.community_id))
        .where(
            _of_community.c.stakeholder_id.in_(twins.as_one("stakeholder", stakeholder)),
            _of_community.c.alive + 0 == 1,
            _community.c.alive + 0 == 1,
        )
        .order_by(_community.c.sort_key, _community.c.id)
        .limit(LISTED)
    )  # fmt: skip
    workshops = connection.execute(
        select(_of_workshop.c.id, _of_workshop.c.roles, _workshop.c.id.label("target"), _workshop.c.title,
               _workshop.c.province, _workshop.c.first_starts_at)
        .select_from(_of_workshop)
        .join(_workshop, _workshop.c.id == twins.kept("workshop", _of_workshop.c.workshop_id))
        .where(
            _of_workshop.c.stakeholder_id.in_(twins.as_one("stakeholder", stakeholder)),
            _of_workshop.c.alive + 0 == 1,
            _workshop.c.alive + 0 == 1,
        )
        .order_by(_workshop.c.first_starts_at.desc(), _workshop.c.id.desc())
        .limit(LISTED)
    )  # fmt: skip
    rows = [
        SupportRow(2 * row.id, COMMUNITIES, row.id, row.target, row.name or "", province_name(row.province), "",
                   roles_of(row.roles))
        for row in {row.target: row for row in communities}.values()
    ]  # fmt: skip
    rows += [
        SupportRow(2 * row.id + 1, WORKSHOPS, row.id, row.target, row.title or "", province_name(row.province),
                   (row.first_starts_at or "")[:10], roles_of(row.roles))
        for row in {row.target: row for row in workshops}.values()
    ]  # fmt: skip
    return tuple(rows)


def supporters(connection: Connection, community: int) -> tuple[SupportRow, ...]:
    """The stakeholders that support a community, by name; their `target` is the stakeholder."""
    rows = connection.execute(
        select(_of_community.c.id, _of_community.c.roles, _stakeholder.c.id.label("target"), _stakeholder.c.name,
               _stakeholder.c.province)
        .select_from(_of_community)
        .join(_stakeholder, _stakeholder.c.id == twins.kept("stakeholder", _of_community.c.stakeholder_id))
        .where(
            _of_community.c.community_id.in_(twins.as_one("community", community)),
            _of_community.c.alive + 0 == 1,
            _stakeholder.c.alive + 0 == 1,
        )
        .order_by(_stakeholder.c.sort_key, _stakeholder.c.id)
        .limit(LISTED)
    )  # fmt: skip
    return tuple(
        SupportRow(row.id, COMMUNITIES, row.id, row.target, row.name or "", province_name(row.province), "",
                   roles_of(row.roles))
        for row in rows
    )  # fmt: skip


def add_support(uow: UnitOfWork, entity: str, stakeholder: int, target: int, roles: Sequence[str] = ()) -> Changes:
    """Say that a stakeholder supports a community or workshop; one that does already gets the roles in addition.

    Args:
        entity: "community_stakeholders" or "workshop_stakeholders".
    """
    table = _of_community if entity == COMMUNITIES else _of_workshop
    end = "community" if entity == COMMUNITIES else "workshop"
    held = uow.connection.execute(
        select(table.c.id, table.c.roles).where(
            table.c.stakeholder_id == stakeholder, table.c[f"{end}_id"] == target, table.c.alive + 0 == 1
        )
    ).one_or_none()
    if held is None:
        return records.add(uow, entity, {end: target, "stakeholder": stakeholder, "roles": list(roles)})
    both = list(dict.fromkeys((*roles_of(held.roles), *roles)))
    return records.change(uow, entity, held.id, {"roles": both})


def roles_of(stored: str | None) -> tuple[str, ...]:
    """A stored list of roles."""
    return tuple(json.loads(stored)) if stored else ()
