"""The calendar of the sessions: which month or week, its days, and the chosen session in words."""

from datetime import date, timedelta
from typing import Any, Final

from PySide6.QtCore import QLocale, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from tn_desktop.gui.context import Context, sentence, translate
from tn_desktop.gui.models.session_days import SessionDays, monday
from tn_desktop.gui.widgets.calendar_view import CalendarView
from tn_desktop.gui.widgets.editors import show_date
from tn_desktop.gui.widgets.look import ROOMY, ToneLabel, larger
from tn_desktop.gui.widgets.refusal import Refusal
from tn_desktop.gui.widgets.status_marks import status_text
from tn_desktop.model import vocabulary
from tn_desktop.model.changes import Changes
from tn_desktop.model.errors import AppError
from tn_desktop.model.messages import QT_TRANSLATE_NOOP
from tn_desktop.services import sessions
from tn_desktop.services.session_calendar import CalendarSession

MOVE: Final = QT_TRANSLATE_NOOP("history", "Move a session")
MONTH, WEEK = "month", "week"


class CalendarPanel(QWidget):
    """A month or a week of sessions.

    Attributes:
        mode: MONTH or WEEK.
        view: the days.
        days: their model.

    Signals:
        opened(object): a session is to be opened (CalendarSession).
        file_wanted: the sessions are to be saved as a calendar file.
    """

    opened = Signal(object)
    file_wanted = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.mode = MONTH
        today = context.now().date()
        self._month = today.replace(day=1)
        self._follow: tuple[int, date] | None = None
        self.days = SessionDays(context.tasks, self._month, weeks_of(self._month), self)
        self.view = CalendarView(self.days, today)
        self.view.setAccessibleName(self.tr("Calendar of the sessions"))
        self._title = QLabel()
        larger(self._title, 1.15, bold=True)
        self._about = ToneLabel()
        self._about.setWordWrap(True)
        self._about.setMinimumHeight(2 * self._about.fontMetrics().height() + 4)
        self.refusal = Refusal()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(self._head())
        column.addWidget(self.view, 1)
        column.addWidget(self.refusal)
        column.addWidget(self._about)
        self.setFocusProxy(self.view)
        self.view.went.connect(self.go)
        self.view.turned.connect(self.turn)
        self.view.home.connect(self.go_home)
        self.view.opened.connect(self.opened)
        self.view.moved.connect(self._move)
        self.view.pointed.connect(self._tell)
        self.days.loaded.connect(self._catch_up)
        self._show_title()

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        for text, name, step in (("‹", self.tr("Back"), -1), ("›", self.tr("On"), 1)):
            button = QToolButton()
            button.setText(text)
            button.setMinimumSize(ROOMY, ROOMY)
            button.setAccessibleName(name)
            button.setToolTip(f"{name} ({'PgUp' if step < 0 else 'PgDn'})")
            button.clicked.connect(lambda _checked=False, step=step: self.turn(step))
            row.addWidget(button)
        today = QPushButton(self.tr("Today"))
        today.setAutoDefault(False)
        today.setMinimumHeight(ROOMY)
        today.clicked.connect(self.go_home)
        row.addWidget(today)
        row.addWidget(self._title, 1)
        save = QPushButton(self.tr("Calendar file…"))
        save.setToolTip(self.tr("Save sessions for the calendar of a phone (.ics)"))
        save.setAutoDefault(False)
        save.setMinimumHeight(ROOMY)
        save.clicked.connect(self.file_wanted)
        row.addWidget(save)
        return row

    # --- where one is

    def set_mode(self, mode: str) -> None:
        """Show months, or weeks; the day the cursor is on stays."""
        self.mode = mode
        self.view.painter_of_days.cards = mode == WEEK
        self._show_span(self.view.day)

    def set_filters(self, filters: tuple[tuple[str, Any], ...], search: str) -> None:
        """Show the sessions of some workshops alone."""
        self.days.set_filters(filters, search)

    @property
    def span(self) -> tuple[date, date]:
        """The first and the last day of the month or week."""
        if self.mode == WEEK:
            return self.days.first, self.days.last
        after = (self._month + timedelta(days=32)).replace(day=1)
        return self._month, after - timedelta(days=1)

    @property
    def day(self) -> date:
        """The day the cursor is on."""
        return self.view.day

    def go(self, day: date) -> None:
        """Go to a day, turning the page where it is on another one."""
        self.refusal.take_back()
        self._follow = None
        in_month = self.mode == MONTH and (day.year, day.month) != (self._month.year, self._month.month)
        if in_month or not self.days.first <= day <= self.days.last:
            self._show_span(day)
        self.view.go(day)

    def turn(self, pages: int) -> None:
        """A month, or a week, on or back."""
        day = self.view.day
        if self.mode == WEEK:
            self.go(day + timedelta(days=7 * pages))
            return
        year, month = divmod(day.year * 12 + day.month - 1 + pages, 12)
        after = (date(year, month + 1, 28) + timedelta(days=4)).replace(day=1)
        self.go(min(date(year, month + 1, 1) + timedelta(days=day.day - 1), after - timedelta(days=1)))

    def go_home(self) -> None:
        """To today."""
        self.view.painter_of_days.today = self._context.now().date()
        self.go(self._context.now().date())

    def _show_span(self, day: date) -> None:
        self._month = day.replace(day=1)
        self.view.painter_of_days.month = day.month if self.mode == MONTH else 0
        self.view.day = day
        weeks = weeks_of(self._month) if self.mode == MONTH else 1
        self.days.show_span(self._month if self.mode == MONTH else monday(day), weeks)
        self.view.go(day, self.view.number)
        self.view.viewport().update()
        self._show_title()

    def _show_title(self) -> None:
        locale = QLocale()
        if self.mode == MONTH:
            text = f"{locale.standaloneMonthName(self._month.month)} {self._month.year}"
        else:
            text = f"{self.days.first:%d.%m.%Y} – {self.days.last:%d.%m.%Y}"
        self._title.setText(text)

    # --- the chosen session

    def _tell(self, session: CalendarSession | None) -> None:
        """Say about the chosen session what its line has no room for."""
        if session is None:
            self._about.setText(self.tr("Ctrl+N plans a workshop on this day."))
            return
        times = "–".join(time for time in (session.starts_at[11:16], session.ends_at[11:16]) if time)
        parts = [
            f"{show_date(session.starts_at[:10])} {times}",
            f"{session.title}, {session.part}" if session.part else session.title,
            vocabulary.word(vocabulary.SESSION_MODE, session.mode or None, translate),
            session.place,
            session.province,
            status_text(vocabulary.SESSION_STATUS, session.status),
        ]
        if session.moved_from:
            first = f"{show_date(session.moved_from[:10])} {session.moved_from[11:16]}"
            parts.append(self.tr("first planned for {date}").format(date=first))
        parts.append(session.reason)
        if self.days.day(self.view.day).total > 1:
            parts.append(self.tr("Space: all sessions of the day"))
        self._about.setText(" · ".join(part for part in parts if part))

    def _move(self, session: CalendarSession, day: date) -> None:
        def done(_changes: Changes) -> None:
            self.refusal.take_back()
            self.go(day)
            self._follow = (session.id, day)
            self._catch_up()

        def failed(error: AppError) -> None:
            self.refusal.say(sentence(error))

        self._context.tasks.write(
            MOVE,
            lambda uow: sessions.reschedule(uow, session.id, day.isoformat()),
            done=done,
            failed=failed,
            owner=self,
        )

    def _catch_up(self) -> None:
        """Put the cursor on the session that was moved, once it stands where it was moved to."""
        if self._follow is not None:
            session, day = self._follow
            found = self.days.find(session)
            if found is not None and found[0] == day:
                self._follow = None
                self.view.go(*found)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.days.listen(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.days.listen(False)


def weeks_of(month: date) -> int:
    """How many weeks a month (its first day) touches."""
    last = (month + timedelta(days=32)).replace(day=1) - timedelta(days=1)
    return (monday(last) - monday(month)).days // 7 + 1
