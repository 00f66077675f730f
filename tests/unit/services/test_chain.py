"""The chain from need to reach: both directions, bounded, without links that say nothing new."""

from collections.abc import Callable
from functools import partial

import pytest

from tests.rows import add as add_row
from tn_desktop.model.errors import NotFound
from tn_desktop.services import chain as chains
from tn_desktop.services import records
from tn_desktop.services.chain import STAGES, Chain
from tn_desktop.services.reach import Numbers
from tn_desktop.store.database import Database

pytestmark = pytest.mark.both_engines

Add = Callable[..., int]


@pytest.fixture
def add(db: Database) -> Add:
    return partial(add_row, db)


def chain(db: Database, entity: str, key: int) -> Chain:
    with db.read() as connection:
        return chains.chain(connection, entity, key)


def shape(found: Chain) -> dict[str, list[int]]:
    return {stage: [card.id for card in cards] for stage, cards in zip(STAGES, found.stages, strict=True) if cards}


def named(found: Chain) -> set[tuple[str, int, str, int]]:
    """Links as stage and id of both ends."""
    cards = [[(STAGES[stage], card.id) for card in row] for stage, row in enumerate(found.stages)]
    return {(*cards[here[0]][here[1]], *cards[there[0]][there[1]]) for here, there in found.links}


@pytest.fixture
def story(add: Add) -> dict[str, int]:
    """One need, its workshop, the solution found there, two rounds, an output of the second that reached people."""
    need = add("needs", title="Kitap yok", votes=7)
    workshop = add("workshops", title="Problem ağacı", needs=[need])
    session = add("sessions", workshop=workshop, starts_at="2026-01-10T10:00")
    solution = add("solutions", title="Sandık", needs=[need], workshops=[workshop])
    first = add("iterations", solution=solution, date="2026-02-01", what_changed="Bir okulda")
    second = add("iterations", solution=solution, date="2026-03-01", what_changed="İki okulda")
    output = add("outputs", title="Kılavuz", solution=solution, iteration=second, date="2026-03-10")
    reached = add("reach", output=output, number=400, basis="counted")
    return {
        "needs": need, "workshops": workshop, "sessions": session, "solutions": solution, "iterations": first,
        "second": second, "outputs": output, "reach": reached,
    }  # fmt: skip


def test_every_member_leads_to_the_whole(db: Database, story: dict[str, int]) -> None:
    for entity in ("needs", "workshops", "sessions", "solutions"):
        assert shape(chain(db, entity, story[entity])) == {
            "needs": [1], "workshops": [1], "solutions": [1], "iterations": [1, 2], "outputs": [1], "reach": [1],
        }  # fmt: skip


def test_seen_from_an_output_only_what_led_to_it(db: Database, story: dict[str, int]) -> None:
    for entity in ("outputs", "reach"):
        found = chain(db, entity, story[entity])
        assert shape(found) == {
            "needs": [1], "workshops": [1], "solutions": [1], "iterations": [2], "outputs": [1], "reach": [1],
        }  # fmt: skip
        assert found.start == (STAGES.index("outputs"), 0)


def test_a_round_shows_what_came_of_it_and_nothing_of_its_sisters(db: Database, story: dict[str, int]) -> None:
    assert "outputs" not in shape(chain(db, "iterations", story["iterations"]))
    assert shape(chain(db, "iterations", story["second"]))["outputs"] == [1]


def test_links_that_follow_from_others_are_left_out(db: Database, story: dict[str, int]) -> None:
    assert named(chain(db, "needs", story["needs"])) == {
        ("needs", 1, "workshops", 1),
        ("workshops", 1, "solutions", 1),
        ("solutions", 1, "iterations", 1),
        ("solutions", 1, "iterations", 2),
        ("iterations", 2, "outputs", 1),
        ("outputs", 1, "reach", 1),
    }


def test_without_a_workshop_the_need_leads_to_the_solution_itself(db: Database, add: Add) -> None:
    need = add("needs", title="Kitap yok")
    add("solutions", title="Sandık", needs=[need])
    assert named(chain(db, "needs", need)) == {("needs", 1, "solutions", 1)}


def test_cards_say_what_their_rows_hold(db: Database, story: dict[str, int]) -> None:
    found = chain(db, "solutions", story["solutions"])
    need, workshop = found.stages[0][0], found.stages[1][0]
    assert (need.title, need.number, need.word) == ("Kitap yok", 7, "raised")
    assert (workshop.day, workshop.word) == ("2026-01-10", "workshop")
    assert [card.number for card in found.stages[3]] == [1, 2]
    assert found.stages[5][0].numbers == Numbers(counted=400) and found.stages[5][0].of == "outputs"


def test_a_stage_shows_the_first_and_says_how_many_more(db: Database, add: Add) -> None:
    need = add("needs", title="Kitap yok")
    for number in range(chains.SHOWN + 5):
        add("workshops", title=f"Atölye {number}", needs=[need])
    found = chain(db, "needs", need)
    assert len(found.stages[1]) == chains.SHOWN and found.more == {"workshops": 5}


def test_what_was_removed_is_in_no_chain(db: Database, story: dict[str, int]) -> None:
    with db.write("remove") as uow:
        records.remove(uow, "workshops", story["workshops"])
    found = chain(db, "needs", story["needs"])
    assert "workshops" not in shape(found)
    assert ("needs", 1, "solutions", 1) in named(found)
    with pytest.raises(NotFound):
        chain(db, "workshops", story["workshops"])


def _reads_one_row(statement: str) -> bool:
    """Whether a statement asks for any one row, as the look whether there is one does; that is no walk."""
    return "WHERE" not in statement and "ORDER" not in statement and "LIMIT 1" in statement


@pytest.mark.one_engine("sqlite")
def test_no_step_walks_a_table(db: Database, story: dict[str, int]) -> None:
    """Each step goes by the index of the column it starts from."""
    with db.read() as connection:
        seen: list[str] = []
        raw = connection.connection.dbapi_connection
        assert raw is not None
        raw.set_trace_callback(seen.append)
        chains.chain(connection, "solutions", story["solutions"])
        raw.set_trace_callback(None)
        for statement in [one for one in seen if one.startswith("SELECT") and not _reads_one_row(one)]:
            plan = [row[3] for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}")]
            assert not [step for step in plan if step.startswith("SCAN")], (statement, plan)
            assert not [step for step in plan if "alive=" in step], (statement, plan)
