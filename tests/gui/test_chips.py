"""Several people in one field: what is chosen comes anew after each save, and the focus stays where it was."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from tests.gui.pane_helpers import focused, press
from tn_desktop.gui.widgets.chips import NEW, PeopleField
from tn_desktop.services.known_people import Known

OYA, CEM = Known(1, "Oya Gür"), Known(2, "Cem Öz")


@pytest.fixture
def field(qtbot: QtBot) -> PeopleField:
    made = PeopleField()
    qtbot.addWidget(made)
    made.resize(400, 120)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.setFocus()
    return made


def focused_chip() -> str:
    """What the button that has the focus says."""
    button = focused()
    assert isinstance(button, QToolButton)
    return button.text()


def names(field: PeopleField) -> list[str]:
    """What the buttons that can be seen say."""
    return [button.text() for button in field.findChildren(QToolButton) if button.isVisible()]


def test_the_focus_stays_when_somebody_new_has_got_her_row(qtbot: QtBot, field: PeopleField) -> None:
    field.show_chosen([OYA, Known(NEW, "Naz Demir")])
    press(qtbot, Qt.Key.Key_Tab, times=2)
    field.show_chosen([OYA, Known(7, "Naz Demir")])
    assert focused_chip() == "Naz Demir  ✕"
    press(qtbot, Qt.Key.Key_Delete)
    assert field.chosen == (OYA,)
    assert names(field) == ["Oya Gür  ✕"]
    assert focused() is field.picker


def test_tab_passes_over_those_taken_away(qtbot: QtBot, field: PeopleField) -> None:
    field.show_chosen([OYA, CEM])
    field.show_chosen([CEM])
    press(qtbot, Qt.Key.Key_Tab)
    assert focused_chip() == "Cem Öz  ✕"
    press(qtbot, Qt.Key.Key_Space)
    assert field.chosen == ()
    assert names(field) == []
