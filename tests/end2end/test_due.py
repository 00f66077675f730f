"""The review list by command line: listed, and nothing destroyed that nobody names."""

from pathlib import Path

from tests.end2end.test_cli import Program


def test_what_is_past_its_time_is_listed_and_goes_by_name(tmp_path: Path) -> None:
    program = Program(tmp_path / "profile")
    stakeholder = program.json("add", "stakeholders", "name=Dernek")["uid"]
    for day in ("2015-03-01", "2016-03-01"):
        program.json("add", "engagements", f"stakeholder={stakeholder}", f"date={day}", "summary=Ayşe Hanım hasta")
    listed = program.json("due")
    assert listed["notes"]["total"] == 2 and listed["notes"]["years"] == 5
    assert listed["people"]["total"] == listed["exports"]["total"] == 0
    uid = listed["notes"]["rows"][0]["uid"]
    assert "authority" in program.refused("due", "--destroy", "notes", uid)
    assert "Name" in program.refused("due", "--destroy", "notes", "--authority", "Kurul")
    assert "not past" in program.refused("due", "--destroy", "notes", uid, stakeholder, "--authority", "Kurul")
    assert program.json("due")["notes"]["total"] == 2
    assert program.json("due", "--destroy", "notes", uid, "--authority", "Kurul") == {"rule": "notes", "count": 1}
    (left,) = program.json("due")["notes"]["rows"]
    assert left["uid"] != uid
    assert program.json("list", "engagements")["total"] == 1
