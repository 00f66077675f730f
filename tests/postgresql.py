"""A PostgreSQL server for tests: `python3 tests/postgresql.py COMMAND [ARGUMENT…]` runs a command beside one.

The server is made anew in a temporary folder, listens on this computer alone, asks for a password, and is gone when
the command ends. The command finds it by TN_DESKTOP_TEST_POSTGRESQL. Needs only the standard library.
"""

import os
import random
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

VARIABLE = "TN_DESKTOP_TEST_POSTGRESQL"
"""Environment variable with the address of a server on which tests may make and drop databases."""
HOW = (
    "no PostgreSQL server to test with. Install one (Debian: sudo apt-get install postgresql) and start the tests "
    "by “python3 tests/postgresql.py python3 dev.py test”"
)
HASTY = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off", "autovacuum": "off"}
"""A test's data need not outlive a power cut."""


def programs() -> Path | None:
    """The folder with the newest initdb and postgres that are installed."""
    found = [path.parent for path in Path("/usr/lib/postgresql").glob("*/bin/initdb")]
    found.sort(key=lambda folder: float(folder.parent.name))
    there = shutil.which("initdb")
    return found[-1] if found else Path(there).resolve().parent if there else None


@contextmanager
def server(*, hasty: bool = True, kept: Path | None = None) -> Iterator[str]:
    """Run a new server and give its address, of an owner who may make databases.

    Args:
        hasty: without waiting for the disk, as tests want it; a benchmark does not.
        kept: where its data stay, and are found by the next one.
    """
    installed = programs()
    if installed is None:
        raise FileNotFoundError(HOW)
    # PostgreSQL refuses to run as root.
    owner: Mapping[str, Any] = {"user": "postgres", "group": "postgres", "extra_groups": []} if _is_root() else {}
    folder = kept or Path(tempfile.mkdtemp(prefix="tn-postgresql-"))
    folder.mkdir(parents=True, exist_ok=True)
    try:
        if owner:
            shutil.chown(folder, "postgres", "postgres")
        data, secret = folder / "data", folder / "password"
        secret.write_text("secret", encoding="utf-8")
        secret.chmod(0o644)
        make = ["--auth=scram-sha-256", f"--pwfile={secret}", "--username=tn", "--encoding=UTF8", "--locale=C.UTF-8"]
        if not (data / "PG_VERSION").exists():
            _run([installed / "initdb", "--pgdata", data, "--no-sync", *make], owner, folder)
        port = free_port()
        options = {"port": str(port), "listen_addresses": "127.0.0.1", "unix_socket_directories": ""}
        options |= {"max_connections": "200", "shared_buffers": "256MB", **(HASTY if hasty else {})}
        flags = " ".join(f"--{name}={value or chr(39) * 2}" for name, value in options.items())
        control = [installed / "pg_ctl", "--pgdata", data, "--wait", "--silent"]
        if (data / "postmaster.pid").exists():
            # Whoever started it before was killed; it may run on, or not.
            stop = [str(part) for part in (*control, "--mode", "fast", "stop")]
            subprocess.run(stop, check=False, cwd=folder, **owner)  # type: ignore[call-overload]
        _run([*control, "--log", folder / "log", "--options", flags, "start"], owner, folder)
        try:
            yield f"postgresql+psycopg://tn:secret@127.0.0.1:{port}/postgres"
        finally:
            _run([*control, "--mode", "immediate" if hasty else "fast", "stop"], owner, folder)
    finally:
        if kept is None:
            shutil.rmtree(folder, ignore_errors=True)


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def _run(command: list[object], owner: Mapping[str, Any], folder: Path) -> None:
    # No pipe: the server would hold it open.
    with (folder / "setup").open("w+", encoding="utf-8") as said:
        done = subprocess.run([str(part) for part in command], stdout=said, stderr=said, cwd=folder, **owner)  # type: ignore[call-overload]
        if done.returncode:
            said.seek(0)
            raise RuntimeError(said.read())


def free_port() -> int:
    """A port of this computer that nobody has, and that no connection to elsewhere is given before it is used.

    The system gives those ports of its own range, above these; another test may connect at any moment.
    """
    while True:
        with socket.socket() as probe:
            try:
                probe.bind(("127.0.0.1", random.randrange(20_000, 30_000)))
            except OSError:
                continue
            return int(probe.getsockname()[1])


def main(arguments: list[str]) -> int:
    """Run a command beside a server; without PostgreSQL, alone, which is said."""
    if not arguments:
        print(__doc__)
        return 2
    if os.environ.get(VARIABLE):
        return subprocess.run(arguments, check=False).returncode
    if programs() is None:
        print(f"There is {HOW}.", file=sys.stderr)
        return subprocess.run(arguments, check=False).returncode
    # Whoever ends this ends the server as well.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    with server() as address:
        return subprocess.run(arguments, env={**os.environ, VARIABLE: address}, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
