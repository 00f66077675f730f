"""Somebody who is not on the list: the typed name offers itself, and known people of that name below it."""

from collections.abc import Callable, Sequence
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPalette
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHBoxLayout, QLabel, QListView, QStyledItemDelegate, QWidget

from tn_desktop.gui.tasks import Tasks
from tn_desktop.gui.widgets.attendance_delegate import NAME_SIZE, cursor_ground, draw_below, larger_font
from tn_desktop.gui.widgets.attendance_keys import KeyWishes
from tn_desktop.gui.widgets.attendance_marking import Marking
from tn_desktop.gui.widgets.attendance_view import ROW_HEIGHT
from tn_desktop.gui.widgets.attendance_words import short_name
from tn_desktop.gui.widgets.look import quiet_colour
from tn_desktop.services import attendance
from tn_desktop.services.walk_ins import KnownPerson

Index = QModelIndex | QPersistentModelIndex
KNOWN_ROLE: Final = Qt.ItemDataRole.UserRole
DETAIL_ROLE: Final = Qt.ItemDataRole.UserRole + 1


class WalkInModel(QAbstractListModel):
    """The name as it would be added, then known people.

    Attributes:
        name: what would be added as a new person.
        curtain: details of known people are hidden.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.name = ""
        self.curtain = False
        self._known: tuple[KnownPerson, ...] = ()

    def offer(self, name: str) -> None:
        """Offer another name; the known people stay until those of the new name are found."""
        self.name = name
        self.dataChanged.emit(self.index(0), self.index(0))

    def show_known(self, known: Sequence[KnownPerson]) -> None:
        """Show who is known by that name."""
        self.beginResetModel()
        self._known = tuple(known)
        self.endResetModel()

    def known_at(self, row: int) -> KnownPerson | None:
        """The known person of a row; None for the new one."""
        return self._known[row - 1] if 0 < row <= len(self._known) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else 1 + len(self._known)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= self.rowCount():
            return None
        known = self.known_at(index.row())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            name, detail = self._name(known), self._detail(known)
            return f"{name}, {detail}" if role == Qt.ItemDataRole.AccessibleTextRole else name
        if role == DETAIL_ROLE:
            return self._detail(known)
        if role == KNOWN_ROLE:
            return known
        return None

    def _name(self, known: KnownPerson | None) -> str:
        if known is None:
            return "+ " + (self.name or self.tr("type the full name"))
        return short_name(known.name) if self.curtain else known.name

    def _detail(self, known: KnownPerson | None) -> str:
        if known is None:
            return self.tr("add as a new person, present") if self.name else ""
        parts = [self.tr("known")] if self.curtain else [known.detail or self.tr("known")]
        if known.exact:
            parts.append(self.tr("same name"))
        if known.on_roster:
            parts.append(self.tr("already on the list"))
        return " · ".join(parts)


class WalkInDelegate(QStyledItemDelegate):
    """A name and its detail."""

    def __init__(self, view: "WalkInList") -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: Any, index: Index) -> QSize:
        needed = QFontMetrics(larger_font(self._view.font(), NAME_SIZE)).height() + 12
        return QSize(200, max(ROW_HEIGHT, needed))

    def paint(self, painter: QPainter, option: Any, index: Index) -> None:
        rect: QRect = option.rect
        palette, current = self._view.palette(), index.row() == self._view.currentIndex().row()
        focused = self._view.hasFocus()
        painter.save()
        painter.fillRect(rect, cursor_ground(palette, focused) if current else palette.color(QPalette.ColorRole.Base))
        if current:
            painter.fillRect(rect.left(), rect.top(), 5, rect.height(), palette.color(QPalette.ColorRole.Highlight))
        draw_below(painter, rect, palette)
        line = rect.adjusted(16, 0, -8, 0)
        new = index.data(KNOWN_ROLE) is None
        painter.setFont(larger_font(self._view.font(), NAME_SIZE, QFont.Weight.Bold if new else QFont.Weight.Medium))
        painter.setPen(palette.color(QPalette.ColorRole.Text))
        name = painter.fontMetrics().elidedText(index.data(), Qt.TextElideMode.ElideRight, line.width())
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, name)
        rest = line.adjusted(painter.fontMetrics().horizontalAdvance(name) + 16, 0, 0, 0)
        painter.setFont(self._view.font())
        painter.setPen(quiet_colour(palette))
        detail = painter.fontMetrics().elidedText(index.data(DETAIL_ROLE), Qt.TextElideMode.ElideRight, rest.width())
        painter.drawText(rest, Qt.AlignmentFlag.AlignVCenter, detail)
        painter.restore()


class WalkInList(KeyWishes, QListView):
    """The name typed and the known people below it; has the keys while it is shown.

    Signals:
        wished(Wish), composing(str): see KeyWishes.
    """

    wished = Signal(object)
    composing = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.offers = WalkInModel(self)
        self.setModel(self.offers)
        self.setItemDelegate(WalkInDelegate(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.offers.modelReset.connect(lambda: self.choose(0))
        self.choose(0)

    def choose(self, row: int) -> None:
        """Put the cursor on a row, as far as there are some."""
        self.setCurrentIndex(self.offers.index(max(0, min(row, self.offers.rowCount() - 1))))
        self.viewport().update()

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, True)


class Offers:
    """What a list of walk-ins offers for the letters typed, and what is chosen of it."""

    SHORTEST = 2
    """Letters from which on known people are looked for."""

    def __init__(self, shown: WalkInList, tasks: Tasks, marking: Marking) -> None:
        self._shown, self._tasks, self._marking = shown, tasks, marking

    def look(self, session: int | None, typed: str) -> None:
        """Offer the name typed, and whoever is known by it."""
        self._shown.offers.offer(" ".join(part for part in attendance.name_parts(typed) if part))
        if session is None or len(typed.strip()) < self.SHORTEST:
            self._shown.offers.show_known(())
            return
        self._tasks.read(
            lambda connection: attendance.suggest(connection, session, typed),
            self._shown.offers.show_known,
            owner=self._shown,
            channel="walk-in",
        )

    def add(self, session: int | None, typed: str, lost: Callable[[str], None]) -> bool:
        """Put whom the cursor is on onto the roster; False if there is nobody. `lost` gets a name not stored back."""
        known = self._shown.offers.known_at(self._shown.currentIndex().row())
        if session is None or not (known or typed.strip()):
            return False
        if known is not None:
            self._marking.add_known(session, known.person_id)
        else:
            self._marking.add_new(session, typed.strip(), lambda: lost(typed))
        return True

    def move(self, where: str) -> bool:
        """Move the cursor; False where it is at the top and wants to go on."""
        row, last = self._shown.currentIndex().row(), self._shown.offers.rowCount() - 1
        if where == "up" and row <= 0:
            return False
        to = {"up": row - 1, "down": row + 1, "home": 0, "end": last, "page up": 0, "page down": last}
        self._shown.choose(to[where])
        return True


class WalkInRow(QFrame):
    """The last row, always in sight: how somebody gets onto the list who is not on it.

    Signals:
        clicked: somebody wants to type a name.
    """

    clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label = QLabel()
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 4, 8, 4)
        row.addWidget(self.label, 1)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.retranslate()

    def retranslate(self) -> None:
        """Take the words of the running language."""
        self.label.setText(self.tr("+   Not on the list: type the full name  (Enter: add, ↓: choose a known person)"))
        self.label.setToolTip("Ctrl+N")
        self.setAccessibleName(self.tr("Add somebody who is not on the list"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.clicked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.clicked.emit()
        else:
            event.ignore()
