"""Wrong passphrases slow the next ones down, in the window and on the command line, also after a restart.

What is kept beside the key file is only how many were wrong; how long one waits follows from it. No time of day is
kept: whoever sets the clock forward wins nothing, and a clock that was set back keeps nobody out. Each start waits its
whole wait anew. Nobody is ever locked out for good. A guess is counted before it is tried, so that ending the program
saves none. This holds up who sits at the keyboard; what holds up who takes the files along is what a guess costs
(store/keys.py).
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from tn_desktop.store.keys import WrongPassphrase

FREE: Final = 3
"""So many wrong passphrases cost no waiting: fingers slip."""
LONGEST: Final = 60
"""Seconds that one waits at most."""
_MOST: Final = 1_000_000


def tries_file(key_file: Path) -> Path:
    """Where the number of wrong passphrases is kept."""
    return key_file.with_suffix(".tries")


def wrong_so_far(key_file: Path) -> int:
    """How many passphrases were wrong since the last right one; 0 where nothing, or nonsense, is kept."""
    try:
        text = tries_file(key_file).read_text(encoding="ascii").strip()
    except (OSError, ValueError):
        return 0
    return min(int(text), _MOST) if text.isdecimal() and len(text) < 12 else 0


def wait_before(key_file: Path) -> int:
    """Seconds to wait before the next try: 1, 2, 4 … after those that are free."""
    return wait_after(wrong_so_far(key_file))


def wait_after(wrong: int) -> int:
    """The same after so many wrong ones."""
    return 0 if wrong <= FREE else min(LONGEST, 2 ** min(wrong - FREE - 1, 10))


@contextmanager
def counted(key_file: Path) -> Iterator[None]:
    """Around one try: it counts as wrong until it has turned out to be right, or never was a try."""
    before = wrong_so_far(key_file)
    _keep(key_file, before + 1)
    try:
        yield
    except WrongPassphrase:
        raise
    except Exception:
        _keep(key_file, before)
        raise
    _keep(key_file, 0)


def _keep(key_file: Path, wrong: int) -> None:
    file = tries_file(key_file)
    with suppress(OSError):  # a stick that cannot be written to: the window counts by itself, as long as it is open
        if not wrong:
            file.unlink(missing_ok=True)
            return
        temporary = file.with_name(file.name + ".new")
        temporary.write_text(str(wrong), encoding="ascii")
        os.replace(temporary, file)
