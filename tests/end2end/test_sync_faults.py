"""What goes wrong in the field, in real processes: kills, a full disk, a read-only folder, the stick pulled out.

Each time the store is as before or complete, the answer is one line, and the next run says which.
"""

import ctypes
import json
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest
import sqlcipher3.dbapi2 as driver

from tests.end2end.test_cli import ROOT, Program

pytestmark = [
    pytest.mark.thorough,
    pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL, limits and users there"),
]
KILLS = 36
BY_COMMAND = 6
"""After every so many kills the next run is a process too; after the others the file is looked at alone."""
PEOPLE = 400


@pytest.fixture
def office(tmp_path: Path) -> Program:
    office = Program(tmp_path / "office")
    office.json("add", "people", "given_name=Önce")
    return office


@pytest.fixture(scope="module")
def laptop(tmp_path_factory: pytest.TempPathFactory) -> Program:
    """Has some hundred people and their attendance."""
    laptop = Program(tmp_path_factory.mktemp("sender") / "laptop")
    laptop.json("demo", "--people", PEOPLE, "--sessions", 10)
    return laptop


@pytest.fixture(scope="module")
def file(laptop: Program) -> Path:
    """Its workbook."""
    return Path(laptop.json("sync", "export", laptop.profile.with_name("x.xlsx"))["file"])


@pytest.fixture
def make_disk(tmp_path: Path) -> Iterator[Callable[[int], Path]]:
    """Disks of so many bytes, so that the system itself says when one is full."""
    made: list[Path] = []

    def make(size: int) -> Path:
        disk = tmp_path / f"disk{len(made)}"
        disk.mkdir()
        command = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(disk)]
        if shutil.which("mount") is None or subprocess.run(command, capture_output=True, check=False).returncode:
            pytest.skip("no disk can be made here")
        made.append(disk)
        return disk

    yield make
    for disk in made:
        # Whoever still looks at it, such as the indexer of a desktop, holds it up no longer.
        subprocess.run(["umount", "-l", str(disk)], check=True)


def contents(program: Program) -> tuple[int, int, int, str]:
    """People, marks, files taken in, and whether the database is sound."""
    with driver.connect(str(program.profile / "tn-desktop.db")) as raw:
        counts = [raw.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in _COUNTED]
        return (*counts, raw.execute("PRAGMA integrity_check").fetchone()[0])  # type: ignore[return-value]


_COUNTED = ("person", "attendance", "sync_batch")


def one_line(done: "subprocess.CompletedProcess[str]") -> str:
    """The reason a command was refused with."""
    assert done.returncode == 1 and done.stderr.count("\n") == 1 and "Traceback" not in done.stderr, done.stderr
    return done.stderr


def run(program: Program, *words: object, **how: Any) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", "tn_desktop", "--profile", program.profile, "--lang", "en", *words]
    settings = {"PYTHONPATH": str(ROOT), "LC_ALL": "", "LANG": "C.UTF-8", "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run(
        [str(word) for word in command],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=False,
        env={**os.environ, **settings},
        **how,
    )


def test_a_kill_at_any_of_many_moments_leaves_all_or_nothing_and_the_next_run_says_which(
    office: Program, file: Path, tmp_path: Path
) -> None:
    before = contents(office)
    kept = tmp_path / "kept"
    shutil.copytree(office.profile, kept)
    started = time.monotonic()
    assert office.json("sync", "apply", file)["files"][0]["status"] == "applied"
    took = time.monotonic() - started
    complete = contents(office)
    assert before[0] == 1 and complete[0] == 1 + PEOPLE and complete[1] > 0
    chance = random.Random(20261129)
    seen: set[bool] = set()
    for kill in range(KILLS):
        shutil.rmtree(office.profile)
        shutil.copytree(kept, office.profile)
        # One after the other through the whole run, each at a random moment of its share; the first before it begins,
        # however long the run took whose time was taken.
        moment = took * 1.1 * (kill + chance.random()) / KILLS if kill else 0
        process = office.start("--profile", office.profile, "sync", "apply", file, "--json")
        with suppress(subprocess.TimeoutExpired):
            process.wait(moment)
        process.send_signal(signal.SIGKILL)
        process.communicate()
        held = contents(office)
        assert held in (before, complete), (kill, moment)
        seen.add(held == complete)
        if kill % BY_COMMAND == 0:
            answer = office.json("sync", "apply", file)
            assert answer["files"][0]["status"] == ("duplicate" if held == complete else "applied")
            assert contents(office) == complete
            assert office.json("check") == {"ok": True, "problems": []}
    assert False in seen


