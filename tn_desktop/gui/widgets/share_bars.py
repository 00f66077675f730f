"""Shares of a whole as a few bars with their words and numbers."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QSizePolicy, QWidget

SHOWN = 4
BAR_WIDTH = 160


class ShareBars(QWidget):
    """The largest shares, two in a line; the rest together, the unknown last. Takes no room while it has none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shares: tuple[tuple[str, int], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.hide()

    def show_shares(self, shares: Sequence[tuple[str, int]], rest: str, unknown: str) -> None:
        """Show (word, count) pairs, largest first; "" is the unknown; `rest` is the word for those left over."""
        named = [share for share in shares if share[0]]
        more = sum(count for _word, count in named[SHOWN:])
        missing = sum(count for word, count in shares if not word)
        shown = [*named[:SHOWN], *([(rest, more)] if more else []), *([(unknown, missing)] if missing else [])]
        self._shares = tuple(shown) if named else ()
        self.setVisible(bool(self._shares))
        self.setAccessibleDescription(", ".join(f"{word} {count}" for word, count in self._shares))
        self.setToolTip("\n".join(f"{word or unknown}  {count}" for word, count in shares[:20]))
        self.updateGeometry()
        self.update()

    @property
    def shares(self) -> tuple[tuple[str, int], ...]:
        """What is shown."""
        return self._shares

    def sizeHint(self) -> QSize:
        lines = (len(self._shares) + 1) // 2
        return QSize(320, lines * self._line_height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _line_height(self) -> int:
        return self.fontMetrics().height() + 6

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._shares:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        most = max(count for _word, count in self._shares)
        half = (self.width() - 16) // 2
        for number, (word, count) in enumerate(self._shares):
            line, side = divmod(number, 2)
            self._paint_share(
                painter,
                QRect(side * (half + 16), line * self._line_height(), half, self._line_height()),
                word,
                count,
                most,
            )
        painter.end()

    def _paint_share(self, painter: QPainter, place: QRect, word: str, count: int, most: int) -> None:
        metrics, palette = self.fontMetrics(), self.palette()
        numbers = metrics.horizontalAdvance("0000")
        words = min(max(80, place.width() // 2), 170)
        painter.setPen(palette.color(QPalette.ColorRole.WindowText))
        text = QRect(place.x(), place.y(), words, place.height())
        painter.drawText(
            text,
            Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft,
            metrics.elidedText(word, Qt.TextElideMode.ElideRight, words),
        )
        room = max(8, min(BAR_WIDTH, place.width() - words - numbers - 16))
        height = max(6, place.height() // 2 - 2)
        bar = QRect(text.right() + 8, place.center().y() - height // 2, max(3, room * count // most), height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.color(QPalette.ColorRole.Highlight))
        painter.drawRoundedRect(bar, 2, 2)
        painter.setPen(palette.color(QPalette.ColorRole.WindowText))
        painter.drawText(
            QRect(bar.right() + 6, place.y(), numbers, place.height()),
            Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft,
            self.locale().toString(count),
        )
