"""How soon the window is there, and the first data in it, against a bare PySide6 window: whole processes in turn."""

import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from typing import Any, Final

from tn_desktop.store.profile import Profile

ROUNDS: Final = 9
WINDOW_LIMIT, ROWS_LIMIT = 2.0, 4.0


def run(emit: Callable[..., None], profile: Profile) -> None:
    """Start each in turn, so that both meet the same moments of a busy machine."""
    taken: dict[str, list[float]] = {"bare": [], "window": [], "rows": []}
    worked: dict[str, list[float]] = {name: [] for name in taken}
    memory: list[float] = []
    for turn in range(ROUNDS + 1):
        bare = _start("bare")
        own = _start("window", str(profile.directory))
        if turn:  # the first round warms the disk's cache
            taken["bare"].append(bare["window"])
            taken["window"].append(own["window"])
            taken["rows"].append(own["rows"])
            worked["bare"].append(bare["window_cpu"])
            worked["window"].append(own["window_cpu"])
            worked["rows"].append(own["rows_cpu"])
            memory.append(own["memory_mb"])
    medians = {name: statistics.median(times) for name, times in taken.items()}
    cpu = {name: statistics.median(times) for name, times in worked.items()}
    for name, key, limit in (
        ("start to painted window", "window", WINDOW_LIMIT),
        ("start to first data", "rows", ROWS_LIMIT),
    ):
        emit(
            f"{name} / bare window",
            round(medians[key] / medians["bare"], 2),
            limit=limit,
            unit="×",
            own_ms=round(medians[key] * 1000),
            bare_ms=round(medians["bare"] * 1000),
            cpu=round(cpu[key] / cpu["bare"], 2),
            own_cpu_ms=round(cpu[key] * 1000),
            bare_cpu_ms=round(cpu["bare"] * 1000),
            load=round(os.getloadavg()[0], 1),
        )
    emit("memory after the start", round(statistics.median(memory)), limit=400, unit="MB")


def _start(kind: str, *arguments: str) -> dict[str, Any]:
    environment = dict(os.environ)
    # An installed program is compiled; one that may not keep what it compiled would measure the compiler.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    if not any(environment.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")):
        environment["QT_QPA_PLATFORM"] = "offscreen"
    environment["TN_BENCH_STARTED"] = repr(time.monotonic())
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.start_child", kind, *arguments],
        capture_output=True,
        text=True,
        env=environment,
        timeout=120,
        check=False,
    )
    if done.returncode:
        raise SystemExit(f"The window did not start: {done.stderr[-500:]}")
    told: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return told
