"""Laptops for every test of the exchange."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.unit.sync.laptops import Laptop


@pytest.fixture
def make_laptop(tmp_path: Path, empty_database_file: Path) -> Iterator[Callable[[str], Laptop]]:
    made: list[Laptop] = []

    def make(name: str) -> Laptop:
        made.append(Laptop(tmp_path / name, empty_database_file))
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
