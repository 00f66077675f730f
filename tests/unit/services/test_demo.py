"""Demo data: believable, repeatable, whole; and the check of a database finds what is damaged on purpose."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import phonenumbers
import pytest

from tn_desktop.model.errors import AppError, Cancelled, Refused
from tn_desktop.model.messages import untranslated
from tn_desktop.model.registry import ENTITIES
from tn_desktop.services import agenda, attendance, demo, places, records, today, tools
from tn_desktop.services.checks import check_database
from tn_desktop.services.demo_names import Uids, phone
from tn_desktop.store.database import Database
from tn_desktop.store.profile import Profile

pytestmark = pytest.mark.both_engines

DAY = date(2026, 3, 18)


@pytest.fixture
def filled(db: Database) -> Database:
    demo.fill(db, 120, 30, 5, DAY)
    return db


def rows(db: Database, entity: str) -> list[dict]:
    with db.read() as connection:
        return records.listing(connection, entity, limit=100_000)[1]


def everything(db: Database) -> dict[str, list[dict]]:
    return {name: rows(db, name) for name in ENTITIES}


def test_counts_say_what_is_there(db: Database) -> None:
    counts = demo.fill(db, 120, 30, 5, DAY)
    assert (counts["people"], counts["sessions"]) == (120, 30)
    for name, count in counts.items():
        assert len(rows(db, name)) == count > 0


@pytest.mark.parametrize("people", [15, 40, 300])
def test_every_session_has_fifteen_attendances(db: Database, people: int) -> None:
    demo.fill(db, people, 40, 2, DAY)
    held: dict[str, int] = {}
    for row in rows(db, "attendance"):
        held[row["session"]] = held.get(row["session"], 0) + 1
    assert len(held) == 40 and min(held.values()) >= 15


def test_the_same_seed_makes_the_same_network_and_another_does_not(
    tmp_path: Path, new_profile: Callable[[Path], Profile]
) -> None:
    made = []
    for number, seed in enumerate((5, 5, 6)):
        with Database.open(new_profile(tmp_path / str(number))) as db:
            demo.fill(db, 60, 12, seed, DAY)
            made.append(everything(db))
    assert made[0] == made[1]
    assert {row["uid"] for row in made[0]["people"]}.isdisjoint(row["uid"] for row in made[2]["people"])


def test_people_pass_the_rules_for_what_is_typed(filled: Database) -> None:
    people = rows(filled, "people")
    with filled.write("typed again") as uow:
        for row in people:
            key = records.id_of(uow.connection, "people", row["uid"])
            typed = {name: value for name, value in row.items() if name != "uid" and value is not None}
            assert records.change(uow, "people", key, typed).told["fields"] == ()
    assert all((row["email"] or "x@y.example.org").endswith((".example.org", ".example.net")) for row in people)


def test_phones_are_valid_and_everybody_has_her_own() -> None:
    numbers = [phone(number) for number in range(0, 1_100_000, 431)]
    assert len(set(numbers)) == len(numbers)
    assert all(phonenumbers.is_valid_number(phonenumbers.parse(number)) for number in numbers)


def test_uids_have_the_shape_of_version_7_and_rise() -> None:
    import uuid

    uids = Uids(1, "people")
    made = [uids.take() for _ in range(50)]
    assert made == sorted(made)
    assert all(uuid.UUID(bytes=one).version == 7 for one in made)
    assert all(uuid.UUID(bytes=one).variant == uuid.RFC_4122 for one in made)


def test_the_first_screen_has_something_to_show(filled: Database) -> None:
    with filled.read() as connection:
        day = today.day(connection, DAY)
        assert len(day.today) == 1
        assert len(day.coming) >= 2
        assert len(day.unmarked) == 1
        marked = attendance.counts(attendance.roster(connection, day.today[0].id).rows)
    assert marked[None] >= 15


def test_the_check_finds_nothing(filled: Database) -> None:
    assert check_database(filled) == []


def test_it_can_be_searched_and_edited_like_any_other(filled: Database) -> None:
    person = rows(filled, "people")[0]
    with filled.read() as connection:
        total, found = records.listing(connection, "people", search=f"{person['given_name']} {person['family_name']}")
    assert total >= 1 and person["uid"] in {row["uid"] for row in found}
    with filled.write("edit") as uow:
        key = records.id_of(uow.connection, "people", person["uid"])
        assert records.change(uow, "people", key, {"subject": "Zooloji"}).told["fields"] == ("subject",)
    assert check_database(filled) == []


def test_a_profile_that_holds_something_is_refused(db: Database) -> None:
    with db.write("add") as uow:
        records.add(uow, "people", {"given_name": "Ayşe"})
    with pytest.raises(Refused):
        demo.fill(db, 20, 2, 1, DAY)
    assert len(rows(db, "people")) == 1


def test_stopping_leaves_the_profile_empty(db: Database) -> None:
    asked = iter([False, False, True])
    with pytest.raises(Cancelled):
        demo.fill(db, 60, 6, 1, DAY, cancelled=lambda: next(asked))
    with db.read() as connection:
        assert demo.is_empty(connection)
    assert demo.fill(db, 20, 2, 1, DAY)["people"] == 20


def test_progress_ends_at_the_whole(db: Database) -> None:
    told: list[tuple[int, int]] = []
    demo.fill(db, 60, 6, 1, DAY, progress=lambda done, of: told.append((done, of)))
    assert told[-1][0] == told[-1][1]
    assert told == sorted(told)


def test_a_large_one_is_the_same_as_a_small_one(
    tmp_path: Path, new_profile: Callable[[Path], Profile], monkeypatch: pytest.MonkeyPatch
) -> None:
    made = []
    for name, many in (("small", 10_000), ("large", 10)):
        monkeypatch.setattr(demo, "MANY", many)
        with Database.open(new_profile(tmp_path / name)) as db:
            demo.fill(db, 80, 10, 3, DAY)
            made.append(everything(db))
            assert check_database(db) == []
            with db.read() as connection:
                schema = "SELECT type, name, sql FROM sqlite_master ORDER BY type, name"
                made[-1]["schema"] = [tuple(row) for row in connection.exec_driver_sql(schema)]  # type: ignore[misc]
                assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
    assert made[0] == made[1]


def test_the_owners_province_is_among_few(tmp_path: Path, new_profile: Callable[[Path], Profile]) -> None:
    from tn_desktop.services import settings

    with Database.open(new_profile(tmp_path / "profile")) as db:
        with db.write("owner") as uow:
            settings.put(uow, settings.OWNER, {"name": "Deniz", "province": "TR-76"})
        demo.fill(db, 40, 3, 1, DAY)
        assert {row["province"] for row in rows(db, "people")} == {"TR-76"}


DAMAGE: dict[str, str] = {
    "uid that does not follow": "UPDATE attendance SET uid = zeroblob(16) WHERE id = 3",
    "out of date": "UPDATE person SET institution = 'Başka Okul' WHERE id = 3",
    "damaged stamps": "UPDATE person SET created = 'x' WHERE id = 3",
    "removed, or not removed": "UPDATE person SET alive = 0 WHERE id = 3",
    "first date or status": "UPDATE workshop SET status = 'cancelled' WHERE id = 3",
    "point to rows": "DELETE FROM person WHERE id = 3",
    "history does not know": "UPDATE person SET lsn = 99 WHERE id = 3",
}


@pytest.mark.some(3)
@pytest.mark.parametrize(("sign", "damage"), DAMAGE.items(), ids=DAMAGE)
def test_the_check_finds_damage(filled: Database, sign: str, damage: str) -> None:
    _break(filled, damage)
    assert any(sign in problem.text(untranslated) for problem in check_database(filled))


@pytest.mark.one_engine("sqlite")
def test_the_check_finds_a_full_text_index_that_fell_behind(filled: Database) -> None:
    _break(filled, "DROP TRIGGER person_fts_update; UPDATE person SET search_name = 'q' WHERE id = 3")
    assert any("search index" in problem.text(untranslated) for problem in check_database(filled))


def _break(db: Database, damage: str) -> None:
    with db.writer_engine.connect() as connection:
        raw = connection.connection.dbapi_connection
        assert raw is not None
        if db.on_server:
            raw.execute("SET session_replication_role = replica")  # no keys are checked
            damage = damage.replace("zeroblob(16)", "decode(repeat('00', 16), 'hex')")
        else:
            raw.execute("PRAGMA foreign_keys=OFF")
        for statement in damage.split("; "):
            raw.execute(statement)


@pytest.mark.one_engine("sqlite")
def test_a_broken_page_is_a_problem_not_a_crash(filled: Database) -> None:
    filled.close()
    file = filled.path
    content = bytearray(file.read_bytes())
    content[200_000:260_000] = b"\x5a" * 60_000
    file.write_bytes(bytes(content))

    def look() -> list[str]:
        with Database.open(filled.profile) as db:
            return [problem.text(untranslated) for problem in check_database(db)]

    assert _problems(look)


def _problems(look: Callable[[], list[str]]) -> list[str]:
    try:
        return look()
    except AppError as error:
        return [error.text(untranslated)]


def test_agendas_fit_into_their_sessions_and_use_the_tools(filled: Database) -> None:
    planned = {row["session"] for row in rows(filled, "agenda")}
    assert len(planned) >= 4
    with filled.read() as connection:
        for uid in planned:
            found = agenda.agenda(connection, records.id_of(connection, "sessions", uid))
            assert found.spare is not None and 0 <= found.spare <= 45
            assert sum(row.tool_id is not None for row in found.rows) >= 3
            assert all(row.titles["tr"] and row.minutes for row in found.rows)
        own = [row for row in records.listing(connection, "tools", limit=100)[1] if row["shipped"] is None]
    assert len(own) == 3
    assert all(row["minutes"] == tools.minutes_of(row["steps"]) for row in own)


def test_the_story_of_who_led_who_waits_and_what_repeats_what(db: Database) -> None:
    demo.fill(db, 240, 60, 5, DAY)
    filled = db
    workshops = rows(filled, "workshops")
    led = [row["teacher_led"] for row in workshops]
    assert led.count(True) > led.count(False) + led.count(None) > 0
    assert all((row["teacher_led"] is None) == (not row["led_by"]) for row in workshops)
    by_uid = {row["uid"]: row for row in workshops}
    starts = {row["workshop"]: row["starts_at"] for row in reversed(rows(filled, "sessions"))}
    repeats = [row for row in workshops if row["repeat_of"]]
    assert repeats and all(by_uid[row["repeat_of"]]["title"] == row["title"] for row in repeats)
    assert all(starts[row["repeat_of"]] < starts[row["uid"]] for row in repeats)
    supported = {row["workshop"] for row in rows(filled, "workshop_stakeholders")}
    assert supported
    with filled.read() as connection:
        waiting = 0
        for row in workshops:
            held = places.places(connection, records.id_of(connection, "workshops", row["uid"]))
            waiting += held.waiting
            if held.waiting:
                assert held.capacity == held.enrolled
            assert held.capacity is None or held.capacity >= held.enrolled
    assert waiting > 0
