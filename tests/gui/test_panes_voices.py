"""Quotations and surveys by keys, with what is then on disk."""

from collections.abc import Callable

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from tests.gui.keys import type_text
from tests.gui.pane_helpers import CTRL, K, focused, others_written_first, pick, press, rows, write_over
from tn_desktop.gui.context import Context
from tn_desktop.gui.language import LanguageSwitch
from tn_desktop.gui.panes.voices import VoicesPane
from tn_desktop.gui.panes.voices_surveys import SurveysPart
from tn_desktop.gui.widgets.field_form import FieldForm
from tn_desktop.services.surveys import COMMUNITY, key_of

Store = Callable[..., int]


@pytest.fixture
def pane(qtbot: QtBot, context: Context, store: Store) -> VoicesPane:
    """A community, a quotation that may be published, and one that may not."""
    store("communities", name="Iğdır Çemberi", province="76")
    store("quotations", text="Sınıfım değişti.", year=2025, permission="1", attribution="A. Öz")
    store("quotations", text="Zor oldu.", year=2026, attribution="B. Ak")
    made = VoicesPane(context)
    qtbot.addWidget(made)
    made.resize(1190, 690)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    qtbot.waitUntil(lambda: made.quotations.model.rowCount() == 2)
    made.focus_list()
    return made


def test_only_what_may_be_published_is_copied(qtbot: QtBot, context: Context, pane: VoicesPane) -> None:
    page = pane.quotations.page
    qtbot.waitUntil(lambda: page.ui.head.title.text() == "“Zor oldu.”")
    assert not page.ui.copy.isEnabled() and "B. Ak" not in page.ui.head.line.text()
    assert not page.form.editors["attribution"].isEnabled()
    QGuiApplication.clipboard().setText("before")
    page.copy()
    assert QGuiApplication.clipboard().text() == "before"
    press(qtbot, K.Key_Down)
    qtbot.waitUntil(page.ui.copy.isEnabled)
    with qtbot.waitSignal(context.navigator.told):
        page.ui.copy.click()
    assert QGuiApplication.clipboard().text() == "“Sınıfım değişti.” (A. Öz, 2025)"


def test_a_new_quotation_and_its_permission(qtbot: QtBot, context: Context, pane: VoicesPane) -> None:
    press(qtbot, K.Key_N, modifier=CTRL)
    type_text(focused(), "Artık birlikte planlıyoruz.")
    press(qtbot, K.Key_Tab)
    qtbot.waitUntil(lambda: len(rows(context, "quotations")) == 3)
    form = pane.quotations.page.form
    qtbot.waitUntil(lambda: form.key == 3 and context.tasks.idle)
    form.editors["permission"].click()
    qtbot.waitUntil(lambda: rows(context, "quotations", text="Artık birlikte planlıyoruz.")[0]["permission"] is True)
    assert form.editors["attribution"].isEnabled()
    qtbot.waitUntil(pane.quotations.page.ui.copy.isEnabled)
    pane.quotations.show_only("permission", "1")
    qtbot.waitUntil(lambda: pane.quotations.model.rowCount() == 2)


def surveys_of_a_community(qtbot: QtBot, context: Context, pane: VoicesPane) -> SurveysPart:
    part = pane.surveys
    pane._tabs.setCurrentWidget(part)
    qtbot.waitUntil(lambda: context.tasks.idle)
    pick(qtbot, part.community, "ığdır")
    qtbot.waitUntil(lambda: part.head.title.text() == "Iğdır Çemberi")
    return part


def test_results_are_entered_one_after_another(qtbot: QtBot, context: Context, pane: VoicesPane) -> None:
    part = surveys_of_a_community(qtbot, context, pane)
    for answers, mean in (("24", "3,85"), ("24", "4.1")):
        assert focused() is part.fields["n"]
        write_over(answers)
        part.fields["mean"].setFocus()
        write_over(mean)
        press(qtbot, K.Key_Return)
        qtbot.waitUntil(lambda: focused() is part.fields["n"])
    qtbot.waitUntil(lambda: part.results.model().rowCount() == 2)
    stored = rows(context, "surveys")
    assert [(row["indicator"], row["wave"], row["n"], row["mean"], row["date"]) for row in stored] == [
        ("well_being", 1, 24, "3.85", "2026-03-14"),
        ("resilience", 1, 24, "4.1", "2026-03-14"),
    ]
    part.indicator.setCurrentIndex(part.indicator.findData("well_being"))
    part.indicator.activated.emit(0)
    assert [(point.wave, point.mean) for point in part.chart.points] == [(1, 3.85)]
    assert "3.85" in part.chart.accessibleDescription()
    write_over("24")
    part.fields["mean"].setFocus()
    write_over("7")
    press(qtbot, K.Key_Return)
    qtbot.waitUntil(part.refusal.isVisible)
    assert "above the best value" in part.refusal.text() and len(rows(context, "surveys")) == 2


