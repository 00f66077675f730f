"""The whole program is killed while it takes attendance: the next start opens the notebook, and no mark is lost."""

import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

from tests.end2end.test_attendance_kill import ROOT, goes_through, make_session, on_disk, type_and_kill
from tn_desktop.services import owner
from tn_desktop.services.owner import Owner
from tn_desktop.store.database import Database
from tn_desktop.store.profile import Profile

TYPIST = Path(__file__).with_name("window_typist.py")
KILLS = 5


@pytest.mark.thorough
@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_a_killed_program_starts_again_with_every_mark(tmp_path: Path) -> None:
    """Each start after the first finds what a kill leaves behind: the lock of the one window, a log that was not
    written back. It has to come to the same roster all the same, or nobody is there to be killed."""
    profile = Profile.at(tmp_path / "profile")
    session = make_session(profile)
    with Database.open(profile) as database, database.write("owner") as uow:
        owner.settle(uow, Owner("Can Ak"))
    chance = random.Random(7)
    said: dict[int, list[str]] = {}
    for seed in range(KILLS):
        for line in type_and_kill(profile, session, seed, chance.randint(1, 40), TYPIST):
            person, status = line.split()
            said.setdefault(int(person), []).append(status)
        held = on_disk(profile, session)
        lost = [person for person, statuses in said.items() if not goes_through(held.get(person, []), statuses)]
        assert lost == []
    assert sum(map(len, said.values())) > KILLS

    picture = tmp_path / "after.png"
    command = [sys.executable, "-m", "tn_desktop", "--profile", str(profile.directory), "--screenshot", str(picture)]
    done = subprocess.run(
        command, cwd=ROOT, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"}, capture_output=True, timeout=600
    )
    assert (done.returncode, done.stderr) == (0, b"") and picture.exists()
