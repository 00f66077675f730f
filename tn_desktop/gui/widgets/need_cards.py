"""A column of the board: its cards under a heading, with keys and drag and drop that move them."""

from typing import Any, Final

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLabel,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from tn_desktop.gui.models.need_cards import CardModel, dragged
from tn_desktop.gui.models.paged import ROW_ROLE
from tn_desktop.gui.widgets.list_table import ListTable
from tn_desktop.gui.widgets.look import larger, quiet_colour
from tn_desktop.gui.widgets.pictures import Pictures
from tn_desktop.services.need_rows import NeedRow

Index = QModelIndex | QPersistentModelIndex
PADDING: Final = 10
GAP: Final = 4
"""Pixels between two cards, half of it on each side."""
TITLE_LINES: Final = 2
DOT: Final = "●"
KEPT_PICTURES: Final = 60
"""Cards of a column that are kept as they were painted."""
KEPT_TEXTS: Final = 4_000
"""Texts that are kept as they were cut; with more, all are cut anew."""
_VOTES: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
_LINE: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
_SIDES: Final = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_SHIFTING: Final = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.AltModifier


class CardDelegate(QStyledItemDelegate):
    """Paints a need as a card: title on two lines, votes beside it, themes and community below.

    Attributes:
        with_community: whether the community is said, since cards of several are shown.
        pictures: the cards as they were painted: a board of them is shown anew whenever one of them moves.
    """

    with_community = True
    _set: "Setting | None" = None

    def __init__(self, view: QWidget) -> None:
        super().__init__(view)
        self.pictures = Pictures(view, KEPT_PICTURES)

    def height(self, metrics: QFontMetrics) -> int:
        """Of every card."""
        return metrics.lineSpacing() * (TITLE_LINES + 1) + 2 * PADDING + GAP + 4

    def begin(self) -> None:
        """To be called before each painting."""
        self.pictures.begin(self.with_community)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        styled: Any = option
        row: NeedRow | None = index.data(ROW_ROLE)
        chosen = bool(styled.state & QStyle.StateFlag.State_Selected)
        focused = bool(styled.state & QStyle.StateFlag.State_HasFocus)
        self.pictures.draw(
            painter,
            styled.rect,
            (row, chosen, focused),
            lambda fresh, rect: self._paint_card(fresh, rect, styled, row, chosen),
        )

    def _paint_card(self, painter: QPainter, rect: QRect, styled: Any, row: NeedRow | None, chosen: bool) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette: QPalette = styled.palette
        painter.setFont(styled.font)
        painter.fillRect(rect, palette.color(QPalette.ColorRole.Base))
        ground = QRectF(rect).adjusted(GAP, GAP / 2, -GAP, -GAP / 2)
        edge = palette.color(QPalette.ColorRole.Highlight if chosen else QPalette.ColorRole.Mid)
        painter.setPen(QPen(edge, 1))
        painter.setBrush(palette.color(QPalette.ColorRole.Highlight if chosen else QPalette.ColorRole.Base))
        painter.drawRoundedRect(ground, 6, 6)
        if styled.state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            text_role = QPalette.ColorRole.HighlightedText if chosen else QPalette.ColorRole.Text
            painter.setPen(QPen(palette.color(text_role), 1.5, Qt.PenStyle.DotLine))
            painter.drawRoundedRect(ground.adjusted(2, 2, -2, -2), 5, 5)
        if row is None:
            painter.setPen(quiet_colour())
            painter.drawText(ground, Qt.AlignmentFlag.AlignCenter, "…")
        else:
            self._paint_need(
                painter, ground.toRect().adjusted(PADDING, PADDING, -PADDING, -PADDING), styled, row, chosen
            )

    def _paint_need(self, painter: QPainter, room: QRect, option: Any, row: NeedRow, chosen: bool) -> None:
        role = QPalette.ColorRole.HighlightedText if chosen else QPalette.ColorRole.Text
        text = option.palette.color(role)
        set_in = self._setting(option.font)
        votes = f"{DOT} {row.votes}"
        painter.setFont(set_in.bold)
        painter.setPen(text)
        painter.drawText(room, _VOTES, votes)
        painter.setFont(option.font)
        pitch = set_in.metrics.lineSpacing()
        width = room.width() - set_in.bold_metrics.horizontalAdvance(votes) - 8
        for number, line in enumerate(set_in.title(row.title, width)):
            painter.drawText(QRect(room.left(), room.top() + number * pitch, width, pitch), _LINE, line)
        more = " · ".join((*row.themes, *((row.community,) if self.with_community and row.community else ())))
        painter.setPen(text if chosen else quiet_colour(option.palette))
        below = QRect(room.left(), room.bottom() - pitch + 1, room.width(), pitch)
        painter.drawText(below, _LINE, set_in.line(more, below.width()))

    def _setting(self, font: QFont) -> "Setting":
        if self._set is None or self._set.font != font:
            self._set = Setting(QFont(font))
        return self._set


