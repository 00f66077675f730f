"""Search indexes that are torn: nothing of the data file is called damaged, and everybody is found again."""

import logging
import random
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path
from typing import Any, Final

import pytest
import sqlcipher3.dbapi2 as driver

from tests.unit.store import damage
from tn_desktop.model.derived import DERIVED
from tn_desktop.model.entities.people import Person
from tn_desktop.model.errors import AppError, Damaged, TornIndex
from tn_desktop.model.messages import untranslated
from tn_desktop.services import backups, records, safety
from tn_desktop.services.checks import check_database
from tn_desktop.store import full_text
from tn_desktop.store.database import Database
from tn_desktop.store.full_text import mend
from tn_desktop.store.health import Look
from tn_desktop.store.profile import Profile
from tn_desktop.store.sqlite_file import connect

PEOPLE: Final = 300
TEARS: Final[dict[str, str]] = {
    "no version": "DELETE FROM person_fts_config",
    "another version": "UPDATE person_fts_config SET v = 99 WHERE k = 'version'",
    "config gone": "DROP TABLE person_fts_config",
    "blocks gone": "DROP TABLE person_fts_data",
    "pages gone": "DROP TABLE person_fts_idx",
    "emptied": "DELETE FROM person_fts_data",
    "no structure": "DELETE FROM person_fts_data WHERE id = 10",
    "no totals": "DELETE FROM person_fts_data WHERE id = 1",
    "no leaves": "DELETE FROM person_fts_data WHERE id > 10",
    "noise": "UPDATE person_fts_data SET block = randomblob(length(block)) WHERE id > 10",
    "noise in the structure": "UPDATE person_fts_data SET block = randomblob(length(block)) WHERE id = 10",
    "cut short": "UPDATE person_fts_data SET block = substr(block, 1, 20) WHERE id > 10",
    "no blocks": "UPDATE person_fts_data SET block = NULL",
    "texts": "UPDATE person_fts_data SET block = 'x'",
    "fell behind": "DROP TRIGGER person_fts_update; UPDATE person SET search_name = 'q' || search_name WHERE id = 3",
    "rows missing": "INSERT INTO person_fts(person_fts) VALUES ('delete-all')",
    "rows too many": "INSERT INTO person_fts(rowid, search_name, search_more) VALUES (9999, 'nobody', 'nowhere')",
    "a trigger gone": "DROP TRIGGER person_fts_insert",
}


@pytest.fixture
def notebook(full: Callable[[str, int], Profile]) -> Profile:
    """A full notebook in a folder of its own."""
    return full("plain", PEOPLE)


@pytest.fixture
def log_kept(caplog: pytest.LogCaptureFixture) -> Iterator[pytest.LogCaptureFixture]:
    with caplog.at_level(logging.INFO):
        yield caplog


def tear(file: Path, statements: str) -> None:
    with closing(connect(file, isolation_level=None)) as raw:
        raw.executescript(statements)


