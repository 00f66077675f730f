"""The sessions of a workshop: dates and times edited in their cells, the rest of the chosen one below."""

import re
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QMenu, QWidget

from tn_desktop.gui.context import Context, NeedsWish, translate
from tn_desktop.gui.models.rows import Cell, RowsModel, choices_of
from tn_desktop.gui.widgets.editors import show_date
from tn_desktop.gui.widgets.field_form import FieldForm
from tn_desktop.gui.widgets.people_picker import SpeakerPicker
from tn_desktop.gui.widgets.relation_editor import ManyEditor
from tn_desktop.gui.widgets.status_marks import status_colour, status_text
from tn_desktop.gui.write_labels import ADDING, CHANGING, REMOVING
from tn_desktop.model import vocabulary
from tn_desktop.model.changes import Changes
from tn_desktop.model.errors import AppError
from tn_desktop.model.messages import QT_TRANSLATE_NOOP
from tn_desktop.model.registry import ENTITIES
from tn_desktop.services import records, sessions
from tn_desktop.services.workshop_page import WorkshopPage
from tn_desktop.services.workshops import SessionRow
from tn_desktop.store.unit_of_work import UnitOfWork

if TYPE_CHECKING:
    from tn_desktop.gui.panes.workshops_page import WorkshopDetail

RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
MOVE = QT_TRANSLATE_NOOP("history", "Move a session")
POSTPONE = QT_TRANSLATE_NOOP("history", "Postpone a session")
CANCEL = QT_TRANSLATE_NOOP("history", "Cancel a session")
TAKE_UP = QT_TRANSLATE_NOOP("history", "Take up a session again")
_PARTED = re.compile(r"\s*[-–—]\s*|\s+")


