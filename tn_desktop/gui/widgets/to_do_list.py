"""What waits beside the sessions of the day; Enter goes to it, Space says a follow-up is done.

Imports nothing of the database: Today is painted before that is loaded.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListWidget, QListWidgetItem, QWidget

from tn_desktop.gui.context import Context, NeedsWish, translate
from tn_desktop.gui.widgets.look import quiet_colour, wrong_colour
from tn_desktop.gui.write_labels import CHANGING
from tn_desktop.model import vocabulary
from tn_desktop.model.changes import Changes

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from tn_desktop.services.to_do import ToDo
    from tn_desktop.store.unit_of_work import UnitOfWork

TABLES = (
    "engagement", "stakeholder", "need", "workshop_need", "solution_need", "solution", "workshop", "workshop_session",
    "enrolment", "community", "data_request", "person", "own_text",
)  # fmt: skip
PLACE_ROLE = Qt.ItemDataRole.UserRole + 1
PADDING = 10
WIDTH = 330
MARGIN = 8
"""Pixels that the list keeps free beside a text, at each side; a little more than the style takes."""
LINES = 2
"""Of a text, where the cursor is not."""
ENDLESS = 10_000
BOARD = "board"
"""Leads to the board of needs instead of a row."""
TEXTS = "texts"
"""Leads to a version of the texts to sign."""


@dataclass(frozen=True)
class Place:
    """Where a line leads; engagement: of a follow-up, the id of what is then done, else 0; version: of texts."""

    entity: str
    id: int
    engagement: int = 0
    version: str = ""


class ToDoList(QListWidget):
    """Follow-ups, waiting needs and waiting lists under a heading each.

    Signals:
        counted(int): how many lines there are to act on.
    """

    counted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shown: ToDo | None = None
        self._context: Context | None = None
        self._stale = True
        self._day: date | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)
        self.setMinimumWidth(280)
        self.setMaximumWidth(420)
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.itemClicked.connect(self._open)
        self.currentItemChanged.connect(self._on_current)

    def set_up(self, context: Context) -> None:
        """Give it the program's parts."""
        self._context = context
        self.setAccessibleName(self.tr("To do"))
        context.tasks.changed.connect(self._on_changed)

    def refresh(self) -> None:
        """Read again what waits, as soon as it can be seen."""
        context = self._context
        if context is None:
            return
        if not self.isVisible():
            self._stale = True
            return
        self._stale = False
        day = self._day = context.now().date()
        context.tasks.read(lambda connection: _to_do(connection, day), self._show, owner=self, channel="to do")

    # --- showing

    def _show(self, found: "ToDo") -> None:
        if found == self.shown and self.count():
            return
        self.shown = found
        # A choice is seen only where the cursor is: the sessions beside have theirs.
        row = self.currentRow() if self.hasFocus() else -1
        self.clear()
        self._show_requests(found)
        self._show_texts(found)
        self._show_follow_ups(found)
        if found.needs:
            self._heading(self.tr("Chosen, and nobody has taken them up (%n)", "", found.needs_count))
            for need in found.needs:
                votes = self.tr("%n vote(s)", "", need.votes)
                self._line(need.title, f"{need.community} · {votes}" if need.community else votes, "needs", need.id)
        if found.raised:
            self._heading(self.tr("Needs to talk about"))
            self._line(self.tr("%n raised, not discussed yet", "", found.raised), "", BOARD, 0)
        if found.waiting:
            self._heading(self.tr("On waiting lists (%n)", "", found.waiting_people))
            for one in found.waiting:
                day = date.fromisoformat(one.starts_at[:10]).strftime("%d.%m")
                people = self.tr("%n waiting", "", one.people)
                self._line(f"{day} · {one.title}: {people}", one.title, "workshops", one.workshop_id)
        if found.empty:
            self._heading(self.tr("Nothing waits. Enjoy the day."))
        if self.hasFocus():
            self.setCurrentRow(row if self._place(row) is not None else self._first())
        self.counted.emit(len([at for at in range(self.count()) if self._place(at) is not None]))

    def _show_requests(self, found: "ToDo") -> None:
        """What people asked about their data, first of all: the law sets the day."""
        own = found.requests
        if not own.count:
            return
        self._heading(self.tr("Requests about data (%n)", "", own.count), own.overdue)
        for row in own.rows:
            late = (row.days or 0) < 0
            kind = vocabulary.word(vocabulary.REQUEST_KIND, row.kind or None, translate)
            day = date.fromisoformat(row.due).strftime("%d.%m") if row.due else ""
            more = self.tr("Answer by {day}; the law gives thirty days").format(day=day)
            item = self._line(f"{'▲ ' if late else ''}{day} · {row.name}: {kind}", more, "people", row.person_id or 0)
            if late:
                item.setForeground(wrong_colour())

    def _show_texts(self, found: "ToDo") -> None:
        """Versions of notice and consents that others worded: nothing is handed out before somebody here says so."""
        if found.texts:
            self._heading(self.tr("Texts to sign"))
        for version in found.texts:
            item = self._line(
                self.tr("A new version came with a file: {version}").format(version=version),
                self.tr("It is not handed out here before you say so."),
                TEXTS,
                0,
            )
            item.setData(PLACE_ROLE, Place(TEXTS, 0, version=version))

    def _show_follow_ups(self, found: "ToDo") -> None:
        own = found.follow_ups
        if not own.rows:
            return
        self._heading(self.tr("Follow-ups (%n)", "", own.count), own.overdue)
        for row in own.rows:
            late = self._day is not None and row.due < self._day.isoformat()
            day = date.fromisoformat(row.due).strftime("%d.%m")
            text = f"{'▲ ' if late else ''}{day} · {row.stakeholder}: {row.next_step}"
            item = self._line(text, row.next_step, "stakeholders", row.stakeholder_id, row.engagement_id)
            if late:
                item.setForeground(wrong_colour())

    def _heading(self, text: str, overdue: int = 0) -> None:
        late = self.tr("%n overdue", "", overdue) if overdue else ""
        item = QListWidgetItem(f"{text} · {late}" if late else text)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        item.setForeground(quiet_colour())
        self._size(item)
        self.addItem(item)

    def _line(self, text: str, more: str, entity: str, key: int, engagement: int = 0) -> QListWidgetItem:
        item = QListWidgetItem(text)
        item.setData(PLACE_ROLE, Place(entity, key, engagement))
        item.setToolTip(f"{text}\n{more}")
        self._size(item)
        self.addItem(item)
        return item

    def _size(self, item: QListWidgetItem) -> None:
        """Two lines at most, the rest left out; all of them where the cursor is."""
        metrics = self.fontMetrics()
        room = QRect(0, 0, max(1, self.viewport().width() - 2 * MARGIN), ENDLESS)
        height = metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, item.text()).height()
        if item is not self.currentItem():
            height = min(height, LINES * metrics.lineSpacing())
        wanted = QSize(0, max(height, metrics.height()) + PADDING)
        if item.sizeHint() != wanted:
            item.setSizeHint(wanted)

    def _size_all(self) -> None:
        for row in range(self.count()):
            self._size(self.item(row))

    def _on_current(self, current: QListWidgetItem | None, before: QListWidgetItem | None) -> None:
        for item in (before, current):
            if item is not None:
                self._size(item)
        if current is not None:
            self.scrollToItem(current)

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, 240)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._size_all()

    def _place(self, row: int) -> Place | None:
        item = self.item(row)
        place = item.data(PLACE_ROLE) if item is not None else None
        return place if isinstance(place, Place) else None

    def _first(self) -> int:
        return next((row for row in range(self.count()) if self._place(row) is not None), -1)

    # --- acting

    def _open(self, item: QListWidgetItem) -> None:
        place = item.data(PLACE_ROLE)
        if not isinstance(place, Place) or self._context is None:
            return
        if place.entity == BOARD:
            self._context.navigator.needs_wanted.emit(NeedsWish("board"))
        elif place.entity == TEXTS:
            self._context.navigator.texts_wanted.emit(place.version)
        else:
            self._context.navigator.record_wanted.emit(place.entity, place.id)

    def _done(self, place: Place) -> None:
        assert self._context is not None
        self._context.tasks.write(CHANGING["engagements"], _doing(place.engagement), owner=self)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._place(self.currentRow()) is None:
            self.setCurrentRow(self._first())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.ActiveWindowFocusReason:
            self.setCurrentRow(-1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item, place = self.currentItem(), self._place(self.currentRow())
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and item is not None:
            self._open(item)
        elif event.key() == Qt.Key.Key_Space and place is not None:
            if place.engagement:
                self._done(place)
        else:
            super().keyPressEvent(event)

    def _on_changed(self, changes: Changes, _owner: object) -> None:
        if changes.touches(*TABLES):
            self.refresh()

    def showEvent(self, event: object) -> None:
        """Read what was not read while it could not be seen."""
        super().showEvent(event)  # type: ignore[arg-type]
        if self._stale and self.shown is not None:
            self.refresh()


def _to_do(connection: "Connection", day: date) -> "ToDo":
    from tn_desktop.services.to_do import to_do

    return to_do(connection, day)


def _doing(engagement: int) -> "Callable[[UnitOfWork], Changes]":
    def done(uow: "UnitOfWork") -> Changes:
        from tn_desktop.services import records

        return records.change(uow, "engagements", engagement, {"done": "1"})

    return done
