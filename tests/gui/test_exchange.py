"""Send / Receive through the real pane, over real workbooks of a second laptop."""

import time
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from tests.gui.conftest import NOW
from tests.gui.keys import type_text
from tn_desktop.exchange.folder.state import PASSPHRASE as FOLDER_PASSPHRASE
from tn_desktop.exchange.sync.attachments import give, of_rows
from tn_desktop.exchange.sync.receiving import Options, receive
from tn_desktop.exchange.sync.sealed import Secret
from tn_desktop.exchange.sync.sending import Order, send
from tn_desktop.gui.context import Context
from tn_desktop.gui.dialogs.document_preview import DocumentPreview
from tn_desktop.gui.dialogs.receive import Line, ReceiveDialog
from tn_desktop.gui.dialogs.send import SendDialog
from tn_desktop.gui.panes.exchange import ExchangePane
from tn_desktop.gui.undo import UndoStack
from tn_desktop.model import stamps
from tn_desktop.model.messages import untranslated
from tn_desktop.model.privacy_texts import LANGUAGES, privacy_text
from tn_desktop.services import (
    attendance,
    enrolling,
    erasure,
    output_files,
    owner,
    privacy_versions,
    records,
    same_as,
    settings,
    workshops,
)
from tn_desktop.services.owner import Owner
from tn_desktop.services.workshops import WorkshopPlan
from tn_desktop.store import engine
from tn_desktop.store.database import Database
from tn_desktop.store.profile import Profile

Store = Callable[..., int]
PASSPHRASE = "kırmızı şemsiye 7"


class Colleague:
    """Another laptop, with a profile of its own."""

    def __init__(self, folder: Path, profile: Profile) -> None:
        self.folder = folder
        self.profile = profile
        self._number = 0
        with Database.open(self.profile) as db, db.write("owner") as uow:
            owner.settle(uow, Owner("Fatma Çelik", "Kars"))

    def add(self, entity: str, **values: Any) -> int:
        with Database.open(self.profile) as db, db.write("add") as uow:
            key = records.add(uow, entity, values).subject
        assert key is not None
        return key

    def change(self, entity: str, key: int, **values: Any) -> None:
        with Database.open(self.profile) as db, db.write("change") as uow:
            records.change(uow, entity, key, values)

    def sends(self, passphrase: str = "") -> Path:
        self._number += 1
        file = self.folder / f"kars-{self._number}.xlsx"
        with Database.open(self.profile) as db:
            send(db, file, untranslated, Order(passphrase=passphrase))
        return file

    def receives(self, file: Path, passphrase: str | None = None) -> None:
        with Database.open(self.profile) as db:
            report = receive(db, [file], Options(passphrase=passphrase))
        assert [one.status for one in report.files] == ["applied"]

    def rows(self, entity: str) -> list[dict[str, Any]]:
        with Database.open(self.profile) as db, db.read() as connection:
            return records.listing(connection, entity)[1]


@pytest.fixture
def colleague(tmp_path: Path, new_profile: Callable[[Path], Profile]) -> Colleague:
    return Colleague(tmp_path, new_profile(tmp_path / "colleague"))


@pytest.fixture
def pane(qtbot: QtBot, context: Context) -> ExchangePane:
    pane = ExchangePane(context)
    qtbot.addWidget(pane)
    pane.resize(1180, 680)
    with qtbot.waitExposed(pane):
        pane.show()
    qtbot.waitUntil(lambda: context.tasks.idle)
    return pane


def people(context: Context) -> dict[str, str | None]:
    """Given name -> institution, on disk."""
    assert context.tasks.database is not None
    with context.tasks.database.read() as connection:
        rows = records.listing(connection, "people")[1]
    return {row["given_name"]: row["institution"] for row in rows if row["given_name"] != "Fatma"}


def received(qtbot: QtBot, pane: ExchangePane, *files: Path) -> ReceiveDialog:
    """The dialog after it has looked into the files."""
    pane.receive(list(files))
    dialog = pane.findChildren(ReceiveDialog)[-1]
    qtbot.waitUntil(lambda: dialog.report is not None and dialog._stop is None)
    return dialog


def take_in(qtbot: QtBot, pane: ExchangePane, *files: Path) -> ReceiveDialog:
    dialog = received(qtbot, pane, *files)
    dialog.ui.apply.click()
    qtbot.waitUntil(lambda: dialog.applied)
    qtbot.waitUntil(lambda: pane.context.tasks.idle)
    return dialog


def told(dialog: ReceiveDialog) -> str:
    return "\n".join(f"{line.what} | {dialog._text(line)}" for line in dialog.model.rows)


