"""Needs: raised in a line, voted, grouped, moved; their long list, and what came of each."""

import random
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import pytest
from sqlalchemy import text

from tests.rows import add
from tn_desktop.model.errors import FieldError, NotFound, Refused
from tn_desktop.model.text import sort_key
from tn_desktop.services import find, lists, need_page, need_rows, needs, records, undo, workshops
from tn_desktop.services.lists import PAGE, ListQuery
from tn_desktop.services.workshops import WorkshopPlan
from tn_desktop.store.database import Database

pytestmark = pytest.mark.both_engines

TODAY = date(2026, 3, 10)
NOW = datetime(2026, 3, 14, 12)  # noqa: DTZ001 - the program's own clock is local


def shown(db: Database, entity: str, key: int) -> dict[str, Any]:
    with db.read() as connection:
        return records.show(connection, entity, key)


@pytest.fixture
def community(db: Database) -> int:
    """A community in Iğdır."""
    return add(db, "communities", name="Iğdır Çemberi", province="76")


@pytest.fixture
def session(db: Database, community: int) -> int:
    """A session of a workshop for it, four days from today."""
    with db.write("plan") as uow:
        wanted = {"title": "Söyleşi", "communities": [community]}
        made = workshops.plan(uow, WorkshopPlan(wanted, "14.03.2026 13:00"))
    return int(made.told["sessions"][0])


def test_a_need_is_raised_in_one_line_with_where_it_comes_from(db: Database, community: int, session: int) -> None:
    with db.write("raise") as uow:
        plain = needs.raise_need(uow, "  Kalabalık   sınıflar ", TODAY, community=community).subject
        there = needs.raise_need(uow, "Okuma saati", TODAY, session=session).subject
    row = shown(db, "needs", plain)
    assert (row["title"], row["raised_at"], row["status"]) == ("Kalabalık sınıflar", "2026-03-10", "raised")
    with db.read() as connection:
        page = need_page.need_page(connection, there)
    assert (page.values["raised_at"], page.community.name) == ("2026-03-14", "Iğdır Çemberi")
    assert page.session is not None and page.session.id == session
    with db.write("nothing") as uow, pytest.raises(FieldError):
        needs.raise_need(uow, "  ", TODAY)
    with db.write("removed") as uow:
        records.remove(uow, "sessions", session)
    with db.write("gone") as uow, pytest.raises(NotFound):
        needs.raise_need(uow, "x", TODAY, session=session)


def test_dots_are_counted_one_by_one_and_never_below_none(db: Database, community: int) -> None:
    key = add(db, "needs", title="Okuma", community=community)
    for dots, expected in ((1, 1), (1, 2), (-1, 1), (-1, 0), (-1, 0), (1, 1)):
        with db.write("vote") as uow:
            changes = needs.vote(uow, key, dots)
        assert changes.told["votes"] == expected
    with db.write("undo") as uow:
        undo.undo(uow, changes.lsn)
    assert shown(db, "needs", key)["votes"] == 0
    with db.write("remove") as uow:
        records.remove(uow, "needs", key)
    with db.write("vote") as uow, pytest.raises(NotFound):
        needs.vote(uow, key)


def test_several_needs_get_one_group_in_one_step_which_one_undo_takes_back(db: Database, community: int) -> None:
    keys = [add(db, "needs", title=title, cluster=held) for title, held in (("A", "Eski"), ("B", ""), ("C", ""))]
    with db.write("group") as uow:
        changes = needs.group(uow, keys[:2], "Okuma")
    assert [shown(db, "needs", key)["cluster"] for key in keys] == ["Okuma", "Okuma", None]
    with db.read() as connection:
        assert need_rows.known_clusters(connection) == ["Okuma"]
        assert [row.title for row in lists.first_page(connection, ListQuery("needs", "okuma"))[0].rows] == ["B", "A"]
    with db.write("undo") as uow:
        undo.undo(uow, changes.lsn)
    assert [shown(db, "needs", key)["cluster"] for key in keys] == ["Eski", None, None]
    with db.write("none") as uow, pytest.raises(Refused):
        needs.group(uow, [], "Okuma")


def test_a_group_counts_its_needs_and_their_dots_together(db: Database, community: int) -> None:
    held = (
        ("A", 3, community, "Okuma"),
        ("B", None, community, "Okuma"),
        ("C", 5, None, "Okuma"),
        ("D", 7, community, ""),
    )
    keys = [
        add(db, "needs", title=title, votes=votes, community=where, cluster=group)
        for title, votes, where, group in held
    ]
    with db.write("remove") as uow:
        removed = records.add(uow, "needs", {"title": "E", "votes": 9, "community": community, "cluster": "Okuma"})
        records.remove(uow, "needs", removed.subject)
    with db.read() as connection:
        groups = [need_page.need_page(connection, key).group for key in keys]
    assert [(group.needs, group.votes) if group else None for group in groups] == [(2, 3), (2, 3), (1, 5), None]


