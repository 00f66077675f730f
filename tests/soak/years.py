"""Making a profile ready for a year's work, having it lived in a process of its own, and judging what it came to."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from statistics import fmean
from typing import Any, Final, TextIO

from tests.soak.told import Told
from tests.soak.typists import ROOT
from tests.soak.works import GIVEN, PASSPHRASE
from tests.soak.year import WARM
from tn_desktop.exchange.sync.sending import Order, send
from tn_desktop.model.messages import untranslated
from tn_desktop.services import owner, records, secrecy
from tn_desktop.services.checks import check_database
from tn_desktop.services.demo import fill
from tn_desktop.services.owner import Owner
from tn_desktop.store.database import Database
from tn_desktop.store.profile import Profile
from tn_desktop.store.sqlite_file import connect

MOST: Final = 5.0
"""Percent by which the memory may grow after the warm-up."""
SAID: Final = "said.jsonl"
Line = dict[str, Any]


@dataclass
class Judged:
    """What a year came to.

    Attributes:
        lines: what was measured, a week each.
        told: what the window showed as saved.
        problems: what the check of the database found, what is lost, or why it did not end well, a line each.
    """

    lines: list[Line] = field(default_factory=list)
    told: Told = field(default_factory=Told)
    problems: list[str] = field(default_factory=list)

    @property
    def growth(self) -> float:
        """Percent by which the process held more in the last fifth than in the fifth after the first."""
        before, after = self._ends("memory")
        return (after / before - 1) * 100

    def _ends(self, what: str) -> tuple[float, float]:
        part = max(1, len(self.lines) // WARM)
        values = [line[what] for line in self.lines]
        return fmean(values[part : 2 * part] or values[:1]), fmean(values[-part:])

    @property
    def grown(self) -> dict[str, int]:
        """How many more objects of each class there are at the end than after the warm-up."""
        part = max(1, len(self.lines) // WARM)
        before, after = self.lines[min(part, len(self.lines) - 1)]["objects"], self.lines[-1]["objects"]
        more = {name: count - before.get(name, 0) for name, count in after.items() if count > before.get(name, 0)}
        return dict(sorted(more.items(), key=lambda one: -one[1])[:25])

    def __str__(self) -> str:
        last, warm = self.lines[-1], self.lines[min(len(self.lines) // WARM, len(self.lines) - 1)]
        kinds = ", ".join(f"{count} {kind}" for kind, count in sorted(last["kinds"].items()))
        took = ", ".join(f"{name} {seconds}" for name, seconds in last["took"].items())
        used = "{:.1f} → {:.1f}".format(*self._ends("in_use"))
        before = "{:.1f} → {:.1f}".format(*self._ends("before"))
        told = self.told
        said = f"{sum(map(len, told.marks.values()))} marks of {len(told.marks)} people at sessions, " + ", ".join(
            f"{len(held)} {what}"
            for what, held in (("fields", told.fields), ("counts of dots", told.votes), ("lists", told.lists))
        )
        return "\n".join(
            (
                f"{last['actions']} actions in {last['seconds']} s: {kinds}",
                f"Seconds of the processor, by piece of work: {took}",
                "Memory after the warm-up and at the end: {:.1f} → {:.1f} MB ({:+.1f} %)".format(
                    *self._ends("memory"), self.growth
                ),
                f"  of it in use on the heap: {used} MB; before what lies between was given back: {before} MB",
                f"Widgets: {warm['widgets']} → {last['widgets']}",
                f"Shown as saved, and looked up: {said}",
                f"Problems, of the check or lost: {len(self.problems)}",
            )
        )


def make_ready(folder: Path, people: int, sessions: int, workbooks: int) -> None:
    """A profile under a passphrase, and workbooks that a colleague sends in the course of the year."""
    now = datetime.now().astimezone()
    profile = Profile.at(folder / "profile")
    with Database.open(profile) as db:
        fill(db, people, sessions, 7, now.date())
        with db.write("owner") as uow:
            owner.settle(uow, Owner("Can Ak"))
    secrecy.protect(profile, PASSPHRASE)
    received = folder / "received"
    received.mkdir()
    with Database.open(Profile.at(folder / "colleague")) as db:
        for number in range(workbooks):
            with db.write("add") as uow:
                for name in GIVEN[:3]:
                    records.add(uow, "people", {"given_name": name, "family_name": f"Uzak{number}"})
            send(db, received / f"{number:03}.xlsx", untranslated, Order())


def live(
    folder: Path,
    actions: int,
    weeks: int,
    seed: int,
    people: int,
    sessions: int,
    tell: Callable[[Line], None] = lambda line: None,
    openings: int = 0,
) -> Judged:
    """A year in a folder; one in which a year was lived already goes on. `tell` gets a line a week.

    Before and after it the whole program is closed and opened again so often, for a week's work each time.
    """
    folder.mkdir(parents=True, exist_ok=True)
    if not (folder / "received").exists():
        make_ready(folder, people, sessions, weeks + 1)
    judged = Judged()
    said = folder / SAID
    if said.exists():
        for line in said.read_text(encoding="utf-8").splitlines():
            judged.told.take(json.loads(line))
    with said.open("a", encoding="utf-8") as kept:
        for number in range(openings):
            _run(folder, (actions // weeks, 1, seed + 1 + number), judged, kept, lambda line: None)
        judged.lines.clear()
        _run(folder, (actions, weeks, seed), judged, kept, tell)
        measured = [*judged.lines]
        for number in range(openings):
            _run(folder, (actions // weeks, 1, seed + 101 + number), judged, kept, lambda line: None)
        judged.lines = measured
    judged.problems += _problems(folder, judged.told)
    return judged


def _run(
    folder: Path, numbers: tuple[int, int, int], judged: Judged, kept: TextIO, tell: Callable[[Line], None]
) -> None:
    """The program from its start to its end, with so many actions in so many weeks by that seed."""
    if judged.problems:
        return
    command = [sys.executable, "-m", "tests.soak.year", str(folder), *map(str, numbers)]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_LOGGING_RULES": "qt.qpa.*=false"}
    with (folder / "stderr.txt").open("w+b") as errors:
        with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=errors) as program:
            assert program.stdout is not None
            for text in program.stdout:
                line = json.loads(text)
                if isinstance(line, dict):
                    judged.lines.append(line)
                    tell(line)
                else:
                    keep(kept, text.decode())
                    judged.told.take(line)
        if status := program.returncode:
            errors.seek(0)
            judged.problems.append(f"The program ended with {status}: {errors.read().decode(errors='replace')}")
            log = folder / "profile" / "logs" / "tn-desktop.log"
            judged.problems.append(log.read_text(encoding="utf-8")[-3_000:] if log.exists() else "")


def keep(kept: TextIO, line: str) -> None:
    """A line on the disk: what was acknowledged before is known whatever is killed next."""
    kept.write(line)
    kept.flush()
    os.fsync(kept.fileno())


def _problems(folder: Path, told: Told) -> list[str]:
    """What the check finds, and what was shown as saved and is not there."""
    profile = secrecy.unlock(Profile.at(folder / "profile"), PASSPHRASE)
    with Database.open(profile) as db:
        found = [problem.text(untranslated) for problem in check_database(db)]
    connection = connect(profile.database, profile.key, reading=True)
    try:
        return found + told.losses(connection)
    finally:
        connection.close()
