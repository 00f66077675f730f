"""Backups of a database on a server: a SQLite file like any other backup, which opens and restores anywhere.

So a backup of the office can be looked into on a laptop, and a laptop's backup can begin an office. The server's own
tools (pg_dump, its archive of the write-ahead log) are for whoever looks after the server, and faster.
"""

import os
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, Engine, delete, select, text
from sqlalchemy.exc import DBAPIError

from tn_desktop.model.entities.base import METADATA, table_of
from tn_desktop.model.entities.local import Setting
from tn_desktop.model.errors import Refused, StoreError
from tn_desktop.model.messages import QT_TRANSLATE_NOOP
from tn_desktop.store.database import Database
from tn_desktop.store.device import DEVICE_KEY
from tn_desktop.store.engine import sqlite_engine, told_apart
from tn_desktop.store.file_store import FileStore, copy_missing
from tn_desktop.store.indexes import taken_down
from tn_desktop.store.profile import Profile
from tn_desktop.store.rows import insert_rows
from tn_desktop.store.schema import ensure_schema
from tn_desktop.store.server import server_engine
from tn_desktop.store.server_place import PLACE_KEY
from tn_desktop.store.sqlite_file import remove

STEP: Final = 5_000
_setting = table_of(Setting)
_OTHERS: Final = text(
    "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'TN Desktop' "
    "AND pid <> pg_backend_pid()"
)


def back_up_server(db: Database, target: Path) -> None:
    """Write one state of all data into a SQLite file, which replaces `target` only when it is whole.

    Raises:
        StoreError: it cannot be written, or the server went away.
    """
    temporary = target.with_name(target.name + ".part")
    try:
        temporary.unlink(missing_ok=True)
        engine = sqlite_engine(temporary, writer=True)
        try:
            ensure_schema(engine, engine, None)
            with db.read() as source, told_apart():
                _fill_file(engine, source)
        finally:
            engine.dispose()
        copy_missing(db.files, FileStore.at(temporary))
        os.replace(temporary, target)
    except (OSError, DBAPIError) as error:
        raise StoreError(
            QT_TRANSLATE_NOOP("errors", "The backup {file} could not be written. Check the folder and the free space."),
            file=target.name,
        ) from error
    finally:
        remove(temporary)


def _fill_file(engine: Engine, source: Connection) -> None:
    with engine.connect() as target:
        raw: Any = target.connection.dbapi_connection
        raw.execute("PRAGMA foreign_keys=OFF")
        with target.begin(), taken_down(target):
            _copy(source, target)
            target.execute(delete(_setting).where(_setting.c.key == PLACE_KEY))
        raw.execute("PRAGMA journal_mode=DELETE")
        problem = raw.execute("PRAGMA quick_check").fetchone()[0]
    if problem != "ok":
        raise StoreError(QT_TRANSLATE_NOOP("errors", "The backup could not be read back. Try another disk."))


def restore_to_server(profile: Profile, incoming: Path) -> Path | None:
    """Replace the server's data by those of a checked SQLite file; return where the former data are kept.

    The file is under the key of `profile`, if that has one.

    One transaction: others see the old state or the new one. The next opening takes a new device id.

    Raises:
        Refused: somebody else has the data open. StoreError: the server went away. Nothing has changed then.
    """
    engine = sqlite_engine(incoming, writer=True, key=profile.key)
    try:
        ensure_schema(engine, engine, None)
        with Database.open(profile) as db:
            kept = _keep_current(db)
        server = server_engine(profile.server, writer=True)
        try:
            with told_apart(), server.connect() as target, target.begin(), engine.connect() as source:
                _replace(source, target)
        finally:
            server.dispose()
    finally:
        engine.dispose()
    return kept


def _replace(source: Connection, target: Connection) -> None:
    # No unit of work, which would write into the history that is about to be replaced.
    _refuse_beside_others(target)
    names = ", ".join(f'"{table.name}"' for table in METADATA.sorted_tables)
    with taken_down(target):
        target.execute(text(f"TRUNCATE {names} RESTART IDENTITY"))
        _copy(source, target)
        target.execute(delete(_setting).where(_setting.c.key.in_((DEVICE_KEY, PLACE_KEY))))


def _keep_current(db: Database) -> Path | None:
    with db.read() as connection:
        if not connection.exec_driver_sql("SELECT 1 FROM history LIMIT 1").scalar():
            return None
    db.profile.backups.mkdir(parents=True, exist_ok=True)
    moment = datetime.now().astimezone().strftime("%Y%m%d-%H%M%S")
    kept = db.profile.backups / f"before-restore-{moment}.db"
    back_up_server(db, kept)
    return kept


def _refuse_beside_others(connection: Connection) -> None:
    """Whoever has the old data before her may not go on writing them into the restored ones."""
    # Our own connections, just closed, may stand in the list of a busy server some seconds longer.
    for _ in range(100):
        if not connection.execute(_OTHERS).scalar():
            return
        connection.exec_driver_sql("SELECT pg_sleep(0.05), pg_stat_clear_snapshot()")
    else:
        raise Refused(
            QT_TRANSLATE_NOOP("errors", "Others have these data open. Close TN Desktop everywhere and try again.")
        )


def _copy(source: Connection, target: Connection) -> None:
    """Every row of every table, in steps of its id; tables without one are small."""
    for table in METADATA.sorted_tables:
        key, *others = table.primary_key.columns
        if key.name != "id" or others:
            rows = [dict(row) for row in source.execute(select(table)).mappings()]
            insert_rows(target, table, rows)
            continue
        last = -1
        while rows := [
            dict(row) for row in source.execute(select(table).where(key > last).order_by(key).limit(STEP)).mappings()
        ]:
            insert_rows(target, table, rows)
            last = rows[-1]["id"]
