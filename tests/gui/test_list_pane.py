"""A pane of a list and a page: searching, choosing, editing, removing, by keys alone."""

import threading
from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from tests.gui.keys import type_text
from tests.robot import PATIENCE
from tn_desktop.gui.context import Context
from tn_desktop.gui.models.paged import ID_ROLE, NOT_YET, ROW_ROLE, Column, PagedModel
from tn_desktop.gui.panes.list_pane import Filter, ListPane, Words
from tn_desktop.gui.widgets.field_form import FieldForm
from tn_desktop.services import records
from tn_desktop.services.lists import PAGE, ListQuery

COLUMNS = (
    Column("name", "Name", lambda row: row.name, "name", width=24),
    Column("province", "Province", lambda row: row.province, "province"),
    Column("institution", "School", lambda row: row.institution),
)


class SamplePane(ListPane):
    """People with a short page."""

    name = "people"

    def words(self) -> Words:
        return Words("People", "Search people", "Nobody is here yet.", "New person")

    def columns(self) -> tuple[Column, ...]:
        return COLUMNS

    def filters(self) -> tuple[Filter, ...]:
        return (Filter("province", "Province", (("TR-34", "İstanbul"), ("TR-76", "Iğdır"))),)

    def make_detail(self) -> QWidget:
        page = QWidget()
        self.form = FieldForm(self.context, "people")
        self.form.add("given_name", "family_name", "phone", "province", "district", "roles", "notes")
        self.form.created.connect(self.go_to)
        QVBoxLayout(page).addWidget(self.form)
        return page

    def show_detail(self, key: int | None) -> None:
        if key is None:
            self.form.clear()
        else:
            self.form.load(key)

    def new_record(self) -> None:
        self.form.start_new()


@pytest.fixture
def pane(qtbot: QtBot, context: Context) -> SamplePane:
    """The pane on an empty database."""
    pane = SamplePane(context)
    qtbot.addWidget(pane)
    pane.resize(1100, 700)
    pane.show()
    pane.activateWindow()
    qtbot.waitUntil(lambda: context.tasks.idle)
    return pane


def stored(context: Context, entity: str = "people") -> list[dict[str, Any]]:
    """The rows on disk."""
    assert context.tasks.database is not None
    with context.tasks.database.read() as connection:
        return records.listing(connection, entity, limit=1000)[1]


def settled(qtbot: QtBot, pane: SamplePane) -> None:
    """Wait until nothing is on its way."""
    qtbot.waitUntil(lambda: pane.context.tasks.idle and not pane._typing.isActive())


def names(pane: ListPane) -> list[str]:
    """The first column."""
    return [str(pane.model.index(row, 0).data()) for row in range(pane.model.rowCount())]


def test_the_model_is_sound_while_it_grows_and_shrinks(
    qtbot: QtBot, context: Context, store: Callable[..., int], qtmodeltester: ModelTester
) -> None:
    model = PagedModel(context.tasks, "people", COLUMNS)
    qtmodeltester.check(model)
    with qtbot.waitSignal(model.counted):
        model.set_query(ListQuery("people"))
    context.tasks.changed.connect(lambda changes, _owner: model.refresh(changes))
    key = store("people", given_name="Ayşe", institution="Atatürk Ortaokulu")
    qtbot.waitUntil(lambda: model.rowCount() == 1)
    assert model.index(0, 0).data() == "Ayşe"
    assert model.index(0, 0).data(ID_ROLE) == key
    assert model.index(0, 2).data(ROW_ROLE).institution == "Atatürk Ortaokulu"
    context.tasks.write("Remove", lambda uow: records.remove(uow, "people", key))
    qtbot.waitUntil(lambda: model.rowCount() == 0)
    qtmodeltester.check(model)


def test_a_long_list_fetches_what_is_looked_at(qtbot: QtBot, context: Context) -> None:
    assert context.tasks.database is not None
    with context.tasks.database.write("Add") as uow:
        for number in range(3 * PAGE):
            records.add(uow, "people", {"given_name": f"Ad{number:04d}"})
    model = PagedModel(context.tasks, "people", COLUMNS)
    with qtbot.waitSignal(model.ready):
        model.set_query(ListQuery("people"))
    qtbot.waitUntil(lambda: model.total == 3 * PAGE)
    last = model.index(3 * PAGE - 1, 0)
    assert last.data() == NOT_YET and last.data(ID_ROLE) is None
    qtbot.waitUntil(lambda: last.data() == f"Ad{3 * PAGE - 1:04d}")
    places: list[int | None] = []
    model.row_of(int(last.data(ID_ROLE)), places.append)
    qtbot.waitUntil(lambda: places == [3 * PAGE - 1])


