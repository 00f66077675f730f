"""Whoever is erased leaves no name as the one whose laptop it was: not here, nor on laptops that knew hers."""

import pytest
from sqlalchemy import select

from tests.unit.sync.laptops import Laptop, differences, exchange
from tn_desktop.model.entities.base import table_of
from tn_desktop.model.entities.exchange import Conflict, Device
from tn_desktop.model.entities.local import HistoryRow
from tn_desktop.services import owner, settings
from tn_desktop.services.merge_undo import undo_batch
from tn_desktop.services.owner import Owner

pytestmark = pytest.mark.both_engines
NAME = "Zübeyde Kızılgöz"


def settle(laptop: Laptop, name: str, province: str = "Iğdır") -> str:
    """Make a laptop somebody's; the uid of her person."""
    with laptop.db.write("owner") as uow:
        return str(owner.settle(uow, Owner(name, province, "Köy Okulları")).told["owner"]["person"])


def owners(laptop: Laptop) -> dict[str, str | None]:
    """Whose laptops those are that it knows, by device."""
    device = table_of(Device)
    with laptop.db.read() as connection:
        return {row.device: row.owner for row in connection.execute(select(device.c.device, device.c.owner))}


def said(laptop: Laptop) -> str:
    """All that is kept of devices: rows, what they held before, values that gave way; and who works here."""
    device, history, conflict = table_of(Device), table_of(HistoryRow), table_of(Conflict)
    with laptop.db.read() as connection:
        before = connection.execute(select(history.c.before).where(history.c.entity == "device")).scalars().all()
        lost = connection.execute(select(conflict.c.lost)).scalars().all()
        rows = connection.execute(select(device)).all()
        return f"{rows} {before} {lost} {settings.get(connection, settings.OWNER)}"


def owner_of(laptop: Laptop) -> Owner:
    with laptop.db.read() as connection:
        return owner.owner(connection)


@pytest.mark.some(1)
@pytest.mark.parametrize("by", ["herself", "the office"])
def test_her_name_leaves_every_laptop_that_knew_whose_hers_was(
    ayse: Laptop, baran: Laptop, ceren: Laptop, by: str
) -> None:
    # She wrote it wrong at first: what a row held before is kept too.
    settle(ayse, "Zübeyde Kızılgoz")
    ayse.send()
    hers = settle(ayse, NAME)
    ayse.set("people", hers, family_name="Kızılgöz", other_names="Kızılgoz")
    settle(baran, "Baran Ak")
    exchange(ayse, baran, ceren)
    assert owners(ceren)[ayse.db.device] == NAME == owners(baran)[ayse.db.device]
    old = ayse.send()
    (ayse if by == "herself" else ceren).erase(hers)
    baran.receive(ceren.send() if by == "the office" else ayse.send())
    assert "zıl" not in said(baran)
    exchange(ayse, baran, ceren)
    for laptop in (ayse, baran, ceren):
        laptop.receive(old)
        assert "Kızılg" not in said(laptop) and "Zübeyde" not in said(laptop)
        assert owners(laptop)[ayse.db.device] is None and owners(laptop)[baran.db.device] == "Baran Ak"
        assert laptop.problems() == [] == laptop.open_conflicts()
    assert differences(ayse.state(), baran.state()) == {} == differences(baran.state(), ceren.state())
    # The province and the organisation are nobody's data: the next one to work here finds them.
    assert owner_of(ayse) == Owner("", "Iğdır", "Köy Okulları")


def test_taking_the_file_back_does_not_bring_her_name_back(ayse: Laptop, baran: Laptop) -> None:
    hers = settle(ayse, NAME)
    exchange(ayse, baran)
    ayse.erase(hers)
    report = baran.receive(ayse.send())
    assert report.batch is not None
    with baran.db.write("undo") as uow:
        undo_batch(uow, report.batch)
    assert NAME not in said(baran)


def test_whoever_comes_next_is_another_person_and_known_to_the_others(ayse: Laptop, baran: Laptop) -> None:
    hers = settle(ayse, NAME)
    exchange(ayse, baran)
    ayse.erase(hers)
    exchange(ayse, baran)
    assert settle(ayse, "Deniz Er") != hers
    exchange(ayse, baran)
    assert owners(baran)[ayse.db.device] == "Deniz Er" == owner_of(ayse).name
    assert differences(ayse.state(), baran.state()) == {}


@pytest.mark.thorough
def test_a_namesakes_laptop_says_again_whose_it_is(ayse: Laptop, baran: Laptop, ceren: Laptop) -> None:
    settle(baran, NAME)
    hers = settle(ayse, NAME)
    exchange(ayse, baran, ceren)
    ayse.erase(hers)
    exchange(ayse, baran, ceren)
    assert owners(ceren) == owners(ayse) and owners(ceren)[baran.db.device] == NAME
    assert owners(ceren)[ayse.db.device] is None and owner_of(baran).name == NAME
