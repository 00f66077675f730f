"""What waits on a day, against the rows."""

import pytest
from sqlalchemy import func, select, text

from tests.rows import add
from tests.unit.services.day import TODAY
from tn_desktop.model.entities.base import table_of
from tn_desktop.model.entities.needs import Need
from tn_desktop.services import records, sessions, to_do
from tn_desktop.store.database import Database

pytestmark = pytest.mark.both_engines


def waits(db: Database) -> to_do.ToDo:
    with db.read() as connection:
        return to_do.to_do(connection, TODAY)


def test_an_empty_notebook_has_nothing_to_do(db: Database) -> None:
    assert waits(db).empty


def test_chosen_needs_that_nobody_took_up_wait_most_votes_first(db: Database) -> None:
    community = add(db, "communities", name="Iğdır Çemberi")
    keys = {
        title: add(db, "needs", title=title, status=status, votes=votes, community=community)
        for title, status, votes in (
            ("az", "chosen", 3), ("çok", "chosen", 9), ("ham", "raised", 20), ("atölyeli", "chosen", 30),
            ("çözümlü", "chosen", 30), ("dönen", "chosen", 5),
        )
    }  # fmt: skip
    add(db, "workshops", title="Atölye", needs=[keys["atölyeli"]])
    add(db, "solutions", title="Çözüm", needs=[keys["çözümlü"]])
    gone = add(db, "workshops", title="Olmadı", needs=[keys["dönen"]])
    with db.write("remove") as uow:
        records.remove(uow, "workshops", gone)
    found = waits(db)
    assert [(need.title, need.votes, need.community) for need in found.needs] == [
        ("çok", 9, "Iğdır Çemberi"), ("dönen", 5, "Iğdır Çemberi"), ("az", 3, "Iğdır Çemberi"),
    ]  # fmt: skip
    with db.read() as connection:
        chosen = records.listing(connection, "needs", where={"status": "chosen"})[1]
        taken = {uid for row in records.listing(connection, "workshops")[1] for uid in row["needs"]}
        taken |= {uid for row in records.listing(connection, "solutions")[1] for uid in row["needs"]}
    assert found.raised == 1
    assert found.needs_count == sum(row["uid"] not in taken for row in chosen)


def test_waiting_lists_of_workshops_ahead_are_counted(db: Database) -> None:
    people = [add(db, "people", given_name=f"Kişi {n}") for n in range(4)]
    soon = add(db, "workshops", title="Yakında")
    past = add(db, "workshops", title="Geçti")
    off = add(db, "workshops", title="İptal")
    for workshop, day in ((soon, "2026-03-20"), (soon, "2026-03-27"), (past, "2026-03-01"), (off, "2026-03-18")):
        key = add(db, "sessions", workshop=workshop, starts_at=f"{day}T13:00")
        if workshop == off:
            with db.write("cancel") as uow:
                sessions.cancel(uow, key)
    for workshop in (soon, past, off):
        for person, status in zip(people, ("waiting", "waiting", "enrolled", "waiting"), strict=True):
            add(db, "enrolments", workshop=workshop, person=person, status=status)
    with db.write("remove") as uow:
        records.remove(uow, "people", people[3])
    found = waits(db)
    assert [(one.title, one.starts_at[:10], one.people) for one in found.waiting] == [("Yakında", "2026-03-20", 2)]
    assert found.waiting_people == 2


def test_follow_ups_of_a_week_wait(db: Database) -> None:
    stakeholder = add(db, "stakeholders", name="Vakıf")
    for due in ("2026-03-10", "2026-03-21", "2026-03-22"):
        add(db, "engagements", stakeholder=stakeholder, summary="x", next_step=due, due=due)
    found = waits(db).follow_ups
    assert [row.next_step for row in found.rows] == ["2026-03-10", "2026-03-21"]
    assert (found.count, found.overdue) == (2, 1)


@pytest.mark.one_engine("sqlite")
def test_needs_are_found_by_their_status(db: Database) -> None:
    with db.read() as connection:
        statement = select(func.count()).select_from(table_of(Need)).where(to_do._waiting_needs())
        compiled = statement.compile(connection, compile_kwargs={"literal_binds": True})
        plan = [row[3] for row in connection.execute(text(f"EXPLAIN QUERY PLAN {compiled}"))]
    assert any("ix_need_alive_status" in step for step in plan), plan
    assert not any(step.startswith("SCAN") for step in plan), plan
