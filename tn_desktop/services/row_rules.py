"""What a row of an entity must obey as a whole, whoever writes it: a person, the command line or a list."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any, Final

from tn_desktop.model.errors import FieldError
from tn_desktop.model.messages import QT_TRANSLATE_NOOP
from tn_desktop.services.privacy_rules import check_consent, check_request
from tn_desktop.services.session_rules import check_times

BEST: Final = 5
"""The best value of a survey that does not say it."""


def check_row(name: str, row: Mapping[str, Any]) -> None:
    """Refuse a row (column -> stored value) of entity `name` that contradicts itself.

    Raises:
        FieldError: on the field to be corrected.
    """
    if name in _CHECKS:
        _CHECKS[name](row)


def check_result(row: Mapping[str, Any]) -> None:
    """Whether a mean can be one: somebody answered, and it is not above the best value.

    Raises:
        FieldError: it cannot.
    """
    n, mean, best = row.get("n"), row.get("mean"), row.get("scale_max") or BEST
    if n is not None and n < 1:
        raise FieldError("n", QT_TRANSLATE_NOOP("errors", "At least one answer is needed for a mean."))
    if mean is not None and Decimal(mean) > best:
        raise FieldError("mean", QT_TRANSLATE_NOOP("errors", "The mean is above the best value, {best}."), best=best)


def _check_reach(row: Mapping[str, Any]) -> None:
    whose = sum(row.get(name) is not None for name in ("output_id", "session_id"))
    if not whose:
        raise FieldError("output", QT_TRANSLATE_NOOP("errors", "Say what reached them: an output or a session."))
    if whose > 1:
        raise FieldError(
            "session", QT_TRANSLATE_NOOP("errors", "This is told of an output or of a session, not of both at once.")
        )


_CHECKS: Final[Mapping[str, Callable[[Mapping[str, Any]], None]]] = {
    "sessions": check_times,
    "consents": check_consent,
    "requests": check_request,
    "surveys": check_result,
    "reach": _check_reach,
}
