"""What a community's page shows beyond its members: needs, decisions, groups and its path."""

from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from tn_desktop.model.entities.base import table_of
from tn_desktop.model.entities.needs import Need
from tn_desktop.model.entities.people import Community, CommunityOrigin
from tn_desktop.services import community_path, decisions, list_rows, need_rows
from tn_desktop.services.community_path import Path
from tn_desktop.services.need_rows import DecisionRow, NeedRow
from tn_desktop.store import twins

_need, _origin, _community = table_of(Need), table_of(CommunityOrigin), table_of(Community)
SHOWN = 500


@dataclass(frozen=True, slots=True)
class GroupRow:
    """A community related to this one by origin.

    Attributes:
        grown: whether it grew out of this one; else this one grew out of it.
        members: today.
    """

    link_id: int
    id: int
    grown: bool
    name: str
    kind: str
    province: str
    status: str
    members: int


@dataclass(frozen=True, slots=True)
class CommunityNetwork:
    """The network side of a community; total_needs counts those as well that are not among `needs`."""

    needs: tuple[NeedRow, ...]
    total_needs: int
    decisions: tuple[DecisionRow, ...]
    groups: tuple[GroupRow, ...]
    path: Path


def network(connection: Connection, community: int) -> CommunityNetwork:
    """The network side of a living community."""
    held = (community_path.of_community(_need, community), _need.c.alive + 0 == 1)
    ids = connection.execute(
        select(_need.c.id)
        .where(*held)
        .order_by(func.coalesce(_need.c.votes, 0).desc(), _need.c.sort_key, _need.c.id)
        .limit(SHOWN)
    )
    return CommunityNetwork(
        tuple(need_rows.needs(connection, [row[0] for row in ids])),
        int(connection.execute(select(func.count()).where(*held)).scalar() or 0),
        tuple(decisions.of_community(connection, community)),
        tuple(groups(connection, community)),
        community_path.path(connection, community),
    )


def groups(connection: Connection, community: int) -> list[GroupRow]:
    """Communities that grew out of this one, by name, then those out of which this one grew."""
    found: list[GroupRow] = []
    for grown, here, there in (
        (True, _origin.c.origin_id, _origin.c.community_id),
        (False, _origin.c.community_id, _origin.c.origin_id),
    ):
        links = connection.execute(
            select(_community.c.id, _origin.c.id)
            .select_from(_origin)
            .join(_community, _community.c.id == twins.kept("community", there))
            .where(here.in_(twins.as_one("community", community)), _origin.c.alive == 1, _community.c.alive + 0 == 1)
            .order_by(_community.c.sort_key, _community.c.id)
            .limit(SHOWN)
        )
        keys = {row[0]: row[1] for row in links}
        found += [
            GroupRow(keys[row.id], row.id, grown, row.name, row.kind, row.province, row.status, row.members)
            for row in list_rows.communities(connection, list(keys))
        ]
    return found
