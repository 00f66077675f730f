"""The shipped engagement tools in a database: there from its first day on, new ones after an upgrade."""

import json
from typing import Any, Final

from sqlalchemy import Connection, insert, or_, select, update

from tn_desktop.model.derived import DERIVED
from tn_desktop.model.entities.base import table_of
from tn_desktop.model.entities.local import Setting
from tn_desktop.model.entities.tools import EngagementTool
from tn_desktop.model.stamps import EMPTY_STAMP
from tn_desktop.model.tool_library import SEEN, STAMP, VERSION, library

LIBRARY_KEY: Final = "tool_library"
"""The setting that says which version of the library this database holds."""
_tool, _setting = table_of(EngagementTool), table_of(Setting)
_HELD: Final = select(_setting.c.value).where(_setting.c.key == LIBRARY_KEY)


def is_settled(connection: Connection) -> bool:
    """Whether a database holds this program's tools, or a newer one's."""
    held = connection.execute(_HELD).scalar()
    return held is not None and int(json.loads(held)) >= VERSION


def settle_library(connection: Connection) -> None:
    """Put the shipped tools into a database, or bring up to date those that nobody has changed.

    Done outside of any unit of work: nobody wrote it, so that there is nothing to undo and nothing to send.
    """
    held = connection.execute(_HELD).scalar()
    if is_settled(connection):
        return
    held_rows = or_(_tool.c.shipped.is_not(None), _tool.c.created == EMPTY_STAMP)
    known = {row.uid: row for row in connection.execute(select(_tool).where(held_rows))}
    new = []
    for tool in library().values():
        row = tool.row("tr")
        there = known.get(tool.uid)
        if there is None:
            new.append(_new_row(tool.uid, row))
            continue
        if there.created == EMPTY_STAMP:
            # A stub: an agenda of a colleague with a newer program came before this tool did.
            connection.execute(update(_tool).where(_tool.c.id == there.id).values(**_new_row(tool.uid, row)))
            continue
        text = {**row, "created": STAMP} if there.alive and there.fields == "{}" and there.created < STAMP else {}
        # What is searched holds the library's text too, also of a tool that somebody changed.
        changed = {**text, **DERIVED[_tool.name]({**there._mapping, **text})}
        connection.execute(update(_tool).where(_tool.c.id == there.id).values(**changed))
    if new:
        connection.execute(insert(_tool), new)
    value = json.dumps(VERSION)
    if held is None:
        connection.execute(insert(_setting), {"key": LIBRARY_KEY, "value": value})
    else:
        connection.execute(update(_setting).where(_setting.c.key == LIBRARY_KEY).values(value=value))


def _new_row(uid: bytes, row: dict[str, Any]) -> dict[str, Any]:
    return {
        **row,
        **DERIVED[_tool.name](row),
        "uid": uid,
        "created": STAMP,
        "fields": "{}",
        "seen": SEEN,
        "lsn": 0,
        "alive": 1,
    }
