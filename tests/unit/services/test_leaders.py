"""Who led: teacher_led follows the leaders, and the figures are those that come of the rows one by one."""

from datetime import date
from typing import Any

import pytest

from tn_desktop.services import demo, leaders, records, workshops
from tn_desktop.services.workshops import WorkshopPlan
from tn_desktop.store.database import Database

pytestmark = pytest.mark.both_engines


def person(uow: Any, name: str, *roles: str) -> int:
    return records.add(uow, "people", {"given_name": name, "roles": list(roles)}).subject or 0


def led(db: Database, workshop: int) -> Any:
    with db.read() as connection:
        return records.show(connection, "workshops", workshop)["teacher_led"]


def test_teacher_led_follows_the_leaders_until_somebody_says_otherwise(db: Database) -> None:
    with db.write("fill") as uow:
        teacher, expert = person(uow, "Ayşe", "teacher", "facilitator"), person(uow, "Cem", "expert")
        workshop = records.add(uow, "workshops", {"title": "Atölye"}).subject or 0
    assert led(db, workshop) is None
    for leading, expected in (([expert], False), ([expert, teacher], True), ([], None), ([teacher], True)):
        with db.write("lead") as uow:
            records.change(uow, "workshops", workshop, {"led_by": leading})
        assert led(db, workshop) is expected
    with db.write("say") as uow:
        records.change(uow, "workshops", workshop, {"teacher_led": False})
        records.change(uow, "workshops", workshop, {"title": "Başka", "led_by": [teacher]})
    assert led(db, workshop) is False
    with db.write("both") as uow:
        records.change(uow, "workshops", workshop, {"led_by": [expert], "teacher_led": True})
    assert led(db, workshop) is True


def test_whoever_facilitates_a_new_plan_leads_it(db: Database) -> None:
    with db.write("plan") as uow:
        teacher = person(uow, "Ayşe", "teacher")
        plan = WorkshopPlan({"title": "Atölye"}, "14.03.2026 13:00", session={"facilitators": [teacher]})
        workshop = workshops.plan(uow, plan).subject or 0
        assert len(records.show(uow.connection, "workshops", workshop)["led_by"]) == 1
    assert led(db, workshop) is True


@pytest.fixture
def filled(db: Database) -> Database:
    """Made-up data, with workshops of whose leaders nobody knows anything and cancelled ones among them."""
    demo.fill(db, 150, 90, 7, date(2026, 3, 18))
    return db


def rows(db: Database, entity: str) -> list[dict[str, Any]]:
    with db.read() as connection:
        return records.listing(connection, entity, limit=100_000)[1]


def by_hand(db: Database, start: str, end: str, province: str | None) -> leaders.Leading:
    """The figures, straight from the rows."""
    sessions = {row["uid"]: row for row in rows(db, "sessions") if row["status"] != "cancelled"}
    every = {row["uid"]: row for row in rows(db, "workshops")}
    starts: dict[str, str] = {}
    for session in sessions.values():
        held = starts.get(session["workshop"])
        starts[session["workshop"]] = min(held or session["starts_at"], session["starts_at"])

    def here(workshop: str, moment: str) -> bool:
        return start <= moment[:10] <= end and province in (None, every[workshop]["province"])

    counted = [every[uid] for uid, moment in starts.items() if here(uid, moment)]
    lead: dict[str, tuple[str, str]] = {}
    for session in sessions.values():
        for one in session["facilitators"]:
            lead[one] = min(lead.get(one, ("9", "")), (session["starts_at"], session["workshop"]))
    for uid, moment in starts.items():
        for one in every[uid]["led_by"]:
            lead[one] = min(lead.get(one, ("9", "")), (moment, uid))
    first = {one: moment for one, (moment, workshop) in lead.items() if here(workshop, moment)}
    attended = {
        row["person"]
        for row in rows(db, "attendance")
        if row["status"] in ("present", "late")
        and row["session"] in sessions
        and row["person"] in first
        and sessions[row["session"]]["starts_at"] < first[row["person"]]
    }
    said = [row for row in counted if row["teacher_led"] is not None]
    return leaders.Leading(len(counted), len(said), sum(row["teacher_led"] for row in said), len(attended), len(first))


@pytest.mark.some(1)
@pytest.mark.parametrize(
    "span", [("2024-09-01", "2026-12-31"), ("2025-09-01", "2026-01-31"), ("2026-03-18", "2026-03-18")]
)
def test_the_figures_are_those_of_the_rows(filled: Database, span: tuple[str, str]) -> None:
    held = {row["province"] for row in rows(filled, "workshops")}
    with filled.read() as connection:
        for province in (None, *sorted(held)):
            assert leaders.leading(connection, *span, province) == by_hand(filled, *span, province)


def test_the_share_is_of_those_of_which_it_is_known() -> None:
    assert leaders.Leading(10, 4, 3, 0, 0).share == 0.75
    assert leaders.Leading(10, 0, 0, 0, 0).share is None


def test_new_leaders_are_named_with_where_they_began(db: Database) -> None:
    with db.write("fill") as uow:
        ayse, cem = person(uow, "Ayşe", "teacher"), person(uow, "Cem", "teacher")
        early = workshops.plan(uow, WorkshopPlan({"title": "İlk"}, "01.03.2026 13:00", session={"facilitators": [cem]}))
        sessions: Any = early.told["sessions"]
        records.add(uow, "attendance", {"session": sessions[0], "person": ayse, "status": "present"})
        workshops.plan(uow, WorkshopPlan({"title": "Kendi"}, "08.03.2026 13:00", session={"facilitators": [ayse]}))
    with db.read() as connection:
        found = leaders.new_leaders(connection, "2026-01-01", "2026-12-31")
    assert [(one.name, one.attended_from, one.led_from, one.title) for one in found] == [
        ("Ayşe", "2026-03-01T13:00", "2026-03-08T13:00", "Kendi")
    ]
