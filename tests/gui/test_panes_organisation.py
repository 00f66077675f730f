"""The Organisation pane by keys: the page, milestones, figures of today, reach."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from tests.gui.keys import type_text
from tests.gui.pane_helpers import CTRL, K, focused, others_written_first, press, rows
from tn_desktop.gui.context import Context
from tn_desktop.gui.panes.organisation import OrganisationPane
from tn_desktop.services.organisation import ORGANISATION_UID

Store = Callable[..., int]


@pytest.fixture
def pane(qtbot: QtBot, context: Context) -> OrganisationPane:
    """The pane of an empty notebook."""
    made = OrganisationPane(context)
    qtbot.addWidget(made)
    made.resize(1190, 690)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    made.focus_list()
    qtbot.waitUntil(lambda: made.form.is_new)
    return made


def test_the_first_name_makes_the_one_row(qtbot: QtBot, context: Context, pane: OrganisationPane) -> None:
    assert focused() is pane.form.editors["name"]
    type_text(focused(), "Yan Sınıf Ağı")
    press(qtbot, K.Key_Tab)
    qtbot.waitUntil(lambda: len(rows(context, "organisation")) == 1)
    type_text(focused(), "2017")
    press(qtbot, K.Key_Tab)
    qtbot.waitUntil(lambda: rows(context, "organisation")[0]["established"] == 2017)
    assert rows(context, "organisation")[0]["uid"] == str(ORGANISATION_UID)
    qtbot.waitUntil(lambda: pane.ui.head.title.text() == "Yan Sınıf Ağı")
    qtbot.waitUntil(lambda: "Since 2017" in pane.ui.head.line.text())


def test_a_milestone_that_is_entered_twice_at_once_is_one(
    qtbot: QtBot, context: Context, pane: OrganisationPane
) -> None:
    press(qtbot, K.Key_N, modifier=CTRL)
    type_text(focused(), "İlk topluluk")
    with others_written_first(qtbot, context):
        press(qtbot, K.Key_Return, 2)
    assert len(rows(context, "milestones")) == 1 and pane.history.title.text() == ""


def test_milestones_are_typed_edited_and_removed(qtbot: QtBot, context: Context, pane: OrganisationPane) -> None:
    press(qtbot, K.Key_N, modifier=CTRL)
    assert focused() is pane.history.title
    type_text(focused(), "İlk topluluk")
    press(qtbot, K.Key_Return)
    qtbot.waitUntil(lambda: len(rows(context, "milestones")) == 1)
    qtbot.waitUntil(lambda: pane.history.title.text() == "")
    assert focused() is pane.history.title
    pane.history.kind.setCurrentIndex(pane.history.kind.findData("award"))
    type_text(focused(), "Ödül")
    pane.history.date.setText("31.12.2024")
    press(qtbot, K.Key_Return)
    qtbot.waitUntil(lambda: pane.ui.history.rows_model.rowCount() == 2)
    assert [(row["kind"], row["date"]) for row in rows(context, "milestones")] == [
        ("milestone", "2026-03-14"),
        ("award", "2024-12-31"),
    ]
    pane.ui.history.setFocus()
    pane.ui.history.choose(1, 0)
    pane.ui.history.edit_cell("title")
    line = focused()
    assert isinstance(line, QLineEdit)
    line.selectAll()
    type_text(line, "İlk buluşma")
    press(qtbot, K.Key_Return)
    qtbot.waitUntil(lambda: rows(context, "milestones")[0]["title"] == "İlk buluşma")
    press(qtbot, K.Key_Delete)
    qtbot.waitUntil(lambda: len(rows(context, "milestones")) == 1)


def test_a_wrong_day_is_said_and_stays(qtbot: QtBot, context: Context, pane: OrganisationPane) -> None:
    press(qtbot, K.Key_N, modifier=CTRL)
    type_text(focused(), "Ödül")
    pane.history.date.setText("yarın")
    press(qtbot, K.Key_Return)
    qtbot.waitUntil(pane.ui.history_refusal.isVisible)
    assert pane.history.title.text() == "Ödül" and rows(context, "milestones") == []


def test_one_key_counts_what_can_be_counted(
    qtbot: QtBot, context: Context, store: Store, pane: OrganisationPane
) -> None:
    person = store("people", given_name="Ayşe")
    workshop = store("workshops", title="Sergi", province="76", teacher_led=True)
    session = store("sessions", workshop=workshop, starts_at="2026-03-01T10:00", status="held", guests=4)
    store("attendance", person=person, session=session, status="present")
    store("milestones", kind="figure", title="People reached by activities", number=3, date="2025-12-31")
    press(qtbot, K.Key_Return, modifier=CTRL)
    qtbot.waitUntil(lambda: len(pane.panel.tiles) == 5)
    told = {tile.caption.text(): tile.number.text() for tile in pane.panel.tiles}
    assert told == {
        "People reached by activities": "5",
        "Different people who took part": "1",
        "Sessions held": "1",
        "Provinces with activities": "1",
        "Workshops led by teachers (%)": "100",
    }
    reached = pane.panel.tiles[0]
    assert "2025: 3" in reached.line.text() and reached.toolTip() == "By name: 1, Counted: 4"
    press(qtbot, K.Key_Return, modifier=CTRL)
    qtbot.waitUntil(lambda: context.tasks.idle)
    assert len(rows(context, "milestones")) == 6


def test_reach_by_year_and_province_keeps_the_bases_apart(
    qtbot: QtBot, context: Context, store: Store, pane: OrganisationPane
) -> None:
    output = store("outputs", title="Kılavuz")
    store("reach", output=output, number=400, basis="estimated", date="2025-05-01", province="76")
    store("reach", output=output, number=30, basis="counted", date="2026-01-05")
    pane.ui.tabs.setCurrentWidget(pane.ui.reach_tab)
    years, provinces = pane.ui.years.rows_model, pane.ui.provinces.rows_model
    qtbot.waitUntil(lambda: years.rowCount() == 2)

    def line(model: object, row: int) -> list[str]:
        return [model.index(row, column).data() for column in range(7)]  # type: ignore[attr-defined]

    assert line(years, 0) == ["2026", "–", "–", "–", "–", "30", "–"]
    assert line(years, 1) == ["2025", "–", "–", "–", "–", "–", "400"]
    assert line(provinces, 0) == ["not known", "–", "–", "–", "–", "30", "–"]
    assert line(provinces, 1) == ["Iğdır", "–", "–", "–", "–", "–", "400"]
    store("reach", output=output, number=5, basis="named", date="2026-01-05")
    qtbot.waitUntil(lambda: line(years, 0)[4] == "5")
