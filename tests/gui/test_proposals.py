"""The list of who could help with a need, by keys."""

from collections.abc import Callable

from pytestqt.qtbot import QtBot

from tests.gui.pane_helpers import K, press, rows
from tn_desktop.gui.context import Context
from tn_desktop.gui.widgets.proposals import ProposalsTable

Store = Callable[..., int]


def test_reasons_stand_in_words_and_space_logs_an_enquiry(qtbot: QtBot, context: Context, store: Store) -> None:
    community = store("communities", name="Iğdır Çemberi", province="76")
    need = store("needs", title="Okumaya zaman yok", community=community, themes=["okuma"])
    stakeholder = store("stakeholders", name="Kitap Derneği", province="76", themes=["okuma"])
    table = ProposalsTable()
    table.set_up(context)
    qtbot.addWidget(table)
    table.resize(700, 300)
    table.show()
    qtbot.waitExposed(table)
    table.activateWindow()
    table.show_need(need)
    qtbot.waitUntil(lambda: table.model().rowCount() == 1)
    assert table.model().index(0, 1).data() == "Theme: okuma · Same province"
    table.setFocus()
    with qtbot.waitSignal(context.navigator.told) as told:
        press(qtbot, K.Key_Space)
    assert told.args == ["Enquiry logged: Kitap Derneği"]
    qtbot.waitUntil(lambda: table.model().index(0, 1).data().endswith("1 talk(s), 14.03.2026"))
    (logged,) = rows(context, "engagements")
    assert (logged["kind"], logged["date"], logged["summary"]) == ("enquiry", "2026-03-14", "Okumaya zaman yok")
    with qtbot.waitSignal(context.navigator.stakeholder_wanted) as wanted:
        press(qtbot, K.Key_Return)
    assert wanted.args == [stakeholder]


def test_nobody_matching_says_what_helps(qtbot: QtBot, context: Context, store: Store) -> None:
    need = store("needs", title="Okumaya zaman yok")
    table = ProposalsTable()
    table.set_up(context)
    qtbot.addWidget(table)
    table.show()
    table.show_need(need)
    qtbot.waitUntil(lambda: context.tasks.idle)
    assert table.model().rowCount() == 0
    assert "disciplines, themes and a province" in table.empty_text
