"""Rows for tests, written as the program writes them."""

from typing import Any

from tn_desktop.services import records
from tn_desktop.store.database import Database
from tn_desktop.store.unit_of_work import UnitOfWork


def add(db: Database, entity: str, /, **values: Any) -> int:
    """Store a row by services/records; its local id."""
    with db.write("add") as uow:
        return add_within(uow, entity, **values)


def add_within(uow: UnitOfWork, entity: str, /, **values: Any) -> int:
    """Store a row in a unit of work that has begun; its local id."""
    key = records.add(uow, entity, values).subject
    assert key is not None
    return key
