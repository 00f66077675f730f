"""A real database for every unit test that asks for one."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tn_desktop.store.database import Database
from tn_desktop.store.places import profile_of
from tn_desktop.store.profile import Profile


@pytest.fixture(scope="session")
def empty_database_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated, empty database file to copy, since running the migrations takes longer than most tests."""
    profile = Profile.at(tmp_path_factory.mktemp("empty"))
    Database.open(profile).close()
    return profile.database


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
def profile(request: pytest.FixtureRequest, tmp_path: Path, empty_database_file: Path, store_engine: str) -> Profile:
    """A profile with an empty database of the current schema."""
    if store_engine == "postgresql":
        return profile_of(tmp_path / "profile", request.getfixturevalue("server_database"))
    profile = Profile.at(tmp_path / "profile")
    profile.make()
    shutil.copy(empty_database_file, profile.database)
    return profile


@pytest.fixture
def db(profile: Profile) -> Iterator[Database]:
    """An open, empty database."""
    with Database.open(profile) as database:
        yield database
