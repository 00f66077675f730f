"""Verdicts on what was entered twice, by command line in real processes, on a laptop and on the office's server."""

from pathlib import Path

import pytest

from tests.end2end.test_cli import Program
from tests.end2end.test_server import Office

TIMES = ("starts_at=2026-03-14T13:00", "ends_at=2026-03-14T16:00")


def entered_twice(program: Program | Office) -> tuple[str, str]:
    one, other = (
        program.json("add", "people", f"given_name={name}", "family_name=Işık", "phone=0532 111 22 33")["uid"]
        for name in ("Ayşe", "Ayşen")
    )
    return one, other


def judge_and_take_back(program: Program | Office) -> None:
    one, other = entered_twice(program)
    waiting = program.json("duplicates", "list")
    (row,) = waiting.pop("rows")
    assert waiting == {"total": 1}
    assert {row["one"]["uid"], row["other"]["uid"]} == {one, other}
    assert {row["one"]["name"], row["other"]["name"]} == {"Ayşe Işık", "Ayşen Işık"}
    assert (row["entity"], row["reasons"], row["verdict"]) == ("people", ["phone"], None)
    assert 80 < row["likeness"] < 100

    said = program.json("duplicates", "decide", one, other, "same")
    assert said == {"entity": "people", "one": one, "other": other, "verdict": "same"}
    assert program.json("duplicates", "list")["total"] == 0
    assert program.json("list", "people")["total"] == 1
    (judged,) = program.json("duplicates", "list", "--decided")["rows"]
    assert (judged["verdict"], {judged["one"]["uid"], judged["other"]["uid"]}) == ("same", {one, other})

    assert program.json("duplicates", "decide", other, one, "different")["verdict"] == "different"
    assert program.json("list", "people")["total"] == 2
    assert program.json("duplicates", "undo", one, other)["verdict"] is None
    assert program.json("duplicates", "list")["total"] == 1
    assert program.json("duplicates", "list", "--decided") == {"total": 0, "rows": []}


def test_a_pair_is_listed_judged_and_taken_back(tmp_path: Path) -> None:
    judge_and_take_back(Program(tmp_path / "profile"))


def test_the_office_judges_on_its_server(tmp_path: Path, server_database: str) -> None:
    judge_and_take_back(Office(tmp_path / "profile", server_database))


def test_what_cannot_be_judged_is_refused_in_one_line(tmp_path: Path) -> None:
    program = Program(tmp_path / "profile")
    one, other = entered_twice(program)
    club = program.json("add", "communities", "name=Okuma Kulübü")["uid"]
    assert "communities" in program.refused("duplicates", "decide", one, club, "same")
    assert program.refused("duplicates", "decide", one, one, "same")
    assert "bir" in program.refused("duplicates", "decide", one, "bir", "same")
    assert program.refused("duplicates", "undo", one, other)
    assert program("duplicates", "decide", one, other, "perhaps")[0] == 2
    # Later leaves the pair where it was, and takes an earlier verdict back.
    assert program.json("duplicates", "decide", one, other, "later")["verdict"] is None
    assert program.json("duplicates", "list")["total"] == 1
    program.json("duplicates", "decide", one, other, "different")
    program.json("duplicates", "decide", one, other, "later")
    assert program.json("duplicates", "list")["total"] == 1


@pytest.mark.some(1)
@pytest.mark.parametrize(
    ("language", "why"), [("tr", "telefonu aynı, adlar %95 benzer"), ("en", "same telephone, names 95% alike")]
)
def test_people_read_who_the_two_are_and_what_speaks_for_it(tmp_path: Path, language: str, why: str) -> None:
    program = Program(tmp_path / "profile")
    one, other = entered_twice(program)
    status, out, _error = program("duplicates", "list", "--lang", language)
    line, count = out.splitlines()
    assert status == 0 and one in line and other in line and "Ayşen Işık" in line
    assert line.endswith(why)
    assert count.endswith("1")
