"""The figures the network lives by: how many workshops teachers led, and who went from participant to leader."""

from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from PySide6.QtCore import QLocale
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from tn_desktop.gui.context import Context
from tn_desktop.gui.models.rows import Cell, RowsModel
from tn_desktop.gui.widgets.editors import show_date
from tn_desktop.gui.widgets.figure_tile import FigureTile
from tn_desktop.gui.widgets.filters import province_choices
from tn_desktop.gui.widgets.look import ROOMY, ToneLabel
from tn_desktop.gui.widgets.rows_table import RowsTable
from tn_desktop.model.changes import Changes
from tn_desktop.services import leaders
from tn_desktop.services.leaders import Leading, NewLeader

TABLES: Final = (
    "workshop", "workshop_session", "workshop_leader", "session_facilitator", "attendance", "person",
)  # fmt: skip
EVER: Final = ("0001-01-01", "9999-12-31")
SCHOOL_YEAR: Final = 9
"""The month in which one begins."""


@dataclass(frozen=True, slots=True)
class _Found:
    """The figures of a period and place, and who became a leader in it."""

    leading: Leading
    people: tuple[NewLeader, ...]


class LeadingFigures(QWidget):
    """The figures of a period and a province, read while they are seen."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._stale = True
        self.period = QComboBox()
        self.province = QComboBox()
        self.share = FigureTile(self.tr("of the workshops were led by teachers"))
        self.became = FigureTile(self.tr("people went from participant to leader"))
        self._model = RowsModel(self._cells(), "person", self)
        self.people = RowsTable()
        self.people.set_rows_model(self._model)
        self._build()
        context.tasks.changed.connect(self._on_changed)

    def _build(self) -> None:
        for text, span in self._periods():
            self.period.addItem(text, span)
        self.period.setAccessibleName(self.tr("Period"))
        self.province.addItem(self.tr("All provinces"), None)
        for value, word in province_choices():
            self.province.addItem(word, value)
        self.province.setAccessibleName(self.tr("Province"))
        choices, figures = QHBoxLayout(), QHBoxLayout()
        for combo in (self.period, self.province):
            combo.setMinimumHeight(ROOMY)
            combo.currentIndexChanged.connect(self.read)
            choices.addWidget(combo)
        choices.addStretch(1)
        figures.setSpacing(16)
        figures.addWidget(self.share, 1)
        figures.addWidget(self.became, 1)
        self.people.setAccessibleName(self.tr("Who became a leader"))
        self.people.empty_text = self.tr(
            "Nobody in this period. Who led or facilitated is said on each workshop's page."
        )
        self.people.opened.connect(lambda row: self._context.navigator.person_wanted.emit(row.person))
        meant = self.tr(
            "A leader here is whoever led or facilitated for the first time, having attended at least one session "
            "before. Cancelled sessions do not count."
        )
        note = ToneLabel(meant)
        note.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addLayout(choices)
        column.addLayout(figures)
        column.addWidget(self.people, 1)
        column.addWidget(note)
        self.setFocusProxy(self.period)

    def _cells(self) -> tuple[Cell, ...]:
        return (
            Cell("name", self.tr("Name"), lambda row: row.name, tooltip=lambda row: row.name, width=20),
            Cell("attended", self.tr("First attended"), lambda row: show_date(row.attended_from[:10]), width=12),
            Cell("led", self.tr("First led"), lambda row: show_date(row.led_from[:10]), width=12),
            Cell("title", self.tr("Workshop"), lambda row: row.title, tooltip=lambda row: row.title, grows=True),
        )

    def _periods(self) -> list[tuple[str, tuple[str, str]]]:
        today = self._context.now().date()
        year = today.year if today.month >= SCHOOL_YEAR else today.year - 1
        return [
            (self.tr("This school year"), _school_year(year)),
            (self.tr("Last school year"), _school_year(year - 1)),
            (self.tr("This year"), (f"{today.year}-01-01", f"{today.year}-12-31")),
            (self.tr("Since the beginning"), EVER),
        ]

    # --- reading

    def read(self) -> None:
        """Read the figures of what is chosen, now or when they are seen."""
        if not self.isVisible():
            self._stale = True
            return
        self._stale = False
        (start, end), province = self.period.currentData(), self.province.currentData()

        def query(connection: Any) -> _Found:
            people = leaders.new_leaders(connection, start, end, province)
            return _Found(leaders.leading(connection, start, end, province), tuple(people))

        self._context.tasks.read(query, self._show, owner=self, channel="figures")

    def _show(self, found: _Found) -> None:
        locale, held = QLocale(), found.leading
        share = locale.toString(100 * held.share, "f", 0 if held.said > 20 else 1) if held.share is not None else ""
        self.share.show_figure(self.tr("{number}%").format(number=share) if share else "–", self._made_of(held))
        self.became.show_figure(
            locale.toString(held.became_leaders),
            self.tr("of %n who led for the first time", "", held.first_leaders),
        )
        self.people.show_rows(found.people)

    def _made_of(self, held: Leading) -> str:
        locale = QLocale()
        text = self.tr("{led} of {said} workshops").format(
            led=locale.toString(held.teacher_led), said=locale.toString(held.said)
        )
        unsaid = held.workshops - held.said
        return f"{text} · " + self.tr("of %n it is not said", "", unsaid) if unsaid else text

    def _on_changed(self, changes: Changes, _owner: object) -> None:
        if changes.touches(*TABLES):
            self.read()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.read()


def _school_year(begins: int) -> tuple[str, str]:
    return date(begins, SCHOOL_YEAR, 1).isoformat(), f"{begins + 1}-08-31"
