"""Groups too small to be shown to outsiders: whoever knows the place would know who it was.

This is the one rule for whatever leaves or is shown to a room: lists of surveys, feedback and reach, and the results
on the screen while the curtain is drawn. A count from 1 to 4 is hidden. What the total that stands beside the counts
would give away is hidden too: the smallest others go with it, until those hidden together are a group that may be
shown and can be parted in more than one way; where none is left to be shown, the total goes.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

LEAST: Final = 5
"""The smallest group that is shown."""
HIDDEN: Final = "*"
"""What stands in the place of a hidden count. Whether it is small itself or hides another one is not to be seen."""


@dataclass(frozen=True, slots=True)
class Guarded:
    """Counts and their total as outsiders may see them; None for what is hidden."""

    counts: tuple[int | None, ...]
    total: int | None


def too_few(count: int | None) -> bool:
    """Whether a count is of somebody, but of fewer than may be shown."""
    return count is not None and 0 < count < LEAST


def guarded(counts: Sequence[int], *, total_shown: bool = True) -> Guarded:
    """The counts, without those that may not be shown or from which one of them would follow.

    Args:
        counts: of groups that do not overlap.
        total_shown: whether their total is known to whoever sees them.
    """
    hidden = {at for at, count in enumerate(counts) if too_few(count)}
    total: int | None = sum(counts)
    if total_shown and hidden:
        others = sorted({count for count in counts if count >= LEAST})
        while others and not _hide_each_other([counts[at] for at in hidden]):
            # Equal ones go together: which of them went would tell by its place which is the small one.
            smallest = others.pop(0)
            hidden.update(at for at, count in enumerate(counts) if count == smallest)
        # Were it missing only where it would tell, its absence would tell.
        if all(at in hidden for at, count in enumerate(counts) if count):
            total = None
    return Guarded(tuple(None if at in hidden else count for at, count in enumerate(counts)), total)


def _hide_each_other(counts: Sequence[int]) -> bool:
    """Whether the sum of hidden counts tells of no small group and of no single one. None of them is 0.

    It would where each is the least, or each the most, that a small one can be.
    """
    return len(counts) > 1 and sum(counts) >= LEAST and sum(counts) not in (len(counts), (LEAST - 1) * len(counts))
