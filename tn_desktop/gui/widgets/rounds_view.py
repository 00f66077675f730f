"""The rounds of a solution one below the other: what changed, why, and what came of it, in columns to compare."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFont,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from tn_desktop.gui.widgets.editors import show_date
from tn_desktop.gui.widgets.look import ToneLabel
from tn_desktop.services.solution_page import Round

RAIL: Final = 40
"""Room at the left for the line from round to round."""
KNOT: Final = 13.0
GAP: Final = 10
SETTLING: Final = 300
"""Milliseconds in which a new round may still change the heights around it."""


class RoundItem(QWidget):
    """One round; a click chooses it, Enter and a double click open it.

    Signals:
        opened, removed: by Enter, F2 or a double click; by Del.
        moved(int): up (-1) or down (1).
        chosen: it has the cursor now.
    """

    opened = Signal()
    removed = Signal()
    moved = Signal(int)
    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.round: Round | None = None
        self.is_current = False
        self._is_last = False
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.head = QLabel()
        self.head.setTextFormat(Qt.TextFormat.PlainText)
        self.head.setWordWrap(True)
        bold = QFont(self.head.font())
        bold.setWeight(QFont.Weight.DemiBold)
        self.head.setFont(bold)
        grid = QGridLayout(self)
        grid.setContentsMargins(RAIL + 10, 8, 10, 8 + GAP)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(2)
        grid.addWidget(self.head, 0, 0, 1, 3)
        self.texts: list[QLabel] = []
        for column, title in enumerate(self._titles()):
            caption, text = ToneLabel(title), QLabel()
            text.setTextFormat(Qt.TextFormat.PlainText)
            text.setWordWrap(True)
            text.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
            grid.addWidget(caption, 1, column)
            grid.addWidget(text, 2, column)
            grid.setColumnStretch(column, 1)
            self.texts.append(text)
        grid.setRowStretch(2, 1)

    @staticmethod
    def _titles() -> tuple[str, ...]:
        return tuple(
            QCoreApplication.translate("fields", title)
            for title in ("What changed", "Why", "Result")  # marked in model/specs/solutions
        )

    def show_round(self, one: Round, last: bool) -> None:
        """Show a round; the line ends at the last one."""
        self.round, self._is_last = one, last
        number = QCoreApplication.translate("ChainView", "Round {number}").format(number=one.number)
        parts = (number, show_date(one.date), ", ".join(one.people), one.workshop)
        self.head.setText(" · ".join(part for part in parts if part))
        for label, text in zip(self.texts, (one.what_changed, one.why, one.result), strict=True):
            label.setText(text or "—")
        told = [f"{title}: {text.text()}" for title, text in zip(self._titles(), self.texts, strict=True)]
        self.setAccessibleName(". ".join([self.head.text(), *told]))
        self.setToolTip(one.notes)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette, middle = self.palette(), RAIL / 2
        line = QPen(palette.color(QPalette.ColorRole.Mid), 2)
        knot = QPointF(middle, 8 + KNOT + 2)
        painter.setPen(line)
        number = self.round.number if self.round else 1
        top = 0.0 if number > 1 else knot.y()
        painter.drawLine(QPointF(middle, top), QPointF(middle, knot.y() if self._is_last else self.height()))
        box = QRectF(RAIL, 1, self.width() - RAIL - 1, self.height() - GAP - 2)
        focused = self.hasFocus() or self.is_current
        edge = QPalette.ColorRole.Highlight if focused else QPalette.ColorRole.Mid
        painter.setPen(QPen(palette.color(edge), 2 if self.hasFocus() else 1))
        painter.setBrush(palette.color(QPalette.ColorRole.Base))
        painter.drawRoundedRect(box, 6, 6)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.color(QPalette.ColorRole.Highlight))
        painter.drawEllipse(knot, KNOT, KNOT)
        painter.setPen(palette.color(QPalette.ColorRole.HighlightedText))
        painter.drawText(
            QRectF(knot.x() - KNOT, knot.y() - KNOT, 2 * KNOT, 2 * KNOT), Qt.AlignmentFlag.AlignCenter, str(number)
        )
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2) and not event.modifiers():
            self.opened.emit()
        elif key == Qt.Key.Key_Delete:
            self.removed.emit()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.moved.emit(-1 if key == Qt.Key.Key_Up else 1)
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.opened.emit()
        event.accept()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.chosen.emit()
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()


class RoundsView(QScrollArea):
    """Every round of a solution, the first on top.

    Attributes:
        items: the rounds that are shown.
        empty_text: what stands here while there is none.

    Signals:
        opened(int), removed(int): the id of a round.
    """

    opened = Signal(int)
    removed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.items: list[RoundItem] = []
        self.empty_text = ""
        self._wanted: int | None = None
        self._contents = QWidget()
        self._column = QVBoxLayout(self._contents)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._empty = QLabel()
        self._empty.setWordWrap(True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setContentsMargins(24, 16, 24, 16)
        self._column.addWidget(self._empty, 1)
        self._column.addStretch(0)
        self.setWidget(self._contents)
        self._contents.installEventFilter(self)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_rounds(self, rounds: Sequence[Round]) -> None:
        """Show these; the cursor stays on its round, or goes to the neighbour of one that is gone."""
        held = next((at for at, item in enumerate(self.items) if item.hasFocus()), None)
        kept = self.items[held].round if held is not None else None
        while len(self.items) > len(rounds):
            item = self.items.pop()
            self._column.removeWidget(item)
            item.hide()
            item.deleteLater()
        while len(self.items) < len(rounds):
            self._add_item()
        for at, (item, one) in enumerate(zip(self.items, rounds, strict=True)):
            item.show_round(one, at == len(rounds) - 1)
        self._empty.setText(self.empty_text)
        self._empty.setVisible(not rounds)
        if held is not None and self.items:
            same = next((at for at, one in enumerate(rounds) if kept is not None and one.id == kept.id), None)
            place = same if same is not None else min(held, len(self.items) - 1)
            self.items[place].setFocus(Qt.FocusReason.OtherFocusReason)
        self._let_in()

    def mark_open(self, key: int | None) -> None:
        """Mark the round whose fields are open."""
        for item in self.items:
            item.is_current = item.round is not None and item.round.id == key
            item.update()

    def choose(self, key: int) -> None:
        """Put the cursor on a round."""
        for item in self.items:
            if item.round is not None and item.round.id == key:
                item.setFocus(Qt.FocusReason.OtherFocusReason)

    def reveal(self, key: int) -> None:
        """Bring a round into view together with the one before it, now and when everything has its place."""
        self._wanted = key
        self._reveal()
        QTimer.singleShot(SETTLING, self, self._stop_revealing)

    def _stop_revealing(self) -> None:
        self._wanted = None

    def _reveal(self) -> None:
        key = self._wanted
        for at, item in enumerate(self.items):
            if item.round is not None and item.round.id == key:
                if at:
                    self.ensureWidgetVisible(self.items[at - 1], 0, 0)
                self.ensureWidgetVisible(item, 0, 0)

    def _add_item(self) -> None:
        item = RoundItem()
        item.opened.connect(lambda: self._tell(self.opened, item))
        item.removed.connect(lambda: self._tell(self.removed, item))
        item.moved.connect(lambda by: self._move(item, by))
        item.chosen.connect(self._let_in)
        self._column.insertWidget(len(self.items), item)
        item.show()  # at once, or it could not take the cursor before the next turn of the event loop
        self.items.append(item)

    def _tell(self, signal: object, item: RoundItem) -> None:
        if item.round is not None:
            signal.emit(item.round.id)  # type: ignore[attr-defined]

    def _move(self, item: RoundItem, by: int) -> None:
        place = self.items.index(item) + by
        if 0 <= place < len(self.items):
            self.items[place].setFocus(Qt.FocusReason.OtherFocusReason)

    def _let_in(self) -> None:
        """Tab comes to one round; from there the arrows lead on."""
        focused = next((item for item in self.items if item.hasFocus()), None)
        entry = focused or (self.items[-1] if self.items else None)
        for item in self.items:
            item.setFocusPolicy(Qt.FocusPolicy.StrongFocus if item is entry else Qt.FocusPolicy.ClickFocus)
        if focused is not None:
            self.ensureWidgetVisible(focused, 0, 0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """While a round is to be seen, every new height brings it into view again."""
        if watched is self._contents and event.type() == QEvent.Type.Resize and self._wanted is not None:
            QTimer.singleShot(0, self, self._reveal)  # when the rounds have their places in it
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._wanted is not None:
            self._reveal()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.update()
