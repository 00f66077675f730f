"""Backups that are made when they are due, copied to a second place, and cleared away."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tn_desktop.model.errors import FileRefused
from tn_desktop.services import backups, drafts, erasure, records, safety
from tn_desktop.services.backups import FOLDER, Backup, is_due, kept, make_due
from tn_desktop.services.drafts import Draft
from tn_desktop.store.backup import contents
from tn_desktop.store.database import Database
from tn_desktop.store.profile import Profile

NOW = datetime(2026, 3, 14, 12, 40)  # noqa: DTZ001 - local, as the program's own clock


def at(moment: datetime, size: int = 1) -> Backup:
    return Backup(Path(f"tn-desktop-{moment:%Y%m%d-%H%M%S}.db"), moment, size)


def written_now(db: Database, name: str) -> datetime:
    """Write something and give a moment after it."""
    with db.write("add") as uow:
        records.add(uow, "people", {"given_name": name})
    return datetime.now() + timedelta(seconds=1)  # noqa: DTZ005


def test_a_backup_is_due_an_hour_after_the_last_if_something_was_written() -> None:
    latest = at(NOW - timedelta(hours=2))
    assert is_due(None, NOW, NOW)
    assert is_due(latest, NOW - timedelta(minutes=5), NOW)
    assert not is_due(latest, NOW - timedelta(hours=3), NOW)
    assert not is_due(at(NOW - timedelta(minutes=30)), NOW, NOW)
    assert not is_due(None, None, NOW)


def test_a_backup_of_a_clock_that_ran_ahead_does_not_stop_the_next() -> None:
    assert is_due(at(NOW + timedelta(days=400)), NOW + timedelta(days=401), NOW)


def test_hours_of_a_day_days_of_a_month_months_of_a_year_stay() -> None:
    every_half_hour = [at(NOW - timedelta(minutes=30 * n)) for n in range(48 * 500)]
    stays = kept(every_half_hour, NOW, most_bytes=10**9)
    ages = [NOW - backup.made_at for backup in stays]
    hours = [age for age in ages if age < timedelta(days=1)]
    days = [age for age in ages if timedelta(days=1) <= age < timedelta(days=31)]
    months = [age for age in ages if age >= timedelta(days=31)]
    assert len({backup.made_at.strftime("%Y%m%d%H") for backup in stays[: len(hours)]}) in (24, 25)
    assert len(days) in (30, 31) and len(months) in (11, 12, 13)
    assert max(ages) < timedelta(days=366)
    assert stays[0].made_at == NOW


def test_the_size_is_bounded_but_the_latest_stay() -> None:
    files = [at(NOW - timedelta(days=n), size=100) for n in range(20)]
    assert [backup.made_at for backup in kept(files, NOW, most_bytes=550)] == [f.made_at for f in files[:5]]
    assert len(kept(files, NOW, most_bytes=10)) == backups.ALWAYS


def test_one_is_made_copied_and_reads_back(db: Database, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    now = written_now(db, "Ayşe")
    made = make_due(db, now, stick)
    assert made.backup is not None and made.trouble is None
    assert contents(made.backup.file).rows["person"] == 1
    assert [copy.size for copy in backups.backups_in(stick / FOLDER)] == [made.backup.size]
    assert make_due(db, now, stick).backup is None
    later = now + timedelta(hours=2)
    assert make_due(db, later, stick).backup is None, "nothing was written since"
    assert make_due(db, later, stick, anyhow=True).backup is not None
    assert len(backups.catalogue(db.profile, stick)) == 2


def test_a_stick_that_is_pulled_out_is_told_and_gets_its_copy_later(db: Database, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    now = written_now(db, "Ayşe")
    made = make_due(db, now, stick)
    assert made.backup is not None
    assert made.trouble is not None and str(stick) in str(made.trouble.values)
    stick.mkdir()
    assert make_due(db, now, stick).trouble is None
    assert len(backups.backups_in(stick / FOLDER)) == 1


def test_what_is_not_a_backup_is_left_alone(db: Database) -> None:
    db.profile.backups.mkdir()
    strange = db.profile.backups / "before-0002-20260101-101010.db"
    strange.write_bytes(b"kept")
    now = written_now(db, "Ayşe")
    for hour in range(30):
        make_due(db, now + timedelta(hours=hour), anyhow=True)
    assert strange.read_bytes() == b"kept"
    assert 24 <= len(backups.backups_in(db.profile.backups)) <= 27


def test_a_damaged_file_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "tn-desktop-20260314-101010.db"
    file.write_bytes(b"nothing of ours" * 100)
    with pytest.raises(FileRefused, match="damaged"):
        contents(file)


def test_a_backup_is_restored_with_what_it_held(profile: Profile) -> None:
    with Database.open(profile) as db:
        now = written_now(db, "Ayşe")
        made = make_due(db, now)
        written_now(db, "Ali")
    assert made.backup is not None
    safety.restore(profile, made.backup.file)
    with Database.open(profile) as db, db.read() as connection:
        assert [row["given_name"] for row in records.listing(connection, "people")[1]] == ["Ayşe"]


def test_a_backup_from_before_an_erasure_brings_nothing_of_the_person_back(profile: Profile) -> None:
    with Database.open(profile) as db:
        with db.write("add") as uow:
            person = records.add(uow, "people", {"given_name": "Zübeyde"}).subject
            field = drafts.Field("notes", "Notlar", "Zübeyde aranacak")
            kept = {"notes": "Zübeyde aranacak"}
            drafts.keep(uow, Draft("people/PersonForm", "Kişiler", "2026-03-14T12:00:00", (field,), {"key": 1}, kept))
        made = backups.make_due(db, datetime.now(), anyhow=True).backup  # noqa: DTZ005
        assert person is not None and made is not None
        erasure.erase_person(db, person, "2026-03-14", "")
    safety.restore(profile, made.file)
    with Database.open(profile) as db, db.read() as connection:
        assert records.listing(connection, "people")[1] == [] and drafts.drafts(connection) == []
    raw = profile.database.read_bytes()
    assert "Zübeyde".encode() not in raw and b"zubeyde" not in raw, "neither in a row, a draft nor the search index"
