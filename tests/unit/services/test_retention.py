"""Who is past the time that data is kept: nobody who did anything, is anybody's contact or asked something."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest
from sqlalchemy import update

from tn_desktop.model.entities.base import table_of
from tn_desktop.model.entities.people import Person
from tn_desktop.model.entities.stakeholders import Contact
from tn_desktop.model.errors import Refused
from tn_desktop.model.stamps import make_stamp
from tn_desktop.services import attendance, data_requests, destruction, export_log, records, retention, same_as
from tn_desktop.store.database import Database

pytestmark = pytest.mark.both_engines
TODAY = date(2026, 3, 20)
LONG_AGO = make_stamp(int(datetime(2017, 7, 14, 12).timestamp() * 1000), 0, "0" * 12)  # noqa: DTZ001 - a local day
Add = Callable[..., int]


@pytest.fixture
def add(db: Database) -> Add:
    """Adds a row; people as if they had been entered in 2017."""

    def adding(entity: str, **values: Any) -> int:
        with db.write("add") as uow:
            key = records.add(uow, entity, values).subject
            assert key is not None
            if entity == "people":
                person = table_of(Person)
                uow.connection.execute(update(person).where(person.c.id == key).values(created=LONG_AGO))
            return key

    return adding


def due(db: Database, today: date = TODAY) -> retention.Due:
    with db.read() as connection:
        return retention.due(connection, today)


def names(db: Database, today: date = TODAY) -> list[tuple[str, str, str]]:
    return [(row.name, row.last, row.what) for row in due(db, today).people.rows]


def test_the_quiet_are_due_with_their_last_activity(db: Database, add: Add) -> None:
    old, recent, never = (
        add("people", given_name="Eski"),
        add("people", given_name="Yeni"),
        add("people", given_name="Hiç"),
    )
    workshop = add("workshops", title="Atölye")
    for day, person in (("2019-05-04", old), ("2025-05-04", recent)):
        session = add("sessions", workshop=workshop, starts_at=f"{day}T13:00")
        with db.write("mark") as uow:
            attendance.mark(uow, session, person, "present")
    assert names(db) == [("Hiç", "2017-07-14", "entered"), ("Eski", "2019-05-04", "attended")]
    assert due(db).people.count == 2 and never
    # Five years to the day.
    assert len(names(db, date(2024, 5, 4))) == 1 and len(names(db, date(2024, 5, 5))) == 2


@pytest.mark.one_engine("sqlite")
def test_whoever_is_bound_to_something_living_stays(db: Database, add: Add) -> None:
    people = [add("people", given_name=name) for name in ("Üye", "Temas", "Başvuran", "Eski üye", "İkiz")]
    active = add("communities", name="Etkin", status="active")
    closed = add("communities", name="Kapalı", status="closed")
    add("memberships", person=people[0], community=active, joined="2016-01-01")
    add("memberships", person=people[3], community=closed, joined="2016-01-01")
    stakeholder = add("stakeholders", name="Dernek", type="ngo", status="active")
    add("contacts", stakeholder=stakeholder, person=people[1])
    with db.write("ask") as uow:
        data_requests.receive(uow, people[2], "access", "2016-01-01")
        same_as.judge(uow, "people", people[4], people[0], "same")
    assert [name for name, _last, _what in names(db)] == ["Eski üye"]


def test_years_are_set_and_none_keeps_for_ever(db: Database, add: Add) -> None:
    add("people", given_name="Hiç")
    with db.write("set") as uow:
        retention.set_years(uow, "people", 0)
    assert due(db).people.count == 0 and due(db).years == {"people": 0, "notes": 5, "requests": 3, "exports": 5}
    with pytest.raises(Refused), db.write("set") as uow:
        retention.set_years(uow, "people", 51)


def test_a_batch_is_destroyed_by_a_yes_and_logged_without_names(db: Database, add: Add) -> None:
    person = add("people", given_name="Hiç")
    with db.write("old things") as uow:
        old = {"kind": "access", "received": "2020-01-01", "status": "done", "closed": "2020-01-09"}
        records.add(uow, "requests", {"person": person, **old})
        one = export_log.Exported("eski.xlsx", "people", "", 3, True)
        export_log.note(uow, one, datetime(2020, 1, 1, tzinfo=UTC))
    found = due(db)
    assert (found.people.count, found.requests, found.exports) == (1, 1, 1)
    assert retention.destroy_people(db, [person], "2026-03-20", "Kural").people == 1
    assert retention.destroy_rest(db, "requests", TODAY, "Kural") == 1
    assert retention.destroy_rest(db, "exports", TODAY, "Kural") == 1
    assert retention.destroy_rest(db, "exports", TODAY, "Kural") == 0
    with db.read() as connection:
        lines = destruction.lines(connection)
        assert records.listing(connection, "requests")[0] == 0 and export_log.count(connection) == 0
    assert [(line.rule, line.count, line.authority) for line in lines] == [
        ("exports", 1, "Kural"), ("requests", 1, "Kural"), ("people", 1, "Kural")
    ]  # fmt: skip
    assert "Hiç" not in str(lines)


def test_requests_and_exports_past_their_time_are_counted_from_the_rows(db: Database, add: Add) -> None:
    person = add("people", given_name="Hiç")
    for year in (2019, 2022, 2023, 2025):
        old = {"kind": "access", "received": f"{year}-03-01", "status": "done", "closed": f"{year}-03-{year - 2004}"}
        add("requests", person=person, **old)
    add("requests", person=person, kind="access", received="2019-01-01", status="open")
    with db.write("left") as uow:
        for year in (2019, 2020, 2021, 2024):
            exported = export_log.Exported(f"{year}.xlsx", "people", "", 3, False)
            export_log.note(uow, exported, datetime(year, 3, 19, tzinfo=UTC))
    with db.read() as connection:
        requests = records.listing(connection, "requests")[1]
        left = export_log.exports(connection)
    found = due(db)
    before = {rule: TODAY.replace(year=TODAY.year - years).isoformat() for rule, years in found.years.items() if years}
    closed = [row["closed"] for row in requests if row["status"] != "open"]
    assert found.requests == sum(day < before["requests"] for day in closed) == 3
    assert found.exports == sum(one.at[:10] < before["exports"] for one in left) == 3


@pytest.mark.one_engine("sqlite")
def test_few_are_asked_about_by_their_indexes(db: Database) -> None:
    """Whoever was entered long ago is looked up: no table of what people did is read from end to end."""
    old = table_of(Person).c.created < LONG_AGO
    with db.read() as connection:
        statement = str(
            retention.quiet(old, "2021-03-20", one_by_one=True).compile(
                connection, compile_kwargs={"literal_binds": True}
            )
        )
        raw: Any = connection.connection.dbapi_connection
        plan = [row[3] for row in raw.execute(f"EXPLAIN QUERY PLAN {statement}".replace("?", "'withdrawn'"))]
    assert plan and not [step for step in plan if step.startswith("SCAN") and "person" not in step.split()[1]]
    assert not [step for step in plan if "SCAN attendance" in step or "SCAN enrolment" in step]


@pytest.mark.one_engine("sqlite")
def test_many_and_few_are_found_alike(db: Database, add: Add, monkeypatch: pytest.MonkeyPatch) -> None:
    old = add("people", given_name="Eski")
    recent = add("people", given_name="Yeni")
    session = add("sessions", workshop=add("workshops", title="Atölye"), starts_at="2025-05-04T13:00")
    with db.write("mark") as uow:
        attendance.mark(uow, session, recent, "present")
    few = [row.person_id for row in due(db).people.rows]
    monkeypatch.setattr(retention, "_ONE_BY_ONE", 0)
    assert [row.person_id for row in due(db).people.rows] == few == [old]


def note(add: Add, **values: Any) -> tuple[int, int]:
    """A stakeholder and an engagement with it."""
    stakeholder = add("stakeholders", name="Dernek", type="ngo", status="past")
    return stakeholder, add("engagements", stakeholder=stakeholder, **{"date": "2019-01-01", "kind": "call"} | values)


def test_notes_about_stakeholders_are_reviewed_one_by_one(db: Database, add: Add) -> None:
    stakeholder, _old = note(add, summary="Ayşe Hanım hasta, sonra arayın")
    note(add, summary="Yeni konuşuldu", date="2025-06-01")
    person = add("people", given_name="Temas")
    contact = add("contacts", stakeholder=stakeholder, person=person)
    with db.write("long ago") as uow:
        links = table_of(Contact)
        uow.connection.execute(update(links).where(links.c.id == contact).values(created=LONG_AGO))
    found = due(db).notes
    assert [(row.entity, row.about, row.text[:4], row.last) for row in found.rows] == [
        ("engagement", "Dernek", "Ayşe", "2019-01-01"),
        ("contact", "Dernek", "Tema", ""),
    ]
    assert found.count == 2
    assert retention.destroy_notes(db, [found.rows[0].uid], TODAY, "Kural") == 1
    assert [row.entity for row in due(db).notes.rows] == ["contact"], "what was not named stays"
    with db.read() as connection:
        assert [(line.rule, line.count) for line in destruction.lines(connection)] == [("notes", 1)]
        assert records.listing(connection, "engagements")[0] == 1


def test_a_note_within_its_time_is_refused_and_nothing_goes(db: Database, add: Add) -> None:
    note(add, summary="Eski")
    note(add, summary="Yeni konuşuldu", date="2025-06-01")
    (old,) = due(db).notes.rows
    with db.read() as connection:
        rows = records.listing(connection, "engagements")[1]
        recent = next(row["uid"] for row in rows if row["summary"] != "Eski")
    with pytest.raises(Refused):
        retention.destroy_notes(db, [old.uid, bytes.fromhex(recent.replace("-", ""))], TODAY, "Kural")
    assert due(db).notes.count == 1


def test_people_are_decided_by_name_of_their_rows(db: Database, add: Add) -> None:
    old, bound = add("people", given_name="Eski"), add("people", given_name="Bağlı")
    add("memberships", person=bound, community=add("communities", name="Etkin", status="active"), joined="2016-01-01")
    with db.read() as connection:
        uids = [records.uid_of(connection, "people", key) for key in (old, bound)]
    with pytest.raises(Refused):
        retention.decide_people(db, uids, TODAY, "Kural")
    assert due(db).people.count == 1
    assert retention.decide_people(db, uids[:1], TODAY, "Kural").people == 1
