"""What PostgreSQL could carry out only by reading a whole table is found in a small one, by forbidding just that."""

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import Connection

from tests.plans import nodes, plans
from tn_desktop.model.registry import entity
from tn_desktop.services import lists, walk_ins, watch
from tn_desktop.services.lists import PAGE, ListQuery
from tn_desktop.store.database import Database

pytestmark = pytest.mark.one_engine("postgresql")
COUNT = 3 * PAGE
NO_SCAN = ("enable_seqscan = off", "enable_bitmapscan = off")
NO_SORT = (*NO_SCAN, "enable_sort = off")
FORBIDDEN = {"Seq Scan", "Sort", "Incremental Sort"}


@pytest.fixture
def people(db: Database) -> Database:
    with db.write("people") as uow:
        provinces = ("TR-34", "TR-06", None)
        uow.create_many(
            entity("people").cls,
            [{"given_name": f"Ayşe{n}", "family_name": "Işık", "province": provinces[n % 3]} for n in range(COUNT)],
        )
        uow.connection.exec_driver_sql("ANALYZE person")
    return db


def pages(query: ListQuery) -> Callable[[Connection], Any]:
    def call(connection: Connection) -> None:
        _page, known = lists.first_page(connection, query)
        known = known or lists.outline(connection, query)
        lists.page(connection, query, known, 1)

    return call


@pytest.mark.parametrize("descending", [False, True])
@pytest.mark.parametrize("sort", lists.sorts("people"))
def test_a_long_list_walks_an_index(people: Database, sort: str, descending: bool) -> None:
    found = plans(people, pages(ListQuery("people", sort=sort, descending=descending)), *NO_SORT)
    walked = [
        plan for _text, plan in found if any(node.get("Index Name", "").endswith("sort_key_id") for node in nodes(plan))
    ]
    assert len(walked) >= 3
    for text, plan in found:
        kinds = [node["Node Type"] for node in nodes(plan)]
        # Which pages begin where is put in order once more after the walk: some of a hundred.
        allowed = {"Sort"} if "row_number()" in text and kinds[0] == "Sort" else set()
        assert FORBIDDEN.isdisjoint(set(kinds[1:] if allowed else kinds)), text


def test_a_filter_by_province_walks_that_province(people: Database) -> None:
    found = plans(people, pages(ListQuery("people", filters=(("province", "TR-34"),))), *NO_SORT)
    indexes = {node.get("Index Name") for _text, plan in found for node in nodes(plan)}
    assert "ix_person_alive_province_key_sort_key_id" in indexes


@pytest.mark.parametrize("typed", ["a", "ay", "ayse1", "isik ayse", "qqq"])
def test_a_search_looks_into_the_index_of_words(people: Database, typed: str) -> None:
    def call(connection: Connection) -> None:
        lists.first_page(connection, ListQuery("people", typed))
        walk_ins.suggest(connection, 1, typed)

    searched = [(t, plan) for t, plan in plans(people, call, "enable_seqscan = off") if "tsquery" in t]
    assert len(searched) >= 2
    for text, plan in searched:
        assert "ix_person_words" in {node.get("Index Name") for node in nodes(plan)}, text


def test_looking_for_what_others_wrote_reads_no_table(people: Database) -> None:
    found = plans(people, lambda connection: watch.since(connection, 0), *NO_SCAN)
    assert found
    for text, plan in found:
        assert "Seq Scan" not in {node["Node Type"] for node in nodes(plan)}, text
