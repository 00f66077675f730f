"""The Organisation pane: who the network is, what it looks back on, its key figures, whom it reached."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QWidget

from tn_desktop.gui.context import Context, translate
from tn_desktop.gui.forms.organisation import Ui_OrganisationPane
from tn_desktop.gui.models.rows import Cell, RowsModel
from tn_desktop.gui.panes.organisation_history import HistoryTab
from tn_desktop.gui.panes.organisation_report import ReportMenu
from tn_desktop.gui.reach_words import basis_word, reach_lines
from tn_desktop.gui.widgets.drafted import Drafted
from tn_desktop.gui.widgets.field_form import FieldForm
from tn_desktop.gui.widgets.figures_panel import FiguresPanel
from tn_desktop.gui.widgets.look import roomy
from tn_desktop.gui.widgets.writes import Writes
from tn_desktop.model.changes import Changes
from tn_desktop.model.messages import QT_TRANSLATE_NOOP
from tn_desktop.model.places import province_name
from tn_desktop.services import figures, organisation, reach
from tn_desktop.services.figures import Figure
from tn_desktop.services.organisation import FIGURE, OrganisationPage, Taken
from tn_desktop.services.reach import BASES, Part, ReachSummary

if TYPE_CHECKING:
    pass

RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
TAKE = QT_TRANSLATE_NOOP("history", "Count today’s figures")
OWN_TABLES = ("organisation", "milestone")
REACH_TABLES = ("reach", "workshop_session", "attendance", "workshop", "output")


class OrganisationForm(FieldForm):
    """The fields of the one row, which is made as soon as it has a name."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, "organisation", parent)
        self._quiet = False
        self.add("name", "established", "web", "email", "phone", "address", "about", "notes")

    def begin_quietly(self) -> None:
        """Begin a new row without taking the cursor."""
        self._quiet = True
        self.start_new({})
        self._quiet = False

    def focus_first(self) -> None:
        if not self._quiet:
            super().focus_first()


