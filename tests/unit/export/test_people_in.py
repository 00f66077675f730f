"""Of how many people a list holds data: each counts once, whichever field names her, and only if it is written."""

import pytest

from tests.rows import add
from tn_desktop.services import records
from tn_desktop.services.export_lists import entity_rows
from tn_desktop.store.database import Database

pytestmark = pytest.mark.both_engines


def people_in(db: Database, entity: str, *fields: str) -> int:
    with db.read() as connection:
        rows = entity_rows(connection, entity)
        return rows.people(fields or [field.name for field in rows.spec.fields])


def test_each_person_counts_once(db: Database) -> None:
    ayse, cem = add(db, "people", given_name="Ayşe"), add(db, "people", given_name="Cem")
    community = add(db, "communities", name="Okuma")
    for number in range(3):
        add(db, "needs", community=community, title=f"İhtiyaç {number}", raised_by=ayse)
    add(db, "needs", community=community, title="Başka", raised_by=cem)
    assert people_in(db, "people") == 2 and people_in(db, "needs") == 2
    assert people_in(db, "needs", "title", "status") == 0, "what is not written names nobody"
    assert people_in(db, "communities") == 0


def test_a_stakeholder_who_is_one_person_is_one(db: Database) -> None:
    ayse = add(db, "people", given_name="Ayşe")
    add(db, "stakeholders", name="Dernek", type="ngo")
    add(db, "stakeholders", name="Ayşe Yılmaz", type="expert", person=ayse)
    add(db, "stakeholders", name="Can Öz", type="individual")
    assert people_in(db, "stakeholders") == 2


def test_those_of_a_many_count_too(db: Database) -> None:
    people = [add(db, "people", given_name=name) for name in ("Ayşe", "Cem")]
    workshop = add(db, "workshops", title="Atölye")
    with db.write("facilitate") as uow:
        for starts in ("2026-03-14T13:00", "2026-03-21T13:00"):
            values = {"workshop": workshop, "starts_at": starts, "facilitators": people}
            records.add(uow, "sessions", values)
    assert people_in(db, "sessions") == 2
