"""Some days of the year of `dev.py soak`, whose ten thousand actions take too long for every run of the tests.

Its memory is judged by that command alone: in so short a time nearly everything is made for the first time.
"""

import pytest

from tests.soak.years import live


@pytest.mark.slow
def test_a_few_days_through_the_real_window_leave_the_notebook_sound() -> None:
    """Attendance, forms, lists, an import, an export, an exchange, a lock, a restore, another language."""
    judged = live(60, 1, 2, 60, 6)
    assert judged.problems == []
    done = judged.lines[-1]["kinds"]
    assert set(done) >= {"mark", "import", "export", "send", "receive", "print", "language", "lock", "restore"}
