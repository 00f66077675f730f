"""Files of outputs through a shared folder: they follow their rows, come late, change their passphrase, and go."""

from pathlib import Path

from tests.unit.folder.test_folder import Member, settle
from tests.unit.sync.laptops import Laptop, differences
from tests.unit.sync.test_attachments import attach, content_of
from tn_desktop.exchange.sync.attachments import FOLDER


def beside(folder: Path) -> list[str]:
    return sorted(file.name for file in (folder / FOLDER).iterdir())


def test_they_travel_with_their_rows_and_come_to_rest(ayse: Laptop, baran: Laptop, folder: Path) -> None:
    one, two = Member(ayse, folder, "uzun bir parola"), Member(baran, folder, "uzun bir parola")
    output = attach(ayse, b"of Ayse")
    report = one.run()
    assert len(report.given) == 1 and not one.run().says_something
    assert [one.name for one in two.run().taken.beside.taken] == ["Zübeyde planı.pdf"]
    assert content_of(baran, output) == b"of Ayse"
    other = attach(baran, b"of Baran", "b.pdf")
    settle(one, two)
    assert content_of(ayse, other) == b"of Baran" and len(beside(folder)) == 2
    assert differences(ayse.state(), baran.state()) == {}


def test_one_that_is_still_on_its_way_comes_with_a_later_pass(ayse: Laptop, baran: Laptop, folder: Path) -> None:
    one, two = Member(ayse, folder), Member(baran, folder)
    output = attach(ayse, b"of Ayse")
    one.run()
    (name,) = beside(folder)
    whole = folder / FOLDER / name
    whole.write_bytes(b"of A")
    report = two.run()
    assert len(report.taken.beside.waiting) == 1 and content_of(baran, output) is None
    assert not two.run().says_something, "what waits is told once, with what came"
    whole.write_bytes(b"of Ayse")
    assert len(two.run().taken.beside.taken) == 1 and content_of(baran, output) == b"of Ayse"


def test_another_passphrase_writes_them_anew_and_takes_the_old_ones_away(ayse: Laptop, folder: Path) -> None:
    attach(ayse, b"of Ayse")
    Member(ayse, folder).run()
    (plain,) = beside(folder)
    Member(ayse, folder, "uzun bir parola").run()
    (sealed,) = beside(folder)
    assert sealed != plain and b"of Ayse" not in (folder / FOLDER / sealed).read_bytes()


def test_ours_go_when_no_output_leads_to_them_and_others_stay(ayse: Laptop, baran: Laptop, folder: Path) -> None:
    one, two = Member(ayse, folder), Member(baran, folder)
    output, other = attach(ayse, b"of Ayse"), attach(baran, b"of Baran", "b.pdf")
    settle(one, two)
    ayse.remove("outputs", other)
    ayse.remove("outputs", output)
    one.run()
    assert len(beside(folder)) == 1, "what Baran wrote is his to take away"
    settle(one, two)
    assert beside(folder) == []
    # And it comes back with its row.
    (kept,) = [digest for digest, held in ayse.db.files.all().items() if held.size == len(b"of Ayse")]
    ayse.add("outputs", title="Yine", file=f"{kept}/x.pdf")
    settle(one, two)
    assert len(beside(folder)) == 1


def test_a_folder_that_somebody_emptied_is_filled_again(ayse: Laptop, folder: Path) -> None:
    attach(ayse, b"of Ayse")
    one = Member(ayse, folder)
    one.run()
    for file in (folder / FOLDER).iterdir():
        file.unlink()
    assert len(one.run().given) == 1
