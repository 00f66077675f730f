"""Two computers of an office work with one database, and have the shared folder in different places."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.unit.folder.test_folder import Clock, Member
from tests.unit.sync.laptops import Laptop
from tn_desktop.exchange.folder.identity import ID_FILE, give_id, id_in
from tn_desktop.exchange.folder.names import writer_of
from tn_desktop.exchange.folder.passing import FolderReport, FolderSync
from tn_desktop.model.messages import untranslated
from tn_desktop.store.database import Database
from tn_desktop.store.places import profile_of

pytestmark = pytest.mark.both_engines
"""On "postgresql" Baran is the office with a server (tests/unit/sync/conftest.py)."""


class Computer:
    """Another computer of the office: its own program and profile, the same database."""

    def __init__(self, db: Database, folder: Path) -> None:
        self.db, self.folder = db, folder
        self.sync = FolderSync(folder, untranslated, monotonic=Clock(), clock=Clock())

    def run(self) -> FolderReport:
        return self.sync.run(self.db)


@pytest.fixture
def second(baran: Laptop, tmp_path: Path) -> Iterator[Database]:
    """The database of the office as its other computer opens it."""
    profile = baran.db.profile
    if profile.server:
        profile = profile_of(tmp_path / "second", profile.server)
    with Database.open(profile) as db:
        yield db


def mirrored(folder: Path, to: Path) -> Path:
    """The folder as a tool keeps it elsewhere: the same files with the same times, and no others."""
    shutil.rmtree(to, ignore_errors=True)
    shutil.copytree(folder, to)
    return to


def test_what_one_computer_dealt_with_the_other_leaves_alone(
    ayse: Laptop, baran: Laptop, second: Database, folder: Path, tmp_path: Path
) -> None:
    teacher = Member(ayse, folder)
    ayse.add("people", given_name="Işık")
    teacher.run()
    office = Member(baran, folder)
    assert [one.status for one in office.run().taken.files] == ["applied"]
    office.run()
    elsewhere = Computer(second, mirrored(folder, tmp_path / "Z" / "TN"))
    assert not elsewhere.run().says_something
    baran.add("people", given_name="Umut")
    (name,) = elsewhere.run().written
    assert writer_of(name) == baran.db.device
    mirrored(elsewhere.folder, folder)
    assert not office.run().says_something, "what the other computer wrote is ours, and is all there is to say"
    assert [one.status for one in teacher.run().taken.files] == ["applied"]


def test_a_folder_that_was_moved_or_lost_its_id_is_known(ayse: Laptop, folder: Path, tmp_path: Path) -> None:
    ayse.add("people", given_name="Işık")
    assert Member(ayse, folder).run().written
    moved = folder.rename(tmp_path / "Yeni yer")
    assert not Member(ayse, moved).run().written
    ayse.add("people", given_name="Umut")
    assert Member(ayse, moved).run().written
    (moved / ID_FILE).unlink()
    assert not Member(ayse, moved).run().written
    ayse.add("people", given_name="Deniz")
    assert Member(ayse, moved).run().written and id_in(moved)


def test_an_id_that_says_nothing_is_given_anew_and_one_that_is_there_stays(folder: Path) -> None:
    first = give_id(folder)
    assert first and give_id(folder) == first
    for nonsense in (b"", b"[]", b'{"folder": 7}', b"\xff", b'{"folder": "x"}'):
        (folder / ID_FILE).write_bytes(nonsense)
        assert id_in(folder) == ""
        assert give_id(folder) == id_in(folder) != ""
    assert [path.name for path in folder.iterdir()] == [ID_FILE]
