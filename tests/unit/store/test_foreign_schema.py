"""Files in whose schema somebody put a trigger, a view or a virtual table: refused before any of it runs."""

from contextlib import closing
from datetime import date, datetime
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as driver

from tn_desktop.model.errors import AppError, Damaged, FileRefused
from tn_desktop.model.messages import untranslated
from tn_desktop.services import backups, output_files, records, rescue, safety, secrecy
from tn_desktop.services.first_look import first_look
from tn_desktop.store import keys
from tn_desktop.store.backup import contents, sound_contents
from tn_desktop.store.database import Database
from tn_desktop.store.file_salvage import damage_of
from tn_desktop.store.health import Look
from tn_desktop.store.profile import Profile
from tn_desktop.store.sqlite_file import connect

PREPARED = {
    "a trigger": "CREATE TRIGGER extra AFTER INSERT ON history BEGIN DELETE FROM person; END",
    "a trigger under one of our names": "DROP TRIGGER person_fts_insert; CREATE TRIGGER person_fts_insert "
    "AFTER INSERT ON person BEGIN UPDATE setting SET value = '\"/tmp/theirs\"'; END",
    "a view": "CREATE VIEW extra AS SELECT * FROM person",
    "a view in the place of a table": "DROP TABLE draft; CREATE VIEW draft AS WITH RECURSIVE n(x) AS "
    "(SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x AS id, '' AS place, '' AS content FROM n",
    "a virtual table": "CREATE VIRTUAL TABLE extra USING fts5(words)",
    "a virtual table in the place of one of ours": "DROP TABLE person_fts; CREATE VIRTUAL TABLE person_fts "
    "USING fts5(search_name, search_more, content='setting', content_rowid='rowid')",
    "a trigger that says it is a table": "CREATE TRIGGER extra AFTER INSERT ON history BEGIN DELETE FROM person; END;"
    "PRAGMA writable_schema=ON; UPDATE sqlite_master SET type = 'table' WHERE name = 'extra'",
    "a comment before its sort": "CREATE VIEW extra AS SELECT 1; PRAGMA writable_schema=ON;"
    "UPDATE sqlite_master SET sql = 'CREATE /* TABLE */ VIEW extra AS SELECT 1' WHERE name = 'extra'",
}


@pytest.fixture
def notebook(profile: Profile) -> Profile:
    """Two people in it."""
    with Database.open(profile) as db, db.write("add") as uow:
        for name in ("Ayşe", "Baran"):
            records.add(uow, "people", {"given_name": name})
    return profile


def prepare(file: Path, case: str) -> None:
    with closing(driver.connect(str(file))) as connection:
        connection.executescript(PREPARED[case])


def names(profile: Profile) -> list[str]:
    with Database.open(profile) as db, db.read() as connection:
        assert records.listing(connection, "people", search="ayse")[0] == 1, "our own index is found by words"
        return sorted(row["given_name"] for row in records.listing(connection, "people")[1])


def is_a_sentence(error: AppError) -> bool:
    said = error.text(untranslated)
    return said.endswith(".") and "\n" not in said and "{" not in said


@pytest.mark.parametrize("case", PREPARED)
def test_a_prepared_notebook_is_not_opened(notebook: Profile, case: str) -> None:
    prepare(notebook.database, case)
    before = notebook.database.read_bytes()
    with pytest.raises(AppError) as caught:
        Database.open(notebook)
    assert is_a_sentence(caught.value) and isinstance(caught.value, Damaged)
    assert notebook.database.read_bytes() == before
    assert first_look(notebook.database, date(2026, 3, 14)) is None
    found = Look(notebook.database).run()
    assert isinstance(found, Damaged)


@pytest.mark.some(3)
@pytest.mark.parametrize("case", PREPARED)
def test_a_prepared_backup_is_refused_and_the_data_stay(notebook: Profile, tmp_path: Path, case: str) -> None:
    file = tmp_path / "prepared.db"
    with Database.open(notebook) as db:
        safety.backup(db, file)
    prepare(file, case)
    for read in (contents, sound_contents, lambda chosen: safety.restore(notebook, chosen)):
        with pytest.raises(FileRefused) as caught:
            read(file)
        assert is_a_sentence(caught.value)
    assert names(notebook) == ["Ayşe", "Baran"]
    assert not [one for one in notebook.directory.iterdir() if "incoming" in one.name]


@pytest.mark.some(2)
@pytest.mark.parametrize("case", PREPARED)
def test_a_rescue_takes_the_rows_and_leaves_the_rest(notebook: Profile, case: str) -> None:
    prepare(notebook.database, case)
    rescue.rescue(notebook)
    assert names(notebook) == ["Ayşe", "Baran"]
    with closing(connect(notebook.database, reading=True)) as raw:
        assert not raw.execute("SELECT 1 FROM sqlite_master WHERE name = 'extra' OR type = 'view'").fetchone()


def test_a_prepared_notebook_is_not_encrypted_as_it_is(notebook: Profile, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keys, "_COST", {"n": 2**10, "r": 8, "p": 1})
    prepare(notebook.database, "a trigger")
    with pytest.raises(AppError) as caught:
        secrecy.protect(notebook, "kırmızı şemsiye 7")
    assert is_a_sentence(caught.value)


def test_prepared_contents_of_files_are_damage(notebook: Profile, tmp_path: Path) -> None:
    source = tmp_path / "plan.txt"
    source.write_text("plan")
    with Database.open(notebook) as db:
        output_files.keep(db, source)
        backups.make_due(db, datetime.now(), anyhow=True)  # noqa: DTZ005 - the program's own clock is local
    assert damage_of(notebook.content_file, None) is None
    with closing(driver.connect(str(notebook.content_file))) as connection:
        connection.executescript("CREATE TRIGGER extra AFTER INSERT ON kept_file BEGIN DELETE FROM file_piece; END")
    found = damage_of(notebook.content_file, None)
    assert found is not None and is_a_sentence(found)
    with Database.open(notebook) as db, pytest.raises(AppError) as caught:
        output_files.keep(db, source)
    assert is_a_sentence(caught.value)


@pytest.mark.parametrize("writer", [True, False])
def test_no_connection_trusts_a_schema(notebook: Profile, writer: bool) -> None:
    with Database.open(notebook) as db:
        engine = db.writer_engine if writer else db.reader_engine
        with engine.connect() as connection:
            assert connection.exec_driver_sql("PRAGMA trusted_schema").scalar() == 0


def test_a_schema_that_is_no_text_is_damage(notebook: Profile) -> None:
    """What SQLite says of it has the same bytes, and the driver cannot read what SQLite says."""
    with closing(driver.connect(str(notebook.database))) as raw:
        raw.executescript(
            "PRAGMA writable_schema = ON; UPDATE sqlite_master SET name = CAST(x'80' AS TEXT), sql = 'CREATE TABLE ' "
            "WHERE name = 'draft'"
        )
    assert isinstance(Look(notebook.database).run(), Damaged)
    assert first_look(notebook.database, date(2026, 3, 14)) is None
    with pytest.raises(Damaged) as told:
        Database.open(notebook)
    is_a_sentence(told.value)
    with pytest.raises(AppError):
        contents(notebook.database)
    rescue.rescue(notebook)
    assert names(notebook) == ["Ayşe", "Baran"]
