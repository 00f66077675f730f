"""Whoever reads the command line reads names; programs read uids."""

from pathlib import Path

import pytest

from tests.end2end.test_cli import Program


@pytest.fixture
def program(tmp_path: Path) -> Program:
    return Program(tmp_path / "profile")


@pytest.mark.thorough
def test_relations_are_told_by_name_and_in_json_by_uid(program: Program) -> None:
    person = program.json("add", "people", "given_name=Ayşe", "family_name=Yılmaz")["uid"]
    community = program.json("add", "communities", "name=Iğdır Çemberi")["uid"]
    member = program.json("add", "memberships", f"person={person}", f"community={community}")["uid"]
    workshop = program.json("add", "workshops", "title=Problem Ağacı", f"communities={community}")["uid"]
    times = ("starts_at=2026-03-14T13:00", "ends_at=2026-03-14T16:00")
    session = program.json("add", "sessions", f"workshop={workshop}", f"facilitators={person}", *times)["uid"]
    said = program("show", "memberships", member, "--lang", "en")[1]
    assert "Person: Ayşe Yılmaz" in said and "Community: Iğdır Çemberi" in said
    assert "Kolaylaştırıcılar: Ayşe Yılmaz" in program("show", "sessions", session, "--lang", "tr")[1]
    listed = program("list", "memberships", "--lang", "en")[1]
    assert "Ayşe Yılmaz · Iğdır Çemberi" in listed and listed.startswith(member)
    assert program.json("show", "memberships", member)["person"] == person
