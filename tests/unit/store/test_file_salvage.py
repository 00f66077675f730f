"""A damaged database of contents: noticed, rescued as far as it can be read, the rest taken from beside the backups."""

import hashlib
import os
import random
from datetime import datetime
from pathlib import Path

import pytest

from tests.unit.store.test_secret_files import quick  # noqa: F401 - guesses cost less here
from tn_desktop.model.errors import DamagedFiles
from tn_desktop.services import backups, output_files, records, rescue, secrecy
from tn_desktop.services.checks import check_database
from tn_desktop.store import swap
from tn_desktop.store.database import Database
from tn_desktop.store.file_store import FileStore
from tn_desktop.store.health import Look
from tn_desktop.store.profile import Profile

FILES = 6
NOW = datetime.now()  # noqa: DTZ005 - local, as the program's own clock


def content(number: int) -> bytes:
    return random.Random(number).randbytes(700_000)


@pytest.fixture(params=[False, True], ids=["plain", "encrypted"])
def notebook(profile: Profile, tmp_path: Path, request: pytest.FixtureRequest) -> Profile:
    """Six outputs with files, the last of which came after the backup."""
    if request.param:
        profile, _recovery = secrecy.protect(profile, "kırmızı şemsiye 7")
    with Database.open(profile) as db:
        for number in range(FILES):
            if number == FILES - 1:
                backups.make_due(db, NOW, anyhow=True)
            source = tmp_path / f"plan {number}.pdf"
            source.write_bytes(content(number))
            kept = output_files.keep(db, source)
            with db.write("add") as uow:
                records.add(uow, "outputs", {"title": f"Kılavuz {number}", "file": kept})
    return profile


def there(profile: Profile) -> set[int]:
    """The files whose whole content can be read."""
    store, found = FileStore.of(profile), set()
    for number in range(FILES):
        digest = hashlib.sha256(content(number)).hexdigest()
        if store.find(digest) is not None and b"".join(store.read(digest)) == content(number):
            found.add(number)
    store.close()
    return found


def look(profile: Profile) -> object:
    return Look(profile.database, profile.key, profile.content_file).run()


def overwrite(file: Path, at: int, size: int) -> None:
    with file.open("r+b") as opened:
        opened.seek(at)
        opened.write(os.urandom(size))


def test_sound_contents_are_looked_at_without_a_word(notebook: Profile) -> None:
    assert look(notebook) is None


@pytest.mark.some(1)
def test_a_lost_first_page_is_noticed_and_the_backups_bring_what_they_hold(notebook: Profile) -> None:
    overwrite(notebook.content_file, 0, 4096)
    assert isinstance(look(notebook), DamagedFiles)
    told = rescue.rescue_files(notebook)
    assert (told.read, told.backed, told.lost) == (0, FILES - 1, 1)
    assert told.kept is not None and told.kept.exists()
    assert look(notebook) is None and there(notebook) == set(range(FILES - 1))
    with Database.open(notebook) as db:
        assert check_database(db) == []


@pytest.mark.some(1)
@pytest.mark.parametrize("seed", range(6))
def test_damage_anywhere_leaves_what_is_whole(notebook: Profile, seed: int) -> None:
    size = notebook.content_file.stat().st_size
    overwrite(notebook.content_file, random.Random(seed).randrange(8192, size - 9000), 9000)
    told = rescue.rescue_files(notebook)
    assert there(notebook) >= set(range(FILES - 1))
    assert told.read + told.backed + told.lost == FILES and told.read >= 1
    assert look(notebook) is None


@pytest.mark.some(1)
def test_a_rescue_of_the_data_puts_the_files_right_as_well(notebook: Profile) -> None:
    overwrite(notebook.content_file, 0, 4096)
    rescue.rescue(notebook)
    assert there(notebook) == set(range(FILES - 1))


@pytest.mark.some(1)
def test_a_power_cut_between_the_two_last_steps_is_put_right(
    notebook: Profile, monkeypatch: pytest.MonkeyPatch
) -> None:
    overwrite(notebook.content_file, 0, 4096)

    def cut(_profile: Profile) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(swap, "finish_files", cut)
        with pytest.raises(KeyboardInterrupt):
            rescue.rescue_files(notebook)
    assert not notebook.content_file.exists() and swap.whole_files(notebook).exists()
    Database.open(notebook).close()
    assert there(notebook) == set(range(FILES - 1))
