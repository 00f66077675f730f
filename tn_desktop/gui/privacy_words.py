"""How consents and requests are shown: a mark and a word, never colour alone."""

from typing import Final

from PySide6.QtGui import QColor

from tn_desktop.gui.context import translate
from tn_desktop.gui.widgets.editors import show_date
from tn_desktop.gui.widgets.look import good_colour, wrong_colour
from tn_desktop.model import vocabulary
from tn_desktop.model.messages import QT_TRANSLATE_NOOP
from tn_desktop.model.vocabulary import NOTICE
from tn_desktop.services.consents import GIVEN, NONE, OLD, WITHDRAWN, Standing
from tn_desktop.services.data_requests import RequestRow

SOON: Final = 7
"""Days before the end of the thirty from which a request stands out."""
_WORDS: Final = {
    NONE: QT_TRANSLATE_NOOP("PersonPrivacy", "not recorded"),
    GIVEN: QT_TRANSLATE_NOOP("PersonPrivacy", "given"),
    OLD: QT_TRANSLATE_NOOP("PersonPrivacy", "older text: ask again"),
    WITHDRAWN: QT_TRANSLATE_NOOP("PersonPrivacy", "withdrawn"),
}
_MARKS: Final = {NONE: "○", GIVEN: "✔", OLD: "◔", WITHDRAWN: "✕"}


def what_word(purpose: str) -> str:
    """A purpose, or the privacy notice where there is none."""
    if purpose:
        return vocabulary.word(vocabulary.CONSENT_PURPOSE, purpose, translate)
    return vocabulary.word(vocabulary.CONSENT_KIND, NOTICE, translate)


def state_word(standing: Standing) -> str:
    """How it stands with it."""
    return f"{_MARKS[standing.state]} {translate('PersonPrivacy', _WORDS[standing.state])}"


def state_colour(standing: Standing) -> QColor | None:
    """Its colour."""
    if standing.state == GIVEN:
        return good_colour()
    return wrong_colour() if standing.state in (OLD, WITHDRAWN) else None


def channel_word(value: str) -> str:
    """How something was given or came."""
    return vocabulary.word(vocabulary.CONSENT_CHANNEL, value or None, translate)


def request_kind(row: RequestRow) -> str:
    """What is asked for."""
    return vocabulary.word(vocabulary.REQUEST_KIND, row.kind or None, translate)


def request_status(row: RequestRow) -> str:
    """How far it is."""
    return vocabulary.word(vocabulary.REQUEST_STATUS, row.status or None, translate)


def due_word(row: RequestRow, left: str) -> str:
    """The last day for an answer and how far it is (`left`), or when it was closed."""
    if row.days is None:
        return "✔ " + show_date(row.closed) if row.closed else ""
    return f"{'▲ ' if row.days < 0 else ''}{show_date(row.due)} · {left}"


def due_colour(row: RequestRow) -> QColor | None:
    """Red once the end of the thirty days is near."""
    return wrong_colour() if row.days is not None and row.days < SOON else None
