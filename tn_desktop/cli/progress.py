"""How far a long command is: one line of the terminal, written over; nothing where the output goes into a file."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final, TextIO

EVERY: Final = 0.1
"""Seconds between two changes of the line."""


class ProgressLine:
    """The line.

    Args:
        stream: where it stands; it is silent unless that is a terminal.
    """

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._terminal = stream.isatty()
        self._length = 0
        self._told = 0.0

    def tell(self, text: str) -> None:
        """Show a text instead of the one before, unless that is very new."""
        now = time.monotonic()
        if self._terminal and now - self._told >= EVERY:
            self._stream.write("\r" + text.ljust(self._length))
            self._stream.flush()
            self._length, self._told = len(text), now

    def close(self) -> None:
        """Leave nothing of it."""
        if self._length:
            self._stream.write("\r" + " " * self._length + "\r")
            self._stream.flush()


@contextmanager
def progress_line() -> Iterator[ProgressLine]:
    """The line on standard error, as long as a command runs."""
    line = ProgressLine(sys.stderr)
    try:
        yield line
    finally:
        line.close()
