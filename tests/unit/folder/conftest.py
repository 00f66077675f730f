"""The laptops of the exchange, and a folder between them."""

from pathlib import Path

import pytest

from tests.clocks import clock_moves_on
from tests.unit.sync.conftest import ayse, baran, ceren, make_laptop

__all__ = ["ayse", "baran", "ceren", "clock_moves_on", "make_laptop"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "Ortak klasör"
    place.mkdir()
    return place
