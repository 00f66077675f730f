"""The Needs pane by keys alone: list, board and counting, with what is then on disk."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QItemSelectionModel, QObject, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from tests.gui.keys import type_text
from tests.gui.pane_helpers import CTRL, K, focused, pick, press, rows, shown
from tn_desktop.gui.context import Context, NeedsWish, PlanWish
from tn_desktop.gui.dialogs.plan_workshop import plan
from tn_desktop.gui.panes.needs import BOARD, COUNT, LIST, NeedsPane
from tn_desktop.gui.widgets.need_cards import GAP
from tn_desktop.model.vocabulary import NEED_STATUS
from tn_desktop.services import needs, undo

Store = Callable[..., int]
SHIFT, ALT = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier
NEEDS = (
    ("Kalabalık sınıflar", "raised", 3, "Sınıf"),
    ("Okuma alışkanlığı", "raised", 5, "Okuma"),
    ("Çanta ağırlığı", "discussed", 0, ""),
    ("Göç eden çocuklar", "chosen", 8, "Göç"),
)


@pytest.fixture
def pane(qtbot: QtBot, context: Context, store: Store) -> NeedsPane:
    """Four needs of a community in Iğdır."""
    store("communities", name="Iğdır Çemberi", province="76")
    for number, (title, status, votes, theme) in enumerate(NEEDS):
        store(
            "needs", title=title, status=status, votes=votes, themes=[theme] if theme else [], community=1,
            raised_at=f"2026-03-0{number + 1}",
        )  # fmt: skip
    return shown(qtbot, NeedsPane(context), len(NEEDS))


def titles(pane: NeedsPane) -> list[str]:
    return [pane.model.row_at(row).title for row in range(pane.model.rowCount())]


def votes(context: Context, title: str) -> int:
    return rows(context, "needs", title=title)[0]["votes"]


def column(pane: NeedsPane, status: str) -> list[str]:
    cards = pane.board.columns[status].table.cards
    return [cards.row_at(row).title for row in range(cards.rowCount())]


def test_a_need_is_written_down_with_its_title_alone(qtbot: QtBot, context: Context, pane: NeedsPane) -> None:
    assert titles(pane)[0] == "Göç eden çocuklar"
    press(qtbot, K.Key_N, modifier=CTRL)
    type_text(focused(), "Internet yok")
    press(qtbot, K.Key_Tab)
    qtbot.waitUntil(lambda: len(rows(context, "needs")) == 5)
    assert rows(context, "needs", title="Internet yok")[0]["status"] == "raised"
    editor = pane.page.form.editors["raised_by"]
    editor.picker.setFocus()
    type_text(editor.picker, "Naz Demir")
    press(qtbot, K.Key_Return)
    qtbot.waitUntil(lambda: rows(context, "needs", title="Internet yok")[0]["raised_by"] is not None)
    with qtbot.waitSignal(context.navigator.record_wanted) as wanted:
        qtbot.waitUntil(lambda: editor.row.isVisible() and editor.typed().id)
        editor.row.click()
    assert wanted.args[0] == "people"


def test_sorts_and_filters_of_the_list(qtbot: QtBot, pane: NeedsPane) -> None:
    pane.table.sorted.emit("votes", False)
    qtbot.waitUntil(lambda: titles(pane)[0] == "Göç eden çocuklar" and titles(pane)[-1] == "Çanta ağırlığı")
    combo = pane._filters["theme"]
    qtbot.waitUntil(lambda: [combo.itemText(n) for n in range(combo.count())] == ["Theme", "Göç", "Okuma", "Sınıf"])
    combo.setCurrentIndex(2)
    qtbot.waitUntil(lambda: titles(pane) == ["Okuma alışkanlığı"])


def test_several_needs_get_one_group_in_one_step(qtbot: QtBot, context: Context, pane: NeedsPane) -> None:
    press(qtbot, K.Key_Down, modifier=SHIFT)
    press(qtbot, K.Key_Down, modifier=SHIFT)
    qtbot.waitUntil(pane.grouping.isVisible)
    assert pane.grouping.count.text().startswith("3 ") or pane.grouping.count.text().startswith("2 ")
    chosen = len(pane.grouping.keys)
    pane.grouping.name.setFocus()
    type_text(pane.grouping.name, "Okul yolu")
    press(qtbot, K.Key_Return)
    qtbot.waitUntil(lambda: len(rows(context, "needs", cluster="Okul yolu")) == chosen >= 2)
    with context.tasks.database.write("undo") as uow:
        undo.undo(uow, undo.latest(uow.connection)[0].lsn)
    assert rows(context, "needs", cluster="Okul yolu") == []


def test_the_status_of_several_is_set_and_several_are_removed_at_once(
    qtbot: QtBot, context: Context, pane: NeedsPane
) -> None:
    pane.table.selectAll()
    qtbot.waitUntil(lambda: len(pane.grouping.keys) == 4)
    pane.grouping.status.setCurrentIndex(2)
    pane.grouping.status.activated.emit(2)
    qtbot.waitUntil(lambda: len(rows(context, "needs", status="discussed")) == 4)
    # The list is read anew after that, and chooses anew.
    qtbot.waitUntil(lambda: context.tasks.idle)
    pane.table.setFocus()
    pane.table.setCurrentIndex(pane.model.index(0, 0))
    flag = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
    pane.table.selectionModel().select(pane.model.index(1, 0), flag)
    qtbot.waitUntil(lambda: len(pane.grouping.keys) == 2)
    press(qtbot, K.Key_Delete)
    qtbot.waitUntil(lambda: len(rows(context, "needs")) == 2)


def test_votes_are_added_on_the_page(qtbot: QtBot, context: Context, pane: NeedsPane) -> None:
    qtbot.waitUntil(lambda: pane.page.ui.votes.text() == "8 vote(s)")
    pane.page.ui.add_vote.click()
    pane.page.ui.add_vote.click()
    pane.page.ui.take_vote.click()
    qtbot.waitUntil(lambda: context.tasks.idle)
    assert pane.page.ui.votes.text() == "9 vote(s)"
    assert votes(context, "Göç eden çocuklar") == 9


def test_from_a_need_to_a_workshop_and_to_a_solution(qtbot: QtBot, context: Context, pane: NeedsPane) -> None:
    qtbot.waitUntil(lambda: pane.page.community is not None)
    with qtbot.waitSignal(context.navigator.plan_wanted) as planned:
        pane.page.ui.plan.click()
    assert planned.args[0] == PlanWish(1, (4,), "Göç eden çocuklar")
    with qtbot.waitSignal(context.navigator.record_wanted) as wanted:
        pane.page.ui.solve.click()
    assert wanted.args[0] == "solutions"
    (solution,) = rows(context, "solutions")
    assert solution["needs"] == [rows(context, "needs", title="Göç eden çocuklar")[0]["uid"]]
    qtbot.waitUntil(lambda: pane.page.ui.tabs.tabText(1) == "What came of &it (1)")
    table = pane.page.ui.follows
    table.setFocus()
    with qtbot.waitSignal(context.navigator.record_wanted) as again:
        press(qtbot, K.Key_Return)
    assert again.args == wanted.args


def test_a_decision_is_written_about_the_need(qtbot: QtBot, context: Context, pane: NeedsPane) -> None:
    qtbot.waitUntil(lambda: pane.page.community is not None)
    pane.page.ui.decide.click()
    dialog = pane.page.deciding
    qtbot.waitUntil(lambda: [need.id for need in dialog.needs.chosen] == [4])
    dialog.ui.question.setText("Neyle başlayalım?")
    dialog.ui.save.click()
    qtbot.waitUntil(lambda: len(rows(context, "decisions")) == 1)
    qtbot.waitUntil(lambda: pane.page.ui.tabs.tabText(1) == "What came of &it (1)")


def test_the_page_says_what_its_group_says_together(qtbot: QtBot, context: Context, pane: NeedsPane) -> None:
    with context.tasks.database.write("group") as uow:
        changes = needs.group(uow, [4, 2], "Okul")
    context.tasks.changed.emit(changes, None)
    qtbot.waitUntil(lambda: pane.page.ui.head.line.text().endswith("Group “Okul”: 2 need(s), 13 vote(s)"))


def test_an_empty_board_says_what_to_do_first(qtbot: QtBot, context: Context) -> None:
    empty: NeedsPane = shown(qtbot, NeedsPane(context), 0)
    empty.show_view(BOARD)
    qtbot.waitUntil(lambda: empty.board.hint.text().startswith("No need yet."))
    empty.board.search.setText("x")
    qtbot.waitUntil(lambda: empty.board.hint.text().startswith("Nothing matches"))


def show_board(qtbot: QtBot, pane: NeedsPane) -> None:
    pane.show_view(BOARD)
    qtbot.waitUntil(lambda: [len(column(pane, status)) for status in NEED_STATUS] == [2, 1, 1, 0, 0])
    pane.focus_list()


def test_the_columns_of_the_board_are_painted_one_in_a_turn(qtbot: QtBot, context: Context, pane: NeedsPane) -> None:
    show_board(qtbot, pane)
    qtbot.waitUntil(lambda: context.tasks.idle)
    QApplication.processEvents()
    tables = [column.table for column in pane.board.columns.values()]
    waiting: dict[int, int] = {}

    class Note(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint:
                number = next(number for number, table in enumerate(tables) if table.viewport() is watched)
                waiting.setdefault(number, sum(not table.updatesEnabled() for table in tables))
            return False

    note = Note()
    for table in tables:
        table.viewport().installEventFilter(note)
    for table in tables:  # as if all of them had been read at the same moment
        table.cards.beginResetModel()
        table.cards.endResetModel()
    qtbot.waitUntil(lambda: context.tasks.idle and len(waiting) == len(tables))
    assert waiting == {0: 4, 1: 3, 2: 2, 3: 1, 4: 0}
    assert all(table.updatesEnabled() for table in tables)


def test_cards_of_the_board_go_from_status_to_status_by_keys(qtbot: QtBot, context: Context, pane: NeedsPane) -> None:
    show_board(qtbot, pane)
    board = pane.board.columns
    assert column(pane, "raised") == ["Okuma alışkanlığı", "Kalabalık sınıflar"]
    assert board["raised"].head.text() == "Raised · 2"
    assert focused() is board["raised"].table
    press(qtbot, K.Key_Right, modifier=SHIFT)
    qtbot.waitUntil(lambda: rows(context, "needs", title="Okuma alışkanlığı")[0]["status"] == "discussed")
    qtbot.waitUntil(lambda: focused() is board["discussed"].table)
    qtbot.waitUntil(lambda: column(pane, "discussed") == ["Okuma alışkanlığı", "Çanta ağırlığı"])
    assert board["discussed"].table.key == 2
    press(qtbot, K.Key_Right, modifier=ALT)
    qtbot.waitUntil(lambda: rows(context, "needs", title="Okuma alışkanlığı")[0]["status"] == "chosen")
    qtbot.waitUntil(lambda: board["chosen"].table.key == 2 and focused() is board["chosen"].table)
    press(qtbot, K.Key_Left)
    assert focused() is board["discussed"].table
    press(qtbot, K.Key_Left)
    press(qtbot, K.Key_Return)
    qtbot.waitUntil(lambda: pane.view == LIST and pane.current_id == 1)


def test_the_cursor_goes_with_a_card_whose_move_is_undone(qtbot: QtBot, context: Context, pane: NeedsPane) -> None:
    show_board(qtbot, pane)
    board = pane.board.columns
    press(qtbot, K.Key_Right, 1, SHIFT)
    qtbot.waitUntil(lambda: focused() is board["discussed"].table and board["discussed"].table.key == 2)
    qtbot.waitUntil(lambda: context.tasks.idle)
    context.tasks.write("undo", lambda uow: undo.undo(uow, undo.latest(uow.connection)[0].lsn))
    qtbot.waitUntil(lambda: focused() is board["raised"].table and board["raised"].table.key == 2)
    press(qtbot, K.Key_Return)
    qtbot.waitUntil(lambda: pane.view == LIST and pane.current_id == 2)


def test_every_card_is_painted_as_one_not_the_chosen_one_alone(qtbot: QtBot, context: Context, pane: NeedsPane) -> None:
    show_board(qtbot, pane)
    table = pane.board.columns["raised"].table
    assert table.cards.rowCount() == 2 and table.currentIndex().row() == 0
    picture = table.viewport().grab().toImage()
    card = table.visualRect(table.cards.index(1, 0))
    # The upper edge of the card, where a line of text in the middle has nothing.
    down = [picture.pixelColor(card.center().x(), y) for y in range(card.top(), card.top() + 2 * GAP)]
    assert len({colour.rgb() for colour in down}) > 1


def test_alt_and_an_arrow_is_the_boards_own_while_a_card_is_chosen(
    qtbot: QtBot, context: Context, pane: NeedsPane
) -> None:
    show_board(qtbot, pane)
    pane.board.columns["chosen"].table.setFocus()
    press(qtbot, K.Key_Left, modifier=ALT)
    qtbot.waitUntil(lambda: rows(context, "needs", title="Göç eden çocuklar")[0]["status"] == "discussed")


def test_a_card_is_dropped_into_another_column(qtbot: QtBot, context: Context, pane: NeedsPane) -> None:
    show_board(qtbot, pane)
    source, target = (pane.board.columns[status].table for status in ("raised", "addressed"))
    data = source.cards.mimeData([source.cards.index(1, 0)])
    event = QDropEvent(
        QPointF(20, 20), Qt.DropAction.MoveAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    target.dropEvent(event)
    qtbot.waitUntil(lambda: column(pane, "addressed") == ["Kalabalık sınıflar"])
    qtbot.waitUntil(lambda: column(pane, "raised") == ["Okuma alışkanlığı"])
    assert event.isAccepted()
    assert rows(context, "needs", title="Kalabalık sınıflar")[0]["status"] == "addressed"


def test_the_board_shows_one_community_and_what_is_searched(
    qtbot: QtBot, context: Context, store: Store, pane: NeedsPane
) -> None:
    store("communities", name="Kars Okuma")
    store("needs", title="Kitap yok", community=2)
    pane.show_view(BOARD)
    qtbot.waitUntil(lambda: len(column(pane, "raised")) == 3)
    pick(qtbot, pane.board.community.picker, "kars")
    qtbot.waitUntil(lambda: column(pane, "raised") == ["Kitap yok"] and column(pane, "chosen") == [])
    pane.board.community.away.click()
    pane.board.search.setFocus()
    type_text(pane.board.search, "okuma")
    qtbot.waitUntil(lambda: column(pane, "raised") == ["Okuma alışkanlığı"])
    press(qtbot, K.Key_Escape)
    qtbot.waitUntil(lambda: len(column(pane, "raised")) == 3)
    press(qtbot, K.Key_Escape)
    assert pane.view == LIST


def start_counting(qtbot: QtBot, pane: NeedsPane, **wish: Any) -> None:
    pane.show_wish(NeedsWish(COUNT, **wish))
    qtbot.waitUntil(lambda: pane.counting.model.rowCount() > 0)
    pane.focus_list()


def test_a_wish_is_followed_from_whichever_view(qtbot: QtBot, pane: NeedsPane) -> None:
    for view in (BOARD, COUNT, LIST):
        pane.show_view(view)
        pane.show_wish(NeedsWish(COUNT, 1, "Iğdır Çemberi"))
        qtbot.waitUntil(lambda: pane.counting.model.rowCount() == 4)
        pane.show_wish(NeedsWish(BOARD, 1, "Iğdır Çemberi"))
        assert pane.board.community.typed().id == 1
    qtbot.waitUntil(lambda: column(pane, "chosen") == ["Göç eden çocuklar"])


def test_each_dot_is_one_key_and_on_disk_at_once(qtbot: QtBot, context: Context, pane: NeedsPane) -> None:
    start_counting(qtbot, pane, community=1, name="Iğdır Çemberi")
    counting = pane.counting
    assert counting.model.rows[0].title == "Çanta ağırlığı"
    type_text(focused(), "oku")
    assert counting.table.current_row().title == "Okuma alışkanlığı"
    press(qtbot, K.Key_1, 3)
    press(qtbot, K.Key_Return)
    press(qtbot, K.Key_0)
    qtbot.waitUntil(lambda: context.tasks.idle)
    assert votes(context, "Okuma alışkanlığı") == 8
    qtbot.waitUntil(lambda: counting.table.current_row().votes == 8)
    assert counting.sum.text() == "19 vote(s)"
    type_text(focused(), "ç")
    qtbot.waitUntil(lambda: counting.table.current_row().title == "Çanta ağırlığı")
    press(qtbot, K.Key_Escape, 2)
    assert pane.view == LIST
    qtbot.waitUntil(lambda: context.tasks.idle)


def test_needs_are_added_while_votes_are_counted(qtbot: QtBot, context: Context, pane: NeedsPane) -> None:
    start_counting(qtbot, pane, community=1, name="Iğdır Çemberi")
    press(qtbot, K.Key_N, modifier=CTRL)
    type_text(focused(), "Aidiyet duygusu")
    press(qtbot, K.Key_Return)
    qtbot.waitUntil(lambda: pane.counting.model.rowCount() == 5)
    (row,) = rows(context, "needs", title="Aidiyet duygusu")
    assert (row["raised_at"], row["status"]) == ("2026-03-14", "raised")
    press(qtbot, K.Key_Escape)
    assert focused() is pane.counting.table
    qtbot.waitUntil(lambda: pane.counting.table.current_row().title == "Aidiyet duygusu")


def test_what_was_raised_in_a_session_is_counted_there(
    qtbot: QtBot, context: Context, store: Store, pane: NeedsPane
) -> None:
    workshop = store("workshops", title="Buluşma", communities=[1])
    session = store("sessions", workshop=workshop, starts_at="2026-03-14T13:00")
    pane.show_wish(NeedsWish(session=session))
    assert focused() is pane.counting.line
    type_text(focused(), "Bahçe")
    press(qtbot, K.Key_Return)
    qtbot.waitUntil(lambda: [row.title for row in pane.counting.model.rows] == ["Bahçe"])
    qtbot.waitUntil(lambda: pane.counting.place.text().startswith("Buluşma"))
    (row,) = rows(context, "needs", title="Bahçe")
    assert row["session"] is not None and row["community"] is not None
    pane.show_wish(NeedsWish(COUNT, 1, "Iğdır Çemberi"))
    pane.show_wish(NeedsWish(session=session))
    qtbot.waitUntil(lambda: focused() is pane.counting.table)
    with qtbot.waitSignal(context.navigator.back_wanted):
        press(qtbot, K.Key_Escape)
    assert pane.view == LIST
    qtbot.waitUntil(lambda: context.tasks.idle)


def test_the_board_comes_back_where_it_was(qtbot: QtBot, context: Context, pane: NeedsPane) -> None:
    show_board(qtbot, pane)
    place = pane.place()
    other = NeedsPane(context)
    qtbot.addWidget(other)
    other.return_to(place)
    assert other.view == BOARD
    pane.new_record()
    assert pane.view == LIST and pane.page.form.is_new
    qtbot.waitUntil(lambda: context.tasks.idle)


def test_the_models_keep_qts_rules(qtmodeltester: ModelTester, pane: NeedsPane) -> None:
    for model in (pane.board.columns["raised"].table.cards, pane.counting.model, pane.page._follows):
        qtmodeltester.check(model)


def test_the_workshop_planned_from_a_need_takes_it_up(qtbot: QtBot, context: Context, pane: NeedsPane) -> None:
    dialog = plan(context, PlanWish(1, (4,), "Göç eden çocuklar"), pane)
    qtbot.waitUntil(lambda: dialog.isVisible() and context.tasks.idle)
    assert dialog.ui.title.text() == "Göç eden çocuklar"
    dialog._save()
    qtbot.waitUntil(lambda: len(rows(context, "workshops")) == 1)
    (workshop,) = rows(context, "workshops")
    assert workshop["needs"] == [rows(context, "needs", title="Göç eden çocuklar")[0]["uid"]]
    qtbot.waitUntil(lambda: pane.page.ui.tabs.tabText(1) == "What came of &it (1)")
