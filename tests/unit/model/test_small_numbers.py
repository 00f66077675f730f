"""Small groups are hidden, and no total gives one away."""

from hypothesis import given
from hypothesis import strategies as st

from tn_desktop.model.small_numbers import LEAST, guarded, too_few

COUNTS = st.lists(st.integers(0, 40), min_size=1, max_size=8)


def test_one_to_four_are_hidden_and_nobody_is_not() -> None:
    assert [count for count in range(8) if too_few(count)] == [1, 2, 3, 4] and not too_few(None)
    assert guarded([0, 12, 3, 4, 30]) == [0, 12, None, None, 30]


def test_the_smallest_of_the_others_goes_with_a_single_one() -> None:
    assert guarded([20, 3, 9, 30]) == [20, None, None, 30]
    assert guarded([20, 3, 9, 30], total_shown=False) == [20, None, 9, 30]
    assert guarded([3, 0]) == [None, 0]


@given(COUNTS)
def test_no_hidden_count_follows_from_the_total(counts: list[int]) -> None:
    shown = guarded(counts)
    assert all(kept is None or kept == count for kept, count in zip(shown, counts, strict=True))
    assert not any(too_few(kept) for kept in shown)
    hidden = [count for kept, count in zip(shown, counts, strict=True) if kept is None]
    if len(hidden) == 1:
        # All others are empty: the total is the group itself, and nothing can hide it.
        assert sum(counts) == hidden[0] < LEAST
