"""The first start and the settings, by keys alone."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.keys import type_text
from tn_desktop.gui.context import Context
from tn_desktop.gui.dialogs.first_run import FirstRun
from tn_desktop.gui.dialogs.settings import SettingsDialog
from tn_desktop.services import erasure, owner, records, settings
from tn_desktop.services.owner import Owner


def kept(context: Context) -> tuple[dict[str, Any] | None, Owner, list[dict[str, Any]]]:
    """The owner as it is stored and shown, and the people."""
    assert context.tasks.database is not None
    with context.tasks.database.read() as connection:
        return (
            settings.get(connection, settings.OWNER),
            owner.owner(connection),
            records.listing(connection, "people")[1],
        )


def focused() -> QWidget:
    """Where the cursor is."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


@pytest.fixture
def page(qtbot: QtBot, context: Context) -> FirstRun:
    """The first page, shown."""
    page = FirstRun(context)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    qtbot.waitUntil(page.ui.name.hasFocus)
    return page


def test_three_answers_make_the_notebook_hers(qtbot: QtBot, context: Context, page: FirstRun) -> None:
    type_text(focused(), "Işıl Nur Çelik")
    qtbot.keyClick(focused(), Qt.Key.Key_Tab)
    type_text(focused(), "ıgdır")
    popup = page.ui.province.completer().popup()
    qtbot.waitUntil(popup.isVisible)
    with qtbot.waitSignals([page.settled, page.accepted]):
        qtbot.keyClick(popup, Qt.Key.Key_Return)  # one Enter, though the list of provinces is open
    stored, shown, people = kept(context)
    assert stored is not None and stored["name"] == "Işıl Nur Çelik" and stored["province"] == "TR-76"
    assert shown.organisation == "Öğretmen Ağı"
    (person,) = people
    assert (person["given_name"], person["family_name"]) == ("Işıl Nur", "Çelik")
    assert person["roles"] == ["facilitator"] and person["uid"] == stored["person"]


def test_a_missing_name_or_a_wrong_province_is_told_and_nothing_is_stored(
    qtbot: QtBot, context: Context, page: FirstRun
) -> None:
    qtbot.keyClick(focused(), Qt.Key.Key_Return)
    qtbot.waitUntil(page.ui.error.isVisible)
    assert page.ui.name.hasFocus()
    type_text(page.ui.name, "Can")
    page.ui.province.setText("Atlantis")
    page.ui.province.setFocus()
    qtbot.keyClick(page.ui.province, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Atlantis" in page.ui.error.text())
    assert kept(context)[0] is None and kept(context)[2] == []


def test_after_an_erasure_only_what_is_missing_is_asked(qtbot: QtBot, context: Context) -> None:
    database = context.tasks.database
    assert database is not None
    with database.write("owner") as uow:
        owner.settle(uow, Owner("Işıl Çelik", "Iğdır", "Köy Okulları"))
    with database.read() as connection:
        hers = records.id_of(connection, "people", settings.get(connection, settings.OWNER)["person"])
    erasure.erase_person(database, hers, "2026-03-14", "kendi isteği")
    page = FirstRun(context, again=True)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    qtbot.waitUntil(page.ui.name.hasFocus)
    qtbot.waitUntil(lambda: page.ui.organisation.text() == "Köy Okulları" and page.ui.province.text() == "Iğdır")
    shown = (page.ui.demo, page.ui.protect, page.ui.unprotected, page.ui.stick)
    assert not any(widget.isVisible() for widget in shown)
    type_text(focused(), "Deniz Er")
    with qtbot.waitSignals([page.settled, page.accepted]), qtbot.assertNotEmitted(page.protection_wanted):
        qtbot.keyClick(focused(), Qt.Key.Key_Return)
    stored, held, people = kept(context)
    assert held == Owner("Deniz Er", "Iğdır", "Köy Okulları") and stored is not None
    assert [person["uid"] for person in people] == [stored["person"]]


def test_later_asks_again(qtbot: QtBot, context: Context, page: FirstRun) -> None:
    with qtbot.waitSignal(page.rejected):
        qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert kept(context)[0] is None


def test_another_language_is_asked_for_at_once(qtbot: QtBot, page: FirstRun) -> None:
    page.ui.language.setFocus()
    with qtbot.waitSignal(page.language_wanted) as wanted:
        page.ui.language.setCurrentIndex(0)
        page.ui.language.activated.emit(0)
    assert wanted.args == ["tr"]


def test_settings_are_kept_as_each_field_is_left(qtbot: QtBot, context: Context) -> None:
    context.tasks.write("Set up", lambda uow: owner.settle(uow, Owner("Can Ak", "Van")))
    qtbot.waitUntil(lambda: kept(context)[0] is not None)
    dialog = SettingsDialog(context)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    qtbot.waitUntil(lambda: dialog.ui.name.text() == "Can Ak")
    dialog.ui.organisation.setFocus()
    dialog.ui.organisation.selectAll()
    type_text(dialog.ui.organisation, "Örnek Ağ")
    with qtbot.waitSignal(dialog.settled):
        qtbot.keyClick(dialog.ui.organisation, Qt.Key.Key_Tab)
    assert kept(context)[1] == Owner("Can Ak", "Van", "Örnek Ağ")
    assert len(kept(context)[2]) == 1  # she is not added a second time
    dialog.ui.province.setFocus()
    dialog.ui.province.selectAll()
    type_text(dialog.ui.province, "Yok Böyle")
    qtbot.keyClick(dialog.ui.province, Qt.Key.Key_Tab)
    qtbot.waitUntil(dialog.ui.error.isVisible)
    assert kept(context)[1].province == "Van"
    qtbot.waitUntil(lambda: context.tasks.idle)
