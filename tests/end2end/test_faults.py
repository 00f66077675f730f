"""Faults that a notebook meets by itself: each is a sentence, and nothing that was acknowledged is lost."""

import os
import subprocess
import sys
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QLockFile, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.end2end import test_sync_faults
from tests.end2end.test_attendance_kill import ROOT
from tests.end2end.test_cli import Program
from tn_desktop.app import Application, Options
from tn_desktop.gui.dialogs.crash import CrashDialog
from tn_desktop.model import stamps
from tn_desktop.services import backups, owner, records
from tn_desktop.services.checks import check_database
from tn_desktop.services.owner import Owner
from tn_desktop.store.database import Database
from tn_desktop.store.log import last_crash
from tn_desktop.store.profile import Profile

make_disk = test_sync_faults.make_disk
CRASHER = Path(__file__).with_name("crash_visitor.py")


@pytest.mark.thorough
@pytest.mark.skipif(sys.platform == "win32", reason="no disk can be made there")
def test_a_disk_that_fills_up_keeps_all_that_was_acknowledged(make_disk: Callable[[int], Path]) -> None:
    disk = make_disk(14_000_000)
    program = Program(disk / "profile")
    program.json("add", "people", "given_name=Önce")
    filler = disk / "filler"
    with filler.open("wb") as out:
        free = os.statvfs(disk).f_bavail * os.statvfs(disk).f_frsize
        out.write(bytes(max(0, free - 300_000)))
    acknowledged = 1
    for number in range(90):
        status, _out, error = program("add", "people", f"given_name=Ad {number}", f"notes={'uzun ' * 3_900}")
        if status:
            break
        acknowledged += 1
    assert status == 1 and error.count("\n") == 1 and "disk" in error.lower(), error
    filler.unlink()
    assert program.json("list", "people", "--limit", "1")["total"] == acknowledged
    assert program.json("check")["ok"]


@pytest.mark.thorough
def test_a_clock_that_was_set_back_loses_neither_order_nor_backups(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Database.open(Profile.at(tmp_path / "profile")) as db:
        real = stamps.now_milliseconds()
        monkeypatch.setattr(stamps, "now_milliseconds", lambda: real)
        with db.write("add") as uow:
            key = records.add(uow, "people", {"given_name": "Önce"}).subject
            first = uow.stamp
        assert key is not None
        now = datetime.now()  # noqa: DTZ005 - the program's clock is local
        made = backups.make_due(db, now + timedelta(days=400), anyhow=True).backup
        monkeypatch.setattr(stamps, "now_milliseconds", lambda: real - 400 * 86_400_000)
        with db.write("change") as uow:
            records.change(uow, "people", key, {"given_name": "Sonra"})
            assert uow.stamp > first, "a later write wins, whatever the clock says"
        later = backups.make_due(db, now + timedelta(hours=2), anyhow=True).backup
        assert made is not None and later is not None
        assert made.file.exists() and later.file.exists()
        assert check_database(db) == []


@pytest.mark.thorough
def test_what_needs_the_data_for_itself_is_refused_beside_a_window(tmp_path: Path) -> None:
    program = Program(tmp_path / "profile")
    program.json("add", "people", "given_name=Ali")
    secret = tmp_path / "secret"
    secret.write_text("kırmızı şemsiye 7\n", encoding="utf-8")
    program.json("backup", tmp_path / "yedek.db")
    window = QLockFile(str(program.profile / "window.lock"))
    assert window.tryLock(0)
    for words in (("rescue",), ("restore", tmp_path / "yedek.db"), ("protect", "--new-passphrase-file", secret)):
        assert "Close its window" in program.refused(*words)
    window.unlock()
    assert program.json("list", "people")["total"] == 1


@pytest.mark.skipif(sys.platform == "win32", reason="a fault is no signal there")
def test_a_program_that_died_says_so_once_with_a_report_that_names_nobody(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    profile = Profile.at(tmp_path / "Zübeyde" / "profile")
    with Database.open(profile) as db, db.write("owner") as uow:
        owner.settle(uow, Owner("Can Ak"))
    done = subprocess.run(
        [sys.executable, str(CRASHER), str(profile.directory)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        timeout=600,
        check=False,
    )
    assert done.returncode != 0
    program = Application(qapp, profile, Options(profile.directory, "en"))
    window = program.window
    program.show()
    qtbot.waitUntil(window.ui.messages.isVisible)
    assert "unexpectedly" in window.ui.messages.label.text()
    qtbot.mouseClick(window.ui.messages.action, Qt.MouseButton.LeftButton)
    dialog = window._crash
    assert isinstance(dialog, CrashDialog)
    report = dialog.report.toPlainText()
    assert "Segmentation fault" in report and "tn_desktop/app.py" in report
    for word in ("Zübeyde", "Can", str(Path.home()), str(ROOT)):
        assert word not in report, word
    dialog.reject()
    window.close()
    program.close()
    program.end_logs()
    assert last_crash(profile) == ""
