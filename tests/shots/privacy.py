"""Pictures of consents, requests, erasing, and the dialog of personal data."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from tests.shots.registry import Stage, shot


def _person_tab(stage: Stage) -> Any:
    pane = stage.pane("people")
    stage.choose(pane, 1)
    page = pane.page
    stage.wait(lambda: page.privacy.ui.standing.rows_model.rowCount() == 5)
    page.ui.tabs.setCurrentWidget(page.ui.privacy_tab)
    page.privacy.ui.standing.setFocus(Qt.FocusReason.TabFocusReason)
    return page


@shot("privacy-person")
def person(stage: Stage) -> QWidget:
    """The tab of a person."""
    page = _person_tab(stage)
    page.privacy.ui.ask.click()
    stage.wait(lambda: page.privacy.ui.requests.rows_model.rowCount() > 0)
    return stage.window


@shot("privacy-person-small", size=(1024, 640))
def person_small(stage: Stage) -> QWidget:
    """The same where there is little room."""
    _person_tab(stage)
    return stage.window


@shot("privacy-erase")
def erase(stage: Stage) -> QWidget:
    """Before somebody is erased."""
    page = _person_tab(stage)
    page.privacy.ask_erase()
    return page.privacy.dialog  # type: ignore[no-any-return]


def _dialog(stage: Stage, tab: str) -> QWidget:
    from tn_desktop.gui.dialogs.personal_data import PersonalData

    dialog = PersonalData(stage.context, stage.window)
    dialog.open()
    stage.settle()
    dialog.ui.tabs.setCurrentWidget(getattr(dialog.ui, tab))
    stage.settle()
    return dialog


@shot("privacy-requests")
def requests(stage: Stage) -> QWidget:
    """What people asked."""
    return _dialog(stage, "requestsTab")


@shot("privacy-retention")
def retention(stage: Stage) -> QWidget:
    """Who is past the time that data is kept."""
    from datetime import datetime

    from tn_desktop.services import retention as rules

    assert stage.context.tasks.database is not None
    with stage.context.tasks.database.write("rule") as uow:
        rules.set_years(uow, rules.PEOPLE, 1)
    stage.context.now = lambda: datetime(2028, 3, 14, 12, 40)  # noqa: DTZ001 - the program's own clock is local
    return _dialog(stage, "retentionTab")


@shot("privacy-exports")
def exports(stage: Stage) -> QWidget:
    """What left the program."""
    from tn_desktop.services import export_log

    assert stage.context.tasks.database is not None
    with stage.context.tasks.database.write("exports") as uow:
        for name, kind, people, contacts, recipient in (
            ("Kişiler 14.03.2026.xlsx", "people", 241, True, "Ulusal ofis"),
            (export_log.PRINT, export_log.SHEET, 24, False, ""),
            ("Katılım 01.02.2026-28.02.2026.xlsx", "attendance", 86, False, "Destekçi Vakıf"),
            ("*.pdf", export_log.SUBJECT, 1, True, ""),
        ):
            one = export_log.Exported(name, kind, "", people, contacts, recipient=recipient)
            export_log.note(uow, one, stage.context.now())
    return _dialog(stage, "exportsTab")


@shot("privacy-export-list")
def export_list(stage: Stage) -> QWidget:
    """The export of a list of people, with who is given it."""
    from tn_desktop.gui.dialogs.export_dialog import ExportDialog

    dialog = ExportDialog(stage.context, ("people", 0), stage.window)
    dialog.open()
    stage.settle()
    dialog.ui.recipient.setCurrentText("Destekçi Vakıf")
    dialog.ui.contacts.setChecked(True)
    stage.settle()
    return dialog


@shot("privacy-notes")
def notes(stage: Stage) -> QWidget:
    """Notes about stakeholders that are past their time."""
    from datetime import datetime

    stage.context.now = lambda: datetime(2034, 3, 14, 12, 40)  # noqa: DTZ001 - the program's own clock is local
    dialog: Any = _dialog(stage, "retentionTab")
    dialog.ui.which.setCurrentIndex(1)
    stage.settle()
    dialog.ui.notes.selectRow(0)
    dialog.ui.destroy.click()
    stage.settle()
    return dialog  # type: ignore[no-any-return]


@shot("privacy-texts")
def texts(stage: Stage) -> QWidget:
    """The organisation's own words."""
    from tn_desktop.gui.dialogs.personal_data import PersonalData

    dialog = PersonalData(stage.context, stage.window)
    dialog.open()
    dialog.ui.tabs.setCurrentWidget(dialog.texts)
    stage.wait(lambda: bool(dialog.texts.notice.toPlainText()))
    stage.settle()
    return dialog


@shot("privacy-export-surveys")
def export_surveys(stage: Stage) -> QWidget:
    """The export of results of groups."""
    from tn_desktop.gui.dialogs.export_dialog import ExportDialog

    dialog = ExportDialog(stage.context, ("surveys", 0), stage.window)
    dialog.open()
    stage.settle()
    return dialog
