"""Nothing leaves unlogged by command line: every command is known here, and those that write a file are run."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.end2end.test_cli import Program
from tn_desktop.cli.arguments import COMMANDS
from tn_desktop.cli.sync import _ACTIONS
from tn_desktop.model.registry import ENTITIES
from tn_desktop.services.export_log import ITSELF, KINDS

WRITES_NONE = frozenset(
    (
        "add", "set", "remove", "list", "mark", "import", "demo", "restore", "check", "rescue", "erase", "exports",
        "protect", "due", "texts", "duplicates",
        "sync apply", "sync undo", "sync conflicts",
    )
)  # fmt: skip
"""Commands that write no file outside the profile."""


class Office:
    """A profile with a little of everything.

    Attributes:
        out: where files go.
    """

    def __init__(self, folder: Path) -> None:
        self.program, self.out = Program(folder / "profile"), folder / "out"
        self.out.mkdir()
        self.program.json("demo", "--people", 30, "--sessions", 2)

    def uid(self, entity: str) -> str:
        """Some row."""
        return str(self.program.json("list", entity, "--limit", 1)["rows"][0]["uid"])

    def logged(self) -> list[dict[str, Any]]:
        return list(self.program.json("exports")["rows"])


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    return Office(tmp_path_factory.mktemp("office"))


def output_file(office: Office) -> tuple[object, ...]:
    plan = office.out.parent / "plan.pdf"
    plan.write_bytes(b"a plan")
    uid = office.program.json("add", "outputs", "title=Plan", f"file={plan}")["uid"]
    return "show", "outputs", uid, "--save-file", office.out / "plan.pdf", "--recipient", "Fon"


WRITES: dict[str, Callable[[Office], tuple[object, ...]]] = {
    "show": output_file,
    "export": lambda one: ("export", "sessions", one.out / "a.ics", "--recipient", "Fon"),
    "sheet": lambda one: ("sheet", one.uid("sessions"), one.out / "sheet.pdf", "--recipient", "Fon"),
    "report": lambda one: ("report", one.out / "impact.pdf", "--recipient", "Fon"),
    "slip": lambda one: ("slip", one.out / "slip.pdf", "--recipient", "Fon"),
    "subject-export": lambda one: ("subject-export", one.uid("people"), one.out / "Ayşe Yılmaz.xlsx"),
    "backup": lambda one: ("backup", one.out / "copy.db"),
    "sync export": lambda one: ("sync", "export", one.out / "book.xlsx", "--recipient", "Fon"),
    "sync folder": lambda one: ("sync", "folder", one.out),
}
"""Command -> the words with which it writes a file."""


def test_every_command_is_known() -> None:
    every = {*COMMANDS} - {"sync"} | {f"sync {action}" for action in _ACTIONS}
    assert every == WRITES.keys() | (WRITES_NONE & every)


@pytest.mark.thorough
@pytest.mark.parametrize("command", sorted(WRITES))
def test_what_a_command_writes_is_logged(office: Office, command: str) -> None:
    words = WRITES[command](office)
    before = office.logged()
    office.program.json(*words)
    (new,) = office.logged()[: len(office.logged()) - len(before)]
    assert new["kind"] in KINDS or new["kind"] in ENTITIES
    assert "Yılmaz" not in new["name"], "a name that says who it is about is not kept"
    if "--recipient" in words:
        assert new["recipient"] == "Fon"


@pytest.mark.thorough
def test_every_list_is_logged_with_recipient_and_people(office: Office) -> None:
    for name in sorted(ENTITIES):
        told = office.program.json("export", name, office.out / f"{name}.csv", "--recipient", "Bakanlık")
        new = office.logged()[0]
        assert (new["name"], new["kind"], new["recipient"]) == (f"{name}.csv", name, "Bakanlık")
        assert not new["contacts"]
        if name == "people":
            assert new["people"] == told["rows"] > 0


def test_a_sheet_is_for_its_session_unless_told(office: Office) -> None:
    office.program.json("sheet", office.uid("sessions"), office.out / "itself.pdf")
    assert (office.logged()[0]["name"], office.logged()[0]["recipient"]) == ("itself.pdf", ITSELF)
    assert "oturumun kendisi" in office.program("--lang", "tr", "exports", "--limit", 1)[1]
