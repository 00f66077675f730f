"""The pane of what people say: quotations, and surveys in waves. Two parts, one of them shown."""

from typing import Any

from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from tn_desktop.gui.context import Context
from tn_desktop.gui.panes.list_pane_parts_host import PartsPane
from tn_desktop.gui.panes.voices_quotations import QuotationsList
from tn_desktop.gui.panes.voices_surveys import SurveysPart

SHOWN = "voices/shown"


class VoicesPane(PartsPane):
    """Quotations, or surveys; the part seen last is shown again.

    Attributes:
        quotations, surveys: the two parts.
    """

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.quotations = QuotationsList(context)
        self.surveys = SurveysPart(context)
        self._tabs = QTabWidget()
        self._tabs.setDocumentMode(True)
        self._tabs.addTab(self.quotations, self.tr("Q&uotations"))
        self._tabs.addTab(self.surveys, self.tr("Su&rveys"))
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 0, 0)
        column.addWidget(self._tabs)
        if context.settings.value(SHOWN) == "surveys":
            self._tabs.setCurrentWidget(self.surveys)

    @property
    def shown(self) -> QuotationsList | SurveysPart:
        """The part that is shown."""
        return self.surveys if self._tabs.currentWidget() is self.surveys else self.quotations

    # --- what the window asks

    def go_to(self, key: int) -> None:
        """Show a quotation."""
        self._tabs.setCurrentWidget(self.quotations)
        self.quotations.go_to(key)

    def show_record(self, entity: str, key: int) -> None:
        """Show a quotation, or the surveys of a community or workshop (services/surveys.key_of)."""
        if entity == "surveys":
            self._tabs.setCurrentWidget(self.surveys)
            self.surveys.go_to(key)
        else:
            self.go_to(key)

    def return_to(self, place: dict[str, Any]) -> None:
        """Come back to a `place`."""
        self._tabs.setCurrentWidget(self.surveys if place["shown"] == "surveys" else self.quotations)
        self.shown.return_to(place["place"])

    def remember(self) -> None:
        """Keep widths, filters, order and which part is shown for the next time."""
        self.context.settings.setValue(SHOWN, self.shown.name)
        self.quotations.remember()
