"""Property 10: SQLite and PostgreSQL end equal, whatever the history and in whatever order its files come."""

import random
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis.stateful import run_state_machine_as_test

from tests.databases import Server
from tests.unit.sync.laptops import Laptop, differences, exchange, told
from tests.unit.sync.machine_rules import Exchange
from tests.unit.sync.test_properties import SCRIPTS, history_settings, scripted, variant
from tests.unit.sync.wire import read_wire
from tn_desktop.exchange.sync.receiving import Options, receive


class Twins(Exchange):
    """At its end two offices, one with a file and one on a server, take in all files that were ever sent."""

    server: Server

    def teardown(self) -> None:
        try:
            if hasattr(self, "workshop"):
                with self.server.database() as address:
                    offices = [Laptop(self.folder / "file", self.empty)]
                    try:
                        offices.append(Laptop(self.folder / "server", self.empty, address))
                        self._compare(*offices)
                    finally:
                        for office in offices:
                            office.close()
        finally:
            super().teardown()

    def _compare(self, one: Laptop, other: Laptop) -> None:
        files = [path for path, _knew, _rows in self.files]
        random.Random(len(files)).shuffle(files)
        for path in files:
            reports = [receive(office.db, [path], Options(read=read_wire)) for office in (one, other)]
            assert told(reports[0]) == told(reports[1])
            assert reports[0].counts == reports[1].counts
            assert differences(one.state(), other.state()) == {}
        assert one.open_conflicts() == other.open_conflicts()
        assert one.problems() == other.problems() == []
        for office in (one, other):
            for row in office.rows("people")[:2]:
                office.set("people", row["uid"], notes=office.folder.name)
        exchange(one, other)
        assert differences(one.state(), other.state()) == {}


def twins(empty: Path, server: Server) -> type[Exchange]:
    return type("Twins", (Twins,), vars(variant(empty)) | {"server": server})


def test_both_end_equal(empty_database_file: Path, server: Server) -> None:
    run_state_machine_as_test(twins(empty_database_file, server), settings=history_settings(3, 20))


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.__name__)
def test_both_end_equal_after_what_somebody_thought_of(
    empty_database_file: Path, server: Server, script: Callable[[Exchange], None]
) -> None:
    scripted(twins(empty_database_file, server), script)
