"""The calendar itself: days of a month or a week, gone through by keys, sessions dragged to another day."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QAccessible, QAction, QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QHeaderView, QMenu, QTableView, QToolTip, QWidget

from tn_desktop.gui.models.session_days import SessionDays, in_line
from tn_desktop.gui.widgets.calendar_delegate import CalendarDelegate
from tn_desktop.services.session_calendar import CalendarSession

Index = QModelIndex | QPersistentModelIndex
K = Qt.Key
DAY: Final = timedelta(days=1)
WEEK: Final = timedelta(days=7)


class CalendarView(QTableView):
    """Shows a `SessionDays`.

    ← → go a day, ↑ ↓ through the sessions of a day and, in a month, on to the week above or below; Shift with an
    arrow moves the session the cursor is on by a day or a week; Enter opens it. The space bar, or a click on “+n more”,
    lists all sessions of a day.

    Attributes:
        day: the day the cursor is on.
        number: which of its sessions, from 0.
        pictures: days and sessions as they were painted.

    Signals:
        went(object): the cursor goes to another day (date), perhaps one that is not shown.
        opened(object): Enter or a double click on a session.
        moved(object, object): a session is to be moved to another day (CalendarSession, date).
        pointed(object): the cursor is on another session, or on none (None).
        turned(int): a page on (1) or back (-1); home: to today.
    """

    went = Signal(object)
    opened = Signal(object)
    moved = Signal(object, object)
    pointed = Signal(object)
    turned = Signal(int)
    home = Signal()

    def __init__(self, days: SessionDays, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.day = today
        self.number = 0
        self._days = days
        self._grabbed: tuple[CalendarSession, date, QPoint] | None = None
        self._dragging = False
        self.painter_of_days = CalendarDelegate(self, days)
        self.painter_of_days.today = today
        self.pictures = self.painter_of_days.pictures
        self.setModel(days)
        self.setItemDelegate(self.painter_of_days)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(24)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        heading = self.horizontalHeader()
        heading.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        heading.setSectionsClickable(False)
        heading.setHighlightSections(False)
        days.modelReset.connect(self._show_place)
        days.loaded.connect(self._on_loaded)
        self._show_place()

    @property
    def session(self) -> CalendarSession | None:
        """The session the cursor is on."""
        held = self._days.day(self.day).sessions
        return held[self.number] if self.number < len(held) else None

    def go(self, day: date, number: int = 0) -> None:
        """Put the cursor on a day that is shown, and on one of its sessions; -1 is the last."""
        count = len(self._days.day(day).sessions)
        self.day = day
        self.number = max(0, count - 1) if number < 0 else max(0, min(number, count - 1))
        self._show_place()

    def _show_place(self) -> None:
        before = self.painter_of_days.chosen[0]
        self.painter_of_days.chosen = (self.day, self.number)
        index = self._days.index_of(self.day)
        if index.isValid():
            self.setCurrentIndex(index)
        # The other days look as they did.
        for day in (before, self.day):
            if day is not None and (index := self._days.index_of(day)).isValid():
                self.viewport().update(self.visualRect(index))
        self.pointed.emit(self.session)

    def _on_loaded(self) -> None:
        self.go(self.day, self.number)

    def dataChanged(self, first: Index, last: Index, roles: Sequence[int] = ()) -> None:
        """Paint the days that look otherwise anew; Qt's own takes a pixel of the next week along, and with it that."""
        if QAccessible.isActive():
            super().dataChanged(first, last, roles)
        else:
            self.viewport().update(self.visualRect(first).united(self.visualRect(last)))

    def paintEvent(self, event: QPaintEvent) -> None:
        self.painter_of_days.begin()
        super().paintEvent(event)

    # --- keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        steps = {K.Key_Left: -DAY, K.Key_Right: DAY, K.Key_Up: -WEEK, K.Key_Down: WEEK}
        if self._dragging and key == K.Key_Escape:
            self._end_drag()
        elif key in steps and shift:
            if self.session is not None:
                self.moved.emit(self.session, self.day + steps[K(key)])
        elif key in (K.Key_Left, K.Key_Right):
            self.went.emit(self.day + steps[K(key)])
        elif key in (K.Key_Up, K.Key_Down):
            self._up_or_down(
                -1 if key == K.Key_Up else 1, bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            )
        elif key in (K.Key_PageUp, K.Key_PageDown):
            self.turned.emit(-1 if key == K.Key_PageUp else 1)
        elif key == K.Key_Home:
            self.home.emit()
        elif key in (K.Key_Return, K.Key_Enter):
            if self.session is not None:
                self.opened.emit(self.session)
        elif key == K.Key_Space:
            self.list_day(self.day)
        else:
            event.ignore()  # the pane's

    def _up_or_down(self, step: int, by_week: bool) -> None:
        count = len(self._days.day(self.day).sessions)
        if not by_week and 0 <= self.number + step < count:
            self.go(self.day, self.number + step)
        elif self._days.weeks > 1:
            before = self.day
            self.went.emit(before + step * WEEK)
            if step < 0 and self.day != before:
                self.go(self.day, -1)

    # --- mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        place = event.position().toPoint()
        day, number = self._at(place)
        if day is None:
            return
        if number is None and self._on_more(place, day):
            self.list_day(day)
            return
        self.go(day, number or 0)
        session = self.session
        self._grabbed = (session, day, place) if number is not None and session is not None else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        if self._grabbed is None:
            return
        if not self._dragging:
            far = (place - self._grabbed[2]).manhattanLength() >= QApplication.startDragDistance()
            if not far:
                return
            self._dragging = True
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        self.painter_of_days.target = self._at(place)[0]
        self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        grabbed, dragging, target = self._grabbed, self._dragging, self.painter_of_days.target
        self._end_drag()
        if event.button() == Qt.MouseButton.LeftButton and dragging and grabbed is not None and target is not None:
            session, day, _place = grabbed
            if target != day:
                self.moved.emit(session, target)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        _day, number = self._at(event.position().toPoint())
        if number is not None and self.session is not None:
            self.opened.emit(self.session)

    def _end_drag(self) -> None:
        self._grabbed, self._dragging = None, False
        self.painter_of_days.target = None
        self.unsetCursor()
        self.viewport().update()

    def _at(self, place: QPoint) -> tuple[date | None, int | None]:
        """The day at a place, and the number of the session there."""
        index = self.indexAt(place)
        if not index.isValid():
            return None, None
        day = self._days.date_at(index)
        lines = self.painter_of_days.lines(self.visualRect(index), self.fontMetrics(), self._days.day(day), day)
        return day, next((number for number, rect in lines if rect.contains(place)), None)

    def _on_more(self, place: QPoint, day: date) -> bool:
        """Whether it says there how many more sessions a day has."""
        rect, held, metrics = self.visualRect(self._days.index_of(day)), self._days.day(day), self.fontMetrics()
        lines = self.painter_of_days.lines(rect, metrics, held, day)
        return held.total > len(lines) and self.painter_of_days.more(rect, metrics).contains(place)

    # --- a whole day

    def list_day(self, day: date) -> None:
        """A menu of all sessions of a day, the one that is chosen is opened."""
        held = self._days.day(day)
        self.go(day, self.number if day == self.day else 0)
        if not held.sessions:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for session in held.sessions:
            action = QAction(in_line(session).replace("&", "&&"), menu)
            action.triggered.connect(lambda _on=False, one=session: self.opened.emit(one))
            menu.addAction(action)
        if left := held.total - len(held.sessions):
            menu.addAction(self.tr("+{n} more").format(n=left)).setEnabled(False)
        menu.setActiveAction(menu.actions()[min(self.number, len(held.sessions) - 1)])
        rect = self.visualRect(self._days.index_of(day))
        menu.popup(self.viewport().mapToGlobal(rect.topLeft() + QPoint(0, self.fontMetrics().height() + 6)))

    def viewportEvent(self, event: QEvent) -> bool:
        """A session whose line is cut is said whole where the mouse rests; elsewhere on a day all of them."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            day, number = self._at(event.pos())
            held = self._days.day(day) if day is not None else None
            if held is None or not held.sessions:
                QToolTip.hideText()
                return True
            told = held.sessions if number is None else (held.sessions[number],)
            lines = [in_line(session) for session in told]
            if number is None and held.total > len(told):
                lines.append(self.tr("+{n} more").format(n=held.total - len(told)))
            QToolTip.showText(event.globalPos(), "\n".join(lines), self)
            return True
        return super().viewportEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.painter_of_days.focused = True
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.painter_of_days.focused = False
        self.viewport().update()
