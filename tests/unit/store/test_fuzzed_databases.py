"""What the fuzzer begins with where data files are read: refused or taken in soundly, by hypothesis too."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.soak import fuzz_databases, fuzz_seeds
from tests.soak import fuzz_targets as targets

BLOWS = st.lists(st.tuples(st.integers(0, 400), st.integers(0, 4_095), st.binary(min_size=1, max_size=600)), max_size=6)


def test_each_seed_is_a_value_or_a_refusal() -> None:
    held = [seed for seed in fuzz_seeds.databases() if seed[0] != targets.RESCUE]
    for seed in held[::2]:
        targets.one(seed)


@pytest.mark.parametrize("kind", [targets.PREVIEW, targets.MENDING])
@settings(max_examples=5, deadline=None, suppress_health_check=list(HealthCheck))
@given(blows=BLOWS)
def test_any_blows_are_a_value_or_a_refusal(kind: int, blows: list[tuple[int, int, bytes]]) -> None:
    parts = [(f"{page}:{place}", content.replace(targets.PART, b" ")) for page, place, content in blows]
    targets.one(targets.seed(kind, targets.joined(parts)))


@pytest.mark.parametrize("blows", list(fuzz_databases.seeds())[2:4])
def test_a_rescue_leaves_a_sound_file(blows: list[fuzz_databases.Part]) -> None:
    targets.one(targets.seed(targets.RESCUE, targets.joined(blows)))
