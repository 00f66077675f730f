"""Whoever is erased is in no conflict either: not as the value that gave way in a row that only named her."""

import uuid

import pytest

from tests.unit.sync.laptops import Laptop, differences, exchange
from tn_desktop.services import conflicts

pytestmark = pytest.mark.both_engines


def named_in(laptop: Laptop, person: str) -> list[str]:
    """What travels from here and names her, but for the erased set."""
    held = uuid.UUID(person).hex
    return [key for key, value in laptop.state().items() if held in str(value) and not key.startswith("erased ")]


@pytest.fixture
def both_named(ayse: Laptop, baran: Laptop, ceren: Laptop) -> tuple[str, str, str]:
    """A workshop that two facilitators say was initiated by two people; one of them is in a conflict."""
    workshop = ayse.add("workshops", title="Altı Şapka")
    one, other = (ayse.add("people", given_name=name, family_name="Kızılgöz") for name in ("Zübeyde", "Işık"))
    exchange(ayse, baran, ceren)
    ayse.set("workshops", workshop, initiated_by=one)
    baran.set("workshops", workshop, initiated_by=other)
    exchange(ayse, baran)
    ((_row, field, kept, lost),) = ayse.open_conflicts()
    assert field == "initiated_by" and {kept, lost} == {one, other}
    return workshop, kept, lost


def test_who_gave_way_in_a_row_is_erased_there_too(
    ayse: Laptop, baran: Laptop, ceren: Laptop, both_named: tuple[str, str, str]
) -> None:
    workshop, kept, lost = both_named
    before = baran.send()
    assert named_in(ayse, lost)
    ayse.erase(lost)
    assert named_in(ayse, lost) == []
    # The erasure first and the old file later, the old file later, and both ways at the end.
    ceren.receive(ayse.send())
    ceren.receive(before)
    ayse.receive(before)
    exchange(ayse, baran, ceren)
    for laptop in (ayse, baran, ceren):
        assert named_in(laptop, lost) == [] and laptop.problems() == []
        shown = laptop.show("workshops", workshop)
        assert shown is not None and shown["initiated_by"] == kept
    assert differences(ayse.state(), baran.state()) == {} == differences(baran.state(), ceren.state())


@pytest.mark.thorough
def test_what_is_left_of_the_conflict_can_be_decided(ayse: Laptop, both_named: tuple[str, str, str]) -> None:
    workshop, kept, lost = both_named
    ayse.erase(lost)
    assert ayse.open_conflicts() == [(workshop, "initiated_by", kept, None)]
    with ayse.db.read() as connection:
        (left,) = conflicts.open_conflicts(connection, 10)
    with ayse.db.write("decide") as uow:
        conflicts.resolve(uow, [left.id], "keep")
    assert ayse.open_conflicts() == []
    shown = ayse.show("workshops", workshop)
    assert shown is not None and shown["initiated_by"] == kept


@pytest.mark.thorough
def test_who_stood_in_the_row_leaves_the_other_to_be_taken(
    ayse: Laptop, baran: Laptop, both_named: tuple[str, str, str]
) -> None:
    workshop, kept, lost = both_named
    ayse.erase(kept)
    exchange(ayse, baran)
    assert baran.open_conflicts() == [(workshop, "initiated_by", None, lost)]
    assert named_in(baran, kept) == []
    assert differences(ayse.state(), baran.state()) == {}
