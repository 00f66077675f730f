"""Commands while another program writes for long, like an import: who reads goes on, who writes waits and says so."""

import signal
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from tests.end2end.test_cli import Program


@pytest.fixture
def program(tmp_path: Path) -> Program:
    return Program(tmp_path / "profile")


@contextmanager
def writing(program: Program) -> Iterator[sqlite3.Connection]:
    """The lock of those who write, as an import holds it."""
    with closing(sqlite3.connect(program.profile / "tn-desktop.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield other


def test_who_reads_goes_on(program: Program, tmp_path: Path) -> None:
    uid = program.json("add", "people", "given_name=Ayşe")["uid"]
    with writing(program):
        assert program.json("list", "people")["total"] == 1
        assert program.json("show", "people", uid)["given_name"] == "Ayşe"
        assert program.json("sync", "conflicts") == {"rows": []}
        assert program.json("exports")["total"] == 0


def test_who_writes_waits_and_says_so_in_one_line(program: Program) -> None:
    program.json("add", "people", "given_name=Ayşe")
    for language, words in (("en", "waiting for its turn"), ("tr", "sıra bekleniyor")):
        with writing(program) as other:
            command = ("--profile", program.profile, "--lang", language, "add", "people", "given_name=Can")
            process = program.start(*command)
            assert process.stderr is not None
            assert words in process.stderr.readline()
            other.execute("ROLLBACK")
            _out, error = process.communicate(timeout=600)
        assert (process.returncode, error) == (0, "")
    assert program.json("list", "people")["total"] == 3


@pytest.fixture
def ctrl_c_is_heard() -> Iterator[None]:
    """A shell has it ignored by what it begins in the background, and by all that this begins."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("ctrl_c_is_heard")
@pytest.mark.skipif(sys.platform == "win32", reason="no signals there")
def test_ctrl_c_ends_the_waiting(program: Program) -> None:
    program.json("add", "people", "given_name=Ayşe")
    with writing(program):
        process = program.start("--profile", program.profile, "--lang", "en", "add", "people", "given_name=Can")
        assert process.stderr is not None and "waiting for its turn" in process.stderr.readline()
        process.send_signal(signal.SIGINT)
        _out, error = process.communicate(timeout=600)
    assert (process.returncode, error) == (1, "Stopped.\n")
    assert program.json("list", "people")["total"] == 1
