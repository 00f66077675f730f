"""A process that has loaded the program and forks for every command: loading is most of what a command costs.

Each command still has a process of its own and goes from the first line of tn_desktop/__main__.py to Python's own end.
Linux alone has all that this needs; elsewhere every command begins with Python.
"""

import json
import os
import runpy
import socket
import subprocess
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path
from selectors import EVENT_READ, DefaultSelector

ROOT = Path(__file__).resolve().parents[2]
POSSIBLE = sys.platform == "linux" and hasattr(os, "pidfd_open")
LOADED = (
    "alembic.command",
    "alembic.op",
    "asyncio",
    "importlib.metadata",
    "multiprocessing.connection",
    "openpyxl",
    "psutil",
    "sqlalchemy",
    "sqlalchemy.dialects.sqlite",
    "sqlcipher3",
    "tn_desktop.cli.commands",
)
LONGEST = 100_000
"""Bytes of a request: arguments and environment."""


class Oven:
    """Keeps the process warm, for as long as this one lives."""

    def __init__(self, environment: dict[str, str]) -> None:
        self._ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with theirs:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "tests.end2end.warm", str(theirs.fileno())],
                cwd=ROOT,
                env=environment,
                pass_fds=[theirs.fileno()],
                stdout=subprocess.DEVNULL,
            )

    def alive(self) -> bool:
        """Whether it takes requests."""
        return self._process.poll() is None

    def run(self, words: list[str], environment: dict[str, str], seconds: float) -> tuple[int, str, str]:
        """Run a command; its exit status, standard output and standard error."""
        with ExitStack() as stack:
            out, error = (stack.enter_context(tempfile.TemporaryFile("w+", encoding="utf-8")) for _ in range(2))
            ours, theirs = (stack.enter_context(end) for end in socket.socketpair())
            request = json.dumps([words, environment]).encode()
            socket.send_fds(self._ours, [request], [out.fileno(), error.fileno(), theirs.fileno()])
            theirs.close()
            ours.settimeout(seconds)
            answer = ours.recv(100)
            assert answer, "the warm process has died"
            out.seek(0)
            error.seek(0)
            return int(answer), out.read(), error.read()

    def close(self) -> None:
        """Let it end, which it does as soon as nobody can send anything any more."""
        self._ours.close()
        self._process.wait()


_ovens: list[Oven] = []


def run(words: list[str], environment: dict[str, str], seconds: float) -> tuple[int, str, str]:
    """Run a command of the program; its exit status, standard output and standard error."""
    if not _ovens or not _ovens[0].alive():
        _ovens[:] = [Oven(environment)]
    return _ovens[0].run(words, environment, seconds)


def close() -> None:
    """At the end of all tests."""
    while _ovens:
        _ovens.pop().close()


def _serve(requests: socket.socket) -> None:
    """Fork for each request, until whoever sends them is gone; returns in the child alone, which is to run it."""
    running: dict[int, tuple[int, socket.socket]] = {}
    with DefaultSelector() as selector:
        selector.register(requests, EVENT_READ)
        while True:
            for key, _ in selector.select():
                if key.fileobj is requests:
                    message, handles, _flags, _address = socket.recv_fds(requests, LONGEST, 3)
                    if not message:
                        sys.exit()
                    words, environment = json.loads(message)
                    pid = os.fork()
                    if not pid:
                        _become(words, environment, *handles)
                        return
                    os.close(handles[0])
                    os.close(handles[1])
                    watch = os.pidfd_open(pid)
                    running[watch] = (pid, socket.socket(fileno=handles[2]))
                    selector.register(watch, EVENT_READ)
                else:
                    watch = key.fd
                    selector.unregister(watch)
                    os.close(watch)
                    pid, asked = running.pop(watch)
                    with asked:
                        asked.sendall(str(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])).encode())


def _become(words: list[str], environment: dict[str, str], out: int, error: int, asked: int) -> None:
    """Be what a command finds when it starts."""
    os.dup2(out, 1)
    os.dup2(error, 2)
    for handle in (out, error, asked):
        os.close(handle)
    os.environ.clear()
    os.environ.update(environment)
    sys.argv[1:] = words


def _main() -> None:
    for module in LOADED:
        __import__(module)
    with socket.socket(fileno=int(sys.argv[1])) as requests:
        _serve(requests)
    runpy.run_module("tn_desktop", run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    _main()
