"""The Stakeholders pane by keys alone, with what is then on disk."""

from collections.abc import Callable

import pytest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from tests.gui.keys import type_text
from tests.gui.pane_helpers import CTRL, K, focused, pick, press, rows, shown, write_over
from tn_desktop.gui.context import Context
from tn_desktop.gui.panes.stakeholders import StakeholdersPane

Store = Callable[..., int]


@pytest.fixture
def pane(qtbot: QtBot, context: Context, store: Store) -> StakeholdersPane:
    """An NGO, and somebody with a phone."""
    store("people", given_name="Ayşe", family_name="Yılmaz", phone="0532 123 45 67")
    store("stakeholders", name="Kitap Derneği", province="76", disciplines=["kütüphane", "okuma"])
    made: StakeholdersPane = shown(qtbot, StakeholdersPane(context), 1)
    qtbot.waitUntil(lambda: made.page.ui.head.title.text() == "Kitap Derneği")
    return made


def test_contacts_are_known_or_new_and_their_role_is_edited(
    qtbot: QtBot, context: Context, pane: StakeholdersPane
) -> None:
    line, table = pane.page.ui.add_contact, pane.page.ui.contacts
    pane.page.ui.tabs.setCurrentWidget(pane.page.ui.contacts_tab)
    pick(qtbot, line, "ays")
    qtbot.waitUntil(lambda: table.model().rowCount() == 1)
    assert table.model().index(0, 2).data() == "0532 123 45 67"
    pick(qtbot, line, "ayse")
    qtbot.waitUntil(pane.page.ui.contacts_refusal.isVisible)
    type_text(line, "Naz Demir")
    press(qtbot, K.Key_Return)
    qtbot.waitUntil(lambda: table.model().rowCount() == 2)
    (naz,) = rows(context, "people", given_name="Naz")
    assert (naz["roles"], naz["province"]) == (["stakeholder"], "TR-76")
    table.setFocus()
    press(qtbot, K.Key_Home, modifier=CTRL)
    press(qtbot, K.Key_F2)
    write_over("Genel koordinatör")
    press(qtbot, K.Key_Return)
    qtbot.waitUntil(lambda: "Genel koordinatör" in [row["role"] for row in rows(context, "contacts")])
    with qtbot.waitSignal(context.navigator.person_wanted) as wanted:
        press(qtbot, K.Key_Return)
    assert wanted.args == [1]
    press(qtbot, K.Key_Delete)
    qtbot.waitUntil(lambda: len(rows(context, "contacts")) == 1)


def test_a_new_stakeholder_and_a_wrong_address(qtbot: QtBot, context: Context, pane: StakeholdersPane) -> None:
    press(qtbot, K.Key_N, modifier=CTRL)
    type_text(focused(), "Aras Üniversitesi")
    press(qtbot, K.Key_Tab)
    qtbot.waitUntil(lambda: len(rows(context, "stakeholders")) == 2)
    email = pane.page.form.editors["email"]
    email.setFocus()
    type_text(email, "yok")
    press(qtbot, K.Key_Tab)
    error = pane.page.form._errors["email"]
    qtbot.waitUntil(error.isVisible)
    assert "not an e-mail" in error.text() and email.text() == "yok"


def test_disciplines_filter_the_list(qtbot: QtBot, store: Store, pane: StakeholdersPane) -> None:
    store("stakeholders", name="Aras Enerji", type="private_agency")
    qtbot.waitUntil(lambda: pane.model.rowCount() == 2)
    combo = pane._filters["discipline"]
    assert [combo.itemText(number) for number in range(1, combo.count())] == ["kütüphane", "okuma"]
    combo.setFocus()
    press(qtbot, K.Key_Down)
    qtbot.waitUntil(lambda: pane.model.rowCount() == 1)


def test_an_empty_profile_says_what_to_do(qtbot: QtBot, context: Context) -> None:
    pane = shown(qtbot, StakeholdersPane(context), 0)
    qtbot.waitUntil(lambda: pane._body.currentWidget() is pane._nothing_yet)
    assert "Add the first NGO" in pane._nothing_yet.label.text()


def test_the_model_keeps_qts_rules(qtmodeltester: ModelTester, pane: StakeholdersPane) -> None:
    qtmodeltester.check(pane.page._contacts)


def test_what_is_typed_while_a_new_row_is_being_stored_stays(
    qtbot: QtBot, context: Context, pane: StakeholdersPane
) -> None:
    press(qtbot, K.Key_N, modifier=CTRL)
    type_text(focused(), "Aras Üniversitesi")
    press(qtbot, K.Key_Tab)
    disciplines = pane.page.form.editors["disciplines"]
    disciplines.setFocus()
    type_text(disciplines, "okuma")
    qtbot.waitUntil(lambda: pane.page.key == pane.current_id and pane.current_id == 2)
    qtbot.waitUntil(lambda: context.tasks.idle)
    assert disciplines.text() == "okuma"
    # The words that are offered stand open, and as in the window every key goes to them first.
    qtbot.keyClick(disciplines.completer().popup(), K.Key_Tab)
    qtbot.waitUntil(lambda: rows(context, "stakeholders", name="Aras Üniversitesi")[0]["disciplines"] == ["okuma"])


