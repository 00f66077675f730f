"""Lists and pages of solutions and outputs: their counts recomputed from the rows, filters, plans, search."""

from collections import Counter
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest

from tn_desktop.services import demo, lists, output_page, records, solution_page
from tn_desktop.services.find import find
from tn_desktop.services.list_specs import LISTS
from tn_desktop.services.lists import ListQuery
from tn_desktop.services.reach import Numbers
from tn_desktop.store.database import Database
from tn_desktop.store.profile import Profile

pytestmark = pytest.mark.both_engines

DAY = date(2026, 3, 18)


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory, new_profile: Callable[[Path], Profile]) -> Database:
    db = Database.open(new_profile(tmp_path_factory.mktemp("solutions")))
    demo.fill(db, 400, 80, 3, DAY)
    with db.write("remove") as uow:
        records.remove(uow, "iterations", 1)
        records.remove(uow, "outputs", 1)
        records.remove(uow, "needs", 2)
    return db


def rows(db: Database, name: str) -> list[dict]:
    with db.read() as connection:
        return records.listing(connection, name, limit=100_000)[1]


def test_a_row_counts_what_belongs_to_its_solution(world: Database) -> None:
    rounds = Counter(row["solution"] for row in rows(world, "iterations"))
    outputs = Counter(row["solution"] for row in rows(world, "outputs"))
    communities = {row["uid"]: row["name"] for row in rows(world, "communities")}
    with world.read() as connection:
        page, _outline = lists.first_page(connection, ListQuery("solutions"))
        assert len(page.rows) == len(rows(world, "solutions")) > 10
        for row in page.rows:
            uid = records.uid_of(connection, "solutions", row.id)
            (whole,) = [one for one in rows(world, "solutions") if one["uid"] == uid]
            assert (row.rounds, row.outputs, row.needs) == (rounds[uid], outputs[uid], len(whole["needs"]))
            assert row.community == communities[whole["community"]]


def test_a_row_adds_up_the_reach_of_its_output(world: Database) -> None:
    sums: dict[str, Counter[str]] = {}
    for row in rows(world, "reach"):
        sums.setdefault(row["output"] or "", Counter())[row["basis"]] += row["number"]
    with world.read() as connection:
        page, _outline = lists.first_page(connection, ListQuery("outputs"))
        assert len(page.rows) > 5
        for row in page.rows:
            uid = records.uid_of(connection, "outputs", row.id)
            assert row.reached == Numbers(**dict(sums.get(uid, Counter())))
            assert output_page.output_page(connection, row.id).reached == row.reached


def test_rounds_are_numbered_in_order_of_their_days(world: Database) -> None:
    with world.read() as connection:
        for solution in (row[0] for row in connection.exec_driver_sql("SELECT id FROM solution")):
            rounds = solution_page.solution_page(connection, solution).rounds
            assert [one.number for one in rounds] == list(range(1, len(rounds) + 1))
            assert [one.date for one in rounds] == sorted(one.date for one in rounds)


def test_filters(world: Database) -> None:
    with world.read() as connection:
        needs = solution_page.answered_needs(connection, 500)
        assert 2 not in dict(needs)
        for need, _title in needs[:5]:
            page, _outline = lists.first_page(connection, ListQuery("solutions", filters=(("need", need),)))
            uid = records.uid_of(connection, "needs", need)
            assert len(page.rows) == sum(uid in row["needs"] for row in rows(world, "solutions")) > 0


@pytest.mark.one_engine("sqlite")
def test_no_list_of_theirs_walks_or_sorts_its_table(world: Database) -> None:
    with world.read() as connection:
        for name in ("solutions", "outputs"):
            for sort in LISTS[name].sorts:
                seen: list[str] = []
                raw = connection.connection.dbapi_connection
                assert raw is not None
                raw.set_trace_callback(seen.append)
                lists.first_page(connection, ListQuery(name, sort=sort))
                raw.set_trace_callback(None)
                for statement in [one for one in seen if one.startswith("SELECT")]:
                    plan = [row[3] for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}")]
                    table = LISTS[name].cls.__tablename__
                    assert f"SCAN {table}" not in plan, (sort, plan)
                    if f"FROM {table} " in statement.replace("\n", "") + " " and "ORDER BY" in statement:
                        assert not [step for step in plan if "TEMP B-TREE FOR ORDER" in step], (sort, plan)


