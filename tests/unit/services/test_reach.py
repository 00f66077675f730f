"""Sums of reach, recomputed from the rows one by one."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from tn_desktop.services import demo, reach, records
from tn_desktop.services.reach import Numbers
from tn_desktop.store.database import Database
from tn_desktop.store.profile import Profile

pytestmark = pytest.mark.both_engines

DAY = date(2026, 3, 18)
Rows = dict[str, list[dict]]


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory, new_profile: Callable[[Path], Profile]) -> tuple[Database, Rows]:
    """A made-up network, one of its sessions cancelled after attendance was taken, and all its rows."""
    db = Database.open(new_profile(tmp_path_factory.mktemp("reach")))
    demo.fill(db, 400, 80, 3, DAY)
    with db.write("spoil") as uow:
        marked = next(
            row for row in records.listing(uow.connection, "attendance", limit=100_000)[1] if row["status"] == "present"
        )
        key = records.id_of(uow.connection, "sessions", marked["session"])
        records.change(uow, "sessions", key, {"status": "cancelled", "minors": 50})
        other = records.listing(uow.connection, "sessions", limit=3)[1][1]
        there = records.id_of(uow.connection, "sessions", other["uid"])
        records.change(uow, "sessions", there, {"province": "TR-01", "guests": 7})
        records.add(uow, "reach", {"session": there, "number": 12, "basis": "named", "date": "2025-11-01"})
        lost = records.listing(uow.connection, "workshops", limit=9)[1][8]
        records.remove(uow, "workshops", records.id_of(uow.connection, "workshops", lost["uid"]))
        gone = records.add(uow, "reach", {"output": 1, "number": 9_999, "basis": "counted"}).subject
        assert gone is not None
        records.remove(uow, "reach", gone)
    with db.read() as connection:
        names = ("sessions", "workshops", "attendance", "reach", "outputs")
        return db, {name: records.listing(connection, name, limit=100_000)[1] for name in names}


def going(rows: Rows) -> dict[str, dict]:
    return {row["uid"]: row for row in rows["sessions"] if row["status"] != "cancelled"}


def place(rows: Rows, session: dict) -> str:
    workshops = {row["uid"]: row for row in rows["workshops"]}
    return session["province"] or workshops[session["workshop"]]["province"] or ""


def by_hand(rows: Rows, what: str, wanted: dict[str, dict], entries: list[dict]) -> Numbers:
    """Activities or outputs, from sessions and reach rows."""
    sums = dict.fromkeys(("named", "counted", "estimated"), 0)
    for row in entries:
        sums[row["basis"]] += row["number"]
    if what == "activities":
        people = {
            row["person"]
            for row in rows["attendance"]
            if row["session"] in wanted and row["status"] in ("present", "late")
        }
        sums["named"] += len(people)
        sums["counted"] += sum((row["minors"] or 0) + (row["guests"] or 0) for row in wanted.values())
    return Numbers(**sums)


def entered(rows: Rows, what: str) -> list[tuple[dict, str, str]]:
    """Reach rows with the year and province they count in."""
    sessions, outputs = going(rows), {row["uid"]: row for row in rows["outputs"]}
    found = []
    for row in rows["reach"]:
        if what == "activities" and row["session"] in sessions:
            session = sessions[row["session"]]
            found.append((row, (row["date"] or session["starts_at"])[:4], row["province"] or place(rows, session)))
        elif what == "outputs" and row["output"] in outputs:
            day = row["date"] or outputs[row["output"]]["date"] or ""
            found.append((row, day[:4], row["province"] or ""))
    return found


def test_the_whole(world: tuple[Database, Rows]) -> None:
    db, rows = world
    with db.read() as connection:
        told = reach.summary(connection)
    assert told.activities == by_hand(rows, "activities", going(rows), [one[0] for one in entered(rows, "activities")])
    assert told.outputs == by_hand(rows, "outputs", {}, [one[0] for one in entered(rows, "outputs")])
    assert told.activities.named and told.activities.counted and told.outputs.counted and told.outputs.estimated


def test_a_stretch_of_time(world: tuple[Database, Rows]) -> None:
    db, rows = world
    start, end = "2025-09-01", "2025-12-31"
    with db.read() as connection:
        told = reach.summary(connection, start, end)
    held = {uid: row for uid, row in going(rows).items() if start <= row["starts_at"][:10] <= end}
    sessions = going(rows)
    entries = [
        row
        for row, _year, _place in entered(rows, "activities")
        if start <= (row["date"] or sessions[row["session"]]["starts_at"])[:10] <= end
    ]
    assert told.activities == by_hand(rows, "activities", held, entries)
    assert told.outputs == by_hand(
        rows, "outputs", {}, [row for row, _y, _p in entered(rows, "outputs") if start <= row["date"] <= end]
    )


def test_years_and_provinces(world: tuple[Database, Rows]) -> None:
    db, rows = world
    with db.read() as connection:
        told = reach.summary(connection)
    for parts, of_session, column in (
        (told.years, lambda row: row["starts_at"][:4], 1),
        (told.provinces, lambda row: place(rows, row), 2),
    ):
        keys = {of_session(row) for row in going(rows).values()}
        for part in parts:
            held = {uid: row for uid, row in going(rows).items() if of_session(row) == part.key}
            of = {
                what: [one[0] for one in entered(rows, what) if one[column] == part.key]
                for what in ("activities", "outputs")
            }
            assert part.activities == by_hand(rows, "activities", held, of["activities"]), part.key
            assert part.outputs == by_hand(rows, "outputs", {}, of["outputs"]), part.key
            keys.discard(part.key)
        # What is left out had nobody.
        assert not any(
            by_hand(rows, "activities", {u: r for u, r in going(rows).items() if of_session(r) == key}, [])
            for key in keys
        )


def test_of_each_workshop_and_each_output(world: tuple[Database, Rows]) -> None:
    db, rows = world
    with db.read() as connection:
        keys = {row["uid"]: records.id_of(connection, "workshops", row["uid"]) for row in rows["workshops"]}
        told = reach.of_workshops(connection, list(keys.values()))
        for uid, key in keys.items():
            held = {one: row for one, row in going(rows).items() if row["workshop"] == uid}
            entries = [row for row, _y, _p in entered(rows, "activities") if row["session"] in held]
            assert told.get(key, Numbers()) == by_hand(rows, "activities", held, entries)
        outputs = {row["uid"]: records.id_of(connection, "outputs", row["uid"]) for row in rows["outputs"]}
        reached = reach.of_outputs(connection, list(outputs.values()))
        for uid, key in outputs.items():
            entries = [row for row in rows["reach"] if row["output"] == uid]
            assert reached.get(key, Numbers()) == by_hand(rows, "outputs", {}, entries)
            assert sum(row.number for row in reach.rows_of_output(connection, key)) == sum(
                row["number"] for row in entries
            )


@pytest.mark.both_engines
def test_a_person_who_came_twice_is_one_person_reached(db: Database) -> None:
    with db.write("add") as uow:
        person = records.add(uow, "people", {"given_name": "Ayşe"}).subject
        workshop = records.add(uow, "workshops", {"title": "Atölye", "province": "TR-76"}).subject
        for day in ("2026-01-10", "2026-02-10"):
            session = records.add(uow, "sessions", {"workshop": workshop, "starts_at": f"{day}T10:00"}).subject
            records.add(uow, "attendance", {"person": person, "session": session, "status": "present"})
    with db.read() as connection:
        assert reach.summary(connection).activities == Numbers(named=1)
        assert reach.of_workshops(connection, [workshop or 0]) == {workshop: Numbers(named=1)}


@pytest.mark.both_engines
def test_years_provinces_and_bases_stand_apart(db: Database) -> None:
    with db.write("add") as uow:
        people = [records.add(uow, "people", {"given_name": name}).subject for name in ("Ayşe", "Can")]
        workshop = records.add(uow, "workshops", {"title": "Atölye", "province": "TR-76"}).subject
        for day, place, present in (("2025-12-10", None, people), ("2026-01-10", "TR-36", people[:1])):
            values = {"workshop": workshop, "starts_at": f"{day}T10:00", "province": place, "guests": 2}
            session = records.add(uow, "sessions", values).subject
            for person in present:
                records.add(uow, "attendance", {"person": person, "session": session, "status": "late"})
        output = records.add(uow, "outputs", {"title": "Kılavuz"}).subject
        records.add(uow, "reach", {"output": output, "number": 400, "basis": "estimated", "date": "2026-02-01"})
        records.add(uow, "reach", {"session": session, "number": 30, "basis": "counted", "province": "TR-76"})
    with db.read() as connection:
        told = reach.summary(connection)
        assert reach.summary(connection, "2026-01-01", "2026-01-31").activities == Numbers(1, 32)
    assert (told.activities, told.outputs, told.participants) == (Numbers(2, 34), Numbers(estimated=400), 2)
    assert [(part.key, part.activities, part.outputs) for part in told.years] == [
        ("2025", Numbers(2, 2), Numbers()),
        ("2026", Numbers(1, 32), Numbers(estimated=400)),
    ]
    assert [(part.key, part.activities, part.outputs) for part in told.provinces] == [
        ("", Numbers(), Numbers(estimated=400)),
        ("TR-76", Numbers(2, 32), Numbers()),
        ("TR-36", Numbers(1, 2), Numbers()),
    ]