class OrganisationPane(QWidget, Writes, Drafted):
    """The organisation's own page."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self._stale = False
        self._reach_stale = True
        self.ui = Ui_OrganisationPane()
        self.ui.setupUi(self)
        self.form = OrganisationForm(context)
        self.ui.form_place.addWidget(self.form)
        self.ui.form_place.addStretch(1)
        self.panel = FiguresPanel()
        self.ui.figures_place.addWidget(self.panel)
        self.ui.figures_area.setMinimumWidth(360)
        self.ui.columns.setStretch(0, 2)
        self.ui.columns.setStretch(1, 4)
        ui = self.ui
        self.history = HistoryTab(self, ("milestone", "award"), ui.history_column, ui.history_refusal, ui.history)
        self.figures = HistoryTab(self, (FIGURE,), ui.figures_column, ui.figures_refusal, ui.figures)
        self._set_up_reach()
        self.report = ReportMenu(context, ui.report_button, self)
        roomy(self)
        self.panel.wanted.connect(self.take_figures)
        self.form.created.connect(lambda _key: self.read())
        self.ui.tabs.currentChanged.connect(lambda _number: self._read_reach_if_seen())
        QShortcut(QKeySequence("Ctrl+N"), self, self.new_record)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(key), self, self.take_figures)
        context.tasks.changed.connect(self._on_changed)
        self.read()

    def _set_up_reach(self) -> None:
        self._years = RowsModel(self._reach_cells(self.tr("Year"), lambda part: part.key), "id", self)
        self._provinces = RowsModel(self._reach_cells(self.tr("Province"), self._place), "id", self)
        for table, model in ((self.ui.years, self._years), (self.ui.provinces, self._provinces)):
            table.set_rows_model(model)
        self.ui.years.empty_text = self.tr("Nobody reached yet.")
        self.ui.reach_column.setStretch(1, 2)
        self.ui.reach_column.setStretch(2, 3)

    def _reach_cells(self, title: str, key: Callable[[Any], str]) -> tuple[Cell, ...]:
        cells = [Cell("key", title, lambda row: key(row.part), grows=True, width=12)]
        for what, said in (("activities", self.tr("Activities")), ("outputs", self.tr("Outputs"))):
            for basis in BASES:
                heading = f"{said} · {basis_word(basis)}" if basis == BASES[0] else basis_word(basis)
                cells.append(
                    Cell(
                        f"{what}-{basis}", heading, self._cell(what, basis), alignment=RIGHT, width=max(9, len(heading))
                    )
                )
        return tuple(cells)

    def _cell(self, what: str, basis: str) -> Callable[[Any], str]:
        def text(row: "_Row") -> str:
            number = getattr(getattr(row.part, what), basis)
            return self.locale().toString(number) if number else "–"

        return text

    def _place(self, part: Part) -> str:
        return province_name(part.key) or self.tr("not known")

    # --- reading

    def read(self) -> None:
        """Read the page (again)."""
        self.context.tasks.read(organisation.organisation_page, self._show, owner=self, channel="page")

    def _show(self, page: OrganisationPage) -> None:
        values = page.values
        if page.id is None:
            self.ui.head.show_head(
                self.tr("Your organisation"),
                self.tr("Fill in its name on the right: sheets, workbooks and reports take their heading from it."),
            )
            if not self.form.is_new:
                self.form.begin_quietly()
                waiting = self.ui.history.hasFocus()
                self.ui.tabs.setCurrentWidget(self.ui.details_tab)
                if waiting:
                    self.form.focus_first()
        else:
            since = values["established"]
            parts = (self.tr("Since {year}").format(year=since) if since else "", values["web"], values["email"])
            about = (values["about"] or "").partition("\n")[0]
            line = " · ".join(part for part in parts if part)
            self.ui.head.show_head(values["name"] or "", "\n".join(part for part in (line, about) if part))
            if self.form.key != page.id:
                self.form.load(page.id)
        self.panel.show_figures(page.figures)
        self.history.show(page)
        self.figures.show(page)

    def _read_reach_if_seen(self) -> None:
        if not self._reach_stale or not self.isVisible() or self.ui.tabs.currentWidget() is not self.ui.reach_tab:
            return
        self._reach_stale = False
        if not self.ui.reach_note.text():
            self.ui.reach_note.setText(self.tr("Counting …"))
        self.context.tasks.read(reach.summary, self._show_reach, owner=self, channel="reach")

    def _show_reach(self, summary: ReachSummary) -> None:
        said = (
            (self.tr("Activities"), reach_lines(summary.activities, self.locale())),
            (self.tr("Outputs"), reach_lines(summary.outputs, self.locale())),
        )
        totals = "\n".join(f"{name} — {' · '.join(lines)}" for name, lines in said if lines)
        note = self.tr(
            "A person counts once in the whole, once in each year and once in each province. Activities and outputs "
            "are not added up: whoever came may well have read."
        )
        self.ui.reach_note.setText(f"{totals}\n{note}" if totals else note)
        self.ui.years.show_rows([_Row(at, part) for at, part in enumerate(reversed(summary.years))])
        self.ui.provinces.show_rows([_Row(at, part) for at, part in enumerate(summary.provinces)])

    def _on_changed(self, changes: Changes, _owner: object) -> None:
        if changes.touches(*OWN_TABLES):
            if self.isVisible():
                self.read()
            else:
                self._stale = True
        if changes.touches(*REACH_TABLES):
            self._reach_stale = True
            self._read_reach_if_seen()

    def showEvent(self, event: QShowEvent) -> None:
        """Read what was written while another pane was shown."""
        super().showEvent(event)
        if self._stale:
            self._stale = False
            self.read()
        self._read_reach_if_seen()

    # --- writing

    def take_figures(self) -> None:
        """Count what can be counted and keep it as of today."""
        self.panel.show_busy(True)
        self.context.tasks.read(
            figures.figures, self._take, failed=lambda _error: self.panel.show_busy(False), owner=self
        )

    def _take(self, counted: tuple[Figure, ...]) -> None:
        self.panel.show_busy(False)
        if not counted:
            self.context.navigator.told.emit(self.tr("There is nothing to count yet."))
            return
        taken = [
            Taken(
                translate("figures", figures.TITLES[one.name]),
                one.number,
                ", ".join(reach_lines(one.parts, self.locale())) if one.parts else "",
            )
            for one in counted
        ]
        today, source = self.context.now().date(), "TN Desktop"
        self.write(TAKE, lambda uow: organisation.take_snapshot(uow, taken, today, source), self.ui.figures_refusal)

    # --- what the window asks

    def new_record(self) -> None:
        """Ctrl+N: type a new milestone, or a new figure where figures are shown."""
        if self.ui.tabs.currentWidget() is self.ui.figures_tab:
            self.figures.begin()
        else:
            self.ui.tabs.setCurrentWidget(self.ui.history_tab)
            self.history.begin()

    def focus_list(self) -> None:
        """Put the cursor into the milestones; where nothing is filled in yet, into the name."""
        if self.form.key is None and self.form.is_new:
            self.ui.tabs.setCurrentWidget(self.ui.details_tab)
            self.form.focus_first()
        else:
            self.ui.history.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_to(self, key: int) -> None:
        """Choose a milestone."""
        self.ui.tabs.setCurrentWidget(self.ui.history_tab)
        self.ui.history.choose(key, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to the milestones."""
        if event.key() == Qt.Key.Key_Escape:
            self.ui.tabs.setCurrentWidget(self.ui.history_tab)
            self.ui.history.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)


class _Row:
    """A part of the reach with a number of its own, as a table wants it."""

    def __init__(self, number: int, part: Part) -> None:
        self.id, self.part = number, part

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Row) and (self.id, self.part) == (other.id, other.part)

    def __hash__(self) -> int:
        return hash((self.id, self.part))
