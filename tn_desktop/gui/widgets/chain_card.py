"""One member of the chain as a card: what it is, its line, and for reach the people by basis."""

from typing import Final

from PySide6.QtCore import QCoreApplication, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from tn_desktop.gui.context import translate
from tn_desktop.gui.reach_words import reach_lines
from tn_desktop.gui.widgets.editors import show_date
from tn_desktop.gui.widgets.line_painter import Advances
from tn_desktop.gui.widgets.look import quiet_colour
from tn_desktop.gui.widgets.status_marks import MARKS
from tn_desktop.model import vocabulary
from tn_desktop.model.vocabulary import word
from tn_desktop.services.chain import Card

PADDING: Final = 8
LINES: Final = 3
"""Lines of text a card has room for."""
SMALLER: Final = 0.9
_WORDS: Final = {
    "needs": vocabulary.NEED_STATUS,
    "workshops": vocabulary.WORKSHOP_KIND,
    "solutions": vocabulary.SOLUTION_STATUS,
    "outputs": vocabulary.OUTPUT_KIND,
}
_ARROWS: Final = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)


def title_of(card: Card) -> str:
    """What a card says in its first lines."""
    if card.stage == "iterations":
        text = QCoreApplication.translate("ChainView", "Round {number}").format(number=card.number)
        return f"{text}: {card.title}" if card.title else text
    return card.title


def line_of(card: Card, votes: str) -> str:
    """What stands below: when, in which state, with how many votes."""
    marks = MARKS.get(card.word, "")
    said = word(_WORDS.get(card.stage, {}), card.word or None, translate)
    said = f"{marks} {said}".strip() if card.stage in ("needs", "solutions") else said
    parts = (said, votes, show_date(card.day)) if card.stage == "needs" else (show_date(card.day), said)
    return " · ".join(part for part in parts if part)


class ChainCard(QAbstractButton):
    """A card; a click or Enter goes to its page, arrows go along the links.

    Attributes:
        card: what it shows.
        place: (stage, number) in the chain.

    Signals:
        moved(int): an arrow key was pressed (a Qt.Key).
        focused: it has the cursor now.
    """

    moved = Signal(int)
    focused = Signal()

    def __init__(self, card: Card, place: tuple[int, int], starts: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self.card = card
        self.place = place
        self._starts = starts
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        count = card.number if card.stage == "needs" else 0
        self._line = line_of(card, self.tr("%n vote(s)", "", count) if count else "")
        self._lines = reach_lines(card.numbers, self.locale()) if card.stage == "reach" else []
        self.setToolTip("\n".join(part for part in (title_of(card), self._line, card.beside, *self._lines) if part))
        self.setAccessibleName(self.toolTip().replace("\n", ", "))

    @staticmethod
    def height_for(metrics: QFontMetrics) -> int:
        """How high a card is in a font."""
        return LINES * metrics.lineSpacing() + 2 * PADDING

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = self.palette()
        marked = self._starts or self.hasFocus()
        pen = QPen(palette.color(QPalette.ColorRole.Highlight if marked else QPalette.ColorRole.Mid))
        pen.setWidthF(2.0 if marked else 1.0)
        if self.hasFocus():
            pen.setStyle(Qt.PenStyle.DashLine if self._starts else Qt.PenStyle.SolidLine)
        painter.setPen(pen)
        ground = QPalette.ColorRole.AlternateBase if self.underMouse() else QPalette.ColorRole.Base
        painter.setBrush(palette.color(ground))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        room = self.rect().adjusted(PADDING, PADDING - 1, -PADDING, -PADDING)
        painter.setPen(palette.color(QPalette.ColorRole.Text))
        if self._lines:
            self._paint_lines(painter, room, self._lines)
        else:
            self._paint_words(painter, room)
        painter.end()

    def _paint_lines(self, painter: QPainter, room: QRect, lines: list[str]) -> None:
        step = self.fontMetrics().lineSpacing()
        for number, line in enumerate(lines):
            text = self.fontMetrics().elidedText(line, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(QRect(room.left(), room.top() + number * step, room.width(), step), 0, text)

    def _paint_words(self, painter: QPainter, room: QRect) -> None:
        if self._starts:
            bold = QFont(self.font())
            bold.setWeight(QFont.Weight.DemiBold)
            painter.setFont(bold)
        metrics = painter.fontMetrics()
        self._paint_lines_of(painter, room, wrapped(title_of(self.card), metrics, room.width(), LINES - 1))
        small = QFont(self.font())
        small.setPointSizeF(small.pointSizeF() * SMALLER)
        painter.setFont(small)
        painter.setPen(quiet_colour(self.palette()))
        line = painter.fontMetrics().elidedText(self._line, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft, line)

    def _paint_lines_of(self, painter: QPainter, room: QRect, lines: list[str]) -> None:
        step = painter.fontMetrics().lineSpacing()
        for number, line in enumerate(lines):
            painter.drawText(QRect(room.left(), room.top() + number * step, room.width(), step), 0, line)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes there; the arrows belong to the chain."""
        key = Qt.Key(event.key())
        if key in _ARROWS:
            self.moved.emit(key.value)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: object) -> None:
        super().focusInEvent(event)  # type: ignore[arg-type]
        self.focused.emit()
        self.update()


def wrapped(text: str, metrics: QFontMetrics, width: int, lines: int, advances: Advances | None = None) -> list[str]:
    """A text in at most so many lines of a width, the last one elided; `advances` are words measured before."""
    measured = Advances(metrics) if advances is None else advances
    words, line, wide, space = text.split(), "", 0, measured[" "]
    found: list[tuple[str, int]] = []
    for number, one in enumerate(words):
        longer = wide + space + measured[one] if line else measured[one]
        if line and longer > width:
            if len(found) == lines - 1:
                line, wide = " ".join([line, *words[number:]]), longer
                break
            found.append((line, wide))
            line, wide = one, measured[one]
        else:
            line, wide = f"{line} {one}" if line else one, longer
    found.append((line, wide))
    # What was found to fit is not measured once more.
    return [
        one if taken <= width else metrics.elidedText(one, Qt.TextElideMode.ElideRight, width) for one, taken in found
    ]
