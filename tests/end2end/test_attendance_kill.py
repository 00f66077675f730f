"""The power goes while attendance is taken: whatever the window showed as saved is on the disk.

Killing the process shows that nothing acknowledged waits in it; that the disk keeps it when the power goes is
synchronous=FULL, which is asserted beside it.
"""

import json
import random
import signal
import subprocess
import sys
from itertools import groupby
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as driver

from tn_desktop.services import enrolling, records, workshops
from tn_desktop.services.workshops import WorkshopPlan
from tn_desktop.store.database import Database
from tn_desktop.store.profile import Profile

ROOT = Path(__file__).resolve().parents[2]
TYPIST = Path(__file__).with_name("attendance_typist.py")
PEOPLE = 60


def make_session(profile: Profile, starts_at: str = "14.03.2026 13:00") -> int:
    """A workshop of one session with everybody enrolled; returns the session."""
    with Database.open(profile) as database, database.write("room") as uow:
        people = [
            records.add(uow, "people", {"given_name": f"Ad{number}", "family_name": "Soyad"}).subject or 0
            for number in range(PEOPLE)
        ]
        made = workshops.plan(uow, WorkshopPlan({"title": "Atölye"}, starts_at))
        enrolling.enrol(uow, made.subject or 0, people)
    sessions = made.told["sessions"]
    assert isinstance(sessions, tuple)
    return int(sessions[0])


def type_and_kill(profile: Profile, session: int, seed: int, lines: int, typist_file: Path = TYPIST) -> list[str]:
    """What a typist said until it was killed in the middle, after `lines` lines."""
    command = [sys.executable, str(typist_file), str(profile.directory), str(session), str(seed)]
    environment = {"PYTHONPATH": str(ROOT), "HOME": str(profile.directory), "PATH": ""}
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment, text=True
    ) as typist:
        assert typist.stdout is not None
        said = []
        for line in typist.stdout:
            said.append(line)
            if len(said) >= lines:
                typist.send_signal(signal.SIGKILL)
                break
        # What it had written before it died is still in the pipe; a torn last line was not said.
        said += typist.stdout.read().splitlines(keepends=True)
        typist.wait()
    assert typist.returncode == -signal.SIGKILL
    return [line for line in said if line.endswith("\n")]


def on_disk(profile: Profile, session: int) -> dict[int, list[str]]:
    """Person -> every status her mark had, one after the other, from the history; and the file is sound."""
    connection = driver.connect(str(profile.database))
    try:
        assert connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        now = connection.execute(
            "SELECT id, person_id, status FROM attendance WHERE session_id = ?", (session,)
        ).fetchall()
        history = connection.execute(
            "SELECT row_id, before FROM history_row WHERE entity = 'attendance' AND before IS NOT NULL ORDER BY id"
        ).fetchall()
    finally:
        connection.close()
    before: dict[int, list[str]] = {}
    for row, values in history:
        held = json.loads(values)
        if "status" in held:
            before.setdefault(row, []).append(held["status"])
    return {person: [*before.get(row, ()), status] for row, person, status in now}


def goes_through(held: list[str], said: list[str]) -> bool:
    """Whether the statuses said stand in this order among those held; marking the same again writes nothing."""
    rest = iter(held)
    return all(status in rest for status, _ in groupby(said))


@pytest.mark.parametrize("kills", [2, pytest.param(20, marks=pytest.mark.thorough)])
@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_every_mark_shown_as_saved_outlives_a_kill(tmp_path: Path, kills: int) -> None:
    profile = Profile.at(tmp_path / "profile")
    session = make_session(profile)
    chance = random.Random(14)
    said: dict[int, list[str]] = {}
    for seed in range(kills):
        for line in type_and_kill(profile, session, seed, chance.randint(1, 60)):
            person, status = line.split()
            said.setdefault(int(person), []).append(status)
        held = on_disk(profile, session)
        lost = [person for person, statuses in said.items() if not goes_through(held.get(person, []), statuses)]
        assert lost == []
    assert sum(map(len, said.values())) > kills


def test_the_writer_waits_for_the_disk(tmp_path: Path) -> None:
    with Database.open(Profile.at(tmp_path / "profile")) as database, database.write("look") as uow:
        pragma = uow.connection.exec_driver_sql
        assert (pragma("PRAGMA synchronous").scalar(), pragma("PRAGMA journal_mode").scalar()) == (2, "wal")