@pytest.mark.parametrize("room", [0, 20_000, 300_000], ids=lambda room: f"{room // 1000}kB")
def test_a_disk_that_is_full_leaves_the_store_as_it_was(office: Program, file: Path, room: int) -> None:
    before = contents(office)
    limit = (office.profile / "tn-desktop.db").stat().st_size + room

    def limited() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    assert "disk" in one_line(run(office, "sync", "apply", file, preexec_fn=limited))
    assert contents(office) == before
    assert office.json("sync", "apply", file)["files"][0]["status"] == "applied"


def test_a_small_disk_that_fills_up_leaves_the_store_as_it_was(
    office: Program, file: Path, make_disk: Callable[[int], Path]
) -> None:
    size = sum(path.stat().st_size for path in office.profile.rglob("*") if path.is_file())
    small = Program(make_disk(size + 400_000) / "profile")
    shutil.copytree(office.profile, small.profile)
    before = contents(small)
    assert "full" in one_line(run(small, "sync", "apply", file))
    assert contents(small) == before
    assert small.json("check")["ok"]


def test_a_stick_that_is_full_is_left_without_a_file(
    laptop: Program, file: Path, make_disk: Callable[[int], Path]
) -> None:
    stick = make_disk(file.stat().st_size // 2)
    assert "full" in one_line(run(laptop, "sync", "export", stick / "y.xlsx"))
    assert "full" in one_line(run(laptop, "sync", "folder", stick))
    assert list(stick.iterdir()) == []


@contextmanager
def write_protected(*folders: Path) -> Iterator[None]:
    """Nothing in these folders may be written while this lasts."""
    modes = {path: path.stat().st_mode for folder in folders for path in (folder, *folder.rglob("*"))}
    for path, mode in modes.items():
        path.chmod(mode & ~0o222)
    try:
        yield
    finally:
        for path, mode in modes.items():
            path.chmod(mode)


def as_anybody() -> None:
    """Root in this process heeds what a folder allows, as everybody else does."""
    if os.geteuid() == 0:
        libc = ctypes.CDLL(None, use_errno=True)
        for capability in _OVERRIDES:
            if libc.prctl(_DROP, capability, 0, 0, 0):
                raise OSError(ctypes.get_errno(), "prctl")


_DROP, _OVERRIDES = 24, (1, 2)
"""PR_CAPBSET_DROP; CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH."""
heeds_modes = pytest.mark.skipif(
    sys.platform != "linux" and os.name == "posix" and os.geteuid() == 0, reason="root may write everywhere"
)


@heeds_modes
def test_a_read_only_folder_is_told_and_a_workbook_in_it_is_read(
    office: Program, laptop: Program, file: Path, tmp_path: Path
) -> None:
    locked = tmp_path / "kilitli"
    locked.mkdir()
    shutil.copy(file, locked / "x.xlsx")
    with write_protected(locked):
        refusal = run(laptop, "sync", "export", locked / "y.xlsx", preexec_fn=as_anybody)
        assert "cannot be written to" in one_line(refusal)
        assert "cannot be written to" in one_line(run(laptop, "sync", "folder", locked, preexec_fn=as_anybody))
        # From a write-protected stick or a CD a workbook is taken in all the same.
        done = run(office, "sync", "apply", locked / "x.xlsx", "--json", preexec_fn=as_anybody)
        assert (done.returncode, json.loads(done.stdout)["files"][0]["status"]) == (0, "applied")
        assert sorted(path.name for path in locked.iterdir()) == ["x.xlsx"]


@heeds_modes
def test_a_profile_that_may_not_be_written_is_told_and_stays_as_it_is(office: Program, file: Path) -> None:
    before = contents(office)
    with write_protected(office.profile):
        one_line(run(office, "sync", "apply", file, preexec_fn=as_anybody))
    assert contents(office) == before
    assert office.json("sync", "apply", file)["files"][0]["status"] == "applied"


def test_a_stick_that_is_not_there_is_told(office: Program, laptop: Program, file: Path, tmp_path: Path) -> None:
    gone = tmp_path / "stick"
    assert "does not exist" in one_line(run(laptop, "sync", "export", gone / "y.xlsx"))
    done = run(office, "sync", "apply", gone / "x.xlsx", file, "--json")
    statuses = [one["status"] for one in json.loads(done.stdout)["files"]]
    # What is gone keeps no other file from being taken in.
    assert statuses == ["refused", "applied"]
    assert "x.xlsx" in json.loads(done.stdout)["files"][0]["reason"]
    assert "is not there" in one_line(run(office, "sync", "folder", gone))