class SessionForm(FieldForm):
    """The fields of a session that do not stand in the table."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, "sessions", parent)
        for name in ("facilitators", "speakers"):
            field = ENTITIES["sessions"].field(name)
            self.add_editor(name, ManyEditor(field, context, picker=SpeakerPicker()))
        self.add("title", "reason", "link", "capacity", "minors", "guests", "notes")


class SessionsTab(QObject):
    """The tab ‹Sessions› of a workshop's page."""

    def __init__(self, page: "WorkshopDetail") -> None:
        super().__init__(page)
        self._page = page
        self._ui = page.ui
        self._fresh = True
        self._preferred: int | None = None
        self._model = RowsModel(self._cells(), "id", self)
        table = self._ui.sessions
        table.set_rows_model(self._model)
        table.empty_text = self.tr("No session yet. “+ New session” adds one; its date can be changed with F2.")
        table.opened.connect(lambda row: page.context.navigator.attendance_wanted.emit(row.id))
        table.removed.connect(self._remove)
        table.selectionModel().currentRowChanged.connect(lambda _now, _before: self._show_session())
        self._model.edited.connect(self._on_edited)
        self._heading = QLabel()
        bold = self._heading.font()
        bold.setBold(True)
        self._heading.setFont(bold)
        self._form = SessionForm(page.context)
        self._form.opener = table.choose
        self._ui.session_place.addWidget(self._heading)
        self._ui.session_place.addWidget(self._form)
        self._ui.session_place.addStretch(1)
        self._ui.add_session.clicked.connect(self._add)
        self._set_up_menu()

    def _cells(self) -> tuple[Cell, ...]:
        modes, statuses = vocabulary.SESSION_MODE, vocabulary.SESSION_STATUS
        return (
            Cell("number", self.tr("No"), lambda row: str(row.number), alignment=RIGHT, width=2, spare=3),
            Cell("date", self.tr("Date"), _date, edit=_date, tooltip=self._moved, width=9),
            Cell("time", self.tr("Time"), _time, edit=_time, width=10),
            Cell(
                "mode",
                self.tr("How"),
                lambda row: vocabulary.word(modes, row.mode or None, translate),
                edit=lambda row: row.mode,
                choices=choices_of(modes, translate),
                width=8,
                spare=2,
            ),
            Cell(
                "venue",
                self.tr("Place"),
                lambda row: row.venue,
                edit=lambda row: row.venue,
                tooltip=lambda row: row.venue,
                width=7,
                grows=True,
            ),
            Cell("people", self.tr("People"), _people, alignment=RIGHT, width=5, spare=1),
            Cell(
                "status",
                self.tr("Status"),
                lambda row: status_text(statuses, row.status),
                edit=lambda row: row.status,
                choices=choices_of(statuses, translate),
                colour=lambda row: status_colour(row.status),
                tooltip=lambda row: row.reason,
                width=10,
            ),
        )

    def _set_up_menu(self) -> None:
        menu = QMenu(self._ui.change_session)
        self._actions: dict[str, QAction] = {}
        for name, text, call in (
            ("edit", self.tr("&Date and time\tF2"), lambda: self._ui.sessions.edit_cell("date")),
            ("postpone", self.tr("&Postpone, new date…"), self._postpone),
            ("cancel", self.tr("&Cancel this session"), self._cancel),
            ("take_up", self.tr("&Goes ahead after all"), self._take_up),
            ("needs", self.tr("Write down &needs…"), self._write_needs),
            ("remove", self.tr("&Remove\tDel"), lambda: self._remove(self._ui.sessions.chosen_rows())),
        ):
            action = menu.addAction(text)
            action.triggered.connect(lambda _checked=False, call=call: call())
            self._actions[name] = action
        menu.aboutToShow.connect(self._offer)
        self._ui.change_session.setMenu(menu)

    # --- showing

    def forget(self) -> None:
        """Another workshop is coming."""
        self._fresh = True
        self._ui.sessions_refusal.take_back()

    def show(self, page: WorkshopPage) -> None:
        """Show a workshop's sessions; of a new one the session that is next is chosen."""
        self._ui.sessions.show_rows(page.sessions)
        if self._preferred in {row.id for row in page.sessions}:
            self._ui.tabs.setCurrentWidget(self._ui.sessions_tab)
            self._ui.sessions.choose(self._preferred)
            self._ui.sessions.setFocus(Qt.FocusReason.OtherFocusReason)
            self._preferred = None
        elif self._fresh and page.sessions:
            self._ui.sessions.choose(self._next(page.sessions).id)
        self._fresh = False
        self._ui.change_session.setEnabled(bool(page.sessions))
        self._ui.session_area.setVisible(bool(page.sessions))
        self._show_session()

    def prefer(self, session: int) -> None:
        """Go to that session as soon as its workshop is shown."""
        self._preferred = session
        self._page.read()

    def current(self) -> int | None:
        """The id of the chosen session."""
        row = self._ui.sessions.current_row()
        return row.id if row is not None else None

    def chosen(self) -> tuple[int, ...]:
        """The ids of all chosen sessions."""
        return tuple(row.id for row in self._ui.sessions.chosen_rows()) or tuple(
            key for key in (self.current(),) if key is not None
        )

    def _next(self, rows: tuple[SessionRow, ...]) -> SessionRow:
        """Today's session, else the first one to come, else the last."""
        today = self._page.context.now().date().isoformat()
        going = [row for row in rows if row.status in (vocabulary.PLANNED, vocabulary.HELD)]
        return next((row for row in going if row.starts_at[:10] >= today), (going or list(rows))[-1])

    def _show_session(self) -> None:
        row = self._ui.sessions.current_row()
        if row is None:
            self._form.clear()
            return
        text = self.tr("Session {number} · {date} {time}")
        self._heading.setText(text.format(number=row.number, date=_date(row), time=_time(row)))
        if self._form.key != row.id:
            self._form.load(row.id)

    def _moved(self, row: SessionRow) -> str:
        if not row.moved_from:
            return row.reason
        text = self.tr("Moved; first planned for {date}").format(date=show_date(row.moved_from[:10]))
        return f"{text}\n{row.reason}" if row.reason else text

    # --- writing

    def _offer(self) -> None:
        row = self._ui.sessions.current_row()
        status = row.status if row is not None else ""
        gone = status in (vocabulary.CANCELLED, vocabulary.POSTPONED)
        self._actions["take_up"].setVisible(gone)
        self._actions["cancel"].setVisible(status != vocabulary.CANCELLED)
        self._actions["postpone"].setVisible(status != vocabulary.POSTPONED)

    def _add(self) -> None:
        workshop = self._page.key
        if workshop is None:
            return
        today = self._page.context.now().date().isoformat()

        def show(changes: Changes) -> None:
            self._ui.sessions.setFocus(Qt.FocusReason.OtherFocusReason)
            if changes.subject is not None:
                self._ui.sessions.choose(changes.subject, 1)

        self._page.write(
            ADDING["sessions"],
            lambda uow: sessions.add_next(uow, workshop, today),
            self._ui.sessions_refusal,
            done=show,
        )

    def _postpone(self) -> None:
        session = self.current()
        if session is not None:
            self._page.write(
                POSTPONE,
                lambda uow: sessions.postpone(uow, session),
                self._ui.sessions_refusal,
                done=lambda _changes: self._ui.sessions.edit_cell("date"),
            )

    def _write_needs(self) -> None:
        session = self.current()
        if session is not None:
            self._page.context.navigator.needs_wanted.emit(NeedsWish(session=session))

    def _cancel(self) -> None:
        session = self.current()
        if session is not None:
            self._page.write(
                CANCEL,
                lambda uow: sessions.cancel(uow, session),
                self._ui.sessions_refusal,
                done=lambda _changes: self._form.editors["reason"].setFocus(Qt.FocusReason.OtherFocusReason),
            )

    def _take_up(self) -> None:
        session = self.current()
        if session is not None:
            self._page.write(TAKE_UP, lambda uow: sessions.take_up(uow, session), self._ui.sessions_refusal)

    def _remove(self, rows: tuple[SessionRow, ...]) -> None:
        def remove(uow: UnitOfWork) -> Changes:
            for row in rows:
                records.remove(uow, "sessions", row.id)
            return uow.changes()

        self._page.write(REMOVING["sessions"], remove, self._ui.sessions_refusal)

    def _on_edited(self, row: SessionRow, name: str, value: Any) -> None:
        def again(_error: AppError) -> None:
            self._ui.sessions.retry(row.id, name, value)

        label = MOVE if name == "date" else CHANGING["sessions"]
        self._page.write(label, lambda uow: _edit(uow, row, name, str(value)), self._ui.sessions_refusal, failed=again)


def _edit(uow: UnitOfWork, row: SessionRow, name: str, value: str) -> Changes:
    """Store an edited cell."""
    if name == "date":
        return sessions.set_date(uow, row.id, value)
    if name == "time":
        start, _, end = _PARTED.sub("–", value.strip()).partition("–")
        return sessions.set_clock(uow, row.id, start, end)
    if name == "venue":
        # An address is the link of an online session, whatever cell it is typed in.
        return records.change(uow, "sessions", row.id, {"link" if value.startswith("http") else "venue": value})
    return records.change(uow, "sessions", row.id, {name: value})


def _date(row: SessionRow) -> str:
    return show_date(row.starts_at[:10])


def _time(row: SessionRow) -> str:
    return "–".join(time for time in (row.starts_at[11:16], row.ends_at[11:16]) if time)


def _people(row: SessionRow) -> str:
    """Who took part of those on the roster; – while nobody is marked, and for a cancelled session."""
    if not row.marked or row.status == vocabulary.CANCELLED:
        return "–"
    return f"{row.attended}/{row.listed}"
