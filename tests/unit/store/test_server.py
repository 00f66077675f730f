"""A database on a PostgreSQL server: opening, refusing, many who write at once, losing the connection."""

import logging
import os
import random
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any
from uuid import uuid4

import psycopg
import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, select, text

from tests.databases import Server
from tests.unit.store.people import add_person, names
from tn_desktop.model.entities.base import METADATA, table_of
from tn_desktop.model.entities.people import Community, Membership
from tn_desktop.model.errors import Cancelled, Refused, StoreError
from tn_desktop.model.messages import untranslated
from tn_desktop.model.registry import entity
from tn_desktop.services import records
from tn_desktop.services.checks import check_database
from tn_desktop.store import server as store_server
from tn_desktop.store.database import Database, interrupt
from tn_desktop.store.device import read_device, write_device
from tn_desktop.store.file_store import FileStore
from tn_desktop.store.log import facts
from tn_desktop.store.places import ServerProfile, profile_of
from tn_desktop.store.profile import Profile
from tn_desktop.store.rows import find_by_uid, quickly_checked, update_rows
from tn_desktop.store.unit_of_work import UnitOfWork

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def profile(tmp_path: Path, server_database: str) -> Profile:
    return profile_of(tmp_path / "profile", server_database)


@pytest.fixture
def db(profile: Profile) -> Iterator[Database]:
    with Database.open(profile) as database:
        yield database


def raw(profile: Profile) -> psycopg.Connection:
    return psycopg.connect(profile.server.replace("+psycopg", ""), autocommit=True)


def refusal(profile: Profile) -> str:
    with pytest.raises((StoreError, Refused)) as caught:
        Database.open(profile)
    assert "secret" not in facts(caught.value) + repr(caught.value) + repr(profile)
    return caught.value.text(untranslated)


def test_the_migrations_make_exactly_the_mapped_tables(server: Server, tmp_path: Path) -> None:
    def ours(_object: object, name: str | None, _kind: str, _reflected: bool, _other: object) -> bool:
        return not (name or "").endswith("_words")

    with (
        server.database(migrated=False) as address,
        Database.open(profile_of(tmp_path, address)) as db,
        db.read() as connection,
    ):
        context = MigrationContext.configure(connection, opts={"include_object": ours})
        found = compare_metadata(context, METADATA)
    # Indexes are walked with nulls first there, which the model does not say.
    assert {step[0] for step in found} <= {"remove_index", "add_index"}
    assert indexed(found, "remove_index") == indexed(found, "add_index")


def indexed(steps: list[Any], kind: str) -> dict[str, list[str]]:
    """Name of an index -> names of its columns."""
    return {index.name: [column.name for column in index.columns] for step, index in steps if step == kind}


def test_every_text_is_compared_by_its_bytes_whatever_the_database_does(db: Database) -> None:
    with db.read() as connection:
        other = connection.exec_driver_sql(
            "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = 'public' "
            "AND data_type = 'text' AND collation_name IS DISTINCT FROM 'C'"
        ).all()
    assert other == []


def test_programs_make_the_schema_at_once(server: Server, tmp_path: Path) -> None:
    with server.database(migrated=False) as address:
        command = [sys.executable, "-m", "tn_desktop", "--database", address, "check", "--profile"]
        started = [subprocess.Popen([*command, str(tmp_path / place)], cwd=ROOT) for place in "abc"]
        assert [program.wait() for program in started] == [0, 0, 0]
        with Database.open(profile_of(tmp_path / "a", address)) as db:
            assert check_database(db) == []


def test_a_wrong_password_is_one_sentence_without_it(profile: Profile) -> None:
    said = refusal(ServerProfile(profile.directory, profile.logs, profile.server.replace(":secret@", ":secreto@")))
    assert "password" in said and "127.0.0.1" in said and "secret" not in said


def test_a_database_that_is_not_there_is_told(profile: Profile) -> None:
    said = refusal(ServerProfile(profile.directory, profile.logs, profile.server + "x"))
    assert "name of the database" in said


