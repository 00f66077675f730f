"""Fixtures of the tests that start the program, some of them in their own process."""

from collections.abc import Iterator

import pytest

from tests.end2end import warm
from tests.languages import no_language_stays
from tests.robot import qtbot

__all__ = ["no_language_stays", "qtbot"]


@pytest.fixture(scope="session", autouse=True)
def warm_process() -> Iterator[None]:
    """No process is left behind."""
    yield
    warm.close()
