"""The one program: without a command it opens the window, with one it works by command line."""

import gc
import sys
from collections.abc import Callable

VALUED = ("--profile", "--database", "--lang", "--passphrase-file", "--screenshot")
"""Options that are followed by a value."""
SELDOM = 200_000
"""So many new objects are looked through at once; loading alone makes half as many, of which none is garbage."""


def wants_window(arguments: list[str]) -> bool:
    """Whether there is nothing but the window's options; light, since the window shall be there at once."""
    rest = iter(arguments)
    for argument in rest:
        name, equals, _value = argument.partition("=")
        if name not in VALUED:
            return False
        if not equals and next(rest, None) is None:
            return False
    return True


def load_window() -> Callable[[list[str]], int]:
    """The window's program, loaded without Python's garbage collection; gui/collector.py has it from then on.

    Nothing of what is just being loaded is garbage, and walking through it takes a tenth of the start.
    """
    gc.disable()
    from tn_desktop.app import run

    return run


def load_command_line() -> Callable[[list[str]], int]:
    """The command line, with a garbage collection that walks seldom through what is there for good.

    Exports and imports make millions of small objects and hardly a cycle; a sixth of their time went into looking.
    When the process ends nothing is looked through any more.
    """
    import atexit

    gc.disable()
    from tn_desktop.cli import main as command_line

    gc.freeze()
    gc.set_threshold(SELDOM, 50, 100)
    gc.enable()
    atexit.register(gc.freeze)
    return command_line


def main() -> int:
    """Run the program; the exit status is 0 done, 1 refused, 2 wrong usage."""
    arguments = sys.argv[1:]
    if wants_window(arguments):
        return load_window()(arguments)
    return load_command_line()(arguments)


if __name__ == "__main__":
    if getattr(sys, "frozen", False):
        # A child process of the frozen program begins here and must go its own way before anything else.
        import multiprocessing

        multiprocessing.freeze_support()
    sys.exit(main())
