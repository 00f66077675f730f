"""The blocks of an agenda, where sessions are seen as one those of all of them: each that two have alike once.

A block stands for those that are alike in the other sessions, which stay as they are and come back with the verdict.
What only they say is shown with it: who leads it, and notes, which stand under each other where they differ. What is
written into it goes to all of them, and so does its place among the others.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final

from sqlalchemy import Connection, select

from tn_desktop.model.entities.base import table_of
from tn_desktop.model.entities.people import Person
from tn_desktop.model.entities.tools import AgendaBlock
from tn_desktop.model.text import fold
from tn_desktop.store import twins
from tn_desktop.store.unit_of_work import UnitOfWork

STEP: Final = 10
"""Places of neighbouring blocks are so far apart, that one can be put between two without moving others."""
SHARED: Final = ("tool_id", "title", "minutes", "led_by_id", "notes")
"""What a block and those behind it say as one."""
_AT_ONCE: Final = 100
_block, _person = table_of(AgendaBlock), table_of(Person)
Content = tuple[int | None, str, int | None]


@dataclass(frozen=True, slots=True)
class Block:
    """A block as it is stored, with what those behind it say beyond it."""

    id: int
    session_id: int
    position: int
    tool_id: int | None
    title: str | None
    minutes: int | None
    notes: str | None
    led_by_id: int | None
    given_name: str | None
    family_name: str | None
    behind: tuple["Block", ...] = field(default=())

    @property
    def content(self) -> Content:
        """What two blocks have in common that are alike."""
        return content(self.tool_id, self.title, self.minutes)


def content(tool: int | None, title: str | None, minutes: int | None) -> Content:
    """What two blocks have in common that are alike."""
    return tool, fold(title or ""), minutes


def blocks(connection: Connection, session: int) -> list[Block]:
    """The blocks of a session and of those that are seen as one with it, in their order; each that is alike once."""
    group = twins.group_of(connection, "workshop_session", session)
    return [_as_one(*rows) for rows in _shown(group, _held(connection, group))]


def doubles(connection: Connection, sessions: Iterable[int] | None = None) -> dict[int, Block]:
    """Ids of blocks that another one stands for, and of those that do -> the block as it is shown.

    Of all sessions, or of these and what is seen as one with them.
    """
    found_groups: Mapping[int, Sequence[int]] = (
        twins.all_groups(connection, "workshop_session")
        if sessions is None
        else twins.groups_of(connection, "workshop_session", sessions)
    )
    groups = sorted({tuple(group) for group in found_groups.values() if len(group) > 1})
    found: dict[int, Block] = {}
    for start in range(0, len(groups), _AT_ONCE):
        part = groups[start : start + _AT_ONCE]
        held = _held(connection, [one for group in part for one in group])
        for rows in (rows for group in part for rows in _shown(group, held) if len(rows) > 1):
            found |= dict.fromkeys((row.id for row in rows), _as_one(*rows))
    return found


def _shown(group: Sequence[int], held: Mapping[int, Sequence[Block]]) -> list[list[Block]]:
    """The blocks of sessions that are one, in their order; each that is shown with those it stands for."""
    order: list[int] = []
    shown: dict[int, list[Block]] = {}
    for one in group:
        for row, first in _paired(held[one], [shown[key][0] for key in order]):
            if first is None:
                order.append(row.id)
                shown[row.id] = [row]
            else:
                shown[first.id].append(row)
    return [shown[key] for key in order]


def _held(connection: Connection, group: Sequence[int]) -> dict[int, list[Block]]:
    """Session -> its living blocks in their order."""
    names = [_block.c[one] for one in Block.__slots__ if one in _block.c]
    rows = connection.execute(
        select(*names, _person.c.given_name, _person.c.family_name)
        .outerjoin(_person, _person.c.id == _block.c.led_by_id)
        .where(_block.c.session_id.in_(group), _block.c.alive == 1)
        .order_by(_block.c.position, _block.c.uid)
    )
    held: dict[int, list[Block]] = {one: [] for one in group}
    for row in rows:
        held[row.session_id].append(Block(**{**row._mapping, "position": row.position or 0}))
    return held


def _paired(rows: Sequence[Block], shown: Sequence[Block]) -> Iterator[tuple[Block, Block | None]]:
    """Each block of a session with the one that is shown for it: of several alike the first for the first."""
    left: dict[Content, list[Block]] = {}
    for one in shown:
        left.setdefault(one.content, []).append(one)
    for row in rows:
        alike = left.get(row.content)
        yield row, alike.pop(0) if alike else None


def _as_one(block: Block, *behind: Block) -> Block:
    if not behind:
        return block
    notes = dict.fromkeys(one.notes for one in (block, *behind) if one.notes)
    leading = next((one for one in (block, *behind) if one.led_by_id is not None), block)
    who = {name: getattr(leading, name) for name in ("led_by_id", "given_name", "family_name")}
    return replace(block, **who, notes="\n".join(notes) or None, behind=behind)


def alike(connection: Connection, row: Mapping[str, Any]) -> list[int]:
    """The blocks behind one of these values, as it was before it was written: one of each other session."""
    group = twins.group_of(connection, "workshop_session", row["session_id"])
    if len(group) == 1:
        return []
    blocks = connection.execute(
        select(_block)
        .where(_block.c.session_id.in_(group), _block.c.id != row["id"], _block.c.alive == 1)
        .order_by(_block.c.position, _block.c.uid)
    )
    wanted = content(row["tool_id"], row["title"], row["minutes"])
    held: dict[int, list[Any]] = {}
    for one in blocks:
        if content(one.tool_id, one.title, one.minutes) == wanted:
            held.setdefault(one.session_id, []).append(one)
    # As many stand behind those of its own session that are alike and come before it.
    place = row["position"] or 0, row["uid"]
    own = sum((one.position or 0, one.uid) < place for one in held.pop(row["session_id"], ()))
    return [rows[own].id for rows in held.values() if len(rows) > own]


def follow(uow: UnitOfWork, shown: Sequence[Block], order: Sequence[int]) -> None:
    """After blocks were moved: those behind them come in the same order, among what is their session's alone.

    Args:
        uow: writes.
        shown: the agenda as it was before.
        order: the ids of its blocks as they are now.
    """
    behind = {block.id: block.behind for block in shown}
    moved: dict[int, list[int]] = {}
    for key in order:
        for one in behind.get(key, ()):
            moved.setdefault(one.session_id, []).append(one.id)
    for session, keys in moved.items():
        held = _held(uow.connection, [session])[session]
        wanted = iter(keys)
        now = [next(wanted) if one.id in keys else one.id for one in held]
        if now != [one.id for one in held]:
            _settle(uow, held, now)


def _settle(uow: UnitOfWork, held: Sequence[Block], order: Sequence[int]) -> None:
    places = [one.position for one in held]
    if len(set(places)) < len(places):
        places = [number * STEP for number in range(1, len(places) + 1)]
    stored = {one.id: one.position for one in held}
    for key, place in zip(order, places, strict=True):
        if stored[key] != place:
            uow.change(AgendaBlock, key, {"position": place})
