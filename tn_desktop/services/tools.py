"""Engagement tools: what one says in the running language, changing it, copies, and the library's own text."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, func, select

from tn_desktop.model.changes import Changes
from tn_desktop.model.entities.base import table_of
from tn_desktop.model.entities.tools import AgendaBlock, EngagementTool
from tn_desktop.model.entities.workshops import Workshop, WorkshopSession
from tn_desktop.model.errors import Refused
from tn_desktop.model.messages import QT_TRANSLATE_NOOP
from tn_desktop.model.tool_library import TEXTS, in_language, is_unchanged, library, shipped_tool
from tn_desktop.model.tool_steps import Step, read_steps, total_minutes
from tn_desktop.services import records
from tn_desktop.services.page_values import values_of
from tn_desktop.store.unit_of_work import UnitOfWork

_tool, _block = table_of(EngagementTool), table_of(AgendaBlock)
_session, _workshop = table_of(WorkshopSession), table_of(Workshop)
LAST = 5
"""So many of the sessions in which a tool was used are named."""
NO_TITLE = QT_TRANSLATE_NOOP("errors", "Only tools of the library have a text to go back to.")


@dataclass(frozen=True, slots=True)
class UsedIn:
    """A session whose agenda holds the tool."""

    session_id: int
    workshop_id: int
    workshop: str
    starts_at: str


@dataclass(frozen=True, slots=True)
class ToolPage:
    """What the Tools pane shows of one.

    Attributes:
        values: field -> value, texts in the running language; lists as lists.
        shipped: whether it came with the program.
        unchanged: whether it still says what it said then.
        used: in how many sessions it was planned, and the last of them.
        put_away: whether it is no longer offered for agendas.
    """

    id: int
    values: dict[str, Any]
    steps: tuple[Step, ...]
    shipped: bool
    unchanged: bool
    used: int
    used_in: tuple[UsedIn, ...]
    put_away: bool = False


def tool_page(connection: Connection, tool: int, language: str) -> ToolPage:
    """One living tool.

    Raises:
        NotFound: no such tool, or it was removed.
    """
    stored = values_of(connection, "tools", tool)
    shown = in_language(stored, language)
    sessions = (
        select(_session.c.id, _session.c.workshop_id, _workshop.c.title, _session.c.starts_at)
        .distinct()
        .join(_block, _block.c.session_id == _session.c.id)
        .join(_workshop, _workshop.c.id == _session.c.workshop_id)
        # "+ 0" keeps SQLite from walking the indexes that begin with `alive`.
        .where(_block.c.tool_id == tool, _block.c.alive == 1, _session.c.alive + 0 == 1, _workshop.c.alive + 0 == 1)
    )
    used = int(connection.execute(select(func.count()).select_from(sessions.subquery())).scalar() or 0)
    last = connection.execute(sessions.order_by(_session.c.starts_at.desc()).limit(LAST)).all()
    return ToolPage(
        tool,
        _listed(shown),
        read_steps(shown["steps"]),
        shipped_tool(stored["shipped"]) is not None,
        is_unchanged(stored),
        used,
        tuple(UsedIn(row.id, row.workshop_id, row.title or "", row.starts_at or "") for row in last),
        bool(stored["archived"]),
    )


def show(connection: Connection, tool: int, language: str) -> dict[str, Any]:
    """The fields of a tool as records.show gives them, in the running language."""
    return records.show(connection, "tools", tool, language)


def change(uow: UnitOfWork, tool: int, values: Mapping[str, object], language: str) -> Changes:
    """Change fields of a tool as it is shown in the running language; the minutes follow from the steps.

    The first change of a shipped tool makes the text of that language the row's own.

    Raises:
        FieldError, NotFound: as records.change.
    """
    stored = values_of(uow.connection, "tools", tool)
    shown = in_language(stored, language)
    own = {name: shown[name] for name in TEXTS if shown[name] != stored[name]}
    return records.change(uow, "tools", tool, {**own, **values})


def copy(uow: UnitOfWork, tool: int, title: str, language: str) -> Changes:
    """Make a tool of one's own that begins with all that another one says; `subject` is its id."""
    values = in_language(values_of(uow.connection, "tools", tool), language)
    kept = {name: value for name, value in values.items() if name not in ("shipped", "version", "archived")}
    return records.add(uow, "tools", {**kept, "title": title})


def put_away(uow: UnitOfWork, tool: int, away: bool) -> Changes:
    """Offer a tool for agendas and workshops no longer, or again; where it was used it stays."""
    return records.change(uow, "tools", tool, {"archived": "1" if away else "0"})


def restore(uow: UnitOfWork, tool: int) -> Changes:
    """Give a tool of the library its own text back.

    Raises:
        Refused: it is not of the library.
    """
    shipped = shipped_tool(values_of(uow.connection, "tools", tool)["shipped"])
    if shipped is None:
        raise Refused(NO_TITLE)
    return records.change(uow, "tools", tool, shipped.row("tr"))


def removed_of_library(connection: Connection) -> int:
    """How many tools of the library were removed here."""
    statement = select(func.count()).where(_tool.c.shipped.in_(library()), _tool.c.alive == 0)
    return int(connection.execute(statement).scalar() or 0)


def bring_back(uow: UnitOfWork) -> Changes:
    """Bring back every tool of the library that was removed; told["count"] says how many."""
    statement = select(_tool.c.id).where(_tool.c.shipped.in_(library()), _tool.c.alive == 0)
    keys = [row.id for row in uow.connection.execute(statement)]
    for key in keys:
        uow.revive(EngagementTool, key)
    return uow.changes(count=len(keys))


def known_skills(connection: Connection) -> list[str]:
    """Every skill of a living tool, once, as it is stored."""
    held = connection.execute(select(_tool.c.skills).distinct().where(_tool.c.alive == 1, _tool.c.skills.is_not(None)))
    return sorted({skill for row in held for skill in json.loads(row.skills)})


def minutes_of(steps: object) -> int | None:
    """What steps as they are stored take together; None where they do not say."""
    return total_minutes(read_steps(steps)) if isinstance(steps, str) else None


def _listed(values: Mapping[str, Any]) -> dict[str, Any]:
    lists = ("mode", "materials", "skills")
    return {name: json.loads(value) if name in lists and value else value for name, value in values.items()}