def test_a_repaint_does_not_put_off_rows_that_are_on_their_way(qtbot: QtBot, context: Context) -> None:
    assert context.tasks.database is not None
    with context.tasks.database.write("Add") as uow:
        for number in range(2 * PAGE):
            records.add(uow, "people", {"given_name": f"Ad{number:04d}"})
    model = PagedModel(context.tasks, "people", COLUMNS)
    model.set_query(ListQuery("people"))
    qtbot.waitUntil(lambda: model.total == 2 * PAGE)
    slow_disk = threading.Event()
    for _reader in range(2):
        context.tasks.read(lambda _connection: slow_disk.wait(PATIENCE / 1000), lambda _answer: None)
    asked: list[object] = []
    plain = context.tasks.read

    def noted(*arguments: Any, **options: Any) -> Any:
        asked.append(options.get("channel"))
        return plain(*arguments, **options)

    context.tasks.read = noted  # type: ignore[method-assign]
    last = model.index(2 * PAGE - 1, 0)
    for _repaint in range(5):
        assert last.data() == NOT_YET
        qtbot.waitUntil(lambda: not model._fetch.isActive())
    assert asked == ["pages"]
    slow_disk.set()
    qtbot.waitUntil(lambda: last.data() == f"Ad{2 * PAGE - 1:04d}")


