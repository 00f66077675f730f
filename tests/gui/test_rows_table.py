"""What a table of a few rows paints: the same as Qt's own delegate makes of each row, in less time."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, Qt
from PySide6.QtGui import QColor, QCursor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication
from pytestqt.qtbot import QtBot

from tn_desktop.gui.appearance import dark_palette
from tn_desktop.gui.models.rows import Cell, RowsModel
from tn_desktop.gui.widgets.rows_table import CellDelegate, RowsTable

RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
NAMES = ("Şule Işık", "Çağla İnanç Gökçe Öztürk Aydınoğlu", "W" * 60, "Rojîn\nikinci satır", "محمد", "fi ffi AV")


@dataclass(frozen=True)
class Row:
    number: int
    name: str


CELLS = (
    Cell("name", "Name", lambda row: row.name, edit=lambda row: row.name, width=12),
    Cell("number", "Number", lambda row: str(row.number * 1234), alignment=RIGHT, width=7),
    Cell(
        "sign",
        "Sign",
        lambda row: "✓" if row.number % 2 else "",
        alignment=Qt.AlignmentFlag.AlignCenter,
        colour=lambda row: QColor("#a33") if row.number % 3 else None,
        width=6,
    ),
    Cell("much", "Much", lambda row: " ".join([row.name] * 5), grows=True, spare=1),
)


@pytest.fixture
def table(qtbot: QtBot) -> RowsTable:
    model = RowsModel(CELLS, "number")
    model.set_rows([Row(number, name) for number, name in enumerate(NAMES, 1)])
    shown = RowsTable()
    qtbot.addWidget(shown)
    shown.set_rows_model(model)
    shown.resize(640, 260)
    with qtbot.waitExposed(shown):
        shown.show()
    return shown


@pytest.fixture(autouse=True)
def elsewhere() -> Iterator[None]:
    """The mouse is over no row, also afterwards."""
    QCursor.setPos(QPoint(0, 2000))
    yield
    QCursor.setPos(QPoint(0, 2000))


def pictures(table: RowsTable) -> tuple[QImage, QImage]:
    """As lines, and as the delegate paints every row."""
    QApplication.processEvents()
    found = []
    for as_lines in (True, False):
        table.as_lines = as_lines
        found.append(table.grab().toImage())
    table.as_lines = True
    return found[0], found[1]


def test_rows_look_as_the_style_has_them(table: RowsTable) -> None:
    model, choice = table.rows_model, table.selectionModel()
    whole = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
    palette = QApplication.palette()
    steps: dict[str, Any] = {
        "nothing chosen": lambda: None,
        "a row chosen": lambda: table.selectRow(2),
        "two rows chosen": lambda: choice.select(model.index(4, 0), whole),
        "the mouse over a row": lambda: QTest.mouseMove(table.viewport(), QPoint(20, 40)),
        "a column left out": lambda: table.resize(260, 260),
        "scrolled": lambda: table.resize(400, 90),
        "the last row": lambda: table.scrollToBottom(),
        "larger letters": lambda: table.setStyleSheet("font-size: 15pt"),
        "other rows": lambda: model.set_rows([Row(9, "Masal"), *model.rows[:2]]),
        "no rows": lambda: model.set_rows([]),
        "a row again": lambda: model.set_rows([Row(9, "Masal")]),
        "a dark window": lambda: QApplication.setPalette(dark_palette()),
    }
    before = QImage()
    try:
        for name, step in steps.items():
            step()
            lines, styled = pictures(table)
            assert lines == styled, name
            assert lines != before or name == "the mouse over a row", name
            before = lines
    finally:
        QApplication.setPalette(palette)


def test_only_rows_that_look_otherwise_are_left_to_the_delegate(table: RowsTable) -> None:
    asked: set[int] = set()

    class Noting(CellDelegate):
        def initStyleOption(self, option: Any, index: Any) -> None:
            asked.add(index.row())
            super().initStyleOption(option, index)

    table.setItemDelegate(Noting(table))
    table.selectRow(1)
    QApplication.processEvents()
    asked.clear()
    table.grab()
    assert asked == {1}


def test_a_row_that_is_dragged_shows_where_it_would_drop(table: RowsTable) -> None:
    table.setState(QAbstractItemView.State.DraggingState)
    lines, styled = pictures(table)
    assert lines == styled


def test_a_text_that_nearly_fits_is_cut_where_the_style_cuts_it(table: RowsTable) -> None:
    table.rows_model.set_rows([Row(number, "Yıl sonu sayımı, il il") for number in range(1, 9)])
    widest = table.fontMetrics().horizontalAdvance("Yıl sonu sayımı, il il")
    for width in range(widest - 6, widest + 20):
        table.setColumnWidth(0, width)
        lines, styled = pictures(table)
        assert lines == styled, width
