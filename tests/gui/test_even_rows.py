"""Filters of a list stand on as many lines as their words need."""

import pytest
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tn_desktop.gui.widgets.even_rows import EvenRows


@pytest.fixture
def whole(qtbot: QtBot) -> QWidget:
    whole = QWidget()
    qtbot.addWidget(whole)
    rows = EvenRows(spacing=8)
    for _ in range(6):
        label = QLabel()
        label.setMinimumWidth(100)
        rows.addWidget(label)
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.addLayout(rows)
    column.addStretch(1)
    whole.show()
    qtbot.waitExposed(whole)
    return whole


@pytest.mark.parametrize(("width", "columns"), [(640, 6), (639, 3), (316, 3), (315, 2), (208, 2), (207, 1)])
def test_as_many_side_by_side_as_have_room(whole: QWidget, width: int, columns: int) -> None:
    whole.resize(width, 500)
    labels = whole.findChildren(QLabel)
    lines = {label.y() for label in labels}
    assert len(lines) == 6 // columns
    first = [label for label in labels if label.y() == 0]
    assert len(first) == columns
    assert len({label.width() for label in first}) <= 2 and first[-1].geometry().right() == width - 1
    assert all(label.width() >= 100 for label in labels)


def test_what_is_hidden_takes_no_room(whole: QWidget) -> None:
    whole.resize(640, 500)
    labels = whole.findChildren(QLabel)
    for label in labels[:3]:
        label.hide()
    layout = whole.layout()
    assert layout is not None
    layout.activate()
    assert [label.x() for label in labels[3:]] == [0, 216, 432]
