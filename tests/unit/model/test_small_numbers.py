"""Small groups are hidden, and neither a total nor arithmetic gives one away."""

from collections.abc import Sequence
from itertools import product

from hypothesis import example, given
from hypothesis import strategies as st

from tn_desktop.model.small_numbers import LEAST, guarded, too_few

COUNTS = st.lists(st.integers(0, 6), min_size=1, max_size=5)


def test_one_to_four_are_hidden_and_nobody_is_not() -> None:
    assert [count for count in range(8) if too_few(count)] == [1, 2, 3, 4] and not too_few(None)
    assert guarded([0, 12, 3, 4, 30]).counts == (0, 12, None, None, 30)


def test_the_smallest_of_the_others_goes_with_a_single_one() -> None:
    assert guarded([20, 3, 9, 30]).counts == (20, None, None, 30)
    assert guarded([20, 3, 9, 30], total_shown=False).counts == (20, None, 9, 30)


def test_two_who_are_too_few_together_take_a_third_with_them() -> None:
    assert guarded([20, 1, 2, 10]).counts == (20, None, None, None)


def test_where_nobody_can_hide_them_the_total_goes() -> None:
    assert guarded([3, 0]).total is None and guarded([2, 2]).total is None
    assert guarded([1, 1, 1, 1, 1]).total is None, "five times one is the only way to five"
    assert guarded([3, 4]).total is None, "were only some totals missing, that would tell"
    assert guarded([20, 9]).total == 29


def worlds(shown: Sequence[int | None], total: int | None) -> list[tuple[int, ...]]:
    """What an outsider has to reckon with: everything that agrees with what she sees. She knows the rule: that nobody
    is hidden who is nobody, and that what she sees is what the rule shows of it."""
    # Up to 6 is enough to find another world, if there is one.
    ranges = [range(1, 7) if count is None else (count,) for count in shown]
    fitting = (one for one in product(*ranges) if total is None or sum(one) == total)
    return [one for one in fitting if guarded(one).counts == tuple(shown) and guarded(one).total == total]


@given(COUNTS)
@example([4, 4, 20])
@example([1, 5, 5])
@example([5, 5, 4])
@example([4, 4, 4, 20])
@example([1, 1, 1, 1, 1])
@example([1, 1, 1, 1])
@example([1, 1, 1, 1, 1, 5])
def test_no_small_count_can_be_computed(counts: list[int]) -> None:
    found = guarded(counts)
    assert all(kept is None or kept == count for kept, count in zip(found.counts, counts, strict=True))
    assert not any(too_few(kept) for kept in (*found.counts, found.total))
    for at, count in enumerate(counts):
        if too_few(count) and found.counts[at] is None:
            possible = {world[at] for world in worlds(found.counts, found.total)}
            assert len(possible) > 1, "an outsider who knows the rule knows it"


@given(COUNTS)
def test_those_hidden_are_no_small_group_together(counts: list[int]) -> None:
    found = guarded(counts)
    if found.total is not None and None in found.counts:
        assert found.total - sum(kept or 0 for kept in found.counts) >= LEAST
