"""Files that are chosen as a backup and are none, or not any more: refused in one sentence, with nothing changed."""

import random
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as driver

from tn_desktop.model.errors import AppError
from tn_desktop.model.messages import untranslated
from tn_desktop.services import records, safety
from tn_desktop.services.checks import check_database
from tn_desktop.store.backup import contents
from tn_desktop.store.database import Database
from tn_desktop.store.profile import Profile


@pytest.fixture
def good(profile: Profile, tmp_path: Path) -> Path:
    """A backup of one person; the profile then has another one too."""
    with Database.open(profile) as db:
        with db.write("add") as uow:
            records.add(uow, "people", {"given_name": "Ayşe"})
        safety.backup(db, tmp_path / "good.db")
        with db.write("add") as uow:
            records.add(uow, "people", {"given_name": "Baran"})
    return tmp_path / "good.db"


def people(profile: Profile) -> int:
    with Database.open(profile) as db, db.read() as connection:
        return records.listing(connection, "people")[0]


def change(statement: str, *, anew: bool = False) -> Callable[[Path], None]:
    def work(file: Path) -> None:
        if anew:
            file.unlink()
        with closing(driver.connect(str(file))) as connection:
            connection.executescript(statement)

    return work


FORGED: dict[str, Callable[[Path], object]] = {
    "nothing": lambda file: file.write_bytes(b""),
    "a text": lambda file: file.write_text("Ad;Soyad"),
    "noise": lambda file: file.write_bytes(random.Random(1).randbytes(50_000)),
    "noise after a true beginning": lambda file: file.write_bytes(
        b"SQLite format 3\0" + random.Random(2).randbytes(50_000)
    ),
    "cut off": lambda file: file.write_bytes(file.read_bytes()[:40_960]),
    "another database": change("CREATE TABLE person (id INTEGER)", anew=True),
    "tables of these names": change(
            "CREATE TABLE person(x); CREATE TABLE workshop_session(x); CREATE TABLE attendance(x);"
            "CREATE TABLE history(x); CREATE TABLE setting(x); CREATE TABLE alembic_version(version_num);",
        anew=True,
    ),
    "no version": change("DELETE FROM alembic_version"),
    "a number as its version": change("DROP TABLE alembic_version; CREATE TABLE alembic_version (version_num INTEGER);"
                                      "INSERT INTO alembic_version VALUES (3)"),
    "bytes as its version": change("UPDATE alembic_version SET version_num = x'ff00'"),
    "a version of the future": change("UPDATE alembic_version SET version_num = '9999'"),
}  # fmt: skip


@pytest.mark.some(4)
@pytest.mark.parametrize("case", FORGED)
def test_a_forged_backup_is_refused_and_the_data_stay(profile: Profile, good: Path, case: str) -> None:
    FORGED[case](good)
    with pytest.raises(AppError) as caught:
        safety.restore(profile, good)
    sentence = caught.value.text(untranslated)
    assert sentence.endswith(".") and "\n" not in sentence and "{" not in sentence
    assert people(profile) == 2
    assert not [file for file in profile.directory.iterdir() if "incoming" in file.name]


@pytest.mark.parametrize("stamp", ["'x'", "NULL", "5", "x'ff'", "'vvvvvvvvvvvvvvvvvvvvvvvv'"])
def test_what_a_forged_backup_says_of_itself_is_no_exception(good: Path, stamp: str) -> None:
    change(f"PRAGMA ignore_check_constraints=ON; UPDATE history SET stamp = {stamp} WHERE {stamp} IS NOT NULL")(good)
    try:
        assert contents(good).rows["person"] == 1
    except AppError as error:
        look_at(error)


def look_at(error: AppError) -> None:
    assert error.text(untranslated).endswith(".")


def test_backups_with_bits_turned_are_refused_or_sound(profile: Profile, good: Path) -> None:
    """What passes as a backup has to be one: whatever was restored is checked."""
    data = good.read_bytes()
    for seed in range(12):
        chance = random.Random(seed)
        damaged = bytearray(data)
        for _ in range(chance.randint(1, 40)):
            damaged[chance.randrange(100, len(damaged))] ^= 1 << chance.randrange(8)
        good.write_bytes(damaged)
        try:
            contents(good)
            safety.restore(profile, good)
            with Database.open(profile) as db:
                check_database(db)
        except AppError as error:
            look_at(error)
        assert people(profile) in (0, 1, 2)
