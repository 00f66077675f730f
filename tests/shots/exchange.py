"""Pictures of the exchange: the pane, sending, and looking into what came."""

import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any
from unittest.mock import patch

from PySide6.QtWidgets import QDialog, QWidget

from tests.shots.registry import NOW, Stage, shot
from tests.unit.sync.books import Sheet, edit
from tn_desktop.exchange.sync.receiving import Options, receive
from tn_desktop.exchange.sync.sending import Order, send
from tn_desktop.gui.dialogs.receive import TAKE_BACK
from tn_desktop.model import stamps
from tn_desktop.model.messages import untranslated
from tn_desktop.services import exchange_page, owner, privacy_versions, records, same_as, slip_content
from tn_desktop.services.merge_undo import undo_batch
from tn_desktop.services.owner import Owner
from tn_desktop.store.database import Database
from tn_desktop.store.profile import Profile

_AT = {"institution": "Kars Lisesi", "province": "TR-36"}


def _colleague(stage: Stage, folder: Path) -> tuple[Path, Path]:
    """Two workbooks of a colleague: the first is taken in and changed on both sides since, the second is new."""
    database = stage.context.tasks.database
    assert database is not None
    other = Profile.at(folder / "colleague")
    with Database.open(other) as db:
        with db.write("owner") as uow:
            owner.settle(uow, Owner("Fatma Çelik", "Kars"))
            keys = [
                records.add(
                    uow, "people", {"given_name": given, "family_name": family, "institution": "Kars Lisesi", **_AT}
                )
                for given, family in (("Zübeyde", "Ateş"), ("Ümit", "Ok"))
            ]
        first = folder / "TN alışveriş Kars 10.03.2026.xlsx"
        send(db, first, untranslated)
    receive(database, [first])
    with database.write("change") as uow:
        for row in records.listing(uow.connection, "people", search="kars lisesi")[1]:
            if row["given_name"] in ("Zübeyde", "Ümit"):
                key = records.id_of(uow.connection, "people", row["uid"])
                records.change(uow, "people", key, {"institution": "Kars Fen Lisesi", "subject": "Fizik"})
    with Database.open(other) as db:
        with db.write("change") as uow:
            for made in keys:
                assert made.subject is not None
                records.change(uow, "people", made.subject, {"institution": "Kars Anadolu Lisesi", "subject": "Kimya"})
            community = records.add(uow, "communities", {"name": "Kars Okuma Topluluğu", "province": "TR-36"}).subject
            records.add(uow, "needs", {"title": "Okul kütüphanesi öğleden sonra kapalı", "community": community})
            words = slip_content.texts_of(uow.connection)
            said = {language: privacy_versions.wording(text) for language, text in words.items()}
            said["tr"] = replace(said["tr"], consent="Aşağıdakilerden yalnızca istediklerinizi işaretleyin.")
            privacy_versions.save(uow, said, NOW.date())
        second = folder / "TN alışveriş Kars 14.03.2026.xlsx"
        send(db, second, untranslated, Order())
    return first, second


def _pane(stage: Stage) -> Any:
    return stage.pane("exchange")


def _dialog(stage: Stage) -> Any:
    stage.settle()
    return next(one for one in stage.window.findChildren(QDialog) if one.isVisible())


@shot("exchange")
def exchange(stage: Stage) -> QWidget:
    """What was taken in."""
    with tempfile.TemporaryDirectory() as folder:
        files = _colleague(stage, Path(folder))
        database = stage.context.tasks.database
        assert database is not None
        receive(database, files)
    pane = _pane(stage)
    pane.read()
    stage.settle()
    return stage.window


@shot("exchange-history")
def exchange_history(stage: Stage) -> QWidget:
    """What was taken in, one of it taken back."""
    exchange(stage)
    database = stage.context.tasks.database
    assert database is not None
    with database.read() as connection:
        newest = max(one.batch for one in exchange_page.overview(connection).taken)
    with database.write(TAKE_BACK) as uow:
        undo_batch(uow, newest)
    pane = stage.window.host.pane("exchange")
    pane.ui.tabs.setCurrentWidget(pane.ui.takenTab)
    pane.read()
    stage.settle()
    pane.focus_list()
    return stage.window


@shot("exchange-conflicts")
def exchange_conflicts(stage: Stage) -> QWidget:
    """Conflicts."""
    exchange(stage)
    pane = stage.window.host.pane("exchange")
    pane.ui.tabs.setCurrentWidget(pane.ui.conflictsTab)
    pane.focus_list()
    return stage.window


@shot("exchange-verdicts")
def exchange_verdicts(stage: Stage) -> QWidget:
    """Two verdicts on a pair that stand against each other."""
    database = stage.context.tasks.database
    assert database is not None
    with tempfile.TemporaryDirectory() as folder:
        with Database.open(Profile.at(Path(folder) / "colleague")) as db:
            with db.write("owner") as uow:
                owner.settle(uow, Owner("Fatma Çelik", "Kars"))
                schools = ("Kars Lisesi", "Sarıkamış Lisesi")
                given = {"given_name": "Zübeyde", "family_name": "Ateş"}
                keys = [records.add(uow, "people", {**given, "institution": one}).subject or 0 for one in schools]
                uids = [records.uid_of(uow.connection, "people", key) for key in keys]
            first, second = (Path(folder) / f"{number}.xlsx" for number in (1, 2))
            send(db, first, untranslated)
            receive(database, [first])
            with database.write("judge") as uow:
                mine = [records.id_of(uow.connection, "people", uid) for uid in uids]
                same_as.judge(uow, "people", mine[0], mine[1], same_as.SAME)
            with db.write("judge") as uow:
                same_as.judge(uow, "people", keys[0], keys[1], same_as.DIFFERENT)
            send(db, second, untranslated)
        receive(database, [second])
    return exchange_conflicts(stage)