def test_a_solution_begins_with_its_need(db: Database, community: int) -> None:
    key = add(db, "needs", title="Kalabalık sınıflar", community=community)
    with db.write("design") as uow:
        solution = needs.design_solution(uow, [key], TODAY).subject
    row = shown(db, "solutions", solution)
    assert (row["title"], row["province"], row["started"]) == ("Kalabalık sınıflar", "TR-76", "2026-03-10")
    assert row["status"] == "designed" and row["needs"] == [shown(db, "needs", key)["uid"]]


def test_a_solution_comes_out_of_the_workshops_that_took_its_need_up(db: Database, community: int) -> None:
    key, other = (add(db, "needs", title=title, community=community) for title in ("Kalabalık", "Okuma"))
    plans = (
        ("Bugün", key, "10.03.2026 13:00"),
        ("Yarın", key, "11.03.2026 13:00"),
        ("Başka", other, "01.03.2026 9:00"),
    )
    with db.write("plan") as uow:
        made = [
            workshops.plan(uow, WorkshopPlan({"title": title, "needs": [need]}, starts)).subject
            for title, need, starts in plans
        ]
    with db.write("design") as uow:
        solution = needs.design_solution(uow, [key], TODAY).subject
    with db.read() as connection:
        assert shown(db, "solutions", solution)["workshops"] == [records.uid_of(connection, "workshops", made[0])]


def test_what_came_of_a_need_is_listed_the_newest_first(db: Database, community: int, session: int) -> None:
    key = add(db, "needs", title="Okuma", community=community)
    add(db, "decisions", community=community, question="Neyle başlayalım?", date="2026-03-01", needs=[key])
    add(db, "solutions", title="Okuma köşesi", started="2026-04-02", needs=[key])
    stakeholder = add(db, "stakeholders", name="Kitap Derneği")
    add(db, "engagements", stakeholder=stakeholder, date="2026-02-01", kind="call", need=key)
    with db.write("plan") as uow:
        workshops.plan(uow, WorkshopPlan({"title": "Okuma Atölyesi", "needs": [key]}, "20.03.2026 13:00"))
    removed = add(db, "solutions", title="Başka", needs=[key])
    with db.write("remove") as uow:
        records.remove(uow, "solutions", removed)
    with db.read() as connection:
        found = need_page.need_page(connection, key).follows
    assert [(row.entity, row.title, row.date, row.status) for row in found] == [
        ("solutions", "Okuma köşesi", "2026-04-02", "designed"),
        ("workshops", "Okuma Atölyesi", "2026-03-20", "planned"),
        ("decisions", "Neyle başlayalım?", "2026-03-01", ""),
        ("engagements", "Kitap Derneği", "2026-02-01", "call"),
    ]
    assert len({row.key for row in found}) == 4


def test_the_list_to_count_holds_the_open_needs_by_title(db: Database, community: int, session: int) -> None:
    for title, status in (("Çanta", "raised"), ("Cetvel", "chosen"), ("Defter", "dropped"), ("Açık", "addressed")):
        add(db, "needs", title=title, community=community, status=status)
    here = add(db, "needs", title="Oturumda", session=session)
    with db.read() as connection:
        assert [row.title for row in need_page.to_count(connection, community)] == ["Cetvel", "Çanta"]
        assert [row.id for row in need_page.to_count(connection, session=session)] == [here]
        assert need_page.to_count(connection) == []


@pytest.fixture
def many(db: Database, community: int) -> list[dict[str, Any]]:
    """Some hundred needs, some without votes, date or status."""
    chance = random.Random(5)
    rows: list[dict[str, Any]] = []
    with db.write("needs") as uow:
        for number in range(2 * PAGE + 61):
            values: dict[str, object] = {
                "title": f"{chance.choice('ABCÇDIİOÖSŞU')}{number:04d}",
                "votes": chance.choice([None, None, 0, 1, 2, 5, 13]),
                "raised_at": chance.choice([None, "2026-01-05", "2026-02-07", "2025-11-01"]),
                "status": chance.choice(["raised", "discussed", "chosen", None]),
                "community": community if number % 3 else None,
                "themes": chance.choice([[], ["Okuma"], ["Okuma", "Göç"]]),
            }
            key = records.add(uow, "needs", {name: value for name, value in values.items() if value is not None})
            if values["status"] is None:
                records.change(uow, "needs", key.subject, {"status": None})
            rows.append({**values, "id": key.subject})
    return rows


def low(value: object) -> tuple[bool, object]:
    """Nulls stand below everything."""
    return (value is not None, value)


