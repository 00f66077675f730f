"""The program's log: what happened and where in the code, never whose data it was about.

Messages are templates without values; of an error only its kind and the places in the code are kept, since the text
of a database error can hold a whole row.
"""

import logging
import os
import re
import sys
import traceback
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import IO, Final

from tn_desktop.store.profile import Profile

CRASH_TOLD: Final = 20_000
"""Letters of a crash that are told at most, the last ones."""
_FILE_LINE: Final = re.compile(r'File "([^"\n]*)"')
LARGEST: Final = 1_000_000
FORMAT: Final = "%(asctime)s %(levelname)s %(name)s: %(message)s"


def facts(error: BaseException) -> str:
    """The kinds of an error and of those behind it, with the places in the code; no message, no value."""
    parts = []
    seen: BaseException | None = error
    while seen is not None:
        parts.append(f"{type(seen).__module__}.{type(seen).__qualname__}")
        parts += [
            f"  {_module(frame.filename)}:{frame.lineno} {frame.name}"
            for frame in traceback.extract_tb(seen.__traceback__)
        ]
        seen = seen.__cause__ or (None if seen.__suppress_context__ else seen.__context__)
    return "\n".join(parts)


def _module(filename: str) -> str:
    """A file's name from its package on: the rest of the path names a person's home."""
    path = Path(filename)
    for name in ("tn_desktop", "site-packages"):
        if name in path.parts:
            return "/".join(path.parts[path.parts.index(name) :])
    return path.name


class PlainFormatter(logging.Formatter):
    """Writes of an exception only its facts."""

    def formatException(self, ei: object) -> str:  # noqa: N802
        error = ei[1] if isinstance(ei, tuple) else None
        return facts(error) if isinstance(error, BaseException) else ""


def start_log(profile: Profile) -> Path:
    """Write the program's log into the profile; the one before is kept as .1 once it is large. Returns the file."""
    file = profile.logs / "tn-desktop.log"
    if file.exists() and file.stat().st_size > LARGEST:
        file.replace(file.with_suffix(".log.1"))
    handler = logging.FileHandler(file, encoding="utf-8", delay=True)
    handler.setFormatter(PlainFormatter(FORMAT))
    logger = logging.getLogger("tn_desktop")
    logger.setLevel(logging.INFO)
    logger.addHandler(handler)
    return file


def start_crash_log(profile: Profile) -> IO[str]:
    """Let Python write where it was into crash.log if it ever dies; the file stays open as long as the program."""
    import faulthandler

    file = (profile.logs / "crash.log").open("a", encoding="utf-8")
    faulthandler.enable(file)
    return file


def last_crash(profile: Profile) -> str:
    """What Python wrote when the program died the last time, without the paths of this computer; "" if it did not."""
    try:
        text = (profile.logs / "crash.log").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
    return _FILE_LINE.sub(lambda found: f'File "{_module(found[1])}"', text[-CRASH_TOLD:]).strip()


def forget_crash(profile: Profile) -> None:
    """It was told."""
    with suppress(OSError):
        os.truncate(profile.logs / "crash.log", 0)


def stop_logs(crash_log: IO[str]) -> None:
    """Close the log and the file of `start_crash_log`."""
    import faulthandler

    logger = logging.getLogger("tn_desktop")
    for handler in tuple(logger.handlers):
        if isinstance(handler.formatter, PlainFormatter):
            logger.removeHandler(handler)
            handler.close()
    faulthandler.disable()
    crash_log.close()


def log_uncaught(
    kind: type[BaseException], error: BaseException, where: TracebackType | None, logger: logging.Logger
) -> None:
    """Log an error nobody caught; a keyboard interrupt goes the usual way."""
    if issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, error, where)
        return
    logger.error("not caught", exc_info=(kind, error, where))
