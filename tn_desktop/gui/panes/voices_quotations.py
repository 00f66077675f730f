"""Quotations: a list with search and filters, and the page of the chosen one; copied only where that is allowed."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from tn_desktop.gui.context import Context
from tn_desktop.gui.export_noting import Leaving, copy_text
from tn_desktop.gui.forms.quotation_detail import Ui_QuotationDetail
from tn_desktop.gui.models.paged import Column
from tn_desktop.gui.panes.list_pane import Filter, ListPane, Words
from tn_desktop.gui.widgets.detail_page import RecordPage
from tn_desktop.gui.widgets.field_form import FieldForm
from tn_desktop.gui.widgets.filters import CommunityChoices
from tn_desktop.model.errors import NotFound
from tn_desktop.model.messages import QT_TRANSLATE_NOOP
from tn_desktop.services import quotations
from tn_desktop.services.quotations import QuotationRow

if TYPE_CHECKING:
    from sqlalchemy import Connection

GONE = QT_TRANSLATE_NOOP("errors", "This record was removed in the meantime.")
SHORT = 120


class QuotationForm(FieldForm):
    """All fields of a quotation; the name is asked for only where it may be shown."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, "quotations", parent)
        self.heading(self.tr("Quotation"))
        self.add("text", "source", "year")
        self.heading(self.tr("What may be shown"))
        self.add("permission", "attribution")
        self.heading(self.tr("What it is about"))
        self.add("community", "workshop", "themes", "notes")
        self.editors["permission"].left.connect(self._show_permission)
        self.loaded.connect(lambda _values: self._show_permission())
        self._show_permission()

    def start_new(self, values: Any = None) -> None:
        super().start_new(values)
        self._show_permission()

    def _show_permission(self) -> None:
        self.editors["attribution"].setEnabled(self.editors["permission"].isChecked())


class QuotationDetail(RecordPage):
    """One quotation."""

    tables = ("quotation", "community", "workshop")

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._row: QuotationRow | None = None
        self.ui = Ui_QuotationDetail()
        self.ui.setupUi(self)
        self.place_form(QuotationForm(context))
        self.ui.copy.clicked.connect(self.copy)
        self.begin(self.tr("Choose a quotation on the left. Ctrl+N adds a new one."))

    def new_head(self) -> str:
        return self.tr("New quotation")

    def begin_new(self, values: Any = None) -> None:
        self._row = None
        self._show_permission()
        super().begin_new(values)

    def query(self, key: int) -> "Callable[[Connection], QuotationRow]":
        def read(connection: "Connection") -> QuotationRow:
            row = quotations.quotation(connection, key)
            if row is None:
                raise NotFound(GONE)
            return row

        return read

    def show_page(self, page: QuotationRow) -> None:
        self._row = page
        text = page.text if len(page.text) <= SHORT else page.text[:SHORT] + "…"
        parts = (page.attribution, page.source, str(page.year or ""), page.about, page.themes)
        self.ui.head.show_head(f"“{text}”", " · ".join(part for part in parts if part))
        self._show_permission()

    def copy(self) -> None:
        """Copy it as a report prints it, where it may be published."""
        text = quotations.for_report(self._row) if self._row is not None else ""
        if text:
            named = int(bool(self._row is not None and self._row.attribution))
            copy_text(self.context, text, Leaving("quotations", named))
            self.context.navigator.told.emit(self.tr("Copied, ready to paste into a report."))

    def _show_permission(self) -> None:
        row = self._row
        allowed = row is not None and row.permission
        self.ui.copy.setEnabled(allowed)
        self.ui.copy.setVisible(row is not None)
        self.ui.permission.setVisible(row is not None)
        self.ui.permission.set_tone("good" if allowed else "quiet")
        self.ui.permission.setText(
            self.tr("✔ May be published.")
            if allowed
            else self.tr("✕ No permission to publish yet: it cannot be copied, and no name is shown.")
        )


class QuotationsList(ListPane):
    """Quotations by year or by their words."""

    name = "quotations"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._communities = CommunityChoices(context, self._filters["community"], "quotations/filter-community", self)

    def words(self) -> Words:
        return Words(
            self.tr("Quotations"),
            self.tr("Search words, source, theme"),
            self.tr("No quotation yet. Write down a sentence that says what changed, and whether it may be published."),
            self.tr("+ New quotation"),
        )

    def columns(self) -> tuple[Column, ...]:
        return (
            Column("text", self.tr("Quotation"), lambda row: row.text, "text", tooltip=lambda row: row.text, width=34),
            Column(
                "year", self.tr("Year"), lambda row: str(row.year or ""), "year", width=6, newest_first=True, spare=1
            ),
            Column("source", self.tr("Source"), _source, tooltip=_source, width=14, spare=2),
            Column("permission", self.tr("Publish"), self._permission, width=8),
        )

    def filters(self) -> tuple[Filter, ...]:
        this_year = self.context.now().year
        return (
            Filter(
                "permission", self.tr("Permission"), (("1", self.tr("May be published")), ("0", self.tr("Not yet")))
            ),
            Filter("year", self.tr("Year"), tuple((year, str(year)) for year in range(this_year, this_year - 15, -1))),
            Filter("community", self.tr("Community"), ()),
        )

    def make_detail(self) -> QuotationDetail:
        detail = QuotationDetail(self.context)
        detail.created.connect(self.go_to)
        detail.new_left.connect(self._on_new_left)
        return detail

    @property
    def page(self) -> QuotationDetail:
        """The page on the right."""
        detail = self.detail
        assert isinstance(detail, QuotationDetail)
        return detail

    def show_detail(self, key: int | None) -> None:
        self.page.show_key(key)

    def new_record(self) -> None:
        self.page.begin_new({"year": self.context.now().year})

    def focus_detail(self) -> None:
        self.page.focus_form()

    def _permission(self, row: QuotationRow) -> str:
        return self.tr("✔ yes") if row.permission else self.tr("✕ no")

    def _on_new_left(self) -> None:
        self.page.show_key(self.current_id)
        self.focus_list()


def _source(row: QuotationRow) -> str:
    return row.attribution or row.source or row.about
