"""Encrypts copies of a notebook, or changes their passphrase, and dies in each at another moment.

Usage: -m tests.unit.store.killed_encrypting PROFILE TARGET [NEW]. Prints the folder of every copy; the last ones lived.
"""

import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tn_desktop.services import secrecy
from tn_desktop.store import encrypting, keys
from tn_desktop.store.profile import Profile

PASSPHRASE = "kırmızı şemsiye 7"
AT_MOST = 100
CHEAP = {"n": 2**10, "r": 8, "p": 1}


def die_at(moment: int) -> None:
    """Before each of the steps that change something on the disk there is a moment to die at."""
    passed = 0

    def tick() -> None:
        nonlocal passed
        passed += 1
        if passed == moment:
            os._exit(9)

    def around(function: Callable[..., Any]) -> Callable[..., Any]:
        def call(*given: Any, **named: Any) -> Any:
            tick()
            return function(*given, **named)

        return call

    for name in ("_copy", "_compare", "wipe"):
        setattr(encrypting, name, around(getattr(encrypting, name)))
    os.replace, os.fsync = around(os.replace), around(os.fsync)


def main(source: str, target: str, new: str = "") -> None:
    keys._COST.update(CHEAP)
    for moment in range(1, AT_MOST):
        folder = Path(target) / str(moment)
        shutil.copytree(source, folder)
        child = os.fork()
        if child == 0:
            die_at(moment)
            profile = Profile.at(folder)
            if new:
                secrecy.change_passphrase(secrecy.unlock(profile, PASSPHRASE), new)
            else:
                secrecy.protect(profile, PASSPHRASE)
            os._exit(0)
        print(folder, flush=True)
        if os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0:
            return
    raise SystemExit("it never came to an end")


if __name__ == "__main__":
    main(*sys.argv[1:])
