"""How long the window does not answer: the longest gap in the event loop of each action, in a list of all people, in
those of communities and needs, on the board, in the calendar and in agendas.

Beside it stands the same list in a model of Qt's own (QStringListModel), of which an action may take 1.5 times as
long where that is more than a frame.

The limit is judged by the clock on the wall, which is fair on a quiet machine only; so the work of the main thread
(own_cpu_ms) stands beside it, and the machine's load: on two cores, one above 2 makes the clock's gaps longer.
"""

import json
import math
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from typing import Any, Final

from tests.bench.gaps_child import Gap
from tn_desktop.store.profile import Profile

FRAME: Final = 16.0
LONGEST: Final = 100.0
MEMORY: Final = 400.0


def run(emit: Callable[..., None], profile: Profile) -> None:
    """Measure the program, then Qt's model with as many rows."""
    own = _child("window", str(profile.directory))
    qt = _child("qt", str(own["people"]))
    floors = {action: Gap(*map(_percentile, zip(*gaps, strict=True))) for action, gaps in qt["gaps"].items()}
    for action, gaps in own["gaps"].items():
        floor = floors.get(action, Gap())
        wall, cpu, program = (sorted(kind) for kind in zip(*gaps, strict=True))
        emit(
            f"longest gap of {action}, 99th percentile",
            round(_percentile(wall), 1),
            limit=None if "noise" in action else round(max(FRAME, 1.5 * floor.wall), 1),
            unit="ms",
            longest_ms=round(wall[-1], 1),
            below_100=wall[-1] < LONGEST,
            median_ms=round(wall[len(wall) // 2], 1),
            qt_ms=round(floor.wall, 1),
            own_cpu_ms=round(_percentile(cpu), 1),
            own_cpu_longest_ms=round(cpu[-1], 1),
            program_cpu_ms=round(_percentile(program), 1),
            qt_cpu_ms=round(floor.own, 1),
            times=len(gaps),
            load=round(os.getloadavg()[0], 1),
        )
    emit("memory with every pane of the bench open", round(own["memory_mb"]), limit=MEMORY, unit="MB")


def _percentile(values: Sequence[float], share: float = 0.99) -> float:
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, math.ceil(share * len(ordered)) - 1)]


def _child(*arguments: str) -> dict[str, Any]:
    environment = dict(os.environ)
    # An installed program is compiled; one that may not keep what it compiled would measure the compiler.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    if not any(environment.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")):
        environment["QT_QPA_PLATFORM"] = "offscreen"
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.gaps_child", *arguments],
        stdout=subprocess.PIPE,
        text=True,
        env=environment,
        timeout=1200,
        check=False,
    )
    if done.returncode:
        raise SystemExit("The window of the bench ended early.")
    told: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return told
