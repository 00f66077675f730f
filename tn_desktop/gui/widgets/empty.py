"""What stands where a list would be while there is nothing to list."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from tn_desktop.gui.widgets.look import Heading

WIDEST = 520
BUTTON_HEIGHT = 36


class EmptyPage(QWidget):
    """One sentence that says what to do, and the button that does it.

    Attributes:
        label: the sentence.
        button: the first button; it is there if the page was given an action.

    Signals:
        wanted: the first button was pressed.
    """

    wanted = Signal()

    def __init__(self, sentence: str | QWidget = "", action: str = "", parent: QWidget | None = None) -> None:
        # A form made in Designer gives the parent alone.
        super().__init__(sentence if isinstance(sentence, QWidget) else parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 32, 32, 32)
        column.setSpacing(16)
        self.title = Heading("", by=1.25)
        self.title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.title.hide()
        self.label = QLabel("" if isinstance(sentence, QWidget) else sentence)
        self.label.setWordWrap(True)
        self.label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.label.setMinimumWidth(240)
        self.label.setMaximumWidth(WIDEST)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.label, 100)
        row.addStretch(1)
        column.addStretch(2)
        column.addWidget(self.title)
        column.addLayout(row)
        self._buttons = QVBoxLayout()
        self._buttons.setSpacing(8)
        column.addLayout(self._buttons)
        column.addStretch(3)
        if action:
            self.button = self.add_button(action)
            self.button.clicked.connect(self.wanted)

    def say(self, title: str, sentence: str) -> None:
        """Show a title and a sentence below it."""
        self.title.setText(title)
        self.title.setVisible(bool(title))
        self.label.setText(sentence)

    def add_button(self, text: str) -> QPushButton:
        """One more thing to do from here, below the others."""
        button = QPushButton(text)
        button.setAutoDefault(True)
        button.setMinimumHeight(BUTTON_HEIGHT)
        button.setMinimumWidth(240)
        self._buttons.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        return button
