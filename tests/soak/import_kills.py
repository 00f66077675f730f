"""Imports by command line, killed at moments that are spread over the time that one takes: many of them in its write.

Most of that time goes by before anything is written: modules are loaded, the database is opened, the file is read. So
an import is watched from outside, by the lock that SQLite holds while it writes.
"""

import json
import random
import signal
import struct
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from tests.soak.typists import ROOT

NAMES: Final = ("Ayla", "Bekir", "Cansu", "Defne", "Emre", "Ferda", "Gül", "Hilmi", "Işık", "Jale")
PEOPLE: Final = 300
"""In a list: enough that writing it takes longer than a look from outside."""
ANY_TIME: Final = 0.3
"""Share of the kills that come at any moment from the start to the end; the others come around the write."""
WRITE_LOCK: Final = 120
"""The byte of the -shm file that whoever writes holds a lock on (SQLite's file format, “WAL-index format”)."""
LOOKS_AGAIN: Final = 0.001
"""Seconds."""


def is_writing(database: Path) -> bool:
    """Whether another process is in a transaction that writes, or waits for the disk at its end. Needs POSIX locks."""
    import fcntl

    # The order of the fields of struct flock.
    mac = sys.platform == "darwin"
    form, kind = ("qqihh", 3) if mac else ("hhqqi", 0)
    asked = (WRITE_LOCK, 1, 0, fcntl.F_WRLCK, 0) if mac else (fcntl.F_WRLCK, 0, WRITE_LOCK, 1, 0)
    try:
        with Path(f"{database}-shm").open("r+b") as file:
            told = struct.unpack(form, fcntl.fcntl(file, fcntl.F_GETLK, struct.pack(form, *asked)))
    except FileNotFoundError:
        return False
    return bool(told[kind] != fcntl.F_UNLCK)


@dataclass
class Met:
    """What became of one import.

    Attributes:
        killed: it was, before it had ended by itself.
        writing: it was writing when the kill came.
        added: how many people it said it had added; None where it did not come to say so.
    """

    killed: bool
    writing: bool
    added: int | None = None


class ImportKiller:
    """Kills imports into one profile, and learns from each that ends by itself how long one takes.

    Args:
        command: gives the words that start the program with these arguments.
    """

    def __init__(
        self, database: Path, folder: Path, command: Callable[..., Sequence[str]], chance: random.Random
    ) -> None:
        self._database, self._file, self._command, self._chance = database, folder / "list.csv", command, chance
        self._takes, self._writes = 0.0, 0.0

    def write_list(self, family: str) -> int:
        """A list of people of that family name; returns how many."""
        names = [f"{name} {chr(97 + number % 23)}{number}" for number in range(PEOPLE // 10) for name in NAMES]
        lines = "".join(f"{name};{family};Tarih\n" for name in names)
        self._file.write_text(f"Ad;Soyad;Branş\n{lines}", encoding="utf-8")
        return len(names)

    def kill_one(self) -> Met:
        """Start an import of the list and kill it; the first one is let be, to learn from it."""
        if not self._takes:
            return self._run(None, None)
        if self._chance.random() < ANY_TIME:
            return self._run(self._chance.uniform(0, self._takes * 1.05), None)
        return self._run(None, self._chance.uniform(0, self._writes * 1.1))

    def _run(self, after: float | None, after_write: float | None) -> Met:
        """Kill it `after` its start or `after_write` began, in seconds; an earlier, short write is not the one."""
        begun, wrote, written = time.monotonic(), 0.0, 0.0
        program = subprocess.Popen(
            self._command("import", str(self._file), "--json"),
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        writing = False
        while program.poll() is None:
            now = time.monotonic()
            if (writing := is_writing(self._database)) and not wrote:
                wrote = now
            elif wrote and not writing:
                written = max(written, now - wrote)
                wrote = 0.0
            late = after is not None and now - begun >= after
            if late or (after_write is not None and wrote and now - begun > 0.3 and now - wrote >= after_write):
                program.send_signal(signal.SIGKILL)
                break
            with suppress(subprocess.TimeoutExpired):
                program.wait(LOOKS_AGAIN)
        answer: Any = program.communicate()[0]
        if program.returncode == -signal.SIGKILL:
            return Met(killed=True, writing=writing)
        self._takes = time.monotonic() - begun
        self._writes = max(written, 0.005)
        return Met(killed=False, writing=False, added=json.loads(answer)["added"] if program.returncode == 0 else None)