def test_a_server_that_is_away_is_told(tmp_path: Path) -> None:
    said = refusal(profile_of(tmp_path, "postgresql://tn:secret@127.0.0.1:1/tn"))
    assert said.startswith("The server 127.0.0.1:1 cannot be reached")


@pytest.mark.parametrize(
    "address",
    ["postgresql://tn:secret@host:port/tn", "postgresql+asyncpg://tn:secret@host/tn", "mysql://tn:secret@h/t"],
)
def test_a_wrong_address_is_not_repeated(tmp_path: Path, address: str) -> None:
    with pytest.raises(Refused) as caught:
        Database.open(profile_of(tmp_path, address))
    said = caught.value.text(untranslated)
    assert "secret" not in said and "Write it like" in said
    assert "secret" not in facts(caught.value)


def test_a_newer_database_is_refused_and_left_alone(profile: Profile) -> None:
    with raw(profile) as connection:
        connection.execute("UPDATE alembic_version SET version_num='9999'")
        assert "newer" in refusal(profile)
        assert connection.execute("SELECT count(*) FROM history").fetchone() == (0,)


def test_a_database_without_utf_8_is_refused(server: Server, tmp_path: Path) -> None:
    with psycopg.connect(server.address.replace("+psycopg", ""), autocommit=True) as connection:
        name = f"tn_latin_{os.getpid()}"
        locale = "ENCODING 'SQL_ASCII' LC_COLLATE 'C' LC_CTYPE 'C'"
        connection.execute(f"CREATE DATABASE {name} {locale} TEMPLATE template0")
        try:
            assert "UTF-8" in refusal(profile_of(tmp_path, server.at(name)))
        finally:
            connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


def test_a_reader_cannot_write(db: Database) -> None:
    with pytest.raises(StoreError, match="takes no changes"), db.read() as connection:
        connection.exec_driver_sql("DELETE FROM person")


def test_who_may_only_read_is_told_so(server: Server, profile: Profile) -> None:
    with raw(profile) as connection:
        connection.execute("DROP ROLE IF EXISTS tn_guest")
        connection.execute("CREATE ROLE tn_guest LOGIN PASSWORD 'secret'")
        connection.execute("GRANT SELECT ON ALL TABLES IN SCHEMA public TO tn_guest")
        Database.open(profile).close()
        guest = ServerProfile(profile.directory, profile.logs, profile.server.replace("tn:", "tn_guest:"))
        try:
            with Database.open(guest) as db:
                assert names(db) == []
                with pytest.raises(StoreError, match="rights"):
                    add_person(db, "Ayşe")
        finally:
            connection.execute("DROP OWNED BY tn_guest")
            connection.execute("DROP ROLE tn_guest")


def test_a_row_added_after_many_at_once_has_an_id_of_its_own(db: Database) -> None:
    with db.write("bulk") as uow:
        keys = uow.create_many(entity("people").cls, [{"given_name": f"K{n}"} for n in range(300)])
    assert list(keys) == list(range(1, 301))
    assert add_person(db, "Ayşe") == 301
    with db.read() as connection:
        assert records.listing(connection, "people", "k299")[0] == 1


def test_what_very_many_rows_point_to_is_checked_by_one_plan(db: Database) -> None:
    def planning(connection: Any) -> tuple[str, ...]:
        return tuple(
            connection.execute(text(f"SHOW {name}")).scalar() for name in ("plan_cache_mode", "enable_seqscan")
        )

    def stray(uow: UnitOfWork, count: int) -> None:
        there = uow.create_many(Community, [{"name": f"K{n}", "issue": "x"} for n in range(count)])
        rows = [{"person_id": 77, "community_id": key} for key in there]
        new = [row | {"uid": uuid4().bytes} for row in rows]
        uow.create_many(Membership, new)

    with db.write("many") as uow:
        each = planning(uow.connection)
        with quickly_checked(uow.connection, 2_000):
            assert planning(uow.connection) == ("force_generic_plan", "off") != each
        assert planning(uow.connection) == each
        # A preview takes back what failed, and goes on in the same transaction.
        with pytest.raises(psycopg.errors.ForeignKeyViolation), uow.connection.begin_nested():
            stray(uow, 60)
        assert planning(uow.connection) == each
    with pytest.raises(psycopg.errors.ForeignKeyViolation), db.write("few") as uow:
        stray(uow, 2)
    with db.write("after") as uow:
        assert planning(uow.connection) == each


