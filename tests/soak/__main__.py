"""`python -m tests.soak [kills] [OPTION…]`: the program under long use."""

import argparse
import sys
import tempfile
import time
from pathlib import Path

from tests.soak.kills import Result, rounds


def main() -> int:
    """Run what was asked for; the status is 0 if nothing was lost."""
    parser = argparse.ArgumentParser(prog="dev.py soak", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    kills = commands.add_parser("kills", help="kill the program at random moments and look for what is lost")
    kills.add_argument("--count", type=int, default=1000, help="how often (1000)")
    kills.add_argument("--workers", type=int, default=2, help="profiles at once (2)")
    for command in (kills,):
        command.add_argument("--seed", type=int, default=1, help="of everything that is left to chance (1)")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="tn-desktop-soak-") as folder:
        return _kills(given, Path(folder))


def _kills(given: argparse.Namespace, folder: Path) -> int:
    started, told, result = time.monotonic(), 0, Result()
    for result in rounds(given.count, given.seed, given.workers, folder):
        total = result.kills + result.finished
        if total >= told + 50:
            told = total
            print(f"{time.monotonic() - started:6.0f} s  {result}", flush=True)
    print(f"{time.monotonic() - started:6.0f} s  {result}", *result.lost, sep="\n", flush=True)
    return 1 if result.lost else 0


if __name__ == "__main__":
    sys.exit(main())
