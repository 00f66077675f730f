"""The Workshops pane: every activity, newest first, with its sessions beside it; or its sessions in a calendar."""

from datetime import datetime
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from tn_desktop.gui.context import Context, PlanWish, translate
from tn_desktop.gui.dialogs.calendar_file import CalendarWish, calendar_file
from tn_desktop.gui.dialogs.plan_workshop import plan
from tn_desktop.gui.models.paged import Column
from tn_desktop.gui.models.rows import choices_of
from tn_desktop.gui.panes.list_pane import Filter, ListPane, Words
from tn_desktop.gui.panes.workshops_page import WorkshopDetail
from tn_desktop.gui.widgets.calendar_panel import MONTH, WEEK, CalendarPanel
from tn_desktop.gui.widgets.filters import CommunityChoices, province_choices
from tn_desktop.gui.widgets.leading_figures import LeadingFigures
from tn_desktop.gui.widgets.look import SwitchButton
from tn_desktop.gui.widgets.status_marks import status_text
from tn_desktop.model import vocabulary
from tn_desktop.services.known_people import Known
from tn_desktop.services.list_rows import WorkshopRow
from tn_desktop.services.session_calendar import CalendarSession

RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
STATUSES = {
    status: vocabulary.SESSION_STATUS[status] for status in (vocabulary.PLANNED, vocabulary.HELD, vocabulary.CANCELLED)
}
"""What a workshop can be as a whole."""


LIST, FIGURES = "list", "figures"
VIEWS = (LIST, MONTH, WEEK, FIGURES)


