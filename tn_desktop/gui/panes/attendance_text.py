"""Sentences about a session: its title, and the reminder for those who did not come."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from tn_desktop.gui.context import translate
from tn_desktop.gui.models.attendance_board import Board
from tn_desktop.model.vocabulary import ABSENT, SESSION_MODE, word
from tn_desktop.services.rosters import SessionHead


def date_and_time(moment: str) -> str:
    """14.03.2026 13:00 of ISO text; "" of ""."""
    return datetime.fromisoformat(moment).strftime("%d.%m.%Y %H:%M") if moment else ""


def session_title(head: SessionHead) -> str:
    """Attendance · workshop."""
    return " · ".join(part for part in (QCoreApplication.translate("Attendance", "Attendance"), head.workshop) if part)


def session_line(head: SessionHead) -> str:
    """Number · date and time · title of the session · mode · place, and whether it is a roster of several lists."""
    number = QCoreApplication.translate("Attendance", "session {number}").format(number=head.number)
    mode = word(SESSION_MODE, head.mode, translate)
    lists = QCoreApplication.translate("Attendance", "{number} lists as one").format(number=head.rosters)
    as_one = lists if head.rosters > 1 else ""
    parts = (number, date_and_time(head.starts_at), as_one, head.title, mode, head.venue)
    return " · ".join(part for part in parts if part)


def reminder(board: Board, head: SessionHead) -> tuple[str, int]:
    """A message with the names of those absent or not marked, and how many they are."""
    names = [person.name for person in board.people if board.mark(person.person_id, head.id).status in (ABSENT, None)]
    missed = QCoreApplication.translate("Attendance", "We missed you:")
    number = QCoreApplication.translate("Attendance", "session {number}").format(number=head.number)
    first = ", ".join(part for part in (head.workshop, number, date_and_time(head.starts_at)) if part)
    return "\n".join((first, missed, *(f"• {name}" for name in names))), len(names)
