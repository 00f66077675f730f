"""Damaged data files: told at once, rescued as far as they can be read, the rest taken from the best backup."""

import shutil
from collections.abc import Callable
from contextlib import closing
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from tests.unit.store import damage
from tn_desktop.model.entities.base import table_of
from tn_desktop.model.entities.workshops import Workshop
from tn_desktop.model.errors import Cancelled, Damaged
from tn_desktop.services import backups, erasure, records, rescue, safety, same_as
from tn_desktop.services.checks import check_database
from tn_desktop.services.demo import fill
from tn_desktop.store.database import Database
from tn_desktop.store.device import read_device
from tn_desktop.store.profile import Profile
from tn_desktop.store.sqlite_file import connect

PEOPLE = 120


@pytest.fixture(params=["plain", "encrypted"])
def notebook(request: pytest.FixtureRequest, full: Callable[[str, int], Profile]) -> Profile:
    """A full notebook in a folder of its own."""
    return full(request.param, PEOPLE)


def counts(profile: Profile) -> dict[str, int]:
    with Database.open(profile) as db, db.read() as connection:
        return {name: records.listing(connection, name, limit=1)[0] for name in ("people", "attendance", "needs")}


def problems(profile: Profile) -> list[str]:
    with Database.open(profile) as db:
        return [problem.message for problem in check_database(db)]


def back_up(profile: Profile) -> Path:
    with Database.open(profile) as db:
        made = backups.make_due(db, datetime.now(), anyhow=True).backup  # noqa: DTZ005
    assert made is not None
    return made.file


def is_damaged(profile: Profile) -> bool:
    try:
        return bool(problems(profile))
    except Damaged:
        return True


@pytest.mark.some(2)
@pytest.mark.parametrize("kind", damage.KINDS)
def test_what_can_be_read_is_rescued_and_what_was_lost_is_told(notebook: Profile, kind: str) -> None:
    whole = counts(notebook)
    device = read_device(notebook.device_file)
    damage.apply(damage.KINDS[kind], notebook.database)
    hurt = notebook.database.read_bytes()
    assert is_damaged(notebook)
    # What a look at it may have changed is no matter here.
    notebook.database.write_bytes(hurt)
    told = rescue.rescue(notebook)
    assert told.kept is not None and told.kept.read_bytes() == hurt
    assert problems(notebook) == []
    now = counts(notebook)
    for name, before in whole.items():
        assert now[name] <= before
        if kind not in ("cut", "emptied"):
            missing = told.lost.get(name, 0) + told.waiting.get(name, 0)
            assert now[name] >= before - missing and now[name] > before // 2
    if kind == "header":
        assert now == whole and told.lost == {}
    new = read_device(notebook.device_file)
    assert device is not None and new is not None and new.device != device.device


@pytest.mark.some(1)
@pytest.mark.parametrize("kind", ["some pages", "cut", "emptied"])
def test_with_a_backup_nothing_is_lost_but_what_came_after_it(notebook: Profile, kind: str) -> None:
    whole = counts(notebook)
    file = back_up(notebook)
    damage.apply(damage.KINDS[kind], notebook.database)
    offer = rescue.best_backup(notebook)
    assert offer is not None and offer.backup.file == file and offer.contents.rows["person"] == whole["people"]
    told = rescue.rescue(notebook)
    assert counts(notebook) == whole and problems(notebook) == []
    assert told.lost == {}
    assert (told.backup == file) == bool(told.backed)


@pytest.mark.some(1)
@pytest.mark.parametrize("seed", range(4))
def test_damage_anywhere_leaves_a_sound_notebook(notebook: Profile, seed: int) -> None:
    damage.apply(damage.pages(seed, 1 + seed * 3, zeroed=bool(seed % 2)), notebook.database)
    rescue.rescue(notebook)
    assert problems(notebook) == []


