"""Backups of a database on a server: a file that restores anywhere, and back."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from tests.unit.store.people import add_person, names
from tn_desktop.model.entities.base import METADATA
from tn_desktop.model.errors import PasswordNeeded, Refused
from tn_desktop.services import demo, erasure, records, safety, same_as, secrecy
from tn_desktop.services.checks import check_database
from tn_desktop.store.database import Database
from tn_desktop.store.places import profile_of
from tn_desktop.store.profile import Profile

pytestmark = pytest.mark.one_engine("postgresql")


def filled(db: Database) -> None:
    demo.fill(db, 60, 8, 3, date(2026, 3, 18))
    with db.write("change") as uow:
        records.change(uow, "people", 5, {"subject": "Müzik"})
        same_as.judge(uow, "people", 6, 7, "same")


def content(db: Database) -> dict[str, list[Any]]:
    """Every row of every table, but what is bound to a place."""
    with db.read() as connection:
        found = {
            table.name: [tuple(row) for row in connection.execute(select(table).order_by(*table.primary_key.columns))]
            for table in METADATA.sorted_tables
        }
    found["setting"] = [row for row in found["setting"] if not row[0].startswith("device")]
    return found


def test_a_backup_is_a_file_with_the_same_rows_and_comes_back(profile: Profile, tmp_path: Path) -> None:
    with Database.open(profile) as db:
        filled(db)
        before, first = content(db), db.device
        assert before["twin"]
        safety.backup(db, tmp_path / "office.db")
        assert [path.name for path in tmp_path.glob("office*")] == ["office.db"]
        add_person(db, "Sonradan")
    laptop = profile_of(tmp_path / "laptop", None)
    safety.restore(laptop, tmp_path / "office.db")
    with Database.open(laptop) as db:
        assert content(db) == before and db.device != first
        assert check_database(db) == []
        add_person(db, "Dizüstü")
        taken = content(db)
        safety.backup(db, tmp_path / "laptop.db")
    kept = safety.restore(profile, tmp_path / "laptop.db")
    assert kept is not None and kept.exists()
    with Database.open(profile) as db:
        assert content(db) == taken and db.device != first
        assert check_database(db) == []
        add_person(db, "Qonra")
        with db.read() as connection:
            assert records.listing(connection, "people", "qon")[0] == 1
            assert records.listing(connection, "people", "dizustu")[0] == 1


def test_a_restore_beside_others_is_refused_and_changes_nothing(profile: Profile, tmp_path: Path) -> None:
    with Database.open(profile) as db:
        add_person(db, "Ayşe")
        safety.backup(db, tmp_path / "office.db")
        add_person(db, "Ali")
        with pytest.raises(Refused, match="Others have these data open"):
            safety.restore(profile_of(tmp_path / "other", profile.server), tmp_path / "office.db")
        assert names(db) == ["Ali", "Ayşe"]


def test_whoever_was_erased_is_not_brought_back_by_a_backup(profile: Profile, tmp_path: Path) -> None:
    with Database.open(profile) as db:
        key = add_person(db, "Ayşe")
        add_person(db, "Ali")
        safety.backup(db, tmp_path / "office.db")
        erasure.erase_person(db, key, "2026-03-14", "")
        assert names(db) == ["Ali"]
    safety.restore(profile, tmp_path / "office.db")
    with Database.open(profile) as db:
        assert names(db) == ["Ali"]
        assert check_database(db) == []


def test_an_encrypted_backup_of_a_laptop_goes_to_a_server_with_its_passphrase(profile: Profile, tmp_path: Path) -> None:
    laptop, _recovery = secrecy.protect(profile_of(tmp_path / "laptop", None), "uzun bir parola tümcesi")
    with Database.open(laptop) as db:
        add_person(db, "Ayşe")
        safety.backup(db, tmp_path / "laptop.db")
    with pytest.raises(PasswordNeeded):
        safety.restore(profile, tmp_path / "laptop.db")
    safety.restore(profile, tmp_path / "laptop.db", "uzun bir parola tümcesi")
    with Database.open(profile) as db:
        assert names(db) == ["Ayşe"] and check_database(db) == []
    assert not list(profile.directory.glob("*.part*"))
