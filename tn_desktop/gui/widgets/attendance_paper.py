"""Typing marks in from the paper sheet: row numbers and letters."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from tn_desktop.gui.widgets.attendance_keys import PAPER_KEY, Act, Wish, read_key
from tn_desktop.gui.widgets.attendance_words import status_word
from tn_desktop.gui.widgets.drafted import NO_DRAFT
from tn_desktop.model.messages import QT_TRANSLATE_NOOP
from tn_desktop.model.text import fold
from tn_desktop.model.vocabulary import ABSENT, EXCUSED, LATE, PRESENT
from tn_desktop.services.rosters import RosterRow

LETTERS: Final = {
    "k": PRESENT, "g": LATE, "m": EXCUSED, "y": ABSENT,
    "p": PRESENT, "l": LATE, "e": EXCUSED, "a": ABSENT,
}  # fmt: skip
"""Katıldı, Geç, Mazeretli, Yok; present, late, excused, absent."""
ALONE: Final = ABSENT
"""What a number without a letter says: on a signed sheet it is the empty lines that one types in."""

NO_ROW = QT_TRANSLATE_NOOP("Paper", "There is no row {number}. The sheet goes from 1 to {last}.")
NO_LETTER = QT_TRANSLATE_NOOP("Paper", "“{letter}” is no mark. K present, G late, M excused, Y absent.")
NO_NUMBER = QT_TRANSLATE_NOOP("Paper", "“{letter}” needs a row number before it.")
_PART = re.compile(r"(?P<number>\d+)?\s*(?P<letters>[^\W\d_]*)")
_BETWEEN: Final = " ,;.-"


@dataclass(frozen=True)
class PaperList:
    """What was typed from paper, understood.

    Attributes:
        marks: person id -> status, in the order typed.
        rows: who they are.
        problem: English template (context "Paper") of what cannot be understood, with `values`; "" if all can.
    """

    marks: Mapping[int, str] = field(default_factory=dict)
    rows: tuple[RosterRow, ...] = ()
    problem: str = ""
    values: Mapping[str, object] = field(default_factory=dict)


def understand(text: str, numbered: Callable[[int], RosterRow | None], last: int) -> PaperList:
    """Read “3y 7y 12m 15g”, “3 7 12m”, “3y7y”: row numbers, each with a letter or none."""
    marks: dict[int, str] = {}
    rows: list[RosterRow] = []
    place = 0
    while place < len(text):
        if text[place] in _BETWEEN:
            place += 1
            continue
        part = _PART.match(text, place)
        if part is None or part.end() == place:
            return PaperList(marks, tuple(rows), NO_LETTER, {"letter": text[place]})
        place = part.end()
        letters = part["letters"]
        if part["number"] is None:
            return PaperList(marks, tuple(rows), NO_NUMBER, {"letter": letters})
        status = LETTERS.get(fold(letters)) if letters else ALONE
        if status is None:
            return PaperList(marks, tuple(rows), NO_LETTER, {"letter": letters})
        row = numbered(int(part["number"]))
        if row is None:
            return PaperList(marks, tuple(rows), NO_ROW, {"number": part["number"], "last": last})
        marks.pop(row.person_id, None)
        marks[row.person_id] = status
        rows = [held for held in rows if held.person_id != row.person_id] + [row]
    return PaperList(marks, tuple(rows))


def preview(found: PaperList, name_of: Callable[[RosterRow], str]) -> str:
    """What Enter would do, the newest first, or what is wrong."""
    if found.problem:
        return QCoreApplication.translate("Paper", found.problem).format(**found.values)
    return "  ·  ".join(
        f"{row.number} {name_of(row)} → {status_word(found.marks[row.person_id])}" for row in reversed(found.rows)
    )


class PaperField(QLineEdit):
    """Where row numbers and letters are typed.

    Signals:
        entered: Enter: do what is shown.
        wished(Wish): a key asks for something else: the rest present, leave, print …
    """

    entered = Signal()
    wished = Signal(object)

    OURS: Final = (Act.REMAINING, Act.PRINT, Act.COPY, Act.CURTAIN, Act.WALK_IN)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMaxLength(2000)
        self.setProperty(NO_DRAFT, "Enter after each row of the sheet stores its mark")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        wish = read_key(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and wish == Wish(Act.ENTER):
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() == Qt.Key.Key_Escape or (event.text() == PAPER_KEY and not self.text()):
            self.wished.emit(Wish(Act.PAPER))
        elif wish is not None and wish.act in self.OURS:
            self.wished.emit(wish)
        else:
            super().keyPressEvent(event)
            return
        event.accept()
