"""Stored files of every released schema are brought up to date with nothing lost (tests/data/databases)."""

import gzip
import json
import shutil
import threading
from pathlib import Path
from typing import Any

import pytest
import sqlcipher3.dbapi2 as driver

from tn_desktop.model.errors import StoreError
from tn_desktop.services import privacy_versions, records, settings
from tn_desktop.services.checks import check_database
from tn_desktop.store import backup, schema
from tn_desktop.store.database import Database
from tn_desktop.store.full_text import is_sound
from tn_desktop.store.profile import Profile
from tn_desktop.store.revision import HEAD
from tn_desktop.store.workshop_states import COLUMNS

OLD = sorted(Path(__file__).parents[2].joinpath("data", "databases").glob("schema-*.db.gz"))
NOT_DATA = ("_fts", "sqlite_", "alembic_")
WRITTEN = {"history", "history_row", "setting", "need"}
"""What this test itself adds to; a copied file also gets a device id of its own."""


def contents(file: Path) -> dict[str, list[tuple[object, ...]]]:
    """Table -> its rows in the order of their keys, as (column, value) pairs without those that are null."""
    raw = driver.connect(str(file))
    try:
        names = [row[0] for row in raw.execute("SELECT name FROM sqlite_master WHERE type='table' ORDER BY name")]
        found: dict[str, list[tuple[object, ...]]] = {}
        for name in names:
            if any(part in name for part in NOT_DATA):
                continue
            cursor = raw.execute(f'SELECT * FROM "{name}" ORDER BY 1')
            columns = [column[0] for column in cursor.description]
            found[name] = [
                tuple(sorted((c, v) for c, v in zip(columns, row, strict=True) if v is not None)) for row in cursor
            ]
        return found
    finally:
        raw.close()


def without_states(rows: list[tuple[object, ...]]) -> list[tuple[object, ...]]:
    """Workshops without what follows from their sessions."""
    return [tuple(pair for pair in row if pair[0] not in COLUMNS) for row in rows]  # type: ignore[index]


@pytest.mark.some(2)
@pytest.mark.parametrize("file", OLD, ids=lambda file: file.name.removesuffix(".db.gz"))
def test_an_old_file_is_backed_up_and_brought_up_to_date(file: Path, tmp_path: Path) -> None:
    profile = Profile.at(tmp_path / "profile")
    profile.make()
    with gzip.open(file) as packed, profile.database.open("wb") as unpacked:
        shutil.copyfileobj(packed, unpacked)
    before = contents(profile.database)
    assert before["person"] and before["attendance"] and before["history"]
    with Database.open(profile) as db:
        with db.read() as connection:
            revision = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
            total, found = records.listing(connection, "people", search="a", limit=5)
        assert revision == HEAD
        assert total >= len(found) > 0
        assert check_database(db) == []
        with db.write("add") as uow:
            records.add(uow, "needs", {"title": "Kalabalık sınıflar"})
    after = contents(profile.database)
    kept = before.keys() - WRITTEN
    if before.get("same_as"):
        # Since 0009 these follow from the sessions of all twins; that they do the check has seen.
        before["workshop"], after["workshop"] = map(without_states, (before["workshop"], after["workshop"]))
    assert {name: after[name] for name in kept} == {name: before[name] for name in kept}
    assert set(before.get("need", [])) < set(after["need"])
    assert [contents(backup)["person"] for backup in profile.backups.glob("before-*.db")] == [before["person"]]


def test_two_programs_bring_an_old_file_up_to_date_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A window and a command that watches a folder, both begun at login after the program was renewed."""
    profile = Profile.at(tmp_path / "profile")
    profile.make()
    with gzip.open(OLD[-1]) as packed, profile.database.open("wb") as unpacked:
        shutil.copyfileobj(packed, unpacked)
    before = contents(profile.database)["person"]
    ended: list[str] = []
    migrate, alone = schema._migrate, threading.Lock()

    def one_by_one(*given: Any) -> None:
        # Two programs have each an Alembic of their own; that of one process is for one thread.
        with alone:
            migrate(*given)

    def patiently() -> None:
        """On a machine with much to do the other one may take longer than anybody waits by herself."""

    def second() -> None:
        try:
            Database.open(profile, patiently).close()
            ended.append("well")
        except StoreError as error:
            ended.append(str(error))

    other = threading.Thread(target=second)

    def slow(copy: object) -> bool:
        if not other.ident:
            other.start()
            # All the time that the other one may need to meet this one here.
            other.join(1)
        return is_sound(copy)

    monkeypatch.setattr(backup, "is_sound", slow)
    monkeypatch.setattr(schema, "_migrate", one_by_one)
    with Database.open(profile, patiently) as db:
        assert check_database(db) == []
    other.join(180)
    assert ended == ["well"]
    assert {tuple(contents(file)["person"]) for file in profile.backups.iterdir()} == {tuple(before)}


def test_there_is_a_stored_file_of_every_schema_but_this_one() -> None:
    revisions = {f"{number:04}" for number in range(1, int(HEAD))}
    assert {file.name[len("schema-") :].removesuffix(".db.gz") for file in OLD} == revisions


def test_own_texts_that_were_a_setting_become_rows_that_travel(tmp_path: Path) -> None:
    profile = Profile.at(tmp_path / "profile")
    profile.make()
    with gzip.open(OLD[-1].with_name("schema-0007.db.gz")) as packed, profile.database.open("wb") as unpacked:
        shutil.copyfileobj(packed, unpacked)
    purposes = {name: f"{name}?" for name in ("contact", "photo_video", "sharing", "abroad")}
    words = {"notice": ["Bizim metnimiz.", "Yazın: {contact}"], "consent": "İster misiniz?", "purposes": purposes}
    version = "2026-01-05-ab12"
    kept = {"privacy-texts": [{"version": version, "made": "2026-01-05", "tr": words, "en": words}]}
    raw = driver.connect(str(profile.database))
    for key, value in (kept | {"privacy-version": version}).items():
        raw.execute("INSERT INTO setting VALUES (?, ?)", (key, json.dumps(value)))
    raw.commit()
    raw.close()
    with Database.open(profile) as db:
        with db.read() as connection:
            text = privacy_versions.text(connection, "tr")
            rows = connection.exec_driver_sql("SELECT lsn, (SELECT max(id) FROM history) FROM own_text").all()
            assert settings.get(connection, "privacy-texts") is None
        assert (text.version, list(text.notice), text.purposes) == (version, words["notice"], purposes)
        assert len(rows) == 2 and all(lsn == newest for lsn, newest in rows), "a file of changes takes them along"
        assert check_database(db) == []
