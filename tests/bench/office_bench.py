"""The office takes the files of many provinces in, on SQLite and on PostgreSQL, and again, and after it was killed.

The files are smaller than a province's (12,000 people and 60,000 marks) and fewer than 81; how long the real ones take
follows from the rows, since the cost grows linearly.
"""

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from typing import Any, Final

import psutil
import psycopg

from tests.postgresql import programs, server
from tn_desktop.exchange.sync.sending import send
from tn_desktop.model.messages import untranslated
from tn_desktop.services import demo
from tn_desktop.store.database import Database
from tn_desktop.store.profile import Profile

PROVINCES: Final = 9
PEOPLE: Final = 1_000
SESSIONS: Final = 280
REAL_PROVINCES: Final = 81
REAL_ROWS: Final = 12_000 + 60_000
KILLED_AT: Final = 0.4
"""Which part of the time of a whole run goes by before the kill."""


def run(emit: Callable[..., None], provinces: int = PROVINCES, people: int = PEOPLE) -> None:
    """Measure everything; `emit` as in the other benches."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        files, rows = _files(emit, folder, provinces, people)
        _office(emit, "SQLite", [], [], folder / "office", files, rows)
        if programs() is None:
            print("PostgreSQL is not installed: only SQLite was measured.", file=sys.stderr)
            return
        address = stack.enter_context(server(hasty=False))
        with psycopg.connect(address.replace("+psycopg", ""), autocommit=True) as connection:
            connection.execute("CREATE DATABASE another")
        other = f"{address.rpartition('/')[0]}/another"
        _office(emit, "PostgreSQL", ["--database", address], ["--database", other], folder / "server", files, rows)


def _files(emit: Callable[..., None], folder: Path, provinces: int, people: int) -> tuple[list[Path], int]:
    """Every province's workbook of everything, and how many rows they hold in all."""
    made: list[Path] = []
    rows, seconds = 0, 0.0
    for number in range(1, provinces + 1):
        profile = Profile.at(folder / f"province-{number}")
        with Database.open(profile) as db:
            demo.fill(db, people, people * SESSIONS // PEOPLE, number, date(2026, 3, 18))
            started = time.perf_counter()
            sent = send(db, folder / f"il-{number:02d}.xlsx", untranslated)
            seconds += time.perf_counter() - started
        made += sent.files
        rows += sent.rows
        shutil.rmtree(profile.directory)
    size = sum(file.stat().st_size for file in made)
    emit("office: a province's file is written", round(rows / seconds), unit="/s", rows=rows, mb=round(size / 1e6, 1))
    return made, rows


def _office(
    emit: Callable[..., None],
    engine: str,
    words: Sequence[str],
    second: Sequence[str],
    profile: Path,
    files: Sequence[Path],
    rows: int,
) -> None:
    def apply() -> tuple[dict[str, Any], float, int]:
        return _apply(profile, words, files)

    told, seconds, memory = apply()
    assert all(one["status"] == "applied" for one in told["files"]), told
    real = REAL_PROVINCES * REAL_ROWS / (rows / seconds)
    emit(
        f"office: files are taken in, {engine}",
        round(rows / seconds),
        unit="/s",
        seconds=round(seconds, 1),
        memory_mb=round(memory / 1e6),
        all_81_minutes=round(real / 60, 1),
    )
    told, again, _memory = apply()
    assert all(one["status"] == "duplicate" for one in told["files"]), told
    emit(
        f"office: a file that is known, {engine}", round(1_000 * again / len(files)), unit="ms", seconds=round(again, 1)
    )
    words, profile = second, profile.with_name(f"{profile.name}-2")
    _killed(profile, words, files, seconds * KILLED_AT)
    told, rest, _memory = apply()
    done = sum(one["status"] == "duplicate" for one in told["files"])
    assert all(one["status"] in ("applied", "duplicate") for one in told["files"]), told
    emit(f"office: goes on after a kill, {engine}", round(rest, 1), unit="s", taken_before=done)


def _command(profile: Path, words: Sequence[str], files: Sequence[Path]) -> list[str]:
    command = [sys.executable, "-m", "tn_desktop", "--profile", profile, *words, "sync", "apply", *files, "--json"]
    return [str(word) for word in command]


def _apply(profile: Path, words: Sequence[str], files: Sequence[Path]) -> tuple[dict[str, Any], float, int]:
    """The answer, the seconds, and the most memory of the program and its reader."""
    started, most = time.perf_counter(), 0
    with subprocess.Popen(_command(profile, words, files), stdout=subprocess.PIPE, text=True) as process:
        watched = psutil.Process(process.pid)
        while process.poll() is None:
            try:
                family = [watched, *watched.children(recursive=True)]
                most = max(most, sum(member.memory_info().rss for member in family))
                process.wait(0.1)
            except (subprocess.TimeoutExpired, psutil.Error):
                continue
        seconds = time.perf_counter() - started
        told = process.stdout.read() if process.stdout else ""
    if process.returncode:
        raise SystemExit("The files were not taken in.")
    answer: dict[str, Any] = json.loads(told)
    return answer, seconds, most


def _killed(profile: Path, words: Sequence[str], files: Sequence[Path], after: float) -> None:
    with subprocess.Popen(_command(profile, words, files), stdout=subprocess.DEVNULL) as process:
        try:
            process.wait(after)
        except subprocess.TimeoutExpired:
            os.kill(process.pid, getattr(signal, "SIGKILL", signal.SIGTERM))


if __name__ == "__main__":
    run(lambda name, value, **more: print(name, value, more, flush=True), *map(int, sys.argv[1:]))
