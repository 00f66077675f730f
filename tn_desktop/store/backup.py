"""Copies of the whole database by SQLite's backup interface, checked after they are written."""

import os
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

import sqlcipher3.dbapi2 as driver
from sqlalchemy import Engine

from tn_desktop.model.errors import AppError, FileRefused, StoreError
from tn_desktop.model.messages import QT_TRANSLATE_NOOP
from tn_desktop.model.stamps import stamp_milliseconds
from tn_desktop.store.file_kind import is_plain
from tn_desktop.store.file_store import FileStore, copy_missing
from tn_desktop.store.full_text import is_sound
from tn_desktop.store.own_schema import refuse_foreign
from tn_desktop.store.revision import HEAD
from tn_desktop.store.sqlite_file import connect

if TYPE_CHECKING:
    from tn_desktop.store.keys import DataKey

PAGES_A_STEP = 4096
_NO_BACKUP: Final = QT_TRANSLATE_NOOP(
    "errors", "“{file}” is no backup of TN Desktop, or it is damaged. Choose another."
)
_COUNTED: Final = ("person", "community", "workshop", "workshop_session", "attendance", "stakeholder", "need")


@dataclass(frozen=True, slots=True)
class Contents:
    """What a backup holds: living rows by table, and when the latest of them was written (None: nothing was)."""

    rows: dict[str, int]
    written_at: datetime | None


def back_up(engine: Engine, target: Path, key: "DataKey | None" = None, files: "FileStore | None" = None) -> None:
    """Write a consistent copy of an open database to `target`, replacing it only when the copy is good.

    `key` is what the database is encrypted with; so is the copy then, and the key file has to be kept with it. With
    `files` the contents of files are in the copy too.

    Raises:
        StoreError: the copy cannot be written, or reads back damaged.
    """
    temporary = target.with_name(target.name + ".part")
    try:
        temporary.unlink(missing_ok=True)
        copy = connect(temporary, key)
        try:
            raw = engine.raw_connection()
            try:
                # In one step, which sees one state; of several, others who write meanwhile would begin them anew.
                raw.dbapi_connection.backup(copy, pages=-1)  # type: ignore[union-attr]
            finally:
                raw.close()
            copy.execute("PRAGMA journal_mode=DELETE")
            sound = is_sound(copy)
        finally:
            copy.close()
        if not sound:
            raise StoreError(QT_TRANSLATE_NOOP("errors", "The backup could not be read back. Try another disk."))
        if files is not None:
            # After the data: whatever they lead to is there, since no content goes as long as it may be led to.
            copy_missing(files, FileStore.at(temporary, key))
        os.replace(temporary, target)
    except AppError:
        temporary.unlink(missing_ok=True)
        raise
    except (OSError, driver.Error) as error:
        temporary.unlink(missing_ok=True)
        raise StoreError(
            QT_TRANSLATE_NOOP("errors", "The backup {file} could not be written. Check the folder and the free space."),
            file=target.name,
        ) from error


def sound_contents(file: Path, key: "DataKey | None" = None) -> Contents:
    """`contents` of a backup that SQLite has looked through; takes a second or two for 100 MB.

    Raises:
        FileRefused: it is damaged, no backup, or of a newer version.
    """
    held = contents(file, key)
    try:
        with closing(connect(file, None if is_plain(file) else key, reading=True)) as raw:
            refuse_foreign(raw)
            sound = is_sound(raw) and raw.execute("SELECT version_num FROM alembic_version").fetchone()[0] <= HEAD
    except (driver.Error, TypeError):
        sound = False
    if not sound:
        raise FileRefused(_NO_BACKUP, file=file.name)
    return held


def contents(file: Path, key: "DataKey | None" = None) -> Contents:
    """What a backup holds; it is opened for reading only.

    Raises:
        FileRefused: it is damaged, or no backup.
    """
    try:
        with closing(connect(file, None if is_plain(file) else key, reading=True)) as raw:
            refuse_foreign(raw)
            tables = {row[0] for row in raw.execute("SELECT name FROM sqlite_master WHERE type='table'")}
            rows = {
                table: int(raw.execute(f"SELECT count(*) FROM {table} WHERE alive = 1").fetchone()[0])
                for table in _COUNTED
                if table in tables
            }
            stamp = raw.execute("SELECT stamp FROM history ORDER BY id DESC LIMIT 1").fetchone()
        written_at = datetime.fromtimestamp(stamp_milliseconds(stamp[0]) / 1000) if stamp else None  # noqa: DTZ006
    # What stands in a damaged or foreign file may be anything.
    except (driver.Error, ValueError, TypeError, OverflowError, OSError) as error:
        raise FileRefused(_NO_BACKUP, file=file.name) from error
    return Contents(rows, written_at)
