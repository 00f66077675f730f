"""`dev.py soak [OPTION…]`: the program under long use: a working year, or `soak kills`: a thousand kills."""

import argparse
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from tests.soak.fuzz import in_a_process
from tests.soak.kills import IMPORTS, Result, rounds
from tests.soak.years import MOST, live


def main() -> int:
    """Run what was asked for; the status is 0 if nothing was lost and nothing grew."""
    parser = argparse.ArgumentParser(prog="dev.py soak", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    kills = commands.add_parser("kills", help="kill the program at random moments and look for what is lost")
    kills.add_argument("--count", type=int, default=1000, help="how often (1000)")
    kills.add_argument("--workers", type=int, default=2, help="profiles at once (2)")
    kills.add_argument("--imports", type=float, default=IMPORTS, help=f"share that meet a command line ({IMPORTS})")
    year = commands.add_parser("year", help="use the window for a year and look at its memory (without a word)")
    year.add_argument("--actions", type=int, default=10_000, help="how many (10,000)")
    year.add_argument("--weeks", type=int, default=50, help="in how many parts they are measured (50)")
    year.add_argument("--people", type=int, default=2_000, help="in the notebook (2,000)")
    year.add_argument("--sessions", type=int, default=200, help="in the notebook (200)")
    year.add_argument("--openings", type=int, default=3, help="how often the program is opened before and after (3)")
    year.add_argument("--folder", type=Path, help="where it is lived and stays; a year that ended there goes on")
    fuzzing = commands.add_parser("fuzz", help="any bytes for the readers, led by coverage, where atheris is installed")
    fuzzing.add_argument("--seconds", type=int, default=60, help="for so long (60)")
    for command in (kills, year):
        command.add_argument("--seed", type=int, default=1, help="of everything that is left to chance (1)")
    words = sys.argv[1:]
    given = parser.parse_args(
        words if words and words[0] in ("kills", "year", "fuzz", "-h", "--help") else ["year", *words]
    )
    if given.command == "fuzz":
        return in_a_process(given.seconds)
    return _kills(given) if given.command == "kills" else _year(given)


def _kills(given: argparse.Namespace) -> int:
    started, told, result = time.monotonic(), 0, Result()
    with tempfile.TemporaryDirectory(prefix="tn-desktop-kills-") as folder:
        for result in rounds(given.count, given.seed, given.workers, Path(folder), given.imports):
            total = result.kills + result.finished
            if total >= told + 50:
                told = total
                print(f"{time.monotonic() - started:6.0f} s  {result}", flush=True)
    print(f"{time.monotonic() - started:6.0f} s  {result}", *result.lost, sep="\n", flush=True)
    return 1 if result.lost else 0


def _year(given: argparse.Namespace) -> int:
    def tell(line: dict[str, Any]) -> None:
        text = (
            "{seconds:6} s, week {week:2}: {actions:6} actions, {memory:7.1f} MB, {in_use:.1f} used, {widgets} widgets"
        )
        print(text.format(**line), flush=True)

    with tempfile.TemporaryDirectory(prefix="tn-desktop-year-") as temporary:
        folder = given.folder or Path(temporary)
        numbers = given.actions, given.weeks, given.seed, given.people, given.sessions
        judged = live(folder, *numbers, tell, given.openings)
    if judged.lines:
        print(judged, "More of:", *(f"  {count:6} {name}" for name, count in judged.grown.items()), sep="\n")
    print(*judged.problems, sep="\n")
    return 1 if judged.problems or not judged.lines or judged.growth > MOST else 0


if __name__ == "__main__":
    sys.exit(main())
