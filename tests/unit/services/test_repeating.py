"""A workshop held again a year later or in another province, and the chain of repeats."""

from datetime import date
from typing import Any

import pytest

from tn_desktop.model.errors import FieldError
from tn_desktop.services import agenda, enrolling, records, repeating, sessions, undo, workshops
from tn_desktop.services.repeating import Repeat
from tn_desktop.services.workshops import WorkshopPlan
from tn_desktop.store.database import Database

pytestmark = pytest.mark.both_engines

TODAY = date(2027, 2, 1)


class Held:
    """A workshop in Iğdır: three Saturdays of 2026, the second cancelled; led by Ayşe, hosted by a library."""

    def __init__(self, db: Database) -> None:
        self.db = db
        with db.write("fill") as uow:
            self.ayse = records.add(uow, "people", {"given_name": "Ayşe"}).subject or 0
            self.oya = records.add(uow, "people", {"given_name": "Oya"}).subject or 0
            library = records.add(uow, "stakeholders", {"name": "Halk Kütüphanesi"}).subject or 0
            community = records.add(uow, "communities", {"name": "Iğdır Çemberi", "province": "TR-76"}).subject
            need = records.add(uow, "needs", {"title": "Okuma", "community": community}).subject
            plan = WorkshopPlan(
                {
                    "title": "Eleştirel Düşünme", "province": "TR-76", "communities": [community], "needs": [need],
                    "themes": ["okuma"], "skills": ["sorgulama"], "initiated_by": self.oya, "notes": "Anahtar Ali'de.",
                },
                "14.03.2026 13:00",
                "14.03.2026 16:00",
                {"facilitators": [self.ayse], "speakers": [self.oya], "venue": "Halk Eğitim", "capacity": 20},
                repeats=3,
                stakeholders=((library, ("host",)),),
            )  # fmt: skip
            made = workshops.plan(uow, plan)
            self.workshop = made.subject or 0
            held: Any = made.told["sessions"]
            sessions.cancel(uow, held[1])
            agenda.add_part(uow, held[0], "Tanışma", 20)
            enrolling.enrol(uow, self.workshop, [self.oya])

    def repeat(self, wanted: Repeat) -> tuple[dict[str, Any], list[dict[str, Any]], int]:
        with self.db.write("repeat") as uow:
            key = repeating.repeat(uow, wanted).subject or 0
        with self.db.read() as connection:
            uid = records.uid_of(connection, "workshops", key)
            own = records.listing(connection, "sessions", where={"workshop": uid})[1]
            return records.show(connection, "workshops", key), own, key

    def listing(self, entity: str, key: int) -> list[dict[str, Any]]:
        with self.db.read() as connection:
            uid = records.uid_of(connection, "workshops", key)
            return records.listing(connection, entity, where={"workshop": uid})[1]


@pytest.fixture
def held(db: Database) -> Held:
    return Held(db)


def test_last_years_workshop_is_proposed_on_the_same_weekday(held: Held) -> None:
    with held.db.read() as connection:
        assert repeating.proposed_day(connection, held.workshop, TODAY, False) == "2027-03-13"
        assert repeating.proposed_day(connection, held.workshop, date(2027, 6, 1), False) == "2028-03-11"
        assert repeating.proposed_day(connection, held.workshop, TODAY, True) == "2027-02-06"
        assert repeating.proposed_day(connection, held.workshop, date(2027, 2, 6), True) == "2027-02-13"


def test_as_last_year_keeps_all_but_notes_enrolments_and_what_was_cancelled(held: Held) -> None:
    made, own, key = held.repeat(Repeat(held.workshop, "2027-03-13", "TR-76"))
    with held.db.read() as connection:
        before = records.show(connection, "workshops", held.workshop)
    same = (
        "title", "kind", "province", "communities", "initiated_by", "led_by", "teacher_led", "themes", "skills",
        "needs",
    )  # fmt: skip
    assert {name: made[name] for name in same} == {name: before[name] for name in same}
    assert (made["notes"], made["repeat_of"]) == (None, before["uid"])
    assert [(row["starts_at"], row["ends_at"], row["status"]) for row in own] == [
        ("2027-03-13T13:00", "2027-03-13T16:00", "planned"),
        ("2027-03-27T13:00", "2027-03-27T16:00", "planned"),
    ]
    for row in own:
        assert (row["venue"], row["capacity"]) == ("Halk Eğitim", 20)
        assert (len(row["facilitators"]), len(row["speakers"])) == (1, 1)
    assert [row["roles"] for row in held.listing("workshop_stakeholders", key)] == [["host"]]
    assert held.listing("enrolments", key) == []
    with held.db.read() as connection:
        total, blocks = records.listing(connection, "agenda", where={"session": own[0]["uid"]})
    assert total == 1 and blocks[0]["title"] == "Tanışma"


def test_in_another_province_place_and_people_stay_behind(held: Held) -> None:
    wanted = Repeat(held.workshop, "2027-02-06", "TR-34", "Eleştirel Düşünme, İstanbul", people=False, supporters=False)
    made, own, key = held.repeat(wanted)
    assert (made["title"], made["province"]) == ("Eleştirel Düşünme, İstanbul", "TR-34")
    assert (made["communities"], made["needs"], made["led_by"], made["initiated_by"]) == ([], [], [], None)
    assert (made["themes"], made["skills"]) == (["okuma"], ["sorgulama"])
    assert all((row["venue"], row["facilitators"], row["capacity"]) == (None, [], 20) for row in own)
    assert held.listing("workshop_stakeholders", key) == []


def test_the_enrolled_come_along_when_wanted_and_undo_takes_all_back(held: Held) -> None:
    with held.db.write("repeat") as uow:
        done = repeating.repeat(uow, Repeat(held.workshop, "2027-03-13", "TR-76", enrolled=True))
    assert len(held.listing("enrolments", done.subject or 0)) == 1
    with held.db.write("undo") as uow:
        undo.undo(uow, done.lsn)
    with held.db.read() as connection:
        assert records.listing(connection, "workshops")[0] == 1
        assert records.listing(connection, "sessions")[0] == 3


def test_a_workshop_without_sessions_cannot_be_repeated(db: Database) -> None:
    with db.write("fill") as uow:
        workshop = records.add(uow, "workshops", {"title": "Boş"}).subject or 0
    with pytest.raises(FieldError), db.write("repeat") as uow:
        repeating.repeat(uow, Repeat(workshop, "2027-03-13", None))


def test_the_chain_is_seen_from_each_of_its_workshops(held: Held) -> None:
    _, _, second = held.repeat(Repeat(held.workshop, "2027-03-13", "TR-76"))
    _, _, third = held.repeat(Repeat(second, "2028-03-11", "TR-76"))
    _, _, other = held.repeat(Repeat(held.workshop, "2027-02-06", "TR-34"))
    with held.db.read() as connection:
        seen = {key: repeating.chain(connection, key) for key in (held.workshop, second, third, other)}
    assert {tuple(link.id for link in links) for links in seen.values()} == {(held.workshop, other, second, third)}
    assert [link.repeat_of for link in seen[third]] == [None, held.workshop, held.workshop, second]


def test_a_circle_of_repeats_is_walked_round_once(held: Held) -> None:
    _, _, second = held.repeat(Repeat(held.workshop, "2027-03-13", "TR-76"))
    with held.db.write("circle") as uow:
        records.change(uow, "workshops", held.workshop, {"repeat_of": second})
    with held.db.read() as connection:
        assert len(repeating.chain(connection, second)) == 2
