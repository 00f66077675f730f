"""Who supports a community, from the community's side; who could help, on a need's page."""

from collections.abc import Callable

from pytestqt.qtbot import QtBot

from tests.gui.pane_helpers import CTRL, K, pick, press, rows, shown, write_over
from tn_desktop.gui.context import Context
from tn_desktop.gui.panes.communities import CommunitiesPane
from tn_desktop.gui.panes.needs import NeedsPane

Store = Callable[..., int]


def test_supporters_of_a_community_are_added_with_roles(qtbot: QtBot, context: Context, store: Store) -> None:
    store("communities", name="Iğdır Çemberi", province="76")
    stakeholder = store("stakeholders", name="Aras Vakfı", province="76")
    pane: CommunitiesPane = shown(qtbot, CommunitiesPane(context), 1)
    page = pane.page
    qtbot.waitUntil(lambda: page.ui.head.title.text() == "Iğdır Çemberi")
    tab = page.supporters
    page.ui.tabs.setCurrentWidget(tab)
    pick(qtbot, tab.picker, "aras")
    qtbot.waitUntil(lambda: tab.table.model().rowCount() == 1)
    assert rows(context, "community_stakeholders")[0]["roles"] == ["partner"]
    tab.table.setFocus()
    press(qtbot, K.Key_Home, modifier=CTRL)
    tab.table.edit_cell("roles")
    write_over("Funder, ikram")
    press(qtbot, K.Key_Return)
    qtbot.waitUntil(lambda: rows(context, "community_stakeholders")[0]["roles"] == ["funder", "ikram"])
    with qtbot.waitSignal(context.navigator.stakeholder_wanted) as wanted:
        press(qtbot, K.Key_Return)
    assert wanted.args == [stakeholder]
    press(qtbot, K.Key_Delete)
    qtbot.waitUntil(lambda: rows(context, "community_stakeholders") == [])


def test_a_needs_page_proposes_who_could_help(qtbot: QtBot, context: Context, store: Store) -> None:
    store("needs", title="Kitap yok", themes=["okuma"])
    store("stakeholders", name="Aras Vakfı", themes=["okuma"])
    pane: NeedsPane = shown(qtbot, NeedsPane(context), 1)
    page = pane.page
    qtbot.waitUntil(lambda: page.ui.head.title.text() == "Kitap yok")
    page.ui.tabs.setCurrentWidget(page.proposals)
    qtbot.waitUntil(lambda: page.proposals.model().rowCount() == 1)
    page.proposals.setFocus()
    press(qtbot, K.Key_Home, modifier=CTRL)
    press(qtbot, K.Key_Space)
    qtbot.waitUntil(lambda: len(rows(context, "engagements")) == 1)