def test_one_line_logs_an_engagement_and_space_says_it_is_done(
    qtbot: QtBot, context: Context, pane: StakeholdersPane
) -> None:
    ui = pane.page.ui
    ui.add_engagement.setFocus()
    type_text(ui.add_engagement, "ziyaret: Salonu gezdik > anahtarı iste 10.03.2026")
    press(qtbot, K.Key_Return)
    qtbot.waitUntil(lambda: ui.engagements.model().rowCount() == 1)
    (logged,) = rows(context, "engagements")
    assert (logged["kind"], logged["date"], logged["summary"]) == ("visit", "2026-03-14", "Salonu gezdik")
    assert (logged["next_step"], logged["due"], logged["done"]) == ("anahtarı iste", "2026-03-10", None)
    assert ui.engagement_hint.text() == "▲ Overdue since 10.03.2026: anahtarı iste"
    pane.show_only("due")
    qtbot.waitUntil(lambda: context.tasks.idle)
    assert pane.model.rowCount() == 1
    ui.engagements.setFocus()
    press(qtbot, K.Key_Home, modifier=CTRL)
    press(qtbot, K.Key_Space)
    qtbot.waitUntil(lambda: rows(context, "engagements")[0]["done"] is True)
    qtbot.waitUntil(lambda: not ui.engagement_hint.text().startswith("▲"))
    pane.clear_search()
    press(qtbot, K.Key_Return)


def test_what_it_supports_is_added_by_name_with_its_roles(
    qtbot: QtBot, context: Context, store: Store, pane: StakeholdersPane
) -> None:
    community = store("communities", name="Iğdır Çemberi")
    workshop = store("workshops", title="Problem Ağacı")
    page = pane.page
    page.ui.tabs.setCurrentWidget(page.ui.supports_tab)
    pick(qtbot, page.supports.community, "ığd")
    qtbot.waitUntil(lambda: page.ui.supports.model().rowCount() == 1)
    pick(qtbot, page.supports.workshop, "prob")
    qtbot.waitUntil(lambda: page.ui.supports.model().rowCount() == 2)
    page.ui.support_role.setCurrentIndex(page.ui.support_role.findData("funder"))
    pick(qtbot, page.supports.community, "cember")
    qtbot.waitUntil(lambda: rows(context, "community_stakeholders")[0]["roles"] == ["partner", "funder"])
    table = page.ui.supports
    table.setFocus()
    press(qtbot, K.Key_Home, modifier=CTRL)
    table.edit_cell("roles")
    write_over("Host, çay getirir")
    press(qtbot, K.Key_Return)
    qtbot.waitUntil(lambda: rows(context, "community_stakeholders")[0]["roles"] == ["host", "çay getirir"])
    with qtbot.waitSignal(context.navigator.community_wanted) as wanted:
        press(qtbot, K.Key_Return)
    assert wanted.args == [community]
    press(qtbot, K.Key_Delete)
    qtbot.waitUntil(lambda: rows(context, "community_stakeholders") == [])
    assert len(rows(context, "workshop_stakeholders")) == 1 and workshop


def test_themes_in_use_are_offered_and_filter_the_list(
    qtbot: QtBot, context: Context, store: Store, pane: StakeholdersPane
) -> None:
    store("stakeholders", name="Aras Vakfı", themes=["Oyunla öğrenme"])
    store("needs", title="Kitap yok", themes=["Okuma kültürü"])
    store("stakeholders", name="Boş")
    combo = pane._filters["theme"]
    qtbot.waitUntil(lambda: combo.count() == 2)
    words = pane.page.form.editors["themes"].completer().words
    qtbot.waitUntil(lambda: words.rowCount() == 2)
    combo.setCurrentIndex(1)
    qtbot.waitUntil(lambda: pane.model.rowCount() == 1)


def test_the_first_follow_up_stands_in_the_list(
    qtbot: QtBot, context: Context, store: Store, pane: StakeholdersPane
) -> None:
    for due, done in (("2026-04-02", ""), ("2026-03-20", ""), ("2026-03-01", "1")):
        store("engagements", stakeholder=1, summary="x", due=due, done=done)
    column = next(n for n, c in enumerate(pane.columns()) if c.name == "due")
    waiting = [row["due"] for row in rows(context, "engagements") if not row["done"]]
    assert min(waiting) == "2026-03-20"
    qtbot.waitUntil(lambda: pane.model.index(0, column).data() == "20.03.2026")
