"""A workshop's status and first date follow from the sessions of all its twins, also where these came by a workbook."""

import pytest
from sqlalchemy import select

from tests.unit.sync.laptops import Laptop, differences, exchange
from tn_desktop.model.entities.base import table_of
from tn_desktop.model.entities.workshops import Workshop
from tn_desktop.services import records, same_as
from tn_desktop.services.merge_undo import undo_batch

pytestmark = pytest.mark.both_engines
APART = {"2026-03-14": "held", "2026-03-07": "planned"}
TOGETHER = {"2026-03-07": "planned"}


def states(laptop: Laptop) -> dict[str, str]:
    """First day -> status of the workshops; what is stored of them is right."""
    assert laptop.problems() == []
    table = table_of(Workshop)
    with laptop.db.read() as connection:
        rows = connection.execute(select(table.c.first_starts_at, table.c.status).where(table.c.alive == 1)).all()
    return {row.first_starts_at[:10]: row.status for row in rows}


def judge(laptop: Laptop, one: str, other: str, verdict: str | None = "same") -> None:
    with laptop.db.write("judge") as uow:
        first, second = (records.id_of(uow.connection, "workshops", uid) for uid in (one, other))
        same_as.judge(uow, "workshops", first, second, verdict)


def test_a_verdict_and_sessions_of_others_move_the_state_and_taking_a_batch_back_moves_it_back(
    ayse: Laptop, baran: Laptop
) -> None:
    person = ayse.add("people", given_name="Ali")
    mine = ayse.add("workshops", title="Ölçme")
    session = ayse.add("sessions", workshop=mine, starts_at="2026-03-14T13:00")
    ayse.mark(session, person, "present")
    theirs = baran.add("workshops", title="Ölçme")
    first = baran.add("sessions", workshop=theirs, starts_at="2026-03-07T13:00")
    exchange(ayse, baran)
    assert states(ayse) == states(baran) == APART

    judge(ayse, mine, theirs)
    report = baran.receive(ayse.send())
    assert states(ayse) == states(baran) == TOGETHER
    with baran.db.write("undo") as uow:
        undo_batch(uow, report.batch)
    assert states(baran) == APART
    baran.receive(ayse.send())
    assert states(baran) == TOGETHER

    # A mark, a session and a removal of the other laptop reach both rows.
    baran.mark(first, person, "late")
    exchange(ayse, baran)
    assert states(ayse) == states(baran) == {"2026-03-07": "held"}
    baran.add("sessions", workshop=theirs, starts_at="2026-02-28T13:00")
    exchange(ayse, baran)
    assert states(ayse) == states(baran) == {"2026-02-28": "planned"}
    judge(baran, mine, theirs, None)
    exchange(ayse, baran)
    assert states(ayse) == states(baran) == {"2026-03-14": "held", "2026-02-28": "planned"}
    assert differences(ayse.state(), baran.state()) == {}
