"""What the table of a long list paints: compared with what Qt's own delegate makes of the same row."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QRegion
from PySide6.QtWidgets import QApplication, QStyle, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from tn_desktop.gui.context import Context
from tn_desktop.gui.models.paged import Column, PagedModel
from tn_desktop.gui.widgets.list_table import ListTable
from tn_desktop.model.entities.people import Person
from tn_desktop.services.lists import PAGE, ListQuery
from tn_desktop.store.database import Database

NAMES = ("Şule", "Çağla İnanç Gökçe Öztürk Aydınoğlu", "W" * 40, "Rojîn", "محمد")
COLUMNS = (
    Column("name", "Name", lambda row: row.name, "name", width=18),
    Column("school", "School", lambda row: row.institution, width=10),
    Column(
        "number",
        "Number",
        lambda row: str(row.id),
        width=6,
        alignment=Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
    ),
)


@pytest.fixture
def table(qtbot: QtBot, context: Context) -> ListTable:
    database = context.tasks.database
    assert database is not None
    fill(database)
    model = PagedModel(context.tasks, "people", COLUMNS)
    shown = ListTable(model)
    qtbot.addWidget(shown)
    shown.resize(420, 300)
    with qtbot.waitExposed(shown):
        shown.show()
    with qtbot.waitSignal(model.counted):
        model.set_query(ListQuery("people"))
    return shown


def fill(database: Database) -> None:
    names = [NAMES[number % len(NAMES)] for number in range(3 * PAGE)]
    with database.write("test") as uow:
        uow.create_many(Person, [{"given_name": name, "institution": f"{n} {name}"} for n, name in enumerate(names)])


def picture(table: ListTable) -> QImage:
    return table.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def area(table: ListTable, row: int, column: int = 0) -> QRect:
    return table.visualRect(table.model().index(row, column))


def ink(image: QImage, part: QRect) -> set[tuple[int, int]]:
    """The pixels that are not as the ground, counted from the corner of the part."""
    ground = image.pixel(part.right(), part.bottom())
    return {
        (x - part.left(), y - part.top())
        for x in range(part.left(), part.right() + 1)
        for y in range(part.top(), part.bottom() + 1)
        if image.pixel(x, y) != ground
    }


def test_lines_stand_where_the_style_would_put_them(table: ListTable) -> None:
    for column in range(len(COLUMNS)):
        for row in range(len(NAMES)):
            plain = ink(picture(table), area(table, row, column))
            assert plain
            # Qt's own way of the same cell, without the looks of a chosen one.
            theirs = QImage(area(table, row, column).size(), QImage.Format.Format_RGB32)
            theirs.fill(table.palette().base().color())
            paint_with_delegate(table, theirs, row, column)
            assert plain == ink(theirs, theirs.rect())


def paint_with_delegate(table: ListTable, image: QImage, row: int, column: int) -> None:
    option = QStyleOptionViewItem()
    option.initFrom(table)
    option.state = QStyle.StateFlag.State_Enabled | QStyle.StateFlag.State_Active
    option.rect = image.rect()
    option.font, option.fontMetrics = table.font(), table.fontMetrics()
    option.textElideMode = table.textElideMode()
    option.showDecorationSelected = True
    painter = QPainter(image)
    painter.setFont(table.font())
    table.itemDelegate().paint(painter, option, table.model().index(row, column))
    painter.end()


def test_the_chosen_row_looks_chosen_and_the_others_do_not(table: ListTable) -> None:
    table.setFocus()
    table.selectRow(3)
    image = picture(table)
    grounds = [QColor(image.pixel(area(table, row).bottomRight() - QPoint(3, 1))) for row in (2, 3, 4)]
    assert grounds[0] == grounds[2] == table.palette().base().color()
    assert grounds[1] != grounds[0]
    assert ink(image, area(table, 3))


def test_only_what_is_asked_for_is_painted(qtbot: QtBot, table: ListTable, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    texts = PagedModel.texts

    def noted(self: PagedModel, row: int) -> object:
        asked.append(row)
        return texts(self, row)

    def those_alone_are_painted() -> bool:
        # What is left to paint from when it was shown comes along; then nothing does any more.
        QApplication.processEvents()
        asked.clear()
        table.viewport().repaint(QRegion(area(table, 1)).united(area(table, 5)))
        return sorted(asked) == [1, 5]

    monkeypatch.setattr(PagedModel, "texts", noted)
    qtbot.waitUntil(those_alone_are_painted)


def test_rows_that_are_not_there_yet_are_fetched(qtbot: QtBot, table: ListTable) -> None:
    model = table.model()
    assert isinstance(model, PagedModel)
    with qtbot.waitSignal(model.loaded):
        table.scrollToBottom()
        table.viewport().repaint()
    assert model.row_at(model.rowCount() - 1) is not None


def test_another_font_is_measured_anew(table: ListTable) -> None:
    before = ink(picture(table), area(table, 2))
    font = table.font()
    font.setPointSizeF(font.pointSizeF() * 1.6)
    table.setFont(font)
    QApplication.processEvents()
    after = ink(picture(table), area(table, 2))
    assert max(x for x, _y in after) < area(table, 2).width() and after != before


def test_an_empty_list_paints_nothing(qtbot: QtBot, context: Context) -> None:
    model = PagedModel(context.tasks, "people", COLUMNS)
    shown = ListTable(model)
    qtbot.addWidget(shown)
    shown.resize(300, 200)
    shown.show()
    image = picture(shown)
    assert not ink(image, image.rect())
