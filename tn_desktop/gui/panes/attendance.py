"""Attendance: the roster of one session, or all sessions of a workshop at once. Every mark is on disk at once."""

from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from tn_desktop.gui.context import Context, NeedsWish, sentence
from tn_desktop.gui.export_noting import Leaving, copy_text
from tn_desktop.gui.forms.attendance import Ui_Attendance
from tn_desktop.gui.models import grid as grids
from tn_desktop.gui.models import roster as rosters
from tn_desktop.gui.models.attendance_board import Board, Mark
from tn_desktop.gui.models.attendance_marks import MarksModel
from tn_desktop.gui.panes.attendance_desk import Desk
from tn_desktop.gui.panes.attendance_slip import SlipKeeper
from tn_desktop.gui.panes.attendance_text import date_and_time, reminder, session_line, session_title
from tn_desktop.gui.widgets.agenda_now import AgendaNow
from tn_desktop.gui.widgets.attendance_keys import Act, KeyWishes, Wish
from tn_desktop.gui.widgets.attendance_marking import Marking
from tn_desktop.gui.widgets.look import larger, roomy
from tn_desktop.model.changes import Changes
from tn_desktop.model.errors import AppError
from tn_desktop.model.messages import QT_TRANSLATE_NOOP
from tn_desktop.model.vocabulary import CANCELLED
from tn_desktop.services import attendance, enrolling, export_log, workshops
from tn_desktop.services.rosters import Grid, Roster, SessionHead

SHOWN = ("attendance", "enrolment", "person", "workshop_session", "workshop", "same_as")
"""Tables whose changes show here."""
LOW = 430
"""Height in pixels below which the line of keys gives its room to the list."""


