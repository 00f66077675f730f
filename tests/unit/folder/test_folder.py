"""Laptops in step through a plain folder: files late, half-written, doubled, renamed, edited, emptied."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.unit.sync.laptops import Laptop, differences
from tn_desktop.exchange.folder import passing
from tn_desktop.exchange.folder.names import writer_of
from tn_desktop.exchange.folder.passing import FolderReport, FolderSync
from tn_desktop.exchange.sync.receiving import Options
from tn_desktop.exchange.sync.sending import Order
from tn_desktop.model.messages import untranslated

pytestmark = pytest.mark.both_engines
"""On "postgresql" all laptops but the first are offices with a server (tests/unit/sync/conftest.py)."""


class Clock:
    """Seconds that pass when a test says so."""

    def __init__(self) -> None:
        self.time = 4e9
        """Long after every file's time: they all rest."""

    def __call__(self) -> float:
        return self.time


class Member:
    """A laptop at a folder."""

    def __init__(self, laptop: Laptop, folder: Path, passphrase: str = "", **more: object) -> None:
        self.laptop = laptop
        self.folder = folder
        self.clock = Clock()
        self.sync = FolderSync(
            folder,
            untranslated,
            passphrase,
            Options(**more),  # type: ignore[arg-type]
            monotonic=self.clock,
            clock=self.clock,
        )

    def run(self) -> FolderReport:
        return self.sync.run(self.laptop.db)

    def statuses(self) -> dict[str, str]:
        return {one.file: one.status for one in self.run().taken.files}

    def own(self) -> list[str]:
        return sorted(path.name for path in self.folder.iterdir() if writer_of(path.name) == self.laptop.db.device)


def settle(*members: Member) -> int:
    """Pass after pass until nobody has anything to say; how many rounds that took."""
    for round_ in range(1, 9):
        if not any(member.run().says_something for member in members):
            return round_
    pytest.fail("they never come to rest")


def test_two_laptops_come_to_rest_equal(ayse: Laptop, baran: Laptop, folder: Path) -> None:
    one, two = Member(ayse, folder), Member(baran, folder)
    person = ayse.add("people", given_name="Işık")
    assert one.run().written and not one.run().written
    baran.add("people", given_name="Umut")
    assert settle(one, two) <= 4
    assert differences(ayse.state(), baran.state()) == {}
    baran.set("people", person, institution="Atatürk Ortaokulu")
    ayse.remove("people", person)
    settle(one, two)
    assert differences(ayse.state(), baran.state()) == {}
    assert ayse.show("people", person)["institution"] == "Atatürk Ortaokulu"  # type: ignore[index]
    assert ayse.problems() == [] == baran.problems()


