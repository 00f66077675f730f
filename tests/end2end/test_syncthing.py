"""Two profiles in step by two real Syncthing instances, with the laptops off in turn."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.end2end.syncthing import Syncthing
from tests.unit.sync.laptops import Laptop, differences
from tn_desktop.exchange.folder.names import is_workbook
from tn_desktop.exchange.folder.passing import FolderSync
from tn_desktop.model.messages import untranslated

pytestmark = [pytest.mark.thorough, pytest.mark.needs("syncthing")]
PATIENCE = 300.0
"""Seconds that the whole of a step may take."""


class Desk:
    """A laptop: its notebook, its Syncthing, its copy of the folder."""

    def __init__(self, laptop: Laptop, place: Path) -> None:
        self.laptop = laptop
        self.tool = Syncthing(place / "syncthing", place / "Ortak")
        self.sync = FolderSync(self.tool.folder, untranslated)

    def step(self) -> None:
        """A pass of the program, and the tool told to look."""
        self.sync.run(self.laptop.db)
        self.tool.scan()

    def workbooks(self) -> dict[str, bytes]:
        files = [path for path in self.tool.folder.iterdir() if is_workbook(path.name)]
        return {path.name: path.read_bytes() for path in files}


@pytest.fixture
def desks(tmp_path: Path, empty_database_file: Path) -> Iterator[tuple[Desk, Desk]]:
    laptops = [Laptop(tmp_path / name, empty_database_file) for name in ("ayse", "baran")]
    one, two = (Desk(laptop, laptop.folder) for laptop in laptops)
    one.tool.know(two.tool)
    two.tool.know(one.tool)
    yield one, two
    for desk in (one, two):
        desk.tool.stop()
        desk.laptop.close()


def until(done: Callable[[], bool], *desks: Desk) -> None:
    """Pass after pass on these desks until something is so."""
    end = time.monotonic() + PATIENCE
    while not done():
        for desk in desks:
            desk.step()
        assert time.monotonic() < end, "\n".join(desk.tool.log() for desk in desks)


def equal(one: Desk, two: Desk) -> bool:
    return differences(one.laptop.state(), two.laptop.state()) == {}


def test_two_laptops_that_are_off_in_turn_end_equal(desks: tuple[Desk, Desk]) -> None:
    ayse, baran = desks
    for desk in desks:
        desk.tool.start()
    person = ayse.laptop.add("people", given_name="Işık", institution="Atatürk Ortaokulu")
    baran.laptop.add("people", given_name="Umut")
    until(lambda: equal(ayse, baran), ayse, baran)
    # Hers is switched off; he writes meanwhile, and she on the road.
    ayse.tool.stop()
    baran.laptop.set("people", person, phone="0532 123 45 67")
    baran.step()
    ayse.laptop.set("people", person, institution="İnönü Lisesi")
    ayse.step()
    # Now his is off as well, and hers comes back alone.
    baran.tool.stop()
    ayse.tool.start()
    ayse.laptop.add("people", given_name="Rojîn")
    ayse.step()
    baran.tool.start()
    until(lambda: equal(ayse, baran), ayse, baran)
    row = baran.laptop.show("people", person)
    assert row is not None and (row["phone"], row["institution"]) == ("+905321234567", "İnönü Lisesi")
    assert len(baran.laptop.rows("people")) == 3
    # They come to rest: both copies of the folder hold the same few files, and no tool's copy of any.
    until(lambda: ayse.workbooks() == baran.workbooks(), ayse, baran)
    assert 2 <= len(ayse.workbooks()) <= 6
    assert not [name for name in ayse.workbooks() if "conflict" in name]
    assert ayse.laptop.problems() == [] == baran.laptop.problems()
