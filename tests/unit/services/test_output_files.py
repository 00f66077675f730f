"""Files of outputs: kept by content, opened under their own name, never outside a folder of ours."""

import hashlib
import json
import os
import stat
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tn_desktop.model.errors import Cancelled, FieldError, FileRefused, Refused, StoreError
from tn_desktop.services import checks, erasure, output_files, records, undo
from tn_desktop.services.checks import check_database
from tn_desktop.store import file_store
from tn_desktop.store.database import Database
from tn_desktop.store.file_store import GRACE, PIECE, FileStore, copy_missing
from tn_desktop.store.profile import Profile

pytestmark = pytest.mark.both_engines
NOW = datetime(2026, 3, 14, 12, 40).astimezone()
RTL = "\u202e"


def made(folder: Path, content: bytes, name: str = "Ders planı.pdf") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / name
    file.write_bytes(content)
    return file


def add(db: Database, kept: str, title: str = "Kılavuz") -> int:
    with db.write("add") as uow:
        key = records.add(uow, "outputs", {"title": title, "file": kept}).subject
    assert key is not None
    return key


def uid(db: Database, key: int) -> bytes:
    with db.read() as connection:
        return bytes.fromhex(records.uid_of(connection, "outputs", key).replace("-", ""))


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("Ders planı.pdf", "Ders planı.pdf"),
        ("../../etc/passwd", "passwd"),
        ("..\\..\\Windows\\system.ini", "system.ini"),
        ("C:\\Windows\\system.ini", "system.ini"),
        ("\\\\server\\share\\x.pdf", "x.pdf"),
        ("/etc/passwd", "passwd"),
        ("a/b\\c:d?.pdf", "cd.pdf"),
        ("plan.pdf:gizli.exe", "plan.pdfgizli.exe"),
        ("..", "file"),
        ("", "file"),
        (".pdf", "pdf"),
        ("CON.pdf", "CON_.pdf"),
        ("con .tar.gz", "con .tar_.gz"),
        ("nul", "nul_"),
        ("com1", "com1_"),
        ("COM¹.txt", "COM¹_.txt"),
        (f"rapor{RTL}fdp.exe", "raporfdp.exe"),
        ("satır\nbaşı\x00.txt", "satırbaşı.txt"),
        ("nokta. . .", "nokta"),
        ("Işıl ve Çağrı’nın ödevi.docx", "Işıl ve Çağrı’nın ödevi.docx"),
    ],
)
def test_a_name_is_a_name_everywhere(name: str, safe: str) -> None:
    assert output_files.safe_name(name) == safe


def test_a_long_name_keeps_its_ending() -> None:
    name = output_files.safe_name("ş" * 400 + ".pdf")
    assert name.endswith("ş.pdf") and len(name) == output_files.LONGEST


@pytest.mark.parametrize("size", [0, 1, PIECE, PIECE + 1, 17 * PIECE + 5])
def test_a_content_is_kept_once_and_comes_out_as_it_was(db: Database, tmp_path: Path, size: int) -> None:
    content = os.urandom(size)
    kept = output_files.keep(db, made(tmp_path / "a", content))
    assert kept == f"{hashlib.sha256(content).hexdigest()}/Ders planı.pdf"
    assert output_files.keep(db, made(tmp_path / "b", content, "öbürü.pdf")).partition("/")[0] == kept.partition("/")[0]
    assert len(db.files.all()) == 1 and db.files.total() == size
    assert output_files.is_here(db, kept) and output_files.is_here(db, f"{kept[:32]}/Ders planı.pdf")
    output_files.save(db, kept, tmp_path / "out.pdf")
    assert (tmp_path / "out.pdf").read_bytes() == content


@pytest.mark.one_engine("sqlite")
@pytest.mark.parametrize(
    "name",
    ["../../kaçak.txt", "/etc/kaçak", "..", f"{RTL}fdp", "CON", "x\x00y.pdf", "ş" * 4000, "a\nb.pdf"],
)
def test_whatever_name_a_row_brings_nothing_is_written_elsewhere(db: Database, tmp_path: Path, name: str) -> None:
    digest = output_files.keep(db, made(tmp_path, b"one")).partition("/")[0]
    before = sorted(path for path in tmp_path.rglob("*") if not str(path).startswith(str(db.profile.opened)))
    hostile = f"{digest}/{name}"
    if output_files.reference(hostile) is None:
        with pytest.raises(Refused):
            output_files.open_copy(db, hostile)
    else:
        copy = output_files.open_copy(db, hostile)
        assert copy.parent.parent == db.profile.opened and copy.read_bytes() == b"one"
        assert copy.name == output_files.safe_name(name)
    output_files.clear_opened(db.profile)
    after = sorted(path for path in tmp_path.rglob("*") if path.name != "files.db")
    assert [path for path in before if path.name != "files.db"] == after


