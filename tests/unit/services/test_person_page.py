"""A person's page against the rows it is made from, also where there are thousands of them."""

from datetime import datetime, timedelta
from random import Random

import pytest
from sqlalchemy import select, text

from tests.rows import add
from tn_desktop.model.entities.base import table_of
from tn_desktop.model.entities.people import Person
from tn_desktop.model.entities.workshops import Attendance, Workshop, WorkshopSession
from tn_desktop.services import community_path, contributions, planning, reach, records, same_as, sessions
from tn_desktop.services.person_page import SHOWN, PersonPage, person_page
from tn_desktop.store.database import Database

pytestmark = pytest.mark.both_engines


def page_of(db: Database, person: int) -> PersonPage:
    with db.read() as connection:
        return person_page(connection, person)


def many_marks(db: Database, count: int) -> int:
    """Somebody with so many marks, in a workshop each of three sessions."""
    chance = Random(7)
    with db.write("fill") as uow:
        person = records.add(uow, "people", {"given_name": "Ayşe"}).subject
        start = datetime(2015, 1, 1, 13)  # noqa: DTZ001 - times are local
        workshops = uow.create_many(Workshop, [{"title": f"Atölye {n}"} for n in range(count // 3 + 1)])
        held = [
            {
                "workshop_id": workshops[n // 3],
                "starts_at": (start + timedelta(hours=9 * n)).isoformat(timespec="minutes"),
                "ends_at": (start + timedelta(hours=9 * n + 2)).isoformat(timespec="minutes"),
                "status": "cancelled" if n % 10 == 0 else "held",
            }
            for n in range(count)
        ]
        keys = uow.create_many(WorkshopSession, held)
        rows = [
            {
                "session_id": key,
                "person_id": person,
                "status": chance.choice(("present", "late", "excused", "absent", None)),
                "minutes": 15 if n % 7 == 0 else None,
            }
            for n, key in enumerate(keys)
        ]
        uow.create_many(Attendance, rows)
    assert person is not None
    return person


def recomputed(db: Database, person: int) -> tuple[int, int, int]:
    """Sessions, minutes and workshops somebody took part in, row by row."""
    attendance, session = table_of(Attendance), table_of(WorkshopSession)
    count = minutes = 0
    workshops = set()
    with db.read() as connection:
        held = {row.id: row for row in connection.execute(select(session))}
        for mark in connection.execute(select(attendance).where(attendance.c.person_id == person)):
            own = held[mark.session_id]
            if mark.status not in ("present", "late") or own.status == "cancelled":
                continue
            whole = (datetime.fromisoformat(own.ends_at) - datetime.fromisoformat(own.starts_at)).seconds // 60
            there = whole if mark.minutes is None else whole - mark.minutes if mark.status == "late" else mark.minutes
            count, minutes = count + 1, minutes + there
            workshops.add(own.workshop_id)
    return count, minutes, len(workshops)


def test_totals_are_those_of_every_row_not_of_the_listed_ones(db: Database) -> None:
    person = many_marks(db, 5 * SHOWN)
    page = page_of(db, person)
    assert (page.sessions, page.minutes, page.came) == recomputed(db, person)
    assert (len(page.workshops), len(page.marks)) == (SHOWN, SHOWN)
    assert page.came > SHOWN


def test_marks_of_a_cancelled_session_are_listed_and_not_counted(db: Database) -> None:
    person = add(db, "people", given_name="Ayşe")
    workshop = add(db, "workshops", title="Atölye")
    keys = [
        add(db, "sessions", workshop=workshop, starts_at=f"2026-03-{day}T13:00", ends_at=f"2026-03-{day}T15:00")
        for day in (10, 11, 12)
    ]
    for key, status in zip(keys, ("present", "excused", "present"), strict=True):
        add(db, "attendance", person=person, session=key, status=status)
    with db.write("cancel") as uow:
        sessions.cancel(uow, keys[2])
    page = page_of(db, person)
    assert [(mark.status, mark.counted, mark.minutes) for mark in page.marks] == [
        ("present", False, 0), ("excused", False, 0), ("present", True, 120),
    ]  # fmt: skip
    assert (page.sessions, page.minutes, page.came) == (1, 120, 1)


def test_everything_somebody_did_is_found_and_counted(db: Database) -> None:
    person = add(db, "people", given_name="Ayşe", family_name="Öz")
    community = add(db, "communities", name="Iğdır Çemberi")
    led = add(db, "workshops", title="Yürüttüğü", led_by=[person], initiated_by=person)
    session = add(db, "sessions", workshop=led, starts_at="2026-03-10T13:00", facilitators=[person])
    add(db, "sessions", workshop=led, starts_at="2026-03-11T13:00", speakers=[person])
    gone = add(db, "sessions", workshop=led, starts_at="2026-03-12T13:00", facilitators=[person])
    need = add(db, "needs", title="Kitap yok", community=community, raised_by=person, raised_at="2026-02-01")
    solution = add(db, "solutions", title="Kitaplık", needs=[need])
    add(db, "iterations", solution=solution, what_changed="Raf", date="2026-04-01", carried_out_by=[person])
    add(db, "outputs", title="Kılavuz", contributors=[person], date="2026-05-01")
    stakeholder = add(db, "stakeholders", name="Aras Vakfı", person=person)
    add(db, "contacts", stakeholder=stakeholder, person=person, role="Koordinatör")
    add(db, "engagements", stakeholder=stakeholder, person=person, date="2026-01-01", summary="Konuştuk")
    with db.write("cancel") as uow:
        sessions.cancel(uow, gone)
    did = page_of(db, person).contributions
    assert did.counts == dict.fromkeys(contributions.KINDS, 1)
    assert did.total == len(did.rows) == len({row.key for row in did.rows}) == len(contributions.KINDS)
    by_kind = {row.kind: row for row in did.rows}
    assert (by_kind["facilitated"].date, by_kind["facilitated"].id) == ("2026-03-10", led)
    assert (by_kind["raised"].title, by_kind["raised"].more) == ("Kitap yok", "Iğdır Çemberi")
    assert (by_kind["carried_out"].entity, by_kind["carried_out"].title) == ("iterations", "Kitaplık")
    assert by_kind["contact"].more == "Koordinatör"
    with db.write("remove") as uow:
        records.remove(uow, "needs", need)
        records.remove(uow, "sessions", session)
    left = page_of(db, person).contributions.counts
    assert "raised" not in left and "facilitated" not in left


def test_more_than_are_listed_are_counted(db: Database) -> None:
    person = add(db, "people", given_name="Ayşe")
    with db.write("fill") as uow:
        for number in range(contributions.LISTED + 5):
            records.add(uow, "needs", {"title": f"İhtiyaç {number}", "raised_by": person})
    did = page_of(db, person).contributions
    assert (len(did.rows), did.counts) == (contributions.LISTED, {"raised": contributions.LISTED + 5})


@pytest.mark.one_engine("sqlite")
def test_nothing_is_scanned_for_one_person(db: Database) -> None:
    tables = {table_of(Person).name, "attendance", "workshop", "need", "engagement", "output", "workshop_session"}
    with db.read() as connection:
        for kind in contributions.KINDS:
            statement = contributions._OF[kind]([1, 2])
            compiled = str(statement.compile(connection, compile_kwargs={"literal_binds": True})).replace("?", "1")
            plan = [row[3] for row in connection.execute(text(f"EXPLAIN QUERY PLAN {compiled}"))]
            assert not any(step.startswith(f"SCAN {table}") for step in plan for table in tables), (kind, plan)


def test_whoever_was_entered_twice_has_one_history(db: Database) -> None:
    one, other = add(db, "people", given_name="Umut"), add(db, "people", given_name="Ümit")
    community = add(db, "communities", name="Okuma")
    workshop = add(db, "workshops", title="Ölçme")
    times = [("2026-03-01T10:00", "2026-03-01T12:00"), ("2026-03-02T10:00", "2026-03-02T11:00")]
    held = [add(db, "sessions", workshop=workshop, starts_at=start, ends_at=end) for start, end in times]
    for person, at, status in ((one, held[0], "absent"), (other, held[0], "present"), (other, held[1], "present")):
        add(db, "attendance", person=person, session=at, status=status)
    for person in (one, other):
        add(db, "memberships", person=person, community=community, role="member")
    add(db, "needs", title="Kitap yok", raised_by=other)
    assert (page_of(db, one).sessions, page_of(db, one).rows) == (0, 1)

    with db.write("judge") as uow:
        same_as.judge(uow, "people", one, other, same_as.SAME)
    for person in (one, other):
        page = page_of(db, person)
        assert (page.sessions, page.minutes, page.came, page.rows) == (2, 180, 1, 2)
        assert [mark.status for mark in page.marks] == ["present", "present"]
        assert [row.community_id for row in page.memberships] == [community]
        assert page.contributions.counts == {"raised": 1}

    with db.write("judge") as uow:
        same_as.judge(uow, "people", one, other, None)
    assert (page_of(db, one).sessions, page_of(db, other).sessions) == (0, 2)


def test_whoever_was_entered_twice_is_counted_once(db: Database) -> None:
    people = [add(db, "people", given_name=f"Umut {n}", province="TR-36") for n in range(3)]
    community = add(db, "communities", name="Okuma", province="TR-36")
    workshop = add(db, "workshops", title="Ölçme", communities=[community], province="TR-36")
    at = add(db, "sessions", workshop=workshop, starts_at="2026-03-01T10:00", ends_at="2026-03-01T12:00", status="held")
    for person in people:
        add(db, "attendance", person=person, session=at, status="present")
        add(db, "memberships", person=person, community=community, role="member")

    def counts() -> set[int]:
        with db.read() as connection:
            took_part, _times = community_path._taken_part(connection, community)
            reached = reach.summary(connection)
            assert len(reached.years) == len(reached.provinces) == 1
            named = [row.activities.named for row in (*reached.years, *reached.provinces)]
            members = planning.members_today(connection, [community])
            return {took_part, members, reached.participants, reached.activities.named, *named}

    assert counts() == {3}
    for one, other in ((people[0], people[1]), (people[1], people[2])):
        with db.write("judge") as uow:
            same_as.judge(uow, "people", one, other, same_as.SAME)
    assert counts() == {1}
    with db.write("judge") as uow:
        same_as.judge(uow, "people", people[1], people[2], same_as.DIFFERENT)
    assert counts() == {2}