def test_any_text_comes_through_a_statement_of_many_rows(db: Database) -> None:
    texts = [
        "",
        "NULL",
        "null",
        'a"b',
        "a\\b",
        "\\x41",
        "{a,b}",
        "a,b",
        "'%s' %",
        "satır\nsonu\t",
        " boş ",
        "ğüşiöç İı 😀",
        None,
    ]
    table = table_of(Community)
    with db.write("many") as uow:
        keys = uow.create_many(Community, [{"name": f"K{n}", "issue": "x"} for n in range(len(texts))])
        uids = [uuid4().bytes for _ in keys]
        update_rows(uow.connection, table, ("issue", "uid", "lsn"), list(zip(keys, texts, uids, keys, strict=True)))
        found = uow.connection.execute(select(table.c.issue, table.c.uid, table.c.lsn).order_by(table.c.id)).all()
        assert list(map(tuple, found)) == list(zip(texts, uids, keys, strict=True))
        assert {row[0] for row in find_by_uid(uow.connection, table, uids)} == set(uids)


def test_a_very_long_word_is_no_trouble(db: Database) -> None:
    with db.write("add") as uow:
        long = "".join(random.Random(1).choices("abcçdğ", k=5_000))
        records.add(uow, "communities", {"name": long[:500], "issue": long})
    with db.read() as connection:
        assert records.listing(connection, "communities", long[:300])[0] == 1


def test_the_device_id_stays_with_the_database_whoever_opens_it(profile: Profile, tmp_path: Path) -> None:
    with Database.open(profile) as db:
        first = db.device
    other = profile_of(tmp_path / "other", profile.server)
    with Database.open(other) as db, Database.open(profile) as again:
        assert db.device == again.device == first
    assert read_device(other.device_file).device == first


def test_a_copied_database_writes_under_a_new_device(server: Server, profile: Profile, tmp_path: Path) -> None:
    with Database.open(profile) as db:
        first = db.device
        add_person(db, "Ayşe")
    name = f"tn_copy_{os.getpid()}"
    with psycopg.connect(server.address.replace("+psycopg", ""), autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name} TEMPLATE {profile.server.rpartition('/')[2]}")
        try:
            with Database.open(profile_of(tmp_path / "copy", server.at(name))) as db:
                assert db.device != first and names(db) == ["Ayşe"]
        finally:
            connection.execute(f"DROP DATABASE {name} WITH (FORCE)")
    with Database.open(profile) as db:
        assert db.device == first


def test_a_server_that_went_back_in_time_gets_a_new_device(profile: Profile) -> None:
    with Database.open(profile) as db:
        first = db.device
        add_person(db, "Ayşe")
        with db.read() as connection:
            exported = connection.exec_driver_sql("SELECT stamp FROM history ORDER BY id DESC LIMIT 1").scalar()
    held = read_device(profile.device_file)
    write_device(profile.device_file, type(held)(held.device, held.binding, str(exported)))
    Database.open(profile).close()
    with raw(profile) as connection:
        connection.execute("TRUNCATE person, history CASCADE")
    with Database.open(profile) as db:
        assert db.device != first
        newer = db.device
    with Database.open(profile) as db:
        assert db.device == newer