class WorkshopsPane(ListPane):
    """Workshops by date, title, province, kind or status.

    Attributes:
        view: LIST with the page beside it, MONTH or WEEK of the sessions, or the FIGURES; one of VIEWS.
        calendar: the sessions of a month or week.
        figures: who led, and who became a leader.
    """

    name = "workshops"
    list_share = 45

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        self.view = LIST
        super().__init__(context, parent)
        self._communities = CommunityChoices(context, self._filters["community"], f"{self.name}/filter-community", self)
        edit = QShortcut(QKeySequence("F2"), self.table, context=Qt.ShortcutContext.WidgetShortcut)
        edit.activated.connect(lambda: self.page.focus_form())
        QShortcut(QKeySequence("Ctrl+P"), self, lambda: self.page.print_sheet())
        view = str(context.settings.value(f"{self.name}/view") or LIST)
        if view != LIST and view in VIEWS:
            self.show_view(view)

    def words(self) -> Words:
        return Words(
            self.tr("Workshops"),
            self.tr("Search title, province"),
            self.tr("No workshop yet. Plan the first one: a title and a date are enough."),
            self.tr("+ New workshop"),
        )

    def columns(self) -> tuple[Column, ...]:
        return (
            Column("date", self.tr("Date"), self._date, "date", width=9, newest_first=True),
            Column("title", self.tr("Title"), lambda row: row.title, "title", tooltip=lambda row: row.title, width=28),
            Column("people", self.tr("People"), self._people, alignment=RIGHT, width=5, spare=2),
            Column("status", self.tr("Status"), _status, "status", width=10),
            Column("province", self.tr("Province"), lambda row: row.province, "province", width=9, spare=1),
        )

    def filters(self) -> tuple[Filter, ...]:
        return (
            Filter("province", self.tr("Province"), province_choices()),
            Filter("kind", self.tr("Kind"), choices_of(vocabulary.WORKSHOP_KIND, translate)),
            Filter("status", self.tr("Status"), choices_of(STATUSES, translate)),
            Filter("community", self.tr("Community"), ()),
        )

    def make_detail(self) -> WorkshopDetail:
        detail = WorkshopDetail(self.context)
        detail.calendar_wanted.connect(self.save_calendar)
        return detail

    # --- the list, the calendar, the figures

    def _build_heading(self) -> QHBoxLayout:
        row = super()._build_heading()
        first = row.itemAt(0)
        title = first.widget() if first is not None else None
        assert title is not None
        self._title: QWidget = title
        self._switch = QButtonGroup(self)
        for number, text in enumerate((self.tr("List"), self.tr("Month"), self.tr("Week"), self.tr("Figures"))):
            button = SwitchButton(text)
            self._switch.addButton(button, number)
            row.insertWidget(2 + number, button)
        self._switch.button(0).setChecked(True)
        self._switch.idClicked.connect(lambda number: self.show_view(VIEWS[number]))
        return row

    def _build_list(self) -> QWidget:
        side = super()._build_list()
        side.installEventFilter(self)
        self.calendar = CalendarPanel(self.context)
        self.calendar.opened.connect(self.open_session)
        self.calendar.file_wanted.connect(self.save_calendar)
        self.figures = LeadingFigures(self.context)
        for page in (self.calendar, self.figures):
            self._body.addWidget(page)
        return side

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Where there is no room for title, switch and button, the title goes: the navigation says it as well."""
        if isinstance(event, QResizeEvent):
            needed = sum(button.sizeHint().width() + 8 for button in (*self._switch.buttons(), self.new_button))
            self._title.setVisible(event.size().width() >= needed + self._title.sizeHint().width() + 32)
        return super().eventFilter(watched, event)

    def show_view(self, view: str) -> None:
        """Show the list with a page beside it, or the whole width a calendar or the figures."""
        self.view = view
        self._switch.button(VIEWS.index(view)).setChecked(True)
        self.detail.setVisible(view == LIST)
        for widget in (self.search, self.count, *self._filters.values()):
            widget.setVisible(view != FIGURES)
        if view in (MONTH, WEEK):
            self.calendar.set_mode(view)
        self._show_body()
        self.focus_list()

    def _show_body(self) -> None:
        if self.view == LIST:
            super()._show_body()
        else:
            self._body.setCurrentWidget(self.figures if self.view == FIGURES else self.calendar)

    def _search(self) -> None:
        super()._search()
        self.calendar.set_filters(self.model.query.filters, self.model.query.search)

    def open_session(self, session: CalendarSession) -> None:
        """From the calendar to the page of a workshop, at that session."""
        self.page.sessions.prefer(session.id)
        self.go_to(session.workshop)

    def save_calendar(self) -> None:
        """Save sessions as a calendar file: of the chosen workshop, of the community filtered by, of the shown days."""
        combo = self._filters["community"]
        community = Known(combo.currentData(), combo.currentText()) if combo.currentData() is not None else None
        title = self.page.ui.head.title.text()
        of_page = self.view == LIST and self.current_id is not None
        workshop = Known(self.current_id, title) if of_page and self.current_id is not None else None
        wish = CalendarWish(*self.calendar.span, workshop=workshop, community=community)
        self.saving = calendar_file(self.context, wish, self)

    def go_to(self, key: int) -> None:
        if self.view != LIST:
            self.show_view(LIST)
        super().go_to(key)

    def focus_list(self) -> None:
        if self.view == LIST:
            super().focus_list()
        else:
            (self.figures if self.view == FIGURES else self.calendar).setFocus(Qt.FocusReason.OtherFocusReason)

    def remember(self) -> None:
        super().remember()
        self.context.settings.setValue(f"{self.name}/view", self.view)

    def place(self) -> dict[str, Any]:
        return {**super().place(), "view": self.view, "day": self.calendar.day}

    def return_to(self, place: dict[str, Any]) -> None:
        super().return_to(place)
        self.calendar.go(place["day"])
        self.show_view(place["view"])

    @property
    def page(self) -> WorkshopDetail:
        """The page on the right."""
        detail = self.detail
        assert isinstance(detail, WorkshopDetail)
        return detail

    def show_detail(self, key: int | None) -> None:
        self.page.show_key(key)

    def new_record(self) -> None:
        community = self._filters["community"].currentData()
        day = self.calendar.day.isoformat() if self.view in (MONTH, WEEK) else ""
        self.planning = plan(self.context, PlanWish(community, day=day), self)

    def focus_detail(self) -> None:
        self.page.focus_sessions()

    def import_target(self) -> tuple[str, int] | None:
        """Where a pasted list goes: the chosen workshop."""
        return ("workshop", self.current_id) if self.current_id is not None else None

    def export_scope(self) -> tuple[str, int] | None:
        """What Ctrl+E exports: the chosen workshop."""
        return self.import_target()

    def _date(self, row: WorkshopRow) -> str:
        """Day and month as on a wall calendar; the year too where it is not this one."""
        if not row.starts_at:
            return "–"
        start = datetime.fromisoformat(row.starts_at)
        return f"{start:%d.%m}" if start.year == self.context.now().year else f"{start:%d.%m.%Y}"

    def _people(self, row: WorkshopRow) -> str:
        return self.locale().toString(row.enrolled)


def _status(row: WorkshopRow) -> str:
    return status_text(vocabulary.SESSION_STATUS, row.status)
