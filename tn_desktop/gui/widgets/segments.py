"""A choice between a few views of one pane, each a word one can click, the chosen one larger."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QWidget

from tn_desktop.gui.widgets.empty import BUTTON_HEIGHT
from tn_desktop.gui.widgets.look import larger

CHOSEN_SIZE = 1.25


class Segments(QWidget):
    """Words side by side of which one is chosen; Tab comes to them, ← and → go between them.

    Signals:
        wanted(str): another one was clicked; its name.
    """

    wanted = Signal(str)

    def __init__(self, parts: Sequence[tuple[str, str]], chosen: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: dict[str, QToolButton] = {}
        self._group = QButtonGroup(self)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        for name, text in parts:
            button = QToolButton()
            button.setText(text)
            button.setCheckable(True)
            button.setAutoRaise(True)
            button.setChecked(name == chosen)
            button.setMinimumHeight(BUTTON_HEIGHT)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            larger(button, CHOSEN_SIZE, bold=name == chosen)
            button.clicked.connect(lambda _checked=False, name=name: self._on_clicked(name))
            self._group.addButton(button)
            self.buttons[name] = button
            line.addWidget(button)
        self._chosen = chosen

    def _on_clicked(self, name: str) -> None:
        # The views are whole panes, each with these words above it: here the own one stays chosen.
        self.buttons[self._chosen].setChecked(True)
        if name != self._chosen:
            self.wanted.emit(name)
