"""The real program is killed while something is being typed: the next start offers what stood in it, where it stood."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from tests.end2end.draft_typist import CELL, COUNT, PERSON, PLAN, TYPED
from tests.end2end.test_attendance_kill import ROOT
from tn_desktop.app import Application, Options
from tn_desktop.gui.dialogs.drafts import DraftsDialog
from tn_desktop.gui.dialogs.plan_workshop import PlanWorkshop
from tn_desktop.gui.main_window import MainWindow
from tn_desktop.services import drafts, owner, records
from tn_desktop.services.owner import Owner
from tn_desktop.store.database import Database
from tn_desktop.store.profile import Profile

TYPIST = Path(__file__).with_name("draft_typist.py")

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")


@pytest.fixture
def profile(tmp_path: Path) -> Profile:
    profile = Profile.at(tmp_path / "profile")
    with Database.open(profile) as db, db.write("owner") as uow:
        owner.settle(uow, Owner("Can Ak"))
    return profile


def kept(profile: Profile) -> list[drafts.Draft]:
    with Database.open(profile) as db, db.read() as connection:
        return drafts.drafts(connection)


def added(profile: Profile, entity: str, **values: object) -> int:
    with Database.open(profile) as db, db.write("add") as uow:
        key = records.add(uow, entity, values).subject
    assert key is not None
    return key


def killed(profile: Profile, form: str, row: int = 0) -> drafts.Draft:
    """The draft that is left of the form when the program is killed."""
    with subprocess.Popen(
        [sys.executable, str(TYPIST), str(profile.directory), form, str(row)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"kept\n"
        process.send_signal(signal.SIGKILL)
    (draft,) = kept(profile)
    assert {field.text for field in draft.fields} == {*TYPED[form].values()}
    return draft


@contextmanager
def gone_on_with(qtbot: QtBot, qapp: QApplication, profile: Profile) -> Iterator[tuple[Application, MainWindow]]:
    """The program at its next start, with the draft taken up again."""
    program = Application(qapp, profile, Options(profile.directory, "en"))
    window = program.window
    program.show()
    qtbot.waitUntil(window.ui.messages.isVisible)
    qtbot.mouseClick(window.ui.messages.action, Qt.MouseButton.LeftButton)
    shown = next(one for one in window.findChildren(DraftsDialog) if one.isVisible())
    (card,) = shown.cards
    card.again.click()
    yield program, window
    qtbot.waitUntil(lambda: program.tasks.idle)
    window.close()
    program.close()
    program.end_logs()


def test_a_form_that_was_open_is_offered_and_filled_in_again(
    qtbot: QtBot, qapp: QApplication, profile: Profile
) -> None:
    draft = killed(profile, PLAN)
    assert draft.form == "plan_workshop"
    assert {field.name: field.text for field in draft.fields} == {"title": "Problem Ağacı", "venue": "İnönü İlkokulu"}
    with gone_on_with(qtbot, qapp, profile) as (_program, window):
        qtbot.waitUntil(lambda: any(one.isVisible() for one in window.findChildren(PlanWorkshop)))
        page = next(one for one in window.findChildren(PlanWorkshop) if one.isVisible())
        qtbot.waitUntil(lambda: (page.ui.title.text(), page.ui.venue.text()) == ("Problem Ağacı", "İnönü İlkokulu"))
        page.reject()
        page.reject()
    assert kept(profile) == [], "a form that is given up takes its draft along"


def person(profile: Profile) -> int:
    added(profile, "people", given_name="Ada")
    return added(profile, "people", given_name="Zeynep")


def session(profile: Profile) -> int:
    workshop = added(profile, "workshops", title="Problem Ağacı")
    return added(profile, "sessions", workshop=workshop, starts_at="2026-03-01T13:00")


def milestone(profile: Profile) -> int:
    added(profile, "milestones", kind="milestone", date="2020-05-01", title="Ödül")
    return added(profile, "milestones", kind="milestone", date="2019-05-01", title="Kuruluş")


def notes_of(window: MainWindow, row: int) -> str:
    pane: Any = window.host.pane("people")
    return str(pane.page.form.editors["notes"].toPlainText()) if pane.page.form.key == row else ""


def counted_line(window: MainWindow, row: int) -> str:
    pane: Any = window.host.pane("needs")
    return str(pane.counting.line.text()) if pane.counting.session == row else ""


def edited_cell(window: MainWindow, row: int) -> str:
    pane: Any = window.host.pane("organisation")
    table = pane.ui.history
    line = table.indexWidget(table.currentIndex())
    here = isinstance(line, QLineEdit) and table.rows_model.id_of(table.current_row()) == row
    return line.text() if here else ""


@pytest.mark.thorough
@pytest.mark.parametrize(
    ("form", "about", "shown"),
    [(PERSON, person, notes_of), (COUNT, session, counted_line), (CELL, milestone, edited_cell)],
)
def test_what_was_typed_on_a_page_stands_there_again(
    qtbot: QtBot,
    qapp: QApplication,
    profile: Profile,
    form: str,
    about: Callable[[Profile], int],
    shown: Callable[[MainWindow, int], str],
) -> None:
    row = about(profile)
    killed(profile, form, row)
    (text,) = TYPED[form].values()
    with gone_on_with(qtbot, qapp, profile) as (program, window):
        qtbot.waitUntil(lambda: program.tasks.idle and shown(window, row) == text)
