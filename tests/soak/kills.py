"""A thousand kills: whatever the program showed as saved is on the disk, however often and whenever it is killed.

Each round starts the real program over the profile that the last kill left behind, lets somebody work in it, and kills
it at a random moment: while it opens, between two inputs, in the middle of a write. Then the files are copied, as a
rescuer would find them, and every input that was ever acknowledged is looked up. In some rounds it is the command line
that is killed, in the middle of an import.
"""

import os
import queue
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import sqlcipher3.dbapi2 as driver

from tests.soak.import_kills import ImportKiller
from tests.soak.told import Told
from tests.soak.typists import ROOT, Ended, Round, Typist, forked, nest, started
from tn_desktop.services import owner
from tn_desktop.services.owner import Owner
from tn_desktop.store.database import Database
from tn_desktop.store.profile import Profile

MOST_SAVED: Final = 40
"""Acknowledged inputs after which a round is killed at the latest."""
SLACK: Final = 0.06
"""Seconds between the last awaited input and the kill, at most: in them lie the writes that come after it."""
CHECKED_EVERY: Final = 25
"""Rounds after which the program's own check looks at the profile."""
IMPORTS, WHOLE, OPENING = 0.1, 0.1, 0.2
"""Shares: of the rounds that kill an import by command line; of the windows that are started from nothing, as a user
does, while the others have their modules loaded already; of those that are killed while they open."""


@dataclass
class Result:
    """What a run of rounds came to.

    Attributes:
        kills: rounds that ended by SIGKILL.
        finished: command lines that were faster than their killer, or were let be.
        imports: command lines among the kills; writing: those that were killed while they wrote.
        saved: acknowledged inputs of each kind.
        lost: those that were not on the disk, or another damage, a line each.
    """

    kills: int = 0
    finished: int = 0
    imports: int = 0
    writing: int = 0
    saved: dict[str, int] = field(default_factory=dict)
    lost: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        counts = ", ".join(f"{count} {kind}" for kind, count in sorted(self.saved.items()))
        return (
            f"{self.kills} kills ({self.imports} of imports, {self.writing} of them while they wrote; "
            f"{self.finished} more rounds were done before theirs came), "
            f"{sum(self.saved.values())} acknowledged inputs ({counts}), {len(self.lost)} lost or damaged."
        )


