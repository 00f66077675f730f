"""Laptops for every test of the exchange; all but the first may be offices with a server."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.clocks import clock_moves_on
from tests.databases import Server
from tests.unit.sync.laptops import Laptop

__all__ = ["clock_moves_on"]


@pytest.fixture
def make_laptop(
    request: pytest.FixtureRequest, tmp_path: Path, empty_database_file: Path, store_engine: str
) -> Iterator[Callable[[str], Laptop]]:
    made: list[Laptop] = []
    with ExitStack() as databases:

        def make(name: str) -> Laptop:
            address = ""
            if store_engine == "postgresql" and made:
                server: Server = request.getfixturevalue("server")
                address = databases.enter_context(server.database())
            made.append(Laptop(tmp_path / name, empty_database_file, address))
            return made[-1]

        yield make
        for laptop in made:
            laptop.close()


@pytest.fixture
def ayse(make_laptop: Callable[[str], Laptop]) -> Laptop:
    return make_laptop("ayse")


@pytest.fixture
def baran(make_laptop: Callable[[str], Laptop]) -> Laptop:
    return make_laptop("baran")


@pytest.fixture
def ceren(make_laptop: Callable[[str], Laptop]) -> Laptop:
    return make_laptop("ceren")
