"""What every part of the window shares: room for the hand, colours that can be read, columns that fit."""

from collections.abc import Callable
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QSpinBox,
    QStyle,
    QStyleOptionButton,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tn_desktop.gui.appearance import READABLE, dark_palette, readable, use_appearance
from tn_desktop.gui.context import Context
from tn_desktop.gui.models.headings import GAP
from tn_desktop.gui.models.rows import Cell, RowsModel
from tn_desktop.gui.panes.people import PeoplePane
from tn_desktop.gui.panes.workshops import WorkshopsPane
from tn_desktop.gui.widgets.look import ROOMY, contrast, roomy
from tn_desktop.gui.widgets.rows_table import RowsTable


def test_contrast_counts_as_the_guidelines_do() -> None:
    assert round(contrast(QColor("#000000"), QColor("#ffffff")), 1) == 21
    assert round(contrast(QColor("#767676"), QColor("#ffffff")), 1) == 4.5


def test_chosen_rows_and_hints_can_be_read() -> None:
    pale = QPalette(QApplication.palette())
    pale.setColor(QPalette.ColorRole.Highlight, QColor("#308cc6"))
    pale.setColor(QPalette.ColorRole.HighlightedText, QColor("#ffffff"))
    better = readable(pale)
    assert contrast(better.color(QPalette.ColorRole.Highlight), QColor("#ffffff")) >= READABLE
    # Everything else goes on following the system.
    assert not better.isBrushSet(QPalette.ColorGroup.Active, QPalette.ColorRole.Window)


def test_every_text_of_the_dark_palette_can_be_read() -> None:
    palette, role = dark_palette(), QPalette.ColorRole
    for text, ground in (
        (role.WindowText, role.Window),
        (role.Text, role.Base),
        (role.Text, role.AlternateBase),
        (role.ButtonText, role.Button),
        (role.PlaceholderText, role.Base),
        (role.HighlightedText, role.Highlight),
        (role.Link, role.Window),
        (role.ToolTipText, role.ToolTipBase),
    ):
        assert contrast(palette.color(text), palette.color(ground)) >= READABLE, (text, ground)


@pytest.mark.parametrize("box", [QCheckBox, QRadioButton])
def test_an_empty_box_stands_out_in_the_dark(qtbot: QtBot, box: type[QCheckBox | QRadioButton]) -> None:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    before = application.style().name()
    application.setStyle("fusion")
    use_appearance("dark")
    try:
        shown = box("Perde")
        qtbot.addWidget(shown)
        shown.resize(shown.sizeHint())
        option = QStyleOptionButton()
        shown.initStyleOption(option)
        which = (
            QStyle.SubElement.SE_CheckBoxIndicator if box is QCheckBox else QStyle.SubElement.SE_RadioButtonIndicator
        )
        middle = shown.style().subElementRect(which, option, shown).center()
        seen = shown.grab().toImage().pixelColor(middle)
        assert contrast(seen, shown.palette().color(QPalette.ColorRole.Window)) >= 2.8
        assert contrast(QColor(Qt.GlobalColor.white), seen) >= 3
    finally:
        use_appearance("light")
        application.setStyle(before)


def test_what_is_clicked_is_high_enough(qtbot: QtBot) -> None:
    whole = QWidget()
    qtbot.addWidget(whole)
    column = QVBoxLayout(whole)
    tall = QPushButton("x")
    tall.setMinimumHeight(40)
    for part in (QPushButton("y"), QLineEdit(), QSpinBox(), tall):
        column.addWidget(part)
    roomy(whole)
    whole.show()
    qtbot.waitExposed(whole)
    assert tall.height() >= 40
    assert all(column.itemAt(n).widget().height() >= ROOMY for n in range(4))


def test_a_narrow_table_leaves_out_what_one_can_do_without(qtbot: QtBot) -> None:
    table = RowsTable()
    qtbot.addWidget(table)
    cells = (
        Cell("name", "Name", lambda row: row.name, grows=True),
        Cell("kind", "Kind", lambda row: "", width=20, spare=2),
        Cell("phone", "Phone", lambda row: "", width=13),
        Cell("mail", "Mail", lambda row: "", width=20, edit=lambda row: "", spare=1),
    )
    table.set_rows_model(RowsModel(cells, "id", table))
    table.resize(900, 300)
    table.show()
    qtbot.waitExposed(table)
    assert not any(table.isColumnHidden(n) for n in range(4))
    table.resize(300, 300)
    assert [table.isColumnHidden(n) for n in range(4)] == [False, True, False, True]
    assert not table.horizontalScrollBar().isVisible()
    table.resize(900, 300)
    assert not any(table.isColumnHidden(n) for n in range(4))


