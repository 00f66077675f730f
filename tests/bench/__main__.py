"""Measures the program against its floors: python3 dev.py bench [--json] [--people N] [--sessions M] [names …].

Every line is a ratio to what the same machine does at best in the same run, beside the limit it must keep. The
profile that the large ones need is made once, by the program's own `demo`, and kept in --profile.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Final

import psutil

from tn_desktop.store.profile import Profile

SMALL: Final = ("mark", "export")
"""Benches that make what they need themselves."""
LARGE: Final = ("start", "search", "gaps")
"""Benches in a profile with very many people: their `run` is given it as well."""
NAMED: Final = ("server", "office", "sync")
"""Benches that run only when they are named: these need PostgreSQL."""
DEMO_SECONDS: Final = 360.0
"""How long a million people and 100,000 sessions may take to make; less of them in proportion."""


def main() -> int:
    """Run the benches named, or all of them; the exit status tells only whether they ran."""
    options = _options()

    def emit(name: str, value: float, *, limit: float | None = None, unit: str = "×", **more: object) -> None:
        ok = None if limit is None else value <= limit
        line = {"name": name, "value": value, "limit": limit, "unit": unit, "ok": ok, **more}
        if options.json:
            print(json.dumps(line, ensure_ascii=False), flush=True)
            return
        verdict = {True: "ok", False: "NOT MET", None: ""}[ok]
        told = "  ".join(f"{key}={worth}" for key, worth in more.items())
        bound = "" if limit is None else f"≤ {limit:g}"
        print(f"{name:52} {value:10.3f} {unit:3} {bound:9} {verdict:8} {told}", flush=True)

    names = options.names or [*LARGE, *SMALL]
    profile: Profile | None = None
    for name in names:
        module = import_module(f"tests.bench.{name}_bench")
        if name in LARGE:
            profile = profile or _filled(options, emit)
            module.run(emit, profile)
        else:
            module.run(emit)
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="dev.py bench", description=__doc__)
    parser.add_argument("--json", action="store_true", help="one JSON object a line")
    parser.add_argument("--people", type=int, default=1_000_000)
    parser.add_argument("--sessions", type=int, default=None, help="a tenth of the people unless told")
    parser.add_argument("--profile", type=Path, help="where the large profile is kept between runs")
    parser.add_argument(
        "names", nargs="*", choices=[[], *LARGE, *SMALL, *NAMED], metavar="name", help=", ".join(LARGE + SMALL + NAMED)
    )
    options = parser.parse_args()
    if options.sessions is None:
        options.sessions = options.people // 10
    if options.profile is None:
        options.profile = Path(tempfile.gettempdir()) / f"tn-desktop-bench-{options.people}-{options.sessions}"
    return options


def _filled(options: argparse.Namespace, emit: Callable[..., None]) -> Profile:
    """The profile with demo data, made now if it is not there."""
    profile = Profile.at(options.profile)
    done = options.profile / "filled"
    if not done.exists():
        counts = _fill(options, emit)
        _name_an_owner(profile)
        done.write_text(json.dumps(counts), encoding="utf-8")
    return profile


def _fill(options: argparse.Namespace, emit: Callable[..., None]) -> dict[str, int]:
    command = [sys.executable, "-m", "tn_desktop", "--profile", str(options.profile), "demo", "--json"]
    command += ["--people", str(options.people), "--sessions", str(options.sessions)]
    started = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        most = 0
        watched = psutil.Process(process.pid)
        while process.poll() is None:
            try:
                most = max(most, watched.memory_info().rss)
                process.wait(0.2)
            except (subprocess.TimeoutExpired, psutil.NoSuchProcess):
                continue
        seconds = time.perf_counter() - started
        told = process.stdout.read() if process.stdout else ""
    if process.returncode:
        raise SystemExit("The demo data could not be made.")
    counts: dict[str, int] = json.loads(told)
    limit = DEMO_SECONDS * max(options.people / 1_000_000, 0.01)
    file = Profile.at(options.profile).database
    emit(
        "demo data",
        round(seconds, 1),
        limit=limit,
        unit="s",
        memory_mb=round(most / 1e6),
        file_mb=round(file.stat().st_size / 1e6),
        **counts,
    )
    return counts


def _name_an_owner(profile: Profile) -> None:
    """Nobody shall be asked who she is while the clock runs."""
    from tn_desktop.services import settings
    from tn_desktop.store.database import Database

    with Database.open(profile) as db, db.write("owner") as uow:
        settings.put(uow, settings.OWNER, {"name": "Deniz Yılmaz", "province": "TR-34"})


if __name__ == "__main__":
    sys.exit(main())