class AttendancePane(KeyWishes, QWidget):
    """Takes attendance by keys alone.

    Signals:
        closed: Esc with nothing typed, or the button: back to where one came from.
        saved(int, int, object): the Mark of a person at a session is on disk, and is shown so.
        wished(Wish), composing(str): see KeyWishes; from the buttons, which have no use for letters.
    """

    closed = Signal()
    saved = Signal(int, int, object)
    wished = Signal(object)
    composing = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._scope = ("session", 0)
        self._reading = self._loaded = self._stale = False
        self.ui = Ui_Attendance()
        self.ui.setupUi(self)
        roomy(self)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        self._roster, self._grid = rosters.RosterModel(), grids.GridModel()
        for view, model in ((self.ui.roster, self._roster), (self.ui.grid, self._grid)):
            view.setModel(model)
            model.setParent(self)
            model.minutes_written.connect(self._on_minutes)
        larger(self.ui.title, 1.2, bold=True)
        larger(self.ui.remainingButton, 1.0, bold=True)
        larger(self.ui.paper, 1.3)
        larger(self.ui.backButton, 1.4, bold=True)
        self.ui.welcome.hide()
        self.now = AgendaNow(context)
        self.ui.column.insertWidget(self.ui.column.indexOf(self.ui.welcome) + 1, self.now)
        self.marking = Marking(context, self)
        self.slips = SlipKeeper(context, self)
        self.slips.told.connect(self.ui.last.say)
        self.slips.signed.connect(self._show_signed)
        self.desk = Desk(self.ui, self.marking, context, self)
        self._actions = self._make_actions()
        self.ui.buttons.show_actions(list(self._actions.values()))
        self._connect()
        self._retranslate()

    def open_session(self, session: int) -> None:
        """Take attendance of one session."""
        self._open("session", session)

    def open_grid(self, workshop: int) -> None:
        """Take attendance of all sessions of a workshop."""
        self._open("workshop", workshop)

    def export_scope(self) -> tuple[str, int]:
        """What Ctrl+E exports: the session, or the workshop of the grid."""
        return self._scope

    def import_target(self) -> tuple[str, int] | None:
        """Where a pasted list goes: the workshop."""
        head = next(iter(self._model.board.sessions), None)
        return ("workshop", head.workshop_id) if head is not None else None

    def keys_are_elsewhere(self) -> bool:
        return self.desk.view.editing

    # --- reading

    def _open(self, kind: str, key: int) -> None:
        self._scope, self._loaded = (kind, key), False
        self._actions["unsigned"].setChecked(False)
        self.marking.forget_board()
        self.ui.problem.tell("")
        self.ui.last.say("")
        self.desk.on_paper = False
        self._model.load(Board())
        self._read()

    @property
    def _model(self) -> MarksModel:
        return self._roster if self._scope[0] == "session" else self._grid

    def _read(self) -> None:
        kind, key = self._scope
        self._reading = True
        service: Any = attendance.roster if kind == "session" else attendance.grid
        self._context.tasks.read(
            lambda connection: service(connection, key),
            self._on_read,
            self._on_read_refused,
            owner=self,
            channel="board",
        )

    def _on_read(self, found: Roster | Grid) -> None:
        self._reading = False
        if self.desk.view.editing:
            # What is being typed would be lost with its row; it is read again afterwards.
            self._stale = True
            return
        sessions: tuple[SessionHead, ...] = (found.head,) if isinstance(found, Roster) else found.sessions
        marks = rosters.marks_of(found) if isinstance(found, Roster) else grids.marks_of(found)
        model = self._model
        if self._loaded:
            self.desk.keep_place(lambda: model.refresh(sessions, found.rows, marks))
            self.ui.roster.fit_columns()
            self.slips.look([person.person_id for person in found.rows])
            return
        self._loaded = True
        model.load(Board(sessions, found.rows, marks))
        view = self.ui.roster if model is self._roster else self.ui.grid
        self.desk.start(view, rosters.NAME if model is self._roster else self._today(sessions))
        self.ui.roster.fit_columns()
        self.slips.look([person.person_id for person in found.rows])

    def _show_signed(self, signed: frozenset[int]) -> None:
        """Show who signed a slip; while only the others are shown, whoever signs leaves the list."""
        model, only = self._model, self._actions["unsigned"].isChecked()
        if only and self.desk.view.editing:
            self._stale = True
        elif only or model.board.only_unsigned:
            self.desk.keep_place(lambda: model.show_signed(signed, only_unsigned=only))
        else:
            model.show_signed(signed, only_unsigned=False)
        self._show_state()

    def _today(self, sessions: tuple[SessionHead, ...]) -> int:
        """The column of the first session that is not over: the one to mark, most likely."""
        today = self._context.now().date().isoformat()
        later = (place for place, head in enumerate(sessions) if head.starts_at[:10] >= today)
        return next(later, max(0, len(sessions) - 1))

    def _on_edited(self) -> None:
        """Read what changed while it could not be shown."""
        if self._stale:
            self._stale = False
            self._read()

    def _on_read_refused(self, error: AppError) -> None:
        self._reading = False
        self.ui.problem.tell(sentence(error))

    def _on_changed(self, changes: Changes, owner: object) -> None:
        if not changes.touches(*SHOWN) or not self._scope[1]:
            return
        if not self.isVisible():
            self._stale = True
            return
        single = owner is self.marking and not changes.told and not self.marking.outlived
        # What is being read now may lack a mark that has just arrived.
        if not single or self._reading:
            self._read()

    # --- what came of a mark

    def _on_saved(self, person: int, session: int, mark: Mark) -> None:
        self.ui.last.settle(person)
        self.saved.emit(person, session, mark)

    def _on_refused(self, error: AppError) -> None:
        self.ui.last.say("")
        self.ui.problem.tell(sentence(error))
        self._read()

    def _on_told(self, changes: Changes) -> None:
        count, person = changes.told.get("count"), changes.told.get("person")
        if isinstance(count, int):
            self.ui.last.say(self.tr("%n person(s) marked present. Undo: Ctrl+Z", "", count))
        elif isinstance(person, int):
            self.ui.last.say(self.tr("Added, present. Undo: Ctrl+Z"))

    def _on_minutes(self, person: int, session: int, minutes: int | None) -> None:
        self.marking.set_minutes(self._model, person, session, minutes)

    # --- buttons

    def _make_actions(self) -> dict[str, QAction]:
        asked = {
            "paper": lambda: self.desk.use_paper(not self.desk.on_paper),
            "curtain": lambda: self._ask(Act.CURTAIN),
            "copy": lambda: self._ask(Act.COPY),
            "print": lambda: self._ask(Act.PRINT),
            "export": lambda: self._context.navigator.export_wanted.emit(self.export_scope()),
            "needs": self._write_needs,
            "slip": self._choose_slip,
            "unsigned": lambda: self._show_signed(self._model.board.signed or frozenset()),
        }
        actions = {}
        for name, slot in asked.items():
            actions[name] = action = QAction(self, checkable=name in ("paper", "curtain", "unsigned"))
            action.triggered.connect(slot)
        return actions

    def _connect(self) -> None:
        ui = self.ui
        self.marking.saved.connect(self._on_saved)
        self.marking.refused.connect(self._on_refused)
        self.marking.told.connect(self._on_told)
        self.desk.asked.connect(self._ask)
        self.desk.left.connect(self.closed)
        self.desk.moved.connect(self._show_state)
        self.desk.edited.connect(self._on_edited)
        self.wished.connect(self.desk.do)
        self._context.tasks.changed.connect(self._on_changed)
        self._context.curtain.changed.connect(self._draw_curtain)
        for model in (self._roster, self._grid):
            model.dataChanged.connect(self._show_counts)
            model.dataChanged.connect(lambda: self.ui.hint.show_text(self._hint()))
        ui.backButton.clicked.connect(self.closed)
        ui.remainingButton.clicked.connect(lambda: self.desk.do(Wish(Act.REMAINING)))
        ui.grid.clicked.connect(lambda _index: self._show_state())
        ui.enrolButton.clicked.connect(self._enrol_members)
        ui.importButton.clicked.connect(self._import)

    def _ask(self, act: Act) -> None:
        if act is Act.PRINT:
            self._context.navigator.print_wanted.emit(tuple(head.id for head in self._model.board.sessions))
        elif act is Act.COPY:
            self._copy_reminder()
        elif act is Act.CURTAIN:
            self._context.curtain.draw(not self._context.curtain.drawn)
        elif act is Act.SLIP:
            self._record_slip()

    def _record_slip(self) -> None:
        """The person under the cursor signed her slip."""
        person, head = self._model.person_at(self.desk.view.currentIndex()), self._head()
        if person is not None and head is not None and not self.desk.suggesting:
            self.slips.record(person.person_id, "" if self._model.curtain else person.name, head)

    def _choose_slip(self) -> None:
        self.slips.choose(self, self.ui.buttons.mapToGlobal(self.ui.buttons.rect().topLeft()))

    def _write_needs(self) -> None:
        """Write down what is raised in this session, and count the votes on it."""
        head = self._head()
        if head is not None:
            self._context.navigator.needs_wanted.emit(NeedsWish(session=head.id))

    def _copy_reminder(self) -> None:
        head = self._head()
        if head is None:
            return
        text, count = reminder(self._model.board, head)
        copy_text(self._context, text, Leaving(export_log.REMINDER, count))
        self.ui.last.say(self.tr("%n name(s) copied, ready to paste", "", count))

    def _draw_curtain(self, drawn: bool) -> None:
        for model in (self._roster, self._grid):
            self.desk.keep_place(lambda model=model: model.draw_curtain(drawn))  # type: ignore[misc]
        self.ui.walkIns.offers.curtain = drawn
        self.ui.last.say("")
        self.ui.roster.fit_columns()
        self._show_state()

    def _enrol_members(self) -> None:
        head = next(iter(self._model.board.sessions), None)
        if head is not None:
            self._context.tasks.write(
                QT_TRANSLATE_NOOP("history", "Members put onto the list"),
                lambda uow: enrolling.enrol(
                    uow, head.workshop_id, workshops.members_of_communities(uow.connection, head.workshop_id)
                ),
                done=self._on_enrolled,
                owner=self,
            )

    def _on_enrolled(self, changes: Changes) -> None:
        if not changes:
            self.ui.problem.tell(
                self.tr("The workshop's communities have no members yet. Import a list, or type names.")
            )

    def _import(self) -> None:
        target = self.import_target()
        if target is not None:
            self._context.navigator.import_wanted.emit((None, target))

    # --- showing

    def _show_state(self) -> None:
        ui, curtain, head = self.ui, self._model.curtain, self._head()
        if head is not None:
            self._show_title(head)
        self.now.follow(head.id if head is not None and self.height() >= LOW else None)
        ui.head.setVisible(not curtain)
        ui.welcome.setVisible(curtain)
        ui.hint.show_text(self._hint())
        ui.hint.setVisible(self.height() >= LOW and not curtain)
        self._actions["curtain"].setChecked(curtain)
        self._actions["paper"].setChecked(self.desk.on_paper)
        self._actions["unsigned"].setEnabled(not curtain)
        self._actions["unsigned"].setText(
            self.tr("%n without a slip", "", 0 if curtain else self._model.board.unsigned)
        )
        self._show_counts()

    def _show_title(self, head: SessionHead) -> None:
        """Two lines; one where the window is low."""
        ui, low = self.ui, self.height() < LOW
        title, when = session_title(head), session_line(head)
        ui.title.show_text(f"{date_and_time(head.starts_at)} · {head.workshop}" if low else title)
        ui.when.show_text(when)
        ui.when.setVisible(not low)
        room = self.width() - 110 - max(ui.title.fontMetrics().horizontalAdvance(title), 200)
        ui.counts.use_words(ui.counts.width_with_words() < (self.width() * 0.4 if low else room))

    def _show_counts(self) -> None:
        ui, head = self.ui, self._head()
        if head is None:
            return
        tally = self._model.board.tally(head.id)
        ui.counts.show_tally(tally)
        ui.welcome.show_session(head.workshop, date_and_time(head.starts_at), tally)
        left = tally[None]
        ui.remainingButton.setEnabled(bool(left))
        ui.remainingButton.setVisible(bool(self._model.board.people))
        words = self.tr("Mark the remaining %n present", "", left) if left else self.tr("Everybody is marked")
        ui.remainingButton.setText(f"{words}   Ctrl+Enter" if left else words)

    def _head(self) -> SessionHead | None:
        """The session that marks are for."""
        session = self.desk.session
        return None if session is None else self._model.board.head(session)

    def _hint(self) -> str:
        if self.desk.on_paper:
            return self.tr(
                "K present  G late  M excused  Y absent (a number alone: absent)   Enter: mark   "
                "Ctrl+Enter: mark, the rest present   Esc: back"
            )
        if self.desk.suggesting:
            return self.tr("Enter: add as a new person   ↓: choose a known person   Esc: back to the list")
        head = self._head()
        if head is not None and head.status == CANCELLED:
            return self.tr("This session is cancelled: marks are kept, and do not count.")
        undecided = 0 if head is None else self._model.board.undecided(head.id)
        if undecided:
            return self.tr("≠ %n mark(s) differ between the lists of this session: 1–4 decides", "", undecided)
        keys = self.tr("1 present   2 late   3 excused   4 absent   5 in person/online   6 slip   0 clear")
        move = self.tr("↑↓ ← → move") if self._model is self._grid else self.tr("↑↓ move")
        return f"{move}   {keys}"

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._on_edited()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.ui.pages.currentWidget() is not self.ui.empty or self.desk.on_paper:
            self.desk.take_keys()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_state()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.ui.retranslateUi(self)
            self._retranslate()

    def _retranslate(self) -> None:
        texts = {
            "paper": (self.tr("From paper"), self.tr("Type row numbers and letters from the signed sheet (.)")),
            "curtain": (
                self.tr("Curtain"),
                self.tr("Hide personal data while the projector shows this (Ctrl+Shift+H)"),
            ),
            "copy": (
                self.tr("Copy absentees"),
                self.tr("A reminder with the names, to paste into a message (Ctrl+Shift+C)"),
            ),
            "print": (self.tr("Print"), self.tr("Print the sheet (Ctrl+P)")),
            "export": (self.tr("Excel"), self.tr("Export the attendance")),
            "slip": (self.tr("Slip (6)…"), self.tr("What she agrees to who signed the slip; 6 records it")),
            "needs": (self.tr("Needs"), self.tr("Write down what is raised here, and count votes on it")),
        }
        self._actions["unsigned"].setToolTip(self.tr("Show only those who have not signed a slip; nobody has to"))
        for name, (text, tip) in texts.items():
            self._actions[name].setText(text)
            self._actions[name].setToolTip(tip)
        self.ui.buttons.name_rest(self.tr("More"))
        self.ui.buttons.fit()
        self._show_state()
