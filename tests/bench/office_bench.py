"""The office takes the files of many provinces in, on SQLite and on PostgreSQL, and again, and after it was killed.

The files of the everyday run are smaller than a province's (12,000 people and 60,000 marks) and fewer than 81; how long
the real ones take follows from the people, since the cost grows linearly. To take them in indeed:

    python3 -m tests.bench.office_bench --provinces 81 --people 12000 --folder FOLDER --engine postgresql

Files and databases stay in the folder, so that a run that was stopped goes on where it was, and the next one takes
the files that are there. `--engine sqlite` does the same with a file.
"""

import argparse
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack, contextmanager
from datetime import date
from itertools import repeat
from pathlib import Path
from typing import Any, Final

import psutil
import psycopg

from tests.bench.sync_child import most_of
from tests.postgresql import programs, server
from tn_desktop.exchange.sync.sending import send
from tn_desktop.model.messages import untranslated
from tn_desktop.services import demo
from tn_desktop.store.database import Database
from tn_desktop.store.profile import Profile

PROVINCES: Final = 9
PEOPLE: Final = 1_000
SESSIONS_OF: Final = 191 / 1_000
"""So many make five marks for each person."""
REAL_PROVINCES: Final = 81
REAL_PEOPLE: Final = 12_000
MEMORY_LIMIT: Final = 512
KILLED_AT: Final = 0.4
"""Which part of the time of a whole run goes by before the kill."""
_LOOK_SECONDS: Final = 0.1
Emit = Callable[..., None]


def run(emit: Emit, provinces: int = PROVINCES, people: int = PEOPLE) -> None:
    """Measure everything; `emit` as in the other benches."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        files, rows = _files(emit, folder, provinces, people)
        real = REAL_PROVINCES * REAL_PEOPLE / (provinces * people)
        for engine in _engines():
            with _office(engine, folder / engine / "first") as words:
                seconds = _taken(emit, engine, words, files, rows, real)
            with _office(engine, folder / engine / "second") as words:
                _killed(words, files, seconds * KILLED_AT)
                told, rest, _memory = _apply(words, files)
            done = sum(one["status"] == "duplicate" for one in told["files"])
            assert all(one["status"] in ("applied", "duplicate") for one in told["files"]), told
            emit(f"office: goes on after a kill, {engine}", round(rest, 1), unit="s", taken_before=done)


def _engines() -> Iterator[str]:
    yield "sqlite"
    if programs() is None:
        print("PostgreSQL is not installed: only SQLite was measured.", file=sys.stderr)
    else:
        yield "postgresql"


@contextmanager
def _office(engine: str, profile: Path, kept: Path | None = None) -> Iterator[list[str]]:
    """The words that name an office on the command line; a server's data stay in a folder that is given."""
    words = ["--profile", str(profile)]
    if engine == "sqlite":
        yield words
        return
    with server(hasty=False, kept=kept) as address:
        with psycopg.connect(address.replace("+psycopg", ""), autocommit=True) as connection:
            known = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [profile.name]).fetchone()
            if known is None:
                connection.execute(f"CREATE DATABASE {profile.name}")
        yield [*words, "--database", f"{address.rpartition('/')[0]}/{profile.name}"]


def _files(emit: Emit, folder: Path, provinces: int, people: int) -> tuple[list[Path], int]:
    """Every province's workbook of everything, made unless it is there, and how many rows they hold in all."""
    folder.mkdir(parents=True, exist_ok=True)
    started = time.perf_counter()
    numbers = range(1, provinces + 1)
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        counts = list(pool.map(_province, repeat(folder), numbers, repeat(people)))
    files = [_file(folder, number) for number in numbers]
    size = sum(file.stat().st_size for file in files)
    seconds = round(time.perf_counter() - started, 1)
    emit("office: files of provinces", provinces, unit="", rows=sum(counts), mb=round(size / 1e6, 1), seconds=seconds)
    return files, sum(counts)


def _file(folder: Path, number: int) -> Path:
    return folder / f"il-{number:02d}.xlsx"


def _province(folder: Path, number: int, people: int) -> int:
    """Write one province's workbook; what is there of as many people stays. How many rows it holds."""
    file, about = _file(folder, number), folder / f"il-{number:02d}.json"
    if file.exists() and about.exists():
        known = json.loads(about.read_text(encoding="utf-8"))
        if known["people"] == people:
            return int(known["rows"])
    profile = Profile.at(folder / f"province-{number}")
    shutil.rmtree(profile.directory, ignore_errors=True)
    about.unlink(missing_ok=True)
    with Database.open(profile) as db:
        demo.fill(db, people, round(people * SESSIONS_OF), number, date(2026, 3, 18))
        sent = send(db, file, untranslated)
    shutil.rmtree(profile.directory)
    about.write_text(json.dumps({"people": people, "rows": sent.rows}), encoding="utf-8")
    return sent.rows


