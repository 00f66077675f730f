"""The page of one workshop: its sessions, attendance at a glance, the list of people, its fields."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from tn_desktop.gui.context import Context, translate
from tn_desktop.gui.forms.workshop_detail import Ui_WorkshopDetail
from tn_desktop.gui.panes.workshops_agenda import AgendaTab
from tn_desktop.gui.panes.workshops_grid import GridTab
from tn_desktop.gui.panes.workshops_people import PeopleTab
from tn_desktop.gui.panes.workshops_sessions import SessionsTab
from tn_desktop.gui.widgets.chips import CommunitiesField
from tn_desktop.gui.widgets.detail_page import RecordPage, show_count
from tn_desktop.gui.widgets.field_form import FieldForm
from tn_desktop.gui.widgets.status_marks import status_colour, status_text
from tn_desktop.model import vocabulary
from tn_desktop.model.places import province_name
from tn_desktop.services.workshop_page import WorkshopPage, workshop_page

if TYPE_CHECKING:
    from sqlalchemy import Connection


class WorkshopForm(FieldForm):
    """All fields of a workshop, its communities among them."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, "workshops", parent)
        self.add("title", "kind", "province")
        self.communities = CommunitiesField()
        title = self.tr("Communities")
        self.communities.set_up(context, title, self.tr("Type a community's name, Enter adds"))
        self.add_widget(title, self.communities, "communities")
        self.communities.changed.connect(
            lambda: self.change({"communities": [known.id for known in self.communities.chosen]})
        )
        self.add("description", "notes")


class WorkshopDetail(RecordPage):
    """One workshop."""

    tables = (
        "workshop", "workshop_session", "session_facilitator", "workshop_community", "community", "enrolment",
        "attendance", "person",
    )  # fmt: skip

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.ui = Ui_WorkshopDetail()
        self.ui.setupUi(self)
        self._form = WorkshopForm(context)
        self.place_form(self._form)
        self.sessions = SessionsTab(self)
        self.agenda = AgendaTab(self)
        self.people = PeopleTab(self)
        self.grid = GridTab(self)
        self.ui.tabs.currentChanged.connect(lambda _number: self.grid.show_if_seen())
        self.ui.take_attendance.clicked.connect(self.take_attendance)
        self.ui.print_sheet.clicked.connect(self.print_sheet)
        self.ui.export.clicked.connect(self._export)
        self.begin(self.tr("Choose a workshop on the left to see its sessions. Ctrl+N plans a new one."))

    def new_head(self) -> str:
        return self.tr("New workshop")

    def show_key(self, key: int | None) -> None:
        if key != self.key:
            self.sessions.forget()
            self.agenda.forget()
            self.people.forget()
            self.grid.forget()
        super().show_key(key)

    def query(self, key: int) -> "Callable[[Connection], WorkshopPage]":
        return lambda connection: workshop_page(connection, key)

    def show_page(self, page: WorkshopPage) -> None:
        parts = (
            province_name(page.values["province"]),
            vocabulary.word(vocabulary.WORKSHOP_KIND, page.values["kind"], translate),
            self.tr("%n session(s)", "", len(page.sessions)),
            ", ".join(community.name for community in page.communities),
        )
        self.ui.head.show_head(
            page.values["title"] or "",
            " · ".join(part for part in parts if part),
            status_text(vocabulary.SESSION_STATUS, page.status),
            status_colour(page.status),
        )
        if not self._form.communities.picker.hasFocus():
            self._form.communities.show_chosen(page.communities)
        self.sessions.show(page)
        self.agenda.show_page(page)
        self.people.show(page)
        self.grid.refresh()
        enrolled = sum(1 for row in page.enrolled if row.status == vocabulary.ENROLLED)
        show_count(self.ui.tabs, self.ui.enrolled_tab, self.tr("&Enrolled"), enrolled)
        has_sessions = bool(page.sessions)
        self.ui.take_attendance.setEnabled(has_sessions)
        self.ui.print_sheet.setEnabled(has_sessions)

    # --- what the buttons do

    def focus_sessions(self) -> None:
        """Go to the sessions (Enter in the list)."""
        if self.key is not None:
            self.ui.tabs.setCurrentWidget(self.ui.sessions_tab)
            self.ui.sessions.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def take_attendance(self) -> None:
        """Attendance of the chosen session, or from the attendance tab of all of them."""
        if self.ui.tabs.currentWidget() is self.ui.grid_tab:
            self.grid.open()
            return
        session = self.sessions.current()
        if session is not None:
            self.context.navigator.attendance_wanted.emit(session)

    def print_sheet(self) -> None:
        """Print the sign-in sheet of the chosen sessions."""
        chosen = self.sessions.chosen()
        if chosen:
            self.context.navigator.print_wanted.emit(chosen)

    def _export(self) -> None:
        if self.key is not None:
            wish: Any = ("workshop", self.key)
            self.context.navigator.export_wanted.emit(wish)
