"""Long lists: pages, outline and positions agree with the plain order, however they are asked for."""

import random

import pytest
from sqlalchemy import text

from tn_desktop.model.registry import entity
from tn_desktop.model.text import sort_key
from tn_desktop.services import lists, records
from tn_desktop.services.list_specs import LISTS
from tn_desktop.services.lists import PAGE, ListQuery
from tn_desktop.store.database import Database

pytestmark = pytest.mark.both_engines

COUNT = 3 * PAGE + 17


@pytest.fixture
def names(db: Database) -> list[str]:
    """The names of some hundred people, in the database in random order."""
    chance = random.Random(7)
    given = ["Ayşe", "Ali", "Çağla", "Cem", "Işık", "İrem", "Ömer", "Oya", "Şule", "Sibel", "Ümit", "Ufuk"]
    made = [
        f"{chance.choice(given)} {chance.choice('ABCÇDEGHIİKLMNOÖPRSŞTUÜVYZ')}{number:04d}" for number in range(COUNT)
    ]
    with db.write("people") as uow:
        for name in made:
            first, last = name.split()
            province = chance.choice(["TR-34", "TR-06", ""])
            records.add(uow, "people", {"given_name": first, "family_name": last, "province": province})
    return made


def every_row(db: Database, query: ListQuery) -> list[str]:
    with db.read() as connection:
        first, known = lists.first_page(connection, query)
        known = known or lists.outline(connection, query)
        pages = [lists.page(connection, query, known, n) for n in range(-(-known.total // PAGE))]
    rows = [row for page in pages for row in page.rows]
    assert list(first.rows) == rows[:PAGE]
    assert known.total == len(rows)
    return [row.name for row in rows]


@pytest.mark.parametrize("descending", [False, True])
def test_pages_join_to_the_whole_list_in_turkish_order(db: Database, names: list[str], descending: bool) -> None:
    assert every_row(db, ListQuery("people", descending=descending)) == sorted(names, key=sort_key, reverse=descending)


def test_search_and_filter_narrow_the_list(db: Database, names: list[str]) -> None:
    assert every_row(db, ListQuery("people", "isik")) == sorted(
        (n for n in names if n.startswith("Işık")), key=sort_key
    )
    with db.read() as connection:
        expected = records.listing(connection, "people", where={"province": "TR-34"}, limit=COUNT)[1]
    found = every_row(db, ListQuery("people", filters=(("province", "TR-34"),)))
    assert found == [f"{row['given_name']} {row['family_name']}" for row in expected]


def test_many_hits_walk_the_index_with_the_same_result(
    db: Database, names: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    narrow = every_row(db, ListQuery("people", "a"))
    monkeypatch.setattr(lists, "NARROW", 3)
    assert every_row(db, ListQuery("people", "a")) == narrow
    assert every_row(db, ListQuery("people", "cag")) == [n for n in sorted(names, key=sort_key) if n.startswith("Çağ")]


def test_position_finds_a_row_wherever_it_is(db: Database, names: list[str]) -> None:
    for query in (ListQuery("people"), ListQuery("people", sort="province", descending=True), ListQuery("people", "s")):
        with db.read() as connection:
            known = lists.first_page(connection, query)[1] or lists.outline(connection, query)
            rows = [row for n in range(-(-known.total // PAGE)) for row in lists.page(connection, query, known, n).rows]
            for at in (0, len(rows) // 2, len(rows) - 1):
                assert lists.position(connection, query, rows[at].id) == at


@pytest.mark.parametrize("most", [3, 10_000])
@pytest.mark.parametrize("descending", [False, True])
def test_names_that_begin_with_what_was_typed_come_first(
    db: Database, names: list[str], monkeypatch: pytest.MonkeyPatch, most: int, descending: bool
) -> None:
    monkeypatch.setattr(lists, "NARROW", most)
    found = every_row(db, ListQuery("people", "c", descending=descending))
    first = [name for name in names if name[0] in "CÇ"]
    rest = [name for name in names if name.split()[1][0] in "CÇ" and name not in first]
    assert first and rest
    assert found == [
        *sorted(first, key=sort_key, reverse=descending),
        *sorted(rest, key=sort_key, reverse=descending),
    ]


def test_letters_outside_the_turkish_alphabet_are_found_as_well(
    db: Database, names: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with db.write("people") as uow:
        for given in ("René", "Renê", "Ženya", "علی"):
            records.add(uow, "people", {"given_name": given})
    for most in (0, 10_000):
        monkeypatch.setattr(lists, "NARROW", most)
        assert set(every_row(db, ListQuery("people", "rene"))) == {"Renê", "René"}
        assert every_row(db, ListQuery("people", "zen")) == ["Ženya"]
        assert every_row(db, ListQuery("people", "عل")) == ["علی"]


@pytest.mark.some(15)
@pytest.mark.one_engine("sqlite")
@pytest.mark.parametrize(("name", "sort"), [(name, sort) for name in LISTS for sort in lists.sorts(name)])
def test_no_long_list_sorts_or_scans_the_table(db: Database, name: str, sort: str) -> None:
    plan = plan_of(db, ListQuery(name, sort=sort))
    assert not any("TEMP B-TREE" in step for step in plan), plan
    assert all("USING" in step for step in plan if step.startswith(("SCAN", "SEARCH"))), plan


@pytest.mark.one_engine("sqlite")
@pytest.mark.parametrize(
    ("name", "filtered", "value", "index"),
    [
        ("communities", "kind", "working_group", "kind_sort_key"),
        ("communities", "stage", "needs", "stage_sort_key"),
        ("communities", "status", "closed", "status_sort_key"),
        ("needs", "status", "chosen", "status_raised_at"),
        ("needs", "cluster", "Aile", "cluster_raised_at"),
        ("needs", "theme", "Esenlik", "themes"),
    ],
)
def test_a_filter_of_many_rows_has_its_index(db: Database, name: str, filtered: str, value: str, index: str) -> None:
    plan = plan_of(db, ListQuery(name, filters=((filtered, value),)))
    assert any(f"_alive_{index}_id" in step for step in plan), plan
    assert not any(step.startswith("SCAN") and "different_themes" not in step for step in plan), plan


def plan_of(db: Database, query: ListQuery) -> list[str]:
    """How SQLite reads the first page."""
    with db.read() as connection:
        asked = lists._window(query, [], None).limit(PAGE).compile(connection, compile_kwargs={"literal_binds": True})
        return [row.detail for row in connection.execute(text(f"EXPLAIN QUERY PLAN {asked}"))]


@pytest.mark.parametrize("descending", [False, True])
def test_rows_without_a_value_stand_at_one_end_on_every_page(db: Database, descending: bool) -> None:
    """By stage: those without one first, whatever page begins among them."""
    with db.write("communities") as uow:
        rows = [{"name": f"K{n:04d}", "stage": ("", "gathering", "needs")[n % 3] or None} for n in range(COUNT)]
        uow.create_many(entity("communities").cls, rows)
    expected = sorted(rows, key=lambda row: (row["stage"] or "", row["name"]), reverse=descending)
    query = ListQuery("communities", sort="stage", descending=descending)
    assert every_row(db, query) == [row["name"] for row in expected]
    with db.read() as connection:
        for at in (0, 100, 200, COUNT - 1):
            key = int(expected[at]["name"][1:]) + 1
            assert lists.position(connection, query, key) == at
