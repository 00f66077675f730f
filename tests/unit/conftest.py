"""A real database for every unit test that asks for one."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tn_desktop.store.database import Database
from tn_desktop.store.places import profile_of
from tn_desktop.store.profile import Profile


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """What is marked `both_engines` and has a database is tried on each, unless it is marked `one_engine`.

    An everyday run does not repeat it on the server; what is about the server alone it runs.
    """
    if "store_engine" in metafunc.fixturenames:
        one = metafunc.definition.get_closest_marker("one_engine")
        both = metafunc.definition.get_closest_marker("both_engines")
        repeated = pytest.param("postgresql", marks=pytest.mark.thorough)
        engines = one.args if one else ("sqlite", repeated) if both else ("sqlite",)
        metafunc.parametrize("store_engine", engines, indirect=True)


@pytest.fixture
def store_engine(request: pytest.FixtureRequest) -> str:
    """Where the database is: "sqlite" or "postgresql"."""
    return str(request.param)


@pytest.fixture
def profile(
    request: pytest.FixtureRequest, tmp_path: Path, new_profile: Callable[[Path], Profile], store_engine: str
) -> Profile:
    """A profile with an empty database of the current schema."""
    if store_engine == "postgresql":
        return profile_of(tmp_path / "profile", request.getfixturevalue("server_database"))
    return new_profile(tmp_path / "profile")


@pytest.fixture
def db(profile: Profile) -> Iterator[Database]:
    """An open, empty database."""
    with Database.open(profile) as database:
        yield database