@pytest.mark.one_engine("sqlite")
@pytest.mark.parametrize("text", [None, "", "plan.pdf", f"{'A' * 64}/plan.pdf", f"{'a' * 40}/plan.pdf", f"{'a' * 64}/"])
def test_other_texts_refer_to_nothing(db: Database, text: str | None) -> None:
    assert output_files.reference(text) is None and not output_files.is_here(db, text)
    assert output_files.name_of(text) == (text or "")


def test_a_file_that_has_not_come_is_told(db: Database, tmp_path: Path) -> None:
    kept = f"{'0' * 64}/plan.pdf"
    assert not output_files.is_here(db, kept) and output_files.name_of(kept) == "plan.pdf"
    with pytest.raises(Refused, match="not come"):
        output_files.save(db, kept, tmp_path / "x.pdf")
    assert not (tmp_path / "x.pdf").exists()


def test_what_is_too_large_or_no_file_is_refused_in_a_sentence(
    db: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(output_files, "LARGEST", 10)
    for wrong in (made(tmp_path, b"x" * 11), tmp_path, tmp_path / "missing.pdf"):
        with pytest.raises(FieldError) as refused:
            output_files.keep(db, wrong)
        assert refused.value.field == "file"
    monkeypatch.setattr(output_files, "MOST_IN_ALL", 15)
    kept = output_files.keep(db, made(tmp_path, b"x" * 9))
    with pytest.raises(FieldError, match="All files together"):
        output_files.keep(db, made(tmp_path, b"y" * 9))
    assert output_files.keep(db, made(tmp_path, b"x" * 9)) == kept, "what is there already takes no room"


def test_what_is_stopped_or_fails_leaves_nothing(db: Database, tmp_path: Path) -> None:
    def stop(done: int, of: int) -> None:
        if done > of * 0.8:
            raise Cancelled("")

    with pytest.raises(Cancelled):
        output_files.keep(db, made(tmp_path, os.urandom(40 * PIECE)), stop)
    assert db.files.all() == {} and pieces_in(db.files) == 0
    kept = output_files.keep(db, made(tmp_path, os.urandom(3 * PIECE)))
    with pytest.raises(Cancelled):
        output_files.save(db, kept, tmp_path / "out.pdf", stop)
    with pytest.raises(FileRefused):
        output_files.save(db, kept, tmp_path / "nowhere" / "out.pdf")
    assert sorted(path.name for path in tmp_path.iterdir() if path.is_file()) == ["Ders planı.pdf"]


def test_a_power_cut_leaves_pieces_that_are_swept_away(db: Database) -> None:
    class PowerCutError(BaseException):
        pass

    def cut() -> Iterator[bytes]:
        yield from (b"x" * PIECE for _ in range(20))
        raise PowerCutError

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(FileStore, "_drop", lambda _self, _key: None)
        with pytest.raises(PowerCutError):
            db.files.add(cut())
    assert db.files.all() == {} and pieces_in(db.files) == 16
    db.files.need(lambda _digest: True)
    assert pieces_in(db.files) == 16, "somebody may be writing them"
    db.files.need(lambda _digest: True, datetime.now().astimezone() + timedelta(days=2))
    assert pieces_in(db.files) == 0


def pieces_in(store: FileStore) -> int:
    with store._reading() as connection:
        return 0 if connection is None else connection.exec_driver_sql("SELECT count(*) FROM file_piece").scalar_one()


def test_a_damaged_content_is_told_and_never_handed_out(db: Database, tmp_path: Path) -> None:
    kept = output_files.keep(db, made(tmp_path, b"one"))
    with db.files._writing() as connection:
        connection.execute(file_store._piece.update().values(content=b"two"))
    with pytest.raises(StoreError, match="damaged"):
        output_files.save(db, kept, tmp_path / "out.pdf")
    assert not (tmp_path / "out.pdf").exists()
    # It is missing now, and can come again.
    assert not output_files.is_here(db, kept) and output_files.keep(db, tmp_path / "Ders planı.pdf") == kept
    output_files.save(db, kept, tmp_path / "out.pdf")
    assert (tmp_path / "out.pdf").read_bytes() == b"one"


@pytest.mark.parametrize("again", ["a moment before", "meanwhile"])
def test_what_is_put_in_again_while_it_is_let_go_stays(db: Database, tmp_path: Path, again: str) -> None:
    """Another program, or another thread, tidies up; the record that leads there is written only afterwards."""
    source = made(tmp_path, b"one")
    kept = output_files.keep(db, source)
    long_ago = datetime.now().astimezone() - GRACE - timedelta(days=1)
    assert db.files.need(lambda _digest: False, long_ago) == []

    def needed(_digest: str) -> bool:
        if again == "meanwhile":
            assert output_files.keep(db, source) == kept
        return False

    if again == "a moment before":
        assert output_files.keep(db, source) == kept
    assert db.files.need(needed) == []
    assert output_files.is_here(db, kept)


def test_a_check_finds_a_damaged_content(db: Database, tmp_path: Path) -> None:
    for content in (b"one", b"two"):
        output_files.keep(db, made(tmp_path, content))
    assert check_database(db) == []
    with db.files._writing() as connection:
        connection.execute(file_store._piece.update().values(content=b"two"))
    assert [str(problem) for problem in check_database(db)] == [checks._CONTENTS]


def test_a_copy_to_open_is_read_only_and_taken_away(db: Database, tmp_path: Path) -> None:
    kept = output_files.keep(db, made(tmp_path, b"one"))
    one, two = output_files.open_copy(db, kept), output_files.open_copy(db, kept)
    assert one.name == two.name == "Ders planı.pdf" and one != two
    assert not one.stat().st_mode & (stat.S_IWUSR | stat.S_IXUSR)
    output_files.clear_opened(db.profile)
    assert not db.profile.opened.exists()
    output_files.clear_opened(db.profile)


@pytest.mark.one_engine("sqlite")
@pytest.mark.parametrize("name", ["oyun.EXE", "x.desktop", f"rapor{RTL}fdp.exe", "plan.pdf.scr", "a.lnk", "b.exe. "])
def test_a_program_is_never_opened_but_can_be_saved(db: Database, tmp_path: Path, name: str) -> None:
    kept = f"{output_files.keep(db, made(tmp_path, b'MZ')).partition('/')[0]}/{name}"
    with pytest.raises(Refused, match="could run a program"):
        output_files.open_copy(db, kept)
    assert not db.profile.opened.exists()
    output_files.save(db, kept, tmp_path / "saved.bin")
    assert (tmp_path / "saved.bin").read_bytes() == b"MZ"


def test_what_nothing_leads_to_goes_after_a_month(db: Database, tmp_path: Path) -> None:
    old, new = (output_files.keep(db, made(tmp_path, content)) for content in (b"old", b"new"))
    key = add(db, old)
    with db.write("change") as uow:
        changed = records.change(uow, "outputs", key, {"file": new}).lsn
    output_files.tidy(db)
    assert len(db.files.all()) == 2
    with db.write("undo") as uow:
        undo.undo(uow, changed)
    with db.read() as connection:
        assert records.show(connection, "outputs", key)["file"] == old
        wanted = output_files.needed(connection)
    output_files.save(db, old, tmp_path / "out.pdf")
    later = datetime.now().astimezone() + GRACE + timedelta(days=1)
    db.files.need(lambda digest: digest[:32] in wanted)
    db.files.need(lambda digest: digest[:32] in wanted, later)
    assert list(db.files.all()) == [old.partition("/")[0]]


def test_what_waits_in_a_conflict_stays(db: Database, tmp_path: Path) -> None:
    kept = output_files.keep(db, made(tmp_path, b"lost"))
    from tn_desktop.model.entities.exchange import Conflict

    with db.write("add") as uow:
        uow.create(Conflict, {"entity": "output", "row_uid": b"1" * 16, "field": "file", "lost": json.dumps(kept)})
    with db.read() as connection:
        assert list(output_files.needed(connection)) == [kept[:32]]


def test_erasing_outputs_removes_files_that_nobody_else_leads_to(db: Database, tmp_path: Path) -> None:
    shared, own, before = (
        output_files.keep(db, made(tmp_path, content)) for content in (b"shared", b"own", b"erased-7183")
    )
    one, two = add(db, before), add(db, shared)
    add(db, shared, "Bir daha")
    for kept in (own, shared, own):
        with db.write("change") as uow:
            records.change(uow, "outputs", one, {"file": kept})
    erased = [erasure.Erasure(uid(db, key), "output", "2026-03-14", "") for key in (one, two)]
    erasure.replay(db, erased)
    assert list(db.files.all()) == [shared.partition("/")[0]]
    assert b"erased-7183" not in b"".join(file.read_bytes() for file in db.profile.directory.glob("*.db*"))


@pytest.mark.one_engine("sqlite")
def test_files_of_the_old_place_are_taken_in_and_leave_it(profile: Profile, tmp_path: Path) -> None:
    content = b"Zeynep'in plani"
    digest = hashlib.sha256(content).hexdigest()
    old = f"{digest[:32]}/Ders planı.pdf"
    with Database.open(profile) as db:
        key = add(db, old)
    made(profile.old_files / digest[:32], content)
    made(profile.old_files, b"half", "unfinished-12-ab")
    with Database.open(profile) as db:
        assert not profile.old_files.exists()
        with db.read() as connection:
            assert records.show(connection, "outputs", key)["file"] == old, "the row is not written again"
            assert output_files.missing(connection, db.files) == {}
        output_files.save(db, old, tmp_path / "out.pdf")
        assert (tmp_path / "out.pdf").read_bytes() == content


def test_stores_are_brought_together(db: Database, tmp_path: Path) -> None:
    other = FileStore.at(tmp_path / "other.db")
    digests = {db.files.add([content]) for content in (b"one", b"two", b"x" * PIECE)}
    seen: list[int] = []
    assert copy_missing(db.files, other, watch=seen.append) == PIECE + 6
    assert other.all().keys() == digests and seen[-1] == PIECE + 6
    assert copy_missing(db.files, other) == 0
