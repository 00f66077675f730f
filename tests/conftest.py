"""Fixtures of every test: a home of its own, a window system without a screen, and a log that must stay quiet."""

import gc
import logging
import os
import shutil
from collections.abc import Callable, Generator, Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.databases import Server, server_address
from tests.everyday import (
    pytest_addoption,
    pytest_collection_modifyitems,
    pytest_configure,
    pytest_configure_node,
    pytest_sessionfinish,
    pytest_terminal_summary,
    pytest_testnodedown,
)
from tn_desktop.store.database import Database
from tn_desktop.store.profile import Profile

__all__ = [
    "pytest_addoption",
    "pytest_collection_modifyitems",
    "pytest_configure",
    "pytest_configure_node",
    "pytest_sessionfinish",
    "pytest_terminal_summary",
    "pytest_testnodedown",
]

# Before any Qt module is loaded. A test says itself what language its computer speaks.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# Nobody is asked but this computer, and that without a proxy.
for _name in list(os.environ):
    if _name == "LANGUAGE" or _name.startswith("LC_") or _name.lower().endswith("_proxy"):
        del os.environ[_name]
os.environ["LANG"] = "C.UTF-8"

PLACES = {
    "HOME": "",
    "USERPROFILE": "",
    "XDG_CONFIG_HOME": ".config",
    "XDG_DATA_HOME": ".local/share",
    "XDG_STATE_HOME": ".local/state",
    "XDG_CACHE_HOME": ".cache",
    "XDG_DOCUMENTS_DIR": "Documents",
    "APPDATA": "AppData/Roaming",
    "LOCALAPPDATA": "AppData/Local",
}
"""Variables by which a program finds a person's files, and where they point inside the test's home."""


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home folder, so that no test reads or leaves anything in a real one."""
    folder = tmp_path_factory.mktemp("home")
    for variable, place in PLACES.items():
        monkeypatch.setenv(variable, str(folder / place))
    monkeypatch.delenv("TN_DESKTOP_PROFILE", raising=False)
    return folder


@pytest.fixture(scope="session")
def empty_database_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated, empty database file to copy, since running the migrations takes longer than most tests."""
    profile = Profile.at(tmp_path_factory.mktemp("empty"))
    Database.open(profile).close()
    return profile.database


@pytest.fixture(scope="session")
def new_profile(empty_database_file: Path) -> Callable[[Path], Profile]:
    """Makes a profile with an empty database of the current schema in a folder."""

    def make(folder: Path) -> Profile:
        profile = Profile.at(folder)
        profile.make()
        shutil.copy(empty_database_file, profile.database)
        return profile

    return make


@pytest.fixture(scope="session")
def made_up(
    tmp_path_factory: pytest.TempPathFactory, new_profile: Callable[[Path], Profile]
) -> Callable[[int, int], Path]:
    """The folder of a profile with so many invented people and sessions, to copy: inventing them takes a while."""
    made: dict[tuple[int, int], Path] = {}

    def folder(people: int, sessions: int) -> Path:
        if (people, sessions) not in made:
            from tn_desktop.services.demo import fill

            profile = new_profile(tmp_path_factory.mktemp("made-up"))
            with Database.open(profile) as db:
                fill(db, people, sessions, 1, date(2026, 3, 14))
            made[people, sessions] = profile.directory
        return made[people, sessions]

    return folder


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The PostgreSQL server to test with."""
    made = Server(server_address(), tmp_path_factory.mktemp("server"))
    yield made
    made.drop_template()


@pytest.fixture
def server_database(server: Server) -> Iterator[str]:
    """The address of an empty database of the current schema on a PostgreSQL server."""
    with server.database() as address:
        yield address


COLLECTED_EVERY = 20
"""Tests between two garbage collections."""
ALL_EVERY = 10
"""So many collections look at what is newest; then one looks at all that came since the last of its kind."""
_count = 0


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol() -> Generator[None, object, object]:
    """Garbage is collected between tests alone.

    Inside a test it could begin while Qt destroys an object and holds its lock; another object that is then found to
    be garbage may wait for the same lock for ever. The program has gui/collector.py for that.

    What lives on when all was looked at are modules and what is made once for many tests: nothing looks at it again.
    """
    global _count
    gc.disable()
    if _count == 0:
        gc.freeze()
    result = yield
    _count += 1
    if _count % COLLECTED_EVERY == 0:
        everything = _count % (COLLECTED_EVERY * ALL_EVERY) == 0
        gc.collect(2 if everything else 1)
        if everything:
            gc.freeze()
    return result


class Problems(logging.Handler):
    """Keeps what is logged as a warning or worse.

    Attributes:
        lines: the messages, as the log would show them.
    """

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the record."""
        self.lines.append(f"{record.levelname} {record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def quiet_log(request: pytest.FixtureRequest) -> Iterator[Problems]:
    """Fails a test in which the program logs a problem; one marked `expects_log` has to log one."""
    problems = Problems()
    logger = logging.getLogger("tn_desktop")
    before = set(logger.handlers)
    logger.addHandler(problems)
    yield problems
    # A command that a test carries out by itself begins a log, which lies in that test's profile.
    for handler in set(logger.handlers) - before:
        logger.removeHandler(handler)
        handler.close()
    expected = request.node.get_closest_marker("expects_log") is not None
    if expected and not problems.lines:
        pytest.fail("nothing was logged, though the test expects it")
    if problems.lines and not expected:
        pytest.fail("logged:\n" + "\n".join(problems.lines))


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip what needs a program that is not installed, except on CI, which installs them all."""
    for marker in item.iter_markers("needs"):
        absent = [program for program in marker.args if not shutil.which(program)]
        if absent and "CI" not in os.environ:
            pytest.skip(f"not installed: {', '.join(absent)}")
