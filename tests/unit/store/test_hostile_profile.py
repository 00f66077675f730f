"""A notebook that somebody prepared: pipes, folders, links and nonsense in the place of its files are a sentence."""

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tn_desktop.model.errors import StoreError
from tn_desktop.model.messages import untranslated
from tn_desktop.services import records, secrecy
from tn_desktop.store import keys
from tn_desktop.store.database import Database
from tn_desktop.store.profile import Profile

SMALL = ("keys.json", "device.json", "portable.json", "window.ini")
FILES = (*SMALL, "tn-desktop.db", "files.db")
posix = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes in folders")


def refused(profile: Profile, name: str) -> None:
    """The profile is refused with the name of the file, before anything of it is read."""
    for step in (profile.check, profile.make, lambda: Database.open(profile)):
        with pytest.raises(StoreError, match="not what the program puts there") as told:
            step()
        assert name in told.value.text(untranslated)


@posix
@pytest.mark.parametrize("name", FILES)
def test_a_pipe_that_would_be_waited_at_for_ever(tmp_path: Path, name: str) -> None:
    os.mkfifo(tmp_path / name)
    refused(Profile.at(tmp_path), name)


@pytest.mark.parametrize("name", FILES)
def test_a_folder_in_the_place_of_a_file(tmp_path: Path, name: str) -> None:
    (tmp_path / name).mkdir()
    refused(Profile.at(tmp_path), name)


@pytest.mark.parametrize("name", SMALL)
def test_settings_of_any_size(tmp_path: Path, name: str) -> None:
    with (tmp_path / name).open("wb") as opened:
        opened.truncate(3 << 30)  # takes no room on the disk, and would take all memory
    refused(Profile.at(tmp_path), name)


@posix
@pytest.mark.parametrize("name", ["tn-desktop.db", "files.db", "keys.json", "device.json", "window.ini"])
def test_a_link_out_of_a_notebook_that_is_carried_along(tmp_path: Path, name: str) -> None:
    outside, folder = tmp_path / "hers.txt", tmp_path / "stick"
    folder.mkdir()
    outside.write_text("untouched")
    (folder / "portable.json").write_text("{}")
    (folder / name).symlink_to(outside)
    refused(Profile.at(folder), name)
    assert outside.read_text() == "untouched"


@posix
@pytest.mark.parametrize("name", ["backups", "logs", "temp", "opened"])
def test_a_folder_that_leads_out_of_a_notebook_that_is_carried_along(tmp_path: Path, name: str) -> None:
    outside, folder = tmp_path / "hers", tmp_path / "stick"
    folder.mkdir()
    outside.mkdir()
    (folder / "portable.json").write_text("{}")
    (folder / name).symlink_to(outside)
    refused(Profile.at(folder), name)
    assert list(outside.iterdir()) == []


def test_on_her_own_laptop_she_may_keep_backups_elsewhere(tmp_path: Path) -> None:
    elsewhere, folder = tmp_path / "disk", tmp_path / "profile"
    elsewhere.mkdir()
    folder.mkdir()
    try:
        (folder / "backups").symlink_to(elsewhere)
    except OSError:
        pytest.skip("links need rights here")
    with Database.open(Profile.at(folder)) as db, db.write("add") as uow:
        records.add(uow, "people", {"given_name": "Ada"})


@pytest.mark.parametrize(
    "change",
    [
        lambda held: held["passphrase"].update(p=100_000),
        lambda held: held["passphrase"].update(n=2**40),
        lambda held: held["passphrase"].update(n="viele"),
        lambda held: held.update(passphrase=[]),
        lambda held: held["passphrase"].update(salt="ç" * 100),
        lambda held: held["passphrase"].update(key=""),
    ],
)
def test_a_key_file_that_asks_for_hours_or_holds_nonsense(
    profile: Profile, change: Callable[[dict[str, dict[str, object]]], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keys, "_COST", {"n": 2**10, "r": 8, "p": 1})
    secrecy.protect(profile, "kırmızı şemsiye 7")
    held = json.loads(profile.key_file.read_text())
    change(held)
    profile.key_file.write_text(json.dumps(held))
    with pytest.raises((StoreError, keys.WrongPassphrase)):
        secrecy.unlock(profile, "kırmızı şemsiye 7")
