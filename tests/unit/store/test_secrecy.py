"""An encrypted profile: what opens it, what a stranger with its files sees, and what a power cut leaves."""

import json
import os
import subprocess
import sys
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tn_desktop.model.errors import Cancelled, FileRefused, Locked, PasswordNeeded, Refused, StoreError
from tn_desktop.services import backups, output_files, records, safety, secrecy
from tn_desktop.services.checks import check_database
from tn_desktop.services.first_look import first_look
from tn_desktop.store import encrypting, keys
from tn_desktop.store.database import Database
from tn_desktop.store.file_kind import is_plain
from tn_desktop.store.keys import WrongPassphrase
from tn_desktop.store.profile import Profile

PASSPHRASE = "kırmızı şemsiye 7"
NAME, SCHOOL, PHONE = "Zübeyde", "Çınarlıbahçe Ortaokulu", "5321234567"
WORDS = ("Zübeyde", "zubeyde", "Çınarlıbahçe", "cinarlibahce", PHONE)


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Guesses cost less here; that they cost something is a test of its own."""
    monkeypatch.setattr(keys, "_COST", {"n": 2**10, "r": 8, "p": 1})


def add(db: Database, name: str = NAME) -> None:
    with db.write("add") as uow:
        records.add(uow, "people", {"given_name": name, "institution": SCHOOL, "phone": f"0{PHONE}"})


def names(profile: Profile) -> list[str]:
    with Database.open(profile) as db, db.read() as connection:
        return [row["given_name"] for row in records.listing(connection, "people")[1]]


def found_in(folder: Path) -> dict[str, list[str]]:
    """File -> which of the words stand in its bytes, in any of the usual encodings."""
    found = {}
    for file in folder.rglob("*"):
        if file.is_file():
            raw = file.read_bytes()
            told = [word for word in WORDS for code in ("utf-8", "utf-16-le") if word.encode(code) in raw]
            if told:
                found[str(file.relative_to(folder))] = told
    return found


def test_a_stranger_with_every_file_of_the_profile_finds_no_name(profile: Profile) -> None:
    with Database.open(profile) as db:
        add(db)
        backups.make_due(db, datetime.now(), anyhow=True)  # noqa: DTZ005
    assert found_in(profile.directory), "unencrypted, the words are there to be found"
    opened, _recovery = secrecy.protect(profile, PASSPHRASE)
    assert found_in(profile.directory) == {}
    with Database.open(opened) as db:
        add(db, "Zübeyde Nur")
        with db.read() as connection:
            assert records.listing(connection, "people", search="zubey")[0] == 2
        backups.make_due(db, datetime.now() + timedelta(hours=3))  # noqa: DTZ005
        assert (profile.directory / "tn-desktop.db-wal").stat().st_size > 0
        assert found_in(profile.directory) == {}, "the write-ahead log and the backup are encrypted as well"
        assert check_database(db) == []
    assert found_in(profile.directory) == {}
    assert names(opened) == [NAME, "Zübeyde Nur"]


def test_it_opens_with_its_passphrase_alone(profile: Profile) -> None:
    with Database.open(profile) as db:
        add(db)
    secrecy.protect(profile, PASSPHRASE)
    with pytest.raises(Locked, match="passphrase"):
        Database.open(profile)
    with pytest.raises(WrongPassphrase):
        secrecy.unlock(profile, PASSPHRASE + " ")
    assert names(secrecy.unlock(profile, PASSPHRASE)) == [NAME]
    wrong = replace(profile, key=keys.DataKey(bytes(48)))
    with pytest.raises(StoreError, match="damaged or encrypted"):
        Database.open(wrong)
    assert first_look(profile.database, datetime.now().date()) is None  # noqa: DTZ005


def test_a_passphrase_is_the_same_however_the_keyboard_composes_it(profile: Profile) -> None:
    secrecy.protect(profile, "şemsiyeli gün")
    assert secrecy.unlock(profile, "s\u0327emsiyeli gu\u0308n").key is not None


def test_the_recovery_key_opens_it_and_sets_a_new_passphrase(profile: Profile) -> None:
    with Database.open(profile) as db:
        add(db)
    _opened, recovery = secrecy.protect(profile, PASSPHRASE)
    typed = recovery.lower().replace("-", " ")
    with pytest.raises(WrongPassphrase):
        secrecy.unlock_by_recovery(profile, typed[:-1] + ("2" if typed[-1] != "2" else "3"), "yeni parola 12")
    opened = secrecy.unlock_by_recovery(profile, typed, "yeni parola 12")
    assert names(opened) == [NAME]
    with pytest.raises(WrongPassphrase):
        secrecy.unlock(profile, PASSPHRASE)
    renewed = secrecy.renew_recovery_key(opened)
    with pytest.raises(WrongPassphrase):
        secrecy.unlock_by_recovery(profile, recovery, "başka parola")
    assert names(secrecy.unlock_by_recovery(profile, renewed, "başka parola")) == [NAME]


def test_a_new_passphrase_opens_older_backups_too(profile: Profile) -> None:
    opened, _recovery = secrecy.protect(profile, PASSPHRASE)
    with Database.open(opened) as db:
        add(db)
        made = backups.make_due(db, datetime.now(), anyhow=True).backup  # noqa: DTZ005
        add(db, "Sonradan")
    assert made is not None
    secrecy.change_passphrase(opened, "bambaşka bir parola")
    again = secrecy.unlock(profile, "bambaşka bir parola")
    safety.restore(again, made.file)
    assert names(again) == [NAME]


def test_encrypting_can_be_stopped_and_leaves_everything_as_it_was(profile: Profile) -> None:
    with Database.open(profile) as db:
        add(db)
    asked: list[int] = []

    def stop() -> bool:
        asked.append(1)
        return len(asked) > 3  # in the middle of it

    with pytest.raises(Cancelled):
        secrecy.protect(profile, PASSPHRASE, None, stop)
    assert asked and names(profile) == [NAME]
    assert not secrecy.is_protected(profile) and not profile.key_file.exists()
    assert not list(profile.directory.glob("*.encrypting*"))
    opened, _recovery = secrecy.protect(profile, PASSPHRASE, None, lambda: False)
    assert names(opened) == [NAME]


def test_the_contents_of_files_can_be_stopped_too_and_the_progress_is_told(profile: Profile, tmp_path: Path) -> None:
    plan = tmp_path / "plan.bin"
    plan.write_bytes(os.urandom(9 << 20))
    with Database.open(profile) as db:
        add(db)
        output_files.keep(db, plan)
    began: list[float] = []
    told: list[tuple[int, int]] = []

    def stop() -> bool:
        made = profile.content_file.with_name(profile.content_file.name + ".encrypting")
        if made.exists():
            began.append(1)
        return len(began) > 3

    with pytest.raises(Cancelled):
        secrecy.protect(profile, PASSPHRASE, None, stop)
    assert began, "it was stopped while the contents of files were being encrypted"
    assert not secrecy.is_protected(profile) and not profile.key_file.exists()
    assert not list(profile.directory.glob("*.encrypting*")) and names(profile) == [NAME]
    opened, _recovery = secrecy.protect(profile, PASSPHRASE, lambda done, of: told.append((done, of)))
    assert names(opened) == [NAME] and not is_plain(profile.content_file)
    assert told == sorted(told) and len(told) > 3 and told[-1][0] <= told[-1][1]


@pytest.mark.thorough
@pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are forked to be killed")
def test_a_kill_at_any_moment_leaves_one_passphrase_that_opens_everything(profile: Profile, tmp_path: Path) -> None:
    plan = tmp_path / "plan.bin"
    plan.write_bytes(os.urandom(1 << 20))
    with Database.open(profile) as db:
        add(db)
        kept = output_files.keep(db, plan)
        with db.write("add") as uow:
            records.add(uow, "outputs", {"title": "Plan", "file": kept})
        backups.make_due(db, datetime.now(), anyhow=True)  # noqa: DTZ005
    killed = subprocess.run(
        [sys.executable, "-m", "tests.unit.store.killed_encrypting", str(profile.directory), str(tmp_path / "killed")],
        check=True,
        capture_output=True,
        text=True,
    )
    moments = [Path(line) for line in killed.stdout.splitlines()]
    assert len(moments) > 12
    protected = 0
    for folder in moments:
        left = Profile.at(folder)
        # Between the two renamings there is no data file at all; whoever opens them puts it in its place.
        encrypting.finish(left)
        if secrecy.is_protected(left):
            left = secrecy.unlock(left, PASSPHRASE)
            protected += 1
        with Database.open(left) as db:
            assert output_files.is_here(db, kept) and check_database(db) == []
        assert names(left) == [NAME]
        whole = not secrecy.is_protected(left)
        assert all(is_plain(file) == whole for file in (left.database, left.content_file))
        assert not [one for one in left.directory.iterdir() if one.name.endswith((".encrypting", ".plain"))]
        # What was begun and undone can be done again.
        if whole:
            again, _recovery = secrecy.protect(left, "bambaşka bir parola")
            assert names(again) == [NAME]
    assert 0 < protected < len(moments)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are forked to be killed")
def test_a_kill_while_the_passphrase_is_changed_leaves_exactly_one(profile: Profile, tmp_path: Path) -> None:
    opened, _recovery = secrecy.protect(profile, PASSPHRASE)
    with Database.open(opened) as db:
        add(db)
        backups.make_due(db, datetime.now(), anyhow=True)  # noqa: DTZ005
    killed = subprocess.run(
        [
            *(sys.executable, "-m", "tests.unit.store.killed_encrypting"),
            *(str(profile.directory), str(tmp_path / "killed"), "mavi bisiklet 12"),
        ],
        check=True,
        capture_output=True,
        text=True,
    )
    opening = []
    for line in killed.stdout.splitlines():
        left, opens = Profile.at(Path(line)), []
        for passphrase in (PASSPHRASE, "mavi bisiklet 12"):
            with suppress(WrongPassphrase):
                assert names(secrecy.unlock(left, passphrase)) == [NAME]
                opens.append(passphrase)
        assert len(opens) == 1
        opening += opens
    assert set(opening) == {PASSPHRASE, "mavi bisiklet 12"}


def test_short_passphrases_are_refused_and_change_nothing(profile: Profile) -> None:
    with pytest.raises(Refused, match="short"):
        secrecy.protect(profile, "kısa")
    assert not profile.key_file.exists() and not secrecy.is_protected(profile)


def test_a_guess_costs_time_and_memory() -> None:
    cost = {"n": 2**16, "r": 8, "p": 1}
    assert json.loads(json.dumps(cost)) == cost
    assert 128 * cost["n"] * cost["r"] == 64 * 2**20


def test_the_key_file_says_nothing_by_itself_and_its_loss_is_told(profile: Profile) -> None:
    secrecy.protect(profile, PASSPHRASE)
    held = json.loads(profile.key_file.read_text())
    assert PASSPHRASE not in profile.key_file.read_text() and held["passphrase"]["kdf"] == "scrypt"
    held["passphrase"]["key"] = held["recovery"]["key"]
    profile.key_file.write_text(json.dumps(held))
    with pytest.raises(WrongPassphrase):
        secrecy.unlock(profile, PASSPHRASE)
    profile.key_file.write_text("{}")
    with pytest.raises(StoreError, match="backups"):
        secrecy.unlock(profile, PASSPHRASE)


@pytest.mark.parametrize("stop", ["copy", "compare", "replace"])
def test_a_power_cut_while_encrypting_leaves_the_data(
    profile: Profile, monkeypatch: pytest.MonkeyPatch, stop: str
) -> None:
    class PowerCutError(Exception):
        pass

    def cut(*_given: object) -> None:
        raise PowerCutError

    with Database.open(profile) as db:
        add(db)
    monkeypatch.setattr(encrypting, {"copy": "_copy", "compare": "_compare", "replace": "wipe"}[stop], cut)
    monkeypatch.setattr(encrypting, "remove", lambda _file: None)
    with pytest.raises(PowerCutError):
        secrecy.protect(profile, PASSPHRASE)
    monkeypatch.undo()
    opened = secrecy.unlock(profile, PASSPHRASE) if secrecy.is_protected(profile) else profile
    assert names(opened) == [NAME]
    if opened.key is not None:
        assert found_in(profile.directory) == {}, "what was left of the unencrypted file is gone at the next start"


def test_a_power_cut_between_the_two_files_is_put_right(profile: Profile) -> None:
    with Database.open(profile) as db:
        add(db)
    plain = profile.database.read_bytes()
    secrecy.protect(profile, PASSPHRASE)
    profile.database.rename(profile.database.with_name("tn-desktop.db.encrypting"))
    profile.database.with_name("tn-desktop.db.plain").write_bytes(plain)
    assert names(secrecy.unlock(profile, PASSPHRASE)) == [NAME]
    assert found_in(profile.directory) == {}


def test_a_backup_opens_on_another_laptop_with_its_passphrase(profile: Profile, tmp_path: Path) -> None:
    opened, _recovery = secrecy.protect(profile, PASSPHRASE)
    stick = tmp_path / "stick"
    stick.mkdir()
    with Database.open(opened) as db:
        add(db)
        safety.backup(db, stick / "yedek.db")
    other = Profile.at(tmp_path / "other")
    with Database.open(other) as db:
        add(db, "Öteki")
    with pytest.raises(PasswordNeeded):
        safety.restore(other, stick / "yedek.db")
    with pytest.raises(WrongPassphrase):
        safety.restore(other, stick / "yedek.db", "yanlış parola")
    assert names(other) == ["Öteki"]
    kept = safety.restore(other, stick / "yedek.db", PASSPHRASE)
    assert names(secrecy.unlock(other, PASSPHRASE)) == [NAME]
    assert kept is not None and "Öteki".encode() not in kept.read_bytes()


def test_an_older_backup_without_passphrase_is_encrypted_on_its_way_back(profile: Profile, tmp_path: Path) -> None:
    with Database.open(profile) as db:
        add(db)
        safety.backup(db, tmp_path / "eski.db")
    opened, _recovery = secrecy.protect(profile, PASSPHRASE)
    safety.restore(opened, tmp_path / "eski.db")
    assert found_in(profile.directory) == {}
    assert names(opened) == [NAME]


def test_a_damaged_encrypted_backup_is_refused(profile: Profile, tmp_path: Path) -> None:
    opened, _recovery = secrecy.protect(profile, PASSPHRASE)
    with Database.open(opened) as db:
        add(db)
        safety.backup(db, tmp_path / "yedek.db")
    raw = bytearray((tmp_path / "yedek.db").read_bytes())
    raw[5000] ^= 1
    (tmp_path / "yedek.db").write_bytes(bytes(raw))
    with pytest.raises(FileRefused):
        safety.restore(opened, tmp_path / "yedek.db")
    assert names(opened) == [NAME]
