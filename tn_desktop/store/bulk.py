"""Filling an empty database with very many rows in one transaction.

Indexes and the full-text index are made once at the end, by sorting, instead of being kept up row by row.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from tn_desktop.store.database import Database
from tn_desktop.store.engine import WRITER_CACHE_KIB
from tn_desktop.store.indexes import CACHE_KIB, taken_down
from tn_desktop.store.unit_of_work import UnitOfWork


@contextmanager
def bulk_write(db: Database, label: str) -> Iterator[UnitOfWork]:
    """A unit of work like `Database.write` for filling an empty database; relations are not checked meanwhile.

    Raises:
        StoreError: as `Database.write`.
    """
    if db.on_server:
        with db.write(label) as uow, taken_down(uow.connection):
            yield uow
        return
    # Neither can be changed inside a transaction.
    _set(db, foreign_keys="OFF", cache_size=-CACHE_KIB)
    try:
        with db.write(label) as uow, taken_down(uow.connection):
            yield uow
    finally:
        _set(db, foreign_keys="ON", cache_size=-WRITER_CACHE_KIB)


def _set(db: Database, **settings: object) -> None:
    with db.between_units() as connection:
        raw: Any = connection.connection.dbapi_connection
        for name, value in settings.items():
            raw.execute(f"PRAGMA {name}={value}")
