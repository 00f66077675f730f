"""What the tests of the store write and read: people by their given names."""

from tn_desktop.services import records
from tn_desktop.store.database import Database


def add_person(db: Database, name: str) -> int:
    """Add somebody and return her id."""
    with db.write("add") as uow:
        key = records.add(uow, "people", {"given_name": name}).subject
    assert key is not None
    return key


def names(db: Database) -> list[str]:
    """Given names, in the order of the list."""
    with db.read() as connection:
        return [row["given_name"] for row in records.listing(connection, "people")[1]]
