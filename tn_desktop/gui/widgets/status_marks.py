"""How the status of a row looks: a mark, a word and a colour, never colour alone."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtGui import QColor

from tn_desktop.gui.context import translate
from tn_desktop.gui.widgets.look import is_dark
from tn_desktop.model import vocabulary
from tn_desktop.model.vocabulary import (
    ABSENT,
    ADDRESSED,
    CANCELLED,
    CHOSEN,
    DISCUSSED,
    DROPPED,
    ENROLLED,
    EXCUSED,
    HELD,
    LATE,
    PLANNED,
    POSTPONED,
    PRESENT,
    RAISED,
    WAITING,
    WITHDRAWN,
)

MARKS: Final[Mapping[str, str]] = {
    PLANNED: "○", HELD: "●", POSTPONED: "◔", CANCELLED: "✕",
    PRESENT: "✔", LATE: "◔", EXCUSED: "◇", ABSENT: "✕",
    ENROLLED: "●", WAITING: "○", WITHDRAWN: "✕",
    RAISED: "○", DISCUSSED: "◔", CHOSEN: "◆", ADDRESSED: "✔", DROPPED: "✕",
    "designed": "○", "running": "◔", "revised": "◑", "finished": "●",
    "active": "●", "dormant": "◔", "closed": "✕", "prospective": "○", "past": "✕",
}  # fmt: skip
_GREEN, _AMBER, _RED = ("#1a7f37", "#57c26d"), ("#8a5a00", "#e0a93b"), ("#b42318", "#f0857c")
_COLOURS: Final[Mapping[str, tuple[str, str]]] = {
    HELD: _GREEN, PRESENT: _GREEN, ENROLLED: _GREEN, "active": _GREEN,
    POSTPONED: _AMBER, LATE: _AMBER, WAITING: _AMBER, EXCUSED: _AMBER, "dormant": _AMBER,
    DISCUSSED: _AMBER, CHOSEN: _GREEN, ADDRESSED: _GREEN,
    "running": _AMBER, "revised": _AMBER, "finished": _GREEN,
    CANCELLED: _RED, ABSENT: _RED,
}  # fmt: skip
"""For a light and for a dark ground; each has a contrast of at least 4.5 to 1 there."""


def status_text(words: Mapping[str, str], status: str | None) -> str:
    """The mark and the word of a status; "" for none."""
    if not status:
        return ""
    return f"{MARKS.get(status, '·')} {vocabulary.word(words, status, translate)}"


def status_colour(status: str | None) -> QColor | None:
    """The colour of a status on the window's ground, or None for the usual one."""
    pair = _COLOURS.get(status or "")
    return QColor(pair[1 if is_dark() else 0]) if pair else None
