"""The real program is killed while a form is open: the next start offers what stood in it."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.end2end.test_attendance_kill import ROOT
from tn_desktop.app import Application, Options
from tn_desktop.gui.dialogs.drafts import DraftsDialog
from tn_desktop.gui.dialogs.plan_workshop import PlanWorkshop
from tn_desktop.services import drafts, owner
from tn_desktop.services.owner import Owner
from tn_desktop.store.database import Database
from tn_desktop.store.profile import Profile

TYPIST = Path(__file__).with_name("draft_typist.py")


def kept(profile: Profile) -> list[drafts.Draft]:
    with Database.open(profile) as db, db.read() as connection:
        return drafts.drafts(connection)


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_a_form_that_was_open_is_offered_and_filled_in_again(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    profile = Profile.at(tmp_path / "profile")
    with Database.open(profile) as db, db.write("owner") as uow:
        owner.settle(uow, Owner("Can Ak"))
    with subprocess.Popen(
        [sys.executable, str(TYPIST), str(profile.directory)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"kept\n"
        process.send_signal(signal.SIGKILL)
    (draft,) = kept(profile)
    assert draft.form == "plan_workshop"
    assert {field.name: field.text for field in draft.fields} == {"title": "Problem Ağacı", "venue": "İnönü İlkokulu"}

    program = Application(qapp, profile, Options(profile.directory, "en"))
    window = program.window
    program.show()
    qtbot.waitUntil(window.ui.messages.isVisible, timeout=60_000)
    qtbot.mouseClick(window.ui.messages.action, Qt.MouseButton.LeftButton)
    shown = next(one for one in window.findChildren(DraftsDialog) if one.isVisible())
    (card,) = shown.cards
    assert "Problem Ağacı" in card.text.text() and "İnönü" in card.text.text()
    card.again.click()
    qtbot.waitUntil(lambda: any(one.isVisible() for one in window.findChildren(PlanWorkshop)))
    page = next(one for one in window.findChildren(PlanWorkshop) if one.isVisible())
    qtbot.waitUntil(lambda: (page.ui.title.text(), page.ui.venue.text()) == ("Problem Ağacı", "İnönü İlkokulu"))
    page.reject()
    page.reject()
    qtbot.waitUntil(lambda: program.tasks.idle)
    window.close()
    program.close()
    program.end_logs()
    assert kept(profile) == [], "a form that is given up takes its draft along"