def test_a_laptop_keeps_a_base_a_delta_and_an_answer_at_most(
    ayse: Laptop, baran: Laptop, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(passing, "REBASE_ROWS", 3)
    one, two = Member(ayse, folder), Member(baran, folder)
    for number in range(9):
        ayse.add("people", given_name=f"Kişi {number}")
        one.run()
        assert len(one.own()) <= 2
    settle(one, two)
    (answer,) = two.own()
    assert (folder / answer).stat().st_size < (folder / one.own()[0]).stat().st_size, "it only says that it has all"
    assert differences(ayse.state(), baran.state()) == {}
    with ayse.db.read() as connection:
        from tn_desktop.services import peers

        (peer,) = peers.peers(connection)
        assert peer.acknowledged_lsn > 0 and peer.gaps == ()


def test_what_comes_by_hand_goes_on_into_the_folder(ayse: Laptop, baran: Laptop, ceren: Laptop, folder: Path) -> None:
    one, two = Member(ayse, folder), Member(baran, folder)
    person = ceren.add("people", given_name="Umut")
    ayse.receive(ceren.send())
    settle(one, two)
    assert baran.show("people", person)["given_name"] == "Umut"  # type: ignore[index]


def test_half_written_and_locked_files_wait_and_are_told_once(ayse: Laptop, baran: Laptop, folder: Path) -> None:
    two = Member(baran, folder)
    person = ayse.add("people", given_name="Işık")
    whole = ayse.send()
    late = folder / "hafta 12.xlsx"
    late.write_bytes(whole.read_bytes()[:3_000])
    two.clock.time = late.stat().st_mtime + 1
    assert two.run().waiting == (late.name,), "it may still be changing"
    two.clock.time += 5
    report = two.run()
    assert report.waiting == (late.name,) and not report.taken.files, "its end is missing"
    shutil.copyfile(whole, late)
    two.clock.time = late.stat().st_mtime + 60
    assert two.statuses() == {late.name: "applied"}
    assert baran.show("people", person) is not None
    assert two.statuses() == {}
    renamed = late.rename(folder / "kopya.sync-conflict-20260314-101500-ABCDEFG.xlsx")
    two.clock.time += 60
    assert two.statuses() == {renamed.name: "duplicate"}
    nonsense = folder / "bütçe.xlsx"
    nonsense.write_bytes(b"PK\x03\x04 no workbook at all")
    two.clock.time = nonsense.stat().st_mtime + 10
    assert two.run().waiting == (nonsense.name,)
    two.clock.time += 1_000
    assert two.statuses() == {nonsense.name: "refused"}
    assert two.statuses() == {}
    assert Member(baran, folder).statuses() == {}, "nor after the program was started again"


def test_edits_in_excel_in_a_file_of_ours_come_back_and_are_not_taken_away(
    ayse: Laptop, baran: Laptop, folder: Path
) -> None:
    import openpyxl

    one, two = Member(ayse, folder), Member(baran, folder)
    person = ayse.add("people", given_name="Işık", institution="Atatürk Ortaokulu")
    (name,) = one.run().written
    book = openpyxl.load_workbook(folder / name)
    sheet = next(sheet for sheet in book if any(cell.value == "institution" for cell in sheet[1]))
    column = next(cell.column for cell in sheet[1] if cell.value == "institution")
    sheet.cell(3, column).value = "İnönü Lisesi"
    book.save(folder / name)
    assert one.statuses() == {name: "applied"}
    two.run()
    for laptop in (ayse, baran):
        assert laptop.show("people", person)["institution"] == "İnönü Lisesi"  # type: ignore[index]
    settle(one, two)
    assert differences(ayse.state(), baran.state()) == {}


def test_an_emptied_folder_is_filled_again(ayse: Laptop, folder: Path) -> None:
    one = Member(ayse, folder)
    ayse.add("people", given_name="Işık")
    assert one.run().written
    for path in folder.iterdir():
        path.unlink()
    assert one.run().written and len(one.own()) == 1


def test_a_passphrase_that_is_missing_is_told_once_and_tried_again_when_it_is_given(
    ayse: Laptop, baran: Laptop, folder: Path
) -> None:
    one, two = Member(ayse, folder, "kırmızı şemsiye"), Member(baran, folder)
    person = ayse.add("people", given_name="Işık")
    (name,) = one.run().written
    assert b"Worksheet" not in (folder / name).read_bytes()
    assert two.statuses() == {name: "refused"} and two.statuses() == {}
    assert Member(baran, folder).statuses() == {}, "tried again, but told once"
    assert Member(baran, folder, "kırmızı şemsiye").statuses() == {name: "applied"}
    assert baran.show("people", person) is not None
    other = Member(ayse, folder, "mavi şemsiye")
    assert other.run().written and other.own() != [name], "another passphrase: everything is written anew"


def test_a_stranger_may_not_remove_until_somebody_says_yes(
    ayse: Laptop, baran: Laptop, ceren: Laptop, folder: Path
) -> None:
    person = ayse.add("people", given_name="Işık")
    for laptop in (baran, ceren):
        laptop.receive(ayse.send())
    ceren.remove("people", person)
    shutil.copyfile(ceren.send(), folder / "ceren.xlsx")
    two = Member(baran, folder, trust_new=False)
    (told,) = two.run().taken.files
    assert told.status == "held" and baran.show("people", person) is not None
    assert not two.run().taken.released, "it does not come by itself"
    from tn_desktop.exchange.sync.held import held_files, taken_out

    with baran.db.read() as connection:
        (held,) = held_files(connection)
    with taken_out(baran.db, held) as copy:
        assert baran.receive(copy, release=True).counts.removed == 1
    assert not copy.parent.exists()
    # Who is known may remove.
    other = ceren.add("people", given_name="Umut")
    baran.receive(ceren.send())
    ceren.remove("people", other)
    assert baran.receive(ceren.send(order=Order()), trust_new=False).counts.removed == 1


def test_a_pass_that_is_killed_between_its_steps_goes_on(
    ayse: Laptop, baran: Laptop, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The two moments at which the folder or the data are ahead of what is remembered."""

    class Killed(BaseException):
        pass

    def killed(*_arguments: object) -> None:
        raise Killed

    one, two = Member(ayse, folder), Member(baran, folder)
    ayse.add("people", given_name="Işık")
    step: Callable[[], FolderReport]
    for step in (one.run, two.run):
        with monkeypatch.context() as patch:
            patch.setattr(passing, "keep", killed)
            with pytest.raises(Killed):
                step()
    before = baran.state()
    assert [one_.status for one_ in two.run().taken.files] == ["duplicate"]
    assert differences(before, baran.state()).keys() <= {key for key in baran.state() if key.startswith("device")}
    settle(one, two)
    assert differences(ayse.state(), baran.state()) == {} and len(one.own()) <= 3


def test_a_file_that_is_written_over_after_it_was_read_ahead_is_read_again(
    ayse: Laptop, baran: Laptop, folder: Path
) -> None:
    """As the window does it: read in one thread, taken in by the one that writes, whenever that is free."""
    two = Member(baran, folder)
    ayse.add("people", given_name="Işık")
    file = folder / "Elden.xlsx"
    file.write_bytes(ayse.send().read_bytes())
    assert two.sync.look(baran.db).ready == (file,)
    options = two.sync.read(baran.db, file)
    ayse.add("people", given_name="Umut")
    file.write_bytes(ayse.send().read_bytes())
    two.sync.take(baran.db, [file], options=options)
    settle(two)
    assert differences(ayse.state(("device",)), baran.state(("device",))) == {}
