"""Files of outputs beside workbooks: encrypted with them, taken in by content, late, doubled, damaged, hostile."""

import hashlib
import os
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.unit.sync.books import Sheet, edit
from tests.unit.sync.laptops import Laptop, told
from tn_desktop.exchange.sync import attachments, sealed
from tn_desktop.exchange.sync.attachments import ENDING, FOLDER, give, take_beside
from tn_desktop.exchange.sync.scope import Scope
from tn_desktop.exchange.sync.sealed import MARK, Secret, is_sealed
from tn_desktop.exchange.sync.sending import Order
from tn_desktop.model.entities.solutions import Output
from tn_desktop.model.errors import FileRefused, PasswordNeeded
from tn_desktop.services import output_files, records
from tn_desktop.store.file_store import PIECE

pytestmark = pytest.mark.both_engines
SECRET = "kırmızı şemsiye 7"
HOSTILE = (
    "..\\..\\x.pdf", "../../x.pdf", "/tmp/x.pdf", "C:\\x.pdf", "CON", "NUL.pdf", "ş" * 5000, "\u202efdp.exe", "a\x00b",
)  # fmt: skip
WORD = "Çınarlıbahçe’de bir öğretmenin notu "


def attach(laptop: Laptop, content: bytes, name: str = "Zübeyde planı.pdf", **values: Any) -> str:
    """An output with a file; its uid."""
    desk = laptop.folder / "desk"
    desk.mkdir(exist_ok=True)
    (desk / name).write_bytes(content)
    return laptop.add("outputs", title="Kılavuz", file=output_files.keep(laptop.db, desk / name), **values)


def content_of(laptop: Laptop, output: str) -> bytes | None:
    """What the output's file holds there; None while it has not come."""
    row = laptop.show("outputs", output)
    assert row is not None
    if not output_files.is_here(laptop.db, row["file"]):
        return None
    out = laptop.folder / "out"
    output_files.save(laptop.db, row["file"], out)
    return out.read_bytes()


def send(laptop: Laptop, secret: str = "", order: Order | None = None) -> tuple[Path, list[Path]]:
    """The workbook, and the files beside it."""
    sent = laptop.send_all("", order or Order(passphrase=secret))
    return sent.files[0], give(laptop.db, sent.outputs, laptop.folder, Secret(secret))


