"""Databases on the PostgreSQL server that tests are given (see tests/postgresql.py)."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import pytest

from tests.postgresql import HOW, VARIABLE
from tn_desktop.store.database import Database
from tn_desktop.store.places import profile_of


def server_address() -> str:
    """The server's address; without one a test is skipped, which is said, but on CI it fails."""
    address = os.environ.get(VARIABLE, "")
    if not address:
        if "CI" in os.environ:
            pytest.fail(f"There is {HOW}.")
        pytest.skip(HOW)
    return address


class Server:
    """Makes and drops databases on a server; a migrated, empty one is made once, since copies of it are quick.

    Attributes:
        address: of the server's own database, by an owner who may make others.
    """

    def __init__(self, address: str, folder: Path) -> None:
        self.address = address
        self._numbers = count(1)
        self._folder = folder
        self._template: str | None = None

    @contextmanager
    def database(self, *, migrated: bool = True) -> Iterator[str]:
        """The address of a new database; it is dropped afterwards, whoever is still connected."""
        name = self._name()
        self._run(f"CREATE DATABASE {name} TEMPLATE {self._migrated() if migrated else 'template0'}")
        try:
            yield self.at(name)
        finally:
            self._run(f"DROP DATABASE {name} WITH (FORCE)")

    def at(self, name: str) -> str:
        """The address of a database by its name."""
        return self.address.rpartition("/")[0] + "/" + name

    def drop_template(self) -> None:
        """At the end."""
        if self._template is not None:
            self._run(f"DROP DATABASE {self._template} WITH (FORCE)")

    def _name(self) -> str:
        return f"tn_test_{os.getpid()}_{next(self._numbers)}"

    def _migrated(self) -> str:
        if self._template is None:
            name = self._name()
            self._run(f"CREATE DATABASE {name} TEMPLATE template0")
            self._template = name
            Database.open(profile_of(self._folder, self.at(name))).close()
        return self._template

    def _run(self, statement: str) -> None:
        import psycopg

        with psycopg.connect(self.address.replace("+psycopg", ""), autocommit=True) as connection:
            connection.execute(statement)
