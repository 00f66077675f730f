"""Whether a database file is encrypted, told by its first bytes; light, since the window asks it when it starts."""

from pathlib import Path
from typing import Final

_PLAIN: Final = b"SQLite format 3\0"


def is_plain(file: Path) -> bool:
    """Whether a file begins as an unencrypted database; True as well where there is no file, or an empty one."""
    try:
        with file.open("rb") as opened:
            start = opened.read(len(_PLAIN))
    except FileNotFoundError:
        return True
    return start in (b"", _PLAIN)
