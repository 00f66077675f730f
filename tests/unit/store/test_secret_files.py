"""Files of outputs in an encrypted notebook and its backups: nobody finds them, and every backup brings them back."""

import os
import shutil
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from tn_desktop.model.errors import AppError
from tn_desktop.services import backups, output_files, records, safety, secrecy
from tn_desktop.services.checks import check_database
from tn_desktop.store import encrypting, keys
from tn_desktop.store.database import Database
from tn_desktop.store.file_store import FileStore
from tn_desktop.store.profile import CONTENT_FILE, Profile

PASSPHRASE, OTHER = "kırmızı şemsiye 7", "mavi bisiklet 12"
NAME, WORD = "Zübeyde planı.pdf", "Çınarlıbahçe’de bir öğretmenin notu"
CONTENT = (WORD * 20_000).encode()
WORDS = (WORD, "Zübeyde", "Zubeyde")
NOW = datetime.now()  # noqa: DTZ005 - local, as the program's own clock


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Guesses cost less here."""
    monkeypatch.setattr(keys, "_COST", {"n": 2**10, "r": 8, "p": 1})


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """The file on the desk, outside of the profile."""
    file = tmp_path / "desk" / NAME
    file.parent.mkdir()
    file.write_bytes(CONTENT)
    return file


def attach(db: Database, source: Path, title: str = "Kılavuz") -> str:
    kept = output_files.keep(db, source)
    with db.write("add") as uow:
        records.add(uow, "outputs", {"title": title, "file": kept})
    return kept


def found_in(folder: Path) -> list[str]:
    """Files in whose names or bytes one of the words stands, in any of the usual encodings."""
    found = []
    for file in sorted(folder.rglob("*")):
        raw = file.read_bytes() if file.is_file() else b""
        told = any(word.encode(code) in raw for word in WORDS for code in ("utf-8", "utf-16-le"))
        if told or any(word in file.name for word in WORDS):
            found.append(str(file.relative_to(folder)))
    return found


def contents(profile: Profile) -> list[bytes]:
    """What every output's file holds, as it is handed out."""
    out = profile.directory.parent / "handed out"
    with Database.open(profile) as db:
        assert check_database(db) == []
        with db.read() as connection:
            rows = records.listing(connection, "outputs")[1]
        held = []
        for row in rows:
            output_files.save(db, row["file"], out)
            held.append(out.read_bytes())
            out.unlink()
    return held


def test_a_stranger_with_every_file_finds_neither_name_nor_content(profile: Profile, source: Path) -> None:
    with Database.open(profile) as db:
        attach(db, source)
        backups.make_due(db, NOW, anyhow=True)
    assert {"files.db", "tn-desktop.db", "backups/files.db"} <= set(found_in(profile.directory))
    opened, _recovery = secrecy.protect(profile, PASSPHRASE)
    assert found_in(profile.directory) == []
    stick = profile.directory.parent / "stick"
    stick.mkdir()
    with Database.open(opened) as db:
        source.write_bytes(CONTENT + b"more")
        kept = attach(db, source, "İkincisi")
        backups.make_due(db, NOW + timedelta(hours=3), stick)
        safety.backup(db, stick / "yedek.db")
        assert (profile.directory / "tn-desktop.db-wal").stat().st_size > 0
        assert found_in(profile.directory) == [] == found_in(stick)
        copy = output_files.open_copy(db, kept)
        assert copy.read_bytes() == CONTENT + b"more"
    output_files.clear_opened(opened)
    assert found_in(profile.directory) == []
    assert sorted(contents(opened)) == [CONTENT, CONTENT + b"more"]


def test_files_of_the_old_place_do_not_stay_in_the_clear(profile: Profile) -> None:
    import hashlib

    folder = profile.old_files / hashlib.sha256(CONTENT).hexdigest()[:32]
    folder.mkdir(parents=True)
    (folder / NAME).write_bytes(CONTENT)
    with Database.open(profile) as db, db.write("add") as uow:
        records.add(uow, "outputs", {"title": "x", "file": f"{folder.name}/{NAME}"})
    folder.mkdir(parents=True)
    (folder / NAME).write_bytes(CONTENT)
    opened, _recovery = secrecy.protect(profile, PASSPHRASE)
    assert found_in(profile.directory) == []
    # A profile that was encrypted before: they go when it is opened.
    folder.mkdir(parents=True)
    (folder / NAME).write_bytes(CONTENT)
    assert contents(opened) == [CONTENT]
    assert found_in(profile.directory) == []