def test_texts_to_sign_that_come_are_told_and_shown_before_they_are_taken_in(
    qtbot: QtBot, context: Context, pane: ExchangePane, colleague: Colleague
) -> None:
    with Database.open(colleague.profile) as db, db.write("texts") as uow:
        words = {
            language: replace(privacy_versions.wording(privacy_text(language)), consent=f"Kars, {language}.")
            for language in LANGUAGES
        }
        own = privacy_versions.save(uow, words, NOW.date())
    dialog = received(qtbot, pane, colleague.sends())
    row = next(at for at, line in enumerate(dialog.model.rows) if own in line.text)
    dialog.ui.lines.setFocus()
    dialog.ui.lines.selectRow(row)
    qtbot.keyClick(dialog.ui.lines, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.slip is not None and dialog.slip.isVisible())
    assert isinstance(dialog.slip, DocumentPreview)
    dialog.slip.reject()
    assert context.tasks.database is not None
    with context.tasks.database.read() as connection:
        assert privacy_versions.own(connection) == frozenset(), "looking writes nothing"


def test_a_workbook_is_shown_first_then_taken_in_and_taken_back(
    qtbot: QtBot, context: Context, pane: ExchangePane, colleague: Colleague, qtmodeltester: ModelTester
) -> None:
    colleague.add("people", given_name="Zübeyde", institution="Kars Lisesi")
    dialog = received(qtbot, pane, colleague.sends())
    qtmodeltester.check(dialog.model)
    assert people(context) == {}, "looking writes nothing"
    assert "from Fatma Çelik" in told(dialog) and "People" in told(dialog)
    assert "Nothing is written yet" in dialog.ui.summary.text() and "added" in dialog.ui.summary.text()
    dialog.ui.apply.click()
    qtbot.waitUntil(lambda: dialog.applied)
    assert people(context) == {"Zübeyde": "Kars Lisesi"}
    dialog.reject()
    qtbot.waitUntil(lambda: context.tasks.idle and pane.taken.rowCount() == 1)
    assert pane.laptops.rows[0].state.owner == "Fatma Çelik"
    pane.ui.tabs.setCurrentWidget(pane.ui.takenTab)
    pane.focus_list()
    qtbot.waitUntil(lambda: pane.ui.undo.isEnabled())
    pane.ui.undo.click()
    qtbot.waitUntil(lambda: people(context) == {})
    qtbot.waitUntil(lambda: context.tasks.idle and pane.taken.rows[0].undone)
    assert not pane.ui.undo.isEnabled()


