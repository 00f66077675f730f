"""Looking for damage: what the file says of itself, and whether what follows from other data does follow.

A check reads only and goes through tables in order of their keys, some thousand rows at a time.
"""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from sqlalchemy import Connection, exists, func, select

from tn_desktop.model.derived import DERIVED
from tn_desktop.model.entities.base import Synced, table_of
from tn_desktop.model.entities.workshops import Workshop
from tn_desktop.model.errors import Damaged, StoreError, TornIndex
from tn_desktop.model.join import lives
from tn_desktop.model.messages import QT_TRANSLATE_NOOP
from tn_desktop.model.registry import SYNCED
from tn_desktop.model.stamps import EMPTY_STAMP, content_bytes, covers, relation_bytes
from tn_desktop.store.database import Database
from tn_desktop.store.full_text import look_through, torn
from tn_desktop.store.workshop_states import outdated

STEP: Final = 5_000
FULL: Final = 200_000
"""Up to so many rows of a table are looked at one by one; of more, as many spread over the whole table."""
_TOLD: Final = 5
"""So many damaged places are told; an encrypted file would tell every page."""
_STAMP: Final = re.compile(r"[0-9a-v]{24}")
_TIME_PART: Final = re.compile(r"[0-9a-v]{12}")
_DEVICE: Final = re.compile(r"[0-9a-v]{12}")
_FIELD: Final = re.compile(r"[a-z][a-z0-9_]{0,62}")

_FILE: Final = QT_TRANSLATE_NOOP("errors", "The data file is damaged ({detail}).")
_POINTS: Final = QT_TRANSLATE_NOOP("errors", "In {table} {count} rows point to rows that do not exist.")
_SEARCH: Final = QT_TRANSLATE_NOOP("errors", "The search index of {table} does not agree with its rows.")
_STAMPS: Final = QT_TRANSLATE_NOOP("errors", "In {table} {count} rows have damaged stamps.")
_RELATION: Final = QT_TRANSLATE_NOOP(
    "errors", "In {table} {count} rows have a uid that does not follow from their ends."
)
_DERIVED: Final = QT_TRANSLATE_NOOP(
    "errors", "In {table} {count} rows have sort or search columns that are out of date."
)
_ALIVE: Final = QT_TRANSLATE_NOOP("errors", "In {table} {count} rows are marked removed, or not removed, wrongly.")
_WORKSHOPS: Final = QT_TRANSLATE_NOOP(
    "errors", "{count} workshops have a first date or status that does not follow from their sessions."
)
_CONTENTS: Final = QT_TRANSLATE_NOOP(
    "errors", "{count} files of outputs are damaged. Ask colleagues to send them again, or restore a backup."
)
_CLOCK: Final = QT_TRANSLATE_NOOP("errors", "The history does not know the latest change in {table}.")


def check_database(db: Database) -> list[StoreError]:
    """What is wrong, a sentence each; empty when everything is in order.

    A `TornIndex` among them can be put right by `full_text.mend`.

    Raises:
        StoreError: the file is so damaged that it cannot be read.
    """
    with db.read() as connection:
        found = _file(connection)
        if found:
            # Nothing that is read from a broken file tells more.
            return found
        for cls in SYNCED:
            try:
                found += _table(connection, cls)
            except (TypeError, ValueError):  # a number where text was, and the like: no service writes that
                found.append(Damaged(_FILE, detail=table_of(cls).name))
        found += _workshops(connection)
    return found + _search(db) + _files_of_outputs(db)


def _files_of_outputs(db: Database) -> list[StoreError]:
    """Whether each content is what its digest says."""
    damaged = 0
    for digest in db.files.all():
        try:
            for _piece in db.files.read(digest):
                pass
        except StoreError:
            damaged += 1
    return [StoreError(_CONTENTS, count=damaged)] if damaged else []


def _file(connection: Connection) -> list[StoreError]:
    if connection.dialect.name != "sqlite":
        return _pointing_nowhere(connection)
    raw: Any = connection.connection.dbapi_connection
    # What is said of search indexes may be untrue on this connection; `_search` asks for that.
    said, _of_index = look_through(raw, "integrity_check")
    found: list[StoreError] = [Damaged(_FILE, detail=line) for line in said[:_TOLD]]
    if not found:
        broken: dict[str, int] = {}
        for row in connection.exec_driver_sql("PRAGMA foreign_key_check"):
            broken[row[0]] = broken.get(row[0], 0) + 1
        found = [StoreError(_POINTS, table=table, count=count) for table, count in broken.items()]
    return found