def records_of(file: Path) -> dict[str, list[tuple[Any, ...]]]:
    """All rows of all tables but those of the indexes, of the planner, and of where the file lies."""
    with closing(connect(file, reading=True)) as raw:
        names = [name for (name,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {name: raw.execute(f"SELECT * FROM {name}").fetchall() for name in names if is_of_records(name)}


def is_of_records(table: str) -> bool:
    return "_fts" not in table and not table.startswith("sqlite_") and table != "setting"


def schema_of(file: Path) -> list[tuple[Any, ...]]:
    with closing(connect(file, reading=True)) as raw:
        rows = raw.execute("SELECT type, name, sql FROM sqlite_master ORDER BY type, name").fetchall()
        return [
            (kind, name, " ".join(sql.replace('"', "").replace("'", "").split())) for kind, name, sql in rows if sql
        ]


def assert_everybody_is_found(db: Database) -> None:
    """By the first words of each row of each table that is searched, and nobody who is not there."""
    with db.read() as connection:
        raw: Any = connection.connection.dbapi_connection
        for table in DERIVED:
            held = dict(raw.execute(f"SELECT id, search_name FROM {table}"))
            for key, name in held.items():
                if name:
                    words = " ".join(f'"{word}"' for word in name.split())
                    found = raw.execute(f"SELECT rowid FROM {table}_fts WHERE {table}_fts MATCH ?", (words,)).fetchall()
                    assert (key,) in found, (table, key)
                    assert all(one in held for (one,) in found)


def search(profile: Profile, text: str = "a") -> int:
    with Database.open(profile) as db, db.read() as connection:
        return records.listing(connection, "people", search=text, limit=1)[0]


@pytest.mark.some(2)
@pytest.mark.parametrize("statements", TEARS.values(), ids=TEARS)
def test_a_torn_index_is_noticed_told_and_made_anew(
    notebook: Profile, statements: str, log_kept: pytest.LogCaptureFixture
) -> None:
    before, made = records_of(notebook.database), schema_of(notebook.database)
    tear(notebook.database, statements)
    changed = records_of(notebook.database)
    look = Look(notebook.database).run()
    assert isinstance(look, TornIndex), "what is looked through in the background is the index alone"
    with Database.open(notebook) as db:
        found = check_database(db)
        torn = [problem for problem in found if isinstance(problem, TornIndex)]
        assert db.mended or len(torn) == 1
        assert not any(isinstance(problem, Damaged) for problem in found)
        assert db.mended or mend(db) == ("person",)
        assert mend(db) == ()
        assert not any(isinstance(problem, TornIndex) for problem in check_database(db))
        assert_everybody_is_found(db)
    assert "search index made anew: person" in log_kept.text
    after = records_of(notebook.database)
    assert after == changed and set(after) == set(before)
    assert schema_of(notebook.database) == made
    assert Look(notebook.database).run() is None


@pytest.mark.some(2)
@pytest.mark.parametrize("statements", TEARS.values(), ids=TEARS)
def test_what_meets_it_meanwhile_says_so_and_never_that_the_data_are_damaged(
    notebook: Profile, statements: str
) -> None:
    with Database.open(notebook) as db:
        tear(notebook.database, statements)
        said = []

        def attempt(work: Any) -> None:
            try:
                work()
            except AppError as error:
                said.append(error)

        def look() -> None:
            with db.read() as connection:
                records.listing(connection, "people", search="ay", limit=1)

        def edit() -> None:
            with db.write("Edit") as uow:
                for key in range(1, 20):
                    uow.change(Person, key, {"given_name": f"Yeni{key}"})

        attempt(look)
        attempt(edit)
        assert all(isinstance(error, TornIndex) for error in said), said
        assert all("records were not" in error.text(untranslated) for error in said)
        mend(db)
        said.clear()
        attempt(look)
        attempt(edit)
        assert said == []
        assert_everybody_is_found(db)


def seeds(everyday: int, thorough: int) -> list[Any]:
    return [*range(everyday), *(pytest.param(n, marks=pytest.mark.thorough) for n in range(everyday, thorough))]


# The last one has SQLite ask for more memory than there is.
@pytest.mark.some(1)
@pytest.mark.parametrize("seed", [*seeds(10, 60), 1181])
def test_random_damage_to_the_shadow_tables_of_any_index(notebook: Profile, seed: int) -> None:
    before = records_of(notebook.database)
    chance = random.Random(seed)
    with closing(connect(notebook.database, isolation_level=None)) as raw:
        for _ in range(chance.randint(1, 4)):
            hurt(raw, chance)
    assert records_of(notebook.database) == before
    with suppress(TornIndex):
        search(notebook)
    # Nobody looks at the check's sentences before: whatever it was, opening and mending suffice.
    with Database.open(notebook) as db:
        found = check_database(db)
        assert all(isinstance(problem, TornIndex) for problem in found), [one.message for one in found]
        mend(db)
        assert check_database(db) == []
        assert_everybody_is_found(db)
        with db.write("Edit") as uow:
            records.add(uow, "people", {"given_name": "Zzyeni"})
    assert search(notebook, "zzyeni") == 1
    after = records_of(notebook.database)
    assert [len(after[name]) - len(rows) for name, rows in before.items() if name == "person"] == [1]
    assert all(after[name] == rows for name, rows in before.items() if name in ("attendance", "need", "enrolment"))


def hurt(raw: Any, chance: random.Random) -> None:
    """Damage one random place of one index."""
    table = chance.choice([*DERIVED, "person", "person"])
    shadow = chance.choice(["data", "data", "data", "idx", "config"])
    name = f"{table}_fts_{shadow}"
    with suppress(driver.Error):  # an earlier blow may have taken the table
        if shadow == "data":
            keys = [key for (key,) in raw.execute(f"SELECT id FROM {name}")]
            for key in chance.sample(keys, min(len(keys), chance.choice([1, 1, 2, 5, 100]))):
                block = raw.execute(f"SELECT block FROM {name} WHERE id = ?", (key,)).fetchone()[0] or b""
                blow = chance.choice(["delete", "flip", "cut", "noise", "long", "null", "text"])
                if blow == "delete":
                    raw.execute(f"DELETE FROM {name} WHERE id = ?", (key,))
                    continue
                new: Any = bytearray(block if isinstance(block, bytes) else b"")
                for _ in range(chance.choice([1, 3, 30]) if new and blow == "flip" else 0):
                    new[chance.randrange(len(new))] ^= 1 << chance.randrange(8)
                made = {
                    "flip": bytes(new),
                    "cut": bytes(new[: chance.randrange(len(new) + 1)]),
                    "noise": chance.randbytes(len(new)),
                    "long": bytes(new) * 2,
                    "null": None,
                    "text": "x",
                }[blow]
                raw.execute(f"UPDATE {name} SET block = ? WHERE id = ?", (made, key))
        elif shadow == "idx":
            blow = chance.choice(
                ["DELETE FROM {} WHERE pgno % 2", "UPDATE {} SET pgno = pgno + 7", "UPDATE {} SET segid = segid + 1"]
            )
            raw.execute(blow.format(name))
        else:
            blow = chance.choice(
                ["DELETE FROM {}", "UPDATE {} SET v = 'x'", "INSERT OR REPLACE INTO {} VALUES ('pgsz', -1)"]
            )
            raw.execute(blow.format(name))
        if chance.random() < 0.1:
            raw.execute(f"DROP TABLE {name}")
        if chance.random() < 0.1:
            raw.execute(f"DROP TRIGGER {table}_fts_{chance.choice(['insert', 'delete', 'update'])}")


def test_what_is_written_when_the_notebook_is_opened_may_meet_a_torn_index(notebook: Profile) -> None:
    tear(notebook.database, "UPDATE engagement_tool SET search_more = 'x' WHERE shipped IS NOT NULL")
    tear(notebook.database, "DROP TABLE engagement_tool_fts_config")
    tear(notebook.database, "DELETE FROM setting WHERE key = 'tool_library'")
    with Database.open(notebook) as db:
        assert db.mended == ("engagement_tool",) and check_database(db) == []
        assert_everybody_is_found(db)
    with Database.open(notebook) as db:
        assert db.mended == ()


def test_sqlite_calls_a_sound_index_corrupt_where_another_connection_wrote(notebook: Profile) -> None:
    """What the next test is about, in plain SQL; where this fails, SQLite has learnt better."""
    with closing(connect(notebook.database, isolation_level=None)) as reader:
        reader.execute("SELECT rowid FROM person_fts WHERE person_fts MATCH 'a*'").fetchall()
        with closing(connect(notebook.database, isolation_level=None)) as writer:
            writer.execute("UPDATE person SET search_name = 'yeni ' || search_name")
        said = reader.execute("PRAGMA integrity_check").fetchall()
        with closing(connect(notebook.database, isolation_level=None)) as fresh:
            assert fresh.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert said != [("ok",)]


@pytest.mark.parametrize("turns", [1, pytest.param(4, marks=pytest.mark.thorough)])
def test_the_check_does_not_tell_that_false_alarm(notebook: Profile, turns: int) -> None:
    with Database.open(notebook) as db:
        for turn in range(turns):
            with db.read() as connection:
                records.listing(connection, "people", search="a", limit=1)
            assert check_database(db) == []
            # By this program, and by another one beside it.
            with db.write("Edit") as uow:
                for key in range(1, 200):
                    uow.change(Person, key, {"given_name": f"Ad{turn}"})
            with Database.open(notebook) as beside, beside.write("Edit") as uow:
                for key in range(1, 200):
                    uow.change(Person, key, {"family_name": f"Soyad{turn}"})
            assert check_database(db) == [] and mend(db) == ()
            assert Look(notebook.database).run() is None


def test_a_sound_notebook_is_looked_through_without_a_word(notebook: Profile, profile: Profile) -> None:
    assert Look(notebook.database).run() is None
    assert Look(profile.database).run() is None, "nothing was ever entered"


def test_a_backup_of_a_torn_index_is_made_found_sound_and_restored(notebook: Profile) -> None:
    with Database.open(notebook) as db:
        tear(notebook.database, TEARS["no leaves"])
        made = backups.make_due(db, datetime.now(), anyhow=True).backup  # noqa: DTZ005
    assert made is not None
    safety.restore(notebook, made.file)
    with Database.open(notebook) as db:
        mend(db)
        assert_everybody_is_found(db)
        assert check_database(db) == []


def test_where_the_file_is_damaged_too_the_index_is_left_to_the_rescue(notebook: Profile) -> None:
    with closing(connect(notebook.database)) as raw:
        root = raw.execute("SELECT rootpage FROM sqlite_master WHERE name = 'milestone'").fetchone()[0]
    tear(notebook.database, TEARS["config gone"])
    damage.apply(damage.page(root), notebook.database)
    assert isinstance(Look(notebook.database).run(), Damaged)
    with pytest.raises(Damaged), Database.open(notebook) as db:
        mend(db)


def test_progress_is_told_and_stopping_leaves_all_as_it_was(notebook: Profile, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(full_text, "STEP", 50)
    tear(notebook.database, TEARS["rows missing"])
    told: list[tuple[int, int]] = []

    class Stop(Exception):
        pass

    def stop(done: int, of: int) -> None:
        raise Stop

    with Database.open(notebook) as db:
        with pytest.raises(Stop):
            mend(db, stop)
        assert mend(db, lambda done, of: told.append((done, of))) == ("person",)
        assert_everybody_is_found(db)
    assert len(told) == 6 and told[-1] == (PEOPLE, PEOPLE)
