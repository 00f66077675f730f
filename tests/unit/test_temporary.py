"""Nothing personal in the system's temporary folder: what the program writes while it works, seen from inside."""

import os
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from tn_desktop.exchange.export.exporting import export_list
from tn_desktop.exchange.export.pressed import Pressed
from tn_desktop.exchange.sync import held
from tn_desktop.exchange.sync.receiving import Options, receive
from tn_desktop.exchange.sync.sending import Order, send
from tn_desktop.model.entities.people import Person
from tn_desktop.model.messages import untranslated
from tn_desktop.services import output_files, secrecy
from tn_desktop.store import keys
from tn_desktop.store.database import Database
from tn_desktop.store.profile import Profile

PEOPLE = 15_000
_seen: list[str] | None = None
_watched = ""


def _listen(event: str, arguments: tuple[Any, ...]) -> None:
    """Audit hooks stay for the life of a process: this one does nothing unless a test asks for it."""
    if _seen is not None and event in ("open", "tempfile.mkstemp", "tempfile.mkdtemp", "os.mkdir"):
        place = os.fsdecode(arguments[0]) if isinstance(arguments[0], str | bytes) else ""
        if place.startswith(_watched):
            _seen.append(f"{event} {place}")


sys.addaudithook(_listen)


@pytest.fixture
def written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """Whatever is opened in the system's temporary folder, which is an empty one for the test; also by children."""
    global _seen, _watched
    folder = tmp_path / "system's"
    folder.mkdir()
    for name in ("TMPDIR", "TEMP", "TMP"):
        monkeypatch.setenv(name, str(folder))
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    _seen, _watched = [], str(folder)
    yield _seen
    _seen = None
    assert list(folder.iterdir()) == []


@pytest.fixture
def protected(profile: Profile, monkeypatch: pytest.MonkeyPatch) -> Profile:
    monkeypatch.setattr(keys, "_COST", {"n": 2**10, "r": 8, "p": 1})
    return secrecy.protect(profile, "kırmızı şemsiye 7")[0]


def test_the_folder_is_watched(written: list[str]) -> None:
    with tempfile.TemporaryFile():
        pass
    assert written


@pytest.mark.some(1)
@pytest.mark.parametrize("kind", ["xlsx", "ods", "csv"])
def test_large_lists_are_written_without_it(protected: Profile, written: list[str], tmp_path: Path, kind: str) -> None:
    with Database.open(protected) as db:
        with db.write("add") as uow:
            people = [{"given_name": f"Zübeyde {n}", "institution": "Çınarlıbahçe Ortaokulu"} for n in range(PEOPLE)]
            uow.create_many(Person, people, undoable=False)
        with db.read() as connection:
            export_list(connection, "people", tmp_path / f"list.{kind}", untranslated)
    assert written == []
    assert (tmp_path / f"list.{kind}").stat().st_size > 50_000


def test_workbooks_go_and_come_without_it(protected: Profile, written: list[str], tmp_path: Path) -> None:
    with Database.open(protected) as db:
        with db.write("add") as uow:
            uow.create(Person, {"given_name": "Zübeyde"})
        for secret in ("", "uzun bir parola"):
            send(db, tmp_path / "book.xlsx", untranslated, Order(passphrase=secret))
            other = Profile.at(tmp_path / f"other {bool(secret)}")
            with Database.open(other) as there:
                report = receive(there, [tmp_path / "book.xlsx"], Options(passphrase=secret or None))
            assert [one.status for one in report.files] == ["applied"]
    assert written == []


def test_files_of_outputs_are_opened_inside_the_profile(protected: Profile, written: list[str], tmp_path: Path) -> None:
    (tmp_path / "plan.pdf").write_bytes(b"of Ayse" * 100_000)
    with Database.open(protected) as db:
        kept = output_files.keep(db, tmp_path / "plan.pdf")
        copy = output_files.open_copy(db, kept)
        assert protected.directory in copy.parents
        output_files.save(db, kept, tmp_path / "out.pdf")
    output_files.clear_opened(protected)
    assert written == [] and not copy.exists()


def test_workbooks_that_wait_lie_encrypted_and_are_read_inside_the_profile(
    protected: Profile, written: list[str], tmp_path: Path
) -> None:
    book = tmp_path / "Zübeyde.xlsx"
    book.write_bytes("Çınarlıbahçe".encode() * 10_000)
    with Database.open(protected) as db:
        held.keep(db, book, "reason", "device", None, datetime.now(), ())  # noqa: DTZ005
        output_files.tidy(db)
        assert not [file for file in protected.directory.rglob("*") if _tells(file)]
        with db.read() as connection:
            (waiting,) = held.due(connection, db, int(time.time() * 1000))
        with held.taken_out(db, waiting) as copy:
            assert copy.read_bytes() == book.read_bytes() and protected.opened in copy.parents
        assert not copy.exists()
        held.forget(db, waiting.id)
        assert db.files.all() == {}
    assert written == []


def _tells(file: Path) -> bool:
    return file.is_file() and ("Çınarlıbahçe".encode() in file.read_bytes() or "Zübeyde" in file.name)


def test_workbooks_that_waited_in_the_old_place_are_taken_in(protected: Profile, tmp_path: Path) -> None:
    import hashlib

    content = "Çınarlıbahçe".encode() * 10_000
    protected.old_held.mkdir()
    old = protected.old_held / f"{hashlib.sha256(content).hexdigest()}.xlsx"
    old.write_bytes(content)
    with Database.open(protected) as db:
        assert list(db.files.all()) == [old.stem]
    assert not protected.old_held.exists()


def test_an_old_workbook_is_decrypted_in_memory(written: list[str]) -> None:
    from msoffcrypto.format import xls97

    from tn_desktop.exchange.reading import encrypted
    from tn_desktop.model.errors import FileRefused

    with pytest.raises(FileRefused):
        encrypted._try(b"no workbook", "x")
    with xls97.tempfile.TemporaryFile() as file:
        file.write(b"x")
    assert written == []


def test_what_is_pressed_comes_out_as_it_went_in() -> None:
    pressed = Pressed()
    content = [os.urandom(10), b"x" * 1_000_000, b"", "Çınarlı".encode() * 100_000]
    for piece in content:
        pressed.write(piece)
    pieces = list(pressed.pieces())
    assert b"".join(pieces) == b"".join(content) and max(map(len, pieces)) <= 1 << 17