def test_many_programs_write_at_once_and_nothing_is_lost_or_doubled(profile: Profile) -> None:
    with Database.open(profile) as db:
        with db.write("make") as uow:
            person = records.add(uow, "people", {"given_name": "Ortak"}).subject
            workshop = records.add(uow, "workshops", {"title": "Atölye"}).subject
            times = {"workshop": workshop, "starts_at": "2026-03-14T13:00"}
            session = records.add(uow, "sessions", times).subject
        command = [sys.executable, "-m", "tests.unit.store.server_writer", profile.directory, profile.server]
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        writers = [
            subprocess.Popen([*map(str, command), name, "25", str(session), str(person)], cwd=ROOT, env=environment)
            for name in ("Ayşe", "Ali", "Can", "Ece")
        ]
        # Whoever looks meanwhile never sees a number without all that come before it.
        looks = 0
        while any(writer.poll() is None for writer in writers):
            with db.read() as connection:
                last, count = connection.exec_driver_sql("SELECT max(id), count(*) FROM history").one()
            assert last == count
            looks += 1
        assert [writer.returncode for writer in writers] == [0] * 4 and looks > 4
        with db.read() as connection:
            stamps = connection.exec_driver_sql("SELECT stamp FROM history ORDER BY id").scalars().all()
            ids = connection.exec_driver_sql("SELECT id FROM history ORDER BY id").scalars().all()
            assert records.listing(connection, "people")[0] == 101
            assert records.listing(connection, "attendance")[0] == 1
        assert ids == list(range(1, 102))
        assert stamps == sorted(set(stamps))
        assert check_database(db) == []


def test_a_write_waits_for_another_and_is_refused_when_that_takes_too_long(
    profile: Profile, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store_server, "_SESSION", "SET lock_timeout = '50ms'")
    with Database.open(profile) as slow, Database.open(profile) as other, slow.write("long") as uow:
        records.add(uow, "people", {"given_name": "Ayşe"})
        with pytest.raises(StoreError, match="Others are writing"):
            add_person(other, "Ali")
        assert names(other) == []


def test_a_lost_connection_is_told_and_made_anew(profile: Profile, db: Database) -> None:
    end = (
        "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity "
        "WHERE datname = current_database() AND pid <> pg_backend_pid()"
    )

    def add_two() -> None:
        with db.write("add") as uow:
            records.add(uow, "people", {"given_name": "Can"})
            connection.execute(end)
            records.add(uow, "people", {"given_name": "Ece"})

    add_person(db, "Ayşe")
    with raw(profile) as connection:
        connection.execute(end)
        add_person(db, "Ali")  # nothing was lost, so nothing is said
        assert names(db) == ["Ali", "Ayşe"]
        with pytest.raises(StoreError, match="connection to the server was lost"):
            add_two()
        connection.execute(end)
    add_person(db, "Oya")
    assert names(db) == ["Ali", "Ayşe", "Oya"]


def test_a_query_can_be_stopped_and_the_next_one_runs(profile: Profile, db: Database) -> None:
    asleep = (
        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND state = 'active' "
        "AND pid <> pg_backend_pid() AND query LIKE '%pg_sleep%'"
    )

    def stop(connection: Connection) -> None:
        """As soon as there is something to stop."""
        with raw(profile) as watching:
            while watching.execute(asleep).fetchone() == (0,):
                continue
        interrupt(connection)

    def sleep() -> None:
        with db.read() as connection:
            stopping = threading.Thread(target=stop, args=[connection])
            stopping.start()
            try:
                connection.execute(text("SELECT pg_sleep(600)"))
            finally:
                stopping.join()

    for _ in range(5):
        with pytest.raises(Cancelled):
            sleep()
        assert names(db) == []


def test_a_stop_that_comes_too_late_hits_nobody(db: Database) -> None:
    for _ in range(20):
        # It may still meet the end of the reading that it was meant for, but never the next one.
        with suppress(Cancelled), db.read() as connection:
            connection.execute(text("SELECT 1"))
            interrupt(connection)
        assert "cancel" not in {thread.name for thread in threading.enumerate()}, "nothing is on its way any more"
        assert names(db) == []