def test_a_result_that_is_entered_twice_at_once_is_one(qtbot: QtBot, context: Context, pane: VoicesPane) -> None:
    part = surveys_of_a_community(qtbot, context, pane)
    write_over("24")
    part.fields["mean"].setFocus()
    write_over("4")
    with others_written_first(qtbot, context):
        press(qtbot, K.Key_Return, 2)
    assert len(rows(context, "surveys")) == 1


def test_a_result_is_edited_removed_and_gone_to(qtbot: QtBot, context: Context, store: Store, pane: VoicesPane) -> None:
    store("surveys", community=1, indicator="support", n=8, mean="3", wave=1)
    store("surveys", community=1, indicator="support", n=9, mean="4", wave=2)
    part = pane.surveys
    pane.show_record("surveys", key_of(COMMUNITY, 1))
    qtbot.waitUntil(lambda: part.results.model().rowCount() == 2)
    assert [(point.wave, point.n, point.mean) for point in part.chart.points] == [(1, 8, 3.0), (2, 9, 4.0)]
    qtbot.waitUntil(lambda: part.subjects.model().rowCount() == 1)
    part.results.setFocus()
    press(qtbot, K.Key_Home, modifier=CTRL)
    part.results.edit_cell("mean")
    write_over("4,5")
    press(qtbot, K.Key_Return)
    qtbot.waitUntil(lambda: [row["mean"] for row in rows(context, "surveys")] == ["3", "4.5"])
    press(qtbot, K.Key_Delete)
    qtbot.waitUntil(lambda: len(rows(context, "surveys")) == 1)
    assert pane.place()["shown"] == "surveys"


def test_the_models_keep_qts_rules(qtmodeltester: ModelTester, pane: VoicesPane) -> None:
    qtmodeltester.check(pane.surveys._results)


@pytest.mark.parametrize(("language", "shown"), [("tr", "3,85"), ("en", "3.85")])
def test_decimals_in_forms_have_the_comma_of_the_language(
    qtbot: QtBot, context: Context, store: Store, language: str, shown: str
) -> None:
    languages = LanguageSwitch()
    languages.use(language)
    key = store("surveys", indicator="support", n=8, mean="3.85")
    form = FieldForm(context, "surveys")
    form.add("mean")
    qtbot.addWidget(form)
    form.show()
    with qtbot.waitSignal(form.loaded):
        form.load(key)
    editor = form.editors["mean"]
    assert editor.text() == shown and not editor.changed()
    editor.setFocus()
    write_over("4,5")
    with qtbot.waitSignal(form.saved):
        press(qtbot, K.Key_Return)
    assert rows(context, "surveys")[0]["mean"] == "4.5"
    languages.use("en")


def test_the_whole_network_can_be_asked(qtbot: QtBot, context: Context, pane: VoicesPane) -> None:
    part = pane.surveys
    pane.show_record("surveys", key_of(COMMUNITY, 1))
    qtbot.waitUntil(lambda: part.shown is not None and context.tasks.idle)
    part.of_network.click()
    qtbot.waitUntil(lambda: part.head.title.text() == "The whole network" and part.fields["n"].hasFocus())
    write_over("400")
    part.fields["mean"].setFocus()
    write_over("3,6")
    press(qtbot, K.Key_Return)
    qtbot.waitUntil(lambda: len(rows(context, "surveys")) == 1)
    assert [(row["community"], row["workshop"], row["n"]) for row in rows(context, "surveys")] == [(None, None, 400)]
    qtbot.waitUntil(lambda: part.subjects.model().rowCount() == 1)
    assert part.subjects.model().index(0, 0).data() == "The whole network"


def test_behind_the_curtain_small_results_are_not_shown(
    qtbot: QtBot, context: Context, store: Store, pane: VoicesPane
) -> None:
    place = store("communities", name="Ardahan Okuma")
    for wave, n in ((1, 3), (2, 12)):
        store("surveys", community=place, indicator="well_being", wave=wave, n=n, mean="4.5")
    part = pane.surveys
    pane.show_record("surveys", key_of(COMMUNITY, place))
    qtbot.waitUntil(lambda: len(part.results.rows_model.rows) == 2 and len(part.chart.points) == 2)
    context.curtain.draw(True)
    qtbot.waitUntil(lambda: [point.n for point in part.chart.points] == [12])
    model = part.results.rows_model
    assert [model.index(row, 3).data() for row in range(2)] == ["12", "*"]
    assert [model.index(row, 4).data() for row in range(2)][1] == "*"
    context.curtain.draw(False)
    qtbot.waitUntil(lambda: len(part.chart.points) == 2)
