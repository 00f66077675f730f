"""Attendance of a workshop at a glance: people against sessions, to look at; Enter opens it for marking."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QColor

from tn_desktop.gui.context import translate
from tn_desktop.gui.models.rows import Cell, RowsModel
from tn_desktop.gui.widgets.status_marks import MARKS, status_colour
from tn_desktop.model import vocabulary
from tn_desktop.services import rosters
from tn_desktop.services.rosters import Grid, RosterRow, SessionHead

if TYPE_CHECKING:
    from tn_desktop.gui.panes.workshops_page import WorkshopDetail

CENTRE = Qt.AlignmentFlag.AlignCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class GridTab(QObject):
    """The tab ‹Attendance› of a workshop's page; read only while it is seen."""

    def __init__(self, page: "WorkshopDetail") -> None:
        super().__init__(page)
        self._page = page
        self._ui = page.ui
        self._grid: Grid | None = None
        self._model = RowsModel((), "person_id", self)
        table = self._ui.grid
        table.set_rows_model(self._model)
        table.empty_text = self.tr("Nobody is on the list yet, and nobody was marked.")
        table.opened.connect(lambda _row: self.open())
        words = vocabulary.ATTENDANCE_STATUS
        marks = [f"{MARKS[status]} {vocabulary.word(words, status, translate)}" for status in words]
        self._ui.grid_legend.setText("   ".join([*marks, self.tr("Enter marks in the grid")]))

    def forget(self) -> None:
        """Another workshop is coming."""
        self._grid = None
        self._model.set_rows(())

    def refresh(self) -> None:
        """Something was written: read again, now or when it is seen."""
        self._grid = None
        self.show_if_seen()

    def show_if_seen(self) -> None:
        """Read the marks when the tab is in front."""
        key = self._page.key
        if key is None or self._grid is not None or self._ui.tabs.currentWidget() is not self._ui.grid_tab:
            return
        self._page.context.tasks.read(
            lambda connection: rosters.grid(connection, key),
            lambda grid: self._show(key, grid),
            failed=lambda _error: None,
            owner=self,
            channel="grid",
        )

    def open(self) -> None:
        """Mark all sessions side by side."""
        if self._page.key is not None:
            self._page.context.navigator.grid_wanted.emit(self._page.key)

    def _show(self, key: int, grid: Grid) -> None:
        if key != self._page.key:
            return
        self._grid = grid
        shown = tuple(head.id for head in grid.sessions)
        if [cell.name for cell in self._model.cells[2:]] != [str(session) for session in shown]:
            self._model.set_cells((self._name_cell(), self._count_cell(), *map(self._session_cell, grid.sessions)))
        self._ui.grid.show_rows(grid.rows)
        if grid.rows:
            last = self._model.index(len(grid.rows) - 1, len(self._model.cells) - 1)
            self._model.dataChanged.emit(self._model.index(0, 0), last)

    def _name_cell(self) -> Cell:
        return Cell("name", self.tr("Name"), _name, tooltip=lambda row: row.institution, width=23)

    def _count_cell(self) -> Cell:
        return Cell("came", self.tr("Came"), self._came, alignment=RIGHT, width=6)

    def _session_cell(self, head: SessionHead) -> Cell:
        day = f"{datetime.fromisoformat(head.starts_at):%d.%m}" if head.starts_at else ""
        cancelled = " ✕" if head.status == vocabulary.CANCELLED else ""
        return Cell(
            str(head.id),
            f"{head.number} · {day}{cancelled}",
            self._mark_of(head.id),
            alignment=CENTRE,
            tooltip=self._word_of(head.id),
            colour=self._colour_of(head.id),
            width=7,
        )

    def _status(self, row: RosterRow, session: int) -> str | None:
        held: Any = self._grid.marks.get((row.person_id, session)) if self._grid is not None else None
        return held[0] if held else None

    def _mark_of(self, session: int) -> Callable[[RosterRow], str]:
        return lambda row: MARKS.get(self._status(row, session) or "", "·")

    def _word_of(self, session: int) -> Callable[[RosterRow], str]:
        words = vocabulary.ATTENDANCE_STATUS
        return lambda row: vocabulary.word(words, self._status(row, session), translate)

    def _colour_of(self, session: int) -> Callable[[RosterRow], QColor | None]:
        return lambda row: status_colour(self._status(row, session))

    def _came(self, row: RosterRow) -> str:
        if self._grid is None:
            return ""
        going = [head.id for head in self._grid.sessions if head.status != vocabulary.CANCELLED]
        return f"{sum(self._status(row, session) in vocabulary.ATTENDED for session in going)}/{len(going)}"


def _name(row: RosterRow) -> str:
    return f"{row.name} · {row.hint}" if row.hint else row.name
