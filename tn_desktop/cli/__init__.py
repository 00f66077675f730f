"""The command line: the same services as the window, for automation and the office.

Nothing but the standard library is imported before a command is known, so that a wrong one is answered at once.
"""

import os
import sys
from collections.abc import Sequence
from io import TextIOWrapper

from tn_desktop.cli.arguments import COMMANDS, fronted

__all__ = ["is_command", "main"]


def is_command(argv: Sequence[str]) -> bool:
    """Whether these arguments (without the program's name) are for the command line rather than the window."""
    _options, words = fronted(argv)
    return bool(words) and (words[0] in COMMANDS or words[0] in ("-h", "--help") or not words[0].startswith("-"))


def main(argv: list[str]) -> int:
    """Run one command; `argv` is without the program's name. Returns the exit status: 0 done, 1 refused, 2 usage."""
    _prepare_streams()
    from tn_desktop.cli.arguments import parse

    try:
        arguments = parse(argv)
    except SystemExit as leaving:
        return leaving.code if isinstance(leaving.code, int) else 2
    from tn_desktop.cli.running import run

    return run(arguments)


def _prepare_streams() -> None:
    # A Windows console may be set to a code page without ğ and ş; whoever reads a pipe expects UTF-8. A program
    # without a console has no streams at all.
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115 - kept for the whole run
        elif isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
