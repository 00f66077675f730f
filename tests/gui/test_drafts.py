"""Drafts of fields and forms in the running window: kept after a pause, gone with what they were of."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from tests.gui.draft_room import kept, window
from tests.gui.keys import type_text
from tn_desktop.gui.context import Context, PlanWish
from tn_desktop.gui.dialogs.drafts import DraftsDialog
from tn_desktop.gui.dialogs.plan_workshop import PlanWorkshop
from tn_desktop.gui.main_window import MainWindow
from tn_desktop.services import drafts, erasure, records
from tn_desktop.services.drafts import Draft, Field

__all__ = ["window"]

Store = Callable[..., int]
SOME = Draft("page people", "People", "2026-03-14T12:40:00", (Field("", "Notes", "Yarın aranacak"),))


def put(context: Context, draft: Draft) -> None:
    assert context.tasks.database is not None
    with context.tasks.database.write("draft") as uow:
        drafts.keep(uow, draft)


def test_a_note_that_is_being_typed_is_kept_until_the_field_is_left(
    qtbot: QtBot, context: Context, window: MainWindow, store: Store
) -> None:
    person = store("people", given_name="Zeynep")
    window.go("people", person)
    qtbot.waitUntil(lambda: context.tasks.idle)
    pane = window.host.pane("people")
    notes = next(one for one in pane.findChildren(QPlainTextEdit) if one.isVisible() and not one.isReadOnly())
    notes.setFocus()
    qtbot.waitUntil(notes.hasFocus)
    type_text(notes, "Yarın aranacak")
    qtbot.waitUntil(lambda: bool(kept(context)))
    (draft,) = kept(context)
    assert [field.text for field in draft.fields] == ["Yarın aranacak"]
    window.ui.navigation.setFocus()
    qtbot.waitUntil(lambda: kept(context) == [] and context.tasks.idle)
    assert context.tasks.database is not None
    with context.tasks.database.read() as connection:
        assert "Yarın aranacak" in str(records.show(connection, "people", person))


def test_a_form_that_is_saved_or_given_up_leaves_no_draft(qtbot: QtBot, context: Context, window: MainWindow) -> None:
    context.navigator.plan_wanted.emit(PlanWish())
    qtbot.waitUntil(lambda: context.tasks.idle)
    (page,) = window.findChildren(PlanWorkshop)
    page.activateWindow()
    page.ui.title.setFocus()
    qtbot.waitUntil(page.ui.title.hasFocus)
    type_text(page.ui.title, "Problem Ağacı")
    qtbot.waitUntil(lambda: bool(kept(context)))
    page.reject()
    assert page.isVisible(), "the first Esc says that something would be lost"
    page.reject()
    qtbot.waitUntil(lambda: kept(context) == [])


def test_a_lock_keeps_what_stands_in_a_form(qtbot: QtBot, context: Context, window: MainWindow) -> None:
    context.navigator.plan_wanted.emit(PlanWish())
    qtbot.waitUntil(lambda: context.tasks.idle)
    (page,) = window.findChildren(PlanWorkshop)
    page.activateWindow()
    page.ui.title.setFocus()
    qtbot.waitUntil(page.ui.title.hasFocus)
    type_text(page.ui.title, "Problem Ağacı")
    window.safety.close_all()
    assert not page.isVisible(), "a form that asks before it closes stays over no locked window"
    qtbot.waitUntil(lambda: context.tasks.idle and not window.findChildren(PlanWorkshop))
    assert [draft.form for draft in kept(context)] == ["plan_workshop"]


def test_what_was_kept_is_offered_copied_and_let_go(qtbot: QtBot, context: Context, window: MainWindow) -> None:
    put(context, SOME)
    window.safety.drafts.start()
    qtbot.waitUntil(window.ui.messages.isVisible)
    assert "People" in window.ui.messages.label.text()
    qtbot.mouseClick(window.ui.messages.action, Qt.MouseButton.LeftButton)
    shown = next(one for one in window.findChildren(DraftsDialog) if one.isVisible())
    (card,) = shown.cards
    assert card.again.isHidden(), "nobody knows any more where it was typed"
    card.copy.click()
    assert "Yarın aranacak" in QApplication.clipboard().text()
    card.drop.click()
    qtbot.waitUntil(lambda: kept(context) == [])


def test_an_erasure_takes_drafts_along(qtbot: QtBot, context: Context, window: MainWindow, store: Store) -> None:
    person = store("people", given_name="Zeynep")
    qtbot.waitUntil(lambda: context.tasks.idle)
    put(context, SOME)
    assert context.tasks.database is not None
    erasure.erase_person(context.tasks.database, person, "2026-03-14", "")
    assert kept(context) == []
