"""The page of one workshop: its sessions, attendance at a glance, the list of people, its fields."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from tn_desktop.gui.context import Context, translate
from tn_desktop.gui.dialogs.repeat_workshop import repeat_workshop
from tn_desktop.gui.forms.workshop_detail import Ui_WorkshopDetail
from tn_desktop.gui.panes.workshops_agenda import AgendaTab
from tn_desktop.gui.panes.workshops_feedback import FeedbackTab
from tn_desktop.gui.panes.workshops_form import WorkshopForm
from tn_desktop.gui.panes.workshops_grid import GridTab
from tn_desktop.gui.panes.workshops_people import PeopleTab
from tn_desktop.gui.panes.workshops_reach import ReachTab
from tn_desktop.gui.panes.workshops_sessions import SessionsTab
from tn_desktop.gui.panes.workshops_support import NeedsTab, SupportersTab
from tn_desktop.gui.widgets.detail_page import RecordPage, Step, show_count
from tn_desktop.gui.widgets.status_marks import status_colour, status_text
from tn_desktop.model import vocabulary
from tn_desktop.model.places import province_name
from tn_desktop.services.workshop_page import WorkshopPage, workshop_page

if TYPE_CHECKING:
    from sqlalchemy import Connection


class WorkshopDetail(RecordPage):
    """One workshop.

    Signals:
        calendar_wanted: its sessions are to be saved as a calendar file.
    """

    calendar_wanted = Signal()
    tables = (
        "workshop", "workshop_session", "session_facilitator", "workshop_community", "community", "enrolment",
        "attendance", "person", "workshop_leader", "workshop_stakeholder", "stakeholder", "workshop_need", "need",
        "session_speaker",
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
        self.feedback = FeedbackTab(self)
        self.supporters = SupportersTab(self)
        self.needs = NeedsTab(self)
        self.reach = ReachTab(self)
        self._set_up_more()
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
            self.feedback.forget()
            self.supporters.forget()
            self.needs.forget()
            self.reach.forget()
        super().show_key(key)

    def query(self, key: int) -> "Callable[[Connection], WorkshopPage]":
        return lambda connection: workshop_page(connection, key)

    def show_page(self, page: WorkshopPage) -> None:
        parts = (
            province_name(page.values["province"]),
            vocabulary.word(vocabulary.WORKSHOP_KIND, page.values["kind"], translate),
            self.tr("%n session(s)", "", len(page.sessions)),
            self._told_of_chain(page),
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
        # The agenda and the feedback are those of the session that is chosen here.
        self.sessions.show(page)
        show_count(self.ui.tabs, self.ui.enrolled_tab, self.tr("&Enrolled"), page.places.enrolled)
        has_sessions = bool(page.sessions)
        self.ui.take_attendance.setEnabled(has_sessions)
        self.ui.print_sheet.setEnabled(has_sessions)

    def show_rest(self, page: WorkshopPage) -> Sequence[Step]:
        return (
            (self.agenda, lambda: self.agenda.show_page(page)),
            (self.ui.enrolled_tab, lambda: self.people.show(page)),
            (self.ui.grid_tab, self.grid.refresh),
            (self.feedback, lambda: self.feedback.show_page(page)),
            (self.ui.supporters_tab, lambda: self._show_support(page)),
            (self.reach.page, lambda: self.reach.show(page.id)),
            (self.ui.details_tab, lambda: self._form.chain.show_chain(page.id, page.chain)),
        )

    def _show_support(self, page: WorkshopPage) -> None:
        self.supporters.show(page)
        self.needs.show(page)

    def _told_of_chain(self, page: WorkshopPage) -> str:
        """Which one of a series of repeats it is."""
        if len(page.chain) < 2:
            return ""
        place = 1 + [link.id for link in page.chain].index(page.id)
        return self.tr("time {number} of {total}").format(number=place, total=len(page.chain))

    # --- what the buttons do

    def _set_up_more(self) -> None:
        menu = QMenu(self.ui.more)
        for text, call in (
            (self.tr("&As last year…"), lambda: self._repeat(False)),
            (self.tr("In another &province…"), lambda: self._repeat(True)),
            (self.tr("&Calendar file (.ics)…"), self.calendar_wanted.emit),
        ):
            menu.addAction(text).triggered.connect(lambda _checked=False, call=call: call())
        self.ui.more.setMenu(menu)

    def _repeat(self, elsewhere: bool) -> None:
        if self.key is not None:
            self.repeating = repeat_workshop(self.context, self.key, elsewhere, self)

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
