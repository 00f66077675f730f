"""The passphrase by command line: real processes, real files."""

import json
import time
from pathlib import Path

import pytest

from tests.end2end.test_cli import Program
from tests.unit.store import damage


@pytest.fixture
def program(tmp_path: Path) -> Program:
    return Program(tmp_path / "profile")


def test_a_profile_is_protected_used_backed_up_and_restored(program: Program, tmp_path: Path) -> None:
    secret, other = tmp_path / "secret", tmp_path / "other"
    secret.write_text("kırmızı şemsiye 7\n", encoding="utf-8")
    other.write_text("bambaşka bir parola\n", encoding="utf-8")
    uid = program.json("add", "people", "given_name=Zübeyde")["uid"]
    recovery = program.json("protect", "--new-passphrase-file", secret)["recovery_key"]
    assert len(recovery.split("-")) == 8
    assert "Zübeyde".encode() not in (program.profile / "tn-desktop.db").read_bytes()
    assert "--passphrase-file" in program.refused("list", "people")
    assert "not the passphrase" in program.refused("list", "people", "--passphrase-file", other)
    assert program.json("show", "people", uid, "--passphrase-file", secret)["given_name"] == "Zübeyde"
    stick = tmp_path / "stick"
    stick.mkdir()
    program.json("backup", stick / "yedek.db", "--passphrase-file", secret)
    changed = program.json("protect", "--new-passphrase-file", other, "--passphrase-file", secret)
    assert changed["recovery_key"] is None
    assert program.json("list", "people", "--passphrase-file", other)["total"] == 1
    elsewhere = Program(tmp_path / "elsewhere")
    assert "passphrase" in elsewhere.refused("restore", stick / "yedek.db")
    elsewhere.json("restore", stick / "yedek.db", "--passphrase-file", secret)
    assert elsewhere.json("list", "people", "--passphrase-file", secret)["total"] == 1
    assert elsewhere.json("check", "--passphrase-file", secret)["ok"]


def test_a_passphrase_that_is_too_short_changes_nothing(program: Program, tmp_path: Path) -> None:
    short = tmp_path / "short"
    short.write_text("kısa\n", encoding="utf-8")
    program.json("add", "people", "given_name=Ali")
    assert "short" in program.refused("protect", "--new-passphrase-file", short)
    assert program.json("list", "people")["total"] == 1


@pytest.mark.thorough
def test_damage_is_told_by_check_and_rescued(program: Program, tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("kırmızı şemsiye 7\n", encoding="utf-8")
    program.json("demo", "--people", "40", "--sessions", "4")
    program.json("protect", "--new-passphrase-file", secret)
    file = program.profile / "tn-desktop.db"
    file.write_bytes(damage.header(bytearray(file.read_bytes())))
    status, out, error = program("check", "--json", "--passphrase-file", secret)
    answer = json.loads(out)
    assert status == 1 and not answer["ok"] and answer["backup"] is None
    assert len(error.splitlines()) == 1 and "Restore" in error
    told = program.json("rescue", "--passphrase-file", secret)
    assert told["read"]["people"] == 40 and told["lost"] == {} and Path(told["kept"]).exists()
    assert program.json("check", "--passphrase-file", secret) == {"ok": True, "problems": []}
    assert program.json("list", "people", "--passphrase-file", secret)["total"] == 40


@pytest.mark.thorough
def test_wrong_passphrases_slow_the_next_ones_down(program: Program, tmp_path: Path) -> None:
    secret, wrong = tmp_path / "secret", tmp_path / "wrong"
    secret.write_text("kırmızı şemsiye 7\n", encoding="utf-8")
    wrong.write_text("mavi şemsiye 8\n", encoding="utf-8")
    program.json("add", "people", "given_name=Ali")
    program.json("protect", "--new-passphrase-file", secret)
    for _ in range(5):
        assert "not the passphrase" in program.refused("list", "people", "--passphrase-file", wrong)
    assert (program.profile / "keys.tries").read_text() == "5"
    begun = time.monotonic()
    assert program.json("list", "people", "--passphrase-file", secret)["total"] == 1
    assert time.monotonic() - begun >= 2, "the right one waits as well, and then opens"
    assert not (program.profile / "keys.tries").exists()
