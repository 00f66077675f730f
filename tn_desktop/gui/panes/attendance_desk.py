"""Turns what the keys ask for into marks: the cursor, the letters, walk-ins and typing in from paper."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from tn_desktop.gui.context import Context
from tn_desktop.gui.forms.attendance import Ui_Attendance
from tn_desktop.gui.models.attendance_marks import Index, MarksModel
from tn_desktop.gui.models.roster import NAME, STATUS, RosterModel
from tn_desktop.gui.widgets.attendance_keys import Act, Wish
from tn_desktop.gui.widgets.attendance_marking import Marking
from tn_desktop.gui.widgets.attendance_menu import marks_menu
from tn_desktop.gui.widgets.attendance_paper import PaperList, preview, understand
from tn_desktop.gui.widgets.attendance_view import MarkView
from tn_desktop.gui.widgets.attendance_walkin import Offers
from tn_desktop.gui.widgets.attendance_words import mode_word, status_word
from tn_desktop.model.vocabulary import LATE


class Desk(QObject):
    """Where attendance is taken.

    Attributes:
        view: the roster or the grid, whichever is shown.
        typed: the letters, as typed.
        walking_in: somebody who is not on the list is being typed, by her own wish and not since nobody matched.
        on_paper: marks are being typed in from the sheet.

    Signals:
        asked(Act): something that is not the desk's own: print, copy, curtain.
        left: Esc with nothing typed.
        moved: another session, page or mode is shown.
        edited: the field for the minutes was closed.
    """

    asked = Signal(object)
    left = Signal()
    moved = Signal()
    edited = Signal()

    def __init__(self, ui: Ui_Attendance, marking: Marking, context: Context, pane: QWidget) -> None:
        super().__init__(pane)
        self._ui, self._marking, self._pane = ui, marking, pane
        self._offers = Offers(ui.walkIns, context.tasks, marking)
        self.view: MarkView = ui.roster
        self.typed = ""
        self.walking_in = self.on_paper = False
        self._just_late: tuple[int, int] | None = None
        self._back_to: int | None = None
        self._last_column = 0
        self._acts: dict[Act, Callable[[str], None]] = {
            Act.MARK: self._mark,
            Act.CLEAR: self._clear,
            Act.MODE: self._toggle_mode,
            Act.LETTERS: lambda text: self.type(self.typed + text),
            Act.ERASE: lambda _text: self.type(self.typed[:-1]),
            Act.ESCAPE: self._escape,
            Act.ENTER: self._enter,
            Act.MOVE: self._move,
            Act.SIDE: self._side,
            Act.REMAINING: lambda _text: self.mark_remaining(),
            Act.WALK_IN: lambda _text: self.walk_in(),
            Act.PAPER: lambda _text: self.use_paper(not self.on_paper),
        }
        for view in (ui.roster, ui.grid, ui.walkIns):
            view.wished.connect(self.do)
            view.composing.connect(lambda held: ui.letters.show_letters(self.typed, held))
        for table in (ui.roster, ui.grid):
            # Not a queued connection: the editor it would carry is gone by then.
            table.itemDelegate().closeEditor.connect(lambda: QTimer.singleShot(0, self, self._on_editor_closed))
            table.clicked.connect(self._on_clicked)
        ui.walkIns.clicked.connect(lambda _index: self._enter(""))
        ui.walkInRow.clicked.connect(self.walk_in)
        ui.paper.wished.connect(self.do)
        ui.paper.entered.connect(self._enter_paper)
        ui.paper.textChanged.connect(lambda _text: self._preview_paper())

    # --- what is shown

    @property
    def model(self) -> MarksModel:
        """The roster or the grid."""
        return self.view.marks

    @property
    def session(self) -> int | None:
        """The session that marks are for: the cursor's, or where it was while nobody is shown."""
        return self.model.session_at(self._place)

    @property
    def _place(self) -> int:
        here = self.view.currentIndex()
        if here.isValid():
            self._last_column = here.column()
        return self._last_column

    @property
    def person(self) -> int | None:
        """Who the cursor is on; None where nobody is shown."""
        found = self.model.person_at(self.view.currentIndex())
        return None if found is None else found.person_id

    def start(self, view: MarkView, column: int) -> None:
        """Begin with a board that was just loaded, at the first unmarked person."""
        self.view = view
        self.typed, self.walking_in, self._just_late = "", False, None
        self._ui.letters.show_letters("")
        self._last_column = column
        self.view.place_cursor(0, column)
        session = self.session
        if session is not None:
            self._go_to(self.model.board.next_unmarked(-1, session))
        self.show_page()
        focus = QApplication.focusWidget()
        if focus is None or self._pane.isAncestorOf(focus):
            self.take_keys()

    def keep_place(self, refresh: Callable[[], None]) -> None:
        """Let the model change and put the cursor back to where it was."""
        person, session, row = self.person, self.session, self.view.currentIndex().row()
        refresh()
        column = 0
        if session is not None and self.model.board.head(session) is not None:
            column = self._column(session)
        found = self.model.board.row_of(person) if person is not None else -1
        self.view.place_cursor(found if found >= 0 else row, column)
        self.show_page()

    def show_page(self) -> None:
        """Show the table, the walk-ins or what an empty list says, and give it the keys."""
        ui, nobody = self._ui, not self.model.board.people
        if self.suggesting:
            page: QWidget = ui.walkIns
        elif nobody:
            page = ui.empty
        else:
            page = self.view
        focus = QApplication.focusWidget()
        # Whoever is typing into the window's search, or has gone on to a button, is not called back.
        ours = focus is None or focus in (self._pane, ui.paper) or ui.pages.isAncestorOf(focus)
        ui.pages.setCurrentWidget(page)
        ui.letters.setVisible(not self.on_paper)
        ui.paper.setVisible(self.on_paper)
        if ours:
            self.take_keys()
        self.moved.emit()

    def take_keys(self) -> None:
        """Give the keys to what is shown."""
        page = self._ui.pages.currentWidget()
        if self.on_paper:
            self._ui.paper.setFocus()
        elif page is self._ui.empty:
            self._pane.setFocus()
        elif page is not None:
            page.setFocus()

    @property
    def suggesting(self) -> bool:
        """Whether a walk-in is being typed."""
        return self.walking_in or (bool(self.typed.strip()) and not self.model.board.visible)

    # --- wishes

    def do(self, wish: Wish) -> None:
        """Do what a key asks for, be it pressed in the list or on a button."""
        focus = QApplication.focusWidget()
        if focus is not None and self._pane.isAncestorOf(focus) and not self._ui.pages.isAncestorOf(focus):
            self.take_keys()
        if wish.act is not Act.ENTER:
            if wish.act is not Act.NOTHING:
                self._just_late = None
            self._ui.problem.tell("")
        act = self._acts.get(wish.act)
        if act is not None:
            act(wish.text)
        elif wish.act is not Act.NOTHING:
            self.asked.emit(wish.act)

    def type(self, letters: str) -> None:
        """The letters that narrow the list, or name a walk-in, are these now."""
        letters = letters.lstrip()
        if letters == self.typed:
            return
        self.typed = letters
        self._ui.letters.show_letters(letters)
        session = self.session
        if not self.walking_in:
            column = self._place
            person = self.person
            self.model.narrow(letters)
            row = self.model.board.row_of(person) if not letters.strip() and person is not None else -1
            if row < 0 and session is not None:
                row = self.model.board.best_row(session)
            self.view.place_cursor(row, column)
        if self.suggesting:
            self._suggest()
        self.show_page()

    def walk_in(self) -> None:
        """Type somebody who is not on the list; letters typed already are her name."""
        if self.on_paper:
            self.use_paper(False)
        self.walking_in = True
        self._suggest()
        self._ui.walkIns.choose(0)
        self.show_page()

    def use_paper(self, wanted: bool) -> None:
        """Begin or end typing in from the sheet."""
        self._forget_letters()
        self.on_paper = wanted and bool(self.model.board.people)
        self._ui.paper.clear()
        self.show_page()

    def mark_remaining(self) -> None:
        """Mark whoever is unmarked present; from paper, do first what is typed."""
        session = self.session
        if session is None or (self.on_paper and not self._enter_paper()):
            return
        self._forget_letters()
        if self.model.board.tally(session)[None]:
            self._marking.mark_remaining(session)
        else:
            self._ui.last.say(self.tr("Everybody is marked."))
        self.show_page()

    def _mark(self, status: str) -> None:
        person, session = self.person, self.session
        if self.suggesting:
            self._ui.last.say(self.tr("Nobody on the list is called that. Enter adds the name."))
        elif person is not None and session is not None:
            self._marking.mark(self.model, person, session, status)
            self._show_last(person, session)
            self._forget_letters()
            following = self.model.board.next_unmarked(person, session)
            self._go_to(person if following is None else following)
            self._just_late = (person, session) if status == LATE else None
            self.show_page()

    def _clear(self, _text: str) -> None:
        person, session = self.person, self.session
        if not self.suggesting and person is not None and session is not None:
            self._marking.clear(self.model, person, session)
            self._show_last(person, session)
            self._forget_letters()
            self._go_to(person)
            self.show_page()

    def _toggle_mode(self, _text: str) -> None:
        person, session = self.person, self.session
        if not self.suggesting and person is not None and session is not None:
            mark = self._marking.toggle_mode(self.model, person, session)
            self._show_last(person, session, mode_word(mark.mode))

    def _escape(self, _text: str) -> None:
        if self.walking_in or self.typed:
            person = self.person
            self._forget_letters()
            self._go_to(person)
            self.show_page()
        elif self.on_paper:
            self.use_paper(False)
        else:
            self.left.emit()

    def _enter(self, _text: str) -> None:
        if self.suggesting:
            self._add_walk_in()
            return
        late, self._just_late = self._just_late, None
        session = self.session
        person = late[0] if late else self.person
        if person is None or session is None:
            return
        self._back_to = self.person if late else None
        row = self.model.board.row_of(person)
        self.view.edit_minutes(self.model.index(row, self.model.columns_of(session)[0]))

    def _move(self, where: str) -> None:
        if self.suggesting:
            self._move_suggestion(where)
            return
        row, last = self.view.currentIndex().row(), self.model.rowCount() - 1
        if where == "down" and row == last:
            self.walk_in()
            return
        page = self.view.rows_a_page()
        to = {"up": row - 1, "down": row + 1, "page up": row - page, "page down": row + page, "home": 0, "end": last}
        self.view.place_cursor(to[where], self._place)
        self.moved.emit()

    def _side(self, where: str) -> None:
        here = self.view.currentIndex()
        if not isinstance(self.model, RosterModel) and here.isValid() and not self.suggesting:
            column = here.column() + (1 if where == "right" else -1)
            self.view.place_cursor(here.row(), max(0, min(column, self.model.columnCount() - 1)))
            self.moved.emit()

    # --- walk-ins

    def _suggest(self) -> None:
        self._offers.look(self.session, self.typed)

    def _move_suggestion(self, where: str) -> None:
        if not self._offers.move(where) and self.walking_in:
            self.walking_in = False
            letters, self.typed = self.typed, ""
            self.type(letters)
            self.view.place_cursor(self.model.rowCount() - 1, self._place)
            self.show_page()

    def _add_walk_in(self) -> None:
        if self._offers.add(self.session, self.typed, self._take_back):
            self._forget_letters()
            self._ui.last.say("")
            self.show_page()

    def _take_back(self, name: str) -> None:
        """A name that could not be stored is to be typed again by nobody."""
        if not self.typed and not self.on_paper:
            self.walking_in = True
            self.type(name)

    # --- paper

    def _understood(self) -> PaperList:
        board = self.model.board
        last = board.people[-1].number if board.people else 0
        return understand(self._ui.paper.text(), board.numbered, last)

    def _preview_paper(self) -> None:
        found = self._understood()
        shown = preview(found, self.model.name_of)
        self._ui.problem.tell(shown if found.problem else "")
        self._ui.last.say("" if found.problem else shown)
        if found.rows:
            self._go_to(found.rows[-1].person_id)

    def _enter_paper(self) -> bool:
        """Write what is typed; False if it cannot be understood."""
        found, session = self._understood(), self.session
        if found.problem or session is None:
            return False
        if found.marks:
            text = self._ui.paper.text()
            self._ui.paper.clear()
            self._marking.mark_list(self.model, session, found.marks, lambda: self._ui.paper.setText(text))
            self._ui.last.say(self.tr("%n mark(s) from paper", "", len(found.marks)))
            self.moved.emit()
        return True

    # --- the cursor

    def _column(self, session: int) -> int:
        return NAME if isinstance(self.model, RosterModel) else self.model.columns_of(session)[0]

    def _go_to(self, person: int | None) -> None:
        row = self.model.board.row_of(person) if person is not None else -1
        if row >= 0:
            column = NAME if isinstance(self.model, RosterModel) else self._place
            self.view.place_cursor(row, column)

    def _forget_letters(self) -> None:
        self.walking_in = False
        if self.typed:
            self.typed = ""
            self._ui.letters.show_letters("")
            column = self._place
            self.model.narrow("")
            self.view.place_cursor(0, column)

    def _show_last(self, person: int, session: int, words: str = "") -> None:
        row = self.model.board.row_of(person)
        mark = self.model.board.mark(person, session)
        late = self.tr("Enter: minutes") if mark.status == LATE and not words else ""
        said = "" if self.model.curtain else words or status_word(mark.status)
        note = "   ".join(part for part in (said, late) if part)
        saved = self.model.board.is_saved(person, session)
        name = self.model.name_of(self.model.board.person(row))
        self._ui.last.show_mark(person, name, mark.status, note, saved)

    def _on_editor_closed(self) -> None:
        if self.view.editing:
            return
        back, self._back_to = self._back_to, None
        self._go_to(self.person if back is None else back)
        self.take_keys()
        self.edited.emit()

    def _on_clicked(self, index: Index) -> None:
        """With the mouse: a click on a mark offers the marks."""
        if isinstance(self.model, RosterModel) and index.column() != STATUS:
            return
        menu = marks_menu(self.view, self.do)
        rect = self.view.visualRect(self.view.model().index(index.row(), index.column()))
        menu.popup(self.view.viewport().mapToGlobal(rect.bottomLeft()))
