"""The tab ‹Decisions›: what a community decided, with votes, and the chosen one's fields below."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QPushButton, QWidget

from tn_desktop.gui.context import Context
from tn_desktop.gui.dialogs.document_preview import DocumentPreview
from tn_desktop.gui.export_noting import Leaving
from tn_desktop.gui.models.rows import Cell, RowsModel
from tn_desktop.gui.need_labels import CHOOSE
from tn_desktop.gui.widgets.detail_page import show_count
from tn_desktop.gui.widgets.editors import show_date
from tn_desktop.gui.widgets.field_form import FieldForm
from tn_desktop.gui.widgets.look import ROOMY
from tn_desktop.model.changes import Changes
from tn_desktop.services import decisions
from tn_desktop.services.community_network import CommunityNetwork
from tn_desktop.services.decisions import DecisionList
from tn_desktop.services.need_rows import DecisionRow
from tn_desktop.sheets.decision_list import DecisionDocument
from tn_desktop.sheets.language import sheet_translate
from tn_desktop.sheets.options import Language

if TYPE_CHECKING:
    from tn_desktop.gui.panes.communities_page import CommunityDetail

RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class DecisionForm(FieldForm):
    """The fields of a decision that do not stand in the table."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, "decisions", parent)
        self.add("result", "needs", "session", "notes")


class DecisionsTab(QObject):
    """The tab ‹Decisions› of a community's page."""

    def __init__(self, page: "CommunityDetail") -> None:
        super().__init__(page)
        self._page = page
        self._ui = ui = page.ui
        self.form = DecisionForm(page.context)
        self.form.opener = self.go_to
        self.model = RowsModel(self._cells(), "id", self)
        table = ui.decisions
        table.set_rows_model(self.model)
        table.empty_text = self.tr("No decision yet. “New decision” writes down what was asked, decided and voted.")
        table.removed.connect(self._remove)
        table.opened.connect(lambda _row: self.form.focus_first())
        table.selectionModel().currentRowChanged.connect(lambda _now, _before: self._show_decision())
        self.model.edited.connect(self._on_edited)
        self.choose = QPushButton(self.tr("Mark its need&s as chosen"))
        self.choose.setAutoDefault(False)
        self.choose.setMinimumHeight(ROOMY)
        self.choose.clicked.connect(self._choose)
        ui.decision_place.addWidget(self.form)
        ui.decision_place.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignLeft)
        ui.decision_place.addStretch(1)
        ui.new_decision.clicked.connect(lambda: page.decide(()))
        ui.export_decisions.clicked.connect(self._export)
        ui.print_decisions.clicked.connect(self._print)

    def _cells(self) -> tuple[Cell, ...]:
        def votes(name: str, title: str, spare: int) -> Cell:
            return Cell(
                {"votes": "votes", "against": "votes_against", "abstained": "votes_abstained"}[name],
                title,
                lambda row: _number(getattr(row, name)),
                edit=lambda row: _number(getattr(row, name)),
                alignment=RIGHT,
                width=4,
                spare=spare,
            )

        return (
            Cell("date", self.tr("Date"), _date, edit=_date, width=9),
            Cell(
                "question",
                self.tr("Question"),
                lambda row: row.question,
                edit=lambda row: row.question,
                grows=True,
                tooltip=lambda row: "\n".join(part for part in (row.question, row.result) if part),
            ),
            Cell(
                "result", self.tr("Result"), lambda row: row.result, tooltip=lambda row: row.result, width=14, spare=3
            ),
            votes("votes", self.tr("For"), 0),
            votes("against", self.tr("Against"), 1),
            votes("abstained", self.tr("Abst."), 2),
            Cell("needs", self.tr("Needs"), lambda row: str(row.needs or ""), alignment=RIGHT, width=4, spare=4),
        )

    def show(self, network: CommunityNetwork) -> None:
        """Show a community's decisions."""
        table = self._ui.decisions
        table.show_rows(network.decisions)
        show_count(self._ui.tabs, self._ui.decisions_tab, self.tr("Dec&isions"), len(network.decisions))
        there = bool(network.decisions)
        for widget in (self._ui.decision_area, self._ui.export_decisions, self._ui.print_decisions):
            widget.setVisible(there)
        if there and not table.currentIndex().isValid():
            table.choose(network.decisions[0].id)
        self._show_decision()

    def go_to(self, key: int) -> None:
        """Choose a decision, now or as soon as it is there."""
        self._ui.tabs.setCurrentWidget(self._ui.decisions_tab)
        self._ui.decisions.choose(key)
        self._ui.decisions.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_decision(self) -> None:
        row = self._ui.decisions.current_row()
        if row is None:
            self.form.clear()
        elif self.form.key != row.id:
            self.form.load(row.id)
        self.choose.setVisible(row is not None and row.needs > 0)

    # --- writing

    def _on_edited(self, row: DecisionRow, name: str, value: Any) -> None:
        ui = self._ui
        self._page.change_cell("decisions", ui.decisions, row.id, name, value, ui.decisions_refusal)

    def _remove(self, rows: tuple[DecisionRow, ...]) -> None:
        self._page.remove_rows("decisions", [row.id for row in rows], self._ui.decisions_refusal)

    def _choose(self) -> None:
        row = self._ui.decisions.current_row()
        if row is None:
            return
        page = self._page

        def tell(changes: Changes) -> None:
            count = changes.told.get("chosen", 0)
            page.context.navigator.told.emit(self.tr("%n need(s) marked as chosen.", "", int(count)))

        page.write(CHOOSE, lambda uow: decisions.choose_needs(uow, row.id), self._ui.decisions_refusal, done=tell)

    # --- passing on

    def _export(self) -> None:
        self._page.context.navigator.export_wanted.emit(("decisions", self._page.key or 0))

    def _print(self) -> None:
        key = self._page.key
        if key is not None:
            self._page.context.tasks.read(
                lambda connection: decisions.decision_list(connection, key), self._preview, owner=self, channel="print"
            )

    def _preview(self, content: DecisionList) -> None:
        language: Language = "en" if self._page.context.language == "en" else "tr"
        document = DecisionDocument(content, sheet_translate(language))
        leaving = Leaving("decisions", scope=f"community={content.uid}", asks=True)
        context = self._page.context
        self.preview = DocumentPreview(context, document, document.title, leaving, self._page.window())
        self.preview.open()


def _date(row: DecisionRow) -> str:
    return show_date(row.date[:10])


def _number(value: int | None) -> str:
    return "" if value is None else str(value)
