"""Programs with somebody at their keys, started to be killed."""

import json
import os
import queue
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

ROOT: Final = Path(__file__).resolve().parents[2]
LONGEST: Final = 150.0
"""Seconds without a word after which a program counts as stuck."""

Line = list[Any]


class Ended(Exception):
    """The program says nothing any more."""


class Typist:
    """One process: the program itself, or one that forks a program for each round.

    Attributes:
        lines: what it says, see kill_typist; None at its end.
    """

    def __init__(self, profile: Path, errors: Path, *arguments: str) -> None:
        self._errors = errors
        command = [sys.executable, "-m", "tests.soak.kill_typist", str(profile), *arguments]
        with errors.open("wb") as stream:
            self._process = subprocess.Popen(
                command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=stream
            )
        self.lines: queue.SimpleQueue[Line | None] = queue.SimpleQueue()
        self._reader = threading.Thread(target=self._read)
        self._reader.start()

    def _read(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            if line.endswith(b"\n"):  # a torn line was not said
                self.lines.put(json.loads(line))
        self.lines.put(None)

    def next(self, timeout: float = LONGEST) -> Line:
        """The next line.

        Raises:
            Ended: there is none.
            TimeoutError: it did not come in time.
        """
        try:
            line = self.lines.get(timeout=max(0.0, timeout))
        except queue.Empty:
            raise TimeoutError from None
        if line is None:
            self.lines.put(None)
            raise Ended
        return line

    def errors(self) -> str:
        """What it wrote on standard error."""
        return self._errors.read_text(encoding="utf-8", errors="replace")

    def ask(self, number: int) -> None:
        """Have the forking one begin a round."""
        assert self._process.stdin is not None
        self._process.stdin.write(f"{number}\n".encode())
        self._process.stdin.flush()

    def kill(self) -> int:
        """Kill it; returns its status."""
        self._process.send_signal(signal.SIGKILL)
        return self.close()

    def close(self) -> int:
        """Wait for its end, after which `lines` is complete; returns its status."""
        assert self._process.stdin is not None and self._process.stdout is not None
        self._process.stdin.close()
        status = self._process.wait()
        self._reader.join()
        self._process.stdout.close()
        return status


class Round:
    """A program that runs until it is killed.

    Attributes:
        status: its exit status, after `kill`.
    """

    def __init__(self, typist: Typist, pid: int | None) -> None:
        self._typist, self._pid = typist, pid
        self.status = 0
        self._ended = False

    def next(self, timeout: float = LONGEST) -> Line:
        """The next thing that it says; see Typist.next."""
        line = self._typist.next(timeout)
        if line[0] == "end":
            self.status, self._ended = line[1], True
            raise Ended
        return line

    def kill(self) -> Iterator[Line]:
        """Kill it; yields what it had said before it died."""
        if self._pid is None:
            self.status = self._typist.kill()
        elif not self._ended:
            os.kill(self._pid, signal.SIGKILL)
        try:
            while True:
                yield self.next()
        except Ended:
            return


@contextmanager
def nest(profile: Path, errors: Path) -> Iterator[Typist]:
    """A process that forks programs."""
    typist = Typist(profile, errors)
    try:
        yield typist
    finally:
        typist.close()


def forked(typist: Typist, number: int) -> Round:
    """A program whose modules were loaded before it began."""
    typist.ask(number)
    _word, pid = typist.next()
    return Round(typist, pid)


def started(profile: Path, errors: Path, number: int) -> Round:
    """A program as a user starts it."""
    return Round(Typist(profile, errors, str(number)), None)