def _taken(emit: Emit, engine: str, words: Sequence[str], files: Sequence[Path], rows: int, real: float) -> float:
    """Into an empty database, and once more; the seconds of the first."""
    # The database is made once; that is not what is measured.
    _run([*words, "sync", "conflicts"])
    told, seconds, memory = _apply(words, files)
    assert all(one["status"] == "applied" for one in told["files"]), told
    emit(
        f"office: files are taken in, {engine}",
        round(rows / seconds),
        unit="/s",
        seconds=round(seconds, 1),
        all_81_minutes=round(seconds * real / 60, 1),
    )
    emit(f"office: most memory of a process, {engine}", round(memory / 1e6), limit=MEMORY_LIMIT, unit="MB")
    told, again, _memory = _apply(words, files)
    assert all(one["status"] == "duplicate" for one in told["files"]), told
    each = round(1_000 * again / len(files))
    emit(f"office: a file that is known, {engine}", each, unit="ms", seconds=round(again, 1))
    return seconds


def _command(words: Sequence[str]) -> list[str]:
    return [sys.executable, "-m", "tn_desktop", *words]


def _run(words: Sequence[str]) -> None:
    subprocess.run(_command(words), check=True, stdout=subprocess.DEVNULL)


def _applying(words: Sequence[str], files: Sequence[Path]) -> list[str]:
    return _command([*words, "sync", "apply", *map(str, files), "--json"])


def _apply(words: Sequence[str], files: Sequence[Path]) -> tuple[dict[str, Any], float, int]:
    """The answer, the seconds, and the most memory that the program or a reader of it held."""
    started, most = time.perf_counter(), 0
    with tempfile.TemporaryFile("w+", encoding="utf-8") as out:
        with subprocess.Popen(_applying(words, files), stdout=out, text=True) as process:
            watched = psutil.Process(process.pid)
            while process.poll() is None:
                try:
                    most = max(most, *map(most_of, (watched, *watched.children(recursive=True))))
                    process.wait(_LOOK_SECONDS)
                except (subprocess.TimeoutExpired, psutil.Error):
                    continue
        seconds = time.perf_counter() - started
        if process.returncode:
            raise SystemExit("The files were not taken in.")
        out.seek(0)
        answer: dict[str, Any] = json.load(out)
    return answer, seconds, most


def _killed(words: Sequence[str], files: Sequence[Path], after: float) -> None:
    with subprocess.Popen(_applying(words, files), stdout=subprocess.DEVNULL) as process:
        try:
            process.wait(after)
        except subprocess.TimeoutExpired:
            os.kill(process.pid, getattr(signal, "SIGKILL", signal.SIGTERM))


def _whole(emit: Emit, engine: str, folder: Path, provinces: int, people: int) -> None:
    """The long run: goes on where it was stopped."""
    files, rows = _files(emit, folder / "files", provinces, people)
    with _office(engine, folder / engine / "office", folder / "server") as words:
        _run([*words, "sync", "conflicts"])
        told, seconds, memory = _apply(words, files)
    now = sum(one["status"] == "applied" for one in told["files"])
    assert all(one["status"] in ("applied", "duplicate") for one in told["files"]), told
    emit(
        f"office: files are taken in, {engine}",
        round(told["added"] / seconds),
        unit="/s",
        minutes=round(seconds / 60, 1),
        files_now=now,
        rows_now=told["added"],
        rows_in_all=rows,
    )
    emit(f"office: most memory of a process, {engine}", round(memory / 1e6), limit=MEMORY_LIMIT, unit="MB")


def main() -> None:
    """As the text above says."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--provinces", type=int, default=REAL_PROVINCES)
    parser.add_argument("--people", type=int, default=REAL_PEOPLE, help="of each province")
    parser.add_argument("--folder", type=Path, required=True, help="where files and databases are kept")
    parser.add_argument("--engine", choices=("sqlite", "postgresql"), default="postgresql")
    options = parser.parse_args()

    def emit(name: str, value: float, **more: object) -> None:
        print(name, value, more, flush=True)

    # A stop ends the server as well.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    _whole(emit, options.engine, options.folder, options.provinces, options.people)


if __name__ == "__main__":
    main()
