"""Making a profile ready for a year's work, having it lived in a process of its own, and judging what it came to."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from statistics import fmean
from typing import Any, Final

from tests.soak.typists import ROOT
from tests.soak.year import GIVEN, PASSPHRASE
from tn_desktop.exchange.sync.sending import Order, send
from tn_desktop.model.messages import untranslated
from tn_desktop.services import owner, records, secrecy
from tn_desktop.services.checks import check_database
from tn_desktop.services.demo import fill
from tn_desktop.services.owner import Owner
from tn_desktop.store.database import Database
from tn_desktop.store.profile import Profile

MOST: Final = 5.0
"""Percent by which the memory may grow after the warm-up."""
Line = dict[str, Any]


@dataclass
class Judged:
    """What a year came to.

    Attributes:
        growth: percent by which the memory of the last fifth exceeds that of the fifth after the first.
        grown: how many more objects of each class there are at the end than after the warm-up.
        problems: what the check of the database found, or why it did not end well, a line each.
    """

    lines: list[Line]
    problems: list[str] = field(default_factory=list)

    @property
    def growth(self) -> float:
        before, after = self._ends("memory")
        return (after / before - 1) * 100

    def _ends(self, what: str) -> tuple[float, float]:
        part = max(1, len(self.lines) // 5)
        values = [line[what] for line in self.lines]
        return fmean(values[part : 2 * part] or values[:1]), fmean(values[-part:])

    @property
    def grown(self) -> dict[str, int]:
        part = max(1, len(self.lines) // 5)
        before, after = self.lines[min(part, len(self.lines) - 1)]["objects"], self.lines[-1]["objects"]
        more = {name: count - before.get(name, 0) for name, count in after.items() if count > before.get(name, 0)}
        return dict(sorted(more.items(), key=lambda one: -one[1])[:25])

    def __str__(self) -> str:
        before, after = self._ends("memory")
        last = self.lines[-1]
        kinds = ", ".join(f"{count} {kind}" for kind, count in sorted(last["kinds"].items()))
        return (
            f"{last['actions']} actions in {last['seconds']} s ({kinds}); memory {before:.1f} → {after:.1f} MB "
            f"({self.growth:+.1f} %), widgets {self.lines[len(self.lines) // 5]['widgets']} → {last['widgets']}, "
            f"{len(self.problems)} problems."
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
    actions: int, weeks: int, seed: int, people: int, sessions: int, tell: Callable[[Line], None] = lambda line: None
) -> Judged:
    """A year; `tell` gets a line a week."""
    with tempfile.TemporaryDirectory(prefix="tn-desktop-year-") as name:
        folder = Path(name)
        make_ready(folder, people, sessions, weeks + 1)
        command = [sys.executable, "-m", "tests.soak.year", name, str(actions), str(weeks), str(seed)]
        judged = Judged([])
        with (folder / "stderr.txt").open("w+b") as errors:
            # Without one, big blocks of the C library are given back at whatever moment suits it.
            environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "MALLOC_ARENA_MAX": "2"}
            with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=errors) as program:
                assert program.stdout is not None
                for line in program.stdout:
                    judged.lines.append(json.loads(line))
                    tell(judged.lines[-1])
            if status := program.returncode:
                errors.seek(0)
                judged.problems.append(f"The program ended with {status}: {errors.read().decode(errors='replace')}")
            log = folder / "profile" / "logs" / "tn-desktop.log"
            if status and log.exists():
                judged.problems.append(log.read_text(encoding="utf-8")[-3_000:])
        if judged.lines:
            judged.problems += judged.lines[-1]["crashes"]
        profile = secrecy.unlock(Profile.at(folder / "profile"), PASSPHRASE)
        with Database.open(profile) as db:
            judged.problems += [problem.text(untranslated) for problem in check_database(db)]
    return judged
