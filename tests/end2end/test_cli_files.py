"""Files of outputs by command line: real processes, real files, from one laptop to another and back out of a backup."""

from pathlib import Path

import pytest

from tests.end2end.test_cli import Program

CONTENT = ("Çınarlıbahçe’de bir öğretmenin notu\n" * 20_000).encode()


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    file = tmp_path / "secret"
    file.write_text("kırmızı şemsiye 7\n", encoding="utf-8")
    return file


@pytest.mark.thorough
def test_a_file_is_kept_travels_and_comes_out_again(tmp_path: Path, secret: Path) -> None:
    office, laptop = Program(tmp_path / "office"), Program(tmp_path / "laptop")
    plan = tmp_path / "Ders planı.pdf"
    plan.write_bytes(CONTENT)
    uid = office.json("add", "outputs", "title=Kılavuz", f"file={plan}")["uid"]
    assert office.json("set", "outputs", uid, f"file={plan}")["changed"] == [], "the same content is the same file"
    office.json("protect", "--new-passphrase-file", secret)
    key = ("--passphrase-file", secret)
    out = tmp_path / "out.pdf"
    row = office.json("show", "outputs", uid, "--save-file", out, *key)
    assert out.read_bytes() == CONTENT and row["file"].endswith("/Ders planı.pdf")
    assert "Only outputs" in office.refused(
        "show", "people", office.json("add", "people", "given_name=A", *key)["uid"], "--save-file", out, *key
    )
    book = tmp_path / "stick" / "book.xlsx"
    book.parent.mkdir()
    sent = office.json("sync", "export", book, "--file-passphrase", secret, *key)
    (beside,) = (Path(name) for name in sent["attachments"])
    assert beside.parent == book.parent / "TN-files" and CONTENT[:200] not in beside.read_bytes()
    assert office.json("sync", "export", book, "--without-files", *key)["attachments"] == []
    office.json("sync", "export", book, "--file-passphrase", secret, *key)
    later = beside.rename(tmp_path / "later.tnfile")
    told = laptop.json("sync", "apply", book, "--file-passphrase", secret)
    assert told["attachments"] == {"taken": 0, "waiting": 1}
    assert "not come" in laptop.refused("show", "outputs", uid, "--save-file", tmp_path / "x.pdf")
    told = laptop.json("sync", "apply", later, "--file-passphrase", secret)
    assert [one["status"] for one in told["files"]] == ["applied"]
    laptop.json("backup", tmp_path / "stick" / "yedek.db")
    third = Program(tmp_path / "third")
    third.json("restore", tmp_path / "stick" / "yedek.db")
    third.json("show", "outputs", uid, "--save-file", tmp_path / "again.pdf")
    assert (tmp_path / "again.pdf").read_bytes() == CONTENT and third.json("check")["ok"]


@pytest.mark.thorough
def test_a_shared_folder_carries_them(tmp_path: Path) -> None:
    office, laptop = Program(tmp_path / "office"), Program(tmp_path / "laptop")
    plan, shared = tmp_path / "plan.pdf", tmp_path / "shared"
    shared.mkdir()
    plan.write_bytes(CONTENT)
    uid = office.json("add", "outputs", "title=Kılavuz", f"file={plan}")["uid"]
    assert len(office.json("sync", "folder", shared)["given"]) == 1
    assert laptop.json("sync", "folder", shared)["attachments"] == {"taken": 1, "waiting": 0}
    laptop.json("show", "outputs", uid, "--save-file", tmp_path / "out.pdf")
    assert (tmp_path / "out.pdf").read_bytes() == CONTENT