def test_a_power_cut_while_encrypting_leaves_the_files(
    profile: Profile, source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class PowerCutError(Exception):
        pass

    with Database.open(profile) as db:
        attach(db, source)
        backups.make_due(db, NOW, anyhow=True)
    plain = encrypting._put_in_place
    done: list[bool] = []

    def cut(*given: Any) -> None:
        if done:
            raise PowerCutError
        plain(*given)
        done.append(True)

    monkeypatch.setattr(encrypting, "_put_in_place", cut)
    with pytest.raises(PowerCutError):
        secrecy.protect(profile, PASSPHRASE)
    monkeypatch.undo()
    monkeypatch.setattr(keys, "_COST", {"n": 2**10, "r": 8, "p": 1})
    assert CONTENT_FILE in found_in(profile.directory)
    opened = secrecy.unlock(profile, PASSPHRASE)
    assert contents(opened) == [CONTENT]
    assert found_in(profile.directory) == [], "what was left in the clear is encrypted at the next opening"


def test_the_files_lie_once_beside_many_backups_and_come_back_from_there(profile: Profile, source: Path) -> None:
    source.write_bytes(os.urandom(3_000_000))
    with Database.open(profile) as db:
        attach(db, source)
        for hours in range(4):
            backups.make_due(db, NOW + timedelta(hours=hours), anyhow=True)
    made = backups.backups_in(profile.backups)
    assert len(made) == 4 and all(backup.size < 2_000_000 for backup in made)
    assert (profile.backups / CONTENT_FILE).stat().st_size < 4_000_000
    # The disk lost the files, and the data with them.
    profile.content_file.unlink()
    profile.database.unlink()
    safety.restore(profile, made[0].file)
    assert contents(profile) == [source.read_bytes()]


def test_beside_backups_a_file_stays_as_long_as_one_may_lead_to_it(profile: Profile, source: Path) -> None:
    with Database.open(profile) as db:
        attach(db, source)
        backups.make_due(db, NOW, anyhow=True)
        db.files.remove(list(db.files.all()))
        beside = FileStore.at(profile.backups / CONTENT_FILE)
        for days in (1, 300, 390):
            backups.make_due(db, NOW + timedelta(days=days), anyhow=True)
            assert len(beside.all()) == 1
        backups.make_due(db, NOW + timedelta(days=401), anyhow=True)
        assert beside.all() == {}


def other_laptop(tmp_path: Path, passphrase: str) -> Profile:
    other = Profile.at(tmp_path / "other")
    (tmp_path / "desk" / "b.pdf").write_bytes(b"of the other")
    with Database.open(other) as db:
        attach(db, tmp_path / "desk" / "b.pdf")
        backups.make_due(db, NOW, anyhow=True)
    return secrecy.protect(other, passphrase)[0] if passphrase else other


@pytest.mark.some(1)
@pytest.mark.parametrize("own", ["", PASSPHRASE])
@pytest.mark.parametrize("others", ["", OTHER])
def test_a_backup_in_one_file_brings_them_to_any_laptop(
    profile: Profile, source: Path, tmp_path: Path, own: str, others: str
) -> None:
    if own:
        profile = secrecy.protect(profile, own)[0]
    stick = tmp_path / "stick"
    stick.mkdir()
    with Database.open(profile) as db:
        attach(db, source)
        safety.backup(db, stick / "yedek.db")
    other = other_laptop(tmp_path, others)
    safety.restore(other, stick / "yedek.db", own)
    if own:
        other = secrecy.unlock(other, own)
    assert contents(other) == [CONTENT]
    if own or others:
        assert [name for name in found_in(other.directory) if not name.startswith("backups")] == []
    # Its data are as small as those that the backup was made of, and the next backup is one again.
    assert other.database.stat().st_size < profile.database.stat().st_size + len(CONTENT) // 2
    with Database.open(other) as db:
        again = backups.make_due(db, NOW + timedelta(days=1), anyhow=True).backup
    assert again is not None
    other.content_file.unlink()
    safety.restore(other, again.file)
    assert contents(other) == [CONTENT]


def test_a_second_place_of_another_notebook_is_not_written_over(profile: Profile, source: Path, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    with Database.open(profile) as db:
        attach(db, source)
        backups.make_due(db, NOW, stick, anyhow=True)
    other = other_laptop(tmp_path, OTHER)
    (stick / backups.FOLDER / CONTENT_FILE).unlink()
    shutil.copy(other.content_file, stick / backups.FOLDER / CONTENT_FILE)
    with Database.open(profile) as db:
        made = backups.make_due(db, NOW + timedelta(hours=2), stick, anyhow=True)
    assert made.trouble is None
    names = sorted(file.name for file in (stick / backups.FOLDER).glob("files*.db"))
    assert names == ["files-other.db", "files.db"]
    assert len(FileStore.at(stick / backups.FOLDER / CONTENT_FILE).all()) == 1


def test_a_backup_that_cannot_hold_the_files_is_none(
    profile: Profile, source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def damage(_self: FileStore, _digest: str) -> Callable[[], None]:
        raise AppError("damaged")

    with Database.open(profile) as db:
        attach(db, source)
        monkeypatch.setattr(FileStore, "read", damage)
        with pytest.raises(AppError, match="damaged"):
            safety.backup(db, tmp_path / "yedek.db")
    assert list(tmp_path.glob("yedek*")) == []


def test_a_damaged_store_keeps_neither_backups_nor_a_restore_from_being_made(profile: Profile, source: Path) -> None:
    with Database.open(profile) as db:
        attach(db, source)
        made = backups.make_due(db, NOW, anyhow=True).backup
    assert made is not None
    profile.content_file.write_bytes(b"SQLite format 3\0" + os.urandom(20_000))
    with Database.open(profile) as db:
        again = backups.make_due(db, NOW + timedelta(hours=2), anyhow=True)
    assert again.backup is not None and again.trouble is not None
    safety.restore(profile, made.file)
    assert contents(profile) == [CONTENT]
    assert (profile.directory / "files.damaged").exists()


@pytest.mark.one_engine("postgresql")
def test_a_servers_backup_has_them_and_they_go_back(profile: Profile, source: Path, tmp_path: Path) -> None:
    with Database.open(profile) as db:
        attach(db, source)
        safety.backup(db, tmp_path / "office.db")
    laptop = Profile.at(tmp_path / "laptop")
    safety.restore(laptop, tmp_path / "office.db")
    assert contents(laptop) == [CONTENT]
    with Database.open(laptop) as db:
        source.write_bytes(b"later")
        attach(db, source, "Sonraki")
        safety.backup(db, tmp_path / "laptop.db")
    safety.restore(profile, tmp_path / "laptop.db")
    assert len(contents(profile)) == 2
