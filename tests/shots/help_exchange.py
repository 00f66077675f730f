"""The pictures of the help's page about the exchange; their copies are in resources/pictures.

Each shows only what its sentence is about, no wider than the help viewer's text.
"""

import tempfile
from pathlib import Path
from typing import Any

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QLabel, QWidget

from tests.shots.attendance import _open, _today
from tests.shots.exchange import _colleague, _dialog, exchange_conflicts, exchange_duplicates
from tests.shots.registry import Stage, shot
from tn_desktop.exchange.sync.receiving import receive as take_in
from tn_desktop.exchange.sync.sending import send
from tn_desktop.model.messages import untranslated
from tn_desktop.services import attendance, enrolling, owner, records, same_as, workshops
from tn_desktop.services.day import DaySession
from tn_desktop.services.owner import Owner
from tn_desktop.services.workshops import WorkshopPlan
from tn_desktop.store.database import Database
from tn_desktop.store.profile import Profile

SIZE = (780, 520)


def _cut(stage: Stage, widget: QWidget, height: int, top: int = 0) -> QWidget:
    """A part of a widget as a picture of its own."""
    stage.settle()
    picture = QLabel(stage.window)
    picture.setPixmap(widget.grab(QRect(0, top, widget.width(), height)))
    picture.resize(widget.width(), height)
    return picture


@shot("help-send", size=SIZE)
def sending(stage: Stage) -> QWidget:
    """What to send, with a passphrase."""
    stage.pane("exchange").send()
    dialog = _dialog(stage)
    dialog.ui.passphrase.setText("kırmızı şemsiye 7" if stage.context.language == "tr" else "red umbrella 7")
    return dialog


@shot("help-receive", size=SIZE)
def receiving(stage: Stage) -> QWidget:
    """What would happen, before it does."""
    with tempfile.TemporaryDirectory() as folder:
        first, second = _colleague(stage, Path(folder))
        stage.pane("exchange").receive([second, first])
        dialog = _dialog(stage)
        stage.wait(lambda: dialog.report is not None)
        stage.settle()
    dialog.setMinimumSize(0, 0)
    dialog.resize(737, 300)
    return dialog


@shot("help-conflicts", size=SIZE)
def conflicts(stage: Stage) -> QWidget:
    """Two values of one field."""
    exchange_conflicts(stage)
    return _cut(stage, stage.window.host.pane("exchange"), 300)


@shot("help-duplicates", size=SIZE)
def duplicates(stage: Stage) -> QWidget:
    """Who may have been entered twice."""
    exchange_duplicates(stage)
    return _cut(stage, stage.window.host.pane("exchange"), 300)


@shot("help-roster", size=SIZE)
def roster(stage: Stage) -> QWidget:
    """A session that two have marked, as one roster."""
    database = stage.context.tasks.database
    assert database is not None
    session = _today(stage)
    with database.read() as connection:
        people = [row.person_id for row in attendance.roster(connection, session.id).rows]
        uids = [records.uid_of(connection, "people", person) for person in people]
    with database.write("own") as uow:
        attendance.mark_list(uow, session.id, dict.fromkeys(people, "present") | {people[3]: "absent"})
    with tempfile.TemporaryDirectory() as folder:
        twin = _marked_by_a_colleague(database, Path(folder), session, uids)
    with database.write("same") as uow:
        other = records.id_of(uow.connection, "sessions", twin)
        same_as.judge(uow, "sessions", session.id, other, same_as.SAME)
    _open(stage, "")
    return _cut(stage, stage.window.host.pane("attendance"), 350)


def _marked_by_a_colleague(database: Database, folder: Path, session: DaySession, people: list[str]) -> str:
    """The same session, planned and marked on a colleague's laptop; its uid."""
    first, answer = folder / "1.xlsx", folder / "2.xlsx"
    send(database, first, untranslated)
    with Database.open(Profile.at(folder / "colleague")) as db:
        with db.write("owner") as uow:
            owner.settle(uow, Owner("Fatma Çelik", "Kars"))
        take_in(db, [first])
        with db.write("twin") as uow:
            keys = [records.id_of(uow.connection, "people", uid) for uid in people]
            plan = WorkshopPlan({"title": session.workshop, "province": "TR-76"}, session.starts_at)
            made: Any = workshops.plan(uow, plan)
            enrolling.enrol(uow, made.subject, keys)
            (twin,) = made.told["sessions"]
            attendance.mark_list(uow, twin, {keys[1]: "late", keys[2]: "present", keys[3]: "present"})
            uid = records.uid_of(uow.connection, "sessions", twin)
        send(db, answer, untranslated)
    take_in(database, [answer])
    return uid
