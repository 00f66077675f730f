"""The calendar's span: what is in it, under the list's filters, and that no more is read."""

from datetime import date, timedelta

import pytest
from sqlalchemy.dialects import sqlite

from tn_desktop.services import demo, records, session_calendar, sessions, workshops
from tn_desktop.services.workshops import WorkshopPlan
from tn_desktop.store.database import Database

pytestmark = pytest.mark.both_engines

FIRST, LAST = date(2026, 2, 23), date(2026, 4, 5)


@pytest.fixture
def filled(db: Database) -> Database:
    demo.fill(db, 120, 200, 3, date(2026, 3, 18))
    return db


def by_hand(db: Database, first: date, last: date, **where: str) -> dict[date, list[str]]:
    with db.read() as connection:
        every = records.listing(connection, "sessions", limit=10_000)[1]
        held = {row["uid"] for row in records.listing(connection, "workshops", where=where, limit=10_000)[1]}
    found: dict[date, list[str]] = {}
    for row in every:
        day = date.fromisoformat(row["starts_at"][:10])
        if first <= day <= last and row["workshop"] in held:
            found.setdefault(day, []).append(row["starts_at"])
    return {day: sorted(moments) for day, moments in found.items()}


@pytest.mark.parametrize(("first", "last"), [(FIRST, LAST), (date(2026, 3, 18), date(2026, 3, 18))])
def test_every_session_of_the_span_and_no_other(filled: Database, first: date, last: date) -> None:
    with filled.read() as connection:
        found = session_calendar.days(connection, first, last)
    assert {day: [one.starts_at for one in held.sessions] for day, held in found.items()} == by_hand(
        filled, first, last
    )
    assert all(held.total == len(held.sessions) for held in found.values())


def test_the_lists_filters_and_search_apply(filled: Database) -> None:
    with filled.read() as connection:
        province = next(row["province"] for row in records.listing(connection, "workshops")[1])
        found = session_calendar.days(connection, FIRST, LAST, (("province", province),))
        talks = session_calendar.days(connection, FIRST, LAST, (("kind", "talk"),), "söyleşi")
        cancelled = session_calendar.days(connection, date(2024, 1, 1), LAST, (("status", "cancelled"),))
    assert {day: len(held.sessions) for day, held in found.items()} == {
        day: len(held) for day, held in by_hand(filled, FIRST, LAST, province=province).items()
    }
    assert {day: len(held.sessions) for day, held in talks.items()} == {
        day: len(held) for day, held in by_hand(filled, FIRST, LAST, kind="talk").items()
    }
    assert {one.status for held in cancelled.values() for one in held.sessions} == {"cancelled"}


def test_a_crowded_day_tells_its_number_and_reads_the_first_ones(db: Database) -> None:
    with db.write("fill") as uow:
        for number in range(session_calendar.SHOWN + 5):
            workshops.plan(uow, WorkshopPlan({"title": f"Atölye {number}"}, f"14.03.2026 {9 + number % 9}:00"))
    with db.read() as connection:
        (held,) = session_calendar.days(connection, FIRST, LAST).values()
    assert (held.total, len(held.sessions)) == (session_calendar.SHOWN + 5, session_calendar.SHOWN)


def test_removed_sessions_and_those_of_removed_workshops_are_not_there(db: Database) -> None:
    with db.write("fill") as uow:
        made = [workshops.plan(uow, WorkshopPlan({"title": "A"}, "14.03.2026 13:00")) for _ in range(3)]
        records.remove(uow, "workshops", made[0].subject or 0)
        records.remove(uow, "sessions", made[1].told["sessions"][0])  # type: ignore[index]
    with db.read() as connection:
        (held,) = session_calendar.days(connection, FIRST, LAST).values()
    assert [one.workshop for one in held.sessions] == [made[2].subject]


@pytest.mark.one_engine("sqlite")
@pytest.mark.parametrize("filters", [(), (("province", "TR-34"),), (("community", 1),), (("kind", "talk"),)])
def test_the_span_is_read_by_its_index(db: Database, filters: tuple[tuple[str, object], ...]) -> None:
    asked = session_calendar.statement(FIRST, LAST, filters, "")
    text = str(asked.compile(dialect=sqlite.dialect(), compile_kwargs={"literal_binds": True}))
    with db.read() as connection:
        plan = [str(row[3]) for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {text}")]
    assert any("workshop_session_alive_starts_at" in line and "starts_at>" in line for line in plan), plan
    assert any(line.startswith("SEARCH workshop USING INTEGER PRIMARY KEY") for line in plan), plan
    assert not any(line.startswith("SCAN workshop") for line in plan), plan


def test_a_planned_session_is_moved_and_remembers_where_it_stood(db: Database) -> None:
    with db.write("fill") as uow:
        made = workshops.plan(uow, WorkshopPlan({"title": "A"}, "14.03.2026 13:00", "14.03.2026 15:00"))
        (session,) = made.told["sessions"]  # type: ignore[misc]
        sessions.reschedule(uow, session, "2026-03-17")
        moved = records.show(uow.connection, "sessions", session)
        assert (moved["starts_at"], moved["ends_at"], moved["moved_from"]) == (
            "2026-03-17T13:00", "2026-03-17T15:00", "2026-03-14T13:00",
        )  # fmt: skip
        sessions.reschedule(uow, session, (date(2026, 3, 17) - timedelta(days=3)).isoformat())
        assert records.show(uow.connection, "sessions", session)["moved_from"] is None
