"""The agenda of a session: blocks of tools and other parts, one after the other, with running clock times.

Where sessions are seen as one, it has the blocks of all of them: those of the session that is shown, then what the
others have beyond it. A block that two of them have alike stands there once, and is changed, moved and removed as one
(services/agenda_blocks.py).
"""

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import Connection, select

from tn_desktop.model.changes import Changes
from tn_desktop.model.derived import full_name
from tn_desktop.model.entities.base import table_of
from tn_desktop.model.entities.people import Person
from tn_desktop.model.entities.tools import AgendaBlock, EngagementTool
from tn_desktop.model.entities.workshops import (
    SessionFacilitator,
    SessionSpeaker,
    Workshop,
    WorkshopLeader,
    WorkshopSession,
)
from tn_desktop.model.errors import FieldError
from tn_desktop.model.messages import QT_TRANSLATE_NOOP
from tn_desktop.model.text import fold
from tn_desktop.model.tool_library import LANGUAGES, in_language
from tn_desktop.services import records
from tn_desktop.services.agenda_blocks import STEP, Block, Content, blocks, content, follow
from tn_desktop.services.page_values import values_of
from tn_desktop.store import twins
from tn_desktop.store.unit_of_work import UnitOfWork

_block, _tool, _person = table_of(AgendaBlock), table_of(EngagementTool), table_of(Person)
_session, _workshop = table_of(WorkshopSession), table_of(Workshop)
OFFERED: Final = 8
"""So many sessions of other workshops are offered to copy an agenda from."""


@dataclass(frozen=True, slots=True)
class AgendaRow:
    """A block.

    Attributes:
        titles, materials: language -> as it is shown; of a tool that nobody changed in each its own.
        own_title: what somebody typed as its title, "" where the tool's own stands.
        minutes: how long, None while nobody said.
        starts, ends: clock times (HH:MM), "" where the session has no start.
        led_by_id: who leads it, None where nobody is named.
    """

    id: int
    tool_id: int | None
    titles: Mapping[str, str]
    own_title: str
    minutes: int | None
    starts: str
    ends: str
    led_by_id: int | None
    led_by: str
    notes: str
    materials: Mapping[str, tuple[str, ...]]
    tool_minutes: int | None = None


@dataclass(frozen=True, slots=True)
class Agenda:
    """The agenda of a session. length: the session's minutes, None where its end is not known."""

    session_id: int
    starts_at: str
    ends_at: str
    length: int | None
    rows: tuple[AgendaRow, ...]
    leaders: tuple[tuple[int, str], ...]

    @property
    def total(self) -> int:
        """The minutes of all blocks together."""
        return sum(row.minutes or 0 for row in self.rows)

    @property
    def spare(self) -> int | None:
        """Minutes that are left of the session; below 0 where the agenda is too long."""
        return None if self.length is None else self.length - self.total

    def materials(self, language: str) -> tuple[str, ...]:
        """What has to be brought, each thing once, in the order of the blocks."""
        found: dict[str, str] = {}
        for row in self.rows:
            for one in row.materials[language]:
                found.setdefault(fold(one), one)
        return tuple(found.values())


@dataclass(frozen=True, slots=True)
class Source:
    """A session whose agenda can be copied; here: whether it is of the same workshop."""

    session_id: int
    workshop: str
    title: str
    starts_at: str
    here: bool


def agenda(connection: Connection, session: int) -> Agenda:
    """The agenda of a living session.

    Raises:
        NotFound: no such session, or it was removed.
    """
    values = values_of(connection, "sessions", session)
    held = blocks(connection, session)
    tools = _tools(connection, {row.tool_id for row in held if row.tool_id is not None})
    clocks = running_times(values["starts_at"] or "", [row.minutes or 0 for row in held])
    rows = tuple(_row(row, tools.get(row.tool_id or 0), clock) for row, clock in zip(held, clocks, strict=True))
    starts_at, ends_at = values["starts_at"] or "", values["ends_at"] or ""
    named = {row.led_by_id: row.led_by for row in rows if row.led_by_id is not None}
    leaders = {**_leaders(connection, session, values["workshop"]), **named}
    return Agenda(session, starts_at, ends_at, minutes_between(starts_at, ends_at), rows, tuple(leaders.items()))


def running_times(starts_at: str, minutes: Sequence[int]) -> list[tuple[str, str]]:
    """The clock times at which each of the parts begins and ends; empty ones where the start is not known."""
    if not starts_at:
        return [("", "")] * len(minutes)
    at, found = datetime.fromisoformat(starts_at), []
    for each in minutes:
        begins, at = at, at + timedelta(minutes=each)
        found.append((f"{begins:%H:%M}", f"{at:%H:%M}"))
    return found


