"""Opening, migrating, refusing, backing up; and who a database writes as."""

import json
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest
import sqlcipher3.dbapi2 as driver
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, select

from tests.unit.store.people import add_person, names
from tn_desktop.model.entities.base import METADATA, table_of
from tn_desktop.model.entities.people import Community, Membership, Person
from tn_desktop.model.errors import Cancelled, StoreError
from tn_desktop.model.specs.people import PEOPLE
from tn_desktop.services import records
from tn_desktop.store import engine
from tn_desktop.store.backup import back_up
from tn_desktop.store.database import Database, interrupt
from tn_desktop.store.device import read_device, write_device
from tn_desktop.store.profile import Profile

_person, _membership = table_of(Person), table_of(Membership)


def test_the_migrations_make_exactly_the_tables_of_the_model(db: Database) -> None:
    def ours(_object: object, name: str | None, kind: str, _reflected: bool, _other: object) -> bool:
        return not (kind == "table" and "_fts" in (name or ""))

    with db.read() as connection:
        context = MigrationContext.configure(connection, opts={"include_object": ours})
        assert compare_metadata(context, METADATA) == []


def test_the_settings_that_make_a_mark_safe(db: Database) -> None:
    with db.write("look") as uow:
        pragma = {
            name: uow.connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys")
        }
    assert pragma == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}


def test_a_reader_cannot_write(db: Database) -> None:
    with pytest.raises(StoreError), db.read() as connection:
        connection.exec_driver_sql("DELETE FROM person")


def test_a_reading_that_is_stopped_while_it_opens_the_search_index_is_no_bug(db: Database) -> None:
    """A stop may meet SQLite at any moment; while an index is opened it says "vtable constructor failed"."""

    def search() -> None:
        ended = threading.Event()
        with db.read() as connection:
            connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar()

            def stop() -> None:
                while not ended.is_set():
                    interrupt(connection)

            stopping = threading.Thread(target=stop)
            stopping.start()
            try:
                connection.exec_driver_sql("SELECT count(*) FROM person_fts").scalar()
            finally:
                ended.set()
                stopping.join()

    for _ in range(50):
        with suppress(Cancelled):
            search()
        db.reader_engine.dispose()
    assert names(db) == []


@pytest.mark.parametrize("writing", [False, True])
def test_rows_that_an_error_still_holds_do_not_disturb_a_later_reading(db: Database, *, writing: bool) -> None:
    """A window may keep the error for long, and with it what was being read when it came."""
    for number in range(5):
        add_person(db, f"Ayşe {number}")
    query = select(_person.c.id).where(_person.c.id >= 0).order_by(_person.c.id)

    @contextmanager
    def using() -> Iterator[Connection]:
        if writing:
            with db.write("look") as unit:
                yield unit.connection
        else:
            with db.read() as connection:
                yield connection

    def give_up() -> Any:
        with suppress(RuntimeError), using() as connection:
            found = connection.execute(query)
            found.fetchone()
            raise RuntimeError
        return found

    held = [give_up()]
    for _ in range(2):
        with using() as connection:
            found = connection.execute(query)
            ids = [found.fetchone()]
            held.clear()
            ids += found.fetchall()
        assert len(ids) == len(set(ids)) == 5


@pytest.mark.both_engines
def test_a_unit_of_work_rolls_back_unless_it_ends(db: Database) -> None:
    def add_then_fail() -> None:
        with db.write("add") as uow:
            records.add(uow, "people", {"given_name": "Ayşe"})
            raise RuntimeError

    with pytest.raises(RuntimeError):
        add_then_fail()
    assert names(db) == []


def test_a_newer_database_is_refused_and_left_alone(profile: Profile) -> None:
    raw = driver.connect(str(profile.database))
    raw.execute("UPDATE alembic_version SET version_num='9999'")
    raw.commit()
    raw.close()
    before = profile.database.read_bytes()
    with pytest.raises(StoreError, match="newer"):
        Database.open(profile)
    assert profile.database.read_bytes() == before
    assert not profile.backups.exists()


def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    profile = Profile.at(tmp_path)
    profile.database.write_bytes(b"no database at all" * 100)
    with pytest.raises(StoreError, match="damaged"):
        Database.open(profile)


def test_the_device_id_stays_with_its_place_and_changes_with_it(profile: Profile, tmp_path: Path) -> None:
    with Database.open(profile) as db:
        first = db.device
    with Database.open(profile) as db:
        assert db.device == first
    copy = Profile.at(tmp_path / "copy")
    shutil.copytree(profile.directory, copy.directory)
    with Database.open(copy) as db:
        assert db.device != first
        assert read_device(copy.device_file) is not None
    with Database.open(profile) as db:
        assert db.device == first


def test_a_restored_backup_writes_under_a_new_device(profile: Profile) -> None:
    with Database.open(profile) as db:
        first = db.device
        add_person(db, "Ayşe")
        back_up(db.writer_engine, profile.directory / "copy.db")
        add_person(db, "Ali")
        with db.read() as connection:
            exported = connection.exec_driver_sql("SELECT stamp FROM history ORDER BY id DESC LIMIT 1").scalar()
    held = read_device(profile.device_file)
    assert held is not None and held.device == first
    write_device(profile.device_file, type(held)(held.device, held.binding, str(exported)))
    shutil.copy(profile.directory / "copy.db", profile.database)
    for leftover in ("-wal", "-shm"):
        profile.database.with_name(profile.database.name + leftover).unlink(missing_ok=True)
    with Database.open(profile) as db:
        assert db.device != first
        assert names(db) == ["Ayşe"]


