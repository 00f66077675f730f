"""The chain need → workshop → solution → iteration → output → reach: cards, and lines between what belongs together."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication, QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPalette, QPen, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QWidget

from tn_desktop.gui.context import Context, translate
from tn_desktop.gui.widgets.chain_card import ChainCard
from tn_desktop.gui.widgets.look import ToneLabel
from tn_desktop.model.changes import Changes
from tn_desktop.model.registry import ENTITIES
from tn_desktop.services import chain
from tn_desktop.services.chain import STAGES, Chain

MARGIN: Final = 8
GAP: Final = 22
"""Between two stages: room for the lines."""
BESIDE: Final = 8
NARROWEST, WIDEST = 150, 230
Place = tuple[int, int]


class _Canvas(QWidget):
    """Paints the lines below the cards that lie on it."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[tuple[QPointF, QPointF, bool]] = []
        self.across = False

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        plain = QPen(self.palette().color(QPalette.ColorRole.PlaceholderText), 1.0)
        strong = QPen(self.palette().color(QPalette.ColorRole.Highlight), 2.2)
        for begin, end, own in sorted(self.lines, key=lambda line: line[2]):
            painter.setPen(strong if own else plain)
            path = QPainterPath(begin)
            if self.across:
                middle = (begin.x() + end.x()) / 2
                path.cubicTo(QPointF(middle, begin.y()), QPointF(middle, end.y()), end)
            else:
                middle = (begin.y() + end.y()) / 2
                path.cubicTo(QPointF(begin.x(), middle), QPointF(end.x(), middle), end)
            painter.drawPath(path)
        painter.end()


