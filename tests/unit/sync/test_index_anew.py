"""Where many texts change at once the search index is made anew: it finds what is there, and nothing old is left."""

from pathlib import Path
from typing import Any

import pytest

from tests.unit.sync.laptops import Laptop, read_here, told
from tn_desktop.exchange.sync.incoming import Incoming
from tn_desktop.model.errors import FileRefused
from tn_desktop.services import records

PEOPLE = 60


def left(laptop: Laptop, word: str) -> bool:
    """Whether a word stands somewhere in the index; its beginning may be shared with that of the word before it."""
    if laptop.db.writer_engine.dialect.name != "sqlite":
        return False
    with laptop.db.read() as connection:
        blocks = connection.exec_driver_sql("SELECT block FROM person_fts_data").scalars().all()
    return any(word[2:].encode() in block for block in blocks)


def found(laptop: Laptop, word: str) -> int:
    with laptop.db.read() as connection:
        return records.listing(connection, "people", word)[0]


def moved(ayse: Laptop, school: str) -> Path:
    """A workbook in which everybody works at another school."""
    for row in ayse.rows("people"):
        ayse.set("people", row["uid"], institution=school)
    return ayse.send()


@pytest.fixture
def two(ayse: Laptop, baran: Laptop) -> tuple[Laptop, Laptop]:
    for number in range(PEOPLE):
        ayse.add("people", given_name=f"Ad{number}", family_name="Soyad", institution="Zqeski Okul")
    assert told(baran.receive(ayse.send())) == [("applied", "")]
    assert found(baran, "zqeski") == PEOPLE
    assert left(baran, "zqeski") == (baran.db.writer_engine.dialect.name == "sqlite")
    return ayse, baran


def test_many_changes(two: tuple[Laptop, Laptop]) -> None:
    ayse, baran = two
    report = baran.receive(moved(ayse, "Wxyeni Okul"))
    assert told(report) == [("applied", "")]
    assert (found(baran, "zqeski"), found(baran, "wxyeni")) == (0, PEOPLE)
    assert not left(baran, "zqeski") and baran.problems() == []
    # And from then on each text is taken out securely again.
    for row in baran.rows("people"):
        baran.set("people", row["uid"], institution="Jkson Okul")
    assert not left(baran, "wxyeni") and found(baran, "jkson") == PEOPLE


def test_many_changes_that_are_taken_back(two: tuple[Laptop, Laptop]) -> None:
    ayse, baran = two

    def read(*given: Any) -> Incoming:
        incoming = read_here(*given)

        def refused() -> Any:
            raise FileRefused("Too wide.")

        incoming.visible = refused
        return incoming

    assert told(baran.receive(moved(ayse, "Wxyeni Okul"), read=read)) == [("refused", "Too wide.")]
    assert (found(baran, "zqeski"), found(baran, "wxyeni")) == (PEOPLE, 0)
    for row in baran.rows("people"):
        baran.set("people", row["uid"], institution="Jkson Okul")
    assert not left(baran, "zqeski") and not left(baran, "wxyeni")