@pytest.mark.some(1)
def test_a_log_that_is_lost_or_hurt_leaves_what_was_in_the_file(notebook: Profile, tmp_path: Path) -> None:
    copy = Profile(tmp_path / "killed", tmp_path / "killed" / "logs", key=notebook.key)
    with Database.open(notebook) as db:
        for number in range(30):
            with db.write("add") as uow:
                records.add(uow, "people", {"given_name": f"Ad {number}"})
        shutil.copytree(notebook.directory, copy.directory)
    log = copy.database.with_name(copy.database.name + "-wal")
    assert log.stat().st_size > damage.PAGE * 30
    log.write_bytes(log.read_bytes()[: log.stat().st_size // 2])
    told = rescue.rescue(copy)
    assert PEOPLE < counts(copy)["people"] < PEOPLE + 30 and problems(copy) == []
    assert told.lost == {}, "what never reached the disk is no loss that could be known"
    log.unlink(missing_ok=True)
    assert problems(copy) == []


@pytest.mark.some(1)
def test_a_file_that_is_gone_is_not_begun_anew(notebook: Profile) -> None:
    file = back_up(notebook)
    whole = counts(notebook)
    notebook.database.unlink()
    with pytest.raises(Damaged, match="gone"):
        Database.open(notebook)
    assert not notebook.database.exists()
    safety.restore(notebook, file)
    assert counts(notebook) == whole


@pytest.mark.some(1)
def test_the_best_backup_is_the_newest_that_is_sound(notebook: Profile) -> None:
    with Database.open(notebook) as db:
        now = datetime.now()  # noqa: DTZ005
        files = [backups.make_due(db, now + timedelta(hours=hour), anyhow=True).backup for hour in range(3)]
    first, second, third = (made.file for made in files if made is not None)
    third.write_bytes(damage.pages(5, 40)(bytearray(third.read_bytes())))
    second.write_bytes(b"")
    offer = rescue.best_backup(notebook)
    assert offer is not None and offer.backup.file == first


@pytest.mark.some(1)
def test_a_backup_of_another_notebook_fills_nothing(notebook: Profile, tmp_path: Path) -> None:
    other = Profile(tmp_path / "other", tmp_path / "other" / "logs", key=notebook.key)
    if notebook.key is not None:
        other.make()
        shutil.copy(notebook.key_file, other.key_file)
    with Database.open(other) as db:
        fill(db, 60, 4, 99, date(2026, 3, 14))
    file = back_up(other)
    notebook.backups.mkdir()
    shutil.copy(file, notebook.backups)
    damage.apply(damage.pages(2, 12), notebook.database)
    told = rescue.rescue(notebook)
    assert told.backed == {} and told.backup is None


@pytest.mark.parametrize("erased", [10, pytest.param(30, marks=pytest.mark.thorough)])
def test_whoever_was_erased_stays_erased(notebook: Profile, erased: int) -> None:
    file = back_up(notebook)
    with Database.open(notebook) as db:
        with db.read() as connection:
            rows = records.listing(connection, "people", limit=PEOPLE)[1]
            keys_ = [records.id_of(connection, "people", row["uid"]) for row in rows]
        for key in keys_[:erased]:
            erasure.erase_person(db, key, "2026-03-14", "")
    gone = {row["uid"] for row in rows[:erased]}
    damage.apply(damage.header, notebook.database)

    def left() -> set[str]:
        with Database.open(notebook) as db, db.read() as connection:
            return {row["uid"] for row in records.listing(connection, "people", limit=PEOPLE)[1]}

    hurt = notebook.database.read_bytes()
    safety.restore(notebook, file)
    assert not gone & left(), "a backup that does not know of the erasures, over a file that SQLite cannot open"
    notebook.database.write_bytes(damage.pages(7, 25)(bytearray(hurt)))
    rescue.rescue(notebook)
    assert not gone & left()


@pytest.mark.some(1)
def test_a_power_cut_between_the_two_files_is_put_right(notebook: Profile) -> None:
    whole = counts(notebook)
    notebook.database.rename(notebook.database.with_name(notebook.database.name + ".rescued"))
    assert counts(notebook) == whole


@pytest.mark.some(1)
def test_a_rescue_that_is_stopped_leaves_the_damaged_file_and_nothing_else(notebook: Profile) -> None:
    damage.apply(damage.header, notebook.database)
    hurt = notebook.database.read_bytes()

    def stop(done: int, _of: int) -> None:
        if done > 3:
            raise Cancelled("Stopped.")

    with pytest.raises(Cancelled):
        rescue.rescue(notebook, progress=stop)
    assert notebook.database.read_bytes() == hurt
    assert [file.name for file in notebook.directory.glob("*.rescued*")] == []


@pytest.mark.some(1)
@pytest.mark.parametrize("lost", ["twin", "workshop"])
def test_what_was_judged_the_same_is_one_again_with_the_state_of_all_its_sessions(notebook: Profile, lost: str) -> None:
    def states() -> set[tuple[str, str]]:
        table = table_of(Workshop)
        with Database.open(notebook) as db, db.read() as connection:
            rows = connection.execute(select(table.c.status, table.c.first_starts_at).where(table.c.id.in_((1, 2))))
            return {(row.status, row.first_starts_at) for row in rows}

    with Database.open(notebook) as db, db.write("judge") as uow:
        same_as.judge(uow, "workshops", 1, 2, "same")
    together = states()
    assert len(together) == 1
    back_up(notebook)
    with closing(connect(notebook.database, notebook.key)) as raw:
        root = raw.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (lost,)).fetchone()[0]
    damage.apply(damage.page(root), notebook.database)
    rescue.rescue(notebook)
    assert problems(notebook) == [] and states() == together
