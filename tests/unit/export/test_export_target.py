"""A file appears whole or not at all, and what goes wrong is told in one sentence."""

import errno
import os
import zipfile
from pathlib import Path

import pytest

from tn_desktop.exchange.export.target import file_kind, new_file
from tn_desktop.model.errors import FileRefused
from tn_desktop.model.messages import untranslated


def write(path: Path, error: Exception | None = None) -> None:
    with new_file(path) as file:
        file.write(b"half")
        if error:
            raise error


def refusal(path: Path, error: Exception | None = None) -> str:
    with pytest.raises(FileRefused) as refused:
        write(path, error)
    return refused.value.text(untranslated)


def test_a_file_takes_the_place_of_an_older_one_only_when_it_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"old")
    with new_file(path) as file:
        file.write(b"new")
        assert path.read_bytes() == b"old"
    assert path.read_bytes() == b"new"
    with pytest.raises(ZeroDivisionError):
        write(path, ZeroDivisionError())
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.xlsx"]
    assert path.read_bytes() == b"new"


def test_no_such_folder(tmp_path: Path) -> None:
    assert "does not exist" in refusal(tmp_path / "nowhere" / "a.xlsx")
    (tmp_path / "file").write_bytes(b"")
    assert "does not exist" in refusal(tmp_path / "file" / "a.xlsx")


def test_a_folder_in_the_place_of_the_file(tmp_path: Path) -> None:
    assert refusal(tmp_path) == f"“{tmp_path.name}” is a folder. Choose a name for the file."


def test_a_name_that_is_too_long(tmp_path: Path) -> None:
    assert "cannot be the name" in refusal(tmp_path / ("x" * 300 + ".xlsx"))


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may write everywhere")
def test_a_folder_without_leave_to_write(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        assert "cannot be written to" in refusal(tmp_path / "a.xlsx")
    finally:
        tmp_path.chmod(0o700)


@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        (errno.ENOSPC, "is full"),
        (errno.EDQUOT, "is full"),
        (errno.EACCES, "cannot be written to"),
        (errno.EROFS, "cannot be written to"),
        (errno.EIO, "could not be written"),
    ],
)
def test_what_the_system_says_becomes_a_sentence(tmp_path: Path, number: int, sentence: str) -> None:
    assert sentence in refusal(tmp_path / "a.xlsx", OSError(number, os.strerror(number)))
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_another_program_holds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows refuses to replace a workbook that Excel shows; other systems have to be told to for a test."""

    def held(_from: Path, _to: Path) -> None:
        raise PermissionError(errno.EACCES, "held")

    monkeypatch.setattr(os, "replace", held)
    assert "open in another program" in refusal(tmp_path / "a.xlsx")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_full_disk_while_a_workbook_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from tests.unit.export.test_export_text import texts
    from tn_desktop.exchange.export.lists import write_list

    opened = Path.open

    def on_full_disk(self: Path, mode: str = "r", *more: object) -> object:
        if mode != "xb":
            return opened(self, mode, *more)  # type: ignore[call-overload]
        self.symlink_to("/dev/full")
        return opened(self, "wb")

    monkeypatch.setattr(Path, "open", on_full_disk)
    for kind in ("xlsx", "ods", "csv"):
        with pytest.raises(FileRefused, match="disk"):
            write_list(texts(f"satır {n}" for n in range(5000)), tmp_path / f"a.{kind}", untranslated)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("kind", ["xlsx", "ods"])
def test_a_clock_that_says_1970_stops_no_export(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str) -> None:
    """A zip archive knows no day before 1980."""
    from tests.unit.export.test_export_text import texts
    from tn_desktop.exchange.export.lists import write_list

    monkeypatch.setattr("time.time", lambda: 86_400.0)
    file = tmp_path / f"a.{kind}"
    write_list(texts("satır"), file, untranslated)
    with zipfile.ZipFile(file) as archive:
        assert archive.testzip() is None


def test_the_ending_chooses_the_format() -> None:
    assert [file_kind(Path(name)) for name in ("a.XLSX", "b.ods", "c.d.csv")] == ["xlsx", "ods", "csv"]
    with pytest.raises(FileRefused) as refused:
        file_kind(Path("a.pdf"))
    assert ".xlsx" in refused.value.text(untranslated)
