"""Milestones and awards, or key figures, of the organisation: a line that adds one, and the table by date."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout

from tn_desktop.gui.context import translate
from tn_desktop.gui.models.rows import Cell, RowsModel, choices_of
from tn_desktop.gui.widgets.editors import show_date
from tn_desktop.gui.widgets.figures_panel import figure_title
from tn_desktop.gui.widgets.refusal import Refusal
from tn_desktop.gui.widgets.rows_table import RowsTable
from tn_desktop.gui.write_labels import ADDING
from tn_desktop.model import vocabulary
from tn_desktop.services import records
from tn_desktop.services.organisation import FIGURE, MilestoneRow, OrganisationPage

if TYPE_CHECKING:
    from tn_desktop.gui.panes.organisation import OrganisationPane

RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class HistoryTab(QObject):
    """What stands on the tab of milestones and awards, or on that of figures.

    Args:
        kinds: the kinds of milestones that belong here; figures have a number.
        place: the tab's column, with `refusal` and `table` in it.

    Attributes:
        title, kind, number, date, add: the line that adds.
    """

    def __init__(
        self, pane: "OrganisationPane", kinds: Sequence[str], place: QVBoxLayout, refusal: Refusal, table: RowsTable
    ) -> None:
        super().__init__(pane)
        self._pane = pane
        self._kinds = tuple(kinds)
        self._place, self._refusal, self._table = place, refusal, table
        self.title, self.number, self.date = QLineEdit(), QLineEdit(), QLineEdit()
        self.kind = QComboBox()
        for name in ("title", "number", "date", "kind"):
            getattr(self, name).setObjectName(f"{kinds[0]}_{name}")
        self.add = QPushButton(QCoreApplication.translate("OrganisationHistory", "Add"))
        self._make_line()
        self._make_table()

    def _make_line(self) -> None:
        for field, hint, name in (
            (
                self.title,
                QCoreApplication.translate("OrganisationHistory", "What was counted? Enter adds")
                if FIGURE in self._kinds
                else QCoreApplication.translate("OrganisationHistory", "What happened? Enter adds"),
                QCoreApplication.translate("OrganisationHistory", "Title"),
            ),
            (
                self.number,
                QCoreApplication.translate("OrganisationHistory", "Number"),
                QCoreApplication.translate("OrganisationHistory", "Number"),
            ),
            (
                self.date,
                QCoreApplication.translate("OrganisationHistory", "14.03.2026"),
                QCoreApplication.translate("OrganisationHistory", "Date"),
            ),
        ):
            field.setPlaceholderText(hint)
            field.setAccessibleName(name)
            field.installEventFilter(self)
        self.kind.setAccessibleName(QCoreApplication.translate("OrganisationHistory", "Kind"))
        for value, text in choices_of(vocabulary.MILESTONE_KIND, translate):
            if value in self._kinds:
                self.kind.addItem(text, value)
        figures = FIGURE in self._kinds
        self.add.setAutoDefault(False)
        self.add.clicked.connect(self._add)
        self.date.setMaximumWidth(120)
        self.number.setMaximumWidth(110)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.title, 1)
        for widget in (self.number if figures else self.kind, self.date, self.add):
            line.addWidget(widget)
        (self.kind if figures else self.number).hide()
        self._place.insertLayout(0, line)

    def _make_table(self) -> None:
        kinds = vocabulary.MILESTONE_KIND
        cells = (
            Cell(
                "date",
                QCoreApplication.translate("OrganisationHistory", "Date"),
                lambda row: show_date(row.date),
                edit=lambda row: show_date(row.date),
                width=9,
            ),
            Cell(
                "kind",
                QCoreApplication.translate("OrganisationHistory", "Kind"),
                _kind,
                edit=lambda row: row.kind,
                choices=choices_of(kinds, translate),
                width=13,
            ),
            Cell(
                "title",
                QCoreApplication.translate("OrganisationHistory", "Title"),
                _title,
                edit=_title,
                tooltip=_about,
                width=24,
            ),
            Cell(
                "number",
                QCoreApplication.translate("OrganisationHistory", "Number"),
                self._number,
                edit=lambda row: "" if row.number is None else str(row.number),
                alignment=RIGHT,
                width=8,
            ),
            Cell(
                "description",
                QCoreApplication.translate("OrganisationHistory", "Description"),
                lambda row: row.description,
                edit=lambda row: row.description,
                tooltip=_about,
                grows=True,
                width=16,
                spare=2,
            ),
            Cell(
                "source",
                QCoreApplication.translate("OrganisationHistory", "Source"),
                lambda row: row.source,
                edit=lambda row: row.source,
                width=10,
                spare=3,
            ),
        )
        left_out = "kind" if FIGURE in self._kinds else "number"
        self._model = RowsModel([cell for cell in cells if cell.name != left_out], "id", self)
        table = self._table
        table.set_rows_model(self._model)
        table.empty_text = QCoreApplication.translate(
            "OrganisationHistory", "Nothing yet. Type above what the organisation looks back on, with its day."
        )
        table.removed.connect(self._remove)
        self._model.edited.connect(self._change)

    def show(self, page: OrganisationPage) -> None:
        """Show the rows of a page that was read."""
        self._table.show_rows([row for row in page.history if (row.kind or "milestone") in self._kinds])

    def begin(self) -> None:
        """Put the cursor where a new one is typed."""
        self.title.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter in the line adds."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
                self._add()
                return True
        return super().eventFilter(watched, event)

    def _number(self, row: MilestoneRow) -> str:
        return "" if row.number is None else self._pane.locale().toString(row.number)

    def _add(self) -> None:
        if self._pane.context.tasks.is_writing(ADDING["milestones"], self._pane):
            return
        figure = self.kind.currentData() == FIGURE
        values = {
            "title": self.title.text(),
            "kind": self.kind.currentData(),
            "date": self.date.text() or self._pane.context.now().date().isoformat(),
            "number": self.number.text() if figure else None,
        }
        self._pane.write(
            ADDING["milestones"],
            lambda uow: records.add(uow, "milestones", values),
            self._refusal,
            done=lambda _changes: self._clear(),
        )

    def _clear(self) -> None:
        for field in (self.title, self.number, self.date):
            field.clear()
        self.title.setFocus(Qt.FocusReason.OtherFocusReason)

    def _change(self, row: MilestoneRow, name: str, value: Any) -> None:
        self._pane.change_cell("milestones", self._table, row.id, name, value, self._refusal)

    def _remove(self, rows: tuple[MilestoneRow, ...]) -> None:
        self._pane.remove_rows("milestones", [row.id for row in rows], self._refusal)


def _kind(row: MilestoneRow) -> str:
    mark = {"milestone": "◆", "award": "★", FIGURE: "#"}.get(row.kind, "")
    return f"{mark} {vocabulary.word(vocabulary.MILESTONE_KIND, row.kind or None, translate)}".strip()


def _title(row: MilestoneRow) -> str:
    return figure_title(row.title) if row.kind == FIGURE else row.title


def _about(row: MilestoneRow) -> str:
    return "\n".join(part for part in (_title(row), row.description, row.source) if part)