def test_a_stop_that_is_slow_on_its_way_is_waited_for(db: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    """The connection is nobody else's before the stop has arrived, however long the way is."""
    arrived: list[str] = []
    on_its_way, join = threading.Event(), threading.Thread.join

    def cancel(*_given: object) -> None:
        on_its_way.wait()
        arrived.append("stop")

    def wait_for(thread: threading.Thread, timeout: float | None = None) -> None:
        # Only now, when somebody waits for it, does it come.
        on_its_way.set()
        join(thread, timeout)

    monkeypatch.setattr(store_server, "_cancel", cancel)
    monkeypatch.setattr(threading.Thread, "join", wait_for)
    with db.read() as connection:
        interrupt(connection)
        assert arrived == []
    assert arrived == ["stop"] and names(db) == []


def test_every_stop_is_waited_for_where_there_are_several(db: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first is as slow as it likes: it comes when somebody waits for it, and for nothing else."""
    order, join = iter(["first", "second"]), threading.Thread.join
    arrived: list[str] = []
    waited_for = {name: threading.Event() for name in ("first", "second")}

    def cancel(*_given: object) -> None:
        name = threading.current_thread().name
        waited_for[name].wait()
        arrived.append(name)

    def wait_for(thread: threading.Thread, timeout: float | None = None) -> None:
        if thread.name in waited_for:
            waited_for[thread.name].set()
        join(thread, timeout)

    def named(thread: threading.Thread) -> None:
        if thread.name == "cancel":
            thread.name = next(order)
        start(thread)

    start = threading.Thread.start
    monkeypatch.setattr(store_server, "_cancel", cancel)
    monkeypatch.setattr(threading.Thread, "start", named)
    monkeypatch.setattr(threading.Thread, "join", wait_for)
    try:
        with db.read() as connection:
            interrupt(connection)
            interrupt(connection)
        assert arrived == ["first", "second"]
    finally:
        for event in waited_for.values():
            event.set()


def test_a_stop_that_nobody_knows_to_have_come_hits_nobody(db: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    """A server that has more to do than it can takes it in, and sees to it later."""

    def too_slow(*_given: object, **_how: object) -> None:
        raise psycopg.errors.CancellationTimeout

    monkeypatch.setattr(psycopg.Connection, "cancel_safe", too_slow)
    served = text("SELECT pg_backend_pid()")
    with db.read() as connection:
        process = connection.execute(served).scalar()
        interrupt(connection)
    with db.read() as connection:
        assert connection.execute(served).scalar() != process


def test_nothing_of_the_address_is_logged(profile: Profile, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        with Database.open(profile) as db:
            add_person(db, "Ayşe")
        refusal(ServerProfile(profile.directory, profile.logs, profile.server.replace(":secret@", ":secreto@")))
    assert "secret" not in caplog.text


def test_two_programs_that_keep_the_same_file_at_once_both_have_it(
    profile: Profile, db: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    write, contents = FileStore._write, [b"one", b"two"]
    with Database.open(profile) as other:

        def before_the_end(store: FileStore, *given: Any) -> Any:
            """Each has looked whether it is there before the other one is done."""
            done = write(store, *given)
            if store is db.files:
                execute = Connection.execute

                def slower(connection: Connection, statement: Any, *more: Any, **how: Any) -> Any:
                    found = execute(connection, statement, *more, **how)
                    monkeypatch.setattr(Connection, "execute", execute)
                    assert other.files.add(contents) == done[0].hex()
                    return found

                monkeypatch.setattr(Connection, "execute", slower)
            return done

        monkeypatch.setattr(FileStore, "_write", before_the_end)
        digest = db.files.add(contents)
        assert b"".join(other.files.read(digest)) == b"onetwo"
        assert list(db.files.all()) == list(other.files.all()) == [digest]
