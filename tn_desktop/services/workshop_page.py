"""One workshop at a glance: its fields and communities, its sessions, who is on the list."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from tn_desktop.model.entities.base import table_of
from tn_desktop.model.entities.people import Community
from tn_desktop.model.entities.workshops import Workshop, WorkshopCommunity
from tn_desktop.services.known_people import Known
from tn_desktop.services.page_values import values_of
from tn_desktop.services.workshops import EnrolledRow, SessionRow, enrolled_rows, session_rows

_workshop, _community, _link = table_of(Workshop), table_of(Community), table_of(WorkshopCommunity)


@dataclass(frozen=True, slots=True)
class WorkshopPage:
    """What the Workshops pane shows of one workshop. values: field -> stored value; status: see session_rules."""

    id: int
    values: dict[str, Any]
    status: str
    starts_at: str
    communities: tuple[Known, ...]
    sessions: tuple[SessionRow, ...]
    enrolled: tuple[EnrolledRow, ...]


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
    )


def communities_of(connection: Connection, workshop: int) -> tuple[Known, ...]:
    """The communities a workshop is for, by name."""
    rows = connection.execute(
        select(_community.c.id, _community.c.name)
        .join(_link, _link.c.community_id == _community.c.id)
        .where(_link.c.workshop_id == workshop, _link.c.alive == 1, _community.c.alive == 1)
        .order_by(_community.c.sort_key, _community.c.id)
    )
    return tuple(Known(row.id, row.name or "") for row in rows)
