"""Copies of the whole database by SQLite's backup interface, checked after they are written."""

import os
from pathlib import Path

import sqlcipher3.dbapi2 as driver
from sqlalchemy import Engine

from tn_desktop.model.errors import StoreError
from tn_desktop.model.messages import QT_TRANSLATE_NOOP

PAGES_A_STEP = 4096


def back_up(engine: Engine, target: Path) -> None:
    """Write a consistent copy of an open database to `target`, replacing it only when the copy is good.

    Raises:
        StoreError: the copy cannot be written, or reads back damaged.
    """
    temporary = target.with_name(target.name + ".part")
    try:
        temporary.unlink(missing_ok=True)
        copy = driver.connect(str(temporary))
        try:
            raw = engine.raw_connection()
            try:
                raw.dbapi_connection.backup(copy, pages=PAGES_A_STEP)  # type: ignore[union-attr]
            finally:
                raw.close()
            copy.execute("PRAGMA journal_mode=DELETE")
            problem = copy.execute("PRAGMA quick_check").fetchone()[0]
        finally:
            copy.close()
        if problem != "ok":
            raise StoreError(QT_TRANSLATE_NOOP("errors", "The backup could not be read back. Try another disk."))
        os.replace(temporary, target)
    except (OSError, driver.Error) as error:
        temporary.unlink(missing_ok=True)
        raise StoreError(
            QT_TRANSLATE_NOOP("errors", "The backup {file} could not be written. Check the folder and the free space."),
            file=target.name,
        ) from error
