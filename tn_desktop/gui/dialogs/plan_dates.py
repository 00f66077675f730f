"""The dates of a new workshop's sessions, shown before they are saved: each can be corrected or left out."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import QLocale, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QLabel

from tn_desktop.gui.models.rows import Cell, RowsModel
from tn_desktop.gui.widgets.editors import show_date
from tn_desktop.gui.widgets.rows_table import RowsTable
from tn_desktop.model.errors import AppError
from tn_desktop.model.normalise import day as read_day
from tn_desktop.services.recurrence import DaysOff, Series, series

RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
NAMED_AT_MOST = 3
"""Days left out that are named below the list; of more, the number."""


@dataclass(frozen=True, slots=True)
class PlannedDay:
    """One line: its number from 1, the day, the day of the rhythm it stands for, and what is celebrated then."""

    number: int
    day: date
    meant: date
    holiday: str


class PlanDates(QObject):
    """Keeps the list as first day, rhythm and number say, with what was corrected by hand.

    Signals:
        changed: other days are shown.
        refused(object): what was typed for a day is none: the error.
    """

    changed = Signal()
    refused = Signal(object)

    def __init__(self, table: RowsTable, summary: QLabel, parent: QObject) -> None:
        super().__init__(parent)
        self._table, self._summary = table, summary
        self._key: tuple[date | None, str] = (None, "")
        self._count = 1
        self._keep_holidays = True
        self._off: DaysOff | None = None
        self._left_out: set[date] = set()
        self._corrected: dict[date, date] = {}
        self._series = Series((), ())
        self._model = RowsModel(self._cells(), "number", self)
        table.set_rows_model(self._model)
        table.empty_text = self.tr("Type the date of the first session.")
        self._model.edited.connect(self._on_edited)
        table.removed.connect(self._leave_out)
        table.opened.connect(lambda _row: table.edit_cell("date"))

    @property
    def days(self) -> tuple[date, ...]:
        """The days of the sessions, in order."""
        return tuple(sorted({row.day for row in self._model.rows}))

    @property
    def untouched(self) -> bool:
        """Whether nothing was corrected by hand."""
        return not (self._left_out or self._corrected)

    @property
    def corrections(self) -> tuple[tuple[date, date | None], ...]:
        """The days that were corrected by hand: which was meant, and what it is now; None for one that is left out."""
        left_out = [(meant, None) for meant in sorted(self._left_out)]
        return (*sorted(self._corrected.items()), *left_out)

    def correct(self, corrections: Sequence[tuple[date, date | None]]) -> None:
        """Take such corrections of the days that are shown."""
        self._corrected = {meant: now for meant, now in corrections if now is not None}
        self._left_out = {meant for meant, now in corrections if now is None}
        self._show()

    def use_days_off(self, off: DaysOff) -> None:
        """Know a country's public holidays from now on."""
        self._off = off
        self._show()

    def plan(self, first: date | None, rhythm: str, count: int, keep_holidays: bool) -> None:
        """Show the days of a rhythm; corrections by hand stay until the first day or the rhythm is another."""
        if (first, rhythm) != self._key:
            self._left_out.clear()
            self._corrected.clear()
        self._key, self._count, self._keep_holidays = (first, rhythm), count, keep_holidays
        self._show()

    def _cells(self) -> tuple[Cell, ...]:
        locale = QLocale()
        return (
            Cell("number", self.tr("No"), lambda row: str(row.number), alignment=RIGHT, width=2),
            Cell("date", self.tr("Date"), _shown, edit=_shown, width=10),
            Cell(
                "weekday",
                self.tr("Day"),
                lambda row: " · ".join(part for part in (locale.dayName(row.day.isoweekday()), row.holiday) if part),
                tooltip=lambda row: row.holiday,
                grows=True,
            ),
        )

    def _show(self) -> None:
        first, rhythm = self._key
        if first is None:
            self._series = Series((), ())
        else:
            self._series = series(first, rhythm, self._count, self._is_left_out(first))
        days = sorted((self._corrected.get(meant, meant), meant) for meant in self._series.days)
        rows = [PlannedDay(n, day, meant, self._holiday(day)) for n, (day, meant) in enumerate(days, 1)]
        self._table.show_rows(rows)
        self._summary.setText(self._summed_up())
        self.changed.emit()

    def _is_left_out(self, first: date) -> Callable[[date], bool]:
        # The first day was typed, so it is meant, whatever is celebrated on it.
        def left_out(day: date) -> bool:
            return day in self._left_out or (not self._keep_holidays and day != first and bool(self._holiday(day)))

        return left_out

    def _holiday(self, day: date) -> str:
        return self._off.name(day) if self._off is not None else ""

    def _summed_up(self) -> str:
        if not self._series.days:
            return ""
        if self._count == 1:
            text = self.tr("one session")
        else:
            last = show_date(self.days[-1].isoformat())
            text = self.tr("%n session(s), the last on {date}", "", len(self.days)).format(date=last)
        skipped = self._series.skipped
        if not skipped:
            return text
        if len(skipped) > NAMED_AT_MOST:
            return f"{text} · " + self.tr("%n day(s) left out", "", len(skipped))
        named = ", ".join(f"{show_date(day.isoformat())} {self._holiday(day)}".strip() for day in skipped)
        return f"{text} · " + self.tr("left out: {days}").format(days=named)

    # --- by hand

    def _on_edited(self, row: PlannedDay, _name: str, typed: Any) -> None:
        try:
            self._corrected[row.meant] = date.fromisoformat(read_day("date", str(typed)))
        except AppError as error:
            self.refused.emit(error)
            # The editor that this comes from is still closing.
            QTimer.singleShot(0, self, lambda: self._table.retry(row.number, "date", typed))
            return
        self._show()

    def _leave_out(self, rows: tuple[PlannedDay, ...]) -> None:
        """Del: none of these; as many more are added at the end."""
        self._left_out |= {row.meant for row in rows}
        self._show()


def _shown(row: PlannedDay) -> str:
    return show_date(row.day.isoformat())
