"""Writes marks: shown at once as on their way, and as saved when they are on disk."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Signal

from tn_desktop.gui.context import Context
from tn_desktop.gui.models.attendance_board import Mark
from tn_desktop.gui.models.attendance_marks import MarksModel
from tn_desktop.model.changes import Changes
from tn_desktop.model.errors import AppError
from tn_desktop.model.messages import QT_TRANSLATE_NOOP
from tn_desktop.model.vocabulary import IN_PERSON, LATE, ONLINE, PRESENT
from tn_desktop.services import attendance
from tn_desktop.store.unit_of_work import UnitOfWork

MARKED = QT_TRANSLATE_NOOP("history", "Attendance marked")
CLEARED = QT_TRANSLATE_NOOP("history", "Mark cleared")
MODE_SET = QT_TRANSLATE_NOOP("history", "Mode of taking part set")
REST_MARKED = QT_TRANSLATE_NOOP("history", "The rest marked present")
PAPER_MARKED = QT_TRANSLATE_NOOP("history", "Marks typed in from paper")
WALK_IN_ADDED = QT_TRANSLATE_NOOP("history", "Walk-in added")

Service = Callable[[UnitOfWork], Changes]


class Marking(QObject):
    """Hands every mark to the writing thread, in the order of the keys.

    Signals:
        saved(int, int, object): the Mark of that person at that session is on disk.
        refused(object): an AppError; what is shown is what is stored again.
        told(Changes): a step of many marks, or a walk-in, is on disk.
    """

    saved = Signal(int, int, object)
    refused = Signal(object)
    told = Signal(object)

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = context.tasks
        self._waiting = 0
        self._outlived = 0

    @property
    def outlived(self) -> bool:
        """Whether something is still on its way that was marked on a board no longer shown."""
        return self._outlived > 0

    def forget_board(self) -> None:
        """Another board is shown now; what is on its way concerns the one before."""
        self._outlived = self._waiting

    def mark(self, model: MarksModel, person: int, session: int, status: str, minutes: int | None = None) -> None:
        """Mark somebody. A late person's minutes stay unless given."""
        mark = model.board.marked(person, session, status, minutes)
        self._write(
            model,
            person,
            session,
            mark,
            MARKED,
            lambda uow: attendance.mark(uow, session, person, status, mode=mark.mode, minutes=mark.minutes),
        )

    def set_minutes(self, model: MarksModel, person: int, session: int, minutes: int | None) -> None:
        """Note how late somebody came."""
        mark = Mark(LATE, model.board.marked(person, session, LATE).mode, minutes)
        self._write(
            model,
            person,
            session,
            mark,
            MARKED,
            lambda uow: attendance.mark(uow, session, person, LATE, mode=mark.mode, minutes=minutes),
        )

    def clear(self, model: MarksModel, person: int, session: int) -> None:
        """Take somebody's mark back."""
        mark = Mark(None, model.board.mark(person, session).mode)
        self._write(model, person, session, mark, CLEARED, lambda uow: attendance.clear_mark(uow, session, person))

    def toggle_mode(self, model: MarksModel, person: int, session: int) -> Mark:
        """Turn in person into online and back; returns what is shown now."""
        held = model.board.mark(person, session)
        mode = IN_PERSON if (held.mode or model.board.own_mode(session)) == ONLINE else ONLINE
        mark = Mark(held.status, mode, held.minutes)
        self._write(model, person, session, mark, MODE_SET, lambda uow: attendance.set_mode(uow, session, person, mode))
        return mark

    def mark_list(
        self, model: MarksModel, session: int, marks: Mapping[int, str], lost: Callable[[], None] | None = None
    ) -> None:
        """Marks typed in from paper, in one step; `lost` is called when none of them could be stored."""
        shown = {person: model.board.marked(person, session, status) for person, status in marks.items()}
        tokens = {person: model.put(person, session, mark) for person, mark in shown.items()}

        def settle(stored: bool) -> None:
            for person, token in tokens.items():
                model.settle(person, session, token, stored)
                if stored:
                    self.saved.emit(person, session, shown[person])

        self._hand_over(PAPER_MARKED, lambda uow: attendance.mark_list(uow, session, marks), settle, lost)

    def mark_remaining(self, session: int) -> None:
        """Mark everybody present who is unmarked when this is written."""
        self._hand_over(REST_MARKED, lambda uow: attendance.mark_remaining(uow, session, PRESENT))

    def add_known(self, session: int, person: int) -> None:
        """Put a known person onto the roster, present."""
        self._hand_over(WALK_IN_ADDED, lambda uow: attendance.add_walk_in(uow, session, person))

    def add_new(self, session: int, name: str, lost: Callable[[], None]) -> None:
        """Make a person of a typed name and put her onto the roster, present; `lost` if that could not be stored."""
        self._hand_over(WALK_IN_ADDED, lambda uow: attendance.add_new_walk_in(uow, session, name), lost=lost)

    def _write(self, model: MarksModel, person: int, session: int, mark: Mark, label: str, service: Service) -> None:
        token = model.put(person, session, mark)

        def settle(stored: bool) -> None:
            model.settle(person, session, token, stored)
            if stored:
                self.saved.emit(person, session, mark)

        self._hand_over(label, service, settle)

    def _hand_over(
        self,
        label: str,
        service: Service,
        settle: Callable[[bool], None] | None = None,
        lost: Callable[[], None] | None = None,
    ) -> None:
        self._waiting += 1

        def done(changes: Changes) -> None:
            self._arrived()
            if settle is None:
                self.told.emit(changes)
            else:
                settle(True)

        def failed(error: AppError) -> None:
            self._arrived()
            if settle is not None:
                settle(False)
            if lost is not None:
                lost()
            self.refused.emit(error)

        self._tasks.write(label, service, done, failed, owner=self)

    def _arrived(self) -> None:
        self._waiting -= 1
        self._outlived = max(0, self._outlived - 1)