ORDERS = {
    "date": (lambda row: (low(row["raised_at"]), row["id"]), True),
    "title": (lambda row: (sort_key(row["title"]), row["id"]), False),
    "votes": (lambda row: (low(row["votes"]), row["id"]), True),
    "status": (lambda row: (low(row["status"]), sort_key(row["title"]), row["id"]), False),
}


@pytest.mark.some(3)
@pytest.mark.parametrize("turned", [False, True])
@pytest.mark.parametrize("sort", ORDERS)
def test_pages_join_to_the_whole_list_in_every_order(
    db: Database, many: list[dict[str, Any]], sort: str, turned: bool
) -> None:
    key, falling = ORDERS[sort]
    expected = [row["id"] for row in sorted(many, key=key, reverse=falling != turned)]
    query = ListQuery("needs", sort=sort, descending=turned)
    with db.read() as connection:
        first, none = lists.first_page(connection, query)
        known = lists.outline(connection, query)
        found = [row.id for n in range(-(-known.total // PAGE)) for row in lists.page(connection, query, known, n).rows]
        assert none is None and [row.id for row in first.rows] == expected[:PAGE]
        assert found == expected
        for at in (0, PAGE, len(expected) - 1):
            assert lists.position(connection, query, expected[at]) == at


@pytest.mark.parametrize(
    ("name", "value", "fits"),
    [
        ("status", "chosen", lambda row: row["status"] == "chosen"),
        ("theme", "Göç", lambda row: "Göç" in row["themes"]),
        ("province", "TR-76", lambda row: row["community"] is not None),
        ("community", 1, lambda row: row["community"] == 1),
    ],
)
def test_filters_agree_with_the_rows(
    db: Database, many: list, name: str, value: object, fits: Callable[[Any], bool]
) -> None:
    query = ListQuery("needs", filters=((name, value),), sort="votes")
    with db.read() as connection:
        page, known = lists.first_page(connection, query)
        known = known or lists.outline(connection, query)
        assert known.total == sum(map(fits, many)) > 0
        assert need_rows.known_themes(connection) == ["Göç", "Okuma"]
    wanted = {row["id"] for row in many if fits(row)}
    assert {row.id for row in page.rows} <= wanted


PLANNED = [
    ListQuery("needs", sort=sort, descending=turned, filters=filters)
    for sort in lists.sorts("needs")
    for turned in (False, True)
    for filters in ((),)
] + [
    ListQuery("needs", sort="votes", filters=(("status", "raised"),)),
    ListQuery("decisions"),
]


@pytest.mark.some(6)
@pytest.mark.one_engine("sqlite")
@pytest.mark.parametrize("analysed", [False, True])
@pytest.mark.parametrize("query", PLANNED, ids=str)
def test_no_list_of_needs_sorts_or_scans_the_table(db: Database, many: list, query: ListQuery, analysed: bool) -> None:
    if analysed:
        with db.write("analyze") as uow:
            uow.connection.exec_driver_sql("ANALYZE")
    with db.read() as connection:
        for segment in lists._segments(query):
            window = lists._window(query, segment, None).limit(PAGE)
            written = window.compile(connection, compile_kwargs={"literal_binds": True})
            plan = [row.detail for row in connection.execute(text(f"EXPLAIN QUERY PLAN {written}"))]
            assert not any("TEMP B-TREE" in step for step in plan), plan
            assert all("USING" in step for step in plan if step.startswith(("SCAN", "SEARCH"))), plan


@pytest.mark.one_engine("sqlite")
def test_the_needs_of_one_community_are_found_by_its_index(db: Database, many: list) -> None:
    query = ListQuery("needs", sort="votes", filters=(("community", 1), ("status", "raised")))
    with db.read() as connection:
        for segment in lists._segments(query):
            window = lists._window(query, segment, None).limit(PAGE)
            written = window.compile(connection, compile_kwargs={"literal_binds": True})
            plan = [row.detail for row in connection.execute(text(f"EXPLAIN QUERY PLAN {written}"))]
            assert any("ix_need_community_id_status_votes" in step for step in plan), plan


def test_the_search_over_everything_finds_needs_and_decisions(db: Database, community: int) -> None:
    need = add(db, "needs", title="Okuma alışkanlığı", community=community)
    decision = add(db, "decisions", community=community, question="Okuma saati olsun mu?", date="2026-03-01")
    with db.read() as connection:
        hits = find.find(connection, "okuma", NOW)
    assert [(hit.kind, hit.id, hit.name, hit.more) for hit in hits] == [
        ("needs", need, "Okuma alışkanlığı", "Iğdır Çemberi"),
        ("decisions", decision, "Okuma saati olsun mu?", "Iğdır Çemberi"),
    ]