@shot("exchange-small", size=(1024, 640))
def exchange_small(stage: Stage) -> QWidget:
    """Conflicts in a small window."""
    return exchange_conflicts(stage)


@shot("exchange-empty", empty=True)
def exchange_empty(stage: Stage) -> QWidget:
    """Nobody to exchange with yet."""
    _pane(stage)
    return stage.window


@shot("exchange-receive")
def exchange_receive(stage: Stage) -> QWidget:
    """What would happen."""
    folder = tempfile.TemporaryDirectory()
    first, second = _colleague(stage, Path(folder.name))
    broken = Path(folder.name) / "bozuk.xlsx"
    broken.write_bytes(b"PK nothing")
    pane = _pane(stage)
    pane.receive([second, first, broken])
    dialog = _dialog(stage)
    stage.wait(lambda: dialog.report is not None)
    stage.settle()
    folder.cleanup()
    return dialog


@shot("exchange-receive-edited")
def exchange_receive_edited(stage: Stage) -> QWidget:
    """What a colleague without the program did in Excel, and what Excel did to it."""
    folder = tempfile.TemporaryDirectory()
    first, _second = _colleague(stage, Path(folder.name))
    edited = edit(first, "People", _in_excel)
    pane = _pane(stage)
    pane.receive([edited])
    dialog = _dialog(stage)
    stage.wait(lambda: dialog.report is not None)
    stage.settle()
    folder.cleanup()
    return dialog


@shot("exchange-texts-on-today")
def exchange_texts_on_today(stage: Stage) -> QWidget:
    """Texts to sign that came with a file and wait for a look."""
    folder = tempfile.TemporaryDirectory()
    _first, second = _colleague(stage, Path(folder.name))
    database = stage.context.tasks.database
    assert database is not None
    report = receive(database, [second])
    stage.context.tasks.changed.emit(report.files[0].changes, None)
    folder.cleanup()
    pane = stage.pane("today")
    stage.wait(lambda: pane.ui.todo.shown is not None and bool(pane.ui.todo.shown.texts))
    stage.settle()
    return stage.window


def _in_excel(sheet: Sheet) -> None:
    zubeyde, umit = (sheet.find("given_name", name) for name in ("Zübeyde", "Ümit"))
    sheet.put(zubeyde, "phone", "0532 123 45 67")
    sheet.put(zubeyde, "institution", "#REF!")
    sheet.put(umit, "phone", "5.3E+09")
    for key in ("institution", "province"):
        sheet.put(umit, key, None)
    sheet.append(given_name="Elif", family_name="Şahin", province="Kars")


@shot("exchange-waiting")
def exchange_waiting(stage: Stage) -> QWidget:
    """A file whose time has come, but not its passphrase."""
    database = stage.context.tasks.database
    assert database is not None
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "TN alışveriş Kars 15.03.2026.xlsx"
        with (
            patch.object(stamps, "now_milliseconds", _in_hours(30)),
            Database.open(Profile.at(Path(folder) / "colleague")) as db,
        ):
            with db.write("owner") as uow:
                owner.settle(uow, Owner("Fatma Çelik", "Kars"))
            send(db, file, untranslated, Order(passphrase="kırmızı şemsiye 7"))
        receive(database, [file], Options(passphrase="kırmızı şemsiye 7"))
    pane = _pane(stage)
    pane.ui.tabs.setCurrentWidget(pane.ui.heldTab)
    with patch.object(time, "time", lambda real=time.time: real() + 7 * 3_600):
        pane.read()
        stage.wait(lambda: pane.held.rowCount() == 1 and bool(pane.due.why(pane.held.rows[0].id)))
    stage.settle()
    pane.focus_list()
    return stage.window


def _in_hours(hours: int) -> Callable[[], int]:
    real = stamps.now_milliseconds
    return lambda: real() + hours * 3_600_000


@shot("exchange-send")
def exchange_send(stage: Stage) -> QWidget:
    """Sending, the passphrase too short."""
    pane = _pane(stage)
    pane.send()
    dialog = _dialog(stage)
    dialog.ui.send.click()
    return dialog


@shot("exchange-duplicates")
def exchange_duplicates(stage: Stage) -> QWidget:
    """Rows that may have been entered twice."""
    database = stage.context.tasks.database
    assert database is not None
    with database.write("add") as uow:
        for given, phone in (("Gülşah", None), ("Gülşa", "05321112233"), ("Gülşah", "05321112233")):
            values = {"given_name": given, "family_name": "Yıldırım", "institution": "Serhat Ortaokulu"}
            records.add(uow, "people", {**values, "province": "TR-36", "phone": phone})
        records.add(uow, "stakeholders", {"name": "Kars Okuma Vakfı", "province": "TR-36"})
        records.add(uow, "stakeholders", {"name": "Kars Okuma Vakfi", "province": "TR-36"})
    pane = _pane(stage)
    pane.ui.tabs.setCurrentWidget(pane.ui.duplicatesTab)
    stage.wait(lambda: pane.duplicates.pairs.rowCount() > 0)
    pane.focus_list()
    stage.settle()
    return stage.window
