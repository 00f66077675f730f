"""Some days of the year of `dev.py soak`, whose ten thousand actions take too long for every run of the tests.

Its memory is judged by that command alone: in so short a time nearly everything is made for the first time.
"""

from pathlib import Path

import pytest

from tests.soak.years import keep, live


@pytest.mark.thorough
def test_a_few_days_through_the_real_window_leave_the_notebook_sound(tmp_path: Path) -> None:
    """Attendance, forms, lists, an import, an export, an exchange, a lock, a restore, a language, dark and light;
    then the program is opened again, as it was before."""
    judged = live(tmp_path, 60, 1, 2, 60, 6, openings=1)
    assert judged.problems == []
    done = judged.lines[-1]["kinds"]
    assert set(done) >= {"mark", "import", "export", "send", "receive", "pdf", "language", "lock", "restore", "colours"}
    assert judged.told.marks and judged.told.fields and judged.told.lists, "else nothing was looked up"


def test_what_was_said_is_on_the_disk_line_by_line(tmp_path: Path) -> None:
    said = tmp_path / "said.jsonl"
    with said.open("a", encoding="utf-8") as kept:
        for number in range(1, 3):
            keep(kept, '["saved"]\n')
            assert said.read_text(encoding="utf-8").count("\n") == number, "whoever is killed now has said it"
