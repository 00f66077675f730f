"""What rows of consents and requests must obey, whoever writes them."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any, Final

from tn_desktop.model.errors import FieldError
from tn_desktop.model.messages import QT_TRANSLATE_NOOP
from tn_desktop.model.vocabulary import CONSENT, NOTICE, OPEN

ANSWER_DAYS: Final = 30
"""A request is answered as soon as possible, at the latest within thirty days (Law No. 6698, Art. 13)."""


def check_consent(row: Mapping[str, Any]) -> None:
    """Refuse what mixes notice and consent, or is withdrawn before it was given.

    Raises:
        FieldError: on purpose or withdrawn_at.
    """
    if row.get("kind") == CONSENT and not row.get("purpose"):
        raise FieldError(
            "purpose", QT_TRANSLATE_NOOP("errors", "A consent is for one purpose. Say which: contact, photo_video …")
        )
    if row.get("kind") == NOTICE and row.get("purpose"):
        raise FieldError(
            "purpose",
            QT_TRANSLATE_NOOP("errors", "A privacy notice has no purpose. Record the consent as a row of its own."),
        )
    withdrawn = row.get("withdrawn_at")
    if row.get("kind") == NOTICE and withdrawn:
        raise FieldError(
            "withdrawn_at", QT_TRANSLATE_NOOP("errors", "A privacy notice cannot be withdrawn, only a consent.")
        )
    if withdrawn and withdrawn < (row.get("given_at") or ""):
        raise FieldError(
            "withdrawn_at",
            QT_TRANSLATE_NOOP("errors", "The consent is withdrawn before it was given. Correct the date."),
        )


def check_request(row: Mapping[str, Any]) -> None:
    """Refuse a request that was closed before it came, or waits although it was closed.

    Raises:
        FieldError: on closed.
    """
    closed = row.get("closed")
    if closed and closed < (row.get("received") or ""):
        raise FieldError(
            "closed", QT_TRANSLATE_NOOP("errors", "The request is closed before it came. Correct the date.")
        )
    if closed and row.get("status") == OPEN:
        raise FieldError(
            "closed", QT_TRANSLATE_NOOP("errors", "A request that is closed is answered or refused. Set its status.")
        )


def due_on(received: str) -> str:
    """The last day for an answer (ISO) to a request of that day."""
    return (date.fromisoformat(received[:10]) + timedelta(days=ANSWER_DAYS)).isoformat()
