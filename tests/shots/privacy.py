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
