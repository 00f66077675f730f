"""Some of the kills of `dev.py soak kills`, whose thousand take too long for every run of the tests."""

import sys
from pathlib import Path

import pytest

from tests.soak.kills import rounds

KILLS = 12


@pytest.mark.thorough
@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_nothing_that_was_acknowledged_is_lost_by_kills_at_random_moments(tmp_path: Path) -> None:
    """Marks, fields of a form, dots on needs, imported lists: in the real window, and by command line."""
    *_before, result = rounds(KILLS, 3, 1, tmp_path)
    assert result.lost == []
    assert result.kills + result.finished == KILLS
    assert result.imports == 0 or result.finished, "the first import is let be, to learn from it"
    assert set(result.saved) >= {"mark", "field", "votes"}, "else nothing was put to the test"
