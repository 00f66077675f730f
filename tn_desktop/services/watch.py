"""What other programs, such as the command line, wrote into this database meanwhile."""

from datetime import datetime
from typing import Final

from sqlalchemy import Connection, func, select

from tn_desktop.model.changes import Changes
from tn_desktop.model.entities.base import table_of
from tn_desktop.model.entities.local import History, HistoryRow
from tn_desktop.model.registry import SYNCED
from tn_desktop.model.stamps import stamp_milliseconds

_history, _history_row = table_of(History), table_of(HistoryRow)
TOLD: Final = 2_000
"""So many rows are told one by one; beyond, everything is read again."""


def newest(connection: Connection) -> int:
    """The number of the latest unit of work, 0 in an empty database."""
    return int(connection.execute(select(func.max(_history.c.id))).scalar() or 0)


def last_written(connection: Connection) -> datetime | None:
    """When the latest unit of work was stored, in local time; None in an empty database."""
    stamp = connection.execute(select(_history.c.stamp).order_by(_history.c.id.desc()).limit(1)).scalar()
    return datetime.fromtimestamp(stamp_milliseconds(stamp) / 1000) if stamp else None  # noqa: DTZ006 - shown as is


def since(connection: Connection, lsn: int) -> Changes:
    """What was written after the unit of work `lsn`; without ids where there is too much or no record of it."""
    last = newest(connection)
    if last <= lsn:
        return Changes()
    rows = connection.execute(
        select(_history_row.c.entity, _history_row.c.row_id).where(_history_row.c.history_id > lsn).limit(TOLD + 1)
    ).all()
    if not rows or len(rows) > TOLD:
        return Changes(last, changed={cls.__tablename__: () for cls in SYNCED})
    changed: dict[str, dict[int, None]] = {}
    for table, key in rows:
        changed.setdefault(table, {})[key] = None
    return Changes(last, changed={table: tuple(keys) for table, keys in changed.items()})
