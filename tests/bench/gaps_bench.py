"""How long the window does not answer: the longest gap in the event loop of each action, in a list of all people.

Beside it stands the same list in a model of Qt's own (QStringListModel), of which an action may take 1.5 times as
long where that is more than a frame.
"""

import json
import math
import os
import subprocess
import sys
from collections.abc import Callable
from typing import Any, Final

from tn_desktop.store.profile import Profile

FRAME: Final = 16.0
LONGEST: Final = 100.0
MEMORY: Final = 400.0


def run(emit: Callable[..., None], profile: Profile) -> None:
    """Measure the program, then Qt's model with as many rows."""
    own = _child("window", str(profile.directory))
    qt = _child("qt", str(own["people"]))
    for action, gaps in own["gaps"].items():
        floor = _percentile(qt["gaps"].get(action, [0.0]))
        emit(
            f"longest gap of {action}, 99th percentile",
            round(_percentile(gaps), 1),
            limit=None if "noise" in action else round(max(FRAME, 1.5 * floor), 1),
            unit="ms",
            longest_ms=round(max(gaps), 1),
            below_100=max(gaps) < LONGEST,
            median_ms=round(sorted(gaps)[len(gaps) // 2], 1),
            qt_ms=round(floor, 1),
            times=len(gaps),
        )
    emit("memory with every pane of the bench open", round(own["memory_mb"]), limit=MEMORY, unit="MB")


def _percentile(values: list[float], share: float = 0.99) -> float:
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