class ChainView(QScrollArea):
    """The chain around one row; it reads itself, and again when something in it was written.

    Where there is room the stages are columns from left to right, otherwise rows from top to bottom. Arrows go along
    the lines and to the neighbours within a stage; Enter goes to the page of a card.

    Attributes:
        cards: by (stage, number).
        chain: what is shown, or None.
    """

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards: dict[Place, ChainCard] = {}
        self.chain: Chain | None = None
        self._context = context
        self._shown: tuple[str, int] | None = None
        self._stale = False
        self._titles: list[QLabel] = []
        self._more: dict[int, QLabel] = {}
        self._canvas = _Canvas()
        self.setWidget(self._canvas)
        self.setWidgetResizable(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        self._canvas.setAutoFillBackground(False)
        self.setAccessibleName(QCoreApplication.translate("ChainView", "Chain from need to reach"))
        context.tasks.changed.connect(self._on_changed)

    def show_chain(self, entity: str, key: int | None) -> None:
        """Show the chain of a row of needs, workshops, sessions, solutions, iterations, outputs or reach; or none."""
        self._shown = None if key is None else (entity, key)
        if key is None:
            self._show(None)
        else:
            self._read()

    def current(self) -> ChainCard | None:
        """The card with the cursor."""
        return next((card for card in self.cards.values() if card.hasFocus()), None)

    # --- reading

    def _read(self) -> None:
        if self._shown is None:
            return
        if not self.isVisible():
            # A tab that is not looked at costs nothing.
            self._stale = True
            return
        wanted = self._shown
        self._context.tasks.read(
            lambda connection: chain.chain(connection, *wanted),
            lambda found: self._on_read(wanted, found),
            failed=lambda _error: self._on_read(wanted, None),
            owner=self,
            channel="chain",
        )

    def _on_read(self, wanted: tuple[str, int], found: Chain | None) -> None:
        if wanted == self._shown and (found is None or found != self.chain):
            self._show(found)

    def _on_changed(self, changes: Changes, _owner: object) -> None:
        if changes.touches(*chain.TABLES):
            self._read()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._stale = False
            self._read()

    # --- showing

    def _show(self, found: Chain | None) -> None:
        held = self.current()
        kept = (held.card.stage, held.card.id) if held is not None else None
        for widget in (*self.cards.values(), *self._titles, *self._more.values()):
            widget.setParent(None)
            widget.deleteLater()
        self.cards, self._titles, self._more, self.chain = {}, [], {}, found
        if found is not None:
            self._make(found)
        self._arrange()
        for card in self.cards.values():
            if (card.card.stage, card.card.id) == kept:
                card.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make(self, found: Chain) -> None:
        for stage, cards in enumerate(found.stages):
            title = ToneLabel(translate("entities", ENTITIES[STAGES[stage]].title), parent=self._canvas)
            title.setAutoFillBackground(True)  # a line that passes below it ends there
            self._titles.append(title)
            for number, one in enumerate(cards):
                place = (stage, number)
                card = ChainCard(one, place, place == found.start, self._canvas)
                card.clicked.connect(lambda _checked=False, one=one: self._go(one.of, one.id))
                card.moved.connect(lambda key, place=place: self._move(place, Qt.Key(key)))
                card.focused.connect(lambda card=card: self._on_focused(card))
                self.cards[place] = card
            if beyond := found.more.get(STAGES[stage], 0):
                text = self.tr("+%n more", "", beyond)
                self._more[stage] = ToneLabel(text, parent=self._canvas)
        first = found.start if found.start is not None else next(iter(self.cards), None)
        if first is not None:
            self._let_in(self.cards[first])
        for widget in (*self.cards.values(), *self._titles, *self._more.values()):
            widget.show()

    def _let_in(self, chosen: ChainCard) -> None:
        """Tab comes to one card; from there the arrows lead on."""
        for card in self.cards.values():
            card.setFocusPolicy(Qt.FocusPolicy.StrongFocus if card is chosen else Qt.FocusPolicy.ClickFocus)

    def _on_focused(self, card: ChainCard) -> None:
        self._let_in(card)
        self._draw_lines()
        self.ensureWidgetVisible(card, MARGIN, MARGIN)

    def _go(self, entity: str, key: int) -> None:
        self._context.navigator.record_wanted.emit(entity, key)

    # --- where everything lies

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def sizeHint(self) -> QSize:
        return QSize(560, 420)

    def _arrange(self) -> None:
        room = self.viewport().width() - 2 * MARGIN
        stages = len(STAGES)
        self._canvas.across = room >= stages * NARROWEST + (stages - 1) * GAP
        if self.chain is None:
            height = 0
        elif self._canvas.across:
            height = self._columns(min(WIDEST, (room - (stages - 1) * GAP) // stages))
        else:
            height = self._rows(room)
        self._canvas.resize(self.viewport().width(), max(height, self.viewport().height()))
        self._draw_lines()

    def _draw_lines(self) -> None:
        """The lines of the card with the cursor, or else of the one the chain is about, stand out."""
        held = self.current()
        place = held.place if held is not None else self.chain.start if self.chain is not None else None
        links = self.chain.links if self.chain is not None else ()
        self._canvas.lines = [(*self._line(here, there), place in (here, there)) for here, there in links]
        self._canvas.update()

    def _columns(self, width: int) -> int:
        """Stages side by side; returns the height."""
        high = ChainCard.height_for(self.fontMetrics())
        line = self.fontMetrics().lineSpacing()
        lowest = 0
        for stage, cards in enumerate(self.chain.stages if self.chain else ()):
            left, top = MARGIN + stage * (width + GAP), MARGIN
            self._titles[stage].setGeometry(left, top, width, line)
            top += line + BESIDE
            for number in range(len(cards)):
                self.cards[stage, number].setGeometry(left, top, width, high)
                top += high + BESIDE
            if stage in self._more:
                self._more[stage].setGeometry(left, top, width, line)
                top += line
            lowest = max(lowest, top)
        return lowest + MARGIN

    def _rows(self, room: int) -> int:
        """Stages one below the other, their names above them; returns the height."""
        line, top = self.fontMetrics().lineSpacing(), MARGIN
        for stage, cards in enumerate(self.chain.stages if self.chain else ()):
            widgets: list[QWidget] = [self.cards[stage, number] for number in range(len(cards))]
            title = self._titles[stage]
            title.setGeometry(MARGIN, top, title.sizeHint().width(), line)
            if stage in self._more:
                beside = MARGIN + title.sizeHint().width() + BESIDE
                self._more[stage].setGeometry(beside, top, room - beside, line)
            top += line + 2
            if widgets:
                top = self._flow(widgets, MARGIN, top, room) + GAP
            else:
                top += BESIDE
        return top

    def _flow(self, widgets: Sequence[QWidget], left: int, top: int, room: int) -> int:
        """Lay cards into as many lines as they need; returns their lower edge."""
        high = ChainCard.height_for(self.fontMetrics())
        most = max(1, (room + BESIDE) // (NARROWEST + BESIDE))
        each = min(WIDEST, (room - (min(most, max(1, len(widgets))) - 1) * BESIDE) // min(most, max(1, len(widgets))))
        for number, widget in enumerate(widgets):
            line, column = divmod(number, most)
            widget.setGeometry(QRect(left + column * (each + BESIDE), top + line * (high + BESIDE), each, high))
        lines = -(-len(widgets) // most)
        return top + lines * high + max(0, lines - 1) * BESIDE

    def _line(self, here: Place, there: Place) -> tuple[QPointF, QPointF]:
        begin, end = self.cards[here].geometry(), self.cards[there].geometry()
        if self._canvas.across:
            return QPointF(begin.right() + 1, begin.center().y()), QPointF(end.left(), end.center().y())
        return QPointF(begin.center().x(), begin.bottom() + 1), QPointF(end.center().x(), end.top())

    # --- keys

    def _move(self, place: Place, key: Qt.Key) -> None:
        """From a card along the lines, or to its neighbour in the same stage."""
        on, back = (Qt.Key.Key_Right, Qt.Key.Key_Left) if self._canvas.across else (Qt.Key.Key_Down, Qt.Key.Key_Up)
        if key in (on, back):
            target = self._along(place, forward=key == on)
        else:
            step = 1 if key in (Qt.Key.Key_Right, Qt.Key.Key_Down) else -1
            target = (place[0], place[1] + step)
        if target in self.cards:
            self.cards[target].setFocus(Qt.FocusReason.OtherFocusReason)

    def _along(self, place: Place, forward: bool) -> Place | None:
        """The linked card that lies nearest; where nothing is linked, the nearest of the next stage with any."""
        assert self.chain is not None
        links = self.chain.links
        linked = [there for here, there in links if here == place] if forward else [h for h, t in links if t == place]
        if not linked:
            stages = sorted({stage for stage, _ in self.cards if (stage > place[0] if forward else stage < place[0])})
            if not stages:
                return None
            next_stage = stages[0] if forward else stages[-1]
            linked = [other for other in self.cards if other[0] == next_stage]
        centre = self._centre(place)
        return min(
            linked, key=lambda other: (abs(other[0] - place[0]), (self._centre(other) - centre).manhattanLength())
        )

    def _centre(self, place: Place) -> QPoint:
        return self.cards[place].geometry().center()