def test_a_damaged_device_file_gives_a_new_device(profile: Profile) -> None:
    with Database.open(profile) as db:
        first = db.device
    profile.device_file.write_text("{", encoding="utf-8")
    with Database.open(profile) as db:
        assert db.device != first
        with db.read() as connection:
            stored = connection.exec_driver_sql("SELECT value FROM setting WHERE key='device'").scalar()
    assert json.loads(str(stored)) == db.device


def test_a_backup_of_an_open_database_is_whole(db: Database, tmp_path: Path) -> None:
    add_person(db, "Ayşe")
    back_up(db.writer_engine, tmp_path / "backup.db")
    raw = driver.connect(str(tmp_path / "backup.db"))
    assert raw.execute("SELECT given_name FROM person").fetchall() == [("Ayşe",)]
    assert raw.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    raw.close()
    assert [path.name for path in tmp_path.glob("backup*")] == ["backup.db"]


def test_a_backup_into_a_missing_folder_is_one_sentence(db: Database, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="could not be written"):
        back_up(db.writer_engine, tmp_path / "missing" / "backup.db")


def test_two_programs_write_one_profile_without_losing_or_doubling_a_stamp(
    profile: Profile, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "BUSY_MILLISECONDS", 180_000)  # the disk may be slow
    with Database.open(profile) as one, Database.open(profile) as other:

        def write(db: Database, prefix: str) -> None:
            for number in range(20):
                add_person(db, f"{prefix}{number:02d}")

        threads = [threading.Thread(target=write, args=pair) for pair in ((one, "a"), (other, "b"))]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert len(names(one)) == 40
        with one.read() as connection:
            stamps = connection.exec_driver_sql("SELECT stamp FROM history ORDER BY id").scalars().all()
            created = connection.exec_driver_sql("SELECT count(DISTINCT created) FROM person").scalar()
    assert stamps == sorted(set(stamps)) and len(stamps) == 40
    assert created == 40


@pytest.mark.both_engines
def test_a_row_that_is_enrolled_again_outlives_its_removal(db: Database) -> None:
    with db.write("make") as uow:
        person = records.add(uow, "people", {"given_name": "Ayşe"}).subject
        workshop = records.add(uow, "workshops", {"title": "Atölye"}).subject
        key = records.add(uow, "enrolments", {"person": person, "workshop": workshop}).subject
    assert key is not None
    with db.write("remove") as uow:
        records.remove(uow, "enrolments", key)
    with db.write("again") as uow:
        again = records.add(uow, "enrolments", {"person": person, "workshop": workshop}).subject
        stamp = uow.stamp
    assert again == key
    with db.read() as connection:
        row = connection.exec_driver_sql("SELECT fields, gone, alive FROM enrolment").one()
    fields = json.loads(row.fields)
    assert row.alive == 1 and row.gone is not None
    assert fields["status"] == stamp and stamp[:12] > json.loads(row.gone)[db.device]


@pytest.mark.both_engines
def test_many_rows_at_once_get_their_ids_in_order_and_are_searchable(db: Database) -> None:
    with db.write("bulk") as uow:
        keys = uow.create_many(PEOPLE.cls, [{"given_name": f"Kişi{n}", "family_name": "Şen"} for n in range(300)])
    assert list(keys) == list(range(1, 301))
    with db.read() as connection:
        assert records.listing(connection, "people", "kisi299 sen")[0] == 1


def test_the_planner_knows_that_nearly_every_row_is_alive(profile: Profile) -> None:
    people = 5_000  # far more than the rows of an index that are looked at
    with Database.open(profile) as db, db.write("test") as uow:
        community = uow.create(Community, {"name": "Okuma"})
        keys = uow.create_many(Person, [{"given_name": f"Ada {number}"} for number in range(people)])
        for key in keys[:10]:
            uow.create(Membership, {"person_id": key, "community_id": community})
        uow.remove(Person, keys[-1])
    with driver.connect(str(profile.database)) as raw:
        said = dict(raw.execute("SELECT idx, stat FROM sqlite_stat1 WHERE tbl = 'person'").fetchall())
        assert said["ix_person_alive_sort_key_id"].startswith(f"{people} {people} ")
        assert said["ix_person_alive_subject_key_sort_key_id"].count(" ") == 4
        raw.execute("UPDATE sqlite_stat1 SET stat = '5000 401 1 1' WHERE idx = 'ix_person_alive_sort_key_id'")
    members = select(_membership.c.person_id).join(_person, _person.c.id == _membership.c.person_id)
    question = members.where(_membership.c.community_id.in_([1, 2, 3]), _person.c.alive == 1)
    with Database.open(profile) as db, db.read() as connection:  # as an older version left it
        text = question.compile(dialect=connection.dialect, compile_kwargs={"literal_binds": True})
        plan = [row[-1] for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {text}")]
    assert len(plan) == 2 and "community_id=?" in plan[0] and "PRIMARY KEY" in plan[1]


def test_writes_of_several_threads_take_their_turns(db: Database) -> None:
    start, done = threading.Barrier(4), []

    def work(number: int) -> None:
        start.wait()
        for step in range(10):
            with db.write("add") as uow:
                records.add(uow, "people", {"given_name": f"{number}-{step}"})
        done.append(number)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(done) == [0, 1, 2, 3]
    with db.read() as connection:
        assert records.listing(connection, "people")[0] == 40
