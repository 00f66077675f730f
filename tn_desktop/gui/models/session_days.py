"""The days of a month or a week as a table of weeks by weekdays, each with its sessions."""

from datetime import date, timedelta
from functools import partial
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from tn_desktop.gui.context import translate
from tn_desktop.gui.tasks import AFTER_PAINTING, Tasks
from tn_desktop.model import vocabulary
from tn_desktop.model.changes import Changes
from tn_desktop.services import session_calendar
from tn_desktop.services.session_calendar import CalendarDay, CalendarSession

Index = QModelIndex | QPersistentModelIndex
_NO_INDEX: Final = QModelIndex()
WEEK: Final = 7
TABLES: Final = ("workshop", "workshop_session", "workshop_community", "community")
NOTHING: Final = CalendarDay(0, ())


class SessionDays(QAbstractTableModel):
    """Weeks from a Monday on; the sessions come a moment after the days.

    Attributes:
        first: the Monday it begins with.
        weeks: how many weeks it has.

    Signals:
        loaded: the sessions of the shown days have come.
    """

    loaded = Signal()

    def __init__(self, tasks: Tasks, first: date, weeks: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.first, self.weeks = monday(first), weeks
        self._tasks = tasks
        self._days: dict[date, CalendarDay] = {}
        self._asked: tuple[Any, ...] = ()
        self._filters: tuple[tuple[str, Any], ...] = ()
        self._search = ""
        self._listening = False
        tasks.changed.connect(self._on_changed)

    def show_span(self, first: date, weeks: int) -> None:
        """Show other weeks."""
        if (monday(first), weeks) != (self.first, self.weeks):
            self.beginResetModel()
            self.first, self.weeks = monday(first), weeks
            self._days = {}
            self.endResetModel()
            # The empty days are painted first; reading at the same time would hold that up.
            self.read(after=AFTER_PAINTING)
        else:
            self.read()

    def set_filters(self, filters: tuple[tuple[str, Any], ...], search: str) -> None:
        """Show the sessions of some workshops alone, as the list of workshops does."""
        self._filters, self._search = filters, search
        self.read()

    def listen(self, listening: bool) -> None:
        """Read while somebody looks at it, and then what was written meanwhile; not otherwise."""
        self._listening = listening
        self.read()

    def read(self, again: bool = False, after: int = 0) -> None:
        """Read the sessions of the span, unless they are there, `after` so many milliseconds."""
        asked = (self.first, self.weeks, self._filters, self._search)
        if not self._listening or (asked == self._asked and not again):
            return
        self._asked = asked
        first, last = self.first, self.last
        filters, search = self._filters, self._search
        self._tasks.read(
            lambda connection: session_calendar.days(connection, first, last, filters, search),
            lambda days: self._on_read(asked, days),
            owner=self,
            channel="days",
            after=after,
        )

    @property
    def last(self) -> date:
        """The Sunday it ends with."""
        return self.first + timedelta(days=WEEK * self.weeks - 1)

    def day(self, day: date) -> CalendarDay:
        """The sessions of a day."""
        return self._days.get(day, NOTHING)

    def date_at(self, index: Index) -> date:
        """The day of a cell."""
        return self.first + timedelta(days=WEEK * index.row() + index.column())

    def index_of(self, day: date) -> QModelIndex:
        """The cell of a day; invalid if it is not shown."""
        place = (day - self.first).days
        return self.index(*divmod(place, WEEK)) if self.first <= day <= self.last else QModelIndex()

    def find(self, session: int) -> tuple[date, int] | None:
        """The day of a session and its number on it, if it is shown."""
        for day, held in self._days.items():
            for number, one in enumerate(held.sessions):
                if one.id == session:
                    return day, number
        return None

    # --- what Qt asks

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else self.weeks

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else WEEK

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a cell says; in words for those who hear it."""
        if not index.isValid():
            return None
        day = self.date_at(index)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._in_words(day)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The days of the week."""
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return QLocale().standaloneDayName(section + 1, QLocale.FormatType.LongFormat)
        return None

    def _in_words(self, day: date) -> str:
        held = self.day(day)
        locale = QLocale()
        named = f"{day.day} {locale.monthName(day.month)} {locale.dayName(day.isoweekday())}"
        if not held.total:
            return named
        told = "; ".join(in_words(one) for one in held.sessions)
        count = self.tr("%n session(s)", "", held.total)
        return f"{named} · {count}: {told}"

    # --- news

    def _on_read(self, asked: tuple[Any, ...], days: dict[date, CalendarDay]) -> None:
        if asked != self._asked:
            return
        self._days = days
        # A view paints what has changed: a row of a month, half of a week in a turn; the whole takes most of a frame.
        parts = [((row, 0), (row, WEEK - 1)) for row in range(self.weeks)]
        if self.weeks == 1:
            parts = [((0, 0), (0, WEEK // 2)), ((0, WEEK // 2 + 1), (0, WEEK - 1))]
        self._tell(asked, *parts[0])
        self.loaded.emit()
        self._tasks.in_turns(self, [partial(self._tell, asked, *part) for part in parts[1:]])

    def _tell(self, asked: tuple[Any, ...], first: tuple[int, int], last: tuple[int, int]) -> None:
        if asked == self._asked:
            self.dataChanged.emit(self.index(*first), self.index(*last))

    def _on_changed(self, changes: Changes, _owner: object) -> None:
        if not changes.touches(*TABLES):
            return
        if self._listening:
            self.read(again=True)
        else:
            self._asked = ()


def monday(day: date) -> date:
    """The Monday of a day's week."""
    return day - timedelta(days=day.weekday())


def in_words(session: CalendarSession) -> str:
    """A session as one hears it: when, what, where, how it stands."""
    status = vocabulary.word(vocabulary.SESSION_STATUS, session.status or None, translate)
    parts = (session.starts_at[11:16], session.title, session.province, status)
    return ", ".join(part for part in parts if part)


def in_line(session: CalendarSession) -> str:
    """A session in one line with all that tells it from others: when, what, which part, where, how it stands."""
    times = "–".join(time for time in (session.starts_at[11:16], session.ends_at[11:16]) if time)
    status = vocabulary.word(vocabulary.SESSION_STATUS, session.status or None, translate)
    parts = (f"{times} {session.title}".strip(), session.part, session.province, session.place, status)
    return " · ".join(part for part in parts if part)