def _pointing_nowhere(connection: Connection) -> list[StoreError]:
    """Rows whose parents are missing, though the server checks its keys: a restore may have left that out."""
    found = []
    for cls in SYNCED:
        table = table_of(cls)
        count = 0
        for key in table.foreign_keys:
            parent = key.column.table.alias("parent")
            lost = ~exists(select(parent.c.id).where(parent.c.id == key.parent))
            wanted = select(func.count()).select_from(table).where(key.parent.is_not(None), lost)
            count += int(connection.execute(wanted).scalar() or 0)
        if count:
            found.append(StoreError(_POINTS, table=table.name, count=count))
    return found


def _search(db: Database) -> list[StoreError]:
    """Whether SQLite's full-text indexes agree with their tables; it asks for a writing connection for that."""
    if db.on_server:
        return []
    with db.between_units() as connection:
        raw: Any = connection.connection.dbapi_connection
        return [TornIndex(_SEARCH, table=table) for table in db.when_free(lambda: torn(raw))]


def _table(connection: Connection, cls: type[Synced]) -> list[StoreError]:
    table = table_of(cls)
    wrong = {_STAMPS: 0, _RELATION: 0, _DERIVED: 0, _ALIVE: 0}
    derive = DERIVED.get(table.name)
    newest = 0
    for row in _rows(connection, cls):
        newest = max(newest, row["lsn"])
        if not _stamps_are_sound(cls, row):
            wrong[_STAMPS] += 1
        elif row["alive"] != lives(json.loads(row["seen"]), json.loads(row["gone"] or "{}")):
            wrong[_ALIVE] += 1
        if not _follows_from_its_ends(cls, row):
            wrong[_RELATION] += 1
        if derive is not None and any(row[name] != value for name, value in derive(row).items()):
            wrong[_DERIVED] += 1
    found = [StoreError(text, table=table.name, count=count) for text, count in wrong.items() if count]
    history = connection.exec_driver_sql("SELECT max(id) FROM history").scalar() or 0
    if newest > history:
        found.append(StoreError(_CLOCK, table=table.name))
    return found


def _rows(connection: Connection, cls: type[Synced]) -> Iterator[dict[str, Any]]:
    """Rows in order of their keys, with the uids of a relation's ends as uid_‹column›."""
    table = table_of(cls)
    largest = connection.execute(select(func.max(table.c.id))).scalar() or 0
    steps = -(-largest // STEP)
    stride = max(1, -(-largest // FULL))
    statement = select(table)
    for end in cls.ends:
        parent: Any = next(iter(table.c[end].foreign_keys)).column.table
        target = parent.alias(f"end_{end}")
        statement = statement.outerjoin(target, target.c.id == table.c[end]).add_columns(
            target.c.uid.label(f"uid_{end}")
        )
    for step in range(0, steps, stride):
        part = statement.where(table.c.id > step * STEP, table.c.id <= (step + 1) * STEP)
        for row in connection.execute(part).mappings():
            yield dict(row)


def _follows_from_its_ends(cls: type[Synced], row: Mapping[str, Any]) -> bool:
    if cls.content:
        return bool(row["uid"] == content_bytes(cls.__tablename__, [row[name] for name in cls.content]))
    ends = [row[f"uid_{end}"] for end in cls.ends]
    # A mark whose person was erased has a uid that leads nobody back to her.
    return cls.relation is None or None in ends or row["uid"] == relation_bytes(cls.relation, *ends)


def _stamps_are_sound(cls: type[Synced], row: Mapping[str, Any]) -> bool:
    try:
        fields, seen = json.loads(row["fields"]), json.loads(row["seen"])
        gone = json.loads(row["gone"]) if row["gone"] is not None else {}
    except ValueError:
        return False
    if not (isinstance(fields, dict) and isinstance(seen, dict) and isinstance(gone, dict)):
        return False
    return (
        all(_STAMP.fullmatch(stamp) for stamp in (row["created"], *fields.values()) if stamp != EMPTY_STAMP)
        # A field that there is not here is one of a newer program, which has cleared it.
        and all(_FIELD.fullmatch(name) for name in fields)
        and all(
            _DEVICE.fullmatch(device) and _TIME_PART.fullmatch(time)
            for known in (seen, gone)
            for device, time in known.items()
        )
        and all(covers(seen, stamp) for stamp in (row["created"], *fields.values()))
        and len(row["uid"]) == 16
    )


def _workshops(connection: Connection) -> list[StoreError]:
    """Compare what is stored with what follows from the sessions."""
    table = table_of(Workshop)
    wrong: set[int] = set()
    largest = connection.execute(select(func.max(table.c.id))).scalar() or 0
    for start in range(0, largest, STEP):
        there = connection.execute(select(table.c.id).where(table.c.id.between(start + 1, start + STEP)))
        wrong |= outdated(connection, there.scalars()).keys()
    return [StoreError(_WORKSHOPS, count=len(wrong))] if wrong else []
