"""What the planning of a workshop starts with: the community's province, the last session's times and place."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Connection, func, literal, select

from tn_desktop.model.entities.base import table_of
from tn_desktop.model.entities.needs import Need
from tn_desktop.model.entities.people import Community, Membership, Person
from tn_desktop.model.entities.tools import EngagementTool
from tn_desktop.model.entities.workshops import Workshop, WorkshopCommunity
from tn_desktop.model.text import sort_key
from tn_desktop.model.tool_library import in_language
from tn_desktop.services import same_as
from tn_desktop.services.known_people import Known, owner, owner_province
from tn_desktop.services.workshops import last_session

_community, _membership, _person = table_of(Community), table_of(Membership), table_of(Person)
_tool = table_of(EngagementTool)
_workshop, _link, _need = table_of(Workshop), table_of(WorkshopCommunity), table_of(Need)


@dataclass(frozen=True, slots=True)
class PlanDefaults:
    """Values the planning page shows before anything is typed.

    Attributes:
        community: where planning starts from, if from a community.
        members: how many members it has today.
        date: ISO; the day of the week of its last session, next time it comes, else tomorrow.
        start, end: HH:MM.
        owner: the facilitator who is proposed.
        format: that of the last workshop of that kind.
        needs: what it answers; themes: theirs.
    """

    community: Known | None
    members: int
    province: str | None
    kind: str
    date: str
    start: str
    end: str
    mode: str
    venue: str
    link: str
    zone: str | None
    capacity: int | None
    owner: Known | None
    format: Known | None = None
    needs: tuple[Known, ...] = ()
    themes: tuple[str, ...] = ()


def plan_defaults(
    connection: Connection, community: int | None, today: date, needs: Sequence[int] = (), language: str = "tr"
) -> PlanDefaults:
    """Defaults of a new plan, for a community (that of the needs, if none is given) or without one."""
    wanted = _needs(connection, needs)
    if community is None:
        community = next((need.community_id for need in wanted if need.community_id is not None), None)
    held = _community_row(connection, community)
    last = (last_session(connection, community) if community is not None else None) or last_session(connection) or {}
    kind, of_format = _last_kind(connection, community)
    starts, ends = str(last.get("starts_at") or ""), str(last.get("ends_at") or "")
    return PlanDefaults(
        Known(held.id, held.name or "") if held else None,
        members_today(connection, [held.id]) if held else 0,
        (held.province if held else None) or owner_province(connection),
        kind,
        _next_day(starts, today),
        starts[11:16] or "13:00",
        ends[11:16] or ("16:00" if not starts else ""),
        str(last.get("mode") or "in_person"),
        str(last.get("venue") or ""),
        str(last.get("link") or ""),
        str(last["zone"]) if last.get("zone") else None,
        None,
        owner(connection),
        next((known for known in formats(connection, language) if known.id == of_format), None),
        tuple(Known(need.id, need.title or "") for need in wanted),
        tuple(dict.fromkeys(theme for need in wanted for theme in json.loads(need.themes or "[]"))),
    )


def formats(connection: Connection, language: str) -> list[Known]:
    """The engagement tools that are formats, by their titles in a language; those put away are left out."""
    rows = connection.execute(
        select(_tool)
        .where(_tool.c.alive == 1, _tool.c.level == "format", func.coalesce(_tool.c.archived, 0) == 0)
        .order_by(_tool.c.id)
    )
    found = [Known(row.id, in_language(row._mapping, language)["title"] or "") for row in rows]
    return sorted(found, key=lambda known: sort_key(known.name))


def members_today(connection: Connection, communities: Sequence[int]) -> int:
    """How many people are members of any of these communities today; entered twice is one."""
    person = _membership.c.person_id
    members = (
        select(literal(0), person)
        .join(_person, _person.c.id == person)
        .where(
            _membership.c.community_id.in_(communities),
            _membership.c.alive == 1,
            _membership.c.left.is_(None),
            _person.c.alive == 1,
        )
    )
    counted = connection.execute(members.with_only_columns(func.count(person.distinct()))).scalar()
    return int(counted or 0) - same_as.counted_twice(connection, "people", members).get(0, 0)


def _community_row(connection: Connection, community: int | None) -> Any:
    if community is None:
        return None
    return connection.execute(
        select(_community.c.id, _community.c.name, _community.c.province).where(
            _community.c.id == community, _community.c.alive == 1
        )
    ).one_or_none()


def _needs(connection: Connection, needs: Sequence[int]) -> list[Any]:
    rows = connection.execute(
        select(_need.c.id, _need.c.title, _need.c.community_id, _need.c.themes, _need.c.alive).where(
            _need.c.id.in_(needs)
        )
    )
    found = {row.id: row for row in rows if row.alive}
    return [found[key] for key in needs if key in found]


def _last_kind(connection: Connection, community: int | None) -> tuple[str, int | None]:
    """Kind and format of the workshop that was planned last."""
    statement = select(_workshop.c.kind, _workshop.c.format_id).where(
        _workshop.c.alive == 1, _workshop.c.kind.is_not(None)
    )
    if community is not None:
        statement = statement.join(_link, _link.c.workshop_id == _workshop.c.id).where(
            _link.c.community_id == community, _link.c.alive == 1
        )
    row = connection.execute(statement.order_by(_workshop.c.id.desc()).limit(1)).one_or_none()
    return (row.kind, row.format_id) if row is not None else ("workshop", None)


def _next_day(last_start: str, today: date) -> str:
    if not last_start:
        return (today + timedelta(days=1)).isoformat()
    ahead = (date.fromisoformat(last_start[:10]).weekday() - today.weekday()) % 7
    return (today + timedelta(days=ahead or 7)).isoformat()
