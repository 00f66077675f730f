"""The tab of own texts: worded in two languages, previewed, kept as a version; old ones can be seen."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.gui.pane_helpers import opened_window
from tn_desktop.gui.context import Context
from tn_desktop.gui.dialogs.document_preview import DocumentPreview
from tn_desktop.gui.dialogs.personal_data import PersonalData
from tn_desktop.gui.dialogs.privacy_texts import PrivacyTexts
from tn_desktop.model.privacy_texts import LANGUAGES, current_version, privacy_text
from tn_desktop.services import privacy_versions, records


@pytest.fixture
def tab(qtbot: QtBot, context: Context) -> PrivacyTexts:
    dialog = PersonalData(context)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    dialog.ui.tabs.setCurrentWidget(dialog.texts)
    qtbot.waitUntil(lambda: bool(dialog.texts.notice.toPlainText()) and context.tasks.idle)
    return dialog.texts


def held(context: Context, language: str, version: str = "") -> tuple[str, str]:
    """First paragraph and version of what is kept."""
    assert context.tasks.database is not None
    with context.tasks.database.read() as connection:
        text = privacy_versions.text(connection, language, version)
    return text.notice[0], text.version


def test_both_languages_are_worded_and_kept_as_one_version(qtbot: QtBot, context: Context, tab: PrivacyTexts) -> None:
    assert tab.language.currentData() == "en"
    tab.notice.setPlainText("Our own notice.\n\nWrite to {contact}.")
    tab.language.setCurrentIndex(0)
    assert "6698" in tab.notice.toPlainText(), "the Turkish one is still the program's"
    tab.notice.setPlainText("Bizim metnimiz.")
    tab.language.setCurrentIndex(1)
    assert tab.notice.toPlainText().startswith("Our own"), "turning the language loses nothing"
    tab.keep.click()
    qtbot.waitUntil(lambda: tab.version.count() == 2 and context.tasks.idle)
    (english, version), (turkish, _same) = held(context, "en"), held(context, "tr")
    assert (english, turkish) == ("Our own notice.", "Bizim metnimiz.") and version.startswith("2026-03-14-")
    assert version in tab.version.currentText() and "in use" in tab.version.currentText()
    assert held(context, "tr", current_version())[0] != "Bizim metnimiz."


def look_at_an_older_version(qtbot: QtBot, context: Context, tab: PrivacyTexts) -> None:
    """Keep an own notice, and choose the version before it."""
    tab.notice.setPlainText("Our own notice.")
    tab.keep.click()
    qtbot.waitUntil(lambda: tab.version.count() == 2 and context.tasks.idle)
    older = tab.version.findData(current_version())
    tab.version.setCurrentIndex(older)
    tab.version.activated.emit(older)


def test_an_older_version_is_shown_and_can_be_handed_out_again(
    qtbot: QtBot, context: Context, tab: PrivacyTexts
) -> None:
    shipped = tab.notice.toPlainText()
    look_at_an_older_version(qtbot, context, tab)
    qtbot.waitUntil(lambda: tab.notice.toPlainText() == shipped)
    assert "older" in tab.told.text() and "Not handed out" in tab.told.text()
    assert held(context, "en")[0] == "Our own notice.", "looking changes nothing"


def test_the_slip_is_previewed_with_what_is_typed_and_not_kept(
    qtbot: QtBot, context: Context, tab: PrivacyTexts
) -> None:
    tab.consent.setPlainText("All of it is up to you.")
    tab.show_slip.click()
    assert isinstance(tab.preview, DocumentPreview)
    tab.preview.close()
    assert held(context, "en")[1] == current_version()


def test_an_empty_part_is_shown_in_its_language(qtbot: QtBot, context: Context, tab: PrivacyTexts) -> None:
    tab.purposes["sharing"].clear()
    tab.language.setCurrentIndex(0)
    tab.keep.click()
    qtbot.waitUntil(lambda: bool(tab.refusal.text()) and tab.language.currentData() == "en")
    assert tab.purposes["sharing"].hasFocus() and tab.purposes["sharing"].text() == ""
    assert held(context, "en")[1] == current_version()


def test_a_version_that_is_there_is_handed_out_as_it_is(qtbot: QtBot, context: Context, tab: PrivacyTexts) -> None:
    assert not tab.hand_out.isVisible(), "the one that is shown is handed out already"
    look_at_an_older_version(qtbot, context, tab)
    qtbot.waitUntil(tab.hand_out.isVisible)
    tab.hand_out.click()
    qtbot.waitUntil(lambda: not tab.hand_out.isVisible() and context.tasks.idle)
    assert tab.version.count() == 2 and tab.version.currentData() == current_version()
    assert "in use" in tab.version.currentText() and held(context, "en")[1] == current_version()


def test_today_leads_to_a_version_that_came_with_a_file(qtbot: QtBot, context: Context) -> None:
    assert context.tasks.database is not None
    with context.tasks.database.write("came") as uow:
        own = privacy_versions.save(uow, {language: worded(language) for language in LANGUAGES}, date(2026, 3, 14))
        privacy_versions.use(uow, current_version())
        privacy_versions.note_came(uow, [own])
        records.add(uow, "communities", {"name": "Okuma Kulübü"})
    with opened_window(qtbot, context) as window:
        to_do = window.host.pane("today").ui.todo
        qtbot.waitUntil(lambda: to_do.count() == 2)
        assert own in to_do.item(1).text()
        to_do.setFocus()
        qtbot.waitUntil(lambda: to_do.currentRow() == 1)
        qtbot.keyClick(to_do, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: bool(window.findChildren(PersonalData)))
        (dialog,) = window.findChildren(PersonalData)
        qtbot.waitUntil(lambda: dialog.texts.notice.toPlainText() == "Ours, en.")
        assert dialog.texts.isVisible() and dialog.texts.hand_out.isVisible()
        # Looked at once, it waits no longer.
        qtbot.waitUntil(lambda: to_do.shown is not None and to_do.shown.texts == ())
        dialog.close()


def worded(language: str) -> privacy_versions.Wording:
    """Words of our own."""
    frame = privacy_versions.wording(privacy_text(language))
    return replace(frame, notice=(f"Ours, {language}.",))