class Room:
    """One profile, killed again and again."""

    def __init__(self, folder: Path, seed: int, imports: float = IMPORTS) -> None:
        folder.mkdir(parents=True)
        self._share = imports
        self.profile = Profile.at(folder / "profile")
        self._folder, self._seed = folder, seed
        self._errors = folder / "stderr.txt"
        self._chance = random.Random(seed)
        self._told, self.result = Told(), Result()
        self._opens_in = 2.0
        self._imports = ImportKiller(self.profile.database, folder, self._command, self._chance)
        self._program("demo", "--people", "150", "--sessions", "12", "--seed", "5")
        with Database.open(self.profile) as database, database.write("owner") as uow:
            owner.settle(uow, Owner("Can Ak"))

    def _command(self, *arguments: str) -> list[str]:
        return [sys.executable, "-m", "tn_desktop", "--profile", str(self.profile.directory), *arguments]

    def _program(self, *arguments: str) -> None:
        done = subprocess.run(self._command(*arguments), cwd=ROOT, capture_output=True, text=True, check=False)
        if done.returncode:
            self.result.lost.append(f"{arguments[0]}: {done.stderr or done.stdout}")

    def play(self, numbers: Iterable[int]) -> Iterator[Result]:
        """Start, let work, kill, and look at what is left, once for each number."""
        with nest(self.profile.directory, self._folder / "nest.txt") as typist:
            for number in numbers:
                if self._chance.random() < self._share:
                    self._kill_an_import()
                else:
                    self._kill_a_window(typist, number)
                self._look()
                if number % CHECKED_EVERY == 0:
                    self._program("check")
                yield self.result
        self._program("check")
        yield self.result

    def _take(self, line: Sequence[Any]) -> bool:
        self._told.take(line)
        if line[0] == "saved":
            self.result.saved[line[1]] = self.result.saved.get(line[1], 0) + 1
        return bool(line[0] == "saved")

    # --- the window

    def _kill_a_window(self, typist: Typist, number: int) -> None:
        seed = self._seed * 100_000 + number
        whole = self._chance.random() < WHOLE
        program = started(self.profile.directory, self._errors, seed) if whole else forked(typist, seed)
        begun = time.monotonic()
        try:
            if self._chance.random() < OPENING:
                self._listen(program, begun + self._chance.uniform(0.0, self._opens_in * 1.2))
            else:
                self._await_inputs(program, self._chance.randint(1, MOST_SAVED), begun)
                self._listen(program, time.monotonic() + self._chance.uniform(0.0, SLACK))
        except Ended:
            pass
        for line in program.kill():
            self._take(line)
        if program.status == -signal.SIGKILL:
            self.result.kills += 1
        else:
            told = "".join(file.read_text(errors="replace") for file in self._folder.glob("*.txt"))
            self.result.lost.append(f"round {number}: the program ended by itself, {program.status}: {told}")

    def _listen(self, program: Round, until: float) -> None:
        """Take what it says until the time has come."""
        try:
            while True:
                self._take(program.next(until - time.monotonic()))
        except TimeoutError:
            return

    def _await_inputs(self, program: Round, count: int, begun: float) -> None:
        saved = 0
        while saved < count:
            try:
                line = program.next()
            except TimeoutError:
                self.result.lost.append("the program said nothing for too long")
                return
            if saved == 0:
                self._opens_in = time.monotonic() - begun
            saved += self._take(line)

    # --- the command line

    def _kill_an_import(self) -> None:
        family = "".join(self._chance.choices("abcdefghijklmnoprstuvyz", k=9))
        self._take(["try", "list", family, self._imports.write_list(family)])
        met = self._imports.kill_one()
        if met.killed:
            self.result.kills += 1
            self.result.imports += 1
            self.result.writing += met.writing
        elif met.added is None:
            self.result.lost.append(f"an import of {family} ended by itself, without an answer")
        else:
            self.result.finished += 1
            self._take(["saved", "list", family, met.added])

    # --- the disk

    def _look(self) -> None:
        """Read a copy of the files: opening the original would take the recovery out of the program's hands."""
        with tempfile.TemporaryDirectory(dir=self._folder) as place:
            for ending in ("", "-wal"):
                source = Path(f"{self.profile.database}{ending}")
                if source.exists():
                    shutil.copy(source, Path(place, f"copy.db{ending}"))
            connection = driver.connect(str(Path(place, "copy.db")))
            try:
                sound = connection.execute("PRAGMA integrity_check").fetchone()[0]
                lost = [] if sound == "ok" else [f"integrity: {sound}"]
                self.result.lost += lost + self._told.losses(connection)
            finally:
                connection.close()


def rounds(count: int, seed: int, workers: int, folder: Path, imports: float = IMPORTS) -> Iterator[Result]:
    """Kill `count` times, in `workers` profiles at once; yields what it came to until now, after every round.

    `imports` is the share of them that meet an import by command line.
    """
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    done: queue.SimpleQueue[tuple[int, Result] | None] = queue.SimpleQueue()

    def work(worker: int) -> None:
        try:
            room = Room(folder / f"room-{worker}", seed * 100 + worker, imports)
            for result in room.play(range(worker, count, workers)):
                done.put((worker, result))
        finally:
            done.put(None)

    with ThreadPoolExecutor(workers) as pool:
        running = [pool.submit(work, worker) for worker in range(workers)]
        left, results = workers, {}
        while left:
            if (told := done.get()) is None:
                left -= 1
                continue
            results[told[0]] = told[1]
            yield _sum(results.values())
        for one in running:
            one.result()


def _sum(results: Iterable[Result]) -> Result:
    total = Result()
    for result in results:
        total.kills += result.kills
        total.finished += result.finished
        total.imports += result.imports
        total.writing += result.writing
        total.lost += result.lost
        for kind, count in dict(result.saved).items():
            total.saved[kind] = total.saved.get(kind, 0) + count
    return total
