"""Which files of a shared folder are workbooks, whole ones, and who keeps a folder."""

import os
import shutil
from pathlib import Path

import pytest

from tn_desktop.exchange.folder.keepers import keeper_of
from tn_desktop.exchange.folder.names import is_our_rest, is_whole, is_workbook, own_name, writer_of
from tn_desktop.exchange.sync.passphrase import encrypted_into

SAMPLES = Path(__file__).resolve().parents[2] / "data" / "spreadsheets"


@pytest.mark.parametrize(
    "name",
    [
        "TN-0123456789ab-000007.xlsx",
        "TN-0123456789ab-000007-2.XLSX",
        "Iğdır topluluğu.xlsx",
        "TN-0123456789ab-000007.sync-conflict-20260314-101500-ABCDEFG.xlsx",
        "TN-0123456789ab-000007 (conflicted copy 2026-03-14 101500).xlsx",
        "TN-0123456789ab-000007 (Ayşe's conflicted copy 2026-03-14).xlsx",
        "TN-0123456789ab-000007-LAPTOP7.xlsx",
        "TN-0123456789ab-000007 (1).xlsx",
    ],
)
def test_workbooks_and_conflict_copies_are_taken_in(name: str) -> None:
    assert is_workbook(name)


@pytest.mark.parametrize(
    "name",
    [
        ".syncthing.TN-0123456789ab-000007.xlsx.tmp",
        "~syncthing~TN-0123456789ab-000007.xlsx.tmp",
        ".TN-0123456789ab-000007.xlsx.~5e2f1a",
        "~$TN-0123456789ab-000007.xlsx",
        ".~lock.TN-0123456789ab-000007.xlsx#",
        "TN-0123456789ab-000007.xlsx.part",
        "TN-0123456789ab-000007.xlsx.crdownload",
        "TN-0123456789ab-000007.xlsx.filepart",
        "TN-0123456789ab-000007.xlsx~",
        ".TN-0123456789ab-000007.xlsx",
        "~0a1b2c3d4e5f.tmp",
        "lu1234.tmp",
        "notlar.txt",
        ".stfolder",
        "desktop.ini",
    ],
)
def test_temporary_files_of_tools_are_not(name: str) -> None:
    assert not is_workbook(name)


def test_a_device_knows_its_own_files_and_no_copies_of_them() -> None:
    name = own_name("0123456789ab", 7)
    assert name == "TN-0123456789ab-000007.xlsx"
    assert writer_of(name) == writer_of("TN-0123456789ab-000007-2.xlsx") == "0123456789ab"
    assert writer_of("TN-0123456789ab-000007.sync-conflict-20260314-101500-ABCDEFG.xlsx") == ""
    assert writer_of("TN-0123456789ab-000007-LAPTOP7.xlsx") == writer_of("liste.xlsx") == ""
    assert is_our_rest("~0a1b2c3d4e5f.tmp") and not is_our_rest("~WRL0001.tmp")


def test_every_beginning_of_a_workbook_is_not_whole(tmp_path: Path) -> None:
    whole = SAMPLES / "automail-participants.xlsx"
    assert is_whole(whole)
    data = whole.read_bytes()
    half = tmp_path / "half.xlsx"
    for size in (*range(0, len(data) - 1, 97), len(data) - 1):
        half.write_bytes(data[:size])
        assert not is_whole(half), size


def test_an_encrypted_workbook_that_lacks_its_last_sectors_is_not_whole(tmp_path: Path) -> None:
    plain, locked = SAMPLES / "automail-participants.xlsx", tmp_path / "locked.xlsx"
    with locked.open("w+b") as file, encrypted_into(file, "kırmızı şemsiye") as inner:
        inner.write(plain.read_bytes() * 20)
    assert is_whole(locked)
    data = locked.read_bytes()
    locked.write_bytes(data[: len(data) // 3])
    assert not is_whole(locked)


def test_the_keeper_of_a_folder_is_known_by_its_marks_and_names(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    deep = tmp_path / "belgeler" / "profil"
    deep.mkdir(parents=True)
    assert keeper_of(deep) == ""
    for mark, tool in ((".stfolder", "Syncthing"), (".sync_0a1b.db", "Nextcloud"), (".dropbox.cache", "Dropbox")):
        (tmp_path / mark).mkdir()
        assert keeper_of(deep) == tool
        shutil.rmtree(tmp_path / mark)
    (tmp_path / ".dropbox").mkdir()
    assert keeper_of(deep) == ""
    for name, tool in (
        ("OneDrive - Öğretmen Ağı", "OneDrive"),
        ("Nextcloud", "Nextcloud"),
        ("Google Drive", "Google Drive"),
    ):
        (tmp_path / name / "alt").mkdir(parents=True)
        assert keeper_of(tmp_path / name / "alt") == tool
    monkeypatch.setenv("OneDriveCommercial", os.fspath(tmp_path / "belgeler"))
    assert keeper_of(deep) == "OneDrive"
