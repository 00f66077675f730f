"""Local choices and facts: who works here, the organisation, remembered options."""

import json
from typing import Any, Final

from sqlalchemy import Connection, delete, insert, select, update

from tn_desktop.model.entities.base import table_of
from tn_desktop.model.entities.local import Setting
from tn_desktop.store.unit_of_work import UnitOfWork

OWNER: Final = "owner"
"""{"name": …, "person": uid, "province": ISO code}: the facilitator whose profile this is."""
ORGANISATION: Final = "organisation"
LANGUAGE: Final = "language"
WRITTEN_ROWS: Final = "written:"
"""Begins the keys of what rows said that somebody added to a workbook (exchange/sync/written_rows.py), by uid."""
DEFAULT_ORGANISATION: Final = "Öğretmen Ağı"

_table = table_of(Setting)


def get(connection: Connection, key: str, default: Any = None) -> Any:
    """The value of a setting, or `default`."""
    held = connection.execute(select(_table.c.value).where(_table.c.key == key)).scalar()
    return default if held is None else json.loads(held)


def put(uow: UnitOfWork, key: str, value: Any) -> None:
    """Keep a JSON value under `key`; None forgets it. Settings are not part of the history."""
    connection = uow.connection
    text = json.dumps(value, ensure_ascii=False)
    if value is None:
        connection.execute(delete(_table).where(_table.c.key == key))
    elif connection.execute(update(_table).where(_table.c.key == key).values(value=text)).rowcount == 0:
        connection.execute(insert(_table), {"key": key, "value": text})


def forget_written(connection: Connection, uid: bytes) -> None:
    """Forget what an added row said."""
    mark = uid.hex()
    here = _table.c.key.like(f"{WRITTEN_ROWS}%"), _table.c.value.like(f"%{mark}%")
    for key, text in connection.execute(select(_table.c.key, _table.c.value).where(*here)).all():
        held = {one: said for one, said in json.loads(text).items() if one != mark}
        connection.execute(update(_table).where(_table.c.key == key).values(value=json.dumps(held)))


def organisation(connection: Connection) -> str:
    """The organisation's name as sheets and workbooks print it."""
    return str(get(connection, ORGANISATION, DEFAULT_ORGANISATION))
