"""Fields that point to other rows: typed by name, stored by id, a new person made on the way."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.gui.keys import type_text
from tn_desktop.gui.context import Context
from tn_desktop.gui.widgets.field_form import FieldForm
from tn_desktop.services import records

Store = Callable[..., int]


def shown(context: Context, entity: str, key: int) -> dict[str, Any]:
    assert context.tasks.database is not None
    with context.tasks.database.read() as connection:
        return records.show(connection, entity, key)


def uid(context: Context, entity: str, key: int) -> str:
    assert context.tasks.database is not None
    with context.tasks.database.read() as connection:
        return records.uid_of(connection, entity, key)


def need_form(qtbot: QtBot, context: Context, key: int) -> FieldForm:
    form = FieldForm(context, "needs")
    form.add("title", "community", "raised_by")
    qtbot.addWidget(form)
    form.show()
    with qtbot.waitSignal(form.loaded):
        form.load(key)
    return form


def test_a_row_is_chosen_by_its_name_and_shown_by_it(qtbot: QtBot, context: Context, store: Store) -> None:
    community = store("communities", name="Iğdır Okuma Topluluğu")
    store("communities", name="Kars Bilim Topluluğu")
    need = store("needs", title="Kitap yok")
    form = need_form(qtbot, context, need)
    picker = form.editors["community"].picker
    picker.setFocus()
    type_text(picker, "igd")
    qtbot.waitUntil(lambda: picker.suggestions.isVisible() and picker.suggestions.count() == 1)
    with qtbot.waitSignal(form.saved):
        QTest.keyClick(picker, Qt.Key.Key_Down)
        QTest.keyClick(picker, Qt.Key.Key_Return)
    assert shown(context, "needs", need)["community"] == uid(context, "communities", community)
    qtbot.waitUntil(lambda: form.editors["community"].row.text() == "Iğdır Okuma Topluluğu")
    assert not picker.isVisible()


def test_down_in_the_empty_line_shows_what_there_is(qtbot: QtBot, context: Context, store: Store) -> None:
    for name in ("Iğdır", "Kars"):
        store("communities", name=name)
    form = need_form(qtbot, context, store("needs", title="Kitap yok"))
    picker = form.editors["community"].picker
    picker.setFocus()
    QTest.keyClick(picker, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: picker.suggestions.isVisible() and picker.suggestions.count() == 2)
    with qtbot.waitSignal(form.saved):
        QTest.keyClick(picker, Qt.Key.Key_Down)
        QTest.keyClick(picker, Qt.Key.Key_Return)
    assert form.editors["community"].row.text() == "Iğdır"


def test_taking_the_row_away_clears_the_field(qtbot: QtBot, context: Context, store: Store) -> None:
    community = store("communities", name="Iğdır")
    need = store("needs", title="Kitap yok", community=community)
    form = need_form(qtbot, context, need)
    row = form.editors["community"].row
    row.setFocus()
    with qtbot.waitSignal(form.saved):
        QTest.keyClick(row, Qt.Key.Key_Delete)
    assert shown(context, "needs", need)["community"] is None
    assert form.editors["community"].picker.isVisible()


def test_the_row_is_one_click_away(qtbot: QtBot, context: Context, store: Store) -> None:
    community = store("communities", name="Iğdır")
    form = need_form(qtbot, context, store("needs", title="Kitap yok", community=community))
    with qtbot.waitSignal(context.navigator.record_wanted) as wanted:
        qtbot.mouseClick(form.editors["community"].row, Qt.MouseButton.LeftButton)
    assert wanted.args == ["communities", community]


def test_a_person_nobody_knows_is_made_with_the_field(qtbot: QtBot, context: Context, store: Store) -> None:
    need = store("needs", title="Kitap yok")
    form = need_form(qtbot, context, need)
    picker = form.editors["raised_by"].picker
    picker.setFocus()
    type_text(picker, "Şule Işık")
    with qtbot.waitSignal(form.saved):
        QTest.keyClick(picker, Qt.Key.Key_Return)
    assert context.tasks.database is not None
    with context.tasks.database.read() as connection:
        _total, people = records.listing(connection, "people")
    assert [(person["given_name"], person["family_name"]) for person in people] == [("Şule", "Işık")]
    assert shown(context, "needs", need)["raised_by"] == people[0]["uid"]


def test_several_rows_are_held_by_relations(qtbot: QtBot, context: Context, store: Store) -> None:
    needs = [store("needs", title=title) for title in ("Kitap yok", "Ödev çok")]
    solution = store("solutions", title="Sınıf kitaplığı", needs=[needs[0]])
    form = FieldForm(context, "solutions")
    form.add("title", "needs")
    qtbot.addWidget(form)
    form.show()
    with qtbot.waitSignal(form.loaded):
        form.load(solution)
    field = form.editors["needs"].field
    assert [known.name for known in field.chosen] == ["Kitap yok"]
    field.picker.setFocus()
    type_text(field.picker, "odev")
    qtbot.waitUntil(lambda: field.picker.suggestions.isVisible() and field.picker.suggestions.count() == 1)
    with qtbot.waitSignal(form.saved):
        QTest.keyClick(field.picker, Qt.Key.Key_Down)
        QTest.keyClick(field.picker, Qt.Key.Key_Return)
    assert shown(context, "solutions", solution)["needs"] == [uid(context, "needs", need) for need in needs]
    with qtbot.waitSignal(form.saved):
        QTest.keyClick(field.picker, Qt.Key.Key_Backspace)
    assert shown(context, "solutions", solution)["needs"] == [uid(context, "needs", needs[0])]


def test_a_new_row_shows_by_name_what_it_belongs_to(qtbot: QtBot, context: Context, store: Store) -> None:
    community = store("communities", name="Iğdır")
    form = FieldForm(context, "needs")
    form.add("title", "community")
    qtbot.addWidget(form)
    form.show()
    form.start_new({"community": community})
    qtbot.waitUntil(lambda: form.editors["community"].row.text() == "Iğdır")
    type_text(form.editors["title"], "Kitap yok")
    with qtbot.waitSignal(form.created) as created:
        QTest.keyClick(form.editors["title"], Qt.Key.Key_Return)
    assert shown(context, "needs", created.args[0])["community"] == uid(context, "communities", community)


def test_a_field_changed_back_at_once_is_stored_as_it_stands(qtbot: QtBot, context: Context, store: Store) -> None:
    need = store("needs", title="Kitap yok")
    form = need_form(qtbot, context, need)
    title = form.editors["title"]
    title.setFocus()
    for text in ("Kitap az", "Kitap yok"):
        title.selectAll()
        type_text(title, text)
        QTest.keyClick(title, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: context.tasks.idle)
    assert shown(context, "needs", need)["title"] == title.text() == "Kitap yok"
