"""Makers of spreadsheets for the import tests."""

from pathlib import Path

import pytest

SAMPLES = Path(__file__).parents[2] / "data" / "spreadsheets"


@pytest.fixture(scope="session")
def samples() -> Path:
    return SAMPLES
