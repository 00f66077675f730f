"""The list of outputs with the page of the chosen one."""

from typing import Any

from PySide6.QtWidgets import QWidget

from tn_desktop.gui.context import Context, translate
from tn_desktop.gui.models.paged import Column
from tn_desktop.gui.models.rows import choices_of
from tn_desktop.gui.panes.list_pane_parts import Filter, Words
from tn_desktop.gui.panes.solutions_output_page import OutputDetail
from tn_desktop.gui.panes.solutions_views import RIGHT, View
from tn_desktop.gui.reach_words import reach_lines, reach_short
from tn_desktop.gui.widgets.editors import show_date
from tn_desktop.gui.widgets.filters import CommunityChoices
from tn_desktop.model import vocabulary
from tn_desktop.services import output_files
from tn_desktop.services.list_rows_solutions import OutputRow


class OutputsList(View):
    """Outputs by date, title or kind."""

    name = "outputs"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._communities = CommunityChoices(context, self._filters["community"], "outputs/filter-community", self)

    def words(self) -> Words:
        return Words(
            self.tr("Outputs"),
            self.tr("Search title, link, description"),
            self.tr("No output yet. A lesson plan, a guide, a video: give it a name, then drop its file on the page."),
            self.tr("+ New output"),
        )

    def columns(self) -> tuple[Column, ...]:
        return (
            Column("date", self.tr("Date"), lambda row: show_date(row.date), "date", width=9, newest_first=True),
            Column("title", self.tr("Title"), lambda row: row.title, "title", tooltip=_about, width=26),
            Column("kind", self.tr("Kind"), _kind, "kind", width=10, spare=1),
            Column("source", self.tr("From"), _source, tooltip=_about, width=14, least=9, spare=2),
            Column(
                "reached",
                self.tr("Reached"),
                self._reached,
                tooltip=self._reached_long,
                alignment=RIGHT,
                width=14,
            ),
        )

    def filters(self) -> tuple[Filter, ...]:
        return (
            Filter("kind", self.tr("Kind"), choices_of(vocabulary.OUTPUT_KIND, translate)),
            Filter("community", self.tr("Community"), ()),
        )

    def make_detail(self) -> OutputDetail:
        detail = OutputDetail(self.context)
        self.set_up(detail)
        return detail

    @property
    def page(self) -> OutputDetail:
        """The page on the right."""
        detail = self.detail
        assert isinstance(detail, OutputDetail)
        return detail

    def begin_new(self, values: dict[str, Any]) -> None:
        """A new output of today with some values given; else those of the filters."""
        chosen = {name: combo.currentData() for name, combo in self._filters.items() if combo.currentData()}
        self.page.begin_new({"date": self.context.now().date().isoformat()} | chosen | values)

    def focus_detail(self) -> None:
        self.page.focus_form()

    def _reached(self, row: OutputRow) -> str:
        return reach_short(row.reached, self.locale())

    def _reached_long(self, row: OutputRow) -> str:
        return "\n".join(reach_lines(row.reached, self.locale()))


def _kind(row: OutputRow) -> str:
    return vocabulary.word(vocabulary.OUTPUT_KIND, row.kind or None, translate)


def _source(row: OutputRow) -> str:
    return row.source or row.community


def _about(row: OutputRow) -> str:
    where = output_files.name_of(row.file) or row.link
    return "\n".join(part for part in (row.title, row.community, row.source, where) if part)
