"""A choice between a few views of one thing, each a word one can click."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QWidget

from tn_desktop.gui.widgets.empty import BUTTON_HEIGHT
from tn_desktop.gui.widgets.look import ROOMY, larger

TITLE_SIZE = 1.25
"""Where the words stand in place of a pane's title."""


class Segments(QWidget):
    """Words side by side of which one is chosen; Tab comes to them, ← and → go between them.

    Attributes:
        chosen: name of the chosen one; another one is chosen only by `choose`.

    Signals:
        wanted(str): another one was clicked; its name.
    """

    wanted = Signal(str)

    def __init__(
        self, parts: Sequence[tuple[str, str]], chosen: str, size: float = 1.0, parent: QWidget | None = None
    ) -> None:
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
            button.setMinimumHeight(BUTTON_HEIGHT if size > 1 else ROOMY)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            larger(button, size)
            button.clicked.connect(lambda _checked=False, name=name: self._on_clicked(name))
            self._group.addButton(button)
            self.buttons[name] = button
            line.addWidget(button)
        self.chosen = ""
        self.choose(chosen)

    def choose(self, name: str) -> None:
        """Mark one as the chosen one."""
        self.chosen = name
        for other, button in self.buttons.items():
            button.setChecked(other == name)
            font = button.font()
            font.setWeight(QFont.Weight.DemiBold if other == name else QFont.Weight.Normal)
            button.setFont(font)

    def _on_clicked(self, name: str) -> None:
        # The own one stays chosen until whoever shows the views says otherwise.
        self.buttons[self.chosen].setChecked(True)
        if name != self.chosen:
            self.wanted.emit(name)
