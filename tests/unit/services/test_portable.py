"""A notebook on a stick: encrypted from its first byte, one writer on whatever laptop, another where it is copied."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tn_desktop.model.errors import Cancelled, Refused
from tn_desktop.services import portable, records, safety, secrecy
from tn_desktop.services.checks import check_database
from tn_desktop.store import device, keys
from tn_desktop.store.database import Database
from tn_desktop.store.device import read_device
from tn_desktop.store.profile import Profile
from tn_desktop.store.volume import Volume, volume_of

PASSPHRASE = "kırmızı şemsiye 7"
NAME = "Zübeyde"


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keys, "_COST", {"n": 2**10, "r": 8, "p": 1})


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


@pytest.fixture
def notebook(profile: Profile) -> Iterator[Database]:
    with Database.open(profile) as db:
        with db.write("add") as uow:
            records.add(uow, "people", {"given_name": NAME})
        yield db


def names(profile: Profile) -> list[str]:
    with Database.open(profile) as db, db.read() as connection:
        return [row["given_name"] for row in records.listing(connection, "people")[1]]


def quiet(_done: int, _of: int) -> None:
    """Nobody listens."""


def holds_the_name(folder: Path) -> list[Path]:
    return [file for file in folder.rglob("*") if file.is_file() and NAME.encode() in file.read_bytes()]


def id_of(profile: Profile) -> str:
    Database.open(profile).close()
    held = read_device(profile.device_file)
    assert held is not None
    return held.device


def test_a_copy_of_an_unencrypted_notebook_is_encrypted_and_gets_a_recovery_key(
    notebook: Database, stick: Path
) -> None:
    steps: list[int] = []
    made, recovery = portable.make_copy(notebook, stick, PASSPHRASE, lambda done, _of: steps.append(done))
    assert steps == [0, 1, 2, 3] and made.portable and len(recovery.split("-")) == 8
    assert holds_the_name(stick) == []
    assert not (notebook.profile.directory / "portable.part").exists()
    assert names(secrecy.unlock(replace(made, key=None), PASSPHRASE)) == [NAME]
    with Database.open(made) as db:
        assert check_database(db) == []
        assert db.device != notebook.device


def test_a_copy_of_an_encrypted_notebook_keeps_its_passphrase(profile: Profile, stick: Path) -> None:
    opened, _recovery = secrecy.protect(profile, PASSPHRASE)
    with Database.open(opened) as db:
        with db.write("add") as uow:
            records.add(uow, "people", {"given_name": NAME})
        made, recovery = portable.make_copy(db, stick, "", quiet)
    assert recovery == "" and holds_the_name(stick) == []
    assert names(secrecy.unlock(replace(made, key=None), PASSPHRASE)) == [NAME]


def test_a_new_one_is_empty_and_encrypted(stick: Path) -> None:
    made, recovery = portable.make_new(stick, PASSPHRASE)
    assert recovery and made.portable and secrecy.is_protected(made)
    assert names(made) == []
    assert portable.place_in(stick).directory == portable.place_in(stick / portable.FOLDER).directory


def test_what_is_refused_or_stopped_leaves_nothing(notebook: Database, stick: Path) -> None:
    with pytest.raises(Refused, match="short"):
        portable.make_copy(notebook, stick, "kısa", quiet)
    with pytest.raises(Refused, match="Plug"):
        portable.make_copy(notebook, stick / "gone", PASSPHRASE, quiet)
    for step in range(4):

        def stop(done: int, _of: int, step: int = step) -> None:
            if done == step:
                raise Cancelled("Stopped.")

        with pytest.raises(Cancelled):
            portable.make_copy(notebook, stick, PASSPHRASE, stop)
        assert list(stick.iterdir()) == [] and not (notebook.profile.directory / "portable.part").exists()
    portable.make_new(stick, PASSPHRASE)
    with pytest.raises(Refused, match="already"):
        portable.make_copy(notebook, stick, PASSPHRASE, quiet)


def test_the_stick_is_one_writer_on_every_laptop_and_a_copy_another(
    stick: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def on(machine: str, number: str, root: Path) -> None:
        monkeypatch.setattr(device, "_machine_id", lambda: machine)
        monkeypatch.setattr(device, "volume_of", lambda _folder: Volume(number, root))

    on("first", "ABCD-1234", stick)
    made, _recovery = portable.make_new(stick, PASSPHRASE)
    writer = id_of(made)
    # Another laptop mounts it elsewhere.
    moved = tmp_path / "media" / "E"
    moved.parent.mkdir()
    stick.rename(moved)
    there = replace(portable.place_in(moved), key=made.key)
    on("second", "ABCD-1234", moved)
    assert id_of(there) == writer
    # A copy beside it, on another medium, or on a laptop's disk, is another writer; the stick stays what it is.
    shutil.copytree(there.directory, moved / "copy")
    assert id_of(replace(Profile.at(moved / "copy"), key=made.key)) != writer
    elsewhere = tmp_path / "other"
    shutil.copytree(moved, elsewhere)
    on("second", "9999-0000", elsewhere)
    assert id_of(replace(portable.place_in(elsewhere), key=made.key)) != writer
    on("third", "ABCD-1234", moved)
    assert id_of(there) == writer
    # A backup put back onto it is another one too.
    with Database.open(there) as db:
        safety.backup(db, tmp_path / "yedek.db")
    safety.restore(there, tmp_path / "yedek.db")
    assert id_of(there) != writer


def test_where_the_medium_is_not_told_the_machine_binds(stick: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(device, "volume_of", lambda _folder: None)
    made, _recovery = portable.make_new(stick, PASSPHRASE)
    writer = id_of(made)
    assert id_of(made) == writer
    monkeypatch.setattr(device, "_machine_id", lambda: "another")
    assert id_of(made) != writer


def test_a_medium_tells_the_same_twice(tmp_path: Path) -> None:
    volume = volume_of(tmp_path)
    assert volume == volume_of(tmp_path)
    assert volume is None or tmp_path.resolve().is_relative_to(volume.root)
