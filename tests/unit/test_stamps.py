"""The hybrid clock, and the frozen byte forms of uids."""

import json
import uuid

from hypothesis import given
from hypothesis import strategies as st

from tn_desktop.model.stamps import (
    EMPTY_STAMP,
    canonical,
    content_bytes,
    covers,
    make_stamp,
    new_device_id,
    new_uid,
    next_stamp,
    relation_uid,
    see,
    stamp_device,
    stamp_milliseconds,
)

DEVICE = "0123456789ab"


def test_vectors_that_must_never_change() -> None:
    assert make_stamp(1_773_500_400_000, 5, DEVICE) == "1jjmdp0c0" + "005" + DEVICE
    person, session = uuid.UUID(int=1), uuid.UUID(int=2)
    assert relation_uid("attendance", session, person) == uuid.UUID("182f830c-9d66-50aa-bfd2-077e4d376a15")
    assert (
        content_bytes("own_text", ["2026-1", "tr", "Merhaba ğ\nİki", None, "a: b"]).hex()
        == "e5dbcc85aec15169afe3d9db01db161c"
    )
    assert relation_uid("organisation") == uuid.UUID("c5154651-0b0f-5b4e-8765-86898992b631")
    assert canonical({"b": [1, "ş"], "a": None}) == '{"a":null,"b":[1,"ş"]}'


@given(
    st.integers(0, 2**44),
    st.integers(0, 2**44),
    st.integers(0, 32_767),
    st.sampled_from([DEVICE, "vvvvvvvvvvvv", "000000000000"]),
)
def test_a_new_stamp_exceeds_what_was_seen_under_any_clock(now: int, last: int, counter: int, other: str) -> None:
    latest = make_stamp(last, counter, other)
    stamp = next_stamp(latest, DEVICE, now)
    assert stamp > latest
    assert stamp_device(stamp) == DEVICE
    assert stamp_milliseconds(stamp) >= now


def test_the_first_stamp_reads_the_clock() -> None:
    assert stamp_milliseconds(next_stamp(EMPTY_STAMP, DEVICE, 42)) == 42


def test_new_uids_are_version_7_and_device_ids_are_twelve_characters() -> None:
    uid = new_uid()
    assert uid.version == 7 and uid.variant == uuid.RFC_4122
    assert len(new_device_id()) == 12


def test_seen_covers_only_what_it_knew() -> None:
    first, second = next_stamp("", DEVICE, 100), next_stamp("", DEVICE, 200)
    seen = json.loads(see("{}", first))
    assert covers(seen, first) and covers(seen, EMPTY_STAMP)
    assert not covers(seen, second)
    assert not covers(seen, next_stamp("", "other0000000", 50))
    assert json.loads(see(see("{}", second), first)) == json.loads(see("{}", second))
