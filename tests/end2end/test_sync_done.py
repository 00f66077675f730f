"""What the exchange is for: three notebooks, workbooks carried by hand, edits made in LibreOffice, and nothing lost."""

import random
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from tests.end2end.test_cli import Program
from tests.unit.sync.books import Sheet, edit, edited_in_libreoffice
from tests.unit.sync.laptops import differences, state_of
from tn_desktop.store.database import Database
from tn_desktop.store.profile import Profile


class Field:
    """Three facilitators, and every file that any of them ever sent."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.three = [Program(folder / name) for name in ("ayşe", "baran", "ceren")]
        self.files: list[Path] = []
        self._numbers = count(1)

    def send(self, who: int, *options: str) -> Path:
        out = self.folder / f"{next(self._numbers):02}-{self.three[who].profile.name}.xlsx"
        self.files.append(Path(self.three[who].json("sync", "export", out, *options)["file"]))
        return self.files[-1]

    def receive(self, who: int, files: list[Path]) -> None:
        for one in self.three[who].json("sync", "apply", *files)["files"]:
            assert one["status"] in ("applied", "duplicate"), one

    def rows(self, who: int, entity: str) -> dict[str, dict[str, Any]]:
        return {row["uid"]: row for row in self.three[who].json("list", entity, "--limit", 1000)["rows"]}

    def state(self, who: int) -> dict[str, Any]:
        """Everything that travels but who the laptops are, with every stamp."""
        with Database.open(Profile.at(self.three[who].profile)) as db:
            return state_of(db, ("device",))

    def lost(self, who: int) -> set[tuple[str, str, Any]]:
        return {(row["uid"], row["field"], row["lost"]) for row in self.conflicts(who)}

    def conflicts(self, who: int) -> list[dict[str, Any]]:
        rows: list[dict[str, Any]] = self.three[who].json("sync", "conflicts")["rows"]
        return rows


@pytest.mark.thorough
@pytest.mark.needs("soffice")
def test_in_any_order_doubled_and_late_with_edits_in_libreoffice_all_end_equal(tmp_path: Path) -> None:
    chance, field = random.Random(26), Field(tmp_path)
    ayse, baran, ceren = field.three
    add = ayse.json
    ali = add("add", "people", "given_name=Ali", "institution=Okul", "phone=0532 123 45 67", "notes=ilk not")["uid"]
    ece = add("add", "people", "given_name=Ece", "institution=Okul")["uid"]
    veli = add("add", "people", "given_name=Veli", "institution=Gidecek")["uid"]
    workshop = add("add", "workshops", "title=Ölçme", "province=TR-36")["uid"]
    session = add("add", "sessions", f"workshop={workshop}", "starts_at=2026-03-14T13:00")["uid"]
    first = field.send(0)
    for who in (1, 2):
        field.receive(who, [first])

    # A colleague without the program corrects in LibreOffice, adds a row and deletes one by SİL.
    def by_hand(sheet: Sheet) -> None:
        sheet.append(given_name="Yeni", family_name="Gelen", institution="Köy Okulu")
        sheet.put(sheet.find("given_name", "Veli"), "_action", "SİL")

    corrected = edited_in_libreoffice(edit(first, "People", by_hand), {"ilk not": "LibreOffice'te düzeltildi"})
    field.files.append(corrected)

    # Meanwhile all three write, unaware of each other.
    written = {}
    for program, name in ((ayse, "A"), (baran, "B"), (ceren, "C")):
        program.json("set", "people", ali, f"institution={name} Okulu")
        written[name] = f"{name} Okulu"
    baran.json("set", "people", ece, "email=ece@okul.org")
    ceren.json("set", "people", ece, "subject=Fizik")
    ayse.json("mark", session, ece, "absent")
    baran.json("mark", session, ece, "late", "--minutes", 10)
    ceren.json("add", "communities", "name=Köyler", "province=TR-36")
    for who in range(3):
        field.send(who)
    # In LibreOffice again, in a file that was sent meanwhile.
    field.files.append(edited_in_libreoffice(field.files[-2], {"B Okulu": "B Okulu (LibreOffice)"}))
    written["B"] = "B Okulu (LibreOffice)"
    baran.json("set", "people", ali, "notes=Baran'dan")

    # Every file comes to everybody: in another order for each, some twice, some long after the next ones.
    for who in range(3):
        post = [*field.files, *chance.sample(field.files, 3)]
        chance.shuffle(post)
        late = post[:3]
        field.receive(who, post[3:])
        ayse.json("set", "people", ece, f"notes=ara {who}")
        field.receive(who, late)
    for _ in range(2):
        files = [field.send(who) for who in range(3)]
        for who in range(3):
            chance.shuffle(files)
            field.receive(who, [*files, chance.choice(field.files)])

    states = [field.state(who) for who in range(3)]
    assert differences(states[0], states[1]) == {} == differences(states[0], states[2])
    people = field.rows(0, "people")
    assert veli not in people and len(people) == 3
    assert {row["given_name"] for row in people.values()} == {"Ali", "Ece", "Yeni"}
    assert (people[ece]["email"], people[ece]["subject"]) == ("ece@okul.org", "Fizik")
    (mark,) = field.rows(0, "attendance").values()

    # Each value that somebody wrote stands, was knowingly overwritten, or waits in review, on all three alike.
    assert field.lost(0) == field.lost(1) == field.lost(2)
    lost = field.lost(0)
    for value in written.values():
        assert value == people[ali]["institution"] or (ali, "institution", value) in lost, value
    for value in ("LibreOffice'te düzeltildi", "Baran'dan"):
        assert value == people[ali]["notes"] or (ali, "notes", value) in lost, value
    marked = {mark["status"], *(value for _uid, name, value in lost if name == "status")}
    assert marked == {"late", "absent"}
    assert ayse.json("check") == {"ok": True, "problems": []}
