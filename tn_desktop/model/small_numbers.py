"""Groups too small to be shown to outsiders: whoever knows the place would know who it was.

A count from 1 to 4 is hidden. Where exactly one of the counts that add up to a shown total is hidden, the total would
give it away, so the smallest of the others goes with it.
"""

from collections.abc import Sequence
from typing import Final

LEAST: Final = 5
"""The smallest group that is shown."""
HIDDEN: Final = "<5"
"""What stands in the place of a hidden count."""


def too_few(count: int | None) -> bool:
    """Whether a count is of somebody, but of fewer than may be shown."""
    return count is not None and 0 < count < LEAST


def guarded(counts: Sequence[int | None], *, total_shown: bool = True) -> list[int | None]:
    """The counts without those that may not be shown (None); of a total that stands beside them nothing follows."""
    hidden = {at for at, count in enumerate(counts) if too_few(count)}
    if total_shown and len(hidden) == 1:
        others = [(count, at) for at, count in enumerate(counts) if at not in hidden and count]
        if others:
            hidden.add(min(others)[1])
    return [None if at in hidden else count for at, count in enumerate(counts)]
