"""Taking back very many rows at once: the same as one by one, in a few statements."""

from collections.abc import Mapping
from typing import Any

import pytest
from sqlalchemy import select

from tn_desktop.model.changes import Changes
from tn_desktop.model.entities.base import table_of
from tn_desktop.model.entities.people import Community, Membership, Person
from tn_desktop.model.errors import NotFound
from tn_desktop.services import records, undo
from tn_desktop.store import unit_of_work
from tn_desktop.store.database import Database
from tn_desktop.store.unit_of_work import UnitOfWork

pytestmark = pytest.mark.both_engines
MANY = 60
_person, _membership = table_of(Person), table_of(Membership)


@pytest.fixture(autouse=True)
def small_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Several parts of a batch, without thousands of rows."""
    monkeypatch.setattr(unit_of_work, "PART", 7)
    monkeypatch.setattr(undo, "PART", 7)


def named(number: int) -> dict[str, Any]:
    return {"given_name": f"Çağla {number}", "family_name": "Işık"}


def people(db: Database) -> dict[int, Mapping[str, Any]]:
    """Every person, also the removed ones."""
    with db.read() as connection:
        return {row["id"]: dict(row) for row in connection.execute(select(_person)).mappings()}


def living(db: Database) -> set[int]:
    return {key for key, row in people(db).items() if row["alive"]}


def take_back(db: Database, lsn: int) -> Changes:
    with db.write("undo") as uow:
        return undo.undo(uow, lsn)


def found(db: Database, search: str) -> int:
    with db.read() as connection:
        return records.listing(connection, "people", search)[0]


@pytest.fixture
def batch(db: Database) -> tuple[Changes, list[int], list[int]]:
    """A large unit of work: new people in a community, others changed; with the new ones' and the others' ids."""
    with db.write("before") as uow:
        known = list(uow.create_many(Person, [{"given_name": "Ada", "institution": str(n)} for n in range(MANY)]))
        community = uow.create(Community, {"name": "Okuma"})
    with db.write("Import a list") as uow:
        new = list(uow.create_many(Person, [named(number) for number in range(MANY)]))
        for person in new:
            uow.create(Membership, {"person_id": person, "community_id": community})
        uow.change_many(Person, {key: {"institution": "Lise", "subject": "Fen"} for key in known})
        changes = uow.changes()
    return changes, new, known


def test_a_batch_is_taken_back_and_done_again(db: Database, batch: tuple[Changes, list[int], list[int]]) -> None:
    changes, new, known = batch
    before = people(db)
    back = take_back(db, changes.lsn)
    assert back.told["kept"] == 0
    assert set(back.removed["person"]) == set(new) and set(back.changed["person"]) == set(known)
    assert living(db) == set(known)
    assert [people(db)[key]["institution"] for key in known] == [str(number) for number in range(MANY)]
    assert people(db)[known[0]]["subject"] is None and people(db)[known[0]]["subject_key"] == ""
    assert (found(db, "cagla"), found(db, "lise")) == (0, 0)
    again = take_back(db, back.lsn)
    assert again.told["kept"] == 0 and set(again.created["person"]) == set(new)
    assert (found(db, "cagla"), found(db, "lise")) == (MANY, MANY)
    written = {"fields", "seen", "lsn", "gone"}
    for key, row in people(db).items():
        assert {k: v for k, v in row.items() if k not in written} == {
            k: v for k, v in before[key].items() if k not in written
        }
    with db.read() as connection:
        assert len(connection.execute(select(_membership.c.id).where(_membership.c.alive == 1)).all()) == MANY


def test_what_was_changed_since_stays(db: Database, batch: tuple[Changes, list[int], list[int]]) -> None:
    changes, new, known = batch
    with db.write("later") as uow:
        records.change(uow, "people", new[3], {"phone": "0532 111 22 33"})
        records.change(uow, "people", known[5], {"subject": "Müzik"})
        records.remove(uow, "people", known[6])
    with db.write("taken back too") as uow:
        passing = records.change(uow, "people", new[9], {"phone": "0532 111 22 34"}).lsn
    take_back(db, passing)
    back = take_back(db, changes.lsn)
    assert back.told["kept"] == 2  # the new person with a phone, and one value of another
    assert living(db) == {*known, new[3]} - {known[6]}
    stored = people(db)
    assert (stored[known[5]]["institution"], stored[known[5]]["subject"]) == ("5", "Müzik")
    assert stored[known[5]]["subject_key"] > stored[known[4]]["subject_key"] == ""
    assert stored[known[6]]["institution"] == "Lise"


def test_a_row_written_twice_goes_back_to_what_it_was_at_first(db: Database) -> None:
    with db.write("before") as uow:
        keys = list(uow.create_many(Person, [named(number) for number in range(MANY)]))
    with db.write("twice") as uow:
        uow.change_many(Person, {key: {"family_name": "Kaya"} for key in keys})
        uow.change_many(Person, {key: {"family_name": "Çelik", "label": "A"} for key in keys[:20]})
        uow.remove_many(Person, keys[10:30])
        uow.revive_many(Person, keys[10:15])
        lsn = uow.lsn
    assert living(db) == {*keys} - {*keys[15:30]}
    back = take_back(db, lsn)
    assert living(db) == {*keys}
    assert {(row["family_name"], row["label"]) for row in people(db).values()} == {("Işık", None)}
    take_back(db, back.lsn)
    stored = people(db)
    assert living(db) == {*keys} - {*keys[15:30]}
    assert [stored[keys[n]]["family_name"] for n in (0, 12, 40)] == ["Çelik", "Çelik", "Kaya"]


def test_many_are_written_like_one(db: Database) -> None:
    def state(uow: UnitOfWork, key: int) -> dict[str, Any]:
        row = dict(uow.connection.execute(select(_person).where(_person.c.id == key)).mappings().one())
        return {name: value for name, value in row.items() if name not in ("id", "uid")}

    with db.write("two alike") as uow:
        one, other = uow.create_many(Person, [named(1), named(1)])
    for step in ("change", "remove", "revive"):
        with db.write(step) as uow:
            values = {"given_name": "İrem", "notes": None}
            more = (values,) if step == "change" else ()
            getattr(uow, step)(Person, one, *more)
            getattr(uow, f"{step}_many")(Person, {other: values} if step == "change" else [other])
            assert state(uow, one) == state(uow, other)


def test_many_of_which_one_is_not_there(db: Database) -> None:
    with db.write("add") as uow:
        keys = list(uow.create_many(Person, [named(number) for number in range(3)]))
    with db.write("remove") as uow:
        uow.remove(Person, keys[1])
    for write in (
        lambda uow: uow.remove_many(Person, keys),
        lambda uow: uow.change_many(Person, {key: {"label": "A"} for key in keys}),
        lambda uow: uow.revive_many(Person, [keys[1], 4711]),
    ):
        with pytest.raises(NotFound), db.write("many") as uow:
            write(uow)
    assert living(db) == {keys[0], keys[2]}


@pytest.mark.one_engine("sqlite")
def test_the_questions_asked_do_not_grow_with_the_rows(
    db: Database, batch: tuple[Changes, list[int], list[int]]
) -> None:
    changes, _new, _known = batch
    asked: list[str] = []
    raw: Any = db.writer_engine.raw_connection().dbapi_connection
    raw.set_trace_callback(asked.append)
    take_back(db, changes.lsn)
    raw.set_trace_callback(None)
    questions = sum(statement.lstrip().startswith("SELECT") for statement in asked)
    parts = 4 * (MANY // 7 + 1)
    assert questions <= 2 * parts + 10


@pytest.mark.one_engine("sqlite")
def test_later_writes_are_found_by_indices(db: Database) -> None:
    statement = undo.later_writes(1).compile(dialect=db.writer_engine.dialect, compile_kwargs={"literal_binds": True})
    with db.read() as connection:
        plan = [row[-1] for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}")]
    assert plan and not [step for step in plan if step.startswith("SCAN")]