def test_an_empty_list_says_what_to_do_and_ctrl_n_does_it(qtbot: QtBot, context: Context, pane: SamplePane) -> None:
    assert any(label.text() == "Nobody is here yet." and label.isVisible() for label in pane.findChildren(QLabel))
    qtbot.keyClick(pane, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    first = pane.form.editors["given_name"]
    qtbot.waitUntil(first.hasFocus)
    type_text(first, "Işıl")
    qtbot.keyClick(first, Qt.Key.Key_Tab)
    type_text(pane.form.editors["family_name"], "Çelik")
    qtbot.keyClick(pane.form.editors["family_name"], Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: [row["family_name"] for row in stored(context)] == ["Çelik"])
    qtbot.waitUntil(lambda: names(pane) == ["Işıl Çelik"])
    settled(qtbot, pane)
    assert pane.current_id == pane.form.key and pane.table.isVisible()


def test_letters_in_the_list_search_and_folded_words_match(
    qtbot: QtBot, context: Context, pane: SamplePane, store: Callable[..., int]
) -> None:
    for given, family in (("Ayşe", "Yılmaz"), ("Mehmet", "Işık"), ("Rojîn", "Ağa")):
        store("people", given_name=given, family_name=family)
    qtbot.waitUntil(lambda: len(names(pane)) == 3)
    pane.focus_list()
    qtbot.keyClick(pane.table, "i")
    type_text(pane.search, "sik")
    qtbot.waitUntil(lambda: names(pane) == ["Mehmet Işık"])
    type_text(pane.search, "x")
    qtbot.waitUntil(lambda: pane._nothing_found.isVisible())
    qtbot.keyClick(pane.search, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: len(names(pane)) == 3)


def test_a_field_is_saved_as_it_is_left_and_shows_the_stored_form(
    qtbot: QtBot, context: Context, pane: SamplePane, store: Callable[..., int]
) -> None:
    store("people", given_name="Ayşe")
    qtbot.waitUntil(lambda: len(names(pane)) == 1)
    pane.focus_list()
    qtbot.keyClick(pane.table, Qt.Key.Key_Down)
    settled(qtbot, pane)
    qtbot.keyClick(pane.table, Qt.Key.Key_Return)
    qtbot.waitUntil(pane.form.editors["given_name"].hasFocus)
    phone = pane.form.editors["phone"]
    phone.setFocus()
    type_text(phone, "5320000001")
    qtbot.keyClick(phone, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: phone.text() == "0532 000 00 01")
    province = pane.form.editors["province"]
    type_text(province, "76")
    qtbot.keyClick(province, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: province.text() == "Iğdır")
    assert stored(context)[0]["phone"] == "+905320000001" and stored(context)[0]["province"] == "TR-76"


def test_what_is_wrong_stands_beside_the_field_and_esc_takes_it_back(
    qtbot: QtBot, context: Context, pane: SamplePane, store: Callable[..., int]
) -> None:
    key = store("people", given_name="Ayşe", phone="0532 000 00 01")
    qtbot.waitUntil(lambda: len(names(pane)) == 1)
    pane.go_to(key)
    phone = pane.form.editors["phone"]
    qtbot.waitUntil(lambda: phone.text() == "0532 000 00 01")
    phone.setFocus()
    phone.selectAll()
    type_text(phone, "12")
    qtbot.keyClick(phone, Qt.Key.Key_Return)
    error = pane.form._errors["phone"]
    qtbot.waitUntil(error.isVisible)
    assert "12" in error.text() and phone.text() == "12"
    assert stored(context)[0]["phone"] == "+905320000001"
    qtbot.keyClick(phone, Qt.Key.Key_Escape)
    assert phone.text() == "0532 000 00 01" and not error.isVisible()


def test_del_removes_and_the_neighbour_is_chosen(
    qtbot: QtBot, context: Context, pane: SamplePane, store: Callable[..., int]
) -> None:
    keys = [store("people", given_name=name) for name in ("Ali", "Bora", "Can")]
    qtbot.waitUntil(lambda: len(names(pane)) == 3)
    pane.go_to(keys[1])
    qtbot.waitUntil(lambda: pane.current_id == keys[1])
    pane.focus_list()
    qtbot.keyClick(pane.table, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: names(pane) == ["Ali", "Can"])
    qtbot.waitUntil(lambda: pane.current_id == keys[2])
    assert [row["given_name"] for row in stored(context)] == ["Ali", "Can"]


def test_what_is_written_while_nobody_sees_the_list_is_read_when_it_is_shown_again(
    qtbot: QtBot, context: Context, pane: SamplePane, store: Callable[..., int]
) -> None:
    gone = store("people", given_name="Ali")
    qtbot.waitUntil(lambda: names(pane) == ["Ali"])
    pane.go_to(gone)
    qtbot.waitUntil(lambda: pane.current_id == gone)
    settled(qtbot, pane)
    pane.hide()
    store("communities", name="Okuma Topluluğu")
    store("people", given_name="Bora")
    with qtbot.waitSignal(context.tasks.changed):
        context.tasks.write("Remove", lambda uow: records.remove(uow, "people", gone))
    settled(qtbot, pane)
    assert names(pane) == ["Ali"], "it would be read at each write, for nobody"
    pane.show()
    qtbot.waitUntil(lambda: names(pane) == ["Bora"] and pane.current_id != gone)
    settled(qtbot, pane)
    pane.hide()
    pane.show()
    assert context.tasks.idle, "nothing was written since"


def test_filter_order_and_widths_are_remembered(
    qtbot: QtBot, context: Context, pane: SamplePane, store: Callable[..., int]
) -> None:
    store("people", given_name="Ali", province="TR-34")
    store("people", given_name="Bora", province="TR-76")
    qtbot.waitUntil(lambda: len(names(pane)) == 2)
    pane.table.horizontalHeader().sectionClicked.emit(0)
    qtbot.waitUntil(lambda: names(pane) == ["Bora", "Ali"])
    pane._filters["province"].setCurrentIndex(2)
    qtbot.waitUntil(lambda: names(pane) == ["Bora"])
    pane.table.setColumnWidth(0, 333)
    pane.remember()
    again = SamplePane(context)
    qtbot.addWidget(again)
    qtbot.waitUntil(lambda: names(again) == ["Bora"])
    assert again.table.columnWidth(0) == 333 and again.model.query.descending


def test_every_control_has_a_name(pane: SamplePane) -> None:
    for widget in pane.findChildren(QLineEdit):
        if widget.isVisibleTo(pane):
            assert widget.accessibleName()


def test_going_to_a_row_whose_page_is_not_loaded_never_empties_the_form(
    qtbot: QtBot, context: Context, store: Callable[..., int]
) -> None:
    """A row that was just made may lie anywhere in the list; an emptied form would take the cursor out of it."""
    assert context.tasks.database is not None
    with context.tasks.database.write("Add") as uow:
        keys = [
            records.add(uow, "people", {"given_name": "Ali", "family_name": f"B{number:04}"}).subject
            for number in range(8 * PAGE)
        ]
    shown: list[int | None] = []

    class Noting(SamplePane):
        def show_detail(self, key: int | None) -> None:
            shown.append(key)
            super().show_detail(key)

    pane = Noting(context)
    qtbot.addWidget(pane)
    pane.resize(1100, 600)
    pane.show()
    qtbot.waitExposed(pane)
    pane.activateWindow()
    qtbot.waitUntil(lambda: pane.model.rowCount() == 8 * PAGE and context.tasks.idle)
    assert keys[0] is not None
    pane.go_to(keys[0])
    qtbot.waitUntil(lambda: pane.current_id == keys[0] and context.tasks.idle)
    pane.form.focus_first()
    shown.clear()

    def there(key: int) -> bool:
        return pane.current_id == key and context.tasks.idle

    wanted = [keys[row] for row in (6 * PAGE + 5, 2 * PAGE + 7, 4 * PAGE + 9)]
    for key in wanted:
        assert key is not None
        pane.go_to(key)
        qtbot.waitUntil(partial(there, key))
    assert shown == wanted
    assert pane.form.editors["given_name"].hasFocus()