@pytest.mark.both_engines
def test_a_round_begins_with_those_of_the_last_one(db: Database) -> None:
    with db.write("add") as uow:
        first = records.add(uow, "people", {"given_name": "Ayşe"}).subject
        gone = records.add(uow, "people", {"given_name": "Cem"}).subject
        solution = records.add(uow, "solutions", {"title": "Sandık"}).subject
        assert gone is not None and solution is not None
        records.add(uow, "iterations", {"solution": solution, "date": "2026-01-01", "carried_out_by": [first, gone]})
        records.remove(uow, "people", gone)
        made = solution_page.begin_round(uow, solution, DAY).subject
        assert made is not None
        again = records.show(uow.connection, "iterations", made)
        assert again["date"] == DAY.isoformat() and len(again["carried_out_by"]) == 1
        assert records.show(uow.connection, "solutions", solution)["status"] == "running"


@pytest.mark.both_engines
def test_the_search_of_everything_finds_them(db: Database) -> None:
    with db.write("add") as uow:
        solution = records.add(uow, "solutions", {"title": "Gezici kitap sandığı"}).subject
        records.add(uow, "outputs", {"title": "Sandık kılavuzu", "solution": solution})
    with db.read() as connection:
        hits = find(connection, "sandı", datetime(2026, 3, 14))  # noqa: DTZ001 - local
    assert [(hit.kind, hit.name, hit.more) for hit in hits if hit.kind != "tools"] == [
        ("solutions", "Gezici kitap sandığı", ""),
        ("outputs", "Sandık kılavuzu", "Gezici kitap sandığı"),
    ]


@pytest.mark.both_engines
def test_pages_and_lists_on_each_engine(db: Database) -> None:
    with db.write("add") as uow:
        need = records.add(uow, "needs", {"title": "Kitap yok"}).subject
        solution = records.add(uow, "solutions", {"title": "Sandık", "needs": [need]}).subject
        assert need is not None and solution is not None
        records.add(uow, "iterations", {"solution": solution, "date": "2026-01-01"})
        person = records.add(uow, "people", {"given_name": "Ayşe", "family_name": "Yılmaz"}).subject
        values = {"title": "Kılavuz", "solution": solution, "contributors": [person]}
        output = records.add(uow, "outputs", values).subject
        assert output is not None
        output_page.add_reach(uow, {"output": output}, {"number": "40", "basis": "counted"}, DAY)
    with db.read() as connection:
        page = solution_page.solution_page(connection, solution)
        assert [one.number for one in page.rounds] == [1] and page.outputs[0].reached == Numbers(counted=40)
        made = output_page.output_page(connection, output)
        assert (made.source, made.contributors) == ("Sandık", ("Ayşe Yılmaz",))
        assert solution_page.answered_needs(connection, 5) == [(need, "Kitap yok")]
        for name, filters in (("solutions", (("need", need),)), ("outputs", ())):
            rows, _outline = lists.first_page(connection, ListQuery(name, filters=filters))
            assert len(rows.rows) == 1


def test_of_very_many_rounds_the_last_are_shown(db: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(solution_page, "ROUNDS_SHOWN", 3)
    with db.write("add") as uow:
        solution = records.add(uow, "solutions", {"title": "Sandık"}).subject
        assert solution is not None
        for day in range(1, 6):
            records.add(uow, "iterations", {"solution": solution, "date": f"2026-01-0{day}"})
        rounds = solution_page.rounds_of(uow.connection, solution)
    assert [(one.number, one.date[-1]) for one in rounds] == [(3, "3"), (4, "4"), (5, "5")]
