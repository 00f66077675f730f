"""Two marks of one person at one session: a deliberate one outranks one that was made for everybody together.

Two facilitators who keep one roster on two laptops mark the same people. One types a name and a status; the other
presses “all others present”. Whichever came later, the typed mark is the one somebody looked at.

Such a rule must not break the join. Comparing "deliberate or bulk" only where neither has seen the other would: with
a bulk mark made knowingly over a deliberate one there are circles (a beats b, b beats c, c beats a), and the outcome
would hang on the order of files. So the weight belongs to the write itself and never falls along a chain of writes: a
bulk mark over a deliberate one that its writer saw carries the marker `DELIBERATE` among its stamps and weighs like
it. Marks are then totally ordered by (weight, stamp, content), a later write always beats what it saw, and taking the
greatest is commutative, associative and idempotent. Status, minutes, marker and who was at the keyboard win or lose
together: they are one fact.
"""

from collections.abc import Mapping
from typing import Any, Final

from tn_desktop.model.stamps import EMPTY_STAMP

MARKED: Final = "attendance"
"""The table whose rows hold marks."""
MADE_BY: Final = "made_by"
BULK: Final = "bulk"
DELIBERATE: Final = "deliberate"
"""Name of the marker among a row's field stamps; it has no column and no value."""
MARKED_BY: Final = "marked_by"
"""Who was at the keyboard."""
MARK: Final = ("deliberate", "made_by", "marked_by", "minutes", "status")
"""The fields that are one fact."""


def weight(stamp: str, made_by: str | None, marked_deliberate: bool) -> int:
    """How much a mark weighs: 0 for none and for one made for everybody together, else 1.

    `stamp` is the greatest of its fields' stamps. A mark that was taken back (made_by is null) was taken back by hand.
    """
    return int(stamp != EMPTY_STAMP and (made_by != BULK or marked_deliberate))


def has_to_say_deliberate(before: Mapping[str, Any], stamps: Mapping[str, str], made_by: str | None) -> bool:
    """Whether a write that sets `made_by` has to carry the marker, so that the mark keeps its weight.

    `before` are the row's values until now, `stamps` the stamps of its own that its fields carry.
    """
    if made_by != BULK or before.get(MADE_BY) == BULK or DELIBERATE in stamps:
        return False
    return any(name in stamps or before.get(name) is not None for name in MARK)