def minutes_between(starts_at: str, ends_at: str) -> int | None:
    """How long a session is; None where one of its times is not known."""
    if not starts_at or not ends_at:
        return None
    return int((datetime.fromisoformat(ends_at) - datetime.fromisoformat(starts_at)).total_seconds() // 60)


@dataclass(frozen=True, slots=True)
class Running:
    """What goes on at a moment of a session.

    Attributes:
        row: the block that runs, None when the agenda is over but the session is not.
        left: minutes until it ends, begun ones counted; without a block, until the session ends.
        following: the block after it, if there is one.
    """

    row: AgendaRow | None
    left: int
    following: AgendaRow | None


def running(plan: Agenda, now: datetime) -> Running | None:
    """What runs at a local time; None before the session, after it, and where it has no agenda."""
    if not plan.starts_at or not plan.rows:
        return None
    at = datetime.fromisoformat(plan.starts_at)
    if now < at:
        return None
    for row, following in zip(plan.rows, (*plan.rows[1:], None), strict=True):
        at += timedelta(minutes=row.minutes or 0)
        if now < at:
            return Running(row, _minutes_until(now, at), following)
    end = datetime.fromisoformat(plan.ends_at) if plan.ends_at else at
    return Running(None, _minutes_until(now, end), None) if now < end else None


def _minutes_until(now: datetime, then: datetime) -> int:
    return -(-int((then - now).total_seconds()) // 60)


def add_tool(
    uow: UnitOfWork, session: int, tool: int, minutes: int | None = None, before: int | None = None
) -> Changes:
    """Put a tool into the agenda, for its own minutes unless told otherwise; last, or before another block."""
    wanted = minutes if minutes is not None else values_of(uow.connection, "tools", tool)["minutes"]
    return _add(uow, session, {"tool": tool, "minutes": wanted}, before)


def add_part(uow: UnitOfWork, session: int, title: str, minutes: int | None, before: int | None = None) -> Changes:
    """Put something else into the agenda: a welcome, a break.

    Raises:
        FieldError: it has no title.
    """
    if not title.strip():
        raise FieldError("title", QT_TRANSLATE_NOOP("errors", "“{name}” is needed. Fill it in."), name="title")
    return _add(uow, session, {"title": title, "minutes": minutes}, before)


def move(uow: UnitOfWork, block: int, by: int) -> Changes:
    """Move a block up (below 0) or down in its agenda, as far as there is room."""
    order = [row.id for row in blocks(uow.connection, _session_of(uow.connection, block))]
    return move_to(uow, block, order.index(block) + by if block in order else 0)


def move_to(uow: UnitOfWork, block: int, place: int) -> Changes:
    """Make a block the one at `place` (from 0) of its agenda, but no further than the blocks of its own session."""
    session = _session_of(uow.connection, block)
    shown = blocks(uow.connection, session)
    before = [row.id for row in shown if row.session_id == session]
    first = next((at for at, row in enumerate(shown) if row.session_id == session), 0)
    order = [one for one in before if one != block]
    order.insert(max(0, min(len(order), place - first)), block)
    if order != before:
        _settle_order(uow, session, order, block)
        follow(uow, shown, [row.id for row in blocks(uow.connection, session)])
    return uow.changes(subject=block)


def copy_from(uow: UnitOfWork, source: int, session: int) -> Changes:
    """Add the blocks of another session's agenda at the end; told["count"] says how many."""
    rows = blocks(uow.connection, source)
    into = _into(uow.connection, session, [row.content for row in rows])
    last = _last_position(uow.connection, into)
    for number, row in enumerate(rows, start=1):
        copied = {name: getattr(row, name) for name in ("tool_id", "title", "minutes", "led_by_id", "notes")}
        uow.create(AgendaBlock, {**copied, "session_id": into, "position": last + number * STEP})
    return uow.changes(subject=session, count=len(rows))


def sources(connection: Connection, session: int) -> list[Source]:
    """Sessions whose agenda can be copied: those of the same workshop in their order, then the latest of others."""
    workshop = values_of(connection, "sessions", session)["workshop"]
    group = twins.group_of(connection, "workshop_session", session)
    with_blocks = (
        select(
            _session.c.id, _session.c.workshop_id, _session.c.starts_at, _session.c.title, _workshop.c.title.label("of")
        )
        .distinct()
        .join(_block, _block.c.session_id == _session.c.id)
        .join(_workshop, _workshop.c.id == _session.c.workshop_id)
        # "+ 0" keeps SQLite from walking the indexes that begin with `alive`.
        .where(_session.c.alive + 0 == 1, _block.c.alive == 1, _workshop.c.alive + 0 == 1, _session.c.id.not_in(group))
    )
    here = with_blocks.where(_session.c.workshop_id == workshop).order_by(_session.c.starts_at, _session.c.id)
    others = with_blocks.where(_session.c.workshop_id != workshop).order_by(_session.c.starts_at.desc()).limit(OFFERED)
    rows = [*connection.execute(here), *connection.execute(others)]
    seen_as = twins.kept_of(connection, "workshop_session", [row.id for row in rows])
    once = {seen_as.get(row.id, row.id): row.id for row in reversed(rows)}
    rows = [row for row in rows if row.id in once.values()]
    return [
        Source(row.id, row.of or "", row.title or "", row.starts_at or "", row.workshop_id == workshop) for row in rows
    ]


def _add(uow: UnitOfWork, session: int, values: Mapping[str, Any], before: int | None) -> Changes:
    shown = {row.id: row.session_id for row in blocks(uow.connection, session)}
    new = content(values.get("tool"), values.get("title"), values["minutes"])
    into = shown[before] if before in shown else _into(uow.connection, session, [new])
    position = _last_position(uow.connection, into) + STEP
    key = records.add(uow, "agenda", {**values, "session": into, "position": position}).subject
    assert key is not None
    if before in shown:
        order = [row.id for row in blocks(uow.connection, into)]
        move_to(uow, key, order.index(before))
    return uow.changes(subject=key)


def _into(connection: Connection, session: int, new: Collection[Content]) -> int:
    """The session to which new blocks belong, that they are shown last; or at least shown, where one is there alike."""
    shown = blocks(connection, session)
    if not shown:
        return session
    last = int(shown[-1].session_id)
    others = {row.content for row in shown if row.session_id != last}
    return last if others.isdisjoint(new) else int(shown[0].session_id)


def _settle_order(uow: UnitOfWork, session: int, order: Sequence[int], moved: int) -> None:
    """Give the moved block a place between its neighbours; where there is none, all take new ones."""
    held = _positions(uow.connection, session)
    place = order.index(moved)
    low = held[order[place - 1]] if place else 0
    high = held[order[place + 1]] if place + 1 < len(order) else low + 2 * STEP
    if high - low >= 2:
        uow.change(AgendaBlock, moved, {"position": (low + high) // 2})
        return
    for number, block in enumerate(order, start=1):
        uow.change(AgendaBlock, block, {"position": number * STEP})


def _positions(connection: Connection, session: int) -> dict[int, int]:
    """Block -> its place, in the order of the agenda."""
    rows = connection.execute(
        select(_block.c.id, _block.c.position)
        .where(_block.c.session_id == session, _block.c.alive == 1)
        .order_by(_block.c.position, _block.c.uid)
    )
    return {row.id: row.position or 0 for row in rows}


def _last_position(connection: Connection, session: int) -> int:
    return max(_positions(connection, session).values(), default=0)


def _session_of(connection: Connection, block: int) -> int:
    return int(values_of(connection, "agenda", block)["session"])


def _row(row: Block, tool: Mapping[str, Mapping[str, Any]] | None, clock: tuple[str, str]) -> AgendaRow:
    shown = tool or {key: {} for key in LANGUAGES}
    return AgendaRow(
        row.id,
        row.tool_id,
        {language: row.title or shown[language].get("title") or "" for language in LANGUAGES},
        row.title or "",
        row.minutes,
        *clock,
        row.led_by_id,
        full_name({"given_name": row.given_name, "family_name": row.family_name}),
        row.notes or "",
        {language: tuple(json.loads(shown[language].get("materials") or "[]")) for language in LANGUAGES},
        shown[LANGUAGES[0]].get("minutes"),
    )


def _tools(connection: Connection, ids: Iterable[int]) -> dict[int, dict[str, dict[str, Any]]]:
    """Tool -> language -> its columns; removed ones too, since an agenda keeps what was planned."""
    rows = connection.execute(select(_tool).where(_tool.c.id.in_(list(ids)))).mappings()
    return {row["id"]: {language: in_language(row, language) for language in LANGUAGES} for row in rows}


def _leaders(connection: Connection, session: int, workshop: int) -> dict[int, str]:
    """Who may lead a part: facilitators and speakers of the session, then whoever leads the workshop."""
    found: dict[int, str] = {}
    for cls, column, key in (
        (SessionFacilitator, "session_id", session),
        (SessionSpeaker, "session_id", session),
        (WorkshopLeader, "workshop_id", workshop),
    ):
        relation = table_of(cls)
        rows = connection.execute(
            select(_person.c.id, _person.c.given_name, _person.c.family_name)
            .join(relation, relation.c.person_id == _person.c.id)
            .where(relation.c[column] == key, relation.c.alive == 1, _person.c.alive + 0 == 1)
            .order_by(relation.c.id)
        )
        found |= {row.id: full_name(row._mapping) for row in rows if row.id not in found}
    return found
