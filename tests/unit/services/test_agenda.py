"""The agenda of a session: its order, its clock times, its materials, and what is left of the session."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from tests.rows import add
from tn_desktop.model.entities.base import table_of
from tn_desktop.model.entities.tools import AgendaBlock, EngagementTool
from tn_desktop.model.errors import FieldError
from tn_desktop.services import agenda, records
from tn_desktop.services.agenda import Agenda
from tn_desktop.services.undo import undo
from tn_desktop.store.database import Database
from tn_desktop.store.profile import Profile

pytestmark = pytest.mark.both_engines

_block, _tool = table_of(AgendaBlock), table_of(EngagementTool)


def tool(db: Database, shipped: str) -> int:
    """The id of a tool of the library."""
    with db.read() as connection:
        return int(connection.execute(select(_tool.c.id).where(_tool.c.shipped == shipped)).scalar_one())


def read(db: Database, session: int) -> Agenda:
    """An agenda."""
    with db.read() as connection:
        return agenda.agenda(connection, session)


@pytest.fixture
def session(db: Database) -> int:
    """A session of three hours with a facilitator."""
    person = add(db, "people", given_name="Ayşe", family_name="Yılmaz")
    workshop = add(db, "workshops", title="Problem Ağacı")
    return add(
        db,
        "sessions",
        workshop=workshop,
        starts_at="2026-03-14T13:00",
        ends_at="2026-03-14T16:00",
        facilitators=[person],
    )


def test_blocks_run_one_after_the_other_and_add_up(db: Database, session: int) -> None:
    with db.write("Add") as uow:
        agenda.add_part(uow, session, "Karşılama", 15)
        agenda.add_tool(uow, session, tool(db, "problem-tree"))
        agenda.add_tool(uow, session, tool(db, "dot-voting"), minutes=20)
        agenda.add_part(uow, session, "Kapanış", None)
    found = read(db, session)
    assert [(row.titles["tr"], row.starts, row.ends) for row in found.rows] == [
        ("Karşılama", "13:00", "13:15"),
        ("Problem ağacı", "13:15", "14:05"),
        ("Noktayla oylama", "14:05", "14:25"),
        ("Kapanış", "14:25", "14:25"),
    ]
    assert (found.total, found.length, found.spare) == (85, 180, 95)
    assert found.rows[1].titles["en"] == "Problem tree" and found.rows[1].own_title == ""
    assert [name for _key, name in found.leaders] == ["Ayşe Yılmaz"]


def test_the_total_is_that_of_the_rows(db: Database, session: int) -> None:
    for name in ("troika", "fishbowl", "exit-ticket"):
        with db.write("Add") as uow:
            agenda.add_tool(uow, session, tool(db, name))
    with db.read() as connection:
        stored = connection.execute(select(_block.c.minutes).where(_block.c.session_id == session)).scalars().all()
    assert read(db, session).total == sum(stored) == 35 + 45 + 5


def test_an_agenda_that_is_too_long_says_by_how_much(db: Database, session: int) -> None:
    with db.write("Add") as uow:
        agenda.add_tool(uow, session, tool(db, "open-space"))
        agenda.add_tool(uow, session, tool(db, "world-cafe"))
    assert read(db, session).spare == 180 - 120 - 100
    with db.write("No end") as uow:
        records.change(uow, "sessions", session, {"ends_at": ""})
    assert read(db, session).spare is None


def test_a_part_needs_a_title(db: Database, session: int) -> None:
    with pytest.raises(FieldError), db.write("Add") as uow:
        agenda.add_part(uow, session, " ", 10)


def test_materials_are_collected_once_in_both_languages(db: Database, session: int) -> None:
    with db.write("Add") as uow:
        agenda.add_tool(uow, session, tool(db, "problem-tree"))
        agenda.add_tool(uow, session, tool(db, "fishbone"))
        agenda.add_tool(uow, session, tool(db, "problem-tree"))
    found = read(db, session)
    assert found.materials("tr") == (
        "Duvar boyu kâğıt", "Üç renk yapışkan not", "Keçeli kalem", "Büyük kâğıda çizilmiş balık iskeleti",
        "Yapışkan notlar",
    )  # fmt: skip
    assert len(found.materials("en")) == len(found.materials("tr"))


def test_a_removed_tool_stays_in_the_agenda_that_planned_it(db: Database, session: int) -> None:
    with db.write("Add") as uow:
        agenda.add_tool(uow, session, tool(db, "troika"))
    with db.write("Remove") as uow:
        records.remove(uow, "tools", tool(db, "troika"))
    assert read(db, session).rows[0].titles["tr"] == "Üçlü akran koçluğu"


def test_an_agenda_is_copied_to_another_session_behind_what_it_has(db: Database, session: int) -> None:
    with db.read() as connection:
        workshop = records.show(connection, "sessions", session)["workshop"]
    other = add(db, "sessions", workshop=workshop, starts_at="2026-03-21T10:00")
    with db.write("Add") as uow:
        agenda.add_part(uow, session, "Karşılama", 10)
        agenda.add_tool(uow, session, tool(db, "six-hats"))
        agenda.add_part(uow, other, "Açılış", 5)
    with db.read() as connection:
        (source,) = agenda.sources(connection, other)
    assert (source.session_id, source.workshop, source.here) == (session, "Problem Ağacı", True)
    with db.write("Copy") as uow:
        changes = agenda.copy_from(uow, session, other)
    assert changes.told["count"] == 2
    assert [row.titles["en"] for row in read(db, other).rows] == ["Açılış", "Karşılama", "Six hats"]
    assert read(db, other).rows[2].starts == "10:15"
    with db.write("Undo") as uow:
        undo(uow, changes.lsn)
    assert len(read(db, other).rows) == 1 and len(read(db, session).rows) == 2


MOVES = st.lists(st.tuples(st.integers(0, 5), st.sampled_from([-9, -2, -1, 1, 2, 9])), max_size=12)


@settings(max_examples=15)
@given(moves=MOVES, inserts=st.lists(st.integers(0, 5), max_size=4))
def test_moving_and_inserting_does_what_a_list_does(
    moves: list[tuple[int, int]],
    inserts: list[int],
    tmp_path_factory: pytest.TempPathFactory,
    new_profile: Callable[[Path], Profile],
) -> None:
    with Database.open(new_profile(tmp_path_factory.mktemp("moves"))) as db, db.write("Test") as uow:
        workshop = records.add(uow, "workshops", {"title": "A"}).subject
        session = records.add(uow, "sessions", {"workshop": workshop, "starts_at": "2026-03-14T13:00"}).subject
        assert session is not None
        expected = [f"P{number}" for number in range(6)]
        for title in expected:
            agenda.add_part(uow, session, title, 5)
        for place, by in moves:
            agenda.move(uow, agenda.agenda(uow.connection, session).rows[place].id, by)
            expected.insert(max(0, min(5, place + by)), expected.pop(place))
        for number, place in enumerate(inserts):
            before = agenda.agenda(uow.connection, session).rows[place].id
            agenda.add_part(uow, session, f"N{number}", 5, before=before)
            expected.insert(place, f"N{number}")
        assert [row.titles["tr"] for row in agenda.agenda(uow.connection, session).rows] == expected


def test_sessions_of_other_workshops_are_offered_to_copy_from(db: Database, session: int) -> None:
    with db.write("Add") as uow:
        agenda.add_part(uow, session, "Karşılama", 10)
    workshop = add(db, "workshops", title="Başka")
    other = add(db, "sessions", workshop=workshop, starts_at="2026-04-01T10:00")
    with db.read() as connection:
        (source,) = agenda.sources(connection, other)
        assert agenda.sources(connection, session) == []
    assert (source.session_id, source.starts_at, source.here) == (session, "2026-03-14T13:00", False)


@pytest.mark.parametrize(
    ("clock", "expected"),
    [
        ("12:59:59", None),
        ("13:00:00", ("Karşılama", 15, "Altı şapka")),
        ("13:14:30", ("Karşılama", 1, "Altı şapka")),
        ("13:15:00", ("Altı şapka", 45, "Kapanış")),
        ("14:05:00", ("Kapanış", 5, None)),
        ("14:10:00", (None, 110, None)),
        ("16:00:00", None),
    ],
)
def test_what_runs_now_and_how_long_still(
    db: Database, session: int, clock: str, expected: tuple[str | None, int, str | None] | None
) -> None:
    with db.write("Add") as uow:
        agenda.add_part(uow, session, "Karşılama", 15)
        agenda.add_tool(uow, session, tool(db, "six-hats"))
        agenda.add_part(uow, session, "Kapanış", 10)
    found = agenda.running(read(db, session), datetime.fromisoformat(f"2026-03-14T{clock}"))
    told = None
    if found is not None:
        rows = [row.titles["tr"] if row is not None else None for row in (found.row, found.following)]
        told = (rows[0], found.left, rows[1])
    assert told == expected


def test_nothing_runs_without_an_agenda(db: Database, session: int) -> None:
    assert agenda.running(read(db, session), datetime.fromisoformat("2026-03-14T14:00")) is None
