"""What was written to rows after some unit of work: it stays when that is taken back."""

from typing import Any

from sqlalchemy import Connection, Select, and_, select

from tn_desktop.model.entities.base import table_of
from tn_desktop.model.entities.local import History, HistoryRow
from tn_desktop.store.unit_of_work import before_of

_history, _history_row = table_of(History), table_of(HistoryRow)
Key = tuple[str, int]
"""(table, id) of a row."""


def later_writes(lsn: int) -> Select[Any]:
    """Entity, row and what it held before, of later writes to the rows of `lsn`; undos and what they took back not."""
    own, again = _history_row.alias("own"), _history_row.alias("again")
    same = and_(again.c.entity == own.c.entity, again.c.row_id == own.c.row_id, again.c.history_id > own.c.history_id)
    return (
        select(again.c.entity, again.c.row_id, again.c.before)
        .select_from(own.join(again, same).join(_history, _history.c.id == again.c.history_id))
        .where(own.c.history_id == lsn, _history.c.undoes.is_(None), _history.c.undone_by.is_(None))
    )


def changed_later(connection: Connection, lsn: int) -> dict[Key, frozenset[str]]:
    """Which columns later writes that still stand changed in the rows of `lsn`; rows without any are not in it."""
    found: dict[Key, frozenset[str]] = {}
    for entity, row_id, before in connection.execute(later_writes(lsn)):
        key = entity, row_id
        found[key] = found.get(key, frozenset()).union(before_of(before) or ())
    return found