class Setting:
    """Texts cut to their room in one font, kept: most of a card's time goes into measuring words.

    Attributes:
        font, bold: of the text, and of the votes; with their `metrics` and `bold_metrics`.
    """

    def __init__(self, font: QFont) -> None:
        self.font = font
        self.bold = QFont(font)
        self.bold.setWeight(QFont.Weight.DemiBold)
        self.metrics = QFontMetrics(font)
        self.bold_metrics = QFontMetrics(self.bold)
        self._kept: dict[tuple[str, int, int], tuple[str, ...]] = {}

    def title(self, text: str, width: int) -> tuple[str, ...]:
        """A text on two lines, the second cut off with … where there is more."""
        return self._keep(text, width, TITLE_LINES)

    def line(self, text: str, width: int) -> str:
        """A text on one line."""
        return self._keep(text, width, 1)[0]

    def _keep(self, text: str, width: int, lines: int) -> tuple[str, ...]:
        found = self._kept.get((text, width, lines))
        if found is None:
            if len(self._kept) >= KEPT_TEXTS:
                self._kept.clear()
            found = self._kept[(text, width, lines)] = self._cut(text, width, lines)
        return found

    def _cut(self, text: str, width: int, lines: int) -> tuple[str, ...]:
        start, done = 0, []
        if lines > 1:
            layout = QTextLayout(text, self.font)
            layout.setTextOption(QTextOption())
            layout.beginLayout()
            line = layout.createLine()
            line.setLineWidth(max(20, width))
            start = line.textStart() + line.textLength()
            layout.endLayout()
            done = [text[:start].rstrip()]
        rest = self.metrics.elidedText(text[start:], Qt.TextElideMode.ElideRight, max(20, width))
        return tuple([*done, rest] if rest or not done else done)


class CardTable(ListTable):
    """The cards of one status.

    Attributes:
        pictures: the cards as they were painted.

    Signals:
        side(int): ← or →: to the column beside this one.
        shifted(int): the same with Shift or Alt: the chosen card goes there.
        dropped(int): the need of that id was dropped here.
    """

    as_lines = False
    side = Signal(int)
    shifted = Signal(int)
    dropped = Signal(int)

    def __init__(self, model: CardModel, parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        self.cards = model
        self.card = CardDelegate(self)
        self.pictures = self.card.pictures
        self.setItemDelegate(self.card)
        self.horizontalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self.card.height(self.fontMetrics()))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QAbstractItemView.Shape.NoFrame)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(False)
        model.ready.connect(self._begin)

    @property
    def key(self) -> int | None:
        """The id of the chosen need."""
        index = self.currentIndex()
        return self.cards.id_at(index.row()) if index.isValid() else None

    def paintEvent(self, event: QPaintEvent) -> None:
        self.card.begin()
        super().paintEvent(event)

    def choose(self, row: int) -> None:
        """Put the cursor on a card, the nearest there is."""
        if count := self.cards.rowCount():
            self.setCurrentIndex(self.cards.index(min(max(0, row), count - 1), 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _SIDES.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        elif event.modifiers() & _SHIFTING:
            self.shifted.emit(step)
        elif not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.side.emit(step)

    def event(self, event: QEvent) -> bool:
        """Alt+← moves a card here, though elsewhere it goes back to the pane before."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if Qt.Key(event.key()) in _SIDES and event.modifiers() & _SHIFTING:
                event.accept()
                return True
        return super().event(event)

    def focusInEvent(self, event: Any) -> None:
        super().focusInEvent(event)
        self._begin()

    def _begin(self) -> None:
        """Whoever is here stands on a card."""
        if self.hasFocus() and not self.currentIndex().isValid():
            self.choose(0)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dragged(event.mimeData()) is not None:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if dragged(event.mimeData()) is not None:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        """The card is moved by a write, which both columns then show; nothing moves before."""
        key = dragged(event.mimeData())
        if key is not None:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self.dropped.emit(key)


class CardColumn(QWidget):
    """A status of the board: its word and how many there are, and the cards.

    Attributes:
        table: the cards.
    """

    def __init__(self, model: CardModel, word: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.word = word
        self.table = CardTable(model)
        self.table.setAccessibleName(word)
        self.head = QLabel(word)
        self.head.setBuddy(self.table)
        larger(self.head, 1.05, bold=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.head)
        column.addWidget(self.table, 1)
        model.counted.connect(self._show_count)

    def _show_count(self, total: int) -> None:
        self.head.setText(f"{self.word} · {self.locale().toString(total)}")

    def minimumSizeHint(self) -> QSize:
        return QSize(140, 160)
