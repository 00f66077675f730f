"""Databases on the PostgreSQL server that tests are given (see tests/postgresql.py)."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.postgresql import HOW, VARIABLE
from tn_desktop.store.database import Database
from tn_desktop.store.places import profile_of

if TYPE_CHECKING:
    from psycopg import Connection


PATIENCE = 120
"""Seconds for a statement about a database: dropping one takes a tenth of a second, on a machine at its limit some."""


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
        """At the end; what cannot be dropped is said, and fails no test."""
        if self._template is not None:
            from psycopg import Error

            try:
                self._run(f"DROP DATABASE {self._template} WITH (FORCE)")
            except Error as error:
                # A server made for these tests goes with all its databases anyway.
                print("\nleft behind:", error, *getattr(error, "__notes__", ()), sep="\n", file=sys.__stderr__)

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
        """Run a statement about databases; one that is held up for PATIENCE fails and names who holds it.

        Dropping waits until every other connection of the server, to whatever database, has taken note of it; one
        that is stuck in writing to a program that does not read never does.
        """
        import psycopg
        from psycopg.errors import LockNotAvailable, ObjectInUse, QueryCanceled

        with psycopg.connect(
            self.address.replace("+psycopg", ""),
            autocommit=True,
            connect_timeout=PATIENCE,
            options=f"-c statement_timeout={PATIENCE}s",
        ) as connection:
            try:
                connection.execute(statement)
            except (LockNotAvailable, ObjectInUse, QueryCanceled) as error:
                error.add_note("\n".join([f"held up: {statement}", *self._others(connection)]))
                raise

    def _others(self, connection: "Connection[Any]") -> list[str]:
        """What the other connections of the server are at, a line each."""
        rows = connection.execute(
            "SELECT datname, pid, state, wait_event, left(query, 80) FROM pg_stat_activity "
            "WHERE backend_type = 'client backend' AND pid <> pg_backend_pid() ORDER BY pid"
        )
        return ["  ".join(str(value) for value in row) for row in rows]
