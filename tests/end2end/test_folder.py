"""The shared folder by command line: real processes, one pass at a time and staying."""

import json
import signal
import sys
from pathlib import Path

import pytest

from tests.end2end.test_cli import Program


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "Ortak"
    place.mkdir()
    return place


@pytest.fixture
def ayse(tmp_path: Path) -> Program:
    return Program(tmp_path / "ayse")


@pytest.fixture
def baran(tmp_path: Path) -> Program:
    return Program(tmp_path / "baran")


@pytest.mark.thorough
def test_one_pass_each_brings_two_profiles_in_step(ayse: Program, baran: Program, folder: Path) -> None:
    uid = ayse.json("add", "people", "given_name=Işık")["uid"]
    first = ayse.json("sync", "folder", folder)
    (name,) = first["written"]
    assert first == {
        "files": [],
        "added": 0,
        "changed": 0,
        "removed": 0,
        "conflicts": 0,
        "batch": None,
        "attachments": {"taken": 0, "waiting": 0},
        "given": [],
        "written": [name],
        "waiting": [],
    }
    baran.json("add", "people", "given_name=Umut")
    second = baran.json("sync", "folder", folder)
    assert second["files"] == [{"file": name, "status": "applied", "reason": None}]
    assert second["added"] == 1 and second["batch"] == 1 and len(second["written"]) == 1
    assert ayse.json("sync", "folder", folder)["added"] == 1
    assert baran.json("show", "people", uid)["given_name"] == "Işık"
    status, out, error = ayse("sync", "folder", folder)
    assert (status, error) == (0, "") and out.strip()
    refusal = ayse.refused("sync", "folder", folder / "yok")
    assert "yok" in refusal


@pytest.mark.thorough
@pytest.mark.skipif(sys.platform == "win32", reason="a signal that ends a program politely")
def test_watching_goes_on_until_it_is_stopped_and_says_each_pass_in_one_line(
    ayse: Program, baran: Program, folder: Path
) -> None:
    watching = baran.start("--profile", baran.profile, "sync", "folder", folder, "--watch", "--every", "0.2", "--json")
    assert watching.stdout is not None
    uid = ayse.json("add", "people", "given_name=Işık")["uid"]
    ayse.json("sync", "folder", folder)
    told = json.loads(watching.stdout.readline())
    assert told["added"] == 1 and [one["status"] for one in told["files"]] == ["applied"]
    baran.json("set", "people", uid, "institution=Atatürk Ortaokulu")
    told = json.loads(watching.stdout.readline())
    assert len(told["written"]) == 1
    watching.send_signal(signal.SIGTERM)
    assert watching.wait(180) == 0 and watching.communicate()[1] == ""
    assert ayse.json("sync", "folder", folder)["changed"] == 1
    assert ayse.json("show", "people", uid)["institution"] == "Atatürk Ortaokulu"