def test_a_file_whose_time_has_come_is_taken_in_when_the_pane_is_looked_at(
    qtbot: QtBot, context: Context, pane: ExchangePane, colleague: Colleague, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, reading = time.time, stamps.now_milliseconds
    with monkeypatch.context() as patch:
        patch.setattr(stamps, "now_milliseconds", lambda: reading() + 30 * 3_600_000)
        colleague.add("people", given_name="Zübeyde", institution="Kars Lisesi")
        path = colleague.sends()
    take_in(qtbot, pane, path).accept()
    qtbot.waitUntil(lambda: context.tasks.idle and pane.held.rowCount() == 1)
    assert people(context) == {} and "more than a day ahead" in pane.held.index(0, 2).data()
    # Seven hours later.
    monkeypatch.setattr(time, "time", lambda: real() + 7 * 3_600)
    with qtbot.waitSignal(context.navigator.told) as told_now:
        pane.read()
    assert told_now.args == ["1 file(s) that had waited were taken in."]
    assert people(context) == {"Zübeyde": "Kars Lisesi"}
    qtbot.waitUntil(lambda: context.tasks.idle and pane.held.rowCount() == 0 and pane.taken.rowCount() == 1)


@pytest.fixture
def with_a_passphrase(
    context: Context, colleague: Colleague, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Callable[[], None]:
    """A workbook with a passphrase waits, since its clock is ahead; calling this lets its time come."""
    real, reading, database = time.time, stamps.now_milliseconds, context.tasks.database
    assert database is not None
    with monkeypatch.context() as patch:
        patch.setattr(stamps, "now_milliseconds", lambda: reading() + 30 * 3_600_000)
        colleague.add("people", given_name="Zübeyde", institution="Kars Lisesi")
        path = colleague.sends(PASSPHRASE)
    assert [one.status for one in receive(database, [path], Options(passphrase=PASSPHRASE)).files] == ["held"]
    return lambda: monkeypatch.setattr(time, "time", lambda: real() + 7 * 3_600)


@pytest.mark.thorough
def test_a_file_that_waited_asks_for_its_passphrase_and_comes_when_it_is_typed(
    qtbot: QtBot, context: Context, pane: ExchangePane, with_a_passphrase: Callable[[], None]
) -> None:
    with_a_passphrase()
    pane.read()
    qtbot.waitUntil(lambda: context.tasks.idle and "needs its passphrase" in (pane.held.index(0, 2).data() or ""))
    assert people(context) == {} and pane.ui.release.isEnabled()
    pane.ui.tabs.setCurrentWidget(pane.ui.heldTab)
    pane.ui.release.click()
    dialog = pane.findChildren(ReceiveDialog)[-1]
    qtbot.waitUntil(lambda: dialog.report is not None and dialog.ui.passphrase.isVisible())
    type_text(dialog.ui.passphrase, PASSPHRASE)
    qtbot.keyClick(dialog.ui.passphrase, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialog._stop is None and dialog.ui.apply.isEnabled())
    # She only looked; what she typed is tried once she is back.
    with qtbot.waitSignal(context.navigator.told) as told_now:
        dialog.reject()
    assert told_now.args == ["1 file(s) that had waited were taken in."]
    qtbot.waitUntil(lambda: context.tasks.idle and pane.held.rowCount() == 0)
    assert people(context) == {"Zübeyde": "Kars Lisesi"}


@pytest.mark.thorough
def test_a_file_that_waited_comes_once_the_folder_knows_its_passphrase(
    qtbot: QtBot, context: Context, pane: ExchangePane, with_a_passphrase: Callable[[], None]
) -> None:
    with_a_passphrase()
    said: list[str] = []
    context.navigator.told.connect(said.append)
    for wrong in ("", "başka"):
        put_folder_passphrase(context, wrong)
        pane.read()
        qtbot.waitUntil(lambda: context.tasks.idle and "needs its passphrase" in (pane.held.index(0, 2).data() or ""))
    assert said == [], "nothing came"
    put_folder_passphrase(context, PASSPHRASE)
    pane.read()
    qtbot.waitUntil(lambda: context.tasks.idle and pane.held.rowCount() == 0)
    assert people(context) == {"Zübeyde": "Kars Lisesi"} and said == ["1 file(s) that had waited were taken in."]


def put_folder_passphrase(context: Context, passphrase: str) -> None:
    assert context.tasks.database is not None
    with context.tasks.database.write("passphrase") as uow:
        settings.put(uow, FOLDER_PASSPHRASE, passphrase)


def test_a_clock_that_is_years_behind_is_told_in_one_sentence_and_holds_nothing(
    qtbot: QtBot, context: Context, pane: ExchangePane, colleague: Colleague, monkeypatch: pytest.MonkeyPatch
) -> None:
    colleague.add("people", given_name="Zübeyde", institution="Kars Lisesi")
    path, real, reading = colleague.sends(), time.time, stamps.now_milliseconds
    behind = int(real()) - 1_426_118_400
    monkeypatch.setattr(time, "time", lambda: real() - behind)
    monkeypatch.setattr(stamps, "now_milliseconds", lambda: reading() - 1000 * behind)
    dialog = received(qtbot, pane, path)
    assert told(dialog).startswith("This computer | ▲ The clock of this computer says 12.03.2015")
    assert "more than a day ahead" not in told(dialog) and told(dialog).count("clock") == 1
    dialog.ui.apply.click()
    qtbot.waitUntil(lambda: dialog.applied)
    assert people(context) == {"Zübeyde": "Kars Lisesi"} and "please set it" in told(dialog)


def test_the_same_file_twice_does_nothing(
    qtbot: QtBot, context: Context, pane: ExchangePane, colleague: Colleague
) -> None:
    colleague.add("people", given_name="Zübeyde")
    file = colleague.sends()
    take_in(qtbot, pane, file).reject()
    again = received(qtbot, pane, file)
    assert "taken in before" in told(again) and not again.ui.apply.isEnabled()


def test_a_passphrase_is_asked_for_where_a_file_has_one(
    qtbot: QtBot, context: Context, pane: ExchangePane, colleague: Colleague
) -> None:
    colleague.add("people", given_name="Zübeyde")
    dialog = received(qtbot, pane, colleague.sends(PASSPHRASE))
    assert dialog.ui.secret.isVisible() and not dialog.ui.apply.isEnabled()
    type_text(dialog.ui.passphrase, PASSPHRASE)
    qtbot.keyClick(dialog.ui.passphrase, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.ui.apply.isEnabled())
    dialog.ui.apply.click()
    qtbot.waitUntil(lambda: dialog.applied)
    assert "Zübeyde" in people(context)


def test_what_is_no_workbook_of_ours_is_refused_in_a_sentence(
    qtbot: QtBot, context: Context, pane: ExchangePane, tmp_path: Path
) -> None:
    file = tmp_path / "bozuk.xlsx"
    file.write_bytes(b"PK\x03\x04 but not really")
    dialog = received(qtbot, pane, file)
    assert "bozuk.xlsx | ✕ refused" in told(dialog) and not dialog.ui.apply.isEnabled()


def conflict(qtbot: QtBot, pane: ExchangePane, colleague: Colleague, fields: dict[str, tuple[str, str]]) -> int:
    """A person whose fields were changed on both laptops, the colleague's later."""
    context = pane.context
    key = colleague.add("people", given_name="Zübeyde", institution="Eski", subject="Eski")
    take_in(qtbot, pane, colleague.sends()).reject()
    assert context.tasks.database is not None
    with context.tasks.database.write("change") as uow:
        mine = next(row for row in records.listing(uow.connection, "people")[1] if row["given_name"] == "Zübeyde")
        own = records.id_of(uow.connection, "people", mine["uid"])
        records.change(uow, "people", own, {name: here for name, (here, _there) in fields.items()})
    colleague.change("people", key, **{name: there for name, (_here, there) in fields.items()})
    take_in(qtbot, pane, colleague.sends()).reject()
    pane.ui.tabs.setCurrentWidget(pane.ui.conflictsTab)
    qtbot.waitUntil(lambda: context.tasks.idle and pane.conflicts.rowCount() == len(fields))
    return own


def test_conflicts_are_decided_by_the_arrow_keys(
    qtbot: QtBot, context: Context, pane: ExchangePane, colleague: Colleague
) -> None:
    own = conflict(qtbot, pane, colleague, {"institution": ("Buradaki", "Oradaki"), "subject": ("Tarih", "Fizik")})
    assert people(context) == {"Zübeyde": "Oradaki"}
    assert "Oradaki · Fatma Çelik" in pane._kept(pane.conflicts.rows[0])
    pane.focus_list()
    qtbot.keyClick(pane.ui.conflicts, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: context.tasks.idle and pane.conflicts.rowCount() == 1)
    qtbot.keyClick(pane.ui.conflicts, Qt.Key.Key_Left)
    qtbot.waitUntil(lambda: context.tasks.idle and pane.conflicts.rowCount() == 0)
    assert context.tasks.database is not None
    with context.tasks.database.read() as connection:
        row = records.show(connection, "people", own)
    assert {row["institution"], row["subject"]} in ({"Buradaki", "Fizik"}, {"Oradaki", "Tarih"})


def test_a_bulk_mark_that_gave_way_says_so_and_is_a_kind_of_its_own(
    qtbot: QtBot, context: Context, pane: ExchangePane, colleague: Colleague
) -> None:
    database = context.tasks.database
    assert database is not None
    with Database.open(colleague.profile) as db, db.write("session") as uow:
        people = [records.add(uow, "people", {"given_name": name}).subject or 0 for name in ("Ali", "Can")]
        made = workshops.plan(uow, WorkshopPlan({"title": "Atölye"}, "14.03.2026 13:00"))
        enrolling.enrol(uow, made.subject or 0, people)
        (session,) = made.told["sessions"]  # type: ignore[misc]
    receive(database, [colleague.sends()])
    with database.write("marks") as uow:
        (row,) = records.listing(uow.connection, "sessions")[1]
        here = records.id_of(uow.connection, "sessions", row["uid"])
        mine = [one.person_id for one in attendance.roster(uow.connection, here).rows]
        attendance.mark(uow, here, mine[0], "absent")
        attendance.mark(uow, here, mine[1], "late")
    with Database.open(colleague.profile) as db:
        with db.write("key") as uow:
            attendance.mark(uow, session, people[1], "excused")
        with db.write("rest") as uow:
            attendance.mark_remaining(uow, session, "present")
    receive(database, [colleague.sends()])
    pane.read()
    qtbot.waitUntil(lambda: pane.conflicts.rowCount() == 2)
    rows = {row.outranked: row for row in pane.conflicts.rows}
    assert (rows[True].kept, rows[True].lost) == ("absent", "present")
    assert "this person alone" in pane._kept(rows[True]) and "all marked together" in pane._lost(rows[True])
    assert "together" not in pane._lost(rows[False])
    # Taking all of the other kind leaves the deliberate mark alone.
    ui = pane.ui
    ui.tabs.setCurrentWidget(ui.conflictsTab)
    ui.conflicts.setCurrentIndex(pane.conflicts.index(pane.conflicts.rows.index(rows[False]), 0))
    qtbot.keyClick(ui.conflicts, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: pane.conflicts.rowCount() == 1 and pane.conflicts.rows[0].outranked)


def test_while_others_write_it_says_so_and_can_be_stopped(
    qtbot: QtBot, context: Context, pane: ExchangePane, colleague: Colleague, monkeypatch: pytest.MonkeyPatch
) -> None:
    colleague.add("people", given_name="Zübeyde", institution="Kars Lisesi")
    dialog = received(qtbot, pane, colleague.sends())
    monkeypatch.setattr(engine, "SHORTLY", 100)
    database = context.tasks.database
    assert database is not None
    with Database.open(database.profile) as other:
        for stopped in (True, False):
            with other.write("long"):
                dialog.ui.apply.click()
                qtbot.waitUntil(lambda: "waits for its turn" in dialog.ui.summary.text())
                if stopped:
                    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
                    qtbot.waitUntil(lambda: dialog._stop is None)
                    assert dialog.isVisible() and "Nothing was changed" in dialog.ui.refusal.text()
            if stopped:
                assert people(context) == {}
        qtbot.waitUntil(lambda: dialog.applied)
    assert people(context) == {"Zübeyde": "Kars Lisesi"} and "Taken in" in dialog.ui.summary.text()


def test_values_of_conflicts_and_edits_are_words(
    qtbot: QtBot, context: Context, pane: ExchangePane, colleague: Colleague
) -> None:
    """No codes of provinces and no uids, where values stand against each other and where a cell was changed."""
    assert context.tasks.database is not None
    people = [colleague.add("people", given_name=name) for name in ("Zübeyde", "Halide", "Nezihe")]
    key = colleague.add("workshops", title="Atölye", province="TR-34", initiated_by=uid_of(colleague, people[0]))
    take_in(qtbot, pane, colleague.sends()).reject()
    with context.tasks.database.write("change") as uow:
        (mine,) = records.listing(uow.connection, "workshops")[1]
        given = {"province": "TR-21", "initiated_by": uid_of(colleague, people[1])}
        records.change(uow, "workshops", records.id_of(uow.connection, "workshops", mine["uid"]), given)
    colleague.change("workshops", key, province="TR-36", initiated_by=uid_of(colleague, people[2]))
    file = colleague.sends()
    take_in(qtbot, pane, file).reject()
    pane.ui.tabs.setCurrentWidget(pane.ui.conflictsTab)
    qtbot.waitUntil(lambda: context.tasks.idle and pane.conflicts.rowCount() == 2)
    rows = {row.field: (pane._kept(row), pane._lost(row)) for row in pane.conflicts.rows}
    assert [text.split(" · ")[0] for text in rows["province"]] == ["Kars", "Diyarbakır"]
    assert [text.split(" · ")[0] for text in rows["initiated_by"]] == ["Nezihe", "Halide"]
    book = load_workbook(file)
    sheet = next(one for one in book.worksheets if one.title == "Workshops")
    keys = [cell.value for cell in sheet[1]]
    others = next(one for one in book.worksheets if one.title == "People")
    code = next(row[0].value for row in others.iter_rows(min_row=3) if "Zübeyde" in [cell.value for cell in row])
    sheet.cell(3, keys.index("province") + 1).value = None
    sheet.cell(3, keys.index("initiated_by") + 1).value = f"Zübeyde [{code}]"
    book.save(file)
    text = told(received(qtbot, pane, file))
    assert "Province: “Kars” becomes “–”" in text and "if “Kars” is really to be removed" in text
    assert "“Nezihe” becomes “Zübeyde”" in text


def uid_of(colleague: Colleague, key: int) -> str:
    with Database.open(colleague.profile) as db, db.read() as connection:
        return records.uid_of(connection, "people", key)


@pytest.mark.thorough
def test_enter_on_a_conflict_goes_to_its_record(
    qtbot: QtBot, context: Context, pane: ExchangePane, colleague: Colleague
) -> None:
    own = conflict(qtbot, pane, colleague, {"institution": ("Buradaki", "Oradaki")})
    pane.focus_list()
    with qtbot.waitSignal(context.navigator.record_wanted) as wanted:
        qtbot.keyClick(pane.ui.conflicts, Qt.Key.Key_Return)
    assert wanted.args == ["people", own]


def is_whole(dialog: ReceiveDialog) -> bool:
    """Whether a text that is too long for one line goes on in a second one."""
    table = dialog.ui.lines
    dialog.model.set_rows([*dialog.model.rows, Line(99, "", "uzun sözcük " * 20)])
    table.fit_rows()
    index = dialog.model.index(dialog.model.rowCount() - 1, 1)
    place = table.visualRect(index)
    below = place.adjusted(0, place.height() * 2 // 3, 0, -2)
    image = table.viewport().grab(below).toImage()
    return len({image.pixel(x, y) for x in range(image.width()) for y in range(image.height())}) > 1


def test_doubts_are_told_and_can_be_confirmed_where_all_else_came_before(
    qtbot: QtBot, context: Context, pane: ExchangePane, colleague: Colleague
) -> None:
    colleague.add("people", given_name="Zübeyde", institution="Kars Lisesi", phone="0532 123 45 67")
    file = colleague.sends()
    take_in(qtbot, pane, file).reject()
    book = load_workbook(file)
    sheet = next(one for one in book.worksheets if one.title == "People")
    keys = [cell.value for cell in sheet[1]]
    column = keys.index("institution") + 1
    hers = next(r for r in range(3, sheet.max_row + 1) if sheet.cell(r, column).value == "Kars Lisesi")
    sheet.cell(hers, keys.index("phone") + 1).value = "5.3E+09"
    sheet.cell(hers, column).value = None
    book.save(file)
    dialog = received(qtbot, pane, file)
    text = told(dialog)
    assert "= was taken in before" in text and "lost digits" in text and not dialog.ui.apply.isEnabled()
    row = next(number for number, line in enumerate(dialog.model.rows) if line.key)
    assert dialog._text(dialog.model.rows[row]).endswith("(Enter confirms it.)")
    dialog.ui.lines.setCurrentIndex(dialog.model.index(row, 0))
    qtbot.keyClick(dialog.ui.lines, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.ui.apply.isEnabled())
    dialog.ui.apply.click()
    qtbot.waitUntil(lambda: dialog.applied)
    assert people(context) == {"Zübeyde": None}


def test_an_erasure_that_comes_is_told_before_and_after(
    qtbot: QtBot, context: Context, pane: ExchangePane, colleague: Colleague
) -> None:
    key = colleague.add("people", given_name="Zübeyde")
    take_in(qtbot, pane, colleague.sends()).reject()
    with Database.open(colleague.profile) as db:
        erasure.erase_person(db, key, "2026-03-14", "kendi isteği")
    dialog = received(qtbot, pane, colleague.sends())
    assert "1 will be erased for good" in told(dialog) and "1 will be erased" in dialog.ui.summary.text()
    assert "nothing new" not in dialog.ui.summary.text()
    dialog.ui.apply.click()
    qtbot.waitUntil(lambda: dialog.applied)
    assert "1 erased for good" in dialog.ui.summary.text() and people(context) == {}


def test_an_edit_in_excel_is_named_before_it_is_taken(
    qtbot: QtBot, context: Context, pane: ExchangePane, colleague: Colleague
) -> None:
    colleague.add("people", given_name="Zübeyde", institution="Kars Lisesi")
    file = colleague.sends()
    book = load_workbook(file)
    sheet = next(one for one in book.worksheets if one.title == "People")
    keys = [cell.value for cell in sheet[1]]
    column = keys.index("institution") + 1
    row = next(r for r in range(3, sheet.max_row + 1) if sheet.cell(r, column).value == "Kars Lisesi")
    sheet.cell(row, column).value = "Iğdır Lisesi"
    book.save(file)
    dialog = received(qtbot, pane, file)
    assert "Zübeyde: Institution: “Kars Lisesi” becomes “Iğdır Lisesi”" in told(dialog)
    assert is_whole(dialog)
    dialog.ui.apply.click()
    qtbot.waitUntil(lambda: dialog.applied)
    assert people(context)["Zübeyde"] == "Iğdır Lisesi"


def test_a_workbook_is_sent_with_a_passphrase_unless_she_says_otherwise(
    qtbot: QtBot,
    context: Context,
    pane: ExchangePane,
    colleague: Colleague,
    store: Store,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    store("people", given_name="Işıl")
    file = tmp_path / "gonder.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_given: (str(file), ""))
    pane.send()
    dialog = pane.findChildren(SendDialog)[-1]
    dialog.ui.send.click()
    assert "at least 8 letters" in dialog.ui.refusal.text() and not file.exists()
    type_text(dialog.ui.passphrase, PASSPHRASE)
    dialog.ui.send.click()
    qtbot.waitUntil(lambda: dialog.sent is not None)
    assert "gonder.xlsx" in dialog.ui.told.text()
    dialog.reject()
    qtbot.waitUntil(lambda: "Last sent" in pane.ui.state.text())
    colleague.receives(file, PASSPHRASE)
    assert "Işıl" in [row["given_name"] for row in colleague.rows("people")]


def test_a_laptop_that_fell_silent_is_named_where_it_is_not_waited_for(
    qtbot: QtBot, context: Context, pane: ExchangePane, colleague: Colleague
) -> None:
    colleague.add("people", given_name="Işıl")
    database = context.tasks.database
    assert database is not None
    receive(database, [colleague.sends()], now=context.now().astimezone() - timedelta(days=61))
    pane.read()
    qtbot.waitUntil(lambda: pane.laptops.rowCount() == 1)
    assert "Fatma Çelik" in pane.laptops.index(0, 0).data() and "silent since" in pane.laptops.index(0, 0).data()
    pane.send()
    dialog = pane.findChildren(SendDialog)[-1]
    qtbot.waitUntil(lambda: bool(dialog._silent))
    assert not dialog.ui.silent.isVisibleTo(dialog)
    dialog.ui.what.setCurrentIndex(1)
    assert dialog.ui.silent.isVisibleTo(dialog) and "Fatma Çelik" in dialog.ui.silent.text()
    dialog.reject()


def attached(folder: Path, db: Database, content: bytes) -> int:
    """An output with a file, kept by the services."""
    (folder / "Ders planı.pdf").write_bytes(content)
    kept = output_files.keep(db, folder / "Ders planı.pdf")
    with db.write("add") as uow:
        key = records.add(uow, "outputs", {"title": "Kılavuz", "file": kept}).subject
    assert key is not None
    return key


def test_files_of_outputs_are_sent_beside_the_workbook(
    pane: ExchangePane, context: Context, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    assert context.tasks.database is not None
    attached(tmp_path, context.tasks.database, b"of ours")
    file = tmp_path / "out" / "gonder.xlsx"
    file.parent.mkdir()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_given: (str(file), ""))
    pane.send()
    dialog = pane.findChildren(SendDialog)[-1]
    qtbot.waitUntil(lambda: dialog.isVisible() and context.tasks.idle)
    dialog.ui.passphrase.setText("uzun bir parola")
    dialog.ui.send.click()
    qtbot.waitUntil(lambda: dialog.sent is not None)
    (beside,) = (file.parent / "TN-files").iterdir()
    assert b"of ours" not in beside.read_bytes()
    assert "TN-files" in dialog.ui.told.text()
    dialog.reject()


def test_files_of_outputs_come_beside_the_workbook_or_later_by_themselves(
    pane: ExchangePane, colleague: Colleague, context: Context, tmp_path: Path, qtbot: QtBot
) -> None:
    with Database.open(colleague.profile) as db:
        attached(tmp_path, db, b"of a colleague")
    book = colleague.sends("uzun bir parola")
    with Database.open(colleague.profile) as db, db.read() as connection:
        (beside,) = give(db, of_rows(connection, None, 0), tmp_path, Secret("uzun bir parola"))
    late = beside.rename(tmp_path / "belge.tnfile")
    dialog = received(qtbot, pane, book)
    dialog.ui.passphrase.setText("uzun bir parola")
    dialog.ui.again.click()
    qtbot.waitUntil(lambda: dialog.ui.apply.isEnabled() and context.tasks.idle)
    dialog.ui.apply.click()
    qtbot.waitUntil(lambda: dialog.applied)
    assert "have not come yet: Ders planı.pdf" in told(dialog)
    dialog.reject()
    again = received(qtbot, pane, late)
    assert "protected by a password" in told(again)
    again.ui.passphrase.setText("uzun bir parola")
    again.ui.again.click()
    qtbot.waitUntil(lambda: again.ui.apply.isEnabled() and context.tasks.idle)
    with qtbot.waitSignal(context.tasks.changed):
        again.ui.apply.click()
    qtbot.waitUntil(lambda: again.applied)
    assert context.tasks.database is not None
    assert [held.size for held in context.tasks.database.files.all().values()] == [len(b"of a colleague")]
    again.reject()


def test_rows_entered_twice_are_judged_by_keys_and_the_verdict_is_taken_back(
    pane: ExchangePane, context: Context, store: Store, qtbot: QtBot
) -> None:
    for _ in range(2):
        store("people", given_name="Umut", family_name="Uçar", province="TR-36")
        store("stakeholders", name="Eğitim Vakfı", province="TR-36")
    ui = pane.ui
    ui.tabs.setCurrentWidget(ui.duplicatesTab)
    qtbot.waitUntil(lambda: pane.duplicates.pairs.rowCount() == 2)
    assert "(2)" in ui.tabs.tabText(ui.tabs.indexOf(ui.duplicatesTab))

    ui.duplicates.setFocus()
    with qtbot.waitSignal(context.tasks.changed):
        type_text(ui.duplicates, "+")
    qtbot.waitUntil(lambda: pane.duplicates.pairs.rowCount() == 1)
    with qtbot.waitSignal(context.tasks.changed):
        type_text(ui.duplicates, "-")
    qtbot.waitUntil(lambda: pane.duplicates.pairs.rowCount() == 0)
    assert "twice" in ui.duplicates.empty_text

    ui.decided.setChecked(True)
    qtbot.waitUntil(lambda: {row.verdict for row in pane.duplicates.pairs.rows} == {"same", "different"})
    with qtbot.waitSignal(context.tasks.changed):
        ui.unsaid.click()
    qtbot.waitUntil(lambda: pane.duplicates.pairs.rowCount() == 1)
    ui.decided.setChecked(False)
    qtbot.waitUntil(lambda: pane.duplicates.pairs.rowCount() == 1 and pane.duplicates.pairs.rows[0].verdict is None)


def test_either_row_of_a_pair_can_be_opened(pane: ExchangePane, context: Context, store: Store, qtbot: QtBot) -> None:
    keys = [store("people", given_name="Umut", family_name="Uçar", province="TR-36") for _ in range(2)]
    pane.ui.tabs.setCurrentWidget(pane.ui.duplicatesTab)
    qtbot.waitUntil(lambda: pane.duplicates.pairs.rowCount() == 1)
    opened: list[tuple[str, int]] = []
    context.navigator.record_wanted.connect(lambda entity, key: opened.append((entity, key)))
    pane.ui.duplicates.setFocus()
    qtbot.keyClick(pane.ui.duplicates, Qt.Key.Key_Return)
    qtbot.keyClick(pane.ui.duplicates, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert {entity for entity, _key in opened} == {"people"}
    assert {key for _entity, key in opened} == set(keys)


def test_the_shared_folder_is_chosen_beside_the_laptops(
    pane: ExchangePane, context: Context, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    shared = tmp_path / "shared"
    shared.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_args: str(shared))
    assert pane.folder.isVisible() and not pane.folder.on.isChecked()
    pane.folder.choose.click()
    qtbot.waitUntil(lambda: pane.folder.watch.folder == shared and pane.folder.on.isChecked())
    qtbot.waitUntil(lambda: pane.folder.state.text().startswith("✓"))
    pane.folder.on.click()
    assert not pane.folder.watch.on


def test_what_a_laptop_never_heard_of_removes_waits_for_a_yes(
    pane: ExchangePane, context: Context, colleague: Colleague, store: Store, tmp_path: Path, qtbot: QtBot
) -> None:
    for name in ("Kırmızı", "Mavi"):
        store("people", given_name=name)
    ours = tmp_path / "ours.xlsx"
    assert context.tasks.database is not None
    send(context.tasks.database, ours, untranslated, Order())
    colleague.receives(ours)
    with Database.open(colleague.profile) as db, db.write("remove") as uow:
        rows = records.listing(uow.connection, "people")[1]
        uid = next(row["uid"] for row in rows if row["given_name"] == "Kırmızı")
        records.remove(uow, "people", records.id_of(uow.connection, "people", uid))
    file = colleague.sends()
    pane.receive([file])
    dialog = pane.findChild(ReceiveDialog)
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.report is not None)
    assert [one.status for one in dialog.report.files] == ["held"]
    dialog.ui.apply.click()
    qtbot.waitUntil(lambda: dialog.applied)
    dialog.accept()
    assert set(people(context)) == {"Kırmızı", "Mavi"}
    qtbot.waitUntil(lambda: pane.held.rowCount() == 1)
    why = pane.held.index(0, 2).data()
    assert "never heard of" in why and "9999" not in why

    pane.ui.tabs.setCurrentWidget(pane.ui.heldTab)
    pane.ui.release.click()
    again = next(one for one in pane.findChildren(ReceiveDialog) if one.isVisible())
    qtbot.waitUntil(lambda: again.report is not None)
    assert [one.status for one in again.report.files] == ["applied"]
    again.ui.apply.click()
    qtbot.waitUntil(lambda: again.applied)
    again.accept()
    assert people(context) == {"Mavi": None}
    qtbot.waitUntil(lambda: pane.held.rowCount() == 0)


def test_verdicts_that_stand_against_each_other_are_words_and_decided_by_key(
    qtbot: QtBot, context: Context, pane: ExchangePane, colleague: Colleague
) -> None:
    database = context.tasks.database
    assert database is not None
    pair = [colleague.add("people", given_name="Zübeyde", institution=school) for school in ("Köy", "Kasaba")]
    uids = [uid_of(colleague, key) for key in pair]
    receive(database, [colleague.sends()])
    with database.write("judge") as uow:
        mine = [records.id_of(uow.connection, "people", uid) for uid in uids]
        same_as.judge(uow, "people", mine[0], mine[1], same_as.SAME)
    with Database.open(colleague.profile) as db, db.write("judge") as uow:
        same_as.judge(uow, "people", pair[0], pair[1], same_as.DIFFERENT)
    receive(database, [colleague.sends()])
    ui = pane.ui
    ui.tabs.setCurrentWidget(ui.conflictsTab)
    pane.read()
    qtbot.waitUntil(lambda: context.tasks.idle and pane.conflicts.rowCount() == 1)
    (row,) = pane.conflicts.rows
    assert pane._record(row) in ("Zübeyde: Köy ↔ Kasaba", "Zübeyde: Kasaba ↔ Köy")
    assert pane._field(row) == "The same?"
    assert pane._kept(row).startswith("different people · Fatma Çelik · ")
    assert pane._lost(row).startswith("the same person · you · ")
    stack = UndoStack(context.tasks)
    pane.focus_list()
    with qtbot.waitSignal(context.navigator.record_wanted) as wanted:
        qtbot.keyClick(ui.conflicts, Qt.Key.Key_Return)
    assert wanted.args[0] == "people" and wanted.args[1] in mine
    assert people_shown(context) == 2
    qtbot.keyClick(ui.conflicts, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: context.tasks.idle and pane.conflicts.rowCount() == 0)
    assert people_shown(context) == 1
    stack.undo()
    qtbot.waitUntil(lambda: context.tasks.idle and pane.conflicts.rowCount() == 1)
    assert people_shown(context) == 2
    qtbot.keyClick(ui.conflicts, Qt.Key.Key_Left)
    qtbot.waitUntil(lambda: context.tasks.idle and pane.conflicts.rowCount() == 0)
    assert people_shown(context) == 2


def people_shown(context: Context) -> int:
    """How many rows of Zübeyde a list has."""
    assert context.tasks.database is not None
    with context.tasks.database.read() as connection:
        return sum(row["given_name"] == "Zübeyde" for row in records.listing(connection, "people")[1])
