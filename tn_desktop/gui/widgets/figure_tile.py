"""A number in large digits with what it counts below it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from tn_desktop.gui.widgets.look import ToneLabel, larger

NUMBER_SIZE = 1.7


class FigureTile(QFrame):
    """One number.

    Attributes:
        number, caption, line: the labels: the digits, what they count, and more about it.
    """

    def __init__(self, caption: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.number = QLabel("–")
        larger(self.number, NUMBER_SIZE, bold=True)
        self.caption = QLabel(caption)
        self.caption.setWordWrap(True)
        self.line = ToneLabel()
        self.line.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(2)
        for label in (self.number, self.caption, self.line):
            label.setTextFormat(Qt.TextFormat.PlainText)
            column.addWidget(label)
        column.addStretch(1)
        self.line.hide()

    def show_figure(self, number: str, line: str = "", caption: str | None = None) -> None:
        """Show a number, a line below it, and where given another caption."""
        if caption is not None:
            self.caption.setText(caption)
        self.number.setText(number)
        self.line.setText(line)
        self.line.setVisible(bool(line))
        self.setAccessibleName(", ".join(part for part in (self.caption.text(), number, line) if part))
