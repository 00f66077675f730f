"""What stands above a page: whose it is, in large letters, and the little one wants to know at a glance."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from tn_desktop.gui.widgets.look import ToneLabel, larger

TITLE_SIZE = 1.35


class PageHead(QWidget):
    """Title, a word beside it (the status), and a line below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = QLabel()
        self.title.setObjectName("page-title")
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.title.setWordWrap(True)
        larger(self.title, TITLE_SIZE, bold=True)
        self.word = QLabel()
        self.word.setTextFormat(Qt.TextFormat.PlainText)
        self.line = ToneLabel()
        self.line.setWordWrap(True)
        top = QHBoxLayout()
        top.setSpacing(16)
        top.addWidget(self.title, 1)
        top.addWidget(self.word, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(top)
        column.addWidget(self.line)

    def show_head(self, title: str, line: str = "", word: str = "", colour: QColor | None = None) -> None:
        """Show these; colour is the word's own."""
        self.title.setText(title)
        self.line.setText(line)
        self.line.setVisible(bool(line))
        self.word.setText(word)
        palette = QPalette(self.palette())
        if colour is not None:
            palette.setColor(QPalette.ColorRole.WindowText, colour)
        self.word.setPalette(palette)
