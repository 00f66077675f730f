"""What feedback forms say to each question: how often each score was given, the mean, and how many answered."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QSizePolicy, QWidget

from tn_desktop.gui.widgets.look import quiet_colour
from tn_desktop.services.feedback import BEST, Question

LINE = 34
COLUMN, GAP = 22, 4


class FeedbackBars(QWidget):
    """A line for each question. Takes no room while there is nothing to show."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[tuple[str, Question], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.hide()

    def show_questions(self, lines: Sequence[tuple[str, Question]]) -> None:
        """Show (label, question) pairs; those without a mean are left out."""
        self._lines = tuple((label, question) for label, question in lines if question.mean is not None)
        self.setVisible(bool(self._lines))
        told = [f"{label} {self.mean_text(question)} ({question.n})" for label, question in self._lines]
        self.setAccessibleName(self.tr("Means"))
        self.setAccessibleDescription(", ".join(told))
        self.updateGeometry()
        self.update()

    def mean_text(self, question: Question) -> str:
        """The mean with one place."""
        return self.locale().toString(question.mean, "f", 1) if question.mean is not None else "–"

    def sizeHint(self) -> QSize:
        return QSize(320, LINE * len(self._lines) + (self.fontMetrics().height() if self._lines else 0))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._lines:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number, (label, question) in enumerate(self._lines):
            self._paint_line(painter, number * LINE, label, question)
        painter.setPen(quiet_colour())
        for score in range(1, BEST + 1):
            place = QRect(self._left() + (score - 1) * (COLUMN + GAP), len(self._lines) * LINE, COLUMN, 20)
            painter.drawText(place, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, str(score))
        painter.end()

    def _left(self) -> int:
        """Where the columns begin."""
        return max(110, min(240, self.width() - BEST * (COLUMN + GAP) - 130))

    def _paint_line(self, painter: QPainter, top: int, label: str, question: Question) -> None:
        palette, metrics, left = self.palette(), self.fontMetrics(), self._left()
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.setPen(palette.color(QPalette.ColorRole.WindowText))
        shown = metrics.elidedText(label, Qt.TextElideMode.ElideRight, left - 12)
        painter.drawText(QRect(0, top, left - 12, LINE), middle, shown)
        most = max(question.counts)
        for score, count in enumerate(question.counts):
            height = max(2, (LINE - 8) * count // most) if count else 1
            bar = QRect(left + score * (COLUMN + GAP), top + LINE - 4 - height, COLUMN, height)
            painter.fillRect(bar, palette.color(QPalette.ColorRole.Highlight if count else QPalette.ColorRole.Mid))
        right = left + BEST * (COLUMN + GAP) + 12
        bold = painter.font()
        bold.setBold(True)
        plain = painter.font()
        painter.setFont(bold)
        painter.drawText(QRect(right, top, 50, LINE), middle, self.mean_text(question))
        painter.setFont(plain)
        painter.setPen(quiet_colour())
        painter.drawText(QRect(right + 50, top, 80, LINE), middle, f"n {self.locale().toString(question.n)}")
