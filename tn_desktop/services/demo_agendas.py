"""The made-up story's agendas: what was planned, and is planned, for the sessions around today, with which tools."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from random import Random
from typing import Any, Final

from sqlalchemy import select

from tn_desktop.model.entities.base import table_of
from tn_desktop.model.entities.tools import AgendaBlock, EngagementTool
from tn_desktop.model.entities.workshops import WorkshopSession
from tn_desktop.model.resources import resource_path
from tn_desktop.model.stamps import canonical
from tn_desktop.model.tool_steps import Step, steps_text, total_minutes
from tn_desktop.services.agenda import minutes_between
from tn_desktop.services.agenda_blocks import STEP
from tn_desktop.services.demo_world import MadeSession, World

DAYS: Final = 120
"""Sessions so many days before and after today have an agenda: older plans were on paper."""
MOST: Final = 3_000
"""Agendas of a very large network."""
SHARE: Final = 0.8
_tool, _session = table_of(EngagementTool), table_of(WorkshopSession)


@dataclass(frozen=True, slots=True)
class _Tool:
    """What planning needs to know of a tool."""

    key: int
    minutes: int
    modes: str


@cache
def agenda_story() -> Mapping[str, Any]:
    """The content of resources/data/demo-tools-tr.json."""
    loaded: Mapping[str, Any] = json.loads(resource_path("data", "demo-tools-tr.json").read_text(encoding="utf-8"))
    return loaded


def tools(world: World) -> None:
    """A few tools that teachers of the network made themselves."""
    uids = world.uids("tools")
    world.write(EngagementTool, [{**_own(told), "uid": uids.take()} for told in agenda_story()["tools"]])


def agendas(world: World) -> None:
    """Agendas of most sessions around today."""
    chance, uids, known = world.chance("agendas"), world.uids("agendas"), _known(world)
    out = world.outbox(AgendaBlock)
    for community, session in _sessions(world):
        if chance.random() > SHARE:
            continue
        row = world.uow.connection.execute(
            select(_session.c.starts_at, _session.c.ends_at, _session.c.mode).where(_session.c.id == session.key)
        ).one()
        length = minutes_between(row.starts_at, row.ends_at) or 0
        leader = world.circles[community].facilitators[0]
        for place, block in enumerate(_plan(chance, known, length, row.mode, leader), start=1):
            out.put(AgendaBlock, uid=uids.take(), session_id=session.key, position=place * STEP, **block)
        out.flush(4_000)
    out.flush()


def _sessions(world: World) -> Iterator[tuple[int, MadeSession]]:
    """(community, session) of those around today, up to `MOST`."""
    first, last = ((world.today + timedelta(days=days)).isoformat() for days in (-DAYS, DAYS))
    count = 0
    for community in sorted(world.workshops):
        for workshop in world.workshops[community]:
            for session in workshop.sessions:
                if first <= session.starts_at[:10] <= last and count < MOST:
                    count += 1
                    yield community, session


def _known(world: World) -> dict[str, _Tool]:
    rows = world.uow.connection.execute(
        select(_tool.c.shipped, _tool.c.id, _tool.c.minutes, _tool.c.mode).where(_tool.c.shipped.is_not(None))
    )
    return {row.shipped: _Tool(row.id, row.minutes, row.mode) for row in rows}


def _plan(chance: Random, known: Mapping[str, _Tool], length: int, mode: str, leader: int) -> list[dict[str, Any]]:
    """Blocks that fit into a session: a welcome, a warm-up, what it is about, a break, an end."""
    story = agenda_story()

    def fitting(names: Sequence[str], room: int) -> list[_Tool]:
        tools_of = (known[name] for name in names if name in known)
        return [one for one in tools_of if one.minutes <= room and f'"{mode}"' in one.modes]

    def of_tool(one: _Tool) -> dict[str, Any]:
        return {"tool_id": one.key, "minutes": one.minutes, "led_by_id": leader if chance.random() < 0.6 else None}

    opening = chance.choice(fitting(story["openings"], 15) or [known["check-in"]])
    ending = chance.choice(fitting(story["endings"], 20) or [known["exit-ticket"]])
    blocks = [{"title": chance.choice(story["welcome"]), "minutes": 10}, of_tool(opening)]
    room = length - 10 - opening.minutes - ending.minutes - 5
    used: set[int] = set()
    pause = length >= 150
    while choice := [one for one in fitting(story["main"], room - (15 if pause else 0)) if one.key not in used]:
        one = chance.choice(choice)
        used.add(one.key)
        block = of_tool(one)
        if chance.random() < 0.3:
            block["notes"] = chance.choice(story["notes"])
        blocks.append(block)
        room -= one.minutes
        if pause and room < length // 2:
            blocks.append({"title": story["break"], "minutes": 15})
            room, pause = room - 15, False
    return [*blocks, of_tool(ending), {"title": story["closing"], "minutes": 5, "led_by_id": leader}]


def _own(told: Mapping[str, Any]) -> dict[str, Any]:
    steps = [Step(minutes, text) for minutes, text in told["steps"]]
    return {
        "level": told["level"],
        "title": told["title"],
        "purpose": told["purpose"],
        "steps": steps_text(steps),
        "minutes": total_minutes(steps),
        "group_min": told["group"][0],
        "group_max": told["group"][1],
        "mode": canonical(told["mode"]),
        "materials": canonical(told["materials"]) if told["materials"] else None,
        "skills": canonical(told["skills"]),
        "tips": told["tips"],
    }
