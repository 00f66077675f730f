"""A real database for every unit test that asks for one."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tn_desktop.store.database import Database
from tn_desktop.store.profile import Profile


@pytest.fixture(scope="session")
def empty_database_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated, empty database file to copy, since running the migrations takes longer than most tests."""
    profile = Profile.at(tmp_path_factory.mktemp("empty"))
    Database.open(profile).close()
    return profile.database


@pytest.fixture
def profile(tmp_path: Path, empty_database_file: Path) -> Profile:
    """A profile with an empty database of the current schema."""
    profile = Profile.at(tmp_path / "profile")
    profile.make()
    shutil.copy(empty_database_file, profile.database)
    return profile


@pytest.fixture
def db(profile: Profile) -> Iterator[Database]:
    """An open, empty database."""
    with Database.open(profile) as database:
        yield database
