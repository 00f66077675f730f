"""The rows of the list of engagement tools, in every language, and who is found by its filters."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, and_, func, select

from tn_desktop.model.entities.base import table_of
from tn_desktop.model.entities.tools import EngagementTool
from tn_desktop.model.tool_library import LANGUAGES, in_language

_tool = table_of(EngagementTool)


@dataclass(frozen=True, slots=True)
class ToolRow:
    """An engagement tool in a list; titles and purposes by language. None where nobody said."""

    id: int
    level: str
    titles: Mapping[str, str]
    purposes: Mapping[str, str]
    minutes: int | None
    group_min: int | None
    group_max: int | None
    mode: tuple[str, ...]
    skills: tuple[str, ...]
    shipped: bool
    put_away: bool = False


def tools(connection: Connection, ids: Sequence[int]) -> list[ToolRow]:
    """Rows of engagement tools in the order of `ids`; removed ones are left out."""
    found = {row.id: row for row in connection.execute(select(_tool).where(_tool.c.id.in_(ids))) if row.alive}
    return [_row(found[key]) for key in ids if key in found]


def is_put_away(table: Table, put_away: Any) -> ColumnElement[bool]:
    """Tools that are put away ("yes"), or those that are not ("no")."""
    return func.coalesce(table.c.archived, 0) == (1 if put_away == "yes" else 0)


def takes_at_most(table: Table, minutes: Any) -> ColumnElement[bool]:
    """Tools that fit into so many minutes."""
    fits: ColumnElement[bool] = table.c.minutes <= minutes
    return fits


def for_group(table: Table, people: Any) -> ColumnElement[bool]:
    """Tools for so many people; one that does not say is for any number."""
    least, most = func.coalesce(table.c.group_min, 1), func.coalesce(table.c.group_max, people)
    return and_(least <= people, most >= people)


def _row(row: Any) -> ToolRow:
    shown = {language: in_language(row._mapping, language) for language in LANGUAGES}
    return ToolRow(
        row.id,
        row.level or "",
        {language: texts["title"] or "" for language, texts in shown.items()},
        {language: texts["purpose"] or "" for language, texts in shown.items()},
        row.minutes,
        row.group_min,
        row.group_max,
        tuple(json.loads(row.mode or "[]")),
        tuple(json.loads(row.skills or "[]")),
        row.shipped is not None,
        bool(row.archived),
    )