@pytest.mark.some(1)
@pytest.mark.parametrize("secret", ["", SECRET])
@pytest.mark.parametrize("size", [0, 1, PIECE, 2 * PIECE + 7])
def test_it_comes_with_its_workbook(ayse: Laptop, baran: Laptop, secret: str, size: int) -> None:
    content = (WORD * (size // 20 + 1)).encode()[:size]
    output = attach(ayse, content)
    book, beside = send(ayse, secret)
    assert [file.parent for file in beside] == [ayse.folder / FOLDER]
    assert beside[0].stat().st_size == Secret(secret).size_of(size)
    if secret:
        raw = beside[0].read_bytes()
        digest = hashlib.sha256(content).hexdigest()
        assert WORD.encode() not in raw and digest not in raw.hex() and digest[:16] not in beside[0].name
    report = baran.receive(book, passphrase=secret or None)
    assert told(report) == [("applied", "")]
    assert [one.name for one in report.beside.taken] == ["Zübeyde planı.pdf"] and not report.beside.waiting
    assert content_of(baran, output) == content
    again = baran.receive(book, passphrase=secret or None)
    assert told(again)[0][0] == "duplicate" and not again.beside.taken


def test_one_that_is_missing_is_waited_for_and_comes_later(ayse: Laptop, baran: Laptop) -> None:
    output = attach(ayse, b"one")
    book, beside = send(ayse, SECRET)
    late = beside[0].rename(ayse.folder / "later")
    report = baran.receive(book, passphrase=SECRET)
    assert told(report) == [("applied", "")] and len(report.beside.waiting) == 1
    assert content_of(baran, output) is None
    # By itself, under whatever name a messenger gave it.
    renamed = shutil.copy(late, baran.folder / f"DOC-20260314 (1){ENDING}")
    assert told(baran.receive(Path(renamed)))[0] == ("refused", _needs_passphrase())
    assert told(baran.receive(Path(renamed), passphrase="başka parola"))[0][0] == "refused"
    assert told(baran.receive(Path(renamed), passphrase=SECRET, rehearse=True)) == [("applied", "")]
    assert content_of(baran, output) is None
    assert told(baran.receive(Path(renamed), passphrase=SECRET)) == [("applied", "")]
    assert content_of(baran, output) == b"one"
    assert told(baran.receive(Path(renamed), passphrase=SECRET)) == [("duplicate", "This file was taken in already.")]


def _needs_passphrase() -> str:
    from tn_desktop.exchange.reading.encrypted import NEEDED

    return NEEDED


def test_it_is_found_beside_the_workbook_without_a_folder(ayse: Laptop, baran: Laptop, tmp_path: Path) -> None:
    output = attach(ayse, b"one")
    book, beside = send(ayse)
    mail = tmp_path / "mail"
    mail.mkdir()
    for file in (book, *beside):
        shutil.copy(file, mail / file.name)
    baran.receive(mail / book.name)
    assert content_of(baran, output) == b"one"


def test_the_same_content_is_written_once_and_a_broken_one_anew(ayse: Laptop) -> None:
    attach(ayse, b"one")
    attach(ayse, b"one", "başka ad.pdf")
    _book, beside = send(ayse)
    assert len(beside) == 1 and send(ayse)[1] == []
    beside[0].write_bytes(b"o")
    assert send(ayse)[1] == beside and beside[0].read_bytes() == b"one"


def test_what_is_sent_is_what_the_workbook_speaks_of(ayse: Laptop, baran: Laptop) -> None:
    here = ayse.add("communities", name="Iğdır Çemberi", province="76")
    there = ayse.add("communities", name="Van Çemberi", province="65")
    attach(ayse, b"of Igdir", "a.pdf", community=here)
    attach(ayse, b"of Van", "b.pdf", community=there)
    gone = attach(ayse, b"gone", "c.pdf", community=here)
    ayse.remove("outputs", gone)
    sent = ayse.send_all("", Order(Scope(community=here)))
    assert [one.name for one in sent.outputs] == ["a.pdf"]
    assert {one.name for one in ayse.send_all("", Order()).outputs} == {"a.pdf", "b.pdf"}
    book, _beside = send(ayse)
    baran.receive(book)
    ayse.receive(baran.send())
    attach(ayse, b"new", "d.pdf", community=there)
    assert [one.name for one in ayse.send_all("", Order(delta=True)).outputs] == ["d.pdf"]


@pytest.mark.some(2)
@pytest.mark.one_engine("sqlite")
@pytest.mark.parametrize("secret", ["", SECRET])
@pytest.mark.parametrize("damage", ["cut", "flipped", "empty", "other", "swapped", "longer", "huge", "folder"])
def test_a_damaged_or_foreign_file_is_never_taken_in(
    ayse: Laptop, baran: Laptop, secret: str, damage: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    output = attach(ayse, os.urandom(3 * PIECE))
    book, (file,) = send(ayse, secret)
    raw = file.read_bytes()
    step, head = (PIECE + 16, sealed.HEAD) if secret else (PIECE, 0)
    if damage == "folder":
        file.unlink()
        file.mkdir()
    elif damage == "huge":
        monkeypatch.setattr(attachments, "_LONGEST", 1000)
    else:
        changed = {
            "cut": raw[:-step],
            "flipped": raw[:step] + bytes([raw[step] ^ 1]) + raw[step + 1 :],
            "empty": b"",
            "other": os.urandom(len(raw)),
            "swapped": raw[:head]
            + raw[head + step : head + 2 * step]
            + raw[head : head + step]
            + raw[head + 2 * step :],
            "longer": raw + b"x",
        }
        file.write_bytes(changed[damage])
    report = baran.receive(book, passphrase=secret or None)
    assert told(report) == [("applied", "")] and len(report.beside.waiting) == 1
    assert baran.db.files.all() == {} and content_of(baran, output) is None
    if damage not in ("folder", "huge"):
        file.write_bytes(raw)
        assert len(baran.receive(book, passphrase=secret or None).beside.taken) == 1


@pytest.mark.one_engine("sqlite")
def test_a_file_is_tried_again_only_when_it_changes(
    ayse: Laptop, baran: Laptop, monkeypatch: pytest.MonkeyPatch
) -> None:
    attach(ayse, b"one")
    book, (file,) = send(ayse)
    file.write_bytes(b"on")
    baran.receive(book, beside=False)
    read: list[Path] = []
    plain = attachments._content

    def noted(path: Path, secret: Secret) -> Any:
        read.append(path)
        return plain(path, secret)

    monkeypatch.setattr(attachments, "_content", noted)
    tried: set[attachments.Mark] = set()
    for _ in range(3):
        assert not take_beside(baran.db, [ayse.folder], Secret(""), tried).taken
    assert len(read) == 1
    file.write_bytes(b"one")
    assert len(take_beside(baran.db, [ayse.folder], Secret(""), tried).taken) == 1


@pytest.mark.some(3)
@pytest.mark.one_engine("sqlite")
@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_name_in_a_record_names_no_file(ayse: Laptop, baran: Laptop, name: str) -> None:
    digest = hashlib.sha256(b"one").hexdigest()
    ayse.db.files.add([b"one"])
    output = ayse.add("outputs", title="Tuzak")
    with ayse.db.write("past the services, as a hostile program does") as uow:
        uow.change(Output, records.id_of(uow.connection, "outputs", output), {"file": f"{digest}/{name}"})
    book, _beside = send(ayse)
    outside = sorted(path for path in baran.folder.parent.rglob("*") if baran.folder not in path.parents)
    report = baran.receive(book)
    if "\x00" in name:
        assert told(report)[0][0] == "refused" and baran.show("outputs", output) is None
        return
    assert told(report) == [("applied", "")]
    row = baran.show("outputs", output)
    assert row is not None
    if output_files.reference(row["file"]) is not None and output_files.is_here(baran.db, row["file"]):
        if not output_files.runs(output_files.name_of(row["file"])):
            copy = output_files.open_copy(baran.db, row["file"])
            assert copy.parent.parent == baran.profile.opened and copy.name == output_files.safe_name(name)
            output_files.clear_opened(baran.profile)
    else:
        assert "/" in name or "\\" in name
    assert outside == sorted(path for path in baran.folder.parent.rglob("*") if baran.folder not in path.parents)


def test_nothing_is_taken_in_that_no_record_leads_to(baran: Laptop, tmp_path: Path) -> None:
    stray = tmp_path / f"{'0' * 32}{ENDING}"
    stray.write_bytes(b"whatever")
    assert told(baran.receive(stray))[0][0] == "refused" and baran.db.files.all() == {}


def test_a_row_of_the_first_days_finds_its_file(ayse: Laptop, baran: Laptop) -> None:
    digest = ayse.db.files.add([b"old"])
    output = ayse.add("outputs", title="Eski", file=f"{digest[:32]}/eski.pdf")
    for secret in ("", SECRET):
        book, beside = send(ayse, secret)
        assert len(beside) == 1
    baran.receive(book, passphrase=SECRET)
    assert content_of(baran, output) == b"old"


def test_what_was_attached_on_two_laptops_is_kept_whoever_wins(ayse: Laptop, baran: Laptop) -> None:
    output = attach(ayse, b"first")
    baran.receive(send(ayse)[0])
    for laptop, content in ((ayse, b"of Ayse"), (baran, b"of Baran")):
        (laptop.folder / "desk").mkdir(exist_ok=True)
        (laptop.folder / "desk" / "x.pdf").write_bytes(content)
        laptop.set("outputs", output, file=output_files.keep(laptop.db, laptop.folder / "desk" / "x.pdf"))
    books = [send(laptop) for laptop in (ayse, baran)]
    ayse.receive(books[1][0])
    baran.receive(books[0][0])
    assert content_of(ayse, output) == content_of(baran, output)
    for laptop in (ayse, baran):
        ((_uid, field, _kept, _lost),) = laptop.open_conflicts()
        output_files.tidy(laptop.db)
        assert field == "file"
        with laptop.db.read() as connection:
            assert len(output_files.needed(connection)) == 2, "the one that gave way waits in the conflict"


@pytest.mark.one_engine("sqlite")
def test_what_was_sealed_can_be_told_and_opened_only_with_its_passphrase(tmp_path: Path) -> None:
    file = tmp_path / "x"
    file.write_bytes(b"".join(Secret(SECRET).seal([b"x" * PIECE, b"y"])))
    assert is_sealed(file) and b"".join(Secret(SECRET).unseal(file)) == b"x" * PIECE + b"y"
    assert file.read_bytes() != b"".join(Secret(SECRET).seal([b"x" * PIECE, b"y"])), "each has a key of its own"
    for wrong in ("", SECRET + " "):
        with pytest.raises(PasswordNeeded):
            list(Secret(wrong).unseal(file))
    for raw in (b"", MARK, MARK + bytes(10), file.read_bytes()[: PIECE + sealed.HEAD + 16]):
        (tmp_path / "cut").write_bytes(raw)
        with pytest.raises(FileRefused):
            list(Secret(SECRET).unseal(tmp_path / "cut"))


def test_a_title_corrected_in_excel_keeps_the_file_and_its_name_stands_there(ayse: Laptop, baran: Laptop) -> None:
    output = attach(ayse, b"one")
    book, _beside = send(ayse)
    baran.receive(book)

    def correct(sheet: Sheet) -> None:
        row = sheet.find("title", "Kılavuz")
        assert sheet.get(row, "file") == "Zübeyde planı.pdf"
        sheet.put(row, "title", "Düzeltilmiş")

    edited = edit(book, "Outputs", correct)
    for laptop in (ayse, baran):
        assert told(laptop.receive(edited))[0][0] == "applied"
        shown = laptop.show("outputs", output)
        assert shown is not None and shown["title"] == "Düzeltilmiş" and content_of(laptop, output) == b"one"
