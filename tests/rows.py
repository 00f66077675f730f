"""Rows for tests, written as the program writes them."""

from typing import Any

from tn_desktop.services import records
from tn_desktop.store.database import Database


def add(db: Database, entity: str, /, **values: Any) -> int:
    """Store a row by services/records; its local id."""
    with db.write("add") as uow:
        key = records.add(uow, entity, values).subject
    assert key is not None
    return key