def test_telephone_numbers_are_never_cut_off(qtbot: QtBot, context: Context) -> None:
    pane = PeoplePane(context)
    qtbot.addWidget(pane)
    for width in (1180, 830):
        pane.resize(width, 600)
        pane.show()
        qtbot.waitExposed(pane)
        qtbot.waitUntil(lambda: context.tasks.idle)
        phone = next(n for n in range(5) if pane.model.column(n).name == "phone")
        needed = pane.table.fontMetrics().horizontalAdvance("0532 000 47 82")
        assert pane.table.columnWidth(phone) > needed
        heading = pane.table.horizontalHeader()
        for number in range(5):
            title = str(pane.model.headerData(number, Qt.Orientation.Horizontal))
            shown = pane.table.columnWidth(number)
            assert pane.table.isColumnHidden(number) or shown > heading.fontMetrics().horizontalAdvance(title)


def test_a_list_that_grows_narrow_later_needs_no_scrolling(qtbot: QtBot, context: Context) -> None:
    pane = PeoplePane(context)
    qtbot.addWidget(pane)
    pane.resize(1400, 600)
    pane.show()
    qtbot.waitExposed(pane)
    for width in (830, 1400, 830):
        pane.resize(width, 600)
        qtbot.waitUntil(lambda: context.tasks.idle)
        assert pane.table.horizontalHeader().length() <= pane.table.viewport().width()
    assert pane.table.widths() == []


def test_widths_are_hers_only_where_she_dragged_a_heading(
    qtbot: QtBot, context: Context, store: Callable[..., int]
) -> None:
    store("workshops", title="Problem Ağacı", province="76")
    pane = WorkshopsPane(context)
    qtbot.addWidget(pane)
    pane.resize(1000, 500)
    pane.show()
    qtbot.waitExposed(pane)
    qtbot.waitUntil(lambda: pane.table.isVisible() and context.tasks.idle)
    table, heading = pane.table, pane.table.horizontalHeader()
    policy = Qt.ScrollBarPolicy
    hidden = False
    for width in (351, 365, 351, 620, 340, 900):
        table.setFixedWidth(width)
        QApplication.processEvents()
        hidden = hidden or table.isColumnHidden(heading.count() - 1)
        # The last of the columns that are shown takes by itself what a scroll bar that comes or goes leaves.
        for bar in (policy.ScrollBarAlwaysOn, policy.ScrollBarAlwaysOff):
            table.setVerticalScrollBarPolicy(bar)
            QApplication.processEvents()
        assert table.widths() == [] and heading.length() <= table.viewport().width()
    assert hidden
    heading.resizeSection(0, 321)
    assert table.widths()[0] == 321


def test_numbers_keep_apart_from_the_column_on_their_right(qtbot: QtBot, context: Context) -> None:
    right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    cells = (
        Cell("count", "Number", lambda row: str(row.count), alignment=right, width=8),
        Cell("word", "Word", lambda row: row.word, grows=True),
    )
    table = RowsTable()
    qtbot.addWidget(table)
    table.set_rows_model(RowsModel(cells, "key"))
    table.show_rows([SimpleNamespace(key=1, count=25, word="Planlandı")])
    table.resize(400, 120)
    table.show()
    qtbot.waitExposed(table)
    index = table.rows_model.index(0, 0)
    option = QStyleOptionViewItem()
    option.initFrom(table)
    table.itemDelegate().initStyleOption(option, index)  # type: ignore[attr-defined]
    assert (index.data(), option.text.rstrip(), option.text) == ("25", "25", "25" + GAP)  # type: ignore[attr-defined]
    assert table.rows_model.headerData(0, Qt.Orientation.Horizontal) == "Number" + GAP
    assert table.rows_model.headerData(1, Qt.Orientation.Horizontal) == "Word"
    room = table.visualRect(index)
    picture = table.viewport().grab(room).toImage()
    ground = picture.pixelColor(room.width() - 1, 1)
    painted = [
        x for x in range(picture.width()) for y in range(picture.height())
        if contrast(picture.pixelColor(x, y), ground) > 3
    ]  # fmt: skip
    assert painted and picture.width() - max(painted) >= table.fontMetrics().horizontalAdvance(GAP)
