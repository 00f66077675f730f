"""Today: the sessions of the day with one key to their attendance, what is overdue, what is coming."""

from collections.abc import Callable
from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QWidget

from tn_desktop.gui.context import Context, translate
from tn_desktop.gui.forms.today import Ui_TodayPane
from tn_desktop.gui.widgets.look import roomy
from tn_desktop.gui.widgets.session_list import Line
from tn_desktop.model import vocabulary
from tn_desktop.model.changes import Changes
from tn_desktop.services.day import OVERDUE_DAYS, Day, DaySession

if TYPE_CHECKING:
    from sqlalchemy import Connection

SHOWN_TABLES = ("workshop", "workshop_session", "attendance", "person", "community", "stakeholder")
ROOMY = 800
"""Width in pixels from which on there is room for what to do beside the sessions."""
CLOCK = 60_000
"""Milliseconds between two looks at the calendar: at midnight another day begins."""


class TodayPane(QWidget):
    """The first thing one sees in the morning.

    Signals:
        shown: the day's sessions stand there for the first time.
    """

    shown = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self._shown_day: date | None = None
        self._empty = True
        self._stale = False
        self.ui = Ui_TodayPane()
        self.ui.setupUi(self)
        roomy(self)
        self.ui.incompleteButton.hide()
        self.ui.hint.hide()
        self.ui.side.hide()
        self._welcome()
        self._connect()
        self._clock = QTimer(self, interval=CLOCK)
        self._clock.timeout.connect(self._on_clock)
        self._clock.start()
        self.refresh()

    def _welcome(self) -> None:
        """The pages of the first day, and of a day without any session planned."""
        self._first_button = self.ui.welcomePage.add_button(self.tr("Import a list of people…"))
        community = self.ui.welcomePage.add_button(self.tr("New community"))
        workshop = self.ui.welcomePage.add_button(self.tr("Plan a workshop"))
        self.ui.welcomePage.say(
            self.tr("Your notebook is empty"),
            self.tr(
                "Begin with a list of teachers: import the Excel file you have, drop it onto this window, or paste "
                "its rows. Then gather them in a community and plan the first workshop."
            ),
        )
        self._plan_button = self.ui.quietPage.add_button(self.tr("Plan a workshop"))
        self.ui.quietPage.say(
            self.tr("No session is planned"),
            self.tr("Plan the next workshop, and its sessions will be waiting here on their day."),
        )
        navigator = self.context.navigator
        self._first_button.clicked.connect(lambda: navigator.import_wanted.emit(None))
        community.clicked.connect(lambda: navigator.new_wanted.emit("communities"))
        workshop.clicked.connect(lambda: navigator.new_wanted.emit("workshops"))
        self._plan_button.clicked.connect(lambda: navigator.new_wanted.emit("workshops"))

    def _connect(self) -> None:
        ui, navigator = self.ui, self.context.navigator
        ui.sessions.opened.connect(self.take_attendance)
        ui.sessions.moved.connect(self._show_buttons)
        ui.attendanceButton.clicked.connect(self.take_attendance)
        ui.printButton.clicked.connect(self._print)
        QShortcut(QKeySequence("Ctrl+P"), self, self._print)
        ui.workshopButton.clicked.connect(self._show_workshop)
        ui.incompleteButton.clicked.connect(navigator.incomplete_wanted)
        ui.importButton.clicked.connect(lambda: navigator.import_wanted.emit(None))
        ui.communityButton.clicked.connect(lambda: navigator.new_wanted.emit("communities"))
        ui.planButton.clicked.connect(lambda: navigator.new_wanted.emit("workshops"))
        self.context.tasks.changed.connect(self._on_changed)
        ui.todo.set_up(self.context)

    def focus_list(self) -> None:
        """Put the cursor into the list of sessions, or on the first thing to do."""
        page = self.ui.body.currentWidget()
        target: QWidget = self.ui.sessions
        if page is not self.ui.listPage:
            target = self._first_button if page is self.ui.welcomePage else self._plan_button
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Read the day again."""
        self._stale = False
        day = self.context.now().date()
        if self._shown_day is None:
            # At the start, what is planned stands there before what is overdue has been looked for.
            self._read(day, 0, lambda found: self._show_planned(day, found))
        else:
            self._read(day, OVERDUE_DAYS, lambda found: self._show_all(day, found))

    def _show_planned(self, day: date, found: Day) -> None:
        self._show(day, found)
        # After they are painted, which was asked for before.
        QTimer.singleShot(0, self, self.shown.emit)
        self.refresh()

    def _show_all(self, day: date, found: Day) -> None:
        self._show(day, found)
        # Beside the sessions, and after them.
        self.ui.todo.refresh()

    def _read(self, day: date, back: int, done: Callable[[Day], None]) -> None:
        self.context.tasks.read(lambda connection: _day(connection, day, back), done, owner=self, channel="day")

    def show_first(self, found: Day) -> None:
        """Show what was seen of the day before the database was loaded, unless it is shown from there already."""
        if self._shown_day is None:
            self._show_planned(self.context.now().date(), found)

    def take_attendance(self) -> None:
        """Enter: the attendance of the chosen session."""
        line = self.ui.sessions.current()
        if line is not None:
            self.context.navigator.attendance_wanted.emit(line.session)

    # --- showing

    def _show(self, day: date, found: Day) -> None:
        first = self._shown_day is None
        self._shown_day = day
        #: The long date in the order of the language; Qt writes the names of month and day.
        self.ui.date.setText(QLocale().toString(day, self.tr("dddd, d MMMM yyyy")))  # type: ignore[call-overload]
        lines: list[Line] = []
        for title, sessions, is_today in (
            (self.tr("Today"), found.today, True),
            (self.tr("Attendance not taken yet"), found.unmarked, False),
            (self.tr("Coming up"), found.coming, False),
        ):
            if sessions:
                lines.append(Line(title))
                lines += [self._line(session, is_today) for session in sessions]
        self.ui.sessions.show_lines(tuple(lines))
        page = self.ui.welcomePage if found.empty else self.ui.quietPage
        self.ui.body.setCurrentWidget(self.ui.listPage if lines else page)
        self.ui.hint.setVisible(bool(lines) and not found.today)
        self._empty = found.empty
        self._fit()
        self.ui.incompleteButton.setText(self.tr("Missing details: %n person(s)", "", found.incomplete_people))
        self.ui.incompleteButton.setVisible(found.incomplete_people > 0)
        if first and self.isVisible() and self.isActiveWindow():
            self.focus_list()

    def _line(self, session: DaySession, is_today: bool) -> Line:
        start = _moment(session.starts_at)
        end = _moment(session.ends_at)
        time = start.strftime("%H:%M") if start else ""
        if start and end:
            time += f"–{end.strftime('%H:%M')}"
        day = QLocale().toString(start.date(), self.tr("d MMM, ddd")) if start else ""  # type: ignore[call-overload]
        mode = vocabulary.word(vocabulary.SESSION_MODE, session.mode or None, translate)
        state, tone = self._state(session, is_today)
        return Line(
            session.workshop,
            session.id,
            session.workshop_id,
            time if is_today else day,
            "" if is_today else time,
            " · ".join(part for part in (session.title, session.venue, mode) if part),
            state,
            tone,
        )

    def _state(self, session: DaySession, is_today: bool) -> tuple[str, str]:
        if session.status in (vocabulary.CANCELLED, vocabulary.POSTPONED):
            return "✕ " + vocabulary.word(vocabulary.SESSION_STATUS, session.status, translate), "quiet"
        if session.marked:
            return "✔ " + self.tr("%n marked", "", session.marked), "good"
        if is_today or session.starts_at[:10] < (self._shown_day or date.min).isoformat():
            return "○ " + self.tr("no marks yet"), "wrong" if not is_today else "quiet"
        return "", "quiet"

    def _show_buttons(self) -> None:
        chosen = self.ui.sessions.current() is not None
        for button in (self.ui.attendanceButton, self.ui.printButton, self.ui.workshopButton):
            button.setEnabled(chosen)

    # --- acting

    def _print(self) -> None:
        line = self.ui.sessions.current()
        if line is not None:
            self.context.navigator.print_wanted.emit((line.session,))

    def _show_workshop(self) -> None:
        line = self.ui.sessions.current()
        if line is not None:
            self.context.navigator.workshop_wanted.emit(line.workshop)

    def _on_clock(self) -> None:
        if self.context.now().date() != self._shown_day:
            self.refresh()

    def _on_changed(self, changes: Changes, _owner: object) -> None:
        if not changes.touches(*SHOWN_TABLES):
            return
        if self.isVisible():
            self.refresh()
        else:
            # Each mark would have the whole day read behind the roster.
            self._stale = True

    def _fit(self) -> None:
        """Where there is little room, the sessions get it all."""
        self.ui.side.setVisible(not self._empty and self.width() >= ROOMY)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Read what was written while the day could not be seen."""
        super().showEvent(event)
        if self._stale:
            self.refresh()
        else:
            self._on_clock()


def _day(connection: "Connection", day: date, back: int) -> Day:
    # Loaded with the database, behind the window.
    from tn_desktop.services import today

    return today.day(connection, day, back=back)


def _moment(stored: str) -> datetime | None:
    return datetime.fromisoformat(stored) if stored else None
